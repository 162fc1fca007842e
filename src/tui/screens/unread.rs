//! Key results whose files cannot be read: each has a row in its objective, so that nobody goes past it.

use std::collections::BTreeMap;

use ratatui::text::{Line, Span};

use super::Entry;
use crate::domain::change::Address;
use crate::domain::id::KeyResultId;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::tui::detail::Lines;
use crate::tui::fit;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::tui::trouble::Trouble;
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;

/// The rows of what cannot be read of an objective, by their ids.
pub(super) fn entries(state: &State, quarter: &Quarter, objective: &Objective) -> Vec<Entry> {
    let mut unread: BTreeMap<KeyResultId, &Trouble> = BTreeMap::new();
    for trouble in &state.troubles {
        let Some(id) = key_result_of(&trouble.place.path, quarter, objective) else { continue };
        if objective.key_results.iter().all(|key_result| key_result.id != id) {
            unread.entry(id).or_insert(trouble);
        }
    }
    unread.into_iter().map(|(id, trouble)| entry(state, &id, trouble)).collect()
}

/// The key result of an objective that a file is of, by its name.
fn key_result_of(path: &str, quarter: &Quarter, objective: &Objective) -> Option<KeyResultId> {
    let id: KeyResultId = path.rsplit('/').next()?.strip_suffix(".toml")?.parse().ok()?;
    let (key, under) = (quarter.key.clone(), objective.id.clone());
    let is_objective = Address::Objective(key.clone(), under.clone()).to_string() == path;
    (!is_objective && Address::KeyResult(key, under, id.clone()).to_string() == path).then_some(id)
}

fn entry(state: &State, id: &KeyResultId, trouble: &Trouble) -> Entry {
    let (theme, sign) = (&state.look.theme, state.look.glyphs.attention);
    let name = Line::styled(format!("{id}  {}", fit::tied(anywhere::CANNOT_BE_READ)), theme.danger);
    let place = Line::styled(trouble.place.to_string(), theme.quiet);
    let row = ListRow::new(name).signed(Span::styled(sign, theme.danger));
    let row = row.and(place).signed(" ".repeat(fit::width(sign)));
    Entry::new(Target::Trouble(Box::new(trouble.clone())), row.indented(1))
}

/// Where it is, what is wrong and what to do.
pub(super) fn detail(state: &State, trouble: &Trouble, width: usize) -> Vec<Line<'static>> {
    Lines::new(state, width)
        .attention(&trouble.place.to_string())
        .text(&trouble.says)
        .gap()
        .quiet(&trouble.hint)
        .done()
}
