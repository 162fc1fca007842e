//! What is known of a key result as somebody is asked about it, and what was said last.

use super::{RoomMedian, Rounds};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::number::Number;
use crate::domain::quarter::Reading;

/// What stands beside the questions of a check-in, whoever asks them.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The definition as committed, which a reading is held against and a confidence is of.
    pub measure: &'a Measure,
    /// The last reading of a check-in.
    pub last: Option<Reading>,
    /// What the room thought before the round of the day that is asked about.
    pub room: Option<RoomMedian>,
    /// What the guardrail read last.
    pub guardrail: Option<Number>,
}

impl<'a> Known<'a> {
    /// What is known of a key result as a check-in of a day is written.
    pub fn of(key_result: &'a KeyResult, desk: &Desk<'_>, day: Day) -> Self {
        let (id, rounds) = (&key_result.id, Rounds::at(desk));
        Self {
            measure: key_result.committed_measure(),
            last: desk.quarter.readings(id).last().copied(),
            room: rounds.last_room_median(id, day),
            guardrail: rounds.trend(id).iter().rev().find_map(|heard| heard.guardrail),
        }
    }
}

/// What was said of a key result in the last check-in that spoke of it, each in its sitting, the latest first.
pub fn said_last<'a>(desk: &Desk<'a>, id: &'a KeyResultId) -> Vec<(&'a Sitting, &'a CheckIn)> {
    let rounds = Rounds::at(desk);
    let mut all: Vec<_> =
        desk.quarter.check_ins(id).filter(|(sitting, _)| sitting.kind == SittingKind::CheckIn).collect();
    all.reverse();
    let last = all.first().and_then(|(sitting, _)| rounds.round_of(sitting.date));
    all.retain(|(sitting, _)| rounds.round_of(sitting.date) == last);
    all
}

/// What a sitting, or what stands in its place, says of a key result.
pub fn said_in<'a>(desk: &Desk<'a>, of: &SittingId, id: &KeyResultId) -> Option<(&'a Sitting, &'a CheckIn)> {
    let standing = desk.quarter.standing_for(of)?;
    Some((standing, standing.said_of(id)?))
}

/// The last sitting of the check-in that is on in which something was decided, with what that was.
pub fn last_decided<'a>(desk: &Desk<'a>) -> Option<(&'a Sitting, &'a str)> {
    let rounds = Rounds::at(desk);
    let is_of_now = |sitting: &&Sitting| rounds.round_of(sitting.date) == rounds.current(desk.today);
    let decided = |sitting: &'a Sitting| Some((sitting, sitting.decision.as_deref()?));
    desk.quarter.standing_sittings().filter(is_of_now).filter_map(decided).last()
}
