//! About what was said just now.

use super::{Words, words};

pub const REOPEN: Words = words(
    "Reopen the form",
    "reopen",
    "Opens the form again that was left just now, with what was typed.",
    &["draft", "resume"],
);
pub const DROP: Words = words(
    "Drop the draft",
    "drop",
    "Drops what was typed in the form that was left just now.",
    &["discard", "throw away"],
);
pub const DETAILS: Words = words(
    "Details of an error",
    "details",
    "Says all there is about the error above the footer: the whole text, where, why, and what to do.",
    &["more", "cause", "reason", "explain"],
);
