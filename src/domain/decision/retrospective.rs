//! Notes, verdicts, at most three actions, and the close (RET-2 to RET-8).

use std::collections::BTreeMap;

use super::commit::gone_past;
use super::{Desk, quoted, written};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal, Stop};
use crate::domain::id::{KeyResultId, LONGEST_ID, NoteId};
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Judged, MOST_ACTIONS, Note, NoteKind};
use crate::domain::scoring::Outcome;
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::domain::word::{from_word, word};
use crate::words::counted;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::retrospective as words;
use crate::words::domain::decision::talk;

impl Desk<'_> {
    /// Begins a note with an id of random letters, behind those of its day.
    ///
    /// # Errors
    /// The text is blank.
    pub fn note(&self, kind: NoteKind, text: &str, seed: &mut Seed) -> Result<Note, Refusal> {
        let text = written(text, words::THE_NOTE, words::ITS_TEXT)?;
        let notes = &self.quarter.notes;
        let id = note_id(seed.free_letters(|id| notes.iter().any(|note| note.id.as_str() == id)))?;
        let last =
            notes.iter().filter(|note| note.date == self.today && !note.is_verdict()).map(|note| note.order);
        let order = last.max().map_or(1, |last| last.saturating_add(1));
        Ok(Note { order, ..Note::new(id, kind, text, self.today) })
    }

    /// Records how many dots each lesson got, in all (RET-7): by them the next kick-off shows its lessons.
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn record_lesson_dots(&self, dots: &BTreeMap<NoteId, u32>) -> Decision {
        self.still_open()?;
        let edit = |before: &Note| {
            let after = Note { dots: dots.get(&before.id).copied(), ..before.clone() };
            let address = Address::Note(self.key(), before.id.clone());
            (after != *before)
                .then(|| Edit::update(address, Record::Note(before.clone()), Record::Note(after)))
        };
        let lessons = self.quarter.notes_of(NoteKind::Lesson);
        Ok(Change { sentence: talk::RECORD_THE_DOTS.to_owned(), edits: lessons.filter_map(edit).collect() })
    }

    /// A verdict by its word (RET-3 to RET-5): over the one that stands on the same, else anew. Its file carries the name of what
    /// is judged, so two people who judge it get one verdict. Without a text that of the same verdict is kept.
    ///
    /// # Errors
    /// The word is no verdict on this.
    pub fn judge(&self, what: &Judged, verdict: &str, text: Option<&str>) -> Result<Note, Refusal> {
        let verdict = what.word(verdict).ok_or_else(|| super::unknown("verdict", verdict))?;
        let (kind, notes) = (what.kind(), &self.quarter.notes);
        let stands = notes.iter().find(|note| note.kind == kind && note.judges(what));
        let kept = stands.filter(|note| note.verdict_word().as_deref() == Some(verdict));
        let text = text.or(kept.map(|note| note.text.as_str())).unwrap_or_default();
        let id = stands.map_or_else(|| self.verdict_id(what), |note| Ok(note.id.clone()))?;
        let note = Note::new(id, kind, text.trim(), self.today);
        Ok(match what.clone() {
            Judged::KeyResult(id) => Note { key_result: Some(id), difficulty: from_word(verdict), ..note },
            Judged::Objective(id) => Note { objective: Some(id), importance: from_word(verdict), ..note },
            Judged::Assumption(under, id) => {
                Note { objective: Some(under), assumption: Some(id), verdict: from_word(verdict), ..note }
            }
        })
    }

    /// The name of a new verdict: its kind and what it is on. A long one is cut, and two of one beginning are told apart by a
    /// number.
    fn verdict_id(&self, what: &Judged) -> Result<NoteId, Refusal> {
        let on = match what {
            Judged::KeyResult(id) => id.as_str(),
            Judged::Objective(id) => id.as_str(),
            Judged::Assumption(_, id) => id.as_str(),
        };
        let name = format!("{}-{on}", word(&what.kind()));
        let cut = |longest: usize| name.chars().take(longest).collect::<String>();
        let numbered = (2..).map(|at| format!("{}-{at}", cut(LONGEST_ID - 4)));
        let is_free = |id: &String| !self.quarter.notes.iter().any(|note| note.id.as_str() == id);
        note_id(std::iter::once(cut(LONGEST_ID)).chain(numbered).find(is_free).unwrap_or_default())
    }

    /// Writes a note, verdict or action, new or over the one of the same id.
    ///
    /// # Errors
    /// It says nothing, speaks of something that does not exist, would be a fourth action, or the quarter is closed.
    pub fn put_note(&self, note: Note) -> Decision {
        self.still_open()?;
        if note.text.trim().is_empty() && !note.is_verdict() {
            return Err(Refusal::one(
                Step::Ret2,
                words::THE_NOTE,
                words::IT_SAYS_NOTHING,
                words::WRITE_ONE_LINE,
            ));
        }
        self.check_subject(&note)?;
        let before = self.quarter.notes.iter().find(|other| other.id == note.id);
        if note.kind == NoteKind::Action && before.is_none_or(|before| before.kind != NoteKind::Action) {
            self.check_room_for_action()?;
        }
        let sentence = note_sentence(self.quarter, &note);
        let address = Address::Note(self.key(), note.id.clone());
        let edit = match before {
            Some(before) => Edit::update(address, Record::Note(before.clone()), Record::Note(note)),
            None => Edit::create(address, Record::Note(note)),
        };
        Ok(Change::one(sentence, edit))
    }

    fn check_room_for_action(&self) -> Result<(), Refusal> {
        let actions = self.quarter.notes_of(NoteKind::Action).count();
        if actions < MOST_ACTIONS {
            return Ok(());
        }
        let hint = words::TWO_DONE_BEAT_SEVEN_BEGUN;
        Err(Refusal::one(Step::Ret7, words::THE_ACTIONS, words::THREE_ARE_CHOSEN, hint))
    }

    fn check_subject(&self, note: &Note) -> Result<(), Refusal> {
        if let Some(id) = &note.key_result {
            self.key_result(id)?;
        }
        let Some(id) = &note.objective else { return Ok(()) };
        let objective = self.objective(id)?;
        match &note.assumption {
            Some(id) if !objective.assumptions.iter().any(|assumption| assumption.id == *id) => {
                Err(super::unknown("assumption", id.as_str()))
            }
            _ => Ok(()),
        }
    }

    /// Takes a note, verdict or action away.
    ///
    /// # Errors
    /// It does not exist or the quarter is closed.
    pub fn remove_note(&self, id: &NoteId) -> Decision {
        self.still_open()?;
        let found = self.quarter.notes.iter().find(|note| note.id == *id);
        let note = found.ok_or_else(|| super::unknown("note", id.as_str()))?;
        let sentence = match note.verdict_says() {
            Some(verdict) => words::take_back_the_verdict(subject(self.quarter, note), verdict),
            None => words::remove_the_note(quoted(&note.text)),
        };
        let address = Address::Note(self.key(), id.clone());
        Ok(Change::one(sentence, Edit::remove(address, Record::Note(note.clone()))))
    }

    /// Everything that stands in the way of the close.
    pub fn close_stops(&self) -> Vec<Stop> {
        if let Err(Refusal { stops }) = self.is_read() {
            return stops;
        }
        let mut stops: Vec<Stop> = self.unread_stops().collect();
        if self.quarter.frame.committed.is_none() {
            stops.push(Stop::hard(
                Step::Set14,
                words::THE_QUARTER,
                words::IT_WAS_NEVER_COMMITTED,
                shared::COMMIT_THE_SET_FIRST,
            ));
        }
        for (_, key_result) in self.quarter.key_results() {
            let name = quoted(key_result.name());
            match self.quarter.outcome(key_result) {
                // What cannot be read is named already.
                Outcome::Open if self.is_score_unread(&key_result.id) => {}
                Outcome::Open => {
                    let hint = words::SCORE_IT;
                    stops.push(Stop::hard(Step::Sco3, name, shared::IT_IS_NOT_SCORED_YET, hint));
                }
                Outcome::Provisional(_) => {
                    let hint = words::DOES_IT_STAND;
                    stops.push(Stop::asks(Step::Sco3, name, words::ITS_SCORE_IS_PROVISIONAL, hint));
                }
                Outcome::Scored(_)
                | Outcome::Dropped
                | Outcome::ReadsLater
                | Outcome::ToFindOut
                | Outcome::Draft => {}
            }
        }
        stops.extend(self.retrospective_questions());
        stops
    }

    /// Whether there is a score, and it cannot be read.
    fn is_score_unread(&self, id: &KeyResultId) -> bool {
        let file = format!("teams/{}/scores/{id}.toml", self.quarter.key);
        self.workspace.unread_of(&self.quarter.key).any(|unread| *unread == file)
    }

    fn retrospective_questions(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        if self.quarter.notes_of(NoteKind::Lesson).next().is_none() {
            stops.push(Stop::asks(
                Step::Ret2,
                words::THE_RETROSPECTIVE,
                words::NO_LESSON_IS_WRITTEN_DOWN,
                words::WRITE_DOWN_A_LESSON,
            ));
        }
        let parked = self.quarter.frame.parking_lot.len();
        if parked > 0 {
            let says = counted::LINES_ARE_PARKED.of(parked);
            stops.push(Stop::asks(Step::Ret2, words::THE_RETROSPECTIVE, says, words::WHAT_BECOMES_OF_THEM));
        }
        let unmarked = self.quarter.unmarked_key_results().count();
        if unmarked > 0 {
            let says = counted::KEY_RESULTS_ARE_NOT_MARKED.of(unmarked);
            stops.push(Stop::asks(
                Step::Ret3,
                words::THE_RETROSPECTIVE,
                says,
                words::TOO_EASY_RIGHT_OR_TOO_HARD,
            ));
        }
        let unmarked = self.quarter.unmarked_objectives().count();
        if unmarked > 0 {
            let says = counted::OBJECTIVES_ARE_NOT_MARKED.of(unmarked);
            stops.push(Stop::asks(
                Step::Ret4,
                words::THE_RETROSPECTIVE,
                says,
                words::MORE_AS_OR_LESS_IMPORTANT,
            ));
        }
        stops.extend(self.quarter.unmarked_assumptions().map(|assumption| {
            let about = quoted(&assumption.text);
            Stop::asks(Step::Ret5, about, words::IT_HAS_NO_VERDICT, words::HELD_WRONG_OR_STILL_UNKNOWN)
        }));
        let says = match self.quarter.notes_of(NoteKind::Action).count() {
            0 => Some(words::NO_ACTION_IS_CHOSEN),
            1..=MOST_ACTIONS => None,
            _ => Some(words::MORE_THAN_THREE_ACTIONS_ARE_CHOSEN),
        };
        let hint = words::CHOOSE_UP_TO_THREE;
        stops.extend(says.map(|says| Stop::asks(Step::Ret7, words::THE_RETROSPECTIVE, says, hint)));
        stops
    }

    /// Closes the quarter; from here on it is history.
    ///
    /// # Errors
    /// A key result is not scored, or something asks for a reason and none is given.
    pub fn close(&self, reason: Option<&str>) -> Decision {
        self.still_open()?;
        let overrides = gone_past(self.close_stops(), reason, self.today)?;
        let mut frame = self.quarter.frame.clone();
        frame.closed = Some(self.today);
        frame.overrides.extend(overrides);
        Ok(Change::one(format!("close {}", self.cycle.label), self.frame_edit(frame)))
    }
}

fn note_id(text: String) -> Result<NoteId, Refusal> {
    NoteId::new(text).map_err(|bad| {
        Refusal::one(StopRule::Id, words::THE_NOTE, bad.to_string(), words::CHOOSE_A_SHORTER_ID)
    })
}

fn note_sentence(quarter: &Quarter, note: &Note) -> String {
    match (&note.kind, note.verdict_says()) {
        (NoteKind::Action, _) => words::choose_the_action(quoted(&note.text)),
        (_, Some(verdict)) => words::judge(subject(quarter, note), verdict),
        (_, None) => format!("note {}", quoted(&note.text)),
    }
}

/// What a verdict is about, by name.
fn subject(quarter: &Quarter, note: &Note) -> String {
    let objective = note.objective.as_ref().and_then(|id| quarter.objective(id));
    let assumption = objective.and_then(|objective| {
        objective.assumptions.iter().find(|line| note.assumption.as_ref() == Some(&line.id))
    });
    let key_result = note.key_result.as_ref().and_then(|id| quarter.key_result(id));
    let name = key_result.map(|(_, found)| found.name()).or(assumption.map(|line| line.text.as_str()));
    quoted(name.or(objective.map(|objective| objective.title.as_str())).unwrap_or_default())
}
