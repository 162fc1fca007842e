//! Who may look at the clock, touch files, print, or choose a colour.

use super::paths::{is_within, named};
use super::source::Source;
use super::tokens::{Token, read};

/// Layers that take the day and the world as values.
const PURE: &[&str] = &[
    "crate::domain",
    "crate::coach",
    "crate::method",
    "crate::report",
    "crate::tui::screens",
    "crate::tui::boards",
    "crate::tui::widgets",
    "crate::tui::state",
];

/// Names of the clock, of files and of other processes, wherever they stand in a path.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "Utc",
    "Local",
    "SystemTime",
    "Instant",
    "UNIX_EPOCH",
];

/// Layers that say what a thing is and leave to the theme how it looks.
const COLOURLESS: &[&str] = &["crate::tui::screens", "crate::tui::boards"];

const COLOURS: &[&str] = &[
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "gray",
    "dark_gray",
    "white",
    "light_red",
    "light_green",
    "light_yellow",
    "light_blue",
    "light_magenta",
    "light_cyan",
];

/// The names of the terminal's library a screen may know.
const KEY_CODES: &[&str] = &["KeyCode", "KeyEvent", "KeyEventKind", "KeyModifiers"];

/// Where the program itself waits for a while: no system says when another window gives a lock back, or when two clones
/// that pushed at once would no longer meet.
const WAITING: &[&str] = &["src/store/lock.rs", "src/sync/git.rs"];

/// The streams of the program, and the macros that print.
const STREAMS: &[&str] = &["stdin", "stdout", "stderr"];
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln"];

/// Who reads and writes them: how a path begins, and why.
const SPEAKERS: &[(&str, &str)] = &[
    ("src/cli", "answers a command"),
    ("src/main.rs", "begins"),
    ("src/tui/terminal.rs", "draws the frames"),
    ("src/tui/event/", "reads the keys"),
    ("src/tui/prompt.rs", "asks for a line"),
    ("src/tui/plain/prompt.rs", "plays a session line by line"),
    ("src/tui/run/lent.rs", "waits on a line where the terminal was lent"),
    ("src/tui/run/start.rs", "looks whether there is a terminal"),
];

/// Says every call of a file that belongs elsewhere.
pub fn wrong(file: &Source) -> Vec<String> {
    let (module, code) = (file.module(), file.code());
    let lies_in = |layers: &[&str]| layers.iter().any(|layer| is_within(&module, layer));
    let may_speak = SPEAKERS.iter().any(|(begins, _)| file.path.starts_with(begins));
    let mut found = Vec::new();
    let mut say =
        |line: usize, what: &str, why: &str| found.push(format!("{}:{line}: {what} ({why})", file.path));
    for path in named(code, &module) {
        if lies_in(PURE) && WORLD.iter().any(|name| names(&path.path, name)) {
            say(path.line, &path.path, "the day and the files come in as values");
        }
        if lies_in(COLOURLESS) && names(&path.path, "Color") {
            say(path.line, &path.path, "a role of the theme says how it looks");
        }
        if lies_in(COLOURLESS) && names(&path.path, "crossterm") && !is_key_code(&path.path) {
            say(path.line, &path.path, "a screen knows key codes and nothing else of the terminal");
        }
        if !may_speak && STREAMS.iter().any(|name| names(&path.path, name)) {
            say(path.line, &path.path, "only cli prints, and whom SPEAKERS names");
        }
    }
    for pair in code.windows(2) {
        if !may_speak && PRINTING.contains(&pair[0].text.as_str()) && pair[1].text == "!" {
            say(pair[0].line, &format!("{}!", pair[0].text), "only cli prints, and whom SPEAKERS names");
        }
        if lies_in(COLOURLESS) && pair[0].text == "." && is_colour(&pair[1].text) {
            say(pair[1].line, &format!(".{}", pair[1].text), "a role of the theme says how it looks");
        }
    }
    found
}

/// Whether a path holds the names one after another.
fn names(path: &str, name: &str) -> bool {
    format!("::{path}::").contains(&format!("::{name}::"))
}

fn is_key_code(path: &str) -> bool {
    path.rsplit_once("event::")
        .is_some_and(|(_, name)| KEY_CODES.contains(&name.split("::").next().unwrap_or(name)))
}

fn is_colour(name: &str) -> bool {
    COLOURS.contains(&name.strip_prefix("on_").unwrap_or(name))
}

/// Says where a test waits for time to pass or is not run at all.
pub fn wrong_in_tests(file: &Source) -> Vec<String> {
    let tokens = read(&file.text);
    let say = |token: &Token, why: &str| format!("{}:{}: {} ({why})", file.path, token.line, token.text);
    let may_wait = WAITING.contains(&file.path.as_str());
    let sleeps = tokens.windows(2).filter(|pair| !may_wait && pair[0].text == "sleep" && pair[1].text == "(");
    let ignored = tokens.windows(3).filter(|three| {
        three[0].text == "[" && three[1].text == "ignore" && ["]", "="].contains(&three[2].text.as_str())
    });
    sleeps
        .map(|pair| say(&pair[0], "wait for what comes, not for time"))
        .chain(ignored.map(|three| say(&three[1], "a test is run or removed")))
        .collect()
}

#[cfg(test)]
mod checks {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        wrong(&Source::sample(path, text))
    }

    #[test]
    fn a_call_in_the_wrong_place_is_found() {
        let cases = [
            ("src/domain/cycle.rs", "let today = Utc::now();"),
            ("src/domain/cycle.rs", "let today = chrono::Local::now();"),
            ("src/method/texts.rs", "use std::{fs, fmt};"),
            ("src/method/session.rs", "let now = std::time::Instant::now();"),
            ("src/report/html.rs", "std::fs::write(path, text)"),
            ("src/tui/screens/scoring.rs", "use std::time::SystemTime;"),
            ("src/tui/boards/votes.rs", "style.fg(Color::Red)"),
            ("src/tui/boards/votes.rs", "\"0.4\".red()"),
            ("src/tui/boards/votes.rs", "line.on_light_blue()"),
            ("src/tui/screens/scoring.rs", "use ratatui::style::Color;"),
            ("src/tui/screens/scoring.rs", "use crossterm::terminal;"),
            ("src/tui/screens/scoring.rs", "use ratatui::crossterm::event::{self, KeyCode};"),
            ("src/store/load.rs", "eprintln!(\"{path}\")"),
            ("src/tui/run.rs", "print!(\"\")"),
            ("src/tui/run/typing.rs", "writeln!(std::io::stdout().lock(), \"typed\")"),
            ("src/sync/git.rs", "let _ = io::stderr();"),
        ];
        for (path, text) in cases {
            assert_eq!(found(path, text).len(), 1, "{path}: {text}: {:?}", found(path, text));
        }
    }

    #[test]
    fn a_call_in_its_place_is_left_alone() {
        let cases = [
            ("src/main.rs", "eprintln!(\"{error}\")"),
            ("src/cli/status.rs", "println!(\"{text}\"); std::env::var(\"X\"); Utc::now();"),
            ("src/store/load.rs", "std::fs::read(path)"),
            ("src/tui/run.rs", "use crossterm::terminal; let now = Instant::now();"),
            ("src/sync/git.rs", "command.stdin(pipe).stdout(pipe); output.stderr.trim()"),
            ("src/tui/theme.rs", "Role::Plain => Color::Reset"),
            ("src/tui/screens/scoring.rs", "use crossterm::event::{KeyCode, KeyModifiers}; KeyCode::Enter"),
            (
                "src/tui/screens/scoring.rs",
                "// Color::Red, std::fs\nlet instant = 1; let reduced = cycle.redone();",
            ),
            ("src/domain/cycle.rs", "#[cfg(test)] mod tests { use std::fs; } use chrono::NaiveDate;"),
        ];
        for (path, text) in cases {
            assert!(found(path, text).is_empty(), "{:?}", found(path, text));
        }
    }

    #[test]
    fn a_test_that_sleeps_or_is_ignored_is_found() {
        let text = "#[test]\n#[ignore]\nfn a() { thread::sleep(second) }\n#[ignore = \"slow\"] fn b() {}";
        let found = wrong_in_tests(&Source::sample("tests/a.rs", text));
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(wrong_in_tests(&Source::sample("tests/a.rs", "// sleep(\nlet ignore = [1];")).is_empty());
    }
}
