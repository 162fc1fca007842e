//! What a team says or times otherwise at a step; everything else stays as the method has it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::formula::Formula;
use super::step::Step;

/// One step as a team has it; what is not said is the method's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnStep {
    /// Which step.
    pub id: Step,
    /// Its name.
    pub title: Option<String>,
    /// Its timebox.
    #[serde(rename = "box")]
    pub timebox: Option<Formula>,
    /// Its timebox where the team checks in monthly.
    #[serde(rename = "box_monthly")]
    pub timebox_monthly: Option<Formula>,
    /// Its timebox in the check-in that carries mid-quarter.
    #[serde(rename = "box_mid")]
    pub timebox_mid: Option<Formula>,
    /// What is said before the questions.
    pub say: Option<String>,
    /// The questions, each in the place of the method's that it stands for, as the answers are kept by place (SET-9); none
    /// when they are the method's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<String>,
    /// The hint for the facilitator.
    pub hint: Option<String>,
    /// When the step is done.
    pub done: Option<String>,
    /// What to say in the usual trap.
    pub nudge: Option<String>,
}

/// The steps a team has of its own: `steps.toml` beside `okr.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct OwnSteps {
    /// One block a step.
    #[serde(default, rename = "step", skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<OwnStep>,
}

impl OwnSteps {
    /// What the team has of its own at a step; the last block where several speak of it.
    pub fn of(&self, step: Step) -> Option<&OwnStep> {
        self.steps.iter().rev().find(|own| own.id == step)
    }
}
