//! What pays back late: one later reading in each quarter that follows, beside the score, which stands.

use super::key_result::found;
use super::subject::Subject;
use super::{Form, Outcome, Trouble};
use crate::domain::change::{Change, Refusal};
use crate::domain::decision::Desk;
use crate::domain::id::KeyResultId;
use crate::domain::quarter::KeyResultKey;
use crate::domain::scoring::{LaterReading, Scoring};
use crate::method::fields::{Context, SCORING};
use crate::method::step::Step;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::forms::quarter as words;

/// A closing record of today in which nothing stands yet.
pub(super) fn blank(desk: &Desk<'_>, id: &KeyResultId) -> Scoring {
    Scoring { date: Some(desk.today), ..Scoring::of(id.clone()) }
}

/// The form of a later reading; it is typed as a final reading is.
pub(super) fn of(desk: &Desk<'_>, subject: Subject, id: &KeyResultId) -> Result<Form, Refusal> {
    let key_result = found(desk, id)?;
    let form = Form::new(subject, words::read_later(key_result.name())).step(Step::Sco1);
    let form = form.in_unit(key_result.committed_measure().unit());
    let mut form = form.fields(SCORING, &blank(desk, id)).only(&["reading", "date"]).enter_goes_on();
    let is_noted = desk.quarter.scorings.get(id).is_some_and(|scoring| !scoring.later.is_empty());
    if let Some(entry) = form.entries.first_mut() {
        let (label, hint) = if is_noted { words::LATER_READING_NOTED } else { words::LATER_READING };
        (entry.label, entry.hint) = (label, hint.into());
    }
    Ok(form)
}

/// The change a filled form asks for.
pub(super) fn change(form: &mut Form, desk: &Desk<'_>, id: &KeyResultId) -> Result<Change, Trouble> {
    let context = Context::of_score(found(desk, id)?, desk.typing_day());
    let read = form.write(SCORING, blank(desk, id), &mut |_| context.clone())?;
    let needed = |field, says: &str| Trouble { field: Some(field), says: says.to_owned() };
    let date = read.date.ok_or_else(|| needed(1, words::READ_ON_WHICH_DATE))?;
    let noted = desk.quarter.scorings.get(id).map(|scoring| &scoring.later);
    match read.reading {
        Some(reading) => Ok(desk.read_later(id, LaterReading { date, reading })?),
        None if noted.is_some_and(|noted| noted.iter().any(|later| later.date == date)) => {
            Ok(desk.take_back_later(id, Some(date))?)
        }
        None => Err(needed(0, words::LATER_READING_NEEDS_A_NUMBER)),
    }
}

/// The same for a key result of an earlier quarter, from the one that is open.
pub(super) fn form(state: &State, key: &KeyResultKey) -> Result<Form, Refusal> {
    let desk = Desk::at(&state.workspace, &key.quarter, state.today)?;
    of(&desk, Subject::LateReading(key.clone()), &key.id)
}

pub(super) fn save(form: &mut Form, state: &State, key: &KeyResultKey) -> Outcome {
    let desk = Desk::at(&state.workspace, &key.quarter, state.today)?;
    let change = change(form, &desk, &key.id)?;
    Ok(Save::new(change).select(Target::Watched(key.clone())))
}
