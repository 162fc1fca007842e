//! A second Ctrl-C leaves only where it comes soon after the first.

use std::time::{Duration, Instant};

use crate::settings::keys::Chord;
use crate::tui::message::{Effect, Message};
use crate::tui::state::State;
use crate::tui::update::update;

/// How long the second is waited for.
const SOON: Duration = Duration::from_secs(2);

/// When it was asked whether to leave, where that stands.
#[derive(Debug, Default)]
pub(super) struct Leaving(Option<Instant>);

impl Leaving {
    /// Updates the state by a message; a late Ctrl-C is taken as a first one.
    pub(super) fn update(&mut self, state: &mut State, message: Message) -> Vec<Effect> {
        let is_pressed = matches!(message, Message::Key(chord) if chord == Chord::ctrl('c'));
        if is_pressed && self.0.take_if(|asked| asked.elapsed() > SOON).is_some() {
            state.is_leaving = false;
        }
        let effects = update(state, message);
        self.0 = state.is_leaving.then(|| self.0.unwrap_or_else(Instant::now));
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::workspace::Workspace;
    use crate::tui::look::Look;

    #[test]
    fn a_late_second_ctrl_c_is_a_first_one() {
        let pressed = || Message::Key(Chord::ctrl('c'));
        let today = Day::new(2027, 2, 11).unwrap();
        let mut state = State::new(Workspace::default(), None, today, Look::default());
        let mut leaving = Leaving::default();
        assert_eq!(leaving.update(&mut state, pressed()), []);
        leaving.0 = leaving.0.and_then(|asked| asked.checked_sub(SOON * 2));
        assert_eq!(leaving.update(&mut state, pressed()), []);
        assert_eq!(leaving.update(&mut state, pressed()), [Effect::Quit]);
    }
}
