//! J11: in the pull request: what a good facilitator would ask, at its line, in the form the reader needs; a reason answers
//! it, a level quiets it, and the exit code tells the rest.

use super::QUARTER;
use crate::support::tree::{file, path_like, write};
use crate::support::{Home, Screen, okr};

/// A set with one key result that is work, and one that is well said.
fn proposed() -> Home {
    let home = Home::empty().today("2026-12-10");
    for line in [
        "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'",
        "add kr sign-in 'Complete the OAuth 2.0 migration by quarter end'",
        "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %' metric='sign-in failures' aggregation=share \
         baseline=2.3% target=0.5% source='edge logs'",
    ] {
        home.okr(line).code(0);
    }
    home
}

/// The file of the key result that is work.
fn work(home: &Home) -> String {
    path_like(home.work(), &format!("{QUARTER}/objectives/*/complete-the-oauth-2-0.toml"))
}

const QUESTION: &str = "This is work. What would be different if it helped?";

#[test]
fn a_question_stands_at_its_line_in_every_form() {
    let home = proposed();
    let path = work(&home);
    let text = home.okr("lint");
    text.code(1)
        .stdout_has(&format!("{path}:1:10: warn [output-verb] {QUESTION}"))
        .stderr_has("1 question to answer");
    text.stdout_has(
        "    1 | title = \"Complete the OAuth 2.0 migration by quarter end\"\n      |          ^^^",
    );
    text.stdout_has("okr move complete-the-oauth-2-0 delivery").stdout_lacks("sign-in-failures.toml");

    let json = home.okr("lint --format json").json();
    let found = &json["findings"][0];
    assert_eq!(
        (&found["rule"], &found["level"], &found["line"]),
        (&"output-verb".into(), &"warn".into(), &1.into())
    );
    assert_eq!(
        (found["path"].as_str(), found["about"].as_str()),
        (Some(path.as_str()), Some("complete-the-oauth-2-0"))
    );
    assert_eq!(json["findings"].as_array().unwrap().len(), 1);

    let github = home.okr("lint --format github");
    github.code(1).stdout_has(&format!("::warning file={path},line=1,title=output-verb::{QUESTION}"));

    let sarif = home.okr("lint --format sarif");
    let result = &sarif.code(1).json()["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&"output-verb".into(), &"warning".into()));
    assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], path.as_str());
}

#[test]
fn only_the_files_of_the_pull_request_are_looked_at() {
    let home = proposed();
    let path = work(&home);
    let objective = path_like(home.work(), &format!("{QUARTER}/objectives/*/objective.toml"));
    home.okr(["lint", objective.as_str(), "okr.toml"]).code(0).stderr_has("nothing to ask");
    home.okr(["lint", path.as_str()]).code(1).stdout_has("[output-verb]");
    home.okr(["lint", QUARTER]).code(1).stdout_has("[output-verb]");
    okr(&home)
        .dir(QUARTER)
        .args("lint objectives")
        .run()
        .code(1)
        .stdout_has("objectives/")
        .stdout_lacks("teams/");
    okr(&home).dir("cycles").args("lint").run().code(1).stdout_has("../teams/payments");
}

#[test]
fn a_reason_answers_the_question_and_stands_beside_the_key_result() {
    let home = proposed();
    let path = work(&home);
    home.okr("waive complete output-verb --reason 'the law wants it by March'").code(0);
    let stored = file(home.work(), &path);
    assert!(
        stored.contains("[waiver.output-verb]\nreason = \"the law wants it by March\"\ndate = 2026-12-10\n"),
        "{stored}"
    );
    let text = home.okr("lint");
    text.stdout_lacks("[output-verb]").stderr_has("1 waived: okr lint --waived");
    home.okr("lint --waived").stdout_has("waived on 2026-12-10: the law wants it by March");
    let sarif = home.okr("lint --waived --format sarif").json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let waived = results.iter().find(|result| result["ruleId"] == "output-verb").unwrap();
    assert_eq!(waived["suppressions"][0]["justification"], "the law wants it by March");

    home.okr("show complete").code(0).stdout_has("output-verb waived on 10 Dec: the law wants it by March");
    home.okr("show quarter").stdout_has("1 question was waived: output-verb 1.");
    home.okr("list waivers").stdout_has("the law wants it by March");
    let mut screen = super::opened(&home, 120, 40);
    screen.press("4", "How did the cycle run?");
    super::select(&mut screen, "How did the cycle run?");
    screen.wait_for("1 question was waived: output-verb");
    super::leave(screen);

    // Work that is waived is a key result like any other: what keeps it from being committed is asked now.
    home.okr("lint").code(1).stdout_has("block [no-baseline]");
    home.okr("waive complete no-baseline --reason x").code(1).stderr_has("no reason goes past it");
    home.okr("waive complete output-verb --again").code(0);
    assert!(!file(home.work(), &path).contains("waiver"));
    home.okr("lint").code(1).stdout_has("[output-verb]").stdout_lacks("[no-baseline]");
}

#[test]
fn a_team_sets_how_much_a_rule_matters() {
    let home = proposed();
    home.okr("move complete delivery").code(0);
    home.okr("lint").code(0).stderr_has("nothing to ask");
    home.okr("set sign-in-failures source=").code(0);
    home.okr("lint").code(1).stdout_has("warn [no-source]");
    write(home.work(), "okr.toml", "format = 1\n\n[lint]\nno-source = \"ask\"\n");
    home.okr("lint").code(1).stdout_has("ask [no-source]");
    write(home.work(), "okr.toml", "format = 1\n\n[lint]\nno-source = \"off\"\n");
    home.okr("lint").code(0).stderr_has("nothing to ask");
    home.okr("set sign-in-failures target=").code(0);
    write(home.work(), "okr.toml", "format = 1\n\n[lint]\nno-target = \"off\"\n");
    home.okr("lint").code(1).stdout_has("block [no-target]").stderr_has("1 of them before a commit");
    home.okr("lint --format github").stdout_has("::error file=");
    home.okr("check").code(0).stdout_has("[lint-level]");
}

#[test]
fn on_a_terminal_it_is_as_plain_as_in_a_pipe() {
    let home = proposed();
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "lint");
    screen.wait_for("[output-verb]").wait_for("1 question to answer");
    assert_eq!(screen.wait_exit(), 1);
}
