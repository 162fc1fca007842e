//! One row a key result, for a spreadsheet. The notice is a column, so that it stays with the rows wherever they go.

use csv::{Terminator, WriterBuilder};

use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::domain::key_result::KeyResult;
use crate::domain::number::Number;
use crate::domain::objective::Objective;
use crate::domain::word::word;
use crate::method::check_ins::Rounds;
use crate::method::import::FORMULA;
use crate::method::texts;

const COLUMNS: [&str; 29] = [
    "team",
    "cycle",
    "objective_id",
    "objective",
    "key_result_id",
    "key_result",
    "metric",
    "aggregation",
    "scope",
    "unit",
    "kind",
    "baseline",
    "baseline_date",
    "source",
    "target",
    "bound",
    "floor",
    "ceiling",
    "due",
    "reading",
    "reading_date",
    "progress_percent",
    "opening_confidence",
    "last_confidence",
    "outcome",
    "score",
    "direction",
    "ambition",
    "notice",
];

/// The line above the rows.
pub(super) fn head() -> String {
    lines(std::iter::once(COLUMNS.map(str::to_owned)))
}

/// The notice in a row of its own, for a table without any other.
pub(super) fn notice() -> String {
    let mut row = [const { String::new() }; COLUMNS.len()];
    texts::notice().clone_into(&mut row[COLUMNS.len() - 1]);
    lines(std::iter::once(row))
}

/// The rows of some quarters.
pub(super) fn rows<'a>(desks: impl IntoIterator<Item = Desk<'a>>) -> String {
    lines(desks.into_iter().flat_map(|desk| {
        let all = desk.quarter.key_results();
        all.map(move |(objective, key_result)| row(&desk, objective, key_result))
    }))
}

fn lines(mut rows: impl Iterator<Item = [String; COLUMNS.len()]>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory cannot go wrong, and every row has the same number of fields.
    let _ = rows.try_for_each(|row| writer.write_record(row));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn row(desk: &Desk<'_>, objective: &Objective, key_result: &KeyResult) -> [String; COLUMNS.len()] {
    let (quarter, rounds) = (desk.quarter, Rounds::at(desk));
    let (id, measure) = (&key_result.id, key_result.committed_measure());
    let last = quarter.last_reading(id);
    let day = |day: Option<crate::domain::day::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let outcome = quarter.outcome(key_result);
    let score = outcome.score().map(|score| score.to_string()).unwrap_or_default();
    let confidence = |percent: Option<crate::domain::confidence::Confidence>| {
        percent.map(|percent| percent.percent().to_string()).unwrap_or_default()
    };
    [
        cell(quarter.key.team.as_str()),
        cell(quarter.key.cycle.as_str()),
        cell(objective.id.as_str()),
        cell(&objective.title),
        cell(id.as_str()),
        cell(&key_result.title),
        cell(measure.metric.as_deref().unwrap_or_default()),
        measure.aggregation.as_ref().map(word).unwrap_or_default(),
        cell(measure.scope.as_deref().unwrap_or_default()),
        cell(measure.unit()),
        word(&measure.kind),
        number(measure.baseline),
        day(measure.baseline_date),
        cell(measure.source.as_deref().unwrap_or_default()),
        number(measure.target),
        word(&measure.bound),
        number(measure.floor),
        number(measure.ceiling),
        day(desk.due(key_result)),
        number(last.map(|last| last.value)),
        day(last.map(|last| last.date)),
        quarter.progress(key_result).whole_percent().unwrap_or_default(),
        confidence(rounds.opening(id).median()),
        confidence(rounds.last_median(id)),
        outcome.word().to_owned(),
        score,
        measure.direction.as_ref().map(word).unwrap_or_default(),
        word(&key_result.committed_ambition()),
        texts::notice().to_owned(),
    ]
}

fn number(number: Option<Number>) -> String {
    number.map(Number::plain).unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula.
pub(super) fn cell(text: &str) -> String {
    let shown = visible(text);
    let acts = shown.starts_with(FORMULA);
    if acts { format!("'{shown}") } else { shown.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_to_a_program_too() {
        assert_eq!(number(Some("1,200,000.5".parse().unwrap())), "1200000.5");
        assert_eq!(number(None), "");
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "-5", "@x", "+a", "＝1+1", "－5", "＠x", "＋a"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        assert_eq!((cell("a=b"), cell("\ta")), ("a=b".to_owned(), "␉a".to_owned()));
    }
}
