//! Commands: what is typed, and what came of it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;

use super::args::Args;
use super::home::Home;
use super::process::{PATIENCE, signal, starting};

/// A command being written. Nothing happens before [`Typed::run`].
#[must_use = "a command does nothing until it is run"]
pub struct Typed {
    command: Command,
    line: String,
    stdin: Option<String>,
}

/// Begins an `okr` command in the home's work folder, without a terminal and with an empty stdin.
pub fn okr(home: &Home) -> Typed {
    program(home, Path::new(env!("CARGO_BIN_EXE_okr")))
}

impl Home {
    /// Runs an `okr` command in the work folder, without a terminal and with an empty stdin.
    #[track_caller]
    pub fn okr(&self, args: impl Args) -> Outcome {
        okr(self).args(args).run()
    }
}

/// Begins the command of any program, such as `git`.
pub fn program(home: &Home, path: &Path) -> Typed {
    let mut command = Command::new(path);
    command.env_clear().envs(home.environment()).current_dir(home.work());
    let line = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Typed { command, line, stdin: None }
}

/// The verbs, as `okr --help` lists them.
pub fn verbs() -> Vec<String> {
    let help = Home::empty().okr("--help");
    let list = help.stdout().lines().skip_while(|line| *line != "Commands:").skip(1);
    let lines = list.take_while(|line| !line.is_empty());
    let first = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let verbs: Vec<String> =
        first.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    assert!(verbs.iter().any(|verb| verb == "checkin"), "{}", help.stdout());
    verbs.into_iter().filter(|verb| verb != "help").collect()
}

impl Typed {
    /// Starts in this folder; a relative one is taken from the work folder.
    pub fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        let work = self.command.get_current_dir().map(PathBuf::from).unwrap_or_default();
        self.command.current_dir(work.join(dir));
        self
    }

    /// Adds arguments: `"lint --format json"`, or a list where words hold blanks.
    pub fn args(mut self, args: impl Args) -> Self {
        for word in args.words() {
            self.line.push(' ');
            self.line.push_str(&word);
            self.command.arg(word);
        }
        self
    }

    /// Sets one variable for this command only.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Gives the text as stdin, through a pipe.
    pub fn stdin(mut self, text: &str) -> Self {
        self.stdin = Some(text.to_owned());
        self
    }

    /// Runs it to its end. Panics when it has not ended after [`PATIENCE`].
    #[track_caller]
    pub fn run(mut self) -> Outcome {
        let stdin = if self.stdin.is_some() { Stdio::piped() } else { Stdio::null() };
        self.command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = {
            let _one_at_a_time = starting();
            self.command.spawn().unwrap_or_else(|why| panic!("`{}` does not start: {why}", self.line))
        };
        if let (Some(mut pipe), Some(text)) = (child.stdin.take(), self.stdin) {
            // On its own thread: with both pipes full, writing here would wait for a reader that waits for us.
            // A program that stops reading early is its own affair.
            thread::spawn(move || pipe.write_all(text.as_bytes()));
        }
        Outcome::of(self.line, child)
    }
}

/// What a command printed and how it ended.
#[must_use = "check at least the exit code"]
pub struct Outcome {
    line: String,
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Outcome {
    #[track_caller]
    fn of(line: String, child: Child) -> Self {
        let id = child.id();
        let (tell, hear) = mpsc::channel();
        thread::spawn(move || tell.send(child.wait_with_output()));
        let Ok(ended) = hear.recv_timeout(PATIENCE) else {
            signal("KILL", &id.to_string());
            panic!("`{line}` has not ended after {PATIENCE:?}");
        };
        let Output { status, stdout, stderr } = ended.unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("a program prints UTF-8");
        Self { line, code: status.code(), stdout: text(stdout), stderr: text(stderr) }
    }

    /// Checks the exit code.
    #[track_caller]
    pub fn code(&self, code: i32) -> &Self {
        self.check(self.code == Some(code), &format!("exit code {code}"))
    }

    /// Checks that stdout holds the text.
    #[track_caller]
    pub fn stdout_has(&self, text: &str) -> &Self {
        self.check(self.stdout.contains(text), &format!("on stdout: {text}"))
    }

    /// Checks that stdout does not hold the text.
    #[track_caller]
    pub fn stdout_lacks(&self, text: &str) -> &Self {
        self.check(!self.stdout.contains(text), &format!("not on stdout: {text}"))
    }

    /// Checks that stderr holds the text.
    #[track_caller]
    pub fn stderr_has(&self, text: &str) -> &Self {
        self.check(self.stderr.contains(text), &format!("on stderr: {text}"))
    }

    /// Checks that stderr does not hold the text.
    #[track_caller]
    pub fn stderr_lacks(&self, text: &str) -> &Self {
        self.check(!self.stderr.contains(text), &format!("not on stderr: {text}"))
    }

    /// Checks that there was no talk.
    #[track_caller]
    pub fn stderr_is_empty(&self) -> &Self {
        self.check(self.stderr.is_empty(), "an empty stderr")
    }

    /// What came on stdout: data.
    pub fn stdout(&self) -> &str {
        &self.stdout
    }

    /// What came on stderr: talk.
    pub fn stderr(&self) -> &str {
        &self.stderr
    }

    /// How it ended; none when a signal ended it.
    pub fn exit_code(&self) -> Option<i32> {
        self.code
    }

    /// Reads stdout as one JSON value.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        match serde_json::from_str(&self.stdout) {
            Ok(value) => value,
            Err(why) => self.stop(&format!("JSON on stdout ({why})")),
        }
    }

    #[track_caller]
    fn check(&self, holds: bool, wanted: &str) -> &Self {
        if !holds {
            self.stop(wanted);
        }
        self
    }

    #[track_caller]
    fn stop(&self, wanted: &str) -> ! {
        let Self { line, code, stdout, stderr } = self;
        panic!(
            "`{line}` was to give {wanted}\nexit code: {code:?}\n── stdout\n{stdout}\n── stderr\n{stderr}\n──"
        );
    }
}

/// A home whose workspace is the sample, in the middle of its quarter.
pub fn in_sample() -> Home {
    let home = Home::empty();
    home.okr("init okrs --sample").code(0);
    let okrs = home.work().join("okrs");
    home.with("OKR_WORKSPACE", okrs.to_str().unwrap())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(home: &Home, script: &str) -> Typed {
        program(home, Path::new("/bin/sh")).args(["-c", script])
    }

    #[test]
    fn the_real_binary_runs_in_an_empty_home() {
        let home = Home::empty();
        home.okr("--help").code(0).stderr_is_empty();
    }

    #[test]
    fn a_command_sees_its_arguments_folder_variables_and_stdin() {
        let home = Home::empty();
        std::fs::create_dir(home.work().join("inner")).unwrap();
        let outcome = sh(&home, r#"printf '%s|' "$@" "$MORE" "$OKR_TODAY"; pwd; cat; echo talk >&2; exit 3"#)
            .args("sh 'a b' c")
            .dir("inner")
            .env("MORE", "more")
            .stdin("typed")
            .run();
        outcome
            .code(3)
            .stdout_has("a b|c|more|2027-02-11|")
            .stdout_has("work/inner\ntyped")
            .stderr_has("talk");
        assert_eq!((outcome.stderr(), outcome.exit_code()), ("talk\n", Some(3)));
        assert!(outcome.stdout().ends_with("typed"));
    }

    #[test]
    fn a_command_inherits_nothing_but_the_path() {
        let home = Home::empty();
        sh(&home, "env").run().code(0).stdout_has("PATH=").stdout_lacks("CARGO").stderr_is_empty();
    }

    #[test]
    fn more_stdin_than_a_pipe_holds_does_not_block() {
        let home = Home::empty();
        let long = "x".repeat(1 << 20);
        assert_eq!(sh(&home, "cat").stdin(&long).run().stdout().len(), 1 << 20);
        sh(&home, "exit 0").stdin(&long).run().code(0);
    }

    #[test]
    fn json_is_read_from_stdout() {
        let home = Home::empty();
        let json = sh(&home, r#"echo '{"due": 3}'"#).run().json();
        assert_eq!(json["due"], 3);
    }

    #[test]
    #[should_panic(
        expected = "was to give exit code 0\nexit code: Some(2)\n── stdout\nout\n\n── stderr\nerr"
    )]
    fn a_wrong_exit_code_shows_all_that_was_printed() {
        sh(&Home::empty(), "echo out; echo err >&2; exit 2").run().code(0);
    }

    #[test]
    #[should_panic(expected = "JSON on stdout")]
    fn what_is_not_json_stops_the_test() {
        let _ = sh(&Home::empty(), "echo no").run().json();
    }
}
