//! While the set becomes one the team stands behind (SET-9 to SET-14).

use super::{Ask, Offers};
use crate::domain::change::Force;
use crate::domain::decision::{Desk, Test};
use crate::domain::frame::Nearer;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::method::commit as method_commit;
use crate::method::session::ask::{answers, dependencies as named};
use crate::method::session::inputs::{Agreeing, Input};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Player};
use crate::words::method::session::offers::agreeing as words;

fn say(agreeing: Agreeing) -> Act {
    Act::Say(Input::Agreeing(agreeing))
}

/// The four questions one after the other; work goes to the delivery list with one key.
pub(super) fn refine(id: &KeyResultId, desk: &Desk<'_>) -> Offers {
    let found = desk.quarter.key_result(id).map(|(_, found)| answers(found));
    let open = found.and_then(|all| all.into_iter().find(|(_, answer)| answer.is_none()));
    let offers = match open {
        Some((question, _)) => {
            let answer = |yes| say(Agreeing::Answer(id.clone(), question, yes));
            Offers::default().act('y', words::YES, answer(true)).act('n', words::NO, answer(false))
        }
        None => Offers::default(),
    };
    offers
        .edit('e', words::EDIT, Topic::KeyResult(id.clone()))
        .act('D', words::DELIVERY, say(Agreeing::Deliver(id.clone())))
        .ask('g', words::ANSWERS, Ask::Questions(id.clone()))
        .ask('w', words::WAIVE, Ask::Waive(id.clone()))
}

pub(super) fn dependencies(desk: &Desk<'_>) -> Offers {
    Offers::default()
        .ask('n', words::NEW, Ask::Depend)
        .when(named(desk).next().is_some(), |offers| offers.ask('r', words::REPLIED, Ask::Replied))
}

/// The two tests one after the other, and what the objective at hand contributes to.
pub(super) fn alignment(objective: Option<&ObjectiveId>, desk: &Desk<'_>) -> Offers {
    let said = &desk.quarter.frame.alignment;
    let test = if said.ours.is_none() { Test::Ours } else { Test::Above };
    let answer = |nearer| say(Agreeing::Align(test, nearer));
    let offers = Offers::default()
        .act('y', words::YES_THE_MARKED_TEST_CLEARLY_NEARER, answer(Nearer::Yes))
        .act('h', words::PARTLY, answer(Nearer::Partly))
        .act('n', words::NO_THE_MARKED_TEST_NO_WHICH, answer(Nearer::No));
    let offers = match objective {
        Some(id) => offers
            .ask('c', words::CONTRIBUTES, Ask::Contribute(id.clone()))
            .ask('l', words::LOG, Ask::Negotiate(id.clone()))
            .edit('e', words::EDIT_EVERYTHING_ABOUT_THIS_OBJECTIVE, super::objective_topic(id)),
        None => offers,
    };
    offers.when(said.is_nominal(), |offers| offers.ask('w', words::KEEP_IT, Ask::KeepNominal))
}

pub(super) fn pre_mortem() -> Offers {
    Offers::default().ask('r', words::REASON, Ask::Reason).ask('n', words::ASSUMPTION, Ask::Assume)
}

/// The fist, then the commit: at once where nothing asks, else with a reason.
pub(super) fn commit(player: &Player, desk: &Desk<'_>) -> Offers {
    let is_shown = player.hidden().fist.shown().is_some();
    let stops = method_commit::stops(desk);
    // A reason goes past none of the hard ones: what is missing is named first.
    let asks = !stops.is_empty() && stops.iter().all(|stop| stop.force == Force::AsksReason);
    let says = words::COMMIT;
    Offers::default()
        .when(!is_shown, |offers| offers.ask('v', words::FIST, Ask::Fist))
        .when(desk.quarter.frame.committed.is_none(), |offers| {
            if asks {
                offers.ask('c', says, Ask::Commit)
            } else {
                offers.act('c', says, say(Agreeing::Commit(None)))
            }
        })
        .when(is_shown, |offers| {
            offers.act('v', words::AGAIN, Act::Blind(Blind::Again)).act(
                'b',
                words::MISTYPED,
                Act::Blind(Blind::TakeBack),
            )
        })
}
