//! Arguments as a test writes them: one line as in a shell, or a list.

/// Becomes the list of arguments of a program.
pub trait Args {
    /// Gives the arguments one by one.
    fn words(self) -> Vec<String>;
}

impl Args for &str {
    fn words(self) -> Vec<String> {
        split(self)
    }
}

impl Args for &[&str] {
    fn words(self) -> Vec<String> {
        self.iter().map(ToString::to_string).collect()
    }
}

impl<const N: usize> Args for [&str; N] {
    fn words(self) -> Vec<String> {
        self.as_slice().words()
    }
}

/// Splits a line at blanks as a shell does: `'…'` is taken as it stands, in `"…"` and outside a backslash
/// keeps the next character. Nothing is expanded. Panics on an open quote.
#[must_use]
pub fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(open), close) if open == close => quote = None,
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => word.get_or_insert_default().extend(letters.next()),
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    assert!(quote.is_none(), "a quote is left open in: {line}");
    words.extend(word);
    words
}

#[test]
fn a_line_is_split_as_a_shell_splits_it() {
    let cases: [(&str, &[&str]); 6] = [
        ("", &[]),
        ("  status   --json ", &["status", "--json"]),
        ("set kr 'target=0.5 %'", &["set", "kr", "target=0.5 %"]),
        (r#"--changed "it's \"done\"" ''"#, &["--changed", r#"it's "done""#, ""]),
        (r"a\ b '\'", &["a b", r"\"]),
        ("target=\"0.5 %\"x", &["target=0.5 %x"]),
    ];
    for (line, words) in cases {
        assert_eq!(split(line), words, "{line}");
    }
}

#[test]
fn a_list_is_taken_as_it_stands() {
    assert_eq!(["a b", "'c'"].words(), ["a b", "'c'"]);
    assert_eq!(["a b"].as_slice().words(), ["a b"]);
}

#[test]
#[should_panic(expected = "a quote is left open")]
fn an_open_quote_stops_the_test() {
    let _ = split("add 'objective");
}
