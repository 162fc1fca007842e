//! What the loop does outside of the state: reading, saving, beginning, and the record of a session.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Place;
use super::behind::{Behind, Scope, read_anew};
use super::start::Sample;
use crate::domain::change::{Address, Change};
use crate::domain::id::SittingId;
use crate::domain::quarter::QuarterKey;
use crate::domain::way::Way;
use crate::domain::workspace::Workspace;
use crate::method::session::Player;
use crate::store::out;
use crate::store::problem::{Level, Problem};
use crate::store::save::Saved;
use crate::store::{Loaded, Names, SaveError, Store};
use crate::tui::event::Events;
use crate::tui::exports::Page;
use crate::tui::message::{Message, Save, Then, WhatWasRead};
use crate::tui::session_record::SessionRecord;
use crate::tui::state::{Keeps, More, State};
use crate::tui::trouble::{FilePlace, Trouble};
use crate::tui::watch::Watch;
use crate::words::notices as words;

/// Everything outside the state: the files, and where things go.
pub(super) struct Outside {
    pub(super) store: Option<Store>,
    pub(super) folder: PathBuf,
    pub(super) is_day_fixed: bool,
    sample: Sample,
    /// The temporary folder of the sample, removed at the end.
    pub(super) keeps: Option<TempDir>,
    /// The files of the last change that was refused, and its draft.
    pub(super) kept: Option<(Vec<Address>, PathBuf)>,
    /// Why a change that stands in the files may not last.
    pub(super) unsure: Option<String>,
    /// What tells that others write.
    pub(super) watch: Option<Watch>,
    /// What goes on behind the screen.
    pub(super) behind: Behind,
    /// The record of the session that is played.
    pub(super) record: SessionRecord,
}

/// The files that a change leaves behind.
fn files_of(change: &Change) -> Vec<Address> {
    change.edits.iter().filter_map(|edit| Some(edit.after.as_ref()?.0.clone())).collect()
}

/// What else there is to say of a change that could not be saved: each cause behind the other, what stands, what to do.
fn more_of(error: &SaveError) -> More {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    let mut more: Vec<_> = causes.map(|cause| (words::WHY, cause.to_string())).collect();
    more.extend(error.written.iter().map(|path| (words::SAVED_BEFORE_IT, path.display().to_string())));
    more.extend(error.draft.iter().map(|path| (words::KEPT_IN, path.display().to_string())));
    more.push((words::WHAT_TO_DO, error.hint().to_owned()));
    more
}

/// What is wrong with the files, in words.
pub(super) fn troubles(problems: &[Problem]) -> Vec<Trouble> {
    let trouble = |problem: &Problem| Trouble {
        place: FilePlace {
            path: problem.path.display().to_string(),
            line: problem.line,
            column: problem.column,
        },
        says: problem.message.clone(),
        hint: problem.hint.clone(),
        is_damage: problem.level == Level::Error,
    };
    problems.iter().map(trouble).collect()
}

/// What was read, as the screens take it in.
pub(super) fn what_was_read(Loaded { workspace, problems, .. }: Loaded) -> WhatWasRead {
    WhatWasRead { workspace, troubles: troubles(&problems) }
}

/// Whose a workspace is, by the temporary folder it lies in.
pub(super) fn keeps(folder: Option<&TempDir>) -> Keeps {
    if folder.is_some() { Keeps::Sample } else { Keeps::Own }
}

impl Outside {
    /// Begins without a workspace: the folder in which one may begin, what copies the sample, and the record of sessions.
    pub(super) fn new(folder: PathBuf, sample: Sample, record: SessionRecord) -> Self {
        Self {
            store: None,
            folder,
            is_day_fixed: false,
            sample,
            keeps: None,
            kept: None,
            unsure: None,
            watch: None,
            behind: Behind::default(),
            record,
        }
    }

    /// Reads a quarter that has not been read, with its team.
    pub(super) fn go_to(&self, key: &QuarterKey) -> Message {
        self.read_place(key, |read| Message::Opened(key.clone(), read))
    }

    /// Writes a page into the folder the program was started in, under a name of its own for each day.
    pub(super) fn write(&self, page: Page, state: &State) -> Message {
        let text = match page.text(state) {
            Ok(text) => text,
            Err(refusal) => return Message::refused(refusal),
        };
        let (name, folder) = (page.name(state), self.folder.display().to_string());
        match out::put(&self.folder.join(&name), &text) {
            Ok(()) => Message::Told(words::written(name, folder)),
            Err(why) => {
                let says = words::writes_it_elsewhere(out::in_words(Path::new(&name), why));
                Message::refused(says).with(vec![(words::WHERE, folder)])
            }
        }
    }

    /// Begins to watch the workspace, if there is one, for the sake of a place in it.
    pub(super) fn watch(&mut self, events: &Events, place: Option<&QuarterKey>) {
        let waker = self.store.as_ref().and_then(|store| Some((store, events.waker().ok()?)));
        self.watch = waker.map(|(store, waker)| Watch::begin(store, place, waker));
    }

    /// Whether somebody else has written into the workspace.
    pub(super) fn has_news(&self) -> bool {
        self.watch.as_ref().is_some_and(Watch::has_news)
    }

    /// Reads the team of a quarter, and of the others what concerns it, at once.
    pub(super) fn read_place(&self, key: &QuarterKey, done: impl FnOnce(WhatWasRead) -> Message) -> Message {
        let Some(store) = &self.store else { return Message::refused(words::NO_WORKSPACE_TO_READ) };
        if let Some(watch) = &self.watch {
            watch.follow(&key.team);
        }
        match Scope::around(key).read(store) {
            Ok(loaded) => done(what_was_read(loaded)),
            Err(error) => Message::danger(error.to_string()),
        }
    }

    /// Reads the quarters that a link names, beside what has been read.
    pub(super) fn read_linked(&self, keys: &BTreeSet<QuarterKey>) -> Message {
        let Some(store) = &self.store else { return Message::refused(words::NO_WORKSPACE_TO_READ) };
        let read = store.outline(&Names::All).and_then(|mut loaded| {
            store.open_quarters(&mut loaded, keys)?;
            Ok(loaded)
        });
        match read {
            Ok(loaded) => Message::Linked(what_was_read(loaded)),
            Err(error) => Message::danger(error.to_string()),
        }
    }

    /// Holds the record of a session that begins.
    pub(super) fn open(&mut self, player: Box<Player>) -> Message {
        let Some(store) = &self.store else { return Message::refused(words::NO_WORKSPACE_TO_PLAY_IN) };
        match self.record.open(store, &player) {
            Ok(()) => Message::Recalled(Some(player)),
            Err(says) => Message::refused(says),
        }
    }

    /// Finds the session that was cut off, and saves what it was about to save.
    pub(super) fn recall(&mut self, place: Option<&QuarterKey>) -> Message {
        let (Some(store), Some(key)) = (&self.store, place) else { return Message::Recalled(None) };
        match self.record.recall(store, key, |change| store.save(change).map(|_| ())) {
            Ok((player, not_saved)) => {
                self.unsure = not_saved;
                Message::Recalled(player.map(Box::new))
            }
            Err(says) => Message::danger(says),
        }
    }

    pub(super) fn save(&mut self, save: Save, state: &State) -> Message {
        let Some(store) = &self.store else { return Message::danger(words::NO_WORKSPACE_TO_SAVE_TO) };
        if let Then::Play(play) = &save.then {
            // Where it cannot be kept the change is saved all the same; keeping the session afterwards says so.
            let _ = self.record.keep(&play.player, Some(&save.change));
        }
        let saved = store.save(&save.change);
        let stands = saved.as_ref().is_err_and(SaveError::stands);
        let step = stands.then(|| store.step_of(&save.change)).flatten();
        self.wrote(saved.as_ref().map_or_else(|error| &error.written, |saved| &saved.written));
        let at = (!self.is_day_fixed).then(|| chrono::Local::now().format("%H:%M").to_string());
        match saved {
            Ok(saved) => {
                self.forget_draft(&save);
                Message::Saved(save, saved, at)
            }
            // It stands, so that doing it again would do it twice.
            Err(error) if stands => {
                self.unsure = Some(error.to_string());
                let saved = Saved { merged: Vec::new(), written: error.written, is_noted: true, step };
                Message::Saved(save, saved, at)
            }
            Err(error) => {
                self.kept = error.draft.clone().map(|draft| (files_of(&save.change), draft));
                self.not_saved(&error, state)
            }
        }
    }

    /// Takes the latest change back, or does one again.
    pub(super) fn turn(&mut self, way: Way, state: &State) -> Message {
        let Some(store) = &self.store else { return Message::refused(words::NO_WORKSPACE_TO_SAVE_TO) };
        match store.turn(way) {
            Ok(Some(turned)) => {
                self.wrote(&turned.saved.written);
                Message::Turned(way, turned)
            }
            Ok(None) => Message::refused(words::ANOTHER_WINDOW_WAS_FASTER),
            Err(error) => {
                self.wrote(&error.written);
                self.not_saved(&error, state)
            }
        }
    }

    /// Whether there is a change to take back or to do again.
    pub(super) fn can_turn(&self, way: Way) -> bool {
        self.store.as_ref().is_some_and(|store| store.can_turn(way))
    }

    /// What we write ourselves is no news.
    pub(super) fn wrote(&mut self, written: &[PathBuf]) {
        self.outdate();
        if let Some(watch) = &mut self.watch {
            watch.wrote(written);
        }
    }

    /// The sittings in which somebody voted alone here; `None` where nothing is remembered.
    pub(super) fn own_votes(&self) -> Option<Vec<SittingId>> {
        self.store.as_ref()?.own_votes()
    }

    /// Removes the draft of a change that was refused, now that it has been saved after all.
    pub(super) fn forget_draft(&mut self, save: &Save) {
        if let Some((_, draft)) = self.kept.take_if(|(files, _)| *files == files_of(&save.change)) {
            // If it cannot go it is only untidy.
            let _ = std::fs::remove_file(draft);
        }
    }

    /// What is said of a change that was not written: where somebody else was faster, with what stands there now.
    fn not_saved(&mut self, error: &SaveError, state: &State) -> Message {
        let refused = Message::danger(format!("{error}. {}", error.hint())).with(more_of(error));
        if error.stands() {
            return Message::NotKept(error.to_string());
        }
        let Some(conflict) = error.conflict() else { return refused };
        match self.load(&Scope::of(state)) {
            Message::Loaded(read) => Message::Overtaken { says: conflict.to_string(), read },
            Message::Refused { says, .. } => {
                let not_saved = (words::NOT_SAVED, error.to_string());
                Message::danger(says).with(std::iter::once(not_saved).chain(more_of(error)).collect())
            }
            _ => refused,
        }
    }

    /// Reads anew what is shown, while everything waits: what was done just now depends on it.
    pub(super) fn load(&mut self, scope: &Scope) -> Message {
        let Some(store) = &self.store else { return Message::refused(words::NO_WORKSPACE_TO_READ) };
        // What is still being read behind the screen may be older than this.
        self.behind.overtake();
        read_anew(scope.read(store).map_err(|why| why.to_string()))
    }

    /// Takes another workspace; what is still read of the one before is not waited for.
    fn hold(&mut self, store: Store) {
        self.store = Some(self.with_state(store));
        self.behind = Behind::default();
    }

    pub(super) fn begin(&mut self, change: &Change, quarter: QuarterKey) -> Message {
        let begun: Result<(Store, Workspace), SaveError> = Store::begin(&self.folder, change).map(|store| {
            let mut workspace = Workspace::default();
            workspace.apply(change);
            (store, workspace)
        });
        match begun {
            Ok((store, workspace)) => {
                self.hold(store);
                Message::Begun(workspace, quarter, None)
            }
            Err(error) => Message::danger(error.to_string()),
        }
    }

    /// Lets a workspace keep drafts, what can be taken back, and whose votes are one's own; those of the sample go with it.
    pub(super) fn with_state(&self, store: Store) -> Store {
        match (&self.keeps, self.record.folder()) {
            (Some(copy), _) => store.with_state(copy.path().join(".okr")),
            (None, Some(folder)) => store.with_state(folder),
            (None, None) => store,
        }
    }

    pub(super) fn open_sample(&mut self) -> Message {
        match (self.sample)() {
            Ok((Place { store, workspace, quarter: Some(quarter), keeps, .. }, day)) => {
                self.keeps = keeps;
                self.is_day_fixed = true;
                self.hold(store);
                Message::Begun(workspace, quarter, Some(day))
            }
            Ok(_) => Message::refused(words::THE_SAMPLE_HAS_NO_QUARTER),
            Err(why) => Message::refused(why),
        }
    }
}
