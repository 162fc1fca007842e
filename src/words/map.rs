//! What the map says.

use std::fmt::Display;

pub fn map_of(label: impl Display) -> String {
    format!("Map of {label}")
}
pub const THE_MAP_IS_EMPTY: &str = "The map is empty.";
pub const SELECT_WHAT_ANOTHER_TEAM_ASKS: &str = "Select what another team asks of this one.";
pub const THAT_TEAM_HAS_NO_FILES_HERE: &str = "That team has no files here.";
pub const THIS_TEAM_HAS_NO_QUARTER: &str = "This team has no quarter beside this cycle.";
pub const IT_HAS_NO_OTHER_END: &str = "It has no other end.";

pub const ENTER_GOES_TO_THE_TEAM: &str = "Enter goes to the team";
pub const ASKED_IN_THE_FILES_OF_ONE_TEAM: &str =
    "Asked in the files of one team, answered in the files of the other. What is open stands first.";
pub const ENTER_JUMPS_TO_THE_OTHER_END: &str = "Enter jumps to the other end";
pub const ENTER_GOES_TO_THE_OBJECTIVE: &str = "Enter goes to the objective";

pub const MAP: &str = "Map";
pub const READING: &str = "reading";
pub const LEVEL: &str = "level";
pub const NEARER: &str = "nearer?";
