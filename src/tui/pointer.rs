//! What the pointer does: a click selects a row and opens one that is selected, and the wheel turns what lies under it.

use crossterm::event::KeyCode;

use super::actions;
use super::finder;
use super::forms;
use super::list;
use super::menu;
use super::message::{Effect, Hit};
use super::room;
use super::state::{Overlay, Pane, State};
use super::target::Target;
use super::update::act;
use crate::settings::actions::{Action, Context, FormAction, RoomAction};
use crate::settings::keymap::Meaning;
use crate::settings::keys::Chord;

/// Does what was clicked.
pub fn click(state: &mut State, hit: Hit) -> Vec<Effect> {
    state.is_leaving = false;
    match hit {
        Hit::Does(action) => return act(state, action),
        Hit::Row(target) => return click_row(state, target),
        Hit::Fold(target) => list::turn_fold(state, target),
        Hit::Pane(pane) => {
            if state.overlay.is_none() && state.list().pane != pane {
                list::turn_to(state, pane);
            }
        }
        Hit::Field(at) => {
            if let Some(Overlay::Form(form)) = &mut state.overlay {
                forms::click(form, at);
            }
        }
        Hit::Word(at, word) => {
            if let Some(Overlay::Form(form)) = &mut state.overlay {
                forms::choose(form, at, word);
            }
        }
        Hit::Offer(letter) => return room::take(state, letter),
        Hit::MenuLine(at) => return menu::take(state, at),
        Hit::FinderLine(at) => return finder::click(state, at),
    }
    Vec::new()
}

/// Selects a row; one that is selected and has the keys is opened, as Enter opens it.
fn click_row(state: &mut State, target: Target) -> Vec<Effect> {
    if state.overlay.is_some() {
        return Vec::new();
    }
    let is_open_to_keys = state.list().pane == Pane::List;
    let is_selected = list::selected(state).as_ref() == Some(&target);
    if is_selected && is_open_to_keys {
        let enter = state.keymap.meaning(Context::Screen(state.screen), &[], Chord::plain(KeyCode::Enter));
        return match enter {
            Meaning::Does(action) => act(state, action),
            Meaning::Begins | Meaning::Nothing => Vec::new(),
        };
    }
    list::select(state, target);
    if !is_open_to_keys {
        list::turn_to(state, Pane::List);
    }
    Vec::new()
}

/// Turns what lies under the pointer so many rows down.
pub fn wheel(state: &mut State, rows: i32, over: Option<Pane>) {
    let is_in_session = state.shown_room().is_some();
    match &mut state.overlay {
        Some(Overlay::Menu(menu)) => menu.at = list::moved(menu.at, rows, menu.answers.len()),
        Some(Overlay::Finder(_)) => finder::step(state, rows),
        Some(Overlay::Form(form)) if over == Some(Pane::List) => {
            let at = list::moved(form.focus, rows, form.entries.len());
            forms::go_to(state, at);
        }
        Some(Overlay::Form(_)) => {
            let action = if rows > 0 { FormAction::ScrollDown } else { FormAction::ScrollUp };
            act_quietly(state, Action::Form(action));
        }
        None if is_in_session => {
            let action = if rows > 0 { RoomAction::Down } else { RoomAction::Up };
            act_quietly(state, Action::Room(action));
        }
        None => list::turn_wheel(state, over.unwrap_or(state.list().pane), rows),
    }
}

/// Does an action where it can be done; that it cannot needs no words.
fn act_quietly(state: &mut State, action: Action) {
    if actions::enabled(state, action).is_ok() {
        act(state, action);
    }
}
