//! The log of failures: one line each, with version, time, place and causes, for whoever looks into what went wrong. It holds
//! what the program and the system say of files; of what a team wrote only the names of those.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use crate::domain::display::visible;

use super::state;

/// The log, in the state folder.
const FILE: &str = "errors.log";
/// What it held before it was full, in the state folder.
const FULL: &str = "errors.old.log";
/// The bytes from which on it is full.
const MOST: u64 = 256 * 1024;
/// The most characters of a line.
const LONGEST: usize = 1000;

/// A failure as it is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure<'a> {
    /// When, by the clock of this machine with its offset.
    pub at: &'a str,
    /// The command or the screen.
    pub place: &'a str,
    /// What was said.
    pub says: &'a str,
    /// The causes, each behind the other.
    pub causes: &'a [&'a str],
}

impl Failure<'_> {
    fn line(&self) -> String {
        let Self { at, place, says, causes } = self;
        let parts: Vec<String> =
            std::iter::once(says).chain(*causes).map(|text| without_content(text)).collect();
        let line = format!("{at} okr {} {place}: {}", env!("CARGO_PKG_VERSION"), parts.join(" < "));
        visible(&line).chars().take(LONGEST).chain(['\n']).collect()
    }
}

/// A moment as the log writes it, with the offset of the clock.
pub fn stamp(at: DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Where the log of a state folder stands.
pub fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// How many failures it names; `None` where nothing was ever noted.
pub fn count(folder: &Path) -> Option<usize> {
    fs::read_to_string(path(folder)).ok().map(|text| text.lines().count())
}

/// Notes a failure at the end of the log, which is made with the first; a full one takes the place of the one before.
///
/// # Errors
/// It cannot be written; whoever notes goes on without.
pub fn note(folder: &Path, failure: &Failure<'_>) -> io::Result<()> {
    state::make(folder)?;
    let path = path(folder);
    if fs::metadata(&path).is_ok_and(|file| file.len() >= MOST) {
        fs::rename(&path, folder.join(FULL))?;
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path)?.write_all(failure.line().as_bytes())
}

/// A text without what it quotes, what it says of the inside of a file, and whose home it speaks of.
fn without_content(text: &str) -> String {
    let mut kept = String::new();
    let mut ends_with = None;
    for letter in outside(text).chars() {
        match (ends_with, letter) {
            (Some(end), _) if letter == end => ends_with = None,
            (Some(_), _) => continue,
            (None, '“') => ends_with = Some('”'),
            (None, '"' | '`') => ends_with = Some(letter),
            (None, _) => {}
        }
        kept.push(letter);
    }
    match directories::BaseDirs::new().map(|dirs| dirs.home_dir().display().to_string()) {
        Some(home) if home.len() > 1 => kept.replace(&home, "~"),
        _ => kept,
    }
}

/// A text up to the first place in a file it names, `objective.toml:3:5`: what is behind that is about what stands there.
fn outside(text: &str) -> &str {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split(':');
    let mut end = parts.next().map_or(0, str::len);
    let mut numbers = 0;
    for part in parts {
        if numbers == 2 {
            return &text[..end];
        }
        numbers = if is_number(part) { numbers + 1 } else { 0 };
        end += 1 + part.len();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(says: &str, causes: &[&str]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let failure = Failure { at: "2027-02-11T14:02:03+01:00", place: "Check-ins", says, causes };
        note(folder.path(), &failure).unwrap();
        fs::read_to_string(path(folder.path())).unwrap()
    }

    #[test]
    fn a_failure_is_one_line_with_its_causes() {
        let line = noted("teams/a/team.toml: no space is left\non the disk", &["os error 28"]);
        let version = env!("CARGO_PKG_VERSION");
        let expected = format!(
            "2027-02-11T14:02:03+01:00 okr {version} Check-ins: teams/a/team.toml: no space is left␊on the disk < os error 28\n"
        );
        assert_eq!(line, expected);
    }

    #[test]
    fn what_a_team_wrote_is_left_out() {
        let line = noted(
            "teams/a/x.toml:12:3: confidence is 130: from 0 to 100",
            &["close “Ada left” `Lin` \"Kim\" now"],
        );
        assert!(line.ends_with("teams/a/x.toml:12:3 < close “” `` \"\" now\n"), "{line}");
        let line = noted("Cannot be read: a/b.toml:1:1: Ada", &[]);
        assert!(line.ends_with("Cannot be read: a/b.toml:1:1\n"), "{line}");
        let line = noted("an “open quote of Ada", &[]);
        assert!(line.ends_with("an “\n"), "{line}");
    }

    #[test]
    fn a_full_log_takes_the_place_of_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let says = "x".repeat(LONGEST);
        let failure = Failure { at: "now", place: "okr", says: &says, causes: &[] };
        let size = |name: &str| fs::metadata(folder.path().join(name)).map_or(0, |file| file.len());
        assert_eq!(count(folder.path()), None);
        for _ in 0..600 {
            note(folder.path(), &failure).unwrap();
            assert!(size(FILE) <= MOST + 4 * LONGEST as u64 && size(FULL) <= MOST + 4 * LONGEST as u64);
        }
        assert!(size(FULL) >= MOST && count(folder.path()).is_some_and(|lines| lines < 262));
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_this_person_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        note(folder.path(), &Failure { at: "now", place: "okr", says: "x", causes: &[] }).unwrap();
        assert_eq!(fs::metadata(path(folder.path())).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
