//! What a quarter hands over to the next kick-off (HND-1). Nothing is carried by itself: each point is ticked.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::domain::cycle::Cycle;
use crate::domain::frame::{Frame, HandedVerdict};
use crate::domain::id::{LineId, TeamId};
use crate::domain::objective::{Assumption, AssumptionState, Objective};
use crate::domain::quarter::{KeyResultKey, Quarter, QuarterKey};
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::workspace::Workspace;

use super::calibration::{self, Moment};
use super::check_ins::Rounds;
use super::watch::watch_list;

/// The most lessons the kick-off shows (SET-1).
pub const MOST_LESSONS: usize = 5;

/// What a point of the hand-over is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointKind {
    /// What we learned.
    Lesson,
    /// What we took for granted and was not so.
    WrongAssumption,
    /// How right our confidence was, in one sentence.
    Calibration,
    /// A key result that was not reached in full: continue, reshape or retire.
    KeyResult,
    /// A key result whose effect comes later; a reading is asked for.
    Watch,
    /// What blocked a key result when it was last spoken of.
    Blocker,
    /// A change to how the next quarter is set.
    Action,
    /// A line left on the parking lot, which the next quarter looks back on (RET-8).
    Parked,
}

impl PointKind {
    /// The verdicts the next quarter can give; none for what is only shown.
    pub fn verdicts(self) -> &'static [HandedVerdict] {
        match self {
            Self::Lesson | Self::WrongAssumption | Self::Action => {
                &[HandedVerdict::Used, HandedVerdict::Kept, HandedVerdict::Dismissed]
            }
            Self::KeyResult => &[HandedVerdict::Continue, HandedVerdict::Reshape, HandedVerdict::Retire],
            Self::Calibration | Self::Watch | Self::Blocker | Self::Parked => &[],
        }
    }
}

/// One point of the hand-over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Names it in the ticks of the next quarter; follows from the record it comes from.
    pub id: LineId,
    /// What it is.
    pub kind: PointKind,
    /// What it says, in the team's own words.
    pub text: String,
    /// The key result it is about, and its quarter.
    pub key_result: Option<KeyResultKey>,
}

/// Everything one quarter hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// The quarter it comes from.
    pub from: QuarterKey,
    /// The points, by kind.
    pub points: Vec<Point>,
}

impl HandOver {
    /// What the quarter before hands over to this one, and what the teams left that were merged meanwhile; `None` for a first
    /// quarter.
    pub fn to(workspace: &Workspace, key: &QuarterKey) -> Option<Self> {
        let mut all = workspace.handing_over(key).into_iter();
        let mut package =
            Self::between(workspace, all.next()?, (&key.team, workspace.cycles.get(&key.cycle)));
        for merged in all {
            package.points.extend(Self::between(workspace, merged, (&key.team, None)).points);
        }
        package.points.sort_by_key(|point| point.kind);
        Some(package)
    }

    /// What a quarter hands on to the next, whether that is open already or not (HND-1); `None` where it has no dates.
    pub fn from(workspace: &Workspace, key: &QuarterKey) -> Option<Self> {
        let cycle = workspace.cycles.get(&key.cycle)?;
        let next =
            workspace.quarters_of(&key.team).map(|(_, other)| other).find(|other| other.first > cycle.first);
        let next = next.cloned().or_else(|| workspace.series(Some(&key.team)).after(cycle));
        Some(Self::between(workspace, workspace.quarters.get(key)?, (&key.team, next.as_ref())))
    }

    fn between(workspace: &Workspace, last: &Quarter, (team, next): (&TeamId, Option<&Cycle>)) -> Self {
        let mut package = Package { from: last, to: team, taken: BTreeSet::new(), points: Vec::new() };
        package.add_notes(NoteKind::Lesson, PointKind::Lesson);
        package.add_wrong_assumptions();
        if last.key.team == *team {
            package.add_calibration(workspace);
        }
        package.add_key_results();
        if let Some(next) = next {
            package.add_watched(workspace, next);
        }
        package.add_blockers(workspace);
        package.add_notes(NoteKind::Action, PointKind::Action);
        package.add_parked();
        Self { from: last.key.clone(), points: package.points }
    }

    /// The points of a kind.
    pub fn of_kind(&self, kind: PointKind) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(move |point| point.kind == kind)
    }

    /// The lessons the kick-off shows: at most five (SET-1).
    pub fn lessons(&self) -> impl Iterator<Item = &Point> {
        self.of_kind(PointKind::Lesson).take(MOST_LESSONS)
    }

    /// The points that wait for a verdict of the next quarter.
    pub fn open<'a>(&'a self, frame: &'a Frame) -> impl Iterator<Item = &'a Point> {
        let asks = |point: &&Point| !point.kind.verdicts().is_empty();
        self.points.iter().filter(asks).filter(|point| verdict(frame, &point.id).is_none())
    }
}

/// What the next quarter made of a point, if it has been ticked.
pub fn verdict(frame: &Frame, point: &LineId) -> Option<HandedVerdict> {
    frame.handed.iter().rev().find(|handed| handed.id == *point).map(|handed| handed.verdict)
}

struct Package<'a> {
    from: &'a Quarter,
    /// The team it is handed over to.
    to: &'a TeamId,
    taken: BTreeSet<LineId>,
    points: Vec<Point>,
}

impl Package<'_> {
    /// Adds a point under the first of these ids that is free.
    fn add(&mut self, ids: [&str; 2], point: (PointKind, String), key_result: Option<KeyResultKey>) {
        let handed = ids.map(|id| self.from.key.handed_id(self.to, id));
        self.add_called(handed, point, key_result);
    }

    fn add_called(
        &mut self,
        ids: [String; 2],
        (kind, text): (PointKind, String),
        key_result: Option<KeyResultKey>,
    ) {
        let mut ids = ids.into_iter().filter_map(|id| LineId::new(id).ok());
        let Some(id) = ids.find(|id| !self.taken.contains(id)) else { return };
        self.taken.insert(id.clone());
        self.points.push(Point { id, kind, text, key_result });
    }

    fn add_notes(&mut self, kind: NoteKind, point: PointKind) {
        let mut notes: Vec<&Note> = self.from.notes_of(kind).collect();
        // What the room gave the most dots comes first, else what was said first.
        notes.sort_by_key(|note| Reverse(note.dots));
        for note in notes {
            let id = note.id.as_str();
            self.add([id, &format!("note-{id}")], (point, note.text.clone()), None);
        }
    }

    fn add_parked(&mut self) {
        for line in &self.from.frame.parking_lot {
            let id = line.id.as_str();
            self.add([id, &format!("parked-{id}")], (PointKind::Parked, line.text.clone()), None);
        }
    }

    fn add_wrong_assumptions(&mut self) {
        for objective in &self.from.objectives {
            for assumption in &objective.assumptions {
                if came_out(self.from, objective, assumption) == Some(AssumptionState::Wrong) {
                    let id = assumption.id.as_str();
                    let with_objective = format!("{}-{id}", objective.id);
                    let point = (PointKind::WrongAssumption, assumption.text.clone());
                    self.add([id, &with_objective], point, None);
                }
            }
        }
        for note in self.from.notes_of(NoteKind::Assumption).filter(|note| !note.is_verdict()) {
            let id = note.id.as_str();
            let point = (PointKind::WrongAssumption, note.text.clone());
            self.add([id, &format!("note-{id}")], point, None);
        }
    }

    fn add_calibration(&mut self, workspace: &Workspace) {
        let tracks = calibration::tracks_until(workspace, &self.from.key);
        let sentence = calibration::series(&tracks, Moment::Opening).and_then(|series| series.sentence());
        if let Some(sentence) = sentence {
            self.add(["calibration", "our-calibration"], (PointKind::Calibration, sentence), None);
        }
    }

    fn add_key_results(&mut self) {
        for (_, key_result) in self.from.live_key_results() {
            if self.from.is_reached(key_result) != Some(true) {
                let ids = self.from.key.handed_key_result(self.to, &key_result.id);
                let about = self.from.key_of(key_result);
                let point = (PointKind::KeyResult, key_result.name().to_owned());
                self.add_called(ids, point, Some(about));
            }
        }
    }

    fn add_watched(&mut self, workspace: &Workspace, next: &Cycle) {
        let all = watch_list(workspace, &self.from.key.team, next);
        let names: Vec<String> = all.iter().map(|watched| watched.name.clone()).collect();
        for watched in all {
            // Two of one name are told apart by their quarters.
            let is_alone = names.iter().filter(|name| **name == watched.name).count() == 1;
            let cycle = workspace.cycles.get(&watched.key.quarter.cycle).filter(|_| !is_alone);
            let name =
                cycle.map_or(watched.name.clone(), |cycle| format!("{}, {}", watched.name, cycle.label));
            let id = format!("watch-{}-{}", watched.key.quarter.cycle, watched.key.id);
            self.add([&id, &format!("also-{id}")], (PointKind::Watch, name), Some(watched.key));
        }
    }

    fn add_blockers(&mut self, workspace: &Workspace) {
        let Some(cycle) = workspace.cycles.get(&self.from.key.cycle) else { return };
        let rounds = Rounds::of(self.from, cycle, workspace.cadence(self.from));
        for (_, key_result) in self.from.live_key_results() {
            for (at, text) in rounds.blockers(&key_result.id).into_iter().enumerate() {
                let id = format!("blocker-{}-{}", at + 1, key_result.id);
                let about = self.from.key_of(key_result);
                self.add([&id, &format!("also-{id}")], (PointKind::Blocker, text), Some(about));
            }
        }
    }
}

/// How an assumption came out: by the verdict of the retrospective, else as it stood at mid-quarter.
pub fn came_out(
    quarter: &Quarter,
    objective: &Objective,
    assumption: &Assumption,
) -> Option<AssumptionState> {
    let verdict = quarter.verdict_on_assumption(objective, assumption).and_then(|note| note.verdict);
    verdict.or(assumption.state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
    use crate::domain::confidence::Confidence;
    use crate::domain::decision::Desk;
    use crate::domain::frame::{Handed, ListLine};
    use crate::domain::id::{KeyResultId, NoteId, ObjectiveId, SittingId};
    use crate::domain::key_result::{KeyResult, Revision};
    use crate::domain::score::Score;
    use crate::domain::scoring::Scoring;

    fn key(cycle: &str) -> QuarterKey {
        format!("payments/{cycle}").parse().unwrap()
    }

    fn note(quarter: &mut Quarter, id: &str, kind: NoteKind) {
        let date = Cycle::calendar("2026-q4").unwrap().last;
        quarter.notes.push(Note::new(NoteId::new(id).unwrap(), kind, format!("text of {id}"), date));
    }

    fn objective(id: &str) -> Objective {
        let mut objective = Objective::draft(ObjectiveId::new(id).unwrap(), id, 10);
        objective.assumptions.push(Assumption {
            id: LineId::new("same").unwrap(),
            text: format!("assumed under {id}"),
            noticed_by: None,
            state: Some(AssumptionState::Shaky),
        });
        objective
    }

    fn scored(quarter: &mut Quarter, id: &str, tenths: u8) {
        let id = KeyResultId::new(id).unwrap();
        quarter.objectives[0].key_results.push(KeyResult::draft(id.clone(), id.as_str(), 10));
        let score = Score::from_tenths(tenths);
        quarter.scorings.insert(id.clone(), Scoring { score, ..Scoring::of(id) });
    }

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        for text in ["2026-q4", "2027-q1"] {
            let cycle = Cycle::calendar(text).unwrap();
            workspace.cycles.insert(cycle.id.clone(), cycle);
            workspace.quarters.insert(key(text), Quarter::new(key(text), Frame::default()));
        }
        let last = workspace.quarters.get_mut(&key("2026-q4")).unwrap();
        last.objectives = vec![objective("one"), objective("two")];
        workspace
    }

    /// Commits six key results with an opening vote each, and scores them.
    fn six_outcomes(quarter: &mut Quarter) {
        let date = Cycle::calendar(quarter.key.cycle.as_str()).unwrap().first;
        quarter.objectives = vec![objective("one")];
        quarter.frame.committed = Some(date);
        let mut opening = Sitting::new(SittingId::new("opening").unwrap(), date);
        opening.kind = SittingKind::Opening;
        for at in 0..6 {
            scored(quarter, &format!("kr-{at}"), 4);
            let key_result = quarter.objectives[0].key_results.last_mut().unwrap();
            let (title, measure) = (key_result.title.clone(), key_result.measure.clone());
            key_result.revisions.push(Revision {
                date,
                reason: "committed".to_owned(),
                title,
                measure,
                ambition: None,
            });
            let confidence = Confidence::new(50).into_iter().collect();
            opening.check_ins.push(CheckIn { confidence, ..CheckIn::on(key_result.id.clone()) });
        }
        quarter.sittings.push(opening);
    }

    fn last(workspace: &mut Workspace) -> &mut Quarter {
        workspace.quarters.get_mut(&key("2026-q4")).unwrap()
    }

    fn ids(hand_over: &HandOver, kind: PointKind) -> Vec<&str> {
        hand_over.of_kind(kind).map(|point| point.id.as_str()).collect()
    }

    #[test]
    fn a_first_quarter_has_no_hand_over() {
        assert_eq!(HandOver::to(&workspace(), &key("2026-q4")), None);
    }

    #[test]
    fn calibration_is_handed_over_as_it_was_known_at_the_end_of_the_quarter() {
        let mut workspace = workspace();
        let next = Cycle::calendar("2027-q2").unwrap();
        workspace.cycles.insert(next.id.clone(), next);
        workspace.quarters.insert(key("2027-q2"), Quarter::new(key("2027-q2"), Frame::default()));
        for text in ["2026-q4", "2027-q1"] {
            six_outcomes(workspace.quarters.get_mut(&key(text)).unwrap());
        }
        let said = |to: &str| {
            let found = HandOver::to(&workspace, &key(to)).unwrap();
            found.of_kind(PointKind::Calibration).map(|point| point.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(said("2027-q1"), Vec::<String>::new(), "six outcomes are too few for a sentence");
        assert_eq!(said("2027-q2"), ["At about 50 % we were right 0 of 12 times."]);
    }

    #[test]
    fn lessons_actions_and_open_key_results_are_handed_over_under_their_own_ids() {
        let mut workspace = workspace();
        let quarter = last(&mut workspace);
        for at in 1..=6 {
            note(quarter, &format!("lesson-{at}"), NoteKind::Lesson);
        }
        quarter.notes[5].dots = Some(2);
        let parked = ("logs", "who answers for the logs?");
        let line = ListLine { id: LineId::new(parked.0).unwrap(), text: parked.1.to_owned(), reason: None };
        quarter.frame.parking_lot.push(line);
        note(quarter, "act", NoteKind::Action);
        note(quarter, "guess", NoteKind::Assumption);
        scored(quarter, "part", 4);
        scored(quarter, "full", 10);
        let found = HandOver::to(&workspace, &key("2027-q1")).unwrap();
        let shown: Vec<&str> = found.lessons().map(|point| point.id.as_str()).collect();
        assert_eq!(shown, ["lesson-6", "lesson-1", "lesson-2", "lesson-3", "lesson-4"], "by their dots");
        assert_eq!(ids(&found, PointKind::Parked), ["logs"]);
        assert_eq!(ids(&found, PointKind::Lesson).len(), 6);
        assert_eq!(ids(&found, PointKind::Action), ["act"]);
        assert_eq!(ids(&found, PointKind::WrongAssumption), ["guess"]);
        assert_eq!(ids(&found, PointKind::KeyResult), ["part"]);
        let mut frame = Frame::default();
        assert_eq!(found.open(&frame).count(), 9);
        let part = LineId::new("part").unwrap();
        frame.handed.push(Handed { id: part.clone(), verdict: HandedVerdict::Continue });
        assert_eq!(verdict(&frame, &part), Some(HandedVerdict::Continue));
        assert_eq!(found.open(&frame).count(), 8);
    }

    #[test]
    fn a_key_result_whose_id_another_point_has_is_ticked_by_its_longer_name() {
        let mut workspace = workspace();
        let quarter = last(&mut workspace);
        note(quarter, "part", NoteKind::Lesson);
        scored(quarter, "part", 4);
        let found = HandOver::to(&workspace, &key("2027-q1")).unwrap();
        assert_eq!(ids(&found, PointKind::Lesson), ["part"]);
        assert_eq!(ids(&found, PointKind::KeyResult), ["key-result-part"]);
        let tick = |workspace: &mut Workspace, id: &str, verdict| {
            let today = Cycle::calendar("2027-q1").unwrap().first;
            let desk = Desk::at(workspace, &key("2027-q1"), today)?;
            let change = desk.tick(&LineId::new(id).unwrap(), verdict)?;
            workspace.apply(&change);
            Ok::<_, crate::domain::change::Refusal>(change.sentence)
        };
        let said = tick(&mut workspace, "part", HandedVerdict::Used).unwrap();
        assert_eq!(said, "mark “text of part” used");
        let said = tick(&mut workspace, "key-result-part", HandedVerdict::Continue).unwrap();
        assert_eq!(said, "carry “part” on");
        let said = tick(&mut workspace, "key-result-part", HandedVerdict::Retire).unwrap();
        assert_eq!(said, "mark “part” retire and remove its draft");
    }

    #[test]
    fn the_verdict_of_the_retrospective_says_which_assumption_was_wrong() {
        let mut workspace = workspace();
        let quarter = last(&mut workspace);
        for (id, objective, verdict) in
            [("a", "one", AssumptionState::Wrong), ("b", "two", AssumptionState::Held)]
        {
            note(quarter, id, NoteKind::Assumption);
            let about = quarter.notes.last_mut().unwrap();
            about.objective = Some(ObjectiveId::new(objective).unwrap());
            about.assumption = Some(LineId::new("same").unwrap());
            about.verdict = Some(verdict);
        }
        let found = HandOver::to(&workspace, &key("2027-q1")).unwrap();
        let wrong: Vec<&Point> = found.of_kind(PointKind::WrongAssumption).collect();
        assert_eq!((wrong.len(), wrong[0].text.as_str()), (1, "assumed under one"));
        last(&mut workspace).notes[1].verdict = Some(AssumptionState::Wrong);
        let found = HandOver::to(&workspace, &key("2027-q1")).unwrap();
        assert_eq!(ids(&found, PointKind::WrongAssumption), ["same", "two-same"]);
    }

    #[test]
    fn open_blockers_and_late_paybacks_are_shown_and_ask_for_no_tick() {
        let mut workspace = workspace();
        let quarter = last(&mut workspace);
        scored(quarter, "part", 4);
        quarter.objectives[0].key_results[0].effect_quarter = Some("2027-q1".to_owned());
        let entry = CheckIn {
            blocked: Some("the licence".to_owned()),
            ..CheckIn::on(KeyResultId::new("part").unwrap())
        };
        quarter.sittings.push(Sitting {
            check_ins: vec![entry],
            ..Sitting::new(SittingId::new("s").unwrap(), Cycle::calendar("2026-q4").unwrap().first.plus(80))
        });
        let found = HandOver::to(&workspace, &key("2027-q1")).unwrap();
        assert_eq!(ids(&found, PointKind::Watch), ["watch-2026-q4-part"]);
        let blockers: Vec<&str> =
            found.of_kind(PointKind::Blocker).map(|point| point.text.as_str()).collect();
        assert_eq!(blockers, ["the licence"]);
        assert_eq!(found.open(&Frame::default()).count(), 1);
    }
}
