//! What a key does: what it means where it is pressed, whether that waits until all of a team has been read, and what is said
//! where it means nothing. While the terminal is too small to show it, it does next to nothing.

use ratatui::layout::{Position, Rect};

use super::act;
use crate::settings::actions::{Action, Context, FinderAction, FormAction, GlobalAction, ScreenName};
use crate::settings::keymap::Meaning;
use crate::settings::keys::Chord;
use crate::tui::event::{Event, MouseAct};
use crate::tui::finder::{self, Scope};
use crate::tui::fit::SizeClass;
use crate::tui::message::Effect;
use crate::tui::screens::Listed;
use crate::tui::state::{Overlay, State, Status, Tone};
use crate::tui::widgets::Typed;
use crate::tui::{actions, forms, matches, menu, room, said};
use crate::words::lists;
use crate::words::notices as words;

/// Does what a key means.
pub(super) fn key(state: &mut State, chord: Chord) -> Vec<Effect> {
    if let Some(room) = &mut state.room {
        room.pressed = chord.to_string();
    }
    if chord == Chord::ctrl('c') {
        return interrupt(state);
    }
    let is_unseen = is_unseen(state);
    // Where nothing is shown nothing is typed: a key means what it does on the screen behind.
    let context = if is_unseen { Context::Screen(state.screen) } else { Context::of(state) };
    let command = command(state, context, chord);
    let meaning = meaning(state, context, command);
    if meaning == Meaning::Nothing {
        state.listed = Listed::default();
    }
    let leaves = [Meaning::Does(Action::Global(GlobalAction::Leave)), Meaning::Begins];
    state.is_leaving = state.is_leaving && (leaves.contains(&meaning) || menu::quits(state, chord));
    // An arrow leaves a text of several lines only where that ends.
    if context == Context::Form && forms::go_row(state, chord) {
        return Vec::new();
    }
    if !is_unseen && let Some(effects) = room::first_number(state, chord) {
        return effects;
    }
    match meaning {
        Meaning::Begins => state.begun.push(command),
        Meaning::Does(action) => {
            state.begun.clear();
            return if is_unseen { act_unseen(state, action) } else { act(state, action) };
        }
        Meaning::Nothing if !state.begun.is_empty() => state.begun.clear(),
        Meaning::Nothing if is_unseen => {}
        Meaning::Nothing => return typed(state, chord),
    }
    Vec::new()
}

/// What a key means: first to what was said just now, then to the matches while they stand.
fn meaning(state: &State, context: Context, command: Chord) -> Meaning {
    if said::stands(state, context)
        && let Meaning::Does(action) = state.keymap.meaning(Context::Said, &[], command)
        && actions::enabled(state, action).is_ok()
    {
        return Meaning::Does(action);
    }
    let is_walked = state.begun.is_empty() && matches!(context, Context::Screen(_)) && matches::stands(state);
    let first = is_walked.then(|| state.keymap.meaning(Context::Matches, &[], command));
    match first {
        Some(meaning @ (Meaning::Does(_) | Meaning::Begins)) => meaning,
        Some(Meaning::Nothing) | None => state.keymap.meaning(context, &state.begun, command),
    }
}

/// The key as a command is told by it; where it writes a letter no other layout's letter is read into it.
fn command(state: &State, context: Context, chord: Chord) -> Chord {
    let is_typing = matches!(context, Context::Form | Context::Finder) && chord.text().is_some();
    if is_typing { chord } else { state.keymap.heard(chord) }
}

fn typed(state: &mut State, chord: Chord) -> Vec<Effect> {
    let is_in_session = state.shown_room().is_some();
    match &mut state.overlay {
        Some(Overlay::Form(form)) => {
            if forms::press(form, chord) == Typed::Changed {
                state.status = None;
                forms::follow(state);
            }
        }
        Some(Overlay::Finder(_)) => finder::press(state, chord),
        Some(Overlay::Menu(_)) => return menu::press(state, chord),
        None if is_in_session => return room::press(state, chord),
        None => say_idle(state, chord),
    }
    Vec::new()
}

/// Ctrl-C: the first closes what is open and says so, the second leaves.
fn interrupt(state: &mut State) -> Vec<Effect> {
    if state.is_leaving {
        return vec![Effect::Quit];
    }
    state.is_leaving = true;
    state.begun.clear();
    match state.overlay {
        Some(Overlay::Form(_)) => {
            forms::update(state, FormAction::Leave);
            if let Some(Status { says, left: Some(left), .. }) = state.status.take() {
                state.say_left(words::press_ctrl_c_again_to_leave(says), left);
                return Vec::new();
            }
        }
        Some(Overlay::Finder(_)) => {
            finder::update(state, FinderAction::Leave);
        }
        Some(Overlay::Menu(_)) if state.place.is_some() => menu::leave(state),
        Some(Overlay::Menu(_)) | None => {}
    }
    state.say(Tone::Note, words::PRESS_CTRL_C_AGAIN_TO_LEAVE);
    Vec::new()
}

/// Says that a key does nothing on the open screen; where a form was left just now, what becomes of it still stands there.
fn say_idle(state: &mut State, chord: Chord) {
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
            [] => lists::does_nothing(chord, here, state.keymap.key(GlobalAction::Help)),
            others => lists::is_a_key_of(chord, others.join(", "), here),
        },
    );
}

/// Whether the terminal is too small to show what a key would do.
pub(super) fn is_unseen(state: &State) -> bool {
    SizeClass::of(Rect::from((Position::ORIGIN, state.size))) == SizeClass::TooSmall
}

/// A key nobody sees the effect of: one leaves, from a form as well, whose text waits for the next program; all else waits.
fn act_unseen(state: &mut State, action: Action) -> Vec<Effect> {
    if action != Action::Global(GlobalAction::Leave) {
        return Vec::new();
    }
    let is_typed_into = state.overlay.as_ref().and_then(Overlay::form).is_some();
    // Behind the menu of the first run there is nothing to go back to.
    if is_typed_into || state.place.is_none() { vec![Effect::Quit] } else { act(state, action) }
}

/// Whether something may be decided on what happened, for which all of a team must have been read; keys that only look
/// around never wait for it.
pub fn decides(state: &State, event: &Event) -> bool {
    let chord = match event {
        Event::Key(chord) => *chord,
        Event::Mouse(mouse) => return mouse.act == MouseAct::Click,
        Event::Paste(_) => return true,
        Event::Resize(_)
        | Event::Ground(_)
        | Event::Tick
        | Event::Focused
        | Event::Woken
        | Event::Suspend
        | Event::Resumed
        | Event::Ended(_) => return false,
    };
    let context = Context::of(state);
    match meaning(state, context, command(state, context, chord)) {
        Meaning::Begins | Meaning::Does(Action::List(_)) => false,
        Meaning::Does(Action::Global(action)) => !only_looks(action),
        Meaning::Does(_) => true,
        Meaning::Nothing => match &state.overlay {
            // What is typed into a filter chooses among the rows that are there.
            Some(Overlay::Finder(finder)) if finder.scope == Scope::Filter => false,
            Some(_) => true,
            None => state.room.is_some(),
        },
    }
}

/// Whether an action of every screen shows something and does nothing.
fn only_looks(action: GlobalAction) -> bool {
    use GlobalAction::{Back, Filter, Go, Guide, Leave, NextScreen, Repaint, ScreenBefore};
    matches!(action, Back | Filter | Go(_) | Guide | Leave | NextScreen | Repaint | ScreenBefore)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workspace::Workspace;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::settings::keys::sequence;
    use crate::tui::event::Mouse;
    use crate::tui::glyphs::Glyphs;
    use crate::tui::look::Look;

    #[test]
    fn what_only_looks_around_waits_for_no_file_and_what_may_decide_does() {
        let look = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        let day = crate::domain::day::Day::new(2027, 2, 11).unwrap();
        let state = State::new(Workspace::default(), None, day, look);
        let key = |text: &str| decides(&state, &Event::Key(sequence(text).unwrap()[0]));
        for looks in ["j", "k", "down", "end", "g", "5", "]", "w", "q", "/"] {
            assert!(!key(looks), "{looks}");
        }
        for may_decide in ["n", "d", "u", "T", ":", "enter"] {
            assert!(key(may_decide), "{may_decide}");
        }
        let mut filtered = state.clone();
        finder::open(&mut filtered, Scope::Filter);
        let typed = |text: &str| decides(&filtered, &Event::Key(sequence(text).unwrap()[0]));
        assert!(!typed("t") && typed("enter"), "a filter is typed at once, what it is kept for waits");
        let mouse = |act| decides(&state, &Event::Mouse(Mouse { place: Position::ORIGIN, act }));
        assert!(mouse(MouseAct::Click) && !mouse(MouseAct::WheelDown));
    }
}
