//! Forms of Scoring: final reading, score, reason (SCO-1, SCO-3), and the set as a whole (SCO-4).

use ratatui::text::Line;

use super::key_result::found;
use super::subject::Subject;
use super::{Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::id::KeyResultId;
use crate::domain::scoring::Scoring;
use crate::method::fields::{Context, SCORING, the_whole};
use crate::method::step::Step;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::tui::widgets::scale::Scale;

/// The record as it stands, or a new one of today.
fn record(state: &State, id: &KeyResultId) -> Result<Scoring, Refusal> {
    let desk = state.desk()?;
    let blank = || Scoring { date: Some(state.today), ..Scoring::of(id.clone()) };
    Ok(desk.quarter.scorings.get(id).cloned().unwrap_or_else(blank))
}

fn context(state: &State, id: &KeyResultId) -> Result<Context, Refusal> {
    let desk = state.desk()?;
    let unit = found(&desk, id)?.committed_measure().unit().to_owned();
    Ok(Context { today: state.today, unit })
}

pub(super) fn scoring(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let name = found(&desk, id)?.name().to_owned();
    let form = Form::new(Subject::Scoring(id.clone()), name).step(Step::Sco3);
    Ok(form.fields(SCORING, &record(state, id)?).enter_goes_on())
}

/// Reads the form; a score that was left empty beside a final reading is the one the formula proposes.
fn read(form: &mut Form, state: &State, id: &KeyResultId) -> Result<Scoring, super::Trouble> {
    let context = context(state, id)?;
    let mut scoring = form.write(SCORING, record(state, id)?, &mut |_| context.clone())?;
    if scoring.reading.is_none() {
        scoring.date = None;
    }
    if scoring.score.is_none() && scoring.reads_later.is_none() && scoring.reading.is_some() {
        let desk = state.desk()?;
        scoring.score = desk.proposed_score(found(&desk, id)?, &scoring);
    }
    Ok(scoring)
}

pub(super) fn save_scoring(form: &mut Form, state: &mut State, id: &KeyResultId) -> Outcome {
    let scoring = read(form, state, id)?;
    Ok(Save::new(state.desk()?.score(scoring)?).select(Target::KeyResult(id.clone())))
}

/// What the formula makes of the reading typed so far, before what is known besides: where room is short the last goes.
pub(super) fn aside(form: &Form, state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let theme = &state.look.theme;
    let Ok(desk) = state.desk() else { return Vec::new() };
    let Ok(key_result) = found(&desk, id) else { return Vec::new() };
    let typed = read(&mut form.clone(), state, id).ok();
    let mut lines = Vec::new();
    match typed.as_ref().and_then(|scoring| desk.proposed_score(key_result, scoring)) {
        Some(score) => {
            lines.push(Line::raw(format!("the formula says {score}")));
            lines.push(Scale::with_mark(Some(score.ratio())).line(&state.look, width.min(24)));
        }
        None => lines.push(Line::styled("the formula waits for the final reading", theme.quiet)),
    }
    if let Some(score) = typed.and_then(|scoring| scoring.score) {
        lines.push(Line::styled(format!("score {score}"), theme.heading));
    }
    let measure = key_result.committed_measure();
    lines.extend([Line::default(), Line::raw(measure.movement(state.look.glyphs.to))]);
    if let Some(last) = desk.quarter.readings(id).last() {
        let (value, on) = (measure.shown(last.value), last.date.short(state.today));
        lines.push(Line::styled(format!("last check-in {value} on {on}"), theme.quiet));
    }
    lines
}

pub(super) fn pattern(state: &State) -> Result<Form, Refusal> {
    let fields = the_whole();
    let form = Form::new(Subject::Pattern, "The set as a whole").step(Step::Sco4);
    Ok(form.fields(fields, &state.desk()?.quarter.frame))
}

pub(super) fn save_pattern(form: &mut Form, state: &mut State) -> Outcome {
    let desk = state.desk()?;
    let after = form.write(the_whole(), desk.quarter.frame.clone(), &mut |_| super::setting::plain(state))?;
    Ok(Save::new(desk.revise_frame(after, "say what the set tells")?))
}
