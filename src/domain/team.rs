//! Teams and the settings they share. A team has people, but nothing is ever kept about one of them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::day::Day;
use super::frame::Cadence;
use super::id::{LineId, TeamId, slug};
use super::lint::Levels;
use super::number::Number;
use super::seed::Seed;
use super::serial::tight;
use super::word::closed_list;
use super::workspace::Workspace;
use crate::words::domain::values as words;

/// The longest id made from the name of a team.
pub const LONGEST_TEAM_ID: usize = 28;

/// The format this program writes.
pub const FORMAT: i64 = 1;

/// What `okr.toml` says for everyone in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Settings {
    /// The format of the files; a newer one is opened read-only.
    pub format: i64,
    /// The name of the whole.
    pub organisation: Option<String>,
    /// How often teams check in when they say nothing else.
    pub cadence: Option<Cadence>,
    /// The hours of a person-day, 8 when not said.
    #[serde(default, deserialize_with = "hours_of_a_day", skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 24))]
    pub day_hours: Option<u8>,
    /// How much the rules of `okr lint` matter here, by their ids.
    #[serde(default, skip_serializing_if = "Levels::is_empty")]
    pub lint: Levels,
}

/// Reads the hours of a person-day: every budget hangs on them, so that what is no whole number from 1 to 24 is named and
/// not counted with.
fn hours_of_a_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    let number = Number::deserialize(deserializer)?.to_string();
    let hours = number.parse().ok().filter(|hours| (1..=24).contains(hours));
    hours.map(Some).ok_or_else(|| serde::de::Error::custom(words::hours_of_a_day(&number)))
}

impl Default for Settings {
    fn default() -> Self {
        Self { format: FORMAT, organisation: None, cadence: None, day_hours: None, lint: Levels::new() }
    }
}

closed_list! {
    /// Where a team stands in the organisation.
    #[derive(PartialOrd, Ord, Default)]
    pub enum Level {
        /// The whole: sets direction.
        Company = "company",
        /// A function such as engineering: commits to contributions.
        Function = "function",
        /// A team: says how it contributes.
        #[default]
        Team = "team",
    }
}

closed_list! {
    /// What became of a team.
    pub enum Turn {
        /// It had another name.
        Renamed = "renamed",
        /// Another team was merged into it, whose history it takes over.
        Merged = "merged",
        /// It belonged to another team.
        Moved = "moved",
    }
}

/// What a team was before, so that its history reads on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Was {
    /// Names it within the team.
    pub id: LineId,
    /// What happened.
    pub turn: Turn,
    /// The former name, the id of the team that was merged, or the id of the former parent.
    pub what: String,
    /// The day from which it was so no more.
    pub date: Option<Day>,
}

/// A team and who is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// The folder's name.
    #[serde(skip, default = "TeamId::blank")]
    pub id: TeamId,
    /// What people call it.
    pub name: String,
    /// Where it stands.
    #[serde(default)]
    pub level: Level,
    /// The team it belongs to.
    pub parent: Option<TeamId>,
    /// Former names and ids, under which history is read on.
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What it was before, oldest first.
    #[serde(default, deserialize_with = "tight", rename = "was", skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Was>,
    /// The people in the room, for attendance and contacts.
    #[serde(default, deserialize_with = "tight", skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
}
impl Team {
    /// A new team of that name: its id is a word of the name, or six letters where it has none.
    ///
    /// # Panics
    /// Never: a slug and six letters are ids.
    pub fn called(name: &str, seed: &mut Seed) -> Self {
        let id = slug(name, LONGEST_TEAM_ID).unwrap_or_else(|| seed.letters());
        Self::named(TeamId::new(id).expect("a slug and six letters are ids"), name)
    }

    /// Makes a team with nothing but its name.
    pub fn named(id: TeamId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            level: Level::Team,
            parent: None,
            aliases: Vec::new(),
            was: Vec::new(),
            people: Vec::new(),
        }
    }

    /// Adds a name the team is found by.
    pub fn know(&mut self, name: &str) {
        let is_known = |other: &str| other.trim().to_lowercase() == name.trim().to_lowercase();
        if !is_known(&self.name) && !self.aliases.iter().any(|alias| is_known(alias)) {
            self.aliases.push(name.trim().to_owned());
        }
    }

    /// The teams that were merged into it, with the day, where one is known.
    pub fn merged(&self) -> impl Iterator<Item = (TeamId, Option<Day>)> {
        let merged = self.was.iter().filter(|was| was.turn == Turn::Merged);
        merged.filter_map(|was| Some((TeamId::new(was.what.trim().to_lowercase()).ok()?, was.date)))
    }
}

impl Workspace {
    /// The team that is meant by an id, a name, or by how one of them begins where no other begins so.
    pub fn team_meant(&self, typed: &str) -> Option<&TeamId> {
        let start = typed.trim().to_lowercase();
        let begins = |team: &&Team| {
            team.id.as_str().starts_with(&start) || team.name.to_lowercase().starts_with(&start)
        };
        let only = || {
            let mut found = self.teams.values().filter(begins);
            found.next().filter(|_| !start.is_empty() && found.next().is_none())
        };
        self.team_called(typed).or_else(only).map(|team| &team.id)
    }

    /// A team and all that were merged into it, also by way of others, itself first.
    pub fn lineage(&self, team: &TeamId) -> Vec<TeamId> {
        let mut found = vec![team.clone()];
        let mut at = 0;
        while let Some(id) = found.get(at) {
            let merged: Vec<TeamId> =
                self.teams.get(id).into_iter().flat_map(|team| team.merged().map(|(id, _)| id)).collect();
            let new: Vec<TeamId> = merged.into_iter().filter(|id| !found.contains(id)).collect();
            found.extend(new);
            at += 1;
        }
        found
    }

    /// The team that a team was merged into.
    pub fn heir(&self, team: &TeamId) -> Option<&Team> {
        self.teams.values().find(|other| other.id != *team && other.merged().any(|(id, _)| id == *team))
    }

    /// The teams that took a team in, each with the one before it, nearest first.
    pub fn heirs(&self, team: &TeamId) -> Vec<&Team> {
        let mut found: Vec<&Team> = Vec::new();
        let mut at = self.heir(team);
        while let Some(heir) = at.filter(|heir| heir.id != *team && !found.contains(heir)) {
            found.push(heir);
            at = self.heir(&heir.id);
        }
        found
    }

    /// The teams that were merged into another, each with the one that took it in.
    pub fn merged_teams(&self) -> BTreeMap<TeamId, &Team> {
        let of =
            |heir: &'_ Team| heir.merged().map(|(id, _)| id).filter(|id| *id != heir.id).collect::<Vec<_>>();
        self.teams.values().flat_map(|heir| of(heir).into_iter().map(move |id| (id, heir))).collect()
    }

    /// Whether a team has no quarter, read or not, and may open one: no other team took it in.
    pub fn lacks_quarter(&self, team: &TeamId) -> bool {
        self.known_of(team).is_empty() && self.heir(team).is_none()
    }

    /// What a team is called; its id where it cannot be read.
    pub fn team_name<'a>(&'a self, id: &'a TeamId) -> &'a str {
        self.teams.get(id).map_or(id.as_str(), |team| &team.name)
    }

    /// How many people a team lists; none where it cannot be read.
    pub fn people_of(&self, id: &TeamId) -> usize {
        self.teams.get(id).map_or(0, |team| team.people.len())
    }
}
