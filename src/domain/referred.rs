//! What a quarter refers to in others, so that whoever judges one quarter after the other reads as much beside it and no
//! more.

use std::collections::BTreeSet;

use super::between::is_same;
use super::id::{CycleId, TeamId};
use super::key_result::KeyResult;
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
    /// Every name of a team.
    pub fn called(&self, team: &TeamId) -> Called<'_> {
        let teams = self.lineage(team).into_iter().filter_map(|id| self.teams.get(&id));
        let names = teams.flat_map(|team| {
            let own = [team.id.as_str(), team.name.as_str()];
            own.into_iter().chain(team.aliases.iter().map(String::as_str))
        });
        Called(names.collect())
    }

    /// The quarters that the open quarters of a team, and the one that is looked at, refer to and that have not been read:
    /// what they contribute to and what was asked of them, wherever that is; of the teams they ask, those that run beside them.
    pub fn unread_referred(&self, team: &TeamId, looked_at: Option<&CycleId>) -> BTreeSet<QuarterKey> {
        let mut found = BTreeSet::new();
        for (quarter, cycle) in self.works_on(team, looked_at) {
            let Referred { quarters, teams } = self.referred_to(quarter);
            let beside = self.unopened_beside(cycle).filter(|key| teams.contains(&key.team)).cloned();
            found.extend(beside.chain(quarters.into_iter().filter(|key| self.unopened.contains(key))));
        }
        found
    }

    /// What a quarter refers to, found by the names of all teams.
    pub fn referred_to(&self, quarter: &Quarter) -> Referred {
        let linked = quarter.objectives.iter().filter_map(|objective| self.quarter_linked(objective));
        let answered = quarter.frame.answers.iter().filter_map(|answer| quarter_asked(&answer.asked));
        let asked = quarter.live_key_results().flat_map(|(_, key_result)| &key_result.dependencies);
        let asked = asked.filter_map(|dependency| self.team_called(&dependency.team));
        // A team that was merged is asked by way of those that took it in.
        let teams = asked.flat_map(|team| self.heirs(&team.id).into_iter().chain([team]));
        Referred {
            quarters: linked.chain(answered).collect(),
            teams: teams.map(|team| team.id.clone()).collect(),
        }
    }
}

/// Every name a team, and each that was merged into it, has or had: whoever writes another one does not mean it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called<'a>(Vec<&'a str>);

impl Called<'_> {
    /// Whether a name that somebody wrote is one of them.
    pub fn means(&self, typed: &str) -> bool {
        self.0.iter().any(|name| is_same(name, typed.trim()))
    }

    /// Whether a key result asks the team for something, or is measured there.
    pub fn is_named_in(&self, key_result: &KeyResult) -> bool {
        let is_asked = key_result.dependencies.iter().any(|dependency| self.means(&dependency.team));
        is_asked || key_result.measured_at.as_deref().is_some_and(|at| self.means(at))
    }
}

/// The quarter of a path such as `payments/2027-q1/ci-duration/k3f9q2`.
fn quarter_asked(path: &str) -> Option<QuarterKey> {
    path.rsplitn(3, '/').last()?.parse().ok()
}
