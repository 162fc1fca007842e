//! The README, held to its word: its commands are run, in order, and its key table is compared with the keys.

pub mod blocks;
pub mod keys;
pub mod sheet;

use blocks::{Example, commands, examples};
use quarterdeck::settings::actions;

use crate::support::cli::verbs;
use crate::support::{Home, okr};

const README: &str = include_str!("../README.md");

/// Runs the examples one after another in one home. A `cd` moves on, an `export` holds from there on; an `okr` line
/// must end well and print what the README shows. Exit code 1 is an answer (findings, something overdue), so it
/// counts as well.
fn wrong_examples(readme: &str) -> Vec<String> {
    let mut home = Home::empty();
    let mut dir = home.work();
    let mut wrong = Vec::new();
    for Example { line, command, printed } in examples(readme) {
        match command.split_once(' ').unwrap_or((&command, "")) {
            ("cd", folder) if dir.join(folder).is_dir() => dir = dir.join(folder),
            ("cd", folder) => {
                wrong.push(format!("README.md:{line}: there is no folder {folder} at that point"));
            }
            ("export", variable) if variable.contains('=') => {
                let (name, value) = variable.split_once('=').unwrap_or_default();
                home = home.with(name, value);
            }
            ("okr", args) => {
                let outcome = okr(&home).dir(&dir).args(args).run();
                let output = format!("{}\n{}", outcome.stdout(), outcome.stderr());
                if !matches!(outcome.exit_code(), Some(0 | 1)) {
                    wrong.push(format!(
                        "README.md:{line}: `{command}` gives {:?}:\n{output}",
                        outcome.exit_code()
                    ));
                }
                let missing = blocks::missing_from(&output, &printed);
                wrong.extend(
                    missing.map(|text| {
                        format!("README.md:{line}: `{command}` does not print: {text}\n{output}")
                    }),
                );
            }
            _ => wrong.push(format!(
                "README.md:{line}: only `okr`, `cd` and `export` can be shown after `$`, not `{command}`"
            )),
        }
    }
    wrong
}

#[test]
fn the_two_commands_are_named() {
    let named = commands(README);
    for command in ["cargo run --release -- demo", "cargo test"] {
        assert!(
            named.iter().any(|line| line == command),
            "README.md has no block with the line `{command}`: {named:?}"
        );
    }
}

#[test]
fn every_example_prints_what_the_readme_shows() {
    let wrong = wrong_examples(README);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The keys as the README writes them: how they are pressed, what they do, where.
fn real_keys() -> Vec<keys::Row> {
    let row = |row: actions::Row<actions::Action>| {
        vec![row.shown_keys().join(" or "), row.words.title.to_owned(), row.action.place().to_owned()]
    };
    actions::table().into_iter().map(row).collect()
}

#[test]
fn the_key_table_is_the_one_of_the_program() {
    let wrong = keys::differences(&keys::table(README), &real_keys());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_verb_has_an_example() {
    let shown = commands(README);
    let is_shown = |verb: &str| {
        shown.iter().any(|line| line.starts_with("okr ") && line.split_whitespace().any(|word| word == verb))
    };
    let missing: Vec<String> = verbs().into_iter().filter(|verb| !is_shown(verb)).collect();
    assert!(missing.is_empty(), "README.md shows no example of {missing:?}");
}

#[test]
fn a_wrong_example_is_found() {
    let readme = "```console\n$ okr --help\nno such words\n$ cd nowhere\n$ rm -r x\n```\n";
    let wrong = wrong_examples(readme);
    assert_eq!(wrong.len(), 3, "{wrong:?}");
    assert!(wrong[0].starts_with("README.md:2: `okr --help` does not print: no such words"), "{}", wrong[0]);
    assert!(wrong[1].starts_with("README.md:4: there is no folder nowhere"), "{}", wrong[1]);
    assert!(wrong[2].starts_with("README.md:5: only `okr`, `cd`"), "{}", wrong[2]);
}
