//! 1-2-all: a question that is stuck is thought about alone, then in pairs, then together; in a room of eight and more in
//! fours before that (section 4, techniques). Each circle has its minutes on the clock of the step and none ends by itself.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::clock::minutes;
use crate::method::step::Step;
use crate::method::texts::{self, text_keys};

/// How many people a room holds from which on fours come between pairs and all.
const MANY: u32 = 8;

/// The steps in which a question is talked about until it is answered, and so can be stuck.
pub(super) const TALKED_THROUGH: &[Step] =
    &[Step::Set5, Step::Set9, Step::Set10, Step::Chk4, Step::Chk5, Step::Mid2, Step::Ret3, Step::Ret6];

text_keys! {
    /// Who thinks together.
    Circle {
        /// Everybody alone, in silence.
        Alone
        /// Two and two.
        Pairs
        /// Four and four.
        Fours
        /// The whole room.
        Together
    }
}

impl Circle {
    /// How a room of so many goes about it.
    pub fn of(people: u32) -> &'static [Self] {
        match people {
            ..MANY => &[Self::Alone, Self::Pairs, Self::Together],
            _ => Self::ALL,
        }
    }

    /// The minutes it takes: 1, 2, 5, and 12 in all where there are fours.
    pub fn minutes(self) -> u32 {
        match self {
            Self::Alone => 1,
            Self::Pairs => 2,
            Self::Fours => 4,
            Self::Together => 5,
        }
    }

    /// How it is called: "in pairs".
    pub fn says(self) -> &'static str {
        texts::circle(self)
    }

    /// The circle that comes after it in a room of so many; `None` after all came together.
    pub fn next(self, people: u32) -> Option<Self> {
        Self::of(people).iter().copied().find(|circle| *circle > self)
    }
}

/// A circle that sits together, by the clock of its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Who thinks together.
    pub circle: Circle,
    /// What the clock of the step showed when it began.
    #[serde(with = "super::clock::millis")]
    began: Duration,
}

impl Sitting {
    pub(super) fn begins(circle: Circle, began: Duration) -> Self {
        Self { circle, began }
    }

    /// What is left of its minutes while the clock of the step shows so much; nothing when they are over.
    pub fn left(&self, spent: Duration) -> Duration {
        (self.began + minutes(self.circle.minutes())).saturating_sub(spent)
    }
}
