//! Everything that can be listed: one row per list, its columns the keys of the JSON.

use super::table::Table;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::workspace::Workspace;

pub mod between;
mod check_ins;
mod quarter;
mod retrospective;
mod set;
mod workspace;

/// What a list reads.
#[derive(Debug, Clone, Copy)]
pub enum Rows {
    /// The whole workspace, on a day.
    Workspace(fn(&Workspace, Day) -> Table),
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
    ($($name:literal $aliases:expr, $empty:literal => $kind:ident($rows:path)),+ $(,)?) => {
        /// Every list there is.
        pub const LISTS: &[List] =
            &[$(List { name: $name, aliases: &$aliases, empty: $empty, rows: Rows::$kind($rows) }),+];
    };
}

lists! {
    "objectives" ["objective", "o"], "no objective yet: okr add objective \"...\"" => Quarter(set::objectives),
    "key-results" ["krs", "kr", "key-result", "k"], "no key result yet: okr add kr OBJECTIVE \"...\"" => Quarter(set::key_results),
    "assumptions" ["assumption"], "no assumption yet: okr add assumption OBJECTIVE \"...\"" => Quarter(set::assumptions),
    "negotiations" ["negotiation"], "nothing was asked of us yet: okr add negotiation OBJECTIVE above \"...\"" => Quarter(set::negotiations),
    "dependencies" ["dependency", "deps"], "no dependency yet: okr add dependency KR TEAM \"...\"" => Quarter(set::dependencies),
    "asked" ["answers", "answer"], "nobody asks this team for anything in the cycle" => Quarter(between::asked),
    "measured-here" ["measured"], "no key result of another team is measured here" => Quarter(between::measured_here),
    "initiatives" ["initiative"], "no initiative yet: okr add initiative KR \"...\"" => Quarter(set::initiatives),
    "revisions" ["revision"], "nothing is committed yet" => Quarter(set::revisions),
    "not-now" ["notnow"], "nothing on the not-now list: okr add not-now \"...\"" => Quarter(quarter::not_now),
    "keep-running" ["keep"], "nothing on the keep-running list: okr add keep-running \"...\"" => Quarter(quarter::keep_running),
    "pre-mortem" ["premortem"], "no reason of a pre-mortem: okr add pre-mortem \"...\"" => Quarter(quarter::pre_mortem),
    "parking-lot" ["parked"], "the parking lot is empty: okr add parking-lot \"...\"" => Quarter(quarter::parking_lot),
    "delivery" ["deliveries"], "nothing on the delivery list: okr add delivery \"...\"" => Quarter(quarter::delivery),
    "hand-over" ["handover", "handed"], "the last quarter hands nothing over" => Quarter(quarter::hand_over),
    "overrides" ["override"], "no stop was gone past" => Quarter(quarter::overrides),
    "waivers" ["waiver", "waived"], "no question was waived" => Quarter(quarter::waivers),
    "effort" ["efforts", "sessions"], "no effort noted: okr add effort \"...\" minutes=30 people=6" => Quarter(quarter::effort),
    "check-ins" ["checkins", "check-in", "checkin"], "no check-in yet: okr checkin" => Quarter(check_ins::check_ins),
    "scores" ["score"], "no key result yet: okr add kr OBJECTIVE \"...\"" => Quarter(check_ins::scores),
    "notes" ["note", "retro"], "no note yet: okr retro add lesson \"...\"" => Quarter(retrospective::notes),
    "actions" ["action"], "no action chosen yet: okr retro add action \"...\"" => Quarter(retrospective::actions),
    "metrics" ["metric", "library"], "no metric of the library has these words" => Words(workspace::metrics),
    "teams" ["team"], "no team yet: okr add team NAME" => Workspace(workspace::teams),
    "cycles" ["cycle"], "no cycle yet: okr init --cycle 2027-Q1" => Workspace(workspace::cycles),
    "quarters" ["quarter"], "no quarter yet: okr init --cycle 2027-Q1" => Workspace(workspace::quarters),
}

/// The list of that word.
#[must_use]
pub fn named(word: &str) -> Option<&'static List> {
    let word = word.trim().to_lowercase().replace(['_', ' '], "-");
    LISTS.iter().find(|list| list.name == word || list.aliases.contains(&word.as_str()))
}

#[cfg(test)]
mod tests;
