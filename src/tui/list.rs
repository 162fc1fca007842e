//! Moving in the list of a screen: the same keys everywhere.

use super::actions::Enabled;
use super::copy;
use super::forms::{self, Subject};
use super::marks;
use super::menu;
use super::message::Effect;
use super::room;
use super::screens::{self, Entry};
use super::sort::{self, Order};
use super::state::{Pane, State};
use super::target::{Heading, Target};
use super::view;
use super::widgets::list::Fold;
use crate::domain::change::Address;
use crate::settings::actions::ListAction;
use crate::settings::actions::ScreenName;
use crate::store::address_of;
use crate::words::lists as words;
use crate::words::setting;

/// More rows up than any list has.
pub const TO_THE_FIRST: i32 = i32::MIN / 2;
/// More rows down than any list has.
pub const TO_THE_LAST: i32 = i32::MAX / 2;

/// The rows of half a page.
pub fn half_page(state: &State) -> i32 {
    i32::from(state.size.height / 2).max(1)
}

/// A place among so many, moved as far as there is room.
pub fn moved(at: usize, rows: i32, len: usize) -> usize {
    let by = usize::try_from(rows.unsigned_abs()).unwrap_or(0);
    let to = if rows > 0 { at.saturating_add(by) } else { at.saturating_sub(by) };
    to.min(len.saturating_sub(1))
}

/// Tells whether there is anything to move in.
///
/// # Errors
/// The list is empty, or the keys are in the other pane.
pub fn enabled(state: &State, action: ListAction) -> Enabled {
    match action {
        ListAction::Back if state.list().pane == Pane::List && !folds(state) => {
            Err(words::THE_LIST_HAS_THE_KEYS_ALREADY.to_owned())
        }
        ListAction::Into if state.list().pane != Pane::List => Err(words::THE_DETAIL_HAS_THE_KEYS.to_owned()),
        ListAction::Mark => marks::enabled(state),
        ListAction::Rename => can_rename(state),
        ListAction::Editor => can_edit_file(state),
        ListAction::Sort if !sort::has_several(state) => Err(words::NOTHING_TO_SORT.to_owned()),
        _ if screens::entries(state).is_empty() => Err(words::THE_LIST_IS_EMPTY.to_owned()),
        _ => Ok(()),
    }
}

/// Moves.
pub fn update(state: &mut State, action: ListAction) -> Vec<Effect> {
    let half = half_page(state);
    match action {
        ListAction::Down => step(state, 1),
        ListAction::Up => step(state, -1),
        ListAction::PageDown => step(state, half),
        ListAction::PageUp => step(state, -half),
        ListAction::First => step(state, TO_THE_FIRST),
        ListAction::Last => step(state, TO_THE_LAST),
        ListAction::Into if folded(state) == Fold::Closed => fold(state, true),
        ListAction::Into => turn_to(state, Pane::Detail),
        ListAction::Back if state.list().pane == Pane::List => fold_back(state),
        ListAction::Turn if state.list().pane == Pane::List => turn_to(state, Pane::Detail),
        ListAction::Turn if state.list().pane == Pane::Detail && view::guide_has_more(state) => {
            turn_to(state, Pane::Guide);
        }
        ListAction::Back | ListAction::Turn => turn_to(state, Pane::List),
        ListAction::Sort => return menu::open(state, Order::menu(state.list().order)),
        ListAction::Copy => return copy::open(state),
        ListAction::Mark => marks::turn(state),
        ListAction::Rename => {
            let subject = selected(state).and_then(|row| forms::named_by(state, &row));
            return subject.map(|of| forms::open(state, Subject::Rename(Box::new(of)))).unwrap_or_default();
        }
        ListAction::Editor => return file(state).map(Effect::EditFile).into_iter().collect(),
    }
    Vec::new()
}

fn can_rename(state: &State) -> Enabled {
    let row = selected(state);
    if row.as_ref().and_then(|row| forms::named_by(state, row)).is_none() {
        return Err(words::IT_HAS_NO_NAME.to_owned());
    }
    let is_of_the_quarter = !matches!(row, Some(Target::Quarter(_) | Target::Spot(_)));
    state.here().filter(|_| is_of_the_quarter).map_or(Ok(()), |here| screens::still_open(state, here))
}

/// What is damaged can be mended wherever it stands; else only what this team may still change.
fn can_edit_file(state: &State) -> Enabled {
    let address = file(state).ok_or_else(|| words::IT_HAS_NO_FILE.to_owned())?;
    let is_damaged = matches!(selected(state), Some(Target::Trouble(_)));
    let Some(key) = address.quarter().filter(|_| !is_damaged) else { return Ok(()) };
    if state.place.as_ref().is_some_and(|place| place.team != key.team) {
        return Err(setting::IT_BELONGS_TO_ANOTHER_TEAM.to_owned());
    }
    let quarter = state.workspace.quarters.get(key);
    let there = quarter.zip(state.workspace.cycles.get(&key.cycle));
    there.map_or(Ok(()), |there| screens::still_open(state, there))
}

/// The file of the selected row: its record's, and of a damaged file that file itself.
fn file(state: &State) -> Option<Address> {
    match selected(state)? {
        Target::Trouble(trouble) => address_of(&trouble.place.path),
        Target::Heading(Heading::Frame | Heading::NotNow | Heading::KeepRunning | Heading::Delivery) => {
            state.place.clone().map(Address::Frame)
        }
        row => copy::address(state, &row),
    }
}

/// Whether the rows of the open list have parts that can be folded.
fn folds(state: &State) -> bool {
    screens::entries(state).iter().any(|entry| entry.fold() != Fold::None)
}

/// Whether the parts of the selected row are shown; none where the list has not the keys.
fn folded(state: &State) -> Fold {
    let entries = screens::entries(state);
    let row = selected_row(state, &entries).filter(|_| state.list().pane == Pane::List);
    row.and_then(|row| entries.get(row)).map_or(Fold::None, Entry::fold)
}

/// Shows or hides the parts of the selected row.
fn fold(state: &mut State, is_open: bool) {
    if let Some(target) = selected(state) {
        state.folds.insert(target, is_open);
    }
}

/// Hides the parts of the selected row; where there are none, goes to the row it is a part of.
fn fold_back(state: &mut State) {
    if folded(state) == Fold::Open {
        return fold(state, false);
    }
    let entries = screens::entries(state);
    let Some(at) = selected_row(state, &entries) else { return };
    let above = entries[..at].iter().rev().find(|entry| entry.indent() < entries[at].indent());
    if let Some(above) = above {
        select(state, above.target().into_owned());
    }
}

/// Gives the keys to a panel, which then stands at its top.
pub fn turn_to(state: &mut State, pane: Pane) {
    let list = state.list_mut();
    list.pane = pane;
    list.scroll = 0;
    list.wheeled = None;
}

/// Turns a panel by the wheel: the list moves its selection, the others scroll, whichever has the keys.
pub fn turn_wheel(state: &mut State, pane: Pane, by: i32) {
    if pane == Pane::List {
        return step_rows(state, by);
    }
    let list = state.list_mut();
    if list.scrolls() != pane {
        list.scroll = 0;
        list.wheeled = Some(pane).filter(|pane| *pane != list.pane);
    }
    scroll(state, by);
}

/// Shows or hides the parts of a row whose mark was clicked.
pub fn turn_fold(state: &mut State, target: Target) {
    if state.overlay.is_some() {
        return;
    }
    select(state, target);
    let is_open = folded(state) == Fold::Open;
    fold(state, !is_open);
}

/// Moves the selection, or scrolls the detail or guide where that has the keys.
pub fn step(state: &mut State, by: i32) {
    if state.list().pane == Pane::List {
        return step_rows(state, by);
    }
    let list = state.list_mut();
    if list.wheeled.take().is_some() {
        list.scroll = 0;
    }
    scroll(state, by);
}

/// Scrolls the panel that scrolls, as far as there is more.
fn scroll(state: &mut State, by: i32) {
    let most = i32::from(view::can_scroll(state));
    let list = state.list_mut();
    let moved = i32::from(list.scroll).saturating_add(by).clamp(0, most);
    list.scroll = u16::try_from(moved).unwrap_or(0);
}

/// Moves the selection of the list.
fn step_rows(state: &mut State, by: i32) {
    let entries = screens::entries(state);
    let Some(last) = entries.len().checked_sub(1) else { return };
    let at = i64::try_from(selected_row(state, &entries).unwrap_or(0)).unwrap_or(0);
    let to = (at + i64::from(by)).clamp(0, i64::try_from(last).unwrap_or(0));
    let to = usize::try_from(to).unwrap_or(0);
    select_row(state, entries[to].target().into_owned(), Some(to));
}

/// Moves the selection while the words of a filter are being typed over the list.
pub fn step_behind(state: &mut State, by: i32) {
    let overlay = state.overlay.take();
    step(state, by);
    state.overlay = overlay;
}

/// Selects an object and shows its detail from the top.
pub fn select(state: &mut State, target: Target) {
    let row = screens::entries(state).iter().position(|entry| entry.is(&target));
    select_row(state, target, row);
}

/// Goes to a row of a screen, which is in sight whatever the list there was filtered by.
pub fn go(state: &mut State, screen: ScreenName, target: Target) {
    room::to_the_desk(state);
    state.screen = screen;
    state.list_mut().filter.clear();
    turn_to(state, Pane::List);
    select(state, target);
}

fn select_row(state: &mut State, target: Target, row: Option<usize>) {
    let list = state.list_mut();
    if list.selected.as_ref() != Some(&target) {
        list.scroll = 0;
        list.wheeled = None;
    }
    list.row = row.unwrap_or(list.row);
    list.selected = Some(target);
}

/// The row of the selected object; where it is gone, the row it stood on; at first the one the screen begins with.
pub fn selected_row(state: &State, entries: &[Entry]) -> Option<usize> {
    let list = state.list();
    let end = entries.len().checked_sub(1)?;
    let is_new = list.selected.is_none();
    let wanted = list.selected.clone().or_else(|| screens::begins_with(state));
    let is_wanted = |entry: &Entry| wanted.as_ref().is_some_and(|wanted| entry.is(wanted));
    // It nearly always stands where it stood.
    let is_there = entries.get(list.row).is_some_and(is_wanted);
    let found = if is_there { Some(list.row) } else { entries.iter().position(is_wanted) };
    if is_new && found.is_none() {
        return entries.iter().position(|entry| !matches!(&*entry.target(), Target::Heading(_))).or(Some(0));
    }
    found.or_else(|| Some(list.row.min(end)))
}

/// The selected object of the open screen.
pub fn selected(state: &State) -> Option<Target> {
    let entries = screens::entries(state);
    let row = selected_row(state, &entries)?;
    entries.get(row).map(|entry| entry.target().into_owned())
}
