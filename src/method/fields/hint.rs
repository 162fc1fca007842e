//! What is said below a field while it has the focus: the question of the method it answers, in the words of the team, and
//! what to type.

use std::borrow::Cow;

use super::Field;
use crate::method::step::{Step, Steps};

/// What is said below a field while it has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// The question it answers: its step, and the place among the questions of that, from 0.
    pub asks: Option<(Step, usize)>,
    /// What to type; empty where the question says it.
    pub says: &'static str,
}

impl Hint {
    /// What to type, where no question of the method asks for it.
    pub const fn says(says: &'static str) -> Self {
        Self { asks: None, says }
    }

    /// The words of it, the question as the team has it.
    pub fn of(self, steps: Steps<'_>) -> Cow<'_, str> {
        let ask = self.asks.map(|(step, at)| steps.guide(step).question(at));
        match (ask, self.says) {
            (None, says) => says.into(),
            (Some(ask), "") => ask.into(),
            (Some(ask), says) => format!("{ask} {says}").into(),
        }
    }
}

impl From<&'static str> for Hint {
    fn from(says: &'static str) -> Self {
        Self::says(says)
    }
}

/// Names the question of the method that a field answers: its step, and the place among the questions of that, from 0.
pub(super) const fn asks<T>(step: Step, at: usize, mut field: Field<T>) -> Field<T> {
    field.hint.asks = Some((step, at));
    field
}
