//! Waits for the terminal, signals and other threads in one call, as Unix can.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

use super::{Ending, Event, Input, read_terminal};
use crate::tui::terminal::{IS_HANDED_OVER, restore, size};

/// The signals that are listened to.
const SIGNALS: [i32; 6] = [SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH];

/// How long bytes that were not announced may take to be.
const ANNOUNCED: Duration = Duration::from_millis(20);

/// How long a terminal may take what gives it back, where the program is told to end a second time.
const LAST: Duration = Duration::from_millis(200);

/// Listens to everything that may wake the program.
pub(super) struct Sources {
    input: Input,
    /// Gets a byte for each signal and each wake.
    woken: UnixStream,
    wake: UnixStream,
    signals: Vec<Signal>,
    told: Arc<AtomicBool>,
    /// Whether the library has handed out all it read. It is asked for more only where there is more: of a terminal that has
    /// just gone it would read the end for ever.
    is_drained: bool,
}

/// Is a signal that may have come.
struct Signal {
    number: i32,
    has_come: Arc<AtomicBool>,
    handlers: Vec<SigId>,
}

/// Wakes the wait from another thread.
pub struct Waker {
    wake: UnixStream,
    told: Arc<AtomicBool>,
}

impl Waker {
    /// Lets the wait return [`Event::Woken`]; several calls before that count as one.
    pub fn wake(&self) {
        self.told.store(true, Ordering::SeqCst);
        // A full pipe wakes as well.
        let _ = (&self.wake).write(&[0]);
    }
}

impl Sources {
    pub(super) fn new(input: Input) -> io::Result<Self> {
        let (woken, wake) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        wake.set_nonblocking(true)?;
        let mut signals =
            SIGNALS.iter().map(|number| Signal::listen(*number, &wake)).collect::<io::Result<Vec<_>>>()?;
        end_at_the_second(&mut signals)?;
        Ok(Self { input, woken, wake, signals, told: Arc::default(), is_drained: true })
    }

    pub(super) fn waker(&self) -> io::Result<Waker> {
        Ok(Waker { wake: self.wake.try_clone()?, told: Arc::clone(&self.told) })
    }

    /// Returns the most urgent of what came beside the terminal.
    pub(super) fn signalled(&mut self) -> io::Result<Option<Event>> {
        let come = self.signals.iter().find(|signal| signal.has_come.swap(false, Ordering::SeqCst));
        match come.map(|signal| signal.number) {
            Some(SIGTSTP) => Ok(Some(Event::Suspend)),
            Some(SIGCONT) => Ok(Some(Event::Resumed)),
            Some(SIGWINCH) => Ok(Some(Event::Resize(size()?))),
            Some(number) => Ok(Some(Event::Ended(Ending::Signal(number)))),
            None if self.told.swap(false, Ordering::SeqCst) => Ok(Some(Event::Woken)),
            None => Ok(None),
        }
    }

    /// Returns the next event of the terminal, if it has one.
    pub(super) fn read(&mut self) -> io::Result<Option<Event>> {
        let has_input = match self.input_state(Duration::ZERO)? {
            InputState::Gone => return Ok(Some(Event::Ended(Ending::TerminalGone))),
            InputState::Waiting => true,
            InputState::Empty => false,
        };
        if self.input == Input::None || self.is_drained && !has_input {
            return Ok(None);
        }
        let mut event = read_terminal()?;
        if event.is_none() && has_input {
            announce_input()?;
            event = read_terminal()?;
        }
        self.is_drained = event.is_none();
        Ok(event)
    }

    /// Rests until something has come or the time is over.
    pub(super) fn rest(&mut self, time: Option<Duration>) -> io::Result<()> {
        self.look(time)?;
        let mut bytes = [0; 64];
        while self.woken.read(&mut bytes).is_ok_and(|count| count == bytes.len()) {}
        Ok(())
    }

    /// Drops what the terminal says until it has said what it is, or the time is over, or the program must end at once.
    pub(super) fn drain(&mut self, until: Instant) -> io::Result<()> {
        let mut heard = Vec::new();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || matches!(self.signalled()?, Some(Event::Ended(_))) {
                return Ok(());
            }
            self.rest(Some(left))?;
            match self.input_state(Duration::ZERO)? {
                InputState::Gone => return Ok(()),
                InputState::Empty => {}
                InputState::Waiting => {
                    let mut bytes = [0; 256];
                    let count = rustix::io::read(io::stdin(), &mut bytes)?;
                    heard.extend_from_slice(&bytes[..count]);
                    if count == 0 || says_what_it_is(&heard) {
                        return Ok(());
                    }
                    drop(heard.drain(..heard.len().saturating_sub(LONGEST_NAME)));
                }
            }
        }
    }

    pub(super) fn forget_signals(&mut self) {
        for signal in &self.signals {
            signal.has_come.store(false, Ordering::SeqCst);
        }
    }

    fn input_state(&self, time: Duration) -> io::Result<InputState> {
        let seen = self.look(Some(time))?;
        Ok(match seen {
            _ if seen.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) => InputState::Gone,
            _ if seen.contains(PollFlags::IN) => InputState::Waiting,
            _ => InputState::Empty,
        })
    }

    /// Waits for input and wakes, and returns what was seen of the input.
    fn look(&self, time: Option<Duration>) -> io::Result<PollFlags> {
        // A time too long to be written is no deadline.
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        let woken = PollFd::new(&self.woken, PollFlags::IN);
        let stdin = io::stdin();
        let mut both = [woken, PollFd::new(&stdin, PollFlags::IN)];
        let watched = if self.input == Input::Terminal { &mut both[..] } else { &mut both[..1] };
        match poll(watched, time.as_ref()) {
            Ok(_) => Ok(if watched.len() == 2 { watched[1].revents() } else { PollFlags::empty() }),
            Err(rustix::io::Errno::INTR) => Ok(PollFlags::empty()),
            Err(error) => Err(error.into()),
        }
    }
}

/// The most bytes in which a terminal says what it is.
const LONGEST_NAME: usize = 128;

/// Whether a terminal says among other bytes what it is: `ESC [ ? 64 ; 1 c`.
fn says_what_it_is(heard: &[u8]) -> bool {
    const HEAD: &[u8] = b"\x1b[?";
    let begins = (0..heard.len()).filter(|at| heard[*at..].starts_with(HEAD));
    let ends = |at: usize| {
        heard[at + HEAD.len()..].iter().find(|byte| !(byte.is_ascii_digit() || **byte == b';')) == Some(&b'c')
    };
    begins.into_iter().any(ends)
}

/// Says what the terminal has.
enum InputState {
    Empty,
    Waiting,
    Gone,
}

/// Lets bytes that were left in the terminal be announced again.
///
/// The library is told of new bytes only and reads 1024 at a time; setting the modes anew tells it once more.
fn announce_input() -> io::Result<()> {
    let stdin = io::stdin();
    let modes = tcgetattr(&stdin)?;
    tcsetattr(&stdin, OptionalActions::Now, &modes)?;
    crossterm::event::poll(ANNOUNCED)?;
    Ok(())
}

/// Lets a second request to end be carried out at once, as the program may be stuck: the terminal is given back, as far
/// as it takes anything. A third one waits for nothing.
fn end_at_the_second(signals: &mut [Signal]) -> io::Result<()> {
    let (mut told, tell) = UnixStream::pair()?;
    let (is_second, last) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    for signal in signals.iter_mut().filter(|signal| [SIGHUP, SIGTERM].contains(&signal.number)) {
        let (number, is_third) = (signal.number, Arc::clone(&is_second));
        signal.keep(signal_hook::flag::register_conditional_shutdown(number, 128 + number, is_third)?);
        let itself = usize::try_from(number).unwrap_or_default();
        signal.keep(signal_hook::flag::register_usize(number, Arc::clone(&last), itself)?);
        signal.keep(signal_hook::low_level::pipe::register(number, tell.try_clone()?)?);
    }
    let ends = move || {
        // Where nobody listens any more the other end is gone.
        if told.read_exact(&mut [0; 2]).is_ok() {
            is_second.store(true, Ordering::SeqCst);
            let (tell, told) = mpsc::channel();
            drop(thread::spawn(move || {
                restore();
                let _ = tell.send(());
            }));
            let _ = told.recv_timeout(LAST);
            let number = i32::try_from(last.load(Ordering::SeqCst)).unwrap_or(SIGTERM);
            std::process::exit(128 + number);
        }
    };
    thread::Builder::new().spawn(ends).map(drop)
}

impl Signal {
    fn listen(number: i32, wake: &UnixStream) -> io::Result<Self> {
        let mut signal = Self { number, has_come: Arc::default(), handlers: Vec::new() };
        if number == SIGTSTP {
            // While an editor has the terminal, stopping means both.
            let is_away = Arc::clone(&IS_HANDED_OVER);
            signal.keep(signal_hook::flag::register_conditional_default(number, is_away)?);
        }
        signal.keep(signal_hook::flag::register(number, Arc::clone(&signal.has_come))?);
        signal.keep(signal_hook::low_level::pipe::register(number, wake.try_clone()?)?);
        Ok(signal)
    }

    fn keep(&mut self, handler: SigId) {
        self.handlers.push(handler);
    }
}

impl Drop for Signal {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_is_is_found_among_what_else_it_says() {
        for said in ["\x1b[?6c", "q\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?64;1;22c", "\x1b[\x1b[?1;2cq"] {
            assert!(says_what_it_is(said.as_bytes()), "{said:?}");
        }
        for said in ["", "c", "\x1b[?64;1", "\x1b[c", "\x1b[?2026;2$y", "\x1b]11;rgb:cccc/cccc/cccc\x07"] {
            assert!(!says_what_it_is(said.as_bytes()), "{said:?}");
        }
    }

    #[test]
    fn a_signal_wakes_the_wait_until_it_is_forgotten() {
        let mut sources = Sources::new(Input::None).unwrap();
        signal_hook::low_level::raise(SIGCONT).unwrap();
        sources.rest(None).unwrap();
        assert_eq!(sources.signalled().unwrap(), Some(Event::Resumed));
        signal_hook::low_level::raise(SIGCONT).unwrap();
        sources.forget_signals();
        assert_eq!(sources.signalled().unwrap(), None);
    }
}
