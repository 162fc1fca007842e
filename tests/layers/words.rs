//! What the program says stands in `src/words`, ready for translation, and nothing else stands there.

use std::collections::BTreeSet;

use super::source::Source;
use super::tokens::Token;

/// The folder of the texts, and the file that lists them.
const WORDS: [&str; 2] = ["src/words/", "src/words.rs"];

/// Which of them know more than texts: the table of actions, singular and plural, the columns of
/// lists.
const DECIDING: [&str; 3] = ["src/words/actions.rs", "src/words/counted.rs", "src/words/report/columns.rs"];

/// Where no text of its own stands.
const WORDLESS: &[[&str; 2]] = &[
    ["src/tui/", "src/tui.rs"],
    ["src/domain/", "src/domain.rs"],
    ["src/method/", "src/method.rs"],
    ["src/store/", "src/store.rs"],
    ["src/sync/", "src/sync.rs"],
    ["src/settings/", "src/settings.rs"],
    ["src/report/", "src/report.rs"],
    ["src/cli/", "src/cli.rs"],
    ["src/coach/", "src/coach.rs"],
];

/// What is no text of ours: file, how it begins, why.
pub const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("src/domain/quantity.rs", "per cent", "what people type for a unit"),
    ("src/domain/key_result/lights.rs", "ask the room", "a word of JSON, which programs read"),
    ("src/domain/quarter/phase.rs", "cannot be read", "a word of JSON, which programs read"),
    ("src/store/save/cut.rs", "", "a test that cuts a save anywhere, with its samples"),
    ("src/store/read.rs", "duplicate key", "the reader of TOML says so"),
    ("src/sync/checkout.rs", "okr sync", "git keeps it in its log of refs, which no person reads"),
    ("src/sync/install.rs", "okr.toml merge=okr", "a line of .gitattributes, which git reads"),
    ("src/sync/install.rs", "steps.toml merge=okr", "a line of .gitattributes, which git reads"),
    ("src/sync/install.rs", "cycles/*.toml merge=okr", "a line of .gitattributes, which git reads"),
    ("src/sync/install.rs", "teams/**/*.toml merge=okr", "a line of .gitattributes, which git reads"),
    ("src/sync/install.rs", "command -v", "the shell of git reads it"),
    ("src/sync/own.rs", "tell me who you are", "git says so in English"),
    ("src/sync/own.rs", "ident name", "git says so in English"),
    ("src/sync/own.rs", "no email was given", "git says so in English"),
    ("src/sync/push.rs", "Could not re", "git says so in English"),
    ("src/sync/push.rs", "unable to ", "git says so in English"),
    ("src/sync/push.rs", "fetch first", "git says so in English"),
    ("src/sync/push.rs", "cannot lock ref", "git says so in English"),
    ("src/sync/push.rs", "failed to update ref", "git says so in English"),
    ("src/sync/push.rs", "incorrect old value", "git says so in English"),
    ("src/sync/repository.rs", "not a git repository", "git says so in English"),
    ("src/sync/repository.rs", "must be run in a work tree", "git says so in English"),
    ("src/sync/trouble.rs", "Everything up-to-date", "git says so in English"),
];

/// What nobody reads who uses the program: why something cannot fail.
const UNREAD: &[&str] = &["expect", "expect_err", "panic", "unreachable", "assert", "debug_assert"];

/// What is said as it stands, by the place among the arguments: here a single word is a text as well.
const SAYING: &[(&str, &[usize])] = &[
    ("field", &[0]),
    ("quiet", &[0]),
    ("attention", &[0]),
    ("does", &[0]),
    ("say", &[0]),
    ("styled", &[0]),
    ("usage", &[0, 1]),
    ("blank", &[1, 2]),
    ("day", &[1, 2]),
    ("field!", &[1, 2]),
];

/// What is looked for in what another program or a library says, and the signals, which the steps in `assets` name.
const READING: &[&str] = &[
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "ends_with",
    "contains",
    "split_once",
    "rsplit_once",
    "find",
    "replace",
    "matches",
    "signals!",
];

/// What a text has no use for.
const LOGIC: &[&str] =
    &["if", "match", "let", "for", "while", "loop", "struct", "enum", "trait", "static", "super"];

fn lies_in(file: &Source, places: [&str; 2]) -> bool {
    places.iter().any(|place| file.path == *place || place.ends_with('/') && file.path.starts_with(place))
}

fn is_wordless(file: &Source) -> bool {
    WORDLESS.iter().any(|places| lies_in(file, *places)) && !file.path.contains("/tests/")
}

/// Says every text that a file says by itself: two words anywhere, or one where it is said as it stands.
pub fn wrong(file: &Source) -> Vec<String> {
    if !is_wordless(file) {
        return Vec::new();
    }
    let code = file.code();
    let texts = (0..code.len()).filter(|at| is_said(code, *at) && !is_excepted(file, &code[*at].literal));
    texts
        .map(|at| format!("{}:{}: {:?} belongs to src/words", file.path, code[at].line, code[at].literal))
        .collect()
}

fn is_excepted(file: &Source, text: &str) -> bool {
    EXCEPTIONS.iter().any(|(path, begins, _)| file.path == *path && text.starts_with(begins))
}

fn is_said(code: &[Token], at: usize) -> bool {
    let words = words_of(&code[at].literal);
    if words == 0 || is_rule(&code[at].literal) || is_unread(code, at) {
        return false;
    }
    let (call, place) = call_of(code, at);
    let is_said_at_once = SAYING.iter().any(|(name, places)| call == *name && places.contains(&place));
    !READING.contains(&call.as_str()) && (words > 1 || is_said_at_once || is_head_of_a_menu(code, at))
}

/// Whether it is the id of a rule: `SET-7 metric`.
fn is_rule(text: &str) -> bool {
    text.split_once('-').is_some_and(|(step, after)| {
        step.len() == 3
            && step.chars().all(|sign| sign.is_ascii_uppercase())
            && after.starts_with(|sign: char| sign.is_ascii_digit())
    })
}

/// How many words a text has, beside the values it takes and the paths it names.
fn words_of(text: &str) -> usize {
    let mut depth = 0_usize;
    let said: String = text
        .chars()
        .map(|sign| {
            depth = if sign == '{' { depth + 1 } else { depth };
            let is_value = depth > 0;
            depth = if sign == '}' { depth.saturating_sub(1) } else { depth };
            if is_value { '_' } else { sign }
        })
        .collect();
    let is_word = |piece: &&str| piece.chars().filter(|sign| sign.is_alphabetic()).count() > 1;
    let is_path = |piece: &&str| {
        let piece = piece.trim_matches('/');
        piece.matches('/').count() > 1 || piece.contains('/') && piece.contains(['.', '_'])
    };
    let said = said.replace("\\n", " ").replace("\\r", " ").replace("\\x1b[K", " ");
    said.split_whitespace().filter(is_word).filter(|piece| !is_path(piece)).count()
}

/// The call or macro whose group a text stands in, and its place there.
fn call_of(code: &[Token], at: usize) -> (String, usize) {
    let (mut depth, mut place) = (0_usize, 0);
    for before in (0..at).rev() {
        match code[before].text.as_str() {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" if depth > 0 => depth -= 1,
            "(" | "[" | "{" => {
                let name = |steps: usize| before.checked_sub(steps).map_or("", |at| code[at].text.as_str());
                let is_macro = name(1) == "!";
                return (if is_macro { format!("{}!", name(2)) } else { name(1).to_owned() }, place);
            }
            "," if depth == 0 => place += 1,
            ";" if depth == 0 => break,
            _ => {}
        }
    }
    (String::new(), 0)
}

/// Whether a text is the first thing handed to a menu: what stands above it.
fn is_head_of_a_menu(code: &[Token], at: usize) -> bool {
    let before = |steps: usize| at.checked_sub(steps).map_or("", |at| code[at].text.as_str());
    before(1) == "(" && before(2) == "new" && before(4) == "Menu"
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
pub fn wrong_among_them(file: &Source) -> Vec<String> {
    if !lies_in(file, WORDS) || DECIDING.contains(&file.path.as_str()) {
        return Vec::new();
    }
    let code = file.code();
    let logic = code.windows(2).filter(|two| {
        let is_use = two[0].text == "super" && two[1].text == "::";
        LOGIC.contains(&two[0].text.as_str()) && !is_use
    });
    logic.map(|two| format!("{}:{}: `{}` is no text", file.path, two[0].line, two[0].text)).collect()
}

/// What a name does not end in while its text goes on: what comes after it is what is said.
const GOING_ON: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "nor", "neither", "than", "as", "so", "such", "if", "that",
    "which", "whose", "who", "when", "where", "because", "until", "unless", "while", "has", "have", "had",
    "is", "are", "was", "were", "be", "been", "do", "does", "did", "can", "could", "cannot", "may", "might",
    "must", "shall", "should", "will", "would", "get", "gets", "keeps", "makes", "lets", "of", "to", "in",
    "on", "at", "by", "for", "from", "with", "without", "into", "onto", "per", "between", "before", "after",
    "not", "no", "every", "each", "its", "their", "our", "your",
];

/// Says every name among the texts that is its text cut at a length: `WHAT_OTHERS_HANG_ON_HAS`.
pub fn cut_names(file: &Source) -> Vec<String> {
    if !lies_in(file, WORDS) || file.path.starts_with("src/words/actions") {
        return Vec::new();
    }
    let code = file.code();
    let is_cut = |name: &Token| {
        let mut after = code.iter().skip_while(|token| !std::ptr::eq(*token, name)).skip(1);
        let text = after.find(|token| token.text == "pub" || !token.literal.is_empty());
        text.is_some_and(|text| is_cut(&name.text, &text.literal))
    };
    let names = named(code).filter(|name| is_cut(name));
    names.map(|name| format!("{}:{}: {} stops in the middle", file.path, name.line, name.text)).collect()
}

/// Whether a text begins with all words of the name and goes on with one more, and no comma or point between the two.
fn is_cut(name: &str, text: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split('_').collect();
    if !words.last().is_some_and(|word| GOING_ON.contains(word)) {
        return false;
    }
    let text = text.to_lowercase().replace('-', " ");
    let bare = |word: &str| word.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    let said = text.split_whitespace().skip_while(|word| word.contains('{')).collect::<Vec<_>>();
    let begins = said.len() > words.len() && said.iter().zip(&words).all(|(said, word)| bare(said) == *word);
    begins && said[words.len() - 1].ends_with(char::is_alphanumeric) && !said[words.len()].contains('{')
}

/// Says where a comment would become the help of an argument: the help stands among the texts as well.
pub fn help_in_a_comment(file: &Source) -> Vec<String> {
    let is_of_clap = |line: &str| {
        line.starts_with("#[derive(")
            && ["Args", "Parser", "Subcommand", "ValueEnum"].iter().any(|name| line.contains(name))
    };
    let mut is_inside = false;
    let mut found = Vec::new();
    for (line, text) in file.text.lines().enumerate().filter(|_| lies_in(file, ["src/cli/", "src/cli.rs"])) {
        let is_begun = is_of_clap(text);
        let is_ended = text == "}" || text.ends_with(';') || text.ends_with("{}");
        is_inside = (is_inside || is_begun) && !is_ended;
        if is_inside && text.trim_start().starts_with("///") {
            found.push(format!("{}:{}: a comment that is shown as help", file.path, line + 1));
        }
    }
    found
}

/// Says which texts ask what a step of the method asks: there a team's own wording would never reach.
pub fn asked_again(file: &Source, asks: &[&String]) -> Vec<String> {
    if !lies_in(file, WORDS) {
        return Vec::new();
    }
    let plain = |text: &str| text.to_lowercase().replace(|sign: char| !sign.is_alphanumeric(), " ");
    let asks: Vec<String> = asks.iter().map(|ask| plain(ask).trim_end().to_owned()).collect();
    let is_asked = |token: &Token| {
        let text = plain(&token.literal);
        asks.iter().any(|ask| text.trim_start().starts_with(ask))
    };
    let code = file.code();
    let again = code.iter().filter(|token| is_asked(token));
    again
        .map(|token| format!("{}:{}: {:?} is asked by a step", file.path, token.line, token.literal))
        .collect()
}

/// The texts that nobody says.
pub fn unsaid(files: &[Source]) -> Vec<String> {
    let is_text = |file: &&Source| lies_in(file, WORDS);
    let said: BTreeSet<String> = files
        .iter()
        .filter(|file| !is_text(file))
        .flat_map(|file| file.code().iter().filter(|token| token.is_word()).map(|token| token.text.clone()))
        .collect();
    let texts = files.iter().filter(is_text).flat_map(|file| {
        named(file.code()).map(|token| (token.clone(), file.path.clone())).collect::<Vec<_>>()
    });
    let silent = texts.filter(|(token, _)| !said.contains(&token.text));
    silent.map(|(token, path)| format!("{path}:{}: {} is said nowhere", token.line, token.text)).collect()
}

/// The names behind `pub const` and `pub fn`.
fn named(code: &[Token]) -> impl Iterator<Item = &Token> {
    let public = code
        .windows(3)
        .filter(|three| three[0].text == "pub" && ["const", "fn"].contains(&three[1].text.as_str()));
    public.map(|three| &three[2])
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
            r#"fn f() { sheet.blank("team", "team", words::ITS_NAME) }"#,
            r#"const A: Field = field!("scope", words::SCOPE, "where", scope);"#,
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
            r#"stop_rules! { NotNow "SET-6 not-now" Quarter }"#,
            r#"fn f() { format!("teams/{team}/{cycle}/objectives") }"#,
            r#"fn f() { said.contains("missing field `") }"#,
            r#"fn f() { sheet.blank("team", words::TEAM, words::ITS_NAME) }"#,
            r#"fn f() { format!("{head}  {tail}") }"#,
            r#"fn f() { text.expect("a test reads it") }"#,
            r#"#[expect(clippy::cast, reason = "the length of a bar")] fn f() {}"#,
            r#"#[serde(bound(deserialize = "T: FromStr, T::Err: Display"))] struct A;"#,
            r#"#[cfg(test)] mod tests { const A: &str = "It is gone."; }"#,
        ];
        for text in cases {
            assert_eq!(found(text), 0, "{text}");
        }
        assert!(
            wrong(&Source::sample("src/elsewhere/rules.rs", r#"const A: &str = "no score";"#)).is_empty()
        );
    }

    #[test]
    fn a_text_that_asks_what_a_step_asks_is_found() {
        let sample = |text: &str| Source::sample("src/words/forms.rs", text);
        let asks = ["What are we taking for granted?".to_owned()];
        let found = |text: &str| asked_again(&sample(text), &[&asks[0]]).len();
        assert_eq!(found(r#"pub const A: &str = "what are we taking for granted? One sentence";"#), 1);
        assert_eq!(found(r#"pub const A: &str = "write down what is taken for granted";"#), 0);
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
    fn a_name_that_stops_in_the_middle_is_found() {
        for (name, text) in [
            ("WHAT_OTHERS_HANG_ON_HAS", "What others hang on has to be there."),
            ("is_a_key_this_version_does", "`{path}` is a key this version does not know."),
            ("A_CHECK_IN_IS", "A check-in is small."),
        ] {
            assert!(is_cut(name, text), "{name}");
        }
        for (name, text) in [
            ("AS_IT_WAS", "as it was; its baseline is asked again"),
            ("closed_on", "closed on {day}"),
            ("PROUD_OF", "proud of"),
            ("OTHERS_HANG_ON_IT", "What others hang on has to be there."),
        ] {
            assert!(!is_cut(name, text), "{name}");
        }
        let sample = Source::sample(
            "src/words/map.rs",
            "pub const GONE: &str = \"\";\npub const IT_IS: &str = \"It is gone.\";",
        );
        assert_eq!(cut_names(&sample), ["src/words/map.rs:2: IT_IS stops in the middle"]);
    }

    #[test]
    fn a_comment_that_becomes_help_is_found() {
        let text = "/// A place.\nstruct A {\n    /// How far.\n    b: u8,\n}\n\n#[derive(Debug, Args)]\n\
                    struct C {\n    /// How far.\n    d: u8,\n    // Why.\n    #[arg(help = help::E)]\n    e: u8,\n}\n\n\
                    #[derive(Args)]\nstruct F {}\n\nimpl C {\n    /// Runs.\n    fn run() {}\n}\n";
        let sample = Source::sample("src/cli/drop.rs", text);
        assert_eq!(help_in_a_comment(&sample), ["src/cli/drop.rs:9: a comment that is shown as help"]);
    }

    #[test]
    fn a_decision_is_no_text() {
        let sample = Source::sample("src/words/map.rs", "use super::words;\npub fn left() { if a { b } }");
        assert_eq!(wrong_among_them(&sample), ["src/words/map.rs:2: `if` is no text"]);
    }
}
