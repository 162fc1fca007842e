//! The click that brings the terminal back to the front only does that: it does nothing on the screen.

use std::time::{Duration, Instant};

use super::{Event, MouseAct};

/// How long after the terminal came to the front a click is the one that brought it there; nobody clicks twice in it.
const SAME: Duration = Duration::from_millis(100);

/// Knows when the terminal came to the front, where it says so.
#[derive(Debug, Default)]
pub(super) struct Focus {
    came: Option<Instant>,
}

impl Focus {
    /// Whether an event is for the program.
    pub(super) fn lets(&mut self, event: &Event, now: Instant) -> bool {
        match event {
            Event::Focused => {
                self.came = Some(now);
                false
            }
            Event::Mouse(mouse) if mouse.act == MouseAct::Click => {
                self.came.take().is_none_or(|came| came + SAME <= now)
            }
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Mouse;
    use super::*;
    use ratatui::layout::Position;

    #[test]
    fn the_click_that_brings_the_focus_back_only_focuses() {
        let now = Instant::now();
        let click = Event::Mouse(Mouse { place: Position::ORIGIN, act: MouseAct::Click });
        let mut focus = Focus::default();
        assert!(focus.lets(&click, now));
        assert!(!focus.lets(&Event::Focused, now));
        assert!(!focus.lets(&click, now), "the click behind it");
        assert!(focus.lets(&click, now), "the next one");
        focus.lets(&Event::Focused, now);
        assert!(focus.lets(&click, now + SAME), "one that comes later is meant");
    }
}
