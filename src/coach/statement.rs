//! A statement as it was written, with what was read from it: the text, its tokens, the sentence and the places of its
//! figures. Rules and judgements look at this and never part the text again.

use std::ops::Range;

use super::outline::place;
use super::sentence::{Figure, Role, Sentence, is_english, read};
use super::token::{Token, tokens};
use crate::domain::cycle::ReadingDay;

/// A text and what was read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'a> {
    /// As it was written.
    pub text: &'a str,
    /// Its words, numbers and signs, behind its place in a list or a plan.
    pub tokens: Vec<Token<'a>>,
    /// What it says.
    pub sentence: Sentence,
    /// Its figures, in the order of the text.
    pub figures: Vec<Figure>,
}

impl<'a> Statement<'a> {
    /// Reads a text as of a day.
    #[must_use]
    pub fn read(text: &'a str, on: impl Into<ReadingDay>) -> Self {
        let mut tokens = tokens(text);
        tokens.drain(..place(&tokens));
        let reading = read(&tokens, on.into());
        Self { text, tokens, sentence: reading.sentence, figures: reading.figures }
    }

    /// Tells whether it may be English; what a sentence in another language is nobody can say.
    #[must_use]
    pub(super) fn is_english(&self) -> bool {
        is_english(&self.tokens)
    }

    /// The first figure of a role.
    #[must_use]
    pub fn figure(&self, role: Role) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.role == role)
    }

    /// Where the first figure of a role stands, in bytes.
    #[must_use]
    pub fn span_of(&self, role: Role) -> Option<Range<usize>> {
        self.figure(role).map(|figure| figure.span.clone())
    }
}
