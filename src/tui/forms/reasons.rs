//! Forms that ask for a reason: parking, dropping, commit and close, each with what stands in the way.

use ratatui::text::Line;

use super::setting::{found, gone};
use super::subject::{Droppable, Subject};
use super::{Entry, Form, Outcome, Trouble};
use crate::coach::rule::Rule;
use crate::domain::change::{Decision, Force, Refusal, Stop};
use crate::domain::decision::AskedOf;
use crate::domain::id::ObjectiveId;
use crate::domain::seed::Seed;
use crate::method::commit as method_commit;
use crate::method::step::Step;
use crate::tui::detail::Lines;
use crate::tui::marks;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::words::anywhere;
use crate::words::counted;
use crate::words::forms::{quarter as words, setting};

/// The field that says why what is committed is changed (MID-3).
pub(super) const WHY: &str = "revision";

/// Asks, before one of the fields, why what is committed is changed.
pub(super) fn ask_why(form: Form, before: &str) -> Form {
    let at = form.place_of(before).unwrap_or(0);
    let mut form = form.text(WHY, setting::WHY_CHANGED, setting::COMMITTED_NEEDS_A_REASON);
    let why = form.entries.pop();
    form.entries.splice(at..at, why);
    form
}

/// Where a refusal is shown: at the field that says why, where nothing stands in it.
pub(super) fn for_want_of_why(form: &Form) -> impl Fn(Refusal) -> Trouble + use<> {
    let is_wanted = |entry: &Entry| entry.name == WHY && entry.text().trim().is_empty();
    let field = form.entries.iter().position(is_wanted);
    move |refusal| Trouble { field, ..Trouble::from(refusal) }
}

pub(super) fn park(state: &State, id: &ObjectiveId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let objective = found(&desk, id)?;
    let title = words::not_now(&objective.title);
    Ok(Form::new(Subject::Park(id.clone()), title).step(Step::Set6).text(
        "reason",
        words::WHY_NOT_NOW,
        words::MAY_STAY_EMPTY,
    ))
}

/// The key results that an objective takes along as it goes, as they stand now.
pub(super) fn goes_along(state: &State, id: &ObjectiveId, width: usize) -> Vec<Line<'static>> {
    let objective = state.here().and_then(|(quarter, _)| quarter.objective(id));
    let all = objective.map_or(&[][..], |objective| &objective.key_results);
    let lines = Lines::new(state, width);
    if all.is_empty() {
        return lines.done();
    }
    lines.quiet(words::GOES_ALONG).each(all.iter(), |lines, one| lines.text(one.name())).done()
}

pub(super) fn save_park(form: &mut Form, state: &State, seed: &mut Seed, id: &ObjectiveId) -> Outcome {
    let reason = form.typed("reason");
    Ok(Save::new(state.desk()?.park_objective(id, Some(reason), seed)?))
}

pub(super) fn drop(state: &State, what: &Droppable) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let name = match what {
        Droppable::Objective(id) => desk.quarter.objective(id).map(|objective| objective.title.clone()),
        Droppable::KeyResult(id) => {
            desk.quarter.key_result(id).map(|(_, key_result)| key_result.name().to_owned())
        }
    };
    let title = words::drop(name.ok_or_else(|| gone("it"))?);
    let form = Form::new(Subject::Drop(what.clone()), title).step(Step::Mid2).does(anywhere::DROP);
    Ok(form.prose("reason", anywhere::REASON, words::WHAT_DO_WE_KNOW_NOW))
}

fn dropped(state: &State, what: &Droppable, reason: &str) -> Decision {
    match what {
        Droppable::Objective(id) => state.desk()?.drop_objective(id, reason),
        Droppable::KeyResult(id) => state.desk()?.drop_key_result(id, reason),
    }
}

pub(super) fn save_drop(form: &mut Form, state: &State, what: &Droppable) -> Outcome {
    Ok(Save::new(dropped(state, what, form.typed("reason"))?).select(what.target()))
}

pub(super) fn drop_several(all: &[Droppable]) -> Form {
    let title = words::drop_several(all.len());
    let form = Form::new(Subject::DropSeveral(all.to_vec()), title).step(Step::Mid2).does(anywhere::DROP);
    form.prose("reason", anywhere::REASON, words::WHAT_DO_WE_KNOW_NOW)
}

pub(super) fn save_drop_several(form: &mut Form, state: &State, all: &[Droppable]) -> Outcome {
    let reason = form.typed("reason");
    let change = marks::together(&mut state.clone(), all, |state, what| dropped(state, what, reason))?;
    Ok(Save::new(change).of_marked())
}

pub(super) fn waive(state: &State, about: &AskedOf, rule: Rule) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let reason = desk.waivers(about)?.get(rule.id()).map(|waiver| waiver.reason.as_str());
    let form =
        Form::new(Subject::Waive(about.clone(), rule), words::waive(rule.id())).does(words::WAIVE_LABEL);
    let mut form = form.text("reason", anywhere::REASON, words::WHY_IT_NEEDS_NO_ANSWER);
    form.propose("reason", reason.unwrap_or_default());
    Ok(form)
}

pub(super) fn save_waive(form: &mut Form, state: &State, about: &AskedOf, rule: Rule) -> Outcome {
    Ok(Save::new(state.desk()?.waive(about, rule.id(), form.typed("reason"))?))
}

/// The question that a reason answers, and why it is a rule.
pub(super) fn waive_aside(state: &State, about: &AskedOf, rule: Rule, width: usize) -> Vec<Line<'static>> {
    let asked = state.asked_of(about).filter(|finding| finding.rule == rule);
    Lines::new(state, width).asked(asked).gap().quiet(&rule.words().why).done()
}

/// What stands in the way of the decision a form is about.
fn stops(form: &Form, state: &State) -> Vec<Stop> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    match form.subject {
        Subject::Commit => method_commit::stops(&desk),
        Subject::Close => desk.close_stops(),
        _ => Vec::new(),
    }
}

fn with_reason(form: Form, state: &State) -> Form {
    let stops = stops(&form, state);
    if stops.iter().any(|stop| stop.force == Force::Hard) || stops.is_empty() {
        return form;
    }
    form.text("reason", anywhere::REASON, words::TO_GO_ON_ALL_THE_SAME)
}

pub(super) fn commit(state: &State) -> Result<Form, Refusal> {
    let title = words::commit(&state.desk()?.cycle.label);
    Ok(with_reason(Form::new(Subject::Commit, title).step(Step::Set14).does(words::COMMIT_LABEL), state))
}

pub(super) fn save_commit(form: &mut Form, state: &State) -> Outcome {
    let desk = state.desk()?;
    let change = desk.commit(method_commit::stops(&desk), Some(form.typed("reason")));
    Ok(Save::new(change.map_err(|refusal| in_the_way(form, refusal))?))
}

/// Says in one sentence that the stops, which stand below it, are in the way.
fn in_the_way(form: &Form, refusal: Refusal) -> Trouble {
    let says = match refusal.stops.iter().filter(|stop| stop.force == Force::Hard).count() {
        0 if form.entries.is_empty() => return refusal.into(),
        0 => words::ASKED_BELOW_NEEDS_AN_ANSWER.to_owned(),
        count => counted::HARD_STOPS_STAND_IN_THE_WAY.of(count),
    };
    Trouble { field: form.place_of("reason"), says }
}

pub(super) fn close(state: &State) -> Result<Form, Refusal> {
    let title = words::close(&state.desk()?.cycle.label);
    Ok(with_reason(Form::new(Subject::Close, title).step(Step::Ret8).does(anywhere::CLOSE), state))
}

pub(super) fn save_close(form: &mut Form, state: &State) -> Outcome {
    let change = state.desk()?.close(Some(form.typed("reason")));
    Ok(Save::new(change.map_err(|refusal| in_the_way(form, refusal))?))
}

/// What stands in the way, or that nothing does.
pub(super) fn aside(form: &Form, state: &State, width: usize) -> Vec<Line<'static>> {
    Lines::new(state, width).stops(&stops(form, state)).done()
}
