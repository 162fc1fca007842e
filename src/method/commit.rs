//! The commit with everything the method asks before it: the stops of the set, and the hand-over ticked (SET-14, HND-1).

use crate::coach::rule::Rule;
use crate::domain::change::Stop;
use crate::domain::decision::Desk;
use crate::domain::display::quoted;
use crate::domain::key_result::{KeyResult, LightState};
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::method::hand_over::HandOver;
use crate::words::counted;
use crate::words::method::rules as words;

/// Everything that stands in the way of committing the quarter at the desk.
pub fn stops(desk: &Desk) -> Vec<Stop> {
    let mut stops = desk.commit_stops();
    if desk.is_read().is_ok() {
        stops.extend(refinement(desk));
        stops.extend(open_points(desk).filter(|_| desk.quarter.frame.committed.is_none()));
    }
    stops
}

/// What is asked of the key results that would be frozen (SET-9): those that are not lit, and those whose answers speak against
/// them. What was waived with a reason is not asked again; what is missing is a hard stop of its own.
fn refinement(desk: &Desk) -> impl Iterator<Item = Stop> {
    let is_whole =
        |found: &&KeyResult| !found.is_committed() && !found.is_to_find_out() && found.gaps().is_empty();
    let drafts: Vec<&KeyResult> =
        desk.quarter.live_key_results().map(|(_, found)| found).filter(is_whole).collect();
    let is_unlit = |found: &KeyResult| found.lights().iter().any(|light| light.state == LightState::Off);
    let is_open = |found: &KeyResult, rule: Rule, answer: Option<bool>| {
        answer == Some(true) && !found.waivers.contains_key(rule.id())
    };
    let names = |fits: &dyn Fn(&KeyResult) -> bool| -> Vec<String> {
        drafts.iter().filter(|found| fits(found)).map(|found| quoted(found.name())).collect()
    };
    let asked = [
        (StopRule::Unlit, words::NOT_EVERY_LIGHT_IS_ON, words::LIGHT_IT, names(&is_unlit)),
        (
            StopRule::Promised,
            words::IT_IS_PROMISED_OUTSIDE,
            words::A_PROMISE_IS_A_DELIVERY,
            names(&|found| is_open(found, Rule::OutsidePromise, found.refinement.promised_outside)),
        ),
        (
            StopRule::NoOutcome,
            words::IT_COULD_BE_HIT_WITHOUT_SOLVING,
            words::WHAT_WOULD_BE_DIFFERENT,
            names(&|found| is_open(found, Rule::OutcomeTest, found.refinement.still_have_problem)),
        ),
    ];
    asked
        .into_iter()
        .filter(|(.., names)| !names.is_empty())
        .map(|(rule, says, hint, names)| Stop::asks(rule, names.join(", "), says, hint))
}

/// One question for all points of the hand-over that nobody has ticked.
fn open_points(desk: &Desk) -> Option<Stop> {
    let package = HandOver::to(desk.workspace, &desk.quarter.key)?;
    let open = package.open(&desk.quarter.frame).count();
    let says = counted::POINTS_ARE_NOT_TICKED.of(open);
    (open > 0).then(|| Stop::asks(Step::Hnd1, words::THE_HAND_OVER, says, words::USED_KEPT_OR_DISMISSED))
}
