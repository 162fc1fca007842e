//! Which workspace, team, cycle and record a command means.

use super::{committed, draft, run};
use crate::support::{Home, okr};

#[test]
fn the_workspace_is_found_upwards_named_or_remembered() {
    let home = draft();
    let inner = home.work().join("teams/payments/2027-q1");
    okr(&home).dir(&inner).args("list teams").run().code(0).stdout_has("Payments");
    let root = home.work().display().to_string();
    okr(&home).dir("/").args(["--workspace", &root, "list", "teams"]).run().code(0).stdout_has("Payments");
    okr(&home).dir("/").args("list teams").env("OKR_WORKSPACE", &root).run().code(0).stdout_has("Payments");
    okr(&home).dir("/").args("list teams").run().code(0).stdout_has("Payments");
}

#[test]
fn without_a_workspace_the_ways_on_are_named() {
    let home = Home::empty();
    for line in ["list", "check", "show x", "checkin x --value 3", "add objective x", "commit"] {
        let outcome = okr(&home).args(line).run();
        outcome.code(3).stderr_has("there is no workspace here").stderr_has("okr init --team NAME");
        assert_eq!(outcome.stdout(), "", "{line}");
    }
    okr(&home).args("--workspace nowhere list").run().code(3).stderr_has("no okr.toml in nowhere");
    okr(&home).args("list").env("OKR_WORKSPACE", "nowhere").run().code(3).stderr_has("OKR_WORKSPACE");
}

#[test]
fn a_workspace_that_is_gone_is_not_remembered() {
    let home = draft();
    std::fs::remove_dir_all(home.work().join("teams")).unwrap();
    std::fs::remove_file(home.work().join("okr.toml")).unwrap();
    okr(&home).args("list").run().code(3);
}

#[test]
fn the_team_is_named_stood_in_or_remembered() {
    let home = draft();
    run(&home, "add team Platform");
    okr(&home)
        .args("list --no-input")
        .env("XDG_STATE_HOME", "/nowhere")
        .run()
        .code(2)
        .stderr_has("payments  Payments");
    okr(&home).args("--team pay list").run().code(0).stdout_has("sign-in");
    okr(&home).args("list").run().code(0).stdout_has("sign-in");
    okr(&home)
        .dir("teams/payments")
        .args("list")
        .env("XDG_STATE_HOME", "/nowhere")
        .run()
        .code(0)
        .stdout_has("sign-in");
    okr(&home)
        .args("--team p list")
        .run()
        .code(2)
        .stderr_has("`p` means several")
        .stderr_has("team:platform");
    okr(&home).args("--team paymnets list").run().code(2).stderr_has("did you mean `payments`?");
}

#[test]
fn the_only_team_of_level_team_is_meant() {
    let home = draft();
    run(&home, "add team Engineering level=function");
    okr(&home).args("list").env("XDG_STATE_HOME", "/nowhere").run().code(0).stdout_has("sign-in");
}

#[test]
fn the_cycle_is_the_one_that_runs_unless_it_is_named() {
    let home = committed();
    run(&home, "init --cycle 2027-q2 --objective 'Builds nobody waits for'");
    assert!(run(&home, "list").contains("sign-in"));
    for named in ["2027-q2", "2027-Q2"] {
        assert!(run(&home, &format!("--cycle {named} list")).contains("builds-nobody"), "{named}");
    }
    okr(&home)
        .args("--cycle 2027 list")
        .run()
        .code(2)
        .stderr_has("means several")
        .stderr_has("cycle:2027-q1");
    okr(&home).args("--cycle 2031-q1 list").run().code(2).stderr_has("there is no cycle `2031-q1`");
    let later = okr(&home).args("list").env("OKR_TODAY", "2027-04-20").run();
    later.code(0).stdout_has("builds-nobody");
}

#[test]
fn a_team_without_a_quarter_is_told_how_to_open_one() {
    let home = draft();
    run(&home, "add team Platform");
    okr(&home).args("--team platform list").run().code(2).stderr_has("okr --team platform init --cycle");
    okr(&home)
        .args("--team platform --cycle 2027-q1 list")
        .run()
        .code(2)
        .stderr_has("this quarter does not exist");
}

#[test]
fn an_id_may_be_shortened_as_long_as_it_means_one_thing() {
    let home = draft();
    run(&home, "add kr sign-in 'Time to sign in' metric='sign-in time'");
    for typed in ["sign-in-f", "SIGN-IN-F", "sign-in-people/sign-in-f", "kr:sign-in-f"] {
        assert!(run(&home, &format!("show {typed}")).starts_with("sign-in-failures  (kr, under "), "{typed}");
    }
    let several = okr(&home).args("show sign-in").run();
    several.code(2).stderr_has("`sign-in` means several").stderr_has("objective:sign-in-people-can-rely");
    several.stderr_has("kr:sign-in-people-can-rely/sign-in-failures");
    okr(&home).args("show sign-in-failurs").run().code(2).stderr_has("did you mean `sign-in-failures`?");
    okr(&home).args("show zzz").run().code(2).stderr_has("there is no record `zzz`; there are:");
    okr(&home).args("show ''").run().code(2).stderr_has("which record? An id is needed");
    okr(&home)
        .args("drop team:payments --reason x")
        .run()
        .code(2)
        .stderr_has("there is no objective or key result");
}

#[test]
fn an_unknown_verb_offers_the_nearest() {
    let home = Home::empty();
    okr(&home).args("chekin").run().code(2).stderr_has("checkin");
    okr(&home).args("list objectives").run().code(3);
    let home = draft();
    okr(&home).args("list objectvs").run().code(2).stderr_has("did you mean `objectives`?");
    okr(&home).args("add objectiv x").run().code(2).stderr_has("objective");
    okr(&home).args("set sign-in-f taget=1").run().code(2).stderr_has("did you mean `target`?");
}
