//! Which file holds which record (format 1).
//!
//! The one way from an address to a path is how an [`Address`] shows itself; this is the way back.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::domain::change::Address;
use crate::domain::id::{InvalidId, TeamId};
use crate::domain::quarter::QuarterKey;

/// The file that makes a folder a workspace.
pub const MARK: &str = "okr.toml";

/// The folder of all teams.
pub const TEAMS: &str = "teams";

/// The files and folders beside one another in which all records of a workspace stand.
pub const PLACES: [&str; 4] = [MARK, "steps.toml", "cycles", TEAMS];

/// Whether a folder is a workspace.
pub fn is_workspace(folder: &Path) -> bool {
    folder.join(MARK).is_file()
}

/// The workspace that a path lies in, or is; the nearest, where one lies in another.
pub fn root_above(path: &Path) -> Option<&Path> {
    path.ancestors().find(|folder| is_workspace(folder))
}

/// The folder of a team, relative to the workspace.
pub fn team_folder(team: &TeamId) -> PathBuf {
    Path::new(TEAMS).join(team.as_str())
}

/// The folder of a quarter, relative to the workspace.
pub fn quarter_folder(key: &QuarterKey) -> PathBuf {
    team_folder(&key.team).join(key.cycle.as_str())
}

/// The team in whose folder a path of the workspace lies.
pub fn team_of(path: &Path) -> Option<TeamId> {
    let team = path.strip_prefix(TEAMS).ok()?.iter().next()?;
    TeamId::new(team.to_str()?).ok()
}

/// The path of a record's file, relative to the workspace.
pub fn path(address: &Address) -> PathBuf {
    PathBuf::from(address.to_string())
}

/// The record a path stands for, with `/` between its parts; `None` if no record stands at such a place.
pub fn address_of(path: &str) -> Option<Address> {
    address(&path.split('/').collect::<Vec<_>>()).ok()
}

/// Tells whether a file is a record of a workspace, or would be one, wherever that stands.
pub fn is_record(file: &Path) -> bool {
    let in_its_folder = || {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        Some(dunce::canonicalize(folder.unwrap_or(Path::new("."))).ok()?.join(file.file_name()?))
    };
    let Some(whole) = dunce::canonicalize(file).ok().or_else(in_its_folder) else { return false };
    let mut roots = whole.ancestors().skip(1).filter(|folder| is_workspace(folder));
    roots.any(|root| {
        let parts = whole.strip_prefix(root).into_iter().flatten().map(|part| part.to_str());
        parts.collect::<Option<Vec<_>>>().is_some_and(|parts| address(&parts).is_ok())
    })
}

/// Why a file or folder is no part of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// Nothing of ours stands at such a place.
    Foreign,
    /// Its name would have to be an id.
    Id(InvalidId),
}

impl From<InvalidId> for Misfit {
    fn from(invalid: InvalidId) -> Self {
        Self::Id(invalid)
    }
}

/// Tells whose file stands at a path, given part by part.
pub(super) fn address(parts: &[&str]) -> Result<Address, Misfit> {
    Ok(match *parts {
        ["okr.toml"] => Address::Settings,
        ["steps.toml"] => Address::Steps,
        ["cycles", name] => Address::Cycle(id_of(name)?),
        ["teams", team, "team.toml"] => Address::Team(team.parse()?),
        ["teams", team, cycle, "cycle.toml"] => Address::Frame(key(team, cycle)?),
        ["teams", team, cycle, "objectives", objective, "objective.toml"] => {
            Address::Objective(key(team, cycle)?, objective.parse()?)
        }
        ["teams", team, cycle, "objectives", objective, name] => {
            Address::KeyResult(key(team, cycle)?, objective.parse()?, id_of(name)?)
        }
        ["teams", team, cycle, "checkins", name] => Address::Sitting(key(team, cycle)?, id_of(name)?),
        ["teams", team, cycle, "scores", name] => Address::Scoring(key(team, cycle)?, id_of(name)?),
        ["teams", team, cycle, "retro", name] => Address::Note(key(team, cycle)?, id_of(name)?),
        ["teams", team, cycle, "sessions", name] => Address::Effort(key(team, cycle)?, id_of(name)?),
        _ => return Err(Misfit::Foreign),
    })
}

/// Tells whether records may stand in a folder, given part by part.
pub(super) fn folder(parts: &[&str]) -> Result<(), Misfit> {
    match *parts {
        ["teams" | "cycles"] => Ok(()),
        ["teams", id]
        | ["teams", _, id]
        | ["teams", _, id, "objectives" | "checkins" | "scores" | "retro" | "sessions"]
        | ["teams", _, _, "objectives", id] => id_text(id),
        _ => Err(Misfit::Foreign),
    }
}

/// Ids of every kind have one form; which kind this one is matters to nobody here.
fn id_text(text: &str) -> Result<(), Misfit> {
    crate::domain::id::LineId::new(text)?;
    Ok(())
}

fn id_of<T: FromStr<Err = InvalidId>>(name: &str) -> Result<T, Misfit> {
    let stem = name.strip_suffix(".toml").ok_or(Misfit::Foreign)?;
    Ok(stem.parse()?)
}

fn key(team: &str, cycle: &str) -> Result<QuarterKey, InvalidId> {
    Ok(QuarterKey { team: team.parse()?, cycle: cycle.parse()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Result<Address, Misfit> {
        address(&path.split('/').collect::<Vec<_>>())
    }

    #[test]
    fn every_path_of_the_layout_is_an_address_and_back() {
        let paths = [
            "okr.toml",
            "steps.toml",
            "teams/payments/team.toml",
            "cycles/2027-q1.toml",
            "teams/payments/2027-q1/cycle.toml",
            "teams/payments/2027-q1/objectives/sign-in/objective.toml",
            "teams/payments/2027-q1/objectives/sign-in/sign-in-failures.toml",
            "teams/payments/2027-q1/checkins/2027-02-11-k3f9q2.toml",
            "teams/payments/2027-q1/scores/sign-in-failures.toml",
            "teams/payments/2027-q1/retro/k81x0d.toml",
            "teams/payments/2027-q1/sessions/2027-02-11-check-in-7d2m1a.toml",
        ];
        for text in paths {
            let address = at(text).unwrap();
            assert_eq!(address.to_string(), text);
            assert_eq!(path(&address), PathBuf::from(text));
            let mut parts: Vec<_> = text.split('/').collect();
            while parts.pop().is_some() && !parts.is_empty() {
                assert_eq!(folder(&parts), Ok(()), "{parts:?}");
            }
        }
    }

    #[test]
    fn the_folder_of_a_team_is_its_own_all_the_way_down() {
        let team = |path: &str| team_of(Path::new(path)).map(|team| team.to_string());
        for path in ["teams/payments", "teams/payments/2027-q1/objectives"] {
            assert_eq!(team(path).as_deref(), Some("payments"));
        }
        for path in ["", "teams", "cycles/payments", "okrs/teams/payments", "teams/Pay ments"] {
            assert_eq!(team(path), None, "{path}");
        }
    }

    #[test]
    fn a_name_that_is_no_id_is_never_part_of_an_address() {
        for path in [
            "teams/Pay ments/team.toml",
            "cycles/2027_Q1.toml",
            "teams/payments/2027-q1/retro/ä.toml",
            "teams/payments/2027-q1/objectives/../x.toml",
            "cycles/.toml",
        ] {
            assert!(matches!(at(path), Err(Misfit::Id(_))), "{path}");
        }
    }

    #[test]
    fn what_stands_elsewhere_is_foreign() {
        for path in ["README.md", "teams/x.toml", "teams/payments/2027-q1/notes.toml", "cycles/a/b.toml", "a"]
        {
            assert_eq!(at(path), Err(Misfit::Foreign), "{path}");
        }
        assert_eq!(folder(&["teams", "payments", "2027-q1", "old"]), Err(Misfit::Foreign));
        assert_eq!(folder(&["cycles", "old"]), Err(Misfit::Foreign));
    }
}
