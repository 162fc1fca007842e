//! A spreadsheet saved as CSV: its columns are guessed, shown, and changed by `--map`.

use serde_json::json;

use super::Import;
use crate::cli::answer::Answer;
use crate::cli::call::Call;
use crate::cli::halt::{Code, Halt};
use crate::cli::opened::Opened;
use crate::method::fields::nearest;
use crate::method::import::{self, Brought};
use crate::method::lint::Coach;
use crate::report::table::{Cell, Table};
use crate::words::cli::export as words;

/// The most bytes of a file that are read.
const LONGEST: usize = 8 << 20;

/// The rows of a file, the names of its columns apart.
struct Sheet {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Brings a spreadsheet in, or with `--dry-run` says what it would become.
pub(super) fn bring(import: &Import, text: &str, call: &mut Call) -> Result<Answer, Halt> {
    let sheet = read(text).map_err(|says| {
        Halt::new(Code::Findings, format!("{}: {says}", import.file.display()), words::SAVE_THE_SHEET_AS_CSV)
    })?;
    let columns = columns(&sheet.heads, &import.map)?;
    let mut opened = Opened::of_team(call)?;
    let brought = import::bring(&opened.desk(call)?, &sheet.rows, &columns, &mut call.seed)?;
    if !import.dry_run && !brought.change.is_empty() {
        opened.save(&brought.change)?;
    }
    let asked = if import.dry_run { 0 } else { Coach::at(&opened.desk(call)?).all().len() };
    Ok(answer(import, (&sheet, &columns), &brought, asked))
}

fn read(text: &str) -> Result<Sheet, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > LONGEST {
        return Err(words::it_is_longer_than_mib(LONGEST >> 20));
    }
    let first = text.lines().next().unwrap_or_default();
    let parts = |sign: char| first.matches(sign).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|sign| parts(*sign)).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|bad| bad.to_string())?;
        rows.push(row.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    if rows.is_empty() {
        return Err(words::IT_IS_EMPTY.to_owned());
    }
    let heads = rows.remove(0);
    Ok(Sheet { heads, rows })
}

/// Which field each column holds: guessed by its name, or as `--map` says. No field is taken twice.
fn columns(heads: &[String], map: &[String]) -> Result<Vec<Option<&'static str>>, Halt> {
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    for head in heads {
        let guessed = import::guess(head).filter(|field| !columns.contains(&Some(field)));
        columns.push(guessed);
    }
    for pair in map {
        let (name, head) = pair.split_once('=').unwrap_or((pair, ""));
        let known: Vec<&'static str> = import::known().collect();
        let field = known.iter().copied().find(|field| *field == name.trim()).ok_or_else(|| {
            let says = words::map_there_is_no_field(pair, name);
            Halt::usage(
                says,
                nearest(name, &known).map_or_else(|| known.join(", "), |near| words::did_you_mean(near)),
            )
        })?;
        columns.iter_mut().filter(|column| **column == Some(field)).for_each(|column| *column = None);
        if head.trim().is_empty() {
            continue;
        }
        let at = heads.iter().position(|other| other.eq_ignore_ascii_case(head.trim())).ok_or_else(|| {
            Halt::usage(words::map_there_is_no_column(pair, head), words::there_are(heads.join(", ")))
        })?;
        columns[at] = Some(field);
    }
    if !columns.iter().flatten().any(|field| matches!(*field, "objective" | "key_result")) {
        let says = words::NO_COLUMN_IS_AN_OBJECTIVE;
        return Err(Halt::usage(says, words::SAY_WHICH));
    }
    Ok(columns)
}

fn answer(
    import: &Import,
    (sheet, columns): (&Sheet, &[Option<&'static str>]),
    brought: &Brought,
    asked: usize,
) -> Answer {
    let pairs = || sheet.heads.iter().zip(columns);
    let table = Table::new(&["column", "becomes"]).with(pairs().map(|(head, field)| {
        let becomes = field.map_or_else(|| Cell::text(words::STAYS_OUT), Cell::text);
        [Cell::text(head), becomes]
    }));
    let misfits: Vec<String> = brought.misfits.iter().map(ToString::to_string).collect();
    let json = json!({
        "columns": table.to_json(),
        "objectives": brought.objectives, "key_results": brought.key_results,
        "did_not_fit": misfits, "asked": asked, "dry_run": import.dry_run,
    });
    let verb = if import.dry_run { words::WOULD_COME_IN } else { words::CAME_IN };
    let said = words::objectives_and_key_results(brought.objectives, brought.key_results, verb);
    let code = if misfits.is_empty() { Code::Fine } else { Code::Findings };
    let mut answer = Answer::data(table.to_text(), json).say(said).ending(code);
    for misfit in misfits {
        answer = answer.say(words::did_not_fit(&misfit));
    }
    if asked > 0 { answer.say(words::the_coach_asks_things_of_this_quarter(asked)) } else { answer }
}
