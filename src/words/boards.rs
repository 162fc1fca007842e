//! What the boards of a session say.

use std::fmt::Display;

pub const THE_SPONSOR: &str = "the sponsor";
pub fn wants_to(name: impl Display) -> String {
    format!("{name} wants to")
}
pub const WHAT_LAST_QUARTER_TAUGHT: &str = "what last quarter taught";
pub const WHAT_WE_SAID_WE_WOULD_CHANGE: &str = "what we said we would change";
pub const WHAT_WE_HAD_ASSUMED_WRONGLY: &str = "what we had assumed wrongly";
pub const KEY_RESULTS_STILL_OPEN: &str = "key results still open";
pub const PARKED_FOR_THIS_QUARTER: &str = "parked for this quarter";
pub fn have_sent_a_draft(hands: impl Display, people: impl Display) -> String {
    format!("{hands} of {people} have sent a draft or passed")
}
pub const HIDDEN_UNTIL_ALL_ARE_IN: &str = "Hidden until all are in; then shown shuffled, without a name.";
pub fn have_placed_dots(hands: impl Display, people: impl Display) -> String {
    format!("{hands} of {people} have placed their dots")
}
pub const WHAT_WOULD_YOU_DROP: &str = "above this line it is quiet; below: what would you drop?";
pub const A_SIXTH_CANNOT_BE_COMMITTED: &str = "a sixth cannot be committed";
pub const NOT_NOW_NOTHING_YET: &str = "not now: nothing yet";
pub const NOT_NOW: &str = "not now";

pub const ON_THE_PARKING_LOT: &str = "on the parking lot";
pub const IT_MATTERED: &str = "it mattered";
pub const CHECK_INS_HELD: &str = "check-ins held";
pub fn dots(sum: impl Display) -> String {
    format!("  dots {sum}")
}
pub fn have_placed_dots_hidden(hands: impl Display, people: impl Display) -> String {
    format!("{hands} of {people} have placed their dots, hidden")
}
pub fn changes_of_at_most(chosen: impl Display, most_actions: impl Display) -> String {
    format!("{chosen} of at most {most_actions} changes")
}
pub const SEEN_BY: &str = "  seen by";
pub fn closed_on(day: impl Display) -> String {
    format!("closed on {day}")
}

pub const SCALE_AND_AIM: &str = "from 0 to 1, the mark at 0.7";
pub fn the_number_says(score: impl Display) -> String {
    format!("The number says {score}.")
}
pub const NO_DATA_TO_PROPOSE_FROM: &str = "No data to propose from.";
pub const THE_WIDEST_GAPS: &str = "the widest gaps between what we believed and what came out";
pub fn believed_came_out_at(name: impl Display, confidence: impl Display, score: impl Display) -> String {
    format!("{name}: believed {confidence}, came out at {score}")
}
pub fn votes_and_brier(word: impl Display) -> String {
    format!("{word} votes, Brier")
}

pub const EVERY_BASELINE_IS_THERE: &str = "Every key result has its baseline.";
pub fn open_and_days_left(count: impl Display, left: impl Display) -> String {
    format!("{count} open, {left} to the quarter")
}
pub fn open_and_begins_today(count: impl Display) -> String {
    format!("{count} open, the quarter begins today")
}
pub fn open_and_begun(count: impl Display, ago: impl Display) -> String {
    format!("{count} open, the quarter began {ago} ago")
}
pub const NOBODY_ASKS_YET: &str = "nobody asks yet";
pub fn asked_of(name: impl Display, who: impl Display) -> String {
    format!("{name}  {who}")
}
pub fn asked_of_by(name: impl Display, who: impl Display, day: impl Display) -> String {
    format!("{name}  {who}, by {day}")
}
pub const NO_DATE: &str = "no date";
pub fn asks(who: impl Display) -> String {
    format!("{who} asks")
}
pub const CONTRIBUTES_TO_NOTHING_ABOVE: &str = "  contributes to nothing above";
pub const WHY_NOTHING_MOVED: &str = "why nothing moved";
pub const NO_ASSUMPTION_YET: &str = "no assumption yet";
pub const EFFORT_PLAN: &str = "effort plan";
pub const FIST_TO_FIVE: &str = "fist to five";
pub fn committed_on(day: impl Display) -> String {
    format!("committed on {day}")
}

pub const NO_READING_YET: &str = "no reading yet";
pub const SHOWN_WHEN_NAMED: &str = "The set is shown when you have named it.";
pub fn named_of(recalled: impl Display, all: impl Display) -> String {
    format!("named {recalled} of {all}")
}
pub const NOTHING_STANDS_OUT: &str = "Nothing stands out. Nothing has to be talked about.";
pub const DEPENDS_ON: &str = "depends on";
pub const UNTIL_THEN: &str = "until then";
pub fn this_session_so_far(cost: impl Display) -> String {
    format!("this session so far: {cost}")
}
pub const AGREED_LAST: &str = "agreed last time";
pub fn since(date: impl Display, movement: impl Display, reason: impl Display) -> String {
    format!("since {date}: {movement}, {reason}")
}
pub fn was(movement: impl Display) -> String {
    format!("  was  {movement}")
}
pub fn is(movement: impl Display) -> String {
    format!("  is   {movement}")
}
pub const NOTHING_WAS_CHANGED: &str = "Nothing of the set was reworded, revised or dropped.";
pub fn opening_and_now(
    name: impl Display,
    opening: impl Display,
    arrow: impl Display,
    now: impl Display,
) -> String {
    format!("{name}: opening {opening} {arrow} now {now}")
}
pub const WHO_MUST_HEAR_IT: &str = "who must hear it";
pub const FREED_TIME_GOES_TO: &str = "freed time goes to";

pub fn opening(median: impl Display) -> String {
    format!("opening {median}")
}
pub const MEDIANS_SO_FAR: &str = "medians so far";
pub fn low_median_high(
    low: impl Display,
    median: impl Display,
    high: impl Display,
    spread: impl Display,
) -> String {
    format!("low {low}   median {median}   high {high}   spread {spread}")
}
pub fn scores_before(cycle: impl Display, scores: impl Display, counts: impl Display) -> String {
    format!("{cycle}: {scores} ({counts})")
}
pub const EVERYBODY_PASSED: &str = "everybody passed";
pub const FIRST_VOTE_HOLDS: &str = "everybody passed; the first vote holds";
pub fn second_vote(hands: impl Display, people: impl Display) -> String {
    format!("second vote: {hands} of {people} in, hidden")
}
pub fn votes_in(hands: impl Display, people: impl Display) -> String {
    format!("{hands} of {people} votes in, hidden")
}
pub fn votes_in_and_alone(hands: impl Display, people: impl Display, alone: impl Display) -> String {
    format!("{hands} of {people} votes in, hidden; {alone} logged alone")
}
pub fn hands_in(hands: impl Display, people: impl Display) -> String {
    format!("{hands} of {people} in, hidden")
}
pub fn median(median: impl Display) -> String {
    format!("median {median}")
}

pub const DOTS_LABEL: &str = "dots";
pub const FOR: &str = "for";
pub const AGAINST: &str = "against";
pub const SETTING: &str = "setting";
pub const SCORING: &str = "scoring";
pub const RETROSPECTIVE: &str = "retrospective";
pub const TOGETHER: &str = "together";
pub const LESSONS: &str = "lessons";
pub const NO_LESSON_IS_WRITTEN: &str =
    "No lesson is written yet: they come from the step in which everybody writes alone.";
pub const THEN_STARTS: &str = "  starts";
pub const NO: &str = "no";
pub const THEN_HOW: &str = "  how";
pub const THEN_WEIGHED: &str = "  weighed";
pub const CHANGED: &str = "changed";
pub const NOTED: &str = "noted";
pub const DECIDED: &str = "decided";
