//! What is said of a team that was renamed, merged or moved.

use std::fmt::Display;

pub const THE_TEAM: &str = "the team";
pub const WHAT_IT_WAS: &str = "what it was";
pub fn note_a_former_name_of(name: impl Display) -> String {
    format!("note a former name of {name}")
}
pub fn merge_a_team_into(name: impl Display) -> String {
    format!("merge a team into {name}")
}
pub fn note_where_was_before(name: impl Display) -> String {
    format!("note where {name} was before")
}
pub fn is_part_of_it_already(name: impl Display) -> String {
    format!("{name} is part of it already")
}
pub const NAME_THE_TEAM_THAT_WAS_TAKEN_IN: &str = "name the team that was taken in";
pub fn it_was_merged_into_already(name: impl Display) -> String {
    format!("it was merged into {name} already")
}
pub const THIS_STANDS_THERE_TWICE_ALREADY: &str = "this stands there twice already";
pub const GIVE_IT_A_DAY_IN_THE_FILE: &str = "give it a day in the file";
pub const SAY_IT_ONCE_IT_HAS_COME: &str = "say what it was once that day has come";
pub const REWORD_IT: &str = "reword it";
