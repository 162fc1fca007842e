//! A look at the files of a workspace.

use std::collections::BTreeMap;
use std::path::Path;

/// Lists all files below the folder, sorted, with `/` between folders. What git keeps for itself is left out.
pub fn files(dir: impl AsRef<Path>) -> Vec<String> {
    let mut found = Vec::new();
    collect(dir.as_ref(), "", &mut found);
    found.sort();
    found
}

fn collect(dir: &Path, prefix: &str, found: &mut Vec<String>) {
    let entries = std::fs::read_dir(dir).unwrap_or_else(|why| panic!("{}: {why}", dir.display()));
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().expect("test files have UTF-8 names");
        let path = format!("{prefix}{name}");
        if name == ".git" {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}/"), found);
        } else {
            found.push(path);
        }
    }
}

/// Lists the files that fit a pattern in which `*` stands for any part of one name:
/// `"teams/payments/*/checkins/*.toml"`.
pub fn paths_like(dir: impl AsRef<Path>, pattern: &str) -> Vec<String> {
    files(dir).into_iter().filter(|path| fits(path, pattern)).collect()
}

/// Finds the one file that fits the pattern. Panics, showing all files, when there is none or more than one.
#[track_caller]
pub fn path_like(dir: impl AsRef<Path>, pattern: &str) -> String {
    let mut found = paths_like(&dir, pattern);
    if found.len() != 1 {
        let all = files(dir).join("\n  ");
        panic!("{} files are like {pattern}, one was expected, among:\n  {all}", found.len());
    }
    found.remove(0)
}

/// Reads the one file at the path, which may be a pattern.
#[track_caller]
pub fn file(dir: impl AsRef<Path>, path: &str) -> String {
    let found = path_like(&dir, path);
    std::fs::read_to_string(dir.as_ref().join(found)).unwrap()
}

/// Reads the one file at the path, which may be a pattern, as TOML.
#[track_caller]
pub fn toml(dir: impl AsRef<Path>, path: &str) -> toml::Table {
    let text = file(dir, path);
    text.parse().unwrap_or_else(|why| panic!("{path} is no TOML: {why}\n{text}"))
}

/// Writes a file as another program would, with the folders it needs.
pub fn write(dir: impl AsRef<Path>, path: &str, text: &str) {
    let path = dir.as_ref().join(path);
    std::fs::create_dir_all(path.parent().expect("a file stands in a folder")).unwrap();
    std::fs::write(path, text).unwrap();
}

fn fits(path: &str, pattern: &str) -> bool {
    let (names, patterns) = (path.split('/'), pattern.split('/'));
    names.clone().count() == patterns.clone().count()
        && names.zip(patterns).all(|(name, like)| name_fits(name, like))
}

fn name_fits(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => name == pattern,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|tail| {
            let mut cuts = tail.char_indices().map(|(at, _)| at).chain([tail.len()]);
            cuts.any(|at| name_fits(&tail[at..], rest))
        }),
    }
}

/// All bytes of a folder at one moment, to say afterwards that nothing else changed.
pub struct Snapshot(BTreeMap<String, Vec<u8>>);

impl Snapshot {
    /// Reads the folder.
    pub fn of(dir: impl AsRef<Path>) -> Self {
        let dir = dir.as_ref();
        Self(
            files(dir)
                .into_iter()
                .map(|path| (path.clone(), std::fs::read(dir.join(path)).unwrap()))
                .collect(),
        )
    }

    /// Says what became of the folder since: `"+ new"`, `"- gone"`, `"~ other bytes"`, sorted by path.
    pub fn changes_since(&self, before: &Self) -> Vec<String> {
        let mut paths: Vec<&String> = before.0.keys().chain(self.0.keys()).collect();
        paths.sort();
        paths.dedup();
        let say = |path: &String| match (before.0.get(path), self.0.get(path)) {
            (None, _) => Some(format!("+ {path}")),
            (_, None) => Some(format!("- {path}")),
            (old, new) => (old != new).then(|| format!("~ {path}")),
        };
        paths.into_iter().filter_map(say).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::Home;

    fn workspace() -> Home {
        let home = Home::empty();
        write(home.work(), "okr.toml", "format = 1\n");
        write(home.work(), "teams/payments/team.toml", "name = \"Payments\"\n");
        write(home.work(), "teams/payments/2027-q1/checkins/2027-02-11-a1.toml", "confidence = 60\n");
        write(home.work(), ".git/HEAD", "ref: refs/heads/main\n");
        home
    }

    #[test]
    fn files_are_listed_sorted_and_without_those_of_git() {
        let home = workspace();
        let expected =
            ["okr.toml", "teams/payments/2027-q1/checkins/2027-02-11-a1.toml", "teams/payments/team.toml"];
        assert_eq!(files(home.work()), expected);
    }

    #[test]
    fn a_star_stands_for_a_part_of_one_name() {
        let cases = [
            ("a/b.toml", "a/b.toml", true),
            ("a/b.toml", "*/*.toml", true),
            ("a/b.toml", "*", false),
            ("a/b.toml", "a/*", true),
            ("a/b.toml", "a/b.*l", true),
            ("a/b.toml", "a/*b*", true),
            ("a/é.toml", "a/*.toml", true),
            ("a/b.toml", "a/*.md", false),
            ("a/b/c", "a/*", false),
        ];
        for (path, pattern, fitting) in cases {
            assert_eq!(fits(path, pattern), fitting, "{path} like {pattern}");
        }
    }

    #[test]
    fn a_file_is_found_by_its_pattern_and_read() {
        let home = workspace();
        let table = toml(home.work(), "teams/*/2027-q1/checkins/*.toml");
        assert_eq!(table["confidence"].as_integer(), Some(60));
        assert_eq!(file(home.work(), "okr.toml"), "format = 1\n");
        assert_eq!(paths_like(home.work(), "teams/payments/*"), ["teams/payments/team.toml"]);
    }

    #[test]
    #[should_panic(expected = "0 files are like teams/x/team.toml, one was expected, among:\n  okr.toml")]
    fn a_missing_file_shows_those_that_are_there() {
        let _ = file(workspace().work(), "teams/x/team.toml");
    }

    #[test]
    fn a_snapshot_tells_every_change_and_no_other() {
        let home = workspace();
        let before = Snapshot::of(home.work());
        assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
        write(home.work(), "okr.toml", "format = 1");
        write(home.work(), "notes/new.md", "");
        std::fs::remove_file(home.work().join("teams/payments/team.toml")).unwrap();
        let changes = Snapshot::of(home.work()).changes_since(&before);
        assert_eq!(changes, ["+ notes/new.md", "~ okr.toml", "- teams/payments/team.toml"]);
    }
}
