//! Objectives: what we are trying to achieve, in words, without a number.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::between::links;
use super::day::Day;
use super::frame::Dropped;
use super::id::{LineId, ObjectiveId};
use super::key_result::KeyResult;
use super::lint::Waivers;
use super::serial::tight;
use super::word::{closed_list, word};

/// The distance between two neighbours in a fresh order, so that one can be put between them without touching either.
pub const RANK_STEP: i64 = 10;

/// The rank of an objective whose file cannot be read: behind all that were read. It is never written.
pub const RANK_UNREAD: i64 = i64::MAX;

closed_list! {
    /// Where an objective came from.
    pub enum Origin {
        /// Ours.
        Ours = "ours",
        /// Offered and negotiated.
        Negotiated = "negotiated",
        /// Handed down.
        HandedDown = "handed-down",
    }
}

closed_list! {
    /// What came of an assumption (MID-1, RET-5).
    pub enum AssumptionState {
        /// Holding so far (mid-quarter).
        Holding = "holding",
        /// Doubtful (mid-quarter).
        Shaky = "shaky",
        /// It held.
        Held = "held",
        /// It was wrong.
        Wrong = "wrong",
        /// Nobody can tell yet.
        Unknown = "unknown",
    }
}

impl AssumptionState {
    /// The words of what can be said of it at the end (RET-5).
    pub const VERDICTS: &'static [&'static str] = &[
        Self::WORDS[Self::Held as usize],
        Self::WORDS[Self::Wrong as usize],
        Self::WORDS[Self::Unknown as usize],
    ];
}

/// Something we take for granted, and how we would notice that it is wrong (SET-12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assumption {
    /// Names it within the objective.
    pub id: LineId,
    /// What we assume.
    pub text: String,
    /// How we would notice that it is wrong.
    pub noticed_by: Option<String>,
    /// Where it stands in mid-quarter.
    pub state: Option<AssumptionState>,
}

closed_list! {
    /// Which side a change was asked from.
    pub enum Asker {
        /// Those whose goals it contributes to.
        Above = "above",
        /// Those whose goals contribute to it.
        Below = "below",
    }
}

/// A change that was asked of an objective from above or below, and what came of it (section 1, align, do not cascade).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Negotiation {
    /// Names it within the objective.
    pub id: LineId,
    /// What was asked, in one line.
    pub asked: String,
    /// Who asked: those above or those below.
    pub from: Asker,
    /// The day it was asked.
    pub date: Day,
    /// What came of it; none while it is talked about.
    pub outcome: Option<String>,
}

impl fmt::Display for Negotiation {
    /// "from above: cover checkout too; no, sign-in comes first", or "; open".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outcome = self.outcome.as_deref().unwrap_or("open");
        // What is a whole sentence in its file goes on here.
        let asked = self.asked.trim_end().trim_end_matches('.');
        write!(f, "from {}: {asked}; {outcome}", word(&self.from))
    }
}

closed_list! {
    /// What mid-quarter said about an objective (MID-2).
    pub enum Verdict {
        /// We would choose it again today.
        Keep = "keep",
        /// Something about it changes, by revisions.
        Change = "change",
        /// It is dropped.
        Drop = "drop",
    }
}

/// The verdict of mid-quarter, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MidVerdict {
    /// Keep, change or drop.
    pub verdict: Verdict,
    /// Why.
    pub reason: Option<String>,
    /// The day.
    pub date: Day,
}

impl MidVerdict {
    /// The verdict, and why where that was said: `change: the bank left`.
    pub fn says(&self) -> String {
        let verdict = word(&self.verdict);
        self.reason.as_deref().map_or(verdict.clone(), |why| format!("{verdict}: {why}"))
    }
}

/// What an objective says from a day on, and why it was changed (MID-3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wording {
    /// The day of the change; of the commit for the first.
    pub date: Day,
    /// Why.
    pub reason: String,
    /// The sentence from then on.
    pub title: String,
}

/// An objective with its key results; the key results stand in files of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Objective {
    /// The folder's name.
    #[serde(skip, default = "ObjectiveId::blank")]
    pub id: ObjectiveId,
    /// The sentence.
    pub title: String,
    /// Its place in the quarter, in steps with gaps.
    #[serde(default)]
    pub rank: i64,
    /// One line: why now.
    pub why_now: Option<String>,
    /// Whether it is ours, negotiated or handed down.
    pub origin: Option<Origin>,
    /// What it contributes to: `company/2027-q1/trust`.
    pub contributes_to: Option<String>,
    /// How it contributes, in one sentence.
    pub contribution: Option<String>,
    /// Which other contribution was weighed.
    pub alternative: Option<String>,
    /// Why it contributes to nothing above, where it does not; one of a set may (SET-11).
    pub no_link: Option<String>,
    /// The strongest argument for it (SET-5).
    pub argument_for: Option<String>,
    /// The strongest argument against it (SET-5).
    pub argument_against: Option<String>,
    /// How many dots the room gave it, in all (SET-4).
    pub dots: Option<u32>,
    /// Where it came from: `2026-q4/sign-in`.
    pub carried_from: Option<String>,
    /// The verdict of mid-quarter (MID-2).
    pub mid_quarter: Option<MidVerdict>,
    /// The day and reason it was dropped.
    pub dropped: Option<Dropped>,
    /// Questions that are not asked of it any more, with their reasons.
    #[serde(default, rename = "waiver", skip_serializing_if = "Waivers::is_empty")]
    pub waivers: Waivers,
    /// What we take for granted.
    #[serde(
        default,
        deserialize_with = "tight",
        rename = "assumption",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub assumptions: Vec<Assumption>,
    /// The changes that were asked of it from above or below, oldest first, each with its outcome.
    #[serde(
        default,
        deserialize_with = "tight",
        rename = "negotiation",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub negotiations: Vec<Negotiation>,
    /// What it said as committed and what it says since, oldest first; empty while its sentence is the committed one.
    #[serde(default, deserialize_with = "tight", rename = "revision", skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Wording>,
    /// Its key results in order of rank.
    #[serde(skip)]
    pub key_results: Vec<KeyResult>,
}
impl Objective {
    /// Begins a draft with nothing but its sentence.
    pub fn draft(id: ObjectiveId, title: impl Into<String>, rank: i64) -> Self {
        Self {
            id,
            title: title.into(),
            rank,
            why_now: None,
            origin: None,
            contributes_to: None,
            contribution: None,
            alternative: None,
            no_link: None,
            argument_for: None,
            argument_against: None,
            dots: None,
            carried_from: None,
            mid_quarter: None,
            dropped: None,
            waivers: Waivers::new(),
            assumptions: Vec::new(),
            negotiations: Vec::new(),
            revisions: Vec::new(),
            key_results: Vec::new(),
        }
    }

    /// Tells whether it was committed: one of its key results was, or its sentence while its key results wait beside the set
    /// for their numbers (SET-8).
    pub fn is_committed(&self) -> bool {
        !self.revisions.is_empty() || self.key_results.iter().any(KeyResult::is_committed)
    }

    /// Tells whether a commit would take its sentence alone: it is not committed, and all its key results wait beside the set for
    /// their numbers (SET-8).
    pub fn waits_to_be_committed(&self) -> bool {
        let mut all = self.live_key_results().peekable();
        !self.is_committed() && all.peek().is_some() && all.all(KeyResult::is_to_find_out)
    }

    /// Why it contributes to nothing above, where that is said (SET-11).
    pub fn says_why_unlinked(&self) -> Option<&str> {
        self.no_link.as_deref().filter(|reason| !reason.trim().is_empty())
    }

    /// Takes in what another that says the same brings along (SET-3): what both say stands one after the other, what only one
    /// says stands. Its sentence, its place and its key results are its own.
    pub fn take_in(&mut self, other: &Self) {
        for (own, more) in [
            (&mut self.why_now, &other.why_now),
            (&mut self.argument_for, &other.argument_for),
            (&mut self.argument_against, &other.argument_against),
            (&mut self.alternative, &other.alternative),
            (&mut self.contribution, &other.contribution),
        ] {
            let both: Vec<String> = own.take().into_iter().chain(more.clone()).collect();
            *own = (!both.is_empty()).then(|| joined(&both));
        }
        let mut to: Vec<&str> = self.contributes_to.iter().flat_map(|to| links(to)).collect();
        let more = other.contributes_to.iter().flat_map(|to| links(to)).filter(|link| !to.contains(link));
        to.extend(more.collect::<Vec<_>>());
        self.contributes_to = (!to.is_empty()).then(|| to.join(", "));
        let no_link = self.no_link.take().or_else(|| other.no_link.clone());
        self.no_link = no_link.filter(|_| self.contributes_to.is_none());
        self.origin = self.origin.or(other.origin);
        self.carried_from = self.carried_from.take().or_else(|| other.carried_from.clone());
        self.dots = match (self.dots, other.dots) {
            (Some(own), Some(more)) => Some(own.saturating_add(more)),
            (own, more) => own.or(more),
        };
        self.assumptions.extend(other.assumptions.iter().cloned());
        self.negotiations.extend(other.negotiations.iter().cloned());
    }

    /// Its sentences of before, each with the one that took its place.
    pub fn rewordings(&self) -> impl Iterator<Item = (&Wording, &Wording)> {
        self.revisions.iter().zip(self.revisions.iter().skip(1))
    }

    /// The sentence that held at the end of a day.
    pub fn title_on(&self, day: Day) -> &str {
        let by_then = self.revisions.iter().rev().find(|wording| wording.date <= day);
        by_then.or(self.revisions.first()).map_or(&self.title, |wording| &wording.title)
    }

    /// The key results that have not been dropped.
    pub fn live_key_results(&self) -> impl Iterator<Item = &KeyResult> {
        self.key_results.iter().filter(|key_result| key_result.dropped.is_none())
    }
}

/// What both say, one after the other; behind the end of a sentence no more than a blank parts them.
fn joined(both: &[String]) -> String {
    both.iter().fold(String::new(), |said, next| match said.chars().last() {
        None => next.clone(),
        Some('.' | '!' | '?') => format!("{said} {next}"),
        Some(_) => format!("{said}; {next}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_objective_that_takes_another_in_keeps_what_was_said_of_both() {
        let objective = |contributes_to: Option<&str>, no_link: Option<&str>| Objective {
            alternative: Some("wait".to_owned()),
            contribution: contributes_to.map(|_| "fewer calls".to_owned()),
            contributes_to: contributes_to.map(str::to_owned),
            no_link: no_link.map(str::to_owned),
            ..Objective::draft(ObjectiveId::blank(), "Sign-in works", 0)
        };
        let mut one = objective(None, None);
        one.take_in(&objective(None, Some("it is ours alone")));
        assert_eq!(one.no_link.as_deref(), Some("it is ours alone"));
        assert_eq!(one.alternative.as_deref(), Some("wait; wait"));
        one.take_in(&objective(Some("acme/2027-q1/trust"), None));
        assert_eq!(
            (one.no_link.as_deref(), one.contributes_to.as_deref()),
            (None, Some("acme/2027-q1/trust"))
        );
        one.take_in(&objective(Some("acme/2027-q1/speed, acme/2027-q1/trust"), None));
        assert_eq!(one.contributes_to.as_deref(), Some("acme/2027-q1/trust, acme/2027-q1/speed"));
        assert_eq!(one.contribution.as_deref(), Some("fewer calls; fewer calls"));
    }

    #[test]
    fn what_was_asked_and_its_outcome_are_one_line() {
        let mut negotiation = Negotiation {
            id: LineId::new("checkout").unwrap(),
            asked: "Cover checkout too.".to_owned(),
            from: Asker::Above,
            date: Day::new(2027, 1, 5).unwrap(),
            outcome: None,
        };
        assert_eq!(negotiation.to_string(), "from above: Cover checkout too; open");
        negotiation.outcome = Some("no, sign-in comes first".to_owned());
        assert_eq!(negotiation.to_string(), "from above: Cover checkout too; no, sign-in comes first");
    }
}
