//! What may happen next, and the one place that waits for it.
//!
//! The wait sleeps until the terminal, a signal or a [`Waker`] has something, or until the deadline: without a
//! deadline an idle program is never woken.

#[cfg(unix)]
mod at_once;
#[cfg(not(unix))]
mod by_turns;
mod focus;
mod ground;

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self as terminal, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};

use crate::settings::colours::Ground;
use crate::settings::keys::Chord;
#[cfg(unix)]
use at_once::Sources;
#[cfg(unix)]
pub use at_once::Waker;
#[cfg(not(unix))]
use by_turns::Sources;
#[cfg(not(unix))]
pub use by_turns::Waker;
use focus::Focus;
use ground::Ear;

/// Says where keys come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Input {
    /// The terminal.
    Terminal,
    /// Nowhere, as in tests.
    None,
}

/// Is something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed; a command listens to its [`Chord::command`], a text field to the chord itself.
    Key(Chord),
    /// A text was pasted; it never means keys.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// The mouse was used.
    Mouse(Mouse),
    /// The terminal has said what its ground is.
    Ground(Ground),
    /// The terminal came to the front; it is taken out on the way.
    Focused,
    /// The deadline has passed.
    Tick,
    /// A [`Waker`] says that another thread has something: the files have changed, or more of them is read.
    Woken,
    /// Another program asks this one to suspend.
    Suspend,
    /// The shell continued the program: the terminal's modes must be entered again.
    Resumed,
    /// The program must end now: drafts are to be kept and nothing is to be asked.
    Ended(Ending),
}

/// Says why the program must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A signal asked for it, given by its number.
    Signal(i32),
    /// The terminal has gone.
    TerminalGone,
}

impl Ending {
    /// Returns the exit code that tells a shell why.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Signal(number) => u8::try_from(128 + number).unwrap_or(1),
            // What a shell reports for a terminal that hung up.
            Self::TerminalGone => 129,
        }
    }
}

/// Is a use of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// The cell under the pointer.
    pub place: Position,
    /// What was done there.
    pub act: MouseAct,
}

/// Names what can be done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAct {
    /// The first button was pressed.
    Click,
    /// The wheel was turned away.
    WheelUp,
    /// The wheel was turned near.
    WheelDown,
}

/// Waits for all that may happen; there is one for the program.
pub struct Events {
    sources: Sources,
    ear: Ear,
    focus: Focus,
}

impl Events {
    /// Begins to listen to the terminal and to signals.
    ///
    /// # Errors
    ///
    /// Says that the system gave no pipe or no signal handler.
    pub fn new() -> io::Result<Self> {
        Ok(Self { sources: Sources::new(Input::Terminal)?, ear: Ear::default(), focus: Focus::default() })
    }

    /// Listens from now on for what the terminal says its ground is, among the keys.
    pub fn listen_for_ground(&mut self) {
        self.ear.ask(Instant::now());
    }

    /// Returns the ground where the terminal has said it already; what else has come is kept for the wait.
    ///
    /// # Errors
    ///
    /// As [`Events::wait`].
    pub fn ground(&mut self) -> io::Result<Option<Ground>> {
        let mut ground = None;
        let mut others = Vec::new();
        while let Some(event) = self.ready()? {
            let is_end = matches!(event, Event::Ended(_));
            match event {
                Event::Ground(said) => ground = Some(said),
                event => others.push(event),
            }
            if is_end {
                self.ear.give_up();
                break;
            }
        }
        for event in others {
            self.ear.put_back(event);
        }
        Ok(ground)
    }

    /// Waits a moment for an answer that is still on its way, so that no other program reads it as keys.
    ///
    /// # Errors
    ///
    /// As [`Events::wait`].
    pub fn hear_out(&mut self) -> io::Result<()> {
        let Some(until) = self.ear.until(Instant::now()) else { return Ok(()) };
        self.ground()?;
        while self.ear.is_waiting() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                self.ear.give_up();
            } else {
                self.sources.rest(Some(left))?;
                self.ground()?;
            }
        }
        Ok(())
    }

    /// Waits for an answer that is still on its way when the program ends, so that the shell does not read it as keys: the
    /// terminal is asked what it is, which every one answers, and after all it was asked before.
    ///
    /// # Errors
    ///
    /// As [`Events::wait`].
    pub fn hear_last(&mut self, ask: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let Some(until) = self.ear.until_last(Instant::now()) else { return Ok(()) };
        self.ground()?;
        if self.ear.is_waiting() {
            ask()?;
            self.sources.drain(until)?;
        }
        Ok(())
    }

    /// Returns what wakes the wait from another thread, such as one that watches a folder.
    ///
    /// # Errors
    ///
    /// Says that the system gave no further handle.
    pub fn waker(&self) -> io::Result<Waker> {
        self.sources.waker()
    }

    /// Waits until something happens or the deadline passes.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be read.
    pub fn wait(&mut self, deadline: Option<Instant>) -> io::Result<Event> {
        loop {
            if let Some(event) = self.ready()? {
                return Ok(event);
            }
            let left = |deadline: Instant| deadline.saturating_duration_since(Instant::now());
            if deadline.is_some_and(|deadline| left(deadline).is_zero()) {
                return Ok(Event::Tick);
            }
            self.sources.rest(deadline.into_iter().chain(self.ear.wakes_at()).min().map(left))?;
        }
    }

    /// Returns what has happened already, if anything has.
    ///
    /// # Errors
    ///
    /// As [`Events::wait`].
    pub fn ready(&mut self) -> io::Result<Option<Event>> {
        if let Some(event) = self.sources.signalled()? {
            return Ok(Some(event));
        }
        loop {
            if let Some(event) = self.ear.pass(Instant::now()) {
                return Ok(Some(event));
            }
            match self.sources.read()? {
                Some(event) => self.hear(event, Instant::now()),
                None => return Ok(None),
            }
        }
    }

    /// Takes in what the terminal has.
    fn hear(&mut self, event: Event, now: Instant) {
        if self.focus.lets(&event, now) {
            self.ear.hear(event, now);
        }
    }

    /// Forgets the signals that came while another program had the terminal: they were meant for that one.
    pub fn forget_signals(&mut self) {
        self.sources.forget_signals();
    }
}

/// Reads all that the terminal has until one of it is an event.
fn read_terminal() -> io::Result<Option<Event>> {
    while terminal::poll(Duration::ZERO)? {
        if let Some(event) = translated(terminal::read()?) {
            return Ok(Some(event));
        }
    }
    Ok(None)
}

/// A pasted text with its lines ended as in files: most terminals send what Enter would, a carriage return.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns what an event of the terminal means, if it means anything.
fn translated(event: terminal::Event) -> Option<Event> {
    match event {
        terminal::Event::Key(key) => Chord::from_event(key).map(Event::Key),
        terminal::Event::Paste(text) => Some(Event::Paste(with_line_feeds(&text))),
        terminal::Event::Resize(width, height) => Some(Event::Resize(Size::new(width, height))),
        terminal::Event::Mouse(mouse) => clicked(mouse).map(Event::Mouse),
        terminal::Event::FocusGained => Some(Event::Focused),
        terminal::Event::FocusLost => None,
    }
}

fn clicked(mouse: MouseEvent) -> Option<Mouse> {
    let act = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAct::Click,
        MouseEventKind::ScrollUp => MouseAct::WheelUp,
        MouseEventKind::ScrollDown => MouseAct::WheelDown,
        MouseEventKind::Down(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => return None,
    };
    Some(Mouse { place: Position::new(mouse.column, mouse.row), act })
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::*;

    fn events() -> Events {
        Events { sources: Sources::new(Input::None).unwrap(), ear: Ear::default(), focus: Focus::default() }
    }

    #[test]
    fn a_deadline_that_passes_is_a_tick() {
        let mut events = events();
        assert_eq!(events.wait(Some(Instant::now())).unwrap(), Event::Tick);
        let deadline = Instant::now() + Duration::from_millis(20);
        while events.wait(Some(deadline)).unwrap() != Event::Tick {}
        assert!(Instant::now() >= deadline);
    }

    #[test]
    fn another_thread_wakes_the_wait_and_is_heard_once() {
        let mut events = events();
        let waker = events.waker().unwrap();
        let watch = std::thread::spawn(move || (0..3).for_each(|_| waker.wake()));
        assert_eq!(events.wait(None).unwrap(), Event::Woken);
        watch.join().unwrap();
        while events.wait(Some(Instant::now())).unwrap() != Event::Tick {}
    }

    #[test]
    fn only_clicks_and_the_wheel_count() {
        let mouse = |kind| clicked(MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE });
        let click = mouse(MouseEventKind::Down(MouseButton::Left));
        assert_eq!(click, Some(Mouse { place: Position::new(3, 4), act: MouseAct::Click }));
        assert_eq!(mouse(MouseEventKind::Moved), None);
        assert_eq!(mouse(MouseEventKind::Down(MouseButton::Right)), None);
    }

    #[test]
    fn a_key_that_is_let_go_is_no_event() {
        let key = |kind| KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, kind);
        assert_eq!(translated(terminal::Event::Key(key(KeyEventKind::Release))), None);
        let pressed = translated(terminal::Event::Key(key(KeyEventKind::Press)));
        assert_eq!(pressed, Some(Event::Key(Chord::plain(KeyCode::Enter))));
    }

    #[test]
    fn a_signal_is_told_to_the_shell() {
        assert_eq!(Ending::Signal(15).exit_code(), 143);
        assert_eq!(Ending::Signal(2).exit_code(), 130);
    }
}
