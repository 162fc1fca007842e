//! A text field as it is drawn: the stretch around the cursor.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use super::{Focus, TextInput};
use crate::tui::fit;
use crate::tui::look::Look;
use crate::tui::widgets::{after, cells, put};

impl TextInput {
    /// Draws the field as `[ text ]` and returns where the terminal's cursor belongs, if it belongs here.
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
        let area = Rect { height: area.height.min(1), ..area.intersection(buf.area) };
        let inside = draw_brackets(look, focus, area, buf);
        if inside.is_empty() {
            return None;
        }
        let style = match focus {
            Focus::Here => look.theme.field_focused,
            Focus::Elsewhere => look.theme.field,
        };
        buf.set_style(inside, style);
        if self.text.is_empty() {
            put(buf, inside, hint, style.patch(look.theme.quiet));
        }
        let column = self.draw_text(look, focus, inside, buf);
        (focus == Focus::Here).then(|| Position::new(inside.x + column, inside.y))
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

/// Draws the brackets of a field where there is room for them and returns what is inside.
fn draw_brackets(look: &Look, focus: Focus, area: Rect, buf: &mut Buffer) -> Rect {
    if area.width < 6 || area.is_empty() {
        return area;
    }
    let style = match focus {
        Focus::Here => look.theme.accent,
        Focus::Elsewhere => look.theme.quiet,
    };
    put(buf, area, "[", style);
    put(buf, after(area, area.width - 1), "]", style);
    Rect { x: area.x + 2, width: area.width - 3, ..area }
}
