//! Says a line, asks for one. Each is a line of its own; nothing that stands there is drawn over.

use std::io::{self, BufRead as _, Write as _};

use crate::domain::display::visible;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// An answer.
    Text(String),
    /// Enter: nothing to say.
    Skipped,
    /// The end of the input: nothing more will be said.
    Ended,
}

/// Says a line; nobody has to listen.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{}", visible(line).trim_end());
}

/// Asks and waits for one line.
pub(super) fn ask(question: &str) -> Said {
    let mut stdout = io::stdout().lock();
    let _ = write!(stdout, "{}", visible(question));
    let _ = stdout.flush();
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => Said::Ended,
        Ok(_) => match String::from_utf8_lossy(&line).trim() {
            "" => Said::Skipped,
            text => Said::Text(text.to_owned()),
        },
    }
}
