//! While the set becomes one the team stands behind (SET-9 to SET-14).

use super::{Ask, Offers};
use crate::domain::change::Force;
use crate::domain::decision::{Desk, Question, Test};
use crate::domain::frame::Nearer;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::method::commit as method_commit;
use crate::method::session::ask::dependencies as named;
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Player, Say};
use crate::words::method::session::offers::agreeing as words;

/// The question that is asked, else the first of the four that waits; work goes to the delivery list with one key.
pub(super) fn refine(
    (player, chosen): (&Player, Option<usize>),
    id: &KeyResultId,
    desk: &Desk<'_>,
) -> Offers {
    let found = desk.quarter.key_result(id).map(|(_, found)| Question::answers(found));
    let at_hand = found.and_then(|answers| {
        let at = chosen.or_else(|| answers.iter().position(Option::is_none))?;
        Some((*Question::ALL.get(at)?, at))
    });
    let offers = match at_hand {
        Some((question, at)) => {
            let answer = |yes| Act::Say(Say::Answer(id.clone(), question, yes));
            let asked = asked(player, desk, at);
            Offers::default().answer('y', words::yes(asked), answer(true)).answer(
                'n',
                words::no(asked),
                answer(false),
            )
        }
        None => Offers::default(),
    };
    offers
        .edit('e', words::EDIT, Topic::KeyResult(id.clone()))
        .act('D', words::DELIVERY, Act::Say(Say::Deliver(id.clone())))
        .ask('g', words::ANSWERS, Ask::Questions(id.clone()))
        .ask('w', words::WAIVE, Ask::Waive(id.clone()))
}

/// A question of the step at hand, by its place; nothing where the team's own step has fewer.
fn asked<'a>(player: &Player, desk: &Desk<'a>, at: usize) -> &'a str {
    player.guide(desk).ask.get(at).map_or("", String::as_str)
}

pub(super) fn dependencies(desk: &Desk<'_>) -> Offers {
    Offers::default()
        .ask('n', words::NEW, Ask::Depend)
        .when(named(desk).next().is_some(), |offers| offers.ask('r', words::REPLIED, Ask::Replied))
}

/// The test that is asked, else the first of the two that waits, and what the objective at hand contributes to.
pub(super) fn alignment(
    (player, chosen): (&Player, Option<usize>),
    objective: Option<&ObjectiveId>,
    desk: &Desk<'_>,
) -> Offers {
    let said = &desk.quarter.frame.alignment;
    let tests = [(Test::Ours, said.ours), (Test::Above, said.above)];
    let at = chosen.or_else(|| tests.iter().position(|(_, answer)| answer.is_none()));
    let at_hand = at.and_then(|at| Some((tests.get(at)?.0, asked(player, desk, at))));
    let offers = at_hand.into_iter().fold(Offers::default(), |offers, (test, asked)| {
        let answer = |nearer| Act::Say(Say::Align(test, nearer));
        offers
            .answer('y', words::clearly_nearer(asked), answer(Nearer::Yes))
            .answer('h', words::partly(asked), answer(Nearer::Partly))
            .answer('n', words::not_nearer(asked), answer(Nearer::No))
    });
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
    let is_open = !player.is_committed_with(desk);
    let stops = method_commit::stops(desk);
    // A reason goes past none of the hard ones: what is missing is named first.
    let asks = !stops.is_empty() && stops.iter().all(|stop| stop.force == Force::AsksReason);
    let says = words::COMMIT;
    Offers::default()
        .when(is_open && !is_shown, |offers| offers.ask('v', words::FIST, Ask::Fist))
        .when(desk.quarter.frame.committed.is_none(), |offers| {
            if asks {
                offers.ask('c', says, Ask::Commit)
            } else {
                offers.act('c', says, Act::Say(Say::Commit(None)))
            }
        })
        .when(is_open && is_shown, |offers| {
            offers.act('v', words::AGAIN, Act::Blind(Blind::Again)).act(
                'b',
                words::MISTYPED,
                Act::Blind(Blind::TakeBack),
            )
        })
}
