//! What is to be done next in a quarter, by its phase.

use super::check_ins::Rounds;
use super::commit;
use crate::domain::change::Stop;
use crate::domain::decision::Desk;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::Phase;
use crate::words::counted;
use crate::words::method::rules as words;

/// What is due in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due<'a> {
    /// The set is to be committed; these stops stand in the way (SET-14).
    Commit(Vec<Stop>),
    /// Key results wait for a check-in (CHK-1).
    Log(Vec<&'a KeyResult>),
    /// Key results wait for their score (SCO-3).
    Score(Vec<&'a KeyResult>),
    /// The quarter is to be closed; these stops stand in the way (RET-8).
    Close(Vec<Stop>),
    /// Nothing is left to do.
    Nothing,
}

impl<'a> Due<'a> {
    /// Looks at the quarter of a desk on its day.
    pub fn of(desk: Desk<'a>) -> Self {
        let Desk { quarter, cycle, today, .. } = desk;
        match quarter.phase(cycle, today) {
            Phase::Setting => Self::Commit(commit::stops(&desk)),
            Phase::CheckIns => Self::Log(Rounds::at(&desk).to_log(today)),
            Phase::Scoring => Self::Score(quarter.to_score().collect()),
            Phase::Retrospective => Self::Close(desk.close_stops()),
            Phase::Unread | Phase::Closed => Self::Nothing,
        }
    }
}

/// How much stands in the way of a commit or a close, in words.
pub fn in_the_way(stops: &[Stop]) -> String {
    match stops.len() {
        0 => words::NOTHING_STANDS_IN_THE_WAY.to_owned(),
        count => counted::POINTS_STAND_IN_THE_WAY.of(count),
    }
}
