//! Keeps what could not be saved, so that nothing typed is lost, and gives it back until a person has picked.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use toml::Table;

use super::patch::{patch, render};
use super::record::{self, change_of, change_table};
use super::save::{SaveError, Saved, Traces};
use super::state;
use super::write::again;
use super::{Store, layout, source};
use crate::domain::change::{Address, Change, Edit};

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
    /// What the files held that it brings back.
    pub(super) texts: Traces,
}

impl Store {
    /// Where changes that could not be saved are kept, if anywhere.
    pub(super) fn drafts_folder(&self) -> Option<PathBuf> {
        self.state.as_deref().map(state::drafts_in)
    }

    /// The drafts of this workspace, oldest first; those that cannot be read are left where they are.
    pub fn drafts(&self) -> Vec<Draft> {
        let entries =
            self.drafts_folder().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let mut drafts: Vec<Draft> = entries.filter_map(|entry| read(entry.path(), &self.root)).collect();
        let age = |draft: &Draft| fs::metadata(&draft.path).and_then(|found| found.modified()).ok();
        drafts.sort_by_cached_key(|draft| (age(draft), draft.path.clone()));
        drafts
    }

    /// Keeps a change as a draft, with the texts of the files that it would bring back; `None` where there is no folder for
    /// drafts.
    ///
    /// # Errors
    ///
    /// The folder cannot be written.
    pub fn keep_draft(&self, change: &Change, texts: &[(Address, String)]) -> io::Result<Option<PathBuf>> {
        let mut kept = Traces::default();
        for (address, text) in texts {
            kept.note(&layout::path(address), None, Some(text));
        }
        self.drafts_folder().map(|folder| keep(&folder, &self.root, change, &kept)).transpose()
    }

    /// Writes a change that takes a draft over what stands: what was made or changed here and is not there any more, or was
    /// made there as well, gets the text it had here.
    ///
    /// # Errors
    ///
    /// As of [`Store::save`].
    pub fn save_draft(&self, change: &Change, draft: &Draft) -> Result<Saved, SaveError> {
        let mut known = Traces::default();
        for (to, record) in change.edits.iter().filter_map(|edit| edit.after.as_ref()) {
            let path = layout::path(to);
            let standing = source::text(&self.root, &path).ok().flatten();
            let is_to = |edit: &&Edit| edit.after.as_ref().is_some_and(|(at, _)| at == to);
            let is_made = draft.change.edits.iter().find(is_to).is_some_and(|edit| edit.before.is_none());
            let text = draft.texts.after((&path, None), &path).filter(|_| standing.is_none() || is_made);
            let wanted = record::table(record);
            let has = text.and_then(|text| record::read(to, text, &path).0).map(|had| record::table(&had));
            if let Some(text) = text.zip(has).and_then(|(text, had)| patch(text, &had, &wanted).ok()) {
                known.note(&path, standing.as_deref(), Some(&text));
            }
        }
        self.save_knowing(change, known)
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

impl Draft {
    /// What a record was called whose text it brings back is called otherwise now.
    pub fn rename(&mut self, from: &Address, to: &Address) {
        self.texts.rename(&layout::path(from), layout::path(to));
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
pub(super) fn keep(folder: &Path, root: &Path, change: &Change, texts: &Traces) -> io::Result<PathBuf> {
    state::make(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(NAME.0).suffix(NAME.1);
    let mut file = again(|| builder.tempfile_in(folder))?;
    file.write_all(render(&wanted(root, change, texts)).as_bytes())?;
    again(|| file.as_file().sync_all())?;
    Ok(file.keep()?.1)
}

/// The change, whose it is, and what it brings back.
fn wanted(root: &Path, change: &Change, texts: &Traces) -> Table {
    let mut wanted = change_table(change);
    if let Some(files) = texts.table() {
        wanted.insert("file".to_owned(), files);
    }
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
    Some(Draft { path, change: change_of(&draft)?, texts: Traces::read(draft.get("file")) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Record;
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
        let address = Address::Team("gone".parse().unwrap());
        let path = here.keep_draft(&change, &[(address, "# mine\n".to_owned())]).unwrap().unwrap();
        fs::write(state.path().join("drafts/not-saved-x.toml"), "torn = ").unwrap();
        let mut texts = Traces::default();
        texts.note(Path::new("teams/gone/team.toml"), None, Some("# mine\n"));
        assert_eq!(here.drafts(), [Draft { path, change, texts }]);
        assert_eq!(store(other.path()).drafts(), []);
        here.discard(&here.drafts()[0]).unwrap();
        assert_eq!(here.drafts(), []);
    }
}
