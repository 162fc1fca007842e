//! Reads the JSON that `okr export --format json` wrote: records with the paths of their files.

use serde_json::Value;
use toml::Table;

use super::patch::render;
use super::problem::Problem;
use super::{layout, record};
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
    /// What cannot be read, or could not when it was exported, each with its place and the reason.
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
    let records = records.ok_or_else(|| words::IT_HAS_NO_RECORDS.to_owned())?;
    let mut bundle = Bundle::default();
    let unread = value.get("unread").and_then(Value::as_array).into_iter().flatten();
    let missing =
        unread.filter_map(Value::as_str).map(|file| words::it_could_not_be_read_when_exported(visible(file)));
    bundle.misfits.extend(missing);
    for (at, entry) in records.iter().enumerate() {
        let misfit = |why: &str| format!("record {}: {}", at + 1, visible(why));
        match one(entry) {
            Ok((found, left_out)) => {
                bundle.misfits.extend(left_out.iter().map(|why| misfit(why)));
                bundle.records.push(found);
            }
            Err(why) => bundle.misfits.push(misfit(&why)),
        }
    }
    Ok(bundle)
}

/// A record, and what of it is left out.
fn one(entry: &Value) -> Result<((Address, Record), Vec<String>), String> {
    let at = entry.get("at").and_then(Value::as_str).ok_or(words::IT_SAYS_NOT_WHERE_IT_STANDS)?;
    let address = layout::address_of(at).ok_or_else(|| words::no_record_stands_at(at))?;
    let written = entry.get("record").ok_or_else(|| words::is_empty(at))?;
    let table = Table::try_from(written).map_err(|bad| format!("{at}: {bad}"))?;
    let said = |problem: Problem| format!("{at}: {}", problem.message);
    match record::read(&address, &render(&table), &layout::path(&address)) {
        (Some(record), left_out) => Ok(((address, record), left_out.into_iter().map(said).collect())),
        (None, why) => Err(why.into_iter().next().map_or_else(|| words::is_empty(at), said)),
    }
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
            {"at": "teams/b/team.toml", "record": {"name": "B", "level": "team", "x_jira": 1, "people": 3}}]}"#;
        let bundle = read(text).unwrap();
        assert_eq!((bundle.records.len(), bundle.misfits.len()), (1, 4), "{bundle:?}");
        assert!(
            bundle.misfits.iter().any(|misfit| misfit.starts_with("record 3: teams/b/team.toml: `x_jira`"))
        );
        assert!(bundle.misfits[0].starts_with("record 1: no record stands at"), "{bundle:?}");
    }
}
