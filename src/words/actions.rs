//! What the table of actions says of each: its title, its word in the footer, one sentence of help, and the other words
//! people look for. One file a place, in the order in which the place shows them.

pub mod anywhere;
pub mod check_ins;
pub mod finder;
pub mod forms;
pub mod history;
pub mod lists;
pub mod map;
pub mod matches;
pub mod menus;
pub mod overview;
pub mod retrospective;
pub mod room;
pub mod said;
pub mod scoring;
pub mod setting;

/// What is said about one action.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// What it does, as a title.
    pub title: &'static str,
    /// The word in the footer, 12 cells at most; empty where it stays out of it.
    pub label: &'static str,
    /// One sentence of help.
    pub help: &'static str,
    /// Other words people look for.
    pub aliases: &'static [&'static str],
}

/// Title, label, help, aliases.
const fn words(
    title: &'static str,
    label: &'static str,
    help: &'static str,
    aliases: &'static [&'static str],
) -> Words {
    Words { title, label, help, aliases }
}
