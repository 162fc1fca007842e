//! What a step takes from the room while a set is agreed.

use std::fmt::Display;

/// The answers to a question, each with its label.
pub fn yes(asked: impl Display) -> (&'static str, String) {
    ("yes", format!("Answers with yes: {asked}"))
}
pub fn no(asked: impl Display) -> (&'static str, String) {
    ("no", format!("Answers with no: {asked}"))
}
pub const EDIT: (&str, &str) = ("edit", "The workbench of this key result.");
pub const DELIVERY: (&str, &str) = ("delivery", "This is work: it moves to the delivery list.");
pub const ANSWERS: (&str, &str) = ("answers", "All four answers at once, to change one.");
pub const WAIVE: (&str, &str) = ("waive", "A question of the coach is not asked any more, for a reason.");
pub const NEW: (&str, &str) = ("new", "What another team must do for a key result.");
pub const REPLIED: (&str, &str) = ("replied", "What the other team said: agreed, refused, worked around.");
/// The answers to one of the two tests, each with its label.
pub fn clearly_nearer(asked: impl Display) -> (&'static str, String) {
    ("yes", format!("Clearly nearer: {asked}"))
}
pub fn partly(asked: impl Display) -> (&'static str, String) {
    ("partly", format!("Partly: {asked}"))
}
pub fn not_nearer(asked: impl Display) -> (&'static str, String) {
    ("no", format!("No, which makes it nominal: {asked}"))
}
pub const CONTRIBUTES: (&str, &str) = ("contributes", "What it contributes to, how, and what was weighed.");
pub const LOG: (&str, &str) =
    ("log", "A change that was asked of it from above or below, and what came of it.");
pub const EDIT_EVERYTHING_ABOUT_THIS_OBJECTIVE: (&str, &str) = ("edit", "Everything about this objective.");
pub const KEEP_IT: (&str, &str) = ("keep it", "A nominal alignment is kept for a reason.");
pub const REASON: (&str, &str) = ("reason", "Why nothing moved, one reason each.");
pub const ASSUMPTION: (&str, &str) = ("assumption", "What is taken for granted, and how we would notice.");
pub const COMMIT: (&str, &str) = ("commit", "Freezes the set as it stands, as revision 1.");
pub const FIST: (&str, &str) = ("fist", "Counts in, then takes the fists of the room in a row.");
pub const AGAIN: (&str, &str) = ("again", "Hides the fists for a second showing.");
pub const MISTYPED: (&str, &str) = ("mistyped", "Takes the fists back, to type them anew.");
