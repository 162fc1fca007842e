//! Ctrl-C and its kin while a long work runs or a command of the team: that is stopped first, then ours ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Listens for the signals that end a program while it lives.
#[derive(Debug)]
pub(super) struct Signals {
    has_come: Arc<AtomicBool>,
    #[cfg(unix)]
    handlers: Vec<signal_hook::SigId>,
}

/// Whether a signal ends the program as it would have without us, and how many listen: what is handed to the system once
/// is never taken back from it, so that all who ever listen share one.
static NOBODY_LISTENS: LazyLock<(Arc<AtomicBool>, Mutex<usize>)> = LazyLock::new(|| {
    let is_so = Arc::new(AtomicBool::new(true));
    #[cfg(unix)]
    for number in ENDING {
        // Where it cannot be listened for, the signal ends us as ever.
        let _ = signal_hook::flag::register_conditional_default(number, Arc::clone(&is_so));
    }
    (is_so, Mutex::default())
});

/// The signals that end a program.
#[cfg(unix)]
const ENDING: [i32; 3] =
    [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP];

/// Counts those who listen.
fn count(change: impl FnOnce(usize) -> usize) {
    let (is_nobody, listening) = &*NOBODY_LISTENS;
    let mut listening = listening.lock().unwrap_or_else(PoisonError::into_inner);
    *listening = change(*listening);
    is_nobody.store(*listening == 0, Ordering::Relaxed);
}

impl Signals {
    /// Begins to listen.
    pub(super) fn listen() -> Self {
        count(|listening| listening + 1);
        let has_come = Arc::default();
        Self {
            #[cfg(unix)]
            handlers: ENDING
                .iter()
                .filter_map(|number| signal_hook::flag::register(*number, Arc::clone(&has_come)).ok())
                .collect(),
            has_come,
        }
    }

    /// What tells others that one has come.
    pub(super) fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.has_come)
    }

    /// Tells whether one has come.
    pub(super) fn have_come(&self) -> bool {
        self.has_come.load(Ordering::Relaxed)
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        count(|listening| listening.saturating_sub(1));
        #[cfg(unix)]
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn whoever_listens_later_hears_a_signal_too() {
        drop(Signals::listen());
        let second = Signals::listen();
        signal_hook::low_level::raise(signal_hook::consts::SIGHUP).unwrap();
        assert!(second.have_come());
        assert!(!Signals::listen().have_come(), "that one was not for it");
    }
}
