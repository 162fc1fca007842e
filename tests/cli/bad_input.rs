//! Every field of every record and every option, typed with what nobody should type: it is taken, or a sentence says
//! what would fit; never a panic, and a refused command changes nothing.

use super::{committed, run};
use crate::support::{Home, Snapshot};

/// Texts a hurried person types, pastes or means for another field.
fn texts() -> Vec<String> {
    let short = [
        "",
        " ",
        "NaN",
        "inf",
        "-1",
        "1e999",
        "0x10",
        "0,x5",
        "42 min",
        "3 bananas",
        "2027-02-30",
        "30 February",
        "2027-13-01",
        "101",
        "0.73",
        "ja",
        "はい",
        "نعم",
        "\u{1f389}",
        "e\u{301}\u{200d}\u{fe0f}",
        "=1+1",
        "'; rm -rf /",
        "../../etc/passwd",
        "line one\nline two\r\nline three",
        "\u{1b}[31mred\u{7}",
        "\u{202e}back",
        "٣٫٥",
        "--help",
    ];
    let mut texts: Vec<String> = short.map(str::to_owned).to_vec();
    texts.extend(["x".repeat(10_000), "9".repeat(10_000), "\u{1f468}\u{200d}\u{1f469}".repeat(2_000)]);
    texts
}

/// Runs a command and holds it to the rule; `says_more` is true when a refusal must be a sentence about the input.
#[track_caller]
fn survives(home: &Home, args: &[&str]) {
    let before = Snapshot::of(home.work());
    let outcome = home.okr(args);
    let (code, talk) = (outcome.exit_code(), outcome.stderr());
    let shown: Vec<String> = args.iter().map(|arg| arg.chars().take(40).collect()).collect();
    let is_told = match (args[0], code) {
        (_, Some(0..=2)) => true,
        ("--workspace", code) => code == Some(3),
        ("init", code) => code == Some(5),
        _ => false,
    };
    let is_short = talk.lines().all(|line| line.chars().count() <= 501);
    assert!(is_told && is_short, "{shown:?} ends with {code:?}: {talk}");
    assert!(!talk.contains("panicked"), "{shown:?}: {talk}");
    let raw = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
    assert!(!talk.contains(raw) && !outcome.stdout().contains(raw), "{shown:?}: {talk:?}");
    if code != Some(0) {
        let changes = Snapshot::of(home.work()).changes_since(&before);
        assert!(changes.is_empty(), "{shown:?} was refused and changed {changes:?}");
        let words = talk.split_whitespace().count();
        assert!(words >= 4, "{shown:?} is refused without a sentence: {talk}");
    }
}

/// A quarter with one of everything, and the ids in it: objective, key result, and the lines.
fn everything() -> (Home, Vec<String>) {
    let home = committed();
    let ids = [
        "add objective 'Builds nobody waits for'",
        "add kr builds 'CI duration'",
        "add assumption sign-in 'the API stays'",
        "add negotiation sign-in above 'cover checkout too'",
        "add initiative builds/ci 'Cache the images'",
        "add dependency builds/ci Platform 'more runners'",
        "add not-now 'new billing page'",
        "add delivery 'Finish the move'",
        "add effort Check-in minutes=12 people=6",
        "retro add lesson 'read earlier'",
        "retro add action 'read weekly'",
    ];
    let mut ids: Vec<String> = ids.iter().map(|line| run(&home, line)).collect();
    ids.extend(
        ["quarter", "settings", "team:payments", "cycle:2027-q1", "sign-in-failures"].map(str::to_owned),
    );
    (home, ids)
}

/// The names of the fields of a record: those that are set and those that are not.
fn fields(home: &Home, id: &str) -> Vec<String> {
    let text = run(home, &format!("show {id}"));
    let (_, rows) = text.split_once("\n\n").unwrap();
    let mut names = Vec::new();
    for row in rows.lines() {
        match row.strip_prefix("not set") {
            Some(rest) => names.extend(rest.split(',').map(|name| name.trim().to_owned())),
            None => names.extend(row.split_whitespace().next().map(str::to_owned)),
        }
    }
    names
}

#[test]
fn no_field_takes_what_harms() {
    let (home, ids) = everything();
    let texts = texts();
    let mut at = 0;
    for id in &ids {
        for name in fields(&home, id) {
            // Each field meets every text over the whole table; together they are thousands of commands, so each field
            // takes its turn of a third, and the unit tests of the fields take all.
            for text in texts.iter().skip(at % 3).step_by(3) {
                survives(&home, &["set", id, &format!("{name}={text}")]);
            }
            at += 1;
        }
    }
    home.okr("list").code(0);
    let outcome = home.okr("check");
    assert_eq!(outcome.exit_code(), Some(0), "{}", outcome.stdout());
}

/// Every option of every verb that takes a value, and every argument; `?` stands for what is typed, `@` for a new folder.
const LINES: &[&[&str]] = &[
    &["undo", "?"],
    &["completions", "?"],
    &["man", "?"],
    &["man", "--into", "?"],
    &["config", "?"],
    &["redo", "?"],
    &["checkin", "sign-in-f", "--value", "?"],
    &["checkin", "sign-in-f", "--value", "1", "--confidence", "?"],
    &["checkin", "sign-in-f", "--votes", "?"],
    &["checkin", "sign-in-f", "--value", "1", "--changed", "?"],
    &["checkin", "sign-in-f", "--value", "1", "--blocked", "?"],
    &["checkin", "sign-in-f", "--value", "1", "--plan", "?"],
    &["checkin", "sign-in-f", "--value", "1", "--date", "?"],
    &["checkin", "sign-in-f", "--value", "1", "--corrects", "?"],
    &["checkin", "--decision", "?"],
    &["find", "?"],
    &["schema", "?"],
    &["schema", "--into", "?"],
    &["plan", "--people", "?"],
    &["plan", "--people", "6", "--objectives", "?"],
    &["plan", "--people", "6", "--key-results", "?"],
    &["plan", "--people", "6", "--cadence", "?"],
    &["plan", "--people", "6", "--dependencies", "?"],
    &["checkin", "?", "--value", "1"],
    &["score", "sign-in-f", "?"],
    &["score", "sign-in-f", "--reading", "?"],
    &["score", "sign-in-f", "--reading", "1", "--date", "?"],
    &["score", "sign-in-f", "--reading", "1", "--reason", "?"],
    &["score", "sign-in-f", "--reading", "1", "--work", "?"],
    &["score", "sign-in-f", "--reads-later", "?"],
    &["score", "sign-in-f", "--later", "?"],
    &["drop", "?", "--reason", "x"],
    &["retro", "add", "lesson", "?"],
    &["retro", "add", "?", "x"],
    &["retro", "add", "action", "x", "--first-date", "?"],
    &["retro", "add", "difficulty", "--kr", "sign-in-f", "--verdict", "?"],
    &["retro", "remove", "?"],
    &["add", "objective", "?"],
    &["add", "kr", "sign-in", "?"],
    &["add", "kr", "?", "x"],
    &["add", "not-now", "?"],
    &["add", "delivery", "x", "--due", "?"],
    &["add", "not-now", "x", "--due", "?"],
    &["add", "keep-running", "x", "--due", "?"],
    &["add", "pre-mortem", "x", "--due", "?"],
    &["add", "parking-lot", "x", "--due", "?"],
    &["retro", "add", "lesson", "x", "--parked", "?"],
    &["add", "dependency", "sign-in-f", "?", "x"],
    &["add", "effort", "x", "?"],
    &["add", "team", "?"],
    &["set", "?", "title=x"],
    &["set", "sign-in-f", "?"],
    &["set", "sign-in-f", "--metric", "?"],
    &["add", "kr", "sign-in", "x", "--metric", "?"],
    &["set", "sign-in-f", "?=x"],
    &["show", "?"],
    &["list", "?"],
    &["carry", "?", "--as", "used"],
    &["carry", "sign-in-f", "--as", "?"],
    &["move", "sign-in-f", "?"],
    &["remove", "?"],
    &["remove", "score:?"],
    &["init", "--cycle", "?"],
    &["init", "--cycle", "x", "--first", "?", "--last", "2027-03-31"],
    &["init", "--level", "?"],
    &["--team", "?", "list"],
    &["--cycle", "?", "list"],
    &["init", "?", "--team", "x"],
    &["init", "@", "--team", "?"],
    &["init", "@", "--team", "x", "--people", "?"],
    &["init", "@", "--team", "x", "--objective", "?"],
    &["init", "@", "--team", "x", "--organisation", "?"],
    &["init", "@", "--team", "x", "--cycle", "y", "--first", "2027-01-01", "--last", "?"],
    &["demo", "--phase", "?"],
    &["set", "sign-in-f", "target=1%", "--reason", "?"],
    &["move", "sign-in-p", "not-now", "--reason", "?"],
    &["commit", "--reason", "?"],
    &["close", "--reason", "?"],
    &["waive", "sign-in-f", "data-not-in-hand", "--reason", "?"],
    &["waive", "sign-in-f", "?", "--reason", "x"],
    &["waive", "?", "data-not-in-hand", "--reason", "x"],
    &["rewrite", "sign-in-f", "?"],
    &["rewrite", "?", "Lost sign-ins from 40 to 10", "--old", "delivery"],
    &["rewrite", "sign-in-f", "Lost sign-ins from 40 to 10", "--old", "?"],
    &["trust", "?"],
    &["trust", "?", "--yes"],
    &["read", "?"],
    &["read", "--limit", "?"],
    &["export", "--format", "?", "--output", "page.md"],
    &["export", "--format", "md", "--templates", "?"],
    &["import", "?"],
    &["import", "okr.toml", "--map", "?"],
    &["history", "--as-of", "?"],
    &["add", "was", "payments", "renamed", "?"],
    &["add", "was", "payments", "renamed", "Old", "--date", "?"],
    &["add", "answer", "?", "agreed"],
    &["check", "?"],
    &["lint", "?"],
    &["lint", "--format", "?"],
    &["lint", "--explain", "?"],
    &["drop", "sign-in-f", "--reason", "?"],
    &["checkin", "sign-in-f", "--guardrail", "?"],
    &["score", "sign-in-f", "--reading", "1", "--tells-us", "?"],
    &["retro", "add", "difficulty", "--verdict", "hard", "--kr", "?"],
    &["retro", "add", "importance", "--verdict", "more", "--objective", "?"],
    &["retro", "add", "assumption", "--verdict", "held", "--assumption", "?"],
    &["retro", "add", "action", "x", "--starts", "?"],
    &["retro", "add", "action", "x", "--seen-by", "?"],
    &["--workspace", "?", "list"],
    &["--color", "?", "list"],
    &["--theme", "?", "list"],
    &["help", "?"],
    &["?"],
];

#[test]
fn no_option_takes_what_harms() {
    let home = committed();
    let texts = texts();
    let mut folders = 0;
    for (at, line) in LINES.iter().enumerate() {
        for text in texts.iter().skip(at % 3).step_by(3) {
            // A new workspace may stand wherever it is wanted, also outside of this home.
            if line.starts_with(&["init", "?"]) && text.contains("..") {
                continue;
            }
            folders += 1;
            let folder = format!("folder-{folders}");
            let args: Vec<String> =
                line.iter().map(|word| word.replace('?', text).replace('@', &folder)).collect();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            survives(&home, &args);
        }
    }
    assert_eq!(home.okr("check").exit_code(), Some(0));
}

#[test]
fn no_option_is_forgotten() {
    let home = committed();
    let told = |path: &str, option: &str| {
        LINES.iter().any(|line| line.join(" ").starts_with(path) && line.contains(&option))
    };
    let mut missing = Vec::new();
    for path in verbs(&home, "") {
        for option in options(&run(&home, &format!("help {path}"))) {
            let everywhere = LINES.iter().any(|line| line[0] == option);
            if !told(&path, &option) && !everywhere {
                missing.push(format!("okr {path} {option}"));
            }
        }
    }
    assert!(missing.is_empty(), "tried with nothing odd: {missing:#?}");
}

/// Every verb, and the verbs under a verb: `retro add`.
fn verbs(home: &Home, under: &str) -> Vec<String> {
    let help = run(home, &format!("help {under}"));
    let Some((_, list)) = help.split_once("\nCommands:\n") else { return vec![under.to_owned()] };
    let rows = list.lines().take_while(|row| !row.is_empty());
    let names = rows.filter_map(|row| {
        row.strip_prefix("  ")?.split_whitespace().next().filter(|_| row.as_bytes()[2] != b' ')
    });
    names
        .filter(|name| *name != "help")
        .flat_map(|name| verbs(home, format!("{under} {name}").trim()))
        .collect()
}

/// The options of a help that take a value.
fn options(help: &str) -> Vec<String> {
    let words = help.lines().filter_map(|row| row.trim_start().strip_prefix("--"));
    words
        .filter_map(|row| Some(format!("--{}", row.split_once(" <")?.0)))
        .filter(|name| !name.contains("  "))
        .collect()
}

#[test]
fn what_would_fit_is_said() {
    let home = committed();
    let cases = [
        ("checkin sign-in-f --value NaN", "`NaN` is not a number; write it like 1.4"),
        ("checkin sign-in-f --value '42 min'", "this measure is read in %, `min` was typed"),
        ("checkin sign-in-f --value 1,5,5", "is not a number"),
        ("checkin sign-in-f --value '' --changed x", "value: a number is needed"),
        ("checkin sign-in-f --confidence ' '", "confidence: a number is needed"),
        ("score sign-in-f --reading ''", "reading: a number is needed"),
        ("score sign-in-f ''", "score: a number is needed"),
        ("checkin sign-in-f --value 1 --confidence 101", "a whole number from 0 to 100"),
        ("checkin sign-in-f --value 1 --plan maybe", "`maybe` is none of yes, adjust, stop"),
        ("checkin sign-in-f --value 1 --date 2027-02-30", "date: the calendar has no 2027-02-30"),
        ("checkin sign-in-f --value 1 --date morgen", "`morgen` is not a date; write 2027-01-18"),
        ("score sign-in-f 1.2", "a score is a number from 0.0 to 1.0 in steps of 0.1"),
        ("score sign-in-f 0.73", "in steps of 0.1"),
        ("score sign-in-f --reads-later soon", "needs a later quarter than 2027-Q1; name it like 2027-q2"),
        (
            "set sign-in-f effect_quarter=soon",
            "there is no cycle `soon` in this workspace; name one of its cycles",
        ),
        ("set sign-in-f due=2027-02-30", "due: the calendar has no 2027-02-30"),
        ("set sign-in-f title=", "title: it cannot be empty; write one line"),
        ("set sign-in-f target", "`target` is not of the form field=value"),
        ("set sign-in-f kind=grow", "`grow` is none of change, at-least"),
        ("set quarter cadence=weekly", "`weekly` is none of bi-weekly, monthly"),
        ("add objective ' '", "its sentence is missing; write one line"),
        ("add delivery x --due 30feb", "due: "),
        ("add not-now x --due mon", "--due: the not-now list has no dates"),
        ("add kr sign-in x baseline=1.5.2", "baseline: `1.5.2` is not a number"),
        ("add effort x", "it cost nothing; how many minutes, how many people?"),
    ];
    for (line, says) in cases {
        let outcome = home.okr(line);
        assert!(
            matches!(outcome.exit_code(), Some(1 | 2)),
            "{line}: {:?} {}",
            outcome.exit_code(),
            outcome.stderr()
        );
        outcome.stderr_has(says);
    }
    let home = super::draft();
    home.okr("set sign-in-f direction=increase").code(0);
    home.okr("commit --reason x").code(1).stderr_has("its target lies against its direction");
    run(&home, "set sign-in-f direction= target=2.3%");
    home.okr("commit --reason x").code(1).stderr_has("its target equals its baseline");
}

#[test]
fn a_pasted_text_becomes_one_line() {
    let home = committed();
    let outcome = home.okr(["add", "objective", "Builds\nnobody\r\n\twaits for \u{7}"]);
    outcome.code(0);
    assert!(run(&home, "list objectives").contains("  Builds nobody waits for  "));
    let outcome = home.okr(["checkin", "sign-in-f", "--value", " 1.4 %\n", "--changed", "one\ntwo"]);
    outcome.code(0);
    assert!(run(&home, "list check-ins").contains("  one two"));
}

#[test]
fn a_vote_left_out_and_a_field_given_twice_are_no_input() {
    let home = super::committed();
    let votes = "checkin sign-in-f --value 1.4% --votes";
    home.okr(format!("{votes} 40,,50")).code(2).stderr_has("a vote is missing");
    home.okr("set sign-in-f contact=a contact=b").code(2).stderr_has("contact: it is given twice");
    home.okr(format!("{votes} 40,50")).code(0);
}
