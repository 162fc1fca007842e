//! A bar from 0 to 1 with a mark at 0.7, in one neutral hue for all values.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{filled, put_line};
use crate::tui::fit;
use crate::tui::look::Look;

/// Is a score or a progress; the number in words stands beside it, written by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scale {
    /// The filled share from 0 to 1; nothing without a value.
    pub ratio: Option<f64>,
    /// Where the mark stands, from 0 to 1.
    pub mark: Option<f64>,
}

impl Scale {
    /// Returns a bar of a value with the mark at 0.7.
    pub const fn with_mark(ratio: Option<f64>) -> Self {
        Self { ratio, mark: Some(0.7) }
    }

    /// Returns the bar in exactly this many cells: `[####..:..]`.
    ///
    /// The mark takes a cell of its own, so 11 cells (13 in ASCII) show tenths.
    pub fn line(&self, look: &Look, cells: usize) -> Line<'static> {
        let (glyphs, theme) = (look.glyphs, &look.theme);
        let frame = fit::width(glyphs.bar_open) + fit::width(glyphs.bar_close);
        let Some(inside) = cells.checked_sub(frame).filter(|inside| *inside > 0) else {
            return Line::raw(" ".repeat(cells));
        };
        let mark = self.mark.filter(|_| inside > 2);
        let parts = inside - usize::from(mark.is_some());
        let full = self.ratio.map_or(0, |ratio| filled(ratio, parts));
        let split = mark.map_or(parts, |mark| filled(mark, parts));
        let stretch = |from: usize, to: usize| {
            let full = full.clamp(from, to) - from;
            [
                Span::styled(glyphs.bar_full.repeat(full), theme.score),
                Span::styled(glyphs.bar_rest.repeat(to - from - full), theme.track),
            ]
        };
        let mut spans = vec![Span::styled(glyphs.bar_open, theme.quiet)];
        spans.extend(stretch(0, split));
        if mark.is_some() {
            spans.push(Span::styled(glyphs.bar_mark, theme.mark));
            spans.extend(stretch(split, parts));
        }
        spans.push(Span::styled(glyphs.bar_close, theme.quiet));
        Line::from(spans)
    }

    /// Draws the bar over the width of an area.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        put_line(buf, area, &self.line(look, usize::from(area.width)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;
    use crate::tui::widgets::trial;

    fn ascii(ratio: Option<f64>, cells: usize) -> String {
        let look = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        Scale::with_mark(ratio).line(&look, cells).to_string()
    }

    #[test]
    fn every_bar_shows_the_mark_at_seven_tenths() {
        for (ratio, bar) in [
            (None, "[.......:...]"),
            (Some(0.0), "[.......:...]"),
            (Some(0.4), "[####...:...]"),
            (Some(0.7), "[#######:...]"),
            (Some(0.8), "[#######:#..]"),
            (Some(1.0), "[#######:###]"),
            (Some(7.0), "[#######:###]"),
            (Some(f64::NAN), "[.......:...]"),
        ] {
            assert_eq!(ascii(ratio, 13), bar);
        }
        assert_eq!(ascii(Some(0.5), 11), "[####..:..]");
        let unicode = Scale::with_mark(Some(0.4)).line(&Look::default(), 11);
        assert_eq!(unicode.to_string(), "▰▰▰▰▱▱▱┊▱▱▱");
    }

    #[test]
    fn a_bar_takes_exactly_its_cells() {
        for (cells, ratio) in
            (0..30).flat_map(|cells| [None, Some(0.3), Some(1.0)].map(|ratio| (cells, ratio)))
        {
            assert_eq!(ascii(ratio, cells).len(), cells);
            let line = Scale { ratio, mark: None }.line(&Look::default(), cells);
            assert_eq!(line.width(), cells);
        }
    }

    #[test]
    fn all_values_have_one_hue() {
        let look = Look::default();
        let hue = |ratio| Scale::with_mark(Some(ratio)).line(&look, 11).spans[1].style;
        assert_eq!(hue(0.1), hue(1.0));
    }

    #[test]
    fn a_bar_fits_any_area() {
        trial::sweep(|area, buf| Scale::with_mark(Some(0.4)).draw(&Look::default(), area, buf));
    }
}
