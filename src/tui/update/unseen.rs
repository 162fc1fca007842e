//! What keys do while the terminal is too small to show it: next to nothing.

use ratatui::layout::{Position, Rect};

use crate::settings::actions::{Action, GlobalAction};
use crate::tui::fit::SizeClass;
use crate::tui::message::Effect;
use crate::tui::state::{Overlay, State};

/// Whether the terminal is too small to show what a key would do.
pub(super) fn is_so(state: &State) -> bool {
    SizeClass::of(Rect::from((Position::ORIGIN, state.size))) == SizeClass::TooSmall
}

/// A key nobody sees the effect of: one leaves, from a form as well, whose text waits for the next program; all else waits.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if action != Action::Global(GlobalAction::Leave) {
        return Vec::new();
    }
    let is_typed_into = state.overlay.as_ref().and_then(Overlay::form).is_some();
    // Behind the menu of the first run there is nothing to go back to.
    if is_typed_into || state.place.is_none() { vec![Effect::Quit] } else { super::act(state, action) }
}
