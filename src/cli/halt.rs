//! Why a command stops, and with which exit code.

use std::error::Error;
use std::iter;

use serde_json::{Value, json};

use crate::domain::change::{Force, Refusal, Stop};
use crate::domain::stop_rule::SpeaksOf;
use crate::method::fields::FieldError;
use crate::store::save::Obstacle;
use crate::store::{OpenError, SaveError};
use crate::words::cli::anywhere as words;

/// The exit codes scripts rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// Done.
    Fine,
    /// Findings, something overdue, or a hard stop.
    Findings,
    /// The command itself is not right.
    Usage,
    /// No workspace, or one that cannot be read.
    NoWorkspace,
    /// Somebody else changed the same field.
    Conflict,
    /// Something could not be written.
    NotWritten,
    /// Ended by whoever typed.
    Interrupted,
    /// As the screens ended.
    Screens(u8),
}

impl Code {
    /// The number the shell gets.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::NoWorkspace => 3,
            Self::Conflict => 4,
            Self::NotWritten => 5,
            Self::Interrupted => 130,
            Self::Screens(code) => code,
        }
    }
}

/// A command that stops: nothing was changed.
#[derive(Debug)]
pub(super) struct Halt {
    /// The exit code.
    pub(super) code: Code,
    /// What is said on stderr, line by line.
    pub(super) lines: Vec<String>,
    /// The causes, each behind the other, for the log.
    pub(super) causes: Box<[String]>,
    /// The stops, for `--json`.
    pub(super) refused: Option<Value>,
}

impl Halt {
    /// Stops with what happened and what to do.
    pub(super) fn new(code: Code, says: impl Into<String>, hint: impl AsRef<str>) -> Self {
        let mut lines = vec![says.into()];
        lines.extend(hint.as_ref().lines().map(|line| format!("  {line}")));
        Self { code, lines, causes: Box::default(), refused: None }
    }

    /// The same, with one more thing to do.
    pub(super) fn hint(mut self, hint: &str) -> Self {
        self.lines.push(format!("  {hint}"));
        self
    }

    /// Stops because the command is not right.
    pub(super) fn usage(says: impl Into<String>, hint: impl AsRef<str>) -> Self {
        Self::new(Code::Usage, says, hint)
    }

    /// Stops for everything that stands in the way of a decision.
    pub(super) fn refused(refusal: &Refusal) -> Self {
        let lines = refusal.stops.iter().map(line).collect();
        let refused = refusal.stops.iter().map(|stop| {
            json!({
                "rule": stop.rule.id(), "about": stop.about, "says": stop.says, "hint": stop.hint,
                "force": force(stop),
            })
        });
        Self { code: code(refusal), lines, causes: Box::default(), refused: Some(refused.collect()) }
    }

    /// Names what is behind it.
    pub(super) fn caused_by(mut self, why: &dyn Error) -> Self {
        let causes = iter::successors(why.source(), |cause| (*cause).source());
        self.causes = causes.map(ToString::to_string).collect();
        self
    }

    /// Adds a line at the end.
    pub(super) fn with(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }
}

fn code(refusal: &Refusal) -> Code {
    let mut of = refusal.stops.iter().map(|stop| stop.rule.speaks_of());
    if of.clone().any(|of| of == SpeaksOf::Unread) {
        return Code::NoWorkspace;
    }
    if of.all(|of| of == SpeaksOf::Typed) { Code::Usage } else { Code::Findings }
}

fn force(stop: &Stop) -> &'static str {
    match stop.force {
        Force::Hard => "hard",
        Force::AsksReason => "asks-reason",
    }
}

/// A stop in one line, the hard ones marked.
fn line(stop: &Stop) -> String {
    let Stop { rule, about, says, hint, .. } = stop;
    if rule.speaks_of() == SpeaksOf::Typed {
        return format!("{about}: {says}; {hint}");
    }
    let mark = match stop.force {
        Force::Hard => words::HARD_STOP,
        Force::AsksReason => "asks     ",
    };
    format!("{mark}  {}  {about}: {says}; {hint}", rule.id())
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::refused(&refusal)
    }
}

/// A workspace that cannot be read.
impl From<OpenError> for Halt {
    fn from(why: OpenError) -> Self {
        Self::new(Code::NoWorkspace, why.to_string(), words::NAME_ANOTHER_FOLDER).caused_by(&why)
    }
}

/// A change that stands in no file.
impl From<SaveError> for Halt {
    fn from(why: SaveError) -> Self {
        let code = match why.obstacle {
            Obstacle::Clash { .. } | Obstacle::Torn(_) => Code::Conflict,
            Obstacle::NotEmpty(_) => Code::Usage,
            Obstacle::ReadOnly(_) | Obstacle::Damaged(_) | Obstacle::Write(_) => Code::NotWritten,
        };
        Self::new(code, why.to_string(), why.hint()).caused_by(&why)
    }
}

impl From<FieldError> for Halt {
    fn from(problem: FieldError) -> Self {
        Self::usage(problem.to_string(), "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::step::Step;
    use crate::domain::stop_rule::StopRule;

    #[test]
    fn each_stop_is_named_and_the_hard_ones_are_marked() {
        let stops = vec![
            Stop::hard(StopRule::NoBaseline, "“Sign-in”", "it has no baseline", "what is it now?"),
            Stop::asks(
                Step::Set12,
                "“Sign-in”",
                "no assumption is written down",
                "what do we take for granted?",
            ),
        ];
        let halt = Halt::refused(&Refusal { stops });
        assert_eq!(halt.code, Code::Findings);
        assert_eq!(
            halt.lines[0],
            "hard stop  SET-7 baseline  “Sign-in”: it has no baseline; what is it now?"
        );
        assert!(halt.lines[1].starts_with("asks       SET-12  "), "{}", halt.lines[1]);
        assert_eq!(halt.refused.unwrap()[1]["force"], "asks-reason");
    }

    #[test]
    fn what_was_typed_wrongly_is_usage() {
        let refusal = Refusal::one(StopRule::Empty, "the note", "its text is missing", "write one line");
        assert_eq!(Halt::refused(&refusal).code, Code::Usage);
        assert_eq!(Halt::refused(&refusal).lines, ["the note: its text is missing; write one line"]);
    }
}
