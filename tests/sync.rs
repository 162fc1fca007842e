//! `okr sync` and the merge driver, by the real binary and the real git, with a bare repository over the file protocol.

pub mod clashes;
pub mod clones;
pub mod corrections;
pub mod decided;
pub mod driver;
pub mod eight;
pub mod killed;
pub mod picks;
pub mod privacy;
pub mod refusals;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::support::cli::{Outcome, program};
use crate::support::tree::write;
use crate::support::{Home, okr};

/// A team whose workspace lies in a repository that all share.
pub(crate) struct Team {
    pub(crate) home: Home,
}

/// The folder of the quarter within a workspace.
pub(crate) const QUARTER: &str = "teams/payments/2027-q1";
/// The key result of [`Team::begun`].
pub(crate) const KEY_RESULT: &str = "teams/payments/2027-q1/objectives/sign-in-works/failures.toml";

impl Team {
    /// A bare repository that nobody has pushed to.
    pub(crate) fn empty() -> Self {
        let team = Self::new();
        team.git(".", "init --quiet --bare origin.git");
        team
    }

    fn new() -> Self {
        let home = Home::empty().with("GIT_CONFIG_NOSYSTEM", "1");
        let settings = "[user]\nname = Kim Sorge\nemail = kim@example.org\n[init]\ndefaultBranch = main\n";
        write(home.user(), ".gitconfig", settings);
        Self { home }
    }

    /// A repository with a committed set of one key result; the clone `ada` has it. It is made once and copied.
    pub(crate) fn begun() -> Self {
        static BEGUN: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
        Self::with(BEGUN.get_or_init(|| everything(&Self::begin().home.work())))
    }

    /// The same with a second clone, `lin`.
    pub(crate) fn two() -> Self {
        let team = Self::begun();
        team.clone_as("lin");
        team
    }

    /// The same folders in a home of its own, where nobody has typed anything yet.
    #[cfg(unix)]
    pub(crate) fn copy(&self) -> Self {
        Self::with(&everything(&self.home.work()))
    }

    fn with(files: &[(PathBuf, Vec<u8>)]) -> Self {
        let team = Self::new();
        for (path, bytes) in files {
            let at = team.home.work().join(path);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            fs::write(at, bytes).unwrap();
        }
        team
    }

    fn begin() -> Self {
        let team = Self::empty();
        team.clone_as("ada");
        team.okr("ada", "init . --team Payments --cycle 2027-Q1 --objective 'Sign-in works'");
        team.okr(
            "ada",
            "add kr sign-in failures metric=failures aggregation=share baseline=2.3% target=0.5% source=logs",
        );
        team.shares("ada", "commit --reason 'the test needs no more'");
        // Wherever it is copied to, the way leads to the copy.
        team.git("ada", "remote set-url origin ../origin.git");
        team
    }

    /// Clones the shared repository into a folder of the work folder.
    pub(crate) fn clone_as(&self, name: &str) {
        self.git(".", format!("clone --quiet origin.git {name}").as_str());
    }

    /// The folder of a clone.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.home.work().join(name)
    }

    /// Runs git, which has to end well; gives what it printed.
    #[track_caller]
    pub(crate) fn git(&self, dir: &str, line: &str) -> String {
        let outcome = program(&self.home, Path::new("git")).dir(dir).args(line).run();
        outcome.code(0);
        outcome.stdout().trim_end().to_owned()
    }

    /// Runs `okr`, which has to end well; gives what it printed.
    #[track_caller]
    pub(crate) fn okr(&self, dir: &str, line: &str) -> String {
        let outcome = self.ends(dir, line, 0);
        outcome.stdout().trim_end().to_owned()
    }

    /// Runs `okr` and shares what came of it; both have to end well.
    #[track_caller]
    pub(crate) fn shares(&self, dir: &str, line: &str) {
        self.okr(dir, line);
        self.okr(dir, "sync");
    }

    /// Runs `okr`, which has to end with this code.
    #[track_caller]
    pub(crate) fn ends(&self, dir: &str, line: &str, code: i32) -> Outcome {
        let outcome = okr(&self.home).dir(dir).args(line).run();
        outcome.code(code);
        outcome
    }

    /// Runs `okr sync`, which has to stop with code 4 and these words.
    #[track_caller]
    pub(crate) fn stops(&self, dir: &str, words: &str) -> Outcome {
        let outcome = self.ends(dir, "sync", 4);
        outcome.stderr_has(words);
        outcome
    }

    /// Writes a file that is none of ours and commits it as `half-way`, as somebody does with other work in the repository.
    pub(crate) fn commits(&self, dir: &str, path: &str, text: &str) {
        write(self.at(dir), path, text);
        self.git(dir, format!("add {path}").as_str());
        self.git(dir, format!("commit --quiet -m half-way {path}").as_str());
    }

    /// Where a branch stands.
    pub(crate) fn commit(&self, dir: &str, name: &str) -> String {
        self.git(dir, format!("rev-parse {name}").as_str())
    }
}

/// All files below a folder, what git keeps for itself included.
fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                found.push((path.strip_prefix(folder).unwrap().to_owned(), bytes));
            }
        }
    }
    found
}
