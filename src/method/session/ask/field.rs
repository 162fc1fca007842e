//! One field of what is talked about, by its name: what a form does on the screens is done so line by line.

use super::{Sheet, Typed, Wrong, wrong};
use crate::domain::change::Decision;
use crate::domain::decision::Desk;
use crate::method::fields::{self, Context, Field, KEY_RESULT, OBJECTIVE};
use crate::method::session::topic::Topic;
use crate::words::anywhere;
use crate::words::method::session::ask::room as words;

/// What is typed to leave a field empty, as an empty line keeps what stands there.
const CLEARS: &str = "-";

/// A field and what it becomes; a revision of what is committed needs its reason.
pub(super) fn field(topic: Topic, desk: &Desk<'_>) -> Sheet {
    let names = match topic.key_result() {
        Some(_) => names(KEY_RESULT),
        None => names(OBJECTIVE),
    };
    Sheet::new(format!("{}: {names}", topic.name(desk)))
        .blank("field", words::FIELD, words::ITS_NAME)
        .blank("value", words::BECOMES, words::A_DASH_CLEARS_IT)
        .blank("reason", words::WHY, words::ONLY_WHERE_IT_IS_COMMITTED)
        .does(words::CHANGE)
        .decides(move |typed, desk, _| changed(&topic, typed, desk))
}

/// A field of what is talked about as it stands; `None` where there is no such field.
pub(super) fn stands(topic: &Topic, name: &str, desk: &Desk<'_>) -> Option<String> {
    match topic.key_result() {
        Some(id) => value(KEY_RESULT, name, desk.quarter.key_result(id)?.1),
        None => value(OBJECTIVE, name, desk.quarter.objective(topic.objective()?)?),
    }
}

fn value<T>(table: &[Field<T>], name: &str, record: &T) -> Option<String> {
    let field = table.iter().find(|field| fields::is_name(name, field.name))?;
    Some((field.get)(record))
}

fn names<T>(fields: &[Field<T>]) -> String {
    fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ")
}

fn changed(topic: &Topic, typed: &Typed<'_>, desk: &Desk<'_>) -> Result<Decision, Wrong> {
    let gone = || wrong("field", anywhere::IT_IS_NOT_THERE_ANY_MORE);
    if let Some(id) = topic.key_result() {
        let (_, before) = desk.quarter.key_result(id).ok_or_else(gone)?;
        let after = written(KEY_RESULT, before, typed, &Context::of(before, desk.typing_day()))?;
        return Ok(desk.revise_key_result(after, typed.maybe("reason").as_deref()));
    }
    let before = topic.objective().and_then(|id| desk.quarter.objective(id)).ok_or_else(gone)?;
    let after = written(OBJECTIVE, before, typed, &Context::plain(desk.typing_day()))?;
    Ok(desk.reword_objective(after, typed.maybe("reason").as_deref()))
}

/// The record with the field as it was typed.
fn written<T: Clone>(
    table: &[Field<T>],
    before: &T,
    typed: &Typed<'_>,
    context: &Context,
) -> Result<T, Wrong> {
    let (name, mut after) = (typed.text("field"), before.clone());
    let is_there = table.iter().any(|field| fields::is_name(name, field.name));
    let blank = if is_there { "value" } else { "field" };
    let value = Some(typed.text("value")).filter(|value| *value != CLEARS).unwrap_or_default();
    fields::set(table, name, &mut after, (value, context)).map_err(|bad| wrong(blank, bad.says))?;
    Ok(after)
}
