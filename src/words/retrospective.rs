//! What the Retrospective says.

use std::fmt::Display;

pub fn closed(day: impl Display) -> String {
    format!("closed {day}")
}
pub fn actions_of_at_most(count: impl Display, most_actions: impl Display) -> String {
    format!("{count} of at most {most_actions} actions")
}
pub const THREE_ACTIONS_ARE_CHOSEN: &str =
    "Three actions are chosen, which is the most: two done beat seven begun.";
pub fn select_a_row_of_the_column(adds: impl Display) -> String {
    format!("Select a row of the column; {adds} adds a note to it.")
}
pub const NOTHING_TO_TAKE_AWAY: &str = "There is no note or verdict to take away.";
pub const NOTHING_YET: &str = "nothing yet";
pub const NO_SCORE: &str = "no score";
pub fn starts(who: impl Display) -> String {
    format!("{who} starts")
}
pub const DOTS: &str = "dots";
pub const WHO_STARTS: &str = "who starts";
pub const FIRST_DATE: &str = "first date";
pub const SEEN_BY: &str = "seen by";
pub fn written(date: impl Display) -> String {
    format!("written {date}")
}

pub const RETROSPECTIVE: &str = "Retrospective";
