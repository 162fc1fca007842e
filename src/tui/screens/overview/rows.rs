//! The rows of the Overview: what is next, what needs attention, the quarters, the effort.

use std::sync::Arc;

use ratatui::text::{Line, Span};

use crate::domain::effort::Effort;
use crate::domain::id::TeamId;
use crate::domain::quarter::Phase;
use crate::method::alignment::Spot;
use crate::method::attention::{self, Attention};
use crate::method::due::{Due, in_the_way};
use crate::tui::fit::{self, Stand};
use crate::tui::screens::{Entry, Later, nowhere};
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::{Fold, Row as ListRow};
use crate::words::anywhere;
use crate::words::counted;
use crate::words::overview as words;

/// The cells the name of a key result takes at most before what is so with it.
const LONGEST_NAME: usize = 52;
/// The cells of the label of a cycle.
const CYCLE: usize = 8;
/// The cells a team's name takes at most in the list of quarters.
const LONGEST_TEAM: usize = 24;

/// What is due in the open quarter; none where nothing is.
pub(super) fn due(state: &State) -> Option<Due<'_>> {
    let due = state.desk().ok().map(Due::of)?;
    (due != Due::Nothing).then_some(due)
}

pub(super) fn due_entries(state: &State) -> Vec<Entry> {
    let Some(due) = due(state) else { return Vec::new() };
    let theme = &state.look.theme;
    let line = Line::styled(due_words(state, &due), theme.text);
    let row = ListRow::new(line).signed(Span::styled(state.look.glyphs.waiting, theme.accent)).indented(1);
    vec![heading(state, Heading::Next, anywhere::NEXT), Entry::new(Target::Due, row)]
}

pub(super) fn due_words(state: &State, due: &Due) -> String {
    match due {
        Due::Commit(stops) if stops.is_empty() => words::commit_the_set(in_the_way(stops)),
        Due::Commit(stops) => words::set_the_quarter(in_the_way(stops)),
        Due::Log(open) if open.is_empty() => {
            let begins = state.here().map(|(_, cycle)| cycle.first).filter(|first| state.today < *first);
            begins.map_or(words::ALL_IS_LOGGED.to_owned(), |first| words::it_begins(first.short(state.today)))
        }
        Due::Log(open) => words::check_in_to_log(counted::KEY_RESULTS.of(open.len())),
        Due::Score(open) => words::score_to_score(counted::KEY_RESULTS.of(open.len())),
        Due::Close(stops) => words::retrospective_and_close(in_the_way(stops)),
        Due::Nothing => String::new(),
    }
}

/// The ledger of this quarter, the latest first.
pub(super) fn effort_entries(state: &State) -> Vec<Entry> {
    let Some((quarter, _)) = state.here() else { return Vec::new() };
    let theme = &state.look.theme;
    let mut entries = vec![heading(
        state,
        Heading::Effort,
        if quarter.efforts.is_empty() { words::NO_EFFORT_SO_FAR } else { words::EFFORT_SO_FAR },
    )];
    let mut efforts: Vec<&Effort> = quarter.efforts.iter().collect();
    // Of one day the sessions stand in the order of the quarter.
    efforts.sort_by_key(|effort| (effort.date, effort.phase, effort.session));
    let date = |effort: &Effort| effort.date.short(state.today);
    let longest = efforts.iter().map(|effort| fit::width(&date(effort))).max().unwrap_or(0);
    entries.extend(efforts.into_iter().rev().map(|effort| {
        let date = date(effort);
        let sign = format!("{date:>longest$}  {:>7} ", effort.cost().to_string());
        let row = ListRow::new(Line::styled(effort.title.clone(), theme.quiet))
            .signed(Span::styled(sign, theme.text));
        Entry::new(Target::Effort(effort.id.clone()), row.indented(1))
    }));
    entries
}

pub(super) fn heading(state: &State, heading: Heading, title: &str) -> Entry {
    let line = Line::styled(title.to_owned(), state.look.theme.heading);
    Entry::new(Target::Heading(heading), ListRow::new(line))
}

fn is_elsewhere(state: &State, team: &TeamId) -> bool {
    state.place.as_ref().is_none_or(|key| key.team != *team)
}

pub(super) fn rows(state: &State) -> Vec<Attention> {
    state.desk().map(|desk| attention::attention(&desk)).unwrap_or_default()
}

pub(super) fn attention_entries(state: &State) -> Vec<Entry> {
    let rows = rows(state);
    if let Some(says) = nowhere::reading(state) {
        return vec![heading(state, Heading::Attention, &says)];
    }
    let is_unread =
        state.here().is_some_and(|(quarter, cycle)| quarter.phase(cycle, state.today) == Phase::Unread);
    if is_unread && rows.is_empty() {
        return Vec::new();
    }
    let title = if rows.is_empty() { words::NOTHING_NEEDS_ATTENTION } else { anywhere::NEEDS_ATTENTION };
    let mut entries = vec![heading(state, Heading::Attention, title)];
    entries.extend(rows.into_iter().map(|row| {
        let (glyphs, theme) = (state.look.glyphs, &state.look.theme);
        let (sign, style) =
            if row.is_overdue { (glyphs.attention, theme.attention) } else { (glyphs.waiting, theme.text) };
        let about = fit::shown(&row.about);
        let about = fit::shorten(&about, LONGEST_NAME, glyphs.ellipsis);
        let line = Line::styled(format!("{about}: {}", row.says), style);
        let list_row = ListRow::new(line).signed(Span::styled(sign, style)).indented(1);
        Entry::new(Target::Attention(words_of(&row)), list_row)
    }));
    entries
}

/// The words that tell one thing that needs attention from another.
pub(super) fn words_of(row: &Attention) -> String {
    format!("{}: {}", row.about, row.says)
}

/// What needs attention, by its words.
pub(super) fn row_of(state: &State, words: &str) -> Option<Attention> {
    rows(state).into_iter().find(|row| words_of(row) == words)
}

pub(super) fn trouble_entries(state: &State) -> Vec<Entry> {
    if state.troubles.is_empty() {
        return Vec::new();
    }
    let is_damaged = state.troubles.iter().any(|trouble| trouble.is_damage);
    let title = if is_damaged { words::CANNOT_BE_READ } else { words::ODD_IN_THE_FILES };
    let mut entries = vec![heading(state, Heading::Troubles, title)];
    entries.extend(state.troubles.iter().map(|trouble| {
        let (sign, theme) = (state.look.glyphs.attention, &state.look.theme);
        let style = if trouble.is_damage { theme.danger } else { theme.text };
        let row = ListRow::new(Line::styled(trouble.to_string(), style)).signed(Span::styled(sign, style));
        Entry::new(Target::Trouble(Box::new(trouble.clone())), row.indented(1))
    }));
    entries
}

/// Adds every quarter, read or not: the own team first, then the others by level, the newest first. There may be thousands, so
/// they take their place once, and that of so many more.
pub(super) fn add_quarters(state: &State, (entries, more): (&mut Vec<Entry>, usize)) {
    let workspace = &state.workspace;
    let mut teams: Vec<_> = workspace.teams.values().collect();
    teams.sort_by_key(|team| (is_elsewhere(state, &team.id), std::cmp::Reverse(team.level), &team.name));
    let longest =
        teams.iter().map(|team| fit::width(&fit::shown(&team.name))).max().unwrap_or(0).min(LONGEST_TEAM);
    entries.reserve_exact(workspace.quarters.len() + workspace.unopened.len() + more);
    let later = Later { cells: longest, indent: 1, fold: Fold::None, make: quarter_row };
    let later = Arc::new(later);
    for team in teams {
        let quarters = workspace.known_of(&team.id).into_iter().rev();
        entries.extend(quarters.map(|(key, _)| Entry::later(Target::Quarter(key.clone()), &later)));
        if workspace.lacks_quarter(&team.id) {
            entries.push(Entry::later(Target::Spot(Spot::Team(team.id.clone())), &later));
        }
    }
}

/// A quarter by its cycle, its team and its phase; of one that has not been read only the name is known.
fn quarter_row(state: &State, target: &Target, cells: usize) -> ListRow<'static> {
    let key = match target {
        Target::Quarter(key) => key,
        Target::Spot(Spot::Team(id)) => return waiting_row(state, id, cells),
        _ => return ListRow::default(),
    };
    let (theme, glyphs, workspace) = (&state.look.theme, state.look.glyphs, &state.workspace);
    let cycle = workspace.cycles.get(&key.cycle);
    let name = fit::shown(workspace.team_name(&key.team));
    let is_here = state.place.as_ref() == Some(key);
    let sign = if is_here { glyphs.tab_here } else { glyphs.tab_other };
    let style = if is_here { theme.accent } else { theme.quiet };
    let phase = workspace
        .quarters
        .get(key)
        .zip(cycle)
        .map(|(quarter, cycle)| quarter.phase(cycle, state.today).word());
    let line = Line::from(vec![
        Span::styled(format!("{:<CYCLE$} ", cycle.map_or(key.cycle.as_str(), |cycle| &cycle.label)), style),
        Span::styled(fit::pad(&name, cells, Stand::Left, glyphs.ellipsis), theme.text),
        Span::styled(phase.map(|phase| format!("  {phase}")).unwrap_or_default(), theme.quiet),
    ]);
    ListRow::new(line).signed(Span::styled(sign, style))
}

/// A team that has no quarter yet, where its quarters would stand.
fn waiting_row(state: &State, id: &TeamId, cells: usize) -> ListRow<'static> {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let name = fit::shown(state.workspace.team_name(id));
    let line = Line::from(vec![
        Span::styled(" ".repeat(CYCLE + 1), theme.quiet),
        Span::styled(fit::pad(&name, cells, Stand::Left, glyphs.ellipsis), theme.text),
        Span::styled(format!("  {}", fit::tied(words::NO_QUARTER_YET)), theme.quiet),
    ]);
    ListRow::new(line).signed(Span::styled(glyphs.tab_other, theme.quiet))
}
