//! What was used last, remembered in the state folder: the workspace, and the team in each. Losing it loses nothing.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::domain::id::TeamId;
use crate::store::layout::is_workspace;
use crate::store::state;

/// The file in the state folder.
const FILE: &str = "last-used.toml";

/// What was used last, read once in a command and only if somebody asks.
#[derive(Debug, Default)]
pub(super) struct LastUsed(RefCell<Option<Table>>);

fn read() -> Table {
    let text = state::folder().and_then(|folder| fs::read_to_string(folder.join(FILE)).ok());
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

impl LastUsed {
    fn look<R>(&self, of: impl FnOnce(&Table) -> R) -> R {
        of(self.0.borrow_mut().get_or_insert_with(read))
    }

    /// The workspace of the last command, if it still stands.
    pub(super) fn workspace(&self) -> Option<PathBuf> {
        let path = self.look(|known| Some(PathBuf::from(known.get("workspace")?.as_str()?)))?;
        is_workspace(&path).then_some(path)
    }

    /// The team of the last command in a workspace that named one.
    pub(super) fn team(&self, root: &Path) -> Option<TeamId> {
        self.look(|known| {
            let team = known.get("team")?.get(root.to_str()?)?.as_str()?;
            TeamId::new(team).ok()
        })
    }

    /// Remembers a workspace, and the team if one was named; that it cannot be written is no reason to stop.
    pub(super) fn remember(&self, root: &Path, team: Option<&TeamId>) {
        let (Some(folder), Some(root)) = (state::folder(), root.to_str()) else { return };
        let mut after = self.look(Clone::clone);
        after.insert("workspace".to_owned(), Value::String(root.to_owned()));
        if let Some(team) = team {
            let teams = after.entry("team").or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(teams) = teams {
                teams.insert(root.to_owned(), Value::String(team.to_string()));
            }
        }
        if self.look(|known| *known != after) {
            // Nothing depends on it, so nothing waits for the disk either.
            let _ = state::make(&folder).and_then(|()| state::note(&folder.join(FILE), &after.to_string()));
            self.0.replace(Some(after));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_last_is_read_once() {
        let used = LastUsed(RefCell::new(Some("[team]\n\"/w\" = \"payments\"\n".parse().unwrap())));
        assert_eq!(used.team(Path::new("/w")), TeamId::new("payments").ok());
        assert_eq!((used.team(Path::new("/elsewhere")), used.workspace()), (None, None));
    }
}
