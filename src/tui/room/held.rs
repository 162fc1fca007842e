//! What `u` takes back in a session, and `U` does again: what the session holds and has not saved, and what it has saved, in
//! the order in which it was done; before it goes behind the beginning of the session it says so.

use super::Room;
use crate::method::session::{Held, Player};
use crate::settings::actions::GlobalAction;
use crate::store::undo::Way;
use crate::tui::message::Effect;
use crate::tui::state::{State, Tone};
use crate::words::room as words;

/// One thing that was done in a session since it came to the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// It was saved.
    Saved,
    /// The session holds it; this is what it held before it, or where it was taken back after it.
    Held(Box<Held>),
}

impl Done {
    /// What an act came to; none where there is nothing to take back.
    #[must_use]
    pub fn of(before: &Player, after: &Player, is_saved: bool) -> Option<Self> {
        let held = before.held();
        if is_saved {
            return Some(Self::Saved);
        }
        (held != after.held()).then(|| Self::Held(Box::new(held)))
    }
}

impl Room {
    /// Notes what an act came to.
    pub(super) fn note(&mut self, after: &Player, is_saved: bool) {
        if let Some(done) = Done::of(&self.player, after, is_saved) {
            self.done.push(done);
            self.undone.clear();
            self.is_warned = false;
        }
    }

    /// Holds something else; names what that changes, and says what it held until now.
    fn hold(&mut self, held: Held) -> (&'static str, Done) {
        let until_now = Done::Held(Box::new(self.player.held()));
        let what = self.player.take_back(held);
        self.cues.retain(|cue| !cue.is_of_one_thing());
        (what, until_now)
    }
}

/// Tells whether the session on the screen holds something that can be taken back.
#[must_use]
pub fn holds(state: &State) -> bool {
    state.shown_room().is_some_and(|room| matches!(room.done.last(), Some(Done::Held(_))))
}

/// Tells whether the session on the screen can do again what it held and was taken back.
#[must_use]
pub fn holds_again(state: &State) -> bool {
    state.shown_room().is_some_and(|room| matches!(room.undone.last(), Some(Done::Held(_))))
}

/// Takes back what the session holds, or says that there is nothing more of it; `None` where the files are to be changed.
pub fn take_back(state: &mut State) -> Option<Vec<Effect>> {
    let room = state.shown_room_mut()?;
    match room.done.pop() {
        Some(Done::Saved) => {
            room.done.push(Done::Saved);
            None
        }
        Some(Done::Held(before)) => {
            let (what, after) = room.hold(*before);
            room.undone.push(after);
            let player = Box::new(room.player.clone());
            state.say(Tone::Done, words::took_back(what));
            Some(vec![Effect::Keep(player)])
        }
        None if room.is_warned => None,
        None => {
            room.is_warned = true;
            let undoes = state.keymap.key(GlobalAction::Undo);
            state.say(Tone::Note, words::nothing_of_this_session_is_left(undoes));
            Some(Vec::new())
        }
    }
}

/// Does again what the session held before it was taken back; `None` where the files are to be changed.
pub fn do_again(state: &mut State) -> Option<Vec<Effect>> {
    let room = state.shown_room_mut()?;
    let Done::Held(after) = room.undone.pop_if(|last| matches!(last, Done::Held(_)))? else { return None };
    let (what, before) = room.hold(*after);
    room.done.push(before);
    let player = Box::new(room.player.clone());
    state.say(Tone::Done, words::did_again(what));
    Some(vec![Effect::Keep(player)])
}

/// A saved change was taken back, or done again: the session shows what stands then, and is kept so.
pub fn turned(state: &mut State, way: Way) -> Vec<Effect> {
    let Some(mut player) = state.room.as_ref().map(|room| room.player.clone()) else { return Vec::new() };
    if let Ok(desk) = state.desk() {
        match way {
            Way::Back => player.follow_back(&desk),
            Way::Again => player.follow_again(&desk),
        }
    }
    let Some(room) = &mut state.room else { return Vec::new() };
    match way {
        Way::Again => {
            room.undone.pop_if(|last| *last == Done::Saved);
            room.done.push(Done::Saved);
        }
        Way::Back => room.undone.extend(room.done.pop_if(|last| *last == Done::Saved)),
    }
    if room.player == player {
        return Vec::new();
    }
    room.player = player.clone();
    vec![Effect::Keep(Box::new(player))]
}
