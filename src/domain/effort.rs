//! The effort ledger: what the process itself costs the team.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use rust_decimal::prelude::ToPrimitive as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::{LineId, SessionId};
use super::quantity::{read_in_unit, time_unit};
use super::quarter::Phase;
use super::serial::tight;
use super::step::{SessionKind, Step};
use super::word::closed_list;

/// The longest a session may last, in minutes.
pub const LONGEST_SESSION: u32 = 24 * 60;

/// The most people that were in a room.
pub const MOST_PEOPLE: u32 = 1_000;

/// One person for one minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct PersonMinutes(pub u32);

impl Add for PersonMinutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for PersonMinutes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self(0), Self::add)
    }
}

impl fmt::Display for PersonMinutes {
    /// Hours and minutes: `9 h 10`, `40 min`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => f.pad(&format!("{minutes} min")),
            (hours, 0) => f.pad(&format!("{hours} h")),
            (hours, minutes) => f.pad(&format!("{hours} h {minutes:02}")),
        }
    }
}

/// Reads a length of time in whole minutes, as it is typed or shown: `90`, `90 min`, `1 h 30`, `1:30`. Days are none: one of work
/// is as long as the team has it, and no session lasts one (section 6).
pub fn minutes(typed: &str) -> Option<u32> {
    let mut words = typed.split(|sign: char| !sign.is_alphabetic()).map(str::to_lowercase);
    let hour = time_unit("h")?.1;
    if words.any(|word| time_unit(&word).is_some_and(|(_, length)| length > hour)) {
        return None;
    }
    let on_the_clock = typed.split_once(':').map(|(_, minutes)| minutes.trim().parse::<u32>());
    if on_the_clock.is_some_and(|minutes| minutes.is_ok_and(|minutes| minutes > 59)) {
        return None;
    }
    let has_seconds = typed.matches(':').count() == 2;
    let typed = if has_seconds { typed.to_owned() } else { typed.replace(':', " h ") };
    let number = read_in_unit(&typed, "min").ok()?.decimal();
    if number.is_integer() { number.to_u32() } else { None }
}

closed_list! {
    /// The four phases effort is counted by.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum EffortPhase {
        /// Setting (SET).
        Setting = "setting",
        /// Check-ins and mid-quarter (CHK, MID).
        CheckIns = "check-ins",
        /// Scoring (SCO).
        Scoring = "scoring",
        /// Retrospective and hand-over (RET, HND).
        Retrospective = "retrospective",
    }
}

impl From<Phase> for EffortPhase {
    /// The phase in which effort is counted while a quarter stands there.
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Unread | Phase::Setting => Self::Setting,
            Phase::CheckIns => Self::CheckIns,
            Phase::Scoring => Self::Scoring,
            Phase::Retrospective | Phase::Closed => Self::Retrospective,
        }
    }
}

/// The minutes of one step within an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StepMinutes {
    /// Which step.
    pub id: Step,
    /// Minutes each person spent on it.
    pub minutes: u32,
    /// Why it was left out, where it was.
    pub left_out: Option<String>,
}

/// One entry of the ledger: so many people for so many minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    /// The file's name.
    #[serde(skip, default = "SessionId::blank")]
    pub id: SessionId,
    /// The day it was spent.
    pub date: Day,
    /// The phase it counts for.
    pub phase: EffortPhase,
    /// What it was: "Check-in 4", "readings".
    pub title: String,
    /// Minutes each person spent.
    pub minutes: u32,
    /// How many people, an outside facilitator counted.
    pub people: u32,
    /// The session it was clocked in; none for what was declared.
    pub session: Option<SessionKind>,
    /// The steps, with their minutes; together they are those of the entry.
    #[serde(default, deserialize_with = "tight", rename = "step", skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepMinutes>,
    /// The points of the hand-over that were gone through in the session (HND-1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<LineId>,
}
impl Effort {
    /// Begins an entry that nobody has spent a minute on yet.
    pub fn new(id: SessionId, date: Day, phase: EffortPhase, title: impl Into<String>) -> Self {
        let (title, steps, ticked) = (title.into(), Vec::new(), Vec::new());
        Self { id, date, phase, title, minutes: 0, people: 0, session: None, steps, ticked }
    }

    /// What it cost.
    pub fn cost(&self) -> PersonMinutes {
        PersonMinutes(self.minutes.saturating_mul(self.people))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_as_it_is_shown() {
        for (typed, read) in [
            ("90", Some(90)),
            ("90 min", Some(90)),
            ("1 h 30", Some(90)),
            ("1:30", Some(90)),
            ("1:10:00", Some(70)),
            ("1:10:30", None),
            ("1.5 h", Some(90)),
            (" 2 h ", Some(120)),
            ("1.5", None),
            ("1 day", None),
            ("0.5 days", None),
            ("2 Weeks", None),
            ("1:75", None),
            ("-5", None),
            ("1e999", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(minutes(typed), read, "{typed:?}");
        }
        for cost in [1, 59, 60, 61, 600, LONGEST_SESSION] {
            assert_eq!(minutes(&PersonMinutes(cost).to_string()), Some(cost));
        }
    }
}
