//! What a step takes from the room: a word for the footer and one sentence of help.

pub mod agreeing;
pub mod check_in;
pub mod choosing;
pub mod closing;

pub const VOTE: (&str, &str) = ("vote", "Counts in, then takes the numbers of the room in a row.");
pub const SHOW: (&str, &str) = ("show", "Shows the numbers that were logged alone, as all are in.");
pub const VOTE_AGAIN: (&str, &str) = ("vote again", "Hides the numbers for a second vote.");
pub const MISTYPED: (&str, &str) = ("mistyped", "Takes the numbers back, to type them anew.");
