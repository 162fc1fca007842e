//! What the lists say when they are empty, and in their cells.

use std::fmt::Display;

pub const NO_OBJECTIVE_YET: &str = "no objective yet: okr add objective \"...\"";
pub const NO_KEY_RESULT_YET: &str = "no key result yet: okr add kr OBJECTIVE \"...\"";
pub const NO_ASSUMPTION_YET: &str = "no assumption yet: okr add assumption OBJECTIVE \"...\"";
pub const NOTHING_WAS_ASKED_OF_US_YET: &str =
    "nothing was asked of us yet: okr add negotiation OBJECTIVE above \"...\"";
pub const NO_DEPENDENCY_YET: &str = "no dependency yet: okr add dependency KR TEAM \"...\"";
pub const NOBODY_ASKS_THIS_TEAM_FOR_ANYTHING: &str = "nobody asks this team for anything in the cycle";
pub const NO_KEY_RESULT_OF_ANOTHER_TEAM: &str = "no key result of another team is measured here";
pub const NO_INITIATIVE_YET: &str = "no initiative yet: okr add initiative KR \"...\"";
pub const NOTHING_IS_COMMITTED_YET: &str = "nothing is committed yet";
pub const NOTHING_ON_THE_NOT_NOW_LIST: &str = "nothing on the not-now list: okr add not-now \"...\"";
pub const NOTHING_ON_THE_KEEP_RUNNING_LIST: &str =
    "nothing on the keep-running list: okr add keep-running \"...\"";
pub const NO_REASON_OF_A_PRE_MORTEM: &str = "no reason of a pre-mortem: okr add pre-mortem \"...\"";
pub const THE_PARKING_LOT_IS_EMPTY: &str = "the parking lot is empty: okr add parking-lot \"...\"";
pub const NOTHING_ON_THE_DELIVERY_LIST: &str = "nothing on the delivery list: okr add delivery \"...\"";
pub const NO_STOP_WAS_GONE_PAST: &str = "no stop was gone past";
pub const NO_QUESTION_WAS_WAIVED: &str = "no question was waived";
pub const NO_EFFORT_NOTED: &str = "no effort noted: okr add effort \"...\" minutes=30 people=6";
pub const NO_CHECK_IN_YET: &str = "no check-in yet: okr checkin";
pub const NOTHING_WAS_AGREED_YET: &str =
    "nothing was agreed at a check-in yet: okr --plain, or a session on the screens";
pub const NO_NOTE_YET: &str = "no note yet: okr retro add lesson \"...\"";
pub const NO_ACTION_CHOSEN_YET: &str = "no action chosen yet: okr retro add action \"...\"";
pub const NO_METRIC_HAS_THESE_WORDS: &str = "no metric of the library has these words";
pub const NO_TEAM_YET: &str = "no team yet: okr add team NAME";
pub const NO_CYCLE_YET: &str = "no cycle yet: okr init --cycle 2027-Q1";
pub const NO_QUARTER_YET: &str = "no quarter yet: okr init --cycle 2027-Q1";

pub fn not_answered(state: impl Display) -> String {
    format!("{state}, not answered")
}
pub fn noted_here_as(state: impl Display, asked: impl Display) -> String {
    format!("{state}; noted here as {asked}")
}
