//! Commands that run to their end, against what they cannot be faster than.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use quarterdeck::domain::check_in::Sitting;
use quarterdeck::domain::cycle::Cycle;
use quarterdeck::domain::effort::Effort;
use quarterdeck::domain::frame::Frame;
use quarterdeck::domain::key_result::KeyResult;
use quarterdeck::domain::objective::Objective;
use quarterdeck::domain::retrospective::Note;
use quarterdeck::domain::scoring::Scoring;
use quarterdeck::domain::team::{Settings, Team};
use serde::de::DeserializeOwned;

/// How long a command takes from its start to its end, in milliseconds.
///
/// # Panics
///
/// There is no such program.
pub fn command(program: &Path, arguments: &[&str], workspace: &Path) -> f64 {
    let begun = Instant::now();
    let mut command = Command::new(program);
    command.args(arguments).current_dir(workspace).stdout(Stdio::null()).stderr(Stdio::null());
    command.env("OKR_TODAY", super::generator::TODAY).env("XDG_STATE_HOME", workspace.join(".state"));
    command.status().expect("the command can be run");
    begun.elapsed().as_secs_f64() * 1000.0
}

/// How long it takes to find, read and parse all files of a workspace with `toml` and serde on all cores, and nothing else,
/// in milliseconds.
///
/// # Panics
///
/// A file cannot be read or parsed.
pub fn read_and_parse(workspace: &Path) -> f64 {
    let begun = Instant::now();
    let mut files = Vec::new();
    for part in ["okr.toml", "cycles", "teams"] {
        find(workspace.join(part), &mut files);
    }
    let (next, parsed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let text = fs::read_to_string(file).expect("a file of the workspace can be read");
            parsed.fetch_add(usize::from(is_parsed(file, &text)), Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        (1..cores).for_each(|_| drop(scope.spawn(work)));
        work();
    });
    assert_eq!(parsed.into_inner(), files.len(), "every file can be parsed");
    begun.elapsed().as_secs_f64() * 1000.0
}

fn find(path: PathBuf, files: &mut Vec<PathBuf>) {
    match fs::read_dir(&path) {
        Ok(entries) => {
            for entry in entries.flatten() {
                let path = entry.path();
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    find(path, files);
                } else {
                    files.push(path);
                }
            }
        }
        Err(_) => files.push(path),
    }
}

/// Parses a file as what its place says it is.
fn is_parsed(file: &Path, text: &str) -> bool {
    fn is<T: DeserializeOwned>(text: &str) -> bool {
        toml::from_str::<T>(text).is_ok()
    }
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let above = file.parent().map(name).unwrap_or_default();
    match (name(file).as_str(), above.as_str()) {
        ("okr.toml", _) => is::<Settings>(text),
        ("team.toml", _) => is::<Team>(text),
        ("cycle.toml", _) => is::<Frame>(text),
        ("objective.toml", _) => is::<Objective>(text),
        (_, "cycles") => is::<Cycle>(text),
        (_, "checkins") => is::<Sitting>(text),
        (_, "scores") => is::<Scoring>(text),
        (_, "retro") => is::<Note>(text),
        (_, "sessions") => is::<Effort>(text),
        _ => is::<KeyResult>(text),
    }
}
