//! What the terminal shows, a third as large as what is drawn into: all that is asked of it is whether a cell looks otherwise now.

use std::collections::BTreeMap;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::{fit, is_bare};

/// The bytes of a sign that stand in its cell; a longer one stands apart.
const SHORT: usize = 6;

/// Stands for a longer one; no text holds such a byte.
const LONG: [u8; SHORT] = [u8::MAX; SHORT];

/// A picture of what the terminal shows.
#[derive(Default)]
pub(super) struct Shown {
    cells: Vec<Seen>,
    /// The signs of many bytes, by their cells.
    long: BTreeMap<usize, Box<str>>,
}

/// What one cell shows.
#[derive(Clone, Copy, PartialEq)]
struct Seen {
    /// The bytes of its sign, and zeros.
    sign: [u8; SHORT],
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Seen {
    /// A blank as a terminal has it that was cleared.
    const BLANK: Self =
        Self { sign: [b' ', 0, 0, 0, 0, 0], fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    fn of(cell: &Cell) -> Self {
        let mut sign = LONG;
        let bytes = cell.symbol().as_bytes();
        if bytes.len() <= SHORT {
            sign = [0; SHORT];
            sign[..bytes.len()].copy_from_slice(bytes);
        }
        Self { sign, fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    fn is_blank(&self) -> bool {
        self.sign == Self::BLANK.sign && is_bare(self.bg, self.modifier)
    }
}

impl Shown {
    /// Begins anew with a terminal that was cleared.
    pub(super) fn clear(&mut self, cells: usize) {
        self.cells.clear();
        self.cells.resize(cells, Seen::BLANK);
        self.long.clear();
    }

    /// Takes over what was drawn, and gives each cell that is to be written.
    ///
    /// Where a sign of two cells goes, what a terminal leaves in the second one is its own affair: it is written in any case.
    pub(super) fn take(&mut self, page: &Buffer, mut write: impl FnMut((u16, u16), &Cell)) {
        let (mut covered, mut uncovered) = (0, 0);
        for (at, cell) in page.content.iter().enumerate() {
            let (old, new) = (self.cells[at], Seen::of(cell));
            self.cells[at] = new;
            let is_same = old == new && (new.sign != LONG || self.is_long(at, cell.symbol()));
            let is_uncovered = at < uncovered;
            if !is_same {
                uncovered = uncovered.max(at + self.width(at, old));
            }
            if !is_same && (old.sign == LONG || new.sign == LONG) {
                self.keep_long(at, new, cell.symbol());
            }
            if at < covered {
                continue;
            }
            if !cell.symbol().is_ascii() {
                covered = at + fit::width(cell.symbol());
            }
            // A blank looks the same whatever colour a letter would have there.
            let looks_same = is_same || old.is_blank() && new.is_blank();
            if !looks_same || is_uncovered {
                write(page.pos_of(at), cell);
            }
        }
    }

    fn is_long(&self, at: usize, sign: &str) -> bool {
        self.long.get(&at).is_some_and(|long| **long == *sign)
    }

    fn keep_long(&mut self, at: usize, seen: Seen, sign: &str) {
        if seen.sign == LONG {
            self.long.insert(at, sign.into());
        } else {
            self.long.remove(&at);
        }
    }

    /// The cells that a sign takes which stood at a place.
    fn width(&self, at: usize, seen: Seen) -> usize {
        if seen.sign == LONG {
            return self.long.get(&at).map_or(1, |long| fit::width(long));
        }
        let end = seen.sign.iter().position(|byte| *byte == 0).unwrap_or(SHORT);
        std::str::from_utf8(&seen.sign[..end]).map_or(1, fit::width)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const FAMILY: &str = "👨\u{200d}👩\u{200d}👧";
    const FRIENDS: &str = "👩\u{200d}👩\u{200d}👧";

    /// The places that are written for each of some rows of eight cells, one drawn after the other.
    fn written(rows: &[&str]) -> Vec<Vec<u16>> {
        let area = Rect::new(0, 0, 8, 1);
        let mut shown = Shown::default();
        shown.clear(8);
        let one = |row: &&str| {
            let mut page = Buffer::empty(area);
            page.set_string(0, 0, row, Style::new());
            let mut places = Vec::new();
            shown.take(&page, |(x, _), _| places.push(x));
            places
        };
        rows.iter().map(one).collect()
    }

    #[test]
    fn a_cell_takes_a_third_of_what_is_drawn_into() {
        assert!(3 * size_of::<Seen>() <= size_of::<Cell>(), "{}", size_of::<Seen>());
    }

    #[test]
    fn what_looks_as_before_is_not_written_however_long_its_sign() {
        assert_eq!(written(&["a 目é", "a 目é"]), [vec![0, 2, 4], vec![]]);
        assert_eq!(written(&[FAMILY, FAMILY, FRIENDS, FRIENDS]), [vec![0], vec![], vec![0], vec![]]);
        assert_eq!(written(&[FAMILY, "ab", FAMILY]), [vec![0], vec![0, 1], vec![0]]);
    }

    #[test]
    fn what_a_wide_sign_covered_is_written_where_it_goes() {
        assert_eq!(written(&["目", "x"]), [vec![0], vec![0, 1]]);
        assert_eq!(written(&[FAMILY, ""]), [vec![0], vec![0, 1]]);
        assert_eq!(written(&["x目", "目x"]), [vec![0, 1], vec![0, 2]]);
    }
}
