//! Keeps what could not be saved, so that nothing typed is lost, and gives it back until a person has picked.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use toml::Table;

use super::Store;
use super::patch::render;
use super::record::{self, change_of, change_table};
use super::state;
use super::write::again;
use crate::domain::change::{Address, Change};

/// How the files of drafts are called.
const NAME: (&str, &str) = ("not-saved-", ".toml");

/// The longest draft that is read back, in bytes.
const LONGEST: u64 = 16 << 20;

/// A change that could not be saved and waits for a person to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where it is kept.
    pub path: PathBuf,
    /// The change as it was wanted.
    pub change: Change,
}

impl Store {
    /// The drafts of this workspace, oldest first; those that cannot be read are left where they are.
    #[must_use]
    pub fn drafts(&self) -> Vec<Draft> {
        let entries = self.drafts.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
        let mut drafts: Vec<Draft> = entries.filter_map(|entry| read(entry.path(), &self.root)).collect();
        let age = |draft: &Draft| fs::metadata(&draft.path).and_then(|found| found.modified()).ok();
        drafts.sort_by_cached_key(|draft| (age(draft), draft.path.clone()));
        drafts
    }

    /// Keeps a change as a draft; `None` where there is no folder for drafts.
    ///
    /// # Errors
    ///
    /// The folder cannot be written.
    pub fn keep_draft(&self, change: &Change) -> io::Result<Option<PathBuf>> {
        self.drafts.as_ref().map(|folder| keep(folder, &self.root, change)).transpose()
    }

    /// Removes the drafts of what has been saved after all: picked later, one would bring back what has been changed since.
    pub(super) fn forget_drafts_of(&self, saved: &Change) {
        for draft in self.drafts().iter().filter(|draft| is_the_same(&draft.change, saved)) {
            // It waits on, and the person is asked.
            let _ = self.discard(draft);
        }
    }

    /// Removes a draft a person has decided about; one that is gone already is no error.
    ///
    /// # Errors
    ///
    /// The file cannot be removed.
    pub fn discard(&self, draft: &Draft) -> io::Result<()> {
        match again(|| fs::remove_file(&draft.path)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            outcome => outcome,
        }
    }
}

/// Tells whether two changes come to the same records; what is new may have been given another id.
fn is_the_same(one: &Change, other: &Change) -> bool {
    let records = |change: &Change| -> Vec<Option<Table>> {
        change.edits.iter().map(|edit| edit.after.as_ref().map(|(_, record)| record::table(record))).collect()
    };
    let places = |change: &Change| -> Vec<Option<Address>> {
        change.edits.iter().map(|edit| edit.before.as_ref().map(|(at, _)| at.clone())).collect()
    };
    one.sentence == other.sentence && places(one) == places(other) && records(one) == records(other)
}

/// Writes a change as it was wanted into a new file of the state folder, readable by this person only.
pub(super) fn keep(folder: &Path, root: &Path, change: &Change) -> io::Result<PathBuf> {
    state::make(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(NAME.0).suffix(NAME.1);
    let mut file = again(|| builder.tempfile_in(folder))?;
    file.write_all(render(&wanted(root, change)).as_bytes())?;
    again(|| file.as_file().sync_all())?;
    Ok(file.keep()?.1)
}

/// The change, and whose it is.
fn wanted(root: &Path, change: &Change) -> Table {
    let mut wanted = change_table(change);
    wanted.insert("workspace".to_owned(), root.to_string_lossy().into_owned().into());
    wanted
}

/// Reads a draft of a workspace back; `None` if it is none, or damaged.
fn read(path: PathBuf, root: &Path) -> Option<Draft> {
    let name = path.file_name()?.to_str()?;
    if !(name.starts_with(NAME.0) && name.ends_with(NAME.1)) || fs::metadata(&path).ok()?.len() > LONGEST {
        return None;
    }
    let draft: Table = fs::read_to_string(&path).ok()?.parse().ok()?;
    if draft.get("workspace")?.as_str()? != root.to_string_lossy() {
        return None;
    }
    Some(Draft { path, change: change_of(&draft)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::{Edit, Record};
    use crate::domain::team::Team;

    #[test]
    fn a_draft_is_given_back_to_its_own_workspace_until_it_is_discarded() {
        let (state, root, other) =
            (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let store = |root: &Path| Store::at(root.to_owned()).with_state(state.path());
        let team = |name: &str| Record::Team(Team::named("payments".parse().unwrap(), name));
        let at = Address::Team("payments".parse().unwrap());
        let change = Change {
            sentence: "call the team “Pay”".to_owned(),
            edits: vec![
                Edit::update(at.clone(), team("Payments\n"), team("Pay")),
                Edit::remove(at.clone(), team("Payments")),
                Edit::create(at, team("'''\"\"\"")),
            ],
        };
        let here = store(root.path());
        let path = here.keep_draft(&change).unwrap().unwrap();
        fs::write(state.path().join("drafts/not-saved-x.toml"), "torn = ").unwrap();
        assert_eq!(here.drafts(), [Draft { path, change }]);
        assert_eq!(store(other.path()).drafts(), []);
        here.discard(&here.drafts()[0]).unwrap();
        assert_eq!(here.drafts(), []);
    }
}
