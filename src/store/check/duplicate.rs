//! Names that stand for more than one thing.

use std::collections::BTreeMap;

use super::Finding;
use super::scope::{self, Scope};
use crate::domain::change::Address;
use crate::domain::frame::List;
use crate::domain::id::{KeyResultId, LineId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::words::store::check as words;

/// Names that are taken twice: key results and assumptions in a quarter, lines in a record, steps.
pub(super) fn names(scope: &Scope<'_>) -> Vec<Finding> {
    let mut found = steps(scope);
    for quarter in scope.quarters() {
        found.extend(key_results(quarter));
        found.extend(assumptions(quarter));
        found.extend(lines_of_frame(quarter));
        found.extend(check_ins(quarter));
        for (objective, key_result) in quarter.key_results() {
            found.extend(lines_of_key_result(&scope::key_result(quarter, objective, key_result), key_result));
        }
    }
    found
}

/// A step of which two blocks speak.
fn steps(scope: &Scope<'_>) -> Vec<Finding> {
    let steps = scope.workspace.steps.steps.iter().enumerate();
    let twice = twice(steps.map(|(at, own)| (own.id.id(), Address::Steps, format!("step[{at}].id"))));
    let hint = words::OF_SEVERAL_BLOCKS_THE_LAST;
    twice.into_iter().map(|finding| Finding { hint: hint.to_owned(), ..finding }).collect()
}

/// A key result under two objectives; half a move leaves one behind.
fn key_results(quarter: &Quarter) -> Vec<Finding> {
    let mut under: BTreeMap<&KeyResultId, Vec<(&Objective, &KeyResult)>> = BTreeMap::new();
    for (objective, key_result) in quarter.key_results() {
        under.entry(&key_result.id).or_default().push((objective, key_result));
    }
    let mut found = Vec::new();
    for (id, mut places) in under {
        places.sort_by_key(|(objective, _)| &objective.id);
        let Some(((first, one), others)) = places.split_first() else { continue };
        for (objective, other) in others {
            let is_half_a_move = KeyResult { rank: one.rank, ..(*other).clone() } == **one;
            let hint =
                if is_half_a_move { words::A_MOVE_WAS_CUT_OFF } else { words::GIVE_ONE_OF_THE_TWO_FILES };
            let message = words::the_key_result_stands_under(id, &first.id);
            found.push(Finding::new(scope::key_result(quarter, objective, other), "", message, hint));
        }
    }
    found
}

/// A name and where it stands: record and key.
type Named<'n> = (&'n str, Address, String);

fn twice<'n>(names: impl Iterator<Item = Named<'n>>) -> Vec<Finding> {
    let mut seen: BTreeMap<&str, (Address, String)> = BTreeMap::new();
    let mut found = Vec::new();
    for (name, at, key) in names {
        let Some((first, first_key)) = seen.get(name) else {
            seen.insert(name, (at, key));
            continue;
        };
        let place = if *first == at { String::new() } else { format!(" in {first}") };
        let message = words::stands_at_already(name, first_key, &place);
        found.push(Finding::new(at, key, message, words::GIVE_ONE_OF_THE_TWO_ANOTHER_NAME));
    }
    found
}

fn lines<'n>(at: &'n Address, list: &'n str, ids: impl Iterator<Item = &'n LineId>) -> Vec<Named<'n>> {
    let name = |(index, id): (usize, &'n LineId)| (id.as_str(), at.clone(), format!("{list}[{index}].id"));
    ids.enumerate().map(name).collect()
}

/// A verdict on an assumption is filed under its name, so the name has to be alone in the quarter.
fn assumptions(quarter: &Quarter) -> Vec<Finding> {
    let named = quarter.objectives.iter().flat_map(|objective| {
        objective.assumptions.iter().enumerate().map(move |(index, assumption)| {
            let at = scope::objective(quarter, objective);
            (assumption.id.as_str(), at, format!("assumption[{index}].id"))
        })
    });
    twice(named)
}

fn lines_of_frame(quarter: &Quarter) -> Vec<Finding> {
    let (at, frame) = (scope::frame(quarter), &quarter.frame);
    let plain = |list: &List| lines(&at, list.key(), frame.lines(*list).iter().map(|line| &line.id));
    let listed = List::ALL.iter().flat_map(plain);
    let listed = listed.chain(lines(&at, "delivery", frame.delivery.iter().map(|line| &line.id)));
    let listed = listed.chain(lines(&at, "answer", frame.answers.iter().map(|answer| &answer.id)));
    let handed = lines(&at, "handed", frame.handed.iter().map(|handed| &handed.id));
    twice(listed).into_iter().chain(twice(handed.into_iter())).collect()
}

fn lines_of_key_result(at: &Address, key_result: &KeyResult) -> Vec<Finding> {
    let initiatives = lines(at, "initiative", key_result.initiatives.iter().map(|line| &line.id));
    let dependencies = lines(at, "dependency", key_result.dependencies.iter().map(|line| &line.id));
    twice(initiatives.into_iter()).into_iter().chain(twice(dependencies.into_iter())).collect()
}

/// One sitting says one thing about a key result.
fn check_ins(quarter: &Quarter) -> Vec<Finding> {
    let said = quarter.sittings.iter().map(|sitting| {
        let at = scope::sitting(quarter, &sitting.id);
        twice(sitting.check_ins.iter().enumerate().map(|(index, entry)| {
            (entry.key_result.as_str(), at.clone(), format!("check_in[{index}].key_result"))
        }))
    });
    said.flatten().collect()
}
