//! A spreadsheet saved as CSV: its columns are guessed, shown, and changed by `--map`.

use serde_json::json;

use super::Import;
use crate::cli::answer::Answer;
use crate::cli::call::Call;
use crate::cli::halt::{Code, Halt};
use crate::cli::opened::Opened;
use crate::domain::decimals::Decimals;
use crate::method::fields::nearest;
use crate::method::import::{self, Brought};
use crate::method::lint::Coach;
use crate::report::table::{Cell, Table};
use crate::store::place::{Position, position};
use crate::words::cli::export as words;
use crate::words::counted;

/// The most bytes of a file that are read.
const LONGEST: usize = 8 << 20;

/// The rows of a file, the names of its columns apart.
struct Sheet<'a> {
    text: &'a str,
    separator: char,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Where each row begins in the text, and how many lines stand above it.
    begins: Vec<(usize, usize)>,
}

impl Sheet<'_> {
    /// How the cells of its number columns are written.
    fn decimals(&self, columns: &[Option<&'static str>]) -> Decimals {
        let cells = self.rows.iter().flat_map(|row| row.iter().zip(columns));
        let numbers = cells.filter(|(_, field)| field.is_some_and(import::is_number));
        Decimals::of(numbers.map(|(cell, _)| cell.as_str()), self.separator == ';')
    }

    /// Where a quote is opened that swallows the rows below it: it is never closed, or in another line in the midst of a cell.
    fn open_quote(&self) -> Option<usize> {
        let (mut opened, mut begins) = (None, true);
        let mut signs = self.text.char_indices().peekable();
        while let Some((at, sign)) = signs.next() {
            match opened {
                None if sign == '"' && begins => opened = Some(at),
                None => begins = sign == self.separator || matches!(sign, '\r' | '\n'),
                Some(from) if sign == '"' => match signs.peek() {
                    Some((_, '"')) => drop(signs.next()),
                    Some((_, next)) if *next != self.separator && !matches!(next, '\r' | '\n') => {
                        if self.text[from..at].contains('\n') {
                            return Some(from);
                        }
                        (opened, begins) = (None, false);
                    }
                    _ => (opened, begins) = (None, false),
                },
                Some(_) => {}
            }
        }
        opened
    }

    /// Where a cell stands; quotes may hold the sign that parts cells, and line breaks.
    fn place(&self, row: usize, cell: usize) -> Position {
        let Some((begins, above)) = self.begins.get(row) else { return position(self.text, self.text.len()) };
        let (mut left, mut is_quoted) = (cell, false);
        let row = &self.text[*begins..];
        let mut signs = row.char_indices().skip_while(|(_, sign)| matches!(sign, '\r' | '\n'));
        let at = signs.find(|(_, sign)| {
            let is_here = left == 0;
            is_quoted ^= *sign == '"';
            left -= usize::from(!is_here && !is_quoted && *sign == self.separator);
            is_here
        });
        let Position { line, column } = position(row, at.map_or(0, |(at, _)| at));
        Position { line: above + line, column }
    }
}

/// Brings a spreadsheet in, or with `--dry-run` says what it would become.
pub(super) fn bring(import: &Import, text: &str, call: &mut Call) -> Result<Answer, Halt> {
    let sheet = read(text).map_err(|says| {
        Halt::new(Code::Findings, format!("{}: {says}", import.file.display()), words::SAVE_THE_SHEET_AS_CSV)
    })?;
    if let Some(at) = sheet.open_quote() {
        let Position { line, column } = position(sheet.text, at);
        let says = words::a_quote_is_never_closed(import.file.display(), line, column);
        return Err(Halt::new(Code::Findings, says, words::CLOSE_IT_OR_WRITE_IT_TWICE));
    }
    let columns = columns(&sheet.heads, &import.map)?;
    let mut opened = Opened::of_team(call)?;
    let rows = (sheet.rows.as_slice(), sheet.decimals(&columns));
    let brought = import::bring(&opened.desk(call)?, rows, &columns, &mut call.seed);
    if !import.dry_run && !brought.change.is_empty() {
        opened.save(&brought.change)?;
    }
    let asked = if import.dry_run { 0 } else { Coach::at(&opened.desk(call)?).all().len() };
    Ok(answer(import, (&sheet, &columns), &brought, asked))
}

fn read(text: &str) -> Result<Sheet<'_>, String> {
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
    let (mut rows, mut begins): (Vec<Vec<String>>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row.map_err(|bad| bad.to_string())?;
        let number = |at: Option<u64>| at.and_then(|at| usize::try_from(at).ok()).unwrap_or_default();
        let place = row.position();
        begins.push((number(place.map(csv::Position::byte)), number(place.map(|it| it.line() - 1))));
        rows.push(row.iter().map(|cell| cell.trim().to_owned()).collect());
    }
    if rows.is_empty() {
        return Err(words::IT_IS_EMPTY.to_owned());
    }
    let heads = rows.remove(0);
    begins.remove(0);
    Ok(Sheet { text, separator, heads, rows, begins })
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
            Halt::usage(says, nearest(name, &known).map_or_else(|| known.join(", "), words::did_you_mean))
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
    (sheet, columns): (&Sheet<'_>, &[Option<&'static str>]),
    brought: &Brought,
    asked: usize,
) -> Answer {
    let pairs = || sheet.heads.iter().zip(columns);
    let table = Table::new(&["column", "becomes"]).with(pairs().map(|(head, field)| {
        let becomes = field.map_or_else(|| Cell::text(words::STAYS_OUT), Cell::text);
        [Cell::text(head), becomes]
    }));
    let file = import.file.display();
    let misfits: Vec<String> = brought
        .misfits
        .iter()
        .map(|misfit| {
            let cell = columns.iter().position(|column| column.is_some() && *column == misfit.column);
            let Position { line, column } = sheet.place(misfit.row, cell.unwrap_or(0));
            format!("{file}:{line}:{column}: {misfit}")
        })
        .collect();
    let json = json!({
        "columns": table.to_json(),
        "objectives": brought.objectives, "key_results": brought.key_results,
        "did_not_fit": misfits, "asked": asked, "dry_run": import.dry_run,
    });
    let verb = if import.dry_run { words::WOULD_COME_IN } else { words::CAME_IN };
    let objectives = counted::OBJECTIVES.of(brought.objectives);
    let said =
        words::objectives_and_key_results(objectives, counted::KEY_RESULTS.of(brought.key_results), verb);
    let code = if misfits.is_empty() { Code::Fine } else { Code::Findings };
    let mut answer = Answer::data(table.to_text(), json).say(said).ending(code);
    for misfit in misfits {
        answer = answer.say(words::did_not_fit(&misfit));
    }
    if asked > 0 {
        answer.say(words::the_coach_asks_things_of_this_quarter(counted::THINGS.of(asked)))
    } else {
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_swallows_rows_is_found() {
        for (text, at) in [
            ("a,b\nx,\"open,60\ny,z\n", Some(6)),
            ("a,b\nx,\"open,60\ny,\"z\",3\n", Some(6)),
            ("a,b\n\"", Some(4)),
            ("a,b\n\"two\nlines\",\"a \"\"word\"\"\"\n", None),
            ("a,b\r\n\"two\r\nlines\"\r\n5\" pipes,\"x\"", None),
            ("a,b\n\"one\" more,3\n", None),
        ] {
            assert_eq!(read(text).unwrap().open_quote(), at, "{text}");
        }
    }

    #[test]
    fn a_cell_is_found_behind_quotes_line_breaks_and_empty_lines() {
        let sheet = read("\u{feff}a;b;c\r\n\r\n\"x;\ny\";é;z\r\n1;\"\"\"2\";3\n").unwrap();
        let place = |row, cell| {
            let Position { line, column } = sheet.place(row, cell);
            (line, column)
        };
        assert_eq!((place(0, 0), place(0, 1), place(0, 2)), ((3, 1), (4, 4), (4, 6)));
        assert_eq!((place(1, 0), place(1, 1), place(1, 2)), ((5, 1), (5, 3), (5, 9)));
        assert_eq!(place(2, 0), (6, 1), "nothing stands there");
    }
}
