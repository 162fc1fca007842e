//! While the quarter is scored and looked back on.

use super::{Ask, Offers};
use crate::domain::change::Force;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::objective::AssumptionState;
use crate::domain::retrospective::{Difficulty, Importance};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Player, Say};
use crate::words::method::session::offers::closing as words;

pub(super) fn ground_rule() -> Offers {
    Offers::default().act('r', words::READ, Act::Say(Say::Read))
}

/// Agreeing with what the formula proposes takes one key; anything else is typed.
pub(super) fn score(id: &KeyResultId, desk: &Desk<'_>) -> Offers {
    let proposal = desk.quarter.key_result(id).and_then(|(_, key_result)| desk.proposal(key_result));
    let agree = proposal.map(|record| Act::Say(Say::Score(Box::new(record))));
    let offers =
        agree.into_iter().fold(Offers::default(), |offers, agree| offers.act('y', words::AGREE, agree));
    offers.ask('s', words::SCORE, Ask::Score(id.clone()))
}

pub(super) fn whole() -> Offers {
    Offers::default().ask('s', words::SENTENCE, Ask::Whole)
}

pub(super) fn tone(player: &Player) -> Offers {
    let is_shown = player.hidden().tone.shown().is_some();
    Offers::default()
        .when(!is_shown, |offers| offers.ask('v', words::VOTE, Ask::Tone))
        .when(is_shown, |offers| offers.act('b', words::MISTYPED, Act::Blind(Blind::TakeBack)))
}

pub(super) fn writing(desk: &Desk<'_>) -> Offers {
    Offers::default()
        .ask('w', words::WRITE, Ask::Write)
        .ask('f', words::FORMAT, Ask::Format)
        .when(!desk.quarter.frame.parking_lot.is_empty(), |offers| {
            offers.ask('m', words::PARKING_LOT, Ask::Unpark)
        })
}

pub(super) fn difficulty(id: &KeyResultId) -> Offers {
    let judge = |verdict| Act::Say(Say::Difficulty(id.clone(), verdict, None));
    Offers::default()
        .act('e', words::TOO_EASY, judge(Difficulty::Easy))
        .act('r', words::RIGHT, judge(Difficulty::Right))
        .act('h', words::TOO_HARD, judge(Difficulty::Hard))
        .ask('w', words::WHY, Ask::Difficulty(id.clone()))
}

pub(super) fn importance(id: &ObjectiveId) -> Offers {
    let judge = |verdict| Act::Say(Say::Importance(id.clone(), verdict, None));
    Offers::default()
        .act('m', words::MORE, judge(Importance::More))
        .act('s', words::AS_THOUGHT, judge(Importance::As))
        .act('l', words::LESS, judge(Importance::Less))
        .ask('w', words::WHY_THE_VERDICT_AND_WHY, Ask::Importance(id.clone()))
}

pub(super) fn assumptions(topic: Option<&Topic>) -> Offers {
    let Some(Topic::Assumption(under, id)) = topic else { return Offers::default() };
    let judge = |state| Act::Say(Say::Assumption(under.clone(), id.clone(), state, None));
    Offers::default()
        .act('h', words::HELD, judge(AssumptionState::Held))
        .act('w', words::WRONG, judge(AssumptionState::Wrong))
        .act('n', words::UNKNOWN, judge(AssumptionState::Unknown))
        .ask('o', words::SOONER, Ask::Verdict(under.clone(), id.clone()))
}

pub(super) fn process() -> Offers {
    Offers::default().ask('w', words::KEEP_OR_CUT, Ask::Process)
}

pub(super) fn close(desk: &Desk<'_>) -> Offers {
    let says = words::CLOSE;
    let is_open = desk.quarter.frame.closed.is_none();
    // A reason goes past none of the hard ones: what is missing is named first.
    let stops = desk.close_stops();
    let asks = !stops.is_empty() && stops.iter().all(|stop| stop.force == Force::AsksReason);
    Offers::default()
        .ask('w', words::PROUD_OF, Ask::Proud)
        .when(is_open && asks, |offers| offers.ask('c', says, Ask::Close))
        .when(is_open && !asks, |offers| offers.act('c', says, Act::Say(Say::Close(None))))
}

pub(super) fn hand_over(topic: Option<&Topic>) -> Offers {
    let Some(Topic::Point(id)) = topic else { return Offers::default() };
    Offers::default().act('y', words::TICK, Act::Say(Say::Tick(id.clone())))
}
