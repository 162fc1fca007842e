//! The screens as a person meets them: the real program in a real terminal. Tests wait for text, never for time.
//!
//! The races, and who avoids them:
//! - keys before the program listens are echoed or lost: [`Screen::keys`] refuses to type before the first wait;
//! - text that was there all along satisfies a wait at once: [`Screen::press`] refuses such a text;
//! - a look at half a picture: waits end only between two pictures, told by synchronised updates (mode 2026);
//! - Esc swallows the next key: see [`keys`](super::keys);
//! - a paste before the program asked for bracketed paste is a burst of keys: [`Screen::paste`] waits for it;
//! - a click before the mouse is asked for is lost: [`Screen::click`] waits for it;
//! - the last words of a program come after its end: [`Screen::wait_exit`] waits for both.

use std::fmt::Write;
use std::num::NonZeroU16;
use std::path::Path;
use std::time::{Duration, Instant};

use vt100::{Callbacks, Cell, MouseProtocolMode, Parser};

use super::args::Args;
use super::home::Home;
use super::keys;
use super::process::PATIENCE;
use super::pty::{Heard, Pty};

/// A program in a terminal, and what stands on its screen.
pub struct Screen {
    pty: Pty,
    glass: Parser<Noticed>,
    patience: Duration,
    has_waited: bool,
    is_closed: bool,
    code: Option<u32>,
}

/// What a program tells a terminal beside the picture.
#[derive(Default)]
struct Noticed {
    is_drawing: bool,
    bells: usize,
    copied: Option<String>,
    is_asked_for_ground: bool,
    is_asked_for_name: bool,
}

impl Callbacks for Noticed {
    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        first: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        last: char,
    ) {
        if first == Some(b'?') && params.iter().any(|param| *param == [2026]) {
            self.is_drawing = last == 'h';
        }
        self.is_asked_for_name |= first.is_none() && last == 'c';
    }

    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        self.is_asked_for_ground |= params == [&b"11"[..], &b"?"[..]];
    }

    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.bells += 1;
    }

    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], base64: &[u8]) {
        self.copied = Some(String::from_utf8_lossy(base64).into_owned());
    }
}

impl Screen {
    /// Starts `okr` in a folder.
    pub fn start(home: &Home, dir: &Path, cols: u16, rows: u16, args: impl Args) -> Self {
        let mut command = vec![env!("CARGO_BIN_EXE_okr").to_owned()];
        command.extend(args.words());
        Self::start_program(home, dir, (cols, rows), &command)
    }

    /// Starts any program, by its path and arguments.
    pub fn start_program(home: &Home, dir: &Path, size: (u16, u16), command: &[String]) -> Self {
        Self {
            pty: Pty::start(home, dir, size, command),
            glass: Parser::new_with_callbacks(cells(size.1), cells(size.0), 0, Noticed::default()),
            patience: PATIENCE,
            has_waited: false,
            is_closed: false,
            code: None,
        }
    }

    /// Waits less long, or longer, than usual.
    #[must_use]
    pub fn patience(mut self, longest: Duration) -> Self {
        self.patience = longest;
        self
    }

    /// Types keys, as `"jj<enter>0.7<tab><c-s>"`. Panics before the first wait: until the program has drawn
    /// something, the terminal may still hold keys back for a whole line, or echo them into the picture.
    #[track_caller]
    pub fn keys(&mut self, typed: &str) -> &mut Self {
        if !self.has_waited {
            self.stop("a first wait_for: only then are keys heard", "the keys came too early");
        }
        self.pty.send(keys::bytes(typed));
        self
    }

    /// Types keys and waits for the text they bring. Panics when the text is there already: such a wait would
    /// end before the keys have done anything.
    #[track_caller]
    pub fn press(&mut self, typed: &str, brings: &str) -> &mut Self {
        self.settle();
        if self.has(brings) {
            self.stop(&format!("a text that <{typed}> brings"), &format!("{brings:?} is there already"));
        }
        self.keys(typed).wait_for(brings)
    }

    /// Pastes a text, as the terminal does once the program has asked to be told what is a paste: a line ends with what
    /// Enter sends.
    #[track_caller]
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.wait_until("bracketed paste", |screen| screen.glass.screen().bracketed_paste());
        let text = text.replace('\n', "\r");
        self.pty.send(format!("\x1b[200~{text}\x1b[201~").into_bytes());
        self
    }

    /// Answers what the ground is, as a terminal does that was asked (OSC 11): `rgb:ffff/ffff/ffff`.
    pub fn answer_ground(&mut self, ground: &str) -> &mut Self {
        self.type_and_answer_ground("", ground)
    }

    /// The same right behind keys that are typed, so that nothing is read between the two.
    pub fn type_and_answer_ground(&mut self, typed: &str, ground: &str) -> &mut Self {
        self.type_and_send(typed, format!("\x1b]11;{ground}\x07").as_bytes())
    }

    /// Bytes as the terminal sends them by itself, right behind keys that are typed.
    pub fn type_and_send(&mut self, typed: &str, sent: &[u8]) -> &mut Self {
        let mut bytes = keys::bytes(typed);
        bytes.extend_from_slice(sent);
        self.pty.send(bytes);
        self
    }

    /// Whether the program has asked what the ground is.
    pub fn is_asked_for_ground(&self) -> bool {
        self.glass.callbacks().is_asked_for_ground
    }

    /// Whether the program has asked what the terminal is (DA1).
    pub fn is_asked_for_name(&self) -> bool {
        self.glass.callbacks().is_asked_for_name
    }

    /// Clicks on the first cell of a text, once the text is there and the program has asked for the mouse.
    #[track_caller]
    pub fn click(&mut self, text: &str) -> &mut Self {
        self.wait_until("the mouse to be wanted", |screen| {
            screen.glass.screen().mouse_protocol_mode() != MouseProtocolMode::None
        });
        let (row, col) = self.wait_for(text).find(text);
        let (row, col) = (row + 1, col + 1);
        self.pty.send(format!("\x1b[<0;{col};{row}M\x1b[<0;{col};{row}m").into_bytes());
        self
    }

    /// Changes the size. Our picture changes first, so that nothing drawn for the new size is cut to the old one.
    /// What stands there until the program has drawn again is of no size: wait for what only the new one shows.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.settle();
        self.glass.set_size(cells(rows), cells(cols));
        self.pty.resize((cols, rows));
        self
    }

    /// Sends a signal by its name without `SIG`, such as `KILL` for a crash.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        self.pty.signal(name);
        self
    }

    /// Waits until the text stands on the screen, within one line.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("{text:?}"), |screen| screen.has(text))
    }

    /// Waits until the text is no longer on the screen. Says nothing about what came instead: often
    /// [`Screen::wait_for`] that is the better question.
    #[track_caller]
    pub fn wait_gone(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("{text:?} to go"), |screen| !screen.has(text))
    }

    /// Waits until something holds of the screen; `what` is printed when it never does.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        let deadline = Instant::now() + self.patience;
        self.settle();
        while self.glass.callbacks().is_drawing || !holds(self) {
            if self.is_closed {
                self.stop(what, "the program has closed the terminal");
            }
            match self.pty.heard.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(heard) => self.take(heard),
                Err(_) => self.stop(what, &format!("{:?} have passed", self.patience)),
            }
        }
        self.has_waited = true;
        self
    }

    /// Waits until the program has ended and its last words were read; returns its exit code.
    #[track_caller]
    pub fn wait_exit(&mut self) -> i32 {
        let deadline = Instant::now() + self.patience;
        loop {
            if let (true, Some(code)) = (self.is_closed, self.code) {
                return i32::try_from(code).unwrap_or(i32::MAX);
            }
            match self.pty.heard.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(heard) => self.take(heard),
                Err(_) => self.stop("its end", &format!("{:?} have passed", self.patience)),
            }
        }
    }

    /// What stands on the screen, line by line, without the blanks at the ends.
    pub fn text(&self) -> String {
        self.lines().join("\n").trim_end().to_owned()
    }

    /// The first line that holds the text.
    #[track_caller]
    pub fn line_with(&self, text: &str) -> String {
        let (row, _) = self.find(text);
        self.lines().remove(usize::from(row))
    }

    /// The row and column of the first cell of a text, from 0.
    #[track_caller]
    pub fn find(&self, text: &str) -> (u16, u16) {
        match self.place(text) {
            Some(place) => place,
            None => self.stop(&format!("{text:?}"), "it is not on the screen"),
        }
    }

    /// The cell at a row and column, from 0: its text, `bold()`, `inverse()`, `underline()`, `fgcolor()`.
    #[track_caller]
    pub fn cell(&self, row: u16, col: u16) -> &Cell {
        match self.glass.screen().cell(row, col) {
            Some(cell) => cell,
            None => self.stop(&format!("a cell in row {row}, column {col}"), "there is none"),
        }
    }

    /// The first cell of a text.
    #[track_caller]
    pub fn cell_of(&self, text: &str) -> &Cell {
        let (row, col) = self.find(text);
        self.cell(row, col)
    }

    /// Row and column of the terminal's own cursor, from 0; none while it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let screen = self.glass.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    /// Whether the program has a screen of its own, which leaves the shell's lines alone.
    pub fn is_full_screen(&self) -> bool {
        self.glass.screen().alternate_screen()
    }

    /// What the program has switched on in the terminal and not off again.
    pub fn modes(&self) -> Vec<&'static str> {
        let screen = self.glass.screen();
        let modes = [
            (screen.alternate_screen(), "a screen of its own"),
            (screen.hide_cursor(), "no cursor"),
            (screen.bracketed_paste(), "paste"),
            (screen.application_cursor(), "keys"),
            (screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None, "mouse"),
            (self.glass.callbacks().is_drawing, "a held picture"),
        ];
        modes.into_iter().filter(|(is_on, _)| *is_on).map(|(_, name)| name).collect()
    }

    /// How often the bell was rung.
    pub fn bells(&self) -> usize {
        self.glass.callbacks().bells
    }

    /// What was last copied through the terminal (OSC 52), still in base64.
    pub fn copied(&self) -> Option<&str> {
        self.glass.callbacks().copied.as_deref()
    }

    fn has(&self, text: &str) -> bool {
        self.place(text).is_some()
    }

    fn lines(&self) -> Vec<String> {
        let (_, cols) = self.glass.screen().size();
        self.glass.screen().rows(0, cols.get()).map(|line| line.trim_end().to_owned()).collect()
    }

    /// Looks cell by cell, as a column is not a place in a string: letters are wide, combined, or missing.
    fn place(&self, text: &str) -> Option<(u16, u16)> {
        let screen = self.glass.screen();
        let (rows, cols) = screen.size();
        (0..rows.get()).find_map(|row| {
            let mut line = String::new();
            let mut starts = Vec::new();
            for col in 0..cols.get() {
                let Some(cell) = screen.cell(row, col).filter(|cell| !cell.is_wide_continuation()) else {
                    continue;
                };
                starts.push((line.len(), col));
                line.push_str(if cell.has_contents() { cell.contents() } else { " " });
            }
            let at = line.find(text)?;
            starts.iter().rev().find(|(start, _)| *start <= at).map(|(_, col)| (row, *col))
        })
    }

    /// Takes in what has arrived, without waiting.
    fn settle(&mut self) {
        while let Ok(heard) = self.pty.heard.try_recv() {
            self.take(heard);
        }
    }

    fn take(&mut self, heard: Heard) {
        match heard {
            Heard::Printed(bytes) => self.glass.process(&bytes),
            Heard::Closed => self.is_closed = true,
            Heard::Ended(code) => {
                self.code = Some(code);
                self.pty.forget();
            }
        }
    }

    /// Ends the test, with the whole screen.
    #[track_caller]
    fn stop(&self, wanted: &str, why: &str) -> ! {
        let (rows, cols) = self.glass.screen().size();
        let edge = "─".repeat(usize::from(cols.get()));
        let mut shown = String::new();
        for line in self.lines() {
            let _ = writeln!(shown, "│{line}");
        }
        let code = self.code.map(|code| format!(", exit code {code}")).unwrap_or_default();
        panic!("waited for {wanted}, but {why}{code}. The screen, {cols}x{rows}:\n┌{edge}\n{shown}└{edge}");
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has at least one row and column")
}

#[cfg(test)]
mod tests;
