//! The form in which a change that was asked of an objective is logged.

use super::setting::{found, gone, new_line_id, plain};
use super::subject::Subject;
use super::{Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::id::{LineId, ObjectiveId};
use crate::domain::objective::{Asker, Negotiation};
use crate::method::fields::NEGOTIATION;
use crate::method::step::Step;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::forms::setting as words;

fn blank(state: &State, id: LineId) -> Negotiation {
    Negotiation { id, asked: String::new(), from: Asker::Above, date: state.today, outcome: None }
}

pub(super) fn new(state: &State, under: &ObjectiveId) -> Result<Form, Refusal> {
    found(&state.desk()?, under)?;
    let id = LineId::new("new").map_err(|_| gone(words::THE_ENTRY))?;
    let form = Form::new(Subject::NewNegotiation(under.clone()), words::A_CHANGE_WE_WERE_ASKED_FOR)
        .step(Step::Set11);
    Ok(form.fields(NEGOTIATION, &blank(state, id)).enter_goes_on())
}

pub(super) fn edit(state: &State, under: &ObjectiveId, id: &LineId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let mut all = found(&desk, under)?.negotiations.iter();
    let negotiation = all.find(|negotiation| negotiation.id == *id).ok_or_else(|| gone(words::THE_ENTRY))?;
    let subject = Subject::Negotiation(under.clone(), id.clone());
    let form = Form::new(subject, words::A_CHANGE_WE_WERE_ASKED_FOR).step(Step::Set11);
    Ok(form.fields(NEGOTIATION, negotiation).enter_goes_on())
}

pub(super) fn save(form: &mut Form, state: &mut State, under: &ObjectiveId, id: Option<&LineId>) -> Outcome {
    let new_id = new_line_id(state)?;
    let blank = blank(state, new_id);
    let desk = state.desk()?;
    let mut objective = found(&desk, under)?.clone();
    let at = objective.negotiations.iter().position(|negotiation| Some(&negotiation.id) == id);
    let before = at.map_or(blank, |at| objective.negotiations[at].clone());
    let after = form.write(NEGOTIATION, before, &mut |_| plain(state))?;
    let target = Target::Negotiation(under.clone(), after.id.clone());
    match at {
        Some(at) => objective.negotiations[at] = after,
        None => objective.negotiations.push(after),
    }
    Ok(Save::new(desk.revise_objective(objective)?).select(target))
}
