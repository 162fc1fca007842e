//! What keys do while the terminal is too small to show it: next to nothing.

use ratatui::layout::{Position, Rect};

use super::act;
use crate::settings::actions::{Action, GlobalAction};
use crate::settings::keys::Chord;
use crate::tui::fit::SizeClass;
use crate::tui::message::Effect;
use crate::tui::state::{Overlay, State};

/// Whether the terminal is too small to show what a key would do.
pub(super) fn is_so(state: &State) -> bool {
    SizeClass::of(Rect::from((Position::ORIGIN, state.size))) == SizeClass::TooSmall
}

/// A key nobody sees the effect of: `q` leaves, from a form as well, whose text waits for the next program; all else waits.
pub(super) fn press(state: &mut State, chord: Chord) -> Vec<Effect> {
    let is_leave = chord.command() == Chord::letter('q');
    match state.overlay {
        None if is_leave => act(state, Action::Global(GlobalAction::Leave)),
        Some(Overlay::Form(_)) if is_leave => vec![Effect::Quit],
        Some(_) | None => Vec::new(),
    }
}
