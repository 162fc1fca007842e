//! Old files open for ever: one workspace of each released format, in which every field is set, with comments everywhere and
//! a key nobody knows. What it says was written down by another reader of TOML. It is never changed; a new format adds one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use quarterdeck::domain::change::{Change, Edit, Record};
use quarterdeck::store::{Store, address_of, record_of, table_of};

use super::damaged::values;
use crate::store::records;
use crate::support::tree::{files, write};

/// The formats that were released.
const FORMATS: &[&str] = &["format-1"];

/// What becomes of the text of a file.
type Variant = fn(&str) -> String;

/// How a file can lie on disk: as it was written, with the line ends and the mark of another system, or both.
const VARIANTS: &[(&str, Variant)] = &[
    ("as written", str::to_owned),
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("with a byte order mark", |text| format!("\u{feff}{text}")),
    ("both", |text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
    ("without a last line break", |text| text.trim_end().to_owned()),
];

fn released(format: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released").join(format)
}

fn copy(format: &str, variant: Variant) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in files(released(format)) {
        let text = fs::read_to_string(released(format).join(&path)).unwrap();
        write(folder.path(), &path, &variant(&text.replace("\r\n", "\n")));
    }
    folder
}

/// What every file says, a line for each value: `path key = value`.
fn said(folder: &Path) -> Vec<String> {
    let mut lines = Vec::new();
    for path in files(folder).into_iter().filter(|path| address_of(path).is_some()) {
        let text = fs::read_to_string(folder.join(&path)).unwrap();
        let record = record_of(&address_of(&path).unwrap(), &text).unwrap();
        let mut found = BTreeMap::new();
        values("", &toml::Value::Table(table_of(&record)), &mut found);
        lines.extend(found.into_iter().map(|(key, value)| format!("{path} {} = {value}", &key[1..])));
    }
    lines
}

#[test]
fn every_released_format_reads_as_it_always_did() {
    for format in FORMATS {
        let expected = fs::read_to_string(released(&format!("{format}.txt"))).unwrap();
        for (name, variant) in VARIANTS {
            let folder = copy(format, *variant);
            let said = said(folder.path());
            for line in expected.lines() {
                assert!(said.iter().any(|one| one == line), "{format}, {name}: not read: {line}");
            }
            let (_, loaded) = Store::open(folder.path()).unwrap();
            let odd: Vec<_> =
                loaded.problems.iter().filter(|problem| problem.rule != "unknown-key").collect();
            assert!(odd.is_empty(), "{format}, {name}: {odd:?}");
        }
    }
}

#[test]
fn a_save_changes_one_line_of_an_old_file_whatever_its_line_ends() {
    // A last line without its end gets one: that is one byte more.
    for (name, variant) in VARIANTS.iter().filter(|(name, _)| *name != "without a last line break") {
        let folder = copy("format-1", *variant);
        let (store, loaded) = Store::open(folder.path()).unwrap();
        let (address, before) = records(&loaded.workspace)
            .into_iter()
            .find(|(_, record)| matches!(record, Record::KeyResult(_)))
            .unwrap();
        let Record::KeyResult(mut after) = before.clone() else { panic!("a key result") };
        after.contact = Some("Lin".to_owned());
        let path = folder.path().join(address.to_string());
        let text = fs::read_to_string(&path).unwrap();
        let change = Change::one("change", Edit::update(address, before, Record::KeyResult(after)));
        store.save(&change).unwrap();
        let expected = text.replace("contact = \"Ana\"", "contact = \"Lin\"");
        assert_eq!(fs::read_to_string(&path).unwrap(), expected, "{name}");
        store.save(&change.inverse()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{name}");
    }
}
