//! The sample workspace, compiled in: three teams, one quarter closed, one mid-way, the next being set.

use std::fs;
use std::io;
use std::path::Path;

use crate::words::store::reading as words;
use include_dir::{Dir, include_dir};

static SAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/example");

/// Copies the sample into a folder that is empty or does not exist yet.
///
/// # Errors
/// The folder holds something, or cannot be written.
pub fn unpack(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        let says = words::is_not_empty(folder.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, says));
    }
    SAMPLE.extract(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn the_sample_opens_without_a_problem_and_only_in_an_empty_folder() {
        let folder = tempfile::tempdir().unwrap();
        unpack(folder.path()).unwrap();
        let (_, loaded) = Store::open(folder.path()).unwrap();
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.workspace.teams.len(), 3);
        assert_eq!(unpack(folder.path()).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }
}
