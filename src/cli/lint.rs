//! `okr lint`: the coach on a workspace, on files in it, or on sentences from stdin.

pub(super) mod place;
mod stream;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::waive::rule;
use crate::coach::rule::Rule;
use crate::domain::lint::Level;
use crate::domain::word::word;
use crate::report::json;
use crate::report::lint::{self, PlacedFinding};
use crate::report::page::Page;
use crate::store::problem::Problem;
use crate::words::cli::help::lint as help;
use crate::words::cli::lint as words;
use crate::words::counted;
use place::Looked;

#[derive(Debug, Args)]
#[command(about = help::LINT, before_help = help::LINT_EXAMPLES,
    after_help = help::LINT_FOOT
)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(super) struct Lint {
    #[arg(help = help::LINT_PATHS)]
    paths: Vec<PathBuf>,
    #[arg(help = help::LINT_FORMAT, long, value_enum, default_value = "text", hide_default_value = true)]
    format: Format,
    #[arg(help = help::LINT_WAIVED, long)]
    waived: bool,
    #[arg(help = help::LINT_JSONL, long, conflicts_with_all = ["paths", "format", "waived"])]
    jsonl: bool,
    #[arg(help = help::LINT_OBJECTIVES, long, requires = "jsonl")]
    objectives: bool,
    #[arg(help = help::LINT_EXPLAIN, long, value_name = "RULE", conflicts_with_all = ["paths", "format", "waived", "jsonl"])]
    explain: Option<String>,
    #[arg(help = help::LINT_RULES, long, conflicts_with_all = ["paths", "format", "waived", "jsonl", "explain"])]
    rules: bool,
}

/// The forms of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = help::LINT_FORMAT_TEXT)]
    Text,
    #[value(help = help::LINT_FORMAT_JSON)]
    Json,
    #[value(help = help::LINT_FORMAT_GITHUB)]
    Github,
    #[value(help = help::LINT_FORMAT_SARIF)]
    Sarif,
}

impl Lint {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        if self.jsonl {
            return stream::run(call.today, self.objectives);
        }
        if let Some(typed) = &self.explain {
            let rule = rule(typed)?;
            return Ok(Answer::data(lint::explained(rule), lint::rule_json(rule)));
        }
        if self.rules {
            return Ok(all_rules());
        }
        let from = match self.format {
            Format::Text | Format::Json => place::SeenFrom::Here,
            Format::Github | Format::Sarif => place::SeenFrom::Repository,
        };
        let looked = place::look(call, &self.paths, from)?;
        Ok(self.answer(looked))
    }

    fn answer(&self, looked: Looked) -> Answer {
        let Looked { found, unread, broken, outside } = looked;
        let (waived, open): (Vec<&PlacedFinding>, Vec<&PlacedFinding>) =
            found.iter().partition(|one| one.finding.waived.is_some());
        let code = match (unread.is_empty(), open.is_empty()) {
            (false, _) => Code::NoWorkspace,
            (true, true) => Code::Fine,
            (true, false) => Code::Findings,
        };
        let mut sum = summed(&open, waived.len(), self.waived);
        if !unread.is_empty() {
            sum.push_str(words::WHAT_IS_NAMED_ABOVE_CANNOT_BE_READ);
        }
        let shown: Vec<PlacedFinding> =
            found.iter().filter(|one| self.waived || one.finding.waived.is_none()).cloned().collect();
        let same = lint::json(&shown, &broken);
        let answer = match self.format {
            Format::Text => Answer::data(lint::text(&shown), same),
            Format::Json => Answer::document(json::text(same.clone()), same),
            Format::Github => Answer::document(lint::github(&shown, &broken), same),
            Format::Sarif => Answer::document(json::document(&lint::sarif(&shown, &broken)), same),
        };
        let answer = answer.ending(code);
        let named = unread.iter().zip(&broken);
        let named = named.map(|(problem, one)| Problem { path: one.path.clone().into(), ..problem.clone() });
        let unread: Vec<String> = named.map(|problem| problem.to_string()).collect();
        let lines = unread.iter().flat_map(|problem| problem.lines());
        let answer = outside.into_iter().fold(answer, Answer::say);
        lines.fold(answer, Answer::say).say(sum)
    }
}

/// How much there is to ask, in one line.
fn summed(open: &[&PlacedFinding], waived: usize, are_shown: bool) -> String {
    let stops = open.iter().filter(|one| one.finding.level == Level::Block).count();
    let asked = match (open.len(), stops) {
        (0, _) => words::NOTHING_TO_ASK.to_owned(),
        (all, 0) => counted::QUESTIONS_TO_ANSWER.of(all),
        (all, stops) if stops == all => counted::QUESTIONS_BEFORE_A_COMMIT.of(all),
        (all, stops) => words::questions_to_answer_of_them_before(all, stops),
    };
    match waived {
        0 => asked,
        count if are_shown => words::and_waived(&asked, count),
        count => words::waived_okr_lint_waived(&asked, count),
    }
}

fn all_rules() -> Answer {
    let mut page = Page::default();
    for rule in Rule::ALL {
        page.line(&format!("{:<22}{:<7}{}", rule.id(), word(&rule.level()), rule.question()));
    }
    let rules: Vec<Value> = Rule::ALL.iter().map(|rule| lint::rule_json(*rule)).collect();
    Answer::data(page.into_text(), json!({ "rules": rules }))
}
