//! The questions of the coach in the forms in which they are read: by people, by scripts, in a pull request.

mod github;
mod sarif;

pub use github::github;
pub use sarif::sarif;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::json;
use super::page::Page;
use crate::coach::finding::{Finding, Level};
use crate::coach::rule::{Rule, Scope};
use crate::domain::display::visible;
use crate::domain::lint::Waiver;
use crate::domain::word::word;
use crate::method::lint::Subject;
use crate::words::report::shown as words;

/// A question with the place in the files it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedFinding {
    /// The file, as a path from the folder the command runs in.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The first column in characters, counted from 1.
    pub column: usize,
    /// The column behind the last character.
    pub end_column: usize,
    /// The line as it stands in the file; none where the file as a whole is meant.
    pub source: Option<String>,
    /// The id of what it is about: an objective, a key result, `quarter`.
    pub about: String,
    /// The question.
    pub finding: Finding,
}

/// A file that cannot be read, so that nothing can be asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The file, as a path from the folder the command runs in.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The id of what is wrong with it.
    pub rule: &'static str,
    /// What is wrong, and what to do.
    pub says: String,
}

impl PlacedFinding {
    /// What to ask, and why it is asked of this text.
    fn says(&self) -> String {
        format!("{} {}", self.finding.question(), self.finding.why())
    }
}

/// For people: place, rule and question as compilers write them, the line with a caret under the words, why, what helps.
pub fn text(found: &[PlacedFinding]) -> String {
    let mut page = Page::default();
    for one in found {
        let PlacedFinding { path, line, column, finding, .. } = one;
        let (level, rule) = (word(&finding.level), finding.rule.id());
        page.line(&format!("{path}:{line}:{column}: {level} [{rule}] {}", finding.question()));
        excerpt(&mut page, one);
        page.line(&format!("    why: {}", finding.why()));
        page.line(&format!("    hint: {}", finding.hint()));
        if let Some(Waiver { reason, date }) = &finding.waived {
            page.line(&words::waived_with_its_reason(date, reason));
        }
    }
    page.into_text()
}

/// The most columns of a line that are shown before the words, and in all.
const BEFORE: usize = 48;
/// The most columns of a line that are shown.
const SHOWN: usize = 100;

/// The line of the file with a caret under the words; a long line is cut around them.
fn excerpt(page: &mut Page, found: &PlacedFinding) {
    let Some(source) = &found.source else { return };
    let chars =
        |from: usize, to: usize| source.chars().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let (from, to) = (found.column - 1, found.end_column - 1);
    let first = from.saturating_sub(BEFORE);
    let cut = if first > 0 { "…" } else { "" };
    let before = format!("{cut}{}", visible(&chars(first, from)));
    let words = visible(&chars(from, to.min(from + SHOWN))).into_owned();
    let after = visible(&chars(to, first + SHOWN)).into_owned();
    let (number, gutter) = (found.line.to_string(), " ".repeat(found.line.to_string().len()));
    page.line(&format!("    {number} | {before}{words}{after}"));
    let (blanks, carets) = (" ".repeat(before.width()), "^".repeat(words.width().max(1)));
    page.line(&format!("    {gutter} | {blanks}{carets}"));
}

/// For scripts.
pub fn json(found: &[PlacedFinding], unread: &[Unread]) -> Value {
    let row = |one: &PlacedFinding| {
        let PlacedFinding { path, line, column, end_column, about, finding, .. } = one;
        let waived = finding.waived.as_ref();
        let waived = waived.map(|it| json!({ "reason": it.reason, "date": it.date.to_string() }));
        json!({
            "rule": finding.rule.id(), "level": word(&finding.level), "path": path, "line": line, "column": column,
            "end_column": end_column, "about": about, "question": finding.question(), "why": finding.why(),
            "hint": finding.hint(), "waived": waived,
        })
    };
    let mut all = json!({ "findings": found.iter().map(row).collect::<Vec<_>>() });
    if !unread.is_empty() {
        let files: BTreeSet<&str> = unread.iter().map(|one| one.path.as_str()).collect();
        all[json::UNREAD] = json!(files);
    }
    all
}

/// Everything about one rule.
pub fn explained(rule: Rule) -> String {
    let words = rule.words();
    let mut page = Page::default();
    page.line(&words::looks_at(rule.id(), word(&rule.level()), looks_at(rule)));
    page.line(&words.question);
    page.gap();
    page.line(&words.why);
    page.gap();
    page.row(words::ASKED_OF, &words.before);
    page.row(words::NOT_OF, &words.after);
    page.gap();
    page.line(&changed(rule));
    page.into_text()
}

/// How a team changes a rule.
fn changed(rule: Rule) -> String {
    let id = rule.id();
    if rule.is_hard_stop() {
        return words::A_HARD_STOP_OF_THE_METHOD.to_owned();
    }
    let of = if Subject::of(rule) == Subject::Set { "quarter" } else { "ID" };
    words::waive_it(of, id)
}

fn looks_at(rule: Rule) -> &'static str {
    match rule.scope() {
        Scope::KeyResult => words::THE_SENTENCE_OF_A_KEY_RESULT,
        Scope::Objective => words::THE_SENTENCE_OF_AN_OBJECTIVE,
        Scope::Fields => words::THE_FIELDS_OF_A_KEY_RESULT,
        Scope::Set => words::THE_SET,
        Scope::History => words::VOTES_CHECK_INS_AND_EARLIER_QUARTERS,
    }
}

/// The same as JSON.
pub fn rule_json(rule: Rule) -> Value {
    let words = rule.words();
    json!({
        "rule": rule.id(), "level": word(&rule.level()), "looks_at": looks_at(rule), "question": words.question,
        "why": words.why, "before": words.before, "after": words.after, "hard_stop": rule.is_hard_stop(),
    })
}

/// How a level is called where only errors, warnings and notes are known.
fn severity(level: Level) -> &'static str {
    match level {
        Level::Block => "error",
        Level::Warn => "warning",
        Level::Ask | Level::Off => "note",
    }
}

#[cfg(test)]
mod tests;
