//! A figure as others see it: what it is and does in its sentence, and where it stands.

use std::ops::Range;

use super::unit::Unit;
use crate::domain::number::Number;

/// What a figure does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Says where things stand now.
    Baseline,
    /// Is the number to reach.
    Target,
    /// Is a number to reach as well, beside the first.
    FurtherTarget,
    /// Is a length of time each case is to keep, beside the number to reach: "95 % within 1 h".
    Limit,
    /// Selects cases, names a version, a date, a period or a sample.
    Aside,
}

/// A figure of a sentence and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it does.
    pub role: Role,
    /// Its value, with k and m multiplied out.
    pub value: Number,
    /// What it is counted in, as far as that is written with it.
    pub unit: Unit,
    /// How often that happens, where it is said behind the number: "month" of "3 per month".
    pub rate: Option<&'static str>,
    /// Its tokens, from sign or currency to unit.
    pub tokens: Range<usize>,
    /// Where they stand in the text, in bytes, on character boundaries.
    pub span: Range<usize>,
}
