//! One table of all that can be done: keys, footer, help and palette are read off it, and nothing else lists an action.

use super::finder::{self, FinderAction};
use super::forms::{self, FormAction};
use super::found::{self, FoundAction};
use super::global::{self, GlobalAction};
use super::keys::sequence;
use super::list::{self, ListAction};
use super::menu::{self, MenuAction};
use super::room::{self, RoomAction};
use super::said::{self, SaidAction};
use super::screens::{self, ScreenAction, ScreenName, setting};
use super::state::{Overlay, State, Tone};
use crate::words::actions::Words;
use crate::words::lists as words;

/// Whether an action can be done now; else why not, in words for the help.
pub type Enabled = Result<(), String>;

/// One action: everything that is said about it, once.
#[derive(Debug, Clone, Copy)]
pub struct Row<A> {
    /// The lasting name: `setting.commit`.
    pub id: &'static str,
    /// What is said about it.
    pub words: Words,
    /// The keys, the one shown first in front.
    pub keys: &'static [&'static str],
    /// The place in the footer, the smallest kept longest; 0 stays out of it.
    pub rank: u8,
    /// What is done.
    pub action: A,
}

impl<A: Copy> Row<A> {
    /// The same row in the joined table.
    pub fn joined<B>(&self, join: fn(A) -> B) -> Row<B> {
        Row { id: self.id, words: self.words, keys: self.keys, rank: self.rank, action: join(self.action) }
    }

    /// The key shown beside it.
    #[must_use]
    pub fn shown_key(&self) -> String {
        self.keys.first().map(|keys| shown(keys)).unwrap_or_default()
    }

    /// All its keys as a person reads them, the one shown first in front.
    #[must_use]
    pub fn shown_keys(&self) -> Vec<String> {
        self.keys.iter().map(|keys| shown(keys)).collect()
    }
}

fn shown(keys: &str) -> String {
    let chords = sequence(keys).unwrap_or_default();
    chords.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Anything that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Everywhere outside of text.
    Global(GlobalAction),
    /// In the list of a screen.
    List(ListAction),
    /// While matches of a search or filter stand.
    Found(FoundAction),
    /// About what was said just now.
    Said(SaidAction),
    /// On one screen.
    Screen(ScreenAction),
    /// While a session is played.
    Room(RoomAction),
    /// While a form is open.
    Form(FormAction),
    /// While a menu is open.
    Menu(MenuAction),
    /// While help or palette is open.
    Finder(FinderAction),
}

impl Action {
    /// Where its keys work, in words: the title of a screen, or `any screen`, `lists`, `matches`, `what was said`, `sessions`, `forms`, `menus`, `help`.
    #[must_use]
    pub fn place(self) -> &'static str {
        match self {
            Self::Global(_) => words::ANY_SCREEN,
            Self::List(_) => words::LISTS,
            Self::Found(_) => words::MATCHES,
            Self::Said(_) => words::WHAT_WAS_SAID,
            Self::Screen(action) => action.screen().title(),
            Self::Room(_) => words::SESSIONS,
            Self::Form(_) => words::FORMS,
            Self::Menu(_) => words::MENUS,
            Self::Finder(_) => words::HELP,
        }
    }
}

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A screen, with nothing over it.
    Screen(ScreenName),
    /// The same while matches of a search or filter stand, before the screen itself.
    Found,
    /// The same, and a session, while what was said just now can be answered.
    Said,
    /// A session.
    Room,
    /// A form.
    Form,
    /// A menu.
    Menu,
    /// Help or palette.
    Finder,
}

impl Context {
    /// Where keys go in a state.
    #[must_use]
    pub fn of(state: &State) -> Self {
        match state.overlay {
            Some(Overlay::Form(_)) => Self::Form,
            Some(Overlay::Menu(_)) => Self::Menu,
            Some(Overlay::Finder(_)) => Self::Finder,
            None if state.room.as_ref().is_some_and(|room| room.is_shown) => Self::Room,
            None => Self::Screen(state.screen),
        }
    }

    /// Every place there is.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let screens = ScreenName::ALL.iter().map(|name| Self::Screen(*name));
        screens.chain([Self::Found, Self::Said, Self::Room, Self::Form, Self::Menu, Self::Finder]).collect()
    }

    /// The rows of the place, those nearest to the hand first, with the keys nobody has changed.
    #[must_use]
    pub fn rows(self) -> Vec<Row<Action>> {
        match self {
            Self::Room => {
                let mut rows = joined(room::ACTIONS, Action::Room);
                rows.extend(room::global_rows());
                rows
            }
            Self::Found => joined(found::ACTIONS, Action::Found),
            Self::Said => joined(said::ACTIONS, Action::Said),
            Self::Form => joined(forms::ACTIONS, Action::Form),
            Self::Menu => joined(menu::ACTIONS, Action::Menu),
            Self::Finder => joined(finder::ACTIONS, Action::Finder),
            Self::Screen(name) => {
                let mut rows = screens::rows(name);
                rows.extend(joined(list::ACTIONS, Action::List));
                rows.extend(joined(global::ACTIONS, Action::Global));
                rows.extend(room::desk_rows());
                rows
            }
        }
    }
}

/// Joins the rows of one place to the table.
pub fn joined<A: Copy>(rows: &[Row<A>], join: fn(A) -> Action) -> Vec<Row<Action>> {
    rows.iter().map(|row| row.joined(join)).collect()
}

/// Tells whether an action can be done now, and if not, why: the one answer for key, footer, help and palette.
///
/// # Errors
/// The reason, in words.
pub fn enabled(state: &State, action: Action) -> Enabled {
    match action {
        Action::Global(action) => global::enabled(state, action),
        Action::List(action) => list::enabled(state, action),
        Action::Found(action) => found::enabled(state, action),
        Action::Said(action) => said::enabled(state, action),
        Action::Screen(action) => screens::enabled(state, action),
        Action::Room(action) => room::enabled(state, action),
        Action::Form(action) => forms::enabled(state, action),
        Action::Menu(action) => menu::enabled(state, action),
        Action::Finder(_) => Ok(()),
    }
}

/// How it is meant that an action cannot be done now: that there is nothing further on is nothing wrong.
#[must_use]
pub fn meant(action: Action) -> Tone {
    match action {
        Action::Global(GlobalAction::Back)
        | Action::Menu(MenuAction::Leave)
        | Action::Room(RoomAction::Up | RoomAction::Down)
        | Action::Screen(ScreenAction::Setting(setting::Action::Up | setting::Action::Down))
        | Action::Form(FormAction::ScrollUp | FormAction::ScrollDown) => Tone::Note,
        _ => Tone::Stop,
    }
}

/// Every row there is, each once, for the palette, the README and `okr keys`.
#[must_use]
pub fn table() -> Vec<Row<Action>> {
    let mut rows: Vec<Row<Action>> = ScreenName::ALL.iter().flat_map(|name| screens::rows(*name)).collect();
    rows.extend(joined(list::ACTIONS, Action::List));
    rows.extend(joined(found::ACTIONS, Action::Found));
    rows.extend(joined(said::ACTIONS, Action::Said));
    rows.extend(joined(global::ACTIONS, Action::Global));
    rows.extend(joined(room::ACTIONS, Action::Room));
    rows.extend(joined(forms::ACTIONS, Action::Form));
    rows.extend(joined(menu::ACTIONS, Action::Menu));
    rows.extend(joined(finder::ACTIONS, Action::Finder));
    rows
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::tui::keys::Chord;

    #[test]
    fn every_action_says_what_it_does() {
        for row in table() {
            let Words { title, label, help, .. } = row.words;
            assert!(!title.is_empty() && label.chars().count() <= 12, "{}", row.id);
            assert!(help.ends_with('.') && help.len() > 10, "{}: {help}", row.id);
            assert!(row.rank == 0 || !row.keys.is_empty(), "{} is in the footer without a key", row.id);
        }
    }

    #[test]
    fn ids_are_given_once() {
        let mut seen = BTreeSet::new();
        for row in table() {
            assert!(seen.insert(row.id), "{} stands twice", row.id);
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::all() {
            let mut seen: Vec<Vec<Chord>> = Vec::new();
            for row in context.rows() {
                for keys in row.keys {
                    let chords = sequence(keys).unwrap_or_else(|_| panic!("{}: {keys}", row.id));
                    let clash =
                        seen.iter().find(|other| other.starts_with(&chords) || chords.starts_with(other));
                    assert!(clash.is_none(), "{keys} of {} in {context:?}", row.id);
                    seen.push(chords);
                }
            }
        }
    }
}
