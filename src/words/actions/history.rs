//! On the History.

use super::{Words, words};

pub const OPEN: Words = words("Open", "open", "Goes to the selected quarter or key result.", &["go"]);
pub const FOLD: Words = words(
    "Key results of the quarter",
    "key results",
    "Shows or hides the key results of the selected quarter, each with its course.",
    &["unfold", "chart", "trend", "course"],
);
pub const EARLIER: Words = words(
    "As of an earlier day",
    "earlier",
    "Shows what was believed on the day before on which anything was said.",
    &["as of", "back in time"],
);
pub const LATER: Words = words(
    "As of a later day",
    "later",
    "Shows what was believed on the day after, up to today.",
    &["as of", "forward"],
);
