//! The forms of a workspace: teams, cycles, effort.

use std::fmt::Display;

pub const A_TEAM_AND_ITS_COMING_QUARTER: &str = "A team and its coming quarter";
pub const WHAT_PEOPLE_CALL_IT: &str = "what people call it: Payments";
pub const NAMES_PARTED_BY_COMMAS: &str = "names, parted by commas; may wait";
pub const A_QUARTER_OR_AS_IT_IS: &str = "2027-Q1, or leave it as it is";
pub const FIRST_OBJECTIVE: &str = "first objective";
pub const WHAT_TO_ACHIEVE_MAY_WAIT: &str = "what are we trying to achieve? May wait";
pub const THE_TEAM_NEEDS_A_NAME: &str = "the team needs a name";
pub const THE_CYCLE_NEEDS_A_NAME: &str = "the cycle needs a name with a letter or digit";
pub const GIVE_BOTH_DAYS: &str = "give both days, or neither for the calendar quarter";
pub const NAME_A_QUARTER_OR_INIT: &str =
    "name a quarter like 2027-Q1; for other days: `okr init --cycle NAME --first DAY --last DAY`";
pub const NAME_A_QUARTER_OR_ITS_DAYS: &str = "name a quarter like 2027-Q1, or give its first and last day";
pub fn on_the_last_field_writes(enter: impl Display, files: impl Display) -> String {
    format!("{enter} on the last field writes {files}")
}
pub fn writes_nothing_yet(enter: impl Display, says: impl Display) -> String {
    format!("{enter} on the last field writes nothing yet: {says}")
}
pub fn with_its_days(label: impl Display, days: impl Display) -> String {
    format!("{label}, {days}")
}
pub const THE_TEAM: &str = "the team";
pub const NEW_TEAM: &str = "New team";
pub fn open_a_quarter_for(team: impl Display) -> String {
    format!("Open a quarter for {team}")
}
pub const THE_NEXT_OR_ANOTHER: &str = "the one after the last; a year and its quarter, or any name";
pub const FIRST_DAY: &str = "first day";
pub const ONLY_WHERE_IT_IS_NO_CALENDAR: &str = "only where it is no calendar quarter";
pub const LAST_DAY: &str = "last day";
pub const LOG_EFFORT: &str = "Log effort";
pub const THE_EFFORT: &str = "the effort";
pub const THE_CYCLE: &str = "the cycle";
pub const THE_DAYS_OF_THE_CYCLE: &str = "The days of the cycle";
pub const WHAT_HOLDS_FOR_EVERYONE: &str = "What holds for everyone";

pub fn what_was_before(name: impl Display) -> String {
    format!("What {name} was before")
}
pub const WHAT: (&str, &str) = ("what", "a former name, a team it took in, or a team it was below");
pub const THE_FORMER_NAME: &str = "the former name; or the team by name or id, whose history is read on";
pub const THE_DAY_IT_ENDED: &str = "the day from which it was so no more";
pub fn what(turns: impl Display) -> String {
    format!("what: choose one of {turns}")
}

pub const CREATE: &str = "create";
pub const TEAM: &str = "team";
pub const WAS: &str = "was";
pub const UNTIL: &str = "until";
