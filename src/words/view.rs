//! What stands around the screens: header, footer, help, palette, search.

use std::fmt::Display;

pub fn today(title: impl Display) -> String {
    format!("{title} today")
}
pub fn tomorrow(title: impl Display) -> String {
    format!("{title} tomorrow")
}
pub fn in_days(title: impl Display, days: impl Display) -> String {
    format!("{title} in {days} days")
}
pub const END_SEARCH: &str = "end search";

pub fn nothing_matches(clears: impl Display) -> String {
    format!("  Nothing matches; {clears} clears.")
}

pub fn type_to_search(runs: impl Display) -> String {
    format!("type to search, {runs} runs")
}
pub const METRICS_TO_START_FROM: &str = "Metrics to start from";
pub const A_WORD_OR_A_THEME: &str = "a word or a theme: reliability, delivery, on-call";
pub const OBJECTIVES_OF_OTHER_TEAMS: &str = "Objectives of other teams";
pub fn to_take(takes: impl Display, leaves: impl Display) -> String {
    format!("a few letters, {takes} takes it, {leaves} leaves the field as it is")
}
pub const CHOOSE: &str = "choose";
pub const NEW_LINE: &str = "new line";
pub fn a_few_letters_of_a_name(goes: impl Display) -> String {
    format!("a few letters of a name, {goes} goes there")
}
/// Of the set as a whole, of which a sentence is said.
pub const SAY_WHAT_IT_TELLS: &str = "say what it tells";
pub const CYCLES_OF_THE_TEAM: &str = "Cycles of the team";
pub fn a_few_letters(goes: impl Display) -> String {
    format!("a few letters: q3, 26, {goes} goes there")
}
pub const EVERYTHING_THAT_WAS_SAID: &str = "Everything that was said";
pub const WHAT_TO_FIND: &str = "words, a kind, a team, a cycle: lesson 2026-q4";
pub const DETAILS_OF_AN_ERROR: &str = "Details of an error";
pub const WHAT_WAS_SAID: &str = "What was said";
pub const WHAT_CAN_BE_DONE_HERE: &str = "What can be done here";
pub fn found(count: impl Display) -> String {
    format!("{count} found")
}
pub fn more_to_read(found: impl Display, left: impl Display) -> String {
    format!("{found}, {left} more to read")
}
pub const TYPE_WORDS_TO_FIND: &str =
    "Type words: objectives, key results, check-ins, lessons and reasons are searched.";
pub const NOTHING_FOUND_YET: &str = "Nothing yet; more is being read.";
pub const NOBODY_SAID_THAT: &str = "Nobody said that; fewer words find more.";
pub const NOTHING_IS_CALLED_THAT: &str = "Nothing is called that; fewer letters find more.";

pub const KEY_RESULT: &str = "key result";

pub fn below(name: impl Display) -> String {
    format!("below {name}")
}
pub fn no_quarter_yet(opens: impl Display) -> String {
    format!("no quarter yet; {opens} opens one")
}
pub fn merged_into(name: impl Display) -> String {
    format!("merged into {name}")
}
pub fn formerly(aliases: impl Display) -> String {
    format!("formerly {aliases}")
}

pub fn needs_more_cells(
    width: impl Display,
    height: impl Display,
    has_width: impl Display,
    has_height: impl Display,
) -> String {
    format!("Quarterdeck needs {width}x{height}, this is {has_width}x{has_height}")
}
/// After that it is too small.
pub fn what_was_typed_stays(too_small: impl Display) -> String {
    format!("{too_small}. What was typed stays; keys wait until there is room.")
}

pub fn and_more(found: impl Display) -> String {
    format!("{found} and more")
}
pub fn with_more_to_read(found: impl Display) -> String {
    format!("{found}, more to read")
}

pub const QUARTERDECK: &str = "Quarterdeck";
pub const CLEAR: &str = "clear";
pub const END_LARGE: &str = "small";
pub const UNMARK: &str = "unmark";
pub fn marked(count: impl Display) -> String {
    format!("{count} marked")
}
pub const MORE: &str = "more";
pub const DETAIL: &str = "Detail";
pub const GUIDE: &str = "Guide";
pub fn hides(key: impl Display) -> String {
    format!("{key} hides")
}
pub fn on_the_command_line(verb: impl Display) -> String {
    format!("okr {verb}")
}
pub const EVERYTHING: &str = "Everything";
pub const TEAMS: &str = "Teams";
pub const KEEP: &str = "keep";
pub const GO: &str = "go";
pub const OPEN: &str = "open";
pub const RUN: &str = "run";
pub const TAKE: &str = "take";

pub fn saved_at(time: impl Display) -> String {
    format!("saved {time}")
}
