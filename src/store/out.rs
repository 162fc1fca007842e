//! Writes a page for others, outside of the records: whole or not at all.

use std::path::Path;
use std::{fs, io};

use super::write::again;
use super::write::error::WriteError;
use crate::words::store::saving as words;

/// Writes a file, over one that stands there: beside it first, on the disk before it takes its place. A link stays a link,
/// and what it leads to is written. What is no file (a pipe, `/dev/null`) is written into.
///
/// # Errors
/// The folder is not there, or nothing can be written in it; what stood there stands.
pub fn put(path: &Path, text: &str) -> io::Result<()> {
    put_by(path, |out| out.write_all(text.as_bytes()))
}

/// Writes a file as [`put`] does, its text part by part.
///
/// # Errors
/// As [`put`], and what writing a part says; what stood there stands.
pub fn put_by<R, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> Result<R, E>,
) -> Result<R, E> {
    let stands = again(|| fs::metadata(path)).ok();
    if stands.as_ref().is_some_and(|stands| !stands.is_file() && !stands.is_dir()) {
        let mut pipe = again(|| fs::OpenOptions::new().write(true).open(path))?;
        return write(&mut pipe);
    }
    let path = dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = again(|| readable().prefix(".okr-export-").tempfile_in(folder))?;
    let written = write(beside.as_file_mut())?;
    again(|| beside.as_file().sync_all())?;
    if let Some(stands) = stands {
        beside.as_file().set_permissions(stands.permissions())?;
    }
    beside.persist(path).map_err(|refused| refused.error)?;
    Ok(written)
}

/// Why a file for others could not be written, in words. What is written beside it first is not named.
pub fn in_words(path: &Path, why: io::Error) -> String {
    match why.kind() {
        io::ErrorKind::NotFound => words::its_folder_is_not_there(path.display()),
        kind if why.raw_os_error().is_none() => WriteError::of(path, kind.into()).to_string(),
        _ => WriteError::of(path, why).to_string(),
    }
}

/// A page is for others: readable as any file one makes, within the umask.
#[cfg(unix)]
fn readable() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn readable() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_takes_the_place_of_the_one_before_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        put(&path, "one").unwrap();
        put(&path, "two").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(put(&folder.path().join("nowhere/page.md"), "x").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_the_file_behind_it_keeps_its_mode() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.md"), folder.path().join("link.md"));
        fs::write(&real, "one").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real.md", &link).unwrap();
        put(&link, "two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "two");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
