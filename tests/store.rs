//! The store as the screens and commands use it: no byte changes that was not meant to, no writer loses anything.

pub mod comments;
pub mod cut_off;
pub mod writers;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use quarterdeck::domain::change::{Address, Change, Edit, Record};
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::store::Store;

/// Every file of the layout below a folder with its contents.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().is_some_and(|name| name.to_str().unwrap().starts_with('.')) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// A copy of the sample that may be changed.
pub fn sample() -> TempDir {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
    let copy = tempfile::tempdir().unwrap();
    for (path, text) in files(&sample) {
        let path = copy.path().join(path.strip_prefix(&sample).unwrap());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    copy
}

/// Every record of a workspace with its address.
pub fn records(workspace: &Workspace) -> Vec<(Address, Record)> {
    let mut found = vec![(Address::Settings, Record::Settings(workspace.settings.clone()))];
    if !workspace.steps.steps.is_empty() {
        found.push((Address::Steps, Record::Steps(workspace.steps.clone())));
    }
    let teams = workspace.teams.values().cloned();
    found.extend(teams.map(|team| (Address::Team(team.id.clone()), Record::Team(team))));
    let cycles = workspace.cycles.values().cloned();
    found.extend(cycles.map(|cycle| (Address::Cycle(cycle.id.clone()), Record::Cycle(cycle))));
    for (key, quarter) in &workspace.quarters {
        let at = || key.clone();
        found.push((Address::Frame(at()), Record::Frame(quarter.frame.clone())));
        for objective in &quarter.objectives {
            let id = objective.id.clone();
            found.push((Address::Objective(at(), id.clone()), Record::objective(objective)));
            for key_result in objective.key_results.iter().cloned() {
                let address = Address::KeyResult(at(), id.clone(), key_result.id.clone());
                found.push((address, Record::KeyResult(key_result)));
            }
        }
        let sittings = quarter.sittings.iter().cloned();
        found.extend(sittings.map(|one| (Address::Sitting(at(), one.id.clone()), Record::Sitting(one))));
        let scorings = quarter.scorings.values().cloned();
        found.extend(
            scorings.map(|one| (Address::Scoring(at(), one.key_result.clone()), Record::Scoring(one))),
        );
        let notes = quarter.notes.iter().cloned();
        found.extend(notes.map(|one| (Address::Note(at(), one.id.clone()), Record::Note(one))));
        let efforts = quarter.efforts.iter().cloned();
        found.extend(efforts.map(|one| (Address::Effort(at(), one.id.clone()), Record::Effort(one))));
    }
    found
}

#[test]
fn a_workspace_written_anew_reads_the_same() {
    let (_, loaded) = Store::open(sample().path()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let edits = records(&loaded.workspace).into_iter().map(|(at, record)| Edit::create(at, record));
    let change = Change { sentence: "write everything".into(), edits: edits.collect() };
    let store = Store::begin(folder.path(), &change).unwrap();
    assert_eq!(store.load().unwrap(), loaded);
}

#[test]
fn every_change_can_be_taken_back() {
    let copy = sample();
    let (store, loaded) = Store::open(copy.path()).unwrap();
    let earlier = files(copy.path());
    // Removed and brought back, what stands there means the same.
    let edits = records(&loaded.workspace).into_iter().skip(1).map(|(at, record)| Edit::remove(at, record));
    let mut change = Change { sentence: "remove everything".into(), edits: edits.collect() };
    change.edits.reverse();
    store.save(&change).unwrap();
    assert_eq!(files(copy.path()).len(), 1);
    store.save(&change.inverse()).unwrap();
    assert_eq!(store.load().unwrap(), loaded);
    assert!(files(copy.path()).keys().eq(earlier.keys()));
}
