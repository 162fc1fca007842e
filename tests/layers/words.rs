//! What the screens say stands in `src/words`, ready for translation, and nothing else stands there.

use std::collections::BTreeSet;

use super::source::Source;
use super::tokens::Token;

/// The folder of the texts, and the file that lists them.
const WORDS: [&str; 2] = ["src/words/", "src/words.rs"];

/// Where no text of its own stands.
const WORDLESS: [&str; 2] = ["src/tui/", "src/tui.rs"];

/// What nobody reads who uses the program: why something cannot fail.
const UNREAD: &[&str] = &["expect", "expect_err", "panic", "unreachable", "assert", "debug_assert"];

/// What is said as it stands: here a single word is a text as well.
const SAYING: &[&str] = &["field", "quiet", "attention", "does", "say", "styled"];

/// What a text has no use for.
const LOGIC: &[&str] =
    &["if", "match", "let", "for", "while", "loop", "struct", "enum", "trait", "static", "super"];

fn lies_in(file: &Source, places: [&str; 2]) -> bool {
    places.iter().any(|place| file.path == *place || place.ends_with('/') && file.path.starts_with(place))
}

/// Says every text that a screen says by itself: two words anywhere, or one where it is said as it stands.
#[must_use]
pub fn wrong(file: &Source) -> Vec<String> {
    if !lies_in(file, WORDLESS) {
        return Vec::new();
    }
    let code = file.code();
    let least = |at: usize| if is_said_at_once(&code, at) { 1 } else { 2 };
    let texts =
        (0..code.len()).filter(|at| words_of(&code[*at].literal) >= least(*at) && !is_unread(&code, *at));
    texts
        .map(|at| format!("{}:{}: {:?} belongs to src/words", file.path, code[at].line, code[at].literal))
        .collect()
}

/// How many words a text has, without the values it takes.
fn words_of(text: &str) -> usize {
    let mut depth = 0_usize;
    let said: String = text
        .chars()
        .map(|sign| {
            depth = if sign == '{' { depth + 1 } else { depth };
            let is_value = depth > 0;
            depth = if sign == '}' { depth.saturating_sub(1) } else { depth };
            if is_value { ' ' } else { sign }
        })
        .collect();
    let is_word = |piece: &&str| piece.chars().filter(|sign| sign.is_alphabetic()).count() > 1;
    said.replace("\\n", " ").split_whitespace().filter(is_word).count()
}

/// Whether a text is the first thing handed to a call that says it.
fn is_said_at_once(code: &[Token], at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).map_or("", |at| code[at].text.as_str());
    before(1) == "(" && (SAYING.contains(&before(2)) || before(2) == "new" && before(4) == "Menu")
}

/// Whether a text stands in an attribute, or says why something cannot fail.
fn is_unread(code: &[Token], at: usize) -> bool {
    let mut depth = 0_usize;
    for before in (0..at).rev() {
        match code[before].text.as_str() {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" if depth > 0 => depth -= 1,
            "(" | "[" | "{" => return is_unread_group(code, before) || is_unread(code, before),
            ";" if depth == 0 => return false,
            _ => {}
        }
    }
    false
}

/// Whether the group that opens here is an attribute, or follows one of the names nobody reads.
fn is_unread_group(code: &[Token], open: usize) -> bool {
    let before = |steps: usize| open.checked_sub(steps).map_or("", |at| code[at].text.as_str());
    let name = if before(1) == "!" { before(2) } else { before(1) };
    code[open].text == "[" && before(1) == "#" || code[open].text == "(" && UNREAD.contains(&name)
}

/// Says what else than a text stands among the texts.
#[must_use]
pub fn wrong_among_them(file: &Source) -> Vec<String> {
    if !lies_in(file, WORDS) || file.path == "src/words/actions.rs" {
        return Vec::new();
    }
    let code = file.code();
    let logic = code.windows(2).filter(|two| {
        let is_use = two[0].text == "super" && two[1].text == "::";
        LOGIC.contains(&two[0].text.as_str()) && !is_use
    });
    logic.map(|two| format!("{}:{}: `{}` is no text", file.path, two[0].line, two[0].text)).collect()
}

/// The texts that nobody says.
#[must_use]
pub fn unsaid(files: &[Source]) -> Vec<String> {
    let is_text = |file: &&Source| lies_in(file, WORDS);
    let said: BTreeSet<String> = files
        .iter()
        .filter(|file| !is_text(file))
        .flat_map(|file| file.code().into_iter().filter(Token::is_word).map(|token| token.text))
        .collect();
    let texts = files.iter().filter(is_text).flat_map(|file| {
        let names = named(&file.code());
        names.into_iter().map(|token| (token, file.path.clone())).collect::<Vec<_>>()
    });
    let silent = texts.filter(|(token, _)| !said.contains(&token.text));
    silent.map(|(token, path)| format!("{path}:{}: {} is said nowhere", token.line, token.text)).collect()
}

/// The names behind `pub const` and `pub fn`.
fn named(code: &[Token]) -> Vec<Token> {
    let public = code
        .windows(3)
        .filter(|three| three[0].text == "pub" && ["const", "fn"].contains(&three[1].text.as_str()));
    public.map(|three| three[2].clone()).collect()
}

#[cfg(test)]
mod checks {
    use super::*;

    fn found(text: &str) -> usize {
        wrong(&Source::sample("src/tui/screens/map.rs", text)).len()
    }

    #[test]
    fn a_text_of_two_words_is_found_with_its_line() {
        let cases = [
            r#"fn f() { state.say("Nothing changed.") }"#,
            r#"fn f() { format!("{count} are left") }"#,
            r##"const A: &str = r#"Nothing changed."#;"##,
            r#"const A: (&str, &str) = ("drop", "with a reason");"#,
            r#"fn f() { lines.field("reason", Some(why)) }"#,
            r#"fn f() { Menu::new("Copy", words::WHERE_IT_GOES) }"#,
        ];
        for text in cases {
            assert_eq!(found(text), 1, "{text}");
        }
        let sample = Source::sample("src/tui/copy.rs", "fn f() {\n say(\"It is gone.\") }");
        assert_eq!(wrong(&sample), ["src/tui/copy.rs:2: \"It is gone.\" belongs to src/words"]);
    }

    #[test]
    fn what_nobody_reads_is_left_alone() {
        let cases = [
            "fn f() { say(words::NOTHING_CHANGED) }",
            r#"const KEYS: &[&str] = &["g g", "ctrl-d"];"#,
            r#"fn f() { format!("{head}  {tail}") }"#,
            r#"fn f() { text.expect("a test reads it") }"#,
            r#"#[expect(clippy::cast, reason = "the length of a bar")] fn f() {}"#,
            r#"#[serde(bound(deserialize = "T: FromStr, T::Err: Display"))] struct A;"#,
            r#"#[cfg(test)] mod tests { const A: &str = "It is gone."; }"#,
        ];
        for text in cases {
            assert_eq!(found(text), 0, "{text}");
        }
        assert!(wrong(&Source::sample("src/domain/score.rs", r#"const A: &str = "no score";"#)).is_empty());
    }

    #[test]
    fn a_text_that_is_said_nowhere_is_found() {
        let files = [
            Source::sample("src/words/map.rs", "pub const GONE: &str = \"\"; pub fn left() -> String {}"),
            Source::sample("src/tui/map.rs", "fn f() { words::left() }"),
        ];
        assert_eq!(unsaid(&files), ["src/words/map.rs:1: GONE is said nowhere"]);
    }

    #[test]
    fn a_decision_is_no_text() {
        let sample = Source::sample("src/words/map.rs", "use super::words;\npub fn left() { if a { b } }");
        assert_eq!(wrong_among_them(&sample), ["src/words/map.rs:2: `if` is no text"]);
    }
}
