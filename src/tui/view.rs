//! Draws the state: header, list, detail, guide, status, footer. It reads no file and no clock and changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::detail;
use super::finder::Scope;
use super::fit::{self, SizeClass};
use super::forms::{self, Form};
use super::glyphs;
use super::message::Hit;
use super::room;
use super::state::{Overlay, Pane, State, Tone};
use super::tour;
use super::widgets::header::Header;
use super::widgets::panel::rule;
use super::widgets::wrapped::wrapped;
use super::widgets::{cells, put, put_line, row};
use crate::method::agenda;
use crate::settings::actions::{Action, Context, GlobalAction, ScreenName};
use crate::settings::keys::sequence;
use crate::words::view as words;

mod body;
mod hints;
mod overlays;

pub(super) use body::{Words, beside, guide_of};

/// The most lines that are said above the footer.
pub const MOST_STATUS: usize = 3;

/// The most lines that the keys of a sequence take there: each of them is to be seen.
const MOST_KEYS: usize = 8;

/// What a drawing gives back: where the terminal's cursor belongs and what can be clicked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// Where the terminal's cursor belongs.
    pub cursor: Option<Position>,
    /// What can be clicked, later ones above earlier ones.
    pub hits: Vec<(Rect, Hit)>,
    /// The row the open list begins with, where one is shown.
    pub began: Option<usize>,
}

impl Drawn {
    pub(super) fn add(&mut self, other: Self) {
        self.cursor = other.cursor.or(self.cursor);
        self.hits.extend(other.hits);
        self.began = other.began.or(self.began);
    }

    /// What lies at a place.
    pub fn hit(&self, place: Position) -> Option<&Hit> {
        self.hits.iter().rev().find(|(area, _)| area.contains(place)).map(|(_, hit)| hit)
    }

    /// Which panel of a screen a place belongs to.
    pub fn pane_at(&self, place: Position) -> Option<Pane> {
        self.hits.iter().find_map(|(area, hit)| match hit {
            Hit::Pane(pane) if area.contains(place) => Some(*pane),
            _ => None,
        })
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
    /// The regions of an area whose status takes so many lines; below the body stand a rule and the footer, or neither.
    fn of(area: Rect, status: u16, has_footer: bool) -> Self {
        let line = |y: u16| row(area, y);
        let bottom = area.height;
        let height = bottom.saturating_sub(2 + status + if has_footer { 2 } else { 0 });
        Self {
            header: line(0),
            above: line(1),
            body: Rect { y: area.y + 2, height, ..area },
            status: Rect { y: area.y + 2 + height, height: status, ..area },
            below: line(bottom.saturating_sub(2)),
            footer: line(bottom.saturating_sub(1)),
        }
    }
}

/// Draws everything.
pub fn view(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    buf.set_style(area, state.look.theme.base);
    if SizeClass::of(area) == SizeClass::TooSmall {
        draw_too_small(state, area, buf);
        return Drawn::default();
    }
    if is_presenting(state) {
        return draw_presented(state, area, buf);
    }
    let status = status(state, usize::from(area.width));
    let has_footer = has_footer(state);
    let regions = Regions::of(area, cells(status.len()), has_footer);
    rule(&state.look, regions.above, buf);
    let mut drawn = draw_header(state, (regions.header, regions.above), buf);
    drawn.add(draw_body(state, regions.body, buf));
    for (at, line) in (0..regions.status.height).zip(&status) {
        put_line(buf, row(regions.status, at), line);
    }
    if has_footer {
        rule(&state.look, regions.below, buf);
        drawn.add(hints::draw(state, regions.footer, buf));
    }
    glyphs::settle(buf, state.look.glyphs);
    drawn
}

/// Whether the footer is shown: where somebody is in the middle of something it stays, whatever was chosen.
fn has_footer(state: &State) -> bool {
    state.has_footer || state.overlay.is_some() || state.shown_room().is_some()
}

/// Whether a session is shown large, with nothing over it but what the room is asked.
fn is_presenting(state: &State) -> bool {
    let is_asked = matches!(state.overlay, Some(Overlay::Form(_) | Overlay::Menu(_)));
    let room = state.shown_room().filter(|room| room.is_presented());
    room.is_some_and(|room| state.overlay.is_none() || is_asked && !room.is_revealed)
}

/// A session shown large: no header, no line above the footer but an error, or how to go on.
fn draw_presented(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    let said = state.status.as_ref().filter(|status| !matches!(status.tone, Tone::Done | Tone::Saved));
    let said = said.map(|_| status(state, usize::from(area.width))).unwrap_or_default();
    let below = cells(said.len()) + 1;
    let body = Rect { height: area.height.saturating_sub(below), ..area };
    let mut drawn = match (&state.overlay, &state.room) {
        (Some(_), Some(room)) => draw_body(state, room::frame(state, room, body, buf), buf),
        (None, Some(room)) => room::draw(state, room, body, buf),
        (_, None) => Drawn::default(),
    };
    for (at, line) in (0..below).zip(&said) {
        put_line(buf, row(area, body.height + at), line);
    }
    drawn.add(hints::draw(state, row(area, area.height.saturating_sub(1)), buf));
    glyphs::settle(buf, state.look.glyphs);
    drawn
}

/// How many rows further the part that has the keys, detail or guide, can be scrolled.
pub fn can_scroll(state: &State) -> u16 {
    body::can_scroll(state, body_of(state))
}

/// Whether the guide stands beside list and detail and says more than has room there.
pub fn guide_has_more(state: &State) -> bool {
    body::guide_has_more(state, body_of(state))
}

/// How many rows further what stands beside the fields of a form can be scrolled.
pub fn form_can_scroll(state: &State, form: &Form) -> u16 {
    forms::can_scroll(state, form, body_of(state))
}

/// The cells that the field with the focus has for its text.
#[must_use]
pub fn form_text_width(state: &State, form: &Form) -> u16 {
    forms::text_width(state, form, body_of(state))
}

pub(super) fn body_of(state: &State) -> Rect {
    let area = Rect::from((Position::ORIGIN, state.size));
    let status = status(state, usize::from(area.width));
    Regions::of(area, cells(status.len()), has_footer(state)).body
}

/// Says in the middle what is needed, in as many lines as it takes.
fn draw_too_small(state: &State, area: Rect, buf: &mut Buffer) {
    let mut says = fit::too_small(area);
    // What is typed now goes nowhere, so that nobody writes what nobody sees.
    if matches!(state.overlay, Some(Overlay::Form(_))) {
        says = words::what_was_typed_stays(&says);
    }
    if state.is_leaving
        && let Some(said) = &state.status
    {
        says = format!("{says} {}", said.says);
    }
    let lines = fit::wrap(&says, usize::from(area.width));
    let top = area.height.saturating_sub(cells(lines.len())) / 2;
    for (at, line) in (top..area.height).zip(lines) {
        put(buf, row(area, at), line, state.look.theme.text);
    }
}

fn draw_header(state: &State, (area, below): (Rect, Rect), buf: &mut Buffer) -> Drawn {
    let here = ScreenName::tabs().position(|name| name == state.screen).unwrap_or(0);
    let mut titles: Vec<&str> = ScreenName::tabs().map(ScreenName::title).collect();
    // The map has no tab of its own; it stands in the place of the Overview it belongs to.
    titles[here] = state.screen.title();
    let place = place_words(state, usize::from(area.width));
    let header = Header { place: &place, tabs: &titles, here, note: &calendar_words(state) };
    let places = header.draw(&state.look, area, buf);
    if !places.has_note {
        header.note_below(&state.look, below, buf);
    }
    // What lies over the screen stays, and so does the mark of the screen behind it.
    if state.overlay.is_some() || state.shown_room().is_some() {
        return Drawn::default();
    }
    let goes = ScreenName::tabs().map(|name| Hit::Does(Action::Global(GlobalAction::Go(name))));
    Drawn { hits: places.tabs.into_iter().zip(goes).collect(), ..Drawn::default() }
}

/// The team, a long name cut short, and the cycle, which never is.
fn place_words(state: &State, width: usize) -> String {
    let Some((quarter, cycle)) = state.here() else { return words::QUARTERDECK.to_owned() };
    let team = state.workspace.team_name(&quarter.key.team);
    let glyphs = state.look.glyphs;
    let (team, label) = (fit::shown(team), fit::shown(&cycle.label));
    let label = fit::shorten(&label, width / 4, glyphs.ellipsis);
    format!("{} {} {label}", fit::shorten(&team, width / 4, glyphs.ellipsis), glyphs.dot)
}

fn calendar_words(state: &State) -> String {
    let Some(event) = state.desk().ok().and_then(|desk| agenda::next_event(&desk)) else {
        return String::new();
    };
    let title = event.title.split([',', ':']).next().unwrap_or_default();
    match event.day.days_since(state.today) {
        ..=0 => words::today(title),
        1 => words::tomorrow(title),
        days => words::in_days(title, days),
    }
}

fn draw_body(state: &State, area: Rect, buf: &mut Buffer) -> Drawn {
    match &state.overlay {
        Some(Overlay::Form(form)) => forms::draw(state, form, area, buf),
        Some(Overlay::Finder(finder)) if finder.scope != Scope::Filter => {
            overlays::draw_finder(state, finder, area, buf)
        }
        Some(Overlay::Menu(menu)) => overlays::draw_menu(state, menu, area, buf),
        Some(Overlay::Finder(_)) | None => match state.shown_room() {
            Some(room) => room::draw(state, room, area, buf),
            None => body::draw_screen(state, area, buf),
        },
    }
}

/// What is said above the footer: how a key sequence goes on, what came of the last act, or else the effort.
fn status(state: &State, width: usize) -> Vec<Line<'static>> {
    let (look, theme) = (&state.look, &state.look.theme);
    let (sign, words, style) = match &state.status {
        _ if !state.begun.is_empty() => ("", continuations(state), theme.quiet),
        None => ("", room::under_way(state).unwrap_or_else(|| detail::effort(state)), theme.quiet),
        Some(status) => match status.tone {
            Tone::Done | Tone::Saved => (look.glyphs.done, status.says.clone(), theme.quiet),
            Tone::Note => ("", status.says.clone(), theme.quiet),
            Tone::Stop => (look.glyphs.attention, room::without_places(state, &status.says), theme.attention),
            Tone::Danger => (look.glyphs.attention, room::without_places(state, &status.says), theme.danger),
        },
    };
    // The keys of a sequence are tied to what they do; everything else may hold any blank.
    let mut above = tour::lines(state, width);
    let words = if state.begun.is_empty() { crate::method::fields::one_line(&words) } else { words };
    let hang = if sign.is_empty() { 0 } else { fit::width(sign) + 1 };
    let sign = if sign.is_empty() { String::new() } else { format!("{sign} ") };
    let line = Line::from(vec![Span::styled(sign, style), Span::styled(words, style)]);
    let mut lines = wrapped(&line, width, hang);
    let most = if state.begun.is_empty() { MOST_STATUS } else { MOST_KEYS };
    if lines.len() > most {
        lines.truncate(most);
        lines[most - 1] = Line::styled(format!("{}{}", " ".repeat(hang), look.glyphs.ellipsis), style);
    }
    note_saved(state, width, &mut lines);
    above.extend(lines);
    above
}

/// When a change was last saved, at the right of the effort so far; nothing where there is no room for both.
fn note_saved(state: &State, width: usize, lines: &mut [Line<'static>]) {
    let is_at_rest = state.begun.is_empty() && state.status.is_none() && room::under_way(state).is_none();
    let (true, Some(at), [line]) = (is_at_rest, &state.saved_at, lines) else { return };
    let saved = words::saved_at(at);
    if let Some(blanks) =
        width.checked_sub(line.width() + fit::width(&saved) + 1).filter(|blanks| *blanks > 1)
    {
        line.push_span(Span::styled(format!("{}{saved}", " ".repeat(blanks)), state.look.theme.quiet));
    }
}

/// What the keys of a sequence begun can go on to.
fn continuations(state: &State) -> String {
    let rows = state.keymap.rows(Context::of(state));
    let goes_on = rows.iter().flat_map(|row| row.keys.iter().map(move |keys| (keys, row.words.title)));
    let shown = goes_on.filter_map(|(keys, title)| {
        let keys = sequence(keys).ok()?;
        let goes_on = keys.len() > state.begun.len() && keys.starts_with(&state.begun);
        let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
        goes_on.then(|| fit::tied(&format!("{} {title}", keys.join(" "))))
    });
    shown.collect::<Vec<_>>().join(&format!("{}{} ", fit::TIE, state.look.glyphs.dot))
}
