//! Draws a form: questions, fields, what is wrong, and what is known beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::field::{Fields, Labels};
use super::traits::Traits;
use super::{Form, Subject, asks, subject};
use crate::method::fields::Input;
use crate::tui::fit;
use crate::tui::message::Hit;
use crate::tui::room;
use crate::tui::state::{Pane, State};
use crate::tui::view::Drawn;
use crate::tui::widgets::big_text::{self, BigText};
use crate::tui::widgets::more::{draw_gutter, gutter, without_gutter};
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::text_input::Focus;
use crate::tui::widgets::{after, cells, put, put_line, row};
use crate::words::forms as words;

/// The cells of the words beside the fields, where there is room.
const ASIDE: u16 = 27;
/// The width from which on there is more room beside the fields.
const WIDE: u16 = 110;
/// The rows that fields keep at most where something stands below them.
const FEWEST: u16 = 6;
/// The rows kept for the coach where it stands below the fields, whatever it asks: nothing moves while one types.
const COACHED: u16 = 7;
/// The rows that fields keep at most below the questions.
const KEPT: u16 = 12;
/// The rows that questions and field take at most where they are shown large.
const MOST_LARGE: u16 = 9;

/// Where the parts of a form lie: questions and fields, and what is known beside or below them.
struct Parts {
    fields: Rect,
    beside: Rect,
}

/// Draws the open form over an area.
pub fn draw(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Drawn {
    let look = &state.look;
    let inside = Panel { title: &form.title, note: &note(form), focus: Focus::Here }.draw(look, area, buf);
    if room::is_large(state) {
        return draw_large(&Fields { state, form, labels: Labels::Above, from: 0 }, inside, buf);
    }
    let fields = Fields::at_desk(state, form, inside);
    let (mut drawn, inside) = draw_sentence(&fields, inside, buf);
    let (parts, aside) = parts(&fields, inside);
    let below = draw_stopped(&fields, parts.fields, buf);
    let kept = fields.all(without_gutter(look, below).width).min(KEPT);
    let below = draw_questions(&fields, kept, below, buf);
    drawn.add(draw_fields(&fields, below, buf));
    let hidden = cells(aside.len()).saturating_sub(parts.beside.height);
    let from = form.scroll.min(hidden);
    for (at, line) in (0..parts.beside.height).zip(aside.iter().skip(usize::from(from))) {
        put_line(buf, row(without_gutter(look, parts.beside), at), line);
    }
    draw_gutter(look, parts.beside, (from > 0, from < hidden), buf);
    drawn
}

/// How many rows further what stands beside the fields can be scrolled, with the form in this area.
#[must_use]
pub fn can_scroll(state: &State, form: &Form, area: Rect) -> u16 {
    if room::is_large(state) {
        return 0;
    }
    let inside = Rect { height: area.height.saturating_sub(1), ..area };
    let fields = Fields::at_desk(state, form, inside);
    let (parts, aside) = parts(&fields, below_sentence(&fields, inside));
    cells(aside.len()).saturating_sub(parts.beside.height)
}

/// The cells that the field with the focus has in this area for a text, brackets and all.
#[must_use]
pub fn text_width(state: &State, form: &Form, area: Rect) -> u16 {
    let inside = Rect { height: area.height.saturating_sub(1), ..area };
    if room::is_large(state) {
        return room::inside(inside).width.saturating_sub(Labels::Above.cells());
    }
    let fields = Fields::at_desk(state, form, inside);
    let (parts, _) = parts(&fields, below_sentence(&fields, inside));
    without_gutter(&state.look, parts.fields).width.saturating_sub(Labels::Beside.cells())
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
fn parts(fields: &Fields<'_>, area: Rect) -> (Parts, Vec<Line<'static>>) {
    let Fields { state, form, .. } = *fields;
    let lines = |width: u16| subject::aside(form, state, usize::from(width));
    if stands_below(form, area) {
        let lines = lines(without_gutter(&state.look, area).width);
        let is_coached = Traits::of(&form.subject).is_coached;
        let kept = rows_needed(fields, area.width);
        // What is asked is not pushed out by what is known, which can be scrolled.
        let kept = match form.entries.len() {
            3.. if !is_coached => kept.max(rows_wanted(fields, area.width).min(area.height * 2 / 3)),
            _ => kept,
        };
        let wanted = if is_coached { COACHED } else { cells(lines.len()) };
        let above = area
            .height
            .saturating_sub(wanted)
            .max(kept)
            .min(rows_wanted(fields, area.width))
            .min(area.height);
        let is_empty = lines.is_empty() && !is_coached;
        let height = if is_empty { 0 } else { area.height.saturating_sub(above) };
        let beside = Rect { y: area.y + above, height, ..area };
        let fields = Rect { height: above.saturating_sub(u16::from(height > 0)), ..area };
        return (Parts { fields, beside }, lines);
    }
    let words = if area.width >= WIDE { ASIDE + 10 } else { ASIDE };
    let lines = lines(words);
    let width = words + gutter(&state.look);
    if lines.is_empty() && !Traits::of(&form.subject).is_coached {
        return (Parts { fields: area, beside: Rect { height: 0, ..area } }, lines);
    }
    let fields = Rect { width: area.width.saturating_sub(width + 2), ..area };
    let beside = after(area, fields.width + 2);
    let beside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..beside };
    (Parts { fields, beside }, lines)
}

/// Tells whether what is known stands below the fields: where the sentences typed need the whole width. The lights of the
/// workbench stay beside its fields; there the sentence stands above both.
fn stands_below(form: &Form, area: Rect) -> bool {
    let has_sentence = form.entries.iter().any(|entry| matches!(entry.input, Input::Text | Input::Prose));
    let is_workbench = matches!(form.subject, Subject::KeyResult(_));
    form.entries.len() <= 2 || has_sentence && !is_workbench && area.width < WIDE || area.width < 80
}

impl<'a> Fields<'a> {
    /// Those of a form at the desk; where its lights stand beside them and there is little room, its sentence stands above.
    fn at_desk(state: &'a State, form: &'a Form, area: Rect) -> Self {
        let is_above = matches!(form.subject, Subject::KeyResult(_))
            && area.width < WIDE
            && !stands_below(form, area)
            && form.entries.first().is_some_and(|entry| entry.input == Input::Text);
        Self { state, form, labels: Labels::Beside, from: usize::from(is_above) }
    }
}

/// The rows that the sentence above the fields takes, with a free one before it.
fn sentence_rows(fields: &Fields<'_>, area: Rect) -> u16 {
    if fields.from == 0 { 0 } else { (fields.height(0, area.width) + 1).min(area.height / 3) }
}

/// What is left below the sentence.
fn below_sentence(fields: &Fields<'_>, area: Rect) -> Rect {
    let rows = sentence_rows(fields, area);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Draws the sentence above the fields and what stands beside them; returns what is left below.
fn draw_sentence(fields: &Fields<'_>, area: Rect, buf: &mut Buffer) -> (Drawn, Rect) {
    let rows = sentence_rows(fields, area);
    let drawn = match rows {
        0 => Drawn::default(),
        rows => fields.draw(0, Rect { y: area.y + 1, height: rows - 1, ..area }, buf),
    };
    (drawn, below_sentence(fields, area))
}

/// The rows that fields and what stopped a save keep where something stands below them: at least those of the field with
/// the focus and what is said there.
fn rows_needed(fields: &Fields<'_>, width: u16) -> u16 {
    let count = fields.form.entries.len();
    let focused = if count == 0 {
        0
    } else {
        fields.height(fields.form.focus, width.saturating_sub(gutter(&fields.state.look)))
    };
    cells(count * 3).min(FEWEST).max(focused) + cells(fields.stopped(width).len()) + 2
}

/// The rows that questions, fields and what stopped a save take, with a free one below.
fn rows_wanted(fields: &Fields<'_>, width: u16) -> u16 {
    let asked = asked(fields, width.saturating_sub(2)).iter().map(Vec::len).sum::<usize>();
    cells(asked + fields.stopped(width).len() + 3)
        .saturating_add(fields.all(width.saturating_sub(gutter(&fields.state.look))))
}

/// The questions read aloud, each as its lines.
fn asked(fields: &Fields<'_>, width: u16) -> Vec<Vec<String>> {
    let lines =
        |ask: &String| fit::wrap(ask, usize::from(width)).into_iter().map(ToOwned::to_owned).collect();
    asks::asks(fields.form, fields.state).iter().map(lines).collect()
}

/// Says above all else what stopped a save, as far as that leaves half of the room; returns what is left below.
fn draw_stopped(fields: &Fields<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let most = if fields.form.entries.is_empty() { area.height } else { area.height / 2 };
    let stopped = fields.stopped(area.width);
    let used = cells(stopped.len()).min(most);
    for (at, says) in (0..used).zip(&stopped) {
        put(buf, row(area, at), says, fields.state.look.theme.attention);
    }
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// Draws the questions read aloud, whole ones only, as many as leave these rows free; returns what is left below.
fn draw_questions(fields: &Fields<'_>, kept: u16, area: Rect, buf: &mut Buffer) -> Rect {
    let room = area.height.saturating_sub(kept + 1);
    let mut used = 1;
    for lines in asked(fields, area.width.saturating_sub(2)) {
        if used + cells(lines.len()) > room {
            break;
        }
        for line in lines {
            put(buf, after(row(area, used), 1), &line, fields.state.look.theme.accent);
            used += 1;
        }
    }
    let used = (used + u16::from(used > 1)).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// The form of a session that is shown large: what stopped a save, the question, one field at a time, what it holds in
/// big digits where it is a number, and what was typed in the others.
fn draw_large(fields: &Fields<'_>, area: Rect, buf: &mut Buffer) -> Drawn {
    let Fields { state, form, .. } = *fields;
    let below = draw_stopped(fields, area, buf);
    if form.entries.is_empty() {
        draw_questions(fields, 0, below, buf);
        return Drawn::default();
    }
    let needed = fields.height(form.focus, below.width);
    let asked = Rect { height: below.height.min(MOST_LARGE.max(needed + 1)), ..below };
    let left = draw_questions(fields, needed, asked, buf);
    let place = Rect { height: needed.min(left.height), ..left };
    let mut drawn = fields.draw(form.focus, place, buf);
    let rest = below.bottom().saturating_sub(place.bottom() + 1);
    let mut rest = Rect { y: place.bottom() + 1, height: rest, ..below };
    let number = fields.number().map(|text| BigText { text, style: state.look.theme.accent });
    if let Some(number) = number.filter(|big| big.width() <= rest.width && big_text::HEIGHT <= rest.height) {
        let used = number.draw(&state.look, rest, buf) + 1;
        rest = Rect { y: rest.y + used, height: rest.height.saturating_sub(used), ..rest };
    }
    let others = (0..form.entries.len()).filter(|at| *at != form.focus && form.entries[*at].is_changed());
    let others: Vec<usize> = others.collect();
    let used = cells(others.len()).min(rest.height);
    for (at, line) in others.into_iter().zip(0..used) {
        fields.draw_typed(at, row(rest, line), buf);
        drawn.hits.push((row(rest, line), Hit::Field(at)));
    }
    if Traits::of(&form.subject).is_on_the_wall {
        let below = if used == 0 { 0 } else { used + 1 };
        let aside = subject::aside(form, state, usize::from(rest.width));
        for (at, line) in (below..rest.height).zip(&aside) {
            put_line(buf, row(rest, at), line);
        }
    }
    drawn
}

/// Draws as many fields as there is room for, the one with the focus among them.
fn draw_fields(fields: &Fields<'_>, area: Rect, buf: &mut Buffer) -> Drawn {
    let Fields { state, form, .. } = *fields;
    let mut drawn = Drawn::default();
    let inside = without_gutter(&state.look, area);
    let first = first_shown(fields, inside);
    // Where all fields have room, the wheel turns what stands beside them.
    let is_cut = first > fields.from || fields.all(inside.width) > area.height;
    drawn.hits.extend(is_cut.then_some((area, Hit::Pane(Pane::List))));
    let (mut line, mut next) = (0, first);
    while next < form.entries.len() {
        let needed = fields.height(next, inside.width);
        if line + needed > area.height && next != form.focus {
            break;
        }
        let place = Rect { y: area.y + line, height: needed.min(area.height - line), ..inside };
        drawn.add(fields.draw(next, place, buf));
        line += place.height;
        next += 1;
    }
    draw_gutter(&state.look, area, (first > fields.from, next < form.entries.len()), buf);
    drawn
}

/// The first field shown: as early as keeps the one with the focus in sight, and the one after it where there is room.
fn first_shown(fields: &Fields<'_>, area: Rect) -> usize {
    let form = fields.form;
    let needed = |at: usize| fields.height(at, area.width);
    let next = if form.focus + 1 < form.entries.len() { needed(form.focus + 1) } else { 0 };
    let mut room = area.height.saturating_sub(next);
    let mut first = form.focus.max(fields.from);
    for at in (fields.from..form.entries.len().min(form.focus + 1)).rev() {
        if needed(at) > room {
            break;
        }
        room -= needed(at);
        first = at;
    }
    first
}
