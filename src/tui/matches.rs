//! What was found: the matches of a search or of a filtered list, and the way from one to the next.

use std::sync::Arc;

use super::actions::{self, Enabled};
use super::list;
use super::message::Effect;
use super::said;
use super::screens;
use super::state::{State, Tone};
use super::target::{Heading, Target};
use crate::domain::change::Address;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::retrospective::Note;
use crate::method::find::{Part, Passage, Sought};
use crate::settings::actions::{Action, Context, GlobalAction, MatchesAction, Row, ScreenName, shown};
use crate::words::anywhere;
use crate::words::lists as words;

/// The matches of a search, one of them on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Matches {
    typed: String,
    all: Arc<Vec<Arc<Passage>>>,
    at: usize,
}

/// Whether matches stand: of a search, or of a filter of the open list.
pub fn stands(state: &State) -> bool {
    let is_on_screen = state.overlay.is_none() && state.shown_room().is_none();
    is_on_screen && (state.matches.is_some() || !state.list().filter.is_empty())
}

/// Tells whether there is a match to go to.
///
/// # Errors
/// Nothing is looked for, or nothing matches.
pub fn enabled(state: &State, _: MatchesAction) -> Enabled {
    let key = |action: GlobalAction| state.keymap.key(action);
    let says = || words::nothing_is_looked_for(key(GlobalAction::Filter), key(GlobalAction::Find));
    if !stands(state) {
        return Err(says());
    }
    let is_somewhere = state.matches.is_some() || !screens::entries(state).is_empty();
    if is_somewhere { Ok(()) } else { Err(words::no_row_says_that(key(GlobalAction::Back))) }
}

/// A row, and those of its keys that do what it says now.
#[derive(Debug)]
pub struct Shown {
    /// The row.
    pub row: Row<Action>,
    /// Its free keys, the one shown first in front.
    pub keys: Vec<&'static str>,
}

impl Shown {
    /// A row of which every key is free.
    pub fn of(row: &Row<Action>) -> Self {
        Self { row: *row, keys: row.keys.to_vec() }
    }

    /// The key shown beside it.
    pub fn key(&self) -> String {
        self.keys.first().map(|keys| shown(keys)).unwrap_or_default()
    }
}

/// The rows of a place, first those of what was said just now and of the matches, while there are any; what their keys do
/// otherwise waits until then.
pub fn rows(state: &State, context: Context) -> Vec<Shown> {
    let mut first: Vec<Row<Action>> = Vec::new();
    if said::stands(state, context) {
        let rows = state.keymap.rows(Context::Said).iter();
        first.extend(rows.filter(|row| actions::enabled(state, row.action).is_ok()));
    }
    if matches!(context, Context::Screen(_)) && stands(state) {
        first.extend(state.keymap.rows(Context::Matches));
    }
    let is_free = |key: &&str| !first.iter().flat_map(|first| first.keys).any(|taken| taken == key);
    // A row keeps the keys that still do what it says; one without any is shown again when they are free.
    let left = |row: &Row<Action>| {
        let keys: Vec<&str> = row.keys.iter().copied().filter(is_free).collect();
        (row.keys.is_empty() || !keys.is_empty()).then_some(Shown { row: *row, keys })
    };
    let rows = state.keymap.rows(context).iter().filter_map(left);
    first.iter().map(Shown::of).chain(rows).collect()
}

/// Does an action.
pub fn update(state: &mut State, action: MatchesAction) -> Vec<Effect> {
    let by_one = |at: usize, of: usize| match action {
        MatchesAction::Next => (at + 1) % of,
        MatchesAction::Before => (at + of - 1) % of,
    };
    if let Some(matches) = &mut state.matches {
        matches.at = by_one(matches.at, matches.all.len());
        return land(state);
    }
    let entries = screens::entries(state);
    let at = by_one(list::selected_row(state, &entries).unwrap_or(0), entries.len());
    list::turn_to(state, super::state::Pane::List);
    list::select(state, entries[at].target().into_owned());
    state.say(Tone::Done, anywhere::part_of(at + 1, entries.len()));
    Vec::new()
}

/// Begins to walk the matches at one of them.
pub fn begin(state: &mut State, typed: &str, all: Arc<Vec<Arc<Passage>>>, at: usize) -> Vec<Effect> {
    if all.get(at).is_none() {
        return Vec::new();
    }
    state.matches = Some(Matches { typed: typed.to_owned(), all, at });
    land(state)
}

/// Goes to the match at hand; a quarter that has not been read is read first.
pub fn land(state: &mut State) -> Vec<Effect> {
    let Some(Matches { typed, all, at }) = &state.matches else { return Vec::new() };
    let (passage, count) = (Arc::clone(&all[*at]), anywhere::part_of(at + 1, all.len()));
    let said = match passage.part {
        Part::Line(_) => format!(": {}", passage.texts[0].says),
        _ => String::new(),
    };
    let says = words::found_for(&count, typed.trim(), &passage.kind, &said);
    let key = passage.at.quarter().cloned().or_else(|| quarter_of(state, &passage.at));
    if let Some(key) = &key
        && state.workspace.unopened.contains(key)
    {
        return vec![Effect::GoTo(key.clone())];
    }
    match key {
        Some(key) if state.workspace.quarters.contains_key(&key) => {
            let key_of = passage.texts[passage.shown(&Sought::new(typed))].key.clone();
            go(state, key, (&passage, &key_of));
            state.say(Tone::Done, says);
        }
        _ => state.say(Tone::Done, words::it_stands_in(&says, &passage.at)),
    }
    Vec::new()
}

/// The quarter to show for what stands above quarters: a team's own, or that of a cycle of the open team.
fn quarter_of(state: &State, at: &Address) -> Option<QuarterKey> {
    match at {
        Address::Team(team) => {
            let open = state.workspace.current_cycle(team, state.today);
            let open = open.map(|cycle| QuarterKey { team: team.clone(), cycle });
            open.or_else(|| state.workspace.unopened_of(team).last().cloned())
        }
        Address::Cycle(cycle) => {
            let team = state.place.as_ref()?.team.clone();
            Some(QuarterKey { team, cycle: cycle.clone() })
        }
        _ => None,
    }
}

fn go(state: &mut State, key: QuarterKey, (passage, text): (&Passage, &str)) {
    let Some(quarter) = state.workspace.quarters.get(&key) else { return };
    let (screen, target) = spot(quarter, passage, text);
    state.go_to(key);
    state.as_of = None;
    list::go(state, screen, target);
}

/// The screen and the row on which a passage is read.
fn spot(quarter: &Quarter, passage: &Passage, text: &str) -> (ScreenName, Target) {
    let overview = (ScreenName::Overview, Target::Quarter(quarter.key.clone()));
    match (&passage.at, &passage.part) {
        (Address::Objective(_, id), Part::Assumption(line)) => {
            (ScreenName::Setting, Target::Assumption(id.clone(), line.clone()))
        }
        (Address::Objective(_, id), Part::Negotiation(line)) => {
            (ScreenName::Setting, Target::Negotiation(id.clone(), line.clone()))
        }
        (Address::Objective(_, id), _) => (ScreenName::Setting, Target::Objective(id.clone())),
        (Address::KeyResult(_, _, id), part) => (ScreenName::Setting, of_key_result(id.clone(), part)),
        (Address::Frame(_), Part::Line(line)) => (ScreenName::Setting, line_of(quarter, line)),
        (Address::Frame(_), Part::Answer(path)) => (ScreenName::Setting, Target::Asked(path.clone())),
        (Address::Frame(_), _) if text == "pattern" => {
            (ScreenName::Scoring, Target::Heading(Heading::Pattern))
        }
        (Address::Frame(_), _) => (ScreenName::Setting, Target::Heading(Heading::Frame)),
        (Address::Sitting(..), Part::On(id)) => (ScreenName::CheckIns, Target::KeyResult(id.clone())),
        (Address::Sitting(..), _) => (ScreenName::CheckIns, Target::Heading(Heading::Set)),
        (Address::Scoring(_, id), _) => (ScreenName::Scoring, Target::KeyResult(id.clone())),
        (Address::Note(_, id), _) => {
            let note = quarter.notes.iter().find(|note| note.id == *id);
            let target = note.and_then(judged).unwrap_or_else(|| Target::Note(id.clone()));
            (ScreenName::Retrospective, target)
        }
        (Address::Effort(_, id), _) => (ScreenName::Overview, Target::Effort(id.clone())),
        (Address::Settings | Address::Steps | Address::Team(_) | Address::Cycle(_), _) => overview,
    }
}

fn of_key_result(id: crate::domain::id::KeyResultId, part: &Part) -> Target {
    match part {
        Part::Dependency(line) => Target::Dependency(id, line.clone()),
        Part::Initiative(line) => Target::Initiative(id, line.clone()),
        Part::Whole
        | Part::Assumption(_)
        | Part::Negotiation(_)
        | Part::Line(_)
        | Part::Answer(_)
        | Part::On(_) => Target::KeyResult(id),
    }
}

/// The row of a line; those of the pre-mortem and the parking lot are read with the ground rules.
fn line_of(quarter: &Quarter, line: &crate::domain::id::LineId) -> Target {
    let frame = &quarter.frame;
    let has_row = frame.not_now.iter().chain(&frame.keep_running).any(|row| row.id == *line)
        || frame.delivery.iter().any(|row| row.id == *line);
    if has_row { Target::Line(line.clone()) } else { Target::Heading(Heading::Frame) }
}

/// What a verdict is on: it has no row of its own.
fn judged(note: &Note) -> Option<Target> {
    if note.difficulty.is_some() {
        note.key_result.clone().map(Target::KeyResult)
    } else if note.importance.is_some() {
        note.objective.clone().map(Target::Objective)
    } else if note.verdict.is_some() {
        Some(Target::Assumption(note.objective.clone()?, note.assumption.clone()?))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::day::Day;
    use crate::domain::frame::Frame;
    use crate::domain::workspace::Workspace;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::settings::keys::sequence;
    use crate::tui::glyphs::Glyphs;
    use crate::tui::look::Look;
    use crate::tui::message::Message;
    use crate::tui::update::update;

    fn key(team: usize) -> QuarterKey {
        QuarterKey { team: format!("t{team}").parse().unwrap(), cycle: "2027-q1".parse().unwrap() }
    }

    /// The first of some teams on the screen: so many were read, so many were not.
    fn state(read: usize, unread: usize) -> State {
        let mut workspace = Workspace::default();
        let cycle = Cycle::calendar("2027-q1").unwrap();
        workspace.cycles.insert(cycle.id.clone(), cycle);
        for team in 0..read {
            workspace.quarters.insert(key(team), Quarter::new(key(team), Frame::default()));
        }
        workspace.unopened = (read..read + unread).map(key).collect();
        let look = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        State::new(workspace, Some(key(0)), Day::new(2027, 2, 11).unwrap(), look)
    }

    fn press(state: &mut State, keys: &str) -> Vec<Effect> {
        sequence(keys).unwrap().into_iter().flat_map(|chord| update(state, Message::Key(chord))).collect()
    }

    #[test]
    fn a_step_through_any_list_reads_nothing_however_much_has_not_been_read() {
        let mut state = state(3, 10_000);
        for screen in ["5", "2", "1"] {
            press(&mut state, screen);
            assert_eq!(press(&mut state, "j j k G"), [], "{screen}");
        }
    }
}
