//! What stands in the way of a commit, and what is said of one.

use std::fmt::Display;

pub const THE_SET: &str = "the set";
pub const IT_HAS_NO_OBJECTIVE: &str = "it has no objective";
pub const ADD_ONE: &str = "add one that would make this quarter worth it";
pub fn it_has_objectives(count: impl Display) -> String {
    format!("it has {count} objectives; five is the most a team can hold")
}
pub const WHICH_WOULD_YOU_DROP: &str = "which would you drop? Put it on the not-now list";
pub const HOW_WILL_WE_KNOW_WE_ACHIEVED_IT: &str = "how will we know we achieved it?";
pub const IT_HAS_NO_KEY_RESULT: &str = "no key result stands under it";
pub const WRITE_DOWN_WHAT_IS_TAKEN_FOR_GRANTED: &str = "write down what the team takes for granted";
pub const NO_ASSUMPTION_IS_WRITTEN_DOWN: &str = "no assumption is written down";
pub const THE_NOT_NOW_LIST_IS_EMPTY: &str = "the not-now list is empty";
pub const PUT_A_NO_ON_IT: &str = "put on it what the team says no to, by name";
pub const VOTE_ON_EACH: &str =
    "vote on each, from 0 to 100: how likely it is that the target is reached in full";
pub fn no_opening_vote_has_been_taken_on(key_results: impl Display) -> String {
    format!("no opening vote has been taken on {key_results}")
}
pub const NO_OPENING_VOTE_HAS_BEEN_TAKEN: &str = "no opening vote has been taken";
pub fn the_retrospective_of_is_not_closed(cycle: impl Display) -> String {
    format!("the retrospective of {cycle} is not closed")
}
pub const THE_LAST_QUARTER: &str = "the last quarter";
pub const CLOSE_IT_FIRST: &str = "close it first: its lessons belong in this set";
pub const SAY_WHAT_EACH_CONTRIBUTES_TO: &str = "say what each contributes to, or why not";
pub fn objectives_contribute_to_nothing_above(more: impl Display) -> String {
    format!("{more} objectives contribute to nothing above; one may")
}
pub const IT_CONTRIBUTES_TO_NOTHING_ABOVE: &str = "it contributes to nothing above, and no reason says why";
pub const IT_IS_COMMITTED: &str = "it is committed, and no new key result waits";
pub const OR_MARK_IT_TO_FIND_OUT: &str = "or mark it “to find out” with a contact and a date";
pub const IT_HAS_NO_METRIC: &str = "it has no metric";
pub const NAME_THE_MEASURE: &str = "name the measure";
pub const IT_HAS_NO_BASELINE: &str = "it has no baseline";
pub fn say_what_it_is_now(find_out: impl Display) -> String {
    format!("say what it is now, {find_out}")
}
pub const IT_HAS_NO_TARGET: &str = "it has no target";
pub const ITS_WINDOW_HAS_NOT_BOTH_ENDS: &str = "its window has not both ends";
pub const SAY_BOTH_ENDS: &str = "say its floor and its ceiling";
pub const SAY_WHAT_IT_AIMS_FOR: &str = "say what it aims for";
pub const ITS_TARGET_EQUALS_ITS_BASELINE: &str = "its target equals its baseline";
pub const WHAT_SHOULD_BE_DIFFERENT: &str = "what should be different?";
pub const ITS_TARGET_LIES_AGAINST_ITS_DIRECTION: &str = "its target lies against its direction";
pub const WHICH_WAY_IS_BETTER: &str = "which way is better? Turn the direction or the numbers";
pub const NOTHING_LIES_IN_ITS_WINDOW: &str = "nothing lies between its floor and its ceiling";
pub const SWAP_THE_TWO_BOUNDS: &str = "swap the two bounds, or let them count: bound=inclusive";
pub const ITS_NUMBER_IS_TO_BE_FOUND_OUT: &str =
    "its number is still to be found out, without a name and a date";
pub const WHO_FETCHES_IT: &str = "who fetches it, by when?";
