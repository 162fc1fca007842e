//! Draws a form: questions, fields, what is wrong, and what is known beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Entry, Form, Subject, subject};
use crate::domain::day::Day;
use crate::domain::quantity::{read_in_unit, with_unit};
use crate::method::fields::Input;
use crate::tui::fit::{self, SizeClass, Stand};
use crate::tui::message::Hit;
use crate::tui::state::State;
use crate::tui::view::Drawn;
use crate::tui::widgets::choice::Choice;
use crate::tui::widgets::line_input::Focus;
use crate::tui::widgets::more::{draw_gutter, without_gutter};
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::{after, cells, put, put_line, row};
use crate::words::forms as words;

/// The cells before the fields: the marker and the labels.
const LABELS: u16 = 20;
/// The cells beside the fields, where there is room.
const ASIDE: u16 = 28;
/// The width from which on there is more room beside the fields.
const WIDE: u16 = 110;
/// The cells of a field that takes a number.
const NUMBER: u16 = 16;
/// The cells of a field that takes a day.
const DAY: u16 = 16;
/// The rows that fields keep at most where something stands below them.
const FEWEST: u16 = 6;
/// The rows kept for the coach where it stands below the fields, whatever it asks: nothing moves while one types.
const COACHED: u16 = 7;
/// The rows that fields keep at most below the questions.
const KEPT: u16 = 12;

/// Where the parts of a form lie: questions and fields, and what is known beside or below them.
struct Parts {
    fields: Rect,
    beside: Rect,
}

/// Draws the open form over an area.
pub fn draw(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Drawn {
    let look = &state.look;
    let inside = Panel { title: &form.title, note: &note(form), focus: Focus::Here }.draw(look, area, buf);
    let (parts, aside) = parts(state, form, inside);
    let below = draw_questions(state, form, parts.fields, buf);
    let drawn = draw_fields(state, form, below, buf);
    let hidden = cells(aside.len()).saturating_sub(parts.beside.height);
    let from = form.scroll.min(hidden);
    for (at, line) in (0..parts.beside.height).zip(aside.iter().skip(usize::from(from))) {
        put_line(buf, row(without_gutter(parts.beside), at), line);
    }
    draw_gutter(look, parts.beside, (from > 0, from < hidden), buf);
    drawn
}

/// How many rows further what stands beside the fields can be scrolled, with the form in this area.
#[must_use]
pub fn can_scroll(state: &State, form: &Form, area: Rect) -> u16 {
    let inside = Rect { height: area.height.saturating_sub(1), ..area };
    let (parts, aside) = parts(state, form, inside);
    cells(aside.len()).saturating_sub(parts.beside.height)
}

/// The step the questions belong to, and which of the fields has the focus.
fn note(form: &Form) -> String {
    let step = form.step.map_or("", crate::method::step::Step::id);
    match form.entries.len() {
        0 | 1 => step.to_owned(),
        count => words::field_of(step, form.focus + 1, count).trim_start().to_owned(),
    }
}

/// Fields and what stands beside them, with its lines; on a narrow screen, or where the words need the room, below.
fn parts(state: &State, form: &Form, area: Rect) -> (Parts, Vec<Line<'static>>) {
    let lines = |width: u16| subject::aside(form, state, usize::from(width));
    if stands_below(form, area) {
        let lines = lines(without_gutter(area).width);
        let kept = rows_needed(state, form, area.width);
        let is_coached = subject::is_coached(&form.subject);
        let wanted = if is_coached { COACHED } else { cells(lines.len()) };
        let above = area.height.saturating_sub(wanted).max(kept).min(rows_wanted(state, form, area));
        let is_empty = lines.is_empty() && !is_coached;
        let height = if is_empty { 0 } else { area.height.saturating_sub(above) };
        let beside = Rect { y: area.y + above, height, ..area };
        let fields = Rect { height: above.saturating_sub(u16::from(height > 0)), ..area };
        return (Parts { fields, beside }, lines);
    }
    let width = if area.width >= WIDE { ASIDE + 10 } else { ASIDE };
    let lines = lines(width - 1);
    if lines.is_empty() && !subject::is_coached(&form.subject) {
        return (Parts { fields: area, beside: Rect { height: 0, ..area } }, lines);
    }
    let fields = Rect { width: area.width.saturating_sub(width + 2), ..area };
    let beside = after(area, fields.width + 2);
    let beside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..beside };
    (Parts { fields, beside }, lines)
}

/// Tells whether what is known stands below the fields: where the words typed or said need the whole width.
fn stands_below(form: &Form, area: Rect) -> bool {
    let is_sentence = matches!(form.subject, Subject::Objective(_)) && area.width < WIDE;
    form.entries.len() <= 2 || is_sentence || SizeClass::of(area) <= SizeClass::Narrow && area.width < 80
}

/// The rows that fields and what stands in the way keep where something stands below them: at least those of the field
/// with the focus and what is said there.
fn rows_needed(state: &State, form: &Form, width: u16) -> u16 {
    let problem = at_the_foot(form).map_or(0, |says| fit::wrap(says, usize::from(width)).len());
    let focused =
        if form.entries.is_empty() { 0 } else { height(state, form, form.focus, width.saturating_sub(1)) };
    cells(form.entries.len() * 3).min(FEWEST).max(focused) + cells(problem) + 2
}

/// The rows that questions, fields and what stands in the way take, with a free one below.
fn rows_wanted(state: &State, form: &Form, area: Rect) -> u16 {
    let width = usize::from(area.width);
    let asks: usize =
        subject::asks(form, state).iter().map(|ask| fit::wrap(ask, width.saturating_sub(2)).len()).sum();
    let fields: u16 =
        (0..form.entries.len()).map(|at| height(state, form, at, area.width.saturating_sub(1))).sum();
    let problem = at_the_foot(form).map_or(0, |says| fit::wrap(says, width).len());
    cells(asks + problem + 3).saturating_add(fields)
}

/// Draws the questions read aloud, whole ones only, as many as leave room for the fields; returns what is left below.
fn draw_questions(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Rect {
    let width = usize::from(area.width.saturating_sub(2));
    let problem = at_the_foot(form).map_or(0, |says| fit::wrap(says, width + 2).len());
    let fields: u16 =
        (0..form.entries.len()).map(|at| height(state, form, at, area.width.saturating_sub(1))).sum();
    let room = area.height.saturating_sub(fields.min(KEPT) + cells(problem) + 1);
    let mut used = 1;
    for ask in subject::asks(form, state) {
        let lines = fit::wrap(&ask, width);
        if used + cells(lines.len()) > room {
            break;
        }
        for line in lines {
            put(buf, after(row(area, used), 1), line, state.look.theme.accent);
            used += 1;
        }
    }
    let used = (used + u16::from(used > 1)).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// What is said below a field: what is wrong with it, what somebody else wrote, or what to type while it has the focus.
fn said(form: &Form, at: usize, width: u16) -> Vec<String> {
    let Some(says) = form.entries[at].says(at == form.focus) else { return Vec::new() };
    let room = usize::from(width.saturating_sub(LABELS));
    fit::wrap(&fit::shown(&says), room).into_iter().map(ToOwned::to_owned).collect()
}

/// What stands in the way of saving, where the field with the focus does not say the same.
fn at_the_foot(form: &Form) -> Option<&str> {
    let said = form.entries.get(form.focus).and_then(|entry| entry.problem.as_deref());
    form.problem.as_deref().filter(|says| Some(*says) != said)
}

/// The rows a field takes: itself, and what is said below it.
fn height(state: &State, form: &Form, at: usize, width: u16) -> u16 {
    field_height(state, &form.entries[at], width) + cells(said(form, at, width).len())
}

fn field_height(state: &State, entry: &Entry, width: u16) -> u16 {
    match entry.input {
        Input::Choice(words) => Choice::height(&state.look, words, width.saturating_sub(LABELS)),
        Input::Text | Input::Number | Input::Confidence | Input::Score | Input::Day => 1,
    }
}

fn draw_fields(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Drawn {
    let mut drawn = Drawn::default();
    let problem = at_the_foot(form).map(|says| fit::wrap(says, usize::from(area.width))).unwrap_or_default();
    let kept = if form.entries.is_empty() { 0 } else { area.height / 2 };
    let foot = cells(problem.len()).min(area.height - kept);
    let fields = Rect { height: area.height - foot, ..area };
    let inside = without_gutter(fields);
    let first = first_shown(state, form, inside);
    let (mut line, mut next) = (0, first);
    while next < form.entries.len() {
        let needed = height(state, form, next, inside.width);
        if line + needed > fields.height && next != form.focus {
            break;
        }
        let place = Rect { y: fields.y + line, height: needed.min(fields.height - line), ..inside };
        let cursor = draw_field(state, form, next, place, buf);
        drawn.cursor = drawn.cursor.or(cursor);
        drawn.hits.push((place, Hit::Field(next)));
        line += place.height;
        next += 1;
    }
    draw_gutter(&state.look, fields, (first > 0, next < form.entries.len()), buf);
    for (at, says) in (0..foot).zip(problem) {
        let place = row(Rect { y: fields.bottom(), height: foot, ..area }, at);
        put(buf, place, says, state.look.theme.attention);
    }
    drawn
}

/// The first field shown: as early as keeps the one with the focus in sight, and the one after it where there is room.
fn first_shown(state: &State, form: &Form, area: Rect) -> usize {
    let needed = |at: usize| height(state, form, at, area.width);
    let next = if form.focus + 1 < form.entries.len() { needed(form.focus + 1) } else { 0 };
    let mut room = area.height.saturating_sub(next);
    let mut first = form.focus;
    for at in (0..form.entries.len().min(form.focus + 1)).rev() {
        if needed(at) > room {
            break;
        }
        room -= needed(at);
        first = at;
    }
    first
}

fn draw_field(state: &State, form: &Form, at: usize, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (look, entry) = (&state.look, &form.entries[at]);
    let has_focus = at == form.focus;
    let (sign, style) =
        if has_focus { (look.glyphs.cursor, look.theme.heading) } else { (" ", look.theme.quiet) };
    let label = fit::pad(entry.label, usize::from(LABELS - 3), Stand::Left, look.glyphs.ellipsis);
    put(buf, area, &format!("{sign} {label}"), style);
    let focus = if has_focus { Focus::Here } else { Focus::Elsewhere };
    let place = after(area, LABELS);
    let cursor = draw_input(state, (form, entry), focus, place, buf);
    let asks = entry.problem.is_some() || entry.theirs.is_some();
    let style = if asks { look.theme.attention } else { look.theme.quiet };
    let below = field_height(state, entry, area.width);
    for (line, says) in (below..area.height).zip(said(form, at, area.width)) {
        put(buf, row(place, line), &says, style);
    }
    cursor
}

fn draw_input(
    state: &State,
    (form, entry): (&Form, &Entry),
    focus: Focus,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let look = &state.look;
    let width = match entry.input {
        Input::Choice(words) => {
            let choice = Choice { chosen: words.iter().position(|word| *word == entry.line.text()) };
            return choice.draw(look, focus, words, area, buf).cursor;
        }
        Input::Number | Input::Confidence | Input::Score => NUMBER,
        Input::Day => DAY,
        Input::Text => area.width,
    };
    let field = Rect { width: area.width.min(width), ..area };
    let cursor = entry.line.draw(look, focus, "", field, buf);
    let rest = row(after(area, width + 1), 0);
    let echo = echo(state, form, entry, usize::from(rest.width));
    put(buf, rest, &fit::shorten(&echo, usize::from(rest.width), look.glyphs.ellipsis), look.theme.quiet);
    cursor
}

/// What a typed number or day is taken for: the value with its unit, the day with its weekday, and its year where there is
/// room or it is another.
fn echo(state: &State, form: &Form, entry: &Entry, width: usize) -> String {
    let typed = entry.line.text().trim();
    match entry.input {
        Input::Day => Day::parse(typed, state.today).map_or_else(
            |_| String::new(),
            |day| {
                let whole = day.long();
                let is_fit = fit::width(&whole) <= width;
                if is_fit { whole } else { format!("{} {}", day.weekday(), day.short(state.today)) }
            },
        ),
        Input::Number => {
            let unit = form.unit_of(entry);
            read_in_unit(typed, unit).map_or_else(|_| unit.to_owned(), |value| with_unit(value, unit))
        }
        Input::Confidence => "%".to_owned(),
        Input::Score | Input::Text | Input::Choice(_) => String::new(),
    }
}
