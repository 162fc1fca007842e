//! Runs the installed git with plain arguments, one at a time, never through a shell.

use std::ffi::OsStr;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::trouble::Trouble;

/// What would lead git to another repository, or make it read our words differently. Its configuration stays.
const STRAYS: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_TRACE",
];

/// What holds for every command: no colour, and no program that a folder names to look for changes.
const SETTINGS: &[&str] = &["-c", "color.ui=false", "-c", "core.fsmonitor=false"];

/// How often a command is tried while another git holds its lock.
const TRIES: usize = 20;

/// The wait between two tries, in milliseconds.
const PAUSE: u64 = 50;

/// Git in one folder.
#[derive(Clone, Debug)]
pub(super) struct Git {
    folder: PathBuf,
    variables: Vec<(&'static str, String)>,
    /// What it is told beside [`SETTINGS`].
    settings: Vec<&'static str>,
}

/// What a command of git said.
#[derive(Debug)]
pub(super) struct Output {
    /// How it ended; `None` when a signal ended it.
    pub(super) code: Option<i32>,
    /// What it printed.
    pub(super) out: Vec<u8>,
    /// What it said beside, for people.
    pub(super) words: String,
}

impl Output {
    /// Tells whether it ended well.
    pub(super) fn is_fine(&self) -> bool {
        self.code == Some(0)
    }

    /// What it printed, as one line.
    pub(super) fn line(&self) -> String {
        String::from_utf8_lossy(&self.out).trim_end_matches(['\n', '\r']).to_owned()
    }

    /// What it printed, in parts ended by a null byte.
    pub(super) fn parts(&self) -> impl Iterator<Item = String> {
        let whole = self.out.strip_suffix(b"\0").unwrap_or(&self.out);
        let parts = whole.split(|byte| *byte == 0).filter(|_| !whole.is_empty());
        parts.map(|part| String::from_utf8_lossy(part).into_owned())
    }
}

impl Git {
    /// Git in a folder; unless somebody is there to be asked, it asks nobody for a password.
    pub(super) fn at(folder: &Path, may_ask: bool) -> Self {
        let asks = if may_ask { None } else { Some(("GIT_TERMINAL_PROMPT", "0".to_owned())) };
        Self { folder: folder.to_owned(), variables: asks.into_iter().collect(), settings: Vec::new() }
    }

    /// The same in another folder.
    pub(super) fn within(&self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..self.clone() }
    }

    /// The same with a variable more.
    pub(super) fn with(&self, name: &'static str, value: impl Into<String>) -> Self {
        let mut git = self.clone();
        git.variables.push((name, value.into()));
        git
    }

    /// The same with a setting more.
    pub(super) fn told(&self, setting: &'static str) -> Self {
        let mut git = self.clone();
        git.settings.extend(["-c", setting]);
        git
    }

    /// The folder it runs in.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs a command and gives what it said, however it ended.
    pub(super) fn ask(&self, arguments: &[&str], input: &[u8]) -> Result<Output, Trouble> {
        let mut said = self.once(arguments, input)?;
        for _ in 1..TRIES {
            if said.is_fine() || locked(&said.words).is_none() {
                break;
            }
            pause(PAUSE);
            said = self.once(arguments, input)?;
        }
        Ok(said)
    }

    /// Runs a command that has to end well.
    pub(super) fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Output, Trouble> {
        let said = self.ask(arguments, input)?;
        if said.is_fine() { Ok(said) } else { Err(Trouble::of_git(said.words)) }
    }

    /// Runs a command that has to end well and gives the line it printed.
    pub(super) fn line(&self, arguments: &[&str]) -> Result<String, Trouble> {
        Ok(self.run(arguments, b"")?.line())
    }

    /// Runs a command that prints a line, or ends badly when there is none.
    pub(super) fn maybe(&self, arguments: &[&str]) -> Result<Option<String>, Trouble> {
        let said = self.ask(arguments, b"")?;
        Ok(said.is_fine().then(|| said.line()).filter(|line| !line.is_empty()))
    }

    fn once(&self, arguments: &[&str], input: &[u8]) -> Result<Output, Trouble> {
        let mut command = Command::new("git");
        command
            .current_dir(&self.folder)
            .args(SETTINGS)
            .args(&self.settings)
            .args(arguments.iter().map(OsStr::new));
        for stray in STRAYS {
            command.env_remove(stray);
        }
        // What git says is read here, so it has to say it in one language.
        command.env("LC_ALL", "C").envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => Trouble::NoGit,
            _ => Trouble::Git(error.to_string()),
        })?;
        let pipe = child.stdin.take();
        let output = thread::scope(|scope| {
            // On its own thread: with both pipes full, writing here would wait for a reader that waits for us. That git
            // has read enough is its own affair.
            scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(input)));
            child.wait_with_output()
        });
        let output = output.map_err(|error| Trouble::Git(error.to_string()))?;
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(Output { code: output.status.code(), out: output.stdout, words })
    }
}

/// The lock for which git waited in vain, if that is what it says.
pub(super) fn locked(words: &str) -> Option<&str> {
    words.split_once("Unable to create '")?.1.split_once("': File exists").map(|(lock, _)| lock)
}

/// Waits a moment for whoever holds a lock; gives whether it is free.
pub(super) fn waits_for(lock: &Path) -> bool {
    (1..TRIES).any(|_| {
        let is_free = !lock.exists();
        if !is_free {
            pause(PAUSE);
        }
        is_free
    })
}

/// Waits so many milliseconds, up to twice as many: two clones that met once should not meet again.
pub(super) fn pause(milliseconds: u64) {
    let more = RandomState::new().hash_one(std::process::id()) % milliseconds.max(1);
    thread::sleep(Duration::from_millis(milliseconds + more));
}
