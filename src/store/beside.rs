//! Reads a team, and of the others what concerns it. What its quarters refer to is read whole. So are the quarters that name it,
//! asking it for something or being measured there; all others are looked through for its names and let go, and of them only
//! what they are called stays known. What is held grows with what a team has to do with others, not with how many there are.

use std::collections::BTreeSet;
use std::fs;

use super::load::{Loaded, OpenError};
use super::shares::{Count, in_shares};
use super::walk::{Names, Parts, RecordFile, walk_objectives, walk_results};
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

/// The same where each file is only looked through.
const SOME: usize = 4;

/// Which quarters of other teams are read beside a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// Those that concern it; where there are few, all.
    Concerned,
    /// Those that run beside the cycle that is looked at as well, as the map shows them.
    Beside,
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
        self.open_concerned(&mut loaded, (team, cycle), others)?;
        Ok(loaded)
    }

    /// The same of a workspace whose quarters have not been read yet.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_concerned(
        &self,
        loaded: &mut Loaded,
        (team, cycle): (&TeamId, Option<&CycleId>),
        others: Others,
    ) -> Result<(), OpenError> {
        self.open_team(loaded, team)?;
        let workspace = &loaded.workspace;
        if workspace.unopened.len() <= FEW {
            let all = workspace.unopened.clone();
            return self.open_quarters(loaded, &all);
        }
        let mut wanted = workspace.unread_referred(team, cycle);
        if others == Others::Beside {
            let looked_at = cycle.and_then(|cycle| workspace.cycles.get(cycle));
            wanted.extend(looked_at.into_iter().flat_map(|cycle| workspace.unopened_beside(cycle)).cloned());
        }
        let naming = self.naming(workspace, (team, cycle), &wanted);
        wanted.extend(naming);
        self.open_quarters(loaded, &wanted)
    }

    /// Those of some quarters in which a key result, or what came of one, may hold one of these keys. The files are looked
    /// through and not read: what they say is seen when the quarter is.
    pub fn holding(&self, quarters: &[QuarterKey], keys: &[&str]) -> BTreeSet<QuarterKey> {
        let holds = |quarter: &&QuarterKey| {
            let files = walk_results(&self.root, quarter).map(|walk| walk.files).unwrap_or_default();
            files.iter().any(|file| {
                let text = source::text_at(&file.at, &layout::path(&file.address));
                text.is_ok_and(|text| may_hold(&text, keys))
            })
        };
        let found =
            in_shares(quarters, SOME, |quarters| quarters.iter().filter(holds).cloned().collect::<Vec<_>>());
        found.into_iter().flatten().collect()
    }

    /// Reads what runs beside a cycle, and of the others what a team refers to; where there is little, all. The quarters are
    /// counted, and fewer are read where the count is stopped.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_beside(
        &self,
        loaded: &mut Loaded,
        (team, cycle): (Option<&TeamId>, &Cycle),
        (parts, count): (Parts, &Count),
    ) -> Result<(), OpenError> {
        let workspace = &loaded.workspace;
        let mut wanted = if workspace.unopened.len() <= FEW {
            workspace.unopened.clone()
        } else {
            workspace.unopened_beside(cycle).cloned().collect()
        };
        wanted.extend(team.into_iter().flat_map(|team| workspace.unread_referred(team, Some(&cycle.id))));
        let wanted: Vec<QuarterKey> = wanted.into_iter().collect();
        self.open_counting(loaded, &wanted, (parts, count))
    }

    /// Whether all that there is has been read: every quarter, and the names of all teams.
    pub fn is_all(&self, workspace: &Workspace) -> bool {
        let teams = || fs::read_dir(self.root.join(layout::TEAMS)).map_or(0, Iterator::count);
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

    /// The quarters that have not been read and run beside those a team works on, of which a key result names the team; those
    /// that are wanted anyway are not looked through.
    fn naming(
        &self,
        workspace: &Workspace,
        (team, cycle): (&TeamId, Option<&CycleId>),
        wanted: &BTreeSet<QuarterKey>,
    ) -> Vec<QuarterKey> {
        let works_on = workspace.works_on(team, cycle);
        let beside: BTreeSet<&QuarterKey> =
            works_on.flat_map(|(_, cycle)| workspace.unopened_beside(cycle)).collect();
        let beside: Vec<&QuarterKey> = beside.into_iter().filter(|key| !wanted.contains(key)).collect();
        let called = workspace.called(team);
        let naming = in_shares(&beside, self.share(SHARE), |keys| {
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
fn names(file: &RecordFile, called: &Called<'_>) -> bool {
    if !matches!(file.address, Address::KeyResult(..)) {
        return false;
    }
    let path = layout::path(&file.address);
    let text = source::text_at(&file.at, &path).ok().filter(|text| may_hold(text, &NAMING));
    let record = text.and_then(|text| record::read(&file.address, &text, &path).0);
    matches!(record, Some(Record::KeyResult(key_result)) if called.is_named_in(&key_result))
}

/// The keys under which a key result names a team.
const NAMING: [&str; 2] = ["dependency", "measured_at"];

/// Whether a text may hold one of these keys; a key may also be written in escapes.
fn may_hold(text: &str, keys: &[&str]) -> bool {
    text.contains('\\') || keys.iter().any(|key| text.contains(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_found_by_a_key_in_a_key_result_or_in_what_came_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let key = |cycle: &str| -> QuarterKey { format!("a/{cycle}").parse().unwrap() };
        let files = [
            ("2026-q1", "objectives/o/late.toml", "effect_quarter = '2026-q3'"),
            ("2026-q2", "scores/late.toml", "reads_later = '2026-q3'"),
            ("2026-q3", "objectives/o/odd.toml", "title = \"\\u0065\""),
            ("2026-q4", "objectives/o/plain.toml", "title = 'plain'"),
            ("2027-q1", "checkins/2027-01-01-a.toml", "changed = 'effect_quarter'"),
        ];
        for (cycle, path, text) in files {
            let path = folder.path().join("teams/a").join(cycle).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let store = Store::find(folder.path()).unwrap();
        let all = files.map(|(cycle, ..)| key(cycle));
        let found = store.holding(&all, &["effect_quarter", "reads_later"]);
        assert_eq!(found, BTreeSet::from(["2026-q1", "2026-q2", "2026-q3"].map(key)));
    }
}
