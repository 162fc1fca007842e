//! One line that is asked for where lines are read, by commands and where a session is played without screens.

use std::io::{self, BufRead as _, IsTerminal, Write};

use super::fit;
use crate::domain::display::visible;
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

/// A text as people read it on a stream: in the signs that are printed, on a terminal broken between words.
#[must_use]
pub fn flowed(text: &str, stream: &impl IsTerminal) -> String {
    let text = signed(visible(text));
    let size = stream.is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    let columns = size.map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0);
    columns.map_or_else(|| text.to_string(), |columns| fit::flowed(&text, columns))
}

/// Asks on a stream, without ending the line, and waits for one line.
pub fn ask(question: &str, mut stream: impl Write + IsTerminal) -> ReadLine {
    let question = flowed(question, &stream);
    let _ = write!(stream, "{question}");
    let _ = stream.flush();
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => ReadLine::Ended,
        Ok(_) => match String::from_utf8_lossy(&line).trim() {
            "" => ReadLine::Skipped,
            text => ReadLine::Text(text.to_owned()),
        },
    }
}
