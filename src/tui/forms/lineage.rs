//! The form for what a team was before: another name, a team that was merged into it, a team that was above it.

use super::place::found;
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::Refusal;
use crate::domain::day::Looks;
use crate::domain::decision::record_was;
use crate::domain::id::TeamId;
use crate::domain::team::Turn;
use crate::domain::word::from_word;
use crate::method::fields::Input;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::words::forms::place as words;

pub(super) fn form(state: &State, id: &TeamId) -> Result<Form, Refusal> {
    let team = found(state, id)?;
    let mut form = Form::new(Subject::Was(id.clone()), words::what_was_before(&team.name)).enter_goes_on();
    let turn = words::WHAT;
    form.entries.push(Entry::new("turn", turn, Input::Choice(Turn::WORDS), ""));
    let what = words::THE_FORMER_NAME;
    form = form.text("was", words::WAS, what);
    let until = (words::UNTIL, words::THE_DAY_IT_ENDED);
    form.entries.push(Entry::new("date", until, Input::Day(Looks::Back), ""));
    Ok(form)
}

pub(super) fn save(form: &mut Form, state: &State, id: &TeamId) -> Outcome {
    let date = super::place::typed_day(form, "date", state.today)?;
    let turn: Option<Turn> = from_word(form.typed("turn"));
    let says = words::what(Turn::WORDS.join(", "));
    let turn = turn.ok_or(Trouble { field: Some(0), says })?;
    let what = crate::method::fields::one_line(form.typed("was"));
    Ok(Save::new(record_was(&state.workspace, id, (turn, &what, date), state.today)?))
}
