//! A key that means nothing where it is pressed: that is said in one line, with the screens it is for.

use crate::settings::actions::{Action, Context, GlobalAction, ScreenName};
use crate::settings::keymap::Meaning;
use crate::settings::keys::Chord;
use crate::tui::state::{State, Tone};
use crate::words::lists as words;

/// Says that a key does nothing on the open screen; where a form was left just now, what becomes of it still stands there.
pub(super) fn say(state: &mut State, chord: Chord) {
    if state.status.as_ref().is_some_and(|said| said.left.is_some()) {
        return;
    }
    let is_for = |name: &ScreenName| {
        let meaning = state.keymap.meaning(Context::Screen(*name), &[], state.keymap.heard(chord));
        matches!(meaning, Meaning::Does(Action::Screen(_)))
    };
    let others: Vec<&str> =
        ScreenName::ALL.iter().filter(|name| is_for(name)).map(|name| name.title()).collect();
    let here = state.screen.title();
    state.say(
        Tone::Note,
        match others.as_slice() {
            [] => words::does_nothing(chord, here, state.keymap.key(GlobalAction::Help)),
            others => words::is_a_key_of(chord, others.join(", "), here),
        },
    );
}
