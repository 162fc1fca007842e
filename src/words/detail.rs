//! What stands beside a list: what is known of the selected row.

use std::fmt::Display;

pub const CARRIED_FROM: &str = "carried from";
pub const NO_ASSUMPTION_IS_WRITTEN_DOWN: &str = "no assumption is written down";
pub const WE_ASSUME: &str = "we assume";
pub const NOTICED_BY: &str = "noticed by";
pub const ASSUMED_FOR: &str = "assumed for";
pub fn from(word: impl Display, date: impl Display) -> String {
    format!("from {word}, {date}")
}
pub fn assumption_noticed_by(text: impl Display, how: impl Display) -> String {
    format!("{text} (noticed by: {how})")
}
pub fn guardrail_reads(metric: impl Display, reading: impl Display) -> String {
    format!("{metric}: {reading}")
}
pub const NOT_SCORED_YET: &str = "not scored yet";
pub fn effort_so_far(spent: impl Display) -> String {
    format!("effort so far {spent}")
}
pub fn effort_so_far_planned(spent: impl Display, planned: impl Display) -> String {
    format!("effort so far {spent}, planned {planned}")
}

pub const NOTHING_TO_ASK: &str = "nothing to ask";
pub fn like(before: impl Display) -> String {
    format!("like: {before}")
}

pub const ASKED_BY: &str = "asked by";
pub const WHO_ASKS: &str = "who asks";
pub const ASKED_OF: &str = "asked of";
pub const NEEDED_FOR: &str = "needed for";
pub const NOTED_THERE: &str = "noted there";
pub const COMES_BY: &str = "comes by";
pub const ANSWERED_ON: &str = "answered on";
pub const NOT_ANSWERED_THERE: &str = "Not answered in the files of that team.";
pub const NO_FILES_SO_NOTED_HERE: &str =
    "This team has no files here; what we heard is noted with the key result.";
pub const MEASURED_HERE_SCORED_THERE: &str =
    "Measured here, scored there. Who reads the number for them, and how often?";

pub const BASELINE_OF: &str = "baseline of";
pub const HOW_WE_GO_ABOUT_IT: &str = "how we go about it";
pub fn revised_on(day: impl Display, movement: impl Display, reason: impl Display) -> String {
    format!("revised on {day}: {movement} ({reason})")
}
pub const ASK_THE_ROOM: &str = "ask the room";
pub const WHOSE_OR_WHERE: &str = "whose, or where? ask the room";
pub const WHERE_IS_IT_READ: &str = "where is it read?";
pub const ONE_METRIC_HOW_PUT_TOGETHER: &str = "one metric, how put together, one target";
pub const NUMBER_DAY_AND_SOURCE: &str = "number, day and source";
pub const NOT_THIS_QUARTER: &str = "not this quarter, the room said";
pub const NO_NEARER_THE_ROOM_SAID: &str = "no nearer, the room said";
pub fn mark_of_0_7(reading: impl Display) -> String {
    format!("0.7 mark {reading}")
}
/// Behind the way to a target: `, now 1.8 % (28 Jan)`.
pub fn now_of(reading: impl Display, day: impl Display) -> String {
    format!(", now {reading} ({day})")
}
pub fn now(reading: impl Display) -> String {
    format!("now {reading}")
}
pub fn opening_votes_hidden(votes: impl Display) -> String {
    format!("opening: {votes} given alone, hidden until the room votes or the set is committed")
}
pub fn baseline(reading: impl Display) -> String {
    format!("baseline {reading}")
}
pub const NO_VOTE_WAS_TAKEN: &str = "no vote was taken";
pub fn we_believed(said: impl Display) -> String {
    format!("we believed: {said}")
}
pub fn we_believed_and_it_came_out_at(said: impl Display, score: impl Display) -> String {
    format!("we believed: {said}; it came out at {score}")
}
pub fn moved(way: impl Display) -> String {
    format!("moved {way}")
}
pub const NO_VOTE: &str = "No vote";
pub const NO_CHECK_IN: &str = "No check-in";

pub const NOTHING_STANDS_IN_THE_WAY: &str = "Nothing stands in the way.";

pub const THE_SCORE_STANDS: &str = "The score stands; what is read later stands beside it.";

pub const OUTCOME: &str = "outcome";
pub const OPEN: &str = "open";
pub const OF: &str = "of";
pub const LIKE_LABEL: &str = "like";
pub const BY: &str = "by";
pub const ANSWER: &str = "answer";
pub const SAYS: &str = "says";
pub const STANDS: &str = "stands";

pub fn step_and_its_box(step: impl Display, minutes: impl Display) -> String {
    format!("{step}, {minutes} min")
}
