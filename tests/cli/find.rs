//! Search over everything that was said: every text a person wrote is found, at its place in the files.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;
use toml::Value;

use quarterdeck::domain::change::Record;
use quarterdeck::domain::quarter::QuarterKey;
use quarterdeck::method::find::{Sought, of_quarter, passages, place_of};
use quarterdeck::store::{Loaded, Names, Store, table_of};

use super::run;
use crate::layers::source::program;
use crate::store::records;
use crate::support::cli::in_sample;

/// The texts of several words in a file: whatever a person wrote that is no id, no day and no word of a list.
fn sentences(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.trim().contains(' ') => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| sentences(one, found)),
        Value::Table(table) => table.iter().for_each(|(_, one)| sentences(one, found)),
        _ => {}
    }
}

/// The units and phases of a measure say nothing by themselves.
fn is_a_unit(record: &Record, text: &str) -> bool {
    let Record::KeyResult(key_result) = record else { return false };
    let guardrail = key_result.guardrail.as_ref().and_then(|one| one.unit.as_deref());
    guardrail == Some(text) || key_result.measure.unit() == text
}

#[test]
fn every_sentence_of_every_file_is_found() {
    let folders = ["assets/example", "tests/workspaces/valid", "tests/workspaces/asked"];
    let mut checked = 0;
    for folder in folders {
        for root in roots(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let (_, loaded) = Store::open(&root).unwrap();
            let all = passages(&loaded.workspace, None, loaded.workspace.quarters.keys());
            let texts: Vec<&str> =
                all.iter().flat_map(|passage| &passage.texts).map(|text| text.says.as_str()).collect();
            for (address, record) in records(&loaded.workspace) {
                let is_corrected = |quarter: &quarterdeck::domain::quarter::Quarter| {
                    let Record::Sitting(one) = &record else { return false };
                    quarter.standing_sittings().all(|sitting| sitting.id != one.id)
                };
                let quarter = address.quarter().map(|key| &loaded.workspace.quarters[key]);
                if quarter.is_some_and(is_corrected) {
                    continue;
                }
                let mut wanted = Vec::new();
                sentences(&Value::Table(table_of(&record)), &mut wanted);
                for text in wanted.iter().filter(|text| !is_a_unit(&record, text)) {
                    assert!(texts.contains(&text.as_str()), "{address}: {text:?} is not found");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 300, "{checked} sentences are too few to prove anything");
}

/// What of the records is no text: the names of other things, and units.
const NAMES: &[&str] = &[
    "Answer.asked",
    "Guardrail.unit",
    "KeyResult.effect_quarter",
    "KeyResult.carried_from",
    "Measure.metric_id",
    "Measure.unit",
    "Objective.contributes_to",
    "Objective.carried_from",
    "Scoring.reads_later",
];

/// The members that hold texts, of every record that a source of the domain declares: `Note.text`.
fn members(source: &str) -> Vec<String> {
    let declared = source.split("#[derive(").filter_map(|text| text.split_once(")]"));
    let records = declared.filter(|(derives, _)| derives.contains("Serialize"));
    let records = records.filter_map(|(_, text)| text.split_once("pub struct ")?.1.split_once(" {\n"));
    let texts = records.flat_map(|(record, body)| {
        let members = body.split("\n}").next().unwrap_or_default().lines();
        let members = members.filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "));
        let is_text = |of: &str| ["String,", "Option<String>,", "Vec<String>,"].contains(&of);
        members.filter(move |(_, of)| is_text(of)).map(move |(member, _)| format!("{record}.{member}"))
    });
    texts.collect()
}

#[test]
fn every_text_of_every_record_is_searched() {
    let files = program();
    let table = files.iter().find(|file| file.path == "src/method/find/says.rs").unwrap();
    let (_, table) = table.text.rsplit_once("says! {").unwrap();
    let rows = table.split('}').filter_map(|row| row.split_once('{'));
    let searched: Vec<String> = rows
        .flat_map(|(record, members)| {
            let members = members.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
            members.map(move |member| format!("{}.{member}", record.trim()))
        })
        .collect();
    let sources = files.iter().filter(|file| file.path.starts_with("src/domain/"));
    let texts: Vec<String> = sources.flat_map(|file| members(&file.text)).collect();
    assert!(texts.len() > 50, "{} texts are too few to prove anything", texts.len());
    let is_known = |text: &&String| searched.contains(text) || NAMES.contains(&text.as_str());
    let lost: Vec<&String> = texts.iter().filter(|text| !is_known(text)).collect();
    assert!(lost.is_empty(), "src/method/find/says.rs names none of {lost:?}");
    let gone: Vec<&&str> = NAMES.iter().filter(|name| !texts.iter().any(|text| text == **name)).collect();
    assert!(gone.is_empty(), "no record has {gone:?}");
}

#[test]
fn no_word_of_a_passage_is_sifted_out_of_the_plain_files() {
    let mut checked = 0;
    for folder in ["assets/example", "tests/workspaces/valid"] {
        for root in roots(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let store = Store::find(&root).unwrap();
            let outline = store.outline(&Names::All).unwrap();
            for key in &outline.workspace.unopened {
                checked += passages_of(&store, &outline, key);
            }
        }
    }
    assert!(checked > 100, "{checked} passages are too few to prove anything");
}

/// How many passages of a quarter are found by all their own words, each looked for in the plain text of the files.
fn passages_of(store: &Store, outline: &Loaded, key: &QuarterKey) -> usize {
    let read = store.sifted(outline, key, |_| true).unwrap().unwrap();
    let place = place_of(&outline.workspace, key);
    let all = of_quarter(&outline.workspace, &read);
    for passage in &all {
        let says = passage.texts.iter().map(|text| text.says.as_str()).collect::<Vec<_>>().join(" ");
        let must = Sought::new(&format!("{} {} {says}", passage.kind, passage.place)).must_stand_at(&place);
        let found = store.sifted(outline, key, |text| must.is_in_text(text)).unwrap();
        assert_eq!(found.as_ref(), Some(&read), "{} {must:?}", passage.at);
    }
    all.len()
}

/// The workspaces in a folder, itself first.
fn roots(folder: &Path) -> Vec<std::path::PathBuf> {
    let below = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let all = std::iter::once(folder.to_owned()).chain(below);
    all.filter(|path| path.join("okr.toml").is_file()).collect()
}

#[test]
fn the_lesson_of_last_quarter_is_one_line_with_its_place() {
    let home = in_sample();
    let text = run(&home, "find LESSON payments 2026-q4");
    let first = text.lines().next().unwrap();
    let (place, says) = first.split_once(": Lesson, Payments 2026-Q4: ").unwrap();
    let (path, at) = place.split_once(".toml:").unwrap();
    let file = fs::read_to_string(home.work().join(format!("okrs/{path}.toml"))).unwrap();
    let line: usize = at.split(':').next().unwrap().parse().unwrap();
    assert!(file.lines().nth(line - 1).unwrap().contains(says), "{first}");
    let json: Json = serde_json::from_str(&run(&home, "find lesson payments 2026-q4 --json")).unwrap();
    assert_eq!(json["found"][0]["text"], says);
    assert_eq!(json["found"][0]["line"], line);
    assert_eq!(json["found"].as_array().unwrap().len(), text.lines().count());
}

#[test]
fn what_nobody_said_is_no_mistake() {
    let home = in_sample();
    let outcome = home.okr("find zeppelin");
    outcome.code(0);
    assert_eq!(outcome.stdout(), "");
    assert!(outcome.stderr().contains("nothing says that"), "{}", outcome.stderr());
}

#[test]
fn why_an_objective_was_worded_otherwise_is_found() {
    let home = super::committed();
    run(&home, "set sign-in-people title='Sign-in nobody notices' --reason 'the xylophone broke'");
    let found = run(&home, "find xylophone");
    assert!(found.contains("Objective, Payments 2027-Q1: the xylophone broke"), "{found}");
    let found = run(&home, "find 'people can rely'");
    assert!(found.contains("Sign-in people can rely on"), "{found}");
}
