//! What is said of an answer to another team.

use std::fmt::Display;

pub fn it_is_asked_of(team: impl Display) -> String {
    format!("it is asked of {team}")
}
pub const THAT_TEAM_ANSWERS_IN_ITS_OWN_FILES: &str = "that team answers in its own files";
pub const TAKE_AN_ANSWER_BACK: &str = "take an answer back";
