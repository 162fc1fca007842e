//! Ctrl-C and its kin while a long work runs or a command of the team: that is stopped first, then ours ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Listens for the signals that end a program while it lives.
#[derive(Debug)]
pub(super) struct Signals {
    has_come: Arc<AtomicBool>,
    /// Whether a signal ends the program as it would have without us.
    is_over: Arc<AtomicBool>,
}

impl Signals {
    /// Begins to listen.
    pub(super) fn listen() -> Self {
        let signals = Self { has_come: Arc::default(), is_over: Arc::default() };
        #[cfg(unix)]
        for number in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP]
        {
            // Where it cannot be listened for, the signal ends us as ever.
            let _ = signal_hook::flag::register_conditional_default(number, Arc::clone(&signals.is_over));
            let _ = signal_hook::flag::register(number, Arc::clone(&signals.has_come));
        }
        signals
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
        self.is_over.store(true, Ordering::Relaxed);
    }
}
