//! The rows of Check-ins about earlier quarters: what pays back late is read once in each quarter that follows.

use ratatui::text::{Line, Span};

use crate::domain::cycle::Cycle;
use crate::domain::quarter::Quarter;
use crate::method::step::{Step, Steps};
use crate::method::watch::{Watched, watch_list};
use crate::tui::screens::Entry;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;
use crate::words::check_ins as words;

/// What is watched in this cycle, those not read in it marked; nothing where nothing is.
pub(super) fn entries(state: &State, quarter: &Quarter, cycle: &Cycle) -> Vec<Entry> {
    let watched = watch_list(&state.workspace, &quarter.key.team, cycle);
    if watched.is_empty() {
        return Vec::new();
    }
    let title = Line::styled(anywhere::PAYS_BACK_LATE, state.look.theme.quiet);
    let heading = Entry::new(Target::Heading(Heading::Late), ListRow::new(title));
    std::iter::once(heading).chain(watched.into_iter().map(|watched| entry(state, watched))).collect()
}

fn entry(state: &State, watched: Watched) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let label = state.workspace.cycles.get(&watched.key.quarter.cycle).map_or("", |cycle| &cycle.label);
    let sign = if watched.is_read { glyphs.done } else { glyphs.draft };
    let asks = match () {
        () if watched.is_read => words::READ_IN_THIS_QUARTER,
        () if watched.is_asked(state.today) => {
            Steps::with(&state.workspace.steps).guide(Step::Chk1).question(0)
        }
        () => words::TO_BE_READ_IN_THIS_QUARTER,
    };
    let words = words::effect_in(label, &watched.effect_quarter, asks);
    let row = ListRow::new(Line::styled(watched.name, theme.text))
        .signed(Span::styled(sign, theme.quiet))
        .and(Line::styled(words, theme.quiet))
        .signed(" ".repeat(crate::tui::fit::width(sign)));
    Entry::new(Target::Watched(watched.key), row.indented(1))
}
