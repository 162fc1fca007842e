//! What the coach asks, in words: the question first, then why, then how the same would read without it.

use ratatui::text::Span;

use super::Lines;
use crate::coach::finding::{Finding, Level};
use crate::coach::rule::Scope;
use crate::domain::decision::AskedOf;
use crate::tui::fit;
use crate::tui::state::State;
use crate::words::counted;
use crate::words::detail as words;

/// A mark for a list: how many questions are open, left out where none is or where the row names them itself.
pub fn mark(state: &State, about: &AskedOf) -> Option<Span<'static>> {
    let is_told = |finding: &&Finding| finding.waived.is_some() || finding.level == Level::Block;
    let open: Vec<Level> =
        state.asked_of(about).filter(|finding| !is_told(finding)).map(|finding| finding.level).collect();
    let words = counted::QUESTIONS.of(open.len());
    let (theme, is_loud) = (&state.look.theme, open.contains(&Level::Warn));
    let (sign, style) =
        if is_loud { (state.look.glyphs.attention, theme.attention) } else { ("?", theme.accent) };
    (!open.is_empty()).then(|| Span::styled(fit::tied(&format!("{sign} {words}")), style))
}

impl Lines<'_> {
    /// The open questions of the coach one below the other, those that were waived left out.
    #[must_use]
    pub fn asked<'f>(self, found: impl IntoIterator<Item = &'f Finding>) -> Self {
        let open = found.into_iter().filter(|finding| finding.waived.is_none());
        self.each(open, |lines, finding| {
            lines.by_level(finding, finding.question()).text(&finding.why()).example(finding).gap()
        })
    }

    /// The same beside a form, where it is said as well that there is nothing to ask.
    #[must_use]
    pub fn coached(self, found: &[Finding]) -> Self {
        if found.iter().all(|finding| finding.waived.is_some()) {
            return self.quiet(words::NOTHING_TO_ASK);
        }
        self.asked(found)
    }

    /// What is said of a question with its sign: `?` where the room is merely asked, `!` where it should be answered.
    #[must_use]
    pub fn by_level(self, finding: &Finding, says: &str) -> Self {
        match finding.level {
            Level::Off | Level::Ask => self.signed("?", says),
            Level::Warn | Level::Block => self.attention(says),
        }
    }

    /// A sentence that raises the rule, and the same without it; rules on fields have none.
    fn example(self, finding: &Finding) -> Self {
        match finding.rule.scope() {
            Scope::KeyResult | Scope::Objective => {
                let words = finding.rule.words();
                let to = self.look.glyphs.to;
                self.quiet(&words::like(&words.before)).quiet(&format!("{to} {}", words.after))
            }
            Scope::Fields | Scope::Set | Scope::History => self,
        }
    }
}
