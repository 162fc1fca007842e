//! Forms of Check-ins: the reading first, nothing pre-filled, the last reading and the room's last median beside it.

use ratatui::text::Line;

use super::key_result::found;
use super::setting::gone;
use super::subject::Subject;
use super::{Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, SittingId};
use crate::method::check_ins::Rounds;
use crate::method::fields::{CHECK_IN, Context};
use crate::method::step::Step;
use crate::tui::detail::Lines;
use crate::tui::fit;
use crate::tui::message::{Save, Then};
use crate::tui::state::State;
use crate::tui::target::Target;

fn context(state: &State, id: &KeyResultId) -> Result<Context, Refusal> {
    let desk = state.desk()?;
    Ok(Context { today: state.today, unit: found(&desk, id)?.measure.unit().to_owned() })
}

pub(super) fn check_in(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let mut form = Form::new(Subject::CheckIn(id.clone()), key_result.name()).step(Step::Chk1).does("log");
    form = form.in_unit(key_result.measure.unit()).fields(CHECK_IN, &CheckIn::on(id.clone()));
    if key_result.guardrail.is_none() {
        form.entries.retain(|entry| entry.name != "guardrail");
    }
    if let Some(entry) = form.entries.iter_mut().find(|entry| entry.name == "not_readable") {
        entry.line.set("");
        entry.before.clear();
    }
    Ok(form)
}

pub(super) fn save_check_in(form: &mut Form, state: &mut State, id: &KeyResultId) -> Outcome {
    let context = context(state, id)?;
    let entry = form.write(CHECK_IN, CheckIn::on(id.clone()), &mut |_| context.clone())?;
    let sitting = sitting(state, SittingKind::CheckIn, vec![entry], None)?;
    let change = state.desk()?.log(sitting)?;
    let mut save = Save::new(change).select(Target::KeyResult(id.clone()));
    if let Some(next) = next_to_log(state, id) {
        save.then = Then::Open(Subject::CheckIn(next.clone()));
        save.select = Some(Target::KeyResult(next));
    }
    Ok(save)
}

/// The last sitting that spoke of a key result, with what it said.
fn last_said<'a>(desk: &Desk<'a>, id: &'a KeyResultId) -> Option<(&'a Sitting, &'a CheckIn)> {
    desk.quarter.check_ins(id).filter(|(sitting, _)| sitting.kind == SittingKind::CheckIn).last()
}

/// The last check-in as it was said, without its confidence: nobody sees a vote again by correcting a reading.
pub(super) fn correction(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let (sitting, entry) = last_said(&desk, id).ok_or_else(|| gone("a check-in to correct"))?;
    let key_result = found(&desk, id)?;
    let title = format!("Correct {}: {}", sitting.date.short(state.today), key_result.name());
    let mut form = Form::new(Subject::Correction(id.clone()), title).step(Step::Chk1).does("correct");
    form = form.in_unit(key_result.measure.unit()).fields(CHECK_IN, entry);
    form.entries.retain(|entry| entry.name != "confidence");
    Ok(form)
}

/// Writes a new sitting over the old one, which stays: all it said, with this entry corrected.
pub(super) fn save_correction(form: &mut Form, state: &mut State, id: &KeyResultId) -> Outcome {
    let context = context(state, id)?;
    let letters = state.seed.letters();
    let desk = state.desk()?;
    let (before, entry) = last_said(&desk, id).ok_or_else(|| gone("a check-in to correct"))?;
    let entry = form.write(CHECK_IN, entry.clone(), &mut |_| context.clone())?;
    let mut sitting = before.clone();
    sitting.supersedes = Some(before.id.clone());
    sitting.id = SittingId::new(format!("{}-{letters}", before.date)).map_err(|_| gone("the sitting"))?;
    for said in sitting.check_ins.iter_mut().filter(|said| said.key_result == *id) {
        *said = entry.clone();
    }
    Ok(Save::new(desk.log(sitting)?).select(Target::KeyResult(id.clone())))
}

/// The next key result without a check-in in this round.
fn next_to_log(state: &State, done: &KeyResultId) -> Option<KeyResultId> {
    let (quarter, cycle) = state.here()?;
    let open = Rounds::of(quarter, cycle, state.workspace.cadence(quarter)).to_log(state.today);
    let order: Vec<&KeyResultId> = quarter.live_key_results().map(|(_, key_result)| &key_result.id).collect();
    let at = order.iter().position(|id| *id == done)?;
    let is_open = |id: &&&KeyResultId| open.iter().any(|key_result| key_result.id == ***id);
    let after = order[at + 1..].iter().find(is_open);
    after.map(|id| (*id).clone())
}

/// A sitting of today with a name of its own.
fn sitting(
    state: &mut State,
    kind: SittingKind,
    check_ins: Vec<CheckIn>,
    decision: Option<String>,
) -> Result<Sitting, Refusal> {
    let id = SittingId::new(format!("{}-{}", state.today, state.seed.letters()))
        .map_err(|_| gone("the sitting"))?;
    Ok(Sitting { kind, decision, check_ins, ..Sitting::new(id, state.today) })
}

pub(super) fn opening_vote(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let title = format!("Opening vote: {}", found(&desk, id)?.name());
    let votes =
        CHECK_IN.iter().position(|field| field.name == "confidence").ok_or_else(|| gone("the vote"))?;
    let form = Form::new(Subject::OpeningVote(id.clone()), title).step(Step::Set13).does("vote");
    Ok(form.fields(&CHECK_IN[votes..=votes], &CheckIn::on(id.clone())))
}

pub(super) fn save_opening_vote(form: &mut Form, state: &mut State, id: &KeyResultId) -> Outcome {
    let context = context(state, id)?;
    let entry = form.write(CHECK_IN, CheckIn::on(id.clone()), &mut |_| context.clone())?;
    let sitting = sitting(state, SittingKind::Opening, vec![entry], None)?;
    Ok(Save::new(state.desk()?.log(sitting)?).select(Target::KeyResult(id.clone())))
}

pub(super) fn decision() -> Form {
    let form = Form::new(Subject::Decision, "Decide and close the check-in").step(Step::Chk5).does("decide");
    form.text("decision", "decision", "“plan stands”, or what we do differently before next time")
}

pub(super) fn save_decision(form: &mut Form, state: &mut State) -> Outcome {
    let typed = crate::method::fields::one_line(form.typed("decision"));
    let decision = (!typed.is_empty()).then_some(typed);
    let sitting = sitting(state, SittingKind::CheckIn, Vec::new(), decision)?;
    Ok(Save::new(state.desk()?.log(sitting)?))
}

/// The width from which on two things that are known stand in one line.
const TWO_IN_A_LINE: usize = 50;

/// What is known: the last reading, how far it moved, the room's last median.
pub(super) fn aside(state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let Some((quarter, cycle)) = state.here() else { return Vec::new() };
    let Some((_, key_result)) = quarter.key_result(id) else { return Vec::new() };
    let measure = key_result.committed_measure();
    let mut known = vec![measure.movement(state.look.glyphs.to)];
    if let Some(last) = quarter.readings(id).last() {
        known.push(format!("last {} on {}", measure.shown(last.value), last.date.short(state.today)));
    }
    known.push(quarter.progress(key_result).to_string());
    let rounds = Rounds::of(quarter, cycle, state.workspace.cadence(quarter));
    if let Some(room) = rounds.last_room_median(id, state.today) {
        let on = fit::tied(&room.day.short(state.today));
        known.push(format!("room's last median {}, {on}", room.median));
    }
    let in_a_line = if width < TWO_IN_A_LINE { 1 } else { 2 };
    Lines::new(state, width)
        .each(known.chunks(in_a_line), |lines, known| lines.text(&known.join("   ")))
        .done()
}
