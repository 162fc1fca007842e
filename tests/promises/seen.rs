//! Nothing in a file reaches the terminal raw: characters that act stand in every text of every file, and every command
//! and every screen shows stand-ins for them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;
use tempfile::TempDir;
use toml_edit::{DocumentMut, Item, Value};

use quarterdeck::domain::change::{Address, Change, Edit, Record};
use quarterdeck::domain::day::Day;
use quarterdeck::domain::display::visible;
use quarterdeck::domain::named::in_quarter;
use quarterdeck::domain::quarter::QuarterKey;
use quarterdeck::domain::retrospective::NoteKind;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::method::fields::{
    ACTION, ASSUMPTION, CHECK_IN, CYCLE, Context, DELIVERY, DEPENDENCY, EFFORT, FRAME, Field, INITIATIVE,
    Input, KEY_RESULT, LIST_LINE, NOTE, OBJECTIVE, SCORING, SETTINGS, TEAM,
};
use quarterdeck::method::step::SessionKind;
use quarterdeck::report::list::LISTS;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::store::{Store, address_of, record_of, table_of};
use quarterdeck::tui::list;
use quarterdeck::tui::screens;

use crate::screens::scene::Player;
use crate::screens::sessions;
use crate::store::{records, sample};
use crate::support::cli::{program, verbs};
use crate::support::tree::{files, write};
use crate::support::{Home, Screen, okr};

/// One of each kind: erase the screen, name the window, ring, C1, turn the direction, hide, break the line.
const ACTING: &str = "\u{1b}[2J\u{1b}]0;taken\u{7}\u{9b}31m\u{85}\u{90}q\u{202e}\u{2066}\u{200f}\u{200b}\u{feff}\u{ad}\u{2060}\
                      \u{e0041}\u{2028}\u{2029}\r\n\t\u{8}\u{7f}\u{0}";

/// What the tests call raw, written down here once more so that it does not rest on what it tests.
fn is_raw(sign: char) -> bool {
    let code = u32::from(sign);
    let is_format = matches!(code, 0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e
        | 0x2060..=0x206f | 0xfeff | 0xfff9..=0xfffb | 0xe_0000..=0xe_0fff);
    sign.is_control() && sign != '\n' || is_format && !matches!(code, 0x600..=0x605 | 0x6dd | 0x70f)
}

/// Fails, showing the place, where anything raw is in a text.
#[track_caller]
fn expect_seen(what: &str, text: &str) {
    if let Some(at) = text.find(is_raw) {
        let from = text[..at].char_indices().rev().nth(80).map_or(0, |(from, _)| from);
        let shown: String = text[from..].chars().take(120).collect();
        panic!("{what} prints {:?} raw, in {shown:?}", text[at..].chars().next().unwrap());
    }
}

/// Gives every text field of a record that has none something to say.
fn fill<T: Clone>(table: &[Field<T>], record: &mut T) {
    let context = Context::plain(Day::new(2027, 2, 11).unwrap());
    for field in table.iter().filter(|field| matches!(field.input, Input::Text | Input::Prose | Input::Names))
    {
        if (field.get)(record).is_empty() {
            // A field that takes only a quarter or an id stays as it is.
            let _ = field.write(record, "said", &context);
        }
    }
}

fn filled(mut record: Record) -> Record {
    match &mut record {
        Record::Settings(one) => fill(SETTINGS, one),
        Record::Team(one) => fill(TEAM, one),
        Record::Cycle(one) => fill(CYCLE, one),
        Record::Frame(one) => {
            fill(FRAME, one);
            for line in &mut one.delivery {
                fill(DELIVERY, line);
            }
            for list in quarterdeck::domain::frame::List::ALL {
                one.lines_mut(*list).into_iter().flatten().for_each(|line| fill(LIST_LINE, line));
            }
        }
        Record::Objective(one) => {
            fill(OBJECTIVE, one);
            one.assumptions.iter_mut().for_each(|line| fill(ASSUMPTION, line));
        }
        Record::KeyResult(one) => {
            fill(KEY_RESULT, one);
            one.dependencies.iter_mut().for_each(|line| fill(DEPENDENCY, line));
            one.initiatives.iter_mut().for_each(|line| fill(INITIATIVE, line));
        }
        Record::Sitting(one) => one.check_ins.iter_mut().for_each(|entry| fill(CHECK_IN, entry)),
        Record::Scoring(one) => fill(SCORING, one),
        Record::Note(one) => fill(if one.kind == NoteKind::Action { ACTION } else { NOTE }, one),
        Record::Effort(one) => fill(EFFORT, one),
        Record::Steps(_) => {}
    }
    record
}

/// The places of all texts in a document, as a path of keys and numbers.
fn texts(item: &mut Item, path: &str, visit: &mut dyn FnMut(&str, &mut Value)) {
    match item {
        Item::Value(value) => texts_of(value, path, visit),
        Item::Table(table) => {
            table.iter_mut().for_each(|(key, item)| texts(item, &format!("{path}.{}", key.get()), visit));
        }
        Item::ArrayOfTables(tables) => {
            for (at, table) in tables.iter_mut().enumerate() {
                table
                    .iter_mut()
                    .for_each(|(key, item)| texts(item, &format!("{path}.{at}.{}", key.get()), visit));
            }
        }
        Item::None => {}
    }
}

fn texts_of(value: &mut Value, path: &str, visit: &mut dyn FnMut(&str, &mut Value)) {
    match value {
        Value::String(_) => visit(path, value),
        Value::Array(list) => {
            list.iter_mut()
                .enumerate()
                .for_each(|(at, value)| texts_of(value, &format!("{path}.{at}"), visit));
        }
        Value::InlineTable(table) => {
            table
                .iter_mut()
                .for_each(|(key, value)| texts_of(value, &format!("{path}.{}", key.get()), visit));
        }
        _ => {}
    }
}

/// A text with the characters put in its middle.
fn planted(text: &str) -> String {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    format!("{}{ACTING}{}", &text[..middle], &text[middle..])
}

/// How many texts of the record in a file hold the characters.
fn planted_in(address: &Address, text: &str) -> usize {
    let mut document: DocumentMut = record_of(address, text)
        .map(|record| table_of(&record).to_string())
        .unwrap_or_default()
        .parse()
        .unwrap();
    let mut count = 0;
    texts(document.as_item_mut(), "", &mut |_, value| {
        count += usize::from(value.as_str().is_some_and(|text| text.contains(ACTING)));
    });
    count
}

/// Plants in every text where the record stays what it is; gives the text and the kinds of fields that took it.
fn plant(address: &Address, text: &str) -> (String, BTreeSet<String>) {
    let mut places = Vec::new();
    let mut document: DocumentMut = text.parse().unwrap();
    texts(document.as_item_mut(), "", &mut |path, _| places.push(path.to_owned()));
    let (mut standing, mut taken) = (text.to_owned(), BTreeSet::new());
    for place in places {
        let mut document: DocumentMut = standing.parse().unwrap();
        texts(document.as_item_mut(), "", &mut |path, value| {
            if path == place {
                *value = planted(value.as_str().unwrap()).into();
            }
        });
        let tried = document.to_string();
        if planted_in(address, &tried) > planted_in(address, &standing) {
            standing = tried;
            taken.insert(
                place.split('.').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join("."),
            );
        }
    }
    (standing, taken)
}

/// Made once: what it is made of is a whole workspace.
fn loud() -> (&'static Path, &'static BTreeSet<String>) {
    static LOUD: OnceLock<(TempDir, BTreeSet<String>)> = OnceLock::new();
    let (folder, fields) = LOUD.get_or_init(made_loud);
    (folder.path(), fields)
}

/// The sample with characters that act in every text, also in texts the sample leaves out; and the fields that hold them.
fn made_loud() -> (TempDir, BTreeSet<String>) {
    let (_, loaded) = Store::open(sample().path()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let edits = records(&loaded.workspace).into_iter().map(|(at, record)| Edit::create(at, filled(record)));
    let change = Change { sentence: "write everything".into(), edits: edits.collect() };
    let store = Store::begin(folder.path(), &change).unwrap();
    let mut fields = BTreeSet::new();
    for path in files(folder.path()).into_iter().filter(|path| address_of(path).is_some()) {
        let address = address_of(&path).unwrap();
        let (text, taken) = plant(&address, &fs::read_to_string(folder.path().join(&path)).unwrap());
        write(folder.path(), &path, &text);
        let kind = path.split('/').rev().nth(1).unwrap_or("okr");
        let kind = if path.ends_with("/objective.toml") { "objective" } else { kind };
        fields.extend(taken.into_iter().map(|place| format!("{}{place}", kind_of(kind, &path))));
    }
    assert_eq!(store.load().unwrap().unread, BTreeSet::new());
    (folder, fields)
}

fn kind_of<'a>(folder: &'a str, path: &str) -> &'a str {
    match folder {
        "objective" | "checkins" | "scores" | "retro" | "sessions" | "cycles" | "okr" => folder,
        _ if path.ends_with("team.toml") => "team",
        _ if path.ends_with("cycle.toml") => "frame",
        _ => "key-result",
    }
}

fn copy(from: &Path) -> Home {
    let home = Home::empty();
    for path in files(from) {
        if let Ok(text) = fs::read_to_string(from.join(&path)) {
            write(home.work(), &path, &text);
        }
    }
    home
}

fn key(cycle: &str) -> QuarterKey {
    format!("payments/{cycle}").parse().unwrap()
}

/// Some of each kind of thing in a quarter.
fn ids(workspace: &Workspace, cycle: &str, most: usize) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let all = in_quarter(&workspace.quarters[&key(cycle)]);
    let some = all.iter().filter(|named| {
        let count = seen.entry(named.kind()).or_default();
        *count += 1;
        *count <= most
    });
    some.map(|named| format!("{}:{}", named.kind(), named.id())).collect()
}

/// One line for every verb, on a workspace that is seen on a day; `?` is the path of a file of it.
const LINES: &[(&str, &str)] = &[
    ("2027-02-11", "status"),
    ("2027-02-11", "agenda"),
    ("2027-02-11", "plan"),
    ("2027-02-11", "keys"),
    ("2027-02-11", "check"),
    ("2027-02-11", "check ?"),
    ("2027-02-11", "undo --list"),
    ("2027-02-11", "config"),
    ("2027-02-11", "doctor"),
    ("2027-02-11", "completions fish"),
    ("2027-02-11", "man checkin"),
    ("2027-02-11", "redo --list"),
    ("2027-02-11", "migrate --dry-run"),
    ("2027-02-11", "lint"),
    ("2027-02-11", "lint --format github"),
    ("2027-02-11", "lint --format sarif"),
    ("2027-02-11", "lint ?"),
    ("2027-02-11", "lint --waived"),
    ("2027-02-11", "export --format md --all"),
    ("2027-02-11", "export --format html"),
    ("2027-02-11", "export --format csv --history"),
    ("2027-02-11", "export --format ics"),
    ("2027-02-11", "export --format json"),
    ("2027-02-11", "import ?"),
    ("2027-02-11", "history"),
    ("2027-02-11", "find e"),
    ("2027-02-11", "schema note"),
    ("2027-02-11", "export --figures --format md"),
    ("2027-02-11", "export --figures --format csv"),
    ("2027-02-11", "export --figures --format json"),
    ("2027-02-11", "add was payments renamed Old"),
    ("2027-02-11", "show team:payments"),
    ("2027-02-11", "show map"),
    ("2027-02-11", "show quarter"),
    ("2027-02-11", "list asked"),
    ("2027-02-11", "list measured-here"),
    ("2027-02-11", "add answer payments-pipeline refused 'not this quarter'"),
    ("2027-02-11", "trust"),
    ("2027-02-11", "read"),
    ("2027-02-11", "sync --dry-run"),
    ("2027-02-11", "sync"),
    ("2027-02-11", "merge-driver ? ? ? x.toml"),
    ("2027-02-11", "checkin sign-in-failures --value 1.4% --confidence 60"),
    ("2027-02-11", "checkin"),
    ("2027-02-11", "checkin nowhere"),
    ("2027-02-11", "set sign-in-failures target=0.4%"),
    ("2027-02-11", "set sign-in-failures contact=Ada"),
    ("2027-02-11", "set quarter sponsor_promise=short"),
    ("2027-02-11", "set payments name=Pay"),
    ("2027-02-11", "add kr sign-in 'one more'"),
    ("2027-02-11", "add kr sign-in 'one more' --metric ci-duration"),
    ("2027-02-11", "set sign-in-failures --metric nothing"),
    ("2027-02-11", "move sign-in down"),
    ("2027-02-11", "move sign-in nowhere"),
    ("2027-02-11", "remove sign-in-failures"),
    ("2027-02-11", "drop sign-in-failures --reason x"),
    ("2027-02-11", "rewrite sign-in-failures 'Lost sign-ins from 40 to 10'"),
    ("2027-02-11", "waive sign-in-failures no-source --reason x"),
    ("2027-02-11", "retro add lesson x"),
    ("2027-02-11", "commit"),
    ("2027-02-11", "close"),
    ("2027-02-11", "--cycle 2027-q2 commit"),
    ("2027-02-11", "--cycle 2027-q2 commit --reason x"),
    ("2027-02-11", "--cycle 2027-q2 carry sign-in-failures --as continue"),
    ("2027-02-11", "init --cycle 2027-Q3"),
    ("2027-03-26", "score error-rate 0.2"),
    ("2027-03-26", "score error-rate --reading 0.3%"),
    ("2027-03-26", "close"),
    ("2027-03-29", "status"),
    ("2027-03-29", "retro list"),
    ("2027-02-11", "--team engineering status"),
    ("2027-02-11", "--team acme list"),
    ("2027-02-11", "--team nobody status"),
];

fn told(home: &Home, day: &str, line: &str) -> bool {
    let mut is_fine = true;
    for json in ["", " --json"] {
        let team = if line.contains("--team") { "" } else { "--team payments " };
        let file = "teams/payments/2027-q1/objectives/sign-in/sign-in-failures.toml";
        let whole = format!("{team}{}{json}", line.replace('?', file));
        let outcome = okr(home).env("OKR_TODAY", day).args(whole.as_str()).run();
        // Tables and calendars end their lines as their form demands.
        expect_seen(&whole, &outcome.stdout().replace("\r\n", "\n"));
        expect_seen(&whole, outcome.stderr());
        is_fine &= outcome.exit_code().is_some_and(|code| code <= 5);
    }
    is_fine
}

#[test]
fn no_command_prints_what_acts() {
    let (folder, _) = loud();
    let home = copy(folder);
    let workspace = Store::open(folder).unwrap().1.workspace;
    for list in LISTS {
        assert!(told(&home, "2027-02-11", &format!("list {}", list.name)), "{}", list.name);
    }
    for (cycle, most) in [("2026-q4", 1), ("2027-q1", 2)] {
        for id in ids(&workspace, cycle, most) {
            assert!(told(&home, "2027-02-11", &format!("--cycle {cycle} show {id}")), "{id}");
        }
    }
    let git = |args: &[&str]| {
        program(&home, Path::new("git")).args(args).run().code(0);
    };
    git(&["init", "-q"]);
    git(&["config", "user.name", "Ada"]);
    git(&["config", "user.email", "ada@example.org"]);
    for (day, line) in LINES {
        assert!(told(&home, day, line), "{line}");
    }
}

#[test]
fn every_verb_is_among_the_lines() {
    // The screens are drawn by tests of their own.
    let elsewhere = ["demo", "list", "show"];
    for verb in verbs() {
        let is_there = LINES.iter().any(|(_, line)| line.split_whitespace().any(|word| word == verb));
        assert!(is_there || elsewhere.contains(&verb.as_str()), "no line runs {verb}");
    }
}

#[test]
fn no_text_field_is_left_out() {
    let (_, fields) = loud();
    let has =
        |kind: &str, key: &str| fields.iter().any(|field| field.starts_with(kind) && field.ends_with(key));
    let mut missing = Vec::new();
    let mut look = |kind: &str, names: Vec<&'static str>| {
        missing
            .extend(names.into_iter().filter(|name| !has(kind, name)).map(|name| format!("{kind} {name}")));
    };
    look("objective", text_names(OBJECTIVE));
    look("key-result", text_names(KEY_RESULT));
    look("frame", text_names(FRAME));
    look("team", text_names(TEAM));
    look("scores", text_names(SCORING));
    look("checkins", text_names(CHECK_IN));
    // These hold an id, a quarter or a word of a few, in which nothing can be planted; or are shown by another name.
    let other = [
        "metric_id",
        "effect_quarter",
        "parent",
        "guardrail",
        "reads_later",
        "follows",
        "dots",
        "fist",
        "alignment_reason",
        "tone",
    ];
    missing.retain(|one| !other.iter().any(|name| one.ends_with(name)));
    assert_eq!(missing, Vec::<String>::new(), "planted: {fields:#?}");
    assert!(fields.len() >= 60, "{}", fields.len());
}

fn text_names<T>(table: &'static [Field<T>]) -> Vec<&'static str> {
    table
        .iter()
        .filter(|field| matches!(field.input, Input::Text | Input::Prose | Input::Names))
        .map(|field| field.name)
        .collect()
}

#[test]
fn no_error_about_a_damaged_file_prints_what_acts() {
    let (folder, _) = loud();
    let all: Vec<PathBuf> = files(folder).into_iter().map(PathBuf::from).collect();
    let home = copy(folder);
    for (at, path) in
        all.iter().enumerate().filter(|(_, path)| path.extension().is_some_and(|end| end == "toml"))
    {
        let text = fs::read_to_string(home.work().join(path)).unwrap();
        let mut document: DocumentMut = text.parse().unwrap();
        // Every text, also the words of a few and the ids; keys nobody knows; and lines that are no TOML.
        texts(document.as_item_mut(), "", &mut |_, value| *value = planted(value.as_str().unwrap()).into());
        let damaged = match at % 4 {
            0 => document.to_string(),
            1 => format!("\"odd{}\" = 1\n{text}", escaped()),
            2 => format!("{text}\n\u{202e}x = \u{1b}[2J\n"),
            _ => format!("{text}\n\"{}\" = nothing\u{9b}\n", escaped()),
        };
        write(home.work(), path.to_str().unwrap(), &damaged);
    }
    write(home.work(), "teams/payments/2027-q1/retro/odd\u{202e}\u{1b}[2Jname.toml", "kind = 'lesson'\n");
    write(home.work(), "teams/\u{9b}31m/team.toml", "name = 'x'\n");
    for line in [
        "check",
        "status",
        "list",
        "lint",
        "agenda",
        "show quarter",
        "list check-ins",
        "sync",
        "set quarter cadence=monthly",
    ] {
        assert!(told(&home, "2027-02-11", line), "{line}");
    }
    let check = home.okr("check");
    check.code(1).stdout_has("␛").stdout_has("<U+202E>");
}

fn escaped() -> String {
    ACTING.chars().fold(String::new(), |text, sign| text + &format!("\\U{:08x}", u32::from(sign)))
}

/// Draws it and looks at every cell.
fn expect_drawn(what: &str, player: &Player) {
    let (buffer, _) = player.draw();
    for cell in &buffer.content {
        expect_seen(what, cell.symbol());
        assert_ne!(cell.symbol(), "\n", "{what}");
    }
}

/// Somebody of the team in front of its screens; the quarters of other teams are left away.
fn player(folder: &Path, cycle: &str, day: &str) -> Player {
    let mut workspace = Store::open(folder).unwrap().1.workspace;
    workspace.quarters.retain(|quarter, _| quarter.team == key(cycle).team);
    Player::of(workspace, Some(key(cycle)), day).at(120, 40)
}

#[test]
fn no_screen_draws_what_acts() {
    let (folder, _) = loud();
    let mut is_shown = false;
    for (cycle, day) in [("2027-q1", "2027-02-11"), ("2027-q2", "2027-03-12"), ("2026-q4", "2027-01-02")] {
        for screen in ScreenName::ALL {
            let mut player = player(folder, cycle, day).on(*screen);
            for keys in ["?", ":", "/a", "w", "<tab>G", "n", "d", "S", "c", "D", "e", "u"] {
                expect_drawn(&format!("{screen:?} {keys}"), &player.clone().press(keys));
            }
            for entry in screens::entries(&player.state).iter().cloned().step_by(2) {
                list::select(&mut player.state, entry.target().into_owned());
                expect_drawn(&format!("{screen:?} in {cycle}"), &player);
                expect_drawn(&format!("a form of {screen:?} in {cycle}"), &player.clone().press("<enter>"));
                is_shown |= player.text().contains('␛');
            }
        }
    }
    assert!(is_shown, "no stand-in is on any screen");
}

#[test]
fn no_session_draws_what_acts() {
    let (folder, _) = loud();
    for kind in SessionKind::ALL {
        let (cycle, day) = match kind {
            SessionKind::KickOff | SessionKind::Choose | SessionKind::Refine | SessionKind::Commit => {
                ("2027-q2", "2027-03-12")
            }
            SessionKind::CheckIn | SessionKind::MidQuarter => ("2027-q1", "2027-02-11"),
            SessionKind::Score | SessionKind::Retrospective | SessionKind::HandOver => {
                ("2027-q1", "2027-03-29")
            }
        };
        let mut player = sessions::played(player(folder, cycle, day), *kind);
        loop {
            for keys in ["", "P."] {
                expect_drawn(&format!("{kind:?}"), &player.clone().press(keys));
            }
            for letter in quarterdeck::tui::room::offered(&player.state).iter().map(|offer| offer.letter) {
                expect_drawn(&format!("{kind:?}, {letter}"), &player.clone().press(&letter.to_string()));
            }
            if !sessions::goes_on(&mut player) {
                break;
            }
        }
    }
}

#[test]
fn in_a_real_terminal_the_window_keeps_its_name_and_the_screen_its_frame() {
    let (folder, _) = loud();
    let home = copy(folder);
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "--team payments");
    screen.wait_for("? more");
    for (key, tab) in [("1", "◆ Setting"), ("2", "◆ Check-ins"), ("3", "◆ Scoring"), ("0", "◆ Overview")]
    {
        screen.press(key, tab).wait_for("? more");
        expect_seen(tab, &screen.text());
        assert!(screen.text().contains('␛'), "no stand-in on {tab}:\n{}", screen.text());
    }
    assert_eq!(screen.bells(), 0);
    assert_eq!(screen.keys("q").wait_exit(), 0);
}

proptest! {
    #[test]
    fn nothing_raw_is_left_in_any_text(text in ".{0,60}") {
        let shown = visible(&text);
        prop_assert!(!shown.contains(|sign| is_raw(sign) || sign == '\n'), "{text:?}");
    }
}
