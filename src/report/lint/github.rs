//! Annotations as GitHub reads them from the log of a workflow.

use super::{PlacedFinding, Unread};
use crate::coach::finding::Level;
use crate::domain::display::visible;

/// One command an open finding: `::warning file=..,line=..,title=RULE::text`. A hard stop is an error, and what cannot be
/// read; what is merely asked is a notice.
pub fn github(found: &[PlacedFinding], unread: &[Unread]) -> String {
    let broken = unread.iter().map(|one| annotation("error", (&one.path, one.line), one.rule, &one.says));
    let asked = found.iter().filter(|one| one.finding.waived.is_none()).map(|one| {
        let command = match one.finding.level {
            Level::Block => "error",
            Level::Warn => "warning",
            Level::Off | Level::Ask => "notice",
        };
        annotation(command, (&one.path, one.line), one.finding.rule.id(), &one.says())
    });
    broken.chain(asked).collect()
}

fn annotation(command: &str, (path, line): (&str, usize), rule: &str, says: &str) -> String {
    format!("::{command} file={},line={line},title={rule}::{}\n", property(path), escaped(says))
}

/// A text behind `::`.
fn escaped(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value between commas.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
