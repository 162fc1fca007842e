//! Everything a person can name by its id, and how a shortened id finds it.

use super::check_in::Sitting;
use super::cycle::Cycle;
use super::dependency::{Answer, Dependency};
use super::effort::Effort;
use super::frame::{Delivery, List, ListLine};
use super::key_result::{Initiative, KeyResult};
use super::objective::{Assumption, Negotiation, Objective};
use super::quarter::Quarter;
use super::retrospective::Note;
use super::team::{Settings, Team};
use super::workspace::Workspace;
use crate::words::domain::records as words;

/// A record or a line of one, with what it stands under.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Named<'a> {
    /// An objective.
    Objective(&'a Objective),
    /// A key result and its objective.
    KeyResult(&'a Objective, &'a KeyResult),
    /// An assumption and its objective.
    Assumption(&'a Objective, &'a Assumption),
    /// A change that was asked of an objective, and the objective.
    Negotiation(&'a Objective, &'a Negotiation),
    /// A dependency and its key result.
    Dependency(&'a KeyResult, &'a Dependency),
    /// An initiative and its key result.
    Initiative(&'a KeyResult, &'a Initiative),
    /// A plain line of one of the lists.
    Line(List, &'a ListLine),
    /// A line of the delivery list.
    Delivery(&'a Delivery),
    /// What the team answers to another that asks it for something.
    Answer(&'a Answer),
    /// A sitting.
    Sitting(&'a Sitting),
    /// A note, verdict or action.
    Note(&'a Note),
    /// An entry of the effort ledger.
    Effort(&'a Effort),
    /// The frame of the quarter, by the word `quarter`.
    Quarter(&'a Quarter),
    /// A team.
    Team(&'a Team),
    /// A cycle.
    Cycle(&'a Cycle),
    /// What holds for everyone, by the word `settings`.
    Settings(&'a Settings),
}

impl<'a> Named<'a> {
    /// The word in front of an id that several things share: `objective:sign-in`.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Objective(_) => "objective",
            Self::KeyResult(..) => "kr",
            Self::Assumption(..) => "assumption",
            Self::Negotiation(..) => "negotiation",
            Self::Dependency(..) => "dependency",
            Self::Initiative(..) => "initiative",
            Self::Line(list, _) => list.id(),
            Self::Delivery(_) => "delivery",
            Self::Answer(_) => "answer",
            Self::Sitting(_) => "check-in",
            Self::Note(_) => "note",
            Self::Effort(_) => "effort",
            Self::Quarter(_) => "frame",
            Self::Team(_) => "team",
            Self::Cycle(_) => "cycle",
            Self::Settings(_) => "workspace",
        }
    }

    /// Its id.
    pub fn id(self) -> &'a str {
        match self {
            Self::Objective(objective) => objective.id.as_str(),
            Self::KeyResult(_, key_result) => key_result.id.as_str(),
            Self::Assumption(_, assumption) => assumption.id.as_str(),
            Self::Negotiation(_, negotiation) => negotiation.id.as_str(),
            Self::Dependency(_, dependency) => dependency.id.as_str(),
            Self::Initiative(_, initiative) => initiative.id.as_str(),
            Self::Line(_, line) => line.id.as_str(),
            Self::Delivery(delivery) => delivery.id.as_str(),
            Self::Answer(answer) => answer.id.as_str(),
            Self::Sitting(sitting) => sitting.id.as_str(),
            Self::Note(note) => note.id.as_str(),
            Self::Effort(effort) => effort.id.as_str(),
            Self::Quarter(_) => "quarter",
            Self::Team(team) => team.id.as_str(),
            Self::Cycle(cycle) => cycle.id.as_str(),
            Self::Settings(_) => "settings",
        }
    }

    /// The id of what it stands under, if it does.
    pub fn under(self) -> Option<&'a str> {
        match self {
            Self::KeyResult(objective, _)
            | Self::Assumption(objective, _)
            | Self::Negotiation(objective, _) => Some(objective.id.as_str()),
            Self::Dependency(key_result, _) | Self::Initiative(key_result, _) => Some(key_result.id.as_str()),
            _ => None,
        }
    }

    /// What it says, in a line.
    pub fn title(self) -> &'a str {
        match self {
            Self::Objective(objective) => &objective.title,
            Self::KeyResult(_, key_result) => key_result.name(),
            Self::Assumption(_, assumption) => &assumption.text,
            Self::Negotiation(_, negotiation) => &negotiation.asked,
            Self::Dependency(_, dependency) => &dependency.need,
            Self::Initiative(_, initiative) => &initiative.text,
            Self::Line(_, line) => &line.text,
            Self::Delivery(delivery) => &delivery.text,
            Self::Answer(answer) => answer.says.as_deref().unwrap_or(&answer.asked),
            Self::Sitting(sitting) => sitting.decision.as_deref().unwrap_or("a check-in"),
            Self::Note(note) => &note.text,
            Self::Effort(effort) => &effort.title,
            Self::Quarter(_) => words::THE_QUARTER_AND_ITS_GROUND_RULES,
            Self::Team(team) => &team.name,
            Self::Cycle(cycle) => &cycle.label,
            Self::Settings(_) => words::WHAT_HOLDS_FOR_EVERYONE,
        }
    }

    /// Whether only its whole id names it: it is a word, not an id somebody chose.
    fn is_word(self) -> bool {
        matches!(self, Self::Quarter(_) | Self::Settings(_))
    }
}

/// Everything in a quarter that has an id.
pub fn in_quarter(quarter: &Quarter) -> Vec<Named<'_>> {
    let mut all = Vec::new();
    for objective in &quarter.objectives {
        all.push(Named::Objective(objective));
        all.extend(objective.assumptions.iter().map(|assumption| Named::Assumption(objective, assumption)));
        let negotiations = objective.negotiations.iter();
        all.extend(negotiations.map(|negotiation| Named::Negotiation(objective, negotiation)));
        for key_result in &objective.key_results {
            all.push(Named::KeyResult(objective, key_result));
            all.extend(
                key_result.dependencies.iter().map(|dependency| Named::Dependency(key_result, dependency)),
            );
            all.extend(
                key_result.initiatives.iter().map(|initiative| Named::Initiative(key_result, initiative)),
            );
        }
    }
    let frame = &quarter.frame;
    all.extend(frame.plain_lines().map(|(list, line)| Named::Line(list, line)));
    all.extend(frame.delivery.iter().map(Named::Delivery));
    all.extend(frame.answers.iter().map(Named::Answer));
    all.extend(quarter.sittings.iter().map(Named::Sitting));
    all.extend(quarter.notes.iter().map(Named::Note));
    all.extend(quarter.efforts.iter().map(Named::Effort));
    all.push(Named::Quarter(quarter));
    all
}

/// Everything in the workspace that stands above its quarters.
pub fn above_quarters(workspace: &Workspace) -> Vec<Named<'_>> {
    let teams = workspace.teams.values().map(Named::Team);
    let cycles = workspace.cycles.values().map(Named::Cycle);
    teams.chain(cycles).chain([Named::Settings(&workspace.settings)]).collect()
}

/// Finds what a typed id means: the whole id, or a beginning of it; `objective/kr` names what something stands under,
/// `kr:sign-in` its kind. Several are left when the text means several; none when it means nothing.
pub fn find<'a>(all: &[Named<'a>], typed: &str) -> Vec<Named<'a>> {
    let typed = typed.trim().to_lowercase();
    let (kind, path) =
        typed.split_once(':').map_or((None, typed.as_str()), |(kind, path)| (Some(kind), path));
    let (under, id) = path.rsplit_once('/').map_or((None, path), |(under, id)| (Some(under), id));
    let fits = |named: &&Named<'a>| {
        kind.is_none_or(|kind| named.kind() == kind)
            && under.is_none_or(|under| named.under().is_some_and(|above| above.starts_with(under)))
    };
    let exact: Vec<Named<'a>> = all.iter().filter(fits).filter(|named| named.id() == id).copied().collect();
    if !exact.is_empty() || id.is_empty() {
        return exact;
    }
    let begins = |named: &&Named<'a>| !named.is_word() && named.id().starts_with(id);
    all.iter().filter(fits).filter(begins).copied().collect()
}

/// The name at most three letters away, the nearest first.
pub fn nearest<'a>(wanted: &str, names: &[&'a str]) -> Option<&'a str> {
    let wanted: String = wanted.chars().take(40).collect();
    let distance = |name: &str| edits(&wanted, name);
    let close = names.iter().map(|name| (distance(name), *name));
    close.filter(|(far, name)| *far <= 3.min(name.len() / 2)).min().map(|(_, name)| name)
}

/// The name of the team that may be meant: the one whose name or id begins so, else the nearest.
pub fn nearest_team<'a>(workspace: &'a Workspace, typed: &str) -> Option<&'a str> {
    let lower: Vec<String> = workspace.teams.values().map(|team| team.name.to_lowercase()).collect();
    let names: Vec<&str> = lower.iter().map(String::as_str).collect();
    let near = || {
        let near = nearest(&typed.trim().to_lowercase(), &names)?;
        let team = workspace.teams.values().find(|team| team.name.to_lowercase() == near)?;
        Some(team.name.as_str())
    };
    let begun = workspace.team_meant(typed).and_then(|id| workspace.teams.get(id));
    begun.map(|team| team.name.as_str()).or_else(near)
}

/// Letters to insert, remove or replace to make one word of another.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, other) in to.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[column + 1];
            row[column + 1] = replaced.min(corner + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{KeyResultId, ObjectiveId};

    fn objective(id: &str, key_results: &[&str]) -> Objective {
        let draft = |id: &&str| KeyResult::draft(KeyResultId::new(*id).unwrap(), "kr", 1);
        let mut objective = Objective::draft(ObjectiveId::new(id).unwrap(), "objective", 1);
        objective.key_results = key_results.iter().map(draft).collect();
        objective
    }

    fn found(typed: &str) -> Vec<String> {
        let objectives = [objective("sign-in", &["sign-in-failures", "fast"]), objective("fast", &["ci"])];
        let mut all = Vec::new();
        for objective in &objectives {
            all.push(Named::Objective(objective));
            all.extend(
                objective.key_results.iter().map(|key_result| Named::KeyResult(objective, key_result)),
            );
        }
        find(&all, typed).iter().map(|named| format!("{}:{}", named.kind(), named.id())).collect()
    }

    #[test]
    fn a_beginning_is_enough_when_it_means_one_thing() {
        assert_eq!(found("sign-in-f"), ["kr:sign-in-failures"]);
        assert_eq!(found(" CI "), ["kr:ci"]);
        assert_eq!(found("sign"), ["objective:sign-in", "kr:sign-in-failures"]);
        assert!(found("").is_empty() && found("x").is_empty() && found("/").is_empty());
    }

    #[test]
    fn a_whole_id_goes_before_a_beginning() {
        assert_eq!(found("sign-in"), ["objective:sign-in"]);
        assert_eq!(found("fast"), ["kr:fast", "objective:fast"]);
    }

    #[test]
    fn kind_and_place_tell_two_of_a_name_apart() {
        assert_eq!(found("kr:fast"), ["kr:fast"]);
        assert_eq!(found("sign/fa"), ["kr:fast"]);
        assert_eq!(found("objective:f"), ["objective:fast"]);
    }
}
