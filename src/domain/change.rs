//! A change is a value: it can be applied, inverted, told in a sentence and written to files.

use std::fmt;

use serde::Serialize;

use super::check_in::Sitting;
use super::cycle::Cycle;
use super::display::quoted;
use super::effort::Effort;
use super::frame::Frame;
use super::id::{CycleId, KeyResultId, NoteId, ObjectiveId, SessionId, SittingId, TeamId};
use super::key_result::KeyResult;
use super::objective::Objective;
use super::own_step::OwnSteps;
use super::quarter::QuarterKey;
use super::retrospective::Note;
use super::scoring::Scoring;
use super::stop_rule::StopRule;
use super::team::{Settings, Team};
use super::word::word;
use crate::words::domain::records as words;

/// Where a record stands; each address is one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// `okr.toml`.
    Settings,
    /// `steps.toml`.
    Steps,
    /// A team.
    Team(TeamId),
    /// A cycle.
    Cycle(CycleId),
    /// The frame of a quarter.
    Frame(QuarterKey),
    /// An objective.
    Objective(QuarterKey, ObjectiveId),
    /// A key result under an objective.
    KeyResult(QuarterKey, ObjectiveId, KeyResultId),
    /// A sitting.
    Sitting(QuarterKey, SittingId),
    /// The closing record of a key result.
    Scoring(QuarterKey, KeyResultId),
    /// A note of the retrospective.
    Note(QuarterKey, NoteId),
    /// An entry of the effort ledger.
    Effort(QuarterKey, SessionId),
}

impl Address {
    /// The quarter the record belongs to, if to one.
    pub fn quarter(&self) -> Option<&QuarterKey> {
        match self {
            Self::Settings | Self::Steps | Self::Team(_) | Self::Cycle(_) => None,
            Self::Frame(key)
            | Self::Objective(key, _)
            | Self::KeyResult(key, ..)
            | Self::Sitting(key, _)
            | Self::Scoring(key, _)
            | Self::Note(key, _)
            | Self::Effort(key, _) => Some(key),
        }
    }

    /// The id by which a person names the record.
    pub fn id(&self) -> &str {
        match self {
            Self::Settings => "settings",
            Self::Steps => "steps",
            Self::Team(id) => id.as_str(),
            Self::Cycle(id) => id.as_str(),
            Self::Frame(_) => "quarter",
            Self::Objective(_, id) => id.as_str(),
            Self::KeyResult(_, _, id) | Self::Scoring(_, id) => id.as_str(),
            Self::Sitting(_, id) => id.as_str(),
            Self::Note(_, id) => id.as_str(),
            Self::Effort(_, id) => id.as_str(),
        }
    }
}

impl Address {
    /// The record this one stands in: a key result in its objective, all of a quarter in its frame, a frame in its team.
    pub fn host(&self) -> Option<Self> {
        match self {
            Self::Settings | Self::Steps | Self::Team(_) | Self::Cycle(_) => None,
            Self::Frame(key) => Some(Self::Team(key.team.clone())),
            Self::KeyResult(key, under, _) => Some(Self::Objective(key.clone(), under.clone())),
            Self::Objective(key, _)
            | Self::Sitting(key, _)
            | Self::Scoring(key, _)
            | Self::Note(key, _)
            | Self::Effort(key, _) => Some(Self::Frame(key.clone())),
        }
    }

    /// Whether its name says what it is about and nobody invents it, so that two who write it mean the same.
    pub fn is_one_of_a_kind(&self) -> bool {
        match self {
            Self::Settings | Self::Steps | Self::Cycle(_) | Self::Frame(_) => true,
            Self::Team(_)
            | Self::Objective(..)
            | Self::KeyResult(..)
            | Self::Sitting(..)
            | Self::Scoring(..)
            | Self::Note(..)
            | Self::Effort(..) => false,
        }
    }

    /// Whether both name the same record: a key result is the same wherever it stands in its quarter.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::KeyResult(key, _, id), Self::KeyResult(other_key, _, other)) => {
                (key, id) == (other_key, other)
            }
            _ => self == other,
        }
    }

    /// All it stands in, the nearest first.
    pub fn hosts(&self) -> impl Iterator<Item = Self> + use<> {
        std::iter::successors(self.host(), Self::host)
    }
}

/// The path of the file within the workspace, with `/` on every system: `cycles/2027-q1.toml`.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => write!(f, "okr.toml"),
            Self::Steps => write!(f, "steps.toml"),
            Self::Team(team) => write!(f, "teams/{team}/team.toml"),
            Self::Cycle(cycle) => write!(f, "cycles/{cycle}.toml"),
            Self::Frame(key) => write!(f, "teams/{key}/cycle.toml"),
            Self::Objective(key, id) => write!(f, "teams/{key}/objectives/{id}/objective.toml"),
            Self::KeyResult(key, under, id) => write!(f, "teams/{key}/objectives/{under}/{id}.toml"),
            Self::Sitting(key, id) => write!(f, "teams/{key}/checkins/{id}.toml"),
            Self::Scoring(key, id) => write!(f, "teams/{key}/scores/{id}.toml"),
            Self::Note(key, id) => write!(f, "teams/{key}/retro/{id}.toml"),
            Self::Effort(key, id) => write!(f, "teams/{key}/sessions/{id}.toml"),
        }
    }
}

/// The contents of one file, written as what it is a record of.
#[expect(clippy::large_enum_variant, reason = "records are few and short-lived; a box would only hide them")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Record {
    /// What holds for everyone.
    Settings(Settings),
    /// What the teams say or time otherwise at the steps.
    Steps(OwnSteps),
    /// A team.
    Team(Team),
    /// A cycle.
    Cycle(Cycle),
    /// The frame of a quarter.
    Frame(Frame),
    /// An objective, always without its key results.
    Objective(Objective),
    /// A key result.
    KeyResult(KeyResult),
    /// A sitting.
    Sitting(Sitting),
    /// The closing record of a key result.
    Scoring(Scoring),
    /// A note of the retrospective.
    Note(Note),
    /// An entry of the effort ledger.
    Effort(Effort),
}

impl Record {
    /// The record of an objective, without the key results that have files of their own.
    pub fn objective(objective: &Objective) -> Self {
        Self::Objective(Objective { key_results: Vec::new(), ..objective.clone() })
    }

    /// How a sentence calls it: the key result “sign-in failures”, the check-in of 2027-02-11. It names nobody.
    pub fn called(&self) -> String {
        match self {
            Self::Settings(_) => words::WHAT_HOLDS_FOR_EVERYONE.to_owned(),
            Self::Steps(_) => words::THE_STEPS_AS_THE_TEAMS_HAVE_THEM.to_owned(),
            Self::Team(team) => words::the_team(quoted(&team.name)),
            Self::Cycle(cycle) => words::the_cycle(&cycle.label),
            Self::Frame(_) => words::THE_QUARTER.to_owned(),
            Self::Objective(objective) => words::the_objective(quoted(&objective.title)),
            Self::KeyResult(key_result) => words::the_key_result(quoted(key_result.name())),
            Self::Sitting(sitting) => words::the_check_in_of(sitting.date),
            Self::Scoring(scoring) => words::the_score_of(&scoring.key_result),
            Self::Note(note) if note.text.trim().is_empty() => words::the_note(quoted(&word(&note.kind))),
            Self::Note(note) => words::the_note(quoted(&note.text)),
            Self::Effort(effort) => words::the_effort_of(quoted(&effort.title)),
        }
    }
}

/// One file before and after: created, changed, moved or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where it stood and what it said; `None` when it is new.
    pub before: Option<(Address, Record)>,
    /// Where it stands and what it says; `None` when it goes.
    pub after: Option<(Address, Record)>,
}

impl Edit {
    /// A new file.
    pub fn create(address: Address, record: Record) -> Self {
        Self { before: None, after: Some((address, record)) }
    }

    /// Another content at the same place.
    pub fn update(address: Address, before: Record, after: Record) -> Self {
        Self { before: Some((address.clone(), before)), after: Some((address, after)) }
    }

    /// A file that goes.
    pub fn remove(address: Address, record: Record) -> Self {
        Self { before: Some((address, record)), after: None }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

/// One decision in the team's words, with the files it touches in the order in which they may be written: every prefix
/// leaves a valid workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it does, as read after "Undid:": "set the target of sign-in failures to 0.4 %".
    pub sentence: String,
    /// The files, what is referred to first.
    pub edits: Vec<Edit>,
}

impl Change {
    /// Makes a change that changes nothing.
    pub fn nothing() -> Self {
        Self { sentence: String::new(), edits: Vec::new() }
    }

    /// Makes a change of one file.
    pub fn one(sentence: impl Into<String>, edit: Edit) -> Self {
        Self { sentence: sentence.into(), edits: vec![edit] }
    }

    /// The record it makes last, to be filled further.
    pub fn made(&mut self) -> Option<&mut Record> {
        Some(&mut self.edits.last_mut()?.after.as_mut()?.1)
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { sentence: self.sentence.clone(), edits: self.edits.iter().rev().map(Edit::inverse).collect() }
    }

    /// The quarter it is in; none where it is above the quarters or in several.
    pub fn quarter(&self) -> Option<&QuarterKey> {
        let sides = self.edits.iter().filter_map(|edit| edit.after.as_ref().or(edit.before.as_ref()));
        let mut keys = sides.filter_map(|(address, _)| address.quarter());
        let first = keys.next()?;
        keys.all(|key| key == first).then_some(first)
    }

    /// Both as one step, the other after this one; a record that both change goes the whole way at once.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for edit in other.edits {
            let address =
                |edit: &Edit| edit.after.as_ref().or(edit.before.as_ref()).map(|(at, _)| at.clone());
            let at = address(&edit);
            match self.edits.iter_mut().find(|known| address(known) == at) {
                Some(known) => known.after = edit.after,
                None => self.edits.push(edit),
            }
        }
        self
    }

    /// Tells whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.edits.iter().all(|edit| edit.before == edit.after)
    }
}

/// Why a decision cannot be taken, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The rule.
    pub rule: StopRule,
    /// What it is about: a key result, an objective, the set.
    pub about: String,
    /// What stands in the way.
    pub says: String,
    /// What to do.
    pub hint: String,
    /// Whether a written reason goes past it.
    pub force: Force,
}

/// Whether a stop can be gone past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// There is no way past (the few hard stops of the method).
    Hard,
    /// A written reason goes past it.
    AsksReason,
}

impl Stop {
    /// Makes a hard stop.
    pub fn hard(
        rule: impl Into<StopRule>,
        about: impl Into<String>,
        says: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            rule: rule.into(),
            about: about.into(),
            says: says.into(),
            hint: hint.into(),
            force: Force::Hard,
        }
    }

    /// Makes a stop that a written reason goes past.
    pub fn asks(
        rule: impl Into<StopRule>,
        about: impl Into<String>,
        says: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { force: Force::AsksReason, ..Self::hard(rule, about, says, hint) }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about, self.says)
    }
}

/// Everything that stands in the way of a decision; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The stops, in the order of the screens.
    pub stops: Vec<Stop>,
}

impl Refusal {
    /// Makes a refusal with one hard stop.
    pub fn one(
        rule: impl Into<StopRule>,
        about: impl Into<String>,
        says: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { stops: vec![Stop::hard(rule, about, says, hint)] }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, stop) in self.stops.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            write!(f, "{stop}; {}", stop.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

/// What a decision comes to.
pub type Decision = Result<Change, Refusal>;
