//! What is said about a row of the map.

use ratatui::text::Line;

use crate::domain::cycle::Cycle;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::method::alignment::{Link, Row, What};
use crate::method::texts::Empty;
use crate::report::map as report;
use crate::settings::actions::map::Action;
use crate::settings::actions::{GlobalAction, ScreenName, setting};
use crate::tui::detail::{self, Lines};
use crate::tui::screens;
use crate::tui::state::State;
use crate::words::anywhere;
use crate::words::map as words;

/// What stands beside the selected row.
pub(super) fn row_detail(
    state: &State,
    cycle: &Cycle,
    (row, width): (&Row<'_>, usize),
) -> Vec<Line<'static>> {
    let lines = Lines::new(state, width);
    match row.what {
        What::Team(team, None) => lines.title(&team.name).quiet(&word(&team.level)).done(),
        What::Team(team, Some(beside @ (quarter, _))) => {
            let said = report::said(row, &state.workspace, (cycle, state.today));
            let lines = of_team(lines, state, (team, beside)).gap();
            let lines = match &said.below {
                Some(below) if said.asks => lines.attention(below),
                Some(below) => lines.text(below),
                None => lines,
            };
            let empty = if is_unlinked(quarter) { begins(state, width) } else { Vec::new() };
            lines.gap().key(&words::goes_to_the_team(open(state))).gap().lines(empty).done()
        }
        What::Objective(quarter, objective) => of_objective((state, width), quarter, objective),
        What::Link(link) | What::Helped(link) => {
            of_link(lines, state, &link).gap().key(&jump(state, row)).done()
        }
        What::Waits(asked) | What::Asked(asked) | What::Among(asked) => {
            lines.lines(detail::asked(state, &asked, width)).gap().key(&jump(state, row)).done()
        }
        What::Measured(found) => {
            lines.lines(detail::measured(state, &found, width)).gap().key(&jump(state, row)).done()
        }
        What::Waiting => {
            lines.text(&screens::sum(state)).gap().quiet(words::ASKED_IN_THE_FILES_OF_ONE_TEAM).done()
        }
    }
}

/// Whether a quarter says neither what it contributes to nor whom it waits for.
fn is_unlinked(quarter: &Quarter) -> bool {
    let is_linked = |objective: &Objective| objective.contributes_to.is_some();
    !quarter.objectives.iter().any(is_linked)
        && quarter.key_results().all(|(_, key_result)| key_result.dependencies.is_empty())
}

/// What belongs on the map, and how a link or a dependency is made.
fn begins(state: &State, width: usize) -> Vec<Line<'static>> {
    let key = |action: setting::Action| state.keymap.key(action);
    let goes = state.keymap.key(GlobalAction::Go(ScreenName::Setting));
    let begins = words::a_link_or_a_dependency(goes, key(setting::Action::Edit), key(setting::Action::New));
    detail::begun_by(state, Empty::Map, &begins, width)
}

/// The key that goes to what is selected.
fn open(state: &State) -> String {
    state.keymap.key(Action::Open)
}

fn jump(state: &State, row: &Row<'_>) -> String {
    row.other_end().map(|_| words::jumps_to_the_other_end(open(state))).unwrap_or_default()
}

fn of_team<'a>(
    lines: Lines<'a>,
    state: &State,
    (team, (quarter, cycle)): (&Team, (&Quarter, &Cycle)),
) -> Lines<'a> {
    let parent = team.parent.as_ref().map(|id| detail::team_name(state, id));
    let phase = quarter.phase(cycle, state.today).word();
    lines
        .title(&team.name)
        .gap()
        .field(words::LEVEL, Some(&word(&team.level)))
        .field(anywhere::BELOW, parent)
        .field(anywhere::QUARTER, Some(&format!("{}, {phase}", cycle.label)))
        .field(words::NEARER, report::tests(&quarter.frame.alignment).as_deref())
}

fn of_objective(
    (state, width): (&State, usize),
    quarter: &Quarter,
    objective: &Objective,
) -> Vec<Line<'static>> {
    let arrow = state.look.glyphs.to;
    let lines = Lines::new(state, width).quiet(detail::team_name(state, &quarter.key.team));
    let lines = lines.lines(detail::objective(state, quarter, &objective.id, width)).gap();
    let lines = lines.each(objective.live_key_results(), |lines, key_result| {
        lines.text(key_result.name()).quiet(&format!("  {}", key_result.measure.movement(arrow)))
    });
    lines.gap().key(&words::goes_to_the_objective(open(state))).done()
}

fn of_link<'a>(lines: Lines<'a>, state: &State, link: &Link<'_>) -> Lines<'a> {
    let objective = link.objective;
    let name = |(quarter, to): (&Quarter, &Objective)| {
        format!("{}: {}", detail::team_name(state, &quarter.key.team), to.title)
    };
    let above = link.to.map(name).or_else(|| objective.contributes_to.clone());
    lines
        .title(&objective.title)
        .quiet(detail::team_name(state, &link.quarter.key.team))
        .gap_below(3)
        .field(anywhere::CONTRIBUTES_TO, above.as_deref())
        .field(anywhere::HOW, objective.contribution.as_deref())
        .field(anywhere::WEIGHED, objective.alternative.as_deref())
        .each(&objective.negotiations, |lines, asked| lines.field(anywhere::ASKED, Some(&asked.to_string())))
        .field(anywhere::NO_LINK, objective.no_link.as_deref().filter(|_| objective.contributes_to.is_none()))
}
