//! What a team says about the rules of the coach: their names, their levels, and what is waived.

use super::Finding;
use super::scope::{self, Scope};
use crate::coach::rule::Rule;
use crate::domain::change::Address;
use crate::domain::lint::{Level, Waivers};
use crate::words::store::check as words;

/// Levels and waivers of rules there are not.
pub(super) fn unknown(scope: &Scope<'_>) -> Vec<Finding> {
    let levels = scope.workspace.settings.lint.keys().map(|id| (Address::Settings, "lint", id.as_str()));
    let waived = waivers(scope).into_iter();
    let waived =
        waived.flat_map(|(at, waivers)| waivers.keys().map(move |id| (at.clone(), "waiver", id.as_str())));
    let found = levels.chain(waived).filter(|(_, _, id)| Rule::named(id).is_none()).map(|(at, table, id)| {
        let message = words::is_no_rule_of_the_coach(id);
        Finding::new(at, format!("{table}.{id}"), message, words::OKR_LINT_RULES_NAMES_THEM_ALL)
    });
    found.collect()
}

/// Hard stops that are switched off or waived, and other rules that are to block.
pub(super) fn levels(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (id, level) in &scope.workspace.settings.lint {
        let Some(rule) = Rule::named(id) else { continue };
        let at = |message: String, hint: &str| {
            Finding::new(Address::Settings, format!("lint.{id}"), message, hint)
        };
        if rule.is_hard_stop() && *level != Level::Block {
            let message = words::is_a_hard_stop(id);
            found.push(at(message, words::REMOVE_THE_LINE));
        } else if !rule.is_hard_stop() && *level == Level::Block {
            let message = words::is_no_hard_stop(id);
            found.push(at(message, words::WRITE_WARN));
        }
    }
    found
}

/// Hard stops that somebody tried to waive.
pub(super) fn waived(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, waivers) in waivers(scope) {
        let hard = waivers.keys().filter(|id| Rule::named(id).is_some_and(Rule::is_hard_stop));
        found.extend(hard.map(|id| {
            let message = words::is_a_hard_stop_of_the_method(id);
            Finding::new(at.clone(), format!("waiver.{id}"), message, words::REMOVE_THE_WAIVER_AND_MEND_WHAT)
        }));
    }
    found
}

/// Everything waivers stand on, with its address.
fn waivers<'l>(scope: &Scope<'l>) -> Vec<(Address, &'l Waivers)> {
    let mut all = Vec::new();
    for quarter in scope.quarters() {
        all.push((scope::frame(quarter), &quarter.frame.waivers));
        for objective in &quarter.objectives {
            all.push((scope::objective(quarter, objective), &objective.waivers));
        }
        let key_results = quarter.key_results();
        all.extend(key_results.map(|(under, kr)| (scope::key_result(quarter, under, kr), &kr.waivers)));
    }
    all
}
