//! Rust text as words and signs: enough to follow paths and count lines, and never fooled by a comment or a string.

/// A word or sign and the line it stands on, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word, the sign (`::` is one), `'` for a letter or lifetime, or `""` for any string.
    pub text: String,
    /// What stands between the quotes of a string, as it is written; nothing for any other.
    pub literal: String,
    /// Where it stands.
    pub line: usize,
}

impl Token {
    /// Whether it is a name, a keyword or a number.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.text.starts_with(is_word_letter)
    }
}

/// Reads a source text.
#[must_use]
pub fn read(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (length, token) = first_of(rest, first);
        if let Some(text) = token {
            tokens.push(Token { text: text.to_owned(), literal: literal(text, &rest[..length]), line });
        }
        let (piece, after) = rest.split_at(length);
        line += piece.matches('\n').count();
        rest = after;
    }
    tokens
}

/// What stands between the quotes, if it is a string.
fn literal(text: &str, piece: &str) -> String {
    let is_string = text.starts_with('"');
    let inner = piece.split_once('"').and_then(|(_, after)| after.rsplit_once('"'));
    inner.filter(|_| is_string).map(|(inner, _)| inner.to_owned()).unwrap_or_default()
}

/// How long the first piece is, and what it counts as.
fn first_of(rest: &str, first: char) -> (usize, Option<&str>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (comment(rest), None);
    }
    if let Some(length) = raw_string(rest).or_else(|| string(rest)) {
        return (length, Some("\"\""));
    }
    if first == '\'' {
        return (letter_or_lifetime(rest), Some("'"));
    }
    if is_word_letter(first) {
        let length = rest.find(|letter| !is_word_letter(letter)).unwrap_or(rest.len());
        return (length, Some(&rest[..length]));
    }
    let length = if rest.starts_with("::") { 2 } else { first.len_utf8() };
    (length, (!first.is_whitespace()).then(|| &rest[..length]))
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The length of a comment that may hold comments.
fn comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of `r"…"`, `r#"…"#`, also with `b` or `c` before.
fn raw_string(rest: &str) -> Option<usize> {
    let body = ["r", "br", "cr"].iter().find_map(|start| rest.strip_prefix(start))?;
    let quoted = body.trim_start_matches('#');
    let text = quoted.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(body.len() - quoted.len()));
    let end = text.find(&close).map_or(text.len(), |at| at + close.len());
    Some(rest.len() - text.len() + end)
}

/// The length of `"…"`, `b"…"` and `c"…"`.
fn string(rest: &str) -> Option<usize> {
    let text = ["\"", "b\"", "c\""].iter().find_map(|start| rest.strip_prefix(start))?;
    let start = rest.len() - text.len();
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' if !escaped => return Some(start + at + 1),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    Some(rest.len())
}

/// The length of `'a'`, `'\''`, `'\u{1b}'` or `'lifetime`.
fn letter_or_lifetime(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => {
            let after = 3; // the quote, the backslash and the escaped letter, which may be a quote
            rest.get(after..).and_then(|text| text.find('\'')).map_or(rest.len(), |at| after + at + 1)
        }
        Some((_, first)) => match letters.next() {
            Some((at, '\'')) => at + 1,
            _ if is_word_letter(first) => {
                1 + rest[1..].find(|letter| !is_word_letter(letter)).unwrap_or(rest.len() - 1)
            }
            _ => 1,
        },
        None => 1,
    }
}

/// Leaves out what is compiled for tests only: an item under `#[cfg(test)]` or `#[test]`, with its body.
#[must_use]
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_test_attribute(&tokens[at..]) {
            at += item(&tokens[at..]);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn is_test_attribute(tokens: &[Token]) -> bool {
    let begins = |texts: &[&str]| {
        tokens.len() >= texts.len() && tokens.iter().zip(texts).all(|(token, text)| token.text == *text)
    };
    begins(&["#", "[", "test", "]"])
        || begins(&["#", "[", "cfg", "(", "test", ")", "]"])
        || begins(&["#", "[", "cfg", "(", "all", "(", "test"])
}

/// How many tokens an item takes, from its first attribute to its `;` or closing brace.
fn item(tokens: &[Token]) -> usize {
    let mut at = 0;
    while tokens.get(at).is_some_and(|token| token.text == "#") {
        at += 1 + group(&tokens[at + 1..]);
    }
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" => {
                at += group(&tokens[at..]);
                return at + usize::from(tokens.get(at).is_some_and(|token| token.text == ";"));
            }
            "(" | "[" => at += group(&tokens[at..]),
            _ => at += 1,
        }
    }
    at
}

/// How many tokens a bracketed group takes, when one begins here; else one.
#[must_use]
pub fn group(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

#[cfg(test)]
mod checks {
    use super::*;

    fn texts(source: &str) -> String {
        read(source).iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        let cases = [
            ("a // b\nc", "a c"),
            ("a /* b /* c */ d */ e", "a e"),
            (r#"f("use crate::store; \" {") + 1"#, r#"f ( "" ) + 1"#),
            (r##"r#"a " {"# b"##, r#""" b"#),
            (r#"b"\\" x"#, r#""" x"#),
            (r"'{' '\'' '\u{1b}' &'a str", "' ' ' & ' str"),
            ("r#type crate::a", "r # type crate :: a"),
            ("'é' x", "' x"),
        ];
        for (source, expected) in cases {
            assert_eq!(texts(source), expected, "{source}");
        }
    }

    #[test]
    fn lines_are_counted_through_comments_and_strings() {
        let tokens = read("/*\n*/ \"a\nb\"\nlast");
        assert_eq!(tokens.last().map(|token| token.line), Some(4));
    }

    #[test]
    fn what_is_for_tests_only_is_left_out() {
        let source = "a; #[cfg(test)] use b::{c}; #[cfg(test)] #[expect(x)] mod tests { fn t() { {} } } d; \
                      #[test] fn t(a: [u8; 2]) {} e #[cfg(not(test))] f";
        let kept: Vec<String> = without_tests(&read(source)).into_iter().map(|token| token.text).collect();
        assert_eq!(kept.join(" "), "a ; d ; e # [ cfg ( not ( test ) ) ] f");
    }
}
