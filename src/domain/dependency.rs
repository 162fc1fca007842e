//! Dependencies: what another team must do for a key result to move (SET-10). They have two sides, each in the files of its
//! own team: one asks, the other answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::LineId;
use super::word::closed_list;

closed_list! {
    /// Where a dependency stands.
    #[derive(Default)]
    pub enum DependencyState {
        /// Asked or about to be asked.
        #[default]
        Open = "open",
        /// The other team has said yes.
        Agreed = "agreed",
        /// It has come.
        Done = "done",
        /// The other team has said no: the key result changes.
        Refused = "refused",
        /// We found another way.
        WorkedAround = "worked-around",
    }
}

/// Something asked of another team, with a date and somebody who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dependency {
    /// Names it within the key result.
    pub id: LineId,
    /// The team, never "platform".
    pub team: String,
    /// What they must do.
    pub need: String,
    /// By when.
    pub by: Option<Day>,
    /// Who asks.
    pub asker: Option<String>,
    /// Where it stands, as far as we know; what the other team answers in its own files goes before it.
    #[serde(default)]
    pub state: DependencyState,
}

/// What a team answers to another that asks it for something; it stands in the files of the team that answers (SET-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Names it within the quarter.
    pub id: LineId,
    /// What is answered: `payments/2027-q1/ci-duration/k3f9q2`.
    pub asked: String,
    /// Yes, no, not yet, or that there is another way.
    #[serde(default)]
    pub state: DependencyState,
    /// What comes, or why not, in one line.
    pub says: Option<String>,
    /// The day we mean to have it, where we say one.
    pub by: Option<Day>,
    /// The day it was answered.
    pub date: Option<Day>,
}
