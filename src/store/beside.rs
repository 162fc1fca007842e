//! Reads a team, and of the others what concerns it. What its quarters refer to is read whole. So are the quarters that name it,
//! asking it for something or being measured there; all others are looked through for its names and let go, and of them only
//! what they are called stays known. What is held grows with what a team has to do with others, not with how many there are.

use std::collections::BTreeSet;
use std::fs;

use super::load::{Loaded, OpenError};
use super::shares::in_shares;
use super::walk::{Found, Names, walk_objectives};
use super::{Store, layout, record, source};
use crate::domain::change::{Address, Record};
use crate::domain::cycle::Cycle;
use crate::domain::id::{CycleId, TeamId};
use crate::domain::quarter::QuarterKey;
use crate::domain::referred::Called;
use crate::domain::workspace::Workspace;

/// The most quarters that are read though nobody has asked for them.
pub(super) const FEW: usize = 40;

/// The quarters that are worth a thread to be looked through.
const SHARE: usize = 16;

/// Which quarters of other teams are read beside a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// Those that concern it; where there are few, all.
    Concerned,
    /// Those that run beside the cycle that is looked at as well, as the map shows them.
    Beside,
}

/// How much of a quarter is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// All of it.
    All,
    /// What it set out to do; nothing of what came of it.
    Sets,
}

impl Store {
    /// Reads a team, those that were merged into it, and of the others what concerns its open quarters and the cycle that is
    /// looked at.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn load_team(
        &self,
        team: &TeamId,
        cycle: Option<&CycleId>,
        others: Others,
    ) -> Result<Loaded, OpenError> {
        let mut loaded = self.outline(&Names::All)?;
        self.open_team(&mut loaded, team)?;
        let workspace = &loaded.workspace;
        if workspace.unopened.len() <= FEW {
            let all = workspace.unopened.clone();
            self.open_quarters(&mut loaded, &all)?;
            return Ok(loaded);
        }
        let mut wanted = workspace.unread_referred(team, cycle);
        if others == Others::Beside {
            let looked_at = cycle.and_then(|cycle| workspace.cycles.get(cycle));
            wanted.extend(looked_at.into_iter().flat_map(|cycle| workspace.unopened_beside(cycle)).cloned());
        }
        let naming = self.naming(workspace, (team, cycle), &wanted);
        wanted.extend(naming);
        self.open_quarters(&mut loaded, &wanted)?;
        Ok(loaded)
    }

    /// Reads what runs beside a cycle, and of the others what a team refers to; where there is little, all.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_beside(
        &self,
        loaded: &mut Loaded,
        (team, cycle): (Option<&TeamId>, &Cycle),
        parts: Parts,
    ) -> Result<(), OpenError> {
        let workspace = &loaded.workspace;
        let mut wanted = if workspace.unopened.len() <= FEW {
            workspace.unopened.clone()
        } else {
            workspace.unopened_beside(cycle).cloned().collect()
        };
        wanted.extend(team.into_iter().flat_map(|team| workspace.unread_referred(team, Some(&cycle.id))));
        match parts {
            Parts::All => self.open_quarters(loaded, &wanted),
            Parts::Sets => self.open_sets(loaded, &wanted),
        }
    }

    /// Whether all that there is has been read: every quarter, and the names of all teams.
    #[must_use]
    pub fn is_all(&self, workspace: &Workspace) -> bool {
        let teams = || fs::read_dir(self.root.join("teams")).map_or(0, Iterator::count);
        workspace.unopened.is_empty() && teams() == workspace.teams.len()
    }

    /// Reads what is still missing of a team and of those that were merged into it.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_team(&self, loaded: &mut Loaded, team: &TeamId) -> Result<(), OpenError> {
        let lineage = loaded.workspace.lineage(team);
        let own = lineage.iter().flat_map(|team| loaded.workspace.unopened_of(team)).cloned().collect();
        self.open_quarters(loaded, &own)
    }

    /// The quarters that have not been read, in the cycles a team works on, of which a key result names the team; those that
    /// are wanted anyway are not looked through.
    fn naming(
        &self,
        workspace: &Workspace,
        (team, cycle): (&TeamId, Option<&CycleId>),
        wanted: &BTreeSet<QuarterKey>,
    ) -> Vec<QuarterKey> {
        let cycles: BTreeSet<&CycleId> =
            workspace.works_on(team, cycle).map(|(_, cycle)| &cycle.id).collect();
        let beside = workspace.unopened.iter().filter(|key| cycles.contains(&key.cycle));
        let beside: Vec<&QuarterKey> = beside.filter(|key| !wanted.contains(key)).collect();
        let called = workspace.called(team);
        let naming = in_shares(&beside, SHARE, |keys| {
            keys.iter()
                .filter(|key| self.is_naming(key, &called))
                .map(|key| (*key).clone())
                .collect::<Vec<_>>()
        });
        naming.concat()
    }

    /// Whether a key result of a quarter names a team. One that cannot be read names nobody; whoever goes there is told of it.
    fn is_naming(&self, key: &QuarterKey, called: &Called<'_>) -> bool {
        let files = walk_objectives(&self.root, key).map(|walk| walk.files).unwrap_or_default();
        files.iter().any(|file| names(file, called))
    }
}

/// Whether a file holds a key result that names a team.
fn names(file: &Found, called: &Called<'_>) -> bool {
    if !matches!(file.address, Address::KeyResult(..)) {
        return false;
    }
    let path = layout::path(&file.address);
    let text = source::text_at(&file.at, &path).ok().filter(|text| may_name(text));
    let record = text.and_then(|text| record::read(&file.address, &text, &path).0);
    matches!(record, Some(Record::KeyResult(key_result)) if called.is_named_in(&key_result))
}

/// Whether a text may hold the keys under which a key result names a team; a key may also be written in escapes.
fn may_name(text: &str) -> bool {
    ["dependency", "measured_at", "\\"].iter().any(|part| text.contains(part))
}
