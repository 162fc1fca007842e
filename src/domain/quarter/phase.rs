//! Where a quarter stands.

use super::Quarter;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::scoring::Outcome;
use crate::words::domain::values as words;

/// Where a quarter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Nobody knows: a file that says it cannot be read.
    Unread,
    /// Until the commit.
    Setting,
    /// From the commit to the last week.
    CheckIns,
    /// The last week, until each key result is scored, dropped or reads later.
    Scoring,
    /// Until the close.
    Retrospective,
    /// Closed.
    Closed,
}

impl Phase {
    /// The word on the screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unread => words::CANNOT_BE_READ,
            Self::Setting => words::SETTING,
            Self::CheckIns => words::CHECK_INS,
            Self::Scoring => words::SCORING,
            Self::Retrospective => words::RETROSPECTIVE,
            Self::Closed => words::CLOSED,
        }
    }

    /// The word for it, as a program reads it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unread => "cannot be read",
            Self::Setting => "setting",
            Self::CheckIns => "check-ins",
            Self::Scoring => "scoring",
            Self::Retrospective => "retrospective",
            Self::Closed => "closed",
        }
    }
}

/// Days before the last day from which on scoring is due (T1-6).
const SCORING_OPENS: i64 = 6;

/// The day from which on scoring is due: T1-6. A score of an earlier day is provisional.
pub fn scoring_opens(cycle: &Cycle) -> Day {
    cycle.last.plus(-SCORING_OPENS).max(cycle.first)
}

impl Quarter {
    /// Where the quarter stands on a day.
    pub fn phase(&self, cycle: &Cycle, today: Day) -> Phase {
        if self.frame.is_unread || cycle.is_unread {
            Phase::Unread
        } else if self.frame.closed.is_some() {
            Phase::Closed
        } else if self.frame.committed.is_none() {
            Phase::Setting
        } else if today < scoring_opens(cycle) && !self.is_decided() {
            Phase::CheckIns
        } else if self.is_scored() {
            Phase::Retrospective
        } else {
            Phase::Scoring
        }
    }

    /// Tells whether each key result is scored, dropped or reads later: such a quarter need not wait for its last week.
    fn is_decided(&self) -> bool {
        let mut outcomes = self.key_results().map(|(_, key_result)| self.outcome(key_result)).peekable();
        outcomes.peek().is_some() && outcomes.all(Outcome::is_decided)
    }
}
