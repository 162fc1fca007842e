//! Lets one window at a time write into a workspace.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::write::error::{Reason, WriteError};
use super::write::{again, within};

/// How long another window may take; a save takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(2);

/// The wait between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write into a workspace, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    root: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock of a workspace, waiting up to two seconds for another window.
    ///
    /// The folder `.okr` is made along the way; it keeps itself out of git.
    ///
    /// # Errors
    ///
    /// [`Reason::Busy`] if another window holds on to it, any other if `.okr/lock` cannot be written.
    pub fn take(root: &Path) -> Result<Self, WriteError> {
        Self::take_within(root, PATIENCE)
    }

    fn take_within(root: &Path, patience: Duration) -> Result<Self, WriteError> {
        let root = dunce::canonicalize(root).map_err(|error| WriteError::of(root, error))?;
        let file = open(&root)?;
        let path = Path::new(".okr/lock");
        let deadline = Instant::now() + patience;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { root, file }),
                Err(TryLockError::Error(error)) => return Err(WriteError::of(path, error)),
                Err(TryLockError::WouldBlock) if Instant::now() >= deadline => {
                    return Err(WriteError::new(path, Reason::Busy));
                }
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            }
        }
    }

    /// The folder of the workspace, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file gives the lock back in any case.
        let _ = self.file.unlock();
    }
}

/// Opens the file of the lock and keeps its folder out of git.
fn open(root: &Path) -> Result<File, WriteError> {
    within::folder(root, Path::new(".okr"))?;
    let ignored = Path::new(".okr/.gitignore");
    let at = within::target(root, ignored)?;
    // On a full disk it was made and nothing came into it.
    if fs::metadata(&at).map_or(0, |found| found.len()) == 0 {
        again(|| fs::write(&at, "*\n")).map_err(|error| WriteError::of(ignored, error))?;
    }
    let path = Path::new(".okr/lock");
    let target = within::target(root, path)?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    match again(|| options.open(&target)) {
        // Made by another user it may only be read, which is enough to hold it.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => again(|| File::open(&target)),
        opened => opened,
    }
    .map_err(|error| WriteError::of(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_by_one_window_and_given_back() {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(folder.path()).unwrap();
        let second = Lock::take_within(folder.path(), Duration::ZERO).unwrap_err();
        assert!(matches!(second.reason, Reason::Busy));
        assert!(second.to_string().contains("another window"), "{second}");
        drop(lock);
        assert!(Lock::take_within(folder.path(), Duration::ZERO).is_ok());
    }

    #[test]
    fn the_folder_of_the_lock_keeps_itself_out_of_git() {
        let folder = tempfile::tempdir().unwrap();
        drop(Lock::take(folder.path()).unwrap());
        let ignored = folder.path().join(".okr/.gitignore");
        assert_eq!(fs::read_to_string(&ignored).unwrap(), "*\n");
        fs::write(&ignored, "").unwrap();
        drop(Lock::take(folder.path()).unwrap());
        assert_eq!(fs::read_to_string(&ignored).unwrap(), "*\n", "it was left empty by a full disk");
        fs::write(&ignored, "lock\n").unwrap();
        drop(Lock::take(folder.path()).unwrap());
        assert_eq!(fs::read_to_string(&ignored).unwrap(), "lock\n");
    }

    #[test]
    fn a_workspace_that_is_not_there_is_said_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let error = Lock::take(&folder.path().join("nowhere")).unwrap_err();
        assert!(error.to_string().contains("nowhere"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_leads_out_of_the_workspace_is_refused() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(outside.path(), folder.path().join(".okr")).unwrap();
        assert!(matches!(Lock::take(folder.path()).unwrap_err().reason, Reason::LeadsOut));
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}
