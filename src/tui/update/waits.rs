//! What waits until all of a team has been read, and what only looks around and waits for nothing.

use super::{command, meaning};
use crate::settings::actions::{Action, Context, GlobalAction};
use crate::settings::keymap::Meaning;
use crate::tui::event::{Event, MouseAct};
use crate::tui::finder::Scope;
use crate::tui::state::{Overlay, State};

/// Whether something may be decided on what happened, for which all of a team must have been read; keys that only look
/// around never wait for it.
#[must_use]
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
    use ratatui::layout::Position;

    use super::*;
    use crate::domain::workspace::Workspace;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::settings::keys::sequence;
    use crate::tui::event::Mouse;
    use crate::tui::finder;
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
