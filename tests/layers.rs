//! The house rules no compiler knows: which module may know which, who may look at the clock, how long things get.
//! Each check is a function from a source text to sentences, so that it can be shown to fire on a bad sample.

pub mod arrows;
pub mod calls;
pub mod keys;
pub mod paths;
pub mod sizes;
pub mod source;
pub mod tokens;
pub mod words;

use quarterdeck::method::step::{Step, Steps};

use source::Source;

/// Runs a check over files and panics with all that it found.
#[track_caller]
fn assert_clean(files: &[Source], check: impl Fn(&Source) -> Vec<String>) {
    let found: Vec<String> = files.iter().flat_map(check).collect();
    assert!(found.is_empty(), "{} to mend:\n  {}", found.len(), found.join("\n  "));
}

#[test]
fn arrows_point_one_way() {
    assert_clean(source::program(), arrows::wrong);
}

#[test]
fn clock_files_printing_and_colour_stay_where_they_belong() {
    assert_clean(source::program(), calls::wrong);
}

#[test]
fn tests_neither_sleep_nor_are_ignored() {
    assert_clean(&source::tests(), calls::wrong_in_tests);
    assert_clean(source::program(), calls::wrong_in_tests);
}

#[test]
fn files_and_functions_stay_short() {
    assert_clean(source::program(), sizes::wrong);
}

#[test]
fn no_file_has_a_name_that_means_everything() {
    assert_clean(source::program(), sizes::wrong_name);
    assert_clean(&source::tests(), sizes::wrong_name);
}

#[test]
fn every_file_is_in_reach_of_the_formatter() {
    assert_clean(source::program(), sizes::out_of_reach);
}

#[test]
fn no_test_file_is_forgotten() {
    let found = source::forgotten(&source::tests());
    assert!(found.is_empty(), "not reached from tests/all.rs: {found:?}");
}

/// What is printed writes a share as `57 %`; what a person may type, in the examples of the help, is another matter.
#[test]
fn shares_are_printed_one_way() {
    let is_said = |file: &&Source| {
        let path = file.path.as_str();
        path.starts_with("src/words/") && !path.starts_with("src/words/cli/help")
    };
    let texts = include_str!("../assets/texts.toml");
    let files: Vec<&Source> = source::program().iter().filter(is_said).collect();
    let all = files.iter().flat_map(|file| file.text.lines()).chain(texts.lines());
    let wrong: Vec<&str> = all.filter(|line| line.contains("}%")).collect();
    assert!(files.len() > 50 && wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_is_said_stands_among_the_words() {
    assert_clean(source::program(), words::wrong);
    assert_clean(source::program(), words::help_in_a_comment);
}

#[test]
fn words_hold_texts_that_are_said_and_nothing_else() {
    assert_clean(source::program(), words::wrong_among_them);
    assert_clean(source::program(), words::cut_names);
    let found = words::unsaid(source::program());
    assert!(found.is_empty(), "{} to mend:\n  {}", found.len(), found.join("\n  "));
}

#[test]
fn a_text_names_no_key() {
    assert_clean(source::program(), keys::wrong);
    let cards = include_str!("../assets/tour.toml").lines().filter(|line| line.starts_with("says"));
    let wrong: Vec<String> = cards.filter_map(|card| keys::key_in(card.split_once('"')?.1)).collect();
    assert!(wrong.is_empty(), "the tour names {wrong:?}");
}

#[test]
fn the_questions_of_the_method_stand_in_their_steps_and_nowhere_else() {
    let asks: Vec<&String> = Step::ALL.iter().flat_map(|step| Steps::METHOD.guide(*step).ask).collect();
    assert_clean(source::program(), |file| words::asked_again(file, &asks));
}

#[test]
fn exceptions_say_why() {
    let all = arrows::EXCEPTIONS.iter().chain(sizes::LONG).chain(words::EXCEPTIONS);
    for (file, what, why) in all.chain(keys::EXCEPTIONS) {
        assert!(why.split_whitespace().count() > 3, "{file}, {what}: say why");
    }
}
