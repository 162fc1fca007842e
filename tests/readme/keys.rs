//! The key table of the README against the keys there are.

use std::collections::BTreeSet;

/// A row: the keys as written, what they do, where.
pub type Row = Vec<String>;

/// Reads the table below a header whose first cell is `Key` or `Keys`, without backticks.
pub fn table(markdown: &str) -> Vec<Row> {
    let is_header = |line: &str| cells(line).first().is_some_and(|cell| cell == "Key" || cell == "Keys");
    let after_header = markdown.lines().skip_while(|line| !is_header(line)).skip(2);
    after_header.take_while(|line| line.trim_start().starts_with('|')).map(cells).collect()
}

/// Says where a key table and the keys themselves part ways, each row once; the order is free.
pub fn differences(table: &[Row], keys: &[Row]) -> Vec<String> {
    let (shown, real): (BTreeSet<_>, BTreeSet<_>) = (table.iter().collect(), keys.iter().collect());
    let line = |row: &Row| format!("| {} |", row.join(" | "));
    let missing = real.difference(&shown).map(|row| format!("README.md lacks: {}", line(row)));
    let extra = shown.difference(&real).map(|row| format!("README.md shows what is not so: {}", line(row)));
    missing.chain(extra).collect()
}

/// The cells of a table row; `\|` is a sign within one.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim().replace("\\|", "\u{0}");
    let Some(inner) = line.strip_prefix('|') else { return Vec::new() };
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.split('|').map(|cell| cell.replace('\u{0}', "|").replace('`', "").trim().to_owned()).collect()
}

#[cfg(test)]
mod checks {
    use super::*;

    fn row(key: &str, does: &str) -> Row {
        vec![key.into(), does.into()]
    }

    #[test]
    fn a_key_table_is_read() {
        let markdown = "| A | B |\n|--|--|\n| 1 | 2 |\n\n| Key | Does |\n|---|---|\n| `?` or `F1` | Help |\n\
                        | `a\\|b` | Either |\nend\n| c | d |\n";
        assert_eq!(table(markdown), [row("? or F1", "Help"), row("a|b", "Either")]);
        assert!(table("no table").is_empty());
    }

    #[test]
    fn a_missing_and_an_invented_key_are_told() {
        let real = [row("?", "Help"), row("q", "Back")];
        assert!(differences(&[row("q", "Back"), row("?", "Help")], &real).is_empty());
        let found = differences(&[row("?", "Help"), row("q", "Quit")], &real);
        assert_eq!(found, ["README.md lacks: | q | Back |", "README.md shows what is not so: | q | Quit |"]);
    }
}
