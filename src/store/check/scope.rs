//! What the rules look at: everything that was read, and what is known of the rest.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::domain::between::link_parts;
use crate::domain::change::Address;
use crate::domain::id::{CycleId, KeyResultId, NoteId, ObjectiveId, SittingId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::workspace::Workspace;
use crate::store::load::Loaded;
use crate::store::problem::Level;
use crate::store::{Store, layout};

/// A workspace and which of its records can be trusted.
pub(super) struct Scope<'l> {
    pub(super) workspace: &'l Workspace,
    /// Records that could not be read, or not in full.
    unsound: BTreeSet<Address>,
    elsewhere: Elsewhere<'l>,
}

/// What was not read and may be referred to: whether it is there is asked of the folder.
pub(super) struct Elsewhere<'l> {
    pub(super) store: &'l Store,
    /// All teams by their names, and the quarters that were not read.
    pub(super) outline: &'l Workspace,
}

impl Elsewhere<'_> {
    /// The folders of the objectives of a quarter.
    fn objectives(&self, key: &QuarterKey) -> Option<PathBuf> {
        let QuarterKey { team, cycle } = key;
        let is_here = self.outline.unopened.contains(key);
        is_here.then(|| self.store.root().join(format!("teams/{team}/{cycle}/objectives")))
    }

    fn has_objective(&self, key: &QuarterKey, id: &ObjectiveId) -> bool {
        let folder = self.objectives(key).map(|folder| folder.join(id.as_str()));
        let files = folder.and_then(|folder| fs::read_dir(folder).ok());
        let is_record = |file: fs::DirEntry| file.path().extension().is_some_and(|kind| kind == "toml");
        files.is_some_and(|files| files.flatten().any(is_record))
    }

    fn has_key_result(&self, key: &QuarterKey, id: &KeyResultId) -> bool {
        let folders = self.objectives(key).and_then(|folder| fs::read_dir(folder).ok());
        let name = format!("{id}.toml");
        folders.is_some_and(|folders| folders.flatten().any(|folder| folder.path().join(&name).is_file()))
    }
}

impl<'l> Scope<'l> {
    pub(super) fn new(loaded: &'l Loaded, elsewhere: Elsewhere<'l>) -> Self {
        let errors = loaded.problems.iter().filter(|problem| problem.level == Level::Error);
        let named = errors.filter_map(|problem| {
            let parts: Option<Vec<&str>> = problem.path.iter().map(std::ffi::OsStr::to_str).collect();
            layout::address(&parts?).ok()
        });
        let unsound = named.chain(loaded.unread.iter().cloned()).collect();
        Self { workspace: &loaded.workspace, unsound, elsewhere }
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

    /// Tells whether a quarter is there, read or not.
    pub(super) fn has_quarter(&self, key: &QuarterKey) -> bool {
        self.workspace.quarters.contains_key(key) || self.elsewhere.outline.unopened.contains(key)
    }

    /// Tells whether a link names an objective, its team also by a name it had before.
    pub(super) fn has_linked(&self, link: &str) -> bool {
        let Some([team, cycle, id]) = link_parts(link) else { return false };
        let (Ok(cycle), Ok(id)) = (cycle.parse::<CycleId>(), id.parse()) else { return false };
        let called = self.elsewhere.outline.team_called(team).map(|team| team.id.clone());
        let teams = team.parse().ok().into_iter().chain(called);
        teams.into_iter().any(|team| self.has_objective(&QuarterKey { team, cycle: cycle.clone() }, &id))
    }

    /// Tells whether an objective is there, readable or not.
    pub(super) fn has_objective(&self, key: &QuarterKey, id: &ObjectiveId) -> bool {
        match self.workspace.quarters.get(key) {
            Some(quarter) => quarter.objective(id).is_some(),
            None => self.elsewhere.has_objective(key, id),
        }
    }

    /// Tells whether a key result is there, readable or not.
    pub(super) fn has_key_result(&self, key: &QuarterKey, id: &KeyResultId) -> bool {
        let is_it = |address: &Address| matches!(address, Address::KeyResult(other, _, found) if other == key && found == id);
        let known = match self.workspace.quarters.get(key) {
            Some(quarter) => quarter.key_result(id).is_some(),
            None => self.elsewhere.has_key_result(key, id),
        };
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
