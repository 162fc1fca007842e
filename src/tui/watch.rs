//! Notices that somebody else writes into the workspace: another window, an editor, git. Folders are watched, not files,
//! as editors save by renaming. Where there are many quarters only the team on the screen is watched, and those of the others that
//! concern it. Nothing relies on it: a save looks at the files again.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use notify::{Config, Event, EventKind, PollWatcher, RecursiveMode, Watcher};

use super::event::Waker;
use super::terminal::behind;
use crate::domain::id::TeamId;
use crate::domain::quarter::QuarterKey;
use crate::store::Store;
use crate::store::layout::{PLACES, TEAMS};

/// How often a folder is looked through where the system tells nothing by itself.
const TURN: Duration = Duration::from_secs(2);

/// How far the time that a file system writes beside a file may lie behind the clock.
const TICK: Duration = Duration::from_millis(10);

/// What is looked at in a watched folder: files, and folders with all that is in them.
type Places = Vec<OsString>;

/// The most quarters that are watched though they do not concern the team on the screen: each has some ten folders, and the
/// system remembers each by its path.
const FEW: usize = 32;

/// Is a watch on a workspace; it lasts as long as the program.
pub(super) struct Watch {
    root: PathBuf,
    /// The paths in which something has happened and that nobody has asked for yet.
    seen: Arc<Mutex<BTreeSet<PathBuf>>>,
    /// How this window left the files that it wrote.
    ours: BTreeMap<PathBuf, Stamp>,
    /// What the listening thread is told.
    tell: Sender<Told>,
}

/// What the listening thread is told.
enum Told {
    /// Something happened in a folder.
    Happened(notify::Result<Event>),
    /// From now on this team or quarter is watched too, by its folder below that of the teams; it is read after this time.
    Follow(String, SystemTime),
}

/// Tells two versions of a file apart; none where there is no file.
type Stamp = Option<(u64, SystemTime)>;

fn stamp(path: &Path) -> Stamp {
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((found.len(), found.modified().ok()?))
}

impl Watch {
    /// Begins to watch, on a thread of its own: with many folders that takes a while.
    pub(super) fn begin(store: &Store, place: Option<&QuarterKey>, waker: Waker) -> Self {
        let team = place.map(|key| key.team.clone());
        Self::of(Watched { root: store.root().to_owned(), places: ours(), team }, store.since(), waker)
    }

    /// Begins to watch some files of a folder that were read after a time; where the folder is not there, for its coming.
    pub(super) fn of_files((folder, files): (&Path, &[&str]), since: SystemTime, waker: Waker) -> Self {
        let (root, places) = standing(folder, files.iter().map(OsString::from).collect());
        Self::of(Watched { root, places, team: None }, since, waker)
    }

    fn of(watched: Watched, since: SystemTime, waker: Waker) -> Self {
        let seen = Arc::default();
        let (tell, hear) = mpsc::channel();
        let (root, told, retell) = (watched.root.clone(), Arc::clone(&seen), tell.clone());
        let listen = move || {
            let Some(system) = watched.watcher(&retell) else { return };
            Listening { watched, seen: told, waker }.listen(system, hear, since);
        };
        // Without a thread the folder is read again by F5 only.
        let _ = behind().spawn(listen);
        Self { root, seen, ours: BTreeMap::new(), tell }
    }

    /// Watches another team, or a quarter of one, as well.
    pub(super) fn follow(&self, team_or_quarter: &impl ToString) {
        // Without a thread there is nobody to tell.
        let _ = self.tell.send(Told::Follow(team_or_quarter.to_string(), SystemTime::now()));
    }

    /// Takes note of files that this window has just written, given relative to the workspace.
    pub(super) fn wrote(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let path = self.root.join(path);
            let stamp = stamp(&path);
            self.ours.insert(path, stamp);
        }
    }

    /// Tells whether somebody else has written since this was last asked.
    pub(super) fn has_news(&self) -> bool {
        let seen = std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        seen.iter().any(|path| !self.is_ours(path))
    }

    fn is_ours(&self, path: &Path) -> bool {
        // The system says it has lost count of what happened, which is nobody's.
        if path == self.root {
            return false;
        }
        match self.ours.get(path) {
            Some(left) => *left == stamp(path),
            // A folder that came or went with a file of ours.
            None => path.extension().is_none() && self.ours.keys().any(|file| file.starts_with(path)),
        }
    }
}

/// The places of a workspace.
fn ours() -> Places {
    PLACES.iter().map(OsString::from).collect()
}

/// The first folder above that is there, and what in it leads to some places.
fn standing(folder: &Path, places: Places) -> (PathBuf, Places) {
    match (folder.parent(), folder.file_name()) {
        (Some(above), Some(name)) if !folder.is_dir() => standing(above, vec![name.to_owned()]),
        _ => (folder.to_owned(), places),
    }
}

/// What of a folder is watched.
struct Watched {
    root: PathBuf,
    places: Places,
    /// The team on the screen: where there are many quarters, no other is watched unasked.
    team: Option<TeamId>,
}

impl Watched {
    /// A watcher that the system lets watch all that is to be, else one that looks by turns.
    fn watcher(&self, tell: &Sender<Told>) -> Option<Box<dyn Watcher>> {
        let told = || {
            let tell = tell.clone();
            move |event: notify::Result<Event>| {
                // Whatever reads the files, we too, would be told of by the thousand.
                if !is_of_reading(&event) {
                    drop(tell.send(Told::Happened(event)));
                }
            }
        };
        if let Ok(mut listening) = notify::recommended_watcher(told())
            && self.watch(&mut listening).is_ok()
        {
            return Some(Box::new(listening));
        }
        let mut looking = PollWatcher::new(told(), Config::default().with_poll_interval(TURN)).ok()?;
        self.watch(&mut looking).ok()?;
        Some(Box::new(looking))
    }

    fn watch(&self, watcher: &mut dyn Watcher) -> notify::Result<()> {
        self.parts().iter().try_for_each(|(part, mode)| watcher.watch(part, *mode))
    }

    /// The folders that are watched, and whether with all that is in them.
    fn parts(&self) -> Vec<(PathBuf, RecursiveMode)> {
        let team = self.team.as_ref().filter(|_| has_many(&self.root));
        let parts = self.places.iter().map(|part| self.root.join(part));
        let parts = parts.filter(|part| part.is_dir()).map(|part| {
            let is_narrow = team.is_some() && part.ends_with(TEAMS);
            (part, if is_narrow { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive })
        });
        let own = team.and_then(|team| within(&self.root, team.as_str()));
        let own = own.map(|team| (team, RecursiveMode::Recursive));
        iter::once((self.root.clone(), RecursiveMode::NonRecursive)).chain(parts).chain(own).collect()
    }

    /// What in the folders that are watched was written after a time.
    fn written_since(&self, time: SystemTime) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for (part, mode) in self.parts() {
            written_since(&part, mode, time, &mut found);
        }
        found.retain(|path| is_part(&self.root, &self.places, path));
        found
    }
}

/// Adds what of a folder was written after a time. Clocks of file systems run behind by up to a [`TICK`].
fn written_since(folder: &Path, mode: RecursiveMode, time: SystemTime, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(about) = entry.metadata() else { continue };
        if about.modified().is_ok_and(|written| written + TICK >= time) {
            found.push(entry.path());
        }
        if about.is_dir() && mode == RecursiveMode::Recursive {
            written_since(&entry.path(), mode, time, found);
        }
    }
}

/// The folder of a team or quarter, where not all are watched anyway.
fn within(root: &Path, folder: &str) -> Option<PathBuf> {
    let folder = root.join(TEAMS).join(folder);
    (folder.is_dir() && has_many(root)).then_some(folder)
}

/// Who listens, until the program ends.
struct Listening {
    watched: Watched,
    seen: Arc<Mutex<BTreeSet<PathBuf>>>,
    waker: Waker,
}

impl Listening {
    fn listen(&self, mut watcher: Box<dyn Watcher>, hear: Receiver<Told>, since: SystemTime) {
        // What was written between the reading and now, nobody was told of.
        self.note(self.watched.written_since(since));
        for told in hear {
            match told {
                Told::Follow(folder, since) => self.follow(&mut *watcher, &folder, since),
                Told::Happened(Ok(event)) => self.take(event, &mut *watcher),
                Told::Happened(Err(_)) => {}
            }
        }
    }

    fn follow(&self, watcher: &mut dyn Watcher, folder: &str, since: SystemTime) {
        let Some(folder) = within(&self.watched.root, folder) else { return };
        if watcher.watch(&folder, RecursiveMode::Recursive).is_ok() {
            let mut found = Vec::new();
            written_since(&folder, RecursiveMode::Recursive, since, &mut found);
            self.note(found);
        }
    }

    fn take(&self, event: Event, watcher: &mut dyn Watcher) {
        let root = &self.watched.root;
        let paths: Vec<PathBuf> = changed(root, &self.watched.places, event);
        for part in paths.iter().filter(|path| path.parent() == Some(root) && path.is_dir()) {
            // It has come back, as when git changes branches.
            let _ = watcher.watch(part, RecursiveMode::Recursive);
        }
        self.note(paths);
    }

    fn note(&self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            return;
        }
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).extend(paths);
        self.waker.wake();
    }
}

/// Whether there are more quarters than are watched unasked.
fn has_many(root: &Path) -> bool {
    let teams = fs::read_dir(root.join(TEAMS)).into_iter().flatten().flatten();
    let quarters = teams.flat_map(|team| fs::read_dir(team.path())).flatten().flatten();
    quarters.filter(|found| found.file_type().is_ok_and(|kind| kind.is_dir())).take(FEW + 1).count() > FEW
}

/// Whether somebody only opened or read something.
fn is_of_reading(event: &notify::Result<Event>) -> bool {
    matches!(event, Ok(Event { kind: EventKind::Access(_), .. }))
}

/// The paths of ours that an event is about; what programs write beside our files is none.
fn changed(root: &Path, places: &[OsString], event: Event) -> Vec<PathBuf> {
    if event.need_rescan() {
        return vec![root.to_owned()];
    }
    event.paths.into_iter().filter(|path| is_part(root, places, path)).collect()
}

fn is_part(root: &Path, places: &[OsString], path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let is_hidden = |part: &std::ffi::OsStr| part.as_encoded_bytes().starts_with(b".");
    let first = inside.iter().next().unwrap_or_default();
    let is_place = places.iter().any(|part| first == *part);
    let is_kind = inside.extension().is_none_or(|extension| extension == "toml");
    is_place && is_kind && !inside.iter().skip(1).any(is_hidden)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, ModifyKind};

    #[test]
    fn only_what_happens_to_our_files_counts() {
        let root = Path::new("/w");
        let at = |kind, path: &str| changed(root, &ours(), Event::new(kind).add_path(root.join(path))).len();
        let written = EventKind::Modify(ModifyKind::Any);
        for (path, count) in [
            ("okr.toml", 1),
            ("teams", 1),
            ("teams/payments/2027-q1/cycle.toml", 1),
            ("teams/payments/2027-q1", 1),
            ("cycles/2027-q1.toml", 1),
            ("teams/payments/.team.toml.swp", 0),
            ("teams/payments/.okr-x7y8z9.tmp", 0),
            ("teams/payments/team.toml~", 0),
            (".okr/lock", 0),
            (".git/HEAD", 0),
            ("notes.md", 0),
            ("src/main.rs", 0),
        ] {
            assert_eq!(at(written, path), count, "{path}");
        }
        assert!(
            is_of_reading(&Ok(Event::new(EventKind::Access(AccessKind::Any)))),
            "reading changes nothing"
        );
        assert!(!is_of_reading(&Ok(Event::new(written))));
    }

    /// Only here: Windows gives no handle of a folder by which its time could be set.
    #[cfg(unix)]
    #[test]
    fn what_was_written_before_the_watch_stood_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let quarter = root.join("teams/payments/2027-q1");
        fs::create_dir_all(&quarter).unwrap();
        for name in ["okr.toml", "notes.md", "teams/payments/team.toml", "teams/payments/2027-q1/cycle.toml"]
        {
            fs::write(root.join(name), "").unwrap();
        }
        let watched = Watched { root: root.to_owned(), places: ours(), team: None };
        assert!(watched.written_since(SystemTime::now() + TICK * 2).is_empty());
        let long_ago = SystemTime::now() - Duration::from_secs(3600);
        for path in ["teams/payments/2027-q1", "teams/payments", "teams", ""] {
            fs::File::open(root.join(path)).unwrap().set_modified(long_ago).unwrap();
        }
        for path in ["okr.toml", "notes.md", "teams/payments/team.toml"] {
            fs::File::options().write(true).open(root.join(path)).unwrap().set_modified(long_ago).unwrap();
        }
        let since = SystemTime::now() - Duration::from_secs(60);
        assert_eq!(watched.written_since(since), [quarter.join("cycle.toml")]);
        fs::write(root.join("notes.md"), "of nobody's concern").unwrap();
        assert_eq!(watched.written_since(since).len(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_waited_for_from_the_first_that_is() {
        let folder = tempfile::tempdir().unwrap();
        let (root, wanted) = (folder.path(), folder.path().join(".config/okr"));
        let files = || vec![OsString::from("config.toml")];
        let (above, places) = standing(&wanted, files());
        assert_eq!((above.as_path(), &places), (root, &vec![OsString::from(".config")]));
        for path in [".config", ".config/okr", ".config/okr/config.toml"] {
            assert!(is_part(&above, &places, &root.join(path)), "{path}");
        }
        fs::create_dir_all(&wanted).unwrap();
        assert_eq!(standing(&wanted, files()), (wanted, files()));
    }

    #[test]
    fn what_this_window_wrote_is_no_news_until_somebody_else_writes_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let tell = mpsc::channel().0;
        let mut watch = Watch { root: root.to_owned(), seen: Arc::default(), ours: BTreeMap::new(), tell };
        let file = root.join("teams/payments/team.toml");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "name = 'Payments'").unwrap();
        watch.wrote(&[PathBuf::from("teams/payments/team.toml")]);
        let see = |path: &Path| watch.seen.lock().unwrap().insert(path.to_owned());
        assert!(see(&file) && see(file.parent().unwrap()));
        assert!(!watch.has_news());
        assert!(see(root) && watch.has_news(), "the system lost count");
        fs::write(&file, "name = 'Payments and refunds'").unwrap();
        assert!(!watch.has_news(), "nothing was seen since");
        assert!(see(&file) && watch.has_news());
        assert!(see(&root.join("cycles/2027-q1.toml")) && watch.has_news());
    }
}
