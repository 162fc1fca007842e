//! A text field as it is drawn: the stretch of its line around the cursor, or the rows around it.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use super::rows::{inside, row_at};
use super::{Focus, Holds, TextInput};
use crate::tui::fit;
use crate::tui::look::Look;
use crate::tui::widgets::{after, cells, put, row};

impl TextInput {
    /// Draws the field as `[ text ]` and returns where the terminal's cursor belongs, if it belongs here. One that holds several
    /// lines takes all rows of the area that it has text for, and marks where there is more above and below.
    ///
    /// An empty field shows the hint.
    pub fn draw(
        &self,
        look: &Look,
        focus: Focus,
        hint: &str,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let area = area.intersection(buf.area);
        let first = draw_brackets(look, focus, row(area, 0), buf);
        if first.is_empty() {
            return None;
        }
        if self.text.is_empty() {
            let style = buf[(first.x, first.y)].style();
            put(buf, first, hint, style.patch(look.theme.quiet));
        }
        if self.holds == Holds::Lines {
            return self.draw_rows(look, focus, area, buf);
        }
        let column = self.draw_text(look, focus, first, buf);
        (focus == Focus::Here).then(|| Position::new(first.x + column, first.y))
    }

    /// Draws the rows around the cursor.
    fn draw_rows(&self, look: &Look, focus: Focus, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (rows, height) = (self.rows(area.width), usize::from(area.height));
        let here = row_at(&rows, self.cursor);
        let hidden = rows.len().saturating_sub(height);
        let from = if focus == Focus::Here { here.saturating_sub(height / 2).min(hidden) } else { 0 };
        let mut cursor = None;
        for (at, shown) in (from..rows.len()).zip(0..area.height) {
            let inside = draw_brackets(look, focus, row(area, shown), buf);
            let style = buf[(inside.x, inside.y)].style();
            put(buf, inside, self.text[rows[at].clone()].trim_end_matches('\n'), style);
            if at == here && focus == Focus::Here {
                let column = cells(self.column(&rows[here])).min(inside.width - 1);
                cursor = Some(Position::new(inside.x + column, inside.y));
            }
        }
        let mut mark = |line: u16, sign: &str| {
            put(buf, after(row(area, line), area.width - 1), sign, look.theme.quiet);
        };
        if from > 0 {
            mark(0, look.glyphs.more_above);
        }
        if from < hidden {
            mark(area.height - 1, look.glyphs.more_below);
        }
        cursor
    }

    /// Draws the stretch of the text around the cursor and returns the cursor's column in the area.
    fn draw_text(&self, look: &Look, focus: Focus, inside: Rect, buf: &mut Buffer) -> u16 {
        let pieces = self.pieces();
        let total: usize = pieces.iter().map(|piece| piece.width).sum();
        let before: usize =
            pieces.iter().filter(|piece| piece.place < self.cursor).map(|piece| piece.width).sum();
        let room = usize::from(inside.width);
        // What is selected as a whole is about to be replaced: it is read from its beginning.
        let is_read = self.is_all_selected && total >= room;
        let at = if focus == Focus::Here && !is_read { before } else { 0 };
        let start = window_start(at, total, room);
        let mut style = buf[(inside.x, inside.y)].style();
        if self.is_all_selected && focus == Focus::Here {
            style = style.add_modifier(Modifier::REVERSED);
        }
        let mut column = 0;
        for piece in pieces {
            let end = column + piece.width;
            if column >= start && end <= start + room {
                put(buf, after(inside, cells(column - start)), &piece.shown, style);
            }
            column = end;
        }
        let quiet = look.theme.quiet;
        if start > 0 {
            put(buf, Rect { width: 1, ..inside }, look.glyphs.cut_left, quiet);
        }
        if total > start + room {
            put(buf, after(inside, inside.width - 1), look.glyphs.cut_right, quiet);
        }
        cells((at - start).min(room - 1))
    }

    fn pieces(&self) -> Vec<Piece<'_>> {
        let graphemes = self.text.grapheme_indices(true);
        graphemes
            .map(|(place, grapheme)| {
                let shown = fit::shown(grapheme);
                Piece { place, width: fit::width(&shown), shown }
            })
            .collect()
    }
}

/// Is one grapheme as it is drawn.
struct Piece<'a> {
    place: usize,
    width: usize,
    shown: Cow<'a, str>,
}

/// Returns the first column shown: it follows from cursor, length and room alone.
fn window_start(cursor: usize, total: usize, room: usize) -> usize {
    let needed = total + 1;
    if needed <= room { 0 } else { cursor.saturating_sub(room * 2 / 3).min(needed - room) }
}

/// Draws the brackets of a row of a field where there is room for them and returns what is inside.
fn draw_brackets(look: &Look, focus: Focus, area: Rect, buf: &mut Buffer) -> Rect {
    let (edge, field) = match focus {
        Focus::Here => (look.theme.accent, look.theme.field_focused),
        Focus::Elsewhere => (look.theme.quiet, look.theme.field),
    };
    let between = inside(area);
    if between != area {
        put(buf, area, "[", edge);
        put(buf, after(area, area.width - 1), "]", edge);
    }
    buf.set_style(between, field);
    between
}
