//! Small whole workspaces, one sound and one broken for each rule: what is sound is not complained about, what is
//! broken is named with its place, in the words of `expected.txt`.

pub mod lint;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quarterdeck::domain::step::Step;
use quarterdeck::store::Store;
use quarterdeck::store::check::{RULES, check, check_all};
use quarterdeck::store::problem::{Level, Problem};
use quarterdeck::store::shares::Count;

use crate::support::home::Home;
use crate::support::tree::write;

/// Rules that no folder of plain files can break, and where they are tested instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("file-size", "a file of 1 MiB does not belong into the repository; src/store/load.rs makes one"),
    ("link", "not every system keeps links; src/store/load.rs makes some"),
    ("unreadable", "git keeps no rights and no sockets; src/store/load.rs makes one"),
];

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workspaces").join(kind)
}

/// The folders of one kind, by name.
fn workspaces(kind: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder(kind)).unwrap().map(|entry| entry.unwrap());
    let mut found: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path())).collect();
    found.sort();
    found
}

fn problems(workspace: &Path) -> Vec<Problem> {
    let (store, loaded) = Store::open(workspace).unwrap();
    let problems = check(&store, &loaded);
    let in_parts = check_all(&store, &Count::default()).unwrap();
    assert_eq!(in_parts, problems, "a part is as good as the whole: {}", workspace.display());
    problems
}

/// Problems as `okr check` prints them.
fn told(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |told, problem| told + &problem.to_string() + "\n")
}

#[test]
fn a_sound_workspace_has_no_problems() {
    for (name, workspace) in workspaces("valid") {
        assert_eq!(told(&problems(&workspace)), "", "valid/{name}");
    }
}

#[test]
fn a_broken_workspace_has_exactly_the_problems_it_is_there_for() {
    for (name, workspace) in workspaces("invalid") {
        let expected = fs::read_to_string(workspace.join("expected.txt")).unwrap_or_default();
        assert_eq!(told(&problems(&workspace)), expected, "invalid/{name}");
    }
}

#[test]
fn every_rule_is_kept_by_one_workspace_and_broken_by_another() {
    let valid: BTreeSet<String> = workspaces("valid").into_iter().map(|(name, _)| name).collect();
    let mut broken = BTreeSet::new();
    for (name, workspace) in workspaces("invalid") {
        let problems = problems(&workspace);
        broken.extend(problems.iter().map(|problem| problem.rule).filter(|rule| name.starts_with(rule)));
        for problem in problems {
            let row = RULES.iter().find(|rule| rule.id == problem.rule).unwrap();
            assert!(problem.level <= row.level, "{problem}");
        }
    }
    for rule in RULES.iter().filter(|rule| ELSEWHERE.iter().all(|(id, _)| *id != rule.id)) {
        assert!(valid.contains(rule.id), "no folder valid/{}", rule.id);
        assert!(broken.contains(rule.id), "no folder invalid/{}", rule.id);
    }
}

#[test]
fn the_command_prints_the_same_and_ends_with_1_when_there_is_something_to_mend() {
    let home = Home::empty();
    for (name, workspace) in workspaces("valid").into_iter().chain(workspaces("invalid")) {
        let problems = problems(&workspace);
        let to_mend = problems.iter().any(|problem| problem.level == Level::Error);
        let outcome = home.okr(["--workspace", workspace.to_str().unwrap(), "check"]);
        assert_eq!(outcome.stdout(), told(&problems), "{name}");
        assert_eq!(outcome.exit_code(), Some(i32::from(to_mend)), "{name}");
    }
}

/// The block of TOML in the README that begins so.
fn block_of_the_readme(beginning: &str) -> String {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let mut blocks = readme.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    blocks.find(|(block, _)| block.starts_with(beginning)).unwrap().0.to_owned()
}

#[test]
fn the_step_of_the_readme_is_taken() {
    let home = Home::empty();
    write(home.work(), "okr.toml", "format = 1\n");
    write(home.work(), "steps.toml", &block_of_the_readme("[[step]]"));
    assert_eq!(told(&problems(&home.work())), "");
    let (_, loaded) = Store::open(&home.work()).unwrap();
    let own = loaded.workspace.steps.of(Step::Chk4).unwrap();
    assert!(own.title.is_some() && own.timebox.is_some() && own.ask.len() == 2);
}

#[test]
fn the_sample_is_sound() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
    assert_eq!(told(&problems(&sample)), "");
}
