//! The frame of a quarter: its state by dates, its lists and its ground rules (SET-1, SET-6, SET-14).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::dependency::Answer;
use super::fingers::{Fist, Tone};
use super::id::{CycleId, LineId};
use super::lint::Waivers;
use super::serial::{is_usual, tight};
use super::word::closed_list;
use crate::words::anywhere;
use crate::words::domain::records as words;

closed_list! {
    /// How often a team checks in; there is no other cadence.
    #[derive(Default)]
    pub enum Cadence {
        /// Every 14 days: six times a quarter.
        #[default]
        BiWeekly = "bi-weekly",
        /// Every 28 days: three times a quarter.
        Monthly = "monthly",
    }
}

impl Cadence {
    /// The days from one check-in to the next.
    pub fn days(self) -> i64 {
        match self {
            Self::BiWeekly => 14,
            Self::Monthly => 28,
        }
    }
}

/// When and why something was given up; it keeps its history and gets no score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dropped {
    /// The day.
    pub date: Day,
    /// The reason, in the team's words.
    pub reason: String,
}

/// Five yes/no answers on how the quarter is run (SET-1); `None` is "not asked".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Principles {
    /// No review and no pay hangs on these.
    pub pay_free: Option<bool>,
    /// Key results are outcomes.
    pub outcomes: Option<bool>,
    /// Goals are negotiated.
    pub negotiated: Option<bool>,
    /// Goals are ambitious.
    pub ambitious: Option<bool>,
    /// Goals are few.
    pub few: Option<bool>,
}

/// A line of the not-now or keep-running list: neither is scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ListLine {
    /// Names it within its list.
    pub id: LineId,
    /// What it says.
    pub text: String,
    /// Why it stands here.
    pub reason: Option<String>,
}

/// One of the lists beside the set; none is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum List {
    /// What we say no to, by name (SET-6).
    NotNow,
    /// What simply goes on.
    KeepRunning,
    /// Why nothing might have moved on the last day (SET-12).
    PreMortem,
    /// What waits for the retrospective, which empties it (RET-2).
    ParkingLot,
    /// Work with a date.
    Delivery,
}

impl List {
    /// Every list.
    pub const ALL: &'static [Self] =
        &[Self::NotNow, Self::KeepRunning, Self::PreMortem, Self::ParkingLot, Self::Delivery];

    /// The list's name above its lines.
    pub fn title(self) -> &'static str {
        match self {
            Self::NotNow => anywhere::NOT_NOW,
            Self::KeepRunning => anywhere::KEEP_RUNNING,
            Self::PreMortem => words::PRE_MORTEM,
            Self::ParkingLot => words::PARKING_LOT,
            Self::Delivery => words::DELIVERY,
        }
    }

    /// The list's name in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotNow => words::THE_NOT_NOW_LIST,
            Self::KeepRunning => words::THE_KEEP_RUNNING_LIST,
            Self::PreMortem => words::THE_PRE_MORTEM,
            Self::ParkingLot => words::THE_PARKING_LOT,
            Self::Delivery => words::THE_DELIVERY_LIST,
        }
    }

    /// The list's name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotNow => "not-now",
            Self::KeepRunning => "keep-running",
            Self::PreMortem => "pre-mortem",
            Self::ParkingLot => "parking-lot",
            Self::Delivery => "delivery",
        }
    }

    /// The key under which its lines stand in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotNow => "not_now",
            Self::KeepRunning => "keep_running",
            Self::PreMortem => "pre_mortem",
            Self::ParkingLot => "parking_lot",
            Self::Delivery => "delivery",
        }
    }
}

/// A line of the delivery list: work that is promised or planned, dated and unscored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Delivery {
    /// Names it within the list.
    pub id: LineId,
    /// What is delivered.
    pub text: String,
    /// By when.
    pub due: Option<Day>,
    /// To whom it is promised.
    pub promised_to: Option<String>,
    /// Whether it has been delivered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

closed_list! {
    /// What became of something handed over from the last quarter (HND-1).
    pub enum HandedVerdict {
        /// A key result that goes on as it was; its baseline is asked again.
        Continue = "continue",
        /// A key result that goes on in another form.
        Reshape = "reshape",
        /// A key result that ends here.
        Retire = "retire",
        /// A lesson, assumption or action that shaped this setting.
        Used = "used",
        /// Kept in mind.
        Kept = "kept",
        /// Let go.
        Dismissed = "dismissed",
    }
}

/// The tick on one point of the hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Handed {
    /// The note, key result or assumption of the last quarter.
    pub id: LineId,
    /// What became of it.
    pub verdict: HandedVerdict,
}

/// A stop or question somebody went past, with the reason they gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Override {
    /// The rule.
    pub rule: String,
    /// The reason.
    pub reason: String,
    /// The day.
    pub date: Day,
}

closed_list! {
    /// The answer to an alignment test (SET-11).
    pub enum Nearer {
        /// Clearly nearer.
        Yes = "yes",
        /// Somewhat.
        Partly = "partly",
        /// No: the alignment is nominal.
        No = "no",
    }
}

/// The two alignment tests of a set (SET-11); `None` is "not asked".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Alignment {
    /// "If all our OKRs came true, would the function's be clearly nearer?"
    pub ours: Option<Nearer>,
    /// "If all the function's came true, would the company's?"
    pub above: Option<Nearer>,
    /// Why a nominal alignment is kept.
    pub reason: Option<String>,
}

impl Alignment {
    /// Tells whether a test was answered no: shown so until reworked, kept with a reason, or dropped.
    pub fn is_nominal(&self) -> bool {
        self.ours == Some(Nearer::No) || self.above == Some(Nearer::No)
    }

    /// Tells whether neither test was answered, and nothing was said of it.
    pub fn is_unasked(&self) -> bool {
        *self == Self::default()
    }
}

/// What mid-quarter left for others: who hears of it, and where freed time goes (MID-3).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct MidQuarter {
    /// Who must hear what changed.
    pub told: Option<String>,
    /// Where the freed time goes.
    pub freed: Option<String>,
}

/// The frame of a quarter: its state by dates, its lists and its ground rules.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Frame {
    /// Whether its file could not be read, or not in full: what is missing here may stand there. It is never written.
    #[serde(skip)]
    pub is_unread: bool,
    /// How often the team checks in, where it differs from the settings.
    pub cadence: Option<Cadence>,
    /// The quarter whose hand-over this one opens with.
    pub follows: Option<CycleId>,
    /// The day the set was committed (SET-14).
    pub committed: Option<Day>,
    /// The day the quarter was closed (RET-8).
    pub closed: Option<Day>,
    /// The sponsor's promise that a target not reached is a learning signal (SET-1).
    pub sponsor_promise: Option<String>,
    /// What the set as a whole tells (SCO-4).
    pub pattern: Option<String>,
    /// The fist to five before the commit, nameless (SET-14).
    #[serde(default, skip_serializing_if = "Fist::is_empty")]
    pub fist: Fist,
    /// How freely the room could speak at the retrospective, nameless (RET-1).
    #[serde(default, skip_serializing_if = "Tone::is_empty")]
    pub tone: Tone,
    /// The principles check (SET-1).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub principles: Principles,
    /// Questions about the set as a whole that are not asked any more, with their reasons.
    #[serde(default, rename = "waiver", skip_serializing_if = "Waivers::is_empty")]
    pub waivers: Waivers,
    /// The two alignment tests (SET-11).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub alignment: Alignment,
    /// What mid-quarter left for others (MID-3).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub mid_quarter: MidQuarter,
    /// Why nothing might have moved on the last day (SET-12).
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub pre_mortem: Vec<ListLine>,
    /// What waits for the retrospective, which empties it.
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub parking_lot: Vec<ListLine>,
    /// What we say no to, by name (SET-6).
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub not_now: Vec<ListLine>,
    /// What simply goes on.
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub keep_running: Vec<ListLine>,
    /// Work with a date, unscored.
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub delivery: Vec<Delivery>,
    /// What became of the hand-over.
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub handed: Vec<Handed>,
    /// What we answer to teams that ask us for something (SET-10).
    #[serde(default, deserialize_with = "tight", rename = "answer", skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Stops that were gone past, with reasons.
    #[serde(default, deserialize_with = "tight", rename = "override", skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<Override>,
}

impl Frame {
    /// The plain lines of a list; none for the delivery list, whose lines are dated.
    pub fn lines(&self, list: List) -> &[ListLine] {
        match list {
            List::NotNow => &self.not_now,
            List::KeepRunning => &self.keep_running,
            List::PreMortem => &self.pre_mortem,
            List::ParkingLot => &self.parking_lot,
            List::Delivery => &[],
        }
    }

    /// The plain lines of a list, to be changed; `None` for the delivery list, whose lines are dated.
    pub fn lines_mut(&mut self, list: List) -> Option<&mut Vec<ListLine>> {
        match list {
            List::NotNow => Some(&mut self.not_now),
            List::KeepRunning => Some(&mut self.keep_running),
            List::PreMortem => Some(&mut self.pre_mortem),
            List::ParkingLot => Some(&mut self.parking_lot),
            List::Delivery => None,
        }
    }

    /// The plain lines of all lists, each with its list.
    pub fn plain_lines(&self) -> impl Iterator<Item = (List, &ListLine)> {
        List::ALL.iter().flat_map(|list| self.lines(*list).iter().map(move |line| (*list, line)))
    }
}
