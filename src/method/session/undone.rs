//! When a step is done: what its definition still asks for. It is shown and never locks.

use std::collections::BTreeSet;

use super::Player;
use super::topic::Topic;
use crate::domain::between::Asked;
use crate::domain::decision::{Desk, MOST_OBJECTIVES, Principle, Question};
use crate::domain::dependency::DependencyState;
use crate::domain::key_result::{KeyResult, LightState};
use crate::domain::retrospective::{Note, NoteKind};
use crate::method::check_ins::Rounds;
use crate::method::fields::one_line;
use crate::method::step::{Step, Steps};
use crate::method::texts::{self, fill, text_keys};
use crate::words::method::session::played as words;

text_keys! {
    /// The words of what is still to be done.
    UndoneText {
        /// SET-1.
        NoticeUnread
        /// SET-1.
        CadenceOpen
        /// SET-1.
        PrinciplesOpen
        /// SET-2.
        DraftsMissing
        /// SET-3.
        DraftsHidden
        /// SET-3.
        Duplicates
        /// SET-4.
        DotsMissing
        /// SET-4, RET-7.
        DotsHidden
        /// SET-5.
        OriginsOpen
        /// SET-6.
        NoObjective
        /// SET-6.
        OverTheWall
        /// SET-6.
        NotNowEmpty
        /// SET-9.
        QuestionsOpen
        /// SET-9.
        LightsOff
        /// SET-10.
        DependenciesVague
        /// SET-10.
        DependenciesRefused
        /// SET-11.
        TestsOpen
        /// SET-11.
        NominalUnexplained
        /// SET-11.
        Unlinked
        /// SET-12.
        AssumptionsMissing
        /// SET-13, CHK-3.
        VotesMissing
        /// SET-13.
        SecondVotes
        /// SET-14.
        FistMissing
        /// SET-14.
        NotCommitted
        /// CHK-2.
        RecallMissing
        /// CHK-4.
        TopicsOpen
        /// CHK-5.
        DecisionMissing
        /// MID-1, RET-5.
        AssumptionsOpen
        /// MID-2, RET-4.
        ObjectivesOpen
        /// MID-3.
        NobodyTold
        /// SCO-2.
        RuleUnread
        /// SCO-3.
        ScoresOpen
        /// SCO-4.
        SentenceMissing
        /// RET-1.
        ToneMissing
        /// RET-2.
        ColumnsEmpty
        /// RET-2.
        ParkingLotFull
        /// RET-3.
        KeyResultsOpen
        /// RET-3.
        NothingScored
        /// RET-6.
        ProcessOpen
        /// RET-7.
        ActionsMissing
        /// RET-8.
        NotClosed
        /// HND-1.
        PointsOpen
    }
}

/// Something a step still asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// What.
    pub what: UndoneText,
    /// How many of it; 1 where it is one thing.
    pub count: usize,
}

impl Undone {
    /// The words.
    pub fn says(self) -> String {
        fill(texts::undone(self.what), &[("count", &self.count.to_string())])
    }
}

/// One check: how many of what are open; none when it is done.
type Check = (UndoneText, usize);

impl Player {
    /// What the current step still asks for by its definition of done; empty when it is done.
    pub fn undone(&self, desk: &Desk<'_>) -> Vec<Undone> {
        let open = self.checks(desk).into_iter().filter(|(_, count)| *count > 0);
        open.map(|(what, count)| Undone { what, count }).collect()
    }

    /// When the current step is done, in a sentence; where nothing is asked of this team, that.
    pub fn done<'a>(&self, desk: &Desk<'a>) -> &'a str {
        if self.step() == Step::Set11 && stands_alone(desk) {
            return words::NO_TEAM_STANDS_ABOVE;
        }
        if self.step() == Step::Mid3 && !desk.quarter.has_changed() {
            return words::NOTHING_WAS_CHANGED;
        }
        self.guide(desk).done
    }

    fn checks(&self, desk: &Desk<'_>) -> Vec<Check> {
        match self.step() {
            Step::Set1 => self.kick_off(desk),
            Step::Set3 => self.drafts(desk),
            Step::Set4 => self.dots(),
            Step::Set5 => self.origins(desk),
            Step::Set6 => cut(desk),
            Step::Set9 => questions(desk),
            Step::Set10 => dependencies(desk),
            Step::Set11 => alignment(desk),
            Step::Set12 => assumptions_written(desk),
            Step::Set13 => {
                let second = (UndoneText::SecondVotes, self.second_votes().len());
                vec![(UndoneText::VotesMissing, self.unvoted(desk)), second]
            }
            Step::Set14 => consent(desk),
            Step::Chk2 => vec![one(UndoneText::RecallMissing, self.talk.recalled.is_none())],
            Step::Chk3 => vec![(UndoneText::VotesMissing, self.unvoted(desk))],
            Step::Chk4 => self.talked(desk),
            Step::Chk5 => self.decided(desk),
            Step::Mid1 => assumptions_marked(desk),
            Step::Mid2 => judged_mid_quarter(desk),
            Step::Mid3 => told(desk),
            Step::Sco2 => vec![one(UndoneText::RuleUnread, !self.is_read)],
            Step::Sco3 => scores(desk),
            Step::Sco4 => vec![one(UndoneText::SentenceMissing, desk.quarter.frame.pattern.is_none())],
            Step::Ret1 => vec![one(UndoneText::ToneMissing, desk.quarter.frame.tone.is_empty())],
            Step::Ret2 => written(desk),
            Step::Ret3 => key_results_judged(desk),
            Step::Ret4 => objectives_judged(desk),
            Step::Ret5 => assumptions_judged(desk),
            Step::Ret6 => {
                vec![one(UndoneText::ProcessOpen, has_none(desk, NoteKind::Process))]
            }
            Step::Ret7 => {
                vec![one(UndoneText::ActionsMissing, has_none(desk, NoteKind::Action))]
            }
            Step::Ret8 => vec![one(UndoneText::NotClosed, desk.quarter.frame.closed.is_none())],
            Step::Hnd1 => {
                let open = self.topics(desk).iter().filter(|topic| !self.ticked.contains(topic)).count();
                vec![(UndoneText::PointsOpen, open)]
            }
            Step::Set2 | Step::Set7 | Step::Set8 | Step::Chk1 | Step::Sco1 => Vec::new(),
        }
    }

    fn kick_off(&self, desk: &Desk<'_>) -> Vec<Check> {
        let frame = &desk.quarter.frame;
        let has_cadence = frame.cadence.or(desk.workspace.settings.cadence).is_some();
        let open = Principle::ALL.iter().filter(|principle| principle.answer(frame).is_none()).count();
        vec![
            one(UndoneText::NoticeUnread, !self.is_read),
            one(UndoneText::CadenceOpen, !has_cadence),
            (UndoneText::PrinciplesOpen, open),
        ]
    }

    fn missing(&self, hands: u32) -> usize {
        usize::try_from(self.people.saturating_sub(hands)).unwrap_or(usize::MAX)
    }

    fn drafts(&self, desk: &Desk<'_>) -> Vec<Check> {
        let drafts = &self.hidden.drafts;
        let is_empty = drafts.hands() == 0 && desk.quarter.live_objectives().next().is_none();
        if is_empty {
            return vec![(UndoneText::DraftsMissing, self.missing(0))];
        }
        if drafts.count() == 0 || drafts.shown().is_some() {
            return vec![(UndoneText::Duplicates, duplicates(desk))];
        }
        vec![(UndoneText::DraftsMissing, self.missing(drafts.hands())), one(UndoneText::DraftsHidden, true)]
    }

    fn dots(&self) -> Vec<Check> {
        if self.hidden.dots.shown().is_some() {
            return Vec::new();
        }
        let missing = self.missing(self.hidden.dots.hands());
        vec![(UndoneText::DotsMissing, missing), one(UndoneText::DotsHidden, true)]
    }

    fn origins(&self, desk: &Desk<'_>) -> Vec<Check> {
        let is_bare = |topic: &&Topic| match topic {
            Topic::Objective(id) => desk.quarter.objective(id).is_some_and(|found| found.origin.is_none()),
            Topic::KeyResult(_) | Topic::Assumption(..) | Topic::Point(_) => false,
        };
        vec![(UndoneText::OriginsOpen, self.topics(desk).iter().filter(is_bare).count())]
    }

    /// How many key results of a vote have none that was revealed.
    fn unvoted(&self, desk: &Desk<'_>) -> usize {
        let has_vote = |topic: &Topic| {
            let ballot = topic.key_result().and_then(|id| self.ballot(id));
            ballot.is_some_and(|ballot| ballot.standing().is_some())
        };
        self.topics(desk).iter().filter(|topic| !has_vote(topic)).count()
    }

    fn talked(&self, desk: &Desk<'_>) -> Vec<Check> {
        let acted = |topic: &Topic| {
            let about = topic.key_result();
            self.talk.actions.iter().any(|action| action.key_result.as_ref() == about)
        };
        vec![(UndoneText::TopicsOpen, self.topics(desk).iter().filter(|topic| !acted(topic)).count())]
    }

    fn decided(&self, desk: &Desk<'_>) -> Vec<Check> {
        let rounds = Rounds::at(desk);
        let round = self.round(desk);
        let decided = desk
            .quarter
            .standing_sittings()
            .any(|sitting| sitting.decision.is_some() && rounds.round_of(sitting.date) == round);
        vec![one(UndoneText::DecisionMissing, !decided)]
    }
}

/// A check on one thing.
fn one(what: UndoneText, is_open: bool) -> Check {
    (what, usize::from(is_open))
}

/// How many objectives say word for word what another says; which say it in other words the room knows.
fn duplicates(desk: &Desk<'_>) -> usize {
    let all = desk.quarter.live_objectives().map(|objective| one_line(&objective.title).to_lowercase());
    let titles: Vec<String> = all.collect();
    titles.len() - titles.iter().collect::<BTreeSet<_>>().len()
}

fn cut(desk: &Desk<'_>) -> Vec<Check> {
    let count = desk.quarter.live_objectives().count();
    vec![
        one(UndoneText::NoObjective, count == 0),
        (UndoneText::OverTheWall, count.saturating_sub(MOST_OBJECTIVES)),
        one(UndoneText::NotNowEmpty, desk.quarter.frame.not_now.is_empty()),
    ]
}

fn drafted<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a KeyResult> {
    desk.quarter.live_key_results().map(|(_, key_result)| key_result).filter(|kr| !kr.is_committed())
}

fn questions(desk: &Desk<'_>) -> Vec<Check> {
    let is_open = |key_result: &&KeyResult| Question::answers(key_result).contains(&None);
    let is_off =
        |key_result: &&KeyResult| key_result.lights().iter().any(|light| light.state == LightState::Off);
    vec![
        (UndoneText::QuestionsOpen, drafted(desk).filter(is_open).count()),
        (UndoneText::LightsOff, drafted(desk).filter(is_off).count()),
    ]
}

fn dependencies(desk: &Desk<'_>) -> Vec<Check> {
    let all: Vec<Asked<'_>> = desk
        .workspace
        .asked_by(desk.quarter)
        .into_iter()
        .filter(|one| !one.key_result.is_committed())
        .collect();
    let vague =
        all.iter().map(|one| one.dependency).filter(|one| one.asker.is_none() || one.by.is_none()).count();
    let refused = all.iter().filter(|one| one.state() == DependencyState::Refused).count();
    vec![(UndoneText::DependenciesVague, vague), (UndoneText::DependenciesRefused, refused)]
}

/// A team that belongs to no other has nothing to be aligned with, unless it answers the tests all the same.
fn stands_alone(desk: &Desk<'_>) -> bool {
    !desk.has_parent() && desk.quarter.frame.alignment.is_unasked()
}

fn alignment(desk: &Desk<'_>) -> Vec<Check> {
    if stands_alone(desk) {
        return Vec::new();
    }
    let alignment = &desk.quarter.frame.alignment;
    let open = [alignment.ours, alignment.above].iter().filter(|answer| answer.is_none()).count();
    let unlinked =
        desk.quarter.live_objectives().filter(|objective| !desk.workspace.contributes(objective)).count();
    vec![
        (UndoneText::TestsOpen, open),
        one(UndoneText::NominalUnexplained, alignment.is_nominal() && alignment.reason.is_none()),
        (UndoneText::Unlinked, if unlinked > 1 && desk.has_parent() { unlinked } else { 0 }),
    ]
}

fn assumptions_written(desk: &Desk<'_>) -> Vec<Check> {
    let bare = desk.quarter.live_objectives().filter(|objective| objective.assumptions.is_empty());
    vec![(UndoneText::AssumptionsMissing, bare.count())]
}

fn consent(desk: &Desk<'_>) -> Vec<Check> {
    let frame = &desk.quarter.frame;
    vec![
        one(UndoneText::FistMissing, frame.fist.is_empty()),
        one(UndoneText::NotCommitted, frame.committed.is_none()),
    ]
}

fn assumptions_marked(desk: &Desk<'_>) -> Vec<Check> {
    let all = desk.quarter.live_objectives().flat_map(|objective| &objective.assumptions);
    vec![(UndoneText::AssumptionsOpen, all.filter(|one| one.state.is_none()).count())]
}

fn judged_mid_quarter(desk: &Desk<'_>) -> Vec<Check> {
    let open = desk.quarter.live_objectives().filter(|objective| objective.mid_quarter.is_none());
    vec![(UndoneText::ObjectivesOpen, open.count())]
}

fn told(desk: &Desk<'_>) -> Vec<Check> {
    let is_told = desk.quarter.frame.mid_quarter.told.is_some();
    vec![one(UndoneText::NobodyTold, desk.quarter.has_changed() && !is_told)]
}

fn scores(desk: &Desk<'_>) -> Vec<Check> {
    vec![(UndoneText::ScoresOpen, desk.quarter.to_score().count())]
}

fn has_none(desk: &Desk<'_>, kind: NoteKind) -> bool {
    desk.quarter.notes_of(kind).next().is_none()
}

fn written(desk: &Desk<'_>) -> Vec<Check> {
    let columns = &Steps::METHOD.formats()[0].columns;
    let is_empty = |store: NoteKind| desk.quarter.notes_of(store).all(Note::is_verdict);
    vec![
        (UndoneText::ColumnsEmpty, columns.iter().filter(|column| is_empty(column.store)).count()),
        (UndoneText::ParkingLotFull, desk.quarter.frame.parking_lot.len()),
    ]
}

fn key_results_judged(desk: &Desk<'_>) -> Vec<Check> {
    let quarter = desk.quarter;
    let is_scored = quarter.key_results().any(|(_, found)| quarter.outcome(found).score().is_some());
    vec![
        (UndoneText::KeyResultsOpen, quarter.unmarked_key_results().count()),
        one(UndoneText::NothingScored, !is_scored),
    ]
}

fn objectives_judged(desk: &Desk<'_>) -> Vec<Check> {
    vec![(UndoneText::ObjectivesOpen, desk.quarter.unmarked_objectives().count())]
}

fn assumptions_judged(desk: &Desk<'_>) -> Vec<Check> {
    vec![(UndoneText::AssumptionsOpen, desk.quarter.unmarked_assumptions().count())]
}
