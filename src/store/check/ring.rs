//! Objectives that contribute to themselves, directly or by way of others. A ring can lie over any quarters, so that the links
//! of all of them are put together.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use crate::domain::between::main_link;
use crate::domain::change::Address;
use crate::domain::id::ObjectiveId;
use crate::domain::quarter::QuarterKey;
use crate::domain::workspace::Workspace;
use crate::words::store::check as words;

/// An objective in its quarter.
pub(super) type At = (QuarterKey, ObjectiveId);

/// The links of the quarters that were read, each by where it begins; the outline knows the teams.
pub(super) fn links(read: &Workspace, outline: &Workspace) -> Vec<(At, At)> {
    let objectives = read
        .quarters
        .values()
        .flat_map(|quarter| quarter.objectives.iter().map(move |objective| (&quarter.key, objective)));
    let linked = objectives.filter_map(|(key, objective)| {
        let to = end(objective.contributes_to.as_deref()?, outline)?;
        Some(((key.clone(), objective.id.clone()), to))
    });
    linked.collect()
}

fn end(link: &str, outline: &Workspace) -> Option<At> {
    let (key, id) = outline.parts_of_link(main_link(link))?;
    Some((key, id.parse().ok()?))
}

/// Every objective from which the links lead back to it.
pub(super) fn rings(links: &BTreeMap<At, At>) -> Vec<Finding> {
    let found = links.keys().filter(|at| leads_back(at, links)).map(|(key, id)| {
        let at = Address::Objective(key.clone(), id.clone());
        Finding::new(at, "contributes_to", words::IT_CONTRIBUTES_TO_ITSELF, words::CHOOSE_AN_OBJECTIVE_ABOVE)
    });
    found.collect()
}

fn leads_back(from: &At, links: &BTreeMap<At, At>) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = links.get(from);
    while let Some(at) = next {
        if at == from {
            return true;
        }
        next = if seen.insert(at) { links.get(at) } else { None };
    }
    false
}
