//! `okr waive`: a question of the coach answered with a reason, or asked again.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::drop::of_the_set;
use super::halt::{Code, Halt};
use super::opened::Opened;
use super::pick;
use super::typed::maybe_line;
use crate::coach::rule::Rule;
use crate::domain::decision::{AskedOf, Desk};
use crate::domain::display::shortened;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::named::Named;
use crate::method::fields::nearest;
use crate::method::lint::{Coach, Subject};
use crate::words::cli::anywhere;
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
        let mut is_asked = true;
        let answer = opened.decide(call, |desk, _| {
            let about = about(desk, &self.id)?;
            if self.again {
                // A file may name a rule that is no more.
                let known = rule(&self.rule).map(Rule::id);
                return Ok(desk.ask_again(&about, known.unwrap_or_else(|_| self.rule.trim()))?);
            }
            let rule = waivable(&self.rule)?;
            is_of_its_kind(rule, &about)?;
            is_asked = is_asked_now(desk, rule, &about)?;
            Ok(desk.waive(&about, rule.id(), reason.as_deref().unwrap_or_default())?)
        })?;
        Ok(if is_asked { answer } else { answer.say(words::IT_IS_NOT_ASKED_THERE_NOW) })
    }
}

/// What a typed id means: something of the set, or the set.
fn about(desk: &Desk<'_>, typed: &str) -> Result<AskedOf, Halt> {
    let mut all = of_the_set(desk);
    all.push(Named::Quarter(desk.quarter));
    let named = pick::at_desk(desk, &all, typed, anywhere::OBJECTIVE_OR_KEY_RESULT)?;
    let missing = || Halt::usage(anywhere::AN_OBJECTIVE_OR_KEY_RESULT, words::OKR_LIST);
    Ok(match named {
        Named::Objective(objective) => AskedOf::Objective(ObjectiveId::clone(&objective.id)),
        Named::KeyResult(_, key_result) => AskedOf::KeyResult(KeyResultId::clone(&key_result.id)),
        Named::Quarter(_) => AskedOf::Quarter,
        _ => return Err(missing()),
    })
}

/// Refuses a rule that is never asked of such a thing.
fn is_of_its_kind(rule: Rule, about: &AskedOf) -> Result<(), Halt> {
    let is = match about {
        AskedOf::Quarter => Subject::Set,
        AskedOf::Objective(_) => Subject::Objective,
        AskedOf::KeyResult(_) => Subject::KeyResult,
    };
    let of = Subject::of(rule);
    if is == of {
        return Ok(());
    }
    let kind = |subject: Subject| match subject {
        Subject::Set => words::THE_SET,
        Subject::Objective => words::AN_OBJECTIVE,
        Subject::KeyResult => words::A_KEY_RESULT,
    };
    let says = words::is_asked_of(rule.id(), kind(of), kind(is));
    Err(Halt::usage(says, words::okr_lint_explain(rule.id())))
}

/// Tells whether a rule is asked there, or was until a reason answered it.
fn is_asked_now(desk: &Desk<'_>, rule: Rule, about: &AskedOf) -> Result<bool, Halt> {
    let coach = Coach::at(desk);
    let found = match about {
        AskedOf::Quarter => coach.set(),
        AskedOf::Objective(id) => {
            desk.quarter.objective(id).map(|it| coach.objective(it)).unwrap_or_default()
        }
        AskedOf::KeyResult(id) => {
            desk.quarter.key_result(id).map(|(under, it)| coach.key_result(under, it)).unwrap_or_default()
        }
    };
    let is_waived = desk.waivers(about)?.contains_key(rule.id());
    Ok(is_waived || found.iter().any(|finding| finding.rule == rule))
}

/// The rule of that name, where a reason may answer it.
fn waivable(typed: &str) -> Result<Rule, Halt> {
    let rule = rule(typed)?;
    if rule.is_hard_stop() {
        let (says, hint) =
            (words::is_one_of_the_few_hard_stops(rule.id()), words::okr_lint_explain(rule.id()));
        let refused =
            json!([{ "rule": rule.id(), "about": rule.id(), "says": says, "hint": hint, "force": "hard" }]);
        return Err(Halt { refused: Some(refused), ..Halt::new(Code::Findings, says, hint) });
    }
    Ok(rule)
}

/// The rule of that name.
pub(super) fn rule(typed: &str) -> Result<Rule, Halt> {
    let wanted = typed.trim().to_lowercase().replace(['_', ' '], "-");
    Rule::named(&wanted).ok_or_else(|| {
        let ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        let says = words::there_is_no_rule(shortened(typed));
        match nearest(&wanted, &ids) {
            Some(near) => Halt::usage(anywhere::did_you_mean(&says, near), ""),
            None => Halt::usage(says, words::OKR_LINT_RULES),
        }
    })
}
