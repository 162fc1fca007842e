//! Objectives and key results from the rows of a spreadsheet. Columns are guessed by their names; what a cell says goes
//! into its field or is named as not fitting. Nothing is invented: an empty cell stays empty.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

use crate::domain::change::{Change, Edit, Record, Refusal};
use crate::domain::decimals::Decimals;
use crate::domain::decision::{Adding, Desk};
use crate::domain::display::{one_line, visible};
use crate::domain::id::ObjectiveId;
use crate::domain::number::Number;
use crate::domain::objective::Objective;
use crate::domain::scoring::Outcome;
use crate::domain::seed::Seed;
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
struct Coming<'a> {
    desk: &'a Desk<'a>,
    adding: Adding<'a>,
    edits: Vec<Edit>,
    /// The objectives that stand, by their sentences, each with why it matters now.
    objectives: BTreeMap<String, (ObjectiveId, Option<String>)>,
    /// The sentences of the key results, each with its objective.
    sentences: BTreeSet<(ObjectiveId, String)>,
    /// The objective of the row above, which an empty cell goes on with.
    under: Option<ObjectiveId>,
    misfits: Vec<Misfit>,
}

/// The signs with which a formula begins, also in the width of East Asian letters.
pub const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The fields among the columns that are numbers.
pub fn is_number(field: &str) -> bool {
    KEY_RESULT.iter().any(|row| row.name == field && matches!(row.input, Input::Number(_)))
}

impl<'a> Coming<'a> {
    fn at(desk: &'a Desk<'a>) -> Self {
        let key_results = desk.quarter.key_results();
        let mut coming = Self {
            desk,
            adding: desk.adding(),
            edits: Vec::new(),
            objectives: BTreeMap::new(),
            sentences: key_results.map(|(under, one)| (under.id.clone(), one.title.clone())).collect(),
            under: None,
            misfits: Vec::new(),
        };
        desk.quarter.live_objectives().for_each(|objective| coming.note(objective));
        coming
    }

    /// Notes an objective, of two that say the same the first.
    fn note(&mut self, objective: &Objective) {
        let stands = self.objectives.entry(objective.title.clone());
        stands.or_insert_with(|| (objective.id.clone(), objective.why_now.clone()));
    }
}

/// Brings the rows below the names in; `columns` says which field each column holds, and `decimals` how numbers are written.
pub fn bring(
    desk: &Desk<'_>,
    (rows, decimals): (&[Vec<String>], Decimals),
    columns: &[Option<&'static str>],
    seed: &mut Seed,
) -> Brought {
    let mut coming = Coming::at(desk);
    for (at, cells) in rows.iter().enumerate() {
        Row { number: at, cells, columns, decimals }.bring(&mut coming, seed);
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
    Brought { change, objectives, key_results, misfits: coming.misfits }
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
        one_line(cell)
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

    fn bring(&self, coming: &mut Coming<'_>, seed: &mut Seed) {
        let (title, sentence) = (self.cell(OBJECTIVE_COLUMN), self.cell(KEY_RESULT_COLUMN));
        if !title.is_empty() {
            coming.under = self.under(coming, &title, seed);
        }
        if sentence.is_empty() {
            self.without_key_result(title.is_empty(), &mut coming.misfits);
        } else if let Err(says) = self.key_result_under(coming, &sentence, seed) {
            coming.misfits.push(self.misfit(Some(KEY_RESULT_COLUMN), says));
        }
    }

    /// Brings the key result of the row in under its objective, or says why it stays out.
    fn key_result_under(
        &self,
        coming: &mut Coming<'_>,
        sentence: &str,
        seed: &mut Seed,
    ) -> Result<(), String> {
        if self.cell(OUTCOME_COLUMN) == Outcome::Dropped.word() {
            return Err(words::was_dropped(sentence));
        }
        let id = coming.under.clone().ok_or_else(|| words::no_objective_stands_above(sentence))?;
        whole(sentence)?;
        let place = (id, sentence.to_owned());
        if coming.sentences.contains(&place) {
            return Err(words::stands_here_already(sentence));
        }
        let change = self.key_result(coming, (&place.0, sentence), seed).map_err(|why| why.to_string())?;
        coming.edits.extend(change.edits);
        coming.sentences.insert(place);
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
    fn under(&self, coming: &mut Coming<'_>, title: &str, seed: &mut Seed) -> Option<ObjectiveId> {
        let why = self.cell(OF_OBJECTIVE);
        if let Some((id, why_now)) = coming.objectives.get(title) {
            if !why.is_empty() && why_now.as_deref() != Some(&why) {
                let says = words::the_objective_stands_already(&why);
                coming.misfits.push(self.misfit(Some(OF_OBJECTIVE), says));
            }
            return Some(id.clone());
        }
        match coming.adding.add_objective(title, seed) {
            Ok((mut change, id)) => {
                if let Some(Record::Objective(objective)) = change.made() {
                    let typed = (&*why, &Context::plain(coming.desk.typing_day()));
                    if !why.is_empty()
                        && let Err(bad) = fields::set(OBJECTIVE, OF_OBJECTIVE, objective, typed)
                    {
                        let says = format!("`{why}`: {}", bad.says);
                        coming.misfits.push(self.misfit(Some(OF_OBJECTIVE), says));
                    }
                    coming.note(objective);
                }
                coming.edits.extend(change.edits);
                Some(id)
            }
            Err(refusal) => {
                coming.misfits.push(self.misfit(Some(OBJECTIVE_COLUMN), refusal.to_string()));
                None
            }
        }
    }

    /// A key result: its cells first, then what its sentence says of the fields that are still empty.
    fn key_result(
        &self,
        coming: &mut Coming<'_>,
        (under, sentence): (&ObjectiveId, &str),
        seed: &mut Seed,
    ) -> Result<Change, Refusal> {
        let desk = coming.desk;
        let draft = Draft::read(sentence, desk.today, desk.cycle);
        let metric = self.cell("metric");
        let name = if metric.is_empty() { draft.name() } else { &metric };
        let (mut change, _) = coming.adding.add_key_result(under, name, seed)?;
        let Some(Record::KeyResult(key_result)) = change.made() else { return Ok(change) };
        sentence.clone_into(&mut key_result.title);
        // The unit first: numbers are read in it.
        let (unit, others): (Vec<_>, Vec<_>) =
            self.said().filter(|(field, _)| *field != OF_OBJECTIVE).partition(|(field, _)| *field == "unit");
        let mut is_dated = false;
        for (field, cell) in unit.into_iter().chain(others) {
            // How the sheet writes decimals is known, or its cell is in doubt before it comes here.
            let clear = Some(Number::from(1));
            let context = Context {
                beside: clear,
                beside_guardrail: clear,
                ..Context::of(key_result, desk.typing_day())
            };
            let typed = if is_number(field) { self.decimals.with_point(&cell) } else { Ok(cell.clone()) };
            let set = typed.map_err(|bad| bad.to_string()).and_then(|typed| {
                fields::set(KEY_RESULT, field, key_result, (&typed, &context)).map_err(|bad| bad.says)
            });
            is_dated |= field == "baseline_date" && set.is_ok();
            if let Err(says) = set {
                coming.misfits.push(self.misfit(Some(field), words::it_is_left_out(&cell, &says)));
            }
        }
        let said: Vec<&str> = self.said().map(|(field, _)| field).collect();
        draft.fill(key_result, |field| said.contains(&field));
        // A day that was left open, or did not fit, is not today.
        if self.columns.contains(&Some("baseline_date")) && !is_dated {
            key_result.measure.baseline_date = None;
        }
        Ok(change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::day::Day;
    use crate::domain::decision::begun;
    use crate::domain::workspace::Workspace;

    fn brought(heads: &[&str], rows: &[&[&str]]) -> (Workspace, Brought) {
        let (mut workspace, key) = begun();
        let columns: Vec<_> = heads.iter().map(|head| guess(head)).collect();
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let found = {
            let desk = Desk::at(&workspace, &key, Day::new(2026, 12, 10).unwrap()).unwrap();
            bring(&desk, (&rows, Decimals::Point), &columns, &mut Seed::new(1))
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
