//! Every field of every form meets every text nobody should type, through `tui::update`, so that all of it takes seconds.
//! A refusal is a sentence that helps, keeps what was typed and writes nothing; what is taken reads back as it was typed.

use serde_json::Value as Json;
use toml::Value;

use quarterdeck::domain::change::{Change, Record};
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::method::fields::{Input, LONGEST_TEXT, one_line};
use quarterdeck::store::Store;
use quarterdeck::tui::message::Message;
use quarterdeck::tui::state::Overlay;
use quarterdeck::tui::update::update;

use super::every::EVERY;
use super::hands::{Came, Takes, each_field, form, go_to, keys, opened, put, save, takes};
use super::{everything, screens};
use crate::support::{Home, tree};

/// Texts that are nothing but a line of text.
const LINES: &[&str] = &[
    "Вход без сбоев",
    "تسجيل دخول موثوق",
    "ログインの失敗",
    "family \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} and flag \u{1f1e9}\u{1f1ea}",
    "e\u{301}a\u{308} \u{fe0f}",
    "\"\"\"title\"\"\" = 'x' # [table]",
    "[[revision]]",
    "back\\slash \\u0041 \\\" and \\",
    "{{ template }} %s $(rm -rf /) `x`",
    "=1+1",
    "-- option",
    "NaN",
    "inf",
    "1e999",
    "2027-02-30",
    "3 bananas",
    "0000-01-01",
    "null",
];

/// Texts that are no number, no day and no word of any field.
const WRONG_FOR_ALL: &[&str] = &[
    "NaN",
    "nan%",
    "inf",
    "-inf",
    "Infinity",
    "1e999",
    "1e3",
    "0x10",
    "2027-02-30",
    "0000-01-01",
    "30 February",
    "1.2.3",
    "--5",
    "Вход",
    "نعم",
    "はい",
    "\u{1f389}",
    "\u{1f468}\u{200d}\u{1f469}",
    "\"\"\"",
    "a = 1",
    "true",
    "∞",
];

fn wrong(takes: Takes) -> Vec<String> {
    let own: &[&str] = match takes {
        Takes::Line => &[],
        Takes::Number => &["1,5,5", "12 34", "two", "3 March"],
        Takes::Day => &["2027-13-01", "31 April", "0-1-1", "yesteryear", "12", "99999-01-01"],
        Takes::Whole => &["0", "-1", "1.5", "12 xyz", "99999999999", "+"],
        Takes::Dots => &["-1", "1.5", "3001", "12 dots", "+"],
        Takes::Votes => &["101", "-1", "1.5", "50 high", "fifty"],
        Takes::Score => &["1.1", "-0.1", "0.73", "0,73", "7"],
        Takes::Quarter => &["soon", "2027-q5", "2027", "q5"],
        Takes::Id => &["../../etc", "nobody-of-this-name", "Payments & Refunds"],
        Takes::Command => {
            &["echo 'open", "psql \"open", "'", "''", "# nothing", "echo \u{202e}1", "echo\u{200b}"]
        }
        Takes::Name => &["Payments & Refunds", "Вход", "はい", "\u{1f389}", "../../etc", "a b", "-a", "a=1"],
        Takes::Word => return Vec::new(),
    };
    let all = if matches!(takes, Takes::Line | Takes::Name | Takes::Command) { &[] } else { WRONG_FOR_ALL };
    let huge =
        [LONGEST_TEXT + 1, 10_000].map(|count| if takes == Takes::Line { "x" } else { "9" }.repeat(count));
    own.iter().chain(all).map(ToString::to_string).chain(huge).collect()
}

#[test]
fn what_does_not_fit_is_refused_with_a_sentence_and_stays_in_its_field() {
    each_field(
        |case, text| {
            let mut state = case.state.clone();
            put(&mut state, text);
            let Came::Refused(problem) = save(&mut state) else { return Some("it is taken".to_owned()) };
            let kept = form(&state).entries[case.at].text() == text;
            (!kept).then(|| "it is lost".to_owned()).or_else(|| unhelpful(&problem))
        },
        wrong,
    );
}

/// Says why a refusal does not help, if it does not.
fn unhelpful(problem: &str) -> Option<String> {
    let lower = problem.to_lowercase();
    let is_sentence = problem.split_whitespace().count() >= 4 && problem.chars().count() < 300;
    let is_calm = !lower.contains("invalid") && !lower.contains("error");
    let is_safe = !problem.contains(char::is_control);
    (!(is_sentence && is_calm && is_safe)).then(|| format!("{problem:?} does not help"))
}

#[test]
fn any_line_is_taken_and_reads_back_as_it_was_typed() {
    each_field(
        |case, text| {
            let mut state = case.state.clone();
            if form(&state).entries[case.at].name == "people" && text.contains(" and ") {
                // It parts two of them.
                return None;
            }
            put(&mut state, text);
            match save(&mut state) {
                Came::Saves(change) if holds(&change, &one_line(text)) => None,
                Came::Saves(change) => Some(format!("it does not read back: {change:?}")),
                Came::Nothing => Some("nothing changes".to_owned()),
                Came::Refused(problem) => Some(format!("it is refused: {problem}")),
            }
        },
        |takes| {
            if takes == Takes::Line { LINES.iter().map(ToString::to_string).collect() } else { Vec::new() }
        },
    );
}

#[test]
fn what_is_pasted_becomes_one_line_but_in_prose_without_what_a_terminal_would_obey() {
    let pasted = "one\ttwo\r\nthree\n\u{1b}[31mfour\u{1b}]0 five\u{7}\u{9b}2J six\u{85}seven\u{0}\n";
    let one = "one two three [31mfour]0 five2J six seven";
    let prose = "one two\nthree\n[31mfour]0 five2J six\nseven";
    let names = "one two, three, [31mfour]0 five2J six seven";
    each_field(
        |case, text| {
            let mut state = case.state.clone();
            keys(&mut state, "<ctrl-e><ctrl-u>");
            update(&mut state, Message::Paste(text.to_owned()));
            if matches!(state.overlay, Some(Overlay::Menu(_))) {
                // Several lines could be several things; here they are to be one.
                keys(&mut state, "o");
            }
            let shown = form(&state).entries[case.at].text();
            let line = match case.entry.input {
                Input::Names => names,
                Input::Prose => prose,
                _ => one,
            };
            if takes(&case.entry) == Takes::Word {
                return (shown != case.entry.text()).then(|| format!("a word was pasted: {shown:?}"));
            }
            if shown != line {
                return Some(format!("it shows {shown:?}"));
            }
            let is_line = matches!(takes(&case.entry), Takes::Line | Takes::Command);
            match save(&mut state) {
                Came::Saves(change) if is_line && line.split(", ").all(|part| holds(&change, part)) => None,
                Came::Refused(problem) if takes(&case.entry) != Takes::Line => unhelpful(&problem),
                Came::Saves(_) | Came::Nothing | Came::Refused(_) => {
                    Some("it is not taken as a line".to_owned())
                }
            }
        },
        |_| vec![pasted.to_owned()],
    );
}

#[test]
fn a_field_with_a_few_words_takes_no_other() {
    each_field(
        |case, text| {
            let Input::Choice(words) = case.entry.input else { return None };
            let mut state = case.state.clone();
            keys(&mut state, text);
            update(&mut state, Message::Paste(text.to_owned()));
            let chosen = form(&state).entries[case.at].text();
            (!chosen.is_empty() && !words.contains(&chosen)).then(|| format!("{chosen:?} is chosen"))
        },
        |takes| {
            if takes == Takes::Word { LINES.iter().map(ToString::to_string).collect() } else { Vec::new() }
        },
    );
}

#[test]
fn nothing_typed_is_refused_with_a_sentence_or_clears_the_field() {
    each_field(
        |case, text| {
            let mut state = case.state.clone();
            keys(&mut state, "<ctrl-e><ctrl-u><backspace>");
            keys(&mut state, text);
            let Came::Refused(problem) = save(&mut state) else { return None };
            let kept = form(&state).entries[case.at].text() == text;
            (!kept).then(|| "it is lost".to_owned()).or_else(|| unhelpful(&problem))
        },
        |takes| {
            if takes == Takes::Word { vec![String::new()] } else { vec![String::new(), "   ".to_owned()] }
        },
    );
}

#[test]
fn what_is_taken_stands_in_the_files_as_it_was_typed() {
    let home = everything();
    let (store, _) = Store::open(&home.work()).unwrap();
    let base = screens(&store);
    for (row, text) in EVERY.iter().flat_map(|row| LINES.iter().take(8).map(move |text| (row, text))) {
        let mut state = opened(&base, row, 0).unwrap_or_else(|| panic!("{} has no field", row.name));
        let lines = form(&state).entries.iter().map(takes).collect::<Vec<_>>();
        for at in (0..lines.len()).filter(|at| lines[*at] == Takes::Line) {
            go_to(&mut state, at);
            put(&mut state, text);
        }
        let Came::Saves(change) = save(&mut state) else { continue };
        let mut expected = if row.name == "FirstRun" { Workspace::default() } else { base.workspace.clone() };
        expected.apply(&change);
        let place = home.work().with_file_name("begun");
        let store =
            if row.name == "FirstRun" { Store::begin(&place, &change).unwrap() } else { store.clone() };
        store.save(&change).unwrap();
        let loaded = store.load().unwrap();
        assert_eq!((loaded.workspace, loaded.problems), (expected, Vec::new()), "{} {text:?}", row.name);
        store.save(&change.inverse()).unwrap();
        let _ = std::fs::remove_dir_all(place);
    }
    assert_eq!(store.load().unwrap().workspace, base.workspace, "each was taken back");
}

/// A form, the texts of its fields, and what is said of them.
type Contradiction = (&'static str, &'static [(&'static str, &'static str)], &'static str);

#[test]
fn what_contradicts_another_field_is_refused_with_what_to_do() {
    let home = everything();
    let (store, _) = Store::open(&home.work()).unwrap();
    let state = screens(&store);
    let cases: &[Contradiction] = &[
        ("KeyResult (key_result)", &[("target", "3"), ("direction", "decrease")], "against the direction"),
        ("KeyResult (key_result)", &[("target", "2.3"), ("revision", "why not")], "equals baseline"),
        (
            "KeyResult (key_result)",
            &[("target", "42 min"), ("revision", "why not")],
            "this measure is read in",
        ),
        ("Cycle (cycle)", &[("first", "2027-04-01")], "last day"),
        ("NewQuarter (team)", &[("first", "2027-07-01")], "both days"),
        ("CheckIn (key_result)", &[("reading", "1.4"), ("not_readable", "yes")], "not readable"),
        ("Scoring (key_result)", &[("reading", "1.4"), ("score", "1.0"), ("reason", "")], "more than 0.1"),
        ("NewTeam", &[("name", "Payments")], "a team of this id exists"),
        ("Team (team)", &[("parent", "payments")], "choose a team above"),
    ];
    let mut found = Vec::new();
    for (name, texts, says) in cases {
        let row = EVERY.iter().rfind(|row| row.name == *name && row.cycle == "2027-q1").unwrap();
        let mut state = opened(&state, row, 0).unwrap();
        for (field, text) in *texts {
            let at = form(&state).entries.iter().position(|entry| entry.name == *field).unwrap();
            go_to(&mut state, at);
            put(&mut state, text);
        }
        found.extend(match save(&mut state) {
            Came::Refused(problem) if problem.contains(says) => unhelpful(&problem),
            Came::Refused(problem) => Some(format!("{name} {texts:?}: {problem:?} does not say {says:?}")),
            Came::Saves(_) | Came::Nothing => Some(format!("{name} {texts:?} is taken")),
        });
    }
    assert!(found.is_empty(), "{} to mend:\n{}", found.len(), found.join("\n"));
}

/// Tells whether a record of the change holds a text, whole.
fn holds(change: &Change, text: &str) -> bool {
    let quoted = serde_json::Value::from(text).to_string();
    let records = change.edits.iter().filter_map(|edit| edit.after.as_ref());
    records.map(|(_, record)| serde_json::to_string(record).unwrap()).any(|record| record.contains(&quoted))
}

/// Breaks every text of the files in two lines, as somebody does who writes them in an editor.
fn break_texts(home: &Home) {
    fn broken(value: &mut Value) {
        match value {
            Value::String(text) if text.contains(' ') => *text = format!("{}\n", text.replacen(' ', "\n", 1)),
            Value::Array(values) => values.iter_mut().for_each(broken),
            Value::Table(table) => table.iter_mut().for_each(|(_, value)| broken(value)),
            _ => {}
        }
    }
    let is_toml = |path: &&String| path.rsplit_once('.').is_some_and(|(_, end)| end == "toml");
    for path in tree::files(home.work()).iter().filter(is_toml) {
        let mut file = Value::Table(tree::toml(home.work(), path));
        broken(&mut file);
        tree::write(home.work(), path, &toml::to_string(&file).unwrap());
    }
}

/// What can be typed into a field that fits it.
fn another(takes: Takes, input: Input) -> &'static str {
    match takes {
        Takes::Number | Takes::Whole | Takes::Dots => "3",
        Takes::Day => "2027-03-01",
        Takes::Votes => "50",
        Takes::Score => "0.5",
        Takes::Quarter => "2027-q2",
        Takes::Line | Takes::Command | Takes::Id | Takes::Name => "another",
        Takes::Word => match input {
            Input::Choice(words) => words.last().unwrap(),
            _ => "",
        },
    }
}

/// The texts of one record that stand on one line in another and have lost nothing else.
fn joined(before: &Json, after: &Json) -> Vec<String> {
    match (before, after) {
        (Json::String(was), Json::String(is)) if was != is && one_line(was) == one_line(is) => {
            vec![was.clone()]
        }
        (Json::Array(was), Json::Array(is)) => {
            was.iter().zip(is).flat_map(|(was, is)| joined(was, is)).collect()
        }
        (Json::Object(was), Json::Object(is)) => {
            was.iter().filter_map(|(key, was)| Some(joined(was, is.get(key)?))).flatten().collect()
        }
        _ => Vec::new(),
    }
}

fn parsed(record: &Record) -> Json {
    serde_json::to_value(record).unwrap()
}

#[test]
fn a_text_of_several_lines_stays_as_it_is_while_another_field_is_changed() {
    let home = everything();
    break_texts(&home);
    let (store, _) = Store::open(&home.work()).unwrap();
    let base = screens(&store);
    let mut found = Vec::new();
    for row in EVERY {
        for at in 0.. {
            let Some(mut state) = opened(&base, row, at) else { break };
            let entry = &form(&state).entries[at];
            let (name, text) = (entry.name, another(takes(entry), entry.input));
            put(&mut state, text);
            let Came::Saves(change) = save(&mut state) else { continue };
            let edits =
                change.edits.iter().filter_map(|edit| Some((edit.before.as_ref()?, edit.after.as_ref()?)));
            let lost = edits.flat_map(|((_, before), (_, after))| joined(&parsed(before), &parsed(after)));
            found.extend(lost.map(|text| format!("{} {name}: {text:?} is one line now", row.name)));
        }
    }
    assert!(found.is_empty(), "{} to mend:\n{}", found.len(), found.join("\n"));
}
