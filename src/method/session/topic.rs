//! What a step talks about, one after the other: key results, objectives, assumptions, points of the hand-over.

use serde::{Deserialize, Serialize};

use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::method::check_ins::{Round, Rounds};
use crate::method::hand_over::HandOver;
use crate::method::step::Step;

/// One thing a step talks about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// An objective.
    Objective(ObjectiveId),
    /// A key result.
    KeyResult(KeyResultId),
    /// An assumption and its objective.
    Assumption(ObjectiveId, LineId),
    /// A point of the hand-over.
    Point(LineId),
}

impl Topic {
    /// The key result, where it is one.
    pub fn key_result(&self) -> Option<&KeyResultId> {
        match self {
            Self::KeyResult(id) => Some(id),
            Self::Objective(_) | Self::Assumption(..) | Self::Point(_) => None,
        }
    }

    /// The point of the hand-over, where it is one.
    pub(super) fn point(&self) -> Option<&LineId> {
        match self {
            Self::Point(id) => Some(id),
            Self::Objective(_) | Self::KeyResult(_) | Self::Assumption(..) => None,
        }
    }

    /// The objective it is about, where it is one or an assumption of one.
    pub fn objective(&self) -> Option<&ObjectiveId> {
        match self {
            Self::Objective(id) | Self::Assumption(id, _) => Some(id),
            Self::KeyResult(_) | Self::Point(_) => None,
        }
    }

    /// What it is called; when it is gone, its id.
    pub fn name(&self, desk: &Desk<'_>) -> String {
        let found = match self {
            Self::Objective(id) => desk.quarter.objective(id).map(|objective| objective.title.clone()),
            Self::KeyResult(id) => desk.quarter.key_result(id).map(|(_, found)| found.name().to_owned()),
            Self::Assumption(under, id) => desk.quarter.objective(under).and_then(|objective| {
                let found = objective.assumptions.iter().find(|assumption| assumption.id == *id);
                found.map(|assumption| assumption.text.clone())
            }),
            Self::Point(id) => HandOver::from(desk.workspace, &desk.quarter.key)
                .and_then(|package| package.points.into_iter().find(|point| point.id == *id))
                .map(|point| point.text),
        };
        found.unwrap_or_else(|| self.id().to_owned())
    }

    fn id(&self) -> &str {
        match self {
            Self::Objective(id) => id.as_str(),
            Self::KeyResult(id) => id.as_str(),
            Self::Assumption(_, id) | Self::Point(id) => id.as_str(),
        }
    }
}

/// Everything a step talks about, in order. `picked` are the exceptions of a check-in, as they were chosen when the step
/// began; `shortlist` is how many objectives are debated.
pub(super) fn topics(step: Step, desk: &Desk<'_>, picked: &[Topic], shortlist: usize) -> Vec<Topic> {
    match step {
        Step::Set5 => debated(desk, shortlist),
        Step::Set9 => key_results(desk, |kr| !kr.is_committed()),
        Step::Set13 => key_results(desk, |kr| !kr.is_to_find_out()),
        Step::Chk3 => key_results(desk, |kr| kr.is_committed() && !desk.quarter.outcome(kr).is_decided()),
        Step::Sco3 | Step::Ret3 => key_results(desk, KeyResult::is_committed),
        Step::Chk4 => picked.to_vec(),
        Step::Set11 | Step::Mid2 | Step::Ret4 => objectives(desk.quarter.live_objectives()),
        Step::Mid1 | Step::Ret5 => assumptions(desk),
        Step::Hnd1 => points(desk),
        Step::Set1
        | Step::Set2
        | Step::Set3
        | Step::Set4
        | Step::Set6
        | Step::Set7
        | Step::Set8
        | Step::Set10
        | Step::Set12
        | Step::Set14
        | Step::Chk1
        | Step::Chk2
        | Step::Chk5
        | Step::Mid3
        | Step::Sco1
        | Step::Sco2
        | Step::Sco4
        | Step::Ret1
        | Step::Ret2
        | Step::Ret6
        | Step::Ret7
        | Step::Ret8 => Vec::new(),
    }
}

fn objectives<'a>(all: impl Iterator<Item = &'a Objective>) -> Vec<Topic> {
    all.map(|objective| Topic::Objective(objective.id.clone())).collect()
}

/// The objectives with the most dots first; those with as many in the order of the screens.
pub fn ranked(quarter: &Quarter) -> Vec<&Objective> {
    let mut all: Vec<&Objective> = quarter.live_objectives().collect();
    all.sort_by_key(|objective| std::cmp::Reverse(objective.dots));
    all
}

/// The shortlist.
fn debated(desk: &Desk<'_>, shortlist: usize) -> Vec<Topic> {
    objectives(ranked(desk.quarter).into_iter().take(shortlist))
}

fn key_results(desk: &Desk<'_>, fits: impl Fn(&KeyResult) -> bool) -> Vec<Topic> {
    let live = desk.quarter.live_key_results().filter(|(_, key_result)| fits(key_result));
    live.map(|(_, key_result)| Topic::KeyResult(key_result.id.clone())).collect()
}

fn assumptions(desk: &Desk<'_>) -> Vec<Topic> {
    let of = |objective: &Objective| -> Vec<Topic> {
        let all = objective.assumptions.iter();
        all.map(|assumption| Topic::Assumption(objective.id.clone(), assumption.id.clone())).collect()
    };
    desk.quarter.objectives.iter().flat_map(of).collect()
}

fn points(desk: &Desk<'_>) -> Vec<Topic> {
    let package = HandOver::from(desk.workspace, &desk.quarter.key);
    package.into_iter().flat_map(|package| package.points).map(|point| Topic::Point(point.id)).collect()
}

/// The key results a check-in talks about (CHK-4).
pub(super) fn exceptions(desk: &Desk<'_>, round: Round) -> Vec<Topic> {
    let rounds = Rounds::at(desk);
    rounds.exceptions(round).into_iter().map(|exception| Topic::KeyResult(exception.key_result)).collect()
}
