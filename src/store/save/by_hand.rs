//! The text of one file as a person edited it: looked at before it is written, written as it is, kept where it cannot be,
//! and taken back like any other change.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use super::{Obstacle, Traces};
use crate::domain::change::{Address, Change, Edit, Record};
use crate::store::lock::Lock;
use crate::store::place::Position;
use crate::store::problem::{Level, Problem};
use crate::store::write::error::Reason;
use crate::store::write::{self, again};
use crate::store::{Store, layout, record, state, weave};
use crate::words::store::saving as words;

/// What stood in the way of a text that was edited by hand; nothing was written.
#[derive(Debug)]
pub enum Unfit {
    /// It is no record of its kind; all that is wrong with it.
    Mistakes(Vec<Problem>),
    /// It changes what was committed without a revision.
    Redefined,
    /// Somebody else has written the file since it was opened.
    Overtaken,
    /// It could not be written.
    Obstacle(Obstacle),
}

/// A text that could not be written, and the one it was made from.
#[derive(Serialize, Deserialize)]
struct KeptText {
    from: String,
    text: String,
}

impl Store {
    /// Writes the text of a record's file as somebody edited it, comments and all; gives the change, for what it says, and
    /// what is odd about the text. A text that changed only what the record does not hold, a comment, is a step as well.
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
        let before = record::read(address, from, &path).0;
        if let (Some(Record::KeyResult(before)), Record::KeyResult(after)) = (&before, &after)
            && after.is_redefined(before)
        {
            return Err(Unfit::Redefined);
        }
        if let (Some(Record::Objective(before)), Record::Objective(after)) = (&before, &after)
            && !after.revisions.starts_with(&before.revisions)
        {
            return Err(Unfit::Redefined);
        }
        let mut problems = problems;
        match self.write_text(address, (from, to), before.as_ref()) {
            Err(Unfit::Obstacle(Obstacle::Write(why))) if why.stands() => {
                let (says, hint) = (why.to_string(), why.hint().to_owned());
                problems
                    .push(Problem::new("unsure", &path, Position::START, says, hint).at_level(Level::Warn));
            }
            outcome => outcome?,
        }
        let sentence = words::edit_by_hand(after.called());
        // What was no record before is not made one again by taking it back.
        let edits = before.map(|before| Edit::update(address.clone(), before, after));
        let change = Change { sentence, edits: edits.into_iter().collect() };
        if let Some(steps) = self.steps.as_ref().filter(|_| !change.edits.is_empty()) {
            // It stands all the same; it can only not be taken back.
            let _ = steps.keep(&change, &Traces::of(&path, from, to));
        }
        Ok((change, problems))
    }

    fn write_text(
        &self,
        address: &Address,
        (from, to): (&str, &str),
        before: Option<&Record>,
    ) -> Result<(), Unfit> {
        let path = layout::path(address);
        let lock = Lock::take(&self.root).map_err(|why| Unfit::Obstacle(why.into()))?;
        let mut plan = Plan::new(lock.root());
        plan.expect_our_format().map_err(Unfit::Obstacle)?;
        plan.texts.insert(path.clone(), Some(to.to_owned()));
        // What cannot be read as it stands says nothing of what was committed.
        if before.is_some() && matches!(plan.rewords_committed(address), Ok(true)) {
            return Err(Unfit::Redefined);
        }
        write::replace(&lock, &path, from, to).map_err(|why| match why.reason {
            Reason::Changed => Unfit::Overtaken,
            _ => Unfit::Obstacle(why.into()),
        })
    }

    /// Keeps a text that could not be written, with the one it was made from, to be opened again in its place; where there is
    /// no folder for it, in a file that passes. Gives where.
    ///
    /// # Errors
    /// It cannot be kept.
    pub fn keep_text(&self, address: &Address, from: &str, text: &str) -> io::Result<PathBuf> {
        let Some(path) = self.kept_text_at(address) else {
            let mut file = tempfile::Builder::new().prefix("okr-").suffix(".toml").tempfile()?;
            file.write_all(text.as_bytes())?;
            return Ok(file.keep()?.1);
        };
        state::make(path.parent().unwrap_or(&path))?;
        let kept = KeptText { from: from.to_owned(), text: text.to_owned() };
        state::keep(&path, &toml::to_string(&kept).map_err(io::Error::other)?)?;
        Ok(path)
    }

    /// The text of a record's file that was kept, if one was, with what was written into the file since: where both changed
    /// the same, both stand there between the marks of git.
    pub fn kept_text(&self, address: &Address, now: &str) -> Option<String> {
        let path = self.kept_text_at(address)?;
        let kept: KeptText = toml::from_str(&again(|| fs::read_to_string(&path)).ok()?).ok()?;
        if kept.from == now {
            return Some(kept.text);
        }
        Some(
            weave::for_git(&address.to_string(), &kept.from, &kept.text, now).unwrap_or_else(|marked| marked),
        )
    }

    /// Lets a text go that was kept.
    pub fn forget_text(&self, address: &Address) {
        if let Some(path) = self.kept_text_at(address) {
            // One that cannot go is opened again, which harms nobody.
            let _ = again(|| fs::remove_file(&path));
        }
    }

    fn kept_text_at(&self, address: &Address) -> Option<PathBuf> {
        // The path itself may be longer than a name can be.
        let path = layout::path(address);
        let path: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        let number = state::number_of(path.join("/").as_bytes());
        let name = format!("by-hand-{}-{number:016x}.toml", state::mark_of(&self.root));
        Some(self.drafts_folder()?.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quarter::QuarterKey;
    use crate::domain::way::Way;
    use crate::store::save::Conflict;
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
        assert_eq!(standing(&folder), TEXT);
        store.turn(Way::Again).unwrap().unwrap();
        assert_eq!(standing(&folder), edited);
    }

    #[test]
    fn what_was_edited_by_hand_is_taken_back_from_a_file_somebody_else_wrote_into() {
        let (folder, _state, store) = workspace();
        let edited = "# ours, and theirs\nname = 'Pay' # short\n";
        store.save_text(&team(), TEXT, edited).unwrap();
        fs::write(folder.path().join(PATH), format!("{edited}people = ['Ada']\n")).unwrap();
        store.turn(Way::Back).unwrap().unwrap();
        let expected = format!("{edited}people = ['Ada']\n").replace("'Pay'", "\"Payments\"");
        assert_eq!(standing(&folder), expected);
    }

    #[test]
    fn a_comment_alone_is_a_step_and_is_taken_back_unless_somebody_else_wrote() {
        let (folder, _state, store) = workspace();
        let edited = "name = 'Payments' # theirs\n";
        store.save_text(&team(), TEXT, edited).unwrap();
        assert_eq!(standing(&folder), edited);
        assert_eq!(store.turns(Way::Back), ["edit the team “Payments” by hand"]);
        store.turn(Way::Back).unwrap().unwrap();
        assert_eq!(standing(&folder), TEXT);
        store.turn(Way::Again).unwrap().unwrap();
        assert_eq!(standing(&folder), edited);
        let theirs = format!("{edited}people = ['Ada']\n");
        fs::write(folder.path().join(PATH), &theirs).unwrap();
        let refused = store.turn(Way::Back).unwrap_err();
        assert_eq!(refused.conflict(), Some(&Conflict::Changed));
        assert_eq!(standing(&folder), theirs);
        assert!(store.turns(Way::Back).is_empty(), "that step is given up");
    }

    #[test]
    fn what_is_no_record_is_named_and_kept_and_not_written() {
        let (folder, state, store) = workspace();
        let torn = "name = 'Pay\npeople = [1]\n";
        let Err(Unfit::Mistakes(mistakes)) = store.save_text(&team(), TEXT, torn) else { panic!("written") };
        assert_eq!((mistakes[0].line, mistakes[0].rule), (1, "syntax"));
        assert_eq!(standing(&folder), TEXT);
        assert_eq!(store.kept_text(&team(), TEXT), None);
        assert!(store.keep_text(&team(), TEXT, torn).unwrap().starts_with(state.path()));
        assert_eq!(store.kept_text(&team(), TEXT).as_deref(), Some(torn));
        store.forget_text(&team());
        assert_eq!(store.kept_text(&team(), TEXT), None);
    }

    #[test]
    fn what_was_kept_comes_back_with_what_others_wrote_since() {
        let (_folder, _state, store) = workspace();
        let opened = |mine: &str, now: &str| {
            store.keep_text(&team(), TEXT, mine).unwrap();
            store.kept_text(&team(), now).unwrap()
        };
        let theirs = format!("{TEXT}contact = 'Zoe'\n");
        let mine = TEXT.replace("'Payments'", "'Pay'");
        assert_eq!(opened(&mine, &theirs), theirs.replace("'Payments'", "'Pay'"));
        let torn = |text: &str| format!("torn =\n{text}");
        assert_eq!(opened(&torn(TEXT), &theirs), torn(&theirs), "line by line");
        let both = opened(&mine, &TEXT.replace("'Payments'", "'Money'"));
        for line in ["<<<<<<< ours", "name = 'Pay'", "name = \"Money\"", ">>>>>>> theirs"] {
            assert!(both.lines().any(|stands| stands == line), "{line}: {both}");
        }
    }

    #[test]
    fn a_kept_text_has_a_name_that_any_disk_takes() {
        let (_folder, _state, store) = workspace();
        let longest = |letter: &str| letter.repeat(64);
        let quarter =
            QuarterKey { team: longest("t").parse().unwrap(), cycle: longest("c").parse().unwrap() };
        let of = |id: &str| {
            Address::KeyResult(quarter.clone(), longest("o").parse().unwrap(), id.parse().unwrap())
        };
        let kept = [longest("k"), longest("l")].map(|id| store.keep_text(&of(&id), "", "title =").unwrap());
        assert_ne!(kept[0], kept[1]);
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
