//! Every stop of the commit and of the close fires, alone, where its rule is broken, and none where no rule is.

use std::collections::BTreeSet;

use super::*;
use crate::domain::change::Stop;
use crate::domain::confidence::Confidence;
use crate::domain::cycle::Cycle;
use crate::domain::frame::ListLine;
use crate::domain::measure::Measure;
use crate::domain::retrospective::{Importance, Note};
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;

#[test]
fn nobody_picks_a_commit_away() {
    let room = Room::committed();
    let standing = room.quarter().frame.clone();
    let open = Frame { committed: None, ..standing.clone() };
    let edit = Edit::update(Address::Frame(room.key.clone()), Record::Frame(standing), Record::Frame(open));
    let refused = judge(&room.workspace, &Change::one("undo the commit", edit), room.today).unwrap_err();
    assert_eq!(refused.stops.iter().map(|stop| stop.rule.id()).collect::<Vec<_>>(), ["SET-14"]);
}

impl Room {
    fn quarter_mut(&mut self) -> &mut Quarter {
        self.workspace.quarters.get_mut(&self.key).unwrap()
    }

    fn objective_mut(&mut self) -> &mut Objective {
        &mut self.quarter_mut().objectives[0]
    }

    fn measure_mut(&mut self) -> &mut Measure {
        &mut self.objective_mut().key_results[0].measure
    }

    fn note(&mut self, kind: NoteKind) -> &mut Note {
        let note = self.decide(|desk, seed| desk.note(kind, "retries hid the cause", seed)).unwrap();
        let notes = &mut self.quarter_mut().notes;
        notes.push(note);
        notes.last_mut().unwrap()
    }
}

/// A set with nothing in the way of its commit.
fn ready() -> Room {
    let mut room = Room::drafted();
    let vote = Confidence::new(50).into_iter().collect();
    let vote = CheckIn { confidence: vote, ..CheckIn::on(room.first()) };
    let sitting = Sitting { kind: SittingKind::Opening, ..Room::sitting(room.today, vec![vote]) };
    let line = |id: &str| LineId::new(id).unwrap();
    let text = "the provider keeps its interface".to_owned();
    room.objective_mut().assumptions =
        vec![Assumption { id: line("abcdef"), text: text.clone(), noticed_by: None, state: None }];
    let quarter = room.quarter_mut();
    quarter.sittings.push(sitting);
    quarter.frame.not_now.push(ListLine { id: line("ghijkl"), text, reason: None });
    room
}

/// A quarter with nothing in the way of its close.
fn scored() -> Room {
    let mut room = ready();
    let change = room.desk().commit(room.desk().commit_stops(), None).unwrap();
    room.take(&change);
    room.today = day(3, 30);
    let change = room.score("0.5", 10, None).unwrap();
    room.take(&change);
    room.note(NoteKind::Lesson);
    room.note(NoteKind::Action);
    let first = room.first();
    let mark = room.note(NoteKind::Difficulty);
    (mark.key_result, mark.difficulty) = (Some(first), Some(Difficulty::Right));
    let under = room.quarter().objectives[0].id.clone();
    let mark = room.note(NoteKind::Importance);
    (mark.objective, mark.importance) = (Some(under), Some(Importance::As));
    let under = room.quarter().objectives[0].id.clone();
    let verdict = room.note(NoteKind::Assumption);
    verdict.objective = Some(under);
    verdict.assumption = LineId::new("abcdef").ok();
    verdict.verdict = Some(AssumptionState::Held);
    room
}

/// A rule, and what breaks it.
type Broken = (StopRule, fn(&mut Room));

const COMMIT: &[Broken] = &[
    (StopRule::NoObjective, |room| room.quarter_mut().objectives.clear()),
    (StopRule::Wall, |room| {
        for at in 1..=5 {
            let mut copy = room.quarter().objectives[0].clone();
            copy.id = ObjectiveId::new(format!("copy-{at}")).unwrap();
            copy.key_results[0].id = KeyResultId::new(format!("copy-{at}-1")).unwrap();
            let votes = &mut room.quarter_mut().sittings[0].check_ins;
            votes.push(CheckIn { key_result: copy.key_results[0].id.clone(), ..votes[0].clone() });
            room.quarter_mut().objectives.push(copy);
        }
    }),
    (StopRule::NoKeyResult, |room| room.objective_mut().key_results.clear()),
    (StopRule::NoMetric, |room| room.measure_mut().metric = None),
    (StopRule::NoBaseline, |room| room.measure_mut().baseline = None),
    (StopRule::NoTarget, |room| room.measure_mut().target = None),
    (StopRule::NoGap, |room| room.measure_mut().target = room.measure_mut().baseline),
    (StopRule::WrongWay, |room| room.measure_mut().direction = Some(Direction::Increase)),
    (StopRule::EmptyWindow, |room| {
        let (low, high) = ("1".parse().ok(), "2".parse().ok());
        let measure = room.measure_mut();
        (measure.kind, measure.floor, measure.ceiling) = (Kind::Between, high, low);
    }),
    (StopRule::At(Step::Set8), |room| room.measure_mut().kind = Kind::EstablishBaseline),
    (StopRule::At(Step::Set12), |room| room.objective_mut().assumptions.clear()),
    (StopRule::NotNow, |room| room.quarter_mut().frame.not_now.clear()),
    (StopRule::At(Step::Set11), |room| {
        let team = room.key.team.clone();
        room.workspace.teams.get_mut(&team).unwrap().parent = TeamId::new("engineering").ok();
        let mut copy = room.quarter().objectives[0].clone();
        copy.id = ObjectiveId::new("copy").unwrap();
        room.quarter_mut().objectives.push(copy);
    }),
    (StopRule::At(Step::Set13), |room| room.quarter_mut().sittings.clear()),
    (StopRule::At(Step::Ret8), |room| {
        let cycle = Cycle::calendar("2026-Q4").unwrap();
        let key = QuarterKey { cycle: cycle.id.clone(), ..room.key.clone() };
        let mut last = Quarter { key: key.clone(), ..room.quarter().clone() };
        last.frame.committed = Some(cycle.first);
        room.workspace.cycles.insert(cycle.id.clone(), cycle);
        room.workspace.quarters.insert(key, last);
    }),
];

const CLOSE: &[Broken] = &[
    (StopRule::At(Step::Set14), |room| room.quarter_mut().frame.committed = None),
    (StopRule::At(Step::Sco3), |room| room.quarter_mut().scorings.clear()),
    (StopRule::At(Step::Ret2), |room| room.quarter_mut().notes.retain(|note| note.kind != NoteKind::Lesson)),
    (StopRule::At(Step::Ret3), |room| room.quarter_mut().notes.retain(|note| note.difficulty.is_none())),
    (StopRule::At(Step::Ret4), |room| room.quarter_mut().notes.retain(|note| note.importance.is_none())),
    (StopRule::At(Step::Ret5), |room| {
        room.quarter_mut().notes.retain(|note| note.kind != NoteKind::Assumption);
    }),
    (StopRule::At(Step::Ret7), |room| room.quarter_mut().notes.retain(|note| note.kind != NoteKind::Action)),
];

fn names(stops: &[Stop]) -> BTreeSet<StopRule> {
    stops.iter().map(|stop| stop.rule).collect()
}

#[test]
fn each_stop_of_the_commit_fires_alone_where_its_rule_is_broken() {
    assert_eq!(ready().desk().commit_stops(), []);
    for (rule, breaks) in COMMIT {
        let mut room = ready();
        breaks(&mut room);
        assert_eq!(names(&room.desk().commit_stops()), BTreeSet::from([*rule]));
    }
}

#[test]
fn each_stop_of_the_close_fires_alone_where_its_rule_is_broken() {
    assert_eq!(scored().desk().close_stops(), []);
    for (rule, breaks) in CLOSE {
        let mut room = scored();
        breaks(&mut room);
        assert_eq!(names(&room.desk().close_stops()), BTreeSet::from([*rule]));
    }
}

/// The rules that a source names, as it writes them: `StopRule::Wall`, `Step::Set14`.
fn named(source: &str) -> BTreeSet<String> {
    let of = |head: &'static str| {
        let is_rule = |after: &&str| after.starts_with(char::is_uppercase) && !after.starts_with("At(");
        let names = source.split(head).skip(1).filter(is_rule);
        names
            .map(move |after| after.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default())
            .map(move |name| format!("{head}{name}"))
    };
    of("StopRule::").chain(of("Step::")).collect()
}

#[test]
fn no_stop_is_without_its_situation() {
    let written = |rule: &StopRule| match rule {
        StopRule::At(step) => format!("Step::{step:?}"),
        rule => format!("StopRule::{rule:?}"),
    };
    let of = |all: &[Broken]| all.iter().map(|(rule, _)| written(rule)).collect::<BTreeSet<_>>();
    let id = written(&StopRule::Id);
    let others = [written(&StopRule::At(Step::Set14))];
    assert_eq!(named(include_str!("../commit.rs")), of(COMMIT).into_iter().chain(others).collect());
    assert_eq!(named(include_str!("../retrospective.rs")), of(CLOSE).into_iter().chain([id]).collect());
}

#[test]
fn a_key_result_made_here_gets_a_free_id_where_others_made_another_elsewhere() {
    let mut room = Room::drafted();
    let other = room.add_objective("Builds nobody waits for");
    let under = |room: &Room, id: &KeyResultId| room.quarter().key_result(id).unwrap().0.id.clone();
    let taken = room.first();
    let made = |under: &ObjectiveId, before: Option<Record>| {
        let address = Address::KeyResult(room.key.clone(), under.clone(), taken.clone());
        let record =
            Record::KeyResult(KeyResult::draft(taken.clone(), "Sign-in failures from 2.3 % to 0.5 %", 10));
        let before = before.map(|record| (address.clone(), record));
        Change::one("add it", Edit { before, after: Some((address, record)) })
    };
    let mut seed = Seed::new(9);
    let mut change = made(&other, None);
    let renamed = with_free_ids(&room.workspace, &mut change, &mut seed);
    let Some((Address::KeyResult(_, at, id), Record::KeyResult(record))) = &change.edits[0].after else {
        panic!("{change:?}")
    };
    assert_eq!((at, &record.id, id == &taken), (&other, id, false));
    assert_eq!(
        renamed
            .iter()
            .map(|one| one.from.to_string().ends_with(&format!("{taken}.toml")))
            .collect::<Vec<_>>(),
        [true]
    );
    assert!(judge(&room.workspace, &change, day(1, 4)).is_ok());
    let (same, known) = (
        made(&under(&room, &taken), None),
        made(&other, Some(Record::KeyResult(room.key_result(&taken).clone()))),
    );
    for kept in [same, known] {
        let mut change = kept.clone();
        assert_eq!(with_free_ids(&room.workspace, &mut change, &mut seed), []);
        assert_eq!(change, kept, "what was made under the same objective, or not here, keeps its id");
    }
    let mut spoken = room.workspace.clone();
    let entry = CheckIn { changed: Some("moved".to_owned()), ..CheckIn::on(taken.clone()) };
    spoken.quarters.get_mut(&room.key).unwrap().sittings.push(Room::sitting(day(1, 4), vec![entry]));
    let mut change = made(&other, None);
    assert_eq!(
        with_free_ids(&spoken, &mut change, &mut seed),
        [],
        "nobody knows of which of the two that is said"
    );
    assert!(judge(&spoken, &change, day(1, 4)).is_err());
}
