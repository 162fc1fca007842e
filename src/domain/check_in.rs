//! Check-ins: one sitting is one file, written once; a correction is a new sitting that supersedes it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{Address, Change, Record};
use super::confidence::{Confidence, Votes};
use super::day::Day;
use super::id::{KeyResultId, LineId, SittingId};
use super::number::Number;
use super::quarter::QuarterKey;
use super::serial::tight;
use super::word::closed_list;
use crate::words::domain::records as words;

/// When in the cycle a sitting took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SittingKind {
    /// The opening vote before the commit (SET-13).
    Opening,
    /// A check-in, alone or together (CHK-1 to CHK-5).
    #[default]
    CheckIn,
}

closed_list! {
    /// Whether the plan is still right.
    pub enum Plan {
        /// Yes, it stands.
        Yes = "yes",
        /// Something changes.
        Adjust = "adjust",
        /// Stop this.
        Stop = "stop",
    }
}

/// What one sitting says about one key result. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckIn {
    /// Which key result.
    pub key_result: KeyResultId,
    /// What the measure reads.
    pub reading: Option<Number>,
    /// "Not readable yet" was said: an answer, other than silence.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_readable: bool,
    /// How likely the target is reached in full; one vote when alone, the room's when together.
    #[serde(default, skip_serializing_if = "Votes::is_empty")]
    pub confidence: Votes,
    /// What changed since the last time.
    pub changed: Option<String>,
    /// What blocks; an empty text says that nothing does any more.
    pub blocked: Option<String>,
    /// Whether the plan is still right.
    pub plan: Option<Plan>,
    /// What the guardrail reads.
    pub guardrail: Option<Number>,
}

impl CheckIn {
    /// Begins an empty answer for a key result.
    pub fn on(key_result: KeyResultId) -> Self {
        Self {
            key_result,
            reading: None,
            not_readable: false,
            confidence: Votes::default(),
            changed: None,
            blocked: None,
            plan: None,
            guardrail: None,
        }
    }

    /// Tells whether nothing at all was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::on(self.key_result.clone())
    }

    /// What was said beside its votes.
    #[must_use]
    pub fn without_vote(&self) -> Self {
        Self { confidence: Votes::default(), ..self.clone() }
    }

    /// The figure of its votes.
    pub fn median(&self) -> Option<Confidence> {
        self.confidence.median()
    }
}

/// How many of the objectives the room named without looking (CHK-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Recall {
    /// How many were named.
    pub named: u32,
    /// How many there were.
    pub of: u32,
}

/// What is done about a key result before the next check-in (CHK-4): by somebody, or nothing but watching it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Action {
    /// Names it within the sitting.
    pub id: LineId,
    /// The key result it is about.
    pub key_result: Option<KeyResultId>,
    /// What is done; "watch" where nothing is.
    pub text: String,
    /// Who asks.
    pub asker: Option<String>,
    /// By when.
    pub by: Option<Day>,
}

impl Action {
    /// What is done, who asks, by when: "larger runners, Kwame, by 12 Feb".
    pub fn shown(&self, today: Day) -> String {
        let by = self.by.map(|day| day.short(today));
        match (self.asker.as_deref(), by) {
            (Some(who), Some(by)) => words::who_does_by(&self.text, who, by),
            (Some(who), None) => words::who_does(&self.text, who),
            (None, Some(by)) => words::done_by(&self.text, by),
            (None, None) => self.text.clone(),
        }
    }
}

/// One sitting: what was said on one day about some key results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sitting {
    /// The file's name: the date and six random letters.
    #[serde(skip, default = "SittingId::blank")]
    pub id: SittingId,
    /// The day it speaks of.
    pub date: Day,
    /// Its place among the sittings of its day, from 1: what was said later stands, and letters drawn at random tell nothing of
    /// that. Two clones may give the same place; the ids decide then.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub order: u32,
    /// Opening vote or check-in.
    #[serde(default)]
    pub kind: SittingKind,
    /// The sitting this one corrects.
    pub supersedes: Option<SittingId>,
    /// The other corrections of the same sitting, made in another clone, whose place this one takes too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joins: Vec<SittingId>,
    /// Whether the room voted together and has seen the votes (CHK-3); what several votes say by themselves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub together: bool,
    /// What the room decided, or "plan stands" (CHK-5).
    pub decision: Option<String>,
    /// How many objectives the room named without looking (CHK-2).
    pub recall: Option<Recall>,
    /// What is done until the next check-in (CHK-4); a sitting with actions has no votes, as an action may name a person.
    #[serde(default, deserialize_with = "tight", rename = "action", skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// What was said, one entry a key result.
    #[serde(default, deserialize_with = "tight", rename = "check_in", skip_serializing_if = "Vec::is_empty")]
    pub check_ins: Vec<CheckIn>,
}
pub(super) fn first() -> u32 {
    1
}

// serde asks with a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
pub(super) fn is_first(order: &u32) -> bool {
    *order == first()
}

impl Sitting {
    /// Tells whether nothing is said in it, as in one that takes another back.
    pub fn is_empty(&self) -> bool {
        let says_nothing = self.check_ins.iter().all(CheckIn::is_empty) && self.actions.is_empty();
        says_nothing && self.decision.is_none() && self.recall.is_none()
    }

    /// What it says of a key result.
    pub fn said_of(&self, id: &KeyResultId) -> Option<&CheckIn> {
        self.check_ins.iter().find(|entry| entry.key_result == *id)
    }

    /// Tells whether it holds votes of the room on what an entry of it is about; a single vote otherwise was given alone and
    /// waits for the room.
    pub fn is_of_a_room(&self, entry: &CheckIn) -> bool {
        let votes = entry.confidence.len();
        votes > 1 || votes == 1 && self.together
    }

    /// The first vote in it that was given alone.
    pub fn voted_alone(&self) -> Option<&CheckIn> {
        let is_alone = |entry: &&CheckIn| !entry.confidence.is_empty() && !self.is_of_a_room(entry);
        self.check_ins.iter().find(is_alone)
    }

    /// Begins a check-in of a day in which nothing has been said yet.
    pub fn new(id: SittingId, date: Day) -> Self {
        Self {
            id,
            date,
            order: first(),
            kind: SittingKind::CheckIn,
            supersedes: None,
            joins: Vec::new(),
            together: false,
            decision: None,
            recall: None,
            actions: Vec::new(),
            check_ins: Vec::new(),
        }
    }
}

impl Change {
    /// The votes it gives alone, each with its quarter and sitting: what is remembered of one's own. Corrections are found by what
    /// they correct.
    pub fn votes_alone(&self) -> impl Iterator<Item = (&QuarterKey, &KeyResultId, &SittingId)> {
        self.edits.iter().filter(|edit| edit.before.is_none()).filter_map(|edit| {
            let Some((Address::Sitting(key, id), Record::Sitting(sitting))) = &edit.after else {
                return None;
            };
            let entry = sitting.voted_alone().filter(|_| sitting.supersedes.is_none())?;
            Some((key, &entry.key_result, id))
        })
    }
}
