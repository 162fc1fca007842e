//! Objectives and key results from the rows of a spreadsheet. Columns are guessed by their names; what a cell says goes
//! into its field or is named as not fitting. Nothing is invented: an empty cell stays empty.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use crate::domain::change::{Change, Edit, Record, Refusal};
use crate::domain::day::Day;
use crate::domain::decimals::Decimals;
use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::domain::id::ObjectiveId;
use crate::domain::quarter::QuarterKey;
use crate::domain::scoring::Outcome;
use crate::domain::seed::Seed;
use crate::domain::workspace::Workspace;
use crate::method::draft::{Draft, whole};
use crate::method::fields::{self, Context, Input, KEY_RESULT, OBJECTIVE};
use crate::words::counted;
use crate::words::method::rules as words;

/// The columns that hold the sentences themselves.
const OBJECTIVE_COLUMN: &str = "objective";
const KEY_RESULT_COLUMN: &str = "key_result";
/// The column that tells what was dropped.
const OUTCOME_COLUMN: &str = "outcome";
/// The column that speaks of the objective.
const OF_OBJECTIVE: &str = "why_now";

static NAMES: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/import.toml"))
        .expect("the compiled-in names are lists of texts; a test reads them")
});

/// The fields a column may hold, by their names.
pub fn known() -> impl Iterator<Item = &'static str> {
    NAMES.keys().map(String::as_str)
}

/// The field of a column by the words above it.
#[must_use]
pub fn guess(head: &str) -> Option<&'static str> {
    let is_it = |names: &[String]| names.iter().any(|name| plain(name) == plain(head));
    NAMES
        .iter()
        .find(|(field, names)| plain(field) == plain(head) || is_it(names))
        .map(|(field, _)| field.as_str())
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Something that did not fit, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The row below the names of the columns, from 0.
    pub row: usize,
    /// The column, where it is one cell.
    pub column: Option<&'static str>,
    /// What does not fit, and what became of it.
    pub says: String,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = self.column.map(|column| format!("{column}: ")).unwrap_or_default();
        write!(f, "{column}{}", visible(&self.says))
    }
}

/// What rows come to.
#[derive(Debug, Clone)]
pub struct Brought {
    /// The objectives and key results, as one change.
    pub change: Change,
    /// How many of each.
    pub objectives: usize,
    /// How many key results.
    pub key_results: usize,
    /// What did not fit.
    pub misfits: Vec<Misfit>,
}

/// Rows while they come in, one after the other.
struct Coming {
    workspace: Workspace,
    edits: Vec<Edit>,
    /// The objective of the row above, which an empty cell goes on with.
    under: Option<ObjectiveId>,
    misfits: Vec<Misfit>,
}

/// The signs with which a formula begins, also in the width of East Asian letters.
pub const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The fields among the columns that are numbers.
#[must_use]
pub fn is_number(field: &str) -> bool {
    KEY_RESULT.iter().any(|row| row.name == field && row.input == Input::Number)
}

impl Coming {
    /// Takes in what a row makes, so that the next one finds it.
    fn take(&mut self, change: Change) {
        self.workspace.apply(&change);
        self.edits.extend(change.edits);
    }
}

/// Brings the rows below the names in; `columns` says which field each column holds, and `decimals` how numbers are written.
///
/// # Errors
/// The quarter takes no draft any more.
pub fn bring(
    desk: &Desk<'_>,
    (rows, decimals): (&[Vec<String>], Decimals),
    columns: &[Option<&'static str>],
    seed: &mut Seed,
) -> Result<Brought, Refusal> {
    let workspace = desk.workspace.of_team(&desk.quarter.key.team);
    let mut coming = Coming { workspace, edits: Vec::new(), under: None, misfits: Vec::new() };
    for (at, cells) in rows.iter().enumerate() {
        let row = Row { number: at, cells, columns, decimals };
        row.bring(&mut coming, (&desk.quarter.key, desk.today), seed)?;
    }
    let count = |is_it: fn(&Record) -> bool| {
        coming
            .edits
            .iter()
            .filter(|edit| edit.after.as_ref().is_some_and(|(_, record)| is_it(record)))
            .count()
    };
    let objectives = count(|record| matches!(record, Record::Objective(_)));
    let key_results = count(|record| matches!(record, Record::KeyResult(_)));
    let sentence = words::import_objectives_and_key_results(
        counted::OBJECTIVES.of(objectives),
        counted::KEY_RESULTS.of(key_results),
    );
    let change = Change { sentence, edits: coming.edits };
    Ok(Brought { change, objectives, key_results, misfits: coming.misfits })
}

/// One row of the file.
struct Row<'a> {
    number: usize,
    cells: &'a [String],
    columns: &'a [Option<&'static str>],
    decimals: Decimals,
}

impl Row<'_> {
    /// The cell of a field, on one line; empty where there is none.
    fn cell(&self, field: &str) -> String {
        let at = self.columns.iter().position(|column| *column == Some(field));
        let cell = at.and_then(|at| self.cells.get(at)).map_or("", String::as_str);
        // What a table was given so that no spreadsheet takes the text for a formula.
        let cell = cell.strip_prefix('\'').filter(|text| text.starts_with(FORMULA)).unwrap_or(cell);
        cell.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The fields of this row that say something, the two sentences apart.
    fn said(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        let fields = self.columns.iter().copied().flatten();
        let fields =
            fields.filter(|field| !matches!(*field, OBJECTIVE_COLUMN | KEY_RESULT_COLUMN | OUTCOME_COLUMN));
        fields.map(|field| (field, self.cell(field))).filter(|(_, cell)| !cell.is_empty())
    }

    fn misfit(&self, column: Option<&'static str>, says: impl Into<String>) -> Misfit {
        Misfit { row: self.number, column, says: says.into() }
    }

    fn bring(&self, coming: &mut Coming, at: (&QuarterKey, Day), seed: &mut Seed) -> Result<(), Refusal> {
        let (title, sentence) = (self.cell(OBJECTIVE_COLUMN), self.cell(KEY_RESULT_COLUMN));
        if !title.is_empty() {
            coming.under = self.under(coming, at, &title, seed)?;
        }
        let left_out = |says: String| self.misfit(Some(KEY_RESULT_COLUMN), says);
        if sentence.is_empty() {
            self.without_key_result(title.is_empty(), &mut coming.misfits);
            return Ok(());
        }
        if self.cell(OUTCOME_COLUMN) == Outcome::Dropped.word() {
            coming.misfits.push(left_out(words::was_dropped(&sentence)));
            return Ok(());
        }
        let Some(id) = coming.under.clone() else {
            coming.misfits.push(left_out(words::no_objective_stands_above(&sentence)));
            return Ok(());
        };
        if let Err(says) = whole(&sentence) {
            coming.misfits.push(left_out(says));
            return Ok(());
        }
        let desk = Desk::at(&coming.workspace, at.0, at.1)?;
        let mut beside = desk.quarter.objective(&id).into_iter().flat_map(|objective| &objective.key_results);
        if beside.any(|key_result| key_result.title == sentence) {
            coming.misfits.push(left_out(words::stands_here_already(&sentence)));
            return Ok(());
        }
        let mut misfits = Vec::new();
        let made = self.key_result(&desk, (&id, &sentence), &mut misfits, seed);
        coming.misfits.extend(misfits);
        match made {
            Ok(change) => coming.take(change),
            Err(refusal) => coming.misfits.push(left_out(refusal.to_string())),
        }
        Ok(())
    }

    /// Names the cells of a row that would say something of a key result, had it one.
    fn without_key_result(&self, has_nothing: bool, misfits: &mut Vec<Misfit>) {
        let mut said = self.said().filter(|(field, _)| has_nothing || *field != OF_OBJECTIVE);
        if !has_nothing {
            let left_out = |(field, cell): (_, String)| {
                self.misfit(Some(field), words::no_key_result_in_this_row(&cell))
            };
            misfits.extend(said.map(left_out));
        } else if said.next().is_some() {
            misfits.push(self.misfit(None, words::THE_ROW_NAMES_NO_GOAL));
        }
    }

    /// The objective the row names, which is made where it is not there.
    fn under(
        &self,
        coming: &mut Coming,
        at: (&QuarterKey, Day),
        title: &str,
        seed: &mut Seed,
    ) -> Result<Option<ObjectiveId>, Refusal> {
        let desk = Desk::at(&coming.workspace, at.0, at.1)?;
        if let Some(known) = desk.quarter.live_objectives().find(|objective| objective.title == title) {
            let why = self.cell(OF_OBJECTIVE);
            if !why.is_empty() && known.why_now.as_deref() != Some(&why) {
                coming
                    .misfits
                    .push(self.misfit(Some(OF_OBJECTIVE), words::the_objective_stands_already(&why)));
            }
            return Ok(Some(known.id.clone()));
        }
        let mut misfits = Vec::new();
        let made = self.objective(&desk, title, &mut misfits, seed);
        coming.misfits.extend(misfits);
        match made {
            Ok((change, id)) => {
                coming.take(change);
                Ok(Some(id))
            }
            Err(refusal) => {
                coming.misfits.push(self.misfit(Some(OBJECTIVE_COLUMN), refusal.to_string()));
                Ok(None)
            }
        }
    }

    fn objective(
        &self,
        desk: &Desk<'_>,
        title: &str,
        misfits: &mut Vec<Misfit>,
        seed: &mut Seed,
    ) -> Result<(Change, ObjectiveId), Refusal> {
        let (mut change, id) = desk.add_objective(title, seed)?;
        let why = self.cell(OF_OBJECTIVE);
        if let Some(Record::Objective(objective)) = change.made().filter(|_| !why.is_empty())
            && let Err(bad) =
                fields::set(OBJECTIVE, OF_OBJECTIVE, objective, (&why, &Context::plain(desk.today)))
        {
            misfits.push(self.misfit(Some(OF_OBJECTIVE), format!("`{why}`: {}", bad.says)));
        }
        Ok((change, id))
    }

    /// A key result: its cells first, then what its sentence says of the fields that are still empty.
    fn key_result(
        &self,
        desk: &Desk<'_>,
        (under, sentence): (&ObjectiveId, &str),
        misfits: &mut Vec<Misfit>,
        seed: &mut Seed,
    ) -> Result<Change, Refusal> {
        let draft = Draft::read(sentence, desk.today, desk.cycle);
        let metric = self.cell("metric");
        let name = if metric.is_empty() { draft.name() } else { &metric };
        let (mut change, _) = desk.add_key_result(under, name, seed)?;
        let Some(Record::KeyResult(key_result)) = change.made() else { return Ok(change) };
        sentence.clone_into(&mut key_result.title);
        // The unit first: numbers are read in it.
        let (unit, others): (Vec<_>, Vec<_>) =
            self.said().filter(|(field, _)| *field != OF_OBJECTIVE).partition(|(field, _)| *field == "unit");
        for (field, cell) in unit.into_iter().chain(others) {
            let context = Context::of(key_result, desk.today);
            let typed = if is_number(field) { self.decimals.with_point(&cell) } else { Ok(cell.clone()) };
            let set = typed.map_err(|bad| bad.to_string()).and_then(|typed| {
                fields::set(KEY_RESULT, field, key_result, (&typed, &context)).map_err(|bad| bad.says)
            });
            if let Err(says) = set {
                misfits.push(self.misfit(Some(field), words::it_is_left_out(&cell, &says)));
            }
        }
        let said: Vec<&str> = self.said().map(|(field, _)| field).collect();
        draft.fill(key_result, |field| said.contains(&field));
        // A day that was left open is not today.
        if self.columns.contains(&Some("baseline_date")) && !said.contains(&"baseline_date") {
            key_result.measure.baseline_date = None;
        }
        Ok(change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::decision::begun;

    fn brought(heads: &[&str], rows: &[&[&str]]) -> (Workspace, Brought) {
        let (mut workspace, key) = begun();
        let columns: Vec<_> = heads.iter().map(|head| guess(head)).collect();
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let found = {
            let desk = Desk::at(&workspace, &key, Day::new(2026, 12, 10).unwrap()).unwrap();
            bring(&desk, (&rows, Decimals::Point), &columns, &mut Seed::new(1)).unwrap()
        };
        workspace.apply(&found.change);
        (workspace, found)
    }

    #[test]
    fn columns_are_guessed_by_what_people_write_above_them() {
        for (head, field) in [
            ("Objective", Some("objective")),
            ("KEY-RESULT", Some("key_result")),
            ("Start value", Some("baseline")),
            ("Owner", Some("contact")),
            ("Due Date", Some("due")),
            ("Colour", None),
            ("", None),
        ] {
            assert_eq!(guess(head), field, "{head}");
        }
        for field in known().filter(|field| {
            ![OBJECTIVE_COLUMN, KEY_RESULT_COLUMN, OF_OBJECTIVE, OUTCOME_COLUMN].contains(field)
        }) {
            assert!(KEY_RESULT.iter().any(|known| known.name == field), "{field} is no field");
        }
    }

    #[test]
    fn rows_become_objectives_and_key_results_and_an_empty_objective_goes_on_with_the_one_above() {
        let (workspace, found) = brought(
            &["Objective", "KR", "Start", "Target", "Unit"],
            &[
                &["Sign-in people can rely on", "Sign-in failures", "2.3", "0.5", "%"],
                &["", "Lost sign-ins from 40 to 10 a month", "", "", ""],
                &["Builds nobody waits for", "", "", "", ""],
                &["Sign-in people can rely on", "Support requests", "14", "6", ""],
            ],
        );
        assert_eq!((found.objectives, found.key_results, found.misfits), (2, 3, vec![]));
        let quarter = workspace.quarters.values().next().unwrap();
        let first = &quarter.objectives[0].key_results;
        assert_eq!(first.len(), 3);
        let movement: Vec<String> =
            first.iter().map(|key_result| key_result.measure.movement("->")).collect();
        assert_eq!(movement[0], "2.3 % -> 0.5 %");
        assert!(movement[1].starts_with("40") && movement[1].contains("-> 10"), "{movement:?}");
    }

    #[test]
    fn the_day_of_a_baseline_stays_open_where_its_cell_is_empty() {
        let day = |heads: &[&str], row: &[&str]| {
            let (workspace, found) = brought(heads, &[row]);
            assert_eq!(found.misfits, vec![]);
            let measure = &workspace.quarters.values().next().unwrap().objectives[0].key_results[0].measure;
            (measure.baseline.is_some(), measure.baseline_date.map(|day| day.to_string()))
        };
        let heads = ["objective", "key_result", "baseline", "baseline_date"];
        let read = Some("2026-12-01".to_owned());
        assert_eq!(day(&heads, &["Builds", "CI duration", "42", "2026-12-01"]), (true, read));
        assert_eq!(day(&heads, &["Builds", "CI duration", "42", ""]), (true, None));
        assert_eq!(day(&heads, &["Builds", "CI duration from 42 to 15 min", "", ""]), (true, None));
        let today = Some("2026-12-10".to_owned());
        assert_eq!(day(&heads[..3], &["Builds", "CI duration", "42"]), (true, today));
    }

    #[test]
    fn a_cell_that_does_not_fit_is_named_and_the_rest_comes_in() {
        let (workspace, found) = brought(
            &["Objective", "Key result", "Target", "Due", "Colour"],
            &[
                &["", "Nobody's key result", "", "", ""],
                &["Builds nobody waits for", "CI duration", "soon", "30 Feb 2027", "red"],
                &["", "", "5", "", ""],
            ],
        );
        let said: Vec<String> =
            found.misfits.iter().map(|misfit| format!("{} {misfit}", misfit.row)).collect();
        assert_eq!(said.len(), 4, "{said:?}");
        assert!(said[0].starts_with("0 key_result: no objective stands above"), "{said:?}");
        assert!(said[1].starts_with("1 target: `soon`") && said[2].starts_with("1 due: `30 Feb"), "{said:?}");
        assert!(said[3].starts_with("2 it has neither"), "{said:?}");
        let quarter = workspace.quarters.values().next().unwrap();
        assert_eq!(quarter.objectives[0].key_results[0].measure.target, None);
    }

    #[test]
    fn a_cell_that_nothing_takes_up_is_named() {
        let (_, found) = brought(
            &["Objective", "Why now", "Key result", "Start", "Unit"],
            &[
                &["Builds nobody waits for", "the new team", "CI duration", "42", "min"],
                &["Builds nobody waits for", "the new team", "Queue time", "9", "min"],
                &["Builds nobody waits for", "costs", "", "42", "min"],
            ],
        );
        let said: Vec<String> =
            found.misfits.iter().map(|misfit| format!("{} {misfit}", misfit.row)).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("2 why_now: `costs`"), "{said:?}");
        assert!(said[1].starts_with("2 baseline: `42`") && said[2].starts_with("2 unit: `min`"), "{said:?}");
    }

    #[test]
    fn a_sentence_with_an_open_place_stays_out() {
        let (workspace, found) = brought(
            &["Objective", "Key result"],
            &[
                &["Builds nobody waits for", "Lower CI duration for [where] from [now] to 15 min"],
                &["", "CI duration"],
            ],
        );
        assert_eq!((found.objectives, found.key_results, found.misfits.len()), (1, 1, 1));
        assert!(found.misfits[0].to_string().ends_with("take out: [where], [now]"), "{:?}", found.misfits);
        let quarter = workspace.quarters.values().next().unwrap();
        assert_eq!(quarter.objectives[0].key_results[0].title, "CI duration");
    }
}
