//! Reads the lists that are compiled in: a name and its words or its number in a row, rows in sections.
//!
//! It knows as much of TOML as those lists need and borrows all it gives, as a command that judges one quarter should not
//! take longer to learn the words than to read the quarter. Tests read the same lists by the whole of TOML.

/// A row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row<'t> {
    /// The section it stands in; empty above the first.
    pub(super) section: &'t str,
    /// Its name.
    pub(super) name: &'t str,
    /// Its words or its number, as they stand.
    pub(super) value: &'t str,
}

/// The rows of a list in their order; `None` for a line that is none, after which nothing can be trusted.
pub(super) fn rows(text: &str) -> Rows<'_> {
    Rows { rest: text, section: "" }
}

/// The rows of a list.
#[derive(Debug, Clone)]
pub(super) struct Rows<'t> {
    rest: &'t str,
    section: &'t str,
}

/// What opens and closes words over several lines.
const LONG: &str = "\"\"\"";

impl<'t> Rows<'t> {
    /// The next line, without the spaces around it.
    fn line(&mut self) -> Option<&'t str> {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        let is_end = self.rest.is_empty();
        self.rest = rest;
        (!is_end).then(|| line.trim())
    }

    fn row(&mut self, line: &'t str) -> Option<Row<'t>> {
        let (name, value) = line.split_once(" = ")?;
        let name = words(name).unwrap_or(name);
        let value = match value {
            LONG => self.long()?,
            value if value.starts_with('"') => words(value)?,
            value => value,
        };
        Some(Row { section: self.section, name, value })
    }

    /// The words up to the line that closes them.
    fn long(&mut self) -> Option<&'t str> {
        let (words, rest) = self.rest.split_once(LONG)?;
        self.rest = rest.strip_prefix('\n').unwrap_or(rest);
        (!words.contains('\\')).then_some(words)
    }
}

/// What stands between two quotes; nothing is written by an escape.
fn words(quoted: &str) -> Option<&str> {
    let words = quoted.strip_prefix('"')?.strip_suffix('"')?;
    (!words.contains(['"', '\\'])).then_some(words)
}

impl<'t> Iterator for Rows<'t> {
    type Item = Option<Row<'t>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.line()?;
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(section) => self.section = section,
                None => return Some(self.row(line)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<(&str, &str, &str)>> {
        rows(text).map(|row| row.map(|row| (row.section, row.name, row.value))).collect()
    }

    #[test]
    fn a_row_is_a_name_and_its_words_or_its_number() {
        let text = "# ours\nfrom = -50\n\n[verbs]\nup = \"rise grow\"\n\"word.a\" = 3\nlong = \"\"\"\none two\nthree\n\"\"\"\nlast = \"x\"";
        let expected = [
            ("", "from", "-50"),
            ("verbs", "up", "rise grow"),
            ("verbs", "word.a", "3"),
            ("verbs", "long", "one two\nthree\n"),
            ("verbs", "last", "x"),
        ];
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn what_is_no_row_is_said_to_be_none() {
        for text in
            ["a", "a = \"b", "a = \"\"\"\nb", "a = \"b\\n\"", "a = \"b\" # c", "a = \"\"\"\nb \\\nc\n\"\"\""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
