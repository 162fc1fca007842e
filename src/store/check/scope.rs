//! What the rules look at: everything that was read, and what is known of the rest.

use std::collections::BTreeSet;

use crate::domain::change::Address;
use crate::domain::id::{KeyResultId, NoteId, ObjectiveId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::workspace::Workspace;
use crate::store::layout;
use crate::store::load::Loaded;
use crate::store::problem::Level;

/// A workspace and which of its records can be trusted.
pub(super) struct Scope<'l> {
    pub(super) workspace: &'l Workspace,
    /// Records that could not be read, or not in full.
    unsound: BTreeSet<Address>,
}

impl<'l> Scope<'l> {
    pub(super) fn new(loaded: &'l Loaded) -> Self {
        let errors = loaded.problems.iter().filter(|problem| problem.level == Level::Error);
        let named = errors.filter_map(|problem| {
            let parts: Option<Vec<&str>> = problem.path.iter().map(std::ffi::OsStr::to_str).collect();
            layout::address(&parts?).ok()
        });
        Self { workspace: &loaded.workspace, unsound: named.chain(loaded.unread.iter().cloned()).collect() }
    }

    /// Tells whether a record says all that its file says; one that does not exist does.
    pub(super) fn is_sound(&self, address: &Address) -> bool {
        !self.unsound.contains(address)
    }

    pub(super) fn quarters(&self) -> impl Iterator<Item = &'l Quarter> + use<'l> {
        self.workspace.quarters.values()
    }

    /// The quarters whose frames can be trusted.
    pub(super) fn framed(&self) -> impl Iterator<Item = &'l Quarter> {
        self.quarters().filter(|quarter| self.is_sound(&frame(quarter)))
    }

    /// Every key result with its quarter and address.
    pub(super) fn key_results(
        &self,
    ) -> impl Iterator<Item = (&'l Quarter, Address, &'l KeyResult)> + use<'l> {
        self.quarters().flat_map(|quarter| {
            quarter
                .key_results()
                .map(move |(objective, kr)| (quarter, key_result(quarter, objective, kr), kr))
        })
    }

    /// Tells whether an objective is there, readable or not.
    pub(super) fn has_objective(&self, key: &QuarterKey, id: &ObjectiveId) -> bool {
        self.workspace.quarters.get(key).is_some_and(|quarter| quarter.objective(id).is_some())
    }

    /// Tells whether a key result is there, readable or not.
    pub(super) fn has_key_result(&self, key: &QuarterKey, id: &KeyResultId) -> bool {
        let is_it = |address: &Address| matches!(address, Address::KeyResult(other, _, found) if other == key && found == id);
        let known = self.workspace.quarters.get(key).is_some_and(|quarter| quarter.key_result(id).is_some());
        known || self.unsound.iter().any(is_it)
    }
}

pub(super) fn frame(quarter: &Quarter) -> Address {
    Address::Frame(quarter.key.clone())
}

pub(super) fn objective(quarter: &Quarter, objective: &Objective) -> Address {
    Address::Objective(quarter.key.clone(), objective.id.clone())
}

pub(super) fn key_result(quarter: &Quarter, under: &Objective, key_result: &KeyResult) -> Address {
    Address::KeyResult(quarter.key.clone(), under.id.clone(), key_result.id.clone())
}

pub(super) fn sitting(quarter: &Quarter, id: &SittingId) -> Address {
    Address::Sitting(quarter.key.clone(), id.clone())
}

pub(super) fn scoring(quarter: &Quarter, id: &KeyResultId) -> Address {
    Address::Scoring(quarter.key.clone(), id.clone())
}

pub(super) fn note(quarter: &Quarter, id: &NoteId) -> Address {
    Address::Note(quarter.key.clone(), id.clone())
}
