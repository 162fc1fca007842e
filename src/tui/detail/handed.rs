//! What one quarter hands over to the next, in words.

use crate::method::hand_over::PointKind;
use crate::words::anywhere;
use crate::words::setting as words;

/// What the points of a kind are, in a few words.
pub fn kind_word(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Lesson => words::WHAT_WE_LEARNED,
        PointKind::WrongAssumption => words::WRONG_ASSUMPTIONS,
        PointKind::Calibration => anywhere::HOW_RIGHT_WE_WERE,
        PointKind::KeyResult => words::KEY_RESULTS_THAT_ARE_OPEN,
        PointKind::Watch => words::ON_THE_WATCH_LIST,
        PointKind::Blocker => words::OPEN_BLOCKERS,
        PointKind::Action => words::WHAT_WE_WANTED_TO_CHANGE,
        PointKind::Parked => words::PARKED_FOR_THIS_QUARTER,
    }
}
