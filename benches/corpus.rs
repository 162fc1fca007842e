//! How the coach judges labelled sentences: counts, shares, every sentence judged otherwise, and how fast.
//!
//! `cargo bench --bench corpus` measures the files of `tests/corpus/`; `-- --file F.jsonl [--objectives]` any other.
//! The weights of the evidence are learned from those files: `-- --crossed` says what they are worth on sources they were
//! not learned from, `-- --learn` writes them anew.

#![expect(clippy::print_stdout, reason = "a benchmark says what it found")]

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use quarterdeck::coach::label;
use quarterdeck::coach::statement::Statement;

/// Shared with the tests.
#[path = "../tests/corpus/figures.rs"]
pub mod figures;

/// Finds the weights.
#[path = "corpus/learning.rs"]
pub mod learning;

use figures::{KeyResults, Labelled, Objectives, read, today};

/// The sets of key results; all but the last have objectives as well.
const SETS: &[&str] = &[
    "",
    "written_",
    "second_",
    "third_",
    "fourth_",
    "fifth_",
    "sixth_",
    "seventh_",
    "eighth_",
    "ninth_",
    "tenth_",
    "eleventh_",
    "twelfth_",
    "found_",
    "gathered_",
    "fourteenth_",
    "taught_",
    "defining_",
    "contrast_",
];

/// Sets that are measured and never learned from.
const APART: &[&str] = &["thirteenth_"];

/// The sets that hold nothing but what organisations put in public.
const REAL: &[&str] = &["", "twelfth_", "found_", "gathered_", "fourteenth_"];

/// The sets that have objectives.
fn aims() -> impl Iterator<Item = &'static str> {
    SETS.iter().copied().filter(|set| *set != "contrast_")
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let file = given.iter().position(|word| word == "--file").and_then(|at| given.get(at + 1));
    if let Some(path) = file {
        let is_objectives = given.iter().any(|word| word == "--objectives");
        return if is_objectives { objectives(path) } else { key_results(path) };
    }
    if given.iter().any(|word| word == "--learn") {
        return learn();
    }
    if given.iter().any(|word| word == "--crossed") {
        return crossed();
    }
    for set in SETS.iter().chain(APART) {
        key_results(&own(set, "keyresults"));
    }
    for set in aims().chain(APART.iter().copied()) {
        objectives(&own(set, "objectives"));
    }
    crossed();
    speed();
}

/// All sentences of the corpus: key results, and objectives.
fn all() -> (Vec<Labelled>, Vec<Labelled>) {
    let of = |set: &'static str, name: &str| {
        rows(&own(set, name)).into_iter().map(move |row| Labelled { set, ..row })
    };
    let key_results = SETS.iter().flat_map(|set| of(set, "keyresults")).collect();
    (key_results, aims().flat_map(|set| of(set, "objectives")).collect())
}

/// Writes the weights anew.
fn learn() {
    let (key_results, objectives) = all();
    let path = format!("{}/assets/coach/evidence.toml", env!("CARGO_MANIFEST_DIR"));
    let key_results: Vec<&Labelled> = key_results.iter().collect();
    let objectives: Vec<&Labelled> = objectives.iter().collect();
    fs::write(&path, learning::learned(&key_results, &objectives).told())
        .unwrap_or_else(|error| panic!("{path}: {error}"));
}

/// Tells whether a sentence counts.
type Takes = fn(&Labelled) -> bool;

/// Whose figures are told apart, and which sets they take.
const CROSSED: [(&str, Takes); 3] = [
    ("of the first set", |row| row.set.is_empty()),
    ("of all real sets", |row| REAL.contains(&row.set)),
    ("of all sets", |_| true),
];

/// Judges each tenth of the sources by weights that were learned from the other nine. The rules have seen most.
fn crossed() {
    const PARTS: u64 = 10;
    let (key_results, objectives) = all();
    let mut counted: [(KeyResults, Objectives); CROSSED.len()] = Default::default();
    let learn =
        |part| learning::learned(&split(&key_results, part, PARTS).1, &split(&objectives, part, PARTS).1);
    for (part, learned) in (0..PARTS).zip(at_once(PARTS, learn)) {
        let (apart, aims_apart) = (split(&key_results, part, PARTS).0, split(&objectives, part, PARTS).0);
        let judge = |statement: &Statement<'_>, objective: Option<&str>| {
            label::key_result_by(statement, objective, &learned.sums(statement))
        };
        let judge_aim = |statement: &Statement<'_>| label::objective_by(statement, &learned.sums(statement));
        for ((judged, aims), (_, takes)) in counted.iter_mut().zip(CROSSED) {
            judged.take_all(apart.iter().copied().filter(|row| takes(row)), judge);
            aims.take_all(aims_apart.iter().copied().filter(|row| takes(row)), judge_aim);
        }
    }
    for ((judged, aims), (name, _)) in counted.iter().zip(CROSSED) {
        println!("weights learned from other sources, {name}:\n{}{}", judged.say(), aims.say());
    }
}

/// What each of the parts gives, with as many at once as there are cores.
fn at_once<T: Send>(parts: u64, of: impl Fn(u64) -> T + Sync) -> Vec<T> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<u64> = (0..parts).collect();
    let some = |parts: &[u64]| {
        std::thread::scope(|scope| {
            let started: Vec<_> = parts.iter().map(|part| scope.spawn(|| of(*part))).collect();
            started.into_iter().map(|part| part.join().expect("learned")).collect::<Vec<T>>()
        })
    };
    parts.chunks(cores).flat_map(some).collect()
}

/// The sentences of one part of the sources, and all others.
fn split(rows: &[Labelled], part: u64, parts: u64) -> (Vec<&Labelled>, Vec<&Labelled>) {
    rows.iter().partition(|row| row.part(parts) == part)
}

fn own(set: &str, name: &str) -> String {
    format!("{}/tests/corpus/{set}{name}.jsonl", env!("CARGO_MANIFEST_DIR"))
}

fn rows(path: &str) -> Vec<Labelled> {
    read(&fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}")))
}

fn key_results(path: &str) {
    let rows = rows(path);
    let counted = KeyResults::of(&rows);
    println!("{path}: {} key results\n{}", rows.len(), counted.say());
    let mut sources: BTreeMap<&str, Vec<&Labelled>> = BTreeMap::new();
    for row in &rows {
        sources.entry(&row.source).or_default().push(row);
    }
    for (source, rows) in sources.iter().filter(|(_, rows)| rows.len() >= 8) {
        let counted = KeyResults::of(rows.iter().copied());
        let (precision, recall) = (counted.precision().value(), counted.recall().value());
        println!("  {source:32} {:4}  precision {precision:.2}, recall {recall:.2}", rows.len());
    }
    println!("\njudged otherwise:\n{}\n", counted.misses.join("\n"));
    println!("read otherwise:\n{}\n", counted.numbers.misses.join("\n"));
}

fn objectives(path: &str) {
    let rows = rows(path);
    let counted = Objectives::of(&rows);
    println!("{path}: {} objectives\n{}\n{}\n", rows.len(), counted.say(), counted.misses.join("\n"));
}

/// Reads and judges every key result for a second or so, on one core.
fn speed() {
    let rows: Vec<Labelled> = SETS.iter().flat_map(|set| rows(&own(set, "keyresults"))).collect();
    let each = |judge: bool| {
        let start = Instant::now();
        let mut done = 0_u32;
        while start.elapsed().as_millis() < 1000 {
            for row in &rows {
                let statement = Statement::read(&row.text, today());
                if judge {
                    black_box(label::key_result(&statement, row.objective.as_deref()));
                }
                black_box(&statement);
                done += 1;
            }
        }
        f64::from(done) / start.elapsed().as_secs_f64()
    };
    println!("read {:.0} a second, read and judged {:.0} a second", each(false), each(true));
}
