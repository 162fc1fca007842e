//! Says a line, asks for one. Each is a line of its own; nothing that stands there is drawn over.

use std::io::{self, IsTerminal as _, Write as _};

use crate::domain::change::{Force, Refusal, Stop};
use crate::domain::display::visible;
use crate::tui::prompt;
pub(super) use crate::tui::prompt::ReadLine;
use crate::words::plain as words;

/// Says a line; nobody has to listen.
pub(super) fn say(line: &str) {
    let mut stdout = io::stdout().lock();
    let _ = writeln!(stdout, "{}", prompt::flowed(visible(line), &stdout).trim_end());
}

/// Moves what was typed hidden out of sight, before the next person looks at the terminal.
pub(super) fn out_of_sight() {
    let mut stdout = io::stdout().lock();
    let rows = if stdout.is_terminal() { crossterm::terminal::size().map_or(0, |(_, rows)| rows) } else { 0 };
    for _ in 0..rows {
        let _ = writeln!(stdout);
    }
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

/// Asks and waits for one line.
pub(super) fn ask(question: &str) -> ReadLine {
    prompt::ask(question, io::stdout().lock())
}
