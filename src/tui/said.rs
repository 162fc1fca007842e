//! What can be done about what was said just now, before anything else: the details of an error, the form that was left with
//! its draft. Any other key means what it always means, and lets both go.

use super::actions::{Enabled, only};
use super::finder::{self, Scope};
use super::fit;
use super::forms;
use super::menu;
use super::message::Effect;
use super::room::Room;
use super::state::{Left, State, Status, Tone};
use super::view;
use crate::settings::actions::{Context, SaidAction};
use crate::words::forms as drafts;
use crate::words::lists as words;

/// Whether what was said can be answered in a place: nothing lies over it, and no sequence of keys is begun.
pub fn stands(state: &State, context: Context) -> bool {
    let is_large = state.shown_room().is_some_and(Room::is_presented);
    let is_there = matches!(context, Context::Screen(_)) || context == Context::Room && !is_large;
    is_there && state.overlay.is_none() && state.begun.is_empty()
}

/// Tells whether it can be done now.
///
/// # Errors
/// Nothing of the kind was said just now.
pub fn enabled(state: &State, action: SaidAction) -> Enabled {
    let status = state.status.as_ref();
    match action {
        SaidAction::Details => only(status.is_some_and(|said| has_more(state, said)), words::NO_ERROR_STANDS),
        SaidAction::Reopen | SaidAction::Drop => {
            only(status.is_some_and(|said| said.left.is_some()), words::NO_FORM_WAS_LEFT)
        }
    }
}

/// Whether there is more to say of an error than stands above the footer: why it happened, or what had no room there.
fn has_more(state: &State, said: &Status) -> bool {
    let is_cut =
        || fit::wrap(&said.says, usize::from(state.size.width).saturating_sub(2)).len() > view::MOST_STATUS;
    match said.tone {
        Tone::Done | Tone::Saved | Tone::Note => false,
        Tone::Danger => true,
        Tone::Stop => !said.more.is_empty() || is_cut(),
    }
}

/// Does an action.
pub fn update(state: &mut State, action: SaidAction) -> Vec<Effect> {
    if action == SaidAction::Details {
        finder::open(state, Scope::Details);
        return Vec::new();
    }
    let subject = match state.status.take().and_then(|said| said.left) {
        Some(Left::Form(subject)) => subject,
        Some(Left::Before) => {
            let all = forms::kept::menu(state);
            return menu::open(state, all);
        }
        None => return Vec::new(),
    };
    if action == SaidAction::Reopen {
        return forms::open(state, subject);
    }
    forms::kept::drop_draft(state, &subject);
    state.say(Tone::Done, drafts::DRAFT_DROPPED);
    Vec::new()
}
