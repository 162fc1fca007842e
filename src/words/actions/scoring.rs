//! In Scoring.

use super::{Words, words};

pub const SCORE: Words = words(
    "Score",
    "score",
    "Records the final reading and the score the room agrees on.",
    &["final", "reading", "reads later"],
);
pub const TAKE: Words = words(
    "Take the proposal",
    "as proposed",
    "Takes the last reading and the score the formula proposes.",
    &["agree"],
);
pub const CLEAR: Words = words(
    "Clear the score",
    "clear",
    "Takes the score away again, so that the key result is open.",
    &["remove"],
);
pub const LATER: Words = words(
    "Note a later reading",
    "read later",
    "Notes what it reads after the quarter, also after the close; the score stands.",
    &["late payback", "watch list"],
);
