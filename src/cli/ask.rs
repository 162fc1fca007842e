//! Asks one question at a time on a terminal.

use std::io;

use crate::tui::prompt;
pub(super) use crate::tui::prompt::ReadLine;

/// Asks beside the data and waits for one line; `-` skips as Enter does.
pub(super) fn ask(question: &str) -> ReadLine {
    match prompt::ask(question, io::stderr().lock()) {
        ReadLine::Text(text) if text == "-" => ReadLine::Skipped,
        said => said,
    }
}
