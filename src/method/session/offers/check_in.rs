//! At a check-in and at mid-quarter.

use super::{Ask, Offers, vote};
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::objective::AssumptionState;
use crate::method::session::inputs::{CheckIn, Input};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Player};

fn say(check_in: CheckIn) -> Act {
    Act::Say(Input::CheckIn(check_in))
}

pub(super) fn recall() -> Offers {
    Offers::default().ask('r', ("named", "How many objectives were named without looking."), Ask::Recalled)
}

/// What is noted and done about the key result at hand, a re-vote, and another one that nobody pointed at.
pub(super) fn exceptions(player: &Player, desk: &Desk<'_>, id: Option<&KeyResultId>) -> Offers {
    let offers = match id {
        Some(id) => {
            let voted = vote(player, desk, id);
            let mut offers = Offers::default()
                .ask('n', ("note", "What was seen, one line without a name."), Ask::Note(id.clone()))
                .ask('d', ("do", "What is done, who asks, by when."), Ask::Do(id.clone()))
                .act('w', ("watch", "Nothing is done; it is watched."), say(CheckIn::Watch(id.clone())));
            offers.0.extend(voted.0);
            offers
        }
        None => Offers::default(),
    };
    offers.ask('o', ("another", "Another key result, by its number."), Ask::Talk)
}

pub(super) fn decide() -> Offers {
    Offers::default().act('s', ("plan stands", "The plan stands, said aloud."), say(CheckIn::PlanStands)).ask(
        'd',
        ("decide", "What we do differently before next time."),
        Ask::Decide,
    )
}

pub(super) fn assumptions(topic: Option<&Topic>) -> Offers {
    let Some(Topic::Assumption(under, id)) = topic else { return Offers::default() };
    let mark = |state| say(CheckIn::Mark(under.clone(), id.clone(), state));
    Offers::default()
        .act('h', ("holding", "It holds so far."), mark(AssumptionState::Holding))
        .act('s', ("shaky", "It is in doubt."), mark(AssumptionState::Shaky))
        .act('w', ("wrong", "It turned out wrong."), mark(AssumptionState::Wrong))
}

pub(super) fn judge(id: &ObjectiveId) -> Offers {
    Offers::default()
        .ask('v', ("verdict", "Keep, change or drop, and why."), Ask::Judge(id.clone()))
        .ask(
            'r',
            ("revise", "A key result changes: its target, day, baseline or sentence, and why."),
            Ask::Revise(id.clone()),
        )
        .edit('e', ("edit", "Everything about this objective."), super::objective_topic(id))
}

pub(super) fn record() -> Offers {
    Offers::default().ask('o', ("who hears it", "Who must hear what changed, today."), Ask::Told).ask(
        'f',
        ("freed time", "Where the freed time goes."),
        Ask::Freed,
    )
}
