//! What keys do while the terminal is too small to show it: next to nothing.

use ratatui::layout::{Position, Rect};

use super::{act, is_typing, typed};
use crate::settings::actions::{Action, GlobalAction};
use crate::settings::keys::Chord;
use crate::tui::fit::SizeClass;
use crate::tui::message::Effect;
use crate::tui::state::{Overlay, State};

/// Whether the terminal is too small to show what a key would do.
pub(super) fn is_so(state: &State) -> bool {
    SizeClass::of(Rect::from((Position::ORIGIN, state.size))) == SizeClass::TooSmall
}

/// A key nobody sees the effect of: what is typed into a form is kept, `q` leaves, all else waits.
pub(super) fn press(state: &mut State, chord: Chord) -> Vec<Effect> {
    match state.overlay {
        Some(Overlay::Form(_)) if is_typing(state, chord) => typed(state, chord),
        None if chord.command() == Chord::letter('q') => act(state, Action::Global(GlobalAction::Leave)),
        Some(_) | None => Vec::new(),
    }
}
