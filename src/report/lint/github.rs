//! Annotations as GitHub reads them from the log of a workflow.

use super::{Found, Unread};
use crate::coach::finding::Level;
use crate::domain::display::visible;

/// One command a finding: `::warning file=..,line=..,title=RULE::text`. A hard stop is an error, and what cannot be read.
#[must_use]
pub fn github(found: &[Found], unread: &[Unread]) -> String {
    let broken = |one: &Unread| {
        let path = property(&one.path);
        format!("::error file={path},line={},title={}::{}\n", one.line, one.rule, escaped(&one.says))
    };
    unread.iter().map(broken).chain(found.iter().map(annotation)).collect()
}

fn annotation(found: &Found) -> String {
    let command = if found.finding.level == Level::Block { "error" } else { "warning" };
    let (path, rule) = (property(&found.path), found.finding.rule.id());
    format!("::{command} file={path},line={},title={rule}::{}\n", found.line, escaped(&found.says()))
}

/// A text behind `::`.
fn escaped(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value between commas.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
