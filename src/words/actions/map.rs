//! On the map.

use super::{Words, words};

pub const OPEN: Words = words(
    "Jump to the other end",
    "jump",
    "Jumps to the other end of a link or dependency, or goes to the team or objective.",
    &["open", "go", "follow"],
);
pub const ANSWER: Words = words(
    "Answer what is asked of us",
    "answer",
    "Opens the form in which this team answers what another asks of it.",
    &["reply", "agree", "refuse"],
);
pub const FOLD_ALL: Words = words(
    "Fold or unfold all",
    "fold all",
    "Folds every team and objective, or unfolds them all.",
    &["collapse", "expand"],
);
