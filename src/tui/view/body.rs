//! The panels of a screen: list, detail, guide.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::Line;

use super::Drawn;
use crate::settings::actions::{FinderAction, GlobalAction};
use crate::tui::fit::{self, SizeClass};
use crate::tui::list::selected_row;
use crate::tui::look::Look;
use crate::tui::message::Hit;
use crate::tui::screens::{self, Entry};
use crate::tui::state::{Overlay, Pane, State};
use crate::tui::widgets::list::{Fold, INDENT, List};
use crate::tui::widgets::more::{draw_gutter, without_gutter};
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::text_input::Focus;
use crate::tui::widgets::{after, cells, put, put_line, row};
use crate::words::anywhere;
use crate::words::view as words;

/// Where the panels lie; one that has no room is empty.
struct Panels {
    list: Rect,
    detail: Rect,
    guide: Rect,
}

impl Panels {
    /// From 120 columns on all three stand side by side; below, list and one of the others; below 80 one alone.
    fn of(state: &State, area: Rect) -> Self {
        let none = Rect { width: 0, ..area };
        let pane = state.list().pane;
        let (class, guide) = (class_of(area), guide_of(area));
        if class <= SizeClass::Narrow {
            let only = |wanted| if pane == wanted { area } else { none };
            return Self { list: only(Pane::List), detail: only(Pane::Detail), guide: only(Pane::Guide) };
        }
        let has_three = class == SizeClass::Wide && (state.has_guide || pane == Pane::Guide);
        let shared = if has_three { beside(area, guide) } else { area };
        let width = if has_three { shared.width * 11 / 20 } else { shared.width * 21 / 40 };
        let (list, rest) = (Rect { width, ..shared }, after(shared, width + GAP));
        match (has_three, pane) {
            (true, _) => Self { list, detail: rest, guide },
            (false, Pane::Guide) => Self { list, detail: none, guide },
            (false, _) => Self { list, detail: rest, guide: none },
        }
    }
}

/// How much room a body of these columns has, however few rows it has.
fn class_of(area: Rect) -> SizeClass {
    SizeClass::of(Rect { height: area.height.max(fit::SMALLEST.height), ..area })
}

/// Where the guide lies in a body: at the right, beside the rest or over it; alone where there is no room for two.
pub(in crate::tui) fn guide_of(area: Rect) -> Rect {
    let width = match class_of(area) {
        SizeClass::TooSmall | SizeClass::Narrow => area.width,
        SizeClass::Normal => area.width - area.width * 21 / 40 - GAP,
        SizeClass::Wide => area.width * 9 / 40,
    };
    after(area, area.width - width)
}

/// What a body has left beside the guide.
pub(in crate::tui) fn beside(area: Rect, guide: Rect) -> Rect {
    Rect { width: (guide.x - area.x).saturating_sub(GAP), ..area }
}

/// The cells between two panels.
const GAP: u16 = 2;
/// The rows from which on there is something to say below a list: a title and three lines.
const LEAST_BELOW: u16 = 4;

/// Draws the panels there is room for.
pub(super) fn draw_screen(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let entries = screens::entries(state);
    let panels = Panels::of(state, area);
    let mut drawn = Drawn::default();
    let places = [(panels.list, Pane::List), (panels.detail, Pane::Detail), (panels.guide, Pane::Guide)];
    let places = places.into_iter().filter(|(place, _)| !place.is_empty());
    drawn.hits.extend(places.map(|(place, pane)| (place, Hit::Pane(pane))));
    if !panels.list.is_empty() {
        drawn.add(draw_list(state, &entries, panels.list, buf));
    }
    let below = below_the_list(&panels, &drawn);
    let places = [
        (detail(state, &entries), panels.detail),
        (detail(state, &entries), below),
        (guide(state), panels.guide),
    ];
    for (text, place) in places {
        if !place.is_empty() {
            let list = state.list();
            let scroll = if list.scrolls() == text.pane { list.scroll } else { 0 };
            let focus = focus(state, text.pane);
            text.draw(&state.look, (focus, scroll), place, buf);
            // The terminal's cursor stands at the title of what the keys go to, for who follows the screen by it.
            drawn.cursor = drawn.cursor.or_else(|| (focus == Focus::Here).then(|| place.as_position()));
        }
    }
    drawn
}

/// The rows that a list alone on the screen leaves free: what is selected is told there, so that a short list is no blank box.
fn below_the_list(panels: &Panels, drawn: &Drawn) -> Rect {
    let rows = drawn.hits.iter().filter(|(_, hit)| matches!(hit, Hit::Row(_)));
    let end = rows.map(|(place, _)| place.bottom() + 1).max();
    let is_alone = panels.detail.is_empty() && panels.guide.is_empty();
    let end = end.filter(|end| is_alone && end + LEAST_BELOW <= panels.list.bottom());
    let from = end.unwrap_or(panels.list.bottom());
    Rect { y: from, height: panels.list.bottom() - from, ..panels.list }
}

/// How many rows further the panel that has the keys can be scrolled.
pub(super) fn can_scroll(state: &State, area: Rect) -> u16 {
    let entries = screens::entries(state);
    let panels = Panels::of(state, area);
    match state.list().scrolls() {
        Pane::List => 0,
        Pane::Detail => detail(state, &entries).hidden(&state.look, panels.detail),
        Pane::Guide => guide(state).hidden(&state.look, panels.guide),
    }
}

/// Whether all three panels stand there and the guide says more than has room.
pub(super) fn guide_has_more(state: &State, area: Rect) -> bool {
    let panels = Panels::of(state, area);
    let has_three = [panels.list, panels.detail, panels.guide].iter().all(|panel| !panel.is_empty());
    has_three && guide(state).hidden(&state.look, panels.guide) > 0
}

fn focus(state: &State, pane: Pane) -> Focus {
    if state.list().pane == pane { Focus::Here } else { Focus::Elsewhere }
}

fn draw_list(state: &State, entries: &[Entry], area: Rect, buf: &mut Buffer) -> Drawn {
    let (title, note) = screens::caption(state);
    let list = state.list();
    let filtered = |typed: &str| {
        // The count is what tells: the words give way to it.
        let count = anywhere::part_of(entries.len(), screens::total(state));
        let room = usize::from(area.width).saturating_sub(fit::width(&count) + 2);
        format!("{}  {count}", fit::shorten(&format!("/{typed}"), room, state.look.glyphs.ellipsis))
    };
    let note = match &state.overlay {
        Some(Overlay::Finder(finder)) => filtered(finder.query.text()),
        _ if !list.filter.is_empty() => filtered(&list.filter),
        _ => [list.order.note(), Some(note)].into_iter().flatten().collect::<Vec<_>>().join(", "),
    };
    let focus = focus(state, Pane::List);
    let inside = draw_head(state, Panel { title: &title, note: &note, focus }, area, buf);
    if entries.is_empty() && !list.filter.is_empty() {
        let clears = match &state.overlay {
            Some(_) => state.keymap.key(FinderAction::Leave),
            None => state.keymap.key(GlobalAction::Back),
        };
        put(buf, row(inside, 1), &words::nothing_matches(clears), state.look.theme.quiet);
    }
    let selected = selected_row(state, entries);
    let line = |at: usize| entries[at].row(state);
    let drawn =
        List { len: entries.len(), selected, began: list.began, row: line }.draw(&state.look, inside, buf);
    for (at, area) in &drawn.rows {
        if list.marks.contains(&entries[*at].target()) {
            put_mark(state, *area, buf);
        }
    }
    let mut hits: Vec<(Rect, Hit)> = Vec::new();
    for (at, area) in &drawn.rows {
        let entry = &entries[*at];
        hits.push((*area, Hit::Row(entry.target().into_owned())));
        if entry.fold() != Fold::None {
            let before = cells(fit::width(state.look.glyphs.cursor)) + 1 + entry.indent() * INDENT;
            let mark = Rect { height: 1, width: 2.min(area.width), ..after(*area, before) };
            hits.push((mark.intersection(*area), Hit::Fold(entry.target().into_owned())));
        }
    }
    // Where there is no row it stands at what is said in the place of them.
    let cursor = drawn.cursor.or_else(|| entries.is_empty().then(|| row(inside, 1).as_position()));
    Drawn { cursor: cursor.filter(|_| focus == Focus::Here), hits, began: drawn.begins() }
}

/// The title of the list with its note; a note that has no room beside it stands below.
fn draw_head(state: &State, panel: Panel<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    if panel.has_room_for_note(usize::from(area.width)) {
        return panel.draw(&state.look, area, buf);
    }
    let inside = Panel { note: "", ..panel }.draw(&state.look, area, buf);
    let note = fit::shown(panel.note);
    let note = fit::shorten(&note, usize::from(inside.width), state.look.glyphs.ellipsis);
    put(buf, row(inside, 0), &note, state.look.theme.quiet);
    let below = inside.height.min(1);
    Rect { y: inside.y + below, height: inside.height - below, ..inside }
}

/// Marks a row in the blank behind the sign of the selected one.
fn put_mark(state: &State, area: Rect, buf: &mut Buffer) {
    let at = after(area, cells(fit::width(state.look.glyphs.cursor)));
    if let Some(cell) = buf.cell_mut(at.as_position()).filter(|_| !at.is_empty()) {
        cell.set_symbol(state.look.glyphs.marked).modifier.insert(Modifier::BOLD);
    }
}

/// A panel of words: its title, the words at its right end, who has the keys, and what it says at a width.
pub(in crate::tui) struct Words<'a> {
    title: &'a str,
    note: String,
    pane: Pane,
    says: Box<dyn Fn(usize) -> Vec<Line<'static>> + 'a>,
}

fn detail<'a>(state: &'a State, entries: &'a [Entry]) -> Words<'a> {
    let selected = selected_row(state, entries).and_then(|at| entries.get(at));
    let says =
        move |width| selected.map(|entry| screens::detail(state, &entry.target(), width)).unwrap_or_default();
    let title = selected.map_or(words::DETAIL, |entry| entry.target().kind_word());
    Words { title, note: String::new(), pane: Pane::Detail, says: Box::new(says) }
}

fn guide(state: &State) -> Words<'_> {
    let hides = state.keymap.key(GlobalAction::Guide);
    Words::guide(words::hides(hides), move |width| screens::guide(state, width))
}

impl<'a> Words<'a> {
    /// The guide, with the key that hides it.
    pub(in crate::tui) fn guide(note: String, says: impl Fn(usize) -> Vec<Line<'static>> + 'a) -> Self {
        Self { title: words::GUIDE, note, pane: Pane::Guide, says: Box::new(says) }
    }

    /// The lines for a panel in this area.
    fn lines(&self, look: &Look, area: Rect) -> Vec<Line<'static>> {
        (self.says)(usize::from(without_gutter(look, area).width))
    }

    /// How many lines have no room below the title.
    pub(in crate::tui) fn hidden(&self, look: &Look, area: Rect) -> u16 {
        cells(self.lines(look, area).len()).saturating_sub(area.height.saturating_sub(1))
    }

    pub(in crate::tui) fn draw(
        &self,
        look: &Look,
        (focus, scroll): (Focus, u16),
        area: Rect,
        buf: &mut Buffer,
    ) {
        let inside = Panel { title: self.title, note: &self.note, focus }.draw(look, area, buf);
        let lines = self.lines(look, area);
        let hidden = cells(lines.len()).saturating_sub(inside.height);
        let from = scroll.min(hidden);
        for (at, line) in (0..inside.height).zip(lines.iter().skip(usize::from(from))) {
            put_line(buf, row(without_gutter(look, inside), at), line);
        }
        draw_gutter(look, inside, (from > 0, from < hidden), buf);
    }
}
