//! J9 by commands: what one team asks another, what that one answers in its own files, and what is measured at it.

use super::run;
use crate::support::tree::{file, write};
use crate::support::{Home, Snapshot, okr};

const ASKING: &str = "teams/payments/2027-q1/objectives/sign-in-people-can-rely/sign-in-failures.toml";
const ANSWERING: &str = "teams/identity/2027-q1/cycle.toml";

/// Payments asks Identity for something and measures a number there; both set the same quarter.
fn two_teams() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --cycle 2027-Q1 --objective 'Sign-in people can rely on'");
    run(&home, "add team Identity");
    run(&home, "--team identity init --cycle 2027-Q1");
    run(
        &home,
        "--team payments add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %' measured_at=Identity source='edge logs'",
    );
    run(
        &home,
        "--team payments add dependency sign-in-failures Identity 'a date for the rollover' by=2027-01-20",
    );
    home
}

#[test]
fn an_answer_is_not_called_idle_while_what_it_answers_cannot_be_read() {
    let home = two_teams();
    let listed = home.okr("--team identity list asked --json").json();
    let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
    run(&home, &format!("--team identity add answer {id} agreed 'yes' by=2027-01-18"));
    write(home.work(), ASKING, "<<<<<<< mine\n");
    let lint = home.okr("--team identity lint");
    lint.stdout_lacks("[answer-to-nothing]");
}

#[test]
fn asking_writes_into_the_own_files_only_and_the_other_team_sees_it() {
    let home = two_teams();
    let asked = file(home.work(), ASKING);
    assert!(asked.contains("need = \"a date for the rollover\""), "{asked}");
    assert!(!file(home.work(), ANSWERING).contains("rollover"));
    let status = run(&home, "--team identity status");
    assert!(status.contains("Payments: asks for: a date for the rollover. Not answered"), "{status}");
    assert!(status.contains("measured here"), "{status}");
    let shown = run(&home, "--team identity show quarter");
    assert!(
        shown.contains("payments asks: a date for the rollover by 20 Jan 2027, open, not answered"),
        "{shown}"
    );
    assert!(shown.contains("measured here: "), "{shown}");
    assert!(run(&home, "--team identity list measured-here").contains("sign-in-failures"));
    okr(&home).args("--team payments status").env("OKR_TODAY", "2027-01-21").run().code(1);
}

#[test]
fn the_answer_stands_in_the_files_of_the_team_that_answers() {
    let home = two_teams();
    let listed = home.okr("--team identity list asked --json").json();
    let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
    let before = file(home.work(), ASKING);
    let made = run(
        &home,
        &format!("--team identity add answer {} agreed 'with the January train' by=2027-01-18", &id[..4]),
    );
    assert_eq!(made, id, "an answer is called as what it answers");
    assert_eq!(file(home.work(), ASKING), before, "nothing was written there");
    let answer = file(home.work(), ANSWERING);
    for line in ["[[answer]]", "state = \"agreed\"", "says = \"with the January train\"", "by = 2027-01-18"] {
        assert!(answer.contains(line), "{answer}");
    }
    let shown = run(&home, "--team payments show sign-in-failures");
    assert!(shown.contains("waits for Identity: a date for the rollover by 18 Jan 2027, agreed"), "{shown}");
    run(&home, &format!("--team identity set {id} state=refused says='not before April' by="));
    let status = run(&home, "--team payments status");
    assert!(status.contains("Identity says no to a date for the rollover: not before April."), "{status}");
    run(&home, &format!("--team identity remove {id}"));
    assert!(!file(home.work(), ANSWERING).contains("answer"), "taken back");
}

#[test]
fn nobody_answers_what_is_asked_of_another_team() {
    let home = two_teams();
    let before = Snapshot::of(home.work());
    for line in ["--team payments add answer x agreed", "--team identity add answer nothing agreed"] {
        let outcome = home.okr(line);
        outcome.code(2);
        assert!(outcome.stderr().contains("nobody asks us for"), "{}", outcome.stderr());
    }
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
}

#[test]
fn what_has_one_side_only_is_found_by_lint() {
    let home = two_teams();
    let lint = |team: &str| home.okr(format!("--team {team} lint")).stdout().to_owned();
    assert!(lint("payments").contains("[unanswered]"), "{}", lint("payments"));
    let listed = home.okr("--team identity list asked --json").json();
    let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
    run(&home, &format!("--team identity add answer {id} agreed by=2027-02-20"));
    run(&home, &format!("--team payments set {id} state=agreed"));
    assert!(lint("payments").contains("[answered-differently]"), "{}", lint("payments"));
    run(&home, &format!("--team payments remove {id}"));
    assert!(lint("identity").contains("[answer-to-nothing]"), "{}", lint("identity"));
}

#[test]
fn an_answer_to_what_was_turned_to_another_team_answers_nothing() {
    let home = two_teams();
    run(&home, "add team Mobile");
    let listed = home.okr("--team identity list asked --json").json();
    let id = listed["rows"][0]["id"].as_str().unwrap().to_owned();
    run(&home, &format!("--team identity add answer {id} agreed by=2027-01-20"));
    let lint = || home.okr("--team identity lint").stdout().to_owned();
    assert!(!lint().contains("[answer-to-nothing]"), "{}", lint());
    run(&home, &format!("--team payments set {id} team=Mobile"));
    assert!(lint().contains("[answer-to-nothing]"), "{}", lint());
}

#[test]
fn what_was_promised_is_listed_beside_what_was_asked_and_is_late_after_its_day() {
    let home = two_teams();
    let id = home.okr("--team identity list asked --json").json()["rows"][0]["id"].clone();
    let id = id.as_str().unwrap();
    run(&home, &format!("--team identity add answer {id} agreed 'with the January train' by=2027-01-25"));
    let row = home.okr("--team payments list dependencies --json").json()["rows"][0].clone();
    assert_eq!((&row["by"], &row["answer_by"]), (&"2027-01-20".into(), &"2027-01-25".into()), "{row}");
    let status = |day: &str| {
        let outcome = okr(&home).args("--team payments status").env("OKR_TODAY", day).run();
        outcome.stdout().contains("a date for the rollover. Agreed, 1 day past its date")
    };
    assert!(!status("2027-01-25") && status("2027-01-26"));
    run(&home, &format!("--team payments set {id} state=done"));
    assert!(!status("2027-01-26"), "it has come");
    assert!(run(&home, "--team payments show map").contains("done"));
}

#[test]
fn a_team_neither_waits_for_itself_nor_takes_the_name_of_another() {
    let home = two_teams();
    let own = "--team payments add dependency sign-in-failures payments 'finish the page'";
    home.okr(own).code(1).stderr_has("“payments” is the team itself");
    home.okr("set payments name='  IDENTITY '").code(2).stderr_has("the team identity has this name");
    run(&home, "set payments name=PAYMENTS");
    run(&home, "set identity parent=payments");
    home.okr("set payments parent=identity").code(2).stderr_has("its parent identity belongs to it");
}

#[test]
fn who_leans_on_an_objective_that_was_dropped_is_told() {
    let home = two_teams();
    run(&home, "--team identity add objective 'Everybody has one key'");
    run(&home, "--team payments set sign-in-people contributes_to=identity/2027-q1/everybody-has-one-key");
    let map = || run(&home, "show map");
    assert!(map().contains("1 link") && !map().contains("leading nowhere"), "{}", map());
    run(&home, "--team identity drop everybody --reason 'the law changed'");
    let said = "contributes to Identity: Everybody has one key, which was dropped: the law changed";
    assert!(map().contains("1 leading nowhere"), "{}", map());
    assert!(map().split_whitespace().collect::<Vec<_>>().join(" ").contains(said), "{}", map());
    let status = run(&home, "--team payments status");
    assert!(
        status.contains("contributes to \"Everybody has one key\", which Identity dropped: the law changed"),
        "{status}"
    );
    run(&home, "--team payments set sign-in-people contributes_to= no_link='the law changed'");
    assert!(!run(&home, "--team payments status").contains("dropped"));
}

#[test]
fn a_link_to_what_cannot_be_read_waits_until_it_is_mended() {
    let home = two_teams();
    run(&home, "--team identity add objective 'Everybody has one key'");
    let links = "--team payments set sign-in-people contributes_to=identity/2027-q1/everybody-has-one-key";
    for path in ["cycle.toml", "objectives/everybody-has-one-key/objective.toml"] {
        let path = format!("teams/identity/2027-q1/{path}");
        let whole = file(home.work(), &path);
        write(home.work(), &path, &format!("{whole}[oops"));
        let said = home.okr(links);
        said.code(3).stderr_has(&path).stderr_has("cannot be read");
        write(home.work(), &path, &whole);
    }
    run(&home, links);
}

#[test]
fn no_objective_contributes_to_itself() {
    let home = two_teams();
    run(&home, "--team identity add objective 'Everybody has one key'");
    let to_itself = "set sign-in-people contributes_to=payments/2027-q1/sign-in-people-can-rely";
    home.okr(format!("--team payments {to_itself}")).code(2).stderr_has("is an objective of the team itself");
    run(&home, "--team payments set sign-in-people contributes_to=identity/2027-q1/everybody-has-one-key");
    home.okr("--team identity set everybody contributes_to=payments/2027-q1/sign-in-people-can-rely")
        .code(2)
        .stderr_has("it would contribute to itself");
}
