//! Writes a change: everything is looked at first, then written file by file, what is referred to before what refers.

mod by_hand;
#[cfg(test)]
mod cut;
mod insist;
mod obstacle;
mod plan;
mod traces;
mod whole;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::write::again;
use super::write::error::{Reason, WriteError};
use super::{Store, draft, write};
use crate::domain::change::{Address, Change, Record};
pub use by_hand::Unfit;
pub use obstacle::{Conflict, Obstacle, SaveError, Torn};
use plan::{Act, Plan};
pub(super) use traces::Traces;

/// How often a change is tried while an editor writes into the same files.
const TRIES: usize = 3;

/// What a save came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The records of the change as they now stand on disk, with whatever others have changed in them meanwhile; for
    /// `Workspace::put`.
    pub merged: Vec<(Address, Record)>,
    /// The files that were written or removed, relative to the workspace.
    pub written: Vec<PathBuf>,
    /// Whether the votes it gives alone are remembered as one's own: of those that are not, another one counts beside it.
    pub is_noted: bool,
    /// The step by which it can be taken back; none where nothing was written, or it cannot be.
    pub step: Option<u64>,
}

impl Store {
    /// Writes a change, merged field by field with what others have written meanwhile. The votes it gives alone are remembered as
    /// one's own.
    ///
    /// A file that holds already what it is to hold is left alone, so a change can be saved again after an error.
    ///
    /// # Errors
    ///
    /// [`SaveError`] with the reason; unless it says otherwise nothing was written. What was wanted is kept as a draft.
    pub fn save(&self, change: &Change) -> Result<Saved, SaveError> {
        // Before it is saved: a sitting that never came to be hurts nobody, a vote that is forgotten counts twice.
        let is_noted = self.note_votes(change);
        Ok(Saved { is_noted, ..self.take_in(change)? })
    }

    /// Writes a change in which others speak too, as an export that is read back: no vote in it is one's own.
    ///
    /// # Errors
    ///
    /// As of [`Store::save`].
    pub fn take_in(&self, change: &Change) -> Result<Saved, SaveError> {
        self.save_knowing(change, Traces::default())
    }

    /// The same, where it is known what files held that it brings back.
    pub(super) fn save_knowing(&self, change: &Change, mut traces: Traces) -> Result<Saved, SaveError> {
        let mut saved = self.attempt(change, Kind::Usual, &mut traces);
        let stands = match &saved {
            Ok(saved) => !saved.written.is_empty(),
            Err(error) => error.stands(),
        };
        if let Some(steps) = self.steps.as_ref().filter(|_| stands) {
            // The change stands all the same; it can only not be taken back.
            let step = steps.keep(change, &traces).ok();
            saved = saved.map(|saved| Saved { step, ..saved });
        }
        if saved.as_ref().map_or_else(SaveError::stands, |_| true) {
            self.forget_drafts_of(change);
        }
        saved
    }

    /// Makes a new workspace in a folder that is empty but for hidden files, and made if it is not there.
    ///
    /// The files are written in the order of the change: `okr.toml` first, so that whatever was written is a workspace.
    ///
    /// # Errors
    ///
    /// [`Obstacle::NotEmpty`] if the folder holds anything, any other if a file cannot be written.
    pub fn begin(folder: &Path, change: &Change) -> Result<Self, SaveError> {
        let refused = |error| SaveError::new(Obstacle::Write(WriteError::of(folder, error)));
        again(|| fs::create_dir_all(folder)).map_err(refused)?;
        Self::may_begin(folder)?;
        let root = again(|| dunce::canonicalize(folder)).map_err(refused)?;
        let store = Self::at(root);
        store.attempt(change, Kind::New, &mut Traces::default())?;
        Ok(store)
    }

    /// Tells whether a workspace could begin in a folder: it is not there yet, or holds nothing but hidden files.
    ///
    /// # Errors
    ///
    /// [`Obstacle::NotEmpty`] if it holds anything, any other if it cannot be read.
    pub fn may_begin(folder: &Path) -> Result<(), SaveError> {
        let refused = |error| SaveError::new(Obstacle::Write(WriteError::of(folder, error)));
        let entries = match again(|| fs::read_dir(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(refused)?,
        };
        for entry in entries {
            if !entry.map_err(refused)?.file_name().as_encoded_bytes().starts_with(b".") {
                return Err(SaveError::new(Obstacle::NotEmpty(folder.to_owned())));
            }
        }
        Ok(())
    }

    /// Writes a change; `traces` is what the files held when it was made, if it is taken back, and what they hold now.
    pub(super) fn attempt(
        &self,
        change: &Change,
        kind: Kind,
        traces: &mut Traces,
    ) -> Result<Saved, SaveError> {
        let known = std::mem::take(traces);
        let mut begun = Begun { kind, known: &known, traces, written: Vec::new() };
        let mut outcome = self.write(change, &mut begun);
        for _ in 1..TRIES {
            if !outcome.as_ref().is_err_and(is_an_editors_doing) {
                break;
            }
            // What was written so far stands as it should and is left alone the next time.
            begun.kind = if kind == Kind::New { Kind::Usual } else { kind };
            outcome = self.write(change, &mut begun);
        }
        let written = begun.written;
        match outcome {
            Ok(merged) => Ok(Saved { merged, written, is_noted: true, step: None }),
            Err(obstacle) => {
                let error = SaveError { obstacle, written, draft: None, given_up: None };
                // What stands needs no draft, which would bring it back over what comes after; of what is taken back or
                // done again nothing was typed.
                let needs_none = error.stands() || kind == Kind::Turned;
                let folder = self.drafts_folder().filter(|_| !needs_none);
                // That the draft could not be kept either is told by its absence.
                let draft =
                    folder.and_then(|folder| draft::keep(&folder, &self.root, change, &Traces::new()).ok());
                Err(SaveError { draft, ..error })
            }
        }
    }

    fn write(&self, change: &Change, begun: &mut Begun<'_>) -> Result<Vec<(Address, Record)>, Obstacle> {
        let lock = Lock::take(&self.root)?;
        let mut plan = Plan::new(lock.root()).knowing(begun.known);
        if begun.kind == Kind::New {
            // Another window may have begun here since we looked.
            plan.expect_nothing()?;
        } else {
            plan.expect_our_format()?;
        }
        for edit in &change.edits {
            plan.add(edit)?;
        }
        match begun.kind {
            Kind::Turned => plan.stays_whole()?,
            Kind::Usual => plan.leaves_nothing_under_objectives()?,
            Kind::New => {}
        }
        // What the disk did not confirm stands all the same: the rest is written too, and then it is said.
        let mut unsure = None;
        for (path, act) in plan.acts {
            let outcome = match &act {
                Act::Create(text) => write::create(&lock, &path, text),
                Act::Replace { from, to } => write::replace(&lock, &path, from, to),
                Act::Remove { from } => write::remove(&lock, &path, from),
                Act::Carry { from, text } => write::carry(&lock, from, &path, text),
            };
            match outcome {
                Err(error) if error.stands() => unsure = unsure.or(Some(error)),
                outcome => outcome?,
            }
            begun.note(path, act);
        }
        unsure.map_or(Ok(plan.merged), |error| Err(error.into()))
    }
}

/// How a change comes to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Into a workspace that is there.
    Usual,
    /// It begins one.
    New,
    /// It is taken back or done again.
    Turned,
}

/// A change that is being written.
struct Begun<'t> {
    kind: Kind,
    /// What the files held when the change was made that is taken back.
    known: &'t Traces,
    /// What the files held before this one, and hold now.
    traces: &'t mut Traces,
    /// The files that were written or removed so far.
    written: Vec<PathBuf>,
}

impl Begun<'_> {
    /// Notes an act that was done.
    fn note(&mut self, path: PathBuf, act: Act) {
        match &act {
            Act::Create(text) => self.traces.note(&path, None, Some(text)),
            Act::Replace { from, to } => self.traces.note(&path, Some(from), Some(to)),
            Act::Remove { from } => self.traces.note(&path, Some(from), None),
            Act::Carry { from, text } => {
                self.traces.note(from, Some(text), None);
                self.traces.note(&path, None, Some(text));
            }
        }
        if let Act::Carry { from, .. } = act {
            self.written.push(from);
        }
        self.written.push(path);
    }
}

/// Tells whether another program changed a file between our looking and our writing.
fn is_an_editors_doing(obstacle: &Obstacle) -> bool {
    matches!(obstacle, Obstacle::Write(WriteError { reason: Reason::Changed | Reason::Exists, .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Edit;
    use crate::domain::team::{Settings, Team};
    use tempfile::TempDir;

    const TEXT: &str = "# ours\nname = 'Payments' # spoken\npeople = ['Ana']\nodd = 1\n";
    const PATH: &str = "teams/payments/team.toml";

    fn workspace() -> (TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        put(&folder, "okr.toml", "format = 1\n");
        put(&folder, PATH, TEXT);
        let store = Store::open(folder.path()).unwrap().0.with_state(folder.path().join(".state"));
        (folder, store)
    }

    fn put(folder: &TempDir, path: &str, text: &str) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn text(folder: &TempDir, path: &str) -> String {
        fs::read_to_string(folder.path().join(path)).unwrap()
    }

    #[test]
    fn no_objective_goes_from_above_a_key_result_that_others_have_added_since() {
        let (folder, store) = workspace();
        let quarter = "teams/payments/2027-q1";
        put(&folder, "cycles/2027-q1.toml", "label = '2027-Q1'\nfirst = 2027-01-01\nlast = 2027-03-31\n");
        put(&folder, &format!("{quarter}/cycle.toml"), "");
        put(&folder, &format!("{quarter}/objectives/calm/objective.toml"), "title = 'Calm deploys'\n");
        put(&folder, &format!("{quarter}/objectives/calm/ci.toml"), "title = 'CI'\n");
        let workspace = store.load().unwrap().workspace;
        let key = workspace.quarters.keys().next().unwrap();
        let day = crate::domain::day::Day::new(2026, 12, 10).unwrap();
        let desk = crate::domain::decision::Desk::at(&workspace, key, day).unwrap();
        let change = desk.remove_objective(&"calm".parse().unwrap()).unwrap();
        let added = format!("{quarter}/objectives/calm/pages.toml");
        put(&folder, &added, "title = 'Pages'\n");
        let error = store.save(&change).unwrap_err();
        assert!(error.to_string().contains(&format!("others have made {added}, so")), "{error}");
        assert!(error.written.is_empty() && text(&folder, &added).contains("Pages"));
        assert!(text(&folder, &format!("{quarter}/objectives/calm/ci.toml")).contains("CI"));
        fs::remove_file(folder.path().join(&added)).unwrap();
        store.save(&change).unwrap();
    }

    fn address(id: &str) -> Address {
        Address::Team(id.parse().unwrap())
    }

    fn team(id: &str, name: &str, people: &[&str]) -> Record {
        let people = people.iter().map(|&name| name.to_owned()).collect();
        Record::Team(Team { people, ..Team::named(id.parse().unwrap(), name) })
    }

    fn before() -> Record {
        team("payments", "Payments", &["Ana"])
    }

    fn update(after: Record) -> Change {
        Change::one("change the team", Edit::update(address("payments"), before(), after))
    }

    fn conflict(outcome: Result<Saved, SaveError>) -> Conflict {
        match outcome.unwrap_err().obstacle {
            Obstacle::Clash { conflict, .. } => conflict,
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_change_touches_what_it_is_about_and_nothing_else() {
        let (folder, store) = workspace();
        let saved = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap();
        assert_eq!(saved.merged, [(address("payments"), team("payments", "Pay", &["Ana"]))]);
        assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Pay\""));
        store.save(&update(team("payments", "Pay", &["Ana"])).inverse()).unwrap();
        assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Payments\""));
    }

    #[test]
    fn no_change_touches_no_byte() {
        let (folder, store) = workspace();
        let modified = || fs::metadata(folder.path().join(PATH)).unwrap().modified().unwrap();
        let earlier = modified();
        store.save(&update(before())).unwrap();
        assert_eq!((text(&folder, PATH).as_str(), modified()), (TEXT, earlier));
    }

    #[test]
    fn what_others_changed_meanwhile_is_merged_and_given_back() {
        let (folder, store) = workspace();
        put(&folder, PATH, &TEXT.replace("['Ana']", "['Ana', 'Lin']"));
        let saved = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap();
        assert_eq!(saved.merged, [(address("payments"), team("payments", "Pay", &["Ana", "Lin"]))]);
        assert_eq!(
            text(&folder, PATH),
            TEXT.replace("'Payments'", "\"Pay\"").replace("'Ana'", "'Ana', 'Lin'")
        );
    }

    #[test]
    fn the_same_field_set_differently_is_left_to_a_person() {
        let (folder, store) = workspace();
        let theirs = TEXT.replace("Payments", "Money");
        put(&folder, PATH, &theirs);
        let error = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap_err();
        let draft = error.draft.clone().unwrap();
        assert_eq!(
            error.to_string(),
            format!(
                "teams/payments/team.toml: changed meanwhile: `name` (yours: \"Pay\", there: \"Money\"); \
                 nothing was changed; what you wanted is kept in {}",
                draft.display()
            )
        );
        assert_eq!(text(&folder, PATH), theirs);
        let kept = fs::read_to_string(draft).unwrap();
        assert!(kept.contains("sentence = \"change the team\"") && kept.contains("Pay"), "{kept}");
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_is_for_this_person_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, store) = workspace();
        put(&folder, PATH, "name = 'Money'\n");
        let draft = store.save(&update(team("payments", "Pay", &[]))).unwrap_err().draft.unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&draft), mode(draft.parent().unwrap())), (0o600, 0o700));
    }

    #[test]
    fn all_edits_are_looked_at_before_the_first_is_written() {
        let (folder, store) = workspace();
        put(&folder, PATH, &TEXT.replace("Payments", "Money"));
        let mut change = Change::one("add", Edit::create(address("search"), team("search", "Search", &[])));
        change.edits.extend(update(team("payments", "Pay", &["Ana"])).edits);
        assert!(matches!(conflict(store.save(&change)), Conflict::Fields(_)));
        assert!(!folder.path().join("teams/search").exists());
    }

    #[test]
    fn a_new_file_replaces_none_but_the_same_is_fine() {
        let (folder, store) = workspace();
        let create = |name| Change::one("add", Edit::create(address("search"), team("search", name, &[])));
        for _ in 0..2 {
            assert_eq!(store.save(&create("Search")).unwrap().merged.len(), 1);
        }
        assert_eq!(conflict(store.save(&create("Seek"))), Conflict::Taken);
        assert_eq!(text(&folder, "teams/search/team.toml"), "name = \"Search\"\nlevel = \"team\"\n");
    }

    #[test]
    fn only_what_nobody_changed_is_removed() {
        let (folder, store) = workspace();
        let remove = Change::one("remove", Edit::remove(address("payments"), before()));
        put(&folder, PATH, &TEXT.replace("Payments", "Money"));
        assert_eq!(conflict(store.save(&remove)), Conflict::Changed);
        put(&folder, PATH, TEXT);
        store.save(&remove).unwrap();
        store.save(&remove).unwrap();
        assert!(!folder.path().join("teams").exists());
        assert_eq!(conflict(store.save(&update(team("payments", "Pay", &[])))), Conflict::Gone);
    }

    #[test]
    fn a_moved_record_takes_its_comments_along() {
        let (folder, store) = workspace();
        let after = (address("money"), team("money", "Money", &["Ana"]));
        let edit = Edit { before: Some((address("payments"), before())), after: Some(after.clone()) };
        let change = Change::one("move", edit);
        for _ in 0..2 {
            // Twice, as after an error between the two files.
            assert_eq!(store.save(&change).unwrap().merged, std::slice::from_ref(&after));
            assert_eq!(text(&folder, "teams/money/team.toml"), TEXT.replace("'Payments'", "\"Money\""));
            assert!(!folder.path().join("teams/payments").exists());
        }
        put(&folder, PATH, TEXT);
        store.save(&change).unwrap();
        assert!(!folder.path().join("teams/payments").exists());
        store.save(&change.inverse()).unwrap();
        assert_eq!(text(&folder, PATH), TEXT.replace("'Payments'", "\"Payments\""));
        put(&folder, "teams/money/team.toml", "name = 'else'\n");
        assert_eq!(conflict(store.save(&change)), Conflict::Taken);
    }

    #[test]
    fn several_edits_of_one_file_build_on_each_other() {
        let (folder, store) = workspace();
        let (one, two) = (team("payments", "Pay", &["Ana"]), team("payments", "Pay", &[]));
        let mut change = update(one.clone());
        change.edits.push(Edit::update(address("payments"), one, two));
        store.save(&change).unwrap();
        assert_eq!(text(&folder, PATH), "# ours\nname = \"Pay\" # spoken\nodd = 1\n");
    }

    #[test]
    fn a_damaged_file_is_left_as_it_is() {
        let (folder, store) = workspace();
        for damaged in ["name = 'Payments\n", "name = 'Payments'\npeople = ['Ana', 2]\n"] {
            put(&folder, PATH, damaged);
            let error = store.save(&update(team("payments", "Pay", &["Ana"]))).unwrap_err();
            assert!(matches!(error.obstacle, Obstacle::Damaged(_)), "{error}");
            assert!(error.to_string().starts_with("teams/payments/team.toml:") && error.draft.is_some());
            assert_eq!(text(&folder, PATH), damaged);
        }
    }

    #[test]
    fn a_newer_or_unknown_format_is_not_written_into() {
        let (folder, store) = workspace();
        let change = update(team("payments", "Pay", &["Ana"]));
        put(&folder, "okr.toml", "format = 2\nlevel = { }\n");
        let error = store.save(&change).unwrap_err();
        assert!(matches!(error.obstacle, Obstacle::ReadOnly(2)), "{error}");
        put(&folder, "okr.toml", "<<<<<<< HEAD\nformat = 2\n");
        let error = store.save(&change).unwrap_err();
        assert!(matches!(error.obstacle, Obstacle::Damaged(_)), "{error}");
        assert_eq!(text(&folder, PATH), TEXT);
    }

    #[test]
    fn a_workspace_begins_in_an_empty_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        put(&folder, ".git/config", "");
        let mut change =
            Change::one("begin", Edit::create(Address::Settings, Record::Settings(Settings::default())));
        change.edits.push(Edit::create(address("payments"), before()));
        let new = folder.path().join("a/b");
        for place in [new.as_path(), folder.path()] {
            if place == folder.path() {
                fs::remove_dir_all(folder.path().join("a")).unwrap();
            }
            let store = Store::begin(place, &change).unwrap();
            assert_eq!(store.load().unwrap().problems, []);
            let refused = Store::begin(place, &change).unwrap_err();
            assert!(matches!(refused.obstacle, Obstacle::NotEmpty(_)), "{refused}");
        }
    }

    #[test]
    fn a_refusal_of_the_system_keeps_the_draft_and_says_what_was_saved() {
        let (folder, store) = workspace();
        put(&folder, "teams/search/team.toml", "name = 'Search'\n");
        let locked = folder.path().join("teams/search/team.toml");
        let mut permissions = fs::metadata(&locked).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&locked, permissions).unwrap();
        let mut change = update(team("payments", "Pay", &["Ana"]));
        let (before, after) = (team("search", "Search", &[]), team("search", "Seek", &[]));
        change.edits.push(Edit::update(address("search"), before, after));
        let error = store.save(&change).unwrap_err();
        assert!(matches!(error.obstacle, Obstacle::Write(_)), "{error}");
        assert!(error.draft.is_some());
        let shown = error.to_string();
        assert!(shown.contains("only this part was saved: teams/payments/team.toml"), "{shown}");
    }
}
