//! What is said of effort and of the days of a cycle.

use std::fmt::Display;

pub const THE_EFFORT: &str = "the effort";
pub const WHAT_IT_WAS_SPENT_ON: &str = "what it was spent on";
pub const GIVE_A_DATE: &str = "give a date";
pub const HOW_MANY_MINUTES: &str = "how many minutes, how many people?";
pub const IT_COST_NOTHING: &str = "it cost nothing";
pub const GIVE_THE_DAY_IT_WAS_SPENT_ON: &str = "give the day it was spent on";
pub fn note_the_effort_of(title: impl Display) -> String {
    format!("note the effort of {title}")
}
pub fn remove_the_effort_of(title: impl Display) -> String {
    format!("remove the effort of {title}")
}
pub const THE_CYCLE: &str = "the cycle";
pub const ITS_LABEL: &str = "its label";
pub fn a_quarter_of_it_was_closed(team: impl Display, day: impl Display) -> String {
    format!("{team} closed its quarter on {day}")
}
pub const ITS_DAYS_STAY: &str = "its days stay as they were: what was scored and counted hangs on them";
pub fn a_check_in_would_lie_outside(team: impl Display, day: impl Display) -> String {
    format!("a check-in of {team} on {day} would lie outside it")
}
pub const KEEP_ITS_DAY_WITHIN: &str = "choose days that hold the check-ins that were held";
pub fn change_the_cycle(label: impl Display) -> String {
    format!("change the cycle {label}")
}
