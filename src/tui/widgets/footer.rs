//! The last row: the keys that matter now, and always the one that shows all. What hangs on the row stands at the left; what can
//! be done whatever is selected keeps its place at the right, the nearest to the hand at the end.
//!
//! ```text
//! Enter open  n new  e edit                / filter  Tab list/detail  ? more
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{after, cells, put, row};
use crate::tui::fit::{self, HINT_GAP, Hint};
use crate::tui::look::Look;

/// Is the row of hints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footer<'a> {
    /// The hints of what can be done now, the nearest to the hand first.
    pub hints: &'a [Hint<'a>],
    /// How many of them hang on what is selected; the others stand at the right, the first of them at the end.
    pub here: usize,
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
        let fit = fit::hints_that_fit(self.hints, self.closing, usize::from(line.width));
        let (here, always) = fit.split_at(fit.partition_point(|index| *index < self.here));
        let mut shown = Vec::new();
        let mut put = |index: usize, line: Rect| {
            let place = draw_hint(look, &self.hints[index], line, buf);
            shown.push((index, place));
            after(line, place.width.saturating_add(cells(HINT_GAP)))
        };
        for index in here {
            line = put(*index, line);
        }
        if self.here < self.hints.len() {
            line = after(line, line.width.saturating_sub(self.width_of(always)));
        }
        for index in always.iter().rev() {
            line = put(*index, line);
        }
        Drawn { hints: shown, closing: draw_hint(look, self.closing, line, buf) }
    }

    /// The cells of some hints and the closing one.
    fn width_of(&self, hints: &[usize]) -> u16 {
        let widths = hints.iter().map(|index| self.hints[*index].width() + HINT_GAP);
        cells(widths.sum::<usize>() + self.closing.width())
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

    fn drawn(width: u16, here: usize) -> String {
        let hints = [Hint::new("Enter", "open", 1), Hint::new("n", "new", 3), Hint::new("e", "edit", 2)];
        let closing = Hint::new("?", "more", 0);
        trial::drawn(width, 1, |area, buf| {
            let footer = Footer { hints: &hints, here, closing: &closing };
            let drawn = footer.draw(&Look::default(), area, buf);
            assert!(drawn.hints.iter().all(|(_, place)| place.right() <= width));
        })
        .remove(0)
    }

    #[test]
    fn the_row_always_ends_in_the_way_to_all_keys() {
        assert_eq!(drawn(60, 3), "Enter open  n new  e edit  ? more");
        assert_eq!(drawn(27, 3), "Enter open  e edit  ? more");
        assert_eq!(drawn(6, 3), "? more");
        assert_eq!(drawn(1, 3), "?");
    }

    #[test]
    fn what_can_always_be_done_keeps_its_place_at_the_right() {
        assert_eq!(drawn(40, 1), "Enter open         e edit  n new  ? more");
        assert_eq!(drawn(40, 0), "       e edit  n new  Enter open  ? more");
        assert_eq!(drawn(33, 1), "Enter open  e edit  n new  ? more");
        // What gives way moves nothing that stays.
        assert_eq!(drawn(32, 2), "Enter open        e edit  ? more");
        assert_eq!(drawn(10, 1), "    ? more");
    }

    #[test]
    fn a_footer_fits_any_area() {
        let hints = [Hint::new("Enter", "open", 1)];
        let footer = Footer { hints: &hints, here: 0, closing: &Hint::new("?", "", 0) };
        trial::sweep(|area, buf| {
            footer.draw(&Look::default(), area, buf);
        });
    }
}
