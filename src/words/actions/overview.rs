//! On the Overview.

use super::{Words, words};

pub const OPEN: Words = words(
    "Open",
    "open",
    "Goes to the selected quarter, or to where the selected thing is done.",
    &["go", "switch team"],
);
pub const NEW: Words = words(
    "New",
    "new",
    "Opens a quarter, adds a team, or logs effort.",
    &["quarter", "team", "effort", "cycle", "hours"],
);
pub const CHANGE: Words = words(
    "Change",
    "change",
    "Changes the team, the days of the cycle, what holds for everyone, or the selected effort.",
    &["people", "member", "cadence", "rename", "dates", "settings", "preferences", "config", "options"],
);
pub const REMOVE: Words =
    words("Remove the effort", "remove", "Takes the selected entry off the effort ledger.", &["delete"]);
pub const MAP: Words = words(
    "Map of alignment and dependencies",
    "map",
    "Opens the map: who contributes to what, who waits for whom.",
    &["alignment", "tree"],
);
