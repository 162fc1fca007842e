//! What the history says.

use std::fmt::Display;

pub fn as_of(name: impl Display, long: impl Display) -> String {
    format!("{name}, as of {long}")
}
pub fn with_the_quarters_of(merged: impl Display) -> String {
    format!("with the quarters of {merged}, merged into this team")
}
pub fn expected_reached_n(expected: impl Display, reached: impl Display, n: impl Display) -> String {
    format!("expected {expected}, reached {reached} (n {n})")
}
pub fn shares([full, aimed, near]: [usize; 3], n: impl Display) -> String {
    format!("at 1.0: {full} of {n}, 0.7 or better: {aimed} of {n}, near 0: {near} of {n}")
}
pub const TOO_FEW_OUTCOMES_YET_FOR_A_SENTENCE: &str = "Too few outcomes yet for a sentence.";
pub fn said_to(from: impl Display, to: impl Display, right: impl Display, n: impl Display) -> String {
    format!("said {from} to {to}: {right} of {n} reached")
}
pub const NO_SCORE: &str = "no score";
pub fn with_effect_in(score: impl Display, quarter: impl Display) -> String {
    format!("{score}, effect in {quarter}")
}
pub const NOT_READ_SINCE: &str = "not read since";
pub fn read_later(read: impl Display) -> String {
    format!("read later {read}")
}
pub fn which_would_be(read: impl Display, score: impl Display) -> String {
    format!("{read}, which would be {score}")
}

pub const AT_LEAST: &str = "at least";
pub const AT_MOST: &str = "at most";
pub fn held_against(held: impl Display) -> String {
    format!("Held against: {held}.")
}

pub fn cannot_be_read_and_is_left_out(files: impl Display) -> String {
    format!("Cannot be read, and is left out here: {files}")
}

pub fn of_the_scores_are_provisional(provisional: impl Display, scores: impl Display) -> String {
    format!("provisional: {provisional} of {scores} scores")
}
