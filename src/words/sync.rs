//! What is said when a workspace is shared through git, and why it is not.

use std::fmt::Display;

pub const THERE_IS_NO_FOLDER_FOR_DRAFTS: &str = "there is no folder for drafts";

pub const OKR_RECORDS: &str = "OKR records, field by field";

pub fn others_set(names: impl Display) -> String {
    format!("others set {names}")
}
pub const OTHERS_MADE_ANOTHER_OF_THIS_NAME: &str = "others made another of this name";
pub const OTHERS_REMOVED_WHAT_IT_STANDS_IN: &str = "others removed what it stands in";
pub const OTHERS_REMOVED_IT: &str = "others removed it";
pub const OTHERS_CLOSED_ITS_QUARTER: &str = "others closed its quarter";
pub const OTHERS_COMMITTED_IT: &str = "others committed it";
pub const OTHERS_CHANGED_IT: &str = "others changed it";

pub fn the_commit_cannot_be_read(commit: impl Display) -> String {
    format!("the commit {commit} cannot be read")
}
pub fn not_taken(called: impl Display, gist: impl Display) -> String {
    format!("not taken: {called} ({gist})")
}
pub fn join_what_others_shared(short_branch: impl Display) -> String {
    format!("{short_branch}: join what others shared")
}

pub const THE_PATH_OF_THE_REPOSITORY: &str = "the path of the repository is no plain text of one line";

pub const A_FILE_CANNOT_BE_READ: &str = "a file cannot be read";
pub const THE_TEMPORARY_FOLDER_IS_NO_PLAIN_TEXT: &str = "the temporary folder is no plain text";

pub const INSTALL_IT: &str = "install it, or share the folder in another way";
pub const BEGIN_ONE_THERE: &str =
    "begin one there: git init, then git remote add origin URL\nor clone the one the team has";
pub const GIT_REMOTE_ADD_ORIGIN_URL: &str =
    "git remote add origin URL, then okr sync\nor commit here only: okr sync --no-push";
pub fn choose_one(remote: impl Display, branch: impl Display) -> String {
    format!("choose one: git push -u {remote} {branch}")
}
pub const FOLLOW_A_BRANCH_OF_A_REMOTE: &str = "follow a branch of a remote: git branch -u REMOTE/BRANCH";
pub fn under_its_own_name(remote: impl Display, branch: impl Display, there: impl Display) -> String {
    format!(
        "under its own name: git push -u {remote} {branch}, then okr sync\nor to {there}: git config push.default upstream, then okr sync"
    )
}
pub const SHARE_WITH_GIT_ITSELF_HERE: &str = "share with git itself here: git pull, git push";
pub const IT_SHARES_YOUR_CHANGES_TOO: &str = "it shares your changes too; okr sync again when it is done";
pub fn end_git_or_remove(lock: impl Display) -> String {
    format!("end the git that is at work here; if none is, one was cut off: remove {lock}\nthen okr sync")
}
pub const GO_TO_A_BRANCH: &str = "go to a branch: git switch main";
pub fn end_it_first(what: impl Display) -> String {
    format!("end it first: git status says how to finish or abort the {what}")
}
pub const GIT_CHECK_IGNORE_V_OKR_TOML: &str = "git check-ignore -v okr.toml names the line that says so";
pub const GIT_CONFIG_GLOBAL_USER_NAME_NAME: &str =
    "git config --global user.name NAME, and user.email ADDRESS";
pub const MEND_WHAT_IT_NAMES: &str = "mend what it names, then okr sync";
pub fn okr_check_names_all_of_them(hint: impl Display) -> String {
    format!("{hint}\nokr check names all of them")
}
pub const INSTALL_A_NEWER_VERSION: &str = "install a newer version";
pub const WHAT_IS_COMMITTED_HERE_GOES_OUT: &str = "what is committed here goes out with the next okr sync";
pub const PUSH_THEM_YOURSELF: &str =
    "push them yourself: git push, then okr sync\nor stay here: okr sync --no-push";
pub const IS_IT_THE_RIGHT_REMOTE: &str =
    "is it the right remote? git remote -v\nif so, join them once by hand: git pull";
pub const FETCH_THE_REST_OF_IT: &str = "fetch the rest of it: git fetch --unshallow";
pub const FOLLOW_IT_WITH_GIT: &str = "follow it with git: git pull; what is left in the old place then belongs there too\nnothing was taken in, and what is committed here waits";
pub const MERGE_THEM_WITH_GIT: &str = "merge them with git: git pull, then okr sync";
pub const COMMIT_THEM_OR_PUT_THEM_ASIDE: &str = "commit them or put them aside, then okr sync";
pub const MAKE_ROOM_IN_THE_STATE_FOLDER: &str = "make room in the state folder, then okr sync";
pub const IF_THE_BRANCH_IS_PROTECTED: &str =
    "if the branch is protected, go by a pull request:\ngit switch -c okrs, git push -u origin okrs";
pub const OKR_SYNC_AGAIN_IN_A_MOMENT: &str = "okr sync again in a moment";
pub const GIT_STATUS_SAYS_WHERE_THE_REPOSITORY_STANDS: &str = "git status says where the repository stands";
pub const GIT_IS_NOT_INSTALLED_HERE: &str = "git is not installed here";
pub fn is_in_no_git_repository(root: impl Display) -> String {
    format!("{root} is in no git repository")
}
pub const THE_REPOSITORY_HAS_NO_REMOTE: &str = "the repository has no remote to share with";
pub fn the_branch_follows_no_remote(branch: impl Display, remotes: impl Display) -> String {
    format!("the branch {branch} follows no remote, and there are several: {remotes}")
}
pub fn the_branch_follows_a_branch(branch: impl Display) -> String {
    format!("the branch {branch} follows a branch of this same repository")
}
pub fn the_branch_follows_one_named(branch: impl Display, there: impl Display) -> String {
    format!("the branch {branch} would go to {there}, which it follows under another name")
}
pub fn the_branch_is_pulled(pull: impl Display, push: impl Display) -> String {
    format!("the branch is pulled from {pull} and pushed to {push}")
}
pub const ANOTHER_OKR_SYNC_IS_AT_WORK_HERE: &str = "another okr sync is at work here";
pub fn git_holds(lock: impl Display) -> String {
    format!("another git is at work here: {lock} stands in the way")
}
pub const GIT_IS_ON_NO_BRANCH_HERE: &str = "git is on no branch here (a detached head)";
pub fn a_is_going_on_in_this_repository(what: impl Display) -> String {
    format!("a {what} is going on in this repository")
}
pub fn git_is_told_to_ignore(path: impl Display) -> String {
    format!("git is told to ignore {path}")
}
pub const GIT_DOES_NOT_KNOW_YOUR_NAME: &str = "git does not know your name and address";
pub fn the_index_is_broken(paths: impl Display) -> String {
    format!(
        "git's index is broken, the commit would remove files that stand here: {paths}; nothing was committed"
    )
}
pub fn git_did_not_take_the_commit(words: impl Display) -> String {
    format!("git did not take the commit: {words}")
}
pub fn cannot_be_reached(remote: impl Display, words: impl Display) -> String {
    format!("{remote} cannot be reached: {words}")
}
pub fn commits_that_are_not_about(commits: impl Display) -> String {
    format!("commits that are not about the OKRs would be pushed along: {commits}")
}
pub fn this_branch_and_the_one(remote: impl Display) -> String {
    format!("this branch and the one of {remote} have no commit in common")
}
pub const THIS_CLONE_HOLDS_ONLY_THE_END: &str =
    "this clone holds only the end of the history (a shallow clone)";
pub fn others_moved_the_workspace(folder: impl Display) -> String {
    format!("others moved this workspace to {folder} in the repository")
}
pub const OTHERS_REMOVED_THE_WORKSPACE: &str = "others removed this workspace from the repository";
pub fn others_changed_the_same_lines(paths: impl Display) -> String {
    format!("others changed the same lines of what is no OKR: {paths}")
}
pub fn others_changed_what_is_changed_here(paths: impl Display) -> String {
    format!("others changed what is changed here and not committed: {paths}")
}
pub fn what_you_wanted_cannot_be_kept(error: impl Display) -> String {
    format!("what you wanted cannot be kept as a draft: {error}")
}
pub fn does_not_take_the_push(remote: impl Display, words: impl Display) -> String {
    format!("{remote} does not take the push: {words}")
}
pub fn others_pushed_to_each_time_just_before(remote: impl Display) -> String {
    format!("others pushed to {remote} each time just before")
}
pub fn git_refused(words: impl Display) -> String {
    format!("git refused: {words}")
}
pub const GIT_SHARES_ONLY_THE_LINK: &str = "this is a link, and git shares it without what it leads to";
pub const PUT_THE_FILE_ITSELF_HERE: &str = "put the file itself here";
pub fn it_is_not_shared_like_this(
    path: impl Display,
    line: impl Display,
    column: impl Display,
    message: impl Display,
) -> String {
    format!("{path}:{line}:{column}: {message}; it is not shared like this")
}
pub const IT_DID_NOT_SAY_WHY: &str = "it did not say why";
