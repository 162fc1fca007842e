//! What a person picks when two changes clash: mine, after all.

use std::fs;
use std::path::Path;

use super::plan::{Plan, whole};
use super::{Obstacle, SaveError};
use crate::domain::change::{Address, Change, Edit, Record};
use crate::domain::day::Day;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::Revision;
use crate::domain::objective::Wording;
use crate::store::merge::merge;
use crate::store::patch::render;
use crate::store::{Store, layout, record};
use crate::words::store::saving as words;

impl Store {
    /// The change that brings what was wanted over what stands in the files now: where others set the same field, mine is
    /// taken; what else they changed stays. An objective that I removed goes with all that others put below it. It is empty if
    /// all of it stands already.
    ///
    /// # Errors
    ///
    /// A file it is about is damaged.
    pub fn insist(&self, wanted: &Change) -> Result<Change, SaveError> {
        let plan = Plan::new(self.root());
        let mut edits = Vec::new();
        for edit in &wanted.edits {
            edits.extend(below(self.root(), &plan, edit).map_err(SaveError::new)?);
            edits.extend(over(&plan, edit).map_err(SaveError::new)?);
        }
        edits.retain(|edit: &Edit| edit.before != edit.after);
        Ok(Change { sentence: wanted.sentence.clone(), edits })
    }
}

/// The removals of what stands below an objective that is to go.
fn below(root: &Path, plan: &Plan<'_>, edit: &Edit) -> Result<Vec<Edit>, Obstacle> {
    let Edit { before: Some((Address::Objective(key, id), _)), after: None } = edit else {
        return Ok(Vec::new());
    };
    let folder = layout::path(&Address::Objective(key.clone(), id.clone()));
    let folder = root.join(folder.parent().unwrap_or(&folder));
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let mut ids: Vec<KeyResultId> = names
        .filter_map(|name| name.to_str()?.strip_suffix(".toml").filter(|id| *id != "objective")?.parse().ok())
        .collect();
    ids.sort();
    let mut edits = Vec::new();
    for key_result in ids {
        let at = Address::KeyResult(key.clone(), id.clone(), key_result);
        edits.extend(plan.standing(&at)?.map(|standing| Edit::remove(at, standing.record)));
    }
    Ok(edits)
}

/// One edit as it would be made by somebody who knows what stands there; `None` if nothing is left to do.
fn over(plan: &Plan<'_>, edit: &Edit) -> Result<Option<Edit>, Obstacle> {
    let Some((to, wanted)) = &edit.after else {
        let Some((from, _)) = &edit.before else { return Ok(None) };
        return Ok(plan.standing(from)?.map(|standing| Edit::remove(from.clone(), standing.record)));
    };
    let from = edit.before.as_ref().map_or(to, |(from, _)| from);
    let mut standing = plan.standing(from)?.map(|standing| (from, standing));
    if standing.is_none() && from != to {
        standing = plan.standing(to)?.map(|standing| (to, standing));
    }
    let Some((at, standing)) = standing else { return Ok(Some(Edit::create(to.clone(), wanted.clone()))) };
    let after = match &edit.before {
        None => wanted.clone(),
        Some((_, before)) => {
            let mine = insisted(to, (before, wanted), &standing.table)?;
            with_all_revisions(mine, &standing.record, before)
        }
    };
    Ok(Some(Edit { before: Some((at.clone(), standing.record)), after: Some((to.clone(), after)) }))
}

/// What stands with the change from `before` to `wanted` over it, whatever others made of the same fields.
fn insisted(
    address: &Address,
    (before, wanted): (&Record, &Record),
    standing: &toml::Table,
) -> Result<Record, Obstacle> {
    let merged = merge(&record::table(before), standing, &record::table(wanted)).table;
    let path = layout::path(address);
    whole(record::read(address, &render(&merged), &path), &path)
}

/// The same with mine revised on top of what others revised: a revision is dated and reasoned, and none is ever lost (MID-3).
fn with_all_revisions(mine: Record, standing: &Record, before: &Record) -> Record {
    match (mine, standing, before) {
        (Record::KeyResult(mut mine), Record::KeyResult(standing), Record::KeyResult(before)) => {
            let date = |revision: &Revision, date| Revision { date, ..revision.clone() };
            let days = (|revision: &Revision| revision.date, date);
            mine.revisions = on_top(&mine.revisions, &standing.revisions, &before.revisions, days);
            // What others committed meanwhile is revised by mine.
            let last = mine.revisions.last();
            if let Some(last) =
                last.filter(|last| (&last.title, &last.measure) != (&mine.title, &mine.measure))
            {
                let (title, measure) = (mine.title.clone(), mine.measure.clone());
                let reason = words::MINE_AFTER_BOTH_CHANGED_IT.to_owned();
                mine.revisions.push(Revision { date: last.date, reason, title, measure });
            }
            Record::KeyResult(mine)
        }
        (Record::Objective(mut mine), Record::Objective(standing), Record::Objective(before)) => {
            let date = |wording: &Wording, date| Wording { date, ..wording.clone() };
            let days = (|wording: &Wording| wording.date, date);
            mine.revisions = on_top(&mine.revisions, &standing.revisions, &before.revisions, days);
            Record::Objective(mine)
        }
        (mine, ..) => mine,
    }
}

/// What stands, then what is new in mine, on no earlier day than the last of them.
fn on_top<R: Clone + PartialEq>(
    mine: &[R],
    standing: &[R],
    before: &[R],
    (day, on): (impl Fn(&R) -> Day, impl Fn(&R, Day) -> R),
) -> Vec<R> {
    let mut all = standing.to_vec();
    for new in mine.iter().filter(|one| !before.contains(one)) {
        if !standing.iter().any(|known| on(new, day(known)) == *known) {
            let last = all.last().map(&day).filter(|last| *last > day(new));
            all.push(last.map_or_else(|| new.clone(), |last| on(new, last)));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::team::{Settings, Team};
    use tempfile::TempDir;

    fn address(id: &str) -> Address {
        Address::Team(id.parse().unwrap())
    }

    fn team(name: &str, people: &[&str]) -> Record {
        let people = people.iter().map(|&name| name.to_owned()).collect();
        Record::Team(Team { people, ..Team::named("payments".parse().unwrap(), name) })
    }

    fn workspace(standing: &Record) -> (TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let mut change =
            Change::one("begin", Edit::create(Address::Settings, Record::Settings(Settings::default())));
        change.edits.push(Edit::create(address("payments"), standing.clone()));
        let store = Store::begin(folder.path(), &change).unwrap();
        (folder, store)
    }

    fn insisted_on(store: &Store, before: Option<Record>, after: Option<Record>) -> Change {
        let at = |record: Record| (address("payments"), record);
        let wanted = Change::one("want", Edit { before: before.map(at), after: after.map(at) });
        let change = store.insist(&wanted).unwrap();
        store.save(&change).unwrap();
        assert!(store.insist(&wanted).unwrap().is_empty());
        change
    }

    fn standing(store: &Store) -> Option<Record> {
        store.load().unwrap().workspace.teams.into_values().next().map(Record::Team)
    }

    #[test]
    fn mine_is_taken_where_it_clashes_and_theirs_stays_elsewhere() {
        let (_folder, store) = workspace(&team("Money", &["Ana", "Lin"]));
        insisted_on(&store, Some(team("Payments", &["Ana"])), Some(team("Pay", &["Ana"])));
        assert_eq!(standing(&store), Some(team("Pay", &["Ana", "Lin"])));
    }

    #[test]
    fn what_was_made_twice_changed_or_gone_becomes_mine() {
        let (_folder, store) = workspace(&team("Money", &["Lin"]));
        insisted_on(&store, None, Some(team("Pay", &["Ana"])));
        assert_eq!(standing(&store), Some(team("Pay", &["Ana"])));
        insisted_on(&store, Some(team("Payments", &[])), None);
        assert_eq!(standing(&store), None);
        insisted_on(&store, Some(team("Payments", &[])), Some(team("Pay", &[])));
        assert_eq!(standing(&store), Some(team("Pay", &[])));
    }
}
