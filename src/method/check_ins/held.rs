//! Which check-ins were held: the team met, came to a decision, or spoke of its whole set, each for themselves. A single line
//! that one person logged is a line and no check-in.

use super::{Round, Rounds};
use crate::domain::check_in::SittingKind;
use crate::domain::day::Day;
use crate::domain::effort::Effort;
use crate::domain::key_result::KeyResult;
use crate::method::step::SessionKind;

impl Rounds<'_> {
    /// How many rounds had a check-in.
    #[must_use]
    pub fn held(&self) -> usize {
        self.rounds_held().count()
    }

    /// The rounds that had a check-in, oldest first.
    #[must_use]
    pub fn rounds_held(&self) -> impl DoubleEndedIterator<Item = Round> {
        self.list.iter().copied().filter(|round| self.is_held(round))
    }

    /// The rounds whose day has come, and those that had a check-in before it.
    #[must_use]
    pub fn due_or_held(&self, today: Day) -> usize {
        self.list.iter().filter(|round| round.day <= today || self.is_held(round)).count()
    }

    fn is_held(&self, round: &Round) -> bool {
        self.has_met(round) || self.has_spoken_of_all(round)
    }

    /// A session was clocked, the room voted, or it is written down what was decided.
    fn has_met(&self, round: &Round) -> bool {
        let is_session = |effort: &Effort| {
            matches!(effort.session, Some(SessionKind::CheckIn | SessionKind::MidQuarter))
                && self.round_of(effort.date) == Some(*round)
        };
        let is_meeting = self.standing.iter().any(|(sitting, of)| {
            let is_of_a_room = sitting.check_ins.iter().any(|entry| sitting.is_of_a_room(entry));
            let has_met = sitting.decision.is_some() || is_of_a_room;
            sitting.kind == SittingKind::CheckIn && *of == Some(*round) && has_met
        });
        is_meeting || self.quarter.efforts.iter().any(is_session)
    }

    /// Something was said of every key result that was in the set by then: so does a team check in that does not meet.
    fn has_spoken_of_all(&self, round: &Round) -> bool {
        let was_there =
            |kr: &KeyResult| kr.revisions.first().is_some_and(|revision| revision.date <= round.day);
        let mut all = self.checked().map(|(_, kr)| kr).filter(|kr| was_there(kr)).peekable();
        all.peek().is_some() && all.all(|kr| !self.of_round(&kr.id, *round).is_empty())
    }
}
