//! Everything that can be listed: one row per list, its columns the keys of the JSON.

use super::table::Table;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::workspace::Workspace;
use crate::words::anywhere;
use crate::words::report::lists as words;

pub mod between;
mod check_ins;
mod quarter;
pub(super) mod retrospective;
mod set;
mod workspace;

/// What a list reads.
#[derive(Debug, Clone, Copy)]
pub enum Rows {
    /// What stands above the quarters.
    Outline(fn(&Workspace) -> Table),
    /// What holds for each quarter as a whole, on a day.
    Frames(fn(&Workspace, Day) -> Table),
    /// What each quarter set out to do and what came of it, on a day.
    Results(fn(&Workspace, Day) -> Table),
    /// One quarter.
    Quarter(fn(&Desk<'_>) -> Table),
    /// What is searched by words; none of them finds all.
    Words(fn(&str) -> Table),
}

/// One list.
#[derive(Debug, Clone, Copy)]
pub struct List {
    /// The word after `okr list`.
    pub name: &'static str,
    /// Other words for it.
    pub aliases: &'static [&'static str],
    /// What it is called when it is empty: "nothing on the not-now list yet".
    pub empty: &'static str,
    /// How its rows are made.
    pub rows: Rows,
}

macro_rules! lists {
    ($($name:literal $aliases:expr, $empty:expr => $kind:ident($rows:path)),+ $(,)?) => {
        /// Every list there is.
        pub const LISTS: &[List] =
            &[$(List { name: $name, aliases: &$aliases, empty: $empty, rows: Rows::$kind($rows) }),+];
    };
}

lists! {
    "objectives" ["objective", "o"], words::NO_OBJECTIVE_YET => Quarter(set::objectives),
    "key-results" ["krs", "kr", "key-result", "k"], words::NO_KEY_RESULT_YET => Quarter(set::key_results),
    "assumptions" ["assumption"], words::NO_ASSUMPTION_YET => Quarter(set::assumptions),
    "negotiations" ["negotiation"], words::NOTHING_WAS_ASKED_OF_US_YET => Quarter(set::negotiations),
    "dependencies" ["dependency", "deps"], words::NO_DEPENDENCY_YET => Quarter(set::dependencies),
    "asked" ["answers", "answer"], words::NOBODY_ASKS_THIS_TEAM_FOR_ANYTHING => Quarter(between::asked),
    "measured-here" ["measured"], words::NO_KEY_RESULT_OF_ANOTHER_TEAM => Quarter(between::measured_here),
    "initiatives" ["initiative"], words::NO_INITIATIVE_YET => Quarter(set::initiatives),
    "revisions" ["revision"], words::NOTHING_IS_COMMITTED_YET => Quarter(set::revisions),
    "not-now" ["notnow"], words::NOTHING_ON_THE_NOT_NOW_LIST => Quarter(quarter::not_now),
    "keep-running" ["keep"], words::NOTHING_ON_THE_KEEP_RUNNING_LIST => Quarter(quarter::keep_running),
    "pre-mortem" ["premortem"], words::NO_REASON_OF_A_PRE_MORTEM => Quarter(quarter::pre_mortem),
    "parking-lot" ["parked"], words::THE_PARKING_LOT_IS_EMPTY => Quarter(quarter::parking_lot),
    "delivery" ["deliveries"], words::NOTHING_ON_THE_DELIVERY_LIST => Quarter(quarter::delivery),
    "hand-over" ["handover", "handed"], anywhere::THE_LAST_QUARTER_HANDS_NOTHING_OVER => Quarter(quarter::hand_over),
    "overrides" ["override"], words::NO_STOP_WAS_GONE_PAST => Quarter(quarter::overrides),
    "waivers" ["waiver", "waived"], words::NO_QUESTION_WAS_WAIVED => Quarter(quarter::waivers),
    "effort" ["efforts", "sessions"], words::NO_EFFORT_NOTED => Quarter(quarter::effort),
    "check-ins" ["checkins", "check-in", "checkin"], words::NO_CHECK_IN_YET => Quarter(check_ins::check_ins),
    "agreed" ["agreements"], words::NOTHING_WAS_AGREED_YET => Quarter(check_ins::agreed),
    "scores" ["score"], words::NO_KEY_RESULT_YET => Quarter(check_ins::scores),
    "notes" ["note", "retro"], words::NO_NOTE_YET => Quarter(retrospective::notes),
    "actions" ["action"], words::NO_ACTION_CHOSEN_YET => Quarter(retrospective::actions),
    "metrics" ["metric", "library"], words::NO_METRIC_HAS_THESE_WORDS => Words(workspace::metrics),
    "teams" ["team"], words::NO_TEAM_YET => Frames(workspace::teams),
    "cycles" ["cycle"], words::NO_CYCLE_YET => Outline(workspace::cycles),
    "quarters" ["quarter"], words::NO_QUARTER_YET => Results(workspace::quarters),
}

/// The list of that word.
pub fn named(word: &str) -> Option<&'static List> {
    let word = word.trim().to_lowercase().replace(['_', ' '], "-");
    LISTS.iter().find(|list| list.name == word || list.aliases.contains(&word.as_str()))
}

#[cfg(test)]
mod tests;
