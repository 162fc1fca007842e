//! What is wrong in a file of the workspace: where, what, and what to do about it.

use std::cmp::Ordering;
use std::fmt;
use std::path::PathBuf;

use crate::domain::display::visible;
use crate::store::place::Position;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing; nothing is wrong with the goals.
    Note,
    /// Something has no effect or will be asked about.
    Warn,
    /// Something cannot be read or contradicts the rules.
    Error,
}

/// One thing that is wrong in one place of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the rule that was broken, such as `unknown-key`.
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do about it, as a sentence.
    pub hint: String,
}

impl Problem {
    /// Names an error at a place of a file.
    pub fn new(
        rule: &'static str,
        path: impl Into<PathBuf>,
        at: Position,
        message: String,
        hint: String,
    ) -> Self {
        let level = Level::Error;
        Self { rule, level, path: path.into(), line: at.line, column: at.column, message, hint }
    }

    /// The same, mattering more or less.
    #[must_use]
    pub fn at_level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The file as it is written on every system: `teams/payments/team.toml`.
    pub fn file(&self) -> String {
        self.path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    /// Whether something that was written does not count: it cannot be read, or what it is about is not there.
    pub fn is_loss(&self) -> bool {
        self.level == Level::Error || self.rule == "reference"
    }

    fn order(&self) -> (&PathBuf, usize, usize, &str, &str, &str) {
        (&self.path, self.line, self.column, self.rule, &self.message, &self.hint)
    }
}

impl Ord for Problem {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Problem {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Shows `path:line:col: [rule] message` and the hint on a second line, safe for a terminal whatever the file says.
impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, line, column, message, hint, .. } = self;
        write!(formatter, "{}:{line}:{column}: [{rule}] {}", visible(&self.file()), visible(message))?;
        write!(formatter, "\n    hint: {}", visible(hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(path: &str, line: usize, column: usize) -> Problem {
        Problem::new(
            "value",
            path,
            Position { line, column },
            "A number is needed.".into(),
            "Write 14.".into(),
        )
    }

    #[test]
    fn a_problem_shows_its_place_first() {
        assert_eq!(
            problem("teams/payments/team.toml", 3, 7).to_string(),
            "teams/payments/team.toml:3:7: [value] A number is needed.\n    hint: Write 14."
        );
    }

    #[test]
    fn nothing_from_a_file_reaches_the_terminal_raw() {
        let mut problem = problem("te\u{1b}[2Jams", 1, 1);
        problem.message = "\u{202e}what\u{7}".into();
        problem.hint = "two\nlines".into();
        let shown = problem.to_string();
        assert_eq!(shown, "te␛[2Jams:1:1: [value] <U+202E>what␇\n    hint: two␊lines");
    }

    #[test]
    fn problems_stand_in_the_order_of_path_line_and_column() {
        let mut all = [problem("b", 1, 1), problem("a", 2, 1), problem("a", 1, 9), problem("a", 1, 2)];
        all.sort();
        let places: Vec<_> = all.iter().map(|p| (p.path.to_str().unwrap(), p.line, p.column)).collect();
        assert_eq!(places, [("a", 1, 2), ("a", 1, 9), ("a", 2, 1), ("b", 1, 1)]);
    }
}
