//! What Setting says.

use std::fmt::Display;

pub fn objectives_of_at_most(count: impl Display, most_objectives: impl Display) -> String {
    format!("{count} of at most {most_objectives} objectives")
}
pub const THE_SET: &str = "The set";
pub fn committed(day: impl Display) -> String {
    format!("committed {day}")
}
pub fn draft_of(key_results: impl Display) -> String {
    format!("draft, {key_results}")
}
pub const THE_SET_IS_COMMITTED: &str = "The set is committed; a change to it is a revision with its reason.";
pub const A_HEADING_HAS_NOTHING_TO_EDIT: &str =
    "This row has nothing to edit; what it says stands in its detail.";
pub const IT_BELONGS_TO_ANOTHER_TEAM: &str = "It belongs to another team, which edits it.";
pub const SELECT_WHAT_IS_TO_GO: &str = "Select what is to go: an objective, a key result, a line.";
pub const ONLY_OBJECTIVES_AND_KEY_RESULTS_MOVE: &str = "Objectives and key results can be moved.";
pub const THEY_STAND_IN_ANOTHER_ORDER: &str =
    "Key results move in the order of the set; sort the list by it first.";
pub const SELECT_WHAT_TO_VOTE_ON: &str = "Select the key result to vote on.";
pub const VOTE_COMES_BEFORE_THE_COMMIT: &str =
    "The opening vote comes before the commit; now it is a check-in.";
pub const SELECT_WHAT_DESCRIBES_WORK: &str = "Select the key result that describes work.";
pub const WHAT_DO_YOU_WANT_TO_ADD: &str = "What do you want to add?";
pub const WHAT_DO_YOU_WANT_TO_ADD_HERE: &str =
    "What do you want to add? A key result or an assumption is added at its objective: select that first.";
pub const NEW_OBJECTIVE: (&str, &str) = ("objective", "what are we trying to achieve?");
pub const NEW_KEY_RESULT: (&str, &str) = ("key result", "how will we know we achieved it?");
pub const NEW_ASSUMPTION: &str = "assumption";
pub const NEW_DEPENDENCY: &str = "dependency";
pub const NEW_CHANGE_ASKED: (&str, &str) = ("change asked", "from above or below, and what came of it");
pub const NEW_INITIATIVE: (&str, &str) = ("initiative", "how we go about it; changes freely");
pub const NEW_NOT_NOW: (&str, &str) = ("not now", "what we say no to, by name");
pub const NEW_KEEP_RUNNING: (&str, &str) = ("keep running", "what simply goes on");
pub const NEW_DELIVERY: (&str, &str) = ("delivery", "work with a date, unscored");
pub const IT_IS_HERE_TO_BE_SEEN: &str = "It is here to be seen; there is nothing to tick.";
pub const FROM_THE_LAST_QUARTER: &str = "From the last quarter";
pub const AS_IT_WAS: &str = "as it was; its baseline is asked again";
pub const KEEP_THE_METRIC: &str = "keep the metric, choose the rest anew";
pub const IT_ENDS_HERE: &str = "it ends here";
pub const IT_SHAPED_THIS_SET: &str = "it shaped this set";
pub const WE_KEEP_IT_IN_MIND: &str = "we keep it in mind";
pub const WE_LET_IT_GO: &str = "we let it go";
pub const TAKE_OBJECTIVE_OFF_THE_SET: &str = "Take the objective off the set";
pub fn each_can_be_undone(undoes: impl Display) -> String {
    format!("Each of these can be undone with {undoes}.")
}
/// Before what else is said of taking objectives off the set.
pub fn goes_along(names: impl Display, says: impl Display) -> String {
    format!("With it: {names}. {says}")
}
pub fn more_goes_along(names: impl Display) -> String {
    format!("Nothing is removed yet: {names} came meanwhile and would go too.")
}
pub const PARK_NOT_NOW: (&str, &str) = ("not now", "to the not-now list, by name");
pub const REMOVE_OBJECTIVE: (&str, &str) = ("remove", "the draft goes, with its draft key results");
pub const TAKE_KEY_RESULT_OFF_THE_SET: &str = "Take the key result off the set";
pub const TO_DELIVERY_LIST: (&str, &str) = ("delivery list", "it describes work: dated, unscored");
pub const REMOVE_KEY_RESULT: (&str, &str) = ("remove", "the draft goes");
pub const IT_STANDS_AT_THE_END_ALREADY: &str = "It stands at the end already.";

pub const ALL_ANSWERED: &str = "all answered";
pub fn to_answer(open: impl Display) -> String {
    format!("{open} to answer")
}
pub fn answers(key: impl Display) -> String {
    format!("{key} answers")
}

pub const EFFORT_PLAN: &str = "Effort plan";
pub fn limit(total: impl Display, limit: impl Display) -> String {
    format!("{total}, limit {limit}")
}
pub fn first_cut(kind: impl Display, saved: impl Display) -> String {
    format!("First cut: {kind}, {saved}")
}
pub fn saves(saved: impl Display) -> String {
    format!("{saved} less.")
}
pub fn each(total: impl Display, for_each: impl Display) -> String {
    format!("{total}, {for_each} each")
}
pub fn amber_from(limit: impl Display, amber: impl Display) -> String {
    format!("{limit}, amber from {amber}")
}
pub const WHAT_TAKES_MOST: &str = "what takes most";
pub const WHAT_COULD_BE_CUT: &str = "what could be cut, in this order";
pub fn less(saved: impl Display) -> String {
    format!("{saved} less")
}

pub fn it_is_mended_in_its_file(key: impl Display) -> String {
    format!("It cannot be read; {key} opens its file to mend it.")
}
pub const PROMISE_GIVEN: &str = "promise given";
pub const NO_PROMISE_YET: &str = "no promise yet";
pub fn promise_and_principles(sponsor: impl Display, promise: impl Display, yes: impl Display) -> String {
    format!("{sponsor}, {promise}, {yes} of 5 principles")
}
pub const DELIVERY_LIST: &str = "Delivery list";
pub const ALL_TICKED: &str = "all ticked";
pub fn to_tick(open: impl Display) -> String {
    format!("{open} to tick")
}
pub const WHAT_WE_LEARNED: &str = "What we learned";
pub const WRONG_ASSUMPTIONS: &str = "Wrong assumptions";
pub const KEY_RESULTS_THAT_ARE_OPEN: &str = "Key results that are open";
pub const ON_THE_WATCH_LIST: &str = "On the watch list";
pub const OPEN_BLOCKERS: &str = "Open blockers";
pub const WHAT_WE_WANTED_TO_CHANGE: &str = "What we wanted to change";
pub const PARKED_FOR_THIS_QUARTER: &str = "Parked for this quarter";

pub const SPONSORS_PROMISE: &str = "sponsor's promise";
pub const NO_SPONSORS_PROMISE: &str =
    "no sponsor's promise is recorded: a target not reached is a learning signal, said how?";
pub fn went_past(rule: impl Display, reason: impl Display) -> String {
    format!("went past {rule}: {reason}")
}
pub const PROMISED_TO: &str = "promised to";
pub const WORK_WITH_A_DATE: &str = "Work with a date; it is not scored.";
pub fn says_what_becomes_of_it(key: impl Display) -> String {
    format!("{key} says what becomes of it. Nothing is carried over by itself.")
}

pub const SELECT_WHAT_IS_ASKED_ABOUT: &str = "Select what is asked about: a row of the set.";
pub const IT_IS_A_HARD_STOP: &str = "What is asked here is a hard stop: no reason goes past it.";
pub const NOTHING_IS_ASKED_HERE: &str = "Nothing is asked here.";
pub const ANSWER_A_QUESTION: &str = "Answer a question";
pub const WITH_A_REASON_THAT_STAYS: &str = "With a reason that stays beside it, or asked again.";
pub fn ask_again(reason: impl Display) -> String {
    format!("ask again; waived: {reason}")
}

pub const SETTING: &str = "Setting";
pub const CONTINUE: &str = "continue";
pub const RESHAPE: &str = "reshape";
pub const RETIRE: &str = "retire";
pub const USED: &str = "used";
pub const KEPT: &str = "kept";
pub const DISMISSED: &str = "dismissed";
pub const TOTAL: &str = "total";
pub const LIMIT_LABEL: &str = "limit";
pub const THEN_DROPPED: &str = "  dropped";
pub const ASSUMES: &str = "assumes";
pub const DONE: &str = "done";
pub const WHY: &str = "why";

pub fn take_off_the_set(count: impl Display) -> String {
    format!("Take {count} rows off the set")
}
pub const REMOVE_SEVERAL: (&str, &str) = ("remove", "the drafts go");
