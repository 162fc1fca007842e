//! The last column of a region that holds more than it shows: an arrow where it goes on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{after, put, row};
use crate::tui::look::Look;

/// Returns an area without its last column.
#[must_use]
pub fn without_gutter(area: Rect) -> Rect {
    Rect { width: area.width.saturating_sub(1), ..area }
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
    use crate::tui::widgets::trial;

    #[test]
    fn arrows_say_where_a_region_goes_on() {
        let rows = |more| trial::drawn(4, 3, |area, buf| draw_gutter(&Look::default(), area, more, buf));
        assert_eq!(rows((true, true)), ["   ↑", "", "   ↓"]);
        assert_eq!(rows((false, true)), ["", "", "   ↓"]);
        assert_eq!(rows((false, false)), ["", "", ""]);
    }

    #[test]
    fn arrows_fit_any_area() {
        trial::sweep(|area, buf| draw_gutter(&Look::default(), area, (true, true), buf));
    }
}
