//! A program in a pseudo-terminal, and what is measured on it.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The silence that ends a frame.
const SILENCE: Duration = Duration::from_millis(30);

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What one program, run once, came to; times in milliseconds.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// From just before the start to the last byte of the first screen.
    pub start: f64,
    /// From each key to the last byte of its answer.
    pub keys: Vec<f64>,
    /// The bytes written for each key.
    pub bytes: Vec<f64>,
    /// From 2,000 keys written at once to the last byte.
    pub burst: f64,
    /// The most memory after the first screen, in KiB.
    pub memory: f64,
    /// How often it woke in two seconds without a key.
    pub wakes: f64,
}

/// A program that runs.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    /// What it wrote, each with when it came and how long it is.
    heard: Receiver<(Instant, usize)>,
    begun: Instant,
    _pty: Box<dyn MasterPty + Send>,
}

/// Runs a program once: starts it, presses keys one by one and then many at once, and lets it rest.
#[must_use]
pub fn measure(program: &Path, workspace: &Path, opens: &str, keys: &[&str]) -> Figures {
    let mut running = Running::start(program, workspace);
    let start = running.settle(SILENCE * 5).map_or(f64::NAN, |(at, _)| ms(at - running.begun));
    let memory = running.memory();
    if !opens.is_empty() {
        running.press(opens.as_bytes());
        running.settle(SILENCE * 5);
    }
    let mut figures = Figures { start, memory, ..Figures::default() };
    for key in keys {
        let pressed = Instant::now();
        running.press(key.as_bytes());
        if let Some((at, bytes)) = running.settle(SILENCE) {
            figures.keys.push(ms(at - pressed));
            figures.bytes.push(f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)));
        }
    }
    let before = running.wakes();
    thread::sleep(Duration::from_secs(2));
    figures.wakes = running.wakes() - before;
    let pressed = Instant::now();
    running.press("jk".repeat(1000).as_bytes());
    figures.burst = running.settle(SILENCE * 10).map_or(f64::NAN, |(at, _)| ms(at - pressed));
    running.end();
    figures
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

impl Running {
    fn start(program: &Path, workspace: &Path) -> Self {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the system gives a terminal");
        let mut command = CommandBuilder::new(program);
        command.cwd(workspace);
        for (name, value) in [("OKR_TODAY", super::generator::TODAY), ("TERM", "xterm-256color")] {
            command.env(name, value);
        }
        command.env("XDG_STATE_HOME", workspace.join(".state"));
        let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let (tell, heard) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if tell.send((Instant::now(), count)).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().expect("a terminal can be written to");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program can be run");
        Self { child, keys, heard, begun, _pty: pair.master }
    }

    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("the program takes keys");
    }

    /// Waits for an answer and the silence after it; gives when its last byte came, and how many there were.
    fn settle(&self, silence: Duration) -> Option<(Instant, usize)> {
        let (mut at, mut bytes) = self.heard.recv_timeout(PATIENCE).ok()?;
        while let Ok((later, more)) = self.heard.recv_timeout(silence) {
            (at, bytes) = (later, bytes + more);
        }
        Some((at, bytes))
    }

    fn memory(&self) -> f64 {
        let process = self.child.process_id().unwrap_or(0);
        let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        number(&text, "VmHWM:")
    }

    /// How often any of its threads went to sleep and was woken.
    fn wakes(&self) -> f64 {
        let process = self.child.process_id().unwrap_or(0);
        let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else { return f64::NAN };
        let texts =
            threads.flatten().filter_map(|thread| fs::read_to_string(thread.path().join("status")).ok());
        texts.map(|text| number(&text, "voluntary_ctxt_switches:")).sum()
    }

    fn end(mut self) {
        // It is asked to leave first; one that does not is ended.
        let _ = self.keys.write_all(b"qq");
        thread::sleep(Duration::from_millis(50));
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The number on the line of a status file that begins so.
fn number(text: &str, key: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
    line.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(f64::NAN)
}
