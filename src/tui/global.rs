//! What can be done everywhere outside of text.

use ratatui::layout::{Position, Rect};

use super::actions::Enabled;
use super::exports::{Page, themes};
use super::finder::{self, Scope};
use super::fit::SizeClass;
use super::list;
use super::marks;
use super::menu;
use super::message::Effect;
use super::room;
use super::screens;
use super::state::{Overlay, Pane, State, Tone};
use super::tour;
use crate::domain::day::Day;
use crate::domain::quarter::QuarterKey;
use crate::domain::way::Way;
use crate::domain::workspace::Workspace;
use crate::settings::actions::{Context, GlobalAction, ScreenName, overview};
use crate::words::anywhere;
use crate::words::lists as words;
use crate::words::notices;

/// Tells whether an action can be done now.
///
/// # Errors
/// Why not.
pub fn enabled(state: &State, action: GlobalAction) -> Enabled {
    let nothing = |is_empty: bool, says: &str| if is_empty { Err(says.to_owned()) } else { Ok(()) };
    match action {
        GlobalAction::Team => nothing(
            state.workspace.teams.len() < 2,
            &words::there_is_one_team(state.keymap.key(overview::Action::New)),
        ),
        GlobalAction::Cycle | GlobalAction::Export => {
            nothing(state.place.is_none(), anywhere::NO_QUARTER_IS_OPEN)
        }
        GlobalAction::Tour => tour::enabled(state),
        GlobalAction::Session => screens::can_be_written(state),
        GlobalAction::Messages => nothing(state.said.is_empty(), words::NOTHING_HAS_BEEN_SAID_YET),
        GlobalAction::Undo => {
            let is_empty = !state.turns.contains(&Way::Back) && !room::holds(state, Way::Back);
            nothing(is_empty, words::NOTHING_HAS_BEEN_CHANGED_YET)
        }
        GlobalAction::Redo => {
            let is_empty = !state.turns.contains(&Way::Again) && !room::holds(state, Way::Again);
            nothing(is_empty, words::NOTHING_HAS_BEEN_TAKEN_BACK)
        }
        GlobalAction::Back => {
            let list = state.list();
            let is_plain = list.filter.is_empty() && state.matches.is_none() && list.marks.is_empty();
            let is_top = list.pane == Pane::List && is_plain && state.screen != ScreenName::Map;
            let key = |action: GlobalAction| state.keymap.key(action);
            nothing(is_top, &words::goes_no_further_back(key(GlobalAction::Back), key(GlobalAction::Leave)))
        }
        _ => Ok(()),
    }
}

/// Does an action.
pub fn update(state: &mut State, action: GlobalAction) -> Vec<Effect> {
    match action {
        GlobalAction::Help => finder::open(state, Scope::Here(Context::of(state))),
        GlobalAction::Palette => finder::open(state, Scope::Everything),
        GlobalAction::Team => finder::open(state, Scope::Teams),
        GlobalAction::Cycle => finder::open(state, Scope::Cycles),
        GlobalAction::Filter => {
            room::to_the_desk(state);
            state.matches = None;
            finder::open(state, Scope::Filter);
        }
        GlobalAction::Find => finder::open(state, Scope::Texts),
        GlobalAction::Go(screen) => {
            room::to_the_desk(state);
            state.screen = screen;
        }
        GlobalAction::NextScreen => turn(state, 1),
        GlobalAction::ScreenBefore => turn(state, ScreenName::tabs().count() - 1),
        GlobalAction::Guide => turn_guide(state),
        GlobalAction::Tour => tour::turn(state),
        GlobalAction::Back => back(state),
        GlobalAction::Session => return room::enter(state),
        GlobalAction::Export => return menu::open(state, Page::menu()),
        GlobalAction::Colours => return menu::open(state, themes(state.look.theme.name)),
        GlobalAction::Messages => finder::open(state, Scope::Messages),
        GlobalAction::Mouse => return vec![Effect::TurnMouse],
        GlobalAction::Bell => return vec![Effect::TurnBell],
        GlobalAction::Footer => return vec![Effect::TurnFooter],
        GlobalAction::Share => return vec![Effect::Share],
        GlobalAction::Undo => {
            return room::turn(state, Way::Back).unwrap_or_else(|| vec![Effect::Turn(Way::Back)]);
        }
        GlobalAction::Redo => {
            return room::turn(state, Way::Again).unwrap_or_else(|| vec![Effect::Turn(Way::Again)]);
        }
        GlobalAction::Reload => return vec![Effect::Load],
        GlobalAction::Repaint => return vec![Effect::Repaint],
        GlobalAction::Suspend => return vec![Effect::Suspend],
        GlobalAction::Leave => return leave(state),
    }
    Vec::new()
}

fn turn(state: &mut State, by: usize) {
    room::to_the_desk(state);
    let tabs: Vec<ScreenName> = ScreenName::tabs().collect();
    let at = tabs.iter().position(|name| *name == state.screen).unwrap_or(0);
    state.screen = tabs[(at + by) % tabs.len()];
}

/// Shows or hides the guide: beside list and detail where there is room, else in the place of the detail.
fn turn_guide(state: &mut State) {
    let is_over = state.list().pane == Pane::Guide;
    let area = Rect::from((Position::ORIGIN, state.size));
    if is_over {
        list::turn_to(state, Pane::List);
    } else if SizeClass::of(area) == SizeClass::Wide {
        state.has_guide = !state.has_guide;
    } else {
        list::turn_to(state, Pane::Guide);
    }
}

fn back(state: &mut State) {
    let list = state.list();
    if list.pane == Pane::List && !list.marks.is_empty() {
        marks::clear(state);
    } else if list.pane == Pane::List && state.matches.is_some() {
        state.matches = None;
    } else if list.pane == Pane::List && list.filter.is_empty() && state.screen == ScreenName::Map {
        state.screen = ScreenName::Overview;
    } else if list.pane == Pane::List {
        // The row that was found stays the selected one.
        let shown = list::selected(state);
        state.list_mut().filter.clear();
        if let Some(target) = shown {
            list::select(state, target);
        }
    } else {
        list::turn_to(state, Pane::List);
    }
}

/// Leaves what is open first, then the program; what is not finished is named once before.
pub fn leave(state: &mut State) -> Vec<Effect> {
    // Nothing is lost with marks.
    marks::clear(state);
    if enabled(state, GlobalAction::Back).is_ok() {
        back(state);
        return Vec::new();
    }
    let running = state.room.as_ref().map(|room| &room.player).filter(|player| player.is_running());
    let key = state.keymap.key(GlobalAction::Leave);
    let asks = match running {
        Some(player) => Some(words::its_clock_runs(player.title(), key)),
        None => state.drafts.values().next().map(|left| words::a_draft_is_open(&left.called, key)),
    };
    if let Some(asks) = asks.filter(|_| !state.is_leaving) {
        state.is_leaving = true;
        state.say(Tone::Stop, asks);
        return Vec::new();
    }
    vec![Effect::Quit]
}

/// A workspace was made, or the sample, which has a day of its own: says so, and how to go on.
pub fn begun(state: &mut State, workspace: Workspace, place: QuarterKey, day: Option<Day>) {
    state.workspace = workspace;
    state.go_to(place);
    state.overlay = None;
    state.drafts.clear();
    state.today = day.unwrap_or(state.today);
    let sets = state.keymap.key(GlobalAction::Go(ScreenName::Setting));
    let says = day.map_or(notices::the_workspace_stands(sets), |_| notices::THE_SAMPLE_STANDS.to_owned());
    state.say(Tone::Done, says);
}

/// Shows the menu of the first run where no quarter is open.
pub fn welcome(state: &mut State) {
    if state.place.is_none() {
        let leaves = state.keymap.key(GlobalAction::Leave);
        state.overlay = Some(Overlay::Menu(super::menu::first_run(state.elsewhere, &leaves)));
    }
}
