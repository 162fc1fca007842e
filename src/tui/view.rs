//! Draws the state: header, list, detail, guide, status, footer. It reads no file and no clock and changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::actions::{self, Action, Context, Row};
use super::detail;
use super::finder::{self, Finder, Scope};
use super::fit::{self, Hint, SizeClass};
use super::forms::{self, Enter, FormAction};
use super::global::GlobalAction;
use super::list::selected_row;
use super::menu::Menu;
use super::message::Hit;
use super::screens::{self, Entry, ScreenName};
use super::state::{Overlay, Pane, State, Tone};
use super::widgets::footer::Footer;
use super::widgets::header::Header;
use super::widgets::line_input::Focus;
use super::widgets::list::List;
use super::widgets::panel::{Panel, rule};
use super::widgets::{after, put, put_line, row};
use crate::method::calendar;

/// What a drawing gives back: where the terminal's cursor belongs and what can be clicked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// Where the terminal's cursor belongs.
    pub cursor: Option<Position>,
    /// What can be clicked, later ones above earlier ones.
    pub hits: Vec<(Rect, Hit)>,
}

impl Drawn {
    fn add(&mut self, other: Self) {
        self.cursor = other.cursor.or(self.cursor);
        self.hits.extend(other.hits);
    }

    /// What lies at a place.
    #[must_use]
    pub fn hit(&self, place: Position) -> Option<&Hit> {
        self.hits.iter().rev().find(|(area, _)| area.contains(place)).map(|(_, hit)| hit)
    }
}

/// The named regions of the frame.
struct Regions {
    header: Rect,
    above: Rect,
    body: Rect,
    status: Rect,
    below: Rect,
    footer: Rect,
}

impl Regions {
    fn of(area: Rect) -> Self {
        let line = |y: u16| row(area, y);
        let bottom = area.height;
        Self {
            header: line(0),
            above: line(1),
            body: Rect { y: area.y + 2, height: bottom.saturating_sub(5), ..area },
            status: line(bottom.saturating_sub(3)),
            below: line(bottom.saturating_sub(2)),
            footer: line(bottom.saturating_sub(1)),
        }
    }
}

/// Draws everything.
pub fn view(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    buf.set_style(area, state.look.theme.base);
    if SizeClass::of(area) == SizeClass::TooSmall {
        put(buf, row(area, area.height / 2), &fit::too_small(area), state.look.theme.text);
        return Drawn::default();
    }
    let regions = Regions::of(area);
    let mut drawn = draw_header(state, regions.header, buf);
    rule(&state.look, regions.above, buf);
    drawn.add(draw_body(state, regions.body, buf));
    draw_status(state, regions.status, buf);
    rule(&state.look, regions.below, buf);
    drawn.add(draw_footer(state, regions.footer, buf));
    drawn
}

fn draw_header(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let titles: Vec<&str> = ScreenName::ALL.iter().map(|name| name.title()).collect();
    let here = ScreenName::ALL.iter().position(|name| *name == state.screen).unwrap_or(0);
    let place = place_words(state);
    let header = Header { place: &place, tabs: &titles, here, note: &calendar_words(state) };
    let places = header.draw(&state.look, area, buf);
    let goes = ScreenName::ALL.iter().map(|name| Hit::Does(Action::Global(GlobalAction::Go(*name))));
    Drawn { cursor: None, hits: places.into_iter().zip(goes).collect() }
}

fn place_words(state: &State) -> String {
    let Some((quarter, cycle)) = state.here() else { return "Quarterdeck".to_owned() };
    let team =
        state.workspace.teams.get(&quarter.key.team).map_or(quarter.key.team.as_str(), |team| &team.name);
    format!("{team} {} {}", state.look.glyphs.dot, cycle.label)
}

fn calendar_words(state: &State) -> String {
    let Some((quarter, cycle)) = state.here() else { return String::new() };
    let cadence = state.workspace.cadence(quarter);
    let Some(event) = calendar::next_event(cycle, cadence, state.today) else { return String::new() };
    let title = event.title.split([',', ':']).next().unwrap_or_default();
    match event.day.days_since(state.today) {
        ..=0 => format!("{title} today"),
        1 => format!("{title} tomorrow"),
        days => format!("{title} in {days} days"),
    }
}

fn draw_body(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    match &state.overlay {
        Some(Overlay::Form(form)) => forms::draw(state, form, area, buf),
        Some(Overlay::Finder(finder)) if finder.scope != Scope::Filter => {
            draw_finder(state, finder, area, buf)
        }
        Some(Overlay::Menu(menu)) => draw_menu(state, menu, area, buf),
        Some(Overlay::Finder(_)) | None => draw_screen(state, area, buf),
    }
}

fn draw_screen(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let entries = screens::entries(state);
    let pane = state.list().pane;
    let class = SizeClass::of(Rect { height: area.height.max(fit::SMALLEST.height), ..area });
    let parts = columns(area, class, state.has_guide);
    let mut drawn = Drawn::default();
    if class > SizeClass::Narrow || pane == Pane::List {
        drawn.add(draw_list(state, &entries, parts[0], buf));
    }
    let detail = if class == SizeClass::Narrow { area } else { parts[1] };
    if class > SizeClass::Narrow || pane == Pane::Detail {
        draw_detail(state, &entries, detail, buf);
    }
    if !parts[2].is_empty() {
        let inside = Panel { title: "Guide", note: "w hides", focus: Focus::Elsewhere }.draw(
            &state.look,
            parts[2],
            buf,
        );
        draw_lines(&screens::guide(state), inside, 0, buf);
    }
    drawn
}

/// List, detail and guide; what has no room is empty.
fn columns(area: Rect, class: SizeClass, has_guide: bool) -> [Rect; 3] {
    let none = Rect { width: 0, ..area };
    let guide = if class == SizeClass::Wide && has_guide { area.width / 4 } else { 0 };
    let list = match class {
        SizeClass::TooSmall | SizeClass::Narrow => return [area, none, none],
        SizeClass::Normal => area.width * 11 / 20,
        SizeClass::Wide => (area.width - guide) * 11 / 20,
    };
    let detail = area.width - list - 2 - if guide > 0 { guide + 2 } else { 0 };
    let rest = after(Rect { width: area.width, ..area }, list + 2);
    let detail = Rect { width: detail, height: area.height, ..rest };
    let guide = Rect { width: guide, height: area.height, ..after(rest, detail.width + 2) };
    [Rect { width: list, ..area }, detail, guide]
}

fn draw_list(state: &State, entries: &[Entry], area: Rect, buf: &mut Buffer) -> Drawn {
    let (title, note) = screens::caption(state);
    let list = state.list();
    let note = match &state.overlay {
        Some(Overlay::Finder(finder)) => format!("/{}  {} shown", finder.query.text(), entries.len()),
        _ if !list.filter.is_empty() => format!("/{}  {} shown, Esc clears", list.filter, entries.len()),
        _ => note,
    };
    let focus = if list.pane == Pane::List { Focus::Here } else { Focus::Elsewhere };
    let inside = Panel { title: &title, note: &note, focus }.draw(&state.look, area, buf);
    let selected = selected_row(state, entries);
    let drawn = List { len: entries.len(), selected, row: |at: usize| entries[at].row.clone() }.draw(
        &state.look,
        inside,
        buf,
    );
    let hits = drawn.rows.iter().map(|(at, area)| (*area, Hit::Row(entries[*at].target.clone()))).collect();
    Drawn { cursor: drawn.cursor.filter(|_| focus == Focus::Here), hits }
}

fn draw_detail(state: &State, entries: &[Entry], area: Rect, buf: &mut Buffer) {
    let focus = if state.list().pane == Pane::Detail { Focus::Here } else { Focus::Elsewhere };
    let selected = selected_row(state, entries).and_then(|at| entries.get(at));
    let inside = Panel { title: "Detail", note: "", focus }.draw(&state.look, area, buf);
    if let Some(entry) = selected {
        let lines = screens::detail(state, &entry.target, usize::from(inside.width));
        let longest = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(inside.height);
        draw_lines(&lines, inside, state.list().scroll.min(longest), buf);
    }
}

/// Draws lines from one on, as many as there is room for.
fn draw_lines(lines: &[Line], area: Rect, from: u16, buf: &mut Buffer) {
    for (at, line) in (0..area.height).zip(lines.iter().skip(usize::from(from))) {
        put_line(buf, row(area, at), line);
    }
}

fn draw_menu(state: &State, menu: &Menu, area: Rect, buf: &mut Buffer) -> Drawn {
    let theme = &state.look.theme;
    let inside = Panel { title: &menu.title, note: "", focus: Focus::Here }.draw(&state.look, area, buf);
    let mut line = 1;
    for words in fit::wrap(&menu.says, usize::from(inside.width)) {
        put(buf, row(inside, line), words, theme.text);
        line += 1;
    }
    let mut drawn = Drawn::default();
    for (at, answer) in menu.answers.iter().enumerate() {
        line += 1;
        let place = row(inside, line);
        let is_here = at == menu.at;
        let sign = if is_here { state.look.glyphs.cursor } else { " " };
        let style = if is_here { theme.selected } else { theme.text };
        let used = put(buf, place, &format!("{sign} "), theme.accent);
        let used = used + put(buf, after(place, used), &format!("{} ", answer.letter), theme.key);
        let used = used + put(buf, after(place, used), &answer.label, style);
        put(buf, after(place, used.max(26).saturating_add(2)), &answer.says, theme.quiet);
        if is_here {
            drawn.cursor = Some(Position::new(place.x, place.y));
        }
        drawn.hits.push((place, Hit::MenuLine(at)));
    }
    drawn
}

fn draw_finder(state: &State, finder: &Finder, area: Rect, buf: &mut Buffer) -> Drawn {
    let lines = finder::lines(state, finder);
    let title = if finder.scope == Scope::Everything { "Everything" } else { "What can be done here" };
    let note = format!("{} found", lines.len());
    let inside = Panel { title, note: &note, focus: Focus::Here }.draw(&state.look, area, buf);
    let cursor =
        finder.query.draw(&state.look, Focus::Here, "type to search, Enter runs", row(inside, 0), buf);
    let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let theme = &state.look.theme;
    let width = usize::from(below.width);
    let line = |at: usize| {
        let line = &lines[at];
        let style = if line.enabled { theme.text } else { theme.quiet };
        let key = fit::pad(&line.key, 10, fit::Stand::Left, "");
        let title = fit::pad(
            &fit::shown(&line.title),
            28.min(width / 3),
            fit::Stand::Left,
            state.look.glyphs.ellipsis,
        );
        let spans = vec![
            ratatui::text::Span::styled(key, theme.key),
            ratatui::text::Span::styled(format!("{title}  "), style),
            ratatui::text::Span::styled(line.says.clone(), theme.quiet),
        ];
        super::widgets::list::Row::new(Line::from(spans))
    };
    let drawn = List { len: lines.len(), selected: Some(finder.at), row: line }.draw(&state.look, below, buf);
    let hits = drawn.rows.into_iter().map(|(at, area)| (area, Hit::FinderLine(at))).collect();
    Drawn { cursor, hits }
}

fn draw_status(state: &State, area: Rect, buf: &mut Buffer) {
    let theme = &state.look.theme;
    if !state.begun.is_empty() {
        put(buf, area, &continuations(state), theme.quiet);
        return;
    }
    let Some(status) = &state.status else {
        put(buf, area, &detail::effort(state), theme.quiet);
        return;
    };
    let (sign, style) = match status.tone {
        Tone::Done => (state.look.glyphs.done, theme.quiet),
        Tone::Stop => (state.look.glyphs.attention, theme.attention),
        Tone::Danger => (state.look.glyphs.attention, theme.danger),
    };
    let says = crate::method::fields::one_line(&status.says);
    let says = fit::shorten(&says, usize::from(area.width).saturating_sub(2), state.look.glyphs.ellipsis)
        .into_owned();
    put(buf, area, &format!("{sign} {says}"), style);
}

/// What the keys of a sequence begun can go on to.
fn continuations(state: &State) -> String {
    let begun: Vec<String> = state.begun.iter().map(ToString::to_string).collect();
    let begun = begun.join(" ");
    let rows = Context::of(state).rows();
    let goes_on = rows.iter().flat_map(|row| row.keys.iter().map(move |keys| (keys, row.title)));
    let shown = goes_on.filter_map(|(keys, title)| {
        let rest = keys.strip_prefix(begun.as_str())?.strip_prefix(' ')?;
        Some(format!("{begun} {rest} {title}"))
    });
    shown.collect::<Vec<_>>().join("   ")
}

/// Whether Enter saves the open form, so that the footer names it and not Ctrl-S.
fn enter_saves(state: &State) -> bool {
    matches!(&state.overlay, Some(Overlay::Form(form)) if form.enter == Enter::Saves)
}

fn draw_footer(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let context = Context::of(state);
    let mut rows: Vec<_> = context.rows().into_iter().filter(|row| row.rank > 0).collect();
    rows.retain(|row| actions::enabled(state, row.action).is_ok());
    rows.sort_by_key(|row| row.rank);
    if enter_saves(state) {
        rows.retain(|row| row.action != Action::Form(FormAction::Save));
    }
    let label = |row: &Row<Action>| match row.action {
        Action::Form(FormAction::Enter) if enter_saves(state) => "save",
        _ => row.label,
    };
    let hints: Vec<Hint> = rows.iter().map(|row| Hint::new(row.shown_key(), label(row), row.rank)).collect();
    let closing = match context {
        Context::Screen(_) => Hint::new("?", "more", 0),
        Context::Form | Context::Menu | Context::Finder => Hint::new("F1", "more", 0),
    };
    let footer = Footer { hints: &hints, closing: &closing }.draw(&state.look, area, buf);
    let mut places: Vec<(Rect, Hit)> =
        footer.hints.into_iter().map(|(at, area)| (area, Hit::Does(rows[at].action))).collect();
    places.push((footer.closing, Hit::Does(Action::Global(GlobalAction::Help))));
    Drawn { cursor: None, hits: places }
}
