//! `okr lint` on sentences from stdin, and what it says about its rules.

use serde_json::{Value, json};

use super::{draft, run};
use crate::support::{Home, okr};

/// The answers to some lines, one for each.
#[track_caller]
fn answers(args: &str, lines: &str, code: i32) -> Vec<Value> {
    let outcome = okr(&Home::empty()).args(args).stdin(lines).run();
    outcome.code(code).stderr_is_empty();
    let answers: Vec<Value> =
        outcome.stdout().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), lines.split_inclusive('\n').count());
    answers
}

fn rules(answer: &Value) -> Vec<&str> {
    answer["findings"].as_array().unwrap().iter().filter_map(|it| it["rule"].as_str()).collect()
}

#[test]
fn a_key_result_is_answered_with_what_was_read_and_what_to_ask() {
    let lines = "{\"id\":\"a\",\"objective\":\"Sign-in people can rely on\",\"text\":\"Reduce sign-in failures from 2.3 % to 0.5 %\"}\n";
    let expected = json!({
        "id": "a", "label": "outcome", "measurable": true, "has_metric": true, "has_baseline": true,
        "has_target": true, "baseline": 2.3, "target": 0.5, "unit": "%", "direction": "decrease", "findings": [],
    });
    assert_eq!(answers("lint --jsonl", lines, 0), [expected]);
    let work = "{\"id\":\"b\",\"text\":\"Complete the OAuth 2.0 migration by quarter end\"}\n";
    let answer = &answers("lint --jsonl", work, 1)[0];
    assert_eq!(answer["label"], "output");
    let asked = json!([{
        "rule": "output-verb", "level": "warn", "question": "This is work. What would be different if it helped?",
    }]);
    assert_eq!(answer["findings"], asked);
    assert_eq!(answer["baseline"], Value::Null);
}

#[test]
fn an_objective_is_answered_with_its_label() {
    let lines = "{\"id\":1,\"text\":\"Signing in is something people no longer think about\"}\n";
    let expected = json!({ "id": 1, "label": "good", "findings": [] });
    assert_eq!(answers("lint --jsonl --objectives", lines, 0), [expected]);
    let lines = "{\"id\":2,\"text\":\"Get sign-in failures below 1 %\"}";
    let answer = &answers("lint --jsonl --objectives", lines, 1)[0];
    assert_eq!(
        (answer["label"].as_str(), rules(answer)),
        (Some("metric_in_objective"), vec!["number-in-objective"])
    );
}

#[test]
fn whole_numbers_have_no_decimals() {
    let outcome = okr(&Home::empty())
        .args("lint --jsonl")
        .stdin("{\"text\":\"CI duration from 42 minutes to 15 minutes\"}\n{\"text\":\"Grow revenue from $4.4m to $9.4m\"}\n")
        .run();
    outcome
        .stdout_has("\"baseline\":42,\"target\":15,")
        .stdout_has("\"baseline\":4400000,\"target\":9400000,");
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let good = "{\"id\":\"a\",\"text\":\"Sign-in failures from 2.3 % to 0.5 %\"}";
    let too_long = format!("{{\"text\":\"{}\"}}", "x".repeat(3 << 20));
    let bad = [
        "{\"id\":",
        "",
        "[1]",
        "7",
        "{\"id\":\"a\"}",
        "{\"text\":7}",
        "{\"text\":\"\\ud800\"}",
        "{\"text\":\" \"}",
        "{\"text\":\"a\"} b",
        &"[".repeat(10_000),
        &too_long,
    ];
    for bad in bad {
        let lines = format!("{good}\n{bad}\n{good}\n");
        let answers = answers("lint --jsonl", &lines, 1);
        assert_eq!(answers[0], answers[2]);
        assert_eq!(answers[0]["label"], "outcome");
        assert_eq!(answers[1]["error"]["line"], 2, "{}", &bad[..bad.len().min(40)]);
        assert!(answers[1]["error"]["column"].as_u64().is_some_and(|column| column >= 1));
        assert!(answers[1]["error"]["message"].as_str().is_some_and(|says| says.len() > 5));
    }
    let column = &answers("lint --jsonl", "{\"id\":\"é\",!}\n", 1)[0]["error"]["column"];
    assert_eq!(*column, 11, "columns are counted in characters");
}

#[test]
fn a_line_may_hold_more_than_is_asked_for_and_end_as_it_likes() {
    let lines = "\u{feff}{\"source\":\"x\",\"text\":\"Sign-in failures from 2.3 % to 0.5 %\",\"label\":7}\r\n\
                 {\"text\":\"Sign-in failures from 2.3 % to 0.5 %\",\"objective\":null}";
    for answer in answers("lint --jsonl", lines, 0) {
        assert_eq!((&answer["id"], rules(&answer).len()), (&Value::Null, 0));
    }
    assert!(answers("lint --jsonl", "", 0).is_empty());
}

#[test]
fn nothing_that_acts_leaves_a_line_raw() {
    let lines = "{\"id\":\"\u{9b}2J\u{202e}\",\"text\":\"Grow \u{202e}x\u{200b} from 1 to 2 \u{1f389}\"}\n";
    let outcome = okr(&Home::empty()).args("lint --jsonl").stdin(lines).run();
    assert!(
        !outcome.stdout().chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'),
        "{}",
        outcome.stdout()
    );
    let answer: Value = serde_json::from_str(outcome.stdout()).unwrap();
    assert_eq!(answer["id"], "\u{9b}2J\u{202e}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_leaves_ends_the_stream_with_5_and_no_word() {
    use crate::support::cli::program;
    use std::path::Path;
    let lines = "{\"id\":\"a\",\"text\":\"Sign-in failures from 2.3 % to 0.5 %\"}\n".repeat(20_000);
    let script = "\"$1\" lint --jsonl | head -n 1; exit ${PIPESTATUS[0]}";
    let ended = program(&Home::empty(), Path::new("/bin/bash"))
        .args(["-c", script, "bash", env!("CARGO_BIN_EXE_okr")])
        .stdin(&lines)
        .run();
    ended.code(5).stderr_is_empty();
    assert_eq!(ended.stdout().lines().count(), 1);
}

/// Lines of the shorter of two streams: more than a pipe holds, so that some are read for sure.
#[cfg(target_os = "linux")]
const SHORT: usize = 5_000;

/// Lines of the longer of two streams; `OKR_LINT_LINES=1000000` makes it longer.
#[cfg(target_os = "linux")]
const LINES: usize = 20_000;

#[cfg(target_os = "linux")]
#[test]
fn a_long_stream_takes_no_more_memory_than_a_short_one() {
    let lines = std::env::var("OKR_LINT_LINES").ok().and_then(|text| text.parse().ok()).unwrap_or(LINES);
    let (short, long) = (peak_memory(SHORT), peak_memory(lines));
    assert!(long < short + 2048, "{long} kB for {lines} lines, {short} kB for {SHORT}");
}

/// The most memory the program held while it read so many lines, in kB.
#[cfg(target_os = "linux")]
fn peak_memory(lines: usize) -> usize {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::process::{Command, Stdio};
    const LINE: &[u8] = b"{\"id\":\"a\",\"text\":\"Sign-in failures from 2.3 % to 0.5 %\"}\n";
    let home = Home::empty();
    let mut command = Command::new(env!("CARGO_BIN_EXE_okr"));
    command.args(["lint", "--jsonl"]).env_clear().envs(home.environment()).current_dir(home.work());
    let starting = crate::support::process::starting();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    drop(starting);
    let answers = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || answers.lines().count());
    let mut input = child.stdin.take().unwrap();
    (0..lines).for_each(|_| input.write_all(LINE).unwrap());
    // All but what the pipe holds was read, and as the input is still open the program is still there to be looked at.
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    drop(input);
    assert!(child.wait().unwrap().success());
    assert_eq!(reader.join().unwrap(), lines);
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.split_whitespace().next()).unwrap().parse().unwrap()
}

#[test]
fn a_rule_is_explained_by_its_name() {
    let home = Home::empty();
    okr(&home)
        .args("lint --explain output-verb")
        .run()
        .code(0)
        .stdout_has("Complete the OAuth 2.0 migration");
    okr(&home).args("lint --explain 'Output verb'").run().code(0).stdout_has("output-verb");
    okr(&home).args("lint --explain outputverb").run().code(2).stderr_has("did you mean `output-verb`?");
    okr(&home).args("lint --explain no-gap").run().code(0).stdout_has("neither switched off nor waived");
    let rules = okr(&home).args("lint --rules").run();
    rules
        .code(0)
        .stdout_has("output-verb           warn   This is work.")
        .stdout_has("no-gap                block");
    let explained = okr(&home).args("lint --explain vague --json").run().json();
    assert_eq!((&explained["rule"], &explained["hard_stop"]), (&json!("vague"), &json!(false)));
}

#[test]
fn what_does_not_fit_together_is_usage() {
    let home = draft();
    for line in [
        "lint --objectives",
        "lint --jsonl teams",
        "lint --format xml",
        "lint --jsonl --format json",
        "lint nowhere.toml",
        "waive sign-in-failures no-source",
        "waive sign-in-failures nosource --reason x",
        "waive nothing-like-it no-source --reason x",
        "waive sign-in-failures no-source --reason ' '",
        "waive sign-in-failures no-source --again",
    ] {
        okr(&home).args(line).run().code(2);
    }
    okr(&home).args("lint /").run().code(3).stderr_has("lies in no workspace");
    okr(&Home::empty()).args("lint").run().code(3).stderr_has("there is no workspace");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_looked_at() {
    let home = draft();
    run(&home, "add objective 'Improve quality'");
    crate::support::tree::write(home.work(), super::KEY_RESULT, "title = 'a'\n<<<<<<< mine\n");
    let all = okr(&home).args("lint").run();
    all.code(3).stderr_has(&format!("{}:2:1: [merge-marker]", super::KEY_RESULT));
    all.stdout_has("[vague-objective]").stdout_lacks("(cannot be read)");
    okr(&home).args(["lint", super::KEY_RESULT]).run().code(3).stdout_lacks("[");
    okr(&home)
        .args("lint teams/payments/2027-q1/objectives/improve-quality")
        .run()
        .code(1)
        .stderr_has("1 question to answer");
}
