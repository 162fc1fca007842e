//! The record of a session while it is played: what goes on after a crash. It stands in the state folder and is readable
//! by this person only, as it holds drafts and votes that are not revealed yet.
//!
//! A change is written into the record before it is saved and struck out afterwards. Saving it again does the same as
//! saving it once, so that whatever a killed program left is made good when the record is read.
//!
//! While the clock runs, the seconds go into a file of their own beside it. It is not waited for, and it counts only for
//! the record it was written for: after a power cut the record stands as the last answer left it.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use toml::Table;

use super::patch::render;
use super::record::{change_of, change_table};
use super::state::{self, number_of};
use super::write::again;
use crate::domain::change::Change;
use crate::domain::quarter::QuarterKey;

/// The folder of the records within the state folder.
const FOLDER: &str = "sessions";

/// A record that this program holds; another one cannot hold it meanwhile.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    /// Locked as long as it is open.
    lock: File,
    /// A number that stands for the record as it was last read or written.
    stands: Cell<u64>,
}

/// What a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The session as it stood.
    pub session: String,
    /// What can be taken back of it; empty where it does not say.
    pub trail: String,
    /// What was about to be saved.
    pub pending: Option<Change>,
}

impl Held {
    /// Takes hold of the record of a session, given by its workspace, quarter and kind; `None` while another program holds
    /// it.
    ///
    /// # Errors
    /// The folder cannot be made, or its lock cannot be opened.
    pub fn take(state: &Path, root: &Path, (key, kind): (&QuarterKey, &str)) -> io::Result<Option<Self>> {
        let folder = state.join(FOLDER);
        state::make(&folder)?;
        let name = name_of(root, (key, kind));
        let at = folder.join(format!("{name}.lock"));
        let lock = again(|| File::options().create(true).append(true).open(&at))?;
        match lock.try_lock() {
            Ok(()) => {
                let path = folder.join(format!("{name}.toml"));
                Ok(Some(Self { path, lock, stands: Cell::new(0) }))
            }
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(why)) => Err(why),
        }
    }

    /// Tells whether a session has a record, whoever holds it.
    pub fn is_there(state: &Path, root: &Path, session: (&QuarterKey, &str)) -> bool {
        state.join(FOLDER).join(format!("{}.toml", name_of(root, session))).is_file()
    }

    /// What it says; `None` where no session is under way, or what stands there cannot be read.
    ///
    /// # Errors
    /// The file is there and the system does not let us read it.
    pub fn read(&self) -> io::Result<Option<Recorded>> {
        match again(|| fs::read_to_string(&self.path)) {
            Ok(text) => {
                self.stands.set(number_of(text.as_bytes()));
                let kept = kept(&text);
                Ok(kept.map(|kept| Recorded { session: self.ticked().unwrap_or(kept.session), ..kept }))
            }
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    /// Writes how the session stands with its trail, and what is about to be saved. Whole or not at all, and on the disk when it returns.
    ///
    /// # Errors
    /// It cannot be written; what stood there stands.
    pub fn keep(&self, session: (&str, &str), pending: Option<&Change>) -> io::Result<()> {
        let text = text_of(session, pending);
        state::keep(&self.path, &text)?;
        self.stands.set(number_of(text.as_bytes()));
        Ok(())
    }

    /// Notes how far the clock has run since the record was kept. Nothing waits for the disk.
    ///
    /// # Errors
    /// It cannot be written; the record stands.
    pub fn tick(&self, session: &str) -> io::Result<()> {
        let text = format!("{:016x} {:016x}\n{session}", self.stands.get(), number_of(session.as_bytes()));
        let mut options = File::options();
        options.create(true).write(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        again(|| options.open(self.path.with_extension("clock")))?.write_all(text.as_bytes())
    }

    /// The session as the clock left it, where that was noted whole and for the record as it stands.
    fn ticked(&self) -> Option<String> {
        let text = fs::read_to_string(self.path.with_extension("clock")).ok()?;
        let (numbers, session) = text.split_once('\n')?;
        let expected = format!("{:016x} {:016x}", self.stands.get(), number_of(session.as_bytes()));
        (numbers == expected).then(|| session.to_owned())
    }

    /// Lets go of the record of a session that is closed.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn forget(self) -> io::Result<()> {
        let _ = fs::remove_file(self.path.with_extension("clock"));
        let gone = match again(|| fs::remove_file(&self.path)) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => Err(why),
            _ => Ok(()),
        };
        drop(self.lock);
        gone
    }
}

/// The name of a record: one for each workspace, quarter and kind of session.
fn name_of(root: &Path, (key, kind): (&QuarterKey, &str)) -> String {
    format!("{}-{}_{kind}", state::mark_of(root), state::name_of(key))
}

fn text_of((session, trail): (&str, &str), pending: Option<&Change>) -> String {
    let mut table = Table::new();
    table.insert("session".to_owned(), session.into());
    table.insert("trail".to_owned(), trail.into());
    if let Some(change) = pending {
        table.insert("pending".to_owned(), change_table(change).into());
    }
    render(&table)
}

fn kept(text: &str) -> Option<Recorded> {
    let table: Table = text.parse().ok()?;
    let session = table.get("session")?.as_str()?.to_owned();
    let pending = match table.get("pending") {
        None => None,
        Some(pending) => Some(change_of(pending.as_table()?)?),
    };
    let trail = table.get("trail").and_then(|trail| trail.as_str()).unwrap_or_default().to_owned();
    Some(Recorded { session, trail, pending })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::{Address, Edit, Record};
    use crate::domain::team::Team;
    use tempfile::TempDir;

    fn key() -> QuarterKey {
        "payments/2027-q1".parse().unwrap()
    }

    fn take(folder: &TempDir, root: &str) -> Option<Held> {
        Held::take(folder.path(), Path::new(root), (&key(), "check-in")).unwrap()
    }

    fn change() -> Change {
        let team = |name: &str| Record::Team(Team::named(key().team, name));
        let address = Address::Team(key().team);
        let mut change = Change::one("rename", Edit::update(address.clone(), team("Pay"), team("Money")));
        change.edits.push(Edit::create(address.clone(), team("a")));
        change.edits.push(Edit::remove(address, team("b")));
        change
    }

    #[test]
    fn what_is_kept_is_read_back_with_what_was_about_to_be_saved() {
        let folder = tempfile::tempdir().unwrap();
        let held = take(&folder, "/a").unwrap();
        assert_eq!(held.read().unwrap(), None);
        let session = "kind = \"check-in\"\n\n[[stage]]\nstep = \"CHK-2\"\n".to_owned();
        for pending in [Some(change()), None] {
            held.keep((&session, "{}"), pending.as_ref()).unwrap();
            let trail = "{}".to_owned();
            assert_eq!(held.read().unwrap(), Some(Recorded { session: session.clone(), trail, pending }));
        }
        for earlier in ["session = \"x\"\n", "session = \"x\"\ntrail = 1\n"] {
            fs::write(&held.path, earlier).unwrap();
            let (session, trail) = ("x".to_owned(), String::new());
            assert_eq!(held.read().unwrap(), Some(Recorded { session, trail, pending: None }), "{earlier}");
        }
        held.forget().unwrap();
        assert_eq!(take(&folder, "/a").unwrap().read().unwrap(), None);
    }

    #[test]
    fn a_session_is_held_by_one_program_and_each_workspace_has_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let held = take(&folder, "/a").unwrap();
        assert!(take(&folder, "/a").is_none());
        assert!(take(&folder, "/b").is_some());
        drop(held);
        assert!(take(&folder, "/a").is_some());
    }

    #[test]
    fn the_seconds_count_for_the_record_they_were_noted_for_and_only_whole() {
        let folder = tempfile::tempdir().unwrap();
        let held = take(&folder, "/a").unwrap();
        let read = |held: &Held| held.read().unwrap().unwrap().session;
        held.keep(("step 1", ""), None).unwrap();
        held.tick("step 1, a second later").unwrap();
        assert_eq!(read(&held), "step 1, a second later");
        let clock = held.path.with_extension("clock");
        let noted = fs::read_to_string(&clock).unwrap();
        fs::write(&clock, &noted[..noted.len() - 3]).unwrap();
        assert_eq!(read(&held), "step 1");
        fs::write(&clock, &noted).unwrap();
        held.keep(("step 2", ""), None).unwrap();
        assert_eq!(read(&held), "step 2");
        held.forget().unwrap();
        assert!(!clock.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_record_is_for_this_person_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let held = take(&folder, "/a").unwrap();
        held.keep(("x", ""), None).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&held.path), mode(held.path.parent().unwrap())), (0o600, 0o700));
    }

    #[test]
    fn a_damaged_record_is_no_session() {
        let folder = tempfile::tempdir().unwrap();
        let held = take(&folder, "/a").unwrap();
        for text in ["", "session = 1", "<<<<<<<", "session = \"x\"\n[pending]\nsentence = \"x\"\n"] {
            fs::write(&held.path, text).unwrap();
            assert_eq!(held.read().unwrap(), None, "{text}");
        }
    }
}
