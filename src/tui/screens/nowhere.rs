//! What a screen of a quarter shows where none is open: that none is, and the ways on.

use ratatui::text::Line;

use super::Entry;
use crate::settings::actions::{GlobalAction, ScreenName};
use crate::tui::detail::Lines;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;
use crate::words::lists as words;

/// Stands for the quarter that is not there.
const NOWHERE: Target = Target::Heading(Heading::Quarters);

/// The rows of a screen, or the one that says that no quarter is open.
pub(super) fn or_nowhere(state: &State, rows: Vec<Entry>) -> Vec<Entry> {
    if !rows.is_empty() || state.here().is_some() {
        return rows;
    }
    vec![Entry::new(
        NOWHERE,
        ListRow::new(Line::styled(anywhere::NO_QUARTER_IS_OPEN, state.look.theme.heading)),
    )]
}

/// What is said beside that row; none beside any other.
pub(super) fn detail(state: &State, target: &Target, width: usize) -> Option<Vec<Line<'static>>> {
    let is_here = *target == NOWHERE && state.here().is_none() && state.screen != ScreenName::Overview;
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
