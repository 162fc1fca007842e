//! The map, reached from the Overview: company, function, team, what each objective contributes to, and who waits for
//! whom. It is walked with the keyboard: fold, open, and jump to the other end.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::text::{Line, Span};

mod said;

use self::said::row_detail;
use super::{Entry, Later, Listing, Screen};
use crate::domain::cycle::Cycle;
use crate::domain::id::TeamId;
use crate::domain::quarter::QuarterKey;
use crate::method::alignment::{Map as Drawn, Row, Spot, What};
use crate::method::step::Step;
use crate::method::texts::Empty;
use crate::report::map::{self as report, RowText};
use crate::settings::actions::map::Action;
use crate::settings::actions::{ScreenAction, ScreenName};
use crate::tui::actions::Enabled;
use crate::tui::detail;
use crate::tui::forms::{self, Subject};
use crate::tui::list::{self, selected};
use crate::tui::message::Effect;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::tui::widgets::list::{Fold, Row as ListRow};
use crate::words::map as words;

/// The screen.
pub struct Map;

/// The most rows a map has that is shown unfolded at first.
const OPEN_UP_TO: usize = 40;

impl Screen for Map {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        mapped(state, |map| shown(state, map)).unwrap_or_default()
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        let Target::Spot(spot) = target else { return Vec::new() };
        match row_at(state, spot) {
            Some((row, cycle)) => row_detail(state, cycle, (&row, width)),
            None => detail::empty(state, Empty::Overview, ScreenAction::Map(Action::Open), width),
        }
    }

    fn first(state: &State) -> Option<Target> {
        Some(Target::Spot(Spot::Team(state.place.as_ref()?.team.clone())))
    }

    fn caption(state: &State) -> (String, String) {
        mapped(state, |map| captioned(state, map)).unwrap_or_else(nowhere)
    }

    fn listed(state: &State) -> Listing {
        let found = mapped(state, |map| Listing {
            rows: shown(state, map),
            caption: captioned(state, map),
            sum: report::head(&map.sum()),
            ..Listing::default()
        });
        found.unwrap_or_else(|| Listing { caption: nowhere(), ..Listing::default() })
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        let step = match selected(state) {
            Some(Target::Spot(Spot::Waits(_) | Spot::Asked(_) | Spot::Among(_) | Spot::Waiting)) => {
                Step::Set10
            }
            _ => Step::Set11,
        };
        detail::guide(state, step, &[], width)
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        let Some(Target::Spot(spot)) = selected(state) else {
            return Err(words::THE_MAP_IS_EMPTY.to_owned());
        };
        match action {
            Action::FoldAll => Ok(()),
            Action::Answer if is_ours(state, &spot) => Ok(()),
            Action::Answer => Err(words::SELECT_WHAT_ANOTHER_TEAM_ASKS.to_owned()),
            Action::Open if lacks_quarter(state, &spot).is_some() => Ok(()),
            Action::Open => match row_at(state, &spot).and_then(|(row, _)| leads_nowhere(&row)) {
                None => Ok(()),
                Some(why) => Err(why.to_owned()),
            },
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        let Some(Target::Spot(spot)) = selected(state) else { return Vec::new() };
        match action {
            Action::Open => match lacks_quarter(state, &spot) {
                Some(team) => return forms::open(state, Subject::NewQuarter(team)),
                None => open(state, &spot),
            },
            Action::FoldAll => fold_all(state),
            Action::Answer => {
                if let Spot::Asked(path) | Spot::Among(path) = spot {
                    return forms::open(state, Subject::Answer(path));
                }
            }
        }
        Vec::new()
    }
}

/// Draws up the map of the open cycle and looks at it. There may be thousands of rows: it is done once for a change, never for
/// a frame.
fn mapped<T>(state: &State, look: impl FnOnce(&Drawn<'_>) -> T) -> Option<T> {
    let (_, cycle) = state.here()?;
    Some(look(&Drawn::of(&state.workspace, cycle)))
}

/// One row of the map of the open cycle.
fn row_at<'a>(state: &'a State, spot: &Spot) -> Option<(Row<'a>, &'a Cycle)> {
    let (_, cycle) = state.here()?;
    Some((Row::at(&state.workspace, cycle, (spot, 0))?, cycle))
}

/// The rows that no fold hides.
fn shown(state: &State, map: &Drawn<'_>) -> Vec<Entry> {
    let mut hidden_from = u16::MAX;
    let (mut entries, mut ways) = (Vec::new(), BTreeMap::new());
    for (at, row) in map.rows.iter().enumerate() {
        if row.depth > hidden_from {
            continue;
        }
        let fold = fold(state, map, at);
        hidden_from = if fold == Fold::Closed { row.depth } else { u16::MAX };
        // Thousands of rows stand in a few ways.
        let later = ways
            .entry((row.depth, fold))
            .or_insert_with(|| Arc::new(Later { cells: 0, indent: row.depth, fold, make: list_row }));
        entries.push(Entry::later(Target::Spot(row.spot()), later));
    }
    entries
}

/// What stands above the list where no quarter is open.
fn nowhere() -> (String, String) {
    (ScreenName::Map.title().to_owned(), String::new())
}

fn captioned(state: &State, map: &Drawn<'_>) -> (String, String) {
    let note = if state.lacks_beside() { words::READING.to_owned() } else { report::brief(&map.sum()) };
    (words::map_of(&map.cycle.label), note)
}

/// Whether the parts of a row are shown. While one filters, all are, so that nothing is missed.
fn fold(state: &State, map: &Drawn<'_>, at: usize) -> Fold {
    let row = &map.rows[at];
    if map.parts(at) == 0 {
        return Fold::None;
    }
    let is_open = !state.list().filter.is_empty()
        || state
            .folds
            .get(&Target::Spot(row.spot()))
            .copied()
            .unwrap_or_else(|| is_open_at_first(state, map, at));
    if is_open { Fold::Open } else { Fold::Closed }
}

/// A small map is shown whole; of a large one the way from the top to the own team, and what that one says.
fn is_open_at_first(state: &State, map: &Drawn<'_>, at: usize) -> bool {
    let (row, own) = (&map.rows[at], state.place.as_ref().map(|key| &key.team));
    let is_own = row.team() == own;
    let is_above = || {
        let below = &map.rows[at + 1..=at + map.parts(at)];
        matches!(row.what, What::Team(..))
            && below.iter().any(|row| matches!(row.what, What::Team(..)) && row.team() == own)
    };
    map.rows.len() <= OPEN_UP_TO || is_own || is_above()
}

/// A row as it is shown.
fn list_row(state: &State, target: &Target, _: usize) -> ListRow<'static> {
    let Target::Spot(spot) = target else { return ListRow::default() };
    let Some((row, cycle)) = row_at(state, spot) else { return ListRow::default() };
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let RowText { says, below, asks } = report::said(&row, &state.workspace, (cycle, state.today));
    let style = match row.what {
        What::Team(..) | What::Waiting => theme.heading,
        What::Objective(..) => theme.text,
        _ => theme.quiet,
    };
    let style = if asks && !matches!(row.what, What::Team(..)) { theme.attention } else { style };
    let sign = match row.what {
        _ if asks => Some(glyphs.attention),
        What::Link(_) | What::Helped(_) => Some(glyphs.to),
        What::Waits(_) | What::Asked(_) | What::Among(_) => Some(glyphs.waiting),
        What::Team(..) | What::Objective(..) | What::Measured(_) | What::Waiting => None,
    };
    let below_style = if asks { theme.attention } else { theme.quiet };
    let mut list_row = ListRow::new(Line::styled(says, style));
    let hang = sign.map(|sign| " ".repeat(crate::tui::fit::width(sign)));
    list_row = sign.into_iter().fold(list_row, |row, sign| row.signed(Span::styled(sign, style)));
    if let Some(below) = below {
        list_row = list_row.and(Line::styled(below, below_style));
        list_row = hang.into_iter().fold(list_row, ListRow::signed);
    }
    list_row
}

/// Why Enter leads nowhere; none where it leads somewhere.
fn leads_nowhere(row: &Row<'_>) -> Option<&'static str> {
    match (row.other_end(), row.what) {
        (Some(_), _) | (None, What::Objective(..) | What::Team(_, Some(_))) => None,
        (None, What::Waits(_)) => Some(words::THAT_TEAM_HAS_NO_FILES_HERE),
        (None, What::Team(_, None)) => Some(words::THIS_TEAM_HAS_NO_QUARTER),
        (None, _) => Some(words::IT_HAS_NO_OTHER_END),
    }
}

/// The team of a row, where it has no quarter at all.
fn lacks_quarter(state: &State, spot: &Spot) -> Option<TeamId> {
    let Spot::Team(team) = spot else { return None };
    state.workspace.lacks_quarter(team).then(|| team.clone())
}

/// Whether a place is something another team asks of the one that is open.
fn is_ours(state: &State, spot: &Spot) -> bool {
    let (Spot::Asked(path) | Spot::Among(path)) = spot else { return false };
    let team = state.workspace.asked_at(path).and_then(|asked| asked.team);
    state.place.as_ref().zip(team).is_some_and(|(key, team)| key.team == team.id)
}

/// Jumps to the other end; a team or objective has none, so its own screen opens.
fn open(state: &mut State, spot: &Spot) {
    let other = row_at(state, spot).and_then(|(row, _)| row.other_end());
    if let Some(other) = other {
        let above = mapped(state, |map| map.above(&other)).unwrap_or_default();
        state.folds.extend(above.into_iter().map(|spot| (Target::Spot(spot), true)));
        state.list_mut().filter.clear();
        list::select(state, Target::Spot(other));
        return;
    }
    match spot {
        Spot::Objective(key, id) => go(state, key, Some(Target::Objective(id.clone()))),
        Spot::Team(team) => {
            let cycle = state.here().map(|(_, cycle)| cycle.clone());
            let beside = cycle.and_then(|cycle| Some(state.workspace.beside(team, &cycle)?.0.key.clone()));
            if let Some(key) = beside {
                go(state, &key, None);
            }
        }
        _ => {}
    }
}

/// Goes to Setting of a quarter, where its objectives stand.
fn go(state: &mut State, key: &QuarterKey, target: Option<Target>) {
    state.go_to(key.clone());
    state.screen = ScreenName::Setting;
    if let Some(target) = target {
        list::select(state, target);
    }
}

fn fold_all(state: &mut State) {
    let spots = mapped(state, |map| {
        let all = map.rows.iter().enumerate().filter(|(at, _)| map.parts(*at) > 0);
        all.map(|(at, row)| (row.spot(), fold(state, map, at))).collect::<Vec<_>>()
    });
    let spots = spots.unwrap_or_default();
    let is_any_closed = spots.iter().any(|(_, fold)| *fold == Fold::Closed);
    state.folds.extend(spots.into_iter().map(|(spot, _)| (Target::Spot(spot), is_any_closed)));
}
