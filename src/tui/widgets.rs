//! Pieces of a screen. They know the terminal's cells and nothing of a quarter.
//!
//! A widget is drawn by shared reference into an area of a buffer and may be given any area, even none or one
//! beside the buffer. What a click can reach is returned as rectangles by the piece that drew it. All text is
//! drawn by [`put`], so that nothing from a file can act on the terminal.

pub mod big_text;
pub mod choice;
pub mod clock;
pub mod course;
pub mod dialog;
pub mod footer;
pub mod header;
pub mod list;
pub mod meter;
pub mod more;
pub mod panel;
pub mod scale;
pub mod target_line;
pub mod text_input;
pub mod trend;
pub mod wrapped;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::fit;

/// Says what a key did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The value is another one.
    Changed,
    /// The cursor or the selection moved.
    Moved,
    /// The key means nothing to this field and is free for others.
    Unused,
}

/// Draws a text on the first row of an area and returns the cells it took.
pub fn put(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let text = fit::shown(text);
    if fit::is_plain(&text) {
        for (x, letter) in (area.x..area.right()).zip(text.chars()) {
            buf[(x, area.y)].set_char(letter).set_style(style);
        }
        return cells(text.len()).min(area.width);
    }
    let (end, _) = buf.set_stringn(area.x, area.y, text, usize::from(area.width), style);
    end - area.x
}

/// Draws a line on the first row of an area and returns the cells it took.
pub fn put_line(buf: &mut Buffer, area: Rect, line: &Line) -> u16 {
    let mut rest = area;
    for span in &line.spans {
        let style = line.style.patch(span.style);
        rest = after(rest, put(buf, rest, &span.content, style));
    }
    area.width - rest.width
}

/// Returns what is left of an area to the right of this many cells.
pub fn after(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect { x: area.x.saturating_add(cells), width: area.width - cells, ..area }
}

/// Returns one row of an area, counted from its top; an empty one below its end.
pub fn row(area: Rect, index: u16) -> Rect {
    let height = u16::from(index < area.height);
    Rect { y: area.y.saturating_add(index), height, ..area }
}

/// Returns how many of these cells a ratio from 0 to 1 fills; one that is no number fills none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the ratio is clamped to 0..=1, so the result is a count of at most `cells`"
)]
pub fn filled(ratio: f64, cells: usize) -> usize {
    (ratio.clamp(0.0, 1.0) * cells as f64).round() as usize
}

/// Returns a count of cells as the terminal's own number, the largest for one beyond it.
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
pub(crate) mod trial {
    //! Draws into small buffers and prints them as text.

    use super::{Buffer, Rect};

    /// Returns the rows of a buffer as text, without the spaces at their ends.
    pub(crate) fn rows(buf: &Buffer) -> Vec<String> {
        let area = buf.area;
        (area.top()..area.bottom())
            .map(|y| {
                let row: String = (area.left()..area.right()).map(|x| buf[(x, y)].symbol()).collect();
                row.trim_end().to_owned()
            })
            .collect()
    }

    /// Draws into an empty buffer of this size and returns its rows.
    pub(crate) fn drawn(width: u16, height: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        draw(area, &mut buf);
        rows(&buf)
    }

    /// Draws into every small area, some of them beside the buffer: a widget never panics.
    pub(crate) fn sweep(draw: impl Fn(Rect, &mut Buffer)) {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 7));
        for (width, height) in (0..=30).flat_map(|width| (0..=9).map(move |height| (width, height))) {
            for (x, y) in [(0, 0), (3, 2), (23, 6), (40, 0), (u16::MAX, u16::MAX)] {
                draw(Rect { x, y, width, height }, &mut buf);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_in_its_area_and_never_acts_on_the_terminal() {
        let rows = trial::drawn(6, 1, |area, buf| {
            assert_eq!(put(buf, after(area, 1), "\u{1b}[31mred", Style::new()), 5);
        });
        assert_eq!(rows, [" ␛[31m"]);
    }

    #[test]
    fn plain_letters_are_drawn_as_all_others() {
        let area = Rect::new(1, 0, 6, 1);
        for text in ["", "abc", "a letter a cell", "目標 as well", "e\u{301}"] {
            let (mut ours, mut theirs) =
                (Buffer::empty(Rect::new(0, 0, 9, 1)), Buffer::empty(Rect::new(0, 0, 9, 1)));
            let taken = put(&mut ours, area, text, Style::new().bold());
            let (end, _) = theirs.set_stringn(area.x, 0, text, usize::from(area.width), Style::new().bold());
            assert_eq!((taken, &ours), (end - area.x, &theirs), "{text}");
        }
    }

    #[test]
    fn any_area_can_be_drawn_into() {
        trial::sweep(|area, buf| {
            put(buf, area, "目標 text", Style::new());
            put_line(buf, area, &Line::from(vec!["a".into(), "目標".into(), "b".into()]));
            put(buf, row(area, 3), "text", Style::new());
        });
    }
}
