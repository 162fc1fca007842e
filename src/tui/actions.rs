//! Whether something can be done now: the one answer for key, footer, help and palette.

use super::finder;
use super::forms;
use super::global;
use super::list;
use super::matches;
use super::menu;
use super::room;
use super::said;
use super::screens;
use super::state::{Overlay, State, Tone};
use crate::settings::actions::{
    Action, Context, FinderAction, FormAction, GlobalAction, MenuAction, RoomAction, ScreenAction, setting,
};
use crate::words::room as words;

/// Whether an action can be done now; else why not, in words for the help.
pub type Enabled = Result<(), String>;

/// That something can be done where it fits, or why not.
///
/// # Errors
/// It does not fit.
pub fn only(fits: bool, says: &str) -> Enabled {
    if fits { Ok(()) } else { Err(says.to_owned()) }
}

impl Context {
    /// Where keys go in a state.
    pub fn of(state: &State) -> Self {
        match state.overlay {
            Some(Overlay::Form(_)) => Self::Form,
            Some(Overlay::Menu(_)) => Self::Menu,
            Some(Overlay::Finder(_)) => Self::Finder,
            None if state.shown_room().is_some() => Self::Room,
            None => Self::Screen(state.screen),
        }
    }
}

/// Tells whether an action can be done now, and if not, why: the one answer for key, footer, help and palette.
///
/// # Errors
/// The reason, in words.
pub fn enabled(state: &State, action: Action) -> Enabled {
    let is_of_the_desk = matches!(action, Action::List(_) | Action::Matches(_) | Action::Screen(_));
    if is_of_the_desk && state.shown_room().is_some() {
        return Err(words::IT_IS_DONE_AT_THE_DESK.to_owned());
    }
    match action {
        Action::Global(action) => global::enabled(state, action),
        Action::List(action) => list::enabled(state, action),
        Action::Matches(action) => matches::enabled(state, action),
        Action::Said(action) => said::enabled(state, action),
        Action::Screen(action) => screens::enabled(state, action),
        Action::Room(action) => room::enabled(state, action),
        Action::Form(action) => forms::enabled(state, action),
        Action::Menu(action) => menu::enabled(state, action),
        Action::Finder(action) => finder::enabled(state, action),
    }
}

/// How it is meant that an action cannot be done now: that there is nothing further on is nothing wrong.
pub fn meant(action: Action) -> Tone {
    match action {
        Action::Global(GlobalAction::Back)
        | Action::Menu(MenuAction::Leave | MenuAction::First | MenuAction::Last)
        | Action::Finder(FinderAction::PageUp | FinderAction::PageDown)
        | Action::Room(RoomAction::Up | RoomAction::Down | RoomAction::Top | RoomAction::End)
        | Action::Screen(ScreenAction::Setting(setting::Action::Up | setting::Action::Down))
        | Action::Form(
            FormAction::ScrollUp | FormAction::ScrollDown | FormAction::Next | FormAction::Before,
        ) => Tone::Note,
        _ => Tone::Stop,
    }
}
