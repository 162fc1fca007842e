//! The terminal: entered and left in one place, drawn to one frame at a time, handed over and taken back.
//!
//! A frame is collected whole (`Page`) and written at once. The terminal is never asked where its cursor is. However the
//! program ends, [`restore`] has given the terminal back.

use std::fmt;
use std::io::{self, IsTerminal};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{Command, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::page::Page;
use super::theme::settle;
use crate::settings::colours::Depth;
use crate::settings::config::Mouse;
use crate::words::notices as words;

/// Whether the terminal is in our modes now.
static IS_ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal, so that a signal to stop is meant for both.
pub(super) static IS_HANDED_OVER: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Is the terminal while the screens are open; dropping it gives the terminal back.
pub struct Console {
    page: Page,
    mouse: Mouse,
    depth: Depth,
}

impl Console {
    /// Enters the terminal: raw mode, a screen of its own, pastes marked as such.
    ///
    /// # Errors
    ///
    /// Says that there is no terminal, before anything was written, or that it could not be written to.
    pub fn enter(mouse: Mouse, depth: Depth) -> io::Result<Self> {
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return Err(io::Error::new(io::ErrorKind::NotConnected, words::THE_SCREENS_NEED_A_TERMINAL));
        }
        enter_modes(mouse)?;
        Ok(Self { page: Page::default(), mouse, depth })
    }

    /// Draws one frame and writes what differs from the one before; the drawing says where the terminal's cursor belongs.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to, or does not tell its size: it is gone or its pipe is full.
    pub fn draw(&mut self, view: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let bytes = self.page.turn(Rect::from((Position::ORIGIN, size()?)), |buffer| {
            let cursor = view(buffer);
            settle(buffer, self.depth);
            cursor
        });
        if bytes.is_empty() { Ok(()) } else { write(bytes.as_bytes()) }
    }

    /// Lets the next frame be written whole, as after Ctrl-L.
    pub fn repaint(&mut self) {
        self.page.forget();
    }

    /// Changes the colours from the next frame on.
    pub fn set_depth(&mut self, depth: Depth) {
        self.depth = depth;
    }

    /// Asks for the mouse or leaves it to the terminal, at once.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to.
    pub fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        self.mouse = mouse;
        let mut bytes = Vec::new();
        queue!(bytes, Clicks(mouse))?;
        write(&bytes)
    }

    /// Tells who has the mouse.
    pub fn mouse(&self) -> Mouse {
        self.mouse
    }

    /// Hands a text to the clipboard of the terminal, over ssh as well (OSC 52).
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, CopyToClipboard::to_clipboard_from(text))?;
        write(&bytes)
    }

    /// Asks the terminal what its ground is (OSC 11); the answer comes among the keys, if it comes.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to.
    pub fn ask_ground(&mut self) -> io::Result<()> {
        write(b"\x1b]11;?\x07")
    }

    /// Asks the terminal what it is (DA1): its answer comes after those to all that it was asked before.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to.
    pub fn ask_name(&mut self) -> io::Result<()> {
        write(b"\x1b[c")
    }

    /// Rings the bell once.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to.
    pub fn ring(&mut self) -> io::Result<()> {
        write(b"\x07")
    }

    /// Takes the screens away; what the terminal still says stays out of the shell until the terminal is given back.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be written to.
    pub fn clear_away(&mut self) -> io::Result<()> {
        leaving().and_then(|bytes| write(&bytes))
    }

    /// Leaves every mode, lets another program have the terminal, then enters again; the next frame is written
    /// whole.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be entered again; what the other program returned is then lost.
    pub fn hand_over<T>(&mut self, program: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        IS_HANDED_OVER.store(true, Ordering::SeqCst);
        let returned = program();
        IS_HANDED_OVER.store(false, Ordering::SeqCst);
        self.resume()?;
        Ok(returned)
    }

    /// Enters every mode again, as after the shell continued the program; the next frame is written whole.
    ///
    /// # Errors
    ///
    /// Says that the terminal could not be entered again.
    pub fn resume(&mut self) -> io::Result<()> {
        // What is left of an older entry would keep raw mode from being set.
        restore();
        enter_modes(self.mouse)?;
        self.repaint();
        Ok(())
    }

    /// Gives the terminal back and stops until the shell continues the program.
    ///
    /// # Errors
    ///
    /// Says that no shell with job control waits, or that the terminal could not be entered again.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
        if getsid(None)? == getpgrp() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, words::NO_SHELL_WAITS_TO_CONTINUE));
        }
        restore();
        let stopped = kill_current_process_group(Signal::STOP);
        self.resume()?;
        Ok(stopped?)
    }

    /// Says that this system has no such thing as suspending.
    ///
    /// # Errors
    ///
    /// Always.
    #[cfg(not(unix))]
    pub fn suspend(&mut self) -> io::Result<()> {
        Err(io::Error::new(io::ErrorKind::Unsupported, words::THIS_SYSTEM_CANNOT_SUSPEND))
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        restore();
    }
}

/// Held while the terminal is given back, so that who comes second waits for the first.
static GIVING_BACK: Mutex<()> = Mutex::new(());

/// Gives the terminal back if it is in our modes; may be called from anywhere and any number of times.
pub fn restore() {
    let _held = GIVING_BACK.lock();
    if !IS_ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    // A terminal that is gone has no modes left to leave.
    let _ = leaving().and_then(|bytes| write(&bytes));
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Lets a panic give the terminal back before anything is said about it; one behind the screen, where the program goes on,
/// is only remembered.
///
/// To be called after other hooks were installed: it runs before them.
pub fn restore_on_panic() {
    let next = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().name() == Some(BEHIND) {
            *remembered() = Some(panic.to_string());
            return;
        }
        restore();
        next(panic);
    }));
}

/// How the threads are called that work behind the screen, and those that help them.
const BEHIND: &str = "behind";

/// What the last panic behind the screen said.
static ERRED: Mutex<Option<String>> = Mutex::new(None);

fn remembered() -> MutexGuard<'static, Option<String>> {
    ERRED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins a thread that works behind the screen.
pub(super) fn behind() -> thread::Builder {
    thread::Builder::new().name(BEHIND.to_owned())
}

/// Does some work on such a thread; where the program errs it gives what is to be said about it.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let done = panic::catch_unwind(panic::AssertUnwindSafe(work));
    done.map_err(|_| words::quarterdeck_erred_behind_the_screen(remembered().take().unwrap_or_default()))
}

fn enter_modes(mouse: Mouse) -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    IS_ENTERED.store(true, Ordering::SeqCst);
    entering(mouse).and_then(|bytes| write(&bytes)).inspect_err(|_| restore())
}

fn entering(mouse: Mouse) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse == Mouse::Ours {
        queue!(bytes, Clicks(mouse))?;
    }
    Ok(bytes)
}

fn leaving() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, EndSynchronizedUpdate, Clicks(Mouse::Terminals), DisableBracketedPaste)?;
    bytes.extend_from_slice(b"\x1b[0m");
    queue!(bytes, Show, LeaveAlternateScreen)?;
    Ok(bytes)
}

/// Writes all of it at once: what is written by lines would tear a frame at its last line feed.
#[cfg(unix)]
fn write(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(rustix::io::Errno::INTR) => {}
            Err(why) => return Err(why.into()),
        }
    }
    Ok(())
}

/// Writes all of it.
#[cfg(not(unix))]
fn write(bytes: &[u8]) -> io::Result<()> {
    use std::io::Write as _;
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// The size of the terminal that is written to.
#[cfg(unix)]
pub(super) fn size() -> io::Result<Size> {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Ok(Size::new(size.ws_col, size.ws_row)),
        _ => crossterm::terminal::size().map(Size::from),
    }
}

/// The size of the terminal.
#[cfg(not(unix))]
pub(super) fn size() -> io::Result<Size> {
    crossterm::terminal::size().map(Size::from)
}

/// Asks for clicks and the wheel only: any motion would flood the program. When the terminal comes to the front is told too, so
/// that the click that brings it there does nothing else.
struct Clicks(Mouse);

impl Command for Clicks {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(match self.0 {
            Mouse::Ours => "\x1b[?1000h\x1b[?1006h\x1b[?1004h",
            Mouse::Terminals => "\x1b[?1004l\x1b[?1006l\x1b[?1000l",
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        match self.0 {
            Mouse::Ours => crossterm::event::EnableMouseCapture.execute_winapi(),
            Mouse::Terminals => crossterm::event::DisableMouseCapture.execute_winapi(),
        }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    fn text(bytes: io::Result<Vec<u8>>) -> String {
        String::from_utf8(bytes.unwrap()).unwrap()
    }

    #[test]
    #[cfg(not(windows))]
    fn every_mode_that_is_entered_is_left() {
        let (enter, leave) = (text(entering(Mouse::Ours)), text(leaving()));
        for mode in ["?1049", "?2004", "?1000", "?1006", "?1004"] {
            assert!(enter.contains(&format!("\x1b[{mode}h")), "{mode} is not entered");
            assert!(leave.contains(&format!("\x1b[{mode}l")), "{mode} is not left");
        }
        assert!(leave.contains("\x1b[?25h") && leave.contains("\x1b[?2026l"));
        assert!(!text(entering(Mouse::Terminals)).contains("?1000"));
    }

    #[test]
    #[cfg(not(windows))]
    fn motion_of_the_mouse_is_never_asked_for() {
        let enter = text(entering(Mouse::Ours));
        assert!(!enter.contains("?1002") && !enter.contains("?1003"));
    }

    #[test]
    fn a_panic_behind_the_screen_is_said_and_stops_nothing() {
        restore_on_panic();
        let work = || caught(|| crate::store::shares::in_shares(&[1, 2, 3], 1, |_| -> u8 { panic!("odd") }));
        let said = behind().spawn(work).unwrap().join().unwrap().unwrap_err();
        assert!(said.contains("read the folder again") && said.contains("odd"), "{said}");
    }

    #[test]
    fn without_a_terminal_nothing_is_entered() {
        restore();
        assert!(!IS_ENTERED.load(Ordering::SeqCst));
    }
}
