//! A statement as it was written, with what was read from it: the text, its tokens, the sentence and the places of its
//! figures. Rules and judgements look at this and never part the text again.

use std::ops::Range;

use super::outline::place;
use super::sentence::{Sentence, read};
use super::token::{Token, tokens};
use crate::domain::cycle::ReadingDay;
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
    /// The unit written with it, as we write it; none for a mere number.
    pub unit: Option<&'static str>,
    /// How often that happens, where it is said behind the number: "month" of "3 per month".
    pub rate: Option<&'static str>,
    /// Where it stands in the text with its unit, in bytes, on character boundaries.
    pub span: Range<usize>,
}

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
