//! Two clones: what is shared, and what is left alone.

use super::{KEY_RESULT, QUARTER, Team};
use crate::support::Snapshot;
use crate::support::tree::{file, paths_like, toml, write};

#[test]
fn what_one_commits_the_other_has() {
    let team = Team::two();
    team.okr("lin", "checkin failures --value 1.4% --confidence 60 --blocked 'logs late'");
    let said = team.okr("lin", "sync");
    assert_eq!(
        said,
        "committed  payments 2027-Q1: check-in 3, 1 reading\npushed     1 commit to origin/main"
    );
    assert_eq!(team.okr("ada", "sync"), "pulled     1 commit");
    assert!(
        Snapshot::of(team.at("ada"))
            .changes_since(&Snapshot::of(team.at("lin")))
            .iter()
            .all(|it| it.contains(".okr/"))
    );
    assert_eq!(team.okr("ada", "sync"), "nothing to share: all of it is there already");
    let log = team.git("ada", "log -1 --format=%B");
    assert_eq!(log, "payments 2027-Q1: check-in 3, 1 reading\n\nfailures: 1.4 % on 11 Feb, blocked");
}

#[test]
fn a_vote_given_alone_elsewhere_does_not_pass_for_that_of_the_room() {
    let team = Team::two();
    team.okr("ada", "set payments people='Ada, Lin'");
    team.shares("ada", "checkin failures --value 1.9% --votes 40,50");
    team.shares("lin", "checkin failures --confidence 95");
    let shown = team.okr("lin", "show failures");
    assert!(shown.contains("last check-in on 11 Feb: 1.9 %, confidence 45"), "{shown}");
}

#[test]
fn what_both_changed_is_merged_and_the_history_is_a_line() {
    let team = Team::two();
    team.okr("ada", "set failures contact=Ada data=have");
    write(team.at("ada"), KEY_RESULT, &format!("# seen by all\n{}", file(team.at("ada"), KEY_RESULT)));
    team.okr("ada", "add objective 'Builds nobody waits for'");
    team.okr("lin", "set failures influence=shared early_sign='fewer calls'");
    team.okr("lin", "add objective 'Refunds in a day'");
    team.okr("ada", "sync");
    assert_eq!(
        team.okr("lin", "sync"),
        "committed  payments 2027-Q1: 1 new objective, 1 key result\npulled     1 commit\npushed     1 commit to origin/main"
    );
    team.okr("ada", "sync");
    for clone in ["ada", "lin"] {
        let key_result = toml(team.at(clone), KEY_RESULT);
        for (name, value) in
            [("contact", "Ada"), ("data", "have"), ("influence", "shared"), ("early_sign", "fewer calls")]
        {
            assert_eq!(key_result[name].as_str(), Some(value), "{clone}");
        }
        assert!(file(team.at(clone), KEY_RESULT).starts_with("# seen by all\n"));
        assert_eq!(paths_like(team.at(clone), &format!("{QUARTER}/objectives/*/objective.toml")).len(), 3);
        assert_eq!(team.git(clone, "rev-list --count --min-parents=2 HEAD"), "0");
        assert_eq!(team.git(clone, "status --porcelain"), "");
        team.okr(clone, "check");
    }
}

#[test]
fn several_commits_made_offline_keep_their_messages_and_days() {
    let team = Team::two();
    for reading in ["1.9%", "1.8%"] {
        team.okr("lin", format!("checkin failures --value {reading} --confidence 50").as_str());
        team.okr("lin", "sync --no-push");
    }
    let before = team.git("lin", "log -2 --format=%s|%an|%ad|%b");
    team.shares("ada", "set failures contact=Ada");
    assert_eq!(team.okr("lin", "sync"), "pulled     1 commit\npushed     2 commits to origin/main");
    assert_eq!(team.git("lin", "log -2 --format=%s|%an|%ad|%b"), before);
}

#[test]
fn a_key_result_that_was_moved_takes_along_what_others_changed() {
    let team = Team::two();
    team.shares("ada", "add objective 'Builds nobody waits for'");
    team.okr("lin", "sync");
    team.okr("ada", "move failures down");
    team.shares("lin", "set failures contact=Lin");
    team.okr("ada", "sync");
    team.okr("lin", "sync");
    for clone in ["ada", "lin"] {
        let all = paths_like(team.at(clone), &format!("{QUARTER}/objectives/*/failures.toml"));
        assert_eq!(all, [format!("{QUARTER}/objectives/builds-nobody-waits-for/failures.toml")], "{clone}");
        assert_eq!(toml(team.at(clone), &all[0])["contact"].as_str(), Some("Lin"));
    }
}

#[test]
fn what_is_not_of_the_workspace_stays_as_it_is() {
    let team = Team::two();
    team.commits("ada", "README.md", "read me\n");
    team.git("ada", "push --quiet");
    team.okr("lin", "sync");
    write(team.at("lin"), "README.md", "in the middle of a word\n");
    write(team.at("lin"), "staged.txt", "staged\n");
    team.git("lin", "add staged.txt");
    write(team.at("lin"), "staged.txt", "and more\n");
    write(team.at("lin"), "new.txt", "new\n");
    let before = team.git("lin", "status --porcelain");
    assert_eq!(before, " M README.md\nAM staged.txt\n?? new.txt");
    team.shares("ada", "set failures contact=Ada");
    team.shares("lin", "add objective 'Refunds in a day'");
    assert_eq!(team.git("lin", "status --porcelain"), before);
    assert_eq!(team.git("lin", "show :staged.txt"), "staged");
    assert_eq!(toml(team.at("lin"), KEY_RESULT)["contact"].as_str(), Some("Ada"));
    assert_eq!(
        team.git("lin", "diff --name-only HEAD~1 HEAD"),
        format!("{QUARTER}/objectives/refunds-in-a-day/objective.toml")
    );
}

#[test]
fn a_workspace_in_a_folder_of_a_repository_of_code_is_shared_alone() {
    let team = Team::empty();
    team.clone_as("ada");
    team.commits("ada", "src/main.rs", "fn main() {}\n");
    team.git("ada", "push --quiet -u origin main");
    team.clone_as("lin");
    let said = team.ends("ada", "init okrs --team Payments --cycle 2027-Q1", 0);
    said.stderr_has("share it through git: okr sync --install");
    write(team.at("ada"), "src/main.rs", "fn main() { todo() }\n");
    team.okr("ada/okrs", "sync --install");
    assert_eq!(
        team.okr("ada/okrs", "sync"),
        "committed  payments 2027-Q1: begin the quarter\npushed     1 commit to origin/main"
    );
    assert_eq!(team.git("ada", "status --porcelain"), " M src/main.rs");
    let files = team.git("ada", "show --name-only --format= HEAD");
    assert!(
        files.lines().all(|path| path.starts_with("okrs/")) && files.contains("okrs/.gitattributes"),
        "{files}"
    );

    team.commits("lin", "src/lib.rs", "mod x;\n");
    team.git("lin", "pull --quiet --rebase");
    team.okr("lin/okrs", "add objective 'Refunds in a day'");
    let stopped = team.stops("lin/okrs", "commits that are not about the OKRs would be pushed along: ");
    stopped.stderr_has("half-way").stderr_has("git push, then okr sync");
    team.git("lin", "push --quiet");
    assert_eq!(team.okr("lin/okrs", "sync"), "nothing to share: all of it is there already");
}

#[test]
fn an_index_that_was_cut_off_behind_a_commit_follows_it() {
    let team = Team::two();
    team.shares("lin", "retro add lesson 'less is more'");
    let note = paths_like(team.at("lin"), &format!("{QUARTER}/retro/*")).remove(0);
    team.git("lin", format!("rm --quiet --cached {note}").as_str());
    assert!(team.git("lin", "status --porcelain").starts_with("D  "));
    assert_eq!(team.okr("lin", "sync"), "nothing to share: all of it is there already");
    assert_eq!(team.git("lin", "status --porcelain"), "");
}

#[test]
fn commits_about_anything_else_are_not_pushed_along_from_the_top_of_a_repository_either() {
    let team = Team::two();
    team.commits("lin", "src/lib.rs", "mod x;\n");
    team.okr("lin", "set failures contact=Lin");
    let stopped = team.stops("lin", "commits that are not about the OKRs would be pushed along: ");
    stopped.stderr_has("half-way").stderr_has("git push, then okr sync").stdout_has("committed  ");
    assert_eq!(team.commit("origin.git", "main"), team.commit("ada", "HEAD"), "nothing went out");
    team.git("lin", "push --quiet");
    assert_eq!(team.okr("lin", "sync"), "nothing to share: all of it is there already");
    // A file beside the records of a team is about them.
    team.commits("lin", "teams/payments/notes.md", "of the team\n");
    assert_eq!(team.okr("lin", "sync"), "pushed     1 commit to origin/main");
}

#[test]
fn a_first_push_makes_the_branch_follow() {
    let team = Team::empty();
    team.okr(".", "init here --team Payments --cycle 2027-Q1");
    team.git("here", "init --quiet");
    team.git("here", "remote add origin ../origin.git");
    assert!(team.okr("here", "sync").ends_with("pushed     1 commit to origin/main"));
    assert_eq!(team.git("here", "rev-parse --abbrev-ref main@{upstream}"), "origin/main");
    // Somebody else begins in a folder of their own, not knowing of the first.
    team.okr(".", "init there --team Search --cycle 2027-Q1");
    team.git("there", "init --quiet");
    team.git("there", "remote add origin ../origin.git");
    assert!(team.okr("there", "sync").ends_with("pulled     1 commit\npushed     1 commit to origin/main"));
    assert_eq!(paths_like(team.at("there"), "teams/*/team.toml").len(), 2);
    // And a third clones before anything is there to be checked out.
    team.git(".", "init --quiet third");
    team.git("third", "remote add origin ../origin.git");
    team.git("third", "fetch --quiet");
    team.git("third", "reset --quiet --hard origin/main");
    assert_eq!(team.okr("third", "sync"), "nothing to share: all of it is there already");
}

#[test]
fn names_that_begin_with_a_hyphen_are_harmless() {
    let team = Team::two();
    team.git("lin", "update-ref refs/heads/-x HEAD");
    team.git("lin", "symbolic-ref HEAD refs/heads/-x");
    write(team.at("lin"), "--help", "a file\n");
    team.okr("lin", "set failures contact=Lin");
    assert!(team.okr("lin", "sync").ends_with("pushed     1 commit to origin/-x"));
    assert_eq!(team.commit("origin.git", "refs/heads/-x"), team.commit("lin", "HEAD"));
    team.okr("lin", "set failures data=have");
    assert!(team.okr("lin", "sync").ends_with("pushed     1 commit to origin/-x"));
}

#[test]
fn the_variables_of_another_repository_do_not_lead_astray() {
    use crate::support::okr;
    let team = Team::two();
    team.git(".", "init --quiet other");
    team.okr("lin", "set failures contact=Lin");
    let other = team.at("other").join(".git");
    let outcome = okr(&team.home)
        .dir("lin")
        .args("sync")
        .env("GIT_DIR", other.to_str().unwrap())
        .env("GIT_INDEX_FILE", "/nowhere/index")
        .env("LC_ALL", "de_DE.UTF-8")
        .run();
    outcome.code(0).stdout_has("pushed     1 commit to origin/main");
    assert_eq!(team.commit("origin.git", "main"), team.commit("lin", "HEAD"));
}

#[test]
fn a_dry_run_tells_the_message_and_changes_nothing() {
    let team = Team::two();
    assert_eq!(team.okr("lin", "sync --dry-run"), "");
    team.okr("lin", "set failures contact=Lin");
    let (before, files) = (team.commit("lin", "HEAD"), Snapshot::of(team.at("lin")));
    let said = team.okr("lin", "sync --dry-run");
    assert_eq!(
        said,
        "payments 2027-Q1: the key result “failures”: contact\n  the key result “failures”: contact"
    );
    let json = team.ends("lin", "sync --dry-run --json -m 'ours'", 0).json();
    assert_eq!(json["would_commit"]["subject"], "ours");
    assert_eq!(team.commit("lin", "HEAD"), before);
    assert_eq!(team.git("lin", "status --porcelain"), format!(" M {KEY_RESULT}"));
    assert!(Snapshot::of(team.at("lin")).changes_since(&files).is_empty());
}

#[test]
fn a_message_of_ones_own_is_the_subject_and_json_tells_all() {
    let team = Team::two();
    team.okr("lin", "set failures contact=Lin");
    let json = team.ends("lin", "sync --json -m 'after the meeting'", 0).json();
    assert_eq!(
        (json["committed"][0].as_str(), json["pushed"].as_i64()),
        (Some("after the meeting"), Some(1))
    );
    assert!(json["trouble"].is_null() && json["clashes"].as_array().unwrap().is_empty());
    let message = team.git("lin", "log -1 --format=%B");
    assert_eq!(message, "after the meeting\n\nthe key result “failures”: contact");
}
