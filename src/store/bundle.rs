//! Reads the JSON that `okr export --format json` wrote: records with the paths of their files.

use serde_json::Value;
use toml::Table;

use super::patch::render;
use super::{layout, record_of};
use crate::domain::change::{Address, Record};
use crate::domain::display::visible;
use crate::words::store::reading as words;

/// The version of the form that is read.
const VERSION: u64 = 1;

/// What a bundle holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bundle {
    /// The records that can be read, in the order they stand in.
    pub records: Vec<(Address, Record)>,
    /// What cannot be read, each with its place and the reason.
    pub misfits: Vec<String>,
}

/// Reads a bundle. What cannot be read is named and left out; the rest is used.
///
/// # Errors
/// It is no JSON, none of ours, or of a newer form; in a sentence.
pub fn read(text: &str) -> Result<Bundle, String> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|bad| words::it_is_no_json(bad.line(), bad.column()))?;
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => {
            return Err(words::it_is_of_form(newer, VERSION));
        }
        _ => return Err(words::IT_IS_NONE_OF_OURS.to_owned()),
    }
    let records = value.get("records").and_then(Value::as_array);
    let records = records.ok_or_else(|| words::IT_IS_NONE_OF_OURS_IT_HAS.to_owned())?;
    let mut bundle = Bundle::default();
    for (at, entry) in records.iter().enumerate() {
        match record(entry) {
            Ok(found) => bundle.records.push(found),
            Err(why) => bundle.misfits.push(format!("record {}: {}", at + 1, visible(&why))),
        }
    }
    Ok(bundle)
}

fn record(entry: &Value) -> Result<(Address, Record), String> {
    let at = entry.get("at").and_then(Value::as_str).ok_or(words::IT_SAYS_NOT_WHERE_IT_STANDS)?;
    let address = layout::address_of(at).ok_or_else(|| words::no_record_stands_at(at))?;
    let written = entry.get("record").ok_or_else(|| words::is_empty(at))?;
    let table = Table::try_from(written).map_err(|bad| format!("{at}: {bad}"))?;
    let read =
        record_of(&address, &render(&table)).map_err(|problem| format!("{at}: {}", problem.message))?;
    Ok((address, read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_none_of_ours_is_a_sentence() {
        for (text, says) in [
            ("", "no JSON"),
            ("[1]", "no version"),
            ("{\"version\": 1}", "no records"),
            ("{\"version\": 2, \"records\": []}", "of form 2"),
        ] {
            assert!(read(text).unwrap_err().contains(says), "{text}");
        }
    }

    #[test]
    fn one_record_that_cannot_be_read_hides_none_of_the_others() {
        let text = r#"{"version": 1, "records": [
            {"at": "../../etc/passwd", "record": {}},
            {"at": "teams/a/team.toml", "record": {"name": 3}},
            {"at": "teams/b/team.toml", "record": {"name": "B", "level": "team"}}]}"#;
        let bundle = read(text).unwrap();
        assert_eq!((bundle.records.len(), bundle.misfits.len()), (1, 2), "{bundle:?}");
        assert!(bundle.misfits[0].starts_with("record 1: no record stands at"), "{bundle:?}");
    }
}
