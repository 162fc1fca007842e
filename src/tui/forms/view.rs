//! Draws a form: questions, fields, what is wrong, and what is known beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Entry, Form, subject};
use crate::method::fields::Input;
use crate::method::step::Steps;
use crate::tui::fit::{self, SizeClass, Stand};
use crate::tui::message::Hit;
use crate::tui::state::State;
use crate::tui::view::Drawn;
use crate::tui::widgets::choice::Choice;
use crate::tui::widgets::line_input::Focus;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::{after, put, put_line, row};

/// The cells of the labels.
const LABELS: u16 = 20;
/// The cells beside the fields, where there is room.
const ASIDE: u16 = 28;

/// Draws the open form over an area.
pub fn draw(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Drawn {
    let look = &state.look;
    let inside = Panel { title: &form.title, note: note(form), focus: Focus::Here }.draw(look, area, buf);
    let (fields, beside) = split(state, form, inside);
    let below = draw_questions(state, form, fields, buf);
    let drawn = draw_fields(state, form, below, buf);
    let lines = that_fit(state, subject::aside(form, state, usize::from(beside.width)), beside);
    for (at, line) in (0..beside.height).zip(&lines) {
        put_line(buf, row(beside, at), line);
    }
    drawn
}

/// The lines that have room, without the gaps where they are too many; the last place says how many have none.
fn that_fit(state: &State, mut lines: Vec<Line<'static>>, area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(area.height);
    if lines.len() > room {
        lines.retain(|line| line.width() > 0);
    }
    if room > 0 && lines.len() > room {
        let more = lines.len() - room + 1;
        lines.truncate(room - 1);
        let says = format!("{} {more} lines more", state.look.glyphs.ellipsis);
        lines.push(Line::styled(says, state.look.theme.quiet));
    }
    lines
}

fn note(form: &Form) -> &'static str {
    form.step.map_or("", crate::method::step::Step::id)
}

/// Fields and what stands beside them; on a narrow screen, or where the words need the room, it stands below.
fn split(state: &State, form: &Form, area: Rect) -> (Rect, Rect) {
    let has_few = form.entries.len() <= 2;
    if has_few || SizeClass::of(area) <= SizeClass::Narrow && area.width < 80 {
        let lines = subject::aside(form, state, usize::from(area.width)).len();
        let needed = u16::try_from(lines).unwrap_or(u16::MAX).min(area.height.saturating_sub(6));
        let height = area.height - needed;
        let below = Rect { y: area.y + height, height: needed, ..area };
        return (Rect { height: height.saturating_sub(u16::from(needed > 0)), ..area }, below);
    }
    let width = if area.width >= 110 { ASIDE + 10 } else { ASIDE };
    let fields = Rect { width: area.width.saturating_sub(width + 2), ..area };
    (fields, Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..after(area, fields.width + 2) })
}

/// Draws the questions read aloud, as many as leave room for the fields, and returns what is left below.
fn draw_questions(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Rect {
    let look = &state.look;
    let mut used = 1;
    let steps = Steps::with(&state.workspace.steps);
    let asks = form.step.map(|step| steps.guide(step).ask).unwrap_or_default();
    let room =
        area.height.saturating_sub(u16::try_from(form.entries.len() * 2).unwrap_or(u16::MAX).min(12) + 3);
    for line in asks.iter().flat_map(|ask| fit::wrap(ask, usize::from(area.width.saturating_sub(2)))) {
        if used > room {
            break;
        }
        put(buf, after(row(area, used), 1), line, look.theme.accent);
        used += 1;
    }
    let used = (used + u16::from(used > 1)).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// The rows a field takes: itself, a row of hint when it has the focus, and what is wrong with it.
fn height(state: &State, form: &Form, at: usize, width: u16) -> u16 {
    let entry = &form.entries[at];
    let field = match entry.input {
        Input::Choice(words) => Choice::height(&state.look, words, width.saturating_sub(LABELS)),
        Input::Text | Input::Number | Input::Confidence | Input::Score | Input::Day => 1,
    };
    field + u16::from(entry.says(at == form.focus).is_some())
}

fn draw_fields(state: &State, form: &Form, area: Rect, buf: &mut Buffer) -> Drawn {
    let mut drawn = Drawn::default();
    let problem =
        form.problem.as_deref().map(|says| fit::wrap(says, usize::from(area.width))).unwrap_or_default();
    let foot = u16::try_from(problem.len()).unwrap_or(u16::MAX).min(area.height / 2);
    let fields = Rect { height: area.height - foot, ..area };
    let mut line = 0;
    for at in first_shown(state, form, fields)..form.entries.len() {
        let needed = height(state, form, at, fields.width);
        if line + needed > fields.height {
            break;
        }
        let place = Rect { y: fields.y + line, height: needed, ..fields };
        let cursor = draw_field(state, form, at, place, buf);
        drawn.cursor = drawn.cursor.or(cursor);
        drawn.hits.push((place, Hit::Field(at)));
        line += needed;
    }
    for (at, says) in (0..foot).zip(problem) {
        put(
            buf,
            row(Rect { y: fields.bottom(), height: foot, ..area }, at),
            says,
            state.look.theme.attention,
        );
    }
    drawn
}

/// The first field shown: as early as keeps the one with the focus in sight.
fn first_shown(state: &State, form: &Form, area: Rect) -> usize {
    let mut room = area.height;
    let mut first = form.focus;
    for at in (0..form.entries.len().min(form.focus + 1)).rev() {
        let needed = height(state, form, at, area.width);
        if needed > room {
            break;
        }
        room -= needed;
        first = at;
    }
    first
}

fn draw_field(state: &State, form: &Form, at: usize, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (look, entry) = (&state.look, &form.entries[at]);
    let has_focus = at == form.focus;
    let focus = if has_focus { Focus::Here } else { Focus::Elsewhere };
    let sign = if has_focus { look.glyphs.cursor } else { " " };
    let label = fit::pad(entry.label, usize::from(LABELS - 3), Stand::Left, look.glyphs.ellipsis);
    let style = if has_focus { look.theme.heading } else { look.theme.quiet };
    put(buf, area, &format!("{sign} {label}"), style);
    let place = Rect { height: area.height, ..after(area, LABELS) };
    let cursor = draw_input(state, entry, focus, place, buf);
    if let Some(says) = entry.says(has_focus) {
        let asks = entry.problem.is_some() || entry.theirs.is_some();
        let style = if asks { look.theme.attention } else { look.theme.quiet };
        let below = after(Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, 2);
        let says =
            fit::shorten(&fit::shown(&says), usize::from(below.width), look.glyphs.ellipsis).into_owned();
        put_line(buf, below, &Line::styled(says, style));
    }
    cursor
}

fn draw_input(state: &State, entry: &Entry, focus: Focus, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let look = &state.look;
    match entry.input {
        Input::Choice(words) => {
            let choice = Choice { chosen: words.iter().position(|word| *word == entry.line.text()) };
            choice.draw(look, focus, words, area, buf).cursor
        }
        Input::Number | Input::Confidence | Input::Score => {
            entry.line.draw(look, focus, "", Rect { width: area.width.min(16), ..area }, buf)
        }
        Input::Day => entry.line.draw(look, focus, "", Rect { width: area.width.min(20), ..area }, buf),
        Input::Text => entry.line.draw(look, focus, "", area, buf),
    }
}
