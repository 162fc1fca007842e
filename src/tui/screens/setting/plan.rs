//! What the quarter will cost, before its first meeting: the row of the effort plan and what is said about it.

use std::iter;

use ratatui::text::{Line, Span};

use super::rows::heading;
use crate::domain::cycle::Cycle;
use crate::domain::effort::{EffortPhase, PersonMinutes};
use crate::domain::quarter::Quarter;
use crate::domain::word::word;
use crate::method::budget::{Budget, EffortPlan, Shape};
use crate::method::step::Steps;
use crate::report::plan::{session, sizes};
use crate::tui::detail::Lines;
use crate::tui::fit;
use crate::tui::screens::Entry;
use crate::tui::state::State;
use crate::tui::target::Heading;
use crate::words::setting as words;

/// How many of the most expensive sessions are named.
const LARGEST: usize = 3;

/// The row of the plan, until the set is committed; over the limit it says by how much, and the first cut.
pub(super) fn plan_entry(state: &State, quarter: &Quarter, cycle: &Cycle) -> Option<Entry> {
    if quarter.frame.committed.is_some() {
        return None;
    }
    let (plan, steps, budget) = plan_of(state, quarter, cycle);
    let total = plan.total();
    let mut entry = heading(state, Heading::Effort, words::EFFORT_PLAN, &words::limit(total, budget.limit()));
    if let Some(sentence) = budget.sentence(total) {
        let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
        let cuts = plan.cuts(steps);
        let cut = cuts.first().map(|cut| words::first_cut(cut.kind, fit::tied(&words::saves(cut.saved))));
        let words = iter::once(sentence).chain(cut).collect::<Vec<_>>().join(" ");
        let sign = Span::styled(glyphs.attention, theme.attention);
        entry = entry.with(|row| row.and(Line::styled(words, theme.attention)).signed(sign));
    }
    Some(entry)
}

/// The sums by phase against the limit, the most expensive sessions, and the cuts in their order.
pub(super) fn plan_detail(
    state: &State,
    quarter: &Quarter,
    cycle: &Cycle,
    width: usize,
) -> Vec<Line<'static>> {
    let (plan, steps, budget) = plan_of(state, quarter, cycle);
    let total = plan.total();
    let sum = |phase: EffortPhase| plan.phases.of(phase).to_string();
    let largest: Vec<(String, PersonMinutes)> =
        plan.sessions(steps).into_iter().take(LARGEST).map(|(kind, cost)| (session(kind), cost)).collect();
    let cuts = plan.cuts(steps);
    let lines = Lines::new(state, width).title(words::EFFORT_PLAN).gap().text(&sizes(&plan.shape)).gap();
    lines
        .each(EffortPhase::ALL, |lines, phase| lines.field(&word(phase), Some(&sum(*phase))))
        .field(words::TOTAL, Some(&words::each(budget.against(total), plan.for_each())))
        .field(words::LIMIT_LABEL, Some(&words::amber_from(budget.limit(), budget.amber())))
        .gap()
        .each(budget.sentence(total), |lines, sentence| lines.attention(&sentence).gap())
        .quiet(words::WHAT_TAKES_MOST)
        .each(largest, |lines, (name, cost)| lines.text(&format!("  {name}, {cost}")))
        .gap()
        .quiet(words::WHAT_COULD_BE_CUT)
        .each(cuts, |lines, cut| {
            lines.text(&format!("  {}, {}", cut.kind, fit::tied(&words::less(cut.saved))))
        })
        .done()
}

fn plan_of<'a>(state: &'a State, quarter: &Quarter, cycle: &Cycle) -> (EffortPlan, Steps<'a>, Budget) {
    let steps = Steps::with(&state.workspace.steps);
    let plan = EffortPlan::of(Shape::within(&state.workspace, quarter, cycle), steps);
    (plan, steps, Budget::within(&state.workspace, cycle))
}
