//! What a quarter teaches: notes, verdicts and at most three actions (RET-1 to RET-8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check_in::{first, is_first};
use super::day::Day;
use super::id::{KeyResultId, LineId, NoteId, ObjectiveId};
use super::key_result::KeyResult;
use super::objective::{Assumption, AssumptionState, Objective};
use super::quarter::Quarter;
use super::step::Step;
use super::word::{closed_list, word};
use crate::words::domain::records as words;

/// The most changes a retrospective may choose (RET-7).
pub const MOST_ACTIONS: usize = 3;

closed_list! {
    /// What a note of the retrospective is, in the order of the steps.
    #[derive(PartialOrd, Ord)]
    pub enum NoteKind {
        /// "What did we learn?"
        Lesson = "lesson",
        /// "Which key results were too easy or too hard?" as a note, or the verdict on one key result.
        Difficulty = "difficulty",
        /// "Which objectives mattered less than we thought?" as a note, or the verdict on one objective.
        Importance = "importance",
        /// "Which assumptions were wrong?" as a note, or the verdict on one assumption.
        Assumption = "assumption",
        /// One thing of the process to keep or cut (RET-6).
        Process = "process",
        /// A change to how the next quarter is set (RET-7).
        Action = "action",
        /// What we are proud of (RET-8).
        Proud = "proud",
    }
}

impl NoteKind {
    /// The step that asks for it.
    pub fn step(self) -> Step {
        match self {
            Self::Lesson => Step::Ret2,
            Self::Difficulty => Step::Ret3,
            Self::Importance => Step::Ret4,
            Self::Assumption => Step::Ret5,
            Self::Process => Step::Ret6,
            Self::Action => Step::Ret7,
            Self::Proud => Step::Ret8,
        }
    }
}

closed_list! {
    /// Whether a target was right (RET-3).
    pub enum Difficulty {
        /// Too easy.
        Easy = "easy",
        /// Right.
        Right = "right",
        /// Too hard.
        Hard = "hard",
    }
}

impl Difficulty {
    /// The verdict as it is said.
    pub fn says(self) -> &'static str {
        match self {
            Self::Easy => words::TOO_EASY,
            Self::Right => words::RIGHT,
            Self::Hard => words::TOO_HARD,
        }
    }
}

closed_list! {
    /// Whether an objective mattered as much as thought (RET-4).
    pub enum Importance {
        /// More than thought.
        More = "more",
        /// As thought.
        As = "as",
        /// Less than thought.
        Less = "less",
    }
}

impl Importance {
    /// The verdict as it is said.
    pub fn says(self) -> &'static str {
        match self {
            Self::More => words::MORE_THAN_THOUGHT,
            Self::As => words::AS_THOUGHT,
            Self::Less => words::LESS_THAN_THOUGHT,
        }
    }
}

/// What a verdict is on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judged {
    /// A key result: too easy, right or too hard (RET-3).
    KeyResult(KeyResultId),
    /// An objective: more, as or less important than thought (RET-4).
    Objective(ObjectiveId),
    /// An assumption of an objective: held, wrong or unknown (RET-5).
    Assumption(ObjectiveId, LineId),
}

impl Judged {
    /// The kind of the note that holds the verdict.
    pub fn kind(&self) -> NoteKind {
        match self {
            Self::KeyResult(_) => NoteKind::Difficulty,
            Self::Objective(_) => NoteKind::Importance,
            Self::Assumption(..) => NoteKind::Assumption,
        }
    }

    /// The words of its verdicts, as they are typed and stand in the files.
    pub fn words(&self) -> &'static [&'static str] {
        match self {
            Self::KeyResult(_) => Difficulty::WORDS,
            Self::Objective(_) => Importance::WORDS,
            Self::Assumption(..) => AssumptionState::VERDICTS,
        }
    }

    /// The one of its words that was typed, in any case.
    pub fn word(&self, typed: &str) -> Option<&'static str> {
        self.words().iter().find(|word| word.eq_ignore_ascii_case(typed.trim())).copied()
    }
}

/// A note, verdict or action; unnamed, one file each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// The file's name.
    #[serde(skip, default = "NoteId::blank")]
    pub id: NoteId,
    /// What it is.
    pub kind: NoteKind,
    /// What it says; may be empty for a verdict.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The day it was written.
    pub date: Day,
    /// Its place among the notes of its day, from 1, as that of a sitting.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub order: u32,
    /// How many dots the room gave a lesson (RET-7).
    pub dots: Option<u32>,
    /// The key result a difficulty is about.
    pub key_result: Option<KeyResultId>,
    /// The objective an importance or an assumption is about.
    pub objective: Option<ObjectiveId>,
    /// The assumption a verdict is about.
    pub assumption: Option<LineId>,
    /// The verdict on the key result.
    pub difficulty: Option<Difficulty>,
    /// The verdict on the objective.
    pub importance: Option<Importance>,
    /// The verdict on the assumption.
    pub verdict: Option<AssumptionState>,
    /// Who starts an action.
    pub starts: Option<String>,
    /// The first date of an action.
    pub first_date: Option<Day>,
    /// How we will see that an action works.
    pub seen_by: Option<String>,
}
impl Note {
    /// Begins a note of a kind.
    pub fn new(id: NoteId, kind: NoteKind, text: impl Into<String>, date: Day) -> Self {
        Self {
            id,
            kind,
            text: text.into(),
            date,
            order: first(),
            dots: None,
            key_result: None,
            objective: None,
            assumption: None,
            difficulty: None,
            importance: None,
            verdict: None,
            starts: None,
            first_date: None,
            seen_by: None,
        }
    }

    /// Tells whether it is the verdict on this; one on an assumption that names no objective is on any of that id.
    pub fn judges(&self, what: &Judged) -> bool {
        match what {
            Judged::KeyResult(id) => self.difficulty.is_some() && self.key_result.as_ref() == Some(id),
            Judged::Objective(id) => self.importance.is_some() && self.objective.as_ref() == Some(id),
            Judged::Assumption(under, id) => {
                let is_under = self.objective.as_ref().is_none_or(|about| about == under);
                self.verdict.is_some() && self.assumption.as_ref() == Some(id) && is_under
            }
        }
    }

    /// Tells whether it is a verdict on one key result, objective or assumption rather than a free note.
    pub fn is_verdict(&self) -> bool {
        self.difficulty.is_some() || self.importance.is_some() || self.verdict.is_some()
    }

    /// The word of its verdict, as it is typed.
    pub fn verdict_word(&self) -> Option<String> {
        let word_of_rest = || self.importance.as_ref().map(word).or_else(|| self.verdict.as_ref().map(word));
        self.difficulty.as_ref().map(word).or_else(word_of_rest)
    }

    /// Its verdict as it is said.
    pub fn verdict_says(&self) -> Option<String> {
        let said = self.difficulty.map(Difficulty::says).or(self.importance.map(Importance::says));
        said.map(str::to_owned).or_else(|| self.verdict_word())
    }

    /// Its verdict with what was said to it: `too hard: the API came in May`.
    pub fn judgement(&self) -> Option<String> {
        let says = self.verdict_says()?;
        Some(if self.text.is_empty() { says } else { format!("{says}: {}", self.text) })
    }
}

impl Quarter {
    /// The notes of a kind, in the order they were written.
    pub fn notes_of(&self, kind: NoteKind) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(move |note| note.kind == kind)
    }

    /// The scored key results that were not marked too easy, right or too hard (RET-3).
    pub fn unmarked_key_results(&self) -> impl Iterator<Item = &KeyResult> {
        let is_marked = |kr: &KeyResult| self.verdict_on(&Judged::KeyResult(kr.id.clone())).is_some();
        let scored = self.key_results().map(|(_, kr)| kr).filter(|kr| self.outcome(kr).score().is_some());
        scored.filter(move |kr| !is_marked(kr))
    }

    /// The objectives of which nobody said whether they mattered (RET-4).
    pub fn unmarked_objectives(&self) -> impl Iterator<Item = &Objective> {
        let is_marked = |id: &ObjectiveId| self.verdict_on(&Judged::Objective(id.clone())).is_some();
        self.live_objectives().filter(move |objective| !is_marked(&objective.id))
    }

    /// The assumptions of which nobody said how they came out (RET-5).
    pub fn unmarked_assumptions(&self) -> impl Iterator<Item = &Assumption> {
        self.objectives.iter().flat_map(move |under| {
            under.assumptions.iter().filter(move |one| self.verdict_on_assumption(under, one).is_none())
        })
    }

    /// The verdict that stands on an assumption of an objective (RET-5).
    pub fn verdict_on_assumption(&self, under: &Objective, assumption: &Assumption) -> Option<&Note> {
        self.verdict_on(&Judged::Assumption(under.id.clone(), assumption.id.clone()))
    }

    /// The verdict that stands on this (RET-3 to RET-5).
    pub fn verdict_on(&self, what: &Judged) -> Option<&Note> {
        self.notes.iter().find(|note| note.judges(what))
    }
}
