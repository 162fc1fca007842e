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

fn say(agreeing: Agreeing) -> Act {
    Act::Say(Input::Agreeing(agreeing))
}

/// The four questions one after the other; work goes to the delivery list with one key.
pub(super) fn refine(id: &KeyResultId, desk: &Desk<'_>) -> Offers {
    let found = desk.quarter.key_result(id).map(|(_, found)| answers(found));
    let open = found.and_then(|all| all.into_iter().find(|(_, answer)| answer.is_none()));
    let offers =
        match open {
            Some((question, _)) => {
                let answer = |yes| say(Agreeing::Answer(id.clone(), question, yes));
                Offers::default()
                    .act('y', ("yes", "Answers the marked question with yes."), answer(true))
                    .act('n', ("no", "Answers the marked question with no."), answer(false))
            }
            None => Offers::default(),
        };
    offers
        .edit('e', ("edit", "The workbench of this key result."), Topic::KeyResult(id.clone()))
        .act(
            'D',
            ("delivery", "This is work: it moves to the delivery list."),
            say(Agreeing::Deliver(id.clone())),
        )
        .ask('g', ("answers", "All four answers at once, to change one."), Ask::Questions(id.clone()))
        .ask(
            'w',
            ("waive", "A question of the coach is not asked any more, for a reason."),
            Ask::Waive(id.clone()),
        )
}

pub(super) fn dependencies(desk: &Desk<'_>) -> Offers {
    Offers::default().ask('n', ("new", "What another team must do for a key result."), Ask::Depend).when(
        named(desk).next().is_some(),
        |offers| {
            offers.ask(
                'r',
                ("replied", "What the other team said: agreed, refused, worked around."),
                Ask::Replied,
            )
        },
    )
}

/// The two tests one after the other, and what the objective at hand contributes to.
pub(super) fn alignment(objective: Option<&ObjectiveId>, desk: &Desk<'_>) -> Offers {
    let said = &desk.quarter.frame.alignment;
    let test = if said.ours.is_none() { Test::Ours } else { Test::Above };
    let answer = |nearer| say(Agreeing::Align(test, nearer));
    let offers = Offers::default()
        .act('y', ("yes", "The marked test: clearly nearer."), answer(Nearer::Yes))
        .act('h', ("partly", "The marked test: partly."), answer(Nearer::Partly))
        .act('n', ("no", "The marked test: no, which makes it nominal."), answer(Nearer::No));
    let offers = match objective {
        Some(id) => offers
            .ask(
                'c',
                ("contributes", "What it contributes to, how, and what was weighed."),
                Ask::Contribute(id.clone()),
            )
            .ask(
                'l',
                ("log", "A change that was asked of it from above or below, and what came of it."),
                Ask::Negotiate(id.clone()),
            )
            .edit('e', ("edit", "Everything about this objective."), super::objective_topic(id)),
        None => offers,
    };
    offers.when(said.is_nominal(), |offers| {
        offers.ask('w', ("keep it", "A nominal alignment is kept for a reason."), Ask::KeepNominal)
    })
}

pub(super) fn pre_mortem() -> Offers {
    Offers::default().ask('r', ("reason", "Why nothing moved, one reason each."), Ask::Reason).ask(
        'n',
        ("assumption", "What is taken for granted, and how we would notice."),
        Ask::Assume,
    )
}

/// The fist, then the commit: at once where nothing asks, else with a reason.
pub(super) fn commit(player: &Player, desk: &Desk<'_>) -> Offers {
    let is_shown = player.hidden().fist.shown().is_some();
    let stops = method_commit::stops(desk);
    let asks = stops.iter().any(|stop| stop.force != Force::Hard);
    let says = ("commit", "Freezes the set as it stands, as revision 1.");
    Offers::default()
        .when(!is_shown, |offers| {
            offers.ask('v', ("fist", "Counts in, then takes the fists of the room in a row."), Ask::Fist)
        })
        .when(desk.quarter.frame.committed.is_none(), |offers| {
            if asks {
                offers.ask('c', says, Ask::Commit)
            } else {
                offers.act('c', says, say(Agreeing::Commit(None)))
            }
        })
        .when(is_shown, |offers| {
            offers.act('v', ("again", "Hides the fists for a second showing."), Act::Blind(Blind::Again)).act(
                'b',
                ("mistyped", "Takes the fists back, to type them anew."),
                Act::Blind(Blind::TakeBack),
            )
        })
}
