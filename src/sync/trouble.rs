//! What keeps a team's changes from being shared: what happened, in a sentence, and the next step.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::domain::display::visible;
use crate::domain::team::FORMAT;
use crate::store::problem::Problem;
use crate::store::write::error::WriteError;

/// Why sharing stopped. Nothing is ever left half done.
#[derive(Debug)]
pub enum Trouble {
    /// Git is not installed.
    NoGit,
    /// The workspace lies in no repository.
    NoRepository(PathBuf),
    /// The repository has no remote.
    NoRemote,
    /// There are several remotes, and the branch follows none.
    WhichRemote {
        /// The branch, such as `main`.
        branch: String,
        /// The names of the remotes.
        remotes: Vec<String>,
    },
    /// The branch follows a branch of this same repository.
    Local(String),
    /// The branch is pulled from one remote and pushed to another.
    TwoRemotes(String, String),
    /// Another `okr sync` is at work here.
    Busy,
    /// The work tree is on no branch.
    Detached,
    /// A merge, rebase or the like is going on.
    Underway(&'static str),
    /// Git is told to leave the files of the workspace out.
    Ignored(PathBuf),
    /// Git does not know who commits.
    NoName,
    /// A hook of this repository, or git itself, did not take the commit.
    CommitRefused(String),
    /// A file of the workspace is damaged and is not given to others.
    Damaged(Box<Problem>),
    /// The files, here or there, are of a newer format.
    Newer(i64),
    /// The remote cannot be reached.
    Unreachable(String, String),
    /// Commits that are not about the workspace wait here and would be pushed along.
    Others(Vec<String>),
    /// The two histories have nothing in common.
    Unrelated(String),
    /// This clone lacks the part of the history in which the two met.
    Shallow,
    /// Files that are no records were changed here and there, and do not fit together.
    Elsewhere(Vec<String>),
    /// What others have changed lies under changes that are not committed here.
    InTheWay(Vec<String>),
    /// What was wanted could not be kept as a draft, so it was not put aside.
    NoDraft(io::Error),
    /// The workspace cannot be written.
    Write(WriteError),
    /// The remote does not take a push.
    PushRefused(String, String),
    /// Others pushed each time just before.
    Raced(String),
    /// Git refused something else, in its own words.
    Git(String),
}

impl Trouble {
    /// What to do about it, line by line.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NoGit => "install it, or share the folder in another way".to_owned(),
            Self::NoRepository(_) => {
                "begin one there: git init, then git remote add origin URL\nor clone the one the team has".to_owned()
            }
            Self::NoRemote => "git remote add origin URL, then okr sync\nor commit here only: okr sync --no-push".to_owned(),
            Self::WhichRemote { branch, remotes } => {
                let remote = remotes.first().map_or("origin", String::as_str);
                format!("choose one: git push -u {remote} {branch}")
            }
            Self::Local(_) => "follow a branch of a remote: git branch -u REMOTE/BRANCH".to_owned(),
            Self::TwoRemotes(..) => "share with git itself here: git pull, git push".to_owned(),
            Self::Busy => "it shares your changes too; okr sync again when it is done".to_owned(),
            Self::Detached => "go to a branch: git switch main".to_owned(),
            Self::Underway(what) => format!("end it first: git status says how to finish or abort the {what}"),
            Self::Ignored(_) => "git check-ignore -v okr.toml names the line that says so".to_owned(),
            Self::NoName => "git config --global user.name NAME, and user.email ADDRESS".to_owned(),
            Self::CommitRefused(_) => "mend what it names, then okr sync".to_owned(),
            Self::Damaged(problem) => format!("{}\nokr check names all of them", problem.hint),
            Self::Newer(_) => "install a newer version".to_owned(),
            Self::Unreachable(..) => "what is committed here goes out with the next okr sync".to_owned(),
            Self::Others(_) => "push them yourself: git push, then okr sync\nor stay here: okr sync --no-push".to_owned(),
            Self::Unrelated(_) => "is it the right remote? git remote -v\nif so, join them once by hand: git pull".to_owned(),
            Self::Shallow => "fetch the rest of it: git fetch --unshallow".to_owned(),
            Self::Elsewhere(_) => "merge them with git: git pull, then okr sync".to_owned(),
            Self::InTheWay(_) => "commit them or put them aside, then okr sync".to_owned(),
            Self::NoDraft(_) => "make room in the state folder, then okr sync".to_owned(),
            Self::Write(error) => error.hint().to_owned(),
            Self::PushRefused(..) => {
                "if the branch is protected, go by a pull request:\ngit switch -c okrs, git push -u origin okrs".to_owned()
            }
            Self::Raced(_) => "okr sync again in a moment".to_owned(),
            Self::Git(_) => "git status says where the repository stands".to_owned(),
        }
    }
}

/// Says what happened in one sentence, safe for a terminal whatever the names are; what to do is [`Trouble::hint`].
impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&visible(&self.says()))
    }
}

impl Trouble {
    fn says(&self) -> String {
        match self {
            Self::NoGit => "git is not installed here".to_owned(),
            Self::NoRepository(root) => format!("{} is in no git repository", root.display()),
            Self::NoRemote => "the repository has no remote to share with".to_owned(),
            Self::WhichRemote { branch, remotes } => {
                format!("the branch {branch} follows no remote, and there are several: {}", list(remotes))
            }
            Self::Local(branch) => format!("the branch {branch} follows a branch of this same repository"),
            Self::TwoRemotes(pull, push) => format!("the branch is pulled from {pull} and pushed to {push}"),
            Self::Busy => "another okr sync is at work here".to_owned(),
            Self::Detached => "git is on no branch here (a detached head)".to_owned(),
            Self::Underway(what) => format!("a {what} is going on in this repository"),
            Self::Ignored(path) => format!("git is told to ignore {}", path.display()),
            Self::NoName => "git does not know your name and address".to_owned(),
            Self::CommitRefused(words) => format!("git did not take the commit: {}", gist(words)),
            Self::Damaged(problem) => damage(problem),
            Self::Newer(format) => {
                format!("the files are of format {format}, this version writes format {FORMAT}")
            }
            Self::Unreachable(remote, words) => format!("{remote} cannot be reached: {}", gist(words)),
            Self::Others(commits) => {
                format!("commits that are not about the OKRs would be pushed along: {}", list(commits))
            }
            Self::Unrelated(remote) => {
                format!("this branch and the one of {remote} have no commit in common")
            }
            Self::Shallow => "this clone holds only the end of the history (a shallow clone)".to_owned(),
            Self::Elsewhere(paths) => {
                format!("others changed the same lines of what is no OKR: {}", list(paths))
            }
            Self::InTheWay(paths) => {
                format!("others changed what is changed here and not committed: {}", list(paths))
            }
            Self::NoDraft(error) => format!("what you wanted cannot be kept as a draft: {error}"),
            Self::Write(error) => error.to_string(),
            Self::PushRefused(remote, words) => format!("{remote} does not take the push: {}", gist(words)),
            Self::Raced(remote) => format!("others pushed to {remote} each time just before"),
            Self::Git(words) => format!("git refused: {}", gist(words)),
        }
    }
}

fn damage(problem: &Problem) -> String {
    let Problem { path, line, column, message, .. } = problem;
    let message = message.trim_end_matches('.');
    format!("{}:{line}:{column}: {message}; it is not shared like this", path.display())
}

impl Error for Trouble {}

/// The most names that are listed.
const LISTED: usize = 5;

fn list(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(LISTED).cloned().collect();
    if names.len() > LISTED {
        shown.push(format!("{} more", names.len() - LISTED));
    }
    shown.join(", ")
}

/// The most lines of git that are repeated, and the most characters of each.
const REPEATED: (usize, usize) = (3, 200);

/// What git said, without its advice and its headings.
fn gist(words: &str) -> String {
    let heads = ["hint:", "To ", "Everything up-to-date", "warning:"];
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines: Vec<String> = lines
        .filter(|line| !heads.iter().any(|head| line.starts_with(head)))
        .map(|line| {
            ["fatal:", "error:", "remote:"]
                .iter()
                .fold(line, |line, head| line.strip_prefix(head).unwrap_or(line))
        })
        .map(|line| line.chars().take(REPEATED.1).collect::<String>().trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    lines.dedup();
    lines.truncate(REPEATED.0);
    if lines.is_empty() { "it did not say why".to_owned() } else { lines.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_said_is_told_without_its_advice() {
        let words = "To file:///x\nremote: error: the branch is protected   \nremote: \nhint: try this\nerror: failed to push\n";
        assert_eq!(gist(words), "error: the branch is protected; failed to push");
        assert_eq!(gist("\n"), "it did not say why");
        assert_eq!(Trouble::Git("fatal: \u{1b}[2Jgone".to_owned()).to_string(), "git refused: ␛[2Jgone");
    }

    #[test]
    fn many_names_are_not_all_listed() {
        let names: Vec<String> = (1..=8).map(|number| format!("n{number}")).collect();
        assert_eq!(list(&names), "n1, n2, n3, n4, n5, 3 more");
    }
}
