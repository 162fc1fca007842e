//! Forms of the Retrospective: notes, verdicts and at most three actions (RET-2 to RET-8).

use ratatui::text::Line;

use super::key_result::found;
use super::setting::{self, gone, plain};
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::Refusal;
use crate::domain::id::{KeyResultId, NoteId};
use crate::domain::retrospective::{Judged, Note, NoteKind};
use crate::domain::seed::Seed;
use crate::method::fields::{Input, of_note};
use crate::tui::detail;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::quarter as words;

/// What a new note is asked for: the dots of a lesson come later (RET-7).
const ASKED: [&str; 4] = ["text", "starts", "first_date", "seen_by"];

pub(super) fn new_note(state: &State, kind: NoteKind) -> Form {
    let form = Form::new(Subject::NewNote(kind), words::NEW_NOTE).step(kind.step());
    let form = form.fields(of_note(kind), &blank_note(state, kind)).only(&ASKED);
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

/// The verdict on a key result, an objective or an assumption, with the one that stands chosen.
pub(super) fn judge(state: &State, what: &Judged) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let title = match what {
        Judged::KeyResult(id) => found(&desk, id)?.name(),
        Judged::Objective(id) => &setting::found(&desk, id)?.title,
        Judged::Assumption(under, id) => {
            let found =
                setting::found(&desk, under)?.assumptions.iter().find(|assumption| assumption.id == *id);
            &found.ok_or_else(|| gone(anywhere::THE_ASSUMPTION))?.text
        }
    };
    let note = desk.quarter.verdict_on(what);
    let word = note.and_then(Note::verdict_word).unwrap_or_default();
    let text = note.map_or("", |note| &note.text);
    let mut form = Form::new(Subject::Judge(what.clone()), title).step(what.kind().step());
    form.entries.push(Entry::new("verdict", words::VERDICT, Input::Choice(what.words()), &word));
    form.entries.push(Entry::new("text", words::WHAT_TELLS_US, Input::Text, text));
    Ok(form.enter_goes_on())
}

pub(super) fn save_judge(form: &mut Form, state: &State, what: &Judged) -> Outcome {
    let desk = state.desk()?;
    let wrong = || Trouble { field: Some(0), says: words::CHOOSE_ONE_OF_THE_WORDS.to_owned() };
    let verdict = what.word(form.typed("verdict")).ok_or_else(wrong)?;
    let note = desk.judge(what, verdict, Some(form.typed("text")))?;
    let row = match what.clone() {
        Judged::KeyResult(id) => Target::KeyResult(id),
        Judged::Objective(id) => Target::Objective(id),
        Judged::Assumption(under, id) => Target::Assumption(under, id),
    };
    Ok(Save::new(desk.put_note(note)?).select(row))
}

/// What we believed at the start, in the middle and at the end, against what came out.
pub(super) fn judge_aside(state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let text = detail::belief(&desk, id);
    crate::tui::fit::wrap(&text, width).into_iter().map(|line| Line::raw(line.to_owned())).collect()
}
