//! The folder of what belongs to one person on one machine: drafts, votes given alone, sessions under way, which commands
//! are trusted, and what was used last. Losing it loses no goal.

use std::env;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use directories::BaseDirs;
use tempfile::NamedTempFile;

use super::write::{again, sync_folder};
use crate::domain::quarter::QuarterKey;

/// How many folders above one may be new with it: the state folder, and the two that hold it.
const NEW_AT_ONCE: usize = 3;

/// `$XDG_STATE_HOME/okr` or `~/.local/state/okr` on every Unix, the local data folder on Windows; `None` without a home.
pub fn folder() -> Option<PathBuf> {
    let dirs = BaseDirs::new()?;
    if cfg!(windows) {
        return Some(dirs.data_local_dir().join("okr"));
    }
    let given = env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    Some(given.unwrap_or_else(|| dirs.home_dir().join(".local/state")).join("okr"))
}

/// Where a person's own settings stand: `$XDG_CONFIG_HOME/okr` or `~/.config/okr` on every Unix, the roaming data folder on
/// Windows; `None` without a home.
pub fn config_folder() -> Option<PathBuf> {
    let dirs = BaseDirs::new()?;
    if cfg!(windows) {
        return Some(dirs.config_dir().join("okr"));
    }
    let given = env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    Some(given.unwrap_or_else(|| dirs.home_dir().join(".config")).join("okr"))
}

/// Where changes that could not be saved are kept within a state folder.
pub(super) fn drafts_in(folder: &Path) -> PathBuf {
    folder.join("drafts")
}

/// What the names of a workspace's files in the state folder begin with: the same for one folder, whatever leads there.
pub(super) fn mark_of(root: &Path) -> String {
    let root = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    format!("{:016x}", number_of(root.as_os_str().as_encoded_bytes()))
}

/// A quarter within a name: by a sign that no id holds, so that no two are called the same.
pub(super) fn name_of(QuarterKey { team, cycle }: &QuarterKey) -> String {
    format!("{team}_{cycle}")
}

/// A number that stands for some bytes, the same on every machine and in every version (FNV-1a).
pub fn number_of<'b>(bytes: impl IntoIterator<Item = &'b u8>) -> u64 {
    bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, letter| (sum ^ u64::from(*letter)).wrapping_mul(0x0100_0000_01b3))
}

/// Writes a file into a folder that [`make`] has made, over one that stands there: whole or not at all, on the disk when it
/// returns, and for this person only.
///
/// # Errors
/// It cannot be written; what stood there stands.
pub fn keep(path: &Path, text: &str) -> io::Result<()> {
    let beside = beside(path, text)?;
    again(|| beside.as_file().sync_all())?;
    beside.persist(path)?;
    sync_folder(folder_of(path))
}

/// Takes the lock that stands in a file, waiting for whoever holds it.
///
/// # Errors
/// It cannot be opened or locked.
pub(super) fn lock(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = again(|| options.open(path))?;
    again(|| file.lock())?;
    Ok(file)
}

/// Writes a file as [`keep`] does and waits for no disk: a cut of the power may take it, so nothing may depend on it.
///
/// # Errors
/// It cannot be written; what stood there stands.
pub fn note(path: &Path, text: &str) -> io::Result<()> {
    beside(path, text)?.persist(path)?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// Writes a text under a passing name into the folder of a file.
fn beside(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut beside = again(|| tempfile::Builder::new().prefix(".okr-").tempfile_in(folder_of(path)))?;
    beside.write_all(text.as_bytes())?;
    Ok(beside)
}

/// Makes the state folder or one within it, so that only this person may look into it; one that stands open is closed.
///
/// # Errors
/// The system does not let us.
pub fn make(wanted: &Path) -> io::Result<()> {
    let is_new = !wanted.is_dir();
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    again(|| builder.create(wanted))?;
    if is_new {
        // The names of new folders last over a power cut like what is kept in them.
        wanted.ancestors().skip(1).take(NEW_AT_ONCE).try_for_each(sync_folder)?;
    }
    // Where the disk knows no rights the files are private as far as it goes: a draft is worth more than the refusal.
    let _ = close(wanted);
    if let Some(state) = folder().filter(|state| wanted != state && wanted.starts_with(state)) {
        let _ = close(&state);
    }
    Ok(())
}

/// Takes from everybody else the right to look into a folder.
#[cfg(unix)]
fn close(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut rights = again(|| fs::metadata(folder))?.permissions();
    let private = rights.mode() & !0o077;
    if private == rights.mode() {
        return Ok(());
    }
    rights.set_mode(private);
    again(|| fs::set_permissions(folder, rights.clone()))
}

#[cfg(not(unix))]
fn close(folder: &Path) -> io::Result<()> {
    fs::metadata(folder).map(drop)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_state_folder_that_stood_open_is_closed() {
        let outer = tempfile::tempdir().unwrap();
        let wanted = outer.path().join("okr/drafts");
        let mode = || fs::metadata(&wanted).unwrap().permissions().mode() & 0o777;
        make(&wanted).unwrap();
        assert_eq!(mode(), 0o700);
        fs::set_permissions(&wanted, fs::Permissions::from_mode(0o755)).unwrap();
        make(&wanted).unwrap();
        assert_eq!(mode(), 0o700);
    }
}
