//! What `u` takes back in a session, and `U` does again: what the session holds and has not saved, and what it has saved, in
//! the order in which it was done; before it goes behind the beginning of the session it says so.

use crate::domain::way::Way;
use crate::method::session::trail::{Done, Turn};
use crate::settings::actions::GlobalAction;
use crate::tui::message::Effect;
use crate::tui::state::{State, Tone};
use crate::words::room as words;

/// Tells whether what the session on the screen holds can be taken back, or done again.
#[must_use]
pub fn holds(state: &State, way: Way) -> bool {
    let next = state.shown_room().and_then(|room| room.player.next_turn(way));
    matches!(next, Some(Done::Held(_)))
}

/// Takes back what the session holds, or does it again, or says that there is nothing more of it to take back; `None` where
/// the files are to be changed.
pub fn turn(state: &mut State, way: Way) -> Option<Vec<Effect>> {
    let undoes = state.keymap.key(GlobalAction::Undo);
    let room = state.shown_room_mut()?;
    let (tone, says) = match (room.player.turn(way), way) {
        (Some(Turn::Saved(_)), _) | (None, Way::Again) => return None,
        (None, Way::Back) if room.is_warned => return None,
        (None, Way::Back) => {
            room.is_warned = true;
            state.say(Tone::Note, words::nothing_of_this_session_is_left(undoes));
            return Some(Vec::new());
        }
        (Some(Turn::Stays), _) => (Tone::Note, words::THESE_DRAFTS_STAY.to_owned()),
        (Some(Turn::Held(what)), Way::Back) => (Tone::Done, words::took_back(what)),
        (Some(Turn::Held(what)), Way::Again) => (Tone::Done, words::did_again(what)),
    };
    room.cues.retain(|cue| !cue.is_of_one_thing());
    let player = Box::new(room.player.clone());
    state.say(tone, says);
    Some(vec![Effect::Keep(player)])
}

/// A saved change was taken back, or done again: the session shows what stands then, and is kept so.
pub fn turned(state: &mut State, way: Way, step: u64) -> Vec<Effect> {
    let Some(mut player) = state.room.as_ref().map(|room| room.player.clone()) else { return Vec::new() };
    if let Ok(desk) = state.desk() {
        player.turned(way, step, &desk);
    }
    let Some(room) = &mut state.room else { return Vec::new() };
    room.player = player.clone();
    vec![Effect::Keep(Box::new(player))]
}
