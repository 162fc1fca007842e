//! A share of a whole lies between 0 and 100 %. A number in percent may be a growth as well and lie beyond, so one that does
//! is asked about once, where none beside it lies there, and never refused.

use rust_decimal::Decimal;

use super::change::{Address, Change, Edit, Record};
use super::id::KeyResultId;
use super::measure::Measure;
use super::number::Number;
use super::quantity::{same_unit, with_unit};
use super::quarter::{Quarter, QuarterKey};
use super::workspace::Workspace;
use crate::words::domain::values as words;

/// Words of a unit in percent that is no share.
const GROWTHS: [&str; 3] = ["change", "growth", "growths"];

/// The side on which no share lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beyond {
    /// Below 0 %.
    Nothing,
    /// Above 100 %.
    Whole,
}

impl Beyond {
    fn of(value: Number) -> Option<Self> {
        match value.decimal() {
            below if below < Decimal::ZERO => Some(Self::Nothing),
            above if above > Decimal::ONE_HUNDRED => Some(Self::Whole),
            _ => None,
        }
    }
}

/// A number in percent that no share of a whole can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoShare {
    /// The field it was typed in: `target`.
    pub field: &'static str,
    shown: String,
    beyond: Beyond,
}

impl NoShare {
    /// What is asked about it; `again` says what to do where it is meant all the same: "save again".
    pub fn asks(&self, again: &str) -> String {
        match self.beyond {
            Beyond::Nothing => words::is_below_every_share(&self.shown, again),
            Beyond::Whole => words::is_above_every_share(&self.shown, again),
        }
    }
}

/// The new number of a field, where no share can be it and none of the others lies on that side.
fn no_share(
    unit: &str,
    (field, value): (&'static str, Number),
    mut others: impl Iterator<Item = Number>,
) -> Option<NoShare> {
    let beyond = Beyond::of(value).filter(|_| is_share(unit))?;
    let is_alone = others.all(|other| Beyond::of(other) != Some(beyond));
    is_alone.then(|| NoShare { field, shown: with_unit(value, unit), beyond })
}

fn is_share(unit: &str) -> bool {
    let unit = unit.to_lowercase();
    same_unit("%", &unit) && !unit.split_whitespace().any(|word| GROWTHS.contains(&word))
}

impl Measure {
    /// Its numbers, each by its field.
    fn numbers(&self) -> impl Iterator<Item = (&'static str, Number)> {
        let all = [
            ("baseline", self.baseline),
            ("target", self.target),
            ("floor", self.floor),
            ("ceiling", self.ceiling),
        ];
        all.into_iter().filter_map(|(field, number)| Some((field, number?)))
    }
}

/// The numbers that a change sets and no share of a whole can be, to be asked about before or after it is saved.
pub fn no_shares(workspace: &Workspace, change: &Change) -> Vec<NoShare> {
    change.edits.iter().flat_map(|edit| of_edit(workspace, edit)).collect()
}

fn of_edit(workspace: &Workspace, edit: &Edit) -> Vec<NoShare> {
    let before = edit.before.as_ref().map(|(_, record)| record);
    let quarter = |key: &QuarterKey| workspace.quarters.get(key);
    match &edit.after {
        Some((Address::KeyResult(key, _, id), Record::KeyResult(after))) => {
            let before = before.and_then(|before| match before {
                Record::KeyResult(before) => Some(&before.measure),
                _ => None,
            });
            of_measure(&after.measure, before, &earlier(quarter(key), id))
        }
        Some((Address::Sitting(key, _), Record::Sitting(after))) => {
            let Some(quarter) = quarter(key) else { return Vec::new() };
            let read = after.check_ins.iter().filter_map(|entry| Some((&entry.key_result, entry.reading?)));
            read.filter_map(|(id, reading)| of_reading(quarter, (id, reading))).collect()
        }
        Some((Address::Scoring(key, id), Record::Scoring(after))) => {
            let reading = quarter(key).zip(after.reading);
            reading.and_then(|(quarter, reading)| of_reading(quarter, (id, reading))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The numbers of a measure that are new, beside those that stood and what was read so far.
fn of_measure(after: &Measure, before: Option<&Measure>, read: &[Number]) -> Vec<NoShare> {
    let stood = |field: &str, value: Number| {
        before.is_some_and(|before| {
            before.unit() == after.unit() && before.numbers().any(|number| number == (field, value))
        })
    };
    let new = after.numbers().filter(|(field, value)| !stood(field, *value));
    let asked = new.filter_map(|(field, value)| {
        let others = after.numbers().filter(|(other, _)| *other != field).map(|(_, number)| number);
        no_share(after.unit(), (field, value), others.chain(read.iter().copied()))
    });
    asked.collect()
}

/// A new reading of a key result, in percent, where no share of a whole can be it.
pub fn of_reading(quarter: &Quarter, (id, reading): (&KeyResultId, Number)) -> Option<NoShare> {
    let measure = quarter.key_result(id)?.1.committed_measure();
    let others = measure.numbers().map(|(_, number)| number).chain(earlier(Some(quarter), id));
    no_share(measure.unit(), ("reading", reading), others)
}

/// What was read of a key result so far, also at the end of its quarter.
fn earlier(quarter: Option<&Quarter>, id: &KeyResultId) -> Vec<Number> {
    let read = quarter.map(|quarter| quarter.all_readings(id)).unwrap_or_default();
    read.into_iter().map(|reading| reading.value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    fn asked(unit: &str, value: &str, others: &[&str]) -> Option<String> {
        let others = others.iter().map(|other| number(other));
        no_share(unit, ("target", number(value)), others).map(|asked| asked.asks("save again"))
    }

    #[test]
    fn a_percentage_below_0_or_above_100_is_asked_about_where_it_is_alone_there() {
        let (below, above) = (
            Some("-3 % is below 0 %, as a growth may be and a share cannot; save again if it is meant"),
            Some("1400 % is above 100 %, as a growth may be and a share cannot; save again if it is meant"),
        );
        for (unit, value, others, expected) in [
            ("%", "-3", &["2.3", "0.5"][..], below),
            ("percent", "1400", &[], Some("1400 percent")),
            ("%", "1400", &["2.3"], above),
            ("%", "1400", &["-3"], above),
            ("%", "1400", &["120"], None),
            ("%", "-3", &["-1"], None),
            ("%", "0", &[], None),
            ("%", "100", &[], None),
            ("% growth", "140", &[], None),
            ("% change", "-3", &[], None),
            ("min", "1400", &[], None),
            ("", "-3", &[], None),
        ] {
            let says = asked(unit, value, others);
            let is_so = match (says.as_deref(), expected) {
                (Some(says), Some(expected)) => says.starts_with(expected),
                (says, expected) => says == expected,
            };
            assert!(is_so, "{value} {unit} beside {others:?}: {says:?}");
        }
    }
}
