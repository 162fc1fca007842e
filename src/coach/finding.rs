//! What a rule has to ask about a statement, an objective, or a quarter.

use std::ops::Range;

use super::rule::Rule;
use super::words::fill;
pub use crate::domain::lint::Level;
use crate::domain::lint::{Levels, Waiver, Waivers};

/// One question of the coach: the rule, where it is asked, and the words of the text it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// How much it matters here.
    pub level: Level,
    /// The key of the file it is about, such as `title` or `measure.source`; empty for the file as a whole.
    pub key: &'static str,
    /// The stretch of that text, in bytes, on character boundaries; empty where it is about all of it.
    pub span: Range<usize>,
    /// Why it is not asked any more, where it was waived.
    pub waived: Option<Waiver>,
    /// Whether it is about a key result that is committed.
    is_committed: bool,
    /// What fills the places of its words.
    values: Vec<(&'static str, String)>,
}

/// What a rule has to ask, but for the rule: the table it stands in says which one that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// How much it matters here, where not as much as the rule does.
    level: Option<Level>,
    key: &'static str,
    span: Range<usize>,
    values: Vec<(&'static str, String)>,
}

impl Raised {
    /// A question about a sentence as a whole.
    #[must_use]
    pub const fn title() -> Self {
        Self::on("title")
    }

    /// A question about a key of the file; about the file as a whole, where it is empty.
    #[must_use]
    pub const fn on(key: &'static str) -> Self {
        Self { level: None, key, span: 0..0, values: Vec::new() }
    }

    /// The same about a stretch of that text, in bytes, on character boundaries.
    #[must_use]
    pub fn at(self, span: Range<usize>) -> Self {
        Self { span, ..self }
    }

    /// The same at another level than that of the rule.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level: Some(level), ..self }
    }

    /// Fills a place of the words of the rule.
    #[must_use]
    pub fn with(mut self, place: &'static str, value: impl Into<String>) -> Self {
        self.values.push((place, value.into()));
        self
    }

    /// The question, asked by a rule.
    #[must_use]
    pub fn by(self, rule: Rule) -> Finding {
        let Self { level, key, span, values } = self;
        let level = level.unwrap_or(rule.level());
        Finding { rule, level, key, span, waived: None, is_committed: false, values }
    }
}

impl Finding {
    /// The same about a key result that is committed, or is not.
    #[must_use]
    pub fn committed(self, is_committed: bool) -> Self {
        Self { is_committed, ..self }
    }

    /// Fills a place of its words.
    #[must_use]
    pub fn with(mut self, place: &'static str, value: impl Into<String>) -> Self {
        self.values.push((place, value.into()));
        self
    }

    /// The same at the level of a team, with its waiver. A hard stop keeps its level and cannot be waived.
    #[must_use]
    pub fn known_to(self, levels: &Levels, waivers: &Waivers) -> Self {
        if self.rule.is_hard_stop() {
            return self;
        }
        let waived = waivers.get(self.rule.id()).cloned();
        Self { level: self.rule.level_in(levels), waived, ..self }
    }

    /// What to ask.
    #[must_use]
    pub fn question(&self) -> &'static str {
        self.rule.question()
    }

    /// Why it is asked of this text.
    #[must_use]
    pub fn why(&self) -> String {
        self.filled(&self.rule.words().says)
    }

    /// What helps, with the commands that do it.
    #[must_use]
    pub fn hint(&self) -> String {
        let words = self.rule.words();
        let committed = words.hint_committed.as_ref().filter(|_| self.is_committed);
        self.filled(committed.unwrap_or(&words.hint))
    }

    fn filled(&self, text: &str) -> String {
        let values: Vec<(&str, &str)> =
            self.values.iter().map(|(place, value)| (*place, value.as_str())).collect();
        fill(text, &values)
    }
}
