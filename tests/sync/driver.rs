//! The merge driver, for those who use git itself.

use std::path::Path;

use super::{KEY_RESULT, Team};
use crate::support::cli::{Outcome, program};
use crate::support::tree::{file, toml, write};

/// Two clones with the driver; both change the key result, `ada` has pushed.
fn installed(mine: &str, theirs: &str) -> Team {
    let team = Team::begun();
    team.ends("ada", "sync --install", 0).stderr_has("okr sync --install");
    team.okr("ada", "sync");
    team.clone_as("lin");
    team.okr("lin", "sync --install");
    team.shares("ada", theirs);
    team.okr("lin", mine);
    team.git("lin", "commit --quiet -am mine");
    team
}

fn pull(team: &Team) -> Outcome {
    program(&team.home, Path::new("git")).dir("lin").args("pull --quiet --rebase").run()
}

#[test]
fn installing_is_one_command_and_can_be_repeated() {
    let team = Team::begun();
    team.okr("ada", "sync --install");
    team.okr("ada", "sync --install");
    assert_eq!(
        file(team.at("ada"), ".gitattributes"),
        "okr.toml merge=okr\nsteps.toml merge=okr\ncycles/*.toml merge=okr\nteams/**/*.toml merge=okr\n"
    );
    assert!(team.git("ada", "config merge.okr.driver").contains("merge-driver -- %O %A %B %P %X %Y;"));
    assert_eq!(
        team.git("ada", format!("check-attr merge {KEY_RESULT}").as_str()),
        format!("{KEY_RESULT}: merge: okr")
    );
    assert_eq!(
        team.okr("ada", "sync"),
        "committed  okr: how git merges these files\npushed     1 commit to origin/main"
    );
}

#[test]
fn neighbouring_fields_are_merged_by_git_itself() {
    let team = installed("set failures contact=Lin", "set failures data=have");
    pull(&team).code(0);
    let key_result = toml(team.at("lin"), KEY_RESULT);
    assert_eq!((key_result["contact"].as_str(), key_result["data"].as_str()), (Some("Lin"), Some("have")));
}

#[cfg(unix)]
#[test]
fn a_git_that_does_not_find_the_program_loses_nothing_either() {
    use crate::support::okr;
    for is_gone in [false, true] {
        let team = installed("set failures contact=Lin", "set failures data=have");
        let bin = team.at("bin");
        std::fs::create_dir(&bin).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_okr"), bin.join("okr")).unwrap();
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display());
        okr(&team.home).dir("lin").args("sync --install").env("PATH", &path).run().code(0);
        let doctor = okr(&team.home).dir("lin").args("doctor").run();
        doctor.stdout_has("git merges our files field by field");
        if is_gone {
            std::fs::remove_file(bin.join("okr")).unwrap();
            okr(&team.home).dir("lin").args("doctor").run().stdout_has("okr sync --install");
        }
        let git = program(&team.home, Path::new("git")).dir("lin").args("pull --quiet --rebase");
        let pulled = git.env("PATH", "/usr/local/bin:/usr/bin:/bin").run();
        let text = file(team.at("lin"), KEY_RESULT);
        assert!(text.contains("contact = \"Lin\"") && text.contains("data = \"have\""), "{text}");
        assert_eq!(text.contains("<<<<<<< ours"), is_gone, "{text}");
        assert_eq!(pulled.exit_code() == Some(0), !is_gone);
    }
    let team = installed("set failures contact=Lin", "set failures data=have");
    team.git("lin", "config merge.okr.driver 'okr merge-driver -- %O %A %B %P'");
    okr(&team.home).dir("lin").args("doctor").run().stdout_has("okr sync --install");
}

#[test]
fn a_true_clash_is_left_between_marks_and_sync_waits_for_it() {
    let team = installed("set failures contact=Lin", "set failures contact=Ada data=have");
    assert_ne!(pull(&team).exit_code(), Some(0));
    let text = file(team.at("lin"), KEY_RESULT);
    assert!(
        text.contains("<<<<<<< ours\ncontact = \"Ada\"\n=======\ncontact = \"Lin\"\n>>>>>>> theirs\n"),
        "{text}"
    );
    assert_eq!(text.matches("<<<<<<<").count(), 1);
    team.stops("lin", "a rebase is going on").stdout_lacks("committed");
    team.ends("lin", "check", 1).stdout_has("[merge-marker]");
    team.git("lin", "rebase --abort");
    team.ends("lin", "sync", 4).stderr_has("`contact` (yours: \"Lin\", there: \"Ada\")");
}

/// Two clones of a workspace in a folder of a repository, with the driver.
fn in_a_folder() -> Team {
    let team = Team::empty();
    team.clone_as("ada");
    team.okr("ada", "init okrs --team Payments --cycle 2027-Q1 --objective 'Sign-in works'");
    team.okr("ada/okrs", "sync --install");
    team.okr("ada/okrs", "sync");
    team.clone_as("lin");
    team.okr("lin/okrs", "sync --install");
    team
}

/// Both open the same quarter, by git alone, each with one more setting.
fn open_twice(team: &Team, settings: [(&str, &str); 2]) {
    for (clone, setting) in settings {
        let folder = format!("{clone}/okrs");
        team.okr(&folder, "--cycle 2027-Q2 init");
        team.okr(&folder, &format!("--cycle 2027-Q2 add not-now 'by {clone}'"));
        team.okr(&folder, &format!("--cycle 2027-Q2 set quarter {setting}"));
        team.git(clone, "add okrs");
        team.git(clone, "commit --quiet -m mine");
    }
    team.git("ada", "push --quiet");
}

#[test]
fn a_quarter_that_two_opened_is_merged_as_sync_does() {
    for how in ["pull --quiet --rebase", "pull --quiet --no-rebase --no-edit"] {
        let team = in_a_folder();
        open_twice(&team, [("ada", "sponsor_promise='we listen'"), ("lin", "follows=2027-q1")]);
        program(&team.home, Path::new("git")).dir("lin").args(how).run().code(0);
        let frame = toml(team.at("lin/okrs"), "teams/payments/2027-q2/cycle.toml");
        assert_eq!(frame["not_now"].as_array().map(Vec::len), Some(2), "{how}: {frame}");
        assert_eq!(frame["sponsor_promise"].as_str(), Some("we listen"), "{how}");
        team.okr("lin/okrs", "check");
        team.okr("lin/okrs", "sync");
    }
    let team = in_a_folder();
    open_twice(&team, [("ada", "sponsor_promise=one"), ("lin", "sponsor_promise=two")]);
    assert_ne!(pull(&team).exit_code(), Some(0));
    let text = file(team.at("lin/okrs"), "teams/payments/2027-q2/cycle.toml");
    let marks =
        "<<<<<<< ours\nsponsor_promise = \"one\"\n=======\nsponsor_promise = \"two\"\n>>>>>>> theirs\n";
    assert!(text.contains(marks) && text.matches("by ").count() == 2, "{text}");
}

#[test]
fn an_order_both_changed_is_no_conflict_for_git_either() {
    let team = in_a_folder();
    for title in ["Builds", "Refunds", "Search"] {
        team.okr("ada/okrs", &format!("add objective {title}"));
    }
    team.okr("ada/okrs", "sync");
    team.git("lin", "pull --quiet");
    team.okr("ada/okrs", "move refunds up");
    team.okr("ada/okrs", "sync");
    team.okr("lin/okrs", "move refunds down");
    team.git("lin", "commit --quiet -am mine");
    pull(&team).code(0);
    team.okr("lin/okrs", "check");
}

#[test]
fn what_was_changed_in_a_removed_key_result_is_not_put_into_a_new_one() {
    let whole = "source=ledger aggregation=median scope='all entities' data=have influence=full contact=Kwame \
                 still_have_problem=no nearer=yes can_move=yes promised_outside=no";
    for (how, is_old) in [("pull --rebase", false), ("pull --no-rebase", false), ("pull --no-rebase", true)] {
        let team = in_a_folder();
        team.okr("ada/okrs", "add kr sign-in 'Days to close the month from 9 to 4'");
        team.okr("ada/okrs", &format!("set days-to-close {whole}"));
        team.okr("ada/okrs", "sync");
        team.git("lin", "pull --quiet");
        if is_old {
            let driver = team.git("lin", "config merge.okr.driver").replace(" %X %Y", " %%X %%Y");
            team.git("lin", &format!("config merge.okr.driver '{}'", driver.replace('\'', "'\\''")));
        }
        team.okr("lin/okrs", "remove days-to-close");
        team.okr("lin/okrs", "add kr sign-in 'Auditor questions left open after a week from 40 to 10'");
        team.okr("lin/okrs", &format!("set auditor-questions {whole}"));
        team.git("lin", "add --all");
        team.git("lin", "commit --quiet -m mine");
        team.okr("ada/okrs", "set days-to-close influence=shared agreement='Finance: two days a week'");
        team.okr("ada/okrs", "sync");
        assert_ne!(
            program(&team.home, Path::new("git")).dir("lin").args(how).run().exit_code(),
            Some(0),
            "{how}"
        );
        let stopped = team.ends("lin/okrs", "check", 1);
        stopped.stdout_has("auditor-questions-left-open.toml:1:1: [merge-marker]");
    }
}

#[test]
fn the_driver_can_be_run_by_hand_with_any_name() {
    let team = Team::empty();
    write(team.home.work(), "base", "a = 1\nb = 1\n");
    write(team.home.work(), "ours", "a = 2\nb = 1\n");
    write(team.home.work(), "theirs", "a = 1\nb = 2\n");
    team.okr(".", "merge-driver -- base ours theirs --x.toml");
    assert_eq!(file(team.home.work(), "ours"), "a = 2\nb = 2\n");
    team.ends(".", "merge-driver -- base ours nowhere --x.toml", 5).stderr_has("--x.toml: ");
    write(team.home.work(), "theirs", "a = 3\nb = 2\n");
    team.ends(".", "merge-driver -- base ours theirs --x.toml", 1).stderr_has("both are in the file");
}
