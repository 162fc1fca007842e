//! Starting and ending programs without a race.

use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a test waits before it says what it waited for.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Waits until something holds outside of every terminal: a file that another program writes. Looks now and then, and
/// leaves the processor to that program meanwhile.
#[track_caller]
pub fn await_outside(what: &str, holds: impl Fn() -> bool) {
    let (_open, nothing) = channel::<()>();
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "waited for {what}, but {PATIENCE:?} have passed");
        let _ = nothing.recv_timeout(Duration::from_millis(30));
    }
}

static STARTING: Mutex<()> = Mutex::new(());

/// Lets one program start at a time. Avoids the race in which a terminal opened by one test is inherited by
/// the program another test starts at that moment, and then never closes.
pub fn starting() -> MutexGuard<'static, ()> {
    STARTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sends a signal, by its name without `SIG`, to what `target` names for `kill`: a process, or a group as `-id`.
/// Goes through the shell, which has `kill` built in. A process that is gone already is no problem.
pub fn signal(name: &str, target: &str) {
    let mut kill = Command::new("/bin/sh");
    kill.args(["-c", r#"kill -s "$1" -- "$2""#, "sh", name, target])
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    let started = {
        let _one_at_a_time = starting();
        kill.spawn()
    };
    let _ = started.and_then(|mut kill| kill.wait());
}
