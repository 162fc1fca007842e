//! The search behind the screen: threads look through the quarters, one hands on in their order what is found, and the rest is let
//! go. It ends when something else is sought, or nothing any more.

use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crate::domain::quarter::QuarterKey;
use crate::method::find::{self, Passage, Sought};
use crate::store::shares::in_order_behind;
use crate::store::{Loaded, Names, Store};
use crate::tui::event::Events;
use crate::tui::finder::search::Wish;
use crate::tui::message::Message;
use crate::tui::terminal::{behind, caught};

/// How often it is told how far the search has come: often enough to see it go on, and seldom enough to cost nothing.
const TOLD: Duration = Duration::from_millis(100);

/// What was found, and how many quarters are left.
type Part = (Vec<Arc<Passage>>, usize);

/// A search that goes on behind the screen; it ends when this is dropped.
pub(super) struct Seeking {
    round: u32,
    asks: Sender<Wish>,
    hears: Receiver<Part>,
    /// What is said where the program erred.
    errs: Receiver<String>,
}

impl Seeking {
    /// Begins to seek on a thread of its own; none where there is no workspace, or the system gives no thread.
    pub(super) fn begin(store: Option<&Store>, wish: Wish, events: &Events) -> Option<Self> {
        let (store, waker) = (store?.clone(), events.waker().ok()?);
        let ((asks, asked), (tell, hears)) = (mpsc::channel(), mpsc::channel());
        let (cry, errs) = mpsc::channel();
        let round = wish.round;
        let hand_on = move |part| {
            let is_heard = tell.send(part).is_ok();
            waker.wake();
            is_heard
        };
        let seek = move || {
            if let Err(says) = caught(|| seek(&store, (wish, &asked), &hand_on)) {
                let _ = cry.send(says);
                hand_on((Vec::new(), 0));
            }
        };
        behind().spawn(seek).is_ok().then_some(Self { round, asks, hears, errs })
    }

    /// Goes on with more letters, where they are of the same search. One that has come to its end has nothing left to look
    /// through: what it found last is on its way.
    pub(super) fn goes_on(&self, wish: &Wish) -> bool {
        let is_same = wish.round == self.round;
        if is_same {
            let _ = self.asks.send(wish.clone());
        }
        is_same
    }

    /// What was found since this was last asked.
    pub(super) fn heard(&self) -> Vec<Message> {
        let parts = self.hears.try_iter().reduce(|(mut all, _), (more, left)| {
            all.extend(more);
            (all, left)
        });
        let found = parts.map(|part| Message::Gathered(self.round, part));
        found.into_iter().chain(self.errs.try_iter().map(Message::refused)).collect()
    }
}

/// Looks through one quarter after the other, for more letters once more are asked for; ends early when nobody hears. What was
/// looked through ahead for fewer letters holds all that more letters find.
fn seek(
    store: &Store,
    (mut wish, asked): (Wish, &Receiver<Wish>),
    hand_on: impl Fn(Part) -> bool,
) -> Option<()> {
    let Ok(outline) = store.outline(&Names::All) else { return hand_on((Vec::new(), 0)).then_some(()) };
    let far = outline.workspace.unopened.iter().filter(|key| !wish.near.keys.contains(key));
    let keys = find::by_nearness(&outline.workspace, wish.near.team.as_ref(), far);
    if keys.is_empty() {
        return hand_on((Vec::new(), 0)).then_some(());
    }
    let sought = RwLock::new(wish.sought.clone());
    let look = |key| {
        let sought = sought.read().unwrap_or_else(PoisonError::into_inner).clone();
        within(store, &outline, (key, &sought))
    };
    let (mut found, mut has_found, mut told, mut left) = (Vec::new(), false, Instant::now(), keys.len());
    let take = |more: Vec<Arc<Passage>>| {
        if !keep_up(&mut wish, asked) {
            return Err(());
        }
        sought.write().unwrap_or_else(PoisonError::into_inner).clone_from(&wish.sought);
        let before = found.len();
        found.extend(more.into_iter().filter(|passage| wish.sought.is_in(passage)));
        wish.room = wish.room.saturating_sub(found.len() - before);
        left -= 1;
        // The first is not kept waiting for the others.
        let is_first = !has_found && !found.is_empty();
        if !is_first && wish.room > 0 && left > 0 && told.elapsed() < TOLD {
            return Ok(());
        }
        (has_found, told) = (has_found || is_first, Instant::now());
        hand_on((std::mem::take(&mut found), left)).then_some(()).ok_or(())
    };
    in_order_behind(keys.iter(), look, take).ok()
}

/// Takes in what is sought from now on, where that has changed; while there is no room for more it waits for it. Tells whether
/// anything is sought still.
fn keep_up(wish: &mut Wish, asked: &Receiver<Wish>) -> bool {
    loop {
        let newer = if wish.room == 0 { asked.recv().map_err(TryRecvError::from) } else { asked.try_recv() };
        match newer {
            Ok(newer) => *wish = newer,
            Err(TryRecvError::Empty) => return true,
            Err(TryRecvError::Disconnected) => return false,
        }
    }
}

/// What of a quarter is found; one that cannot be looked through says nothing.
fn within(store: &Store, outline: &Loaded, (key, sought): (&QuarterKey, &Sought)) -> Vec<Arc<Passage>> {
    let workspace = &outline.workspace;
    let must = sought.must_stand_at(&find::place_of(workspace, key));
    let quarter = store.sifted(outline, key, |text| must.is_in_text(text)).ok().flatten();
    let said = quarter.map(|quarter| find::of_quarter(workspace, &quarter)).unwrap_or_default();
    said.into_iter().filter(|passage| sought.is_in(passage)).map(Arc::new).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::tui::finder::search::MOST;

    /// Teams with a quarter each, of which every other one speaks of a lighthouse, and all speak of the sea.
    fn workspace(teams: usize) -> (TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put("okr.toml", "format = 1\n");
        put("cycles/2027-q1.toml", "label = '2027-Q1'\nfirst = 2027-01-01\nlast = 2027-03-31\n");
        for team in 0..teams {
            put(&format!("teams/t{team}/team.toml"), &format!("name = 'Team {team}'\n"));
            let word = if team % 2 == 0 { "light\\u0068ouse" } else { "harbour" };
            let objective = format!("teams/t{team}/2027-q1/objectives/o/objective.toml");
            put(&objective, &format!("title = \"A {word} by the sea\"\n"));
        }
        let store = Store::find(folder.path()).unwrap();
        (folder, store)
    }

    fn wish(typed: &str, room: usize) -> Wish {
        Wish { round: 1, sought: Sought::new(typed), room, near: Arc::default() }
    }

    /// What is handed on, part by part, of a wish; each part is answered by the next of those that follow, then by leaving
    /// where there is no room for more.
    fn parts(store: &Store, wish: Wish, then: &[Wish]) -> Vec<Part> {
        let (asks, asked) = mpsc::channel();
        let (asks, then, parts) = (RefCell::new(Some(asks)), RefCell::new(then.iter()), RefCell::default());
        let room = wish.room;
        seek(store, (wish, &asked), |part: Part| {
            let found: &RefCell<Vec<Part>> = &parts;
            found.borrow_mut().push(part);
            if let Some(more) = then.borrow_mut().next() {
                return asks.borrow().as_ref().is_some_and(|asks| asks.send(more.clone()).is_ok());
            }
            if count(&found.borrow()) >= room {
                asks.take();
            }
            true
        });
        parts.into_inner()
    }

    fn count(parts: &[Part]) -> usize {
        parts.iter().map(|(found, _)| found.len()).sum()
    }

    #[test]
    fn every_quarter_is_looked_through_once_and_the_first_match_comes_at_once() {
        let (_folder, store) = workspace(20);
        let found = parts(&store, wish("lighthouse sea", MOST), &[]);
        assert_eq!((count(&found), found.last().unwrap().1), (10, 0));
        assert_eq!(found[0].0.len(), 1, "the first is not kept waiting for the others");
        assert_eq!(count(&parts(&store, wish("zeppelin", MOST), &[])), 0);
        assert_eq!(count(&parts(&store, wish("team 17", MOST), &[])), 1, "its place says so, no file does");
    }
    #[test]
    fn no_more_is_found_than_there_is_room_for_and_it_goes_on_from_there() {
        let (_folder, store) = workspace(20);
        let found = parts(&store, wish("sea", 3), &[]);
        assert_eq!(count(&found), 3, "it waits, and ends when nothing is sought any more");
        let more = parts(&store, wish("sea", 3), &vec![wish("sea lighthouse", MOST); 3]);
        let (all, left) = (count(&more), more.last().unwrap().1);
        assert!(all < 20 && left == 0, "what was looked through before is not looked through again: {all}");
    }

    #[test]
    fn it_ends_with_the_quarter_at_hand_when_nothing_is_sought_any_more() {
        let (_folder, store) = workspace(20);
        let (asks, asked) = mpsc::channel();
        drop(asks);
        let told = RefCell::new(0);
        let ended = seek(&store, (wish("sea", MOST), &asked), |_| {
            *told.borrow_mut() += 1;
            true
        });
        assert_eq!((ended, told.into_inner()), (None, 0));
    }
}
