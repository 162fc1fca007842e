//! Remembers in which sittings somebody voted alone on this machine, so that a vote can be replaced and nobody votes twice.
//!
//! No file of the workspace says whose a vote is; this one stands in the state folder and is readable by this person only.
//! It holds ids and no number. Losing it loses no vote.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::patch::render;
use super::write::again;
use super::{Store, state};
use crate::domain::change::Change;
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::quarter::QuarterKey;

/// The folder within the state folder.
const FOLDER: &str = "votes";
/// How many sittings are remembered for each key result: more than a quarter has check-ins.
const MOST: usize = 20;

impl Store {
    /// The sittings in which somebody here voted, on whatever key result of whatever quarter; of one key result the oldest first.
    /// `None` where nothing is remembered.
    pub fn own_votes(&self) -> Option<Vec<SittingId>> {
        self.state.as_deref().map(|state| of_workspace(state, &self.root))
    }

    /// Remembers the votes a change gives alone, and tells whether it could; those it could not stand all the same and can be
    /// corrected by their ids.
    pub(super) fn note_votes(&self, change: &Change) -> bool {
        let unnoted = change.votes_alone().filter(|(key, on, sitting)| {
            let own = self.state.as_deref().map(|state| OwnVotes::read(state, &self.root, key));
            own.is_none_or(|mut own| own.remember(on, sitting).is_err())
        });
        unnoted.count() == 0
    }
}

/// The sittings of all quarters of a workspace in which somebody here voted.
fn of_workspace(state: &Path, root: &Path) -> Vec<SittingId> {
    let begins = begin_of_names(root);
    let files = fs::read_dir(state.join(FOLDER)).into_iter().flatten().flatten();
    let is_ours = |file: &fs::DirEntry| file.file_name().to_string_lossy().starts_with(&begins);
    let texts = files.filter(is_ours).filter_map(|file| fs::read_to_string(file.path()).ok());
    let tables = texts.filter_map(|text| text.parse::<Table>().ok());
    tables.flat_map(|table| table.values().flat_map(sittings).collect::<Vec<_>>()).collect()
}

/// The sittings of one quarter in which votes were given here.
#[derive(Debug, Clone, PartialEq)]
struct OwnVotes {
    path: PathBuf,
    table: Table,
    /// Why the file, which is there, could not be read.
    unread: Option<io::ErrorKind>,
}

impl OwnVotes {
    /// Reads what is remembered of a quarter in a workspace; where it cannot be read nothing is, and nothing more can be.
    fn read(state: &Path, root: &Path, key: &QuarterKey) -> Self {
        let name = format!("{}{}.toml", begin_of_names(root), state::name_of(key));
        let path = state.join(FOLDER).join(name);
        let text = again(|| fs::read_to_string(&path));
        let table = text
            .map_err(|why| why.kind())
            .and_then(|text| text.parse().map_err(|_| io::ErrorKind::InvalidData));
        let unread = table.as_ref().err().copied().filter(|why| *why != io::ErrorKind::NotFound);
        Self { table: table.unwrap_or_default(), path, unread }
    }

    /// The sittings in which somebody here voted on a key result, oldest first.
    fn on(&self, id: &KeyResultId) -> Vec<SittingId> {
        self.table.get(id.as_str()).into_iter().flat_map(sittings).collect()
    }

    /// Remembers one more; where it cannot be written, or could not be read, what was remembered before stays.
    fn remember(&mut self, id: &KeyResultId, sitting: &SittingId) -> io::Result<()> {
        if let Some(why) = self.unread {
            return Err(why.into());
        }
        let mut all = self.on(id);
        all.retain(|one| one != sitting);
        all.push(sitting.clone());
        let latest = all.iter().skip(all.len().saturating_sub(MOST));
        let latest: Vec<Value> = latest.map(|one| one.as_str().into()).collect();
        self.table.insert(id.as_str().to_owned(), latest.into());
        state::make(self.path.parent().unwrap_or(Path::new(".")))?;
        state::keep(&self.path, &render(&self.table))
    }
}

/// What the names of the files of one workspace begin with.
fn begin_of_names(root: &Path) -> String {
    format!("{}-", state::mark_of(root))
}

/// The ids of one row.
fn sittings(row: &Value) -> impl Iterator<Item = SittingId> {
    row.as_array().into_iter().flatten().filter_map(|one| SittingId::new(one.as_str()?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> QuarterKey {
        "payments/2027-q1".parse().unwrap()
    }

    fn sitting(at: usize) -> SittingId {
        SittingId::new(format!("2027-02-11-abc{at}")).unwrap()
    }

    #[test]
    fn each_clone_remembers_its_own_and_only_ids() {
        let state = tempfile::tempdir().unwrap();
        let id = KeyResultId::new("sign-in").unwrap();
        let mut own = OwnVotes::read(state.path(), Path::new("/a"), &key());
        assert_eq!(own.on(&id), []);
        for at in 0..30 {
            own.remember(&id, &sitting(at)).unwrap();
        }
        let again = OwnVotes::read(state.path(), Path::new("/a"), &key());
        assert_eq!((again.on(&id).len(), again.on(&id).last()), (MOST, Some(&sitting(29))));
        assert_eq!(OwnVotes::read(state.path(), Path::new("/b"), &key()).on(&id), []);
        assert_eq!(of_workspace(state.path(), Path::new("/a")), again.on(&id));
        assert_eq!(of_workspace(state.path(), Path::new("/b")), []);
        fs::write(&own.path, "<<<<<<<").unwrap();
        assert_eq!(OwnVotes::read(state.path(), Path::new("/a"), &key()).on(&id), []);
        assert_eq!(of_workspace(state.path(), Path::new("/a")), []);
    }

    #[test]
    fn no_two_quarters_have_one_file() {
        let state = tempfile::tempdir().unwrap();
        let of = |team: &str, cycle: &str| {
            let key: QuarterKey = format!("{team}/{cycle}").parse().unwrap();
            OwnVotes::read(state.path(), Path::new("/a"), &key)
        };
        assert_ne!(of("payments", "eu-2027").path, of("payments-eu", "2027").path);
    }

    #[test]
    fn what_is_there_and_cannot_be_read_is_not_overwritten() {
        let state = tempfile::tempdir().unwrap();
        let read = || OwnVotes::read(state.path(), Path::new("/a"), &key());
        let id = KeyResultId::new("sign-in").unwrap();
        read().remember(&id, &sitting(1)).unwrap();
        fs::write(&read().path, b"sign-in = ['\xff']").unwrap();
        let mut own = read();
        assert_eq!(own.remember(&id, &sitting(2)).unwrap_err().kind(), io::ErrorKind::InvalidData);
        assert_eq!(fs::read(&own.path).unwrap(), b"sign-in = ['\xff']");
        fs::write(&own.path, "<<<<<<<").unwrap();
        assert_eq!(read().remember(&id, &sitting(2)).unwrap_err().kind(), io::ErrorKind::InvalidData);
        assert_eq!(fs::read(&own.path).unwrap(), b"<<<<<<<");
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_this_person_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let state = tempfile::tempdir().unwrap();
        let mut own = OwnVotes::read(state.path(), Path::new("/a"), &key());
        own.remember(&KeyResultId::new("sign-in").unwrap(), &sitting(1)).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&own.path), mode(own.path.parent().unwrap())), (0o600, 0o700));
    }
}
