//! The record of the session that is played in this window, outside of the state: held, kept after every act, let go.

use std::path::{Path, PathBuf};

use crate::domain::change::Change;
use crate::domain::quarter::QuarterKey;
use crate::domain::step::SessionKind;
use crate::domain::word::word;
use crate::method::session::Player;
use crate::store::resume::{Held, Recorded};
use crate::store::{SaveError, Store};
use crate::words::notices as words;

/// The records of sessions, and the one this window holds.
pub struct SessionRecord {
    /// The state folder; sessions are not kept where there is none.
    folder: Option<PathBuf>,
    held: Option<Held>,
}

impl SessionRecord {
    /// Records in the state folder; nothing is held yet.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, held: None }
    }

    /// The state folder, if there is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Takes hold of the record of a session that begins.
    ///
    /// # Errors
    /// Another window plays it, or the record cannot be made; in words.
    pub fn open(&mut self, store: &Store, player: &Player) -> Result<(), String> {
        self.held = self.take(store, player.key(), player.kind())?;
        self.keep(player, None)
    }

    fn take(&self, store: &Store, key: &QuarterKey, kind: SessionKind) -> Result<Option<Held>, String> {
        let Some(folder) = &self.folder else { return Ok(None) };
        match Held::take(folder, store.root(), (key, &word(&kind))) {
            Ok(Some(held)) => Ok(Some(held)),
            Ok(None) => Err(words::is_played_in_another_window(kind.title())),
            Err(why) => Err(words::cannot_be_kept(&why)),
        }
    }

    /// Keeps how the session stands, and what is about to be saved; lets the record go where the session is closed.
    ///
    /// # Errors
    /// It cannot be written; in words.
    pub fn keep(&mut self, player: &Player, pending: Option<&Change>) -> Result<(), String> {
        let kept = match &self.held {
            Some(_) if player.is_closed() && pending.is_none() => {
                self.held.take().map_or(Ok(()), Held::forget)
            }
            Some(held) => held.keep((&player.to_text(), &player.trail_text()), pending),
            None => Ok(()),
        };
        kept.map_err(|why| words::a_crash_would_lose_it(&why))
    }

    /// Notes where the session stands and how far its clock has run. Nothing waits for the disk: what was said is kept already.
    ///
    /// # Errors
    /// It cannot be written, and the record stands as the last answer left it; in words.
    pub fn tick(&self, player: &Player) -> Result<(), String> {
        let ticked = self.held.as_ref().map_or(Ok(()), |held| held.tick(&player.to_text()));
        ticked.map_err(|why| words::a_crash_would_lose_it(&why))
    }

    /// The session of a quarter that was cut off; this window holds it from then on. What it was about to save is saved
    /// first, which does the same as saving it once; one that was about to close is closed with that. Where others set the
    /// same meanwhile it waits as a draft, once, which is said, and the session goes on.
    ///
    /// # Errors
    /// What it was about to save can neither be saved nor kept; in words.
    pub fn recall(
        &mut self,
        store: &Store,
        key: &QuarterKey,
        save: impl FnOnce(&Change) -> Result<(), SaveError>,
    ) -> Result<(Option<Player>, Option<String>), String> {
        let Some((mut player, pending)) = self.found(store, key) else { return Ok((None, None)) };
        let refused = pending.as_ref().and_then(|change| save(change).err()).filter(|error| !error.stands());
        player.was_saved(pending.filter(|_| refused.is_none()).and_then(|change| store.step_of(&change)));
        player.keep_to(|way| store.steps(way));
        let says = refused
            .as_ref()
            .map(|error| words::not_saved_of_the_session(format!("{error}. {}", error.hint())));
        if refused.is_some_and(|error| error.draft.is_none()) {
            return Err(says.unwrap_or_default());
        }
        self.keep(&player, None)?;
        Ok((Some(player).filter(|player| !player.is_closed()), says))
    }

    fn found(&mut self, store: &Store, key: &QuarterKey) -> Option<(Player, Option<Change>)> {
        let folder = self.folder.as_ref()?;
        let is_there = |kind: &&SessionKind| Held::is_there(folder, store.root(), (key, &word(*kind)));
        let under_way: Vec<SessionKind> = SessionKind::ALL.iter().filter(is_there).copied().collect();
        for kind in under_way {
            let Ok(Some(held)) = self.take(store, key, kind) else { continue };
            let Ok(Some(Recorded { session, trail, pending })) = held.read() else { continue };
            if let Some(player) = Player::from_text(&session) {
                self.held = Some(held);
                return Some((player.with_trail(&trail), pending));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::day::Day;
    use crate::domain::decision::{Desk, Start, start};
    use crate::domain::team::Team;
    use crate::domain::workspace::Workspace;
    use crate::method::session::Begin;
    use crate::store::save::{Conflict, Obstacle};

    #[test]
    fn what_clashes_as_a_session_goes_on_waits_once_as_a_draft_and_the_session_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let team = Team::named("payments".parse().unwrap(), "Payments");
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let key = QuarterKey { team: team.id.clone(), cycle: cycle.id.clone() };
        let begun = start(&Start { organisation: None, team, cycle, objective: None }).unwrap();
        let store = Store::begin(&folder.path().join("okrs"), &begun).unwrap();
        let mut workspace = Workspace::default();
        workspace.apply(&begun);
        let desk = Desk::at(&workspace, &key, Day::new(2026, 12, 11).unwrap()).unwrap();
        let player = Player::begin(Begin::usual(SessionKind::KickOff, &desk), &desk).unwrap();
        let fresh = || SessionRecord::new(Some(folder.path().join("state")));
        let mut record = fresh();
        record.open(&store, &player).unwrap();
        record.keep(&player, Some(&begun)).unwrap();
        drop(record);
        let clash = |draft: Option<PathBuf>| {
            let obstacle = Obstacle::Clash { path: "okr.toml".into(), conflict: Conflict::Gone };
            SaveError { obstacle, written: Vec::new(), draft, given_up: None }
        };
        let lost = fresh().recall(&store, &key, |_| Err(clash(None))).unwrap_err();
        assert!(lost.contains("is not saved"), "{lost}");
        let kept = fresh().recall(&store, &key, |_| Err(clash(Some("not-saved-1.toml".into()))));
        let (found, says) = kept.unwrap();
        assert!(found.is_some() && says.is_some_and(|says| says.contains("not-saved-1.toml")));
        let (found, says) = fresh().recall(&store, &key, |_| panic!("it is struck out")).unwrap();
        assert!(found.is_some() && says.is_none());
    }
}
