//! Dependencies: what another team must do for a key result to move (SET-10).

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::LineId;

/// Where a dependency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DependencyState {
    /// Asked or about to be asked.
    #[default]
    Open,
    /// The other team has said yes.
    Agreed,
    /// The other team has said no: the key result changes.
    Refused,
    /// We found another way.
    WorkedAround,
}

/// Something asked of another team, with a date and somebody who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dependency {
    /// Names it within the key result.
    pub id: LineId,
    /// The team, never "platform".
    pub team: String,
    /// What they must do.
    pub need: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Day>,
    /// Who asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asker: Option<String>,
    /// Where it stands.
    #[serde(default)]
    pub state: DependencyState,
}
