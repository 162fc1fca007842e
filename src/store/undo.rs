//! What can be taken back and done again: the changes this person saved here, by whatever window or command, kept in the
//! state folder over restarts.
//!
//! Each is a file of its own, named by a number that grows and by whether it stands or was taken back, so that windows
//! need no lock among each other. Nothing waits for the disk: a step that goes with the power can only not be taken back.

use std::cmp::Reverse;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::Store;
use super::layout;
use super::patch::render;
use super::record::{change_of, change_table};
use super::save::{Conflict, Kind, Obstacle, SaveError, Saved, Torn, Traces};
use super::state;
use super::write::again;
use crate::domain::change::Change;
use crate::domain::way::{STEPS, Way};
use crate::words::store::saving as words;

/// The longest step that is read, in bytes.
const LONGEST: u64 = 16 << 20;

/// How often a number is tried that another window takes at the same time.
const TRIES: usize = 20;

/// A change that was taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// What was written: for [`Way::Back`] the change's inverse, with the same sentence.
    pub change: Change,
    /// What came of the save.
    pub saved: Saved,
}

/// The steps of one workspace.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    folder: PathBuf,
    root: PathBuf,
}

/// What a step holds.
#[derive(Debug)]
struct Kept {
    change: Change,
    /// The files before and after.
    traces: Traces,
}

/// One step in its file.
#[derive(Debug)]
struct Step {
    number: u64,
    stands: bool,
    path: PathBuf,
}

impl Store {
    /// Takes the latest change back, or does the one again that was taken back last; `None` where there is none. It is a save
    /// like any other: merged with what others have changed meanwhile.
    ///
    /// # Errors
    ///
    /// [`SaveError`] with the reason. Where others have changed the same since the step is given up, as nothing would be right to
    /// write, and it is said which one comes next. Where what they made hangs on it, it waits until that is gone.
    pub fn turn(&self, way: Way) -> Result<Option<Turned>, SaveError> {
        let Some(steps) = &self.steps else { return Ok(None) };
        // Two at once would take the same step. Where no lock can be had there is none to take, or it is turned as before.
        let _lock = state::lock(&steps.folder.join(".lock")).ok();
        let Some((step, Kept { change, traces })) = steps.next(way) else { return Ok(None) };
        let (change, mut traces) = match way {
            Way::Back => (change.inverse(), traces.inverse()),
            Way::Again => (change, traces),
        };
        let turned = self.attempt(&change, Kind::Turned, &mut traces);
        match turned.and_then(|saved| still_there(&change, saved)) {
            Ok(saved) => {
                steps.turn(&step);
                Ok(Some(Turned { change, saved: Saved { step: Some(step.number), ..saved } }))
            }
            Err(mut error) => {
                if is_lost(&error.obstacle) {
                    step.forget();
                    error.given_up = Some(self.comes_next(way).into());
                } else if error.stands() {
                    steps.turn(&step);
                }
                Err(error)
            }
        }
    }

    /// What is said of a step that was given up: which one comes next.
    fn comes_next(&self, way: Way) -> String {
        match self.turns(way).into_iter().next() {
            Some(next) => words::it_is_given_up_and_next_comes(next),
            None => words::IT_IS_GIVEN_UP.to_owned(),
        }
    }

    /// Tells whether there is a change to take back or to do again.
    pub fn can_turn(&self, way: Way) -> bool {
        self.steps.as_ref().is_some_and(|steps| !steps.along(way).is_empty())
    }

    /// The numbers of the changes that can be taken back or done again, the next one first.
    pub fn steps(&self, way: Way) -> Vec<u64> {
        let steps = self.steps.iter().flat_map(|steps| steps.along(way));
        steps.map(|step| step.number).collect()
    }

    /// The number of a change that was saved before, where it is the latest.
    pub fn step_of(&self, change: &Change) -> Option<u64> {
        let steps = self.steps.as_ref()?;
        let latest = steps.along(Way::Back).into_iter().next()?;
        steps.read(&latest).filter(|kept| kept.change == *change).map(|_| latest.number)
    }

    /// The sentences of the changes that can be taken back or done again, the next one first.
    pub fn turns(&self, way: Way) -> Vec<String> {
        let steps =
            self.steps.iter().flat_map(|steps| steps.along(way).into_iter().map(|step| steps.read(&step)));
        steps.flatten().map(|kept| kept.change.sentence).collect()
    }
}

impl Steps {
    pub(super) fn of(state: &Path, root: &Path) -> Self {
        Self { folder: state.join("undo").join(state::mark_of(root)), root: root.to_owned() }
    }

    /// Keeps a change that was saved just now; what was taken back before can no longer be done again. Gives its number, which
    /// none before it had.
    ///
    /// # Errors
    /// It cannot be kept; then it cannot be taken back.
    pub(super) fn keep(&self, change: &Change, traces: &Traces) -> io::Result<u64> {
        state::make(&self.folder)?;
        let known = [Way::Back, Way::Again].into_iter().flat_map(|way| self.along(way));
        let free = known.map(|step| step.number + 1).max().unwrap_or(1);
        self.along(Way::Again).iter().for_each(Step::forget);
        let mut table = change_table(change);
        table.insert("workspace".to_owned(), self.root.to_string_lossy().into_owned().into());
        if let Some(files) = traces.table() {
            table.insert("file".to_owned(), files);
        }
        let number = self.write(&render(&table), free)?;
        self.along(Way::Back).iter().skip(STEPS).for_each(Step::forget);
        Ok(number)
    }

    /// Writes a step under the first number that is free from this one on, and gives it.
    fn write(&self, text: &str, from: u64) -> io::Result<u64> {
        let builder = || tempfile::Builder::new().prefix(".step-").tempfile_in(&self.folder);
        let mut beside = again(builder)?;
        beside.write_all(text.as_bytes())?;
        for number in (from..).take(TRIES) {
            match beside.persist_noclobber(self.path(number, true)) {
                Err(refused) if is_worth_a_try(refused.error.kind()) => beside = refused.file,
                Err(refused) => return Err(refused.error),
                Ok(_) => return Ok(number),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    fn path(&self, number: u64, stands: bool) -> PathBuf {
        self.folder.join(format!("{number:010}-{}.toml", if stands { "stands" } else { "back" }))
    }

    /// The steps of one way, the next first.
    fn along(&self, way: Way) -> Vec<Step> {
        let entries = again(|| fs::read_dir(&self.folder)).into_iter().flatten().flatten();
        let step = |path: PathBuf| {
            let (number, kind) = path.file_name()?.to_str()?.strip_suffix(".toml")?.split_once('-')?;
            let stands = kind == "stands";
            (stands || kind == "back").then_some(())?;
            Some(Step { number: number.parse().ok()?, stands, path })
        };
        let steps = entries.filter_map(|entry| step(entry.path()));
        let mut steps: Vec<Step> = steps.filter(|step| step.stands == (way == Way::Back)).collect();
        match way {
            Way::Back => steps.sort_by_key(|step| Reverse(step.number)),
            Way::Again => steps.sort_by_key(|step| step.number),
        }
        steps
    }

    /// The next step of a way; those that cannot be read are given up.
    fn next(&self, way: Way) -> Option<(Step, Kept)> {
        self.along(way).into_iter().find_map(|step| {
            let kept = self.read(&step);
            if kept.is_none() {
                step.forget();
            }
            Some((step, kept?))
        })
    }

    fn read(&self, step: &Step) -> Option<Kept> {
        let is_fit = fs::metadata(&step.path).ok()?.len() <= LONGEST;
        let text = is_fit.then(|| again(|| fs::read_to_string(&step.path)).ok()).flatten()?;
        let table: toml::Table = text.parse().ok()?;
        let is_ours = table.get("workspace")?.as_str()? == self.root.to_string_lossy();
        let kept = || Some(Kept { change: change_of(&table)?, traces: Traces::read(table.get("file")) });
        is_ours.then(kept).flatten()
    }

    /// Turns a step over: it stands, or it was taken back. Where that fails it stays, and is turned again harmlessly.
    fn turn(&self, step: &Step) {
        let _ = again(|| fs::rename(&step.path, self.path(step.number, !step.stands)));
    }
}

/// Refuses what only changed a text, a comment, where somebody else has written into the file: there is nothing to merge. Nor is
/// there where all that would be taken away is gone already.
fn still_there(change: &Change, saved: Saved) -> Result<Saved, SaveError> {
    let Some(first) = change.edits.first().filter(|_| saved.written.is_empty()) else { return Ok(saved) };
    let is_gone = change.edits.iter().all(|edit| edit.after.is_none());
    let (at, conflict) = match (&first.before, &first.after) {
        (_, Some(at)) if change.is_empty() => (at, Conflict::Changed),
        (Some(at), None) if is_gone => (at, Conflict::Gone),
        _ => return Ok(saved),
    };
    Err(SaveError::new(Obstacle::Clash { path: layout::path(&at.0), conflict }))
}

/// Whether a step can never be right to write again; one that others hang something on waits until that is gone.
fn is_lost(obstacle: &Obstacle) -> bool {
    match obstacle {
        Obstacle::Clash { .. }
        | Obstacle::Torn(Torn::Homeless { .. } | Torn::Closed(_) | Torn::Committed(_)) => true,
        Obstacle::Torn(Torn::Holds { .. })
        | Obstacle::ReadOnly(_)
        | Obstacle::Damaged(_)
        | Obstacle::NotEmpty(_)
        | Obstacle::Write(_) => false,
    }
}

/// Whether another window took the number, or a signal came in between.
fn is_worth_a_try(why: ErrorKind) -> bool {
    matches!(why, ErrorKind::AlreadyExists | ErrorKind::Interrupted)
}

impl Step {
    fn forget(&self) {
        // One that is gone already was given up by another window.
        let _ = again(|| fs::remove_file(&self.path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::{Address, Edit, Record};
    use crate::domain::team::Team;
    use tempfile::TempDir;

    /// A workspace with one team and a state folder.
    struct Place {
        folder: TempDir,
        state: TempDir,
    }

    impl Place {
        fn new() -> Self {
            let (folder, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            fs::write(folder.path().join("okr.toml"), "format = 1\n").unwrap();
            fs::create_dir_all(folder.path().join("teams/payments")).unwrap();
            fs::write(folder.path().join("teams/payments/team.toml"), "name = \"0\" # ours\n").unwrap();
            Self { folder, state }
        }

        /// The store of a program that has begun just now.
        fn store(&self) -> Store {
            Store::open(self.folder.path()).unwrap().0.with_state(self.state.path())
        }

        fn text(&self) -> String {
            fs::read_to_string(self.folder.path().join("teams/payments/team.toml")).unwrap()
        }

        fn rename(&self, from: &str, to: &str) {
            let team = |name: &str| Record::Team(Team::named("payments".parse().unwrap(), name));
            let at = Address::Team("payments".parse().unwrap());
            let edit = Edit::update(at, team(from), team(to));
            self.store().save(&Change::one(format!("call the team {to}"), edit)).unwrap();
        }

        fn turn(&self, way: Way) -> Option<String> {
            self.store().turn(way).unwrap().map(|turned| turned.change.sentence)
        }
    }

    #[test]
    fn two_hundred_steps_go_back_and_again_whoever_begins_anew() {
        let place = Place::new();
        let before = place.text();
        for number in 1..=STEPS + 5 {
            place.rename(&(number - 1).to_string(), &number.to_string());
        }
        let last = place.text();
        for number in (6..=STEPS + 5).rev() {
            assert_eq!(place.turn(Way::Back), Some(format!("call the team {number}")));
        }
        assert_eq!(place.turn(Way::Back), None, "the five oldest are beyond reach");
        assert_eq!(place.text(), before.replace('0', "5"));
        for number in 6..=STEPS + 5 {
            assert_eq!(place.turn(Way::Again), Some(format!("call the team {number}")));
        }
        assert_eq!(place.turn(Way::Again), None);
        assert_eq!(place.text(), last);
    }

    #[test]
    fn a_new_change_ends_what_could_be_done_again() {
        let place = Place::new();
        place.rename("0", "1");
        place.rename("1", "2");
        place.turn(Way::Back);
        place.rename("1", "3");
        assert_eq!(place.turn(Way::Again), None);
        assert_eq!(place.store().turns(Way::Back), ["call the team 3", "call the team 1"]);
    }

    #[test]
    fn no_number_is_given_twice() {
        let place = Place::new();
        place.rename("0", "1");
        place.rename("1", "2");
        place.turn(Way::Back);
        place.rename("1", "3");
        assert_eq!(place.store().steps(Way::Back), [3, 1]);
    }

    #[test]
    fn what_somebody_else_has_changed_since_is_not_taken_back() {
        let place = Place::new();
        place.rename("0", "1");
        place.rename("1", "2");
        fs::write(place.folder.path().join("teams/payments/team.toml"), "name = \"theirs\"\n").unwrap();
        let refused = place.store().turn(Way::Back).unwrap_err();
        assert!(matches!(refused.obstacle, Obstacle::Clash { .. }), "{refused}");
        assert_eq!(place.text(), "name = \"theirs\"\n");
        assert_eq!(place.store().turns(Way::Back), ["call the team 1"], "that step is given up");
    }

    #[test]
    fn what_was_added_and_is_gone_is_neither_taken_back_nor_done_again() {
        let place = Place::new();
        let at = Address::Team("design".parse().unwrap());
        let team = Record::Team(Team::named("design".parse().unwrap(), "Design"));
        place.store().save(&Change::one("add the team Design", Edit::create(at, team))).unwrap();
        fs::remove_dir_all(place.folder.path().join("teams/design")).unwrap();
        let refused = place.store().turn(Way::Back).unwrap_err();
        assert!(matches!(refused.obstacle, Obstacle::Clash { conflict: Conflict::Gone, .. }), "{refused}");
        assert_eq!((place.turn(Way::Back), place.turn(Way::Again)), (None, None), "that step is given up");
    }

    #[test]
    fn other_fields_that_came_meanwhile_stay() {
        let place = Place::new();
        place.rename("0", "1");
        fs::write(
            place.folder.path().join("teams/payments/team.toml"),
            "name = \"1\" # ours\npeople = [\"Ada\"]\n",
        )
        .unwrap();
        place.turn(Way::Back);
        assert_eq!(place.text(), "name = \"0\" # ours\npeople = [\"Ada\"]\n");
    }

    #[test]
    fn damaged_steps_and_those_of_another_folder_are_passed_over() {
        let place = Place::new();
        place.rename("0", "1");
        let steps = Steps::of(place.state.path(), place.store().root());
        fs::write(steps.path(7, true), "torn = ").unwrap();
        fs::write(steps.path(8, true), "sentence = \"x\"\nedit = []\nworkspace = \"/elsewhere\"\n").unwrap();
        fs::write(steps.folder.join("notes.txt"), "").unwrap();
        assert_eq!(place.turn(Way::Back), Some("call the team 1".to_owned()));
        assert_eq!(Place::new().turn(Way::Back), None);
    }

    #[test]
    fn a_change_that_wrote_nothing_is_no_step() {
        let place = Place::new();
        place.rename("0", "0");
        assert_eq!(place.turn(Way::Back), None);
    }
}
