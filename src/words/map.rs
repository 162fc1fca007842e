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

pub fn goes_to_the_team(key: impl Display) -> String {
    format!("{key} goes to the team")
}
/// How a map that has none gets its first link or dependency: the keys that go to Setting, open a row, and add to it.
pub fn a_link_or_a_dependency(goes: impl Display, opens: impl Display, adds: impl Display) -> String {
    format!(
        "{goes} goes to Setting: {opens} on an objective says what it contributes to, {adds} on a key result whom it waits for"
    )
}
pub const ASKED_IN_THE_FILES_OF_ONE_TEAM: &str =
    "Asked in the files of one team, answered in the files of the other. What is open stands first.";
pub fn jumps_to_the_other_end(key: impl Display) -> String {
    format!("{key} jumps to the other end")
}
pub fn goes_to_the_objective(key: impl Display) -> String {
    format!("{key} goes to the objective")
}

pub const MAP: &str = "Map";
pub const READING: &str = "reading";
pub const LEVEL: &str = "level";
pub const NEARER: &str = "nearer?";
