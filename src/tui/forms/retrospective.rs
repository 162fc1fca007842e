//! Forms of the Retrospective: notes, verdicts and at most three actions (RET-2 to RET-8).

use ratatui::text::Line;

use super::key_result::found;
use super::setting::{gone, plain};
use super::subject::Subject;
use super::{Entry, Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::id::{KeyResultId, LineId, NoteId, ObjectiveId};
use crate::domain::objective::AssumptionState;
use crate::domain::retrospective::{Difficulty, Importance, Note, NoteKind};
use crate::domain::seed::Seed;
use crate::domain::word::from_word;
use crate::method::fields::{Input, of_note};
use crate::method::step::Step;
use crate::tui::detail;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::quarter as words;

pub(super) fn new_note(state: &State, kind: NoteKind) -> Form {
    let form = Form::new(Subject::NewNote(kind), words::NEW_NOTE).step(kind.step());
    let form = form.fields(of_note(kind), &blank_note(state, kind));
    if kind == NoteKind::Action { form.enter_goes_on() } else { form }
}

fn blank_note(state: &State, kind: NoteKind) -> Note {
    Note::new(NoteId::blank(), kind, "", state.today)
}

pub(super) fn save_new_note(form: &mut Form, state: &State, seed: &mut Seed, kind: NoteKind) -> Outcome {
    let written = form.write(of_note(kind), blank_note(state, kind), &mut |_| plain(state))?;
    let desk = state.desk()?;
    let named = desk.note(kind, &written.text, seed)?;
    let note = Note { id: named.id, ..written };
    let target = Target::Note(note.id.clone());
    Ok(Save::new(desk.put_note(note)?).select(target))
}

fn find_note(state: &State, id: &NoteId) -> Result<Note, Refusal> {
    let desk = state.desk()?;
    desk.quarter.notes.iter().find(|note| note.id == *id).cloned().ok_or_else(|| gone(words::THE_NOTE))
}

pub(super) fn note(state: &State, id: &NoteId) -> Result<Form, Refusal> {
    let note = find_note(state, id)?;
    let form = Form::new(Subject::Note(id.clone()), anywhere::NOTE).step(note.kind.step());
    Ok(form.fields(of_note(note.kind), &note))
}

pub(super) fn save_note(form: &mut Form, state: &State, id: &NoteId) -> Outcome {
    let before = find_note(state, id)?;
    let after = form.write(of_note(before.kind), before, &mut |_| plain(state))?;
    Ok(Save::new(state.desk()?.put_note(after)?).select(Target::Note(id.clone())))
}

/// The words of a verdict, with the one that stands chosen.
fn verdict_entry(words: &'static [&'static str], chosen: &str) -> Entry {
    let words_of = words::VERDICT;
    Entry::new("verdict", words_of, Input::Choice(words), chosen)
}

fn verdict_form(mut form: Form, words: &'static [&'static str], before: Option<(&str, &str)>) -> Form {
    let (verdict, text) = before.unwrap_or_default();
    form.entries.push(verdict_entry(words, verdict));
    let words = words::WHAT_TELLS_US;
    form.entries.push(Entry::new("text", words, Input::Text, text));
    form.enter_goes_on()
}

fn typed_verdict<T: serde::de::DeserializeOwned>(form: &Form) -> Result<T, super::Trouble> {
    from_word(form.typed("verdict"))
        .ok_or_else(|| super::Trouble { field: Some(0), says: words::CHOOSE_ONE_OF_THE_WORDS.to_owned() })
}

pub(super) fn difficulty(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let title = found(&desk, id)?.name().to_owned();
    let form = Form::new(Subject::Difficulty(id.clone()), title).step(Step::Ret3);
    let note = desk.quarter.notes.iter().find(|note| note.judges_key_result(id));
    let word = note.and_then(|note| note.difficulty.as_ref()).map(crate::domain::word::word);
    let before = note.zip(word.as_deref()).map(|(note, word)| (word, note.text.as_str()));
    Ok(verdict_form(form, Difficulty::WORDS, before))
}

pub(super) fn save_difficulty(form: &mut Form, state: &State, id: &KeyResultId) -> Outcome {
    let desk = state.desk()?;
    let note = desk.difficulty(id, typed_verdict(form)?, Some(form.typed("text")))?;
    Ok(Save::new(desk.put_note(note)?).select(Target::KeyResult(id.clone())))
}

/// What we believed at the start, in the middle and at the end, against what came out.
pub(super) fn difficulty_aside(state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let text = detail::belief(&desk, id);
    crate::tui::fit::wrap(&text, width).into_iter().map(|line| Line::raw(line.to_owned())).collect()
}

pub(super) fn importance(state: &State, id: &ObjectiveId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let title = desk.quarter.objective(id).ok_or_else(|| gone(anywhere::THE_OBJECTIVE))?.title.clone();
    let form = Form::new(Subject::Importance(id.clone()), title).step(Step::Ret4);
    let note = desk.quarter.notes.iter().find(|note| note.judges_objective(id));
    let word = note.and_then(|note| note.importance.as_ref()).map(crate::domain::word::word);
    let before = note.zip(word.as_deref()).map(|(note, word)| (word, note.text.as_str()));
    Ok(verdict_form(form, Importance::WORDS, before))
}

pub(super) fn save_importance(form: &mut Form, state: &State, id: &ObjectiveId) -> Outcome {
    let desk = state.desk()?;
    let note = desk.importance(id, typed_verdict(form)?, Some(form.typed("text")))?;
    Ok(Save::new(desk.put_note(note)?).select(Target::Objective(id.clone())))
}

pub(super) fn verdict(state: &State, under: &ObjectiveId, id: &LineId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let objective = desk.quarter.objective(under).ok_or_else(|| gone(anywhere::THE_OBJECTIVE))?;
    let found = objective.assumptions.iter().find(|assumption| assumption.id == *id);
    let title = found.ok_or_else(|| gone(anywhere::THE_ASSUMPTION))?.text.clone();
    let form = Form::new(Subject::Verdict(under.clone(), id.clone()), title).step(Step::Ret5);
    let note = desk.quarter.notes.iter().find(|note| note.judges_assumption(under, id));
    let word = note.and_then(|note| note.verdict.as_ref()).map(crate::domain::word::word);
    let before = note.zip(word.as_deref()).map(|(note, word)| (word, note.text.as_str()));
    Ok(verdict_form(form, AssumptionState::VERDICTS, before))
}

pub(super) fn save_verdict(form: &mut Form, state: &State, (under, id): (&ObjectiveId, &LineId)) -> Outcome {
    let desk = state.desk()?;
    let note = desk.assumption_verdict((under, id), typed_verdict(form)?, Some(form.typed("text")))?;
    Ok(Save::new(desk.put_note(note)?).select(Target::Assumption(under.clone(), id.clone())))
}
