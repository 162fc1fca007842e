//! What the coach asks, in words: the question first, then why, then how the same would read without it.

use super::Lines;
use crate::coach::finding::{Finding, Level};
use crate::coach::rule::Scope;

impl Lines<'_> {
    /// The open questions of the coach one below the other, those that were waived left out.
    #[must_use]
    pub fn asked(self, found: &[Finding]) -> Self {
        self.each(found.iter().filter(|finding| finding.waived.is_none()), |lines, finding| {
            lines.question(finding).text(&finding.why()).example(finding).gap()
        })
    }

    /// The same beside a form, where it is said as well that there is nothing to ask.
    #[must_use]
    pub fn coached(self, found: &[Finding]) -> Self {
        if found.iter().all(|finding| finding.waived.is_some()) {
            return self.quiet("nothing to ask");
        }
        self.asked(found)
    }

    /// The question with its sign: `?` where the room is merely asked, `!` where it should be answered.
    fn question(self, finding: &Finding) -> Self {
        match finding.level {
            Level::Off | Level::Ask => self.signed("?", finding.question()),
            Level::Warn | Level::Block => self.attention(finding.question()),
        }
    }

    /// A sentence that raises the rule, and the same without it; rules on fields have none.
    fn example(self, finding: &Finding) -> Self {
        match finding.rule.scope() {
            Scope::KeyResult | Scope::Objective => {
                let words = finding.rule.words();
                let to = self.state.look.glyphs.to;
                self.quiet(&format!("like: {}", words.before)).quiet(&format!("{to} {}", words.after))
            }
            Scope::Fields | Scope::Set | Scope::History => self,
        }
    }
}
