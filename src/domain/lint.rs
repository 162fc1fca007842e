//! What a team says about the questions it is asked about its set: how much each matters, and which it has answered with
//! a written reason and asks no more.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::Day;

/// How much a question matters. A team may set it per rule in `okr.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Never asked.
    Off,
    /// A question for the room.
    Ask,
    /// A question worth a written answer.
    Warn,
    /// Keeps a set from being committed: one of the hard stops of the method.
    Block,
}

/// The levels a team has set, by the id of the rule; whoever is not named has its usual one.
pub type Levels = BTreeMap<String, Level>;

/// Why a question is not asked any more of one objective, key result or quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Waiver {
    /// The reason, in the team's words.
    pub reason: String,
    /// The day it was given.
    pub date: Day,
}

/// The questions that were waived, by the id of the rule.
pub type Waivers = BTreeMap<String, Waiver>;
