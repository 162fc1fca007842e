//! One line that is asked for where lines are read, by commands and where a session is played without screens.

use std::borrow::Cow;
use std::io::{self, BufRead as _, IsTerminal, Write};

use super::fit;
use crate::domain::display::{one_line, visible};
use crate::settings::signs::signed;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadLine {
    /// An answer.
    Text(String),
    /// Enter: nothing to say.
    Skipped,
    /// The end of the input: nothing more will be said.
    Ended,
}

/// A text that may be shown as people read it on a stream: in the signs that are printed, on a terminal broken between words.
pub fn flowed(text: Cow<'_, str>, stream: &impl IsTerminal) -> String {
    let text = signed(text);
    columns(stream).map_or_else(|| text.to_string(), |columns| fit::flowed(&text, columns))
}

/// The text for people as the terminal of stdout has room for it: the first where none of its lines is wider, else the other,
/// broken between words. Where it goes elsewhere it is the first.
pub fn that_fits(text: String, narrow: impl FnOnce() -> String) -> String {
    match columns(&io::stdout()) {
        Some(columns) if text.lines().any(|line| fit::width(line) > columns) => {
            fit::flowed(&narrow(), columns)
        }
        _ => text,
    }
}

fn columns(stream: &impl IsTerminal) -> Option<usize> {
    let size = stream.is_terminal().then(crossterm::terminal::size)?.ok()?;
    Some(usize::from(size.0)).filter(|columns| *columns > 0)
}

/// Asks on a stream, without ending the line, and waits for one line.
pub fn ask(question: &str, mut stream: impl Write + IsTerminal) -> ReadLine {
    let question = flowed(visible(question), &stream);
    let _ = write!(stream, "{question}");
    let _ = stream.flush();
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => ReadLine::Ended,
        Ok(_) => match one_line(&String::from_utf8_lossy(&line)) {
            text if text.is_empty() => ReadLine::Skipped,
            text => ReadLine::Text(text),
        },
    }
}
