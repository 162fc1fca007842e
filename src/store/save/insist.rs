//! What a person picks when two changes clash: mine, after all.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::plan::{Plan, Standing, whole};
use super::{Conflict, Obstacle, SaveError};
use crate::domain::change::{Address, Change, Edit, Record};
use crate::domain::day::Day;
use crate::domain::id::ObjectiveId;
use crate::domain::key_result::Revision;
use crate::domain::objective::Wording;
use crate::store::merge::{DEFINITION, merge, picked_over};
use crate::store::patch::render;
use crate::store::{Store, layout, record};
use crate::words::store::saving as words;

impl Store {
    /// The change that brings what was wanted over what stands in the files now: where others set the same field, mine is
    /// taken; what else they changed stays. A key result is looked for by its id, wherever others moved it. It is empty if
    /// all of it stands already. Whether it may be made is for `domain::decision::judge` to say.
    ///
    /// # Errors
    ///
    /// A file it is about is damaged.
    pub fn insist(&self, wanted: &Change) -> Result<Change, SaveError> {
        let files = Files { root: self.root(), plan: Plan::new(self.root()) };
        let edits = wanted.edits.iter().map(|edit| files.over(edit));
        let edits = edits.collect::<Result<Vec<_>, _>>().map_err(SaveError::new)?;
        let mut edits: Vec<Edit> = edits.into_iter().flatten().collect();
        edits.retain(|edit| edit.before != edit.after);
        Ok(Change { sentence: wanted.sentence.clone(), edits })
    }

    /// What others made that stands against what was wanted; none where it could simply be saved, or where something else
    /// stands in its way.
    pub fn conflict(&self, wanted: &Change) -> Option<Conflict> {
        let mut plan = Plan::new(self.root());
        match wanted.edits.iter().find_map(|edit| plan.add(edit).err())? {
            Obstacle::Clash { conflict, .. } => Some(conflict),
            _ => None,
        }
    }
}

/// What stands now.
struct Files<'r> {
    root: &'r Path,
    plan: Plan<'r>,
}

impl Files<'_> {
    /// One edit as it would be made by somebody who knows what stands there; `None` if nothing is left to do.
    fn over(&self, edit: &Edit) -> Result<Option<Edit>, Obstacle> {
        let Some((to, wanted)) = &edit.after else {
            let Some((from, _)) = &edit.before else { return Ok(None) };
            return Ok(self.found(from)?.map(|(at, standing)| Edit::remove(at, standing.record)));
        };
        let Some((from, before)) = &edit.before else { return self.made(to, wanted) };
        let mut standing = self.found(from)?;
        if standing.is_none() && from != to {
            standing = self.plan.standing(to)?.map(|standing| (to.clone(), standing));
        }
        let Some((at, standing)) = standing else {
            return Ok(Some(Edit::create(to.clone(), wanted.clone())));
        };
        let mine = insisted(to, (before, wanted), &standing.table)?;
        let after = with_what_was(with_all_revisions(mine, &standing.record, before), &standing.record);
        // What others moved and I did not stays where they put it.
        let to = if from == to { at.clone() } else { to.clone() };
        Ok(Some(Edit { before: Some((at, standing.record)), after: Some((to, after)) }))
    }

    /// What I made, over what others made of the same name; what there is one of is joined with theirs.
    fn made(&self, to: &Address, wanted: &Record) -> Result<Option<Edit>, Obstacle> {
        let Some(standing) = self.plan.standing(to)? else {
            return Ok(Some(Edit::create(to.clone(), wanted.clone())));
        };
        let after = if to.is_one_of_a_kind() {
            laid_over(to, (&Table::new(), &record::table(wanted)), &standing.table)?
        } else {
            wanted.clone()
        };
        Ok(Some(Edit::update(to.clone(), standing.record, after)))
    }

    /// What stands at an address; of a key result what stands under another objective, where others moved it.
    fn found(&self, address: &Address) -> Result<Option<(Address, Standing)>, Obstacle> {
        if let Some(standing) = self.plan.standing(address)? {
            return Ok(Some((address.clone(), standing)));
        }
        let Address::KeyResult(key, under, id) = address else { return Ok(None) };
        let objective = layout::path(&Address::Objective(key.clone(), under.clone()));
        let folder = objective.parent().and_then(Path::parent).map(|folder| self.root.join(folder));
        let entries = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let mut all: Vec<ObjectiveId> = names.collect();
        all.sort();
        for other in all {
            let at = Address::KeyResult(key.clone(), other, id.clone());
            if let Some(standing) = self.plan.standing(&at)? {
                return Ok(Some((at, standing)));
            }
        }
        Ok(None)
    }
}

/// The same, known by the name others gave it meanwhile: whoever asks for it by that name finds it.
fn with_what_was(mine: Record, standing: &Record) -> Record {
    match (mine, standing) {
        (Record::Team(mut mine), Record::Team(standing)) => {
            mine.know(&standing.name);
            Record::Team(mine)
        }
        (mine, _) => mine,
    }
}

/// What stands with the change from `before` to `wanted` over it, whatever others made of the same fields.
fn insisted(
    address: &Address,
    (before, wanted): (&Record, &Record),
    standing: &Table,
) -> Result<Record, Obstacle> {
    laid_over(address, (&record::table(before), &record::table(wanted)), standing)
}

fn laid_over(
    address: &Address,
    (before, wanted): (&Table, &Table),
    standing: &Table,
) -> Result<Record, Obstacle> {
    let mut merged = merge(before, standing, wanted).table;
    let is_frozen = before.contains_key("revision") || standing.contains_key("revision");
    if matches!(address, Address::KeyResult(..)) && is_frozen {
        let revised = picked_over(before, standing, wanted);
        let fields =
            DEFINITION.iter().filter_map(|key| Some(((*key).to_owned(), revised.get(*key)?.clone())));
        merged.extend(fields);
    }
    for (key, value) in &mut merged {
        if let (Value::Array(list), Some(Value::Array(standing))) = (value, standing.get(key)) {
            // What stands keeps its order.
            list.sort_by_key(|one| {
                standing.iter().position(|other| is_of_one_name(one, other)).unwrap_or(usize::MAX)
            });
        }
    }
    let path = layout::path(address);
    whole(record::read(address, &render(&merged), &path), &path)
}

/// Whether two elements of a list are the same, or two versions of one.
fn is_of_one_name(one: &Value, other: &Value) -> bool {
    let id = |value: &Value| value.get("id").and_then(Value::as_str).map(str::to_owned);
    one == other || id(one).is_some() && id(one) == id(other)
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
                mine.revisions.push(Revision { date: last.date, reason, title, measure, ambition: None });
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
        let Some(Record::Team(stands)) = standing(&store) else { panic!("it is gone") };
        assert_eq!(stands.aliases, ["Money"], "it is found by the name others gave it");
        assert_eq!(Record::Team(Team { aliases: Vec::new(), ..stands }), team("Pay", &["Ana", "Lin"]));
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
