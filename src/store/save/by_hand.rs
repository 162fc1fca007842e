//! The text of one file as a person edited it: looked at before it is written, written as it is, kept where it cannot be,
//! and taken back like any other change.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Obstacle;
use super::plan::Plan;
use crate::domain::change::{Address, Change, Edit};
use crate::store::lock::Lock;
use crate::store::problem::{Level, Problem};
use crate::store::write::error::Reason;
use crate::store::write::{self, again};
use crate::store::{Store, layout, record, state};
use crate::words::store::saving as words;

/// What stood in the way of a text that was edited by hand; nothing was written.
#[derive(Debug)]
pub enum Unfit {
    /// It is no record of its kind; all that is wrong with it.
    Mistakes(Vec<Problem>),
    /// Somebody else has written the file since it was opened.
    Overtaken,
    /// It could not be written.
    Obstacle(Obstacle),
}

impl Store {
    /// Writes the text of a record's file as somebody edited it, comments and all; gives the change, for what it says, and
    /// what is odd about the text. Where the record says the same as before there is nothing to take back.
    ///
    /// # Errors
    /// [`Unfit`]; then the file stands as it stood.
    pub fn save_text(
        &self,
        address: &Address,
        from: &str,
        to: &str,
    ) -> Result<(Change, Vec<Problem>), Unfit> {
        let path = layout::path(address);
        let (after, problems) = record::read(address, to, &path);
        let is_wrong = problems.iter().any(|problem| problem.level == Level::Error);
        let Some(after) = after.filter(|_| !is_wrong) else { return Err(Unfit::Mistakes(problems)) };
        self.write_text(&path, from, to)?;
        let sentence = words::edit_by_hand(after.called());
        let edits = match record::read(address, from, &path).0 {
            Some(before) if before != after => vec![Edit::update(address.clone(), before, after)],
            _ => Vec::new(),
        };
        let change = Change { sentence, edits };
        if let Some(steps) = self.steps.as_ref().filter(|_| !change.edits.is_empty()) {
            // It stands all the same; it can only not be taken back.
            let _ = steps.keep(&change);
        }
        Ok((change, problems))
    }

    fn write_text(&self, path: &Path, from: &str, to: &str) -> Result<(), Unfit> {
        let lock = Lock::take(&self.root).map_err(|why| Unfit::Obstacle(why.into()))?;
        Plan::new(lock.root()).expect_our_format().map_err(Unfit::Obstacle)?;
        write::replace(&lock, path, from, to).map_err(|why| match why.reason {
            Reason::Changed => Unfit::Overtaken,
            _ => Unfit::Obstacle(why.into()),
        })
    }

    /// Keeps a text that could not be written, to be opened again in its place; where there is no folder for it, in a file
    /// that passes. Gives where.
    ///
    /// # Errors
    /// It cannot be kept.
    pub fn keep_text(&self, address: &Address, text: &str) -> io::Result<PathBuf> {
        let Some(path) = self.kept_text_at(address) else {
            let mut file = tempfile::Builder::new().prefix("okr-").suffix(".toml").tempfile()?;
            file.write_all(text.as_bytes())?;
            return Ok(file.keep()?.1);
        };
        state::make(path.parent().unwrap_or(&path))?;
        state::keep(&path, text)?;
        Ok(path)
    }

    /// The text of a record's file that was kept, if one was.
    #[must_use]
    pub fn kept_text(&self, address: &Address) -> Option<String> {
        let path = self.kept_text_at(address)?;
        again(|| fs::read_to_string(&path)).ok()
    }

    /// Lets a text go that was kept.
    pub fn forget_text(&self, address: &Address) {
        if let Some(path) = self.kept_text_at(address) {
            // One that cannot go is opened again, which harms nobody.
            let _ = again(|| fs::remove_file(&path));
        }
    }

    fn kept_text_at(&self, address: &Address) -> Option<PathBuf> {
        let name = format!("by-hand-{}-{}", state::mark_of(&self.root), shown(&layout::path(address)));
        Some(self.drafts.as_ref()?.join(name.replace('/', "-")))
    }
}

/// A path within the workspace as it is said, with `/` on every system.
fn shown(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::undo::Way;
    use tempfile::TempDir;

    const TEXT: &str = "# ours\nname = 'Payments'\n";
    const PATH: &str = "teams/payments/team.toml";

    fn workspace() -> (TempDir, TempDir, Store) {
        let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::create_dir_all(folder.path().join("teams/payments")).unwrap();
        fs::write(folder.path().join("okr.toml"), "format = 1\n").unwrap();
        fs::write(folder.path().join(PATH), TEXT).unwrap();
        let store = Store::open(folder.path()).unwrap().0.with_state(state.path());
        (folder, state, store)
    }

    fn team() -> Address {
        Address::Team("payments".parse().unwrap())
    }

    fn standing(folder: &TempDir) -> String {
        fs::read_to_string(folder.path().join(PATH)).unwrap()
    }

    #[test]
    fn a_text_is_written_as_it_is_and_taken_back_by_what_it_says() {
        let (folder, _state, store) = workspace();
        let edited = "# ours, and theirs\nname = 'Pay' # short\n";
        let (change, odd) = store.save_text(&team(), TEXT, edited).unwrap();
        assert_eq!((change.sentence.as_str(), odd.len()), ("edit the team “Pay” by hand", 0));
        assert_eq!(standing(&folder), edited);
        store.turn(Way::Back).unwrap().unwrap();
        assert_eq!(standing(&folder), edited.replace("'Pay'", "\"Payments\""));
    }

    #[test]
    fn a_comment_alone_is_written_and_is_no_step() {
        let (folder, _state, store) = workspace();
        store.save_text(&team(), TEXT, "name = 'Payments' # theirs\n").unwrap();
        assert_eq!(standing(&folder), "name = 'Payments' # theirs\n");
        assert!(store.turns(Way::Back).is_empty());
    }

    #[test]
    fn what_is_no_record_is_named_and_kept_and_not_written() {
        let (folder, state, store) = workspace();
        let torn = "name = 'Pay\npeople = [1]\n";
        let Err(Unfit::Mistakes(mistakes)) = store.save_text(&team(), TEXT, torn) else { panic!("written") };
        assert_eq!((mistakes[0].line, mistakes[0].rule), (1, "syntax"));
        assert_eq!(standing(&folder), TEXT);
        assert_eq!(store.kept_text(&team()), None);
        assert!(store.keep_text(&team(), torn).unwrap().starts_with(state.path()));
        assert_eq!(store.kept_text(&team()).as_deref(), Some(torn));
        store.forget_text(&team());
        assert_eq!(store.kept_text(&team()), None);
    }

    #[test]
    fn what_somebody_else_wrote_meanwhile_stays() {
        let (folder, _state, store) = workspace();
        fs::write(folder.path().join(PATH), "name = 'Money'\n").unwrap();
        let outcome = store.save_text(&team(), TEXT, "name = 'Pay'\n");
        assert!(matches!(outcome, Err(Unfit::Overtaken)), "{outcome:?}");
        assert_eq!(standing(&folder), "name = 'Money'\n");
    }
}
