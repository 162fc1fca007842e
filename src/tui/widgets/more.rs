//! The last column of a region that holds more than it shows: an arrow where it goes on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{after, put, row};
use crate::tui::look::Look;

/// The cells that the arrows take: one, and a blank before it where they are letters.
pub fn gutter(look: &Look) -> u16 {
    if look.glyphs.more_below.is_ascii() { 2 } else { 1 }
}

/// Returns an area without the cells of the arrows.
pub fn without_gutter(look: &Look, area: Rect) -> Rect {
    Rect { width: area.width.saturating_sub(gutter(look)), ..area }
}

/// Draws the arrows in the last column: whether there is more above, and below.
pub fn draw_gutter(look: &Look, area: Rect, (above, below): (bool, bool), buf: &mut Buffer) {
    let column = after(area, area.width.saturating_sub(1));
    if above {
        put(buf, row(column, 0), look.glyphs.more_above, look.theme.quiet);
    }
    if below {
        put(buf, row(column, area.height.saturating_sub(1)), look.glyphs.more_below, look.theme.quiet);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::glyphs::Glyphs;
    use crate::tui::widgets::trial;

    #[test]
    fn arrows_say_where_a_region_goes_on() {
        let rows = |more| trial::drawn(4, 3, |area, buf| draw_gutter(&Look::default(), area, more, buf));
        assert_eq!(rows((true, true)), ["   ↑", "", "   ↓"]);
        assert_eq!(rows((false, true)), ["", "", "   ↓"]);
        assert_eq!(rows((false, false)), ["", "", ""]);
    }

    #[test]
    fn an_arrow_that_is_a_letter_touches_no_word() {
        let area = Rect::new(0, 0, 8, 1);
        let ascii = Look { glyphs: &Glyphs::ASCII, ..Look::default() };
        let widths = [Look::default(), ascii].map(|look| without_gutter(&look, area).width);
        assert_eq!(widths, [7, 6]);
    }

    #[test]
    fn arrows_fit_any_area() {
        trial::sweep(|area, buf| draw_gutter(&Look::default(), area, (true, true), buf));
    }
}
