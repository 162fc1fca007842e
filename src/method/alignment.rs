//! The map of a cycle: company, function, team, what each of their objectives contributes to, and who waits for whom
//! (SET-10, SET-11). It shows what the teams wrote; nothing is derived from a parent and nothing rolls up.

mod drawing;

use crate::domain::between::{Asked, Measured, Sides};
use crate::domain::cycle::Cycle;
use crate::domain::dependency::DependencyState;
use crate::domain::frame::Alignment;
use crate::domain::id::{ObjectiveId, TeamId};
use crate::domain::objective::Objective;
use crate::domain::quarter::{KeyResultKey, Quarter, QuarterKey};
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;

/// A place on the map; the selection follows it wherever it moves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A team.
    Team(TeamId),
    /// An objective.
    Objective(QuarterKey, ObjectiveId),
    /// What an objective contributes to, or that it does not.
    Link(QuarterKey, ObjectiveId),
    /// An objective of a team below, under the one it contributes to.
    Helped(QuarterKey, ObjectiveId),
    /// What a team waits for, under the objective that cannot move without it, by its path.
    Waits(String),
    /// The same, under the team that is asked.
    Asked(String),
    /// The same, among all that is waited for.
    Among(String),
    /// A key result of another team, under the team it is measured at.
    Measured(KeyResultKey),
    /// The heading of all that is waited for.
    Waiting,
}

/// An objective and the one it contributes to.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The quarter that contributes.
    pub quarter: &'a Quarter,
    /// The objective that does.
    pub objective: &'a Objective,
    /// The quarter and objective it contributes to, where the workspace has it.
    pub to: Option<(&'a Quarter, &'a Objective)>,
}

impl<'a> Link<'a> {
    /// Tells whether it leads to something that is not there, or was dropped.
    pub fn leads_nowhere(&self) -> bool {
        let is_gone = self.to.is_none_or(|(_, above)| above.dropped.is_some());
        self.objective.contributes_to.is_some() && is_gone
    }

    /// The link of an objective.
    fn of(workspace: &'a Workspace, (quarter, objective): (&'a Quarter, &'a Objective)) -> Self {
        let to = objective.contributes_to.as_deref().and_then(|to| workspace.linked(to));
        Self { quarter, objective, to }
    }
}

/// An objective that was not dropped.
fn live<'a>(
    workspace: &'a Workspace,
    key: &QuarterKey,
    id: &ObjectiveId,
) -> Option<(&'a Quarter, &'a Objective)> {
    let quarter = workspace.quarters.get(key)?;
    Some((quarter, quarter.live_objectives().find(|objective| objective.id == *id)?))
}

/// What stands in a row.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// A team, with the quarter that runs beside the cycle of the map.
    Team(&'a Team, Option<(&'a Quarter, &'a Cycle)>),
    /// An objective.
    Objective(&'a Quarter, &'a Objective),
    /// What the objective above contributes to.
    Link(Link<'a>),
    /// An objective of a team below that contributes to the one above.
    Helped(Link<'a>),
    /// What the objective above waits for.
    Waits(Asked<'a>),
    /// What another team asks of the team above.
    Asked(Asked<'a>),
    /// One of all that is waited for.
    Among(Asked<'a>),
    /// A key result of another team that is measured at the team above.
    Measured(Measured<'a>),
    /// The heading of all that is waited for.
    Waiting,
}

/// A row of the map.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// How far in it stands.
    pub depth: u16,
    /// What it is.
    pub what: What<'a>,
}

/// How the two alignment tests of a set came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not both were asked.
    Untested,
    /// Neither was answered no.
    Nearer,
    /// One was answered no, and nobody has said why it is kept.
    Nominal,
    /// One was answered no; it is kept, with a reason.
    Kept,
}

impl Standing {
    /// How a set stands.
    pub fn of(alignment: &Alignment) -> Self {
        let is_explained = alignment.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        match (alignment.is_nominal(), alignment.ours.and(alignment.above)) {
            (true, _) if is_explained => Self::Kept,
            (true, _) => Self::Nominal,
            (false, None) => Self::Untested,
            (false, Some(_)) => Self::Nearer,
        }
    }
}

/// What a map counts for its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Teams with a quarter beside the cycle.
    pub teams: usize,
    /// Objectives that contribute to one above.
    pub links: usize,
    /// Links that lead to what is not there, or was dropped.
    pub nowhere: usize,
    /// Objectives of teams with a parent that contribute to nothing and do not say why.
    pub unlinked: usize,
    /// Sets whose alignment is nominal, kept ones too.
    pub nominal: usize,
    /// Dependencies.
    pub waiting: usize,
    /// Dependencies that are open, unanswered, refused, or answered differently.
    pub unsettled: usize,
}

/// The map of a cycle.
#[derive(Debug, Clone)]
pub struct Map<'a> {
    /// The cycle.
    pub cycle: &'a Cycle,
    /// Every row, from the top.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Map<'a> {
    /// Draws up the map of a cycle.
    pub fn of(workspace: &'a Workspace, cycle: &'a Cycle) -> Self {
        Self { cycle, rows: drawing::rows(workspace, cycle) }
    }

    /// The rows under a row, whatever is folded.
    pub fn parts(&self, at: usize) -> usize {
        let depth = self.rows.get(at).map_or(0, |row| row.depth);
        self.rows.iter().skip(at + 1).take_while(|row| row.depth > depth).count()
    }

    /// The row of a place.
    pub fn row_of(&self, spot: &Spot) -> Option<&Row<'a>> {
        self.rows.iter().find(|row| row.spot() == *spot)
    }

    /// What a place stands under, the nearest first.
    pub fn above(&self, spot: &Spot) -> Vec<Spot> {
        let Some(at) = self.rows.iter().position(|row| row.spot() == *spot) else { return Vec::new() };
        let mut depth = self.rows[at].depth;
        let mut found = Vec::new();
        for row in self.rows[..at].iter().rev() {
            if row.depth < depth {
                depth = row.depth;
                found.push(row.spot());
            }
        }
        found
    }

    /// What is counted for the head.
    pub fn sum(&self) -> Sum {
        let mut sum = Sum::default();
        for row in &self.rows {
            match row.what {
                What::Team(_, Some((quarter, _))) => {
                    sum.teams += 1;
                    sum.nominal += usize::from(quarter.frame.alignment.is_nominal());
                }
                What::Link(link) if link.objective.contributes_to.is_some() => {
                    sum.links += 1;
                    sum.nowhere += usize::from(link.leads_nowhere());
                }
                What::Link(link) => sum.unlinked += usize::from(link.objective.says_why_unlinked().is_none()),
                What::Among(asked) => {
                    sum.waiting += 1;
                    sum.unsettled += usize::from(is_unsettled(&asked));
                }
                What::Team(_, None)
                | What::Objective(..)
                | What::Helped(_)
                | What::Waits(_)
                | What::Asked(_)
                | What::Measured(_)
                | What::Waiting => {}
            }
        }
        sum
    }
}

/// Tells whether somebody still has to speak about a dependency: it is open, refused, not answered, or told differently.
pub fn is_unsettled(asked: &Asked<'_>) -> bool {
    let is_settled = matches!(
        asked.state(),
        DependencyState::Agreed | DependencyState::WorkedAround | DependencyState::Done
    );
    !is_settled || asked.sides() != Sides::Agree
}

impl<'a> Row<'a> {
    /// What stands at a place of the map of a cycle, found without drawing up the rest; none where nothing stands there.
    pub fn at(workspace: &'a Workspace, cycle: &'a Cycle, (spot, depth): (&Spot, u16)) -> Option<Self> {
        let what = match spot {
            Spot::Team(id) => What::Team(workspace.teams.get(id)?, workspace.beside(id, cycle)),
            Spot::Objective(key, id) => {
                let (quarter, objective) = live(workspace, key, id)?;
                What::Objective(quarter, objective)
            }
            Spot::Link(key, id) => What::Link(Link::of(workspace, live(workspace, key, id)?)),
            Spot::Helped(key, id) => What::Helped(Link::of(workspace, live(workspace, key, id)?)),
            Spot::Waits(path) => What::Waits(workspace.asked_at(path)?),
            Spot::Asked(path) => What::Asked(workspace.asked_at(path)?),
            Spot::Among(path) => What::Among(workspace.asked_at(path)?),
            Spot::Measured(key) => {
                let mut all = workspace.measured_elsewhere(workspace.quarters.get(&key.quarter)?);
                What::Measured(all.find(|found| found.key_result.id == key.id)?)
            }
            Spot::Waiting => What::Waiting,
        };
        Some(Self { depth, what })
    }

    /// The place of the row.
    pub fn spot(&self) -> Spot {
        match self.what {
            What::Team(team, _) => Spot::Team(team.id.clone()),
            What::Objective(quarter, objective) => Spot::Objective(quarter.key.clone(), objective.id.clone()),
            What::Link(link) => Spot::Link(link.quarter.key.clone(), link.objective.id.clone()),
            What::Helped(link) => Spot::Helped(link.quarter.key.clone(), link.objective.id.clone()),
            What::Waits(asked) => Spot::Waits(asked.path()),
            What::Asked(asked) => Spot::Asked(asked.path()),
            What::Among(asked) => Spot::Among(asked.path()),
            What::Measured(found) => Spot::Measured(found.quarter.key_of(found.key_result)),
            What::Waiting => Spot::Waiting,
        }
    }

    /// The place at the other end of what the row says; none where it has none, or it lies outside the workspace.
    pub fn other_end(&self) -> Option<Spot> {
        let objective = |quarter: &Quarter, objective: &Objective| {
            Spot::Objective(quarter.key.clone(), objective.id.clone())
        };
        match self.what {
            What::Link(link) => link.to.map(|(quarter, to)| objective(quarter, to)),
            What::Helped(link) => Some(objective(link.quarter, link.objective)),
            What::Waits(asked) => asked.team.map(|_| Spot::Asked(asked.path())),
            What::Asked(asked) | What::Among(asked) => Some(Spot::Waits(asked.path())),
            What::Measured(found) => Some(objective(found.quarter, found.objective)),
            What::Team(..) | What::Objective(..) | What::Waiting => None,
        }
    }

    /// The team whose files say what the row says.
    pub fn team(&self) -> Option<&'a TeamId> {
        match self.what {
            What::Team(team, _) => Some(&team.id),
            What::Objective(quarter, _) => Some(&quarter.key.team),
            What::Link(link) | What::Helped(link) => Some(&link.quarter.key.team),
            What::Waits(asked) | What::Asked(asked) | What::Among(asked) => Some(&asked.quarter.key.team),
            What::Measured(found) => Some(&found.quarter.key.team),
            What::Waiting => None,
        }
    }
}

#[cfg(test)]
mod tests;
