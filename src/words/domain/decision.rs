//! What a change is called in one sentence, and why one is refused.

pub mod check_in;
pub mod commit;
pub mod correction;
pub mod hand_over;
pub mod ledger;
pub mod lineage;
pub mod order;
pub mod picked;
pub mod reply;
pub mod retrospective;
pub mod rewrite;
pub mod room;
pub mod scoring;
pub mod setting;
pub mod start;
pub mod talk;
pub mod waiver;

use std::fmt::Display;

pub fn open_it_first(team: impl Display, cycle: impl Display) -> String {
    format!("open it first: okr --team {team} init --cycle {cycle}")
}
pub const IT_CANNOT_BE_READ: &str = "it cannot be read";
pub const MEND_IT_FIRST: &str = "mend it first, `okr check` names the place";
pub const THIS_QUARTER_DOES_NOT_EXIST: &str = "this quarter does not exist";
pub fn write_cycles_toml_with_label(cycle: impl Display) -> String {
    format!("write cycles/{cycle}.toml with label, first and last")
}
pub const ITS_CYCLE_HAS_NO_DATES: &str = "its cycle has no dates";
pub fn this_quarter_was_closed_on(day: impl Display) -> String {
    format!("this quarter was closed on {day}; what stands here is history")
}
pub fn it_stands_under_both(one: impl Display, other: impl Display) -> String {
    format!("a key result of this id stands under `{one}` and under `{other}`")
}
pub const OKR_CHECK_NAMES_THE_FILES: &str =
    "`okr check` names the files; remove one of them, or give it another name";
pub const KEY_RESULT: &str = "key result";
pub const NAME_AN_EARLIER_QUARTER_OF_THIS_TEAM: &str =
    "name an earlier quarter of this team, such as 2026-q4, or leave it empty";
pub const NO_OTHER_QUARTER_OF_THIS_TEAM: &str = "no other quarter of this team has this name";
pub fn there_is_no_of_this_id(what: impl Display) -> String {
    format!("there is no {what} of this id")
}
pub const OKR_LIST_TEAMS: &str = "`okr list teams` shows them";
pub const OKR_LIST_SHOWS_THE_IDS: &str = "`okr list` shows the ids";
pub fn is_missing(what: impl Display) -> String {
    format!("{what} is missing")
}
pub const WRITE_ONE_LINE: &str = "write one line";
pub const COMMIT_THE_SET_FIRST: &str = "commit the set first: okr commit";
pub const IT_HAS_BEEN_DROPPED: &str = "it has been dropped";
pub const NOTHING_IS_LEFT_TO_DO: &str = "nothing is left to do";
pub const NOTHING_IS_SAID_IN_IT: &str = "nothing is said in it";
pub fn lies_in_the_future(date: impl Display) -> String {
    format!("{date} lies in the future")
}
pub const IT_IS_NOT_SCORED_YET: &str = "it is not scored yet";
