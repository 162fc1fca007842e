//! Writes a page for others, outside of the records: whole or not at all.

use std::io;
use std::path::Path;

use super::write::again;

/// Writes a file, over one that stands there: beside it first, on the disk before it takes its place.
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
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = again(|| tempfile::Builder::new().prefix(".okr-export-").tempfile_in(folder))?;
    let written = write(beside.as_file_mut())?;
    again(|| beside.as_file().sync_all())?;
    make_readable(beside.as_file(), path)?;
    beside.persist(path).map_err(|refused| refused.error)?;
    Ok(written)
}

/// A page is for others: readable as any file one makes, or as the one it replaces.
#[cfg(unix)]
fn make_readable(file: &std::fs::File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path).map_or(0o644, |stands| stands.permissions().mode());
    file.set_permissions(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn make_readable(_: &std::fs::File, _: &Path) -> io::Result<()> {
    Ok(())
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
}
