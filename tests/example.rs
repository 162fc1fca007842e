//! The sample workspace is true: every file is read in full, every reference leads somewhere, every score is what the
//! formula says or has its reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quarterdeck::domain::change::{Address, Change, Edit, Record};
use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::Desk;
use quarterdeck::domain::effort::{Effort, PersonMinutes};
use quarterdeck::domain::id::{CycleId, LineId, TeamId};
use quarterdeck::domain::key_result::KeyResult;
use quarterdeck::domain::objective::AssumptionState;
use quarterdeck::domain::quarter::{Phase, Quarter, QuarterKey};
use quarterdeck::domain::retrospective::{MOST_ACTIONS, Note, NoteKind};
use quarterdeck::domain::scoring::Outcome;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::store::Store;

use crate::support::tree::files;

/// The folder of the sample.
fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example")
}

/// The day the sample is shown on: the middle of 2027-Q1.
fn demo_day() -> Day {
    Day::new(2027, 2, 11).unwrap()
}

fn workspace() -> Workspace {
    let (_, loaded) = Store::open(&sample()).unwrap();
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    loaded.workspace
}

fn quarter<'w>(workspace: &'w Workspace, team: &str, cycle: &str) -> &'w Quarter {
    let key: QuarterKey = format!("{team}/{cycle}").parse().unwrap();
    workspace.quarters.get(&key).unwrap_or_else(|| panic!("{key} is not in the sample"))
}

fn committed(quarter: &Quarter) -> impl Iterator<Item = &KeyResult> {
    quarter.key_results().map(|(_, key_result)| key_result).filter(|key_result| !key_result.is_to_find_out())
}

#[test]
fn every_file_is_text_as_a_team_writes_it() {
    for path in files(sample()) {
        let text = fs::read_to_string(sample().join(&path)).unwrap();
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains('\r'), "{path}");
        assert!(text.lines().all(|line| line == line.trim_end()), "{path}");
    }
}

/// Every record with its address.
fn records(workspace: &Workspace) -> Vec<(Address, Record)> {
    let mut all = vec![(Address::Settings, Record::Settings(workspace.settings.clone()))];
    all.extend(
        workspace.teams.iter().map(|(id, team)| (Address::Team(id.clone()), Record::Team(team.clone()))),
    );
    all.extend(
        workspace.cycles.iter().map(|(id, cycle)| (Address::Cycle(id.clone()), Record::Cycle(cycle.clone()))),
    );
    for quarter in workspace.quarters.values() {
        let key = || quarter.key.clone();
        all.push((Address::Frame(key()), Record::Frame(quarter.frame.clone())));
        all.extend(
            quarter
                .objectives
                .iter()
                .map(|it| (Address::Objective(key(), it.id.clone()), Record::objective(it))),
        );
        all.extend(quarter.key_results().map(|(under, it)| {
            (Address::KeyResult(key(), under.id.clone(), it.id.clone()), Record::KeyResult(it.clone()))
        }));
        all.extend(
            quarter
                .sittings
                .iter()
                .map(|it| (Address::Sitting(key(), it.id.clone()), Record::Sitting(it.clone()))),
        );
        all.extend(
            quarter
                .scorings
                .iter()
                .map(|(id, it)| (Address::Scoring(key(), id.clone()), Record::Scoring(it.clone()))),
        );
        all.extend(
            quarter.notes.iter().map(|it| (Address::Note(key(), it.id.clone()), Record::Note(it.clone()))),
        );
        all.extend(
            quarter
                .efforts
                .iter()
                .map(|it| (Address::Effort(key(), it.id.clone()), Record::Effort(it.clone()))),
        );
    }
    all
}

/// A copy of the sample that may be written.
fn copy() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    for path in files(sample()) {
        let to = folder.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(sample().join(path), to).unwrap();
    }
    let (store, _) = Store::open(folder.path()).unwrap();
    (folder, store)
}

#[track_caller]
fn assert_same_bytes(folder: &Path) {
    for path in files(sample()) {
        let [now, before] = [folder, &sample()].map(|root| fs::read_to_string(root.join(&path)).unwrap());
        assert_eq!(now, before, "{path}");
    }
}

#[test]
fn saving_what_stands_there_changes_no_byte() {
    let (folder, store) = copy();
    let records = records(&workspace());
    assert_eq!(records.len(), files(sample()).len());
    let edits = records.into_iter().map(|(at, record)| Edit::update(at, record.clone(), record)).collect();
    store.save(&Change { sentence: "say it all again".to_owned(), edits }).unwrap();
    assert_same_bytes(folder.path());
}

#[test]
fn a_change_and_its_undo_change_no_byte() {
    let (folder, store) = copy();
    let workspace = workspace();
    let key: QuarterKey = "payments/2027-q1".parse().unwrap();
    let desk = Desk::at(&workspace, &key, demo_day()).unwrap();
    for (_, key_result) in desk.quarter.key_results() {
        let mut after = key_result.clone();
        after.measure.metric = Some("something else".to_owned());
        let (under, _) = desk.quarter.key_result(&key_result.id).unwrap();
        let at = Address::KeyResult(key.clone(), under.id.clone(), key_result.id.clone());
        let edit = Edit::update(at, Record::KeyResult(key_result.clone()), Record::KeyResult(after));
        let change = Change::one("turn it upside down", edit);
        store.save(&change).unwrap();
        store.save(&change.inverse()).unwrap();
    }
    assert_same_bytes(folder.path());
}

#[test]
fn teams_and_quarters_stand_where_the_screens_look_for_them() {
    let workspace = workspace();
    for team in workspace.teams.values() {
        assert!(
            team.parent.as_ref().is_none_or(|parent| workspace.teams.contains_key(parent)),
            "{}",
            team.id
        );
    }
    for quarter in workspace.quarters.values() {
        assert!(workspace.cycles.contains_key(&quarter.key.cycle), "{}", quarter.key);
        assert!(workspace.teams.contains_key(&quarter.key.team), "{}", quarter.key);
        let follows = workspace.previous(&quarter.key).map(|previous| &previous.key.cycle);
        assert_eq!(quarter.frame.follows.as_ref(), follows, "{}", quarter.key);
    }
    let payments: TeamId = "payments".parse().unwrap();
    let phase = |cycle: &str| {
        let id: CycleId = cycle.parse().unwrap();
        quarter(&workspace, "payments", cycle).phase(&workspace.cycles[&id], demo_day())
    };
    assert_eq!(workspace.current_cycle(&payments, demo_day()), Some("2027-q1".parse().unwrap()));
    assert_eq!(
        [phase("2026-q4"), phase("2027-q1"), phase("2027-q2")],
        [Phase::Closed, Phase::CheckIns, Phase::Setting]
    );
}

#[test]
fn every_reference_leads_somewhere() {
    let workspace = workspace();
    for quarter in workspace.quarters.values() {
        check_links(&workspace, quarter);
        check_sittings(quarter);
        check_notes(quarter);
        check_handed(&workspace, quarter);
    }
}

fn check_links(workspace: &Workspace, at: &Quarter) {
    for objective in &at.objectives {
        if let Some(link) = &objective.contributes_to {
            let [team, cycle, id] = link.split('/').collect::<Vec<_>>()[..] else { panic!("{link}") };
            assert!(quarter(workspace, team, cycle).objective(&id.parse().unwrap()).is_some(), "{link}");
            assert_eq!(workspace.teams[&at.key.team].parent, Some(team.parse().unwrap()), "{link}");
            assert!(objective.contribution.is_some(), "{}: how does it contribute?", objective.id);
        }
        let from = objective.carried_from.as_deref().and_then(|from| from.split_once('/'));
        assert!(
            from.is_none_or(|(cycle, id)| {
                quarter(workspace, at.key.team.as_str(), cycle).objective(&id.parse().unwrap()).is_some()
            }),
            "{from:?}"
        );
    }
    for (_, key_result) in at.key_results() {
        let from = key_result.carried_from.as_deref().and_then(|from| from.split_once('/'));
        assert!(
            from.is_none_or(|(cycle, id)| {
                quarter(workspace, at.key.team.as_str(), cycle).key_result(&id.parse().unwrap()).is_some()
            }),
            "{from:?}"
        );
        let measured_at = key_result.measured_at.as_ref().map(|team| team.parse().unwrap());
        assert!(
            measured_at.is_none_or(|team: TeamId| workspace.teams.contains_key(&team)),
            "{}",
            key_result.id
        );
        let people = &workspace.teams[&at.key.team].people;
        assert!(
            key_result.contact.as_ref().is_none_or(|contact| people.contains(contact)),
            "{}",
            key_result.id
        );
    }
}

fn check_sittings(quarter: &Quarter) {
    for sitting in quarter.sittings.iter() {
        let (date, letters) = sitting.id.as_str().split_at(10);
        assert_eq!(date, sitting.date.to_string());
        assert_eq!(letters.len(), 7, "{}", sitting.id);
        let replaced = sitting.supersedes.as_ref();
        assert!(
            replaced.is_none_or(|id| quarter.sittings.iter().any(|other| other.id == *id)),
            "{}",
            sitting.id
        );
        for entry in &sitting.check_ins {
            assert!(quarter.key_result(&entry.key_result).is_some(), "{}: {}", sitting.id, entry.key_result);
            assert!(!entry.is_empty(), "{}: {}", sitting.id, entry.key_result);
        }
    }
    for id in quarter.scorings.keys() {
        assert!(quarter.key_result(id).is_some() && !quarter.is_dropped(id), "{}: {id}", quarter.key);
    }
}

fn check_notes(quarter: &Quarter) {
    for note in &quarter.notes {
        let key_result = note.key_result.as_ref();
        assert!(key_result.is_none_or(|id| quarter.key_result(id).is_some()), "{}", note.id);
        let objective = note.objective.as_ref().map(|id| quarter.objective(id).unwrap());
        let known =
            |id: &LineId| objective.unwrap().assumptions.iter().any(|assumption| assumption.id == *id);
        assert!(note.assumption.as_ref().is_none_or(known), "{}", note.id);
        let subject = note.assumption.as_ref().map(ToString::to_string);
        let subject =
            subject.or(key_result.map(ToString::to_string)).or(objective.map(|it| it.id.to_string()));
        let kind = match note.kind {
            NoteKind::Difficulty => "difficulty",
            NoteKind::Importance => "importance",
            _ => "assumption",
        };
        assert!(subject.is_none_or(|subject| note.id.as_str() == format!("{kind}-{subject}")), "{}", note.id);
    }
}

fn check_handed(workspace: &Workspace, quarter: &Quarter) {
    let Some(last) = workspace.previous(&quarter.key).filter(|_| quarter.frame.committed.is_some()) else {
        return;
    };
    let told = |note: &&Note| matches!(note.kind, NoteKind::Lesson | NoteKind::Action);
    let notes = last.notes.iter().filter(told).map(|note| note.id.as_str());
    let wrong = last.notes.iter().filter(|note| note.verdict == Some(AssumptionState::Wrong));
    let wrong = wrong.filter_map(|note| note.assumption.as_ref().map(LineId::as_str));
    let key_results = last.live_key_results().map(|(_, key_result)| key_result.id.as_str());
    let points: BTreeSet<&str> = notes.chain(wrong).chain(key_results).collect();
    let ticked: BTreeSet<&str> = quarter.frame.handed.iter().map(|handed| handed.id.as_str()).collect();
    assert_eq!(points, ticked, "{}", quarter.key);
}

#[test]
fn a_committed_key_result_begins_with_the_definition_of_its_commit() {
    for quarter in workspace().quarters.values() {
        for key_result in committed(quarter) {
            let first = key_result.revisions.first();
            assert_eq!(first.map(|first| first.date), quarter.frame.committed, "{}", key_result.id);
            let Some(last) = key_result.revisions.last() else { continue };
            assert_eq!(
                (&last.title, &last.measure),
                (&key_result.title, &key_result.measure),
                "{}",
                key_result.id
            );
            assert!(key_result.committed_measure().forecast().is_some(), "{}", key_result.id);
            assert!(key_result.revisions.is_sorted_by_key(|revision| revision.date), "{}", key_result.id);
        }
    }
}

#[test]
fn every_score_is_what_the_formula_says_or_has_its_reason() {
    let workspace = workspace();
    let mut moved = 0;
    for quarter in workspace.quarters.values().filter(|quarter| quarter.frame.closed.is_some()) {
        for key_result in committed(quarter) {
            let proposed = quarter.progress(key_result).proposed_score();
            match quarter.outcome(key_result) {
                Outcome::Scored(score) if Some(score) != proposed => {
                    assert!(
                        quarter.scorings[&key_result.id].reason.is_some(),
                        "{}: {proposed:?}",
                        key_result.id
                    );
                    moved += 1;
                }
                Outcome::Scored(_) | Outcome::Dropped | Outcome::ReadsLater => {}
                other => panic!("{} of {} is {other:?}", key_result.id, quarter.key),
            }
        }
    }
    assert_eq!(moved, 1);
}

#[test]
fn a_closed_quarter_has_a_verdict_on_every_assumption_and_at_most_three_actions() {
    for quarter in workspace().quarters.values().filter(|quarter| quarter.frame.closed.is_some()) {
        let actions = quarter.notes.iter().filter(|note| note.kind == NoteKind::Action).count();
        assert!((1..=MOST_ACTIONS).contains(&actions), "{}", quarter.key);
        for assumption in quarter.objectives.iter().flat_map(|objective| &objective.assumptions) {
            let judged = |id: &LineId| *id == assumption.id;
            let verdict = quarter.notes.iter().find(|note| note.assumption.as_ref().is_some_and(judged));
            assert!(verdict.is_some_and(|note| note.verdict.is_some()), "{}", assumption.id);
        }
    }
}

#[test]
fn nothing_was_said_after_the_day_the_sample_is_shown_on() {
    for quarter in workspace().quarters.values() {
        let sat = quarter.sittings.iter().map(|sitting| sitting.date);
        let spent = quarter.efforts.iter().map(|effort| effort.date);
        let noted = quarter.notes.iter().map(|note| note.date);
        assert!(sat.chain(spent).chain(noted).all(|date| date <= demo_day()), "{}", quarter.key);
    }
}

#[test]
fn the_hours_stay_inside_four_person_days() {
    for quarter in workspace().quarters.values() {
        let spent: PersonMinutes = quarter.efforts.iter().map(Effort::cost).sum();
        assert!(spent.0 <= 32 * 60, "{}: {spent}", quarter.key);
    }
}

/// The quarter as it stood just before its commit.
fn before_commit(workspace: &Workspace, key: &QuarterKey) -> Workspace {
    let mut before = workspace.clone();
    let quarter = before.quarters.get_mut(key).unwrap();
    quarter.frame.committed = None;
    quarter.frame.closed = None;
    for objective in &mut quarter.objectives {
        objective.dropped = None;
        for key_result in &mut objective.key_results {
            key_result.dropped = None;
            key_result.revisions.clear();
        }
    }
    before
}

#[test]
fn every_question_that_was_gone_past_has_its_reason() {
    let workspace = workspace();
    for (key, quarter) in &workspace.quarters {
        let Some(committed) = quarter.frame.committed else { continue };
        let before = before_commit(&workspace, key);
        let stops = Desk::at(&before, key, committed).unwrap().commit_stops();
        let asked: BTreeSet<&str> = stops.iter().map(|stop| stop.rule.id()).collect();
        let answered: BTreeSet<&str> =
            quarter.frame.overrides.iter().map(|gone| gone.rule.as_str()).collect();
        assert_eq!(asked, answered, "{key}: {stops:?}");
    }
}

#[test]
fn a_closed_quarter_left_nothing_open() {
    let workspace = workspace();
    for (key, quarter) in workspace.quarters.iter().filter(|(_, quarter)| quarter.frame.closed.is_some()) {
        let stops = Desk::at(&workspace, key, quarter.frame.closed.unwrap()).unwrap().close_stops();
        assert!(stops.is_empty(), "{key}: {stops:?}");
    }
}

#[test]
fn history_stops_at_every_day_on_which_something_was_written_down() {
    let (_, loaded) = Store::open(&sample()).unwrap();
    for quarter in loaded.workspace.quarters.values() {
        let (dated, first) = (quarter.dated_days(), Day::new(2026, 6, 1).unwrap());
        for day in (1..400).map(|days| first.plus(days)) {
            let has_changed = quarter.as_of(day) != quarter.as_of(day.plus(-1));
            assert!(!has_changed || dated.contains(&day), "{:?}: {day}", quarter.key);
        }
    }
}
