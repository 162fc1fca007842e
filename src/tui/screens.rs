//! The screens: each is one file with its list, its detail and what its actions do, and one row here.

pub mod check_ins;
mod entry;
pub mod history;
pub mod map;
mod nowhere;
pub mod overview;
pub mod retrospective;
pub mod scoring;
pub mod setting;
mod unread;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ratatui::text::Line;

use super::actions::Enabled;
use super::look::Look;
use super::message::Effect;
use super::state::State;
use super::target::Target;
use super::trouble::Trouble;
use crate::domain::cycle::Cycle;
use crate::domain::quarter::{Phase, Quarter, QuarterKey};
use crate::domain::team::FORMAT;
use crate::method::find::folded;
use crate::settings::actions::{GlobalAction, ScreenAction, ScreenName, setting as acts};
use crate::words::anywhere;
use crate::words::check_ins as of_check_ins;
use crate::words::counted;
use crate::words::lists as words;
pub use entry::{Entry, Later};
pub use history::Figures;

/// The list of a screen as it was found once; it stands until something is said or done but for moving among its rows,
/// hiding some and looking at them in other colours, which it knows by itself. It is no part of what a state is, so any two
/// are equal.
#[derive(Debug, Clone, Default)]
pub struct Listed(Option<List>);

#[derive(Debug, Clone)]
struct List {
    screen: ScreenName,
    look: Look,
    folds: BTreeMap<Target, bool>,
    rows: Arc<Vec<Entry>>,
    /// The row it begins with, where none was selected.
    first: Option<Target>,
    caption: (String, String),
    sum: String,
    figures: Arc<Figures>,
    /// How many rows there are, whatever it is filtered by.
    total: usize,
}

impl PartialEq for Listed {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Listed {
    fn of(state: &State) -> Option<&List> {
        let is_so = |list: &&List| {
            list.screen == state.screen && list.folds == state.folds && list.look == state.look
        };
        state.listed.0.as_ref().filter(is_so)
    }
}

/// The list of a screen as it is found by one look, before its filter.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Its rows.
    pub rows: Vec<Entry>,
    /// Its title and the few words at its right end.
    pub caption: (String, String),
    /// What is said of all of it beside one of its rows.
    pub sum: String,
    /// What all quarters of the History say together.
    pub figures: Figures,
}

/// What every screen has. The layout is shared: list, detail, guide.
pub trait Screen {
    /// What can be done on it.
    type Action: Copy + 'static;

    /// The rows of its list, from the state alone.
    fn entries(state: &State) -> Vec<Entry>;
    /// What is said about the selected row, in so many cells.
    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>>;
    /// The row that is selected when the screen is opened: the next thing to do; the first object when there is none.
    fn first(_: &State) -> Option<Target> {
        None
    }
    /// The title of the list and the few words at its right end.
    fn caption(state: &State) -> (String, String);
    /// All of it, where it is found by one look.
    fn listed(state: &State) -> Listing {
        Listing { rows: Self::entries(state), caption: Self::caption(state), ..Listing::default() }
    }
    /// What the guide says, in so many cells: the questions of the step, why it matters, an example.
    fn guide(state: &State, width: usize) -> Vec<Line<'static>>;
    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why not.
    fn enabled(state: &State, action: Self::Action) -> Enabled;
    /// Does it.
    fn update(state: &mut State, action: Self::Action) -> Vec<Effect>;
}

macro_rules! screens {
    ($($name:ident in $module:ident),+ $(,)?) => {
        /// The list of the open screen, before its filter.
        fn all_entries(state: &State) -> Vec<Entry> {
            nowhere::or_nowhere(state, match state.screen { $(ScreenName::$name => $module::$name::entries(state)),+ })
        }

        /// The same with what is said of all of it.
        fn found(state: &State) -> Listing {
            let found = match state.screen { $(ScreenName::$name => $module::$name::listed(state)),+ };
            Listing { rows: nowhere::or_nowhere(state, found.rows), ..found }
        }

        /// What is said about a row of the open screen.
        pub fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
            if let Some(nowhere) = nowhere::detail(state, target, width) {
                return nowhere;
            }
            match state.screen { $(ScreenName::$name => $module::$name::detail(state, target, width)),+ }
        }

        /// The title of the open screen's list and the words at its right end, found anew.
        fn caption_of(state: &State) -> (String, String) {
            match state.screen { $(ScreenName::$name => $module::$name::caption(state)),+ }
        }

        /// The row the open screen begins with.
        pub fn first(state: &State) -> Option<Target> {
            match state.screen { $(ScreenName::$name => $module::$name::first(state)),+ }
        }

        /// What the guide says on the open screen.
        pub fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
            match state.screen { $(ScreenName::$name => $module::$name::guide(state, width)),+ }
        }

        /// Tells whether an action of a screen can be done now.
        ///
        /// # Errors
        /// Why not.
        pub fn enabled(state: &State, action: ScreenAction) -> Enabled {
            match action {
                $(ScreenAction::$name(_) if state.screen != ScreenName::$name => {
                    Err(words::only_on(ScreenName::$name.title()))
                }
                ScreenAction::$name(action) => $module::$name::enabled(state, action)),+
            }
        }

        /// Does an action of a screen.
        pub fn update(state: &mut State, action: ScreenAction) -> Vec<Effect> {
            match action { $(ScreenAction::$name(action) => $module::$name::update(state, action)),+ }
        }
    };
}

screens! {
    Overview in overview,
    Setting in setting,
    CheckIns in check_ins,
    Scoring in scoring,
    Retrospective in retrospective,
    History in history,
    Map in map,
}

/// Tells whether this version can write the files.
///
/// # Errors
/// They are of a newer format, which can be looked at only.
pub fn can_be_written(state: &State) -> Enabled {
    let format = state.workspace.settings.format;
    if format > FORMAT { Err(words::files_are_newer(format, FORMAT)) } else { Ok(()) }
}

/// Tells whether a quarter can still be changed.
///
/// # Errors
/// It is closed, nobody knows whether it is, or the files are of a newer format.
pub fn still_open(state: &State, (quarter, cycle): (&Quarter, &Cycle)) -> Enabled {
    can_be_written(state)?;
    match (quarter.frame.is_unread || cycle.is_unread, quarter.frame.closed) {
        (true, _) => Err(anywhere::QUARTER_CANNOT_BE_READ.to_owned()),
        (_, Some(_)) => Err(anywhere::QUARTER_IS_CLOSED.to_owned()),
        (false, None) => Ok(()),
    }
}

/// Why nothing can be logged or scored before the commit, and the way there.
fn not_committed(state: &State) -> String {
    let goes = state.keymap.key(GlobalAction::Go(ScreenName::Setting));
    of_check_ins::not_committed(goes, state.keymap.key(acts::Action::Commit))
}

/// The screen of the phase a quarter is in.
fn screen_of(state: &State, key: &QuarterKey) -> ScreenName {
    let (Some(quarter), Some(cycle)) =
        (state.workspace.quarters.get(key), state.workspace.cycles.get(&key.cycle))
    else {
        return ScreenName::Overview;
    };
    match quarter.phase(cycle, state.today) {
        Phase::Unread => ScreenName::Overview,
        Phase::Setting => ScreenName::Setting,
        Phase::CheckIns => ScreenName::CheckIns,
        Phase::Scoring => ScreenName::Scoring,
        Phase::Retrospective | Phase::Closed => ScreenName::Retrospective,
    }
}

/// Goes to a quarter, to the screen of its phase.
pub fn go_to(state: &mut State, key: QuarterKey) {
    state.screen = screen_of(state, &key);
    state.go_to(key);
    state.as_of = None;
    state.lists.clear();
}

/// Goes to a quarter that was opened: on a screen without a row for it, to the screen of its phase.
pub fn show(state: &mut State, key: &QuarterKey) {
    state.go_to(key.clone());
    let row = Target::Quarter(key.clone());
    if !entries(state).iter().any(|entry| *entry.target() == row) {
        go_to(state, key.clone());
    }
}

/// Goes to the last quarter of the team, where the one on the screen was opened and that was taken back.
pub fn back_from_what_is_gone(state: &mut State) {
    let gone = state.place.as_ref().filter(|key| !state.workspace.quarters.contains_key(key));
    let last = gone.and_then(|key| state.workspace.quarters_of(&key.team).last());
    if let Some(key) = last.map(|(quarter, _)| quarter.key.clone()) {
        go_to(state, key);
    }
}

/// Finds the rows of the open list, where they are not found yet, and keeps them until the next message.
pub fn list(state: &mut State) {
    if Listed::of(state).is_some() {
        return;
    }
    let Listing { rows: all, caption, sum, figures } = found(state);
    let (total, rows) = (all.len(), Arc::new(filtered(state, all)));
    let first = if state.list().selected.is_none() { first(state) } else { None };
    let (screen, look, folds) = (state.screen, state.look.clone(), state.folds.clone());
    let figures = Arc::new(figures);
    state.listed = Listed(Some(List { screen, look, folds, rows, first, caption, sum, figures, total }));
}

/// The row the open screen begins with.
pub fn begins_with(state: &State) -> Option<Target> {
    let found = Listed::of(state).and_then(|list| list.first.clone());
    found.or_else(|| first(state))
}

/// The title of the open screen's list and the words at its right end.
pub fn caption(state: &State) -> (String, String) {
    let (title, note) = Listed::of(state).map_or_else(|| caption_of(state), |list| list.caption.clone());
    match lacking(state) {
        0 => (title, note),
        count => {
            let says = counted::FILES_CANNOT_BE_READ.of(count);
            (title, format!("{} {says}", state.look.glyphs.attention))
        }
    }
}

/// How many files of the chosen quarter cannot be read: what they say is in no list.
fn lacking(state: &State) -> usize {
    let Some(key) = &state.place else { return 0 };
    let folder = format!("teams/{key}/");
    let is_here = |trouble: &&Trouble| trouble.is_damage && trouble.place.path.starts_with(&folder);
    state.troubles.iter().filter(is_here).map(|trouble| &trouble.place.path).collect::<BTreeSet<_>>().len()
}

/// What is said of all of the open list beside one of its rows; it is counted once for a change, never for a frame.
pub fn sum(state: &State) -> String {
    Listed::of(state).map_or_else(|| found(state).sum, |list| list.sum.clone())
}

/// What all quarters of the History say together; it is worked out with the list, never for a frame.
pub fn figures(state: &State) -> Arc<Figures> {
    Listed::of(state).map_or_else(|| Arc::new(found(state).figures), |list| Arc::clone(&list.figures))
}

/// How many rows the list of the open screen has, whatever it is filtered by.
pub fn total(state: &State) -> usize {
    Listed::of(state).map_or_else(|| all_entries(state).len(), |list| list.total)
}

/// The list of the open screen, filtered by the words typed after `/`.
pub fn entries(state: &State) -> Arc<Vec<Entry>> {
    let found = Listed::of(state).map(|list| Arc::clone(&list.rows));
    found.unwrap_or_else(|| Arc::new(filtered(state, all_entries(state))))
}

/// The rows of a list in their order, without those that lack one of the words typed after `/`.
fn filtered(state: &State, all: Vec<Entry>) -> Vec<Entry> {
    let mut entries = state.list().order.sorted(state, all);
    let words = folded(&state.list().filter);
    if !words.is_empty() {
        let words: Vec<&str> = words.split_whitespace().collect();
        entries.retain(|entry| {
            let text = folded(&entry.row(state).words());
            words.iter().all(|word| text.contains(word))
        });
    }
    entries
}
