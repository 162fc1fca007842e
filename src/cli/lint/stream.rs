//! Sentences from stdin, one JSON object a line; each line is answered by one, in order, on all cores and in constant
//! memory.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read as _};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::answer::Answer;
use crate::cli::counting::counted_through;
use crate::cli::halt::{Code, Halt};
use crate::cli::print;
use crate::coach::finding::Finding;
use crate::coach::label::{Label, ObjectiveLabel};
use crate::coach::lint::settled;
use crate::coach::rules::{key_result, objective};
use crate::coach::sentence::{Movement, Role};
use crate::coach::statement::Statement;
use crate::domain::day::Day;
use crate::domain::lint::{Level, Levels, Waivers};
use crate::domain::measure::Direction;
use crate::domain::number::Number;
use crate::method::library;
use crate::report::json::escape;
use crate::store::shares::in_order;
use crate::words::cli::lint as words;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// The lines that are judged together.
const SHARE: usize = 64;

/// The bytes after which no more lines are judged together.
const ENOUGH: usize = 1 << 16;

/// Answers every line of stdin, on all cores, each in its place.
pub(super) fn run(today: Day, are_objectives: bool) -> Result<Answer, Halt> {
    let lines = Lines { input: BufReader::with_capacity(ENOUGH, io::stdin()), number: 0, is_over: false };
    let (mut has_findings, mut unread) = (false, None);
    let answered = |part: Part| part.answered(today, are_objectives);
    let outcome = counted_through(|count| {
        print::stream(|output| {
            in_order(lines, answered, |answers: Answers| {
                has_findings |= answers.has_findings;
                unread = unread.take().or(answers.unread);
                count.add(answers.lines);
                output.write_all(&answers.text)
            })
        })
    });
    if let Some(why) = unread {
        return Err(Halt::new(Code::NoWorkspace, words::stdin_cannot_be_read(&why), ""));
    }
    match outcome {
        Ok(()) if has_findings => Ok(Answer::printed(Code::Findings)),
        Ok(()) => Ok(Answer::printed(Code::Fine)),
        // Whoever read has gone, or there is no room: nothing more can be said on stdout.
        Err(_) => Ok(Answer::printed(Code::NotWritten)),
    }
}

/// The lines of an input, some at a time.
struct Lines<R> {
    input: R,
    /// How many have been read.
    number: usize,
    /// Whether nothing more comes.
    is_over: bool,
}

/// Some lines on their way to a judgement.
#[derive(Default)]
struct Part {
    /// How many came before.
    before: usize,
    /// Each as it stands, and whether it is cut off as too long.
    lines: Vec<(Vec<u8>, bool)>,
    /// Why the input ended early.
    unread: Option<io::Error>,
}

/// What is said about some lines.
struct Answers {
    text: Vec<u8>,
    lines: usize,
    has_findings: bool,
    unread: Option<io::Error>,
}

impl<R: BufRead> Lines<R> {
    /// The next line; none at the end.
    fn line(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut line = Vec::new();
        if self.input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let is_too_long = line.len() as u64 > LONGEST && line.last() != Some(&b'\n');
        if is_too_long {
            line.clear();
            skip_line(&mut self.input)?;
        }
        Ok(Some((line, is_too_long)))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let mut part = Part { before: self.number, ..Part::default() };
        let mut bytes = 0;
        while !self.is_over && part.lines.len() < SHARE && bytes < ENOUGH {
            match self.line() {
                Ok(Some(line)) => {
                    bytes += line.0.len();
                    part.lines.push(line);
                }
                Ok(None) => self.is_over = true,
                Err(why) => {
                    part.unread = Some(why);
                    self.is_over = true;
                }
            }
        }
        self.number += part.lines.len();
        (!part.lines.is_empty() || part.unread.is_some()).then_some(part)
    }
}

impl Part {
    fn answered(self, today: Day, are_objectives: bool) -> Answers {
        let mut stream =
            Stream { today, are_objectives, number: self.before, has_findings: false, out: Vec::new() };
        let mut text = Vec::new();
        for (line, is_too_long) in &self.lines {
            stream.number += 1;
            stream.out.clear();
            // Writing into memory cannot go wrong.
            let _ = stream.answer(line, *is_too_long);
            text.append(&mut stream.out);
            text.push(b'\n');
        }
        Answers { text, lines: self.lines.len(), has_findings: stream.has_findings, unread: self.unread }
    }
}

struct Stream {
    today: Day,
    are_objectives: bool,
    /// The number of the line, from 1.
    number: usize,
    has_findings: bool,
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

/// What a line is called that says nothing else that can be read.
#[derive(Debug, Deserialize)]
struct Named {
    #[serde(default)]
    id: Value,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_unit: Option<&'a str>,
    target: Option<Number>,
    unit: Option<&'a str>,
    direction: Option<&'static str>,
    findings: Vec<LineFinding>,
}

/// What is said about an objective.
#[derive(Serialize)]
struct OfObjective<'a> {
    id: &'a Value,
    label: &'static str,
    findings: Vec<LineFinding>,
}

#[derive(Serialize)]
struct LineFinding {
    rule: &'static str,
    level: Level,
    question: &'static str,
}

/// What is said about a line that cannot be read.
#[derive(Serialize)]
struct Unread {
    id: Value,
    error: Problem,
}

#[derive(Serialize)]
struct Problem {
    line: usize,
    column: usize,
    message: String,
}

impl Stream {
    fn answer(&mut self, line: &[u8], is_too_long: bool) -> io::Result<()> {
        if is_too_long {
            return self.refuse(Value::Null, 1, words::THE_LINE_IS_OVER_1_MIB_LONG.to_owned());
        }
        let line =
            if self.number == 1 { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line) } else { line };
        let text = match std::str::from_utf8(line) {
            Ok(text) => text.trim_end_matches(['\n', '\r']),
            Err(why) => {
                let column = String::from_utf8_lossy(&line[..why.valid_up_to()]).chars().count() + 1;
                return self.refuse(Value::Null, column, words::THIS_IS_NOT_UTF_8.to_owned());
            }
        };
        // An array of the right length would be taken for an object.
        if text.trim_start().starts_with('[') {
            let why = serde_json::from_str::<serde_json::Map<String, Value>>(text).err();
            return self.refuse(Value::Null, 1, why.as_ref().map(reason).unwrap_or_default());
        }
        match serde_json::from_str::<Line<'_>>(text) {
            Ok(line) if line.text.trim().is_empty() => {
                self.refuse(line.id, 1, words::TEXT_SAYS_NOTHING.to_owned())
            }
            Ok(line) if self.are_objectives => self.objective(&line),
            Ok(line) => self.key_result(&line),
            Err(why) => {
                let named = serde_json::from_str::<Named>(text).map(|named| named.id).unwrap_or_default();
                self.refuse(named, column(text, &why), reason(&why))
            }
        }
    }

    fn key_result(&mut self, line: &Line<'_>) -> io::Result<()> {
        let statement = Statement::read(&line.text, self.today);
        let judged = key_result::Judged::of(&statement, line.objective.as_deref());
        let said = &statement.sentence;
        let findings = self.asked(judged.asked(None));
        self.say(&OfKeyResult {
            id: &line.id,
            label: label(judged.assessed.judgement.label),
            measurable: judged.assessed.is_measurable,
            has_metric: judged.assessed.has_metric,
            has_baseline: said.baseline.is_some(),
            has_target: said.target.is_some(),
            baseline: said.baseline,
            baseline_unit: baseline_unit(&statement),
            target: said.target,
            unit: said.unit.as_deref(),
            direction: way(&judged).map(direction),
            findings,
        })
    }

    fn objective(&mut self, line: &Line<'_>) -> io::Result<()> {
        let statement = Statement::read(&line.text, self.today);
        let judged = objective::Judged::of(&statement);
        let findings = self.asked(judged.asked());
        self.say(&OfObjective { id: &line.id, label: objective_label(judged.judgement.label), findings })
    }

    fn asked(&mut self, found: Vec<Finding>) -> Vec<LineFinding> {
        let found = settled(found, &Levels::new(), &Waivers::new());
        self.has_findings |= !found.is_empty();
        let asked =
            |it: Finding| LineFinding { rule: it.rule.id(), level: it.level, question: it.question() };
        found.into_iter().map(asked).collect()
    }

    fn refuse(&mut self, id: Value, column: usize, message: String) -> io::Result<()> {
        self.has_findings = true;
        let error = Problem { line: self.number, column, message };
        self.say(&Unread { id, error })
    }

    fn say<T: Serialize>(&mut self, said: &T) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, said)?;
        if !self.out.is_ascii() {
            self.out = escape(&String::from_utf8_lossy(&self.out)).into_bytes();
        }
        Ok(())
    }
}

/// Which way is better: as the library has it of a metric whose sentence says neither by a word nor by a baseline.
fn way(judged: &key_result::Judged<'_>) -> Option<Movement> {
    let (said, movement) = (&judged.statement.sentence, judged.assessed.movement);
    let is_told = said.said.is_some() || said.baseline.is_some() || movement == Some(Movement::Maintain);
    let is_work = judged.assessed.judgement.label == Label::Output;
    let named = said.metric.as_deref().filter(|_| !is_told && !is_work);
    match named.and_then(library::called).map(|metric| metric.direction) {
        Some(Direction::Increase) => Some(Movement::Increase),
        Some(Direction::Decrease) => Some(Movement::Decrease),
        None => movement,
    }
}

/// The unit of the baseline, where the target has another: the minutes of "4h30 to 1h".
fn baseline_unit<'a>(statement: &Statement<'a>) -> Option<&'a str> {
    let unit = statement.figure(Role::Baseline)?.unit.name()?;
    (statement.sentence.unit.as_deref() != Some(unit)).then_some(unit)
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
