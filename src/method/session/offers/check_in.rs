//! At a check-in and at mid-quarter.

use super::{Ask, Offers, vote};
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::objective::AssumptionState;
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Player, Say};
use crate::words::method::session::offers::check_in as words;

pub(super) fn recall() -> Offers {
    Offers::default().ask('r', words::NAMED, Ask::Recalled)
}

/// What is noted and done about the key result at hand, a re-vote, and another one that nobody pointed at.
pub(super) fn exceptions(player: &Player, desk: &Desk<'_>, id: Option<&KeyResultId>) -> Offers {
    let offers = match id {
        Some(id) => {
            let voted = vote(player, desk, id);
            let mut offers = Offers::default()
                .ask('n', words::NOTE, Ask::Note(id.clone()))
                .ask('d', words::DO, Ask::Do(id.clone()))
                .act('w', words::WATCH, Act::Say(Say::Watch(id.clone())));
            offers.0.extend(voted.0);
            offers
        }
        None => Offers::default(),
    };
    offers.ask('o', words::ANOTHER, Ask::Talk)
}

pub(super) fn decide() -> Offers {
    Offers::default().act('s', words::PLAN_STANDS, Act::Say(Say::PlanStands)).ask(
        'd',
        words::DECIDE,
        Ask::Decide,
    )
}

pub(super) fn assumptions(topic: Option<&Topic>) -> Offers {
    let Some(Topic::Assumption(under, id)) = topic else { return Offers::default() };
    let mark = |state| Act::Say(Say::Mark(under.clone(), id.clone(), state));
    Offers::default()
        .act('h', words::HOLDING, mark(AssumptionState::Holding))
        .act('s', words::SHAKY, mark(AssumptionState::Shaky))
        .act('w', words::WRONG, mark(AssumptionState::Wrong))
}

pub(super) fn judge(id: &ObjectiveId) -> Offers {
    Offers::default()
        .ask('v', words::VERDICT, Ask::Judge(id.clone()))
        .ask('r', words::REVISE, Ask::Revise(id.clone()))
        .edit('e', words::EDIT, super::objective_topic(id))
}

pub(super) fn record() -> Offers {
    Offers::default().ask('o', words::WHO_HEARS_IT, Ask::Told).ask('f', words::FREED_TIME, Ask::Freed)
}
