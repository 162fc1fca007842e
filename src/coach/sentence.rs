//! What a sentence says: the measure, its numbers, and which way they go.

use crate::domain::day::Day;
use crate::domain::measure::{Aggregation, Bound};
use crate::domain::number::Number;

/// Which way a sentence wants a number to go. Other than [`crate::domain::measure::Direction`] it knows "stays".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Up is better.
    Increase,
    /// Down is better.
    Decrease,
    /// It stays where it is.
    Maintain,
}

/// What was read from one sentence. Nothing is invented: what the sentence does not say is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// The quantity in words, as the sentence has them: "sign-in failures caused by authentication".
    pub metric: Option<String>,
    /// How single values become one number, where a word says so.
    pub aggregation: Option<Aggregation>,
    /// What is counted in: "across product teams".
    pub scope: Option<String>,
    /// The unit of the target: `%`, `% change`, `x`, `ms`, `days`, `USD`, or the noun counted.
    pub unit: Option<String>,
    /// Which way is better.
    pub movement: Option<Movement>,
    /// Where it stands now, where the sentence says so as a number.
    pub baseline: Option<Number>,
    /// The number to reach.
    pub target: Option<Number>,
    /// Whether the target itself counts: "below 5" is strict.
    pub bound: Bound,
    /// The day by which.
    pub due: Option<Day>,
}
