//! What is said about a row of the Overview.

use ratatui::text::{Line, Span};

use super::rows::{due, due_words, row_of};
use crate::domain::id::{SessionId, TeamId};
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::scoring::Outcome;
use crate::domain::team::Level;
use crate::domain::word::word;
use crate::method::due::Due;
use crate::report::show::turn_words;
use crate::settings::actions::overview::Action;
use crate::tui::detail::{self, Lines};
use crate::tui::state::State;
use crate::tui::widgets::scale::Scale;
use crate::tui::widgets::wrapped::wrapped;
use crate::words::anywhere;
use crate::words::counted;
use crate::words::overview as words;

/// The cells of a bar.
const BAR: usize = 11;
/// The cells of the words beside a bar.
const WORDS: usize = 15;
/// The width from which on names stand beside their bars.
const BESIDE: usize = 58;
/// What is to be done, one by one, and where.
pub(super) fn due_detail(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some(due) = due(state) else { return Vec::new() };
    let lines = Lines::new(state, width).title(&due_words(state, &due)).gap();
    let lines = match &due {
        Due::Commit(stops) | Due::Close(stops) => lines.stops(stops),
        Due::Log(open) | Due::Score(open) => lines.each(open, |lines, key_result| {
            let name = key_result.name();
            let says = key_result.contact.as_ref().map(|contact| words::ask_about(contact, name));
            lines.signed(state.look.glyphs.draft, says.as_deref().unwrap_or(name))
        }),
        Due::Nothing => lines,
    };
    lines.gap().key(&words::goes_there(state.keymap.key(Action::Open))).done()
}

pub(super) fn effort_detail(state: &State, id: &SessionId, width: usize) -> Vec<Line<'static>> {
    let Some((quarter, cycle)) = state.here() else { return Vec::new() };
    let Some(effort) = quarter.efforts.iter().find(|effort| effort.id == *id) else { return Vec::new() };
    let people = counted::PEOPLE.of(effort.people);
    Lines::new(state, width)
        .title(&effort.title)
        .gap()
        .text(&words::minutes_with(effort.minutes, people, effort.cost()))
        .quiet(&effort.date.long())
        .field(words::COUNTS_FOR, Some(&word(&effort.phase)))
        .gap()
        .quiet(&detail::effort_of(state, quarter, cycle))
        .done()
}

pub(super) fn attention_detail(state: &State, words: &str, width: usize) -> Vec<Line<'static>> {
    let Some(row) = row_of(state, words) else { return Vec::new() };
    Lines::new(state, width).title(&row.about).gap().text(&row.says).gap().quiet(&row.hint).done()
}

/// A team that has no quarter yet, and how it gets one.
pub(super) fn team_detail(state: &State, id: &TeamId, width: usize) -> Vec<Line<'static>> {
    let Some(team) = state.workspace.teams.get(id) else { return Vec::new() };
    let lines = Lines::new(state, width).title(&team.name).quiet(words::NO_QUARTER_YET);
    let opens = words::opens_one(state.keymap.key(Action::Open));
    let people = (!team.people.is_empty()).then(|| team.people.join(", "));
    people.iter().fold(lines, |lines, people| lines.quiet(people)).gap().key(&opens).done()
}

pub(super) fn quarter_detail(state: &State, key: &QuarterKey, width: usize) -> Vec<Line<'static>> {
    let Some(cycle) = state.workspace.cycles.get(&key.cycle) else { return Vec::new() };
    let team = state.workspace.teams.get(&key.team);
    let name = state.workspace.team_name(&key.team);
    let days = cycle.shown_days();
    let mut lines = Lines::new(state, width).title(&format!("{name}, {}", cycle.label)).quiet(&days);
    if let Some(team) = team.filter(|team| !team.people.is_empty()) {
        lines = lines.quiet(&team.people.join(", "));
    }
    if let Some(team) = team.filter(|team| team.level != Level::Team) {
        lines = lines.quiet(&word(&team.level));
    }
    if let Some(team) = team {
        let aliases = Some(team.aliases.join(", ")).filter(|names| !names.is_empty());
        let parent = team.parent.as_ref().map(|id| state.workspace.team_name(id));
        lines = lines.field(anywhere::BELOW, parent).field(words::FORMERLY, aliases.as_deref());
        lines = lines.each(&team.was, |lines, was| lines.quiet(&turn_words(was)));
    }
    let Some(quarter) = state.workspace.quarters.get(key) else {
        let goes = words::reads_it_and_goes_there(state.keymap.key(Action::Open));
        return lines.gap().key(&goes).done();
    };
    lines = lines.gap().quiet(&detail::effort_of(state, quarter, cycle)).gap();
    lines
        .each(&quarter.objectives, |lines, objective| {
            let score =
                quarter.objective_score(objective).map(|score| format!("  {score}")).unwrap_or_default();
            let key_results = objective.key_results.iter().flat_map(|kr| standing(state, quarter, kr, width));
            lines.text(&format!("{}{score}", objective.title)).lines(key_results).gap()
        })
        .done()
}

/// A key result: its way as a bar with the mark of 0.7 where there is one, in a few words, and its name; beside it where there
/// is room.
fn standing(state: &State, quarter: &Quarter, key_result: &KeyResult, width: usize) -> Vec<Line<'static>> {
    let theme = &state.look.theme;
    let (ratio, words) = match quarter.outcome(key_result) {
        Outcome::Scored(score) => (Some(score.ratio()), score.to_string()),
        Outcome::Provisional(score) => (Some(score.ratio()), anywhere::provisional(score)),
        Outcome::Dropped => (None, anywhere::DROPPED.to_owned()),
        Outcome::ReadsLater => (None, anywhere::READS_LATER.to_owned()),
        Outcome::ToFindOut => (None, anywhere::TO_FIND_OUT.to_owned()),
        Outcome::Draft | Outcome::Open => {
            (quarter.progress(key_result).ratio(), quarter.progress(key_result).brief())
        }
    };
    let mut bar = vec![Span::raw("  ")];
    // Without a number there is no bar: an empty one is that of 0.0.
    if ratio.is_some() {
        bar.extend(Scale::with_mark(ratio).line(&state.look, BAR).spans);
        bar.push(Span::raw(" "));
    }
    let rest = if ratio.is_some() { WORDS } else { BAR + 1 + WORDS };
    bar.push(Span::styled(format!("{words:<rest$}"), theme.text));
    let name = Span::styled(key_result.name().to_owned(), theme.quiet);
    if width < BESIDE {
        let above = Line::from(vec![Span::raw("  "), name]);
        return wrapped(&above, width, 2).into_iter().chain([Line::from(bar)]).collect();
    }
    let hang = 2 + BAR + 1 + WORDS + 1;
    bar.extend([Span::raw(" "), name]);
    wrapped(&Line::from(bar), width, hang)
}
