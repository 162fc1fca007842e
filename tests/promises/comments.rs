//! Comments survive: every field of a workspace full of comments is edited by a command and by a form, and every verb that
//! writes is run there. What was said beside a value stays beside it, and no other byte of any file changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use quarterdeck::domain::named::{Named, above_quarters, in_quarter};
use quarterdeck::domain::retrospective::NoteKind;
use quarterdeck::method::fields::{self, Field, Input};
use quarterdeck::store::Store;
use quarterdeck::tui::state::State;

use crate::forms::every::EVERY;
use crate::forms::hands::{Came, Takes, form, go_to, opened, put, save, takes, takes_of};
use crate::forms::{everything, quarter_of, screens};
use crate::support::comments::{behind, commented};
use crate::support::tree::{files, write};
use crate::support::{Home, okr};

/// The texts of a workspace by their paths.
type Texts = BTreeMap<String, String>;

fn texts(root: &Path) -> Texts {
    // What the lock and hidden files hold is not the team's.
    let paths = files(root).into_iter().filter(|path| !path.starts_with('.'));
    paths.map(|path| (path.clone(), fs::read_to_string(root.join(&path)).unwrap())).collect()
}

/// Puts the files back as they were.
fn put_back(root: &Path, before: &Texts) {
    for path in texts(root).into_keys().filter(|path| !before.contains_key(path)) {
        fs::remove_file(root.join(path)).unwrap();
    }
    for (path, text) in before {
        fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
        fs::write(root.join(path), text).unwrap();
    }
}

/// A workspace with one of everything, in which everything has a comment.
fn home() -> Home {
    let home = everything();
    home.okr("--team payments --cycle 2027-q2 set kr:ci-duration guardrail=calls").code(0);
    home.okr("init --team Acme --cycle 2027-Q1 --objective Trust").code(0);
    write(home.work(), "teams/acme/team.toml", "name = \"Acme\"\nlevel = \"company\"\n");
    for (path, text) in texts(&home.work()) {
        fs::write(home.work().join(path), commented(&text)).unwrap();
    }
    home
}

/// Says what a change did that it had no business to do.
///
/// A line may get another value, and go when its value goes; lines may come. All that is left stands in its order.
fn damage(before: &Texts, after: &Texts) -> Option<String> {
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    if !gone.is_empty() {
        return Some(format!("files are gone: {gone:?}"));
    }
    before.iter().find_map(|(path, text)| damaged(text, &after[path]).map(|why| format!("{path}: {why}")))
}

fn damaged(before: &str, after: &str) -> Option<String> {
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (before.lines().collect(), after.lines().collect());
    let left = |text: &'_ str, other: &BTreeSet<&str>| -> Vec<String> {
        text.lines().filter(|line| !line.is_empty() && other.contains(line)).map(str::to_owned).collect()
    };
    if left(before, &new) != left(after, &old) {
        return Some("lines changed their order".to_owned());
    }
    let fresh: Vec<&str> = new.difference(&old).copied().collect();
    let gone = before.lines().filter(|line| !new.contains(line));
    let lost: Vec<&str> = gone.filter(|line| !is_replaced(line, &new) && !is_cleared(line, &fresh)).collect();
    (!lost.is_empty()).then(|| format!("lost {lost:?}"))
}

/// The key of a line, as far as it is written before the sign.
fn key(line: &str) -> &str {
    line.split('=').next().unwrap_or_default().trim()
}

/// Tells whether the line has only got another value, its comment still behind it.
fn is_replaced(line: &str, new: &BTreeSet<&str>) -> bool {
    let comment = behind(line);
    comment.is_some() && new.iter().any(|other| behind(other) == comment && key(other) == key(line))
}

/// Tells whether the line held a value, and no other stands there in its place.
fn is_cleared(line: &str, fresh: &[&str]) -> bool {
    behind(line).is_some() && fresh.iter().all(|other| key(other) != key(line))
}

/// Texts that fit, the likeliest first.
fn fitting(takes: Takes, input: Input) -> Vec<&'static str> {
    match (takes, input) {
        (Takes::Word, Input::Choice(words)) => words.to_vec(),
        (Takes::Line, _) => vec!["another line", "2, 3", "3", "payments/2027-q2/builds", "edge", "Kim, Bo"],
        (Takes::Number, _) => vec!["1.9", "0.3", "7", "90", "7 min"],
        (Takes::Day, _) => {
            vec!["2027-02-05", "2027-05-05", "2026-12-20", "2026-11-20", "2027-04-01", "2026-09-30"]
        }
        (Takes::Dots | Takes::Whole, _) => vec!["5", "9"],
        (Takes::Votes, _) => vec!["35", "40 60"],
        (Takes::Score, _) => vec!["0.4", "0.8", "0.7"],
        (Takes::Quarter, _) => vec!["2027-q3", "2027-Q4"],
        (Takes::Id, _) => {
            vec!["acme", "2026-q4", "2027-q1", "acme/2027-q1/trust", ""]
        }
        (Takes::Name, _) => vec!["another-metric"],
        (Takes::Command, _) => vec!["echo 1"],
        (Takes::Word, _) => Vec::new(),
    }
}

/// A row of the tables: how it is typed, and its name.
type Row = (Input, &'static str);

fn rows<T>(table: &'static [Field<T>]) -> Vec<Row> {
    table.iter().map(|field| (field.input, field.name)).collect()
}

fn rows_of(named: Named<'_>) -> Vec<Row> {
    match named {
        Named::Objective(_) => rows(fields::OBJECTIVE),
        Named::KeyResult(..) => rows(fields::KEY_RESULT),
        Named::Assumption(..) => rows(fields::ASSUMPTION),
        Named::Negotiation(..) => rows(fields::NEGOTIATION),
        Named::Dependency(..) => rows(fields::DEPENDENCY),
        Named::Initiative(..) => rows(fields::INITIATIVE),
        Named::Line(..) => rows(fields::LIST_LINE),
        Named::Delivery(_) => rows(fields::DELIVERY),
        Named::Answer(_) => rows(fields::ANSWER),
        Named::Note(note) if note.kind == NoteKind::Action => rows(fields::ACTION),
        Named::Note(_) => rows(fields::NOTE),
        Named::Effort(_) => rows(fields::EFFORT),
        Named::Quarter(_) => rows(fields::FRAME),
        Named::Team(_) => rows(fields::TEAM),
        Named::Cycle(_) => rows(fields::CYCLE),
        Named::Settings(_) => rows(fields::SETTINGS),
        // Written once; a correction is a file of its own.
        Named::Sitting(_) => Vec::new(),
    }
}

#[test]
fn every_field_is_edited_by_command_and_no_other_byte_changes() {
    let home = home();
    let (store, loaded) = Store::open(&home.work()).unwrap();
    let before = texts(store.root());
    let mut found = Vec::new();
    let mut edited = 0;
    // What is committed is revised, what is not is changed.
    for cycle in ["2027-q1", "2027-q2"] {
        let quarter = &loaded.workspace.quarters[&quarter_of(cycle)];
        let mut all = in_quarter(quarter);
        if cycle == "2027-q1" {
            all.extend(above_quarters(&loaded.workspace));
        }
        let mut seen = BTreeSet::new();
        let others = all.into_iter().filter(|named| named.id() != "acme" && seen.insert(named.kind()));
        for named in others {
            for (input, name) in rows_of(named) {
                let id = match named {
                    Named::Quarter(_) | Named::Settings(_) => named.id().to_owned(),
                    _ => format!("{}:{}", named.kind(), named.id()),
                };
                let mut says = Vec::new();
                let is_edited = fitting(takes_of(input, name), input).into_iter().any(|text| {
                    let line = [
                        "--team",
                        "payments",
                        "--cycle",
                        cycle,
                        "set",
                        &id,
                        &format!("{name}={text}"),
                        "--reason",
                        "we learned",
                    ];
                    let outcome = okr(&home).args(line).env("OKR_TODAY", "2027-02-11").run();
                    says.push(outcome.stderr().to_owned());
                    texts(store.root()) != before
                });
                if is_edited {
                    edited += 1;
                    let damage = damage(&before, &texts(store.root()));
                    found.extend(damage.map(|why| format!("{cycle} {id} {name}: {why}")));
                    put_back(store.root(), &before);
                } else {
                    found.push(format!("{cycle} {id} {name} was not edited: {says:?}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{} of {edited} to mend:\n{}", found.len(), found.join("\n"));
}

/// Fields that contradict another, and what is typed there meanwhile.
const TOGETHER: &[(&str, &str, &str)] = &[
    ("first", "last", "2027-12-31"),
    ("last", "first", "2027-01-05"),
    ("not_readable", "reading", ""),
    ("reads_later", "score", ""),
];

/// Makes room for a field in its form.
fn make_room(state: &mut State, name: &str) {
    let focus = form(state).focus;
    for (_, other, text) in TOGETHER.iter().filter(|(field, ..)| *field == name) {
        if let Some(at) = form(state).entries.iter().position(|entry| entry.name == *other) {
            go_to(state, at);
            put(state, text);
        }
    }
    go_to(state, focus);
}

#[test]
fn every_field_is_edited_by_form_and_no_other_byte_changes() {
    let home = home();
    let (store, _) = Store::open(&home.work()).unwrap();
    let before = texts(store.root());
    let state = screens(&store);
    let mut found = Vec::new();
    // The first has no files yet; what is parked leaves its file for a line of the not-now list.
    for row in EVERY.iter().filter(|row| row.name != "FirstRun" && !row.name.starts_with("Park")) {
        for at in 0.. {
            let Some(mut open) = opened(&state, row, at) else { break };
            let entry = form(&open).entries[at].clone();
            make_room(&mut open, entry.name);
            let mut says = Vec::new();
            let change = fitting(takes(&entry), entry.input).into_iter().find_map(|text| {
                let mut open = open.clone();
                put(&mut open, text);
                match save(&mut open) {
                    Came::Saves(change) => Some(change),
                    Came::Nothing => None,
                    Came::Refused(problem) => {
                        says.push(problem);
                        None
                    }
                }
            });
            let Some(change) = change else {
                found.push(format!("{} {} was not edited: {says:?}", row.name, entry.name));
                continue;
            };
            store.save(&change).unwrap();
            let damage = damage(&before, &texts(store.root()));
            found.extend(damage.map(|why| format!("{} {}: {why}", row.name, entry.name)));
            put_back(store.root(), &before);
        }
    }
    assert!(found.is_empty(), "{} to mend:\n{}", found.len(), found.join("\n"));
}

/// What else writes into files that are there, with the quarter it is done in.
const VERBS: &[(&str, &str)] = &[
    ("2027-q1", "checkin sign-in-failures --value 1.9% --confidence 50 --guardrail '170 ms'"),
    ("2027-q1", "checkin --decision 'plan stands'"),
    ("2027-q1", "score sign-in-failures 0.5 --reading 1.4% --reason 'the room says so'"),
    ("2027-q1", "drop sign-in-failures --reason 'nobody can count them'"),
    ("2027-q1", "drop sign-in-people-can-rely-on --reason 'nobody waits for it'"),
    ("2027-q1", "retro add difficulty --kr sign-in-failures --verdict hard"),
    ("2027-q1", "retro add importance --objective sign-in --verdict more"),
    ("2026-q4", "close --reason 'the test needs no more'"),
    ("2026-q4", "score refund-time --later 1"),
    ("2027-q2", "waive builds-run-again output-verb --reason 'the bank asks for it'"),
    ("2027-q2", "commit --reason 'it is thin on purpose'"),
    ("2027-q2", "add kr builds 'Builds that wait'"),
    ("2027-q2", "add dependency ci-duration Edge 'more runners'"),
    ("2027-q2", "add initiative ci-duration 'cache the images'"),
    ("2027-q2", "add assumption builds 'nobody leaves'"),
    ("2027-q2", "add negotiation builds above 'half of it'"),
    ("2027-q2", "add keep-running 'the pager'"),
    ("2027-q2", "move builds-run-again up"),
];

#[test]
fn every_other_verb_that_writes_leaves_the_rest_as_it_was() {
    let home = home();
    let root = home.work();
    let before = texts(&root);
    let mut found = Vec::new();
    for (cycle, line) in VERBS {
        let outcome = okr(&home)
            .args(["--team", "payments", "--cycle", cycle])
            .args(*line)
            .env("OKR_TODAY", "2027-02-11")
            .run();
        let after = texts(&root);
        let is_idle = (after == before).then(|| format!("nothing is written: {}", outcome.stderr()));
        found.extend(is_idle.or_else(|| damage(&before, &after)).map(|why| format!("{line}: {why}")));
        put_back(&root, &before);
    }
    assert!(found.is_empty(), "{} to mend:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_would_be_damage_is_seen() {
    let before = commented("a = 1\nb = 2\n");
    assert_eq!(damaged(&before, &before.replace("a = 1", "a = 3")), None);
    assert_eq!(damaged(&before, &before.replace("a = 1   # behind 0\n", "")), None);
    assert_eq!(damaged(&before, &format!("{before}c = 3\n")), None);
    for harm in [
        before.replace("# above 1\n", ""),
        before.replace("a = 1   # behind 0", "a = 3"),
        before.replace("# the end\n", ""),
        before.replace("unknown = \"kept\" # for good\n", ""),
        before.replace(
            "# above 0\na = 1   # behind 0\n# above 1\n",
            "# above 1\n# above 0\na = 1   # behind 0\n",
        ),
    ] {
        assert!(damaged(&before, &harm).is_some(), "{harm}");
    }
}
