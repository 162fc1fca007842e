//! The commit with everything the method asks before it: the stops of the set, and the hand-over ticked (SET-14, HND-1).

use crate::domain::change::Stop;
use crate::domain::decision::Desk;
use crate::domain::step::Step;
use crate::method::hand_over::HandOver;
use crate::words::counted;
use crate::words::method::rules as words;

/// Everything that stands in the way of committing the quarter at the desk.
#[must_use]
pub fn stops(desk: &Desk) -> Vec<Stop> {
    let mut stops = desk.commit_stops();
    let frame = &desk.quarter.frame;
    if frame.committed.is_none() && !frame.is_unread {
        stops.extend(open_points(desk));
    }
    stops
}

/// One question for all points of the hand-over that nobody has ticked.
fn open_points(desk: &Desk) -> Option<Stop> {
    let package = HandOver::to(desk.workspace, &desk.quarter.key)?;
    let open = package.open(&desk.quarter.frame).count();
    let says = counted::POINTS_ARE_NOT_TICKED.of(open);
    (open > 0).then(|| Stop::asks(Step::Hnd1, words::THE_HAND_OVER, says, words::USED_KEPT_OR_DISMISSED))
}
