//! Rounds of check-ins: what the sittings around one check-in day say together (CHK-1 to CHK-5).
//!
//! People log alone in the days around a check-in and vote together in the room; a round joins them. It knows no names.
//!
//! A vote is blind: until the room has shown its own, or the round is over, a round says how many votes are in and no number
//! (CHK-3). Whoever reads a round gets it so; there is no other way to the votes.

mod alone;
mod exceptions;
mod held;
mod known;
mod reveal;

use crate::domain::check_in::{CheckIn, Plan, Sitting, SittingKind};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::frame::Cadence;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::number::Number;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Phase, Quarter, Reading};
use crate::domain::step::SessionKind;
use crate::words::counted;
use crate::words::method::rules as words;

use super::calendar;

pub use alone::{Logged, correct, log_alone};
pub use exceptions::{Exception, Reason, has_frozen};
pub use known::{Known, last_decided, said_in, said_last};

/// One check-in of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Its number, 1 for the first.
    pub number: usize,
    /// The day it is planned for.
    pub day: Day,
    /// Whether it carries mid-quarter.
    pub is_mid: bool,
}

/// What one round says about one key result; everything is empty where nobody said anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The round.
    pub round: Round,
    /// The last reading of the round.
    pub reading: Option<Reading>,
    /// Whether "not readable yet" was said and no reading came.
    pub not_readable: bool,
    /// The votes of the room, or those of everybody who logged alone, pooled; none while they are hidden.
    pub votes: Votes,
    /// How many votes are in and hidden.
    pub hidden: usize,
    /// The day of the last vote.
    pub voted: Option<Day>,
    /// What changed, oldest first.
    pub changed: Vec<String>,
    /// What blocks, oldest first.
    pub blocked: Vec<String>,
    /// Whether somebody said that nothing blocks any more, and nobody something else since.
    pub is_free: bool,
    /// The answers to "is the plan still right?", oldest first.
    pub plans: Vec<Plan>,
    /// The last reading of the guardrail.
    pub guardrail: Option<Number>,
    /// How many entries the round has.
    pub entries: usize,
}

impl Heard {
    fn nothing(round: Round) -> Self {
        Self {
            round,
            reading: None,
            not_readable: false,
            votes: Votes::default(),
            hidden: 0,
            voted: None,
            changed: Vec::new(),
            blocked: Vec::new(),
            is_free: false,
            plans: Vec::new(),
            guardrail: None,
            entries: 0,
        }
    }

    /// The figure of the round.
    pub fn median(&self) -> Option<Confidence> {
        self.votes.median()
    }

    /// The distance between its highest and lowest vote.
    pub fn spread(&self) -> u8 {
        self.votes.spread()
    }

    /// The same without its votes: only how many are in.
    fn unseen(self) -> Self {
        Self { hidden: self.votes.len(), votes: Votes::default(), voted: None, ..self }
    }

    /// "2 votes in, hidden", or "2 of 6 votes in, hidden" where it is known how many vote; `None` where none is hidden.
    pub fn hidden_words(&self, people: usize) -> Option<String> {
        (self.hidden > 0).then(|| match people {
            // "1 of 6 votes": the noun belongs to all of them.
            people if people >= self.hidden && people > 1 => {
                words::of_votes_in_hidden(self.hidden, counted::VOTES_IN_HIDDEN.of(people))
            }
            _ => counted::VOTES_IN_HIDDEN.of(self.hidden),
        })
    }

    /// Tells whether somebody said in words what changed or what blocks.
    pub fn is_spoken(&self) -> bool {
        !self.changed.is_empty() || !self.blocked.is_empty() || self.is_free
    }

    /// Tells whether nobody said anything.
    pub fn is_silent(&self) -> bool {
        self.entries == 0
    }
}

/// The place of the check-in that was held with mid-quarter: the nearest to its day, whatever was planned.
fn held_mid(quarter: &Quarter, days: &[Day]) -> Option<usize> {
    let mid = quarter.efforts.iter().filter(|effort| effort.session == Some(SessionKind::MidQuarter));
    let held = mid.map(|effort| effort.date).max()?;
    (0..days.len()).min_by_key(|at| held.days_since(days[*at]).abs())
}

/// What the room last thought of a key result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomMedian {
    /// The day of the vote.
    pub day: Day,
    /// The median.
    pub median: Confidence,
}

/// A team that has not looked at its set for more than 1.5 times its cadence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdue {
    /// The last check-in, or the day from which on one was awaited.
    pub since: Day,
    /// The days since then.
    pub days: i64,
}

/// The rounds of one quarter.
#[derive(Debug, Clone)]
pub struct Rounds<'a> {
    quarter: &'a Quarter,
    cycle: &'a Cycle,
    cadence: Cadence,
    list: Vec<Round>,
    /// The day it is looked at; where none is said, no round is over yet.
    today: Option<Day>,
    /// Every sitting that stands, by date, with the round of its day.
    standing: Vec<(&'a Sitting, Option<Round>)>,
}

impl<'a> Rounds<'a> {
    /// The rounds of the quarter of a desk, on its day.
    pub fn at(desk: &Desk<'a>) -> Self {
        Self::of(desk.quarter, desk.cycle, desk.workspace.cadence(desk.quarter)).on(desk.today)
    }

    /// The rounds of a quarter in its cycle. Without a day no round is over: what nobody has shown stays hidden.
    pub fn of(quarter: &'a Quarter, cycle: &'a Cycle, cadence: Cadence) -> Self {
        let days = calendar::check_in_days(cycle, cadence);
        let middle = held_mid(quarter, &days).or_else(|| calendar::mid_quarter(cycle, &days));
        let round =
            |(at, day): (usize, &Day)| Round { number: at + 1, day: *day, is_mid: middle == Some(at) };
        let list = days.iter().enumerate().map(round).collect();
        let mut rounds = Self { quarter, cycle, cadence, list, today: None, standing: Vec::new() };
        let standing = quarter.standing_sittings().map(|sitting| (sitting, rounds.round_of(sitting.date)));
        rounds.standing = standing.collect();
        rounds
    }

    /// The same, looked at on a day.
    #[must_use]
    pub fn on(self, today: Day) -> Self {
        Self { today: Some(today), ..self }
    }

    /// Every round, oldest first; a very short cycle has none.
    pub fn list(&self) -> &[Round] {
        &self.list
    }

    /// The round a sitting of that day belongs to: the nearest, the earlier of two.
    pub fn round_of(&self, day: Day) -> Option<Round> {
        self.list.iter().copied().min_by_key(|round| (day.days_since(round.day).abs(), round.number))
    }

    /// The round one would log for on a day; none where the days of the cycle cannot be read.
    pub fn current(&self, today: Day) -> Option<Round> {
        self.round_of(today).filter(|_| !self.cycle.is_unread)
    }

    /// The round that carries mid-quarter: as it was held, else as it is planned.
    pub fn mid(&self) -> Option<Round> {
        self.list.iter().copied().find(|round| round.is_mid)
    }

    /// What a round says about a key result.
    pub fn heard(&self, id: &KeyResultId, round: Round) -> Heard {
        let entries = self.of_round(id, round);
        let (votes, last_vote) = pooled(&self.voted(round, &entries));
        let heard = Heard { votes, voted: last_vote, ..gather(round, entries.into_iter()) };
        if self.is_revealed(id, Some(round)) { heard } else { heard.unseen() }
    }

    /// What each round says about a key result, oldest first; a round in which nobody spoke stays a gap.
    pub fn trend(&self, id: &KeyResultId) -> Vec<Heard> {
        self.list.iter().map(|round| self.heard(id, *round)).collect()
    }

    /// What the round of a day says about a key result; before its commit, what the opening vote says.
    pub fn now(&self, id: &KeyResultId, day: Day) -> Heard {
        let nothing = Round { number: 0, day, is_mid: false };
        if self.is_opening(id) {
            let opening: Vec<_> = self.entries(id, SittingKind::Opening).collect();
            let heard = gather(nothing, opening.into_iter());
            return if self.is_revealed(id, None) { heard } else { heard.unseen() };
        }
        self.round_of(day).map_or_else(|| Heard::nothing(nothing), |round| self.heard(id, round))
    }

    /// The last median that may be seen, of a round or else the opening one.
    pub fn last_shown(&self, id: &KeyResultId) -> Option<Confidence> {
        self.last_median(id).or_else(|| self.opening(id).median())
    }

    /// The last median of a round that may be seen; what was said before it is not gathered.
    pub fn last_median(&self, id: &KeyResultId) -> Option<Confidence> {
        self.list.iter().rev().find_map(|round| self.figure(id, *round)).map(|figure| figure.median)
    }

    /// The median of the opening vote on a key result, with the day of the vote.
    pub fn opening_median(&self, id: &KeyResultId) -> Option<RoomMedian> {
        let (votes, day) = self.opening_votes(id);
        Some(RoomMedian { day: day?, median: votes.median()? })
    }

    /// The opening vote on a key result (SET-13); empty while it is hidden.
    pub fn opening(&self, id: &KeyResultId) -> Votes {
        self.opening_votes(id).0
    }

    /// The last median of the room in a round before that of a day, else the opening one.
    ///
    /// Votes of the round that is under way are left out, so that nobody sees another's before giving their own.
    pub fn last_room_median(&self, id: &KeyResultId, before: Day) -> Option<RoomMedian> {
        let this_round = self.round_of(before).map_or(usize::MAX, |round| round.number);
        let mut earlier = self.list.iter().rev().filter(|round| round.number < this_round);
        earlier.find_map(|round| self.figure(id, *round)).or_else(|| self.opening_median(id))
    }

    /// Tells whether the last check-in, or else commit and first day, lies more than 1.5 times the cadence back. It is asked to
    /// the last day of the quarter, also while that is scored.
    pub fn overdue(&self, today: Day) -> Option<Overdue> {
        let phase = self.quarter.phase(self.cycle, today);
        let is_running = phase == Phase::CheckIns || phase == Phase::Scoring && today <= self.cycle.last;
        if !is_running || self.list.is_empty() || self.checked().next().is_none() {
            return None;
        }
        let began = self.quarter.frame.committed?.max(self.cycle.first);
        let since = self.looked_at().max().map_or(began, |last| last.max(began));
        let days = today.days_since(since);
        (2 * days > 3 * self.cadence.days()).then_some(Overdue { since, days })
    }

    /// Tells whether the quarter came to its scoring and nobody had looked at its set: not in a session, not with a line.
    pub fn is_unreviewed(&self, today: Day) -> bool {
        let is_over = self.quarter.phase(self.cycle, today) >= Phase::Scoring;
        is_over && !self.list.is_empty() && self.looked_at().next().is_none()
    }

    /// What blocked a key result when somebody last spoke of it in words; empty when nothing did. Neither a vote nor a
    /// reading takes a blocker away.
    pub fn blockers(&self, id: &KeyResultId) -> Vec<String> {
        let last = self.list.iter().rev().map(|round| self.heard(id, *round)).find(Heard::is_spoken);
        last.map(|heard| heard.blocked).unwrap_or_default()
    }

    /// The key results a check-in speaks of: those that stand and have been committed.
    fn checked(&self) -> impl Iterator<Item = (&'a Objective, &'a KeyResult)> + use<'a> {
        self.quarter.live_key_results().filter(|(_, key_result)| key_result.is_committed())
    }

    fn entries(&self, id: &KeyResultId, kind: SittingKind) -> impl Iterator<Item = Entry<'a>> {
        let of_kind = self.standing.iter().filter(move |(sitting, _)| sitting.kind == kind);
        of_kind.flat_map(move |(sitting, _)| about(sitting, id))
    }

    /// What a round says about a key result, entry by entry.
    fn of_round(&self, id: &KeyResultId, round: Round) -> Vec<Entry<'a>> {
        let is_of_round = |(sitting, of): &(&Sitting, Option<Round>)| {
            sitting.kind == SittingKind::CheckIn && *of == Some(round)
        };
        let sittings = self.standing.iter().copied().filter(is_of_round);
        sittings.flat_map(|(sitting, _)| about(sitting, id)).collect()
    }

    fn opening_votes(&self, id: &KeyResultId) -> (Votes, Option<Day>) {
        if !self.is_revealed(id, None) {
            return (Votes::default(), None);
        }
        pooled(&self.entries(id, SittingKind::Opening).collect::<Vec<_>>())
    }
}

/// What one sitting says about a key result.
type Entry<'a> = (&'a Sitting, &'a CheckIn);

/// What a sitting says about a key result.
fn about<'a>(sitting: &'a Sitting, id: &KeyResultId) -> impl Iterator<Item = Entry<'a>> {
    let entries = sitting.check_ins.iter().filter(move |entry| entry.key_result == *id);
    entries.map(move |entry| (sitting, entry))
}

/// Joins the entries of one round, oldest first.
fn gather<'a>(round: Round, entries: impl Iterator<Item = Entry<'a>>) -> Heard {
    let entries: Vec<_> = entries.collect();
    let (votes, last_vote) = pooled(&entries);
    let mut heard = Heard { votes, voted: last_vote, entries: entries.len(), ..Heard::nothing(round) };
    for (sitting, entry) in entries {
        let reading = entry.reading.map(|value| Reading { date: sitting.date, value });
        heard.reading = reading.or(heard.reading);
        heard.not_readable |= entry.not_readable;
        heard.changed.extend(entry.changed.clone());
        if let Some(blocked) = &entry.blocked {
            heard.is_free = blocked.is_empty();
            if heard.is_free { heard.blocked.clear() } else { heard.blocked.push(blocked.clone()) }
        }
        heard.plans.extend(entry.plan);
        heard.guardrail = entry.guardrail.or(heard.guardrail);
    }
    heard.not_readable &= heard.reading.is_none();
    heard
}

/// The votes of a round and the day of the last: those of the room's last vote together where there was one, else the
/// single votes of everybody.
fn pooled(entries: &[Entry<'_>]) -> (Votes, Option<Day>) {
    let room = entries.iter().rev().find(|(sitting, entry)| sitting.is_of_a_room(entry));
    if let Some((sitting, entry)) = room {
        return (entry.confidence.clone(), Some(sitting.date));
    }
    let votes: Votes =
        entries.iter().flat_map(|(_, entry)| entry.confidence.sorted().iter().copied()).collect();
    let last = entries.iter().filter(|(_, entry)| !entry.confidence.is_empty()).map(|(s, _)| s.date).max();
    (votes, last)
}

#[cfg(test)]
mod tests;
