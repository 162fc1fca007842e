//! What is wrong with a line of the settings or the own keys.

use std::fmt::{Debug, Display};

pub const UI_IS_NO_TABLE: &str = "`ui` is no table: write [ui], and its keys below";
pub const THIS_IS_NO_TOML: &str = "this is no TOML: a line is a key, `=` and its value, a word in quotes";
pub fn stands_twice(key: impl Display) -> String {
    format!("`{key}` stands here a second time")
}
pub fn the_line_is_left_out(says: impl Display) -> String {
    format!("{says}; the line is left out")
}
/// Of a key of the table `ui`: what is needed there, and what holds instead.
pub fn as_usual(key: impl Display, says: impl Display) -> String {
    format!("ui.{key}: {says}; what is usual holds until then")
}
pub const TRUE_OR_FALSE: &str = "true or false is needed, without quotes";
pub const A_WORD_IN_QUOTES: &str = "a word in quotes is needed";
pub fn no_key_but_near(key: impl Display, near: impl Display) -> String {
    format!("there is no key `{key}` in [ui]; did you mean `{near}`?")
}
pub fn no_key(key: impl Display, known: impl Display) -> String {
    format!("there is no key `{key}` in [ui]; there are {known}")
}
pub fn stands_outside(name: impl Display) -> String {
    format!("`{name}` is none of the settings, which all stand below [ui]")
}

pub fn and_nothing_below_is_read(says: impl Display) -> String {
    format!("{says}; nothing below it is read")
}
pub const NONE_OF_ITS_LINES_IS_READ: &str = "none of its lines is read";
pub const IT_IS_NO_FILE: &str = "it is no file";
pub const IT_IS_NO_UTF_8: &str =
    "the text is no UTF-8 from here on, and nothing of the file is read; save it as UTF-8";
pub fn it_is_longer_than(bytes: impl Display) -> String {
    format!("it is longer than {bytes} bytes")
}

pub fn write_it_so(message: impl Display) -> String {
    format!("{message}; write \"setting.commit\" = \"C\"")
}
pub fn needs_words(name: impl Display) -> String {
    write_it_so(format!("{name}: a key in quotes is needed, or several in brackets"))
}
pub fn is_taken_there(own: impl Display, keys: impl Display, foreign: impl Display) -> String {
    format!("{own}: `{keys}` is a key of {foreign} there")
}
pub fn and_more(named: impl Display, more: usize) -> String {
    format!("{named} and {more} more")
}
/// In place of a key, for what has none: the key that lists what can be done, and the title there.
pub fn by_title(list: impl Display, title: impl Display) -> String {
    format!("{list} “{title}”")
}
pub const CTRL_C_LEAVES: &str = "`ctrl-c` leaves the program wherever one is; choose another key";
pub fn needs_a_key(id: impl Display) -> String {
    format!("{id}: it needs a key; without it nobody finds out")
}
pub fn edits_the_line_there(id: impl Display, keys: impl Display) -> String {
    format!("{id}: `{keys}` edits the line that is typed there")
}
pub const IS_TYPED_IN_FORMS: &str = "is a letter that is typed in forms";
pub const IS_TYPED_WHERE_ONE_SEARCHES: &str = "is a letter that is typed where one searches";
pub const ANSWERS_IN_MENUS: &str = "answers in menus";
pub const ANSWERS_IN_SESSIONS: &str = "answers in sessions";
pub fn a_letter_does_already(bound: impl Display, letter: impl Display, does: impl Display) -> String {
    format!("{bound}: `{letter}` {does}")
}
pub fn no_action_but_near(shown: impl Display, near: impl Display) -> String {
    format!("there is no action `{shown}`; did you mean `{near}`?")
}
pub fn no_action(shown: impl Display) -> String {
    format!("there is no action `{shown}`; `okr keys` lists them")
}

pub fn is_no_colour(name: impl Debug) -> String {
    format!("{name:?} is no colour")
}
pub fn no_theme(name: impl Debug, known: impl Display) -> String {
    format!("there is no theme {name:?}; the themes are {known}")
}
pub fn is_not_one_of(word: impl Debug, known: impl Display) -> String {
    format!("{word:?} is not one of {known}")
}
pub fn is_no_key(typed: impl Debug) -> String {
    format!("{typed:?} is no key; keys are written like j, G, ctrl-s, enter, f1 or \"g g\"")
}
