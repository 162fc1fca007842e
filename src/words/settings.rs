//! What is wrong with a line of the settings or the own keys.

use std::fmt::{Debug, Display};

pub const UI_IS_NO_TABLE: &str = "`ui` is no table";

pub fn and_nothing_below_is_read(says: impl Display) -> String {
    format!("{says}; nothing below it is read")
}
pub const NONE_OF_ITS_LINES_IS_READ: &str = "none of its lines is read";
pub const IT_IS_NO_FILE: &str = "it is no file";
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
/// In place of a key, for what has none: the key that lists what can be done, and the title there.
pub fn by_title(list: impl Display, title: impl Display) -> String {
    format!("{list} “{title}”")
}
pub const CTRL_C_LEAVES: &str = "`ctrl-c` leaves the program wherever one is; choose another key";
pub fn needs_a_key(id: impl Display) -> String {
    format!("{id}: it needs a key; without it nobody finds out")
}
pub fn is_typed_there(bound: impl Display, keys: impl Display) -> String {
    format!("{bound}: `{keys}` is a letter that is typed there")
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
