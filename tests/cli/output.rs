//! What is printed: JSON with a version, and nothing of a file that acts on the terminal.

use super::{KEY_RESULT, committed, draft, run};
use crate::support::cli::in_sample;
use crate::support::tree::write;
use crate::support::{Screen, okr};

#[test]
fn whatever_prints_prints_json_with_a_version() {
    let home = draft();
    for line in [
        "list",
        "list objectives",
        "list teams",
        "show sign-in-f",
        "show quarter",
        "show settings",
        "check",
        "add not-now x",
        "set quarter few=yes",
        "move sign-in-p up",
        "checkin sign-in-f --opening --confidence 50",
        "retro add lesson x",
        "retro list",
        "commit --reason x",
        "drop sign-in-f --reason x",
    ] {
        let outcome = home.okr(format!("{line} --json"));
        outcome.code(0);
        assert_eq!(outcome.json()["version"], 1, "{line}");
    }
}

#[test]
fn a_record_is_shown_with_what_follows_from_it() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.4% --confidence 60");
    let json = home.okr("show sign-in-f --json").json();
    assert_eq!(json["record"]["measure"]["baseline"], 2.3);
    assert_eq!(json["record"]["revision"][0]["date"], "2026-12-30");
    assert_eq!(json["readings"][0]["value"], 1.4);
    assert_eq!((&json["progress"], &json["votes_hidden"]), (&"moved 50 % of the way".into(), &1.into()));
    assert_eq!(json["lights"]["measurable"], "yes");
    let set = home.okr("list --json").json();
    assert_eq!(set["objectives"][0]["key_results"][0]["id"], "sign-in-failures");
}

#[test]
fn a_list_that_is_wider_than_its_terminal_is_read_row_by_row() {
    let home = in_sample();
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "list check-ins");
    assert_eq!(screen.wait_exit(), 0);
    let text = screen.text();
    assert!(text.lines().any(|line| line.starts_with("  date 2027-")), "{text}");
    assert!(text.lines().any(|line| line.starts_with("  decision ")), "{text}");
    home.okr("list check-ins").code(0).stdout_has("id ").stdout_lacks("  decision P");
}

#[test]
fn two_of_one_name_on_the_watch_list_are_told_apart_by_their_quarters() {
    let listed = run(&in_sample(), "--team payments --cycle 2027-q2 list hand-over");
    for name in ["change failure rate, 2026-Q4", "change failure rate, 2027-Q1"] {
        assert!(listed.contains(name), "{listed}");
    }
}

#[test]
fn columns_are_words_for_a_person_and_keys_for_a_machine() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/example");
    let home = draft().today("2027-02-11");
    let at = |cycle: &str| format!("--workspace {sample} --team payments --cycle {cycle} list");
    let mut heads = String::new();
    for cycle in ["2026-q4", "2027-q1"] {
        for what in [
            "objectives",
            "key-results",
            "assumptions",
            "negotiations",
            "dependencies",
            "asked",
            "measured-here",
            "initiatives",
            "revisions",
            "not-now",
            "delivery",
            "hand-over",
            "overrides",
            "waivers",
            "effort",
            "check-ins",
            "scores",
            "notes",
            "actions",
            "metrics",
            "teams",
            "cycles",
            "quarters",
        ] {
            let listed = home.okr(format!("{} {what}", at(cycle)));
            listed.code(0);
            let head = listed.stdout().lines().next().unwrap_or_default().to_owned();
            assert!(!head.contains('_'), "{what}: {head}");
            heads.push_str(&head);
        }
    }
    assert!(heads.contains("key result") && heads.contains("person-minutes"), "{heads}");
    let json = home.okr(format!("{} dependencies --json", at("2027-q1")));
    assert!(json.stdout().contains("\"key_result\""), "{}", json.stdout());
}

#[test]
fn no_data_is_null_and_a_dash() {
    let home = committed();
    let rows = home.okr("list krs --json").json();
    let row = &rows["rows"][0];
    assert!(row["progress"].is_null() && row["reading"].is_null() && row["score"].is_null(), "{row}");
    assert!(run(&home, "show sign-in-f").contains("no data"));
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_raw() {
    let home = draft();
    let evil = "x\\u001b[2J\\u009b31m\\u202e\\u200b";
    write(
        home.work(),
        KEY_RESULT,
        &format!("title = \"{evil}\"\n[measure]\nmetric = \"{evil}\"\nunit = \"{evil}\"\nbaseline = 3\n"),
    );
    write(home.work(), "teams/payments/team.toml", &format!("name = \"{evil}\"\nx = 1\n"));
    run(&home, "add team Platform");
    let lines = [
        "list",
        "list --json",
        "list krs",
        "list krs --json",
        "list teams",
        "show sign-in-f",
        "show sign-in-f --json",
        "show team:payments",
        "commit",
        "commit --json",
        "check",
        "check --json",
        "show sign",
        "drop sign-in-f --reason x",
        "--team p list",
        "list quarters",
    ];
    for line in lines {
        let line =
            if line.starts_with("--team") { line.to_owned() } else { format!("--team payments {line}") };
        let outcome = home.okr(line.as_str());
        for printed in [outcome.stdout(), outcome.stderr()] {
            let acts = |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{200b}".contains(c));
            assert!(!printed.contains(acts), "{line}: {printed:?}");
        }
    }
}

#[test]
fn what_was_typed_is_not_echoed_raw_either() {
    let home = draft();
    for args in
        [["show", "\u{1b}[2J\u{202e}"], ["\u{1b}[2J", "x"], ["list", "\u{9b}2J"], ["add", "\u{1b}]0;x\u{7}"]]
    {
        let outcome = home.okr(args);
        outcome.code(2);
        assert!(
            !outcome.stderr().contains(|c: char| c != '\n' && c.is_control() || c == '\u{202e}'),
            "{:?}",
            outcome.stderr()
        );
    }
}

#[test]
fn help_that_is_asked_for_twice_is_given_once() {
    let home = crate::support::Home::empty();
    for (asked, once) in [("help --help", "help"), ("help -h", "help"), ("help status --help", "help status")]
    {
        let [twice, once] = [asked, once].map(|line| home.okr(line));
        assert_eq!(twice.code(0).stdout(), once.code(0).stdout(), "{asked}");
    }
}

#[test]
fn every_action_of_the_screens_is_printed_with_its_keys() {
    let home = crate::support::Home::empty();
    home.okr("keys").code(0).stdout_has("\nhelp ").stdout_has("?, F1");
    let json = home.okr("keys --json").json();
    let actions = json["actions"].as_array().unwrap().clone();
    assert!(actions.len() > 20 && actions.iter().all(|action| action["help"].is_string()), "{json}");
}

#[test]
fn what_people_read_is_in_ascii_signs_where_that_is_wanted_and_what_programs_read_is_as_it_is() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.4% --confidence 60");
    let printed = |line: &str| {
        let outcome = home.okr(line);
        (outcome.stdout().to_owned(), outcome.stderr().to_owned())
    };
    let mut usual = String::new();
    for line in ["status", "list", "list key-results", "show sign-in-f", "lint", "agenda", "plan", "show map"]
    {
        let (before, said_before) = printed(line);
        usual.push_str(&before);
        let (text, said) = printed(&format!("{line} --ascii"));
        assert!(text.is_ascii() && said.is_ascii(), "{line}: {text}{said}");
        if line != "show map" {
            let cells = |text: &str| text.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
            let wide = |text: &str| cells(&text.replace('→', "->"));
            assert_eq!(wide(&said_before), cells(&said), "{line}");
            // A column of a table that holds an arrow is wider by its second sign.
            if !line.starts_with("list") {
                assert_eq!(wide(&before), cells(&text), "{line}");
            }
            assert_eq!(before.matches('→').count(), text.matches("->").count(), "{line}: {text}");
        }
    }
    assert!(usual.contains('→') && usual.contains('·'), "{usual}");
    let (_, said) = printed("add not-now 'a new page' --ascii");
    assert!(said.starts_with("Saved: ") && said.contains("\"a new page\""), "{said}");
    for line in ["export --format md", "list --json", "lint --format sarif"] {
        assert_eq!(printed(line).0, printed(&format!("{line} --ascii")).0, "{line}");
    }
    assert!(printed("export --format md --ascii").0.contains('→'));
}

#[test]
fn a_terminal_without_unicode_is_told_everything_in_ascii() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.4% --confidence 60");
    let lines = [
        "status",
        "list key-results",
        "lint",
        "plan",
        "history",
        "keys",
        "doctor",
        "--help",
        "checkin --help",
        "show nobody",
        "set sign-in-f targt=1%",
        "checkin sign-in-f --value lots",
        "list --color loud",
        "stauts",
        "status --team nobody",
        "score sign-in-f --value 0.5% --date 2029-01-01",
        "show \u{1b}x",
        "list --color l…ud",
        "checkin sign-in-f --opening --votes 95,95",
    ];
    let said = |line: &str, env: &[(&str, &str)]| {
        let typed = env.iter().fold(okr(&home), |typed, (name, value)| typed.env(name, value));
        let outcome = typed.args(line).run();
        format!("{}{}", outcome.stdout(), outcome.stderr())
    };
    let settings = |text: &str| write(home.user().join(".config/okr"), "config.toml", text);
    let usual: String = lines.iter().map(|line| said(line, &[])).collect();
    assert!(usual.contains('→') && usual.contains('“') && usual.contains('␛'), "{usual}");
    for env in [
        [("LC_ALL", "C"), ("LANG", "")],
        [("LC_ALL", ""), ("LANG", "POSIX")],
        [("TERM", "linux"), ("LANG", "")],
    ] {
        for line in lines {
            let text = said(line, &env);
            assert!(text.is_ascii() && !text.is_empty(), "{env:?} {line}: {text}");
        }
    }
    for line in lines {
        let text = said(&format!("{line} --ascii"), &[]);
        assert!(text.is_ascii(), "{line} --ascii: {text}");
    }
    // The settings say it as well, and for Unicode where the locale says nothing.
    settings("[ui]\nglyphs = \"ascii\"\n");
    assert!(said("stauts", &[]).is_ascii() && said("status", &[]).is_ascii());
    settings("[ui]\nglyphs = \"unicode\"\n");
    assert_eq!(said("status", &[("LC_ALL", "C")]), said("status", &[]));
    // What programs read is as it is.
    assert!(said("export --format md", &[("LC_ALL", "C")]).contains('→'));
}
