//! Asks one question at a time on a terminal.

use std::io::{self, BufRead as _};

use super::print::prompt;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReadLine {
    /// An answer.
    Text(String),
    /// Enter or `-`: nothing to say.
    Skipped,
    /// The end of the input: nothing more will be said.
    Ended,
}

/// Asks and waits for one line.
pub(super) fn ask(question: &str) -> ReadLine {
    prompt(question);
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => ReadLine::Ended,
        Ok(_) => said(&String::from_utf8_lossy(&line)),
    }
}

fn said(line: &str) -> ReadLine {
    match line.trim() {
        "" | "-" => ReadLine::Skipped,
        text => ReadLine::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_and_a_dash_skip() {
        assert_eq!(said("\n"), ReadLine::Skipped);
        assert_eq!(said(" - \r\n"), ReadLine::Skipped);
        assert_eq!(said("-3\n"), ReadLine::Text("-3".to_owned()));
    }
}
