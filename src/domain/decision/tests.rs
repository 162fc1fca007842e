//! A quarter from its first objective to the hand-over, and every stop of the method on the way.

mod check_ins;
mod closing;
mod kept;
mod stops;

use proptest::prelude::*;

use super::*;
use crate::domain::change::Force;
use crate::domain::check_in::{Action, CheckIn, Recall, Sitting, SittingKind};
use crate::domain::effort::EffortPhase;
use crate::domain::frame::HandedVerdict;
use crate::domain::id::{CycleId, LineId, SittingId, TeamId};
use crate::domain::measure::{Aggregation, Direction, Kind};
use crate::domain::objective::{Assumption, AssumptionState};
use crate::domain::retrospective::{Difficulty, Judged, NoteKind};
use crate::domain::score::Score;
use crate::domain::scoring::{Outcome, Scoring, WorkDone};
use crate::domain::seed::Seed;

fn day(month: u32, day: u32) -> Day {
    Day::new(2027, month, day).unwrap()
}

/// A workspace with the letters for its ids and the day.
struct Room {
    workspace: Workspace,
    key: QuarterKey,
    seed: Seed,
    today: Day,
}

impl Room {
    /// A team with an open quarter and nothing in it.
    fn empty() -> Self {
        let (workspace, key) = begun();
        Self { workspace, key, seed: Seed::new(1), today: Day::new(2026, 12, 15).unwrap() }
    }

    /// The same with one objective and one key result that can be committed.
    fn drafted() -> Self {
        let mut room = Self::empty();
        let objective = room.add_objective("Sign-in people can rely on");
        let id = room.add_key_result(&objective, "Sign-in failures from 2.3 % to 0.5 %");
        room.edit(&id, |key_result| {
            let measure = &mut key_result.measure;
            measure.metric = Some("sign-in failures".to_owned());
            measure.aggregation = Some(Aggregation::Share);
            measure.unit = Some("%".to_owned());
            measure.baseline = Some("2.3".parse().unwrap());
            measure.target = Some("0.5".parse().unwrap());
        });
        room
    }

    /// The same, committed.
    fn committed() -> Self {
        let mut room = Self::drafted();
        let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("a small team"))).unwrap();
        room.take(&change);
        room.today = day(2, 1);
        room
    }

    fn desk(&self) -> Desk<'_> {
        Desk::at(&self.workspace, &self.key, self.today).unwrap()
    }

    fn decide<T>(&self, decide: impl FnOnce(&Desk, &mut Seed) -> T) -> T {
        decide(&self.desk(), &mut self.seed.clone())
    }

    /// Applies a change and makes sure that its inverse gives the workspace back.
    fn take(&mut self, change: &Change) {
        let before = self.workspace.clone();
        self.workspace.apply(change);
        let mut back = self.workspace.clone();
        back.apply(&change.inverse());
        assert_eq!(back, before, "{} cannot be taken back", change.sentence);
        self.seed.letters();
    }

    fn add_objective(&mut self, title: &str) -> ObjectiveId {
        let (change, id) = self.decide(|desk, seed| desk.add_objective(title, seed)).unwrap();
        self.take(&change);
        id
    }

    fn add_key_result(&mut self, under: &ObjectiveId, title: &str) -> KeyResultId {
        let (change, id) = self.decide(|desk, seed| desk.add_key_result(under, title, seed)).unwrap();
        self.take(&change);
        id
    }

    fn edit(&mut self, id: &KeyResultId, edit: impl FnOnce(&mut KeyResult)) {
        let mut after = self.key_result(id).clone();
        edit(&mut after);
        let change = self.decide(|desk, _| desk.revise_key_result(after, None)).unwrap();
        self.take(&change);
    }

    fn key_result(&self, id: &KeyResultId) -> &KeyResult {
        self.quarter().key_result(id).unwrap().1
    }

    fn quarter(&self) -> &Quarter {
        &self.workspace.quarters[&self.key]
    }

    fn first(&self) -> KeyResultId {
        self.quarter().key_results().next().unwrap().1.id.clone()
    }

    fn sitting(date: Day, check_ins: Vec<CheckIn>) -> Sitting {
        let id = SittingId::new(format!("{date}-abcdef")).unwrap();
        Sitting { check_ins, ..Sitting::new(id, date) }
    }

    fn read(&mut self, date: Day, reading: &str) {
        let mut entry = CheckIn::on(self.first());
        entry.reading = Some(reading.parse().unwrap());
        let change = self.desk().log(Self::sitting(date, vec![entry])).unwrap();
        self.take(&change);
    }

    fn score(&mut self, reading: &str, score: u8, reason: Option<&str>) -> Decision {
        let mut scoring = Scoring::of(self.first());
        scoring.reading = Some(reading.parse().unwrap());
        scoring.date = Some(self.today);
        scoring.score = Score::from_tenths(score);
        scoring.reason = reason.map(str::to_owned);
        self.desk().score(scoring)
    }
}

fn rules(stops: &[super::super::change::Stop], force: Force) -> Vec<&'static str> {
    stops.iter().filter(|stop| stop.force == force).map(|stop| stop.rule.id()).collect()
}

fn refused(decision: Decision) -> String {
    decision.unwrap_err().to_string()
}

#[test]
fn an_empty_set_cannot_be_committed() {
    let room = Room::empty();
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), ["SET-6 empty"]);
    assert!(room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("no matter"))).is_err());
}

#[test]
fn a_key_result_without_metric_baseline_or_target_cannot_be_committed_whatever_the_reason() {
    let mut room = Room::drafted();
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), Vec::<&str>::new());
    let id = room.first();
    room.edit(&id, |key_result| key_result.measure = super::super::measure::Measure::default());
    let stops = room.desk().commit_stops();
    assert_eq!(rules(&stops, Force::Hard), ["SET-7 metric", "SET-7 baseline", "SET-7 target"]);
    assert!(room.decide(|desk, _| desk.commit(stops, Some("we know better"))).is_err());
}

#[test]
fn a_target_against_its_direction_or_at_its_baseline_blocks() {
    let mut room = Room::drafted();
    let id = room.first();
    room.edit(&id, |key_result| key_result.measure.direction = Some(Direction::Increase));
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), ["SET-7 wrong-way"]);
    room.edit(&id, |key_result| key_result.measure.target = key_result.measure.baseline);
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), ["SET-7 no-gap"]);
}

#[test]
fn a_sixth_objective_cannot_be_committed_nor_added_afterwards() {
    let mut room = Room::drafted();
    for title in ["Two", "Three", "Four", "Five"] {
        room.add_objective(title);
    }
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), Vec::<&str>::new());
    room.add_objective("Six");
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), ["SET-6 wall"]);
    let mut room = Room::committed();
    for title in ["Two", "Three", "Four", "Five"] {
        room.add_objective(title);
    }
    assert!(room.decide(|desk, seed| desk.add_objective("Six", seed)).is_err());
}

#[test]
fn everything_else_asks_for_a_reason_that_is_kept() {
    let mut room = Room::drafted();
    let asked = rules(&room.desk().commit_stops(), Force::AsksReason);
    assert_eq!(asked, ["SET-12", "SET-6 not-now", "SET-13"]);
    assert!(room.decide(|desk, _| desk.commit(desk.commit_stops(), None)).is_err());
    assert!(room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("  "))).is_err());
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("first quarter"))).unwrap();
    room.take(&change);
    let kept: Vec<&str> = room.quarter().frame.overrides.iter().map(|gone| gone.rule.as_str()).collect();
    assert_eq!(kept, asked);
}

#[test]
fn commit_freezes_the_definition_as_revision_one() {
    let room = Room::committed();
    let key_result = room.key_result(&room.first());
    assert_eq!(key_result.revisions.len(), 1);
    assert_eq!(key_result.revisions[0].measure, key_result.measure);
    assert_eq!(key_result.measure.due, Day::new(2027, 3, 31));
    assert_eq!(room.quarter().frame.committed, Day::new(2026, 12, 15));
}

#[test]
fn a_key_result_never_takes_the_file_of_its_objective() {
    let mut room = Room::empty();
    let objective = room.add_objective("Objective");
    assert_eq!(objective.as_str(), "objective");
    assert_ne!(room.add_key_result(&objective, "Objective").as_str(), "objective");
}

#[test]
fn a_number_to_find_out_waits_beside_the_set_and_joins_with_its_number() {
    let mut room = Room::drafted();
    let objective = room.quarter().objectives[0].id.clone();
    let id = room.add_key_result(&objective, "Toil");
    room.edit(&id, |key_result| {
        key_result.measure.metric = Some("toil".to_owned());
        key_result.measure.kind = Kind::EstablishBaseline;
    });
    assert_eq!(rules(&room.desk().commit_stops(), Force::Hard), ["SET-8"]);
    room.edit(&id, |key_result| {
        key_result.contact = Some("Lin".to_owned());
        key_result.find_out_by = Day::new(2027, 1, 20);
    });
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("small"))).unwrap();
    room.take(&change);
    assert_eq!(room.quarter().outcome(room.key_result(&id)), Outcome::ToFindOut);
    room.today = day(1, 18);
    let mut by_hand = room.key_result(&id).clone();
    by_hand.measure.kind = Kind::Change;
    by_hand.measure.baseline = Some(9.into());
    let change = room.desk().revise_key_result(by_hand.clone(), None).unwrap();
    assert_eq!(change.sentence, "change “toil”");
    by_hand.measure.target = Some(5.into());
    let change = room.desk().revise_key_result(by_hand, None).unwrap();
    assert_eq!(change.sentence, "change “toil”; it joins the set");
    room.take(&change);
    assert_eq!(room.key_result(&id).revisions[0].date, day(1, 18));
}

/// A drafted set with a key result beside it whose number is to be found by 20 January.
fn waiting() -> (Room, KeyResultId) {
    let mut room = Room::drafted();
    let objective = room.quarter().objectives[0].id.clone();
    let id = room.add_key_result(&objective, "Toil");
    room.edit(&id, |key_result| {
        key_result.measure.metric = Some("toil".to_owned());
        key_result.measure.kind = Kind::EstablishBaseline;
        key_result.measure.target = Some(5.into());
        key_result.contact = Some("Lin".to_owned());
        key_result.find_out_by = Day::new(2027, 1, 20);
    });
    (room, id)
}

#[test]
fn the_first_reading_is_the_baseline_of_what_waited_for_its_number() {
    let (mut room, id) = waiting();
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("small"))).unwrap();
    room.take(&change);
    room.today = day(1, 18);
    let read = |room: &Room, reading: i32| {
        let mut sitting = Sitting::new(SittingId::new(format!("2027-01-{reading}-a")).unwrap(), room.today);
        sitting.check_ins = vec![CheckIn { reading: Some(reading.into()), ..CheckIn::on(id.clone()) }];
        room.desk().log(sitting).unwrap()
    };
    let log = read(&room, 11);
    assert_eq!(log.sentence, "log a check-in on “toil”; it joins the set");
    room.take(&log);
    let found = room.key_result(&id).clone();
    assert_eq!(found.measure.baseline, Some(11.into()));
    assert_eq!((found.measure.baseline_date, found.measure.kind), (Some(day(1, 18)), Kind::Change));
    assert_eq!(found.committed_measure(), &found.measure);
    assert!(found.is_committed() && room.quarter().outcome(&found) == Outcome::Open);
    let log = read(&room, 12);
    room.take(&log);
    assert_eq!(room.key_result(&id), &found);
}

#[test]
fn what_is_committed_does_not_go_back_to_be_found_out() {
    let room = Room::committed();
    let mut after = room.key_result(&room.first()).clone();
    after.measure.kind = Kind::EstablishBaseline;
    after.contact = Some("Lin".to_owned());
    after.find_out_by = Day::new(2027, 2, 20);
    let refusal = refused(room.desk().revise_key_result(after, Some("nobody can read it")));
    assert!(refusal.contains("to find out"), "{refusal}");
}

#[test]
fn a_score_of_what_waits_beside_the_set_asks_for_its_number() {
    let mut room = Room::committed();
    let objective = room.quarter().objectives[0].id.clone();
    let id = room.add_key_result(&objective, "Toil");
    room.edit(&id, |key_result| key_result.measure.kind = Kind::EstablishBaseline);
    let score = Scoring { score: Some(Score::AIM), reason: Some("we felt it".to_owned()), ..Scoring::of(id) };
    assert!(refused(room.desk().score(score)).contains("waits beside the set"));
}

#[test]
fn a_quarter_follows_one_that_is_there() {
    let room = Room::drafted();
    let follows =
        |cycle: &str| Frame { follows: Some(CycleId::new(cycle).unwrap()), ..room.quarter().frame.clone() };
    for cycle in ["2026-q4", "2027-q1"] {
        assert!(
            refused(room.desk().revise_frame(follows(cycle), "x")).contains("no other quarter"),
            "{cycle}"
        );
    }
}

#[test]
fn a_move_past_the_end_goes_to_the_neighbouring_objective() {
    let mut room = Room::drafted();
    let id = room.first();
    let other = room.add_objective("Changes reach people sooner");
    let change = room.desk().move_key_result(&id, Step::Down).unwrap();
    room.take(&change);
    assert_eq!(room.quarter().key_result(&id).unwrap().0.id, other);
    let change = room.desk().move_key_result(&id, Step::Up).unwrap();
    room.take(&change);
    assert_ne!(room.quarter().key_result(&id).unwrap().0.id, other);
}

#[test]
fn a_move_passes_what_was_dropped() {
    let mut room = Room::drafted();
    let first = room.quarter().objectives[0].id.clone();
    let dropped = room.add_objective("Changes reach people sooner");
    let last = room.add_objective("Refunds nobody asks about");
    let under = room.first();
    let change = room.desk().drop_objective(&dropped, "nobody waits").unwrap();
    room.take(&change);
    let order = |room: &Room| -> Vec<ObjectiveId> {
        room.quarter().live_objectives().map(|objective| objective.id.clone()).collect()
    };
    let change = room.desk().move_objective(&last, Step::Up).unwrap();
    room.take(&change);
    assert_eq!(order(&room), [last.clone(), first.clone()]);
    let change = room.desk().move_objective(&last, Step::Down).unwrap();
    room.take(&change);
    assert_eq!(order(&room), [first, last.clone()]);
    let change = room.desk().move_key_result(&under, Step::Down).unwrap();
    room.take(&change);
    assert_eq!(room.quarter().key_result(&under).unwrap().0.id, last, "never under what was dropped");
    assert!(
        refused(room.desk().move_key_result_to(&under, &dropped, Step::Down)).contains("it has been dropped")
    );
    let added = room.decide(|desk, seed| desk.add_key_result(&dropped, "More of it", seed));
    assert!(refused(added.map(|(change, _)| change)).contains("it has been dropped"));
}

proptest! {
    #[test]
    fn any_row_of_decisions_can_be_taken_back_to_the_beginning(titles in prop::collection::vec("[a-zA-Z ]{1,20}", 1..6), moves in prop::collection::vec(any::<bool>(), 0..6)) {
        let mut room = Room::drafted();
        let beginning = room.workspace.clone();
        let mut taken = Vec::new();
        for title in titles.iter().filter(|title| !title.trim().is_empty()) {
            let (change, id) = room.decide(|desk, seed| desk.add_objective(title, seed)).unwrap();
            room.take(&change);
            taken.push(change);
            for down in &moves {
                let step = if *down { Step::Down } else { Step::Up };
                let change = room.desk().move_objective(&id, step).unwrap();
                room.take(&change);
                taken.push(change);
            }
        }
        for change in taken.iter().rev() {
            room.workspace.apply(&change.inverse());
        }
        prop_assert_eq!(&room.workspace, &beginning);
    }
}

#[test]
fn a_question_is_waived_with_a_reason_and_asked_again() {
    let mut room = Room::committed();
    let objective = room.desk().quarter.objectives[0].id.clone();
    let key_result = room.desk().quarter.key_results().next().unwrap().1.id.clone();
    for about in [AskedOf::Quarter, AskedOf::Objective(objective), AskedOf::KeyResult(key_result)] {
        assert!(room.desk().waive(&about, "vague", " ").is_err());
        let change = room.desk().waive(&about, "vague", "we know\tit").unwrap();
        assert!(change.sentence.starts_with("waive vague on "), "{}", change.sentence);
        room.take(&change);
        let waiver = room.desk().waivers(&about).unwrap()["vague"].clone();
        assert_eq!((waiver.reason.as_str(), waiver.date), ("we know it", room.today));
        let change = room.desk().ask_again(&about, "vague").unwrap();
        room.take(&change);
        assert!(room.desk().waivers(&about).unwrap().is_empty());
        assert!(room.desk().ask_again(&about, "vague").is_err());
    }
    assert_eq!(room.desk().quarter.key_results().next().unwrap().1.revisions.len(), 1, "no revision");
}
