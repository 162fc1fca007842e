//! What the records are called.

use std::fmt::Display;

pub const WHAT_HOLDS_FOR_EVERYONE: &str = "what holds for everyone";
pub const THE_STEPS_AS_THE_TEAMS_HAVE_THEM: &str = "the steps as the teams have them";
pub fn the_team(name: impl Display) -> String {
    format!("the team {name}")
}
pub fn the_cycle(label: impl Display) -> String {
    format!("the cycle {label}")
}
pub const THE_QUARTER: &str = "the quarter";
pub fn the_objective(title: impl Display) -> String {
    format!("the objective {title}")
}
pub fn the_key_result(name: impl Display) -> String {
    format!("the key result {name}")
}
pub fn the_check_in_of(date: impl Display) -> String {
    format!("the check-in of {date}")
}
pub fn the_score_of(key_result: impl Display) -> String {
    format!("the score of {key_result}")
}
pub fn the_note(text: impl Display) -> String {
    format!("the note {text}")
}
pub fn the_effort_of(title: impl Display) -> String {
    format!("the effort of {title}")
}

pub const PRE_MORTEM: &str = "Pre-mortem";
pub const PARKING_LOT: &str = "Parking lot";
pub const DELIVERY: &str = "Delivery";
pub const THE_NOT_NOW_LIST: &str = "the not-now list";
pub const THE_KEEP_RUNNING_LIST: &str = "the keep-running list";
pub const THE_PRE_MORTEM: &str = "the pre-mortem";
pub const THE_PARKING_LOT: &str = "the parking lot";
pub const THE_DELIVERY_LIST: &str = "the delivery list";

pub const THE_QUARTER_AND_ITS_GROUND_RULES: &str = "the quarter and its ground rules";

pub const TOO_EASY: &str = "too easy";
pub const RIGHT: &str = "right";
pub const TOO_HARD: &str = "too hard";
pub const MORE_THAN_THOUGHT: &str = "more than thought";
pub const AS_THOUGHT: &str = "as thought";
pub const LESS_THAN_THOUGHT: &str = "less than thought";
pub fn who_does_by(action: impl Display, who: impl Display, day: impl Display) -> String {
    format!("{action}, {who}, by {day}")
}
pub fn who_does(action: impl Display, who: impl Display) -> String {
    format!("{action}, {who}")
}
pub fn done_by(action: impl Display, day: impl Display) -> String {
    format!("{action}, by {day}")
}
