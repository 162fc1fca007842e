//! Readings over time between baseline and target: in one row as steps, in more as points.
//!
//! A reading that is missing is a gap, never a zero.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{after, cells, filled, put, put_line, row};
use crate::tui::fit::{self, Stand};
use crate::tui::look::Look;

/// Is a row of readings, the latest last; 0 stands for the baseline, 1 for the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend<'a> {
    /// The readings, each clamped to 0..=1.
    pub readings: &'a [Option<f64>],
    /// The words of the target.
    pub target: &'a str,
    /// The words of the baseline.
    pub baseline: &'a str,
}

impl Trend<'_> {
    /// Returns the latest readings in one row, one cell each.
    #[must_use]
    pub fn line(&self, look: &Look, cells: usize) -> Line<'static> {
        let steps = look.glyphs.steps;
        let spans = self.latest(cells).iter().map(|reading| match reading {
            Some(ratio) => Span::styled(steps[filled(*ratio, steps.len() - 1)], look.theme.score),
            None => Span::styled(look.glyphs.gap, look.theme.quiet),
        });
        Line::from(spans.collect::<Vec<_>>())
    }

    /// Draws the readings between a line of the target above and one of the baseline below.
    ///
    /// With fewer than three rows, or no room beside the words, it is the one row of [`line`](Self::line).
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let labels = [self.target, self.baseline].map(|words| fit::shown(words));
        let width = cells(labels.iter().map(|words| fit::width(words)).max().unwrap_or(0) + 1);
        if area.height < 3 || area.width < width.saturating_add(4) {
            put_line(buf, area, &self.line(look, usize::from(area.width)));
            return;
        }
        let bottom = area.height - 1;
        for (index, words) in [0, bottom].into_iter().zip(&labels) {
            let line = row(area, index);
            let words = fit::pad(words, usize::from(width) - 1, Stand::Right, look.glyphs.ellipsis);
            put(buf, line, &words, look.theme.quiet);
            let rule = look.glyphs.rule.repeat(usize::from(area.width - width));
            put(buf, after(line, width), &rule, look.theme.border);
        }
        self.draw_points(look, after(area, width), buf);
    }

    fn draw_points(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.width);
        let shown = self.latest(room);
        let stride = (room / shown.len().max(1)).clamp(1, 6);
        for (index, reading) in shown.iter().enumerate() {
            let Some(ratio) = reading else { continue };
            let height = filled(*ratio, usize::from(area.height - 1));
            let line = row(area, area.height - 1 - cells(height));
            put(buf, after(line, cells(index * stride)), look.glyphs.point, look.theme.score);
        }
    }

    fn latest(&self, count: usize) -> &[Option<f64>] {
        &self.readings[self.readings.len().saturating_sub(count)..]
    }
}

/// Returns the readings in words, `2.3 → no reading → 1.4 %`, for those who see no chart.
#[must_use]
pub fn in_words(look: &Look, readings: &[Option<&str>]) -> String {
    let words: Vec<_> = readings.iter().map(|words| fit::shown(words.unwrap_or("no reading"))).collect();
    words.join(&format!(" {} ", look.glyphs.to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::glyphs::Glyphs;
    use crate::tui::theme::{Depth, ThemeName};
    use crate::tui::widgets::trial;

    const READINGS: [Option<f64>; 5] = [Some(0.0), Some(0.2), None, Some(0.5), Some(1.0)];
    const TREND: Trend = Trend { readings: &READINGS, target: "0.5 %", baseline: "2.3 %" };

    #[test]
    fn a_missing_reading_is_a_gap() {
        let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        assert_eq!(TREND.line(&Look::default(), 10).to_string(), "▁▂·▅█");
        assert_eq!(TREND.line(&ascii, 10).to_string(), "02.59");
        assert_eq!(TREND.line(&ascii, 2).to_string(), "59");
        let words = in_words(&Look::default(), &[Some("2.3"), None, Some("1.4 %")]);
        assert_eq!(words, "2.3 → no reading → 1.4 %");
    }

    #[test]
    fn points_stand_between_baseline_and_target() {
        let rows = trial::drawn(20, 5, |area, buf| TREND.draw(&Look::default(), area, buf));
        assert_eq!(rows, ["0.5 % ────────◆─────", "", "            ◆", "        ◆", "2.3 % ◆─────────────"]);
    }

    #[test]
    fn a_trend_fits_any_area() {
        let empty = Trend { readings: &[], ..TREND };
        trial::sweep(|area, buf| {
            TREND.draw(&Look::default(), area, buf);
            empty.draw(&Look::default(), area, buf);
        });
    }
}
