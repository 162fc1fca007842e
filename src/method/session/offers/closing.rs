//! While the quarter is scored and looked back on.

use super::{Ask, Offers};
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::objective::AssumptionState;
use crate::domain::retrospective::{Difficulty, Importance};
use crate::method::session::ask::scored;
use crate::method::session::inputs::{Closing, Input};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Player};

fn say(closing: Closing) -> Act {
    Act::Say(Input::Closing(closing))
}

pub(super) fn ground_rule() -> Offers {
    Offers::default().act('r', ("read", "The ground rule was read aloud."), Act::Say(Input::Read))
}

/// Agreeing with the formula takes one key; anything else is typed.
pub(super) fn score(id: &KeyResultId, desk: &Desk<'_>) -> Offers {
    let agreed =
        desk.quarter.scorings.get(id).filter(|scoring| scoring.reading.is_some() && scoring.score.is_none());
    let offers = Offers::default();
    let offers = match agreed {
        Some(scoring) => {
            offers.act('y', ("agree", "The room agrees with the formula."), scored(scoring.clone(), desk))
        }
        None => offers,
    };
    offers.ask('s', ("score", "Final reading, score, reason, and what it tells us."), Ask::Score(id.clone()))
}

pub(super) fn whole() -> Offers {
    Offers::default().ask('s', ("sentence", "What the set as a whole tells."), Ask::Whole)
}

pub(super) fn tone(player: &Player) -> Offers {
    let is_shown = player.hidden().tone.shown().is_some();
    Offers::default()
        .when(!is_shown, |offers| {
            offers.ask('v', ("vote", "Counts in, then takes the numbers of the room in a row."), Ask::Tone)
        })
        .when(is_shown, |offers| {
            offers.act(
                'b',
                ("mistyped", "Takes the numbers back, to type them anew."),
                Act::Blind(Blind::TakeBack),
            )
        })
}

pub(super) fn writing(desk: &Desk<'_>) -> Offers {
    Offers::default()
        .ask('w', ("write", "A note in a column, without a name."), Ask::Write)
        .ask('f', ("format", "Another format; all end in the same four stores."), Ask::Format)
        .when(!desk.quarter.frame.parking_lot.is_empty(), |offers| {
            offers.ask('m', ("parking lot", "A parked line becomes a note, or is let go."), Ask::Unpark)
        })
}

pub(super) fn difficulty(id: &KeyResultId) -> Offers {
    let judge = |verdict| say(Closing::Difficulty(id.clone(), verdict, String::new()));
    Offers::default()
        .act('e', ("too easy", "The target was too easy."), judge(Difficulty::Easy))
        .act('r', ("right", "The target was right."), judge(Difficulty::Right))
        .act('h', ("too hard", "The target was too hard."), judge(Difficulty::Hard))
        .ask('w', ("why", "The verdict, and what tells us."), Ask::Difficulty(id.clone()))
}

pub(super) fn importance(id: &ObjectiveId) -> Offers {
    let judge = |verdict| say(Closing::Importance(id.clone(), verdict, String::new()));
    Offers::default()
        .act('m', ("more", "It mattered more than we thought."), judge(Importance::More))
        .act('s', ("as thought", "It mattered as we thought."), judge(Importance::As))
        .act('l', ("less", "It mattered less than we thought."), judge(Importance::Less))
        .ask('w', ("why", "The verdict, and why."), Ask::Importance(id.clone()))
}

pub(super) fn assumptions(topic: Option<&Topic>) -> Offers {
    let Some(Topic::Assumption(under, id)) = topic else { return Offers::default() };
    let judge = |state| say(Closing::Assumption(under.clone(), id.clone(), state, String::new()));
    Offers::default()
        .act('h', ("held", "It held."), judge(AssumptionState::Held))
        .act('w', ("wrong", "It was wrong."), judge(AssumptionState::Wrong))
        .act('n', ("unknown", "Nobody can tell yet."), judge(AssumptionState::Unknown))
        .ask(
            'o',
            ("sooner", "The verdict, and how we could have known sooner."),
            Ask::Verdict(under.clone(), id.clone()),
        )
}

pub(super) fn process() -> Offers {
    Offers::default().ask('w', ("keep or cut", "One thing of the process to keep or to cut."), Ask::Process)
}

pub(super) fn close(desk: &Desk<'_>) -> Offers {
    let says = ("close", "Closes the quarter; what stands there is history.");
    let is_open = desk.quarter.frame.closed.is_none();
    let asks = !desk.close_stops().is_empty();
    Offers::default()
        .ask('w', ("proud of", "One word each, without a name."), Ask::Proud)
        .when(is_open && asks, |offers| offers.ask('c', says, Ask::Close))
        .when(is_open && !asks, |offers| offers.act('c', says, say(Closing::Close(None))))
}

pub(super) fn hand_over(topic: Option<&Topic>) -> Offers {
    let Some(Topic::Point(id)) = topic else { return Offers::default() };
    Offers::default().act('y', ("tick", "This point was gone through."), say(Closing::Tick(id.clone())))
}
