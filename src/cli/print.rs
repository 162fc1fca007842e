//! The one place that prints: data to stdout, talk to stderr.

use std::borrow::Cow;
use std::io::{self, Write as _};

use serde_json::json;

use super::answer::Answer;
use super::halt::{Code, Halt};
use crate::domain::display::{cut, visible};
use crate::report::json::text as json_text;
use crate::settings::signs::signed;
use crate::tui::prompt::flowed;
pub(super) use crate::tui::prompt::that_fits;

/// The most characters of a line of talk; more is what nobody meant to type and it quotes.
const LONGEST_LINE: usize = 500;

/// Prints what came of a verb and gives its code; a stdout that is closed or full ends it with 5 and no further word.
pub(super) fn outcome(outcome: Result<Answer, Halt>, as_json: bool) -> Code {
    let (text, lines, code) = match outcome {
        Ok(answer) if as_json && !answer.json.is_null() => (json_text(answer.json), answer.talk, answer.code),
        Ok(answer) if answer.is_document => (answer.text, answer.talk, answer.code),
        Ok(answer) => (signed(Cow::Owned(answer.text)).into_owned(), answer.talk, answer.code),
        Err(Halt { code, lines, refused: Some(refused), .. }) if as_json => {
            (json_text(json!({ "refused": refused })), lines, code)
        }
        Err(halt) => (String::new(), halt.lines, halt.code),
    };
    let printed = data(&text);
    talk(&lines);
    if printed.is_ok() { code } else { Code::NotWritten }
}

/// Prints help and versions as data, and what is wrong with the arguments as talk.
pub(super) fn usage(problem: &clap::Error) -> Code {
    let text = problem.render().to_string();
    if problem.use_stderr() {
        talk(&text.lines().map(str::to_owned).collect::<Vec<_>>());
        return Code::Usage;
    }
    if data(&signed(Cow::Owned(text))).is_ok() { Code::Fine } else { Code::NotWritten }
}

fn data(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// Prints data as it comes, through one buffer; nothing is left in it when this is done.
pub(super) fn stream<R, E: From<io::Error>>(
    write: impl FnOnce(&mut dyn io::Write) -> Result<R, E>,
) -> Result<R, E> {
    let mut stdout = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = write(&mut stdout)?;
    stdout.flush()?;
    Ok(written)
}

/// Says something beside the data; nobody has to listen.
pub(super) fn talk(lines: &[String]) {
    let mut stderr = io::stderr().lock();
    for line in lines {
        let line = visible(line);
        let line = cut(&line, LONGEST_LINE);
        let _ = writeln!(stderr, "{}", flowed(line, &stderr).trim_end());
    }
}
