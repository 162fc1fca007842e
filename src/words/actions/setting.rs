//! In Setting.

use super::{Words, words};

pub const EDIT: Words = words(
    "Edit",
    "edit",
    "Opens the workbench or form of the selected row.",
    &[
        "open",
        "workbench",
        "goal",
        "kr",
        "owner",
        "rename",
        "ground rules",
        "deadline",
        "carry over",
        "continue",
    ],
);
pub const NEW: Words = words(
    "New",
    "new",
    "Adds an objective, key result, assumption, dependency or line.",
    &["add", "objective", "key result", "goal", "kr", "create", "initiative"],
);
pub const REMOVE: Words = words(
    "Take off the set",
    "remove",
    "Removes, drops, parks or moves the selected row; each can be undone.",
    &["delete", "drop", "not now", "archive", "put away", "retire", "trash"],
);
pub const UP: Words = words(
    "Move up",
    "up",
    "Moves the selected row up; a key result before the first goes under the objective above.",
    &["reorder", "another objective"],
);
pub const DOWN: Words = words(
    "Move down",
    "down",
    "Moves the selected row down; a key result past the last goes under the next objective.",
    &["reorder", "another objective"],
);
pub const VOTE: Words = words(
    "Opening vote",
    "vote",
    "Takes the nameless opening confidence of the room on this key result.",
    &["confidence"],
);
pub const DELIVERY: Words = words(
    "To the delivery list",
    "delivery",
    "Moves a key result that describes work to the delivery list.",
    &["task", "work"],
);
pub const WAIVE: Words = words(
    "Answer a question with a reason",
    "waive",
    "Waives a question of the coach on the selected row with a reason that is kept, or asks it again.",
    &["lint", "coach", "finding", "waiver"],
);
pub const COMMIT: Words = words(
    "Commit the set",
    "commit",
    "Freezes the set as revision 1, or names what stands in the way.",
    &["freeze"],
);
