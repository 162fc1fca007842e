//! The Overview: where the quarter stands, what is late, and the other quarters and teams.

use ratatui::text::{Line, Span};

use super::{Entry, Screen, ScreenName};
use crate::domain::cycle::Cycle;
use crate::domain::key_result::KeyResult;
use crate::domain::id::SessionId;
use crate::domain::quarter::{Phase, Quarter, QuarterKey};
use crate::domain::scoring::Outcome;
use crate::domain::word::word;
use crate::domain::team::Level;
use crate::method::attention::{self, Attention, Rule};
use crate::method::calendar;
use crate::method::texts::{self, Empty};
use crate::tui::actions::{Enabled, Row};
use crate::tui::detail::{self, Lines};
use crate::tui::forms::{self, Subject};
use crate::tui::list::{self, selected};
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::{Effect, Save};
use crate::tui::state::{State, Tone};
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::tui::widgets::scale::Scale;

/// The screen.
pub struct Overview;

/// What can be done on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Opens what is selected.
    Open,
    /// Adds a quarter, a team or effort.
    New,
    /// Changes the team, the days, the settings, or an entry of the ledger.
    Change,
    /// Takes an entry off the ledger.
    Remove,
}

impl Screen for Overview {
    type Action = Action;
    const TITLE: &'static str = "Overview";
    const ACTIONS: &'static [Row<Action>] = &[
        Row { id: "overview.open", title: "Open", label: "open", help: "Goes to the selected quarter, or to where the selected thing is done.", aliases: &["go", "switch team"], keys: &["enter"], rank: 1, action: Action::Open },
        Row { id: "overview.new", title: "New", label: "new", help: "Opens a quarter, adds a team, or logs effort.", aliases: &["quarter", "team", "effort", "cycle"], keys: &["n"], rank: 2, action: Action::New },
        Row { id: "overview.change", title: "Change", label: "change", help: "Changes the team, the days of the cycle, what holds for everyone, or the selected effort.", aliases: &["people", "rename", "dates", "settings"], keys: &["e"], rank: 3, action: Action::Change },
        Row { id: "overview.remove", title: "Remove the effort", label: "remove", help: "Takes the selected entry off the effort ledger.", aliases: &["delete"], keys: &["d"], rank: 4, action: Action::Remove },
    ];

    fn entries(state: &State) -> Vec<Entry> {
        let mut entries = attention_entries(state);
        entries.extend(trouble_entries(state));
        entries.push(heading(state, Heading::Quarters, "Quarters"));
        let mut teams: Vec<_> = state.workspace.teams.values().collect();
        teams.sort_by_key(|team| (is_elsewhere(state, &team.id), std::cmp::Reverse(team.level), team.name.clone()));
        for team in teams {
            let mut quarters: Vec<_> = state.workspace.quarters_of(&team.id).collect();
            quarters.reverse();
            entries.extend(quarters.into_iter().map(|(quarter, cycle)| quarter_entry(state, &team.name, quarter, cycle)));
        }
        entries.extend(effort_entries(state));
        entries
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        match target {
            Target::Attention(words) => attention_detail(state, words, width),
            Target::Trouble(words) => trouble_detail(state, words, width),
            Target::Quarter(key) => quarter_detail(state, key, width),
            Target::Effort(id) => effort_detail(state, id, width),
            _ => match &state.place {
                Some(key) => quarter_detail(state, key, width),
                None => detail::empty(state, Empty::Overview, width),
            },
        }
    }

    fn caption(state: &State) -> (String, String) {
        let Some((quarter, cycle)) = state.here() else { return ("Overview".to_owned(), String::new()) };
        let week = format!("week {} of {}", cycle.week(state.today), cycle.weeks());
        let phase = quarter.phase(cycle, state.today);
        let note = if cycle.contains(state.today) { format!("{}, {week}", phase.word()) } else { phase.word().to_owned() };
        ("Overview".to_owned(), note)
    }

    fn guide(state: &State) -> Vec<Line<'static>> {
        let width = usize::from(state.size.width / 4);
        let lines = Lines::new(state, width).text(texts::notice()).gap();
        let Some((quarter, cycle)) = state.here() else { return lines.done() };
        let cadence = state.workspace.cadence(quarter);
        let coming = calendar::events(cycle, cadence).into_iter().filter(|event| event.until >= state.today).take(8);
        lines
            .title("Coming up")
            .each(coming, |lines, event| lines.text(&format!("{:>6}  {}", event.day.short(state.today), event.title)))
            .done()
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        match (action, selected(state)) {
            (Action::New, _)
            | (Action::Change | Action::Remove, Some(Target::Effort(_)))
            | (Action::Change, Some(Target::Quarter(_)))
            | (Action::Open, Some(Target::Quarter(_) | Target::Attention(_))) => Ok(()),
            (Action::Change, _) => Err("Select a quarter, or an effort.".to_owned()),
            (Action::Remove, _) => Err("Select an effort; quarters and teams stay.".to_owned()),
            (Action::Open, _) => Err("Select a quarter, or something that needs attention.".to_owned()),
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        match (action, selected(state)) {
            (Action::New, _) => menu::open(state, new_menu()),
            (Action::Change, Some(Target::Quarter(key))) => menu::open(state, change_menu(key)),
            (Action::Change, Some(Target::Effort(id))) => forms::open(state, Subject::Effort(id)),
            (Action::Remove, Some(Target::Effort(id))) => match state.desk().and_then(|desk| desk.remove_effort(&id)) {
                Ok(change) => vec![Effect::Save(Save::new(change))],
                Err(refusal) => {
                    state.say(Tone::Stop, refusal.to_string());
                    Vec::new()
                }
            },
            (Action::Open, Some(Target::Quarter(key))) => {
                state.screen = screen_of(state, &key);
                state.place = Some(key);
                state.lists.clear();
                Vec::new()
            }
            (Action::Open, Some(Target::Attention(words))) => {
                if let Some(row) = row_of(state, &words) {
                    state.screen = screen_for(&row);
                    if let Some(id) = row.key_result {
                        list::select(state, Target::KeyResult(id));
                    }
                }
                Vec::new()
            }
            (Action::Open | Action::Change | Action::Remove, _) => Vec::new(),
        }
    }
}

fn new_menu() -> Menu {
    Menu::new("New", "What do you want to begin?")
        .answer('c', ("quarter", "the next cycle of this team"), Choice::Form(Subject::NewQuarter))
        .answer('t', ("team", "another team in this workspace"), Choice::Form(Subject::NewTeam))
        .answer('e', ("effort", "time spent on the process itself"), Choice::Form(Subject::NewEffort))
}

fn change_menu(key: QuarterKey) -> Menu {
    Menu::new("Change", "What do you want to change?")
        .answer('t', ("team", "its name, people, level, parent"), Choice::Form(Subject::Team(key.team)))
        .answer('d', ("days", "the label and the days of the cycle"), Choice::Form(Subject::Cycle(key.cycle)))
        .answer('s', ("settings", "what holds for everyone"), Choice::Form(Subject::Settings))
}

/// The ledger of this quarter, the latest first.
fn effort_entries(state: &State) -> Vec<Entry> {
    let Some((quarter, _)) = state.here() else { return Vec::new() };
    let theme = &state.look.theme;
    let mut entries = vec![heading(state, Heading::Effort, "Effort so far")];
    entries.extend(quarter.efforts.iter().rev().map(|effort| {
        let line = Line::from(vec![
            Span::styled(format!("{:>6}  ", effort.date.short(state.today)), theme.quiet),
            Span::styled(format!("{:>7}  ", effort.cost().to_string()), theme.text),
            Span::styled(effort.title.clone(), theme.quiet),
        ]);
        Entry { target: Target::Effort(effort.id.clone()), row: ListRow::new(line).indented(1) }
    }));
    entries
}

fn effort_detail(state: &State, id: &SessionId, width: usize) -> Vec<Line<'static>> {
    let Some((quarter, cycle)) = state.here() else { return Vec::new() };
    let Some(effort) = quarter.efforts.iter().find(|effort| effort.id == *id) else { return Vec::new() };
    let people = if effort.people == 1 { "person" } else { "people" };
    Lines::new(state, width)
        .title(&effort.title)
        .gap()
        .text(&format!("{} min with {} {people}: {}", effort.minutes, effort.people, effort.cost()))
        .quiet(&effort.date.long())
        .field("counts for", Some(&word(&effort.phase)))
        .gap()
        .quiet(&detail::effort_of(state, quarter, cycle))
        .done()
}

fn heading(state: &State, heading: Heading, title: &str) -> Entry {
    let line = Line::styled(title.to_owned(), state.look.theme.heading);
    Entry { target: Target::Heading(heading), row: ListRow::new(line) }
}

fn is_elsewhere(state: &State, team: &crate::domain::id::TeamId) -> bool {
    state.place.as_ref().is_none_or(|key| key.team != *team)
}

fn rows(state: &State) -> Vec<Attention> {
    let key = state.place.as_ref();
    key.map(|key| attention::attention(&state.workspace, key, state.today)).unwrap_or_default()
}

fn attention_entries(state: &State) -> Vec<Entry> {
    let rows = rows(state);
    let title = if rows.is_empty() { "Nothing needs attention" } else { "Needs attention" };
    let mut entries = vec![heading(state, Heading::Attention, title)];
    entries.extend(rows.into_iter().map(|row| {
        let style = if row.is_overdue { state.look.theme.attention } else { state.look.theme.text };
        let sign = if row.is_overdue { state.look.glyphs.attention } else { state.look.glyphs.waiting };
        let words = words_of(&row);
        let line = Line::styled(format!("{sign} {words}"), style);
        Entry { target: Target::Attention(words), row: ListRow::new(line).indented(1) }
    }));
    entries
}

fn words_of(row: &Attention) -> String {
    format!("{}: {}", row.about, row.says)
}

fn row_of(state: &State, words: &str) -> Option<Attention> {
    rows(state).into_iter().find(|row| words_of(row) == words)
}

fn attention_detail(state: &State, words: &str, width: usize) -> Vec<Line<'static>> {
    let Some(row) = row_of(state, words) else { return Vec::new() };
    Lines::new(state, width).title(&row.about).gap().text(&row.says).gap().quiet(&row.hint).done()
}

fn trouble_entries(state: &State) -> Vec<Entry> {
    if state.troubles.is_empty() {
        return Vec::new();
    }
    let is_damaged = state.troubles.iter().any(|trouble| trouble.is_damage);
    let title = if is_damaged { "Cannot be read" } else { "Odd in the files" };
    let mut entries = vec![heading(state, Heading::Troubles, title)];
    entries.extend(state.troubles.iter().map(|trouble| {
        let (sign, theme) = (state.look.glyphs.attention, &state.look.theme);
        let style = if trouble.is_damage { theme.danger } else { theme.text };
        let line = Line::styled(format!("{sign} {trouble}"), style);
        Entry { target: Target::Trouble(trouble.to_string()), row: ListRow::new(line).indented(1) }
    }));
    entries
}

fn trouble_detail(state: &State, words: &str, width: usize) -> Vec<Line<'static>> {
    let Some(trouble) = state.troubles.iter().find(|trouble| trouble.to_string() == words) else { return Vec::new() };
    Lines::new(state, width).attention(&trouble.place).text(&trouble.says).gap().quiet(&trouble.hint).done()
}

fn quarter_entry(state: &State, team: &str, quarter: &Quarter, cycle: &Cycle) -> Entry {
    let theme = &state.look.theme;
    let is_here = state.place.as_ref() == Some(&quarter.key);
    let sign = if is_here { state.look.glyphs.tab_here } else { state.look.glyphs.tab_other };
    let phase = quarter.phase(cycle, state.today);
    let line = Line::from(vec![
        Span::styled(format!("{sign} {:<9} ", cycle.label), if is_here { theme.accent } else { theme.quiet }),
        Span::styled(team.to_owned(), theme.text),
        Span::styled(format!("  {}", phase.word()), theme.quiet),
    ]);
    Entry { target: Target::Quarter(quarter.key.clone()), row: ListRow::new(line).indented(1) }
}

fn quarter_detail(state: &State, key: &QuarterKey, width: usize) -> Vec<Line<'static>> {
    let (Some(quarter), Some(cycle)) = (state.workspace.quarters.get(key), state.workspace.cycles.get(&key.cycle)) else {
        return Vec::new();
    };
    let team = state.workspace.teams.get(&key.team);
    let name = team.map_or(key.team.as_str(), |team| &team.name);
    let days = format!("{} to {}", cycle.first.long(), cycle.last.long());
    let mut lines = Lines::new(state, width).title(&format!("{name}, {}", cycle.label)).quiet(&days);
    if let Some(team) = team.filter(|team| !team.people.is_empty()) {
        lines = lines.quiet(&team.people.join(", "));
    }
    if let Some(team) = team.filter(|team| team.level != Level::Team) {
        lines = lines.quiet(&word(&team.level));
    }
    lines = lines.gap().quiet(&detail::effort_of(state, quarter, cycle)).gap();
    lines
        .each(&quarter.objectives, |lines, objective| {
            let score = quarter.objective_score(objective).map(|score| format!("  {score}")).unwrap_or_default();
            let key_results = objective.key_results.iter().map(|kr| standing(state, quarter, kr));
            lines.text(&format!("{}{score}", objective.title)).lines(key_results).gap()
        })
        .done()
}

/// The screen of the phase a quarter is in.
fn screen_of(state: &State, key: &QuarterKey) -> ScreenName {
    let (Some(quarter), Some(cycle)) = (state.workspace.quarters.get(key), state.workspace.cycles.get(&key.cycle)) else {
        return ScreenName::Overview;
    };
    match quarter.phase(cycle, state.today) {
        Phase::Setting => ScreenName::Setting,
        Phase::CheckIns => ScreenName::CheckIns,
        Phase::Scoring => ScreenName::Scoring,
        Phase::Retrospective | Phase::Closed => ScreenName::Retrospective,
    }
}

/// The screen on which something that needs attention is done.
fn screen_for(row: &Attention) -> ScreenName {
    match row.rule {
        Rule::CheckInOverdue | Rule::Blocked => ScreenName::CheckIns,
        Rule::NotCommitted | Rule::BaselineOpen | Rule::DependencyPast | Rule::KickOffLate => ScreenName::Setting,
        Rule::ScoringOverdue => ScreenName::Scoring,
        Rule::RetrospectiveOverdue
        | Rule::RetrospectiveBeforeCommit
        | Rule::Unreviewed
        | Rule::EffortOver
        | Rule::EffortAmber => ScreenName::Retrospective,
    }
}

/// One line a key result: its way as a bar with the mark of 0.7, in a few words, and its name.
fn standing(state: &State, quarter: &Quarter, key_result: &KeyResult) -> Line<'static> {
    let theme = &state.look.theme;
    let (ratio, words) = match quarter.outcome(key_result) {
        Outcome::Scored(score) => (Some(score.ratio()), score.to_string()),
        Outcome::Dropped => (None, "dropped".to_owned()),
        Outcome::ReadsLater => (None, "later".to_owned()),
        Outcome::ToFindOut => (None, "find out".to_owned()),
        Outcome::Open => (quarter.progress(key_result).ratio(), quarter.progress(key_result).brief()),
    };
    let mut spans = vec![Span::raw("  ")];
    spans.extend(Scale::with_mark(ratio).line(&state.look, 11).spans);
    spans.push(Span::styled(format!(" {words:<10} "), theme.text));
    spans.push(Span::styled(key_result.name().to_owned(), theme.quiet));
    Line::from(spans)
}
