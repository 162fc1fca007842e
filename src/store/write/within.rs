//! Finds the way to a file without ever leaving the workspace.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::error::{Reason, WriteError};
use super::{again, sync_folder};

/// Makes a folder, given relative to a resolved `root`, and gives its resolved path.
pub(in crate::store) fn folder(root: &Path, path: &Path) -> Result<PathBuf, WriteError> {
    let mut folder = root.to_owned();
    for part in path.components() {
        let Component::Normal(name) = part else {
            return Err(WriteError::new(path, Reason::LeadsOut));
        };
        let next = folder.join(name);
        let made = match again(|| fs::create_dir(&next)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
            Ok(()) => sync_folder(&folder),
        };
        made.map_err(|error| WriteError::of(path, error))?;
        folder = resolved(root, path, &next)?;
    }
    Ok(folder)
}

/// Gives the file that is meant by a path, links followed as long as they stay within `root`.
pub(in crate::store) fn target(root: &Path, path: &Path) -> Result<PathBuf, WriteError> {
    let place = place(root, path)?;
    match again(|| fs::symlink_metadata(&place)) {
        Ok(found) if found.is_symlink() => resolved(root, path, &place),
        _ => Ok(place),
    }
}

/// Gives the place of a path itself, which may be a link, in its resolved folder.
pub(in crate::store) fn place(root: &Path, path: &Path) -> Result<PathBuf, WriteError> {
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let (Some(folder), Some(name), true) = (path.parent(), path.file_name(), is_plain) else {
        return Err(WriteError::new(path, Reason::LeadsOut));
    };
    let folder = root.join(folder);
    match again(|| fs::symlink_metadata(&folder)) {
        // Nothing can stand in a folder that does not.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(folder.join(name)),
        _ => Ok(resolved(root, path, &folder)?.join(name)),
    }
}

/// Follows all links; a link to nowhere leads out.
fn resolved(root: &Path, path: &Path, found: &Path) -> Result<PathBuf, WriteError> {
    match again(|| dunce::canonicalize(found)) {
        Ok(resolved) if resolved.starts_with(root) => Ok(resolved),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(WriteError::of(path, error)),
        _ => Err(WriteError::new(path, Reason::LeadsOut)),
    }
}
