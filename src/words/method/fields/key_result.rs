//! The names of the fields of key results and of what stands under them, and the question each asks.

use std::fmt::Display;

pub const SENTENCE: &str = "sentence";
pub const THE_CHANGE: &str = "the change, not the work: sign-in failures from 2.3 % to 0.5 %";
pub const METRIC: &str = "metric";
pub const ONE_QUANTITY: &str = "One quantity in words.";
pub const METRIC_ID: &str = "metric id";
pub const ITS_LASTING_NAME_FROM_QUARTER_TO_QUARTER: &str =
    "its lasting name from quarter to quarter: lead-time";
pub const AGGREGATION: &str = "aggregation";
pub const HOW_SINGLE_VALUES_BECOME_ONE: &str = "how single values become one";
pub const SCOPE: &str = "scope";
pub const WHERE_ALL_SIGN_INS: &str = "where: all sign-ins, main branch";
pub const UNIT: &str = "unit";
pub const MIN_DAYS: &str = "%, min, days, customers";
pub const BASELINE: &str = "baseline";
pub const A_NUMBER_OR_OPEN: &str = "2.3 %, or leave it open and set kind to establish-baseline";
pub const READ_ON: &str = "read on";
pub fn nothing_was_read_on(day: impl Display) -> String {
    format!("{day} lies in the future; a baseline is what was read by today")
}
pub const THE_DAY_OF_THE_BASELINE: &str = "the day of the baseline: 2027-01-04, mon, today";
pub const SOURCE: &str = "source";
pub const WHERE_DOES_THIS_NUMBER_LIVE: &str = "where does this number live? edge logs, deploy log";
pub const TARGET: &str = "target";
pub const A_NUMBER_OR_BOUND: &str = "0.5 %, or below 0.5 %";
pub const TARGET_ITSELF: &str = "target itself";
pub const INCLUSIVE_TO_X: &str = "inclusive: to x, at least x; strict: below x, above x";
pub const DIRECTION: &str = "direction";
pub const WHICH_WAY_IS_BETTER: &str = "which way is better; follows from the numbers when empty";
pub const DUE: &str = "due";
pub const BY_WHEN_OR_THE_LAST_DAY: &str = "by when; the last day of the cycle when empty";
pub const KIND: &str = "kind";
pub const CHANGE_OR_STAYS_AT_LEAST: &str = "change, or stays at-least, at-most, between; or to find out";
pub const FLOOR: &str = "floor";
pub const THE_LOWEST_VALUE_THAT_MAY_STAND: &str = "the lowest value that may stand";
pub const CEILING: &str = "ceiling";
pub const THE_HIGHEST_VALUE_THAT_MAY_STAND: &str = "the highest value that may stand";
pub const CONTACT: &str = "contact";
pub const WHO_FETCHES_THE_NUMBER_AND_ASKS_AROUND: &str = "who fetches the number and asks around";
pub const FIND_OUT_BY: &str = "find out by";
pub const FOR_AN_OPEN_BASELINE: &str = "for an open baseline: known by which day?";
pub const AMBITION: &str = "ambition";
pub const STRETCH_EXPECTS_0_7: &str = "stretch expects 0.7, committed expects 1.0";
pub const MEASURED_AT: &str = "measured at";
pub const THE_TEAM_WHERE_IT_IS_READ: &str = "the team where it is read, if not ours";
pub const DATA: &str = "data";
pub const HAVE_ASKED_OR_DO_NOT_HAVE: &str = "have, asked or do-not-have";
pub const INFLUENCE: &str = "influence";
pub const FULL_SHARED_NAME_THE_AGREEMENT_OR_WEAK: &str = "full, shared (name the agreement) or weak";
pub const AGREEMENT: &str = "agreement";
pub const WHAT_A_SHARED_INFLUENCE_RESTS_ON: &str = "what a shared influence rests on";
pub const EFFECT_IN: &str = "effect in";
pub const THE_QUARTER_IN_WHICH_THE_EFFECT_SHOWS: &str =
    "the quarter in which the effect shows, if later: 2027-q2";
pub const EARLY_SIGN: &str = "early sign";
pub const WHAT_COULD_WE_SEE_THIS_QUARTER: &str = "what could we see this quarter?";
pub const GUARDRAIL: &str = "guardrail";
pub const ONE_MEASURE_THAT_MUST_NOT_GET_WORSE: &str = "one measure that must not get worse";
pub const IT_READS_NOW: &str = "it reads now";
pub const WHAT_THE_GUARDRAIL_READS_AT_THE_START: &str =
    "what the guardrail reads at the start: 4.2 or 180 ms";
pub const BETTER_IS: &str = "better is";
pub const WHICH_WAY_THE_GUARDRAIL_IS_BETTER: &str = "which way the guardrail is better: increase, decrease";
pub const NAME_THE_GUARDRAIL_FIRST: &str = "name the guardrail first";
pub const OUTCOME_TEST: &str = "outcome test";
pub const NEARER: &str = "nearer";
pub const PROMISED: &str = "promised";
pub const CAN_MOVE: &str = "can move";
pub const FIRST_WORDING: &str = "first wording";
pub const HOW_IT_WAS_FIRST_TYPED: &str = "how it was first typed, where it was rewritten since";
pub const READ_BY: &str = "read by";
pub const A_COMMAND_THAT_PRINTS_THE_NUMBER: &str =
    "a command that prints the number, for okr read: psql -tA -f sign-in.sql";
pub const LESS_THAN: &str = "less than ";
pub const MORE_THAN: &str = "more than ";
pub const AT_LEAST: &str = "at least ";
pub const AT_MOST: &str = "at most ";
pub const UP_TO: &str = "up to ";
pub const NO_MORE_THAN: &str = "no more than ";
pub const NO_LESS_THAN: &str = "no less than ";
/// What may stand behind a bound, as in "0.4 % or less".
pub const OR_BETTER: [&str; 6] =
    [" or less", " or fewer", " or lower", " or more", " or higher", " or better"];
pub const TEAM: &str = "team";
pub const THE_TEAM_BY_NAME: &str = "the team by name, never “platform”";
pub const NEED: &str = "need";
pub const WHAT_MUST_THEY_DO: &str = "what must they do?";
pub const BY: &str = "by";
pub const BY_WHEN: &str = "by when";
pub const WHO_ASKS: &str = "who asks";
pub const WHO_ASKS_THEM: &str = "who asks them";
pub const STATE: &str = "state";
pub const OPEN_AGREED: &str = "open, agreed, done, refused or worked-around";
pub const ANSWER: &str = "answer";
pub const AGREED_REFUSED: &str = "agreed, done, refused, worked-around, or open: not said yet";
pub const IN_A_LINE: &str = "in a line";
pub const WHAT_COMES: &str = "what comes, or why not";
pub const THE_DAY_WE_MEAN_TO_HAVE_IT: &str = "the day we mean to have it";
pub const INITIATIVE: &str = "initiative";
pub const HOW_DO_WE_GO_ABOUT_IT: &str = "how do we go about it? Changes freely";
pub const DONE: &str = "done";
pub const YES_OR_NO: &str = "yes or no";
