//! What a quarter refers to in others, so that whoever judges one quarter after the other reads as much beside it and no
//! more.

use std::collections::BTreeSet;

use super::id::TeamId;
use super::quarter::{Quarter, QuarterKey};
use super::workspace::Workspace;

/// What a judgement on some quarters looks at in others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Referred {
    /// The quarters of which an objective or a key result is named: what is contributed to, and what was asked.
    pub quarters: BTreeSet<QuarterKey>,
    /// The teams that are asked for something: their answer may stand in the frame of any of their quarters.
    pub teams: BTreeSet<TeamId>,
}

impl Workspace {
    /// What a quarter refers to, found by the names of all teams.
    #[must_use]
    pub fn referred_to(&self, quarter: &Quarter) -> Referred {
        let linked = quarter.objectives.iter().filter_map(|objective| self.quarter_linked(objective));
        let answered = quarter.frame.answers.iter().filter_map(|answer| quarter_asked(&answer.asked));
        let asked = quarter.live_key_results().flat_map(|(_, key_result)| &key_result.dependencies);
        let asked = asked.filter_map(|dependency| self.team_called(&dependency.team));
        // A team that was merged is asked by way of the one that took it in.
        let teams = asked.flat_map(|team| self.heir(&team.id).into_iter().chain([team]));
        Referred {
            quarters: linked.chain(answered).collect(),
            teams: teams.map(|team| team.id.clone()).collect(),
        }
    }
}

/// The quarter of a path such as `payments/2027-q1/ci-duration/k3f9q2`.
fn quarter_asked(path: &str) -> Option<QuarterKey> {
    let mut parts = path.split('/');
    Some(QuarterKey { team: parts.next()?.parse().ok()?, cycle: parts.next()?.parse().ok()? })
}
