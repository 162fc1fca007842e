//! The last row: the keys that matter now, and always the one that shows all.
//!
//! ```text
//! Enter open  n new  e edit  / filter  ? more
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{after, cells, put, row};
use crate::tui::fit::{self, HINT_GAP, Hint};
use crate::tui::look::Look;

/// Is the row of hints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footer<'a> {
    /// The hints of what can be done now, in the order they are shown.
    pub hints: &'a [Hint<'a>],
    /// The hint that closes the row and always stays: `? more`.
    pub closing: &'a Hint<'a>,
}

/// Says where the hints were drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The hints that are shown, by number, and where each can be clicked.
    pub hints: Vec<(usize, Rect)>,
    /// Where the closing hint can be clicked.
    pub closing: Rect,
}

impl Footer<'_> {
    /// Draws the hints that fit and the closing one.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Drawn {
        let mut line = row(area.intersection(buf.area), 0);
        let mut shown = Vec::new();
        for index in fit::hints_that_fit(self.hints, self.closing, usize::from(line.width)) {
            let place = draw_hint(look, &self.hints[index], line, buf);
            shown.push((index, place));
            line = after(line, place.width.saturating_add(cells(HINT_GAP)));
        }
        Drawn { hints: shown, closing: draw_hint(look, self.closing, line, buf) }
    }
}

fn draw_hint(look: &Look, hint: &Hint, line: Rect, buf: &mut Buffer) -> Rect {
    let key = put(buf, line, &hint.key, look.theme.key);
    if hint.label.is_empty() {
        return Rect { width: key, ..line };
    }
    let label = after(line, key.saturating_add(1));
    let width = put(buf, label, &hint.label, look.theme.quiet);
    Rect { width: (key + 1 + width).min(line.width), ..line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widgets::trial;

    fn drawn(width: u16) -> String {
        let hints = [Hint::new("Enter", "open", 1), Hint::new("n", "new", 3), Hint::new("e", "edit", 2)];
        let closing = Hint::new("?", "more", 0);
        trial::drawn(width, 1, |area, buf| {
            let footer = Footer { hints: &hints, closing: &closing };
            let drawn = footer.draw(&Look::default(), area, buf);
            assert!(drawn.hints.iter().all(|(_, place)| place.right() <= width));
        })
        .remove(0)
    }

    #[test]
    fn the_row_always_ends_in_the_way_to_all_keys() {
        assert_eq!(drawn(60), "Enter open  n new  e edit  ? more");
        assert_eq!(drawn(27), "Enter open  e edit  ? more");
        assert_eq!(drawn(6), "? more");
        assert_eq!(drawn(1), "?");
    }

    #[test]
    fn a_footer_fits_any_area() {
        let hints = [Hint::new("Enter", "open", 1)];
        let footer = Footer { hints: &hints, closing: &Hint::new("?", "", 0) };
        trial::sweep(|area, buf| {
            footer.draw(&Look::default(), area, buf);
        });
    }
}
