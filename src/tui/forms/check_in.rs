//! Forms of Check-ins: the reading first, nothing pre-filled, the last reading and the room's last median beside it.

use ratatui::text::Line;

use super::key_result::found;
use super::place::typed_day;
use super::setting::gone;
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::day::{Day, Looks};
use crate::domain::decision::{Correction, Desk, Said};
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::seed::Seed;
use crate::method::check_ins::{Known, Logged, Rounds, correct, last_decided, log_alone, said_in};
use crate::method::fields::{CHECK_IN, Context, Input, NumberOf, one_line};
use crate::method::outside_view;
use crate::method::step::Step;
use crate::tui::detail::{self, Lines};
use crate::tui::fit;
use crate::tui::message::{Save, Then};
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::quarter as words;

/// The day of a sitting, the last field: a check-in is usually of today.
fn with_day(mut form: Form, date: Day) -> Form {
    let words = (words::ON, words::THE_DAY_IT_SPEAKS_OF);
    form.entries.push(Entry::new("date", words, Input::Day(Looks::Back), &date.to_string()));
    form
}

fn typed_date(form: &Form, state: &State) -> Result<Day, Trouble> {
    Ok(typed_day(form, "date", state.today)?.unwrap_or(state.today))
}

/// Names the units that reading and guardrail are read in.
fn in_units(form: Form, key_result: &KeyResult) -> Form {
    let guardrail = NumberOf::Guardrail.unit(key_result).to_owned();
    Form { guardrail, ..form.in_unit(key_result.measure.unit()) }
}

pub(super) fn check_in(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let mut form =
        Form::new(Subject::CheckIn(id.clone()), key_result.name()).step(Step::Chk1).does(words::LOG);
    form = in_units(form, key_result).fields(CHECK_IN, &CheckIn::on(id.clone()));
    form = with_day(form, state.today);
    only_what_is_read(&mut form, key_result);
    form.propose("not_readable", "");
    Ok(form)
}

/// Leaves the guardrail out where there is none.
fn only_what_is_read(form: &mut Form, key_result: &KeyResult) {
    if key_result.guardrail.is_none() {
        form.entries.retain(|entry| entry.name != "guardrail");
    }
}

pub(super) fn save_check_in(form: &mut Form, state: &State, seed: &mut Seed, id: &KeyResultId) -> Outcome {
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let entry =
        form.write(CHECK_IN, CheckIn::on(id.clone()), &mut |_| Context::of(key_result, desk.typing_day()))?;
    let date = typed_date(form, state)?;
    let sitting = Sitting { check_ins: vec![entry], ..Sitting::new(desk.sitting_id(date, seed)?, date) };
    let Logged { change, .. } = log_alone(&desk, sitting, &state.own_votes, seed)?;
    let mut save = Save::new(change).select(Target::KeyResult(id.clone()));
    if let Some(next) = next_to_log(&desk, id) {
        save.then = Then::Open(Subject::CheckIn(next.clone()));
        save.select = Some(Target::KeyResult(next));
    }
    Ok(save)
}

fn nothing_said() -> Refusal {
    gone(words::WHAT_IS_TO_BE_CORRECTED)
}

/// What a sitting says of a key result, as it was said, its confidence hidden: nobody sees a vote again by correcting a reading.
pub(super) fn correction(state: &State, (id, of): (&KeyResultId, &SittingId)) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let (sitting, entry) = said_in(&desk, of, id).ok_or_else(nothing_said)?;
    let key_result = found(&desk, id)?;
    let title = words::correct(sitting.date.short(state.today), key_result.name());
    let mut form = Form::new(Subject::Correction(id.clone(), of.clone()), title)
        .step(Step::Chk1)
        .does(words::CORRECT_LABEL);
    form = with_day(in_units(form, key_result).fields(CHECK_IN, entry), sitting.date);
    only_what_is_read(&mut form, key_result);
    if let Some(entry) = form.named("confidence") {
        *entry = Entry::new(entry.name, (entry.label, words::EMPTY_KEEPS_THE_VOTE), entry.input, "");
    }
    Ok(form)
}

pub(super) fn save_correction(
    form: &mut Form,
    state: &State,
    seed: &mut Seed,
    (id, of): (&KeyResultId, &SittingId),
) -> Outcome {
    if !form.is_changed() {
        return Ok(Save::new(Change::nothing()));
    }
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let date = typed_date(form, state)?;
    let (before, entry) = said_in(&desk, of, id).ok_or_else(nothing_said)?;
    let entry = form.write(CHECK_IN, entry.clone(), &mut |_| Context::of(key_result, desk.typing_day()))?;
    let correction = Correction { of: before.id.clone(), date: Some(date), says: Said::Entry(entry) };
    Ok(Save::new(correct(&desk, correction, seed)?).select(Target::KeyResult(id.clone())))
}

/// The next key result without a check-in in this round.
fn next_to_log(desk: &Desk<'_>, done: &KeyResultId) -> Option<KeyResultId> {
    let open = Rounds::at(desk).to_log(desk.today);
    let order: Vec<&KeyResultId> =
        desk.quarter.live_key_results().map(|(_, key_result)| &key_result.id).collect();
    let at = order.iter().position(|id| *id == done)?;
    let is_open = |id: &&&KeyResultId| open.iter().any(|key_result| key_result.id == ***id);
    let after = order[at + 1..].iter().find(is_open);
    after.map(|id| (*id).clone())
}

pub(super) fn opening_vote(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let title = words::opening_vote(found(&desk, id)?.name());
    let form = Form::new(Subject::OpeningVote(id.clone()), title).step(Step::Set13).does(words::VOTE);
    Ok(form.fields(CHECK_IN, &CheckIn::on(id.clone())).only(&["confidence"]))
}

pub(super) fn save_opening_vote(
    form: &mut Form,
    state: &State,
    seed: &mut Seed,
    id: &KeyResultId,
) -> Outcome {
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let entry =
        form.write(CHECK_IN, CheckIn::on(id.clone()), &mut |_| Context::of(key_result, desk.typing_day()))?;
    if entry.confidence.is_empty() {
        return Err(is_missing(form, "confidence", words::GIVE_THE_CONFIDENCE));
    }
    let blank = Sitting::new(desk.sitting_id(desk.today, seed)?, desk.today);
    let sitting = Sitting { kind: SittingKind::Opening, check_ins: vec![entry], ..blank };
    let Logged { change, .. } = log_alone(&desk, sitting, &state.own_votes, seed)?;
    Ok(Save::new(change).select(Target::KeyResult(id.clone())))
}

/// Says at the one field that is asked that it is empty.
fn is_missing(form: &Form, field: &str, says: &str) -> Trouble {
    Trouble { field: form.place_of(field), says: says.to_owned() }
}

fn typed_decision(form: &Form) -> Option<String> {
    Some(one_line(form.typed("decision"))).filter(|decision| !decision.is_empty())
}

pub(super) fn decision(state: &State) -> Form {
    let form = Form::new(Subject::Decision, words::DECIDE_AND_CLOSE_THE_CHECK_IN)
        .step(Step::Chk5)
        .does(words::DECIDE);
    with_day(form.text("decision", words::DECISION_LABEL, words::DECISION), state.today)
}

pub(super) fn save_decision(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    let date = typed_date(form, state)?;
    let decision =
        typed_decision(form).ok_or_else(|| is_missing(form, "decision", words::SAY_WHAT_IS_DECIDED))?;
    let desk = state.desk()?;
    let blank = Sitting::new(desk.sitting_id(date, seed)?, date);
    Ok(Save::new(desk.log(Sitting { decision: Some(decision), ..blank })?))
}

pub(super) fn decision_correction(state: &State) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let (sitting, decided) = last_decided(&desk).ok_or_else(nothing_said)?;
    let title = words::correct_what_was_decided_on(sitting.date.short(state.today));
    let mut form = Form::new(Subject::DecisionCorrection, title).step(Step::Chk5);
    form.entries.push(Entry::new("decision", (words::DECISION_LABEL, words::DECISION), Input::Text, decided));
    Ok(with_day(form, sitting.date))
}

pub(super) fn save_decision_correction(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    if !form.is_changed() {
        return Ok(Save::new(Change::nothing()));
    }
    let date = typed_date(form, state)?;
    let says = Said::Decision(typed_decision(form));
    let desk = state.desk()?;
    let (before, _) = last_decided(&desk).ok_or_else(nothing_said)?;
    Ok(Save::new(desk.correct(Correction { of: before.id.clone(), date: Some(date), says }, seed)?))
}

/// The width from which on two things that are known stand in one line.
const TWO_IN_A_LINE: usize = 50;

/// What is known: the last reading, how far it moved, the room's last median.
pub(super) fn aside(state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let quarter = desk.quarter;
    let Some((_, key_result)) = quarter.key_result(id) else { return Vec::new() };
    let Known { measure, last, room, guardrail } = Known::of(key_result, &desk, state.today);
    let mut lines_first = Lines::new(state, width);
    let mut known = vec![measure.movement(state.look.glyphs.to)];
    let revised = key_result.revised_to(state.look.glyphs.to, state.today);
    known.extend(revised.map(anywhere::since_revised_to));
    known.extend(last.map(|last| words::last_on(measure.shown(last.value), last.date.short(state.today))));
    known.push(quarter.progress(key_result).to_string());
    known.extend(
        room.map(|room| words::rooms_last_median(room.median, fit::tied(&room.day.short(state.today)))),
    );
    if let Some(guarded) = &key_result.guardrail {
        known.push(format!("{} {}", anywhere::GUARDRAIL, detail::guardrail_words(guarded, guardrail)));
    }
    if let Some(last) = quarter.final_reading(id) {
        let (shown, day) = (measure.shown(last.value), last.date.short(state.today));
        let says = words::the_final_reading_stands(shown, day);
        lines_first = lines_first.attention(&says);
    }
    let in_a_line = if width < TWO_IN_A_LINE { 1 } else { 2 };
    let lines = lines_first.each(known.chunks(in_a_line), |lines, known| lines.text(&known.join("   ")));
    if key_result.is_committed() {
        return lines.done();
    }
    // Before the opening vote: the view from outside.
    let before = outside_view::lines(&state.workspace, &quarter.key, key_result, state.look.glyphs.to);
    lines.gap().each(before, |lines, says| lines.quiet(&says)).done()
}
