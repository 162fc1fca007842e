//! Giving a text to a program of this machine.

use std::io::{self, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::words::notices as words;

/// How long a program may take to say that it failed; one that runs on has taken the text.
const PATIENCE: Duration = Duration::from_millis(500);

/// Gives bytes to a program as its input, and nothing of the terminal.
///
/// # Errors
/// It cannot be started, or says that it failed.
pub fn give(words: &[String], bytes: Vec<u8>) -> Result<(), String> {
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
