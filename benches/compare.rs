//! Quarterdeck against what it cannot be faster than, in one run: the screens against a bare table of 200 rows, a command
//! against `git status`, a check against reading and parsing the same files.
//!
//! `cargo bench --bench compare` measures workspaces of 1, 100 and 1,000 team-quarters; `-- --large` 10,000 as well, which
//! writes 400,000 files; `-- --rounds 7` is how often each is measured, in turns, so that whatever else the machine does
//! falls on both; `-- --screens` leaves the commands out. Every figure is a ratio of medians of one run; three rounds of three
//! sizes take some five minutes once all is built. The bytes of a key are the same however that was. Linux only, as memory and wakes are read from `/proc`.

#![expect(clippy::print_stdout, reason = "a benchmark says what it found")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes workspaces.
#[path = "workspace/generator.rs"]
pub mod generator;

/// Commands.
#[path = "compare/batch.rs"]
pub mod batch;

/// Screens.
#[path = "compare/pty.rs"]
pub mod pty;

use pty::Figures;

/// The workspaces: teams, and quarters of each.
const SIZES: [(usize, usize); 4] = [(1, 1), (5, 20), (50, 20), (500, 20)];

/// The screens: name, and the key that opens it.
const SCREENS: [(&str, &str); 7] = [
    ("Overview", ""),
    ("Setting", "1"),
    ("Check-ins", "2"),
    ("Scoring", "3"),
    ("Retrospective", "4"),
    ("History", "5"),
    ("Map", "gm"),
];

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let rounds =
        given.iter().position(|word| word == "--rounds").and_then(|at| given.get(at + 1)?.parse().ok());
    let is_large = given.iter().any(|word| word == "--large");
    let rounds = rounds.unwrap_or(3);
    let has_commands = !given.iter().any(|word| word == "--screens");
    let sizes = if is_large { &SIZES[..] } else { &SIZES[..3] };
    let programs = Programs::install();
    for &(teams, quarters) in sizes {
        let folder = tempfile::tempdir().expect("there is room for a workspace");
        let files = generator::write(folder.path(), teams, quarters).expect("a workspace can be written");
        println!("\n{} team-quarters, {files} files", teams * quarters);
        compare(folder.path(), &programs, rounds);
        if has_commands {
            batches(folder.path(), &programs.okr, rounds);
        }
    }
}

/// The two programs as they lie once they are installed: copied. What a linker has just put together piece by piece also stands
/// in memory piece by piece, and is brought to a process more slowly, the more so the larger it is.
struct Programs {
    okr: PathBuf,
    /// The bare table.
    floor: PathBuf,
    _folder: tempfile::TempDir,
}

impl Programs {
    fn install() -> Self {
        let folder = tempfile::tempdir().expect("there is room for two programs");
        let built = Path::new(env!("CARGO_BIN_EXE_okr"));
        let copy = |program: &Path, name: &str| {
            let copy = folder.path().join(name);
            std::fs::copy(program, &copy).expect("a program can be copied");
            copy
        };
        Self { okr: copy(built, "okr"), floor: copy(&table(built), "table"), _folder: folder }
    }
}

/// The bare table, built as the program is.
fn table(okr: &Path) -> PathBuf {
    let built =
        Command::new(env!("CARGO")).args(["build", "--release", "--quiet", "--example", "table"]).status();
    assert!(built.is_ok_and(|status| status.success()), "the table can be built");
    okr.with_file_name("examples").join("table")
}

fn compare(workspace: &Path, programs: &Programs, rounds: usize) {
    let keys = ["j"; 12].into_iter().chain(["k"; 12]).collect::<Vec<_>>();
    let mut ours: [Vec<Figures>; SCREENS.len()] = Default::default();
    let mut theirs = Vec::new();
    let mut measure_floor =
        || theirs.push(pty::measure(&programs.floor, workspace, ("Key result number 0", ""), &keys));
    for _ in 0..rounds {
        measure_floor();
        for ((_, key), ours) in SCREENS.into_iter().zip(&mut ours) {
            ours.push(pty::measure(&programs.okr, workspace, ("2027-Q1", key), &keys));
        }
        measure_floor();
    }
    for ((name, _), ours) in SCREENS.into_iter().zip(&ours) {
        say(name, ours, &theirs);
    }
}

fn say(name: &str, ours: &[Figures], theirs: &[Figures]) {
    let ratio = |of: fn(&Figures) -> Vec<f64>, part: f64| at(ours, of, part) / at(theirs, of, part);
    println!(
        "  {name:<14} start {:5.2} ({:.1} ms), at rest {:5.2}  key {:5.2} p99 {:5.2}  2,000 keys {:5.2}",
        ratio(|one| vec![one.start], 0.5),
        at(theirs, |one| vec![one.start], 0.5),
        ratio(|one| vec![one.rest], 0.5),
        ratio(|one| one.keys.clone(), 0.5),
        ratio(|one| one.keys.clone(), 0.99),
        ratio(|one| vec![one.burst], 0.5),
    );
    println!(
        "  {:<14} bytes {:5.2}, a cell {:5.2}  memory {:5.2}, its own {:5.2}  wakes {}  unanswered {} and {} there",
        "",
        ratio(|one| one.bytes.clone(), 0.5),
        ratio(|one| one.cells.clone(), 0.5),
        ratio(|one| vec![one.memory], 0.5),
        ratio(|one| vec![one.own], 0.5),
        at(ours, |one| vec![one.wakes], 0.5),
        at(ours, |one| vec![one.silent], 0.5),
        at(theirs, |one| vec![one.silent], 0.5),
    );
}

fn batches(workspace: &Path, okr: &Path, rounds: usize) {
    for arguments in [["init", "--quiet"], ["add", "--all"]] {
        let _ = batch::command(Path::new("git"), &arguments, workspace);
    }
    let [mut status, mut check_in, mut start, mut plain, mut check, mut lint] = [const { Vec::new() }; 6];
    for round in 0..rounds {
        let reading = format!("{}.5", 20 + round);
        let (team, key_result) = (generator::team_id(0), generator::first_key_result());
        let check_in_line = ["--team", &team, "checkin", key_result, "--value", &reading];
        status.push(batch::command(Path::new("git"), &["status", "--short"], workspace));
        check_in.push(batch::command(okr, &check_in_line, workspace));
        start.push(batch::command(okr, &["--version"], workspace));
        plain.push(batch::read_and_parse(workspace));
        check.push(batch::command(okr, &["check"], workspace));
        lint.push(batch::command(okr, &["lint"], workspace));
    }
    let [status, check_in, start, plain, check, lint] =
        [status, check_in, start, plain, check, lint].map(|times| part(times, 0.5));
    println!("  a check-in {:.2} of git status ({status:.1} ms)", check_in / status);
    println!("  check {:.2}, lint {:.2} of reading and parsing ({plain:.1} ms)", check / plain, lint / plain);
    // What is measured against runs within this process; a small workspace is read faster than a process starts.
    let beyond = |time: f64| (time - start) / plain;
    println!(
        "  without the start of a process ({start:.1} ms): {:.2} and {:.2}",
        beyond(check),
        beyond(lint)
    );
}

/// The figure below which so much of all that was measured lies.
fn at(all: &[Figures], of: fn(&Figures) -> Vec<f64>, share: f64) -> f64 {
    part(all.iter().flat_map(of).collect(), share)
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a short list"
)]
fn part(mut all: Vec<f64>, share: f64) -> f64 {
    all.sort_by(f64::total_cmp);
    let last = all.len().saturating_sub(1);
    all.get((last as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
}
