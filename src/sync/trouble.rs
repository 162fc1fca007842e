//! What keeps a team's changes from being shared: what happened, in a sentence, and the next step.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use super::git::locked;
use crate::domain::display::visible;
use crate::domain::team::FORMAT;
use crate::store::problem::Problem;
use crate::store::write::error::WriteError;
use crate::words::anywhere;
use crate::words::sync as words;

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
    /// The branch follows one of another name there.
    OtherName {
        /// The branch, such as `okr-pr`.
        branch: String,
        /// The name of the remote.
        remote: String,
        /// The branch it follows, such as `origin/main`.
        there: String,
    },
    /// Another `okr sync` is at work here.
    Busy,
    /// Somebody else holds this lock of git, or was ended while holding it.
    Locked(String),
    /// The work tree is on no branch.
    Detached,
    /// A merge, rebase or the like is going on.
    Underway(&'static str),
    /// Git is told to leave the files of the workspace out.
    Ignored(PathBuf),
    /// Git does not know who commits.
    NoName,
    /// A commit would remove files that stand here: the index is broken.
    WouldRemove(Vec<String>),
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
    /// Others moved the workspace to another folder of the repository, or removed it.
    Moved(Option<String>),
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
    /// What git said when it ended badly.
    pub(super) fn of_git(words: String) -> Self {
        locked(&words).map(str::to_owned).map_or(Self::Git(words), Self::Locked)
    }

    /// What to do about it, line by line.
    pub fn hint(&self) -> String {
        match self {
            Self::NoGit => words::INSTALL_IT.to_owned(),
            Self::NoRepository(_) => words::BEGIN_ONE_THERE.to_owned(),
            Self::NoRemote => words::GIT_REMOTE_ADD_ORIGIN_URL.to_owned(),
            Self::WhichRemote { branch, remotes } => {
                let remote = remotes.first().map_or("origin", String::as_str);
                words::choose_one(remote, branch)
            }
            Self::Local(_) => words::FOLLOW_A_BRANCH_OF_A_REMOTE.to_owned(),
            Self::TwoRemotes(..) => words::SHARE_WITH_GIT_ITSELF_HERE.to_owned(),
            Self::OtherName { branch, remote, there } => {
                words::under_its_own_name(visible(remote), visible(branch), visible(there))
            }
            Self::Busy => words::IT_SHARES_YOUR_CHANGES_TOO.to_owned(),
            Self::Locked(lock) => words::end_git_or_remove(visible(lock)),
            Self::Detached => words::GO_TO_A_BRANCH.to_owned(),
            Self::Underway(what) => words::end_it_first(what),
            Self::Ignored(_) => words::GIT_CHECK_IGNORE_V_OKR_TOML.to_owned(),
            Self::NoName => words::GIT_CONFIG_GLOBAL_USER_NAME_NAME.to_owned(),
            Self::CommitRefused(_) => words::MEND_WHAT_IT_NAMES.to_owned(),
            Self::Damaged(problem) => words::okr_check_names_all_of_them(&problem.hint),
            Self::Newer(_) => words::INSTALL_A_NEWER_VERSION.to_owned(),
            Self::Unreachable(..) => words::WHAT_IS_COMMITTED_HERE_GOES_OUT.to_owned(),
            Self::Others(_) => words::PUSH_THEM_YOURSELF.to_owned(),
            Self::Unrelated(_) => words::IS_IT_THE_RIGHT_REMOTE.to_owned(),
            Self::Shallow => words::FETCH_THE_REST_OF_IT.to_owned(),
            Self::Moved(_) => words::FOLLOW_IT_WITH_GIT.to_owned(),
            Self::Elsewhere(_) => words::MERGE_THEM_WITH_GIT.to_owned(),
            Self::InTheWay(_) => words::COMMIT_THEM_OR_PUT_THEM_ASIDE.to_owned(),
            Self::NoDraft(_) => words::MAKE_ROOM_IN_THE_STATE_FOLDER.to_owned(),
            Self::Write(error) => error.hint().to_owned(),
            Self::PushRefused(..) => words::IF_THE_BRANCH_IS_PROTECTED.to_owned(),
            Self::Raced(_) => words::OKR_SYNC_AGAIN_IN_A_MOMENT.to_owned(),
            Self::WouldRemove(_) | Self::Git(_) => {
                words::GIT_STATUS_SAYS_WHERE_THE_REPOSITORY_STANDS.to_owned()
            }
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
            Self::NoGit => words::GIT_IS_NOT_INSTALLED_HERE.to_owned(),
            Self::NoRepository(root) => words::is_in_no_git_repository(root.display()),
            Self::NoRemote => words::THE_REPOSITORY_HAS_NO_REMOTE.to_owned(),
            Self::WhichRemote { branch, remotes } => {
                words::the_branch_follows_no_remote(branch, list(remotes))
            }
            Self::Local(branch) => words::the_branch_follows_a_branch(branch),
            Self::TwoRemotes(pull, push) => words::the_branch_is_pulled(pull, push),
            Self::OtherName { branch, there, .. } => words::the_branch_follows_one_named(branch, there),
            Self::Busy => words::ANOTHER_OKR_SYNC_IS_AT_WORK_HERE.to_owned(),
            Self::Locked(lock) => words::git_holds(lock),
            Self::Detached => words::GIT_IS_ON_NO_BRANCH_HERE.to_owned(),
            Self::Underway(what) => words::a_is_going_on_in_this_repository(what),
            Self::Ignored(path) => words::git_is_told_to_ignore(path.display()),
            Self::NoName => words::GIT_DOES_NOT_KNOW_YOUR_NAME.to_owned(),
            Self::WouldRemove(paths) => words::the_index_is_broken(list(paths)),
            Self::CommitRefused(words) => words::git_did_not_take_the_commit(gist(words)),
            Self::Damaged(problem) => damage(problem),
            Self::Newer(format) => anywhere::the_files_are_of_format(format, FORMAT),
            Self::Unreachable(remote, words) => words::cannot_be_reached(remote, gist(words)),
            Self::Others(commits) => words::commits_that_are_not_about(list(commits)),
            Self::Unrelated(remote) => words::this_branch_and_the_one(remote),
            Self::Shallow => words::THIS_CLONE_HOLDS_ONLY_THE_END.to_owned(),
            Self::Moved(Some(folder)) => words::others_moved_the_workspace(folder),
            Self::Moved(None) => words::OTHERS_REMOVED_THE_WORKSPACE.to_owned(),
            Self::Elsewhere(paths) => words::others_changed_the_same_lines(list(paths)),
            Self::InTheWay(paths) => words::others_changed_what_is_changed_here(list(paths)),
            Self::NoDraft(error) => words::what_you_wanted_cannot_be_kept(error),
            Self::Write(error) => error.to_string(),
            Self::PushRefused(remote, words) => words::does_not_take_the_push(remote, gist(words)),
            Self::Raced(remote) => words::others_pushed_to_each_time_just_before(remote),
            Self::Git(words) => words::git_refused(gist(words)),
        }
    }
}

fn damage(problem: &Problem) -> String {
    let Problem { path, line, column, message, .. } = problem;
    let message = message.trim_end_matches('.');
    words::it_is_not_shared_like_this(path.display(), line, column, message)
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
    if lines.is_empty() { words::IT_DID_NOT_SAY_WHY.to_owned() } else { lines.join("; ") }
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
