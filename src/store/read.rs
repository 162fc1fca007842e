//! Reads a record leniently: everything that can be used is used, everything that is wrong is named with its place.

mod nesting;
mod tree;

use std::ops::Range;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, Deserializer, Error};

use super::place::{Position, position};
use super::problem::{Level, Problem};
use crate::words::store::reading as words;
use tree::{Placeholders, Step, key_span, keys_text, path_text, steps_of, table_at};

/// The longest file that is read, in bytes.
pub(super) const LONGEST: usize = 1 << 20;

/// The most levels of tables, arrays and dotted keys.
const DEEPEST: usize = 64;

/// The most problems of one file that are named.
const MOST: usize = 100;

/// The most bytes that are gone through in search of more problems, as each costs another reading.
const EFFORT: usize = 8 << 20;

/// Reads one record and says all that is wrong with its text.
///
/// An entry whose value cannot be used is named (`value`) and treated as missing; a table that lacks a key
/// (`missing-key`) is treated as missing as a whole; a key nobody knows is named once (`unknown-key`) and is no
/// obstacle. There is no record if the text is over 1 MiB (`file-size`), nests over 64 levels (`nesting`), holds
/// git's merge markers (`merge-marker`), is no TOML (`syntax`), or the record itself lacks a key.
pub fn read<T: DeserializeOwned>(text: &str, path: &Path) -> (Option<T>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading { text, path, problems: Vec::new() };
    let Some(tree) = reading.parse() else { return (None, reading.sorted()) };
    if let Some(record) = sound(tree) {
        return (Some(record), reading.sorted());
    }
    let record = reading.parse().and_then(|tree| Attempts::new(tree).record(&mut reading));
    (record, reading.sorted())
}

/// Reads a tree of which every entry is known and can be used: the usual case, in which nothing has to be remembered of
/// it.
fn sound<T: DeserializeOwned>(tree: Spanned<DeTable<'_>>) -> Option<T> {
    let mut is_known = true;
    let record = serde_ignored::deserialize(Deserializer::from(tree), |_| is_known = false);
    record.ok().filter(|_| is_known)
}

/// Whether a text is no TOML as a key stands in it a second time.
pub fn is_second(error: &Error) -> bool {
    error.message() == "duplicate key"
}

/// Where a text is longer or nests deeper than what is read.
pub(super) fn beyond(text: &str) -> Option<usize> {
    if text.len() > LONGEST { Some(0) } else { nesting::too_deep(text, DEEPEST) }
}

/// Names a file of over 1 MiB.
pub(super) fn too_long(path: &Path, bytes: u64) -> Problem {
    let message = words::the_file_has_bytes(bytes);
    let hint = words::A_RECORD_IS_A_PAGE_OR_TWO.to_owned();
    Problem::new("file-size", path, Position::START, message, hint)
}

/// A text that is being read and what was found wrong with it.
struct Reading<'t> {
    text: &'t str,
    path: &'t Path,
    problems: Vec<Problem>,
}

impl<'t> Reading<'t> {
    /// What was found wrong, by place.
    fn sorted(mut self) -> Vec<Problem> {
        self.problems.sort();
        self.problems.dedup();
        self.problems
    }

    fn name(&mut self, rule: &'static str, offset: usize, message: String, hint: &str) {
        let at = position(self.text, offset);
        self.problems.push(Problem::new(rule, self.path, at, message, hint.to_owned()));
    }

    fn parse(&mut self) -> Option<Spanned<DeTable<'t>>> {
        if self.text.len() > LONGEST {
            self.problems.push(too_long(self.path, self.text.len() as u64));
        } else if let Some(offset) = nesting::too_deep(self.text, DEEPEST) {
            let message = words::the_file_nests_deeper_than_levels(DEEPEST);
            self.name("nesting", offset, message, words::REMOVE_THE_NESTED_TABLES);
        } else {
            self.name_markers();
        }
        if !self.problems.is_empty() {
            return None;
        }
        let (tree, errors) = DeTable::parse_recoverable(self.text);
        let mut named_until = 0;
        for error in errors {
            named_until = self.name_syntax(&error, named_until);
        }
        self.problems.is_empty().then_some(tree)
    }

    /// Names each place where git left both versions.
    fn name_markers(&mut self) {
        let mut offset = 0;
        let mut starts = Vec::new();
        let mut ends = Vec::new();
        for line in self.text.split_inclusive('\n') {
            if line.starts_with("<<<<<<< ") {
                starts.push(offset);
            } else if line.starts_with(">>>>>>> ") {
                ends.push(offset);
            }
            offset += line.len();
        }
        for offset in if starts.is_empty() { ends } else { starts } {
            let message = words::GIT_LEFT_TWO_VERSIONS_HERE.to_owned();
            let hint = words::KEEP_THE_RIGHT_LINES;
            self.name("merge-marker", offset, message, hint);
        }
    }

    /// Names a line that is no TOML, unless it lies before `named_until`; gives the end of the last named line.
    fn name_syntax(&mut self, error: &Error, named_until: usize) -> usize {
        let offset = error.span().map_or(0, |span| span.start).min(self.text.len());
        if offset < named_until || self.problems.len() >= MOST {
            return named_until;
        }
        let hint = if is_second(error) { words::KEEP_ONE_OF_THE_LINES } else { words::WRITE_KEY_VALUE };
        self.name("syntax", offset, words::this_is_no_toml(error.message()), hint);
        let line_end = self.text.as_bytes()[offset..].iter().position(|byte| *byte == b'\n');
        line_end.map_or(self.text.len() + 1, |length| offset + length + 1)
    }

    fn name_value(&mut self, path: &[Step], span: &Range<usize>, message: &str) {
        let message = match path_text(path) {
            key if key.is_empty() => words::the_record_cannot_be_used(message),
            key => words::cannot_be_used(&key, message),
        };
        self.name("value", span.start, message, words::CORRECT_THE_VALUE);
    }

    fn name_missing(&mut self, path: &[Step], span: &Range<usize>, key: &str) {
        let message = match path_text(path) {
            table if table.is_empty() => words::the_key_is_missing(key),
            table => words::lacks_the_key(&table, key),
        };
        self.name("missing-key", span.start, message, &words::add_a_line_here(key));
    }

    /// Names a key that nobody knows once, however many blocks hold it.
    fn name_unknown(&mut self, tree: &DeTable<'_>, path: &[Step]) {
        let message = words::is_an_unknown_key(keys_text(path));
        let unknown = || self.problems.iter().filter(|problem| problem.rule == "unknown-key");
        if unknown().any(|problem| problem.message == message) || unknown().count() >= MOST {
            return;
        }
        let at = position(self.text, key_span(tree, path).map_or(0, |span| span.start));
        let hint = words::CHECK_ITS_SPELLING.to_owned();
        self.problems.push(Problem::new("unknown-key", self.path, at, message, hint).at_level(Level::Warn));
    }
}

/// A tree from which one entry after the other goes until the rest can be used.
struct Attempts<'t> {
    /// The tree as it was read, by which problems are named.
    whole: DeTable<'t>,
    tree: DeTable<'t>,
    /// Tables that lack a key; they hold a placeholder so that the next problem shows, and go in the end.
    lacking: Vec<Range<usize>>,
    /// What has been taken out: the place of the table and the key.
    taken: Vec<(Range<usize>, String)>,
    placeholders: Placeholders,
}

impl<'t> Attempts<'t> {
    fn new(tree: Spanned<DeTable<'t>>) -> Self {
        let (tree, placeholders) = (tree.into_inner(), Placeholders::default());
        Self { whole: tree.clone(), tree, lacking: Vec::new(), taken: Vec::new(), placeholders }
    }

    fn record<T: DeserializeOwned>(mut self, reading: &mut Reading<'t>) -> Option<T> {
        let most = (EFFORT / reading.text.len().max(1)).clamp(1, MOST);
        for _ in 0..most {
            match self.attempt(reading) {
                Ok(record) if self.lacking.is_empty() => return Some(record),
                Ok(_) => self.take_lacking()?,
                Err(error) => self.learn(&error, reading)?,
            }
        }
        None
    }

    fn attempt<T: DeserializeOwned>(&self, reading: &mut Reading<'_>) -> Result<T, Error> {
        let mut unknown = Vec::new();
        let deserializer = Deserializer::from(Spanned::new(0..0, self.tree.clone()));
        let outcome = serde_ignored::deserialize(deserializer, |path| unknown.push(steps_of(&path)));
        // A reading that ended early has not seen them all; one that gets to its end will.
        for path in unknown.iter().filter(|_| outcome.is_ok()) {
            reading.name_unknown(&self.tree, path);
        }
        outcome
    }

    /// Takes out every table that lacks a key; `None` if that is the record itself.
    fn take_lacking(&mut self) -> Option<()> {
        for span in std::mem::take(&mut self.lacking) {
            // A table that stood in another one that lacked a key is gone already.
            if let Some(path) = tree::find(&self.tree, &span, "") {
                self.take(&path)?;
            }
        }
        Some(())
    }

    /// Names what is wrong and makes the next attempt get further; `None` if there is no way.
    fn learn(&mut self, error: &Error, reading: &mut Reading<'_>) -> Option<()> {
        let (span, message) = (error.span().unwrap_or_default(), error.message());
        if Placeholders::are_at(&span) {
            return self.placeholders.next(&mut self.tree, message).or_else(|| self.take_lacking());
        }
        let [name, path] = [&self.whole, &self.tree].map(|tree| tree::find(tree, &span, message));
        let (name, path) = (name.unwrap_or_default(), path.unwrap_or_default());
        let Some(key) = missing_key(message) else {
            reading.name_value(&name, &span, message);
            return self.take(&path);
        };
        if !self.taken.contains(&(span.clone(), key.to_owned())) {
            reading.name_missing(&name, &span, key);
        }
        self.lacking.push(span);
        self.placeholders.first(&mut self.tree, &path, key)
    }

    fn take(&mut self, path: &[Step]) -> Option<()> {
        let (last, parent) = path.split_last()?;
        if let Step::Key(key) = last {
            let span = table_at(&self.tree, parent)?;
            self.taken.push((span, key.clone()));
        }
        tree::take(&mut self.tree, path);
        Some(())
    }
}

/// The key that a message of serde says is missing.
fn missing_key(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;
    use toml::value::Datetime;

    #[derive(Debug, Deserialize)]
    struct Record {
        title: String,
        due: Option<Datetime>,
        measure: Option<Measure>,
        #[serde(default)]
        revision: Vec<Revision>,
        #[serde(default)]
        names: Vec<String>,
    }

    #[derive(Debug, Deserialize)]
    struct Measure {
        #[expect(dead_code, reason = "only whether it can be read matters here")]
        target: f64,
        unit: Unit,
        #[serde(default)]
        note: String,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Unit {
        Percent,
        PerDay,
    }

    #[derive(Debug, Deserialize)]
    struct Revision {
        date: Datetime,
        reason: String,
    }

    fn of(text: &str) -> (Option<Record>, Vec<Problem>) {
        read(text, Path::new("a.toml"))
    }

    /// The rules and places of all problems.
    fn places(text: &str) -> Vec<String> {
        let problems = of(text).1;
        problems.iter().map(|p| format!("{} {}:{}", p.rule, p.line, p.column)).collect()
    }

    const SOUND: &str = "\
title = 'a'
due = 2027-03-26
[measure]
target = 1.5
unit = 'per-day'
[[revision]]
date = 2027-01-01
reason = 'r'
";

    #[test]
    fn a_sound_record_has_no_problems() {
        for text in [SOUND.to_owned(), format!("\u{feff}{}", SOUND.replace('\n', "\r\n"))] {
            let (record, problems) = of(&text);
            let record = record.unwrap();
            assert_eq!(problems, []);
            assert_eq!(
                (record.title.as_str(), record.due.unwrap().to_string().as_str()),
                ("a", "2027-03-26")
            );
            assert_eq!(record.measure.unwrap().unit, Unit::PerDay);
            assert_eq!(record.revision[0].date.to_string(), "2027-01-01");
        }
    }

    const FLAWED: &str = "\
title = 'a'
due = 'soon'
names = ['a', 2, 'b', 3]
odd = 1
[measure]
target = 1
unit = 'percent'
note = 1

[[revision]]
date = 1
reason = 'x'
[[revision]]
date = 2027-01-01
reason = 'r'
odd = 1
[[revision]]
date = 2027-01-02
odd = 2
";

    #[test]
    fn all_problems_are_named_and_the_rest_is_used() {
        let (record, problems) = of(FLAWED);
        let record = record.unwrap();
        assert_eq!((record.due, record.names), (None, vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(record.measure.unwrap().note, "");
        assert_eq!(record.revision.len(), 1);
        assert_eq!(record.revision[0].reason, "r");
        let expected = [
            "2:7 value `due` cannot be used",
            "3:15 value `names[1]` cannot be used",
            "3:23 value `names[3]` cannot be used",
            "4:1 unknown-key `odd` is a key",
            "8:8 value `measure.note` cannot be used",
            "11:8 value `revision[0].date` cannot be used",
            "16:1 unknown-key `revision.odd` is a key",
            "17:1 missing-key `revision[2]` lacks the key `reason`.",
        ];
        let told = problems.iter().map(|p| format!("{}:{} {} {}", p.line, p.column, p.rule, p.message));
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}");
        }
    }

    #[test]
    fn all_missing_keys_are_named() {
        assert_eq!(places("[measure]\n"), ["missing-key 1:1", "missing-key 1:1", "missing-key 1:1"]);
        let (record, problems) = of("title = 'a'\n\n[measure]\nnote = 1\n[[revision]]\n");
        let record = record.unwrap();
        assert!(record.measure.is_none() && record.revision.is_empty());
        let keys: Vec<_> = problems.iter().map(|p| (p.line, p.rule, p.hint.as_str())).collect();
        let expected = [
            (3, "missing-key", "Add a line `target = ...` here."),
            (3, "missing-key", "Add a line `unit = ...` here."),
            (4, "value", "Correct the value; until then it counts as missing."),
            (5, "missing-key", "Add a line `date = ...` here."),
            (5, "missing-key", "Add a line `reason = ...` here."),
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn a_key_whose_value_was_named_is_not_called_missing() {
        let (record, problems) = of("title = 'a'\n[measure]\ntarget = 'x'\nunit = 'furlong'\n");
        assert!(record.is_some_and(|record| record.measure.is_none()));
        assert_eq!(problems.iter().map(|p| p.rule).collect::<Vec<_>>(), ["value", "value"]);
        assert!(of("title = 1").0.is_none());
        assert_eq!(places("title = 1"), ["value 1:9"]);
    }

    #[test]
    fn the_wrong_kind_of_table_is_named_at_its_header() {
        let cases: [(&str, &[&str]); 4] = [
            ("[names]\nx = 1\n", &["value 2:1"]),
            ("[[due]]\n[[due]]\n", &["value 2:1"]),
            ("measure = 1\nrevision = 2\n", &["value 2:11", "value 3:12"]),
            ("revision = [1, { date = 2027-01-01 }]\n", &["value 2:13", "missing-key 2:16"]),
        ];
        for (text, expected) in cases {
            assert_eq!(places(&format!("title = 'a'\n{text}")), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_toml_is_named_by_line() {
        assert_eq!(places("title = 'a'\nx = = 1\ny = 2\nz = 'open\n"), ["syntax 2:5", "syntax 4:10"]);
        assert_eq!(places("title = 'a'\ntitle = 'b'\n"), ["syntax 2:1"]);
        assert_eq!(places("title = 'a'\ndue = 2027-02-30\n"), ["syntax 2:7"]);
        assert!(of("x = = 1").0.is_none());
    }

    #[test]
    fn what_git_could_not_merge_is_named_as_that() {
        let text = "title = 'a'\n<<<<<<< HEAD\nnames = []\n=======\nnames = ['a']\n>>>>>>> theirs\n";
        assert_eq!(places(text), ["merge-marker 2:1"]);
        assert_eq!(places("title = '''\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n'''"), ["merge-marker 2:1"]);
        assert_eq!(places("title = '''\n=======\n'''"), Vec::<String>::new());
        assert!(of(text).0.is_none());
    }

    #[test]
    fn huge_and_bottomless_files_are_a_sentence() {
        let nested = |levels: usize| format!("a = {}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(places(&format!("title = '{}'", "a".repeat(1 << 20))), ["file-size 1:1"]);
        assert_eq!(places(&nested(100_000)), ["nesting 1:69"]);
        assert_eq!(places(&nested(64)), ["missing-key 1:1", "unknown-key 1:1"]);
    }

    #[test]
    fn a_file_of_nothing_but_mistakes_ends() {
        for line in ["= ", "=\n", "a = 1, ", "a = 1\n", "[a\n", "'\n", "\u{1b}", "a=\"\\x\"\n"] {
            let (record, problems) = of(&line.repeat((1 << 19) / line.len()));
            assert!(record.is_none() && (1..=MOST).contains(&problems.len()), "{line}");
        }
        let text = format!("title = 'a'\nnames = [{}]\n", "1, ".repeat(5_000));
        let (record, problems) = of(&text);
        assert!(record.is_none());
        assert_eq!(problems.len(), MOST);
    }

    const LINE: &str = "(title|due|names|measure|note|target|date)( = (1|'a'|2027-01-01|\\[1, 'a'\\]|\\{ target = 1 \\}))\
        |\\[measure\\]|\\[\\[revision\\]\\]|\\[\\[measure\\]\\]|measure\\.unit = 'percent'";

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in any::<String>()) {
            let (record, problems) = of(&text);
            prop_assert!(record.is_some() || !problems.is_empty());
        }

        #[test]
        fn any_record_is_read_to_its_end(lines in prop::collection::vec(LINE, 0..8)) {
            let (record, problems) = of(&lines.join("\n"));
            prop_assert!(record.is_some() || !problems.is_empty());
            for problem in problems {
                prop_assert!(problem.line <= lines.len().max(1), "{problem}");
            }
        }
    }
}
