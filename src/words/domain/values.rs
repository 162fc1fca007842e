//! What is said of a single value: a number, a day, an id, a measure, a score.

use std::fmt::Display;

pub const SETTING: &str = "Setting";
pub const CHECK_INS: &str = "Check-ins";
pub const SCORING: &str = "Scoring";
pub const RETROSPECTIVE: &str = "Retrospective";
pub const CLOSED: &str = "Closed";
pub const MEASURABLE: &str = "measurable";
pub const SPECIFIC: &str = "specific";
pub const BASELINE: &str = "baseline";
pub const REACHABLE: &str = "reachable";
pub const CONNECTED: &str = "connected";
pub const CANNOT_BE_READ: &str = "Cannot be read";

pub const CONFIDENCE_IS_A_WHOLE_NUMBER: &str = "confidence is a whole number from 0 to 100";

pub const A_DATE_IS_NEEDED: &str = "a date is needed, such as 2027-01-18";
pub fn is_not_a_date(value: impl Display) -> String {
    format!(
        "`{value}` is not a date; write 2027-01-18, 18 Jan, mon, +2w, next week (its Friday) or end of quarter"
    )
}
pub fn is_one_day_or_another(
    value: impl Display,
    day_first: impl Display,
    month_first: impl Display,
) -> String {
    format!("`{value}` is {day_first} or {month_first}; write the month in letters, or 2027-01-18")
}
pub fn the_calendar_has_no(text: impl Display) -> String {
    format!("the calendar has no {text}")
}
pub const A_DATE_SUCH_AS_2027_01_18: &str = "a date such as 2027-01-18";
pub fn is_no_date_of_a_file(text: impl Display) -> String {
    format!("`{text}` is not a date such as 2027-01-18")
}
pub const NOT_A_TABLE_BUT_A_DATE: &str = "a date such as 2027-01-18 is needed here, not a table";

pub fn each_number_is_a_whole_one(low: impl Display, high: impl Display) -> String {
    format!("each number is a whole one from {low} to {high}")
}

pub fn hours_of_a_day(given: impl Display) -> String {
    format!("a person-day has a whole number of hours from 1 to 24, not {given}")
}

pub fn is_no_part_of_a_timebox(part: impl Display, most_minutes: impl Display) -> String {
    format!(
        "`{part}` is no part of a timebox: write minutes up to {most_minutes} and P, O, K or D, such as 4 + 2*K"
    )
}

pub fn is_not_an_id(given: impl Display, longest_id: impl Display) -> String {
    format!(
        "`{given}` is not an id: use a-z, 0-9 and -, beginning with a letter or digit, at most {longest_id} characters"
    )
}

pub const NO_METRIC: &str = "no metric";
pub const NO_BASELINE: &str = "no baseline";
pub const NO_TARGET: &str = "no target";
pub const TARGET_EQUALS_BASELINE: &str = "target equals baseline";
pub const TARGET_AGAINST_THE_DIRECTION: &str = "target against the direction";
pub const NOTHING_IN_THE_WINDOW: &str = "nothing between floor and ceiling";
pub const BASELINE_TO_FIND_OUT: &str = "baseline to find out";
pub const AT_LEAST: &str = "at least";
pub const AT_MOST: &str = "at most";
pub fn between_and(floor: impl Display, ceiling: impl Display) -> String {
    format!("between {floor} and {ceiling}")
}

pub const IT_NAMES_NO_PROGRAM: &str = "it names no program; write one with its arguments";
pub const IT_HOLDS_CHARACTERS_THAT_CANNOT_BE_SEEN: &str =
    "it holds characters that cannot be seen; write it anew";
pub const A_QUOTE_IS_OPENED_AND_NOT_CLOSED: &str =
    "a quote is opened and not closed; write it as `program 'an argument'`";

pub const A_NUMBER_IS_NEEDED: &str = "a number is needed, such as 1.4 or 1,200";
pub fn is_not_a_number(value: impl Display) -> String {
    format!("`{value}` is not a number; write it like 1.4 or 1,200")
}
pub fn the_number_has_more_than_digits(most_digits: impl Display) -> String {
    format!("the number has more than {most_digits} digits; choose a larger unit")
}
pub fn could_mean_two_things(text: impl Display) -> String {
    format!("`{text}` could mean two things; write a decimal with a point (1.5), thousands as 1,500")
}
pub fn could_be_hours_or_minutes(text: impl Display) -> String {
    format!("`{text}` could be hours or minutes; write it with its units, such as 1 hour 10 min")
}
pub const A_NUMBER_SUCH_AS_1_4: &str = "a number such as 1.4";
pub const NAN_IS_NO_NUMBER: &str = "a number is needed; nan and inf are not numbers";

pub fn this_measure_has_no_unit(value: impl Display) -> String {
    format!("this measure has no unit, `{value}` was typed; set its unit first or leave the unit out")
}
pub fn this_measure_is_read_in(unit: impl Display, value: impl Display) -> String {
    format!("this measure is read in {unit}, `{value}` was typed")
}

pub const A_DAY: &str = "A day, without quotes: 2027-02-11.";
pub const A_NUMBER_IN_THE_UNIT: &str = "A number in the unit of its measure: 1.4.";
pub const A_SCORE_FROM_0_0: &str = "A score from 0.0 to 1.0, in tenths.";

pub fn of_inside(inside: impl Display, of: impl Display) -> String {
    format!("{inside} of {of} inside")
}
pub fn moved_away(part: impl Display) -> String {
    format!("moved away: {part} %")
}
pub fn moved_of_the_way(part: impl Display) -> String {
    format!("moved {part} % of the way")
}
pub fn inside_at_of_readings(inside: impl Display, of: impl Display) -> String {
    format!("inside at {inside} of {of} readings")
}
pub const A_SCORE_IS_A_NUMBER: &str = "a score is a number from 0.0 to 1.0 in steps of 0.1";
pub fn per(unit: &str, period: impl Display) -> String {
    format!("{unit} per {period}").trim_start().to_owned()
}

pub fn is_below_every_share(value: impl Display, again: impl Display) -> String {
    format!("{value} is below 0 %, as a growth may be and a share cannot; {again} if it is meant")
}
pub const LET_IT_STAND: &str = "let it stand";
pub fn or_undo(asks: impl Display) -> String {
    format!("{asks}, else `okr undo` takes it back")
}
pub fn is_above_every_share(value: impl Display, again: impl Display) -> String {
    format!("{value} is above 100 %, as a growth may be and a share cannot; {again} if it is meant")
}
