//! On the Retrospective.

use super::{Words, words};

pub const JUDGE: Words = words(
    "Judge or edit",
    "judge",
    "Gives the verdict on the selected row, or edits the note.",
    &["verdict", "easy", "hard", "held", "wrong"],
);
pub const NEW: Words = words(
    "New note or action",
    "new",
    "Adds a note or action to the column of the selected row.",
    &["lesson", "action"],
);
pub const REMOVE: Words = words("Remove", "remove", "Takes a note away or a verdict back.", &["delete"]);
pub const CLOSE: Words = words(
    "Close the quarter",
    "close",
    "Closes the quarter, or names what stands in the way.",
    &["finish", "end", "archive", "retire"],
);
pub const NEXT: Words = words(
    "Open the next quarter",
    "next",
    "Opens the next quarter with what this one hands over.",
    &["hand-over", "new quarter"],
);
