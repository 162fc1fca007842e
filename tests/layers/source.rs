//! The source files of the house.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use super::tokens::{Token, read, without_tests};
use crate::support::tree;

/// One source file.
pub struct Source {
    /// Its path from the top, as `src/domain/score.rs`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What was read of it, once a check has asked for that.
    code: OnceLock<Vec<Token>>,
}

impl Source {
    /// A file that stands nowhere, to show a check at work.
    pub fn sample(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into(), code: OnceLock::new() }
    }

    /// Its words and signs, without what is for tests only. A file `tests.rs` is for tests as a whole.
    pub fn code(&self) -> &[Token] {
        let is_of_tests = self.path.starts_with("src/") && self.name() == "tests";
        self.code.get_or_init(|| if is_of_tests { Vec::new() } else { without_tests(&read(&self.text)) })
    }

    /// The module it is, as `crate::domain::score`.
    pub fn module(&self) -> String {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        match path {
            "lib" | "main" => "crate".into(),
            _ => format!("crate::{}", path.replace('/', "::")),
        }
    }

    /// The name of the file, without its end.
    pub fn name(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.trim_end_matches(".rs")
    }
}

/// All files of the program.
pub fn program() -> &'static [Source] {
    static ALL: OnceLock<Vec<Source>> = OnceLock::new();
    ALL.get_or_init(|| below("src"))
}

/// All files of the tests.
pub fn tests() -> Vec<Source> {
    below("tests")
}

fn below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = tree::files(root.join(folder))
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|extension| extension == "rs"));
    paths
        .map(|path| format!("{folder}/{path}"))
        .map(|path| Source::sample(&path, &read_text(&root.join(&path))))
        .collect()
}

fn read_text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The test files that `mod` lines do not reach from `tests/all.rs`: cargo would never run them.
pub fn forgotten(files: &[Source]) -> Vec<String> {
    let mut reached = BTreeSet::new();
    let mut to_read = vec!["tests/all.rs".to_owned()];
    while let Some(path) = to_read.pop() {
        let Some(file) = files.iter().find(|file| file.path == path) else { continue };
        let folder = if path == "tests/all.rs" { "tests" } else { path.trim_end_matches(".rs") };
        to_read.extend(modules(&file.text).into_iter().map(|name| format!("{folder}/{name}.rs")));
        reached.insert(path);
    }
    // A crate of its own, with targets that the tests run as well.
    let is_of_tests = |path: &String| !path.starts_with("tests/fuzz/");
    files
        .iter()
        .map(|file| file.path.clone())
        .filter(is_of_tests)
        .filter(|path| !reached.contains(path))
        .collect()
}

/// The names in `mod name;`.
fn modules(text: &str) -> Vec<String> {
    let tokens = read(text);
    let named = tokens.windows(3).filter(|three| three[0].text == "mod" && three[2].text == ";");
    named.map(|three| three[1].text.clone()).collect()
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn a_file_knows_its_module() {
        let cases = [
            ("src/main.rs", "crate"),
            ("src/domain.rs", "crate::domain"),
            ("src/tui/screens/scoring.rs", "crate::tui::screens::scoring"),
        ];
        for (path, module) in cases {
            assert_eq!(Source::sample(path, "").module(), module);
        }
    }

    #[test]
    fn a_test_file_without_its_mod_line_is_forgotten() {
        let files = [
            Source::sample("tests/all.rs", "pub mod cli; // mod journeys;"),
            Source::sample("tests/cli.rs", "mod lint;"),
            Source::sample("tests/cli/lint.rs", ""),
            Source::sample("tests/cli/init.rs", ""),
            Source::sample("tests/journeys.rs", ""),
        ];
        assert_eq!(forgotten(&files), ["tests/cli/init.rs", "tests/journeys.rs"]);
    }

    #[test]
    fn the_files_are_read() {
        assert!(program().iter().any(|file| file.path == "src/main.rs" && file.text.contains("fn main")));
        assert!(tests().iter().any(|file| file.path == "tests/layers/source.rs"));
    }
}
