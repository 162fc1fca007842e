//! On the Check-ins.

use super::{Words, words};

pub const LOG: Words = words(
    "Log a check-in",
    "log",
    "Logs reading, confidence, what changed and what blocks.",
    &["reading", "confidence", "metric", "update", "status", "progress", "blocked", "blocker", "comment"],
);
pub const DECIDE: Words = words(
    "Decide and close",
    "decide",
    "Records the decision of the check-in, or that the plan stands.",
    &["plan stands"],
);
pub const CORRECT: Words = words(
    "Correct the last check-in",
    "correct",
    "Writes the last check-in anew; the old one stays in its file.",
    &["supersede", "wrong reading"],
);
pub const TAKE_BACK: Words = words(
    "Take the last check-in back",
    "take back",
    "Takes the last check-in back, or what was decided; the old one stays in its file.",
    &["remove", "withdraw", "delete"],
);
pub const CHANGE: Words = words(
    "Change or drop",
    "change",
    "Revises the definition with a reason, or drops it; nothing old is lost.",
    &["revise", "drop", "mid-quarter", "archive", "retire", "delete", "put away"],
);
