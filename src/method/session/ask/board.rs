//! The board beside a question: the one thing a question is about.

use super::Ask;
use crate::method::session::topic::Topic;

impl Ask {
    /// What it is about, where it is about one thing and no other.
    #[must_use]
    pub fn about(&self) -> Option<Topic> {
        match self.clone() {
            Self::Field(topic) => Some(topic),
            Self::Questions(id)
            | Self::Waive(id)
            | Self::Votes(id)
            | Self::Note(id)
            | Self::Do(id)
            | Self::Score(id)
            | Self::Difficulty(id) => Some(Topic::KeyResult(id)),
            Self::Origin(id)
            | Self::Reword(id)
            | Self::For(id)
            | Self::Against(id)
            | Self::NotNow(id)
            | Self::Contribute(id)
            | Self::Negotiate(id)
            | Self::Judge(id)
            | Self::Revise(id)
            | Self::Importance(id) => Some(Topic::Objective(id)),
            Self::Verdict(under, id) => Some(Topic::Assumption(under, id)),
            _ => None,
        }
    }
}
