//! Looks at the terminal and at other threads by turns, where one call cannot wait for both.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::{Event, Input, read_terminal};

/// How long another thread may have to wait until it is heard.
const TURN: Duration = Duration::from_millis(250);

/// Listens to everything that may wake the program.
pub(super) struct Sources {
    input: Input,
    told: Arc<AtomicBool>,
}

/// Wakes the wait from another thread.
pub struct Waker {
    told: Arc<AtomicBool>,
}

impl Waker {
    /// Lets the wait return [`Event::Woken`]; several calls before that count as one.
    pub fn wake(&self) {
        self.told.store(true, Ordering::SeqCst);
    }
}

impl Sources {
    #[expect(clippy::unnecessary_wraps, reason = "other systems may refuse")]
    pub(super) fn new(input: Input) -> io::Result<Self> {
        Ok(Self { input, told: Arc::default() })
    }

    #[expect(clippy::unnecessary_wraps, reason = "other systems may refuse")]
    pub(super) fn waker(&self) -> io::Result<Waker> {
        Ok(Waker { told: Arc::clone(&self.told) })
    }

    #[expect(clippy::unnecessary_wraps, reason = "other systems may refuse")]
    pub(super) fn signalled(&mut self) -> io::Result<Option<Event>> {
        Ok(self.told.swap(false, Ordering::SeqCst).then_some(Event::Woken))
    }

    pub(super) fn read(&mut self) -> io::Result<Option<Event>> {
        if self.input == Input::None { Ok(None) } else { read_terminal() }
    }

    /// Rests until the terminal has something, a turn or the time is over.
    pub(super) fn rest(&mut self, time: Option<Duration>) -> io::Result<()> {
        let time = time.map_or(TURN, |time| time.min(TURN));
        match self.input {
            Input::Terminal => crossterm::event::poll(time).map(|_| ()),
            Input::None => {
                std::thread::yield_now();
                Ok(())
            }
        }
    }

    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "no terminal is asked anything here")]
    pub(super) fn drain(&mut self, _: Instant) -> io::Result<()> {
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "other systems have signals")]
    pub(super) fn forget_signals(&mut self) {}
}
