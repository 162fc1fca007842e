//! Records as tables and back. The ids come from the address: a file does not repeat its own name.

use std::path::Path;

use serde::de::DeserializeOwned;
use toml::value::Datetime;
use toml::{Table, Value};

use super::problem::Problem;
use super::read;
use crate::domain::change::{Address, Record};
use crate::domain::check_in::Sitting;
use crate::domain::cycle::Cycle;
use crate::domain::day::TOML_DATE;
use crate::domain::effort::Effort;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::retrospective::Note;
use crate::domain::scoring::Scoring;
use crate::domain::team::Team;

/// Reads the record of an address from a text, and says all that is wrong with it.
pub(super) fn read(address: &Address, text: &str, path: &Path) -> (Option<Record>, Vec<Problem>) {
    let mut source = Source { text, path, problems: Vec::new() };
    (source.record(address), source.problems)
}

/// Writes a record as the table that its file holds, other keys apart.
pub(super) fn table(record: &Record) -> Table {
    let table = match record {
        Record::Settings(record) => Table::try_from(record),
        Record::Steps(record) => Table::try_from(record),
        Record::Team(record) => Table::try_from(record),
        Record::Cycle(record) => Table::try_from(record),
        Record::Frame(record) => Table::try_from(record),
        Record::Objective(record) => Table::try_from(record),
        Record::KeyResult(record) => Table::try_from(record),
        Record::Sitting(record) => Table::try_from(record),
        Record::Scoring(record) => Table::try_from(record),
        Record::Note(record) => Table::try_from(record),
        Record::Effort(record) => Table::try_from(record),
    };
    let mut table =
        table.expect("records hold texts, numbers, days and lists of them, all of which TOML knows");
    table.iter_mut().for_each(|(_, value)| make_dates_native(value));
    table
}

/// Puts native dates where `Table::try_from` leaves the map that carries them.
fn make_dates_native(value: &mut Value) {
    match value {
        Value::Table(table) => match table.get(TOML_DATE).and_then(Value::as_str).map(str::parse::<Datetime>)
        {
            Some(Ok(date)) => *value = Value::Datetime(date),
            _ => table.iter_mut().for_each(|(_, value)| make_dates_native(value)),
        },
        Value::Array(list) => list.iter_mut().for_each(make_dates_native),
        Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

struct Source<'t> {
    text: &'t str,
    path: &'t Path,
    problems: Vec<Problem>,
}

impl Source<'_> {
    fn record(&mut self, address: &Address) -> Option<Record> {
        Some(match address.clone() {
            Address::Settings => Record::Settings(self.content()?),
            Address::Steps => Record::Steps(self.content()?),
            Address::Team(id) => Record::Team(Team { id, ..self.content()? }),
            Address::Cycle(id) => Record::Cycle(Cycle { id, ..self.content()? }),
            Address::Frame(_) => Record::Frame(self.content()?),
            Address::Objective(_, id) => Record::Objective(Objective { id, ..self.content()? }),
            Address::KeyResult(_, _, id) => Record::KeyResult(KeyResult { id, ..self.content()? }),
            Address::Sitting(_, id) => Record::Sitting(Sitting { id, ..self.content()? }),
            Address::Scoring(_, key_result) => Record::Scoring(Scoring { key_result, ..self.content()? }),
            Address::Note(_, id) => Record::Note(Note { id, ..self.content()? }),
            Address::Effort(_, id) => Record::Effort(Effort { id, ..self.content()? }),
        })
    }

    fn content<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (content, problems) = read::read(self.text, self.path);
        self.problems = problems;
        content
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::frame::Dropped;
    use crate::domain::id::ObjectiveId;

    #[test]
    fn days_are_native_dates_at_any_depth() {
        let day = Day::new(2027, 2, 11).unwrap();
        let mut objective = Objective::draft(ObjectiveId::new("sign-in").unwrap(), "Sign-in", 10);
        objective.dropped = Some(Dropped { date: day, reason: "too much".to_owned() });
        let table = table(&Record::Objective(objective));
        assert_eq!(table["dropped"]["date"].to_string(), "2027-02-11");
    }
}
