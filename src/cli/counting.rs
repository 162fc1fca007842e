//! Says on stderr how far a long work has come: "120 of 400 quarters", where somebody sits at the terminal; Ctrl-C ends it.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::halt::{Code, Halt};
use super::signals::Signals;
use crate::store::shares::Count;
use crate::words::cli::anywhere as words;

/// How long a work may take until it says how far it is.
const PATIENCE: Duration = Duration::from_millis(300);

/// How long the line stands until it is written anew.
const TURN: Duration = Duration::from_millis(100);

/// Does a long work that changes nothing, and says meanwhile how far it is.
///
/// Ctrl-C and its kin end it, and the command with it.
pub(super) fn counted<R>(work: impl FnOnce(&Arc<Count>) -> R) -> Result<R, Halt> {
    let signals = Signals::listen();
    let count = Arc::new(Count::until(signals.flag()));
    let result = if io::stderr().is_terminal() { told(&count, work) } else { work(&count) };
    if signals.have_come() {
        return Err(Halt::new(Code::Interrupted, words::STOPPED_NOTHING_WAS_CHANGED, ""));
    }
    Ok(result)
}

/// Does a work, and says how far it is while it lasts.
fn told<R>(count: &Arc<Count>, work: impl FnOnce(&Arc<Count>) -> R) -> R {
    thread::scope(|scope| {
        let (end, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            let mut wait = PATIENCE;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                say(count);
                wait = TURN;
            }
            if wait == TURN {
                write("\r\x1b[K");
            }
        });
        let result = work(count);
        drop(end);
        result
    })
}

fn say(count: &Count) {
    let (done, of) = count.now();
    write(&words::of_quarters(done, of));
}

/// Writes to stderr; that nobody can read it is no reason to stop.
fn write(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
