//! `okr waive`: a question of the coach answered with a reason, or asked again.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::drop::of_the_set;
use super::halt::{Code, Halt};
use super::opened::Opened;
use super::pick;
use super::typed::maybe_line;
use crate::coach::rule::Rule;
use crate::domain::decision::{Asked, Desk};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::named::Named;
use crate::method::fields::nearest;
use crate::words::cli::help::lint as help;
use crate::words::cli::lint as words;

#[derive(Debug, Args)]
#[command(about = help::WAIVE, before_help = help::WAIVE_EXAMPLES)]
pub(super) struct Waive {
    #[arg(help = help::WAIVE_ID)]
    id: String,
    #[arg(help = help::WAIVE_RULE)]
    rule: String,
    #[arg(help = help::WAIVE_REASON, long, value_name = "TEXT", allow_hyphen_values = true, required_unless_present = "again")]
    reason: Option<String>,
    #[arg(help = help::WAIVE_AGAIN, long, conflicts_with = "reason")]
    again: bool,
}

impl Waive {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let reason = maybe_line("reason", self.reason.as_deref())?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let about = about(&desk, &self.id)?;
        let change = if self.again {
            desk.ask_again(&about, self.rule.trim())?
        } else {
            desk.waive(&about, waivable(&self.rule)?.id(), reason.as_deref().unwrap_or_default())?
        };
        opened.save(&change)?;
        Ok(Answer::saved(&change.sentence, Some(&key)))
    }
}

/// What a typed id means: something of the set, or the set.
fn about(desk: &Desk<'_>, typed: &str) -> Result<Asked, Halt> {
    let mut all = of_the_set(desk);
    all.push(Named::Quarter(desk.quarter));
    let named = pick::one(&all, typed, words::OBJECTIVE_OR_KEY_RESULT)?;
    let missing = || Halt::usage(words::AN_OBJECTIVE_OR_KEY_RESULT, words::OKR_LIST);
    Ok(match named {
        Named::Objective(objective) => Asked::Objective(ObjectiveId::clone(&objective.id)),
        Named::KeyResult(_, key_result) => Asked::KeyResult(KeyResultId::clone(&key_result.id)),
        Named::Quarter(_) => Asked::Quarter,
        _ => return Err(missing()),
    })
}

/// The rule of that name, where a reason may answer it.
fn waivable(typed: &str) -> Result<Rule, Halt> {
    let rule = rule(typed)?;
    if rule.is_hard_stop() {
        let says = words::is_one_of_the_few_hard_stops(rule.id());
        return Err(Halt::new(Code::Findings, says, words::okr_lint_explain(rule.id())));
    }
    Ok(rule)
}

/// The rule of that name.
pub(super) fn rule(typed: &str) -> Result<Rule, Halt> {
    let wanted = typed.trim().to_lowercase().replace(['_', ' '], "-");
    Rule::named(&wanted).ok_or_else(|| {
        let ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        let says = words::there_is_no_rule(pick::shortened(typed));
        match nearest(&wanted, &ids) {
            Some(near) => Halt::usage(words::did_you_mean(&says, near), ""),
            None => Halt::usage(says, words::OKR_LINT_RULES),
        }
    })
}
