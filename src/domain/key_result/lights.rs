//! The lights of a key result: its five properties, and whether each holds.

use crate::words::domain::values as words;

/// One of the five properties of a good key result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// It has a source one can read.
    Measurable,
    /// One metric, how its single values are put together, its scope and its target. A metric may say its scope itself, so
    /// that without one the room is asked; counts and shares are put together as their unit says.
    Specific,
    /// Number, date and source of today.
    Baseline,
    /// Possible this quarter if the right work is done.
    Reachable,
    /// Brings us nearer the objective.
    Connected,
}

impl Property {
    /// The word beside the light.
    pub fn word(self) -> &'static str {
        match self {
            Self::Measurable => words::MEASURABLE,
            Self::Specific => words::SPECIFIC,
            Self::Baseline => words::BASELINE,
            Self::Reachable => words::REACHABLE,
            Self::Connected => words::CONNECTED,
        }
    }

    /// The word for it, as a program reads it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Measurable => "measurable",
            Self::Specific => "specific",
            Self::Baseline => "baseline",
            Self::Reachable => "reachable",
            Self::Connected => "connected",
        }
    }
}

/// Whether a property holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LightState {
    /// It holds.
    On,
    /// It does not, or something is missing.
    Off,
    /// Only the room can tell; nobody has asked it yet.
    Ask,
}

impl LightState {
    /// The word for it, as a program reads it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::On => "yes",
            Self::Off => "no",
            Self::Ask => "ask the room",
        }
    }
}

/// A property and whether it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Light {
    /// Which property.
    pub property: Property,
    /// Whether it holds.
    pub state: LightState,
}
