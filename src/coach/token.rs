//! Parts a text into words, numbers and signs: one pass, nothing copied but the small letters of a capitalised word.
//!
//! What a word or a number means is left to those who read the tokens. Any text can be parted; the tokens stand in its
//! order and never overlap, and what lies between them is blank.

use std::borrow::Cow;
use std::ops::Range;

use crate::domain::quantity::currency;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, with what belongs to a word inside it: `p95`, `sign-in`, `tier-1`, `Node.js`, `don't`.
    Word,
    /// Digits with their marks: `42`, `1,200`, `99.95`, `12 000`, `1.200,5`, `2.1.3`.
    Number,
    /// Anything else: one character, or an arrow or comparison of several (`->`, `<=`).
    Sign,
}

/// A word, number or sign of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// As it stands in the text.
    pub text: &'a str,
    /// The same in small letters, with straight apostrophes.
    pub lower: Cow<'a, str>,
    /// What it is made of.
    pub kind: Kind,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Whether it follows the token before without a blank: the `%` of `5%`.
    pub is_glued: bool,
}

impl Token<'_> {
    /// Where it stands in the text, in bytes, on character boundaries.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The code of the currency it names, by its sign or its code: "$", "USD", "usd"; "cad" in small letters is another word.
    #[must_use]
    pub fn currency(&self) -> Option<&'static str> {
        let is_small = self.text == self.lower && self.text != "cad";
        let is_code = is_small || self.text.bytes().all(|byte| byte.is_ascii_uppercase());
        currency(&self.lower).filter(|_| is_code)
    }

    /// Tells whether it is this word or sign; `word` is in small letters.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }
}

/// Parts a text into its tokens, in linear time.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    let mut at = 0;
    let mut is_glued = false;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() || first.is_control() {
            at += first.len_utf8();
            is_glued = false;
            continue;
        }
        let after_number =
            is_glued && found.last().is_some_and(|token: &Token<'_>| token.kind == Kind::Number);
        let (kind, len) = measured(&text[at..], first, after_number);
        let piece = &text[at..at + len];
        found.push(Token { text: piece, lower: lowered(piece), kind, start: at, is_glued });
        at += len;
        is_glued = true;
    }
    found
}

/// The kind and length of the token a text begins with.
fn measured(rest: &str, first: char, after_number: bool) -> (Kind, usize) {
    let second = rest[first.len_utf8()..].chars().next();
    if first.is_ascii_digit() || first == '.' && second.is_some_and(|c| c.is_ascii_digit()) && !after_number {
        (Kind::Number, number(rest.as_bytes()))
    } else if is_letter(first) {
        (Kind::Word, if after_number { letters(rest) } else { word(rest) })
    } else {
        (Kind::Sign, sign(rest.as_bytes()).unwrap_or(first.len_utf8()))
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '_' || c.is_numeric() && !c.is_ascii()
}

/// The letters right behind a number: the `k` of `40k`, the `m` of `1m30s`.
fn letters(rest: &str) -> usize {
    rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len())
}

/// A word with the marks that belong inside it.
fn word(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_letter(c) || c.is_ascii_digit() || is_combining(c) {
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next);
        let joins = match c {
            '-' => {
                next.is_some_and(is_letter)
                    || next.is_some_and(|n| n.is_ascii_digit()) && !counts(&rest[..at])
            }
            '\'' | '\u{2019}' => next.is_some_and(is_letter),
            '.' => next.is_some_and(|n| is_letter(n) || n.is_ascii_digit()) && !rest[..at].ends_with('-'),
            _ => false,
        };
        if !joins {
            return at;
        }
    }
    rest.len()
}

/// Words whose number stays a number when a hyphen binds them: `sub-200ms`, `top-5`.
fn counts(head: &str) -> bool {
    head.eq_ignore_ascii_case("sub") || head.eq_ignore_ascii_case("top")
}

/// Accents written apart and the selectors of signs.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{200c}' | '\u{200d}')
}

/// Digits with the marks between them.
fn number(rest: &[u8]) -> usize {
    let digits = |from: usize| rest[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = digits(0);
    let may_group = (1..=3).contains(&at);
    loop {
        let mark = match rest.get(at) {
            Some(b'.' | b',' | b'\'' | b'_') => 1,
            Some(b' ') if may_group && groups(&rest[at + 1..]) => 1,
            Some(0xc2) if may_group && rest.get(at + 1) == Some(&0xa0) && groups(&rest[at + 2..]) => 2,
            Some(0xe2)
                if may_group && rest[at..].starts_with("\u{202f}".as_bytes()) && groups(&rest[at + 3..]) =>
            {
                3
            }
            _ => return at,
        };
        match digits(at + mark) {
            0 => return at,
            more => at += mark + more,
        }
    }
}

/// Tells whether exactly three digits come next, as a group of thousands after a blank.
fn groups(rest: &[u8]) -> bool {
    let digits = rest.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    digits == 3 && !rest.get(3).is_some_and(u8::is_ascii_alphabetic)
}

/// The length of an arrow or comparison of several characters.
fn sign(rest: &[u8]) -> Option<usize> {
    const LONG: &[&str] = &["-->", "==>", "->", "=>", "<=", ">=", ">>", "+/-", "..."];
    LONG.iter().find(|long| rest.starts_with(long.as_bytes())).map(|long| long.len())
}

/// The text in small letters with straight apostrophes, copied only where it is written otherwise.
fn lowered(text: &str) -> Cow<'_, str> {
    let is_lower = if text.is_ascii() {
        !text.bytes().any(|b| b.is_ascii_uppercase())
    } else {
        text.chars().all(|c| c != '\u{2019}' && c.to_lowercase().eq([c]))
    };
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase().replace('\u{2019}', "'")) }
}

/// Tells whether a word is one of a list; most differ in length or first letter, and nothing more of them is looked at.
#[inline]
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    let first = word.as_bytes().first();
    words.iter().any(|one| one.len() == word.len() && one.as_bytes().first() == first && *one == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parted(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn a_sentence_is_parted_into_words_numbers_and_signs() {
        for (text, pieces) in [
            ("from 2.3 % to 0.5%", vec!["from", "2.3", "%", "to", "0.5", "%"]),
            ("p95 < 10ms", vec!["p95", "<", "10", "ms"]),
            ("1m30s -> 45s", vec!["1", "m", "30", "s", "->", "45", "s"]),
            ("$9.4m (125k now)", vec!["$", "9.4", "m", "(", "125", "k", "now", ")"]),
            ("tier-1 sign-in, time-to-fill", vec!["tier-1", "sign-in", ",", "time-to-fill"]),
            ("top-5 and sub-200ms", vec!["top", "-", "5", "and", "sub", "-", "200", "ms"]),
            ("Node.js v1.2.", vec!["Node.js", "v1.2", "."]),
            ("1,200 or 1.200,5 or 12 000", vec!["1,200", "or", "1.200,5", "or", "12 000"]),
            ("3-5 days, 2/3", vec!["3", "-", "5", "days", ",", "2", "/", "3"]),
            ("customers' don\u{2019}t", vec!["customers", "'", "don\u{2019}t"]),
            ("40k+ e2e", vec!["40", "k", "+", "e2e"]),
            ("2.x by Q2.", vec!["2", ".", "x", "by", "Q2", "."]),
            (".5 h", vec![".5", "h"]),
        ] {
            assert_eq!(parted(text), pieces, "{text}");
        }
    }

    #[test]
    fn a_word_is_compared_in_small_letters_with_a_straight_apostrophe() {
        for text in ["don't", "don\u{2019}t", "Don\u{2019}t", "DON'T"] {
            assert_eq!(tokens(text)[0].lower, "don't", "{text}");
        }
    }

    #[test]
    fn a_word_is_found_among_others_as_it_stands() {
        let words = ["to", "of", "", "off", "é"];
        assert!(words.iter().all(|word| is_one_of(word, &words)));
        assert!(!["o", "t", "on", "offer", "è", "To"].iter().any(|word| is_one_of(word, &words)));
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_on_character_boundaries(text in any::<String>()) {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= end && !token.text.is_empty());
                prop_assert_eq!(&text[token.span()], token.text);
                prop_assert!(text[end..token.start].chars().all(|c| c.is_whitespace() || c.is_control()));
                prop_assert_eq!(token.is_glued, token.start == end && end > 0);
                end = token.span().end;
            }
            prop_assert!(text[end..].chars().all(|c| c.is_whitespace() || c.is_control()));
        }
    }
}
