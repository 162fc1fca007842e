//! Copying: by a program of this machine, or by the terminal.

use std::io::{self, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::variable;
use crate::method::fields::one_line;
use crate::settings::clipboard::{Clipboard, Route};
use crate::settings::program::found;
use crate::tui::message::Message;
use crate::tui::terminal::Console;
use crate::words::notices as words;

/// How long a program may take to say that it failed; one that runs on has taken the text.
const PATIENCE: Duration = Duration::from_millis(500);

/// Hands a text to the clipboard, and shows it, as not every terminal takes one. Where the program that was found does not
/// take it the terminal gets it; a command that was chosen in the settings says so.
pub(super) fn copy(console: &mut Console, clipboard: &Clipboard, text: &str) -> io::Result<Message> {
    let shown = one_line(text);
    let refused = |why: String| Message::refused(words::not_copied(&why, &shown));
    let route = match clipboard.route(&variable, &|program| found(program).is_some()) {
        Ok(route) => route,
        Err(why) => return Ok(refused(why)),
    };
    if route == Route::Nowhere {
        return Ok(Message::Told(words::shown_as_copying_is_off(&shown)));
    }
    if let Route::Program(words, encoding) = route {
        match give(&words, encoding.bytes(text)) {
            Ok(()) => return Ok(Message::Told(words::copied_by(&words[0], &shown))),
            Err(why) if *clipboard != Clipboard::Auto => return Ok(refused(why)),
            Err(_) => {}
        }
    }
    console.copy(text)?;
    Ok(Message::Told(words::copied_by_the_terminal(&shown)))
}

/// Gives bytes to a program as its input, and nothing of the terminal; one that cannot be started or says that it failed has not
/// taken them.
fn give(words: &[String], bytes: Vec<u8>) -> Result<(), String> {
    let (program, arguments) = words.split_first().ok_or(words::NO_PROGRAM_IS_NAMED)?;
    let quiet = || (Stdio::piped(), Stdio::null(), Stdio::null());
    let (input, output, errors) = quiet();
    let mut command = Command::new(program);
    let started = command.args(arguments).stdin(input).stdout(output).stderr(errors).spawn();
    let child = started.map_err(|why| format!("{program}: {why}"))?;
    let (tell, told) = mpsc::channel();
    // A program that keeps the text for others may never end.
    drop(thread::spawn(move || drop(tell.send(fed(child, &bytes)))));
    match told.recv_timeout(PATIENCE) {
        Ok(Ok(true)) | Err(_) => Ok(()),
        Ok(Ok(false)) => Err(words::did_not_take_it(program)),
        Ok(Err(why)) => Err(format!("{program}: {why}")),
    }
}

/// Writes the input and waits for the end; tells whether it ended well.
fn fed(mut child: Child, bytes: &[u8]) -> io::Result<bool> {
    if let Some(mut input) = child.stdin.take() {
        input.write_all(bytes)?;
    }
    Ok(child.wait()?.success())
}
