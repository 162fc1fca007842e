//! What to cut when a plan lies over the budget, in the order of the method (section 6).

use std::fmt;

use super::{EffortPlan, Shape};
use crate::domain::effort::PersonMinutes;
use crate::domain::frame::Cadence;
use crate::method::step::Steps;
use crate::method::texts::{self, text_keys};

text_keys! {
    /// A way to make the process cheaper, in the order of the method.
    CutKind {
        /// Two key results per objective.
        FewerKeyResults
        /// One objective less.
        OneObjectiveLess
        /// Monthly check-ins.
        Monthly
        /// Half the team at SET-9.
        HalfTeamRefines
        /// No meeting where the room agrees with the formula (SCO-3).
        ScoresWithoutMeeting
    }
}

impl CutKind {
    /// What it is called.
    pub fn title(self) -> &'static str {
        texts::cut(self)
    }

    /// The shape after the cut; `None` where there is nothing left to cut.
    fn apply(self, shape: Shape) -> Option<Shape> {
        let Shape { objectives, key_results, .. } = shape;
        match self {
            Self::FewerKeyResults => {
                (key_results > 2 * objectives).then_some(Shape { key_results: 2 * objectives, ..shape })
            }
            Self::OneObjectiveLess => {
                let with_it = key_results.div_ceil(objectives.max(1));
                let left = Shape { objectives: objectives.saturating_sub(1), ..shape };
                (objectives > 1).then_some(Shape { key_results: key_results - with_it, ..left })
            }
            Self::Monthly => {
                (shape.cadence == Cadence::BiWeekly && shape.check_ins > 1).then(|| shape.monthly())
            }
            Self::HalfTeamRefines => (!shape.half_team_refines && shape.people > 1)
                .then_some(Shape { half_team_refines: true, ..shape }),
            Self::ScoresWithoutMeeting => (!shape.scores_without_meeting && key_results > 0)
                .then_some(Shape { scores_without_meeting: true, ..shape }),
        }
    }
}

/// A cut, what it saves and what the plan then is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Which one.
    pub kind: CutKind,
    /// What it saves; for [`CutKind::ScoresWithoutMeeting`] at most, as the room may talk about some.
    pub saved: PersonMinutes,
    /// The plan with this cut and all before it.
    pub after: EffortPlan,
}

impl fmt::Display for CutKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

impl EffortPlan {
    /// The cuts the method offers, in its order, each with what it saves when those before it are taken.
    pub fn cuts(&self, steps: Steps<'_>) -> Vec<Cut> {
        let mut plan = *self;
        let mut cuts = Vec::new();
        for kind in CutKind::ALL {
            let Some(shape) = kind.apply(plan.shape) else { continue };
            let after = Self::of(shape, steps);
            let saved = PersonMinutes(plan.total().0.saturating_sub(after.total().0));
            cuts.push(Cut { kind: *kind, saved, after });
            plan = after;
        }
        cuts
    }
}
