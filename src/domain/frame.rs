//! The frame of a quarter: its state by dates, its lists and its ground rules (SET-1, SET-6, SET-14).

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::{CycleId, LineId};
use super::lint::Waivers;

/// How often a team checks in; there is no other cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cadence {
    /// Every 14 days: six times a quarter.
    #[default]
    BiWeekly,
    /// Every 28 days: three times a quarter.
    Monthly,
}

impl Cadence {
    /// The days from one check-in to the next.
    #[must_use]
    pub fn days(self) -> i64 {
        match self {
            Self::BiWeekly => 14,
            Self::Monthly => 28,
        }
    }
}

/// When and why something was given up; it keeps its history and gets no score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// The day.
    pub date: Day,
    /// The reason, in the team's words.
    pub reason: String,
}

/// Five yes/no answers on how the quarter is run (SET-1); `None` is "not asked".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Principles {
    /// No review and no pay hangs on these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_free: Option<bool>,
    /// Key results are outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<bool>,
    /// Goals are negotiated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negotiated: Option<bool>,
    /// Goals are ambitious.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ambitious: Option<bool>,
    /// Goals are few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few: Option<bool>,
}

/// A line of the not-now or keep-running list: neither is scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListLine {
    /// Names it within its list.
    pub id: LineId,
    /// What it says.
    pub text: String,
    /// Why it stands here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A line of the delivery list: work that is promised or planned, dated and unscored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Names it within the list.
    pub id: LineId,
    /// What is delivered.
    pub text: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// To whom it is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_to: Option<String>,
    /// Whether it has been delivered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

/// What became of something handed over from the last quarter (HND-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandedVerdict {
    /// A lesson, assumption or action that shaped this setting.
    Used,
    /// Kept in mind.
    Kept,
    /// Let go.
    Dismissed,
    /// A key result that goes on as it was; its baseline is asked again.
    Continue,
    /// A key result that goes on in another form.
    Reshape,
    /// A key result that ends here.
    Retire,
}

/// The tick on one point of the hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// The note, key result or assumption of the last quarter.
    pub id: LineId,
    /// What became of it.
    pub verdict: HandedVerdict,
}

/// A stop or question somebody went past, with the reason they gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The rule.
    pub rule: String,
    /// The reason.
    pub reason: String,
    /// The day.
    pub date: Day,
}

/// The frame of a quarter: its state by dates, its lists and its ground rules.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Frame {
    /// How often the team checks in, where it differs from the settings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Cadence>,
    /// The quarter whose hand-over this one opens with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<CycleId>,
    /// The day the set was committed (SET-14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committed: Option<Day>,
    /// The day the quarter was closed (RET-8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Day>,
    /// The sponsor's promise that a target not reached is a learning signal (SET-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor_promise: Option<String>,
    /// What the set as a whole tells (SCO-4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The principles check (SET-1).
    #[serde(default, skip_serializing_if = "is_unanswered")]
    pub principles: Principles,
    /// Questions about the set as a whole that are not asked any more, with their reasons.
    #[serde(default, rename = "waiver", skip_serializing_if = "Waivers::is_empty")]
    pub waivers: Waivers,
    /// What we say no to, by name (SET-6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_now: Vec<ListLine>,
    /// What simply goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep_running: Vec<ListLine>,
    /// Work with a date, unscored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery: Vec<Delivery>,
    /// What became of the hand-over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed: Vec<Handed>,
    /// Stops that were gone past, with reasons.
    #[serde(default, rename = "override", skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<Override>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_unanswered(principles: &Principles) -> bool {
    *principles == Principles::default()
}
