//! Writes a file whole or not at all.
//!
//! The text goes to a file beside, reaches the disk, and takes the place of the old one in one step; whoever reads
//! meanwhile sees the one or the other. Paths never lead out of the workspace. What to write is decided elsewhere.
//!
//! Two things are brought to the disk for each file, and neither can be left out: its text before it gets its name, or a cut
//! of the power leaves the name of an empty file; the folder afterwards, or it leaves no name at all, though it was said
//! that the change is saved.

pub mod error;
pub(super) mod risk;
pub(super) mod within;

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError, TempPath};

use super::lock::Lock;
use error::{Reason, WriteError};

/// How the files beside are called; what a killed program left of them is swept away by the next save.
const BESIDE: (&str, &str) = (".okr-", ".tmp");

/// The most names that are looked at for left-over files.
const SWEPT: usize = 10_000;

/// Writes a new file, with its folders.
///
/// `path` is relative to the workspace.
///
/// # Errors
///
/// [`Reason::Exists`] if there is such a file, any other if it cannot be written; then nothing was changed, but for
/// [`Reason::Unsure`].
pub fn create(lock: &Lock, path: &Path, text: &str) -> Result<(), WriteError> {
    let folder = within::folder(lock.root(), path.parent().unwrap_or(Path::new("")))?;
    let target = within::target(lock.root(), path)?;
    let say = |error| WriteError::of(path, error);
    let beside = beside(&folder, text, None).map_err(say)?;
    rename(beside, |file| file.persist_noclobber(&target)).map_err(say)?;
    confirm(&folder, path)
}

/// Writes a file anew, keeping its mode; a link within the workspace stays and its target is written.
///
/// `path` is relative to the workspace; `from` is what the file held when it was read. An editor knows nothing of the
/// lock, so the file is looked at once more when the new text is on the disk.
///
/// # Errors
///
/// [`Reason::Changed`] if the file holds something else by now, [`Reason::Denied`] if it is marked read-only, any other
/// if it cannot be written; then it stands as it was, but for [`Reason::Unsure`].
pub fn replace(lock: &Lock, path: &Path, from: &str, to: &str) -> Result<(), WriteError> {
    let target = within::target(lock.root(), path)?;
    let folder = target.parent().ok_or_else(|| WriteError::new(path, Reason::LeadsOut))?;
    let say = |error| WriteError::of(path, error);
    let standing = again(|| fs::metadata(&target)).map_err(say)?;
    if standing.permissions().readonly() {
        return Err(WriteError::new(path, Reason::Denied));
    }
    let beside = beside(folder, to, Some(&standing)).map_err(say)?;
    expect(&target, path, from)?;
    rename(beside, |file| file.persist(&target)).map_err(say)?;
    confirm(folder, path)
}

/// Brings the names of a folder to the disk, once one of them stands as it is to.
fn confirm(folder: &Path, path: &Path) -> Result<(), WriteError> {
    sync_folder(folder).map_err(|why| WriteError::new(path, Reason::Unsure(why)))
}

/// Gives a file beside its lasting name.
fn rename(
    beside: NamedTempFile,
    place: impl Fn(NamedTempFile) -> Result<File, PersistError>,
) -> io::Result<()> {
    let mut waiting = Some(beside);
    again(|| {
        let Some(file) = waiting.take() else { return Ok(()) };
        place(file).map(drop).map_err(|refused| {
            waiting = Some(refused.file);
            refused.error
        })
    })
}

/// Makes sure that a file holds what it held when it was read.
fn expect(target: &Path, path: &Path, from: &str) -> Result<(), WriteError> {
    let standing = again(|| fs::read(target)).map_err(|error| WriteError::of(path, error))?;
    if standing == from.as_bytes() { Ok(()) } else { Err(WriteError::new(path, Reason::Changed)) }
}

/// Removes a file, and folders that are empty without it; a file that is gone already is no error.
///
/// `path` is relative to the workspace; `from` is what the file held when it was read.
///
/// # Errors
///
/// [`Reason::Changed`] if the file holds something else by now, or any other [`Reason`] why it cannot be removed.
pub fn remove(lock: &Lock, path: &Path, from: &str) -> Result<(), WriteError> {
    let place = within::place(lock.root(), path)?;
    let say = |error| WriteError::of(path, error);
    if fs::exists(&place).is_ok_and(|is_there| is_there) {
        expect(&place, path, from)?;
    }
    match again(|| fs::remove_file(&place)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        outcome => outcome.map_err(say)?,
    }
    let confirmed = confirm(place.parent().unwrap_or(lock.root()), path);
    remove_empty_folders(lock, path);
    confirmed
}

/// Carries a file to another place in one step, with its folders there; folders that are empty without it go.
///
/// Both paths are relative to the workspace; `text` is what the file held when it was read. A link is not carried, as it may
/// lead elsewhere from there: its text is written, then it is removed.
///
/// # Errors
///
/// [`Reason::Exists`] if there is such a file, [`Reason::Changed`] if the file holds something else by now, or any other
/// [`Reason`]; then it stands where it stood, or in both places where it is a link.
pub fn carry(lock: &Lock, from: &Path, to: &Path, text: &str) -> Result<(), WriteError> {
    let place = within::place(lock.root(), from)?;
    let say = |error| WriteError::of(to, error);
    if again(|| fs::symlink_metadata(&place)).map_err(say)?.is_symlink() {
        let created = create(lock, to, text);
        if created.as_ref().is_err_and(|why| !why.stands()) {
            return created;
        }
        return remove(lock, from, text).and(created);
    }
    let folder = within::folder(lock.root(), to.parent().unwrap_or(Path::new("")))?;
    let target = within::target(lock.root(), to)?;
    expect(&place, from, text)?;
    again(|| {
        let mut standing = TempPath::try_from_path(&place)?;
        // It is no temporary file: nothing that goes wrong removes it.
        standing.disable_cleanup(true);
        standing.persist_noclobber(&target).map_err(|refused| refused.error)
    })
    .map_err(say)?;
    // The new name reaches the disk before the old one is gone from it.
    let confirmed = confirm(&folder, to).and_then(|()| confirm(place.parent().unwrap_or(lock.root()), to));
    remove_empty_folders(lock, from);
    confirmed
}

/// Removes the folders above a file that is gone, as far as they are empty.
fn remove_empty_folders(lock: &Lock, path: &Path) {
    for folder in path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
        // Folders that hold anything else refuse, and that is the end of it.
        if fs::remove_dir(lock.root().join(folder)).is_err() {
            break;
        }
    }
}

/// Writes a text to the disk under a passing name, with the mode and the group of the file it is to replace.
fn beside(folder: &Path, text: &str, standing: Option<&Metadata>) -> io::Result<NamedTempFile> {
    sweep(folder);
    let mut builder = Builder::new();
    builder.prefix(BESIDE.0).suffix(BESIDE.1);
    // The user's mask applies, as to any new file; by itself a temporary file would be closed to everyone else.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = again(|| builder.tempfile_in(folder))?;
    if let Some(standing) = standing {
        // Whoever is of that group may give it; for all others it stays their own.
        #[cfg(unix)]
        let _ = std::os::unix::fs::fchown(
            file.as_file(),
            None,
            Some(std::os::unix::fs::MetadataExt::gid(standing)),
        );
        again(|| file.as_file().set_permissions(standing.permissions()))?;
    }
    risk::write_all(file.as_file_mut(), text.as_bytes())?;
    again(|| file.as_file().sync_all())?;
    Ok(file)
}

/// Removes what a killed program left beside; the lock says that nobody is writing.
fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(SWEPT);
    for entry in entries {
        let name = entry.file_name();
        let is_left_over =
            name.to_str().is_some_and(|name| name.starts_with(BESIDE.0) && name.ends_with(BESIDE.1));
        if is_left_over {
            // If it cannot go it is only untidy.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes a change of a folder reach the disk, where the system knows how.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match again(|| File::open(folder)?.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        outcome => outcome,
    }
}

/// Repeats a call that a signal interrupted.
pub(super) fn again<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match risk::call(&mut call) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn workspace() -> (TempDir, Lock) {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(folder.path()).unwrap();
        (folder, lock)
    }

    fn names(folder: &Path) -> Vec<String> {
        let names =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name != ".okr").collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_comes_with_its_folders_and_replaces_none() {
        let (folder, lock) = workspace();
        let path = Path::new("teams/payments/team.toml");
        create(&lock, path, "a = 1\n").unwrap();
        let refused = create(&lock, path, "a = 2\n").unwrap_err();
        assert!(matches!(refused.reason, Reason::Exists));
        assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), "a = 1\n");
        assert_eq!(names(&folder.path().join("teams/payments")), ["team.toml"]);
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside() {
        let (folder, lock) = workspace();
        fs::write(folder.path().join("okr.toml"), "a = 1").unwrap();
        fs::write(folder.path().join(".okr-x7y8z9.tmp"), "torn").unwrap();
        replace(&lock, Path::new("okr.toml"), "a = 1", "a = 2").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("okr.toml")).unwrap(), "a = 2");
        assert_eq!(names(folder.path()), ["okr.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_replaced_keeps_its_group() {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let (folder, lock) = workspace();
        let (path, at) = (Path::new("x.toml"), folder.path().join("x.toml"));
        create(&lock, path, "a = 1\n").unwrap();
        // Only whoever is of a group may give it; root is of each.
        let group =
            if chown(&at, None, Some(4321)).is_ok() { 4321 } else { fs::metadata(&at).unwrap().gid() };
        replace(&lock, path, "a = 1\n", "a = 2\n").unwrap();
        assert_eq!(fs::metadata(&at).unwrap().gid(), group);
    }

    #[test]
    fn a_removed_file_takes_its_empty_folders_along() {
        let (folder, lock) = workspace();
        for path in ["a/b/c.toml", "a/d.toml"] {
            create(&lock, Path::new(path), "").unwrap();
        }
        remove(&lock, Path::new("a/b/c.toml"), "").unwrap();
        remove(&lock, Path::new("a/b/c.toml"), "").unwrap();
        assert_eq!(names(&folder.path().join("a")), ["d.toml"]);
        remove(&lock, Path::new("a/d.toml"), "").unwrap();
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }

    #[test]
    fn no_path_leads_out_of_the_workspace() {
        let (_folder, lock) = workspace();
        for path in ["../x.toml", "/tmp/x.toml", "a/../../x.toml", "", ".", "a/.."] {
            let path = Path::new(path);
            for outcome in [create(&lock, path, ""), replace(&lock, path, "", ""), remove(&lock, path, "")] {
                assert!(matches!(outcome.unwrap_err().reason, Reason::LeadsOut), "{}", path.display());
            }
        }
    }

    #[test]
    fn a_file_that_is_marked_read_only_is_left_alone() {
        let (folder, lock) = workspace();
        let path = folder.path().join("a.toml");
        fs::write(&path, "a").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(matches!(replace(&lock, Path::new("a.toml"), "a", "b").unwrap_err().reason, Reason::Denied));
        assert_eq!(fs::read_to_string(&path).unwrap(), "a");
    }

    #[test]
    fn what_an_editor_has_written_meanwhile_is_neither_replaced_nor_removed() {
        let (folder, lock) = workspace();
        fs::write(folder.path().join("a.toml"), "theirs").unwrap();
        for outcome in
            [replace(&lock, Path::new("a.toml"), "a", "b"), remove(&lock, Path::new("a.toml"), "a")]
        {
            assert!(matches!(outcome.unwrap_err().reason, Reason::Changed));
        }
        assert_eq!(fs::read_to_string(folder.path().join("a.toml")).unwrap(), "theirs");
        assert_eq!(names(folder.path()), ["a.toml"]);
    }

    #[test]
    fn a_file_that_is_gone_is_not_replaced() {
        let (_folder, lock) = workspace();
        assert!(replace(&lock, Path::new("a.toml"), "a", "b").unwrap_err().to_string().contains("a.toml"));
    }

    #[test]
    fn an_interrupted_call_is_repeated() {
        let mut calls = 0;
        let outcome = again(|| {
            calls += 1;
            if calls < 3 { Err(io::Error::from(ErrorKind::Interrupted)) } else { Ok(calls) }
        });
        assert_eq!(outcome.unwrap(), 3);
    }

    #[cfg(unix)]
    mod unix {
        use super::*;
        use std::os::unix::fs::{PermissionsExt, symlink};
        use std::path::PathBuf;

        fn mode(path: PathBuf) -> u32 {
            fs::metadata(path).unwrap().permissions().mode() & 0o777
        }

        #[test]
        fn the_mode_of_a_file_is_kept() {
            let (folder, lock) = workspace();
            let path = folder.path().join("a.toml");
            fs::write(&path, "a").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
            replace(&lock, Path::new("a.toml"), "a", "b").unwrap();
            assert_eq!(mode(path), 0o640);
        }

        #[test]
        fn a_new_file_has_the_mode_of_any_new_file() {
            let (folder, lock) = workspace();
            fs::write(folder.path().join("usual.toml"), "").unwrap();
            create(&lock, Path::new("new.toml"), "").unwrap();
            assert_eq!(mode(folder.path().join("new.toml")), mode(folder.path().join("usual.toml")));
        }

        #[test]
        fn a_link_within_the_workspace_stays_and_its_target_is_written() {
            let (folder, lock) = workspace();
            create(&lock, Path::new("real/a.toml"), "a").unwrap();
            symlink("real/a.toml", folder.path().join("link.toml")).unwrap();
            symlink("real", folder.path().join("alias")).unwrap();
            replace(&lock, Path::new("link.toml"), "a", "b").unwrap();
            replace(&lock, Path::new("alias/a.toml"), "b", "c").unwrap();
            create(&lock, Path::new("alias/new.toml"), "d").unwrap();
            assert!(fs::symlink_metadata(folder.path().join("link.toml")).unwrap().is_symlink());
            assert_eq!(fs::read_to_string(folder.path().join("real/a.toml")).unwrap(), "c");
            assert_eq!(names(&folder.path().join("real")), ["a.toml", "new.toml"]);
            remove(&lock, Path::new("link.toml"), "c").unwrap();
            assert_eq!(names(&folder.path().join("real")), ["a.toml", "new.toml"]);
        }

        #[test]
        fn a_link_that_leads_out_is_not_followed() {
            let (folder, lock) = workspace();
            let outside = tempfile::tempdir().unwrap();
            fs::write(outside.path().join("a.toml"), "a").unwrap();
            symlink(outside.path().join("a.toml"), folder.path().join("a.toml")).unwrap();
            symlink(outside.path(), folder.path().join("folder")).unwrap();
            symlink(outside.path().join("nothing"), folder.path().join("dangling.toml")).unwrap();
            let outcomes = [
                replace(&lock, Path::new("a.toml"), "a", "b"),
                replace(&lock, Path::new("folder/a.toml"), "a", "b"),
                create(&lock, Path::new("folder/b.toml"), "b"),
                create(&lock, Path::new("folder/deep/b.toml"), "b"),
                create(&lock, Path::new("dangling.toml"), "b"),
                remove(&lock, Path::new("folder/a.toml"), "a"),
            ];
            for outcome in outcomes {
                assert!(matches!(outcome.unwrap_err().reason, Reason::LeadsOut));
            }
            assert_eq!(names(outside.path()), ["a.toml"]);
            assert_eq!(fs::read_to_string(outside.path().join("a.toml")).unwrap(), "a");
        }
    }
}
