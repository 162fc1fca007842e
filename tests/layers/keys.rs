//! A text names an action, and the keymap says its key: somebody may have bound it anew.

use super::source::Source;

/// The table of actions with what it says of each, and the keys of a text field, which nobody binds.
const NAMING: [&str; 3] = ["src/words/actions.rs", "src/words/actions/", "src/words/forms/editing.rs"];

/// What looks like a key and is none that can be bound: where, how the text begins, why.
pub const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("src/words/cli/", "", "at the command line an answer is typed"),
    ("src/words/plain.rs", "", "where lines are read an answer is typed"),
    ("src/words/forms.rs", "no answer begins with", "a key of a field of words, bound to nothing else"),
    ("src/words/forms.rs", "What was typed is discarded", "a key of a text field, bound to nothing else"),
    ("src/words/forms.rs", "The sentence of", "a key of a text field, bound to nothing else"),
    ("src/words/notices.rs", "Press Ctrl-C again", "the key that can be given to nothing else"),
    ("src/words/notices.rs", "Press Enter to go back", "the terminal itself reads that line"),
    ("src/words/settings.rs", "", "how the keys of a file of own keys are written"),
    ("src/words/domain/values.rs", "`{part}` is no part", "letters of a timebox in the files"),
    ("src/words/method/fields/key_result.rs", "inclusive: to x", "a number in an example"),
    ("src/words/method/session/ask/agreeing.rs", "its letter on the board", "an answer that is typed"),
    ("src/words/report/history.rs", "expected {expected}", "how many it is about"),
    ("src/words/report/status.rs", "", "a team at the command line"),
];

/// The keys that have a name.
const NAMED: &[&str] = &["Enter", "Esc", "Tab", "Space", "Backspace", "Home", "End", "PgUp", "PgDn"];

/// Says every text of a file that names a key by itself.
pub fn wrong(file: &Source) -> Vec<String> {
    let is_naming =
        |place: &&str| file.path == **place || place.ends_with('/') && file.path.starts_with(*place);
    if !file.path.starts_with("src/words") || NAMING.iter().any(is_naming) {
        return Vec::new();
    }
    let is_excepted = |text: &str| {
        EXCEPTIONS.iter().any(|(path, begins, _)| file.path.starts_with(path) && text.starts_with(begins))
    };
    let code = file.code();
    let texts = code.iter().filter(|token| !token.literal.is_empty() && !is_excepted(&token.literal));
    let found = texts.filter_map(|token| {
        let key = key_in(&token.literal)?;
        Some(format!("{}:{}: {:?} names the key {key}", file.path, token.line, token.literal))
    });
    found.collect()
}

/// The first key that a text names, beside the values it takes.
pub fn key_in(text: &str) -> Option<String> {
    let pieces: Vec<&str> = text.split('{').filter_map(|piece| piece.rsplit('}').next()).collect();
    let text = pieces.join("value").replace("\\n", " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_key = |at: usize| {
        let before = at.checked_sub(1).map_or("", |at| words[at]);
        is_key(words[at], before, words.get(at + 1).copied().unwrap_or_default())
    };
    (0..words.len()).find(|at| is_key(*at)).map(|at| words[at].to_owned())
}

fn is_key(word: &str, before: &str, after: &str) -> bool {
    if word.starts_with('-') {
        return false;
    }
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let is_held = ["Ctrl-", "Alt-", "Shift-"].iter().any(|held| bare.starts_with(held));
    let is_numbered = bare.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
    if is_held || is_numbered || NAMED.contains(&bare) || [".", "?", "/", ":"].contains(&word) {
        return true;
    }
    let mut letters = bare.chars();
    match (letters.next(), letters.next()) {
        // A digit is pressed, or one does something: it is never one of several things.
        (Some(sign), None) if sign.is_ascii_digit() => {
            before.eq_ignore_ascii_case("press") || sign == '1' && after.len() > 2 && after.ends_with('s')
        }
        (Some(sign), None) => !['a', 'A', 'I'].contains(&sign),
        _ => false,
    }
}

#[test]
fn a_key_is_found_and_a_word_or_a_number_is_none() {
    for text in [
        "S goes back to it",
        "Only in presenter mode: P.",
        "Draft kept ({called}); Enter to reopen, d to drop.",
        "(Ctrl-T takes it)",
        "{a}; F2 searches",
        "hidden: . shows all",
        "1 goes to Setting",
        "Press 2.",
    ] {
        assert!(key_in(text).is_some(), "{text}");
    }
    for text in [
        "{goes_back} goes back to it",
        "I took a key result with 1 objective",
        "from 0 to 1, the mark at 0.7",
        "{yes} of 5 principles",
        "one team's quarter: {a}. {b}",
        "what is it?",
        "git push -u {remote}, then {width}x{height}",
    ] {
        assert_eq!(key_in(text), None, "{text}");
    }
    let sample = Source::sample("src/words/room.rs", "pub const A: &str = \"t starts it\";");
    assert_eq!(wrong(&sample), ["src/words/room.rs:1: \"t starts it\" names the key t"]);
}
