//! What a text is called where it is found.

pub const ASKED_OF_AN_OBJECTIVE: &str = "Asked of an objective";
pub const KEY_RESULT: &str = "Key result";
pub const TOO_EASY_OR_TOO_HARD: &str = "Too easy or too hard";
pub const ASSUMPTION_VERDICT: &str = "Assumption verdict";
