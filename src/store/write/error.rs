//! Why something could not be written, in words.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::domain::display::visible;

/// A file that could not be written, and why; it stands as it was.
#[derive(Debug)]
pub struct WriteError {
    /// The file, relative to the workspace.
    pub path: PathBuf,
    /// What stood in the way.
    pub reason: Reason,
}

/// What stood in the way of writing.
#[derive(Debug)]
pub enum Reason {
    /// Another window holds the lock.
    Busy,
    /// There is such a file already.
    Exists,
    /// An editor has changed the file since it was read, or is about to.
    Changed,
    /// The path or a link in it leads out of the workspace.
    LeadsOut,
    /// The disk or the quota is full.
    NoSpace,
    /// The disk is mounted read-only.
    ReadOnly,
    /// The file or folder may not be written by this person.
    Denied,
    /// The disk reports an error.
    Damaged,
    /// Anything else, in the system's words.
    Other(io::Error),
}

impl WriteError {
    /// Names a reason of our own.
    #[must_use]
    pub fn new(path: &Path, reason: Reason) -> Self {
        Self { path: path.to_owned(), reason }
    }

    /// Translates what the system said.
    #[must_use]
    pub fn of(path: &Path, error: io::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Reason::NoSpace,
            ErrorKind::ReadOnlyFilesystem => Reason::ReadOnly,
            ErrorKind::PermissionDenied => Reason::Denied,
            ErrorKind::AlreadyExists => Reason::Exists,
            // EIO has no kind of its own.
            _ if cfg!(unix) && error.raw_os_error() == Some(5) => Reason::Damaged,
            _ => Reason::Other(error),
        };
        Self::new(path, reason)
    }

    /// What to do about it, as a sentence.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self.reason {
            Reason::Busy => {
                "Save again in a moment; if no other window is open, end the program that holds .okr/lock."
            }
            Reason::Exists => "Choose another id, or look at the file that is there.",
            Reason::Changed => "Save again once the other program is done with it.",
            Reason::LeadsOut => "Replace the link by the file itself.",
            Reason::NoSpace => "Make room on the disk and save again.",
            Reason::ReadOnly => "Open a copy of the workspace on a disk that can be written.",
            Reason::Denied => "Give yourself the right to write the file and its folder, and save again.",
            Reason::Damaged => "Copy the workspace to another disk before anything else.",
            Reason::Other(_) => "Look at the file and its folder, and save again.",
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.to_string_lossy();
        let path = visible(&path);
        match &self.reason {
            Reason::Busy => write!(formatter, "{path}: another window is saving and does not get done"),
            Reason::Exists => write!(formatter, "{path}: there is such a file already"),
            Reason::Changed => write!(formatter, "{path}: another program keeps changing it"),
            Reason::LeadsOut => write!(formatter, "{path}: leads out of the workspace"),
            Reason::NoSpace => write!(formatter, "{path}: no space is left on the disk"),
            Reason::ReadOnly => write!(formatter, "{path}: the disk is read-only"),
            Reason::Denied => write!(formatter, "{path}: may not be written"),
            Reason::Damaged => write!(formatter, "{path}: the disk reports an error"),
            Reason::Other(error) => write!(formatter, "{path}: {}", visible(&error.to_string())),
        }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            Reason::Other(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_words() {
        let cases = [
            (28, "no space"),
            (122, "no space"),
            (30, "read-only"),
            (13, "may not be written"),
            (1, "may not be written"),
            (5, "the disk reports an error"),
            (17, "already"),
            (24, "open files"),
        ];
        for (code, words) in cases {
            let error = WriteError::of(Path::new("a\u{1b}.toml"), io::Error::from_raw_os_error(code));
            let shown = error.to_string();
            assert!(shown.starts_with("a␛.toml: ") && shown.contains(words), "{code}: {shown}");
            assert!(error.hint().ends_with('.'));
        }
    }
}
