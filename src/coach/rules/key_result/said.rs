//! Where a sentence and the fields of its file part.

use super::Case;
use crate::coach::draft::{difference, measure, reached};
use crate::coach::finding::Raised;
use crate::domain::apart::{Apart, apart};
use crate::domain::measure::Measure;
use crate::words::coach as words;

/// Numbers and a day that the sentence says otherwise than the fields, while both can still be typed anew.
pub(super) fn otherwise(case: &Case<'_>) -> Option<Raised> {
    let stands = case.measure().filter(|_| case.record.is_some_and(|it| !it.key_result.is_committed()))?;
    let mut said = measure(case.judged.statement);
    if let Some(baseline) = stands.baseline.filter(|_| said.baseline.is_none()) {
        let target = reached(&case.judged.statement.sentence, baseline);
        // It is led to from the number of the file, in the unit of that.
        said.unit = target.map_or(said.unit, |_| stands.unit.clone());
        said.target = target.or(said.target);
    }
    let mut rows = apart(stands, &said);
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

/// By how much, where the sentence says that, and where it leads from the baseline of the file: "by 40 %, so 540 ms".
pub(super) fn by_how_much(case: &Case<'_>) -> Option<String> {
    let sentence = &case.judged.statement.sentence;
    let by = difference(sentence)?;
    let led_to = |measure: &Measure| Some(measure.shown(reached(sentence, measure.baseline?)?));
    Some(match case.measure().and_then(led_to) {
        Some(target) => words::it_says_so(by, target),
        None => words::it_says(by),
    })
}

/// The keys of a file that a sentence can say otherwise.
const KEYS: [(&str, &str); 5] = [
    ("measure.baseline", "baseline"),
    ("measure.target", "target"),
    ("measure.floor", "floor"),
    ("measure.ceiling", "ceiling"),
    ("measure.due", "due"),
];
