use super::*;
use crate::coach::finding::Raised;
use crate::domain::day::Day;

fn found(path: &str, source: &str, at: std::ops::Range<usize>) -> PlacedFinding {
    let finding = Raised::title()
        .with("why", "“Complete” is something we do.")
        .with("id", "oauth")
        .by(Rule::OutputVerb);
    PlacedFinding {
        path: path.to_owned(),
        line: 1,
        column: at.start + 1,
        end_column: at.end + 1,
        source: Some(source.to_owned()),
        about: "oauth".to_owned(),
        finding,
    }
}

fn waived() -> PlacedFinding {
    let mut one = found("a.toml", "title = \"Complete it\"", 9..17);
    let date = Day::new(2027, 1, 8).unwrap();
    one.finding.waived = Some(Waiver { reason: "a promise".to_owned(), date });
    one
}

#[test]
fn the_caret_stands_under_the_words() {
    let shown = text(&[found("a.toml", "title = \"東京 Complete it\"", 12..20)]);
    let expected = "\
a.toml:1:13: warn [output-verb] This is work. What would be different if it helped?
    1 | title = \"東京 Complete it\"
      |               ^^^^^^^^
    why: “Complete” is something we do.
    hint: Say what would move, from what to what; or okr move oauth delivery.
";
    assert_eq!(shown, expected);
}

#[test]
fn a_long_line_is_cut_around_the_words() {
    let source = format!("{}Complete{}", "a".repeat(5_000), "b".repeat(5_000));
    let shown = text(&[found("a.toml", &source, 5_000..5_008)]);
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[1].chars().count() < 120 && lines[1].contains("…aaa") && lines[1].contains("aCompleteb"));
    assert_eq!(lines[1].find("Complete").map(|at| lines[1][..at].chars().count()), lines[2].find('^'));
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_raw() {
    let source = "title = \"\u{1b}[2J Complete\u{202e}\"";
    let all = [found("a\u{1b}b.toml", source, 14..22)];
    for shown in [text(&all), github(&all, &[])] {
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown}");
    }
    let shown = text(&all);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[1].find("Complete").map(|at| lines[1][..at].chars().count()), lines[2].find('^'));
}

#[test]
fn a_github_annotation_escapes_what_would_end_it() {
    let mut one = found("a,b:c%.toml", "x", 0..1);
    one.finding = Raised::title().with("why", "100 %\nof it").by(Rule::OutputVerb);
    let expected = "::warning file=a%2Cb%3Ac%25.toml,line=1,title=output-verb::This is work. What would be different if it \
                    helped? 100 %25␊of it\n";
    assert_eq!(github(&[one], &[]), expected);
    let stop = PlacedFinding { finding: Raised::title().by(Rule::NoTarget), ..found("a", "x", 0..1) };
    assert!(github(&[stop], &[]).starts_with("::error file=a,line=1,title=no-target::"));
    let asked = PlacedFinding { finding: Raised::title().by(Rule::NearlyThere), ..found("a", "x", 0..1) };
    assert!(github(&[asked], &[]).starts_with("::notice file=a,line=1,title=nearly-there::"));
    assert_eq!(github(&[waived()], &[]), "", "what is answered is no open question");
}

/// What the schema of SARIF 2.1.0 asks of the parts that are written here.
#[test]
fn a_sarif_file_has_what_its_schema_asks_for() {
    let value = sarif(&[found("teams/a b/ü.toml", "title = \"Complete\"", 9..17), waived()], &[]);
    assert_eq!(value["version"], "2.1.0");
    assert!(value["$schema"].as_str().is_some_and(|uri| uri.ends_with("sarif-2.1.0.json")));
    let run = &value["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "okr");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["note", "warning", "error"].contains(&level));
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].as_str().is_some_and(|text| !text.is_empty()));
        }
    }
    let result = &run["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], result["ruleId"]);
    assert!(result["message"]["text"].is_string() && result["level"] == "warning");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "teams/a%20b/%C3%BC.toml");
    assert_eq!(place["region"], json!({ "startLine": 1, "startColumn": 10, "endColumn": 18 }));
    assert!(result.get("suppressions").is_none());
    let suppression = json!([{ "kind": "inSource", "justification": "a promise" }]);
    assert_eq!(run["results"][1]["suppressions"], suppression);
}

#[test]
fn a_waiver_is_shown_with_its_reason() {
    assert!(text(&[waived()]).ends_with("    waived on 2027-01-08: a promise\n"));
    assert_eq!(json(&[waived()], &[])["findings"][0]["waived"]["reason"], "a promise");
}

#[test]
fn every_rule_is_explained() {
    for rule in Rule::ALL {
        let shown = explained(*rule);
        assert!(shown.starts_with(rule.id()) && shown.contains(&rule.words().before), "{shown}");
        assert_eq!(rule_json(*rule)["rule"], rule.id());
    }
}
