//! Says on stderr how far a long work has come: "120 of 400 quarters", where somebody sits at the terminal; Ctrl-C ends it.

use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::halt::{Code, Halt};
use super::signals::Signals;
use crate::settings::signs::signed;
use crate::store::shares::Count;
use crate::words::cli::anywhere as words;
use crate::words::counted;

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
    let result = if io::stderr().is_terminal() { told(&count, of_quarters, work) } else { work(&count) };
    if signals.have_come() {
        return Err(Halt::new(Code::Interrupted, words::STOPPED_NOTHING_WAS_CHANGED, ""));
    }
    Ok(result)
}

/// Does a work on what comes through a pipe and goes through another, and says meanwhile how much has been done; how much there
/// is nobody knows. Ctrl-C ends it as it ends any filter: one that waits for a line would not hear of it.
pub(super) fn counted_through<R>(work: impl FnOnce(&Arc<Count>) -> R) -> R {
    let count = Arc::default();
    let is_free = !io::stdin().is_terminal() && !io::stdout().is_terminal();
    if is_free && io::stderr().is_terminal() { told(&count, so_far, work) } else { work(&count) }
}

/// Does a work, and says how far it is while it lasts.
fn told<R>(count: &Arc<Count>, says: fn(&Count) -> String, work: impl FnOnce(&Arc<Count>) -> R) -> R {
    thread::scope(|scope| {
        let (end, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            let mut wait = PATIENCE;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                write(&says(count));
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

fn of_quarters(count: &Count) -> String {
    let (done, of) = count.now();
    words::of_quarters(done, of)
}

fn so_far(count: &Count) -> String {
    words::so_far(counted::SENTENCES.of(count.now().0))
}

/// Writes to stderr; that nobody can read it is no reason to stop.
fn write(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(signed(Cow::Borrowed(text)).as_bytes()).and_then(|()| err.flush());
}
