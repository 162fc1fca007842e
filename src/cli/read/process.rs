//! Runs the command of a key result: plain words, no shell, nothing on its stdin, a time limit, and nothing left behind.

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

#[cfg(unix)]
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

use crate::cli::signals::Signals;
use crate::domain::display::cut;
use crate::words::cli::check_ins as words;

/// The most that is taken of what a command prints, in bytes; a number is far shorter.
const MOST: usize = 64 << 10;
/// How often is looked whether it has ended.
const PAUSE: Duration = Duration::from_millis(20);
/// How long is waited for the rest of its words once it has ended.
const GRACE: Duration = Duration::from_millis(500);

/// Why a command gave no text.
#[derive(Debug)]
pub(super) enum Failed {
    /// It names a file of the workspace, which whoever shares the workspace can change.
    Within(String),
    /// It is named by a path that depends on where one stands.
    Relative(String),
    /// The system does not start it.
    NotStarted(String, io::Error),
    /// It was still running when its time was over.
    TooLong(Duration),
    /// It ended with an error.
    Ended(ExitStatus, String),
    /// What it printed is no text.
    NoText,
    /// Whoever typed stopped it.
    Interrupted,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(word) => f.write_str(&words::lies_in_the_workspace(word)),
            Self::Relative(word) => f.write_str(&words::depends_on_the_folder(word)),
            Self::NotStarted(word, why) => f.write_str(&words::does_not_start(word, why)),
            Self::TooLong(limit) => f.write_str(&words::it_was_stopped_after_s(limit.as_secs())),
            Self::Ended(status, said) => {
                match status.code() {
                    Some(code) => f.write_str(&words::it_ended_with(code))?,
                    None => f.write_str(words::IT_WAS_KILLED)?,
                }
                if said.is_empty() { Ok(()) } else { write!(f, ": {said}") }
            }
            Self::NoText => f.write_str(words::WHAT_IT_PRINTED_IS_NO_TEXT),
            Self::Interrupted => f.write_str(words::IT_WAS_STOPPED),
        }
    }
}

/// Where a command runs, and how long it may.
#[derive(Debug)]
pub(super) struct Bounds<'a> {
    /// The workspace, of which nothing is run.
    pub(super) root: &'a Path,
    /// The time it has.
    pub(super) limit: Duration,
}

/// Runs a command to its end and gives what it printed.
pub(super) fn output(words: &[String], bounds: &Bounds<'_>, signals: &Signals) -> Result<String, Failed> {
    let Some((program, arguments)) = words.split_first() else { return Ok(String::new()) };
    // Not the workspace: a relative name in an argument must not find what others put there.
    let folder = home();
    refuse_what_lies_within(words, &folder, bounds.root)?;
    if program.contains(std::path::is_separator) && !Path::new(program).is_absolute() {
        return Err(Failed::Relative(program.clone()));
    }
    let mut command = Command::new(program);
    command.args(arguments).current_dir(&folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // A group of its own, so that what it starts ends with it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let child = command.spawn().map_err(|why| Failed::NotStarted(program.clone(), why))?;
    let Heard { status, printed, said } = RunningCommand::new(child).heard_out(bounds.limit, signals)?;
    if !status.success() {
        return Err(Failed::Ended(status, last_line(&said)));
    }
    String::from_utf8(printed).map_err(|_| Failed::NoText)
}

/// The folder a command runs in.
fn home() -> PathBuf {
    directories::BaseDirs::new().map_or_else(std::env::temp_dir, |dirs| dirs.home_dir().to_owned())
}

/// Refuses a word that names something in the workspace, wherever links lead.
fn refuse_what_lies_within(words: &[String], folder: &Path, root: &Path) -> Result<(), Failed> {
    let lies_within = |path: &str| {
        let there = folder.join(path);
        !path.is_empty() && dunce::canonicalize(&there).is_ok_and(|there| there.starts_with(root))
    };
    let names = |word: &&String| lies_within(word) || word.split(['=', ':', ',']).any(lies_within);
    match words.iter().find(names) {
        Some(word) => Err(Failed::Within(word.clone())),
        None => Ok(()),
    }
}

/// The last line that was said, without what would move a cursor; whoever prints it makes the rest visible.
fn last_line(said: &[u8]) -> String {
    let text = String::from_utf8_lossy(said);
    let line = text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    cut(line.trim(), 200).into_owned()
}

/// What came of a command.
struct Heard {
    status: ExitStatus,
    printed: Vec<u8>,
    said: Vec<u8>,
}

/// One of the two ways it speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Printed,
    Said,
}

/// A piece of what came on a way; none when nothing more comes.
type Piece = (Way, Option<Vec<u8>>);

/// A command that runs.
struct RunningCommand {
    child: Child,
    heard: Receiver<Piece>,
    /// Kept, so that listening is also the wait between two looks.
    _open: Sender<Piece>,
}

impl RunningCommand {
    fn new(mut child: Child) -> Self {
        let (tell, heard) = channel();
        if let Some(stdout) = child.stdout.take() {
            listen(stdout, Way::Printed, tell.clone());
        }
        if let Some(stderr) = child.stderr.take() {
            listen(stderr, Way::Said, tell.clone());
        }
        Self { child, heard, _open: tell }
    }

    /// Hears it out: to the end of both ways, or as far as they came a short time after it ended, where something it
    /// started keeps them open.
    fn heard_out(mut self, limit: Duration, signals: &Signals) -> Result<Heard, Failed> {
        let begun = Instant::now();
        let (mut texts, mut open) = ([Vec::new(), Vec::new()], 2);
        let mut ended: Option<Instant> = None;
        while ended.is_none_or(|at| at.elapsed() < GRACE && open > 0) {
            let first = self.heard.recv_timeout(PAUSE).ok();
            for (way, piece) in first.into_iter().chain(self.heard.try_iter()) {
                match piece {
                    Some(piece) => texts[usize::from(way == Way::Said)].extend(piece),
                    None => open -= 1,
                }
            }
            if signals.have_come() {
                let _ = self.stop();
                return Err(Failed::Interrupted);
            }
            if ended.is_none() && self.has_ended() {
                ended = Some(Instant::now());
            }
            if ended.is_none() && begun.elapsed() >= limit {
                let _ = self.stop();
                return Err(Failed::TooLong(limit));
            }
        }
        let [printed, said] = texts;
        let status = self.stop().map_err(|_| Failed::Interrupted)?;
        Ok(Heard { status, printed, said })
    }

    /// Whether it has ended. Its status is left for [`Self::stop`]: as long as nobody takes that, no other gets its number.
    #[cfg(unix)]
    fn has_ended(&self) -> bool {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        waitid(WaitId::Pid(Pid::from_child(&self.child)), options).is_ok_and(|ended| ended.is_some())
    }

    /// Whether it has ended.
    #[cfg(not(unix))]
    fn has_ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|ended| ended.is_some())
    }

    /// Ends it and all it started, and takes its status; one that has ended already is no error.
    fn stop(&mut self) -> io::Result<ExitStatus> {
        #[cfg(unix)]
        let _ = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        let _ = self.child.kill();
        self.child.wait()
    }
}

/// Takes in one of its ways on a thread, as far as it counts; the rest is read and thrown away, so that it does not wait.
fn listen(mut from: impl Read + Send + 'static, way: Way, tell: Sender<Piece>) {
    thread::spawn(move || {
        let (mut piece, mut left) = ([0; 4096], MOST);
        loop {
            let read = match from.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(why) if why.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => break,
            };
            let counts = read.min(left);
            left -= counts;
            let _ = tell.send((way, Some(piece[..counts].to_vec())));
        }
        let _ = tell.send((way, None));
    });
}
