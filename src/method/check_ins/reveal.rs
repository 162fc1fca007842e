//! When votes may be seen: a vote that is not blind is led by the first number (CHK-3).

use super::{Entry, Heard, RoomMedian, Round, Rounds, about, pooled};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::confidence::Confidence;
use crate::domain::day::Day;
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::scoring::Outcome;

impl Rounds<'_> {
    /// Tells whether the votes on a key result may be seen: those of a round, or the opening ones where none is named.
    ///
    /// The room has shown its own; or the time to vote is over: for a round when half the way to the next one has passed, or
    /// the key result is scored or reads later, for the opening vote when it is committed.
    pub fn is_revealed(&self, id: &KeyResultId, round: Option<Round>) -> bool {
        self.has_room_voted(id, round) || self.is_over(id, round)
    }

    /// Tells whether the room has voted on a key result together, in a round or, where none is named, before the commit.
    pub fn has_room_voted(&self, id: &KeyResultId, round: Option<Round>) -> bool {
        self.has_room_voted_beside(id, round, None)
    }

    /// The same, whatever was said in one sitting.
    pub(super) fn has_room_voted_beside(
        &self,
        id: &KeyResultId,
        round: Option<Round>,
        one: Option<&SittingId>,
    ) -> bool {
        let is_of_a_room =
            |(sitting, entry): &Entry<'_>| sitting.is_of_a_room(entry) && Some(&sitting.id) != one;
        match round {
            Some(round) => self.voted(round, &self.of_round(id, round)).iter().any(is_of_a_room),
            None => self.entries(id, SittingKind::Opening).any(|entry| is_of_a_room(&entry)),
        }
    }

    /// Tells whether what is voted on a key result is its opening vote: its set is not committed, or it was drafted since.
    pub(super) fn is_opening(&self, id: &KeyResultId) -> bool {
        let is_draft = |key_result: &KeyResult| {
            !key_result.is_committed() && !key_result.is_to_find_out() && key_result.dropped.is_none()
        };
        let key_result = self.quarter.key_result(id);
        self.quarter.frame.committed.is_none() || key_result.is_some_and(|(_, found)| is_draft(found))
    }

    fn is_over(&self, id: &KeyResultId, round: Option<Round>) -> bool {
        let frame = &self.quarter.frame;
        let Some(round) = round else { return frame.closed.is_some() || !self.is_opening(id) };
        let outcome = self.quarter.key_result(id).map(|(_, key_result)| self.quarter.outcome(key_result));
        // A drop can be taken back, and then the room votes.
        let is_settled = outcome.is_some_and(|outcome| outcome.is_decided() && outcome != Outcome::Dropped);
        frame.closed.is_some() || is_settled || self.is_past(round)
    }

    /// Tells whether half the way from a round to the next one has passed.
    fn is_past(&self, round: Round) -> bool {
        self.today.is_some_and(|today| 2 * today.days_since(round.day) > self.cadence.days())
    }

    /// Those of the entries of a round whose votes are votes of it. What was voted in the first days of a quarter is none of the
    /// first check-in, unless that went by without another.
    pub(super) fn voted<'a>(&self, round: Round, entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
        let is_near = |(sitting, _): &&Entry<'a>| round.is_near(sitting.date, self.cadence);
        let near: Vec<_> = entries.iter().filter(is_near).copied().collect();
        let is_awaited =
            self.today.is_some_and(|today| round.is_near(today, self.cadence)) && !self.is_past(round);
        let is_voted = near.iter().any(|(_, entry)| !entry.confidence.is_empty());
        if is_awaited || is_voted { near } else { entries.to_vec() }
    }

    /// The figure of a round that may be seen. While the first check-in is awaited or its votes are hidden, that is what the room
    /// itself showed in the first days: the last vote holds until there is another (section 5).
    pub(super) fn figure(&self, id: &KeyResultId, round: Round) -> Option<RoomMedian> {
        let shown = |heard: Heard| Some(RoomMedian { day: heard.voted?, median: heard.median()? });
        let of_a_room = || {
            let entries = self.of_round(id, round);
            let room: Vec<_> =
                entries.into_iter().filter(|(sitting, entry)| sitting.is_of_a_room(entry)).collect();
            let (votes, day) = pooled(&room);
            Some(RoomMedian { day: day?, median: votes.median()? })
        };
        shown(self.heard(id, round)).or_else(of_a_room)
    }

    /// The median of all votes of the opening or round that a sitting is one of, where they may be seen.
    pub fn median_with(&self, sitting: &Sitting, id: &KeyResultId) -> Option<Confidence> {
        match sitting.kind {
            SittingKind::Opening => self.opening(id).median(),
            SittingKind::CheckIn => {
                let of_a_room = || about(sitting, id).find(|(_, entry)| sitting.is_of_a_room(entry));
                let heard = self.heard(id, self.round_of(sitting.date)?);
                heard.median().or_else(|| of_a_room()?.1.confidence.median())
            }
        }
    }

    /// The median of what was voted in a round by a day, where it may be seen: later votes are no forecast (section 5).
    pub(in crate::method) fn median_by(
        &self,
        id: &KeyResultId,
        round: Round,
        day: Option<Day>,
    ) -> Option<Confidence> {
        let is_in_time = |(sitting, _): &Entry<'_>| day.is_none_or(|day| sitting.date <= day);
        let voted =
            self.is_revealed(id, Some(round)).then(|| self.voted(round, &self.of_round(id, round)))?;
        pooled(&voted.into_iter().filter(is_in_time).collect::<Vec<_>>()).0.median()
    }

    /// Tells whether the vote that a sitting holds on a key result counts: where the room has voted, its votes do and none that
    /// was given alone.
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
    pub fn is_shown(&self, sitting: &Sitting, id: &KeyResultId) -> bool {
        match sitting.kind {
            SittingKind::Opening => self.is_revealed(id, None),
            SittingKind::CheckIn => {
                let is_of_a_room = || about(sitting, id).any(|(_, entry)| sitting.is_of_a_room(entry));
                let round = self.round_of(sitting.date);
                round.is_none_or(|round| self.is_revealed(id, Some(round))) || is_of_a_room()
            }
        }
    }

    /// A sitting as anybody may see it: the votes that are hidden are left out.
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
