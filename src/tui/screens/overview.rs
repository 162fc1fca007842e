//! The Overview: where the quarter stands, what is late, and the other quarters and teams.

use ratatui::text::Line;

mod rows;
mod said;

use self::rows::{
    add_quarters, attention_entries, due, due_entries, effort_entries, heading, row_of, rows,
    trouble_entries, words_of,
};
use self::said::{attention_detail, due_detail, effort_detail, quarter_detail, team_detail};
use super::{Entry, Screen, can_be_written, go_to, screen_of, unread};
use crate::domain::change::Change;
use crate::domain::quarter::QuarterKey;
use crate::method::agenda;
use crate::method::alignment::Spot;
use crate::method::attention::{Attention, Rule};
use crate::method::texts::{self, Empty};
use crate::settings::actions::overview::Action;
use crate::settings::actions::{ScreenAction, ScreenName};
use crate::tui::actions::Enabled;
use crate::tui::detail::{self, Lines};
use crate::tui::forms::{self, Subject};
use crate::tui::list::{self, selected};
use crate::tui::marks;
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::Effect;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::words::anywhere;
use crate::words::overview as words;

/// The screen.
pub struct Overview;

impl Screen for Overview {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        let mut entries = due_entries(state);
        entries.extend(attention_entries(state));
        entries.extend(trouble_entries(state));
        entries.push(heading(state, Heading::Quarters, words::QUARTERS));
        let effort = effort_entries(state);
        add_quarters(state, (&mut entries, effort.len()));
        entries.extend(effort);
        entries
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        match target {
            Target::Due => due_detail(state, width),
            Target::Attention(words) => attention_detail(state, words, width),
            Target::Trouble(trouble) => unread::detail(state, trouble, width),
            Target::Quarter(key) => quarter_detail(state, key, width),
            Target::Spot(Spot::Team(id)) => team_detail(state, id, width),
            Target::Effort(id) => effort_detail(state, id, width),
            Target::Heading(Heading::Effort) if lacks_effort(state) => {
                detail::empty(state, Empty::Effort, ScreenAction::Overview(Action::New), width)
            }
            _ => match &state.place {
                Some(key) => quarter_detail(state, key, width),
                None => detail::empty(state, Empty::Overview, ScreenAction::Overview(Action::New), width),
            },
        }
    }

    fn first(state: &State) -> Option<Target> {
        let overdue = rows(state).into_iter().find(|row| row.is_overdue).map(|row| words_of(&row));
        let here = || state.place.clone().map(Target::Quarter);
        let due = due(state).map(|_| Target::Due);
        overdue.map(Target::Attention).or(due).or_else(here)
    }

    fn caption(state: &State) -> (String, String) {
        let Some((quarter, cycle)) = state.here() else { return (words::OVERVIEW.to_owned(), String::new()) };
        let week = words::week_of(cycle.week(state.today), cycle.weeks());
        let phase = quarter.phase(cycle, state.today);
        let note = if cycle.contains(state.today) && !cycle.is_unread {
            format!("{}, {week}", phase.word())
        } else {
            phase.word().to_owned()
        };
        (words::OVERVIEW.to_owned(), note)
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        let lines = Lines::new(state, width).text(texts::notice()).gap();
        let Ok(desk) = state.desk() else { return lines.done() };
        let coming = agenda::coming_events(&desk).into_iter().take(MOST_COMING);
        lines
            .title(words::COMING_UP)
            .each(coming, |lines, event| {
                lines.signed(&format!("{:>6} ", event.day.short(state.today)), &event.title)
            })
            .done()
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        if matches!(action, Action::New | Action::Change | Action::Remove) {
            can_be_written(state)?;
        }
        match (action, selected(state)) {
            (Action::New | Action::Map, _)
            | (
                Action::Open,
                Some(Target::Quarter(_) | Target::Spot(_) | Target::Attention(_) | Target::Due),
            )
            | (Action::Change, Some(Target::Effort(_) | Target::Quarter(_) | Target::Spot(_))) => Ok(()),
            (Action::Change, _) if state.place.is_some() => Ok(()),
            (Action::Change, _) => Err(words::SELECT_QUARTER_OR_EFFORT.to_owned()),
            (Action::Remove, _) if are_efforts(&marks::taken(state)) => Ok(()),
            (Action::Remove, _) => Err(words::SELECT_AN_EFFORT.to_owned()),
            (Action::Open, _) => Err(words::SELECT_QUARTER_OR_ATTENTION.to_owned()),
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        match (action, selected(state)) {
            (Action::New, row) => {
                let menu = new_menu(state, row.as_ref());
                menu::open(state, menu)
            }
            (Action::Map, _) => {
                state.screen = ScreenName::Map;
                Vec::new()
            }
            (Action::Change, Some(Target::Quarter(key))) => menu::open(state, change_menu(key)),
            (Action::Change, Some(Target::Spot(Spot::Team(id)))) => forms::open(state, Subject::Team(id)),
            (Action::Change, Some(Target::Effort(id))) => forms::open(state, Subject::Effort(id)),
            (Action::Change, _) => match state.place.clone() {
                Some(key) => menu::open(state, change_menu(key)),
                None => Vec::new(),
            },
            (Action::Remove, _) => {
                let taken = marks::taken(state);
                let decision = marks::together(state, &taken, |state, row| match row {
                    Target::Effort(id) => state.desk()?.remove_effort(id),
                    _ => Ok(Change::nothing()),
                });
                marks::decide(state, decision, None)
            }
            (Action::Open, Some(Target::Quarter(key))) => go(state, key),
            (Action::Open, Some(Target::Spot(Spot::Team(id)))) => forms::open(state, Subject::NewQuarter(id)),
            (Action::Open, Some(target)) => {
                open(state, target);
                Vec::new()
            }
            (Action::Open, _) => Vec::new(),
        }
    }
}

/// Whether nothing has been logged of what the open quarter cost.
fn lacks_effort(state: &State) -> bool {
    state.here().is_some_and(|(quarter, _)| quarter.efforts.is_empty())
}

/// Whether rows are entries of the ledger, all of them, and at least one.
fn are_efforts(rows: &[Target]) -> bool {
    !rows.is_empty() && rows.iter().all(|row| matches!(row, Target::Effort(_)))
}

/// Goes to a quarter; one that has not been read is read first.
fn go(state: &mut State, key: QuarterKey) -> Vec<Effect> {
    if state.workspace.unopened.contains(&key) {
        return vec![Effect::GoTo(key)];
    }
    go_to(state, key);
    Vec::new()
}

/// Goes to where the selected thing is done, with what it is about selected there.
fn open(state: &mut State, target: Target) {
    match target {
        Target::Due => {
            let place = state.place.clone();
            state.screen = place.map_or(state.screen, |key| screen_of(state, &key));
        }
        Target::Attention(words) => {
            let Some(row) = row_of(state, &words) else { return };
            let screen = screen_for(&row);
            let watched = row.watched.map(Target::Watched);
            let about = row.asked.map(Target::Asked).or(watched).or(row.key_result.map(Target::KeyResult));
            match about {
                Some(target) => list::go(state, screen, target),
                None => state.screen = screen,
            }
        }
        _ => {}
    }
}

/// What can be begun: the quarter is that of the team of the row, where that one has none yet, else of the open team.
fn new_menu(state: &State, row: Option<&Target>) -> Menu {
    let team = match row {
        Some(Target::Spot(Spot::Team(id))) => Some(id),
        _ => state.place.as_ref().map(|key| &key.team),
    };
    let team = team.and_then(|id| state.workspace.teams.get(id));
    let menu = Menu::new(anywhere::NEW, words::WHAT_DO_YOU_WANT_TO_BEGIN);
    let menu = team.into_iter().fold(menu, |menu, team| {
        let says = words::next_cycle_of(&team.name);
        menu.answer('c', (words::NEW_QUARTER, &says), Choice::Form(Subject::NewQuarter(team.id.clone())))
    });
    menu.answer('t', words::NEW_TEAM, Choice::Form(Subject::NewTeam)).answer(
        'e',
        words::NEW_EFFORT,
        Choice::Form(Subject::NewEffort),
    )
}

fn change_menu(key: QuarterKey) -> Menu {
    Menu::new(words::CHANGE, words::WHAT_DO_YOU_WANT_TO_CHANGE)
        .answer('t', words::CHANGE_TEAM, Choice::Form(Subject::Team(key.team.clone())))
        .answer('w', words::WHAT_IT_WAS, Choice::Form(Subject::Was(key.team)))
        .answer('d', words::CHANGE_DAYS, Choice::Form(Subject::Cycle(key.cycle)))
        .answer('s', words::CHANGE_SETTINGS, Choice::Form(Subject::Settings))
}

/// The most events that are announced beside the list.
const MOST_COMING: usize = 8;

/// The screen on which something that needs attention is done.
fn screen_for(row: &Attention) -> ScreenName {
    match row.rule {
        Rule::CheckInOverdue | Rule::Blocked | Rule::ActionPast | Rule::LateReading => ScreenName::CheckIns,
        Rule::NotCommitted
        | Rule::BaselineOpen
        | Rule::TargetOpen
        | Rule::DependencyPast
        | Rule::DependencyLate
        | Rule::AboveDropped
        | Rule::DependencyRefused
        | Rule::AskedOfUs
        | Rule::KickOffLate => ScreenName::Setting,
        Rule::ScoringOverdue => ScreenName::Scoring,
        Rule::RetrospectiveOverdue
        | Rule::RetrospectiveBeforeCommit
        | Rule::Unreviewed
        | Rule::EffortOver
        | Rule::EffortAmber => ScreenName::Retrospective,
    }
}
