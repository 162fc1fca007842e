//! What was used last, remembered in the state folder: the workspace, and the team in each. Losing it loses nothing.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::domain::id::TeamId;
use crate::store::state;

/// The file in the state folder.
const FILE: &str = "last-used.toml";

fn read() -> Table {
    let text = state::folder().and_then(|folder| fs::read_to_string(folder.join(FILE)).ok());
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// The workspace of the last command, if it still stands.
pub(super) fn workspace() -> Option<PathBuf> {
    let path = PathBuf::from(read().get("workspace")?.as_str()?);
    path.join("okr.toml").is_file().then_some(path)
}

/// The team of the last command in a workspace that named one.
pub(super) fn team(root: &Path) -> Option<TeamId> {
    let known = read();
    let team = known.get("team")?.get(root.to_str()?)?.as_str()?;
    TeamId::new(team).ok()
}

/// Remembers a workspace, and the team if one was named; that it cannot be written is no reason to stop.
pub(super) fn remember(root: &Path, team: Option<&TeamId>) {
    let (Some(folder), Some(root)) = (state::folder(), root.to_str()) else { return };
    let known = read();
    let mut after = known.clone();
    after.insert("workspace".to_owned(), Value::String(root.to_owned()));
    if let Some(team) = team {
        let teams = after.entry("team").or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(teams) = teams {
            teams.insert(root.to_owned(), Value::String(team.to_string()));
        }
    }
    if after != known {
        // Nothing depends on it.
        let _ = state::make(&folder).and_then(|()| state::keep(&folder.join(FILE), &after.to_string()));
    }
}
