//! `okr trust`: which commands may be run on this machine to read a metric.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::Opened;
use super::print::talk;
use super::read::is_yes;
use crate::domain::decision::Desk;
use crate::domain::key_result::KeyResult;
use crate::domain::metric_command;
use crate::report::page::Page;
use crate::store::state;
use crate::store::trust::TrustedCommands;
use crate::words::cli::check_ins as words;
use crate::words::cli::help::check_ins as help;

#[derive(Debug, Args)]
#[command(about = help::TRUST, long_about = help::TRUST_LONG, before_help = help::TRUST_EXAMPLES)]
pub(super) struct Trust {
    #[arg(help = help::TRUST_KEY_RESULT)]
    key_result: Option<String>,
    #[arg(help = help::TRUST_YES, long, conflicts_with = "back")]
    yes: bool,
    #[arg(help = help::TRUST_BACK, long, requires = "key_result")]
    back: bool,
}

/// A key result and the command it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    /// The key result.
    pub(super) key_result: &'a KeyResult,
    /// The text as it stands in the file.
    pub(super) command: &'a str,
}

/// The commands of the quarter, or that of one key result.
pub(super) fn named<'a>(desk: &Desk<'a>, typed: Option<&str>) -> Result<Vec<Named<'a>>, Halt> {
    let of = |key_result: &'a KeyResult| {
        key_result.command.as_deref().map(|command| Named { key_result, command })
    };
    let Some(typed) = typed else {
        return Ok(desk.quarter.live_key_results().filter_map(|(_, key_result)| of(key_result)).collect());
    };
    let key_result = super::add::key_result_of(desk, typed)?;
    let none = || {
        let hint = words::okr_set_command_psql_ta_f(&key_result.id);
        Halt::usage(words::names_no_command(&key_result.id), hint)
    };
    of(key_result).map(|named| vec![named]).ok_or_else(none)
}

impl Trust {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::of_team(call)?;
        let desk = opened.desk(call)?;
        let folder = state::folder().ok_or_else(|| not_kept(words::THERE_IS_NO_HOME_FOLDER))?;
        let mut trust = TrustedCommands::read(&folder, &opened.root);
        if let Some(typed) = self.key_result.as_deref().filter(|_| self.back) {
            // Also where the command was changed or cleared since: it may come back.
            let key_result = super::add::key_result_of(&desk, typed)?;
            let taken = trust.take_back(&key_result.id, key_result.command.as_deref());
            taken.map_err(|why| not_kept(&why.to_string()))?;
            if key_result.command.is_none() {
                let none = Answer::data(String::new(), json!({ "commands": [] }));
                return Ok(none.say(words::nothing_is_trusted_of(&key_result.id)));
            }
        }
        let all = named(&desk, self.key_result.as_deref())?;
        let may_ask = !self.back && !self.yes && !call.options.json && call.can_ask();
        let mut answer = Answer::data(String::new(), Value::Null);
        for one in &all {
            let text = told(*one, &trust);
            if may_ask {
                talk(&text.lines().map(str::to_owned).collect::<Vec<_>>());
            } else {
                answer.text.push_str(&text);
            }
            let is_new = !trust.holds(one.command) && metric_command::words(one.command).is_ok();
            if is_new && (self.yes || may_ask && is_yes(words::MAY_IT_BE_RUN_HERE)) {
                let given = trust.give(&one.key_result.id, one.command);
                given.map_err(|why| not_kept(&why.to_string()))?;
                answer = answer.say(words::trusted_the_command_of(&one.key_result.id));
            }
        }
        Ok(ended(answer, &all, &trust))
    }
}

/// The end of the answer: what is trusted now, and whether anything still waits.
fn ended(answer: Answer, all: &[Named<'_>], trust: &TrustedCommands) -> Answer {
    let rows: Vec<Value> = all.iter().map(|one| as_json(*one, trust)).collect();
    let waiting = all.iter().filter(|one| !trust.holds(one.command)).count();
    let answer = Answer { json: json!({ "commands": rows }), ..answer };
    match (all.len(), waiting) {
        (0, _) => answer.say(words::NO_KEY_RESULT_NAMES_A_COMMAND),
        (_, 0) => answer,
        _ => answer.ending(Code::Findings).say(words::NOT_TRUSTED_YET),
    }
}

/// What is shown of one command: its exact text, what would be run, and how it stands.
fn told(one: Named<'_>, trust: &TrustedCommands) -> String {
    let Named { key_result, command } = one;
    let mut page = Page::default();
    let state = if trust.holds(command) { "trusted" } else { words::NOT_TRUSTED };
    page.line(&format!("{}  {state}", key_result.id));
    page.line(&format!("  {command}"));
    match metric_command::words(command) {
        Err(bad) => page.line(&words::it_cannot_be_run(bad)),
        Ok(words) => {
            for word in words {
                page.line(&format!("    [{word}]"));
            }
        }
    }
    if let Some(earlier) = trust.earlier(&key_result.id, command) {
        page.line(&words::it_was_changed(earlier));
    }
    if let Some(failure) = trust.failure(&key_result.id) {
        page.line(&words::no_number_on(failure.date, &failure.says));
    }
    page.into_text()
}

fn as_json(one: Named<'_>, trust: &TrustedCommands) -> Value {
    let Named { key_result, command } = one;
    json!({
        "key_result": key_result.id.as_str(),
        "command": command,
        "arguments": metric_command::words(command).ok(),
        "trusted": trust.holds(command),
        "trusted_before": trust.earlier(&key_result.id, command),
        "last_failure": trust.failure(&key_result.id).map(|failure| {
            json!({ "date": failure.date.to_string(), "says": failure.says })
        }),
    })
}

fn not_kept(why: &str) -> Halt {
    Halt::new(Code::NotWritten, words::what_is_trusted_cannot_be_kept(why), words::NOTHING_WAS_TRUSTED)
}
