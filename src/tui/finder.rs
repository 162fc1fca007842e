//! Help and palette: the table of actions, searched by what is typed, run by Enter. Help shows what can be done here,
//! the palette everything, with objectives, key results and quarters.

use std::sync::Arc;

mod behind;
mod lines;
mod places;
pub mod search;

use super::actions::{self, Enabled, only};
use super::forms::{self, Subject};
use super::fuzzy;
use super::list;
use super::matches;
use super::message::Effect;
use super::screens;
use super::state::{Overlay, State, Tone};
use super::target::Target;
use super::widgets::text_input::TextInput;
use crate::domain::quarter::QuarterKey;
use crate::method::fields::Elsewhere;
use crate::method::find::{Passage, folded};
use crate::method::library::Metric;
use crate::settings::actions::{Action, Context, FinderAction, ScreenName};
use crate::settings::keys::Chord;

use crate::words::anywhere;
use crate::words::view as words;
use lines::{lines, metrics};
use search::{Search, Wish};

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// What can be done here, for `?`.
    Here(Context),
    /// Everything, for `:`.
    Everything,
    /// The metrics of the library, for the workbench.
    Library,
    /// What the field of the form below may name.
    Elsewhere(Elsewhere),
    /// The teams, by a few letters of their names.
    Teams,
    /// The cycles of the open team.
    Cycles,
    /// The rows of the list, for `/`: the list is filtered while one types.
    Filter,
    /// All texts of all teams and cycles.
    Texts,
    /// What was said above the footer.
    Messages,
    /// All there is about the error that stands there.
    Details,
}

/// An open help or palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Finder {
    /// What is searched.
    pub scope: Scope,
    /// What is typed.
    pub query: TextInput,
    /// The selected line.
    pub at: usize,
    /// The first line that is shown, where it was drawn already.
    pub began: Option<usize>,
    /// What lay under it, to go back to.
    pub under: Option<Box<Overlay>>,
    /// Everything that can be found, with the words it is found by.
    all: Arc<Vec<(FinderLine, String)>>,
    /// The lines that match what is typed, by their place in `all`.
    found: Vec<usize>,
    /// The search of all texts, where they are searched.
    pub search: Search,
}

impl Finder {
    /// How many lines match what is typed.
    pub fn len(&self) -> usize {
        if self.scope == Scope::Texts { self.search.found().len() } else { self.found.len() }
    }

    /// Whether no line matches.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One of the lines that match, in the order of the table.
    pub fn line(&self, at: usize) -> Option<&FinderLine> {
        self.all.get(*self.found.get(at)?).map(|(line, _)| line)
    }

    /// One of the things that say what is typed.
    pub fn passage(&self, at: usize) -> Option<&Passage> {
        self.search.found().get(at).map(|passage| &**passage)
    }

    /// Keeps to what was selected before everything was found anew; where it is gone, to the row it stood on.
    fn stay(&mut self, line: Option<&FinderLine>, passage: Option<&Passage>) {
        let is_it = |at: &usize| match (line, passage) {
            (Some(line), _) => {
                self.line(*at).is_some_and(|now| now.find == line.find && now.title == line.title)
            }
            (None, Some(passage)) => self.passage(*at) == Some(passage),
            (None, None) => false,
        };
        let last = self.len().saturating_sub(1);
        self.at = (0..self.len()).find(is_it).unwrap_or(self.at.min(last));
    }

    /// Finds the lines in which every word typed stands.
    fn search(&mut self) {
        if self.scope == Scope::Texts {
            self.search.seek(self.query.text());
            return;
        }
        if self.scope == Scope::Library {
            self.all = Arc::new(metrics(self.query.text()));
            self.found = (0..self.all.len()).collect();
            return;
        }
        if matches!(self.scope, Scope::Teams | Scope::Cycles | Scope::Elsewhere(_)) {
            let words = self.all.iter().enumerate().map(|(at, (_, words))| (at, words.clone()));
            self.found = fuzzy::ranked(words.collect(), self.query.text());
            return;
        }
        let query = folded(self.query.text());
        let words: Vec<&str> = query.split_whitespace().collect();
        let matches = |at: &usize| words.iter().all(|word| self.all[*at].1.contains(word));
        self.found = (0..self.all.len()).filter(matches).collect();
        let (all, typed) = (&self.all, self.query.text().trim());
        let is_meant = |line: &FinderLine| line.key == typed || folded(&line.title) == query.trim();
        let begins = |line: &FinderLine| {
            folded(&line.title).split([' ', '-']).any(|word| word.starts_with(query.trim()))
        };
        if !typed.is_empty() {
            self.found.sort_by_cached_key(|at| (!is_meant(&all[*at].0), !begins(&all[*at].0)));
        }
    }
}

/// How much of what was run last the palette begins with.
const RECENT: usize = 5;

/// What a line leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Find {
    /// An action.
    Does(Action),
    /// Something the room can say, by its letter.
    Offer(char),
    /// An object of the quarter.
    Goes(ScreenName, Target),
    /// A quarter.
    Quarter(QuarterKey),
    /// A form: the first quarter of a team that has none.
    Opens(Subject),
    /// Nowhere: what was said, or a team that another took in before it had a quarter.
    Nowhere,
    /// A metric of the library, for the form below.
    Takes(&'static Metric),
    /// A text for the field of the form below.
    Puts(String),
}

/// One line of help or palette.
#[derive(Debug, Clone, PartialEq)]
pub struct FinderLine {
    /// What it is called.
    pub title: String,
    /// What it does, or why it cannot be done now.
    pub says: String,
    /// Its key.
    pub key: String,
    /// Whether it can be done now.
    pub enabled: bool,
    /// What it leads to.
    pub find: Find,
}

/// Opens help, palette or filter over whatever is open.
pub fn open(state: &mut State, scope: Scope) {
    let mut query = TextInput::new(if scope == Scope::Filter { state.list().filter.as_str() } else { "" });
    query.focus();
    let all = Arc::new(lines(state, scope));
    let search = if scope == Scope::Texts { Search::of(state) } else { Search::default() };
    let under = state.overlay.take().map(Box::new);
    let mut finder = Finder { scope, query, at: 0, began: None, under, all, found: Vec::new(), search };
    finder.search();
    state.overlay = Some(Overlay::Finder(finder));
}

/// Finds everything anew in the open help or palette, as after the files were read.
pub fn look_again(state: &mut State) {
    match state.overlay.take() {
        Some(Overlay::Finder(mut finder)) => {
            state.overlay = finder.under.take().map(|under| *under);
            let (line, passage) = (finder.line(finder.at).cloned(), finder.passage(finder.at).cloned());
            finder.all = Arc::new(lines(state, finder.scope));
            if finder.scope == Scope::Texts {
                finder.search.again(state, finder.query.text());
            }
            finder.under = state.overlay.take().map(Box::new);
            if finder.scope != Scope::Texts {
                finder.search();
            }
            finder.stay(line.as_ref(), passage.as_ref());
            state.overlay = Some(Overlay::Finder(finder));
        }
        other => state.overlay = other,
    }
}

/// Lets the open search take in what was found behind the screen, below what it has found.
pub fn take_in(state: &mut State, round: u32, (more, left): (Vec<Arc<Passage>>, usize)) {
    if let Some(search) = search_mut(state) {
        search.take_in(round, more, left);
    }
}

fn search_mut(state: &mut State) -> Option<&mut Search> {
    match &mut state.overlay {
        Some(Overlay::Finder(finder)) if finder.scope == Scope::Texts => Some(&mut finder.search),
        Some(Overlay::Finder(_) | Overlay::Form(_) | Overlay::Menu(_)) | None => None,
    }
}

/// What is to be looked for behind the screen.
pub fn wish(state: &State) -> Option<Wish> {
    match &state.overlay {
        Some(Overlay::Finder(finder)) if finder.scope == Scope::Texts => finder.search.wish(),
        Some(Overlay::Finder(_) | Overlay::Form(_) | Overlay::Menu(_)) | None => None,
    }
}

/// Whether objectives of other teams are listed, for which all must be read that runs beside.
pub fn lists_objectives(state: &State) -> bool {
    let objectives = Scope::Elsewhere(Elsewhere::Objective);
    matches!(&state.overlay, Some(Overlay::Finder(finder)) if finder.scope == objectives)
}

/// What Enter does with the selected line, in a word.
pub fn enter_word(state: &State) -> &'static str {
    let Some(Overlay::Finder(finder)) = &state.overlay else { return "" };
    match (finder.scope, finder.line(finder.at).map(|line| &line.find)) {
        (Scope::Filter, _) => words::KEEP,
        (Scope::Texts, _) | (_, Some(Find::Quarter(_) | Find::Goes(..))) => words::GO,
        (_, Some(Find::Does(_) | Find::Offer(_))) => words::RUN,
        (_, Some(Find::Takes(_) | Find::Puts(_))) => words::TAKE,
        (_, Some(Find::Opens(_))) => words::OPEN,
        (_, Some(Find::Nowhere) | None) => anywhere::CLOSE,
    }
}

/// Tells whether there are more lines above or below; while a filter is typed, in the list below it.
///
/// # Errors
/// There are none.
pub fn enabled(state: &State, action: FinderAction) -> Enabled {
    let Some(Overlay::Finder(finder)) = &state.overlay else { return Ok(()) };
    let (at, len) = if finder.scope == Scope::Filter {
        let entries = screens::entries(state);
        (list::selected_row(state, &entries).unwrap_or(0), entries.len())
    } else {
        (finder.at, finder.len())
    };
    match action {
        FinderAction::PageUp => only(at > 0, anywhere::THIS_IS_THE_TOP),
        FinderAction::PageDown => only(at + 1 < len, anywhere::THERE_IS_NOTHING_MORE_TO_READ),
        FinderAction::Run | FinderAction::Next | FinderAction::Before | FinderAction::Leave => Ok(()),
    }
}

/// Does an action in the open help or palette.
pub fn update(state: &mut State, action: FinderAction) -> Vec<Effect> {
    let Some(Overlay::Finder(finder)) = state.overlay.clone() else { return Vec::new() };
    let last = finder.len().saturating_sub(1);
    let (turns, half) = (finder.scope != Scope::Filter, list::half_page(state));
    match action {
        FinderAction::Next if turns && finder.at >= last => step(state, list::TO_THE_FIRST),
        FinderAction::Before if turns && finder.at == 0 => step(state, list::TO_THE_LAST),
        FinderAction::Next => step(state, 1),
        FinderAction::Before => step(state, -1),
        FinderAction::PageDown => step(state, half),
        FinderAction::PageUp => step(state, -half),
        FinderAction::Run => return run(state, finder.at),
        FinderAction::Leave => {
            if finder.scope == Scope::Filter {
                state.list_mut().filter.clear();
            }
            state.overlay = finder.under.map(|under| *under);
        }
    }
    Vec::new()
}

/// Moves the selection as far as there is room; while a filter is typed, that of the list below.
pub fn step(state: &mut State, rows: i32) {
    match &mut state.overlay {
        Some(Overlay::Finder(finder)) if finder.scope != Scope::Filter => {
            finder.at = list::moved(finder.at, rows, finder.len());
        }
        Some(_) | None => list::step_behind(state, rows),
    }
}

/// Selects the line that was clicked; one that is selected is run.
pub fn click(state: &mut State, at: usize) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Finder(finder)) if finder.at != at => finder.at = at,
        Some(_) | None => return run(state, at),
    }
    Vec::new()
}

/// Gives a key to the query.
pub fn press(state: &mut State, chord: Chord) {
    if let Some(Overlay::Finder(finder)) = &mut state.overlay {
        finder.query.press(chord);
        finder.at = 0;
        finder.search();
    }
    apply_filter(state);
}

/// Gives a pasted text to the query.
pub fn paste(state: &mut State, text: &str) {
    if let Some(Overlay::Finder(finder)) = &mut state.overlay {
        finder.query.paste(text);
        finder.at = 0;
        finder.search();
    }
    apply_filter(state);
}

fn apply_filter(state: &mut State) {
    if let Some(Overlay::Finder(finder)) = &state.overlay
        && finder.scope == Scope::Filter
    {
        let filter = finder.query.text().to_owned();
        state.list_mut().filter = filter;
    }
}

/// Runs a line: closes the finder, then does what the line says as if its key had been pressed.
pub fn run(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(Overlay::Finder(finder)) = state.overlay.clone() else { return Vec::new() };
    if finder.scope == Scope::Texts {
        state.overlay = finder.under.as_ref().map(|under| (**under).clone());
        return matches::begin(state, finder.query.text(), Arc::clone(finder.search.found()), at);
    }
    let Some(line) = finder.line(at).cloned() else {
        state.overlay = finder.under.map(|under| *under);
        return Vec::new();
    };
    if !line.enabled {
        let tone = if let Find::Does(action) = line.find { actions::meant(action) } else { Tone::Stop };
        state.say(tone, line.says.clone());
        return Vec::new();
    }
    state.overlay = finder.under.map(|under| *under);
    if finder.scope == Scope::Everything {
        state.recent.retain(|find| *find != line.find);
        state.recent.insert(0, line.find.clone());
        state.recent.truncate(RECENT);
    }
    match &line.find {
        Find::Does(action) => super::update::act(state, *action),
        Find::Offer(letter) => super::room::take(state, *letter),
        Find::Quarter(key) => {
            state.go_to(key.clone());
            Vec::new()
        }
        Find::Opens(subject) => forms::open(state, subject.clone()),
        Find::Nowhere => Vec::new(),
        Find::Takes(metric) => {
            forms::take_metric(state, metric);
            Vec::new()
        }
        Find::Puts(text) => {
            forms::put(state, text);
            Vec::new()
        }
        Find::Goes(screen, target) => {
            list::go(state, *screen, target.clone());
            Vec::new()
        }
    }
}
