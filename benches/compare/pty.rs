//! A program in a pseudo-terminal, and what is measured on it.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use std::num::NonZero;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The silence that ends a frame.
const SILENCE: Duration = Duration::from_millis(30);

/// The size of the terminal.
const ROWS: u16 = 40;
const COLUMNS: u16 = 120;

/// The end of a synchronised update.
const END: &[u8] = b"\x1b[?2026l";

/// How long a key may take that changes anything; at the end of a list another step changes nothing and writes nothing.
const ENOUGH: Duration = Duration::from_secs(1);

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What one program, run once, came to; times in milliseconds.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// From just before the start to the last byte of the first frame.
    pub start: f64,
    /// From just before the start to the last change of the screen before the first key.
    pub rest: f64,
    /// From each key to the last byte of its answer.
    pub keys: Vec<f64>,
    /// How many keys nothing answered for as long as was waited: at the end of a short list, or where the program hangs.
    pub silent: f64,
    /// The bytes written for each key.
    pub bytes: Vec<f64>,
    /// The bytes written for each cell of the screen that a key changed.
    pub cells: Vec<f64>,
    /// From 2,000 keys written at once to the last byte.
    pub burst: f64,
    /// The most memory after the first screen, in KiB: with the pages of the program's own file.
    pub memory: f64,
    /// The memory after the first screen that is its own alone, in KiB.
    pub own: f64,
    /// How often it woke in a second without a key.
    pub wakes: f64,
}

/// A program that runs.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    /// What it wrote, each with when it came.
    heard: Receiver<(Instant, Vec<u8>)>,
    begun: Instant,
    screen: vt100::Parser,
    _pty: Box<dyn MasterPty + Send>,
}

/// Runs a program once: starts it, presses keys one by one and then many at once, and lets it rest. Its first frame shows
/// the words that are given.
///
/// # Panics
///
/// It does not.
pub fn measure(program: &Path, workspace: &Path, (words, opens): (&str, &str), keys: &[&str]) -> Figures {
    let mut running = Running::start(program, workspace);
    let begun = running.begun;
    let mut first = running.settle(PATIENCE, SILENCE * 5);
    // What is read behind the first frame is no answer to the first key.
    first.0.extend(running.rest().0);
    let shown = running.screen.screen().contents();
    assert!(shown.contains(words), "{} does not show {words}:\n{shown}", program.display());
    let since = |at: Option<Instant>| at.map_or(f64::NAN, |at| ms(at - begun));
    let mut figures = Figures {
        start: since(first.frame()),
        rest: since(first.last()),
        memory: running.memory("VmHWM:"),
        own: running.memory("RssAnon:"),
        ..Figures::default()
    };
    if !opens.is_empty() {
        running.press(opens.as_bytes());
        running.settle(PATIENCE, SILENCE * 5);
        running.rest();
    }
    for key in keys {
        // What comes late is no answer to the next key.
        running.settle(SILENCE, SILENCE);
        let before = running.cells();
        let pressed = Instant::now();
        running.press(key.as_bytes());
        let answer = running.settle(ENOUGH, SILENCE);
        figures.silent += if answer.last().is_none() { 1.0 } else { 0.0 };
        if let Some(at) = answer.last() {
            let changed = before.iter().zip(running.cells()).filter(|(old, new)| *old != new).count();
            figures.keys.push(ms(at - pressed));
            figures.bytes.push(answer.len());
            figures.cells.extend((changed > 0).then(|| answer.len() / many(changed)));
        }
    }
    let before = running.wakes();
    thread::sleep(Duration::from_secs(1));
    figures.wakes = running.wakes() - before;
    let pressed = Instant::now();
    // The last one moves: what ends where it began need not be drawn.
    running.press(("jk".repeat(1000) + "j").as_bytes());
    figures.burst = running.settle(PATIENCE, SILENCE * 10).last().map_or(f64::NAN, |at| ms(at - pressed));
    running.end();
    figures
}

/// What a program wrote until it was silent.
struct Answer(Vec<(Instant, Vec<u8>)>);

impl Answer {
    /// When its last byte came.
    fn last(&self) -> Option<Instant> {
        self.0.last().map(|(at, _)| *at)
    }

    /// When the first frame stood: where the first synchronised update ends; without any, when the last byte came.
    fn frame(&self) -> Option<Instant> {
        let mut bytes = Vec::new();
        for (at, more) in &self.0 {
            bytes.extend_from_slice(more);
            if bytes.windows(END.len()).any(|part| part == END) {
                return Some(*at);
            }
        }
        self.last()
    }

    fn len(&self) -> f64 {
        many(self.0.iter().map(|(_, bytes)| bytes.len()).sum())
    }
}

fn many(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

impl Running {
    fn start(program: &Path, workspace: &Path) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
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
                if tell.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().expect("a terminal can be written to");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program can be run");
        let (rows, columns) = (NonZero::new(ROWS).expect("over 0"), NonZero::new(COLUMNS).expect("over 0"));
        let screen = vt100::Parser::new(rows, columns, 0);
        Self { child, keys, heard, begun, screen, _pty: pair.master }
    }

    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).expect("the program takes keys");
    }

    /// Waits for an answer, no longer than this, and for the silence after it.
    fn settle(&mut self, patience: Duration, silence: Duration) -> Answer {
        let mut answer = Vec::from_iter(self.heard.recv_timeout(patience).ok());
        while !answer.is_empty()
            && let Ok(more) = self.heard.recv_timeout(silence)
        {
            answer.push(more);
        }
        for (_, bytes) in &answer {
            self.screen.process(bytes);
        }
        Answer(answer)
    }

    /// Waits until it neither works nor writes any more, for at most as long as an answer may take.
    fn rest(&mut self) -> Answer {
        let mut answer = Answer(Vec::new());
        for _ in 0..PATIENCE.as_millis() / (SILENCE * 5).as_millis() {
            let worked = self.worked();
            answer.0.extend(self.settle(SILENCE * 5, SILENCE).0);
            if self.worked() <= worked {
                break;
            }
        }
        answer
    }

    /// How long its threads have worked, in ticks of the system.
    fn worked(&self) -> u64 {
        let process = self.child.process_id().unwrap_or(0);
        let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        // The name of the program stands in brackets and may hold anything.
        let rest = text.rsplit_once(')').map_or("", |(_, rest)| rest);
        rest.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
    }

    /// What each cell of the screen shows.
    fn cells(&self) -> Vec<vt100::Cell> {
        let all = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
        all.filter_map(|(row, column)| self.screen.screen().cell(row, column).cloned()).collect()
    }

    fn memory(&self, key: &str) -> f64 {
        let process = self.child.process_id().unwrap_or(0);
        let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        number(&text, key)
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
