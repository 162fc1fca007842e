//! Whatever keeps a team from sharing: a sentence, the next step, code 4, and nothing half done.

use super::{KEY_RESULT, Team};
#[cfg(unix)]
use crate::support::tree::paths_like;
use crate::support::tree::{file, toml, write};
use crate::support::{Snapshot, okr};

/// A clone `lin` in which something waits to be shared.
fn waiting() -> Team {
    let team = Team::two();
    team.okr("lin", "set failures contact=Lin");
    team
}

/// Stops with these words and leaves commits, index and files of `lin` as they were.
#[track_caller]
fn stops_untouched(team: &Team, words: &str, hint: &str) {
    let look = || {
        let git = |line: &str| team.git("lin", line);
        (git("for-each-ref"), git("status --porcelain=v2 --branch"), Snapshot::of(team.at("lin")))
    };
    let (refs, status, files) = look();
    team.stops("lin", words).stderr_has(hint);
    let (refs_after, status_after, files_after) = look();
    assert_eq!((refs_after, status_after), (refs, status));
    assert_eq!(files_after.changes_since(&files), Vec::<String>::new());
}

#[test]
fn without_git_or_a_repository() {
    let team = waiting();
    let nothing = team.at("nothing");
    std::fs::create_dir(&nothing).unwrap();
    let outcome = okr(&team.home).dir("lin").args("sync").env("PATH", nothing.to_str().unwrap()).run();
    outcome.code(4).stderr_has("git is not installed here").stderr_has("install it");
    team.okr(".", "init alone --team Solo");
    let stopped = team.stops("alone", "is in no git repository");
    stopped.stderr_has("git init").stdout_lacks("committed");
    assert_eq!(stopped.stderr().lines().count(), 3, "{}", stopped.stderr());
    let json = team.ends("alone", "sync --json", 4).json();
    assert!(json["trouble"]["says"].as_str().unwrap().contains("no git repository"));
    let json = team.ends("alone", "sync --dry-run --json", 4).json();
    assert!(json["trouble"]["says"].as_str().unwrap().contains("no git repository"), "{json}");
    assert!(json["would_commit"].is_null() && json["trouble"]["hint"].is_string(), "{json}");
}

#[test]
fn without_a_remote_or_with_too_many() {
    let team = waiting();
    team.git("lin", "remote remove origin");
    stops_untouched(&team, "no remote to share with", "git remote add origin");
    assert!(team.okr("lin", "sync --no-push").starts_with("committed  "));
    team.git("lin", "remote add one ../origin.git");
    team.git("lin", "remote add two ../origin.git");
    stops_untouched(&team, "follows no remote, and there are several: one, two", "git push -u one main");
}

#[test]
fn where_the_branch_goes_two_ways_or_nowhere() {
    let team = waiting();
    team.git("lin", "config remote.pushDefault fork");
    stops_untouched(&team, "pulled from origin and pushed to fork", "git pull, git push");
    team.git("lin", "config --unset remote.pushDefault");
    team.git("lin", "branch --quiet other");
    team.git("lin", "branch --quiet -u other");
    stops_untouched(&team, "follows a branch of this same repository", "git branch -u REMOTE/BRANCH");
}

#[test]
fn a_branch_that_follows_one_of_another_name() {
    let team = waiting();
    let main = team.commit("origin.git", "main");
    team.git("lin", "switch --quiet -c okr-pr --track origin/main");
    let words = "the branch okr-pr would go to origin/main, which it follows under another name";
    stops_untouched(&team, words, "git push -u origin okr-pr, then okr sync");
    stops_untouched(&team, words, "or to origin/main: git config push.default upstream");
    assert!(team.okr("lin", "sync --no-push").starts_with("committed  "));
    team.git("lin", "push --quiet -u origin okr-pr");
    team.okr("lin", "set failures data=have");
    assert!(team.okr("lin", "sync").ends_with("pushed     1 commit to origin/okr-pr"));
    assert_eq!(team.commit("origin.git", "main"), main, "nobody has looked at it yet");
    // Who has told git so means the branch it follows.
    team.git("lin", "branch --quiet -u origin/main");
    team.git("lin", "config push.default upstream");
    let json = team.ends("lin", "sync --json", 0).json();
    assert_eq!((json["pushed"].as_i64(), json["pushed_to"].as_str()), (Some(2), Some("origin/main")));
    assert_eq!(team.commit("origin.git", "main"), team.commit("lin", "HEAD"));
}

#[test]
fn while_another_git_holds_the_index() {
    let team = waiting();
    write(team.at("lin"), ".git/index.lock", "");
    let lock = team.at("lin").join(".git/index.lock").display().to_string();
    stops_untouched(&team, "another git is at work here: ", &format!("remove {lock}"));
    std::fs::remove_file(lock).unwrap();
    assert!(team.okr("lin", "sync").ends_with("pushed     1 commit to origin/main"));
    assert_eq!(team.git("lin", "status --porcelain"), "");
    // What only comes in is not half taken in either.
    team.okr("ada", "sync");
    team.shares("ada", "set failures data=have");
    write(team.at("lin"), ".git/index.lock", "");
    team.stops("lin", "another git is at work here: ").stderr_has("then okr sync");
    std::fs::remove_file(team.at("lin").join(".git/index.lock")).unwrap();
    assert_eq!(team.okr("lin", "sync"), "pulled     1 commit");
}

#[test]
fn an_index_that_git_splits_and_loses_takes_no_file_away() {
    let team = waiting();
    let files = team.git("lin", "ls-tree -r --name-only HEAD");
    team.git("lin", "config core.splitIndex true");
    team.git("lin", "config index.skipHash true");
    assert!(team.okr("lin", "sync").ends_with("pushed     1 commit to origin/main"));
    assert_eq!(team.git("origin.git", "ls-tree -r --name-only main"), files);
    assert_eq!(team.git("origin.git", "diff --name-only main~1 main"), KEY_RESULT);
}

#[cfg(unix)]
#[test]
fn a_file_that_stands_is_never_committed_as_gone() {
    let team = waiting();
    let real = team.git(".", "--exec-path");
    let lost = "case \"$*\" in *'update-index --add'*) [ -n \"$GIT_INDEX_FILE\" ] && rm -f \"$GIT_INDEX_FILE\";; esac";
    hook(&team, "broken/git", &format!("{lost}\nexec '{real}/git' \"$@\""));
    let path = format!("{}:{}", team.at("broken").display(), std::env::var("PATH").unwrap_or_default());
    let head = team.commit("lin", "HEAD");
    let outcome = okr(&team.home).dir("lin").args("sync").env("PATH", &path).run();
    outcome.code(4).stderr_has("the commit would remove files that stand here: ").stderr_has("okr.toml");
    assert_eq!(team.commit("lin", "HEAD"), head);
    assert!(team.okr("lin", "sync").ends_with("pushed     1 commit to origin/main"));
}

#[test]
fn on_no_branch() {
    let team = waiting();
    team.git("lin", "checkout --quiet --detach");
    stops_untouched(&team, "on no branch here", "git switch main");
}

#[test]
fn while_a_merge_or_a_rebase_goes_on() {
    let team = waiting();
    team.git("lin", "stash --quiet");
    team.git("lin", "switch --quiet -c side");
    team.commits("lin", "notes.txt", "one\n");
    team.git("lin", "switch --quiet main");
    team.commits("lin", "notes.txt", "two\n");
    for (command, what) in
        [("merge side", "merge"), ("rebase side", "rebase"), ("cherry-pick side", "cherry-pick")]
    {
        let git = crate::support::cli::program(&team.home, std::path::Path::new("git"));
        assert_ne!(git.dir("lin").args(command).run().exit_code(), Some(0));
        stops_untouched(&team, &format!("a {what} is going on"), "end it first");
        team.git("lin", format!("{what} --abort").as_str());
    }
}

#[test]
fn offline_the_work_is_committed_and_goes_out_later() {
    let team = waiting();
    std::fs::rename(team.at("origin.git"), team.at("away.git")).unwrap();
    let stopped = team.stops("lin", "origin cannot be reached: ");
    stopped.stdout_has("committed  payments 2027-Q1").stderr_has("goes out with the next okr sync");
    std::fs::rename(team.at("away.git"), team.at("origin.git")).unwrap();
    assert_eq!(team.okr("lin", "sync"), "pushed     1 commit to origin/main");
}

#[cfg(unix)]
fn hook(team: &Team, path: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    write(team.home.work(), path, &format!("#!/bin/sh\n{script}\n"));
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(team.at(path), mode).unwrap();
}

#[cfg(unix)]
#[test]
fn a_protected_branch_or_a_hook_says_no() {
    let team = waiting();
    hook(&team, "origin.git/hooks/pre-receive", "echo 'main is protected' >&2; exit 1");
    let stopped = team.stops("lin", "origin does not take the push: ");
    stopped
        .stderr_has("main is protected")
        .stderr_has("pre-receive hook declined")
        .stderr_has("git switch -c okrs");
    std::fs::remove_file(team.at("origin.git/hooks/pre-receive")).unwrap();
    hook(&team, "lin/.git/hooks/pre-push", "echo 'not on a Friday' >&2; exit 1");
    team.stops("lin", "does not take the push: not on a Friday").stdout_lacks("pushed");
    std::fs::remove_file(team.at("lin/.git/hooks/pre-push")).unwrap();
    assert_eq!(team.okr("lin", "sync"), "pushed     1 commit to origin/main");
    team.okr("lin", "set failures data=have");
    hook(&team, "lin/.git/hooks/pre-commit", "echo 'run the linter' >&2; exit 1");
    stops_untouched(&team, "git did not take the commit: run the linter", "mend what it names");
}

#[cfg(unix)]
#[test]
fn what_was_picked_or_entered_again_goes_out_later_where_the_push_fails() {
    let drafts = |team: &Team| paths_like(team.home.user(), ".state/okr/drafts/*.toml").len();
    let contact =
        |team: &Team, clone: &str| toml(team.at(clone), KEY_RESULT)["contact"].as_str().map(str::to_owned);
    let away = |team: &Team| std::fs::rename(team.at("origin.git"), team.at("away.git")).unwrap();
    let back = |team: &Team| std::fs::rename(team.at("away.git"), team.at("origin.git")).unwrap();
    for how in ["sync --mine failures", "set failures contact=Lin data=have"] {
        let team = waiting();
        team.shares("ada", "set failures contact=Ada");
        team.ends("lin", "sync", 4).stderr_has("what is there stays; yours is kept as a draft");
        assert_eq!(drafts(&team), 1);
        away(&team);
        let code = if how.starts_with("sync") { 4 } else { 0 };
        team.ends("lin", how, code).code(code);
        let stopped = team.stops("lin", "origin cannot be reached");
        assert!(!stopped.stderr().contains("draft"), "{}", stopped.stderr());
        assert_eq!((drafts(&team), contact(&team, "lin").as_deref()), (0, Some("Lin")), "{how}");
        // Refused, not only out of reach.
        back(&team);
        hook(&team, "origin.git/hooks/pre-receive", "exit 1");
        team.stops("lin", "does not take the push").stderr_has("pre-receive hook declined");
        std::fs::remove_file(team.at("origin.git/hooks/pre-receive")).unwrap();
        assert_eq!(team.okr("lin", "sync"), "pushed     1 commit to origin/main", "{how}");
        team.okr("ada", "sync");
        assert_eq!(contact(&team, "ada").as_deref(), Some("Lin"), "{how}");
    }
}

#[test]
fn what_others_set_once_more_meanwhile_is_asked_about_once_more() {
    let team = waiting();
    team.shares("ada", "set failures contact=Ada");
    team.ends("lin", "sync", 4).stderr_has("what is there stays");
    std::fs::rename(team.at("origin.git"), team.at("away.git")).unwrap();
    team.ends("lin", "sync --mine failures", 4).stderr_has("cannot be reached");
    std::fs::rename(team.at("away.git"), team.at("origin.git")).unwrap();
    team.shares("ada", "set failures contact=Ben");
    team.ends("lin", "sync", 4).stderr_has("`contact` (yours: \"Lin\", there: \"Ben\")");
    assert!(team.okr("lin", "sync --mine failures").ends_with("pushed     1 commit to origin/main"));
    team.okr("ada", "sync");
    assert_eq!(toml(team.at("ada"), KEY_RESULT)["contact"].as_str(), Some("Lin"));
}

#[cfg(unix)]
#[test]
fn a_race_is_run_again() {
    let team = waiting();
    // Somebody pushes between our looking and our pushing, three times.
    team.clone_as("kim");
    let script = "cd ../kim || exit 1\nunset GIT_DIR GIT_INDEX_FILE GIT_PREFIX\nn=$(cat count 2>/dev/null || echo 0)\n\
        [ \"$n\" -ge 3 ] && exit 0\necho $((n + 1)) > count\ngit pull -q --rebase && git commit -q --allow-empty -m race && git push -q\nexit 0";
    hook(&team, "lin/.git/hooks/pre-push", script);
    assert_eq!(
        team.okr("lin", "sync"),
        "committed  payments 2027-Q1: the key result “failures”: contact\npulled     3 commits\npushed     1 commit to origin/main"
    );
    assert_eq!(team.commit("origin.git", "main"), team.commit("lin", "HEAD"));
}

#[cfg(unix)]
#[test]
fn a_race_that_is_always_lost_ends() {
    let team = waiting();
    hook(&team, "origin.git/hooks/update", "echo raced >&2; exit 1");
    team.clone_as("kim");
    let script = "cd ../kim || exit 1\nunset GIT_DIR GIT_INDEX_FILE GIT_PREFIX\nrm -f ../origin.git/hooks/update\n\
        git pull -q --rebase && git commit -q --allow-empty -m race && git push -q\nexit 0";
    hook(&team, "lin/.git/hooks/pre-push", script);
    team.stops("lin", "others pushed to origin each time just before").stderr_has("again in a moment");
    std::fs::remove_file(team.at("lin/.git/hooks/pre-push")).unwrap();
    assert!(team.okr("lin", "sync").contains("pushed     1 commit to origin/main"));
}

#[test]
fn a_file_that_is_not_ours_conflicts() {
    let team = waiting();
    for (clone, text) in [("ada", "one\n"), ("lin", "two\n")] {
        team.commits(clone, "README.md", text);
    }
    team.git("ada", "push --quiet");
    let before = file(team.at("lin"), KEY_RESULT);
    let stopped = team.ends("lin", "sync --no-push", 4);
    stopped.stderr_has("others changed the same lines of what is no OKR: README.md");
    stopped.stderr_has("git pull, then okr sync");
    assert_eq!(team.git("lin", "status --porcelain"), "");
    assert_eq!(file(team.at("lin"), "README.md"), "two\n");
    assert_eq!(file(team.at("lin"), KEY_RESULT), before);
    // What does not touch the same lines needs nobody.
    team.git("lin", "reset --quiet --hard HEAD~2");
    team.commits("lin", "other.md", "three\n");
    team.okr("lin", "sync --no-push");
}

#[test]
fn what_others_changed_lies_under_work_that_is_not_committed() {
    let team = waiting();
    team.commits("ada", "README.md", "one\n");
    team.git("ada", "push --quiet");
    write(team.at("lin"), "README.md", "mine\n");
    team.stops("lin", "others changed what is changed here and not committed: README.md")
        .stderr_has("put them aside");
    assert_eq!(file(team.at("lin"), "README.md"), "mine\n");
    assert_eq!(team.git("lin", "status --porcelain"), "?? README.md");
    std::fs::remove_file(team.at("lin").join("README.md")).unwrap();
    team.okr("lin", "sync");
    assert_eq!(file(team.at("lin"), "README.md"), "one\n");
}

#[test]
fn a_damaged_file_is_given_to_nobody() {
    let team = waiting();
    write(team.at("lin"), KEY_RESULT, "title = 'x'\n<<<<<<< HEAD\n");
    stops_untouched(&team, &format!("{KEY_RESULT}:2:1: Git left two versions here"), "okr check");
}

#[test]
fn a_newer_format_here_or_there_is_left_alone() {
    let team = waiting();
    write(team.at("ada"), "okr.toml", "format = 2\n");
    team.git("ada", "commit --quiet -am newer");
    team.git("ada", "push --quiet");
    let before = file(team.at("lin"), "okr.toml");
    team.stops("lin", "the files are of format 2, this version writes format 1").stderr_has("newer version");
    assert_eq!(file(team.at("lin"), "okr.toml"), before);
    write(team.at("lin"), "okr.toml", "format = 3\n");
    stops_untouched(&team, "the files are of format 3", "newer version");
}

#[test]
fn where_git_is_told_to_look_away() {
    let team = waiting();
    write(team.at("lin"), ".git/info/exclude", "checkins/\n");
    team.okr("lin", "checkin failures --value 1.4% --confidence 60");
    stops_untouched(&team, "git is told to ignore teams/payments/2027-q1/checkins/", "git check-ignore");
    let team = Team::empty();
    team.clone_as("lin");
    team.okr("lin", "init docs/goals --team Payments --cycle 2027-Q1");
    for line in ["docs/", "*", "docs/goals/", "/docs/goals/okr.toml"] {
        write(team.at("lin"), ".git/info/exclude", &format!("{line}\n"));
        let stopped = team.stops("lin/docs/goals", "git is told to ignore docs/goals/");
        stopped.stderr_has("git check-ignore").stdout_lacks("committed");
    }
}

#[test]
fn a_file_whose_name_is_no_id_takes_no_record_away_from_others() {
    let team = waiting();
    let renamed = KEY_RESULT.replace("failures", "Failures");
    std::fs::rename(team.at("lin").join(KEY_RESULT), team.at("lin").join(renamed)).unwrap();
    stops_untouched(&team, "Failures.toml", "Rename it; until then nothing in it is read.");
}

#[test]
fn a_stray_copy_beside_the_records_is_left_aside() {
    let team = waiting();
    std::fs::copy(
        team.at("lin").join(KEY_RESULT),
        team.at("lin").join(KEY_RESULT.replace("failures", "failures 2")),
    )
    .unwrap();
    team.okr("lin", "sync");
    assert_eq!(team.git("lin", "status --short").lines().count(), 1, "the copy alone is left");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_shared_without_what_it_leads_to() {
    let team = waiting();
    std::fs::rename(team.at("lin").join(KEY_RESULT), team.at("lin").join("kept.toml")).unwrap();
    std::os::unix::fs::symlink("../../../../../kept.toml", team.at("lin").join(KEY_RESULT)).unwrap();
    team.okr("lin", "show failures");
    stops_untouched(&team, "this is a link", "put the file itself here");
}

#[cfg(unix)]
#[test]
fn a_folder_that_became_a_link_is_named_in_the_dry_run_too() {
    let team = waiting();
    std::fs::rename(team.at("lin").join("teams/payments"), team.at("lin").join("kept")).unwrap();
    std::os::unix::fs::symlink("../kept", team.at("lin").join("teams/payments")).unwrap();
    team.okr("lin", "show failures");
    team.ends("lin", "sync --dry-run", 4).stderr_has("teams/payments").stderr_has("this is a link");
    team.stops("lin", "this is a link").stderr_has("teams/payments").stderr_has("put the file itself here");
}

#[test]
fn a_name_git_does_not_know() {
    let team = waiting();
    write(team.home.user(), ".gitconfig", "[user]\nuseConfigOnly = true\n");
    stops_untouched(&team, "git does not know your name and address", "user.name");
}

#[test]
fn histories_without_a_common_commit() {
    let team = waiting();
    team.git(".", "init --quiet --bare code.git");
    team.git(".", "clone --quiet code.git code");
    team.commits("code", "main.c", "int main;\n");
    team.git("code", "push --quiet -u origin main");
    team.commits("lin", "README.md", "one\n");
    team.git("lin", "remote set-url origin ../code.git");
    let head = team.commit("code.git", "main");
    let stopped = team.ends("lin", "sync --no-push", 4);
    stopped.stderr_has("have no commit in common").stderr_has("git remote -v");
    assert_eq!(team.commit("code.git", "main"), head);
    team.git(
        ".",
        format!("clone --quiet --depth 1 file://{} shallow", team.at("origin.git").display()).as_str(),
    );
    team.okr("shallow", "set failures data=have");
    assert!(team.okr("shallow", "sync").ends_with("pushed     1 commit to origin/main"));
}
