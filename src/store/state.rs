//! The folder of what belongs to one person on one machine: drafts, and what was used last. Losing it loses no goal.

use std::env;
use std::path::PathBuf;

use directories::BaseDirs;

/// `$XDG_STATE_HOME/okr` or `~/.local/state/okr` on every Unix, the local data folder on Windows; `None` without a home.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let dirs = BaseDirs::new()?;
    if cfg!(windows) {
        return Some(dirs.data_local_dir().join("okr"));
    }
    let given = env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    Some(given.unwrap_or_else(|| dirs.home_dir().join(".local/state")).join("okr"))
}

/// Where changes that could not be saved are kept.
#[must_use]
pub fn drafts() -> Option<PathBuf> {
    folder().map(|folder| folder.join("drafts"))
}
