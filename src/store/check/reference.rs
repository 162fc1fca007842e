//! What is referred to and is not there.

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::between::{link_parts, links};
use crate::domain::change::Address;
use crate::domain::check_in::Sitting;
use crate::domain::id::{CycleId, SittingId};
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::retrospective::Note;
use crate::words::store::check as words;

/// References that lead nowhere.
pub(super) fn unresolved(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = parents(scope);
    for quarter in scope.quarters() {
        found.extend(follows(scope, quarter));
        found.extend(contributions(scope, quarter));
        found.extend(carried(scope, quarter));
        found.extend(said(scope, quarter));
        found.extend(corrections(scope, quarter));
    }
    found
}

/// What came of a quarter, and leads nowhere within it.
pub(super) fn said(scope: &Scope<'_>, quarter: &Quarter) -> Vec<Finding> {
    let mut found = sittings(scope, quarter);
    found.extend(scorings(scope, quarter));
    found.extend(quarter.notes.iter().filter_map(|note| subject(scope, quarter, note)));
    found
}

fn nothing(at: Address, key: impl Into<String>, what: &str, name: &str) -> Finding {
    let hint = words::CORRECT_THE_ID;
    Finding::new(at, key, words::there_is_no(what, name), hint)
}

fn parents(scope: &Scope<'_>) -> Vec<Finding> {
    let teams = &scope.workspace.teams;
    let lost = teams.values().filter_map(|team| {
        let parent = team.parent.as_ref().filter(|parent| !teams.contains_key(parent))?;
        Some(nothing(Address::Team(team.id.clone()), "parent", "team", parent.as_str()))
    });
    lost.collect()
}

fn of_same_team(quarter: &Quarter, cycle: &CycleId) -> QuarterKey {
    QuarterKey { team: quarter.key.team.clone(), cycle: cycle.clone() }
}

fn follows(scope: &Scope<'_>, quarter: &Quarter) -> Option<Finding> {
    let cycle = quarter.frame.follows.as_ref()?;
    let is_known = scope.has_quarter(&of_same_team(quarter, cycle));
    let what = words::quarter_of_called(&quarter.key.team);
    (!is_known).then(|| nothing(scope::frame(quarter), "follows", &what, cycle.as_str()))
}

/// Links upwards; they are typed freely, and what they mean may still come.
fn contributions(scope: &Scope<'_>, quarter: &Quarter) -> Vec<Finding> {
    let mut found = Vec::new();
    for objective in &quarter.objectives {
        let Some(all) = &objective.contributes_to else { continue };
        let at = || scope::objective(quarter, objective);
        for link in links(all) {
            if link_parts(link).is_none() {
                let message = words::names_no_objective(link);
                let hint = words::WRITE_TEAM_CYCLE_OBJECTIVE;
                found.push(Finding::new(at(), "contributes_to", message, hint).mild());
            } else if !scope.has_linked(link) {
                found.push(nothing(at(), "contributes_to", "objective", link).mild());
            }
        }
    }
    found
}

/// What was carried over from an earlier quarter of the same team, whose drafts may be gone.
fn carried(scope: &Scope<'_>, quarter: &Quarter) -> Vec<Finding> {
    let mut found = Vec::new();
    for objective in &quarter.objectives {
        let known = |key: &QuarterKey, id: &str| id.parse().is_ok_and(|id| scope.has_objective(key, &id));
        if let Some(origin) = lost_origin(quarter, objective.carried_from.as_deref(), known) {
            let at = scope::objective(quarter, objective);
            found.push(nothing(at, "carried_from", "objective", origin).mild());
        }
    }
    for (objective, key_result) in quarter.key_results() {
        let known = |key: &QuarterKey, id: &str| id.parse().is_ok_and(|id| scope.has_key_result(key, &id));
        if let Some(origin) = lost_origin(quarter, key_result.carried_from.as_deref(), known) {
            let at = scope::key_result(quarter, objective, key_result);
            found.push(nothing(at, "carried_from", words::KEY_RESULT, origin).mild());
        }
    }
    found
}

fn lost_origin<'o>(
    quarter: &Quarter,
    origin: Option<&'o str>,
    is_known: impl Fn(&QuarterKey, &str) -> bool,
) -> Option<&'o str> {
    let origin = origin?;
    let found = QuarterKey::of_origin(&quarter.key.team, origin);
    let found = found.is_some_and(|(key, id)| is_known(&key, id));
    (!found).then_some(origin)
}

fn sittings(scope: &Scope<'_>, quarter: &Quarter) -> Vec<Finding> {
    let mut found = Vec::new();
    for sitting in quarter.sittings.iter() {
        let at = || scope::sitting(quarter, &sitting.id);
        let counts = quarter.standing_for(&sitting.id);
        for (index, entry) in sitting.check_ins.iter().enumerate() {
            // What was voted on a draft and taken back leaves it free to go.
            let counts = counts.is_some_and(|counts| counts.said_of(&entry.key_result).is_some());
            if counts && !scope.has_key_result(&quarter.key, &entry.key_result) {
                let key = format!("check_in[{index}].key_result");
                found.push(nothing(at(), key, words::KEY_RESULT, entry.key_result.as_str()));
            }
        }
        for (index, action) in sitting.actions.iter().enumerate() {
            if let Some(id) = action.key_result.as_ref().filter(|id| !scope.has_key_result(&quarter.key, id))
            {
                found.push(nothing(
                    at(),
                    format!("action[{index}].key_result"),
                    words::KEY_RESULT,
                    id.as_str(),
                ));
            }
        }
    }
    found
}

/// What takes the place of a sitting that is not there; it counts all the same.
fn corrections(scope: &Scope<'_>, quarter: &Quarter) -> Vec<Finding> {
    let is_known = |id: &SittingId| quarter.sittings.iter().any(|other| other.id == *id);
    let lost = |sitting: &Sitting| {
        let joined = sitting.joins.iter().map(|id| ("joins", id));
        let before = sitting.supersedes.iter().map(|id| ("supersedes", id)).chain(joined);
        let is_lost = |id: &SittingId| !is_known(id) && scope.is_sound(&scope::sitting(quarter, id));
        let found = before
            .filter(|(_, id)| is_lost(id))
            .map(|(key, id)| nothing(scope::sitting(quarter, &sitting.id), key, "sitting", id.as_str()));
        found.collect::<Vec<_>>()
    };
    quarter.sittings.iter().flat_map(lost).collect()
}

fn scorings(scope: &Scope<'_>, quarter: &Quarter) -> Vec<Finding> {
    let lost = quarter.scorings.keys().filter(|id| !scope.has_key_result(&quarter.key, id)).map(|id| {
        let message = words::this_scores(id);
        let hint = words::NAME_THE_FILE_AFTER_ITS_KEY_RESULT;
        Finding::new(scope::scoring(quarter, id), "", message, hint)
    });
    lost.collect()
}

fn subject(scope: &Scope<'_>, quarter: &Quarter, note: &Note) -> Option<Finding> {
    let at = || scope::note(quarter, &note.id);
    if let Some(id) = note.key_result.as_ref().filter(|id| !scope.has_key_result(&quarter.key, id)) {
        return Some(nothing(at(), "key_result", words::KEY_RESULT, id.as_str()));
    }
    if let Some(id) = note.objective.as_ref().filter(|id| !scope.has_objective(&quarter.key, id)) {
        return Some(nothing(at(), "objective", "objective", id.as_str()));
    }
    let id = note.assumption.as_ref()?;
    let mut meant =
        quarter.objectives.iter().filter(|one| note.objective.as_ref().is_none_or(|id| one.id == *id));
    let may_hold = meant.any(|objective| {
        let holds = objective.assumptions.iter().any(|assumption| assumption.id == *id);
        holds || !scope.is_sound(&scope::objective(quarter, objective))
    });
    (!may_hold).then(|| nothing(at(), "assumption", "assumption", id.as_str()))
}
