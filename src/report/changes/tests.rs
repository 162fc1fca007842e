use super::*;
use crate::domain::check_in::CheckIn;
use crate::domain::confidence::Confidence;
use crate::domain::day::Day;
use crate::domain::decision::{Desk, List, Start, start};
use crate::domain::frame::Frame;
use crate::domain::key_result::KeyResult;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::seed::Seed;
use crate::domain::team::Team;

fn key() -> QuarterKey {
    "payments/2027-q1".parse().unwrap()
}

fn day() -> Day {
    Day::new(2027, 2, 26).unwrap()
}

/// A quarter with one objective and its key result, and how it was begun.
fn begun() -> (Workspace, Vec<Edit>) {
    let cycle = Cycle::calendar("2027-q1").unwrap();
    let team = Team::named("payments".parse().unwrap(), "Payments");
    let begin =
        start(&Start { organisation: None, team, cycle, objective: Some("Sign-in works".into()) }).unwrap();
    let mut workspace = Workspace::default();
    workspace.apply(&begin);
    let mut all = begin.edits;
    all.extend(done(&mut workspace, |desk, seed| {
        let under = desk.quarter.objectives[0].id.clone();
        desk.add_key_result(&under, "Sign-in failures", seed).unwrap().0.edits
    }));
    (workspace, all)
}

fn done(workspace: &mut Workspace, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Vec<Edit>) -> Vec<Edit> {
    let edits = decide(&Desk::at(workspace, &key(), day()).unwrap(), &mut Seed::new(3));
    for edit in &edits {
        workspace.apply_edit(edit);
    }
    edits
}

fn key_result(desk: &Desk<'_>) -> KeyResult {
    desk.quarter.key_results().next().unwrap().1.clone()
}

fn aimed(desk: &Desk<'_>) -> KeyResult {
    let mut key_result = key_result(desk);
    key_result.measure.unit = Some("%".to_owned());
    key_result.measure.target = Some("0.4".parse().unwrap());
    key_result.contact = Some("Ada".to_owned());
    key_result
}

#[test]
fn a_beginning_is_told_by_its_quarter() {
    let (workspace, edits) = begun();
    let message = message(&edits, &workspace);
    assert_eq!(message.subject, "payments 2027-Q1: begin the quarter, 1 new objective, 1 new key result");
    assert!(
        message.lines.contains(&"new: the key result “Sign-in failures”".to_owned()),
        "{:?}",
        message.lines
    );
}

#[test]
fn check_ins_are_told_by_their_round_without_a_vote() {
    let (mut workspace, _) = begun();
    let edits = done(&mut workspace, |desk, seed| {
        let key_result = key_result(desk);
        let mut entry = CheckIn::on(key_result.id.clone());
        entry.reading = Some("1.4".parse().unwrap());
        entry.confidence = [Confidence::new(61).unwrap()].into_iter().collect();
        entry.blocked = Some("logs late".to_owned());
        let id = desk.sitting_id(day(), seed).unwrap();
        let mut sitting = Sitting::new(id.clone(), day());
        sitting.decision = Some("plan stands".to_owned());
        sitting.check_ins = vec![entry];
        vec![Edit::create(Address::Sitting(key(), id), Record::Sitting(sitting))]
    });
    let message = message(&edits, &workspace);
    assert_eq!(message.subject, "payments 2027-Q1: check-in 4, 1 reading");
    assert_eq!(
        message.lines,
        ["Sign-in failures: 1.4 on 26 Feb, blocked", "decision on 26 Feb: plan stands"]
    );
    assert!(!message.text().contains("61"), "no vote");
}

#[test]
fn a_changed_key_result_is_told_by_its_fields_and_names_nobody() {
    let (mut workspace, _) = begun();
    let edits = done(&mut workspace, |desk, _| desk.revise_key_result(aimed(desk), None).unwrap().edits);
    let message = message(&edits, &workspace);
    assert_eq!(message.subject, "payments 2027-Q1: 1 key result");
    assert_eq!(message.lines, ["the key result “Sign-in failures”: unit, target nothing → 0.4 %, contact"]);
    let edits =
        done(&mut workspace, |desk, seed| desk.add_line(List::NotNow, "billing", None, seed).unwrap().edits);
    assert_eq!(super::message(&edits, &workspace).subject, "payments 2027-Q1: the quarter: not now");
}

#[test]
fn a_changed_action_is_told_by_its_fields() {
    let (mut workspace, _) = begun();
    let note = |desk: &Desk<'_>, seed: &mut Seed| desk.note(NoteKind::Action, "Fewer goals", seed).unwrap();
    done(&mut workspace, |desk, seed| desk.put_note(note(desk, seed)).unwrap().edits);
    let edits = done(&mut workspace, |desk, _| {
        let begins = Note { first_date: Some(day()), ..desk.quarter.notes[0].clone() };
        desk.put_note(begins).unwrap().edits
    });
    let lines = message(&edits, &workspace).lines;
    assert!(lines[0].ends_with(": first date nothing → 2027-02-26"), "{lines:?}");
}

#[test]
fn many_changes_and_long_texts_stay_short() {
    let (mut workspace, mut edits) = begun();
    for number in 0..60 {
        let text = format!("{number} \n\u{1b}[2J {}", "long ".repeat(60));
        edits.extend(done(&mut workspace, |desk, seed| {
            desk.add_line(List::NotNow, &text, None, seed).unwrap().edits
        }));
    }
    let message = message(&edits, &workspace);
    assert!(message.subject.chars().count() <= 72, "{}", message.subject);
    assert_eq!(message.lines.len(), TOLD + 1);
    assert!(message.text().lines().all(|line| line.chars().count() <= 100 && !line.contains('\u{1b}')));
}

#[test]
fn what_no_record_tells_has_a_subject_too() {
    let (workspace, _) = begun();
    assert_eq!(message(&[], &workspace).text(), "okr: how git merges these files\n");
    let team = Record::Team(workspace.teams[&key().team].clone());
    let edit = Edit::update(Address::Team(key().team), team.clone(), team);
    assert_eq!(message(&[edit], &workspace).subject, "okr: the team “Payments”: comments");
}

#[test]
fn a_change_that_is_no_comment_is_never_called_one() {
    let (mut workspace, _) = begun();
    done(&mut workspace, |desk, _| desk.revise_key_result(aimed(desk), None).unwrap().edits);
    let told = |workspace: &mut Workspace, change: &dyn Fn(&mut Record) -> Address| {
        let edits = done(workspace, |desk, _| {
            let objective = &desk.quarter.objectives[0];
            let mut all = [
                Record::Frame(desk.quarter.frame.clone()),
                Record::KeyResult(objective.key_results[0].clone()),
                Record::Objective(objective.clone()),
            ];
            let kinds = all.clone();
            let changed = all.iter_mut().zip(kinds).find_map(|(record, before)| {
                let at = change(record);
                (*record != before).then(|| Edit::update(at, before, record.clone()))
            });
            vec![changed.unwrap()]
        });
        message(&edits, workspace).lines.join("; ")
    };
    let line = |text: &str| crate::domain::frame::ListLine {
        id: "l1".parse().unwrap(),
        text: text.to_owned(),
        reason: None,
    };
    let at = |workspace: &Workspace| {
        let objective = &workspace.quarters[&key()].objectives[0];
        Address::KeyResult(key(), objective.id.clone(), objective.key_results[0].id.clone())
    };
    let of_key_result = at(&workspace);
    assert_eq!(
        told(&mut workspace, &|record| {
            if let Record::Frame(frame) = record {
                frame.parking_lot.push(line("who owns the logs?"));
                frame.pre_mortem.push(line("the bank says no"));
            }
            Address::Frame(key())
        }),
        "the quarter: pre-mortem, parking lot"
    );
    assert_eq!(
        told(&mut workspace, &|record| {
            if let Record::KeyResult(key_result) = record {
                key_result.guardrail = Some(crate::domain::key_result::Guardrail {
                    metric: "latency".to_owned(),
                    unit: Some("ms".to_owned()),
                    start: Some("840".parse().unwrap()),
                    ..Default::default()
                });
            }
            of_key_result.clone()
        }),
        "the key result “Sign-in failures”: guardrail, it reads now nothing → 840 ms"
    );
}

#[test]
fn a_close_that_is_taken_back_is_told() {
    let (mut workspace, _) = begun();
    let close = done(&mut workspace, |desk, _| {
        let frame = |closed| Record::Frame(Frame { closed, ..desk.quarter.frame.clone() });
        vec![Edit::update(Address::Frame(key()), frame(None), frame(Some(day())))]
    });
    let back: Vec<Edit> =
        close.iter().map(|edit| Edit { before: edit.after.clone(), after: edit.before.clone() }).collect();
    assert_eq!(message(&close, &workspace).subject, "payments 2027-Q1: close the quarter");
    let told = message(&back, &workspace);
    assert_eq!(told.subject, "payments 2027-Q1: open the quarter again");
    assert!(told.lines[0].ends_with("open again"), "{:?}", told.lines);
}
