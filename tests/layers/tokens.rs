//! Rust text as words and signs: enough to follow paths and count lines, and never fooled by a comment or a string.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

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
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_')
    }
}

/// Reads a source text; comments are left out.
pub fn read(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    put(source.parse().unwrap_or_else(|why| panic!("{why} in:\n{source}")), &mut tokens);
    tokens
}

/// Puts the words and signs of a stream behind those that are there.
fn put(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        let token = |text: &str| Token { text: text.to_owned(), literal: String::new(), line };
        match tree {
            TokenTree::Group(group) => {
                let [open, close] = brackets(group.delimiter());
                tokens.push(token(open));
                put(group.stream(), tokens);
                tokens.push(Token { line: group.span_close().start().line, ..token(close) });
            }
            TokenTree::Ident(word) => tokens.push(token(&word.to_string())),
            TokenTree::Literal(value) => tokens.push(literal(&value.to_string(), &token)),
            TokenTree::Punct(sign) => match sign.as_char() {
                '#' => {
                    trees.next_if(|tree| is_sign(tree, '!'));
                    if trees.next_if(is_doc).is_none() {
                        tokens.push(token("#"));
                    }
                }
                '\'' => {
                    trees.next();
                    tokens.push(token("'"));
                }
                ':' if trees.next_if(|tree| is_sign(tree, ':')).is_some() => tokens.push(token("::")),
                sign => tokens.push(token(&sign.to_string())),
            },
        }
    }
}

/// A string with what stands between its quotes, a letter, or a number.
fn literal(written: &str, token: &impl Fn(&str) -> Token) -> Token {
    if written.trim_start_matches('b').starts_with('\'') {
        return token("'");
    }
    match written.split_once('"').and_then(|(_, after)| after.rsplit_once('"')) {
        Some((inner, _)) => Token { literal: inner.to_owned(), ..token("\"\"") },
        None => token(written),
    }
}

fn brackets(delimiter: Delimiter) -> [&'static str; 2] {
    match delimiter {
        Delimiter::Parenthesis => ["(", ")"],
        Delimiter::Brace => ["{", "}"],
        Delimiter::Bracket => ["[", "]"],
        Delimiter::None => ["", ""],
    }
}

fn is_sign(tree: &TokenTree, wanted: char) -> bool {
    matches!(tree, TokenTree::Punct(sign) if sign.as_char() == wanted)
}

/// Whether it is what a comment of three strokes comes as: `[doc = "…"]`.
fn is_doc(tree: &TokenTree) -> bool {
    let TokenTree::Group(group) = tree else { return false };
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word == "doc")
}

/// Leaves out what is compiled for tests only: an item under `#[cfg(test)]` or `#[test]`, with its body.
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
            ("/// b\n#![a] r#type crate::a", "# [ a ] r#type crate :: a"),
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
