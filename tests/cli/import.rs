//! From a spreadsheet: columns guessed, shown and changed, a dry run first, what did not fit with its place.

use super::run;
use crate::support::tree::{file, files, path_like, toml, write};
use crate::support::{Home, okr};

/// As a spreadsheet of another tool saves it: semicolons, a mark at the front, columns nobody here knows.
const SHEET: &str = "\u{feff}Objective;Key Result;Start value;Goal value;Owner;Status;Due\r\n\
    Sign-in people can rely on;Sign-in failures;2.3;0.5;Ada;on track;31 Mar 2027\r\n\
    ;\"Lost sign-ins; from 40 to 10 a month\";;;Lin;at risk;\r\n\
    Builds nobody waits for;CI duration;42 min;15 min;;behind;whenever\r\n";

fn team() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --cycle 2027-Q1");
    write(home.work(), "okrs.csv", SHEET);
    home
}

#[test]
fn a_dry_run_shows_what_the_columns_become_and_writes_nothing() {
    let home = team();
    let before = files(home.work());
    let outcome = home.okr("import okrs.csv --dry-run");
    outcome
        .code(1)
        .stdout_has("Key Result   key_result")
        .stdout_has("Goal value   target")
        .stdout_has("Status       stays out")
        .stderr_has("2 objectives and 3 key results would come in")
        .stderr_has("did not fit: okrs.csv:4:59: due: `whenever`");
    assert_eq!(files(home.work()), before);
}

#[test]
fn rows_come_in_with_what_they_say_and_nothing_else_and_the_coach_reads_them() {
    let home = team();
    let outcome = home.okr("import okrs.csv");
    outcome.code(1).stderr_has("2 objectives and 3 key results came in").stderr_has("okr lint");
    let list = run(&home, "list");
    for said in ["Sign-in people can rely on", "2.3 → 0.5", "40", "42 min → 15 min"] {
        assert!(list.contains(said), "{said}\n{list}");
    }
    let shown = run(&home, "show sign-in-failures");
    assert!(shown.contains("Ada") && !shown.contains("on track"), "{shown}");
    run(&home, "check");
    let again = home.okr("import okrs.csv --dry-run");
    again
        .stderr_has("0 objectives and 0 key results would come in")
        .stderr_has("`CI duration` stands here already");
}

#[test]
fn a_quote_that_is_never_closed_brings_nothing_in() {
    let home = team();
    let rows = "Objective,Key Result,Target\nGrow,\"Teams that log in,60\nGrow,Revenue,70\nShrink,Cost,5\n";
    write(home.work(), "open.csv", rows);
    let before = files(home.work());
    let outcome = home.okr("import open.csv");
    outcome.code(1).stderr_has("open.csv:2:6: a quote is opened here and never closed");
    assert_eq!(files(home.work()), before);
}

#[test]
fn a_sentence_with_an_open_place_is_named_with_its_place_and_stays_out() {
    let home = team();
    write(
        home.work(),
        "open.csv",
        "Objective,Key Result\nFast builds,Lower CI duration for [where] by 31 Mar\n",
    );
    let says = "open.csv:2:13: key_result: not whole yet; fill in or take out: [where]";
    home.okr("import open.csv").code(1).stderr_has("1 objective and 0 key results").stderr_has(says);

    run(&home, "add kr fast-builds 'CI from 42 to 15 minutes by 31 Mar'");
    let path = files(home.work()).into_iter().find(|path| path.ends_with("ci.toml")).expect("the key result");
    let text = file(home.work(), &path).replace("CI from 42 to 15", "CI for [where] from 42 to 15");
    write(home.work(), &path, &text);
    run(&home, "export -o all.json");
    let outcome = home.okr("import --json all.json copy");
    outcome.code(1).stderr_has("ci.toml: not whole yet; fill in or take out: [where]");
    let json = file(home.work(), "all.json");
    let line = 1 + json.lines().position(|line| line.contains("CI for [where]")).expect("its title");
    let column = 1 + json.lines().nth(line - 1).and_then(|line| line.find("\"CI for")).expect("its title");
    outcome.stderr_has(&format!("all.json:{line}:{column}: teams/payments/"));
    let other = okr(&home).dir(home.work().join("copy")).args("list key-results").run();
    assert!(!other.code(0).stdout().contains("[where]"));
}

#[test]
fn a_column_is_mapped_by_hand_and_a_mistake_in_it_is_told() {
    let home = team();
    home.okr("import okrs.csv --dry-run --map contact=,source=Status")
        .stdout_has("Owner        stays out")
        .stdout_has("Status       source");
    home.okr("import okrs.csv --map tagret=Start").code(2).stderr_has("did you mean target?");
    home.okr("import okrs.csv --map target=Ziel").code(2).stderr_has("there is no column `Ziel`");
    write(home.work(), "other.csv", "a,b\n1,2\n");
    home.okr("import other.csv").code(2).stderr_has("no column is an objective or a key result");
    write(home.work(), "empty.csv", "");
    home.okr("import empty.csv").code(1).stderr_has("it is empty");
}

#[test]
fn decimal_commas_are_read_where_the_sheet_shows_them_and_doubt_is_said() {
    let home = team();
    let sheet = "Objective;Key Result;Start;Target;Unit\nSchnell;Antwortzeit;1.200;12,5;ms\n";
    write(home.work(), "comma.csv", sheet);
    home.okr("import comma.csv").stderr_has("1 key result came in");
    assert!(run(&home, "list").contains("1200 ms → 12.5 ms"), "{}", run(&home, "list"));
    write(home.work(), "unclear.csv", "Objective;Key Result;Start;Unit\nStabil;Ausfälle;1.200;ms\n");
    home.okr("import unclear.csv --dry-run")
        .code(1)
        .stderr_has("did not fit: unclear.csv:2:17: baseline: `1.200`: `1.200` could mean two things");
    write(home.work(), "points.csv", "Objective,Key Result,Start,Target\nGrow,Sign-ups,12.500,15.000\n");
    home.okr("import points.csv --dry-run")
        .code(1)
        .stderr_has("baseline: `12.500`: `12.500` could mean two things");
    write(home.work(), "clear.csv", "Objective,Key Result,Start,Target\nGrow,Sign-ups,12.500,15.5\n");
    home.okr("import clear.csv --dry-run").code(0);
}

#[test]
fn a_dash_is_stdin_for_an_import_and_stdout_for_an_export() {
    let home = team();
    let outcome = okr(&home).args("import -").stdin(SHEET).run();
    outcome.code(1).stderr_has("2 objectives and 3 key results came in").stderr_has("-:4:59");
    let all = home.okr("export --format json -o -");
    let text = all.code(0).stdout();
    assert!(!home.work().join("-").exists());
    okr(&home).args("import - ../copy").stdin(text).run().code(0).stderr_has("came in");
}

#[test]
fn a_sheet_in_another_encoding_is_refused_with_what_to_do() {
    let home = team();
    std::fs::write(home.work().join("latin.csv"), b"Objective,Key Result\nGr\xf6\xdfe,x\n").unwrap();
    home.okr("import latin.csv").code(2).stderr_has("save the sheet as CSV, UTF-8");
}

#[test]
fn a_cell_that_does_not_fit_leaves_its_field_as_it_was() {
    let home = team();
    let sheet = "objective;key_result;baseline;baseline_date\nSlow;Zoo metric;4;2031-01-01\n";
    write(home.work(), "s.csv", sheet);
    home.okr("import s.csv").stderr_has("lies in the future");
    let zoo = file(home.work(), "teams/*/2027-q1/objectives/slow/zoo-metric.toml");
    assert!(zoo.contains("baseline = 4") && !zoo.contains("2031"), "{zoo}");
}

#[test]
fn a_day_of_the_baseline_that_does_not_fit_is_not_the_day_of_the_import() {
    let home = team();
    let sheet =
        "Objective,Key Result,Baseline,Target,Baseline date\nBuilds,CI time,42 min,15 min,2027-05-01\n";
    write(home.work(), "days.csv", sheet);
    home.okr("import days.csv").code(1).stderr_has(": baseline_date: ");
    let written = file(home.work(), "teams/payments/2027-q1/objectives/*/ci-time.toml");
    assert!(written.contains("baseline = 42") && !written.contains("baseline_date"), "{written}");
}

#[test]
fn our_own_table_comes_back_as_it_went() {
    let home = super::draft();
    let more = "source='+logs' scope='-2 regions' direction=increase ambition=committed";
    run(
        &home,
        &format!("add kr sign-in '+20% trial sign-ups' metric='@trials' baseline=10 target=12 {more}"),
    );
    run(&home, "add kr sign-in 'NPS from 20 to 40' metric=NPS baseline=20 target=40");
    run(&home, "commit --reason x");
    run(&home, "drop nps --reason 'nobody answers'");
    run(&home, "export -o own.csv");
    let there = Home::empty().today("2026-12-10");
    run(&there, "init --team Other");
    write(there.work(), "own.csv", &file(home.work(), "own.csv"));
    let outcome = there.okr("import own.csv");
    outcome
        .code(1)
        .stderr_has("2 key results came in")
        .stderr_has("`NPS from 20 to 40` was dropped, it stays out");
    let back = toml(there.work(), &path_like(there.work(), "teams/other/2027-q1/objectives/*/trials.toml"));
    for (key, text) in [
        ("title", "+20% trial sign-ups"),
        ("metric", "@trials"),
        ("scope", "-2 regions"),
        ("source", "+logs"),
        ("ambition", "committed"),
        ("direction", "increase"),
    ] {
        let value = back.get(key).or_else(|| back["measure"].get(key));
        assert_eq!(value.and_then(|value| value.as_str()), Some(text), "{back}");
    }
}
