//! What the room recorded at the end: final reading, score, reason, one sentence (SCO-1 to SCO-3).

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::day::Day;
use super::id::KeyResultId;
use super::number::Number;
use super::score::Score;
use super::serial::tight;
use super::word::closed_list;

closed_list! {
    /// Whether the work was done, apart from whether the outcome moved (SCO-1).
    pub enum WorkDone {
        /// All of it.
        Yes = "yes",
        /// Some of it.
        Partly = "partly",
        /// None of it.
        No = "no",
    }
}

/// A reading taken after the quarter, for a late payback; it never touches the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LaterReading {
    /// The day it was read.
    pub date: Day,
    /// What it read.
    pub reading: Number,
}

/// The closing record of one key result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Scoring {
    /// The file's name: the key result's id.
    #[serde(skip, default = "KeyResultId::blank")]
    pub key_result: KeyResultId,
    /// The final reading.
    pub reading: Option<Number>,
    /// The day of the final reading.
    pub date: Option<Day>,
    /// The cycle in which it can be read, where that is a later one.
    pub reads_later: Option<String>,
    /// The score the room agreed on.
    pub score: Option<Score>,
    /// The day on which the room decided: gave the score, or said that it reads later.
    pub decided: Option<Day>,
    /// The score was given before scoring opened: provisional, and asked again then (section 3).
    #[serde(default, rename = "provisional", skip_serializing_if = "std::ops::Not::not")]
    pub is_provisional: bool,
    /// Why the room moved it away from the formula by more than 0.1.
    pub reason: Option<String>,
    /// What it tells us, in one sentence.
    pub tells_us: Option<String>,
    /// Whether the work was done.
    pub work_done: Option<WorkDone>,
    /// Readings taken after the quarter, oldest first.
    #[serde(default, deserialize_with = "by_day", rename = "later", skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<LaterReading>,
}

/// A file has them as they were noted, also what was noted afterwards for an earlier day.
fn by_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<LaterReading>, D::Error> {
    let mut readings: Vec<LaterReading> = tight(deserializer)?;
    readings.sort_by_key(|later| later.date);
    Ok(readings)
}

impl Scoring {
    /// The same without what was read after the quarter, which the close does not end.
    #[must_use]
    pub fn as_decided(&self) -> Self {
        Self { later: Vec::new(), ..self.clone() }
    }

    /// Begins an empty record.
    pub fn of(key_result: KeyResultId) -> Self {
        Self {
            key_result,
            reading: None,
            date: None,
            reads_later: None,
            score: None,
            decided: None,
            is_provisional: false,
            reason: None,
            tells_us: None,
            work_done: None,
            later: Vec::new(),
        }
    }
}

/// How one key result came out: scored, dropped and reads-later are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Scored by the room.
    Scored(Score),
    /// Scored before scoring opened: it counts as it stands, and is asked again (section 3).
    Provisional(Score),
    /// Dropped on the way: no score, never 0.
    Dropped,
    /// Readable only in a later cycle.
    ReadsLater,
    /// Still beside the set: its number or its target was never found.
    ToFindOut,
    /// A draft, before the commit or beside the set: scoring asks for nothing that was never committed (SCO-3).
    Draft,
    /// Not scored yet.
    Open,
}

impl Outcome {
    /// The word for it, as a program reads it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Scored(_) => "scored",
            Self::Provisional(_) => "provisional",
            Self::Dropped => "dropped",
            Self::ReadsLater => "reads-later",
            Self::ToFindOut => "to-find-out",
            Self::Draft => "draft",
            Self::Open => "open",
        }
    }

    /// The score, where the room gave one; what was dropped or reads later has none.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Scored(score) | Self::Provisional(score) => Some(score),
            Self::Dropped | Self::ReadsLater | Self::ToFindOut | Self::Draft | Self::Open => None,
        }
    }

    /// Tells whether nothing more comes of it within its quarter: it is scored, was dropped or reads later.
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Scored(_) | Self::Dropped | Self::ReadsLater)
    }

    /// Tells whether scoring asks for it: no score stands, or only a provisional one.
    pub fn is_to_score(self) -> bool {
        matches!(self, Self::Open | Self::Provisional(_))
    }
}
