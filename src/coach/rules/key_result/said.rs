//! Where a sentence and the fields of its file part.

use super::Case;
use crate::coach::draft::measure;
use crate::coach::finding::Raised;
use crate::domain::apart::{Apart, apart};

/// Numbers and a day that the sentence says otherwise than the fields, while both can still be typed anew.
pub(super) fn otherwise(case: &Case<'_>) -> Option<Raised> {
    let stands = case.measure().filter(|_| case.record.is_some_and(|it| !it.key_result.is_committed()))?;
    let mut rows = apart(stands, &measure(case.judged.statement));
    rows.retain(|row| row.field != "metric" && (row.field == "unit" || !row.stands.is_empty()));
    let shown = |text: fn(&Apart) -> &str| {
        let numbers = rows.iter().filter(|row| row.field != "unit");
        numbers.map(|row| format!("{} {}", row.field, text(row))).collect::<Vec<_>>().join(", ")
    };
    let (key, _) = KEYS.iter().find(|(_, field)| rows.iter().any(|row| row.field == *field))?;
    let fields: Vec<String> = rows.iter().map(|row| format!("{}=\"{}\"", row.field, row.said)).collect();
    let raised = Raised::on(key).with("fields", fields.join(" "));
    Some(raised.with("stands", shown(|row| &row.stands)).with("said", shown(|row| &row.said)))
}

/// The keys of a file that a sentence can say otherwise.
const KEYS: [(&str, &str); 5] = [
    ("measure.baseline", "baseline"),
    ("measure.target", "target"),
    ("measure.floor", "floor"),
    ("measure.ceiling", "ceiling"),
    ("measure.due", "due"),
];
