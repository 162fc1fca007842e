//! Says a line, asks for one. Each is a line of its own; nothing that stands there is drawn over.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use crate::domain::change::{Force, Refusal, Stop};
use crate::domain::display::visible;
use crate::settings::signs::signed;
use crate::tui::fit;
use crate::words::plain as words;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReadLine {
    /// An answer.
    Text(String),
    /// Enter: nothing to say.
    Skipped,
    /// The end of the input: nothing more will be said.
    Ended,
}

/// Says a line; nobody has to listen.
pub(super) fn say(line: &str) {
    let line = flowed(line);
    let _ = writeln!(io::stdout().lock(), "{}", line.trim_end());
}

/// Says several lines, such as a refusal with more than one stop.
pub(super) fn say_each(lines: &str) {
    lines.split('\n').for_each(say);
}

/// A refusal in words; of several stops a line each, which says whether a reason goes past it.
pub(super) fn refused(refusal: &Refusal) -> String {
    let [_, _, ..] = &refusal.stops[..] else { return refusal.to_string() };
    let line = |stop: &Stop| match stop.force {
        Force::Hard => words::no_reason_goes_past(stop, &stop.hint),
        Force::AsksReason => words::a_reason_goes_past(stop, &stop.hint),
    };
    refusal.stops.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A text as it is read: on a terminal broken between words.
fn flowed(text: &str) -> String {
    let size = io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    let text = signed(visible(text));
    size.map_or_else(|| text.to_string(), |(columns, _)| fit::flowed(&text, usize::from(columns)))
}

/// Asks and waits for one line.
pub(super) fn ask(question: &str) -> ReadLine {
    let question = flowed(question);
    let mut stdout = io::stdout().lock();
    let _ = write!(stdout, "{question}");
    let _ = stdout.flush();
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => ReadLine::Ended,
        Ok(_) => match String::from_utf8_lossy(&line).trim() {
            "" => ReadLine::Skipped,
            text => ReadLine::Text(text.to_owned()),
        },
    }
}
