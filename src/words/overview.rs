//! What the Overview says.

use std::fmt::Display;

pub fn week_of(week: impl Display, weeks: impl Display) -> String {
    format!("week {week} of {weeks}")
}
pub const COMING_UP: &str = "Coming up";
pub const SELECT_QUARTER_OR_EFFORT: &str = "Select a quarter, a team or an effort.";
pub const SELECT_AN_EFFORT: &str = "Select an effort; quarters and teams stay.";
pub const SELECT_QUARTER_OR_ATTENTION: &str = "Select a quarter, or something that needs attention.";
pub const WHAT_DO_YOU_WANT_TO_BEGIN: &str = "What do you want to begin?";
pub const NEW_QUARTER: &str = "quarter";
pub fn next_cycle_of(team: impl Display) -> String {
    format!("the next cycle of {team}")
}
pub const NO_QUARTER_YET: &str = "no quarter yet";
pub fn opens_one(key: impl Display) -> String {
    format!("{key} opens one")
}
pub const NEW_TEAM: (&str, &str) = ("team", "another team in this workspace");
pub const NEW_EFFORT: (&str, &str) = ("effort", "time spent on the process itself");
pub const WHAT_DO_YOU_WANT_TO_CHANGE: &str = "What do you want to change?";
pub const CHANGE_TEAM: (&str, &str) = ("team", "its name, people, level, parent");
pub const WHAT_IT_WAS: (&str, &str) = ("what it was", "renamed, merged or moved: its history reads on");
pub const CHANGE_DAYS: (&str, &str) = ("days", "the label and the days of the cycle");
pub const CHANGE_SETTINGS: (&str, &str) = ("settings", "what holds for everyone");

pub fn commit_the_set(in_the_way: impl Display) -> String {
    format!("Commit the set: {in_the_way}")
}
pub fn set_the_quarter(in_the_way: impl Display) -> String {
    format!("Set the quarter: {in_the_way} of the commit")
}
pub fn it_begins(day: impl Display) -> String {
    format!("The quarter begins on {day}; nothing is to be logged before")
}
pub const ALL_IS_LOGGED: &str = "All is logged for this check-in";
pub fn check_in_to_log(key_results: impl Display) -> String {
    format!("Check in: {key_results} to log")
}
pub fn score_to_score(key_results: impl Display) -> String {
    format!("Score: {key_results} to score")
}
pub fn retrospective_and_close(in_the_way: impl Display) -> String {
    format!("Retrospective and close: {in_the_way}")
}
pub const NO_EFFORT_SO_FAR: &str = "Effort so far: none logged";
pub const EFFORT_SO_FAR: &str = "Effort so far";
pub const NOTHING_NEEDS_ATTENTION: &str = "Nothing needs attention";
pub const CANNOT_BE_READ: &str = "Cannot be read";
pub const ODD_IN_THE_FILES: &str = "Odd in the files";

pub fn ask_about(contact: impl Display, name: impl Display) -> String {
    format!("{name}, ask {contact}")
}
pub fn goes_there(key: impl Display) -> String {
    format!("{key} goes there")
}
pub fn minutes_with(minutes: impl Display, people: impl Display, cost: impl Display) -> String {
    format!("{minutes} min with {people}: {cost}")
}
pub const COUNTS_FOR: &str = "counts for";
pub fn reads_it_and_goes_there(key: impl Display) -> String {
    format!("{key} reads it and goes there")
}

pub const OVERVIEW: &str = "Overview";
pub const QUARTERS: &str = "Quarters";
pub const CHANGE: &str = "Change";
pub const FORMERLY: &str = "formerly";
