//! What is said when a team or a quarter begins.

use std::fmt::Display;

pub const THE_TEAM: &str = "the team";
pub const ITS_NAME: &str = "its name";
pub const THE_OBJECTIVE: &str = "the objective";
pub const ITS_SENTENCE: &str = "its sentence";
pub const REWORD_IT: &str = "reword it";
pub fn its_last_day_is_not_after(cycle: impl Display, value: impl Display) -> String {
    format!("its last day {cycle} is not after its first day {value}")
}
pub const GIVE_THE_LAST_DAY_OF_THE_QUARTER: &str = "give the last day of the quarter";
pub const A_TEAM_OF_THIS_ID_EXISTS: &str = "a team of this id exists";
pub fn another_team_has_this_name(id: impl Display) -> String {
    format!("the team {id} has this name")
}
pub const CHOOSE_ANOTHER_NAME: &str = "choose another name";
pub fn add_the_team(name: impl Display) -> String {
    format!("add the team {name}")
}
pub fn change_the_team(name: impl Display) -> String {
    format!("change the team {name}")
}
pub fn its_parent_belongs_to_it(id: impl Display) -> String {
    format!("its parent {id} belongs to it")
}
pub const CHOOSE_A_TEAM_ABOVE: &str = "choose a team above";
pub const CHANGE_THE_SETTINGS: &str = "change the settings";
pub const THIS_QUARTER_IS_OPEN_ALREADY: &str = "this quarter is open already";
pub const GO_THERE_WITH_CYCLE: &str = "go to it; a command is told with --cycle";
pub fn it_was_merged_into(heir: impl Display) -> String {
    format!("it was merged into {heir}, which sets its goals now")
}
pub fn open_it_for(heir: impl Display) -> String {
    format!("open the quarter there: okr --team {heir} init")
}
pub fn it_has_other_days_here(first: impl Display, last: impl Display) -> String {
    format!("it is from {first} to {last} in this workspace")
}
pub const LEAVE_THE_DAYS_OUT: &str = "leave the days out, or give the quarter another name";
pub fn with_days(label: impl Display, first: impl Display, last: impl Display) -> String {
    format!("{label} ({first} to {last})")
}
pub fn open_for(label: impl Display, name: impl Display) -> String {
    format!("open {label} for {name}")
}
