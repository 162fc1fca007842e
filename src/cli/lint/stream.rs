//! Sentences from stdin, one JSON object a line; each line is answered by one, in order and in constant memory.

use std::borrow::Cow;
use std::io::{self, BufRead, Read as _, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::answer::Answer;
use crate::cli::halt::{Code, Halt};
use crate::cli::print;
use crate::coach::finding::Finding;
use crate::coach::label::{Label, ObjectiveLabel};
use crate::coach::lint::settled;
use crate::coach::rules::{key_result, objective};
use crate::coach::sentence::Movement;
use crate::coach::statement::Statement;
use crate::domain::day::Day;
use crate::domain::lint::{Level, Levels, Waivers};
use crate::domain::number::Number;
use crate::report::json::escape;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Answers every line of stdin.
pub(super) fn run(today: Day, are_objectives: bool) -> Result<Answer, Halt> {
    let mut input = io::stdin().lock();
    let mut stream =
        Stream { today, are_objectives, number: 0, has_findings: false, unread: None, out: Vec::new() };
    let outcome = print::stream(|output| stream.run(&mut input, output));
    if let Some(why) = stream.unread {
        return Err(Halt::new(Code::NoWorkspace, format!("stdin cannot be read: {why}"), ""));
    }
    match outcome {
        Ok(()) if stream.has_findings => Ok(Answer::printed(Code::Findings)),
        Ok(()) => Ok(Answer::printed(Code::Fine)),
        // Whoever read has gone, or there is no room: nothing more can be said on stdout.
        Err(_) => Ok(Answer::printed(Code::NotWritten)),
    }
}

struct Stream {
    today: Day,
    are_objectives: bool,
    /// The number of the line, from 1.
    number: usize,
    has_findings: bool,
    /// Why the input ended early.
    unread: Option<io::Error>,
    /// The answer to one line.
    out: Vec<u8>,
}

/// One line of the input; what else stands in it is left alone.
#[derive(Debug, Deserialize)]
struct Line<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    objective: Option<Cow<'a, str>>,
}

/// What is said about a key result.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the keys that scripts rely on")]
struct OfKeyResult<'a> {
    id: &'a Value,
    label: &'static str,
    measurable: bool,
    has_metric: bool,
    has_baseline: bool,
    has_target: bool,
    baseline: Option<Number>,
    target: Option<Number>,
    unit: Option<&'a str>,
    direction: Option<&'static str>,
    findings: Vec<Asked>,
}

/// What is said about an objective.
#[derive(Serialize)]
struct OfObjective<'a> {
    id: &'a Value,
    label: &'static str,
    findings: Vec<Asked>,
}

#[derive(Serialize)]
struct Asked {
    rule: &'static str,
    level: Level,
    question: &'static str,
}

/// What is said about a line that cannot be read.
#[derive(Serialize)]
struct Unread {
    id: Option<Value>,
    error: Problem,
}

#[derive(Serialize)]
struct Problem {
    line: usize,
    column: usize,
    message: String,
}

impl Stream {
    fn run(&mut self, input: &mut impl BufRead, output: &mut dyn Write) -> io::Result<()> {
        let mut line = Vec::new();
        loop {
            line.clear();
            match input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(why) => {
                    self.unread = Some(why);
                    return Ok(());
                }
            }
            self.number += 1;
            let is_too_long = line.len() as u64 > LONGEST && line.last() != Some(&b'\n');
            if is_too_long {
                skip_line(input)?;
            }
            self.out.clear();
            self.answer(&line, is_too_long)?;
            self.out.push(b'\n');
            output.write_all(&self.out)?;
        }
    }

    fn answer(&mut self, line: &[u8], is_too_long: bool) -> io::Result<()> {
        if is_too_long {
            return self.refuse(1, "the line is over 1 MiB long".to_owned());
        }
        let line = if self.number == 1 { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line) } else { line };
        let text = match std::str::from_utf8(line) {
            Ok(text) => text.trim_end_matches(['\n', '\r']),
            Err(why) => {
                let column = String::from_utf8_lossy(&line[..why.valid_up_to()]).chars().count() + 1;
                return self.refuse(column, "this is not UTF-8".to_owned());
            }
        };
        match serde_json::from_str::<Line<'_>>(text) {
            Ok(line) if line.text.trim().is_empty() => self.refuse(1, "`text` says nothing".to_owned()),
            Ok(line) if self.are_objectives => self.objective(&line),
            Ok(line) => self.key_result(&line),
            Err(why) => self.refuse(column(text, &why), reason(&why)),
        }
    }

    fn key_result(&mut self, line: &Line<'_>) -> io::Result<()> {
        let statement = Statement::read(&line.text, self.today);
        let judged = key_result::Judged::of(&statement, line.objective.as_deref());
        let said = &statement.sentence;
        let findings = self.asked(judged.asked(None));
        self.say(&OfKeyResult {
            id: &line.id,
            label: label(judged.judgement.label),
            measurable: judged.is_measurable,
            has_metric: judged.has_metric,
            has_baseline: said.baseline.is_some(),
            has_target: said.target.is_some(),
            baseline: said.baseline,
            target: said.target,
            unit: said.unit.as_deref(),
            direction: said.movement_of(judged.judgement.label).map(direction),
            findings,
        })
    }

    fn objective(&mut self, line: &Line<'_>) -> io::Result<()> {
        let statement = Statement::read(&line.text, self.today);
        let judged = objective::Judged::of(&statement);
        let findings = self.asked(judged.asked());
        self.say(&OfObjective { id: &line.id, label: objective_label(judged.judgement.label), findings })
    }

    fn asked(&mut self, found: Vec<Finding>) -> Vec<Asked> {
        let found = settled(found, &Levels::new(), &Waivers::new());
        self.has_findings |= !found.is_empty();
        let asked = |it: Finding| Asked { rule: it.rule.id(), level: it.level, question: it.question() };
        found.into_iter().map(asked).collect()
    }

    fn refuse(&mut self, column: usize, message: String) -> io::Result<()> {
        self.has_findings = true;
        let error = Problem { line: self.number, column, message };
        self.say(&Unread { id: None, error })
    }

    fn say<T: Serialize>(&mut self, said: &T) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, said)?;
        if !self.out.is_ascii() {
            self.out = escape(&String::from_utf8_lossy(&self.out)).into_bytes();
        }
        Ok(())
    }
}

/// Goes past the rest of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let rest = input.fill_buf()?;
        let (length, is_end) = match rest.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (rest.len(), rest.is_empty()),
        };
        input.consume(length);
        if is_end {
            return Ok(());
        }
    }
}

/// The column of a problem in characters, from 1.
fn column(text: &str, why: &serde_json::Error) -> usize {
    let bytes = text.as_bytes().get(..why.column().saturating_sub(1)).unwrap_or(text.as_bytes());
    String::from_utf8_lossy(bytes).chars().count() + 1
}

/// What is wrong, without the place, which counts lines of its own.
fn reason(why: &serde_json::Error) -> String {
    let whole = why.to_string();
    whole.rsplit_once(" at line ").map_or(whole.as_str(), |(reason, _)| reason).to_owned()
}

fn label(label: Label) -> &'static str {
    match label {
        Label::Outcome => "outcome",
        Label::Output => "output",
        Label::Ambiguous => "ambiguous",
    }
}

fn objective_label(label: ObjectiveLabel) -> &'static str {
    match label {
        ObjectiveLabel::Good => "good",
        ObjectiveLabel::MetricInObjective => "metric_in_objective",
        ObjectiveLabel::Task => "task",
        ObjectiveLabel::Vague => "vague",
        ObjectiveLabel::BusinessAsUsual => "business_as_usual",
    }
}

fn direction(movement: Movement) -> &'static str {
    match movement {
        Movement::Increase => "increase",
        Movement::Decrease => "decrease",
        Movement::Maintain => "maintain",
    }
}
