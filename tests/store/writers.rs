//! Several windows and an editor on one folder: nobody's work is lost, nothing is doubled.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::thread;

use proptest::prelude::*;
use tempfile::TempDir;

use quarterdeck::domain::change::{Change, Decision};
use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::{Desk, List, Start, Step, revise_team, start};
use quarterdeck::domain::frame::Frame;
use quarterdeck::domain::id::{KeyResultId, ObjectiveId};
use quarterdeck::domain::key_result::KeyResult;
use quarterdeck::domain::measure::Measure;
use quarterdeck::domain::quarter::{Quarter, QuarterKey};
use quarterdeck::domain::retrospective::NoteKind;
use quarterdeck::domain::seed::Seed;
use quarterdeck::domain::team::Team;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::store::Store;
use quarterdeck::store::check::check;
use quarterdeck::store::problem::Level;
use quarterdeck::store::save::Obstacle;
use quarterdeck::store::write::error::{Reason, WriteError};

use crate::support::{Home, okr};

fn today() -> Day {
    Day::new(2027, 1, 20).unwrap()
}

fn key() -> QuarterKey {
    "payments/2027-q1".parse().unwrap()
}

/// A quarter being set, with two objectives and three key results under each.
fn begin(folder: &Path) -> Store {
    let cycle = quarterdeck::domain::cycle::Cycle::calendar("2027-Q1").unwrap();
    let team = Team::named("payments".parse().unwrap(), "Payments");
    let change = start(&Start { organisation: None, team, cycle, objective: None }).unwrap();
    let store = Store::begin(folder, &change).unwrap();
    let mut window = Window::open(folder, 0);
    for title in ["Alpha", "Beta"] {
        window.save(|desk, seed| Ok(desk.add_objective(title, seed)?.0));
        let id: ObjectiveId = title.to_lowercase().parse().unwrap();
        for number in 1..=3 {
            let title = format!("{title} {number}");
            window.save(|desk, seed| Ok(desk.add_key_result(&id, &title, seed)?.0));
        }
    }
    store
}

/// One window on the workspace: what it has read, and whom it makes ids for.
struct Window {
    store: Store,
    workspace: Workspace,
    seed: Seed,
}

/// What became of a decision.
#[derive(Debug, PartialEq)]
enum Outcome {
    Saved,
    /// Somebody else had been there; it was not written, and the window has looked again.
    Clash,
    /// It made no sense on what the window knew.
    Refused,
}

impl Window {
    fn open(folder: &Path, number: u64) -> Self {
        let (store, loaded) = Store::open(folder).unwrap();
        Self { store, workspace: loaded.workspace, seed: Seed::new(number) }
    }

    fn quarter(&self) -> &Quarter {
        &self.workspace.quarters[&key()]
    }

    /// Decides on what the window has read, however long ago that was, and saves.
    fn save(&mut self, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Decision) -> Outcome {
        let decision = decide(&Desk::at(&self.workspace, &key(), today()).unwrap(), &mut self.seed);
        match decision {
            Ok(change) => self.write(&change),
            Err(_) => Outcome::Refused,
        }
    }

    fn write(&mut self, change: &Change) -> Outcome {
        loop {
            match self.store.save(change) {
                Ok(saved) => {
                    self.workspace.apply(change);
                    for (address, record) in saved.merged {
                        self.workspace.put(&address, record);
                    }
                    return Outcome::Saved;
                }
                Err(error) => match error.obstacle {
                    Obstacle::Clash { .. } => {
                        self.look_again();
                        return Outcome::Clash;
                    }
                    Obstacle::Write(WriteError { reason: Reason::Busy, .. }) => {}
                    other => panic!("{other}"),
                },
            }
        }
    }

    fn look_again(&mut self) {
        self.workspace = self.store.load().unwrap().workspace;
    }
}

/// Something a person does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Note,
    KeyResult,
    Line,
    Person,
    /// Sets one field everybody sets.
    Promise,
    /// Sets the target of one of the key results to this.
    Target(usize, i32),
    /// Moves a key result, within its objective and to the other.
    Move(usize, Step),
    LookAgain,
}

const DEEDS: [Deed; 12] = [
    Deed::Note,
    Deed::KeyResult,
    Deed::Line,
    Deed::Person,
    Deed::Promise,
    Deed::Target(0, 7),
    Deed::Target(0, 8),
    Deed::Target(3, 9),
    Deed::Move(1, Step::Up),
    Deed::Move(2, Step::Down),
    Deed::Move(4, Step::Up),
    Deed::LookAgain,
];

/// What was done and has to be found in the end.
#[derive(Default)]
struct Ledger {
    /// Texts that were added, each once.
    added: BTreeSet<String>,
    /// What everybody's field said before and after a save.
    promises: BTreeMap<Option<String>, String>,
    clashes: usize,
}

impl Ledger {
    fn take(&mut self, other: Self) {
        self.added.extend(other.added);
        for (before, after) in other.promises {
            assert_eq!(self.promises.insert(before, after), None, "two saves from one state: one is lost");
        }
        self.clashes += other.clashes;
    }

    /// Does one deed, as `word`, which nobody else says.
    fn act(&mut self, window: &mut Window, deed: Deed, word: &str) {
        let word = word.to_owned();
        let before = window.quarter().frame.sponsor_promise.clone();
        let outcome = match deed {
            Deed::LookAgain => {
                window.look_again();
                return;
            }
            Deed::Note => {
                window.save(|desk, seed| desk.put_note(desk.note(NoteKind::Lesson, &word, seed)?))
            }
            Deed::KeyResult => {
                let under = window.quarter().objectives[0].id.clone();
                window.save(|desk, seed| Ok(desk.add_key_result(&under, &word, seed)?.0))
            }
            Deed::Line => window.save(|desk, seed| desk.add_line(List::NotNow, &word, None, seed)),
            Deed::Person => {
                let mut team = window.workspace.teams[&key().team].clone();
                team.people.push(word.clone());
                let change = revise_team(&window.workspace, team, today()).unwrap();
                window.write(&change)
            }
            Deed::Promise => window.save(|desk, _| {
                let frame = Frame { sponsor_promise: Some(word.clone()), ..desk.quarter.frame.clone() };
                desk.revise_frame(frame, "promise")
            }),
            Deed::Target(number, target) => {
                let Some(id) = nth(window, number) else { return };
                window.save(|desk, _| desk.revise_key_result(aimed(desk, &id, target), None))
            }
            Deed::Move(number, step) => {
                let Some(id) = nth(window, number) else { return };
                window.save(|desk, _| desk.move_key_result(&id, step))
            }
        };
        match (outcome, deed) {
            (Outcome::Clash, _) => self.clashes += 1,
            (Outcome::Saved, Deed::Note | Deed::KeyResult | Deed::Line | Deed::Person) => {
                self.added.insert(word);
            }
            (Outcome::Saved, Deed::Promise) => {
                assert_eq!(self.promises.insert(before, word), None, "two saves from one state: one is lost");
            }
            _ => {}
        }
    }

    /// Compares with what stands on disk in the end.
    fn check(&self, store: &Store) {
        let loaded = store.load().unwrap();
        let errors = check(store, &loaded).into_iter().filter(|problem| problem.level == Level::Error);
        assert_eq!(errors.map(|problem| problem.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
        let quarter = &loaded.workspace.quarters[&key()];
        let notes = quarter.notes.iter().map(|note| note.text.clone());
        let key_results = quarter.key_results().map(|(_, key_result)| key_result.title.clone());
        let lines = quarter.frame.not_now.iter().map(|line| line.text.clone());
        let people = loaded.workspace.teams[&key().team].people.iter().cloned();
        let mut found: Vec<String> = notes.chain(key_results).chain(lines).chain(people).collect();
        found.retain(|text| !text.starts_with("Alpha") && !text.starts_with("Beta"));
        found.sort();
        assert_eq!(found, self.added.iter().cloned().collect::<Vec<_>>());
        assert_eq!(quarter.key_results().filter(|(_, it)| it.title.contains(' ')).count(), 6);
        self.check_chain(quarter.frame.sponsor_promise.as_ref());
    }

    /// Every save of the field everybody sets was made from what the one before it had left.
    fn check_chain(&self, last: Option<&String>) {
        let mut said = None;
        for _ in &self.promises {
            said = Some(self.promises[&said].clone());
        }
        assert_eq!(said.as_ref(), last);
    }
}

fn nth(window: &Window, number: usize) -> Option<KeyResultId> {
    let mut ids: Vec<_> = window.quarter().key_results().map(|(_, it)| it.id.clone()).collect();
    ids.sort();
    ids.into_iter().nth(number)
}

fn aimed(desk: &Desk<'_>, id: &KeyResultId, target: i32) -> KeyResult {
    let (_, before) = desk.quarter.key_result(id).unwrap();
    KeyResult { measure: Measure { target: Some(target.into()), ..before.measure.clone() }, ..before.clone() }
}

fn workspace() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = begin(folder.path());
    (folder, store)
}

#[test]
fn three_windows_at_once_lose_nothing() {
    let each = crate::promises::rounds(180) / 3;
    let (folder, store) = workspace();
    let work = |writer: u64| {
        let (mut window, mut ledger) = (Window::open(folder.path(), writer), Ledger::default());
        let mut dice = Seed::new(writer * 1000);
        for round in 0..each {
            let thrown = dice.letters().bytes().map(usize::from).sum::<usize>();
            ledger.act(&mut window, DEEDS[thrown % DEEDS.len()], &format!("w{writer}r{round}"));
        }
        ledger
    };
    let mut ledger = Ledger::default();
    thread::scope(|scope| {
        let windows: Vec<_> = (1..=3).map(|writer| scope.spawn(move || work(writer))).collect();
        for window in windows {
            ledger.take(window.join().unwrap());
        }
    });
    assert!(ledger.added.len() > each / 3 && !ledger.promises.is_empty());
    ledger.check(&store);
}

#[test]
fn three_programs_at_once_lose_nothing() {
    let each = crate::promises::rounds(90) / 3;
    let (folder, store) = workspace();
    let home = Home::empty().with("OKR_TODAY", "2027-01-20");
    let run = |words: &[&str]| {
        let place = ["--workspace", folder.path().to_str().unwrap()];
        okr(&home).args(place).args(words).run().code(0);
    };
    let work = |writer: usize| {
        let mut ledger = Ledger::default();
        for round in 0..each {
            let word = format!("p{writer}r{round}");
            match (writer + round) % 4 {
                0 => run(&["retro", "add", "lesson", &word]),
                1 => run(&["add", "kr", "alpha", &word]),
                2 => run(&["add", "not-now", &word]),
                _ => {
                    // One file for all three, a field for each.
                    run(&["set", "beta-1", &format!("{}={word}", ["metric", "source", "scope"][writer - 1])]);
                    continue;
                }
            }
            ledger.added.insert(word);
        }
        ledger
    };
    let mut ledger = Ledger::default();
    thread::scope(|scope| {
        let programs: Vec<_> = (1..=3).map(|writer| scope.spawn(move || work(writer))).collect();
        for program in programs {
            ledger.take(program.join().unwrap());
        }
    });
    assert!(ledger.added.len() > each * 2);
    ledger.check(&store);
}

/// Who acts in a round, and how.
#[derive(Clone, Debug)]
enum Round {
    Window(usize, Deed),
    /// The editor writes a comment, or a key of its own, into one of the files.
    Comment(usize),
    Key(usize),
}

fn round() -> impl Strategy<Value = Round> {
    let deed = (0..2_usize, 0..DEEDS.len()).prop_map(|(window, deed)| Round::Window(window, DEEDS[deed]));
    prop_oneof![
        6 => deed,
        1 => (0..99_usize).prop_map(Round::Comment),
        1 => (0..99_usize).prop_map(Round::Key),
    ]
}

/// What an editor wrote into a file as a whole line.
fn edit(folder: &Path, number: usize, line: &str) {
    let files = super::files(folder);
    let (path, text) = files.iter().nth(number % files.len()).unwrap();
    fs::write(path, format!("{line}\n{text}")).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn two_windows_and_an_editor_lose_nothing(rounds in prop::collection::vec(round(), 1..40)) {
        play(&rounds);
    }
}

/// Plays rounds on one folder, and compares what was done with what stands there in the end.
fn play(rounds: &[Round]) -> Ledger {
    let (folder, store) = workspace();
    let mut windows = [1, 2].map(|number| Window::open(folder.path(), number));
    let (mut ledger, mut lines) = (Ledger::default(), Vec::new());
    for (number, round) in rounds.iter().enumerate() {
        let line = match round {
            Round::Window(window, deed) => {
                ledger.act(&mut windows[*window], *deed, &format!("r{number}"));
                continue;
            }
            Round::Comment(_) => format!("# said in round {number}"),
            Round::Key(_) => format!("own-{number} = {number}"),
        };
        let (Round::Comment(file) | Round::Key(file)) = round else { unreachable!("both are an editor's") };
        edit(folder.path(), *file, &line);
        lines.push(line);
    }
    ledger.check(&store);
    let texts: String = super::files(folder.path()).into_values().collect();
    for line in lines {
        assert_eq!(texts.lines().filter(|found| **found == *line).count(), 1, "{line}");
    }
    ledger
}

#[test]
fn two_windows_and_an_editor_lose_nothing_in_many_rounds() {
    let mut dice = Seed::new(6);
    let mut throw = |below: usize| dice.letters().bytes().map(usize::from).sum::<usize>() % below;
    let rounds = (0..crate::promises::rounds(150)).map(|_| match throw(4) {
        0 if throw(2) == 0 => Round::Comment(throw(99)),
        0 => Round::Key(throw(99)),
        _ => Round::Window(throw(2), DEEDS[throw(DEEDS.len())]),
    });
    let ledger = play(&rounds.collect::<Vec<_>>());
    assert!(ledger.added.len() > 20 && ledger.clashes > 0, "{} added", ledger.added.len());
}
