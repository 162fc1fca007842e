//! Forms of Scoring: final reading, score, reason (SCO-1, SCO-3), and the set as a whole (SCO-4).

use ratatui::text::Line;

use super::key_result::found;
use super::subject::Subject;
use super::{Entry, Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::id::KeyResultId;
use crate::domain::score::Score;
use crate::domain::scoring::{Outcome as Came, Scoring};
use crate::method::fields::{Context, FRAME, SCORING};
use crate::method::step::Step;
use crate::tui::detail::Lines;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::tui::widgets::scale::Scale;
use crate::words::anywhere;
use crate::words::forms::quarter as words;

fn context(state: &State, id: &KeyResultId) -> Result<Context, Refusal> {
    let desk = state.desk()?;
    Ok(Context::of_score(found(&desk, id)?, desk.typing_day()))
}

pub(super) fn scoring(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let form = Form::new(Subject::Scoring(id.clone()), key_result.name())
        .step(Step::Sco3)
        .does(anywhere::SCORE_LABEL);
    let form = form.in_unit(key_result.committed_measure().unit());
    Ok(form.fields(SCORING, &desk.record_of_today(id)).enter_goes_on())
}

/// Reads the form; a score that was left empty beside a final reading is the one the formula proposes.
fn read(form: &mut Form, state: &State, id: &KeyResultId) -> Result<Scoring, super::Trouble> {
    let (desk, context) = (state.desk()?, context(state, id)?);
    let scoring = form.write(SCORING, desk.record_of_today(id), &mut |_| context.clone())?;
    Ok(desk.filled_in(scoring))
}

pub(super) fn save_scoring(form: &mut Form, state: &State, id: &KeyResultId) -> Outcome {
    let scoring = read(form, state, id)?;
    Ok(Save::new(state.desk()?.score(scoring)?).select(Target::KeyResult(id.clone())))
}

/// The record as it is typed so far.
fn typed(form: &Form, state: &State, id: &KeyResultId) -> Option<Scoring> {
    let (stands, context) = (state.desk().ok()?.record_of_today(id), context(state, id).ok()?);
    Some(form.taken_over(SCORING, &stands, &|_| context.clone(), Entry::is_changed))
}

/// The score the formula proposes for the reading typed so far, whatever stands in the other fields; before that for the last
/// of a check-in.
pub(super) fn proposed(form: &Form, state: &State, id: &KeyResultId) -> Option<Score> {
    let desk = state.desk().ok()?;
    let typed = typed(form, state, id)?;
    let by = if typed.reading.is_some() { typed } else { desk.quarter.with_newer_reading(typed) };
    desk.proposed_score(found(&desk, id).ok()?, &by)
}

/// What the formula makes of the reading typed so far, before what is known besides: where room is short the last goes.
pub(super) fn aside(form: &Form, state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let Ok(key_result) = found(&desk, id) else { return Vec::new() };
    let lines = Lines::new(state, width);
    let mut lines = match proposed(form, state, id) {
        Some(score) => lines
            .text(&anywhere::the_formula_says(score))
            .lines([Scale::with_mark(Some(score.ratio())).line(&state.look, width.min(24))]),
        None => lines.quiet(words::THE_FORMULA_WAITS),
    };
    if let Some(score) = read(&mut form.clone(), state, id).ok().and_then(|scoring| scoring.score) {
        lines = lines.title(&anywhere::score(score));
    }
    let past = typed(form, state, id).and_then(|typed| desk.past_due(key_result, Some(&typed)));
    lines = lines.each(past, |lines, says| lines.attention(&says));
    if let Came::Provisional(score) = desk.quarter.outcome(key_result) {
        lines = lines.quiet(&words::scored_provisionally(score));
    }
    let measure = key_result.committed_measure();
    lines = lines.gap().text(&measure.movement(state.look.glyphs.to));
    if let Some(last) = desk.quarter.readings(id).last() {
        let (value, day) = (measure.shown(last.value), last.date.short(state.today));
        lines = lines.quiet(&words::last_check_in_on(&value, &day));
    }
    lines.done()
}

/// What it reads after the quarter that is open, for a late payback.
pub(super) fn later(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    super::late::of(&state.desk()?, Subject::LaterReading(id.clone()), id)
}

pub(super) fn save_later(form: &mut Form, state: &State, id: &KeyResultId) -> Outcome {
    let change = super::late::change(form, &state.desk()?, id)?;
    Ok(Save::new(change).select(Target::KeyResult(id.clone())))
}

pub(super) fn pattern(state: &State) -> Result<Form, Refusal> {
    let form = Form::new(Subject::Pattern, anywhere::THE_SET_AS_A_WHOLE).step(Step::Sco4);
    Ok(form.fields(FRAME, &state.desk()?.quarter.frame).only(&["pattern"]))
}

pub(super) fn save_pattern(form: &mut Form, state: &State) -> Outcome {
    let desk = state.desk()?;
    let after = form.write(FRAME, desk.quarter.frame.clone(), &mut |_| super::setting::plain(state))?;
    Ok(Save::new(desk.revise_frame(after, words::SAY_WHAT_THE_SET_TELLS)?))
}
