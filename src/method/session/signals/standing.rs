//! What stands on the desk as a step begins or is left.

use super::super::{Player, Topic};
use crate::coach::label::{self, ObjectiveLabel};
use crate::coach::statement::Statement;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::dependency::DependencyState;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Kind;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::method::budget::{self, Budget, Standing};
use crate::method::check_ins::Rounds;
use crate::method::step::{SessionKind, Signal, Step};

/// How often a key result was continued before a third time is asked about.
const CONTINUED: usize = 2;

/// What is visible as a step begins. What belongs to a step done alone is visible as the session after it begins.
pub(super) fn seen(step: Step, player: &Player, desk: &Desk<'_>) -> Vec<Signal> {
    let is_first = player.at() == 0;
    let all = [
        (is_first && step == Step::Set3, Signal::DraftIsProject, has_project(desk)),
        (is_first && step == Step::Chk2, Signal::StoryWithoutNumber, has_story_without_number(player, desk)),
        (is_first && step == Step::Sco2, Signal::ReadingWaitedFor, is_reading_missing(desk)),
        (step == Step::Ret5, Signal::NoAssumptions, has_no_assumptions(desk.quarter)),
        (step == Step::Ret6, Signal::EffortAmber, is_amber(desk)),
        (step == Step::Hnd1, Signal::ContinuedAgain, is_continued_again(player, desk)),
    ];
    all.into_iter().filter_map(|(is_here, signal, is_seen)| (is_here && is_seen).then_some(signal)).collect()
}

/// What is visible in what is talked about, as it comes up: in a draft that is refined, what was left open in pairs.
pub(super) fn about(topic: Option<&Topic>, step: Step, desk: &Desk<'_>) -> Vec<Signal> {
    let id = topic.and_then(Topic::key_result).filter(|_| step == Step::Set9);
    let draft =
        id.and_then(|id| desk.quarter.key_result(id)).map(|(_, kr)| kr).filter(|kr| !kr.is_committed());
    let Some(draft) = draft else { return Vec::new() };
    let all = [
        (Signal::TargetBeforeBaseline, is_target_first(draft)),
        (Signal::BaselineWithoutSource, is_baseline_bare(draft)),
    ];
    all.into_iter().filter_map(|(signal, is_seen)| is_seen.then_some(signal)).collect()
}

/// What is visible as a step is left.
pub(super) fn left(player: &Player, desk: &Desk<'_>) -> Option<Signal> {
    let is_open = |kr: &KeyResult| {
        let mut all = kr.dependencies.iter().map(|one| desk.workspace.asked(desk.quarter, kr, one));
        all.any(|asked| asked.state() == DependencyState::Open)
    };
    let hoped = player.step() == Step::Set10 && drafted(desk, is_open);
    hoped.then_some(Signal::DependencyOpen)
}

fn drafted(desk: &Desk<'_>, fits: impl Fn(&KeyResult) -> bool) -> bool {
    desk.quarter.live_key_results().any(|(_, kr)| !kr.is_committed() && fits(kr))
}

/// One of the drafts that stand on the set already names work (SET-2).
fn has_project(desk: &Desk<'_>) -> bool {
    desk.quarter.live_objectives().any(|objective| is_project(&objective.title, desk.today))
}

/// The sentence of an objective is something to build or do, not a change (SET-2).
pub(super) fn is_project(title: &str, today: Day) -> bool {
    label::objective(&Statement::read(title, today)).label == ObjectiveLabel::Task
}

/// A target stands where a baseline should stand first (SET-7).
fn is_target_first(key_result: &KeyResult) -> bool {
    let measure = &key_result.measure;
    measure.kind == Kind::Change && measure.target.is_some() && measure.baseline.is_none()
}

/// A baseline of which nobody can say where it was read, or when (SET-8).
fn is_baseline_bare(key_result: &KeyResult) -> bool {
    let measure = &key_result.measure;
    measure.baseline.is_some() && (measure.source.is_none() || measure.baseline_date.is_none())
}

fn has_story_without_number(player: &Player, desk: &Desk<'_>) -> bool {
    let Some(round) = player.round(desk) else { return false };
    let rounds = Rounds::at(desk);
    desk.quarter.live_key_results().any(|(_, kr)| {
        let heard = rounds.heard(&kr.id, round);
        !heard.changed.is_empty() && heard.reading.is_none() && !heard.not_readable
    })
}

/// A committed key result has neither a final reading, nor a later quarter to read it in (SCO-1).
fn is_reading_missing(desk: &Desk<'_>) -> bool {
    let has_reading = |kr: &KeyResult| {
        let scoring = desk.quarter.scorings.get(&kr.id);
        scoring.is_some_and(|scoring| scoring.reading.is_some() && !scoring.is_provisional)
    };
    desk.quarter.to_score().any(|kr| !has_reading(kr))
}

fn has_no_assumptions(quarter: &Quarter) -> bool {
    quarter.objectives.iter().all(|objective| objective.assumptions.is_empty())
}

fn is_amber(desk: &Desk<'_>) -> bool {
    let budget = Budget::within(desk.workspace, desk.cycle);
    budget.standing(budget::spent(desk.quarter).total()) != Standing::Within
}

/// A key result that was carried over twice already is among those that could go on (HND-1).
fn is_continued_again(player: &Player, desk: &Desk<'_>) -> bool {
    let is_open = |kr: &KeyResult| {
        player.topics(desk).iter().any(|topic| match topic {
            Topic::Point(id) => id.as_str() == kr.id.as_str(),
            Topic::KeyResult(_) | Topic::Objective(_) | Topic::Assumption(..) => false,
        })
    };
    let is_there = player.kind() == SessionKind::HandOver;
    let mut all = desk.quarter.live_key_results().filter(|(_, kr)| is_open(kr));
    is_there && all.any(|(_, kr)| times_continued(desk, kr) >= CONTINUED)
}

/// How many quarters in a row a key result was carried over.
pub(super) fn times_continued(desk: &Desk<'_>, key_result: &KeyResult) -> usize {
    let mut times = 0;
    let (mut origin, mut team) = (key_result.carried_from.clone(), desk.quarter.key.team.clone());
    while let Some(from) = origin.take().filter(|_| times < desk.workspace.quarters.len()) {
        times += 1;
        let Some((key, id)) = QuarterKey::of_origin(&team, &from) else { break };
        let quarter = desk.workspace.quarters.get(&key);
        let before = quarter.and_then(|quarter| quarter.key_results().find(|(_, kr)| kr.id.as_str() == id));
        origin = before.and_then(|(_, kr)| kr.carried_from.clone());
        team = key.team;
    }
    times
}
