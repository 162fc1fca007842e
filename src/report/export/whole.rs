//! Everything in one JSON value: each record with the path of its file, in the order of the paths.

use serde_json::{Value, json};

use crate::domain::change::Record;
use crate::domain::workspace::Workspace;
use crate::method::texts;
use crate::report::json;

/// The whole workspace.
pub(super) fn value(workspace: &Workspace) -> Value {
    let mut records: Vec<(String, Value)> =
        workspace.records().into_iter().map(|(at, record)| (at.to_string(), written(&record))).collect();
    records.sort_by(|one, other| one.0.cmp(&other.0));
    let records = records.into_iter().map(|(at, record)| json!({ "at": at, "record": record }));
    json!({
        "holds": "a Quarterdeck workspace",
        "notice": texts::notice(),
        "records": records.collect::<Vec<_>>(),
    })
}

fn written(record: &Record) -> Value {
    match record {
        Record::Settings(record) => json::record(record),
        Record::Steps(record) => json::record(record),
        Record::Team(record) => json::record(record),
        Record::Cycle(record) => json::record(record),
        Record::Frame(record) => json::record(record),
        Record::Objective(record) => json::record(record),
        Record::KeyResult(record) => json::record(record),
        Record::Sitting(record) => json::record(record),
        Record::Scoring(record) => json::record(record),
        Record::Note(record) => json::record(record),
        Record::Effort(record) => json::record(record),
    }
}
