//! Records and changes as tables and back. The ids come from the address: a file does not repeat its own name.

use std::path::Path;

use serde::de::DeserializeOwned;
use toml::value::Datetime;
use toml::{Table, Value};

use super::element::same_table;
use super::layout;
use super::patch::render;
use super::problem::Problem;
use super::read as reading;
use crate::domain::change::{Address, Change, Edit, Record};
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

/// Tells whether a text says what a table says.
pub(super) fn says(address: &Address, text: &str, wanted: &Table) -> bool {
    let record = read(address, text, &layout::path(address)).0;
    record.is_some_and(|record| same_table(&table(&record), wanted))
}

/// Writes a record as the table that its file holds, other keys apart.
pub(super) fn table(record: &Record) -> Table {
    let mut table = Table::try_from(record)
        .expect("records hold texts, numbers, days and lists of them, all of which TOML knows");
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

/// Writes a change as a table, with what each file held and is to hold.
pub(super) fn change_table(change: &Change) -> Table {
    let side = |side: &Option<(Address, Record)>| {
        side.as_ref().map(|(address, record)| {
            let mut written = Table::new();
            written.insert("at".to_owned(), address.to_string().into());
            written.insert("text".to_owned(), render(&table(record)).into());
            Value::Table(written)
        })
    };
    let edits = change.edits.iter().map(|edit| {
        let sides = [("before", side(&edit.before)), ("after", side(&edit.after))];
        Value::Table(sides.into_iter().filter_map(|(name, side)| Some((name.to_owned(), side?))).collect())
    });
    let mut written = Table::new();
    written.insert("sentence".to_owned(), change.sentence.as_str().into());
    written.insert("edit".to_owned(), Value::Array(edits.collect()));
    written
}

/// Reads a change back; `None` if any of it cannot be read.
pub(super) fn change_of(table: &Table) -> Option<Change> {
    let edit = |value: &Value| -> Option<Edit> {
        let table = value.as_table()?;
        // A side that is not there is fine; one that is there and cannot be read is not.
        let side = |name: &str| {
            let there = table.get(name).map(|side| side.as_table().and_then(side_of).ok_or(()));
            there.transpose().ok()
        };
        Some(Edit { before: side("before")?, after: side("after")? })
    };
    let edits: Option<Vec<Edit>> = table.get("edit")?.as_array()?.iter().map(edit).collect();
    Some(Change { sentence: table.get("sentence")?.as_str()?.to_owned(), edits: edits? })
}

fn side_of(table: &Table) -> Option<(Address, Record)> {
    let at = table.get("at")?.as_str()?;
    let address = layout::address_of(at)?;
    let (record, _) = read(&address, table.get("text")?.as_str()?, Path::new(at));
    Some((address, record?))
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
        let (content, problems) = reading::read(self.text, self.path);
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
