//! The hints of the footer: what can be done now, in the words of what it does now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Drawn;
use crate::settings::actions::scoring::Action as Scoring;
use crate::settings::actions::{
    Action, Context, FinderAction, FormAction, GlobalAction, ListAction, MenuAction, RoomAction, Row,
    ScreenAction, ScreenName,
};
use crate::tui::actions;
use crate::tui::finder::{self, Scope};
use crate::tui::fit::Hint;
use crate::tui::forms::{self, Form};
use crate::tui::list::selected;
use crate::tui::marks;
use crate::tui::matches::{self, Shown};
use crate::tui::message::Hit;
use crate::tui::room::{self, Room};
use crate::tui::state::{Overlay, Pane, State, Tone};
use crate::tui::target::Target;
use crate::tui::widgets::footer::Footer;
use crate::words::anywhere;
use crate::words::view as words;

/// The open form.
fn form(state: &State) -> Option<&Form> {
    match &state.overlay {
        Some(Overlay::Form(form)) => Some(form),
        Some(Overlay::Menu(_) | Overlay::Finder(_)) | None => None,
    }
}

/// The words beside a key, in a form those of what saving it does.
fn label(state: &State, row: &Row<Action>) -> &'static str {
    match (row.action, form(state)) {
        (Action::Form(FormAction::Save), Some(form)) => form.does,
        (Action::Form(FormAction::Library), Some(form)) if forms::at_hand(form).is_some() => words::CHOOSE,
        (Action::Form(FormAction::Enter), Some(form)) if form.is_in_prose() => words::NEW_LINE,
        (Action::Form(FormAction::Enter), Some(form)) if form.enter_saves() => form.does,
        (Action::Screen(ScreenAction::Scoring(Scoring::Score)), _) if is_on_the_set(state) => {
            words::SAY_WHAT_IT_TELLS
        }
        (Action::Finder(FinderAction::Run), _) => finder::enter_word(state),
        (Action::Room(RoomAction::Leave), _) if room::is_covered(state) => anywhere::BACK,
        (Action::Room(RoomAction::Present | RoomAction::Leave), _) if is_presenting(state) => {
            words::END_LARGE
        }
        (Action::Global(GlobalAction::Back), _) if unmarks(state) => words::UNMARK,
        (Action::Global(GlobalAction::Back | GlobalAction::Leave), _) => {
            goes_back(state).unwrap_or(row.words.label)
        }
        _ => row.words.label,
    }
}

/// Whether the row of the set as a whole is selected, of which a sentence is said.
fn is_on_the_set(state: &State) -> bool {
    matches!(selected(state), Some(Target::Heading(_)))
}

fn is_presenting(state: &State) -> bool {
    state.room.as_ref().is_some_and(Room::is_presented)
}

/// Whether going back takes marks away first.
fn unmarks(state: &State) -> bool {
    let list = state.list();
    list.pane == Pane::List && !list.marks.is_empty()
}

/// What going back does on a screen where nothing is marked, which the key that leaves does first; none at the root.
fn goes_back(state: &State) -> Option<&'static str> {
    let list = state.list();
    match list.pane {
        Pane::Detail | Pane::Guide => Some(anywhere::BACK),
        Pane::List if state.matches.is_some() => Some(words::END_SEARCH),
        Pane::List if !list.filter.is_empty() => Some(words::CLEAR),
        Pane::List => (state.screen == ScreenName::Map).then_some(anywhere::BACK),
    }
}

fn is_filtering(state: &State) -> bool {
    matches!(&state.overlay, Some(Overlay::Finder(finder)) if finder.scope == Scope::Filter)
}

/// One hint of the footer and what a click on it does.
type Place<'a> = (Hint<'a>, Hit);

pub(super) fn draw(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let context = Context::of(state);
    let mut rows = matches::rows(state, context);
    rows.retain(|shown| shown.row.rank > 0 && !shown.keys.is_empty());
    rows.retain(|shown| actions::enabled(state, shown.row.action).is_ok());
    rows.retain(|shown| shown.row.action != Action::Finder(FinderAction::Leave));
    let is_always = |shown: &Shown| is_always(context, shown.row.action);
    rows.sort_by_key(|shown| (is_always(shown), shown.row.rank));
    if form(state).is_some_and(Form::enter_saves) {
        rows.retain(|shown| shown.row.action != Action::Form(FormAction::Save));
    }
    let goes_on = rows.iter().any(|shown| shown.row.action == Action::Room(RoomAction::GoOn));
    let of_row = |shown: &Shown| {
        let row = &shown.row;
        let rank = match row.action {
            Action::Room(RoomAction::GoOn) => FIRST,
            Action::Room(RoomAction::Close) if !goes_on => FIRST,
            Action::Room(RoomAction::Clock) if context == Context::Room => CLOCK,
            Action::Room(RoomAction::Close) => CLOSE,
            _ if context == Context::Room => row.rank + OFFERED,
            // Where something is chosen from a list, that goes before typing it in the editor.
            Action::Form(FormAction::Library) if form(state).and_then(forms::at_hand).is_some() => CHOSEN,
            // What is asked of work, what takes what somebody else wrote, and what a change can be taken back by are named wherever
            // there is little room.
            Action::Form(FormAction::Rewrite | FormAction::Theirs) => FIRST,
            Action::Global(GlobalAction::Undo) if is_saved_just_now(state) => FIRST,
            _ => row.rank,
        };
        (Hint::new(shown.key(), label(state, row), rank), Hit::Does(row.action))
    };
    let before = marked(state, context).into_iter().chain(offers(state, context));
    let all: Vec<Place<'_>> = before.chain(rows.iter().map(of_row)).collect();
    let here = all.len() - rows.iter().filter(|shown| is_always(shown)).count();
    let (hints, clicks): (Vec<Hint<'_>>, Vec<Hit>) = all.into_iter().unzip();
    let (closing, closes) = closing(state, context);
    let footer = Footer { hints: &hints, here, closing: &closing }.draw(&state.look, area, buf);
    let mut places: Vec<(Rect, Hit)> =
        footer.hints.into_iter().map(|(at, area)| (area, clicks[at].clone())).collect();
    places.push((footer.closing, Hit::Does(closes)));
    Drawn { hits: places, ..Drawn::default() }
}

/// Whether something can be done on a screen whatever is selected there, so that its key keeps its place.
fn is_always(context: Context, action: Action) -> bool {
    let is_list = matches!(context, Context::Screen(_) | Context::Matches | Context::Said);
    let is_usual = match action {
        Action::Global(action) => action != GlobalAction::Back,
        Action::List(action) => matches!(action, ListAction::Turn | ListAction::Sort | ListAction::Copy),
        _ => false,
    };
    is_list && is_usual
}

/// How many rows are marked; a click takes the marks away.
fn marked<'a>(state: &State, context: Context) -> Option<Place<'a>> {
    let count = matches!(context, Context::Screen(_) | Context::Matches).then(|| marks::marked(state).len());
    let count = count.filter(|count| *count > 0)?;
    Some((Hint::new(words::marked(count), "", 0), Hit::Does(Action::Global(GlobalAction::Back))))
}

fn is_saved_just_now(state: &State) -> bool {
    state.status.as_ref().is_some_and(|said| said.tone == Tone::Saved)
}

/// The rank of what stays longest.
const FIRST: u8 = 1;

/// The rank of choosing from a list what a field names.
const CHOSEN: u8 = 5;

/// What stands longest in a session: going on, and the first two answers of the step; then its clock, the next answer, and
/// the way out, and after these what else the room can say.
const ANSWERS: [u8; 3] = [2, 3, 5];
/// The rank of the clock of a session.
const CLOCK: u8 = 4;
/// The rank of closing it.
const CLOSE: u8 = 6;
/// The ranks kept free for those and for what else the room can say.
const OFFERED: u8 = 16;

/// What the room can say now, as hints.
fn offers<'a>(state: &State, context: Context) -> Vec<Place<'a>> {
    if context != Context::Room {
        return Vec::new();
    }
    let offered = room::offered(state).into_iter().zip(ANSWERS.into_iter().chain(CLOSE + 1..));
    offered
        .map(|(offer, rank)| {
            (Hint::new(offer.letter.to_string(), offer.label, rank), Hit::Offer(offer.letter))
        })
        .collect()
}

/// The hint that always stands at the end, and what it does.
fn closing(state: &State, context: Context) -> (Hint<'static>, Action) {
    let (word, closes) = match context {
        Context::Screen(_) | Context::Matches | Context::Said | Context::Room => {
            (words::MORE, GlobalAction::Help.into())
        }
        Context::Form => (words::MORE, FormAction::Help.into()),
        Context::Menu => (words::MORE, MenuAction::Help.into()),
        Context::Finder if is_filtering(state) => (words::CLEAR, FinderAction::Leave.into()),
        Context::Finder => (anywhere::BACK, FinderAction::Leave.into()),
    };
    (Hint::new(state.keymap.key(closes), word, 0), closes)
}
