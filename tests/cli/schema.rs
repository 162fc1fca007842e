//! The schemas against what the program reads and writes: every key of every file is known to its schema, and every key
//! a schema knows is one the reader knows.

use std::path::Path;

use serde_json::{Map, Value, json};

use quarterdeck::store::{Store, address_of, record_of, table_of};

use super::run;
use crate::store::records;
use crate::support::Home;
use crate::support::tree::paths_like;
use crate::support::validators::against_schema;

/// The kind of a file, by where it stands.
fn kind(path: &str) -> &'static str {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["okr.toml"] => "workspace",
        ["steps.toml"] => "steps",
        ["cycles", _] => "cycle",
        ["teams", _, "team.toml"] => "team",
        ["teams", _, _, "cycle.toml"] => "quarter",
        [.., "objectives", _, "objective.toml"] => "objective",
        [.., "objectives", _, _] => "key-result",
        [.., "checkins", _] => "check-in",
        [.., "scores", _] => "score",
        [.., "retro", _] => "note",
        [.., "sessions", _] => "session",
        _ => panic!("{path} is of no kind"),
    }
}

fn schema(home: &Home, kind: &str) -> Value {
    serde_json::from_str(&run(home, &format!("schema {kind}"))).unwrap()
}

/// A schema with what it refers to.
struct Known<'s> {
    root: &'s Value,
}

impl Known<'_> {
    /// What stands behind a reference.
    fn meant<'v>(&'v self, schema: &'v Value) -> &'v Value {
        match schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str()) {
            Some(path) => self.meant(self.root.pointer(&path[1..]).unwrap_or_else(|| panic!("no {path}"))),
            None => schema,
        }
    }

    /// A value for every key the schema knows, as deep as it goes.
    fn full(&self, schema: &Value) -> Value {
        let schema = self.meant(schema);
        let one =
            |name: &str| schema[name].as_array().and_then(|all| all.iter().find(|one| one["type"] != "null"));
        if let Some(one) = one("anyOf").or_else(|| one("oneOf")) {
            return self.full(one);
        }
        if let Some(word) = schema["enum"].as_array().and_then(|all| all.iter().find(|word| !word.is_null()))
        {
            return word.clone();
        }
        if !schema["const"].is_null() {
            return schema["const"].clone();
        }
        let name = match &schema["type"] {
            Value::Array(all) => all[0].as_str().unwrap(),
            one => one.as_str().unwrap_or_default(),
        };
        match name {
            "array" => json!([self.full(&schema["items"])]),
            "object" => {
                let mut table = Map::new();
                if schema["additionalProperties"].is_object() {
                    table.insert("vague-objective".to_owned(), self.full(&schema["additionalProperties"]));
                }
                for (key, of_key) in schema["properties"].as_object().into_iter().flatten() {
                    table.insert(key.clone(), self.full(of_key));
                }
                table.into()
            }
            "string" if schema["format"] == "date" => json!("2027-02-11"),
            "string" => json!("payments"),
            "boolean" => json!(true),
            _ => schema["minimum"].as_i64().filter(|least| *least > 0).map_or(json!(1), |least| json!(least)),
        }
    }
}

/// A table of TOML as JSON, days as texts.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Table(table) => {
            table.iter().map(|(key, one)| (key.clone(), plain(one))).collect::<Map<_, _>>().into()
        }
        toml::Value::Array(all) => all.iter().map(plain).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

#[test]
fn every_file_of_the_workspaces_fits_its_schema() {
    let home = Home::empty();
    let mut checked = 0;
    for folder in ["assets/example", "tests/workspaces/valid"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let roots = std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path());
        for root in std::iter::once(root.clone()).chain(roots).filter(|path| path.join("okr.toml").is_file())
        {
            let (_, loaded) = Store::open(&root).unwrap();
            for (address, record) in records(&loaded.workspace) {
                let path = address.to_string();
                let schema = schema_of(&home, kind(&path));
                let text = std::fs::read_to_string(root.join(&path)).unwrap_or_default();
                let written: toml::Table = toml::from_str(&text).unwrap_or_default();
                for table in [written, table_of(&record)] {
                    let wrong = against_schema(&schema, &plain(&table.into()));
                    let odd = text.contains("unknown") || !wrong.is_empty() && is_odd(&root, &path);
                    assert!(odd || wrong.is_empty(), "{} {path}: {wrong:#?}", root.display());
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 300, "{checked} files are too few to prove anything");
}

/// A file that `okr check` finds something odd in as well.
fn is_odd(root: &Path, path: &str) -> bool {
    let (_, loaded) = Store::open(root).unwrap();
    loaded.problems.iter().any(|problem| problem.path == Path::new(path))
}

/// The schema of a kind, asked for once.
fn schema_of(home: &Home, kind: &'static str) -> Value {
    use std::collections::BTreeMap;
    use std::sync::Mutex;
    static ASKED: Mutex<BTreeMap<&str, Value>> = Mutex::new(BTreeMap::new());
    ASKED.lock().unwrap().entry(kind).or_insert_with(|| schema(home, kind)).clone()
}

#[test]
fn every_key_a_schema_knows_is_one_the_reader_knows() {
    let home = Home::empty();
    for path in [
        "okr.toml",
        "cycles/2027-q1.toml",
        "teams/payments/team.toml",
        "teams/payments/2027-q1/cycle.toml",
        "teams/payments/2027-q1/objectives/sign-in/objective.toml",
        "teams/payments/2027-q1/objectives/sign-in/failures.toml",
        "teams/payments/2027-q1/checkins/2027-02-11-k3f9q2.toml",
        "teams/payments/2027-q1/scores/failures.toml",
        "teams/payments/2027-q1/retro/k81x0d.toml",
        "teams/payments/2027-q1/sessions/2027-02-11-check-in-7d2m1a.toml",
    ] {
        let schema = schema(&home, kind(path));
        let known = Known { root: &schema };
        let full = known.full(&schema);
        let text = toml::to_string(&full).unwrap();
        // Days are native in the files, and texts in JSON.
        let text = text.replace("\"2027-02-11\"", "2027-02-11");
        let record = record_of(&address_of(path).unwrap(), &text)
            .unwrap_or_else(|why| panic!("{path}: {why:?}\n{text}"));
        let again = plain(&table_of(&record).into());
        let lost: Vec<String> =
            keys(&full, "").into_iter().filter(|key| !keys(&again, "").contains(key)).collect();
        // What is usual is not written.
        let usual =
            |key: &str| ["ambition", "measure.bound", "order"].iter().any(|usual| key.ends_with(usual));
        let lost: Vec<&String> = lost.iter().filter(|key| !usual(key)).collect();
        assert!(lost.is_empty(), "{path}: {lost:?}\n{text}");
    }
}

/// All paths of keys in a value.
fn keys(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::Object(table) => table
            .iter()
            .flat_map(|(key, one)| {
                std::iter::once(format!("{at}.{key}")).chain(keys(one, &format!("{at}.{key}")))
            })
            .collect(),
        Value::Array(all) => all.iter().flat_map(|one| keys(one, &format!("{at}[]"))).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn own_settings_and_keys_have_their_words() {
    let home = Home::empty();
    let config = schema(&home, "config");
    assert_eq!(against_schema(&config, &json!({ "ui": { "theme": "dark", "bell": false } })), [""; 0]);
    assert_eq!(against_schema(&config, &json!({ "ui": { "theme": "pink" } })).len(), 1);
    assert_eq!(against_schema(&config, &json!({ "ui": { "colour": "auto" } })).len(), 1);
    let keys = schema(&home, "keys");
    assert_eq!(against_schema(&keys, &json!({ "undo": ["ctrl-y"], "find": "f" })), [""; 0]);
    assert_eq!(against_schema(&keys, &json!({ "undoo": "f" })).len(), 1);
}

#[test]
fn all_schemas_are_written_with_the_rules_that_name_their_files() {
    let home = Home::empty();
    std::fs::create_dir(home.work().join(".schemas")).unwrap();
    let rules: toml::Table = toml::from_str(&run(&home, "schema --into .schemas")).unwrap();
    let rules = rules["rule"].as_array().unwrap();
    for rule in rules {
        let path = rule["schema"]["path"].as_str().unwrap();
        assert!(home.work().join(path).is_file(), "{path}");
    }
    assert_eq!(
        paths_like(home.work(), ".schemas/*.json").len(),
        rules.len() + 2,
        "and two of one's own settings"
    );
    home.okr("schema keyresult").code(2);
    home.okr("schema --into nowhere").code(2);
}
