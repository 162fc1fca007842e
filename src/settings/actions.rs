//! One table of all that can be done: keys, footer, help and palette are read off it, and nothing else lists an action.
//!
//! A row of a place is written `What "id" WORDS [keys] rank;`: what is done, its lasting name, what is said about it, its keys
//! with the one shown first in front, and its place in the footer, the smallest kept longest; 0 stays out of it.

/// Rows of what an enum names.
macro_rules! rows {
    ($name:ident, $words:ident:
     $($action:ident $(($of:path))? $id:literal $said:ident [$($keys:literal),*] $rank:literal;)+) => {
        &[$($crate::settings::actions::Row {
            id: $id,
            words: $words::$said,
            keys: &[$($keys),*],
            rank: $rank,
            action: $name::$action $(($of))?,
        }),+]
    };
}

/// What can be done in a place, as an enum, and its rows.
macro_rules! actions {
    ($name:ident, $words:ident: $(#[$doc:meta])*
     $($action:ident $id:literal $said:ident [$($keys:literal),*] $rank:literal;)+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $(#[doc = concat!("`", $id, "`")] $action),+ }

        /// The rows.
        pub(super) const ACTIONS: &[$crate::settings::actions::Row<$name>] =
            rows! { $name, $words: $($action $id $said [$($keys),*] $rank;)+ };
    };
}

pub mod check_ins;
mod finder;
mod forms;
mod global;
pub mod history;
mod list;
pub mod map;
mod matches;
mod menu;
pub mod overview;
pub mod retrospective;
mod room;
mod said;
pub mod scoring;
pub mod setting;

pub use finder::FinderAction;
pub use forms::FormAction;
pub use global::GlobalAction;
pub use list::ListAction;
pub use matches::MatchesAction;
pub use menu::MenuAction;
pub use room::RoomAction;
pub use said::SaidAction;

use super::keys::sequence;
use crate::words::actions::Words;
use crate::words::lists as words;

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
    pub fn shown_key(&self) -> String {
        self.keys.first().map(|keys| shown(keys)).unwrap_or_default()
    }

    /// All its keys as a person reads them, the one shown first in front.
    pub fn shown_keys(&self) -> Vec<String> {
        self.keys.iter().map(|keys| shown(keys)).collect()
    }
}

/// A key or a sequence as a person reads it.
pub fn shown(keys: &str) -> String {
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
    Matches(MatchesAction),
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
    pub fn place(self) -> &'static str {
        match self {
            Self::Global(_) => words::ANY_SCREEN,
            Self::List(_) => words::LISTS,
            Self::Matches(_) => words::MATCHES,
            Self::Said(_) => words::WHAT_WAS_SAID,
            Self::Screen(action) => action.screen().title(),
            Self::Room(_) => words::SESSIONS,
            Self::Form(_) => words::FORMS,
            Self::Menu(_) => words::MENUS,
            Self::Finder(_) => words::HELP,
        }
    }
}

macro_rules! joined_from {
    ($($name:ident($action:ty)),+ $(,)?) => {
        $(impl From<$action> for Action {
            fn from(action: $action) -> Self {
                Self::$name(action)
            }
        })+
    };
}

joined_from! {
    Global(GlobalAction), List(ListAction), Matches(MatchesAction), Said(SaidAction), Screen(ScreenAction),
    Room(RoomAction), Form(FormAction), Menu(MenuAction), Finder(FinderAction),
}

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A screen, with nothing over it.
    Screen(ScreenName),
    /// The same while matches of a search or filter stand, before the screen itself.
    Matches,
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
    /// Every place there is.
    pub fn all() -> Vec<Self> {
        let screens = ScreenName::ALL.iter().map(|name| Self::Screen(*name));
        screens.chain([Self::Matches, Self::Said, Self::Room, Self::Form, Self::Menu, Self::Finder]).collect()
    }

    /// The rows of the place, those nearest to the hand first, with the keys nobody has changed.
    pub fn rows(self) -> Vec<Row<Action>> {
        match self {
            Self::Room => {
                let mut rows = joined(room::ACTIONS, Action::Room);
                rows.extend(room::global_rows());
                rows
            }
            Self::Matches => joined(matches::ACTIONS, Action::Matches),
            Self::Said => joined(said::ACTIONS, Action::Said),
            Self::Form => joined(forms::ACTIONS, Action::Form),
            Self::Menu => joined(menu::ACTIONS, Action::Menu),
            Self::Finder => joined(finder::ACTIONS, Action::Finder),
            Self::Screen(name) => {
                let mut rows = name.rows();
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

/// Every row there is, each once, for the palette, the README and `okr keys`.
pub fn table() -> Vec<Row<Action>> {
    let mut rows: Vec<Row<Action>> = ScreenName::ALL.iter().flat_map(|name| name.rows()).collect();
    rows.extend(joined(list::ACTIONS, Action::List));
    rows.extend(joined(matches::ACTIONS, Action::Matches));
    rows.extend(joined(said::ACTIONS, Action::Said));
    rows.extend(joined(global::ACTIONS, Action::Global));
    rows.extend(joined(room::ACTIONS, Action::Room));
    rows.extend(joined(forms::ACTIONS, Action::Form));
    rows.extend(joined(menu::ACTIONS, Action::Menu));
    rows.extend(joined(finder::ACTIONS, Action::Finder));
    rows
}

macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident in $module:ident),+ $(,)?) => {
        /// The screens in the order of their keys.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ScreenName { $($(#[$doc])* $name),+ }

        /// An action of one of the screens.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ScreenAction { $($(#[$doc])* $name($module::Action)),+ }

        impl ScreenAction {
            /// The screen it belongs to.
            pub fn screen(self) -> ScreenName {
                match self { $(Self::$name(_) => ScreenName::$name),+ }
            }
        }

        $(impl From<$module::Action> for Action {
            fn from(action: $module::Action) -> Self {
                Self::Screen(ScreenAction::$name(action))
            }
        })+

        impl ScreenName {
            /// All of them, in the order of their keys.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name on the tab.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $module::TITLE),+ }
            }

            /// Its rows.
            fn rows(self) -> Vec<Row<Action>> {
                match self {
                    $(Self::$name => joined($module::ACTIONS, |it| Action::Screen(ScreenAction::$name(it)))),+
                }
            }
        }
    };
}

screens! {
    /// Where the quarter stands, and what needs attention.
    Overview in overview,
    /// Setting: the set, its workbench and its lists.
    Setting in setting,
    /// Check-ins: readings, votes and what blocks.
    CheckIns in check_ins,
    /// Scoring: what came of it.
    Scoring in scoring,
    /// Retrospective: what we learned.
    Retrospective in retrospective,
    /// History: what the quarters before teach.
    History in history,
    /// The map of alignment and dependencies, reached from the Overview.
    Map in map,
}

impl ScreenName {
    /// The screens that have a tab and a number; the map belongs to the Overview.
    pub fn tabs() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|name| *name != Self::Map)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::settings::keys::Chord;

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
