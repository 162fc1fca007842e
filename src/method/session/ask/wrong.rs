//! Why an answer to a question of a session cannot be taken.

use crate::domain::change::Refusal;

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The blank it is about; `None` where it is the whole.
    pub blank: Option<&'static str>,
    /// What is wrong, and what would fit.
    pub says: String,
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self { blank: None, says: refusal.to_string() }
    }
}

/// What is wrong with one blank.
pub(super) fn wrong(name: &'static str, says: impl Into<String>) -> Wrong {
    Wrong { blank: Some(name), says: says.into() }
}
