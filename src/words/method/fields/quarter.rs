//! The names of the fields of quarters, teams, cycles and effort, and the question each asks.

pub const CADENCE: &str = "cadence";
pub const BI_WEEKLY_OR_MONTHLY_AND_NO_OTHER: &str = "bi-weekly or monthly; there is no other";
pub const FOLLOWS: &str = "follows";
pub const THE_CYCLE_THAT_HANDS_OVER_TO_IT: &str =
    "the cycle that hands over to it, where that is not the one before: 2026-q4";
pub const SPONSORS_PROMISE: &str = "sponsor's promise";
pub const A_TARGET_NOT_REACHED: &str = "a target not reached is a learning signal: said how?";
pub const PAY_FREE: &str = "pay-free";
pub const DOES_NO_REVIEW_AND_NO_PAY: &str = "does no review and no pay hang on these?";
pub const OUTCOMES: &str = "outcomes";
pub const ARE_KEY_RESULTS_OUTCOMES: &str = "are key results outcomes?";
pub const NEGOTIATED: &str = "negotiated";
pub const ARE_GOALS_NEGOTIATED: &str = "are goals negotiated, not handed down?";
pub const AMBITIOUS: &str = "ambitious";
pub const ARE_GOALS_AMBITIOUS: &str = "are goals ambitious?";
pub const FEW: &str = "few";
pub const ARE_GOALS_FEW: &str = "are goals few?";
pub const AS_A_SET: &str = "as a set";
pub const ONE_SENTENCE: &str = "One sentence.";
pub const ALIGNMENT: &str = "alignment";
pub const ABOVE: &str = "above";
pub const WHY_NOMINAL: &str = "why nominal";
pub const WHY_A_NOMINAL_ALIGNMENT_IS_KEPT: &str = "why a nominal alignment is kept";
pub const TOLD: &str = "told";
pub const WHO_MUST_HEAR_WHAT_CHANGED: &str = "who must hear what changed at mid-quarter";
pub const FREED_TIME: &str = "freed time";
pub const WHERE_IT_GOES_AFTER_MID_QUARTER: &str = "where it goes after mid-quarter";
pub const FIST_TO_FIVE: &str = "fist to five";
pub const THE_NUMBERS_OF_THE_ROOM: &str = "the numbers of the room in a row, 0 to 5, no names";
pub const FREE_TO_SPEAK: &str = "free to speak";
pub const THE_NUMBERS_OF_THE_ROOM_IN_A_ROW: &str = "the numbers of the room in a row, 1 to 5, no names";
pub const LINE: &str = "line";
pub const BY_NAME: &str = "by name";
pub const WHY: &str = "why";
pub const WHY_IT_STANDS_HERE: &str = "why it stands here";
pub const DELIVERY: &str = "delivery";
pub const WHAT_IS_DELIVERED: &str = "what is delivered";
pub const DUE: &str = "due";
pub const BY_WHEN: &str = "by when";
pub const PROMISED_TO: &str = "promised to";
pub const WHO_WAITS_FOR_IT: &str = "who waits for it";
pub const DONE: &str = "done";
pub const YES_OR_NO: &str = "yes or no";
pub const NAME: &str = "name";
pub const WHAT_PEOPLE_CALL_THE_TEAM: &str = "what people call the team";
pub const LEVEL: &str = "level";
pub const COMPANY_FUNCTION_OR_TEAM: &str = "company, function or team";
pub const PARENT: &str = "parent";
pub const THE_ID_OF_THE_TEAM_ABOVE: &str = "the id of the team above";
pub const PEOPLE: &str = "people";
pub const NAMES_PARTED_BY_COMMAS: &str = "names, parted by commas";
pub const ALIASES: &str = "aliases";
pub const FORMER_NAMES: &str = "former names, parted by commas";
pub const LABEL: &str = "label";
pub const WHAT_PEOPLE_CALL_IT: &str = "what people call it: 2027-Q1";
pub const FIRST_DAY: &str = "first day";
pub const LAST_DAY: &str = "last day";
pub const KICK_OFF: &str = "kick-off";
pub const THREE_WEEKS_BEFORE_THE_FIRST_DAY: &str = "three weeks before the first day when empty";
pub const ORGANISATION: &str = "organisation";
pub const THE_NAME_OF_THE_WHOLE: &str = "the name of the whole";
pub const BI_WEEKLY_OR_MONTHLY: &str = "bi-weekly or monthly";
pub const HOURS_A_DAY: &str = "hours a day";
pub const OF_A_PERSON_DAY: &str = "of a person-day: 8";
pub const WHAT: &str = "what";
pub const CHECK_IN_4: &str = "check-in 4, readings";
pub const PHASE: &str = "phase";
pub const SETTING_CHECK_INS: &str = "setting, check-ins, scoring or retrospective";
pub const ON: &str = "on";
pub const THE_DAY_IT_WAS_SPENT_ON: &str = "the day it was spent on";
pub const MINUTES: &str = "minutes";
pub const HOW_LONG_IT_TOOK: &str = "how long it took";
pub const HOW_MANY_TOOK_PART: &str = "how many took part";
pub fn minutes_are_needed(least: u32, most: u32) -> String {
    format!("{}, in minutes; 1:30 is read too", a_whole_number_from_to_is_needed(least, most))
}
pub fn a_whole_number_from_to_is_needed(least: u32, most: u32) -> String {
    format!("a whole number from {least} to {most} is needed, such as {}", most.min(6))
}
