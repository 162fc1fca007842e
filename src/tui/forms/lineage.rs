//! The form for what a team was before: another name, a team that was merged into it, a team that was above it.

use super::setting::gone;
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::Refusal;
use crate::domain::decision::record_was;
use crate::domain::id::TeamId;
use crate::domain::team::Turn;
use crate::domain::word::from_word;
use crate::method::fields::Input;
use crate::tui::message::Save;
use crate::tui::state::State;

/// The words of what can become of a team.
const TURNS: &[&str] = &["renamed", "merged", "moved"];

pub(super) fn form(state: &State, id: &TeamId) -> Result<Form, Refusal> {
    let team = state.workspace.teams.get(id).ok_or_else(|| gone("the team"))?;
    let mut form =
        Form::new(Subject::Was(id.clone()), format!("What {} was before", team.name)).enter_goes_on();
    let turn = ("what", "a former name, a team it took in, or a team it was below");
    form.entries.push(Entry::new("turn", turn, Input::Choice(TURNS), ""));
    let what = "the former name; or the team by name or id, whose history is read on";
    Ok(form.text("was", "was", what).day("date", "until", "the day from which it was so no more"))
}

pub(super) fn save(form: &mut Form, state: &mut State, id: &TeamId) -> Outcome {
    let date = super::place::typed_day(form, "date", state.today)?;
    let turn: Option<Turn> = from_word(form.typed("turn"));
    let says = format!("what: choose one of {}", TURNS.join(", "));
    let turn = turn.ok_or(Trouble { field: Some(0), says })?;
    let what = crate::method::fields::one_line(form.typed("was"));
    Ok(Save::new(record_was(&state.workspace, id, (turn, &what, date))?))
}
