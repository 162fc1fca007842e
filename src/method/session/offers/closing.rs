//! While the quarter is scored and looked back on.

use super::{Ask, Offers};
use crate::domain::change::Force;
use crate::domain::decision::Desk;
use crate::domain::id::KeyResultId;
use crate::domain::retrospective::Judged;
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

/// The three verdicts on what is talked about, a letter each, and one for what tells us (RET-3 to RET-5).
pub(super) fn verdicts(topic: Option<&Topic>) -> Offers {
    let (what, verdicts, (why, says)) = match topic.cloned() {
        Some(Topic::KeyResult(id)) => {
            let verdicts = [('e', words::TOO_EASY), ('r', words::RIGHT), ('h', words::TOO_HARD)];
            (Judged::KeyResult(id), verdicts, ('w', words::WHY))
        }
        Some(Topic::Objective(id)) => {
            let verdicts = [('m', words::MORE), ('s', words::AS_THOUGHT), ('l', words::LESS)];
            (Judged::Objective(id), verdicts, ('w', words::WHY_THE_VERDICT_AND_WHY))
        }
        Some(Topic::Assumption(under, id)) => {
            let verdicts = [('h', words::HELD), ('w', words::WRONG), ('n', words::UNKNOWN)];
            (Judged::Assumption(under, id), verdicts, ('o', words::SOONER))
        }
        Some(Topic::Point(_)) | None => return Offers::default(),
    };
    let verdicts = verdicts.into_iter().zip(what.words());
    let offers = verdicts.fold(Offers::default(), |offers, ((letter, says), word)| {
        offers.act(letter, says, Act::Say(Say::Verdict(what.clone(), word)))
    });
    offers.ask(why, says, Ask::Verdict(what))
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
