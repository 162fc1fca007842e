//! What a screen of a quarter shows where none is open: that none is, and the ways on; or that it is being read.

use ratatui::text::Line;

use super::Entry;
use crate::settings::actions::{GlobalAction, ScreenName};
use crate::tui::detail::Lines;
use crate::tui::fit;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;
use crate::words::lists as words;

/// Stands for the quarter that is not there.
const NOWHERE: Target = Target::Heading(Heading::Quarters);

/// The rows of a screen, or the one that says that no quarter is open, or that it is being read.
pub(super) fn or_nowhere(state: &State, rows: Vec<Entry>) -> Vec<Entry> {
    if !rows.is_empty() || state.here().is_some() {
        return rows;
    }
    let says = reading(state).unwrap_or_else(|| anywhere::NO_QUARTER_IS_OPEN.to_owned());
    vec![Entry::new(NOWHERE, ListRow::new(Line::styled(says, state.look.theme.heading)))]
}

/// What is said beside that row, and beside no other.
pub(super) fn detail(state: &State, target: &Target, width: usize) -> Option<Vec<Line<'static>>> {
    let is_here = *target == NOWHERE && state.here().is_none() && state.screen != ScreenName::Overview;
    if is_here && state.awaited().is_some() {
        return Some(Lines::new(state, width).text(words::IT_IS_SHOWN_ONCE_IT_IS_READ).done());
    }
    is_here.then(|| {
        let overview = ScreenName::Overview;
        let go = state.keymap.key(GlobalAction::Go(overview));
        Lines::new(state, width)
            .text(words::NOTHING_OF_A_QUARTER_IS_HERE)
            .gap()
            .quiet(words::ANOTHER_BRANCH_MAY_HOLD_IT)
            .gap()
            .key(&format!("{go} {}", overview.title()))
            .key(&state.keymap.invitation(GlobalAction::Team))
            .done()
    })
}

/// That the chosen quarter is being read; nothing once it is.
pub(super) fn reading(state: &State) -> Option<String> {
    let key = state.awaited()?;
    let label = state.workspace.cycles.get(&key.cycle).map_or(key.cycle.as_str(), |cycle| &cycle.label);
    let team = state.workspace.team_name(&key.team);
    Some(words::is_being_read(fit::shown(team), fit::shown(label)))
}
