//! What stands before a statement and is no part of it: its place in a list or a plan. "KR 2.1:", "Goal 3.", "1a.",
//! "(4)", "- [x]", "**".

use super::token::{Kind, Token};

/// Words that name a part of a plan, where a number follows.
const PARTS: &[&str] = &[
    "objective",
    "goal",
    "action",
    "strategy",
    "initiative",
    "outcome",
    "aim",
    "priority",
    "target",
    "result",
    "milestone",
    "kr",
    "o",
    "okr",
];

/// Signs behind a place.
const CLOSERS: &[&str] = &[".", ")", ":", "-", "–", "—", "|", "]", "*", "=", "`"];

/// Signs a line of a list begins with.
const BULLETS: &[&str] =
    &["-", "*", "•", "–", "—", "→", "->", "#", "`", "[", "]", "☐", "☑", "·", "▪", "⭐", "|", ":"];

/// How many tokens say where a statement stands; none where nothing else is said.
pub(super) fn place(tokens: &[Token<'_>]) -> usize {
    let mut at = bullets(tokens, 0);
    if let Some(next) = bracketed(tokens, at) {
        at = bullets(tokens, next);
    }
    while let Some(next) = part(tokens, at).or_else(|| numbered(tokens, at)) {
        at = bullets(tokens, next);
    }
    if at < tokens.len() { at } else { 0 }
}

/// Behind the signs a line begins with, and the box that is ticked.
fn bullets(tokens: &[Token<'_>], from: usize) -> usize {
    let is_tick = |at: usize| is(tokens, at, "x") && at > 0 && is(tokens, at - 1, "[");
    let is_plus = |at: usize| is(tokens, at, "+") && is_word(tokens, at + 1) && !is_glued(tokens, at + 1);
    let is_bullet = |at: usize| is_any(tokens, at, BULLETS) && !is_signed(tokens, at);
    (from..tokens.len()).find(|at| !is_bullet(*at) && !is_tick(*at) && !is_plus(*at)).unwrap_or(tokens.len())
}

/// `-5`: the sign of a number.
fn is_signed(tokens: &[Token<'_>], at: usize) -> bool {
    is_any(tokens, at, &["-", "–", "#"]) && is_number(tokens, at + 1) && is_glued(tokens, at + 1)
}

/// "KR1", "KR 2.1 (search):", "Key result 2:", "Goal #3 -", "P1:".
fn part(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let at = at + usize::from(is(tokens, at, "key") && is(tokens, at + 1, "result"));
    let word = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    let is_result = ["kr", "okr", "o"]
        .iter()
        .any(|name| word.lower.strip_prefix(name).is_some_and(|rest| !rest.is_empty() && is_index(rest)));
    let is_rank = word.lower.len() == 2 && word.lower.starts_with('p') && is_index(&word.lower[1..]);
    if is_result {
        return Some(closed(tokens, remark(tokens, at + 1)));
    }
    if is_rank {
        return Some(closed(tokens, at + 1)).filter(|end| *end > at + 1);
    }
    let number = at + 1 + usize::from(is(tokens, at + 1, "#"));
    if !PARTS.contains(&word.lower.as_ref()) || !is_number(tokens, number) {
        return None;
    }
    let end = number + 1;
    let is_result = word.is("kr");
    let closed = closed(tokens, if is_result { remark(tokens, end) } else { end });
    let is_of_parts = tokens[number].text.contains('.') && is_capital(tokens, end);
    (closed > end || is_result || is_of_parts).then_some(closed)
}

/// "(4)", "(a)" before a word.
fn bracketed(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is_place = is_number(tokens, at + 1) || is_letter(tokens, at + 1);
    let closes = is(tokens, at, "(") && is_place && is(tokens, at + 2, ")");
    (closes && is_word(tokens, at + 3)).then_some(at + 3)
}

/// "1.", "2.3.", "1a)", "c.", "1.4 Develop".
fn numbered(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is_number = is_number(tokens, at);
    if !is_number && !is_letter(tokens, at) {
        return None;
    }
    let has_letter = is_number && is_glued(tokens, at + 1) && is_letter(tokens, at + 1);
    let end = at + 1 + usize::from(has_letter);
    let is_closed = is_any(tokens, end, &[".", ")", ":"]) && is_glued(tokens, end);
    let is_apart = tokens.get(end + 1).is_some_and(|next| !next.is_glued);
    if is_closed && is_apart && (is_number || !is(tokens, end, ":")) {
        return Some(end + 1);
    }
    let is_of_parts = is_number && tokens[at].text.contains('.') && !has_letter;
    (is_of_parts && is_capital(tokens, end)).then_some(end)
}

/// Behind the signs that close a label.
fn closed(tokens: &[Token<'_>], from: usize) -> usize {
    (from..tokens.len())
        .find(|at| !is_any(tokens, *at, CLOSERS) || is_signed(tokens, *at))
        .unwrap_or(tokens.len())
}

/// Behind "(search):", what a label is about.
fn remark(tokens: &[Token<'_>], from: usize) -> usize {
    const LONGEST: usize = 6;
    let closes = (from..from + LONGEST).find(|at| is(tokens, *at, ")"));
    let is_remark =
        is(tokens, from, "(") && closes.is_some_and(|at| is_any(tokens, at + 1, &[":", "-", "–"]));
    closes.filter(|_| is_remark).map_or(from, |at| at + 1)
}

/// `1`, `2.3`, `1a`: digits, dots, and a letter at the end.
fn is_index(text: &str) -> bool {
    let digits = text.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

fn is(tokens: &[Token<'_>], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.is(word))
}

fn is_any(tokens: &[Token<'_>], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|token| words.contains(&token.lower.as_ref()))
}

fn is_glued(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_glued)
}

/// A number a place can have: small, or of parts.
fn is_number(tokens: &[Token<'_>], at: usize) -> bool {
    let is_small = |text: &str| text.len() < 3 || text.contains('.');
    tokens.get(at).is_some_and(|token| token.kind == Kind::Number && is_small(token.text))
}

fn is_word(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Word)
}

/// A single letter.
fn is_letter(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.text.len() == 1 && token.text.starts_with(char::is_alphabetic))
}

/// A word with a capital and small letters, apart from what stands before.
fn is_capital(tokens: &[Token<'_>], at: usize) -> bool {
    let is_name = |text: &str| text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase);
    tokens.get(at).is_some_and(|token| token.kind == Kind::Word && !token.is_glued && is_name(token.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::token::tokens;

    #[track_caller]
    fn begins(text: &str, expected: &str) {
        let tokens = tokens(text);
        assert_eq!(&text[tokens[place(&tokens)].start..], expected, "{text}");
    }

    #[test]
    fn a_statement_begins_behind_its_place_in_a_list_or_a_plan() {
        for place in [
            "KR1: ",
            "KR1 ",
            "KR 2.1 | ",
            "kr3 - ",
            "Key Result 2: ",
            "Key result 2 - ",
            "O2: ",
            "Goal 3. ",
            "GOAL #3 - ",
            "Objective 1.4: ",
            "Objective 1.4 ",
            "1. ",
            "1) ",
            "2.3. ",
            "1a. ",
            "1b) ",
            "c. ",
            "A) ",
            "(4) ",
            "(a) ",
            "- [x] ",
            "- [ ] ",
            "* ",
            "→ ",
            "+ ",
            "**KR2:** ",
            "`P1` - ",
            "[P1] ",
            "P1: ",
            "KR3 (search): ",
            "Milestone 2: ",
            "1.2 ",
            "# ",
            "- KR1.2 – ",
        ] {
            begins(&format!("{place}Publish the list"), "Publish the list");
        }
    }

    #[test]
    fn numbers_and_words_of_a_statement_are_no_place() {
        for text in [
            "5 posts",
            "90% of alerts",
            "2d to first answer",
            "1.5 FTE",
            "Goal 60%",
            "Target: 80%",
            "P95 below 200 ms",
            "A team of five",
            "Objective reached",
            "2/3 of teams",
            "-5 % churn",
            "3 x faster",
            "1:1 held",
            "KR",
            "1.",
            "",
            "Goal 3 new markets",
            "Key result reached",
            "(5 to 19)",
            "99.9% up",
            "+20% sales",
            "Outcome 4 times better",
        ] {
            let tokens = tokens(text);
            assert_eq!(place(&tokens), 0, "{text}");
        }
    }
}
