//! What a step takes from the room while objectives are found.

use std::fmt::Display;

pub const READ: (&str, &str) = ("read", "The notice was read aloud.");
/// The answers to a ground rule, each with its label.
pub fn holds(rule: impl Display) -> (&'static str, String) {
    ("yes", format!("It holds: {rule}."))
}
pub fn does_not_hold(rule: impl Display) -> (&'static str, String) {
    ("no", format!("It does not hold: {rule}."))
}
pub const BI_WEEKLY: (&str, &str) = ("bi-weekly", "The team checks in every two weeks.");
pub const MONTHLY: (&str, &str) = ("monthly", "The team checks in once a month.");
pub const PROMISE: (&str, &str) = ("promise", "The sponsor's learning promise, in one sentence.");
pub const GROUND_RULES: (&str, &str) = ("ground rules", "All five ground rules at once, to answer one anew.");
pub const DRAFT: (&str, &str) = ("draft", "One person's drafts, hidden until all are in.");
pub const PASS: (&str, &str) = ("pass", "One person passes.");
pub const TAKE_BACK: (&str, &str) = ("take back", "Takes back what was sent last.");
pub const SHOW_ALL: (&str, &str) = ("show all", "Shows every draft, shuffled and without a name.");
pub const MERGE: (&str, &str) = ("merge", "Two that say the same become one.");
pub const ADD: (&str, &str) = ("add", "An objective that is not on the board yet.");
pub const DOTS: (&str, &str) = ("dots", "Three dots of one person, hidden until all are in.");
pub const SHOW_ALL_SHOWS_THE_COUNTERS: (&str, &str) = ("show all", "Shows the counters, as all are in.");
pub const TAKE_BACK_TAKES_THE_LAST_THREE: (&str, &str) = ("take back", "Takes the last three dots back.");
pub const CHANGE: (&str, &str) = ("change", "A change: what, who starts it, first date, how we see it.");
pub const ORIGIN: (&str, &str) = ("origin", "Ours, negotiated or handed down.");
pub const FOR: (&str, &str) = ("for", "One argument for it.");
pub const AGAINST: (&str, &str) = ("against", "One argument against it.");
pub const WORDS: (&str, &str) = ("words", "Another wording, where it changes what we do.");
pub const NOT_NOW: (&str, &str) = ("not now", "Off the set, onto the not-now list.");
pub const EDIT: (&str, &str) = ("edit", "Everything about this objective.");
pub const NOT_NOW_ONE_OBJECTIVE_OFF: (&str, &str) = ("not now", "One objective off the set, by its number.");
pub const ALSO_NOT: (&str, &str) = ("also not", "A no by name that never was an objective.");
