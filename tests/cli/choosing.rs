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
        let outcome = home.okr(line);
        outcome.code(3).stderr_has("there is no workspace here").stderr_has("okr init --team NAME");
        assert_eq!(outcome.stdout(), "", "{line}");
    }
    home.okr("--workspace nowhere list").code(3).stderr_has("no okr.toml in nowhere");
    okr(&home).args("list").env("OKR_WORKSPACE", "nowhere").run().code(3).stderr_has("OKR_WORKSPACE");
}

#[test]
fn a_workspace_that_is_gone_is_not_remembered() {
    let home = draft();
    std::fs::remove_dir_all(home.work().join("teams")).unwrap();
    std::fs::remove_file(home.work().join("okr.toml")).unwrap();
    home.okr("list").code(3);
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
    home.okr("--team pay list").code(0).stdout_has("sign-in");
    home.okr("list").code(0).stdout_has("sign-in");
    okr(&home)
        .dir("teams/payments")
        .args("list")
        .env("XDG_STATE_HOME", "/nowhere")
        .run()
        .code(0)
        .stdout_has("sign-in");
    home.okr("--team p list").code(2).stderr_has("`p` means several").stderr_has("team:platform");
    home.okr("--team paymnets list").code(2).stderr_has("did you mean `payments`?");
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
    home.okr("--cycle 2027 list").code(2).stderr_has("means several").stderr_has("cycle:2027-q1");
    home.okr("--cycle 2031-q1 list").code(2).stderr_has("there is no cycle `2031-q1`");
    let later = okr(&home).args("list").env("OKR_TODAY", "2027-04-20").run();
    later.code(0).stdout_has("builds-nobody");
}

#[test]
fn a_team_without_a_quarter_is_told_how_to_open_one() {
    let home = draft();
    run(&home, "add team Platform");
    home.okr("--team platform list").code(2).stderr_has("okr --team platform init --cycle");
    home.okr("--team platform --cycle 2027-q1 list").code(2).stderr_has("this quarter does not exist");
}

#[test]
fn an_id_may_be_shortened_as_long_as_it_means_one_thing() {
    let home = draft();
    run(&home, "add kr sign-in 'Time to sign in' metric='sign-in time'");
    for typed in ["sign-in-f", "SIGN-IN-F", "sign-in-people/sign-in-f", "kr:sign-in-f"] {
        assert!(run(&home, &format!("show {typed}")).starts_with("sign-in-failures  (kr, under "), "{typed}");
    }
    let several = home.okr("show sign-in");
    several.code(2).stderr_has("`sign-in` means several").stderr_has("objective:sign-in-people-can-rely");
    several.stderr_has("kr:sign-in-people-can-rely/sign-in-failures");
    home.okr("show sign-in-failurs").code(2).stderr_has("did you mean `sign-in-failures`?");
    home.okr("show zzz").code(2).stderr_has("there is no record `zzz`; there are:");
    home.okr("show ''").code(2).stderr_has("which record? An id is needed");
    home.okr("drop team:payments --reason x").code(2).stderr_has("there is no objective or key result");
}

#[test]
fn an_unknown_verb_offers_the_nearest() {
    let home = Home::empty();
    home.okr("chekin").code(2).stderr_has("checkin");
    home.okr("list objectives").code(3);
    let home = draft();
    home.okr("list objectvs").code(2).stderr_has("did you mean `objectives`?");
    home.okr("add objectiv x").code(2).stderr_has("objective");
    home.okr("set sign-in-f taget=1").code(2).stderr_has("did you mean `target`?");
}
