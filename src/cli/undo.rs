//! `okr undo`: what was changed here is taken back.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::doctor::state_folder;
use super::halt::{Code, Halt};
use super::opened;
use crate::domain::way::{STEPS, Way};
use crate::report::page::Page;
use crate::words::anywhere;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::program as help;
use crate::words::notices;

#[derive(Debug, Args)]
#[command(about = help::UNDO, before_help = help::UNDO_EXAMPLES)]
pub(super) struct Undo {
    #[command(flatten)]
    steps: Steps,
}

/// How far to go.
#[derive(Debug, Args)]
pub(super) struct Steps {
    #[arg(help = help::UNDO_STEPS_COUNT, default_value_t = 1, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..=STEPS as i64))]
    count: u16,
    #[arg(help = help::UNDO_STEPS_LIST, long, conflicts_with = "count")]
    list: bool,
}

impl Undo {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        self.steps.go(Way::Back, call)
    }
}

impl Steps {
    /// Goes one way along the changes, or lists them.
    pub(super) fn go(&self, way: Way, call: &Call) -> Result<Answer, Halt> {
        let store = opened::store(call)?;
        if self.list {
            let turns = store.turns(way);
            let mut page = Page::default();
            for sentence in &turns {
                page.line(sentence);
            }
            return Ok(Answer::data(page.into_text(), json!({ "changes": turns })));
        }
        let mut done = Vec::new();
        let mut answer = Answer::data(String::new(), json!({}));
        for _ in 0..self.count {
            let turned = match store.turn(way) {
                Ok(turned) => turned,
                Err(why) if done.is_empty() => return Err(why.into()),
                Err(why) => {
                    answer = answer.stopped_by(why.into());
                    break;
                }
            };
            let Some(turned) = turned else { break };
            let says = did(way)(&turned.change.sentence);
            let quarter = turned.change.quarter();
            answer = answer.say(quarter.map_or(says.clone(), |key| anywhere::in_quarter(says, key)));
            done.push(turned.change.sentence);
        }
        if done.is_empty() {
            let halt = Halt::new(Code::Findings, nothing(way), "");
            return Err(state_folder().fix.iter().fold(halt, |halt, fix| halt.hint(fix)));
        }
        let name = match way {
            Way::Back => "undid",
            Way::Again => "redid",
        };
        Ok(answer.with(name, json!(done)))
    }
}

fn did(way: Way) -> fn(&str) -> String {
    match way {
        Way::Back => |sentence| notices::undid(sentence),
        Way::Again => |sentence| notices::redid(sentence),
    }
}

fn nothing(way: Way) -> &'static str {
    match way {
        Way::Back => words::NOTHING_TO_TAKE_BACK,
        Way::Again => words::NOTHING_TO_DO_AGAIN,
    }
}
