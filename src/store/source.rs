//! Reads the text of one file, or says in words why that cannot be done.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use super::place::{Position, position};
use super::problem::{Level, Problem};
use super::read::{LONGEST, too_long};
use super::write::error::{Reason, WriteError};
use super::write::{again, within};
use crate::words::store::reading as words;

/// Reads a file by its path relative to a resolved `root`; `None` if there is none.
pub(super) fn text(root: &Path, path: &Path) -> Result<Option<String>, Problem> {
    let target = within::target(root, path).map_err(|error| out_of_reach(&error))?;
    match again(|| fs::metadata(&target)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, error)),
        // Whatever is neither file nor folder could make a reader wait for ever.
        Ok(found) if !found.is_file() => Err(no_file(path)),
        Ok(_) => text_at(&target, path).map(Some),
    }
}

/// Reads what is known to be a file; `path` is how it is called in a problem.
pub(super) fn text_at(target: &Path, path: &Path) -> Result<String, Problem> {
    let (bytes, length) = bytes(target).map_err(|error| unreadable(path, error))?;
    if bytes.len() > LONGEST {
        return Err(too_long(path, length.max(bytes.len() as u64)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..sound]).into_owned();
        let message = words::THE_FILE_IS_NOT_UTF_8.to_owned();
        let hint = words::SAVE_IT_AS_UTF_8.to_owned();
        Problem::new("utf-8", path, position(&before, sound), message, hint)
    })
}

/// The bytes of a file up to just over what is read, and how many there are.
fn bytes(target: &Path) -> io::Result<(Vec<u8>, u64)> {
    let file = again(|| File::open(target))?;
    let length = again(|| file.metadata())?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(LONGEST).min(LONGEST) + 1);
    file.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes, length))
}

/// Names something that stands where a file should.
pub(super) fn no_file(path: &Path) -> Problem {
    let message = words::THIS_IS_NO_FILE.to_owned();
    let hint = words::A_RECORD_IS_A_PLAIN_TEXT_FILE.to_owned();
    Problem::new("unreadable", path, Position::START, message, hint)
}

/// Names a link that is not followed.
pub(super) fn leads_out(path: &Path) -> Problem {
    let message = words::THIS_LINK_LEADS_OUT.to_owned();
    let hint = words::PUT_THE_FILE_ITSELF_HERE.to_owned();
    Problem::new("link", path, Position::START, message, hint).at_level(Level::Warn)
}

/// Names a file or folder that the system does not let us read.
pub(super) fn unreadable(path: &Path, error: io::Error) -> Problem {
    let message = match WriteError::of(path, error).reason {
        Reason::Denied => words::YOU_MAY_NOT_READ_THIS.to_owned(),
        Reason::Damaged => words::THE_DISK_REPORTS_AN_ERROR_HERE.to_owned(),
        Reason::Other(error) => words::this_cannot_be_read(&error),
        _ => words::THIS_CANNOT_BE_READ.to_owned(),
    };
    let hint = words::GIVE_YOURSELF_THE_RIGHT_TO_READ_IT.to_owned();
    Problem::new("unreadable", path, Position::START, message, hint)
}

fn out_of_reach(error: &WriteError) -> Problem {
    if let Reason::LeadsOut = error.reason {
        return leads_out(&error.path);
    }
    let hint = words::GIVE_YOURSELF_THE_RIGHT_TO_READ_IT.to_owned();
    Problem::new("unreadable", error.path.clone(), Position::START, format!("{error}."), hint)
}
