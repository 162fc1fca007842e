//! What lies between two teams, as it is read beside a list: what is asked and what was answered, and a key result of
//! another team that is measured here.

use ratatui::text::Line;

use super::Lines;
use crate::domain::between::{Asked, Measured};
use crate::domain::id::TeamId;
use crate::domain::word::word;
use crate::report::list::between::standing;
use crate::tui::state::State;
use crate::words::anywhere;
use crate::words::detail as words;
use crate::words::method::fields::key_result as labels;

/// What a team is called; its id where it cannot be read.
pub fn team_name<'a>(state: &'a State, id: &'a TeamId) -> &'a str {
    state.workspace.team_name(id)
}

/// A dependency with both sides: who asks what by when, and what the other team says.
pub fn asked(state: &State, asked: &Asked<'_>, width: usize) -> Vec<Line<'static>> {
    let day = |day: Option<crate::domain::day::Day>| day.map(|day| day.short(state.today));
    let dependency = asked.dependency;
    let lines = Lines::new(state, width)
        .title(&dependency.need)
        .gap_below(2)
        .field(words::ASKED_BY, Some(team_name(state, &asked.quarter.key.team)))
        .field(words::WHO_ASKS, dependency.asker.as_deref())
        .field(words::ASKED_OF, Some(asked.team_name()))
        .field(words::BY, day(dependency.by).as_deref())
        .field(words::NEEDED_FOR, Some(asked.key_result.name()))
        .field(words::NOTED_THERE, Some(&word(&dependency.state)))
        .gap();
    let lines = match (asked.said(), asked.team) {
        (Some(answer), _) => lines
            .field(words::ANSWER, Some(&word(&answer.state)))
            .field(words::SAYS, answer.says.as_deref())
            .field(words::COMES_BY, day(answer.by).as_deref())
            .field(words::ANSWERED_ON, day(answer.date).as_deref()),
        (None, Some(_)) => lines.quiet(words::NOT_ANSWERED_THERE),
        (None, None) => lines.quiet(words::NO_FILES_SO_NOTED_HERE),
    };
    lines.gap().field(words::STANDS, Some(&standing(asked))).done()
}

/// A key result of another team whose number is read here.
pub fn measured(state: &State, found: &Measured<'_>, width: usize) -> Vec<Line<'static>> {
    let Measured { quarter, objective, key_result } = found;
    let measure = key_result.committed_measure();
    Lines::new(state, width)
        .title(&key_result.title)
        .gap_below(2)
        .way(quarter, key_result)
        .gap()
        .field(words::OF, Some(team_name(state, &quarter.key.team)))
        .field(anywhere::OBJECTIVE, Some(&objective.title))
        .field(labels::SOURCE, measure.source.as_deref())
        .field(labels::DATA, key_result.data.as_ref().map(word).as_deref())
        .field(labels::INFLUENCE, key_result.influence.as_ref().map(word).as_deref())
        .field(labels::AGREEMENT, key_result.agreement.as_deref())
        .field(labels::CONTACT, key_result.contact.as_deref())
        .gap()
        .quiet(words::MEASURED_HERE_SCORED_THERE)
        .done()
}
