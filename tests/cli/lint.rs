//! `okr lint` on sentences from stdin, and what it says about its rules.

use serde_json::{Value, json};

use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::Desk;
use quarterdeck::method::lint::Coach;
use quarterdeck::store::{self, Store};

use super::{draft, run};
use crate::support::tree::write;
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
fn numbers_are_compared_where_they_lead_and_asked_for_where_they_are_in_doubt() {
    for (text, baseline, target, unit, asked) in [
        ("Halve build time from 40 minutes", json!(40), json!(20), json!("min"), vec![]),
        ("Double active teams from 10", json!(10), json!(20), json!("teams"), vec![]),
        ("Deploys from 2 a week to 2 a day", json!(2), json!(2), json!("deploys"), vec![]),
        ("Memory per pod from 2 GB to 500 MB", json!(2), json!(500), json!("MB"), vec![]),
        (
            "Signups from 1.200 to 2.500",
            Value::Null,
            Value::Null,
            Value::Null,
            vec!["no-baseline", "no-target"],
        ),
        (
            "Fehlerquote von 2,3 % auf 0,5 %",
            Value::Null,
            Value::Null,
            Value::Null,
            vec!["no-baseline", "no-target"],
        ),
    ] {
        let code = i32::from(!asked.is_empty());
        let line = json!({ "text": text }).to_string();
        let answer = &answers("lint --jsonl", &line, code)[0];
        let read = (&answer["baseline"], &answer["target"], &answer["unit"]);
        assert_eq!(read, (&baseline, &target, &unit), "{text}");
        assert_eq!(rules(answer), asked, "{text}");
    }
}

#[test]
fn numbers_stand_as_in_the_sentence_each_with_its_unit() {
    for (text, read) in [
        ("Lead time from 2 weeks to 3 days", json!([2, "weeks", 3, "days"])),
        ("Latency from 1.2 s to 800 ms", json!([1.2, "s", 800, "ms"])),
        ("Latency from 900 ms to 800 ms", json!([900, null, 800, "ms"])),
    ] {
        let answer = &answers("lint --jsonl", &json!({ "text": text }).to_string(), 0)[0];
        let told = ["baseline", "baseline_unit", "target", "unit"].map(|name| answer[name].clone());
        assert_eq!(json!(told), read, "{text}");
    }
}

#[test]
fn a_metric_whose_numbers_are_still_open_is_a_measure() {
    let line =
        json!({ "text": "Lower change lead time for [where] from [now] days to [then] days by 31 Mar" });
    let answer = &answers("lint --jsonl", &line.to_string(), 1)[0];
    assert_eq!(rules(answer), ["no-baseline", "no-target"]);
    let line = json!({ "text": "Lower [metric] for [where] from [now] to [then] by 31 Mar" });
    assert_eq!(rules(&answers("lint --jsonl", &line.to_string(), 1)[0]), ["vague"]);
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
        "[\"x\",\"Ship it\"]",
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
    home.okr("lint --explain output-verb").code(0).stdout_has("Complete the OAuth 2.0 migration");
    home.okr("lint --explain all-handed-down").code(0).stdout_has("okr waive quarter all-handed-down");
    home.okr("lint --explain near-copy").code(0).stdout_has("okr waive ID near-copy");
    home.okr("lint --explain 'Output verb'").code(0).stdout_has("output-verb");
    home.okr("lint --explain outputverb").code(2).stderr_has("did you mean `output-verb`?");
    home.okr("lint --explain no-gap").code(0).stdout_has("neither switched off nor waived");
    let rules = home.okr("lint --rules");
    rules
        .code(0)
        .stdout_has("output-verb           warn   This is work.")
        .stdout_has("no-gap                block");
    let explained = home.okr("lint --explain vague --json").json();
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
        "waive sign-in-failures vague-objective --reason x",
        "waive sign-in-people nearly-there --reason x",
        "waive quarter no-source --reason x",
    ] {
        home.okr(line).code(2);
    }
    home.okr("waive sign-in-people nearly-there --reason x")
        .stderr_has("nearly-there is asked of a key result, and this is an objective");
    home.okr("waive sign-in-failures nearly-there --reason x")
        .code(0)
        .stderr_has("it is not asked there now");
    let stop = home.okr("waive sign-in-failures no-metric --reason x --json");
    assert_eq!(stop.code(1).json()["refused"][0]["rule"], "no-metric");
    home.okr("lint /").code(3).stderr_has("lies in no workspace");
    okr(&Home::empty()).args("lint").run().code(3).stderr_has("there is no workspace");
}

#[test]
fn a_rule_is_asked_again_by_any_name_it_was_waived_by() {
    let home = draft();
    run(&home, "waive sign-in-failures Nearly_There --reason x");
    home.okr("waive sign-in-failures Nearly_There --again").code(0);
    home.okr("waive sign-in-failures nearly-there --again").code(2).stderr_has("is not waived here");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_looked_at() {
    let home = draft();
    run(&home, "add objective 'Improve quality'");
    crate::support::tree::write(home.work(), super::KEY_RESULT, "title = 'a'\n<<<<<<< mine\n");
    let all = home.okr("lint");
    all.code(3).stderr_has(&format!("{}:2:1: [merge-marker]", super::KEY_RESULT));
    all.stdout_has("[vague-objective]").stdout_lacks("(cannot be read)");
    home.okr(["lint", super::KEY_RESULT]).code(3).stdout_lacks("[");
    let github = home.okr("lint --format github");
    github.code(3).stdout_has(&format!("::error file={},line=2,title=merge-marker::", super::KEY_RESULT));
    let json = home.okr("lint --format json");
    assert_eq!(json.code(3).json()["unread"], serde_json::json!([super::KEY_RESULT]));
    let sarif = home.okr("lint --format sarif");
    let first = &sarif.code(3).json()["runs"][0]["results"][0];
    assert_eq!((&first["ruleId"], &first["level"]), (&"merge-marker".into(), &"error".into()));
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(
        (&place["artifactLocation"]["uri"], &place["region"]["startLine"]),
        (&super::KEY_RESULT.into(), &2.into())
    );
    home.okr("lint teams/payments/2027-q1/objectives/improve-quality")
        .code(1)
        .stderr_has("1 question to answer");
}

#[test]
fn a_hook_at_the_root_checks_the_workspaces_of_the_files_it_names() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init docs/okrs --team Payments --objective 'Improve quality'");
    let file = format!("docs/okrs/{}", super::KEY_RESULT);
    crate::support::tree::write(home.work(), &file, "title = 'a'\n<<<<<<< mine\n");
    home.okr(["check", &file]).code(1).stdout_has(&format!("{file}:2:1: [merge-marker]"));
    home.okr(["check", "nowhere.toml"]).code(2).stderr_has("nowhere.toml");
    // Another tool keeps its files in folders of the same name.
    write(home.work(), "infra/teams/web/a.toml", "a = 1\n");
    let said = home.okr(["check", "infra/teams/web/a.toml", &file]);
    said.code(1).stdout_has("[merge-marker]").stderr_has("infra/teams/web/a.toml lies in no workspace");
    let objective = "docs/okrs/teams/payments/2027-q1/objectives/improve-quality/objective.toml";
    let said = home.okr(["lint", objective, "infra/teams/web/a.toml"]);
    said.stdout_has(objective).stderr_has("infra/teams/web/a.toml lies in no workspace");
    home.okr(["lint", "infra/teams/web/a.toml"]).code(3).stderr_has("okr init");
}

/// Thirty teams with a quarter behind them and one that runs. Each asks the next but one for something; every second one has
/// answered, every third answers what nobody asks; each leans on an objective of the team before it; one was merged.
fn thirty_teams() -> Home {
    let home = Home::empty();
    let put = |path: &str, text: &str| write(home.work(), path, text);
    put("okr.toml", "format = 1\n");
    for (cycle, first, last) in
        [("2027-q1", "2027-01-01", "2027-03-31"), ("2027-q2", "2027-04-01", "2027-06-30")]
    {
        put(
            &format!("cycles/{cycle}.toml"),
            &format!("label = \"{cycle}\"\nfirst = {first}\nlast = {last}\n"),
        );
    }
    for at in 0..30 {
        let (asked, above) = ((at + 2) % 30, (at + 29) % 30);
        let merged = if at == 3 { "[[merged]]\nteam = \"t07\"\ndate = 2027-03-31\n" } else { "" };
        put(&format!("teams/t{at:02}/team.toml"), &format!("name = \"Team {at}\"\n{merged}"));
        let mut answers = String::new();
        if at % 2 == 0 {
            let by = format!("t{:02}/2027-q2/failures/line", (at + 28) % 30);
            let answer = "[[answer]]\nid = \"a1\"\nasked = \"BY\"\nstate = \"agreed\"\nby = 2027-06-01\n";
            answers.push_str(&answer.replace("BY", &by));
        }
        if at % 3 == 0 {
            answers.push_str(
                "[[answer]]\nid = \"a2\"\nasked = \"t01/2027-q1/nothing/line\"\nstate = \"open\"\n",
            );
        }
        let key_result = |dependency: &str| {
            format!(
                "title = \"Sign-in failures from 2.3 % to 0.5 %\"\n[measure]\nmetric = \"sign-in failures\"\nmetric_id = \"failures\"\n\
                 unit = \"%\"\nbaseline = 2.3\ntarget = 0.5\n{dependency}"
            )
        };
        let asks = format!(
            "[[dependency]]\nid = \"line\"\nteam = \"Team {asked}\"\nneed = \"A date\"\nby = 2027-04-20\n"
        );
        let objective =
            format!("title = \"Ship the new sign-in\"\ncontributes_to = \"Team {above}/2027-q2/sign-in\"\n");
        // The team that was merged has no quarter of its own any more.
        let cycles = if at == 7 { 1 } else { 2 };
        for cycle in ["2027-q1", "2027-q2"].into_iter().take(cycles) {
            let folder = format!("teams/t{at:02}/{cycle}");
            let is_over = cycle == "2027-q1";
            let frame = if is_over { "committed = 2027-01-08\nclosed = 2027-03-31\n" } else { &answers };
            put(&format!("{folder}/cycle.toml"), frame);
            put(&format!("{folder}/objectives/sign-in/objective.toml"), &objective);
            put(
                &format!("{folder}/objectives/sign-in/failures.toml"),
                &key_result(if is_over { "" } else { &asks }),
            );
            let reading = "date = 2027-03-12\nkind = \"check-in\"\n[[check_in]]\nkey_result = \"failures\"\nreading = 0.4\n";
            if is_over {
                put(&format!("{folder}/checkins/2027-03-12-abc123.toml"), reading);
            }
        }
    }
    put("teams/t11/2027-q2/objectives/sign-in/broken.toml", "title = \n");
    home.today("2027-04-12")
}

#[test]
fn many_teams_are_asked_a_few_at_a_time_what_they_are_asked_all_at_once() {
    let home = thirty_teams();
    let (_, loaded) = Store::open(&home.work()).unwrap();
    let today = Day::new(2027, 4, 12).unwrap();
    let mut expected = Vec::new();
    for quarter in loaded.workspace.quarters.values().filter(|quarter| quarter.frame.closed.is_none()) {
        let desk = Desk::at(&loaded.workspace, &quarter.key, today).unwrap();
        let asked = Coach::at(&desk).all().into_iter().filter(|one| !loaded.unread.contains(&one.at));
        expected
            .extend(asked.map(|one| format!("{} {}", store::path(&one.at).display(), one.finding.rule.id())));
    }
    let outcome = home.okr("lint --format json");
    outcome.code(3).stderr_has("broken.toml");
    let answer: Value = serde_json::from_str(outcome.stdout()).unwrap();
    let found: Vec<String> = answer["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["path"].as_str().unwrap(), one["rule"].as_str().unwrap()))
        .collect();
    for rule in ["unanswered", "answer-to-nothing", "target-met-before"] {
        assert!(found.iter().any(|one| one.ends_with(rule)), "{rule} in {found:?}");
    }
    assert_eq!(found, expected);
}

#[test]
fn a_team_that_is_named_is_asked_alone_and_what_is_wrong_elsewhere_is_not_its_own() {
    let home = thirty_teams();
    home.okr("--team t11 lint").code(3).stderr_has("broken.toml");
    let outcome = home.okr("--team t04 lint --format json");
    outcome.code(1);
    let answer: Value = serde_json::from_str(outcome.stdout()).unwrap();
    let paths =
        answer["findings"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned());
    assert!(paths.clone().count() > 0 && paths.into_iter().all(|path| path.starts_with("teams/t04/")));
}

#[test]
fn many_lines_are_answered_each_in_its_place() {
    let lines: Vec<String> =
        (0..5000).map(|at| format!("{{\"id\":{at},\"text\":\"Ship release {at}\"}}\n")).collect();
    let answers = answers("lint --jsonl", &lines.concat(), 1);
    assert!(answers.iter().zip(0..).all(|(answer, at)| answer["id"] == at));
}

#[test]
fn annotations_name_their_file_from_the_root_of_the_repository_whatever_the_folder() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init docs/okrs --team Payments --objective 'Complete the migration'");
    std::fs::create_dir_all(home.work().join(".git")).unwrap();
    for folder in ["", "docs/okrs", "docs/okrs/teams/payments"] {
        let lint = |format: &str| {
            let workspace = home.work().join("docs/okrs");
            let line = format!("--workspace {} lint --format {format}", workspace.display());
            okr(&home).dir(folder).args(line.as_str()).run().code(1).stdout().to_owned()
        };
        let file = "docs/okrs/teams/payments/2027-q1/objectives/";
        let github = lint("github");
        assert!(github.lines().all(|line| line.contains(&format!(" file={file}"))), "{folder}: {github}");
        let sarif: Value = serde_json::from_str(&lint("sarif")).unwrap();
        let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with(file), "{folder}: {uri}");
    }
}

#[test]
fn what_is_kept_within_bounds_goes_no_way_that_could_be_wrong() {
    let line = r#"{"id":"a","text":"Availability stays above 97 %, now 98 %"}"#;
    okr(&Home::empty())
        .args("lint --jsonl")
        .stdin(line)
        .run()
        .stdout_lacks("wrong-way")
        .stdout_lacks("nearly");
    let gone = r#"{"id":"a","text":"Availability from 12 % to 12 %"}"#;
    okr(&Home::empty()).args("lint --jsonl").stdin(gone).run().stdout_has("no-gap");
}

#[test]
fn the_name_of_a_metric_that_stands_for_the_sentence_is_called_no_work() {
    let home = draft();
    run(&home, "set sign-in-f title='sign-in failures' metric='sign-in failures'");
    home.okr("lint").stdout_lacks("output-verb").stdout_lacks("work-or-effect");
}

#[test]
fn a_bare_metric_is_asked_for_its_numbers_and_goes_the_way_the_library_has() {
    let lines = concat!(
        r#"{"id":"a","text":"Trial conversion rate"}"#,
        "\n",
        r#"{"id":"b","text":"Batch size: 3"}"#,
        "\n",
        r#"{"id":"c","text":"Die Zahl der Kunden steigt auf 50"}"#,
        "\n",
    );
    let answers = answers("lint --jsonl", lines, 1);
    assert_eq!((&answers[0]["label"], &answers[0]["direction"]), (&json!("outcome"), &json!("increase")));
    assert_eq!(rules(&answers[0]), ["no-baseline", "no-target"]);
    assert_eq!(answers[1]["direction"], "decrease");
    assert!(!rules(&answers[2]).contains(&"output-verb"), "in another language");
}

#[test]
fn a_number_that_has_passed_its_target_goes_the_wrong_way() {
    let line = r#"{"id":"a","text":"More than 500 active shops (now 700)"}"#;
    okr(&Home::empty()).args("lint --jsonl").stdin(line).run().stdout_has("wrong-way");
    let ahead = r#"{"id":"a","text":"More than 700 active shops (now 500)"}"#;
    okr(&Home::empty()).args("lint --jsonl").stdin(ahead).run().stdout_lacks("wrong-way");
}
