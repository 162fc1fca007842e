//! Which check-ins were held: the team met, came to a decision, or spoke of its whole set, each for themselves. A single line
//! that one person logged is a line and no check-in.

use super::{Entry, Round, Rounds};
use crate::domain::check_in::{Sitting, SittingKind};
use crate::domain::day::Day;
use crate::domain::effort::Effort;
use crate::domain::frame::Cadence;
use crate::domain::key_result::KeyResult;
use crate::method::step::SessionKind;

impl Round {
    /// Tells whether a day of this round is near enough before its check-in to stand for it: half the way to another one. What
    /// was logged in the first days of a quarter is not what the first check-in asks.
    pub(super) fn is_near(&self, day: Day, cadence: Cadence) -> bool {
        2 * self.day.days_since(day) <= cadence.days()
    }
}

impl<'a> Rounds<'a> {
    /// The committed key results of which something is to be logged in the round of a day, in the order of the screens; none
    /// before the first day, or once the quarter is closed.
    pub fn to_log(&self, today: Day) -> Vec<&'a KeyResult> {
        let is_running = self.quarter.frame.committed.is_some() && self.quarter.frame.closed.is_none();
        if !is_running || today < self.cycle.first || self.current(today).is_none() {
            return Vec::new();
        }
        self.checked().map(|(_, kr)| kr).filter(|kr| !self.is_logged(kr, today)).collect()
    }

    /// Tells whether nothing more is to be logged of a key result in the round of a day: it was logged, or has its score. A vote of
    /// the room alone is neither a reading nor "not readable yet" (CHK-1).
    pub fn is_logged(&self, key_result: &KeyResult, today: Day) -> bool {
        let Some(round) = self.current(today) else { return false };
        let is_vote_of_room =
            |(sitting, entry): &Entry<'_>| sitting.is_of_a_room(entry) && entry.without_vote().is_empty();
        let counts =
            |entry: &Entry<'_>| self.counts_for(round, entry.0.date, today) && !is_vote_of_room(entry);
        let is_said = self.of_round(&key_result.id, round).iter().any(counts);
        is_said || self.quarter.outcome(key_result).is_decided()
    }

    /// Tells whether what was said on a day counts for a round that is looked at on another: what was said long before a check-in
    /// does until that is near.
    fn counts_for(&self, round: Round, said: Day, today: Day) -> bool {
        !round.is_near(today, self.cadence) || round.is_near(said, self.cadence)
    }

    /// The round for which counts what was held on a day.
    pub fn held_on(&self, day: Day) -> Option<Round> {
        self.round_of(day).filter(|round| round.is_near(day, self.cadence))
    }

    /// How many rounds had a check-in.
    pub fn held(&self) -> usize {
        self.rounds_held().count()
    }

    /// The rounds that had a check-in, oldest first.
    pub fn rounds_held(&self) -> impl DoubleEndedIterator<Item = Round> {
        self.list.iter().copied().filter(|round| self.is_held(round))
    }

    /// The rounds whose day has come, and those that had a check-in before it.
    pub fn due_or_held(&self, today: Day) -> usize {
        self.list.iter().filter(|round| round.day <= today || self.is_held(round)).count()
    }

    /// The days on which anybody looked at the set: something was said or decided, or a session was clocked; in no order.
    pub(super) fn looked_at(&self) -> impl Iterator<Item = Day> {
        let has_spoken = |sitting: &&Sitting| {
            let is_silent = sitting.check_ins.is_empty() && sitting.decision.is_none();
            sitting.kind == SittingKind::CheckIn && !is_silent
        };
        let sittings = self.standing.iter().map(|(sitting, _)| *sitting);
        sittings.filter(has_spoken).map(|sitting| sitting.date).chain(self.clocked())
    }

    /// The days of the check-ins whose minutes were clocked.
    fn clocked(&self) -> impl Iterator<Item = Day> {
        let is_session =
            |effort: &&Effort| matches!(effort.session, Some(SessionKind::CheckIn | SessionKind::MidQuarter));
        self.quarter.efforts.iter().filter(is_session).map(|effort| effort.date)
    }

    fn is_held(&self, round: &Round) -> bool {
        self.has_met(round) || self.has_spoken_of_all(round)
    }

    /// A session was clocked, the room voted, or it is written down what was decided.
    fn has_met(&self, round: &Round) -> bool {
        let is_near = |day: Day| round.is_near(day, self.cadence);
        let is_meeting = self.standing.iter().any(|(sitting, of)| {
            let is_of_a_room = sitting.check_ins.iter().any(|entry| sitting.is_of_a_room(entry));
            let has_met = sitting.decision.is_some() || is_of_a_room;
            sitting.kind == SittingKind::CheckIn && *of == Some(*round) && is_near(sitting.date) && has_met
        });
        is_meeting || self.clocked().any(|day| self.round_of(day) == Some(*round) && is_near(day))
    }

    /// Something was said of every key result that was in the set by then: so does a team check in that does not meet.
    fn has_spoken_of_all(&self, round: &Round) -> bool {
        let was_there =
            |kr: &KeyResult| kr.revisions.first().is_some_and(|revision| revision.date <= round.day);
        let is_near = |(sitting, _): &Entry<'_>| round.is_near(sitting.date, self.cadence);
        let is_spoken_of = |kr: &KeyResult| self.of_round(&kr.id, *round).iter().any(is_near);
        let mut all = self.checked().map(|(_, kr)| kr).filter(|kr| was_there(kr)).peekable();
        all.peek().is_some() && all.all(is_spoken_of)
    }
}
