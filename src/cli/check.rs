//! `okr check`: every problem of the files, and what they say against each other.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::lint::place::{by_workspace, here};
use super::opened::{check, store};
use crate::report::page::Page;
use crate::store::Store;
use crate::store::problem::{Level, Problem};
use crate::words::cli::help::lint as help;
use crate::words::cli::lint as words;

#[derive(Debug, Args)]
#[command(about = help::CHECK, before_help = help::CHECK_EXAMPLES)]
pub(super) struct Check {
    #[arg(help = help::CHECK_PATHS)]
    paths: Vec<PathBuf>,
}

impl Check {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let (found, outside) = self.found(call)?;
        let mut page = Page::default();
        for problem in &found {
            // A problem shows itself safely, its hint on a line of its own.
            problem.to_string().lines().for_each(|line| page.line(line));
        }
        let problems: Vec<Value> = found.iter().map(as_json).collect();
        let answer = Answer::data(page.into_text(), json!({ "problems": problems }));
        let answer = outside.into_iter().fold(answer, Answer::say);
        let errors = found.iter().filter(|problem| problem.level == Level::Error).count();
        Ok(match (errors, found.len()) {
            (0, 0) => answer.say(words::NO_PROBLEM_IN_THE_FILES),
            (0, notes) => answer.say(words::to_look_at(notes)),
            (errors, _) => answer.say(words::to_mend(errors)).ending(Code::Findings),
        })
    }

    /// The problems of the workspaces the paths lie in, their files as seen from here, and what is said of paths in none.
    fn found(&self, call: &Call) -> Result<(Vec<Problem>, Vec<String>), Halt> {
        if self.paths.is_empty() {
            return Ok((check(&store(call)?)?, Vec::new()));
        }
        let mut found = Vec::new();
        let parted = by_workspace(call, &self.paths)?;
        for root in parted.within.into_keys() {
            let seen = root.strip_prefix(here()).unwrap_or(&root);
            let problems = check(&Store::find(&root)?)?.into_iter();
            found.extend(problems.map(|problem| Problem { path: seen.join(&problem.path), ..problem }));
        }
        Ok((found, parted.outside))
    }
}

fn as_json(problem: &Problem) -> Value {
    let path: Vec<_> = problem.path.iter().map(|part| part.to_string_lossy()).collect();
    let level = match problem.level {
        Level::Note => "note",
        Level::Warn => "warn",
        Level::Error => "error",
    };
    json!({
        "rule": problem.rule, "level": level, "path": path.join("/"), "line": problem.line, "column": problem.column,
        "message": problem.message, "hint": problem.hint,
    })
}
