//! Why something could not be written, in words.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::domain::display::visible;
use crate::words::store::saving as words;

/// A file that could not be written, and why; it stands as it was, but for [`Reason::Unsure`].
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
    /// The file stands as it was to, and the disk did not confirm it.
    Unsure(io::Error),
    /// Anything else, in the system's words.
    Other(io::Error),
}

impl WriteError {
    /// Names a reason of our own.
    pub fn new(path: &Path, reason: Reason) -> Self {
        Self { path: path.to_owned(), reason }
    }

    /// Translates what the system said.
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

    /// Whether the file stands as it was to.
    pub fn stands(&self) -> bool {
        matches!(self.reason, Reason::Unsure(_))
    }

    /// What to do about it, as a sentence.
    pub fn hint(&self) -> &'static str {
        match self.reason {
            Reason::Busy => words::SAVE_AGAIN_IN_A_MOMENT,
            Reason::Exists => words::CHOOSE_ANOTHER_ID,
            Reason::Changed => words::SAVE_AGAIN_LATER,
            Reason::LeadsOut => words::REPLACE_THE_LINK_BY_THE_FILE_ITSELF,
            Reason::NoSpace => words::MAKE_ROOM_ON_THE_DISK,
            Reason::ReadOnly => words::OPEN_A_COPY_OF_THE_WORKSPACE,
            Reason::Denied => words::GIVE_YOURSELF_THE_RIGHT_TO_WRITE,
            Reason::Damaged | Reason::Unsure(_) => words::COPY_THE_WORKSPACE_TO_ANOTHER_DISK,
            Reason::Other(_) => words::LOOK_AT_THE_FILE_AND_ITS_FOLDER,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.to_string_lossy();
        let path = visible(&path);
        match &self.reason {
            Reason::Busy => formatter.write_str(&words::another_window_keeps_saving(&path)),
            Reason::Exists => formatter.write_str(&words::there_is_such_a_file_already(&path)),
            Reason::Changed => formatter.write_str(&words::another_program_keeps_changing_it(&path)),
            Reason::LeadsOut => formatter.write_str(&words::leads_out_of_the_workspace(&path)),
            Reason::NoSpace => formatter.write_str(&words::no_space_is_left_on_the_disk(&path)),
            Reason::ReadOnly => formatter.write_str(&words::the_disk_is_read_only(&path)),
            Reason::Denied => formatter.write_str(&words::may_not_be_written(&path)),
            Reason::Damaged => formatter.write_str(&words::the_disk_reports_an_error(&path)),
            Reason::Unsure(why) => {
                formatter.write_str(&words::the_disk_did_not_confirm_it(&path, visible(&why.to_string())))
            }
            Reason::Other(error) => write!(formatter, "{path}: {}", visible(&error.to_string())),
        }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            Reason::Unsure(error) | Reason::Other(error) => Some(error),
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
