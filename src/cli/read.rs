//! `okr read`: asks the team's own systems for the numbers, by the commands that were trusted. Nothing else runs them.

mod process;

use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::ask::{ReadLine, ask};
use super::call::Call;
use super::checkin;
use super::halt::{Code, Halt};
use super::opened::Opened;
use super::print::talk;
use super::signals::Signals;
use super::trust::{Named, named};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::decision::Desk;
use crate::domain::display::cut;
use crate::domain::key_result::KeyResult;
use crate::domain::metric_command;
use crate::domain::number::Number;
use crate::domain::quantity::read_in_unit;
use crate::store::state;
use crate::store::trust::{Failure, TrustedCommands};
use crate::words::cli::check_ins as words;
use crate::words::cli::help::check_ins as help;
use crate::words::counted;
use process::{Bounds, Failed};

#[derive(Debug, Args)]
#[command(about = help::READ, long_about = help::READ_LONG, before_help = help::READ_EXAMPLES)]
pub(super) struct Read {
    #[arg(help = help::READ_KEY_RESULT)]
    key_result: Option<String>,
    #[arg(help = help::READ_YES, long)]
    yes: bool,
    #[arg(help = help::READ_LIMIT, long, value_name = "SECONDS", default_value = "30", value_parser = clap::value_parser!(u64).range(1..=3600))]
    limit: u64,
}

/// What came of one key result.
struct Row {
    key_result: KeyResult,
    came: Result<Number, String>,
}

impl Read {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let desk = opened.desk(call)?;
        let wanted = named(&desk, self.key_result.as_deref())?;
        if wanted.is_empty() {
            let answer = Answer::data(String::new(), json!({ "readings": [] }));
            return Ok(answer.say(words::NO_KEY_RESULT_NAMES_A_COMMAND));
        }
        let rows = self.rows(&opened, &wanted, (&desk, call.can_ask()))?;
        let answer = told(&desk, &rows);
        self.logged(&mut opened, call, answer, &rows)
    }

    /// Runs the commands one after the other.
    fn rows(
        &self,
        opened: &Opened,
        wanted: &[Named<'_>],
        (desk, is_watched): (&Desk<'_>, bool),
    ) -> Result<Vec<Row>, Halt> {
        let mut trust = state::folder().map(|folder| TrustedCommands::read(&folder, &opened.root));
        let bounds = Bounds { root: &opened.root, limit: Duration::from_secs(self.limit) };
        let signals = Signals::listen();
        let mut rows = Vec::new();
        for Named { key_result, command } in wanted {
            let id = &key_result.id;
            let came = if trust.as_ref().is_some_and(|trust| trust.holds(command)) {
                if is_watched {
                    talk(&[words::reading_at_most_s(id, self.limit)]);
                }
                let came = read(key_result, command, (&bounds, &signals))?;
                let failure = came.as_ref().err();
                let failure = failure.map(|says| Failure {
                    key_result: id.clone(),
                    date: desk.today,
                    says: says.clone(),
                });
                // Told now in any case; only the memory of it is lost.
                let _ = trust.as_mut().map(|trust| trust.note(id, failure));
                came
            } else {
                Err(words::its_command_is_not_trusted(id))
            };
            rows.push(Row { key_result: KeyResult::clone(key_result), came });
        }
        Ok(rows)
    }

    /// Logs what was read, where somebody says so.
    fn logged(
        &self,
        opened: &mut Opened,
        call: &mut Call,
        answer: Answer,
        rows: &[Row],
    ) -> Result<Answer, Halt> {
        let code = if rows.iter().all(|row| row.came.is_ok()) { Code::Fine } else { Code::Findings };
        let entries: Vec<CheckIn> = rows.iter().filter_map(entry).collect();
        let answer = answer.ending(code);
        if entries.is_empty() {
            return Ok(answer);
        }
        let is_asked = !self.yes && !call.options.json && call.can_ask();
        if is_asked {
            talk(&answer.text.lines().map(str::to_owned).collect::<Vec<_>>());
        }
        if !(self.yes || is_asked && is_yes(&words::log_y(counted::READINGS.of(entries.len())))) {
            let answer = if is_asked { Answer { text: String::new(), ..answer } } else { answer };
            return Ok(answer.say(words::NOTHING_IS_LOGGED));
        }
        let desk = opened.desk(call)?;
        let sitting = Sitting {
            kind: SittingKind::CheckIn,
            check_ins: entries,
            ..Sitting::new(desk.sitting_id(desk.today, &mut call.seed)?, desk.today)
        };
        let saved = checkin::log(opened, call, &sitting)?;
        let failed: String = failures(rows).collect();
        let json = json!({ "readings": answer.json["readings"], "check_in": saved.json["check_in"] });
        Ok(Answer { text: failed + &saved.text, json, code, ..saved })
    }
}

/// Runs one command and reads its number; the error is a sentence for people.
fn read(
    key_result: &KeyResult,
    command: &str,
    (bounds, signals): (&Bounds<'_>, &Signals),
) -> Result<Result<Number, String>, Halt> {
    let words = match metric_command::words(command) {
        Ok(words) => words,
        Err(bad) => return Ok(Err(bad.to_string())),
    };
    match process::output(&words, bounds, signals) {
        Ok(printed) => Ok(number(&printed, key_result.committed_measure().unit())),
        Err(Failed::Interrupted) => Err(Halt::new(Code::Interrupted, words::STOPPED_NOTHING_WAS_LOGGED, "")),
        Err(failed) => Ok(Err(failed.to_string())),
    }
}

/// The one number of a text, in the unit of the measure.
fn number(printed: &str, unit: &str) -> Result<Number, String> {
    let mut lines = printed.lines().map(str::trim).filter(|line| !line.is_empty());
    match (lines.next(), lines.count()) {
        (None, _) => Err(words::IT_PRINTED_NOTHING.to_owned()),
        (Some(line), 0) => read_in_unit(line, unit).map_err(|bad| words::it_printed(cut(line, 80), &bad)),
        (Some(_), more) => Err(words::it_printed_lines(more + 1)),
    }
}

/// What is logged of a row: a number of a key result that is committed.
fn entry(row: &Row) -> Option<CheckIn> {
    let value = *row.came.as_ref().ok().filter(|_| row.key_result.is_committed())?;
    Some(CheckIn { reading: Some(value), ..CheckIn::on(row.key_result.id.clone()) })
}

fn told(desk: &Desk<'_>, rows: &[Row]) -> Answer {
    let json: Vec<Value> = rows.iter().map(as_json).collect();
    let answer = Answer::data(String::new(), json!({ "readings": json }));
    rows.iter().fold(answer, |answer, row| answer.with_line(&line(desk, row)))
}

fn as_json(row: &Row) -> Value {
    let Row { key_result, came } = row;
    json!({
        "key_result": key_result.id.as_str(),
        "command": key_result.command,
        "value": came.as_ref().ok(),
        "unit": key_result.committed_measure().unit(),
        "failure": came.as_ref().err(),
    })
}

fn line(desk: &Desk<'_>, row: &Row) -> String {
    let Row { key_result, came } = row;
    let measure = key_result.committed_measure();
    match came {
        Err(says) => failed(key_result, says),
        Ok(value) if !key_result.is_committed() => {
            let (id, shown) = (&key_result.id, measure.shown(*value));
            words::not_committed_yet(id, &shown)
        }
        Ok(value) => {
            let last = desk
                .quarter
                .readings(&key_result.id)
                .last()
                .map(|last| words::last_on(measure.shown(last.value), last.date.short(desk.today)));
            format!("{}  {}{}", key_result.id, measure.shown(*value), last.unwrap_or_default())
        }
    }
}

fn failed(key_result: &KeyResult, says: &str) -> String {
    words::no_number(&key_result.id, says)
}

/// The lines of what gave no number.
fn failures(rows: &[Row]) -> impl Iterator<Item = String> {
    let lines = rows.iter().filter_map(|row| Some(failed(&row.key_result, row.came.as_ref().err()?)));
    lines.map(|line| Answer::data(String::new(), Value::Null).with_line(&line).text)
}

/// Asks; nothing but a yes is one.
pub(super) fn is_yes(question: &str) -> bool {
    matches!(ask(question), ReadLine::Text(text) if matches!(text.to_lowercase().as_str(), "y" | "yes"))
}
