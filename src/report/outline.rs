//! The set at a glance: each objective with its key results.

use serde_json::{Value, json};

use super::page::Page;
use super::show;
use crate::domain::decision::Desk;
use crate::domain::named::Named;
use crate::words::report::status as words;

/// The set as text.
pub fn text(desk: &Desk<'_>) -> String {
    let mut page = Page::default();
    for objective in &desk.quarter.objectives {
        let dropped = if objective.dropped.is_some() { "  dropped" } else { "" };
        page.gap();
        page.line(&format!("{}  {}{dropped}", objective.id, objective.title));
        for key_result in &objective.key_results {
            page.line(&format!("  {}  {}", key_result.id, show::line(key_result, desk)));
        }
    }
    if desk.quarter.objectives.is_empty() {
        page.line(words::NO_OBJECTIVE_YET);
        page.line(words::OKR_ADD_OBJECTIVE_SIGN_IN_PEOPLE);
    }
    page.into_text()
}

/// The set as JSON: each objective and key result as `okr show` prints it.
pub fn json(desk: &Desk<'_>) -> Value {
    let objectives = desk.quarter.objectives.iter().map(|objective| {
        let key_results = objective.key_results.iter();
        let key_results: Vec<Value> = key_results
            .map(|key_result| show::json(Named::KeyResult(objective, key_result), Some(desk)))
            .collect();
        let mut shown = show::json(Named::Objective(objective), Some(desk));
        shown["key_results"] = Value::Array(key_results);
        shown
    });
    let objectives: Vec<Value> = objectives.collect();
    json!({
        "team": desk.quarter.key.team.as_str(),
        "cycle": desk.quarter.key.cycle.as_str(),
        "objectives": objectives,
    })
}
