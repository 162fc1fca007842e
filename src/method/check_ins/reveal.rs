//! When votes may be seen: a vote that is not blind is led by the first number (CHK-3).

use super::{Entry, Round, Rounds};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::id::KeyResultId;
use crate::domain::scoring::Outcome;

impl Rounds<'_> {
    /// Tells whether the votes on a key result may be seen: those of a round, or the opening ones where none is named.
    ///
    /// The room has shown its own; or the time to vote is over: for a round when half the way to the next one has passed, or
    /// the key result is scored or reads later, for the opening vote at the commit.
    #[must_use]
    pub fn is_revealed(&self, id: &KeyResultId, round: Option<Round>) -> bool {
        self.has_room_voted(id, round) || self.is_over(id, round)
    }

    /// Tells whether the room has voted on a key result together, in a round or, where none is named, before the commit.
    #[must_use]
    pub fn has_room_voted(&self, id: &KeyResultId, round: Option<Round>) -> bool {
        let is_of_a_room = |(sitting, entry): &Entry<'_>| sitting.is_of_a_room(entry);
        match round {
            Some(round) => self.of_round(id, round).iter().any(is_of_a_room),
            None => self.entries(id, SittingKind::Opening).any(|entry| is_of_a_room(&entry)),
        }
    }

    fn is_over(&self, id: &KeyResultId, round: Option<Round>) -> bool {
        let frame = &self.quarter.frame;
        let Some(round) = round else { return frame.committed.is_some() };
        let days = self.today.map_or(i64::MIN / 2, |today| today.days_since(round.day));
        let outcome = self.quarter.key_result(id).map(|(_, key_result)| self.quarter.outcome(key_result));
        // A drop can be taken back, and then the room votes.
        let is_settled = outcome.is_some_and(|outcome| outcome.is_decided() && outcome != Outcome::Dropped);
        frame.closed.is_some() || is_settled || 2 * days > self.cadence.days()
    }

    /// Tells whether the vote that a sitting holds on a key result counts: where the room has voted, its votes do and none that
    /// was given alone.
    #[must_use]
    pub fn counts(&self, sitting: &Sitting, entry: &CheckIn) -> bool {
        let has_room_voted = match sitting.kind {
            SittingKind::Opening => self.has_room_voted(&entry.key_result, None),
            SittingKind::CheckIn => {
                let round = self.round_of(sitting.date);
                round.is_some_and(|round| self.has_room_voted(&entry.key_result, Some(round)))
            }
        };
        !has_room_voted || sitting.is_of_a_room(entry)
    }

    /// Tells whether the vote that a sitting holds on a key result may be seen.
    #[must_use]
    pub fn is_shown(&self, sitting: &Sitting, id: &KeyResultId) -> bool {
        match sitting.kind {
            SittingKind::Opening => self.is_revealed(id, None),
            SittingKind::CheckIn => {
                self.round_of(sitting.date).is_none_or(|round| self.is_revealed(id, Some(round)))
            }
        }
    }

    /// A sitting as anybody may see it: the votes that are hidden are left out.
    #[must_use]
    pub fn seen(&self, sitting: &Sitting) -> Sitting {
        let mut seen = sitting.clone();
        for entry in &mut seen.check_ins {
            if !self.is_shown(sitting, &entry.key_result) {
                entry.confidence = crate::domain::confidence::Votes::default();
            }
        }
        seen
    }
}
