//! Readings over time between baseline and target, as steps in one row.
//!
//! A reading that is missing is a gap, never a zero.

use ratatui::text::{Line, Span};

use super::filled;
use crate::tui::look::Look;

/// Is a row of readings, the latest last; 0 stands for the baseline, 1 for the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend<'a> {
    /// The readings, each clamped to 0..=1.
    pub readings: &'a [Option<f64>],
}

impl Trend<'_> {
    /// Returns the latest readings in one row, one cell each; in signs that are no steps between brackets.
    pub fn line(&self, look: &Look, cells: usize) -> Line<'static> {
        let steps = look.glyphs.steps;
        let latest = self.latest(cells);
        let spans = latest.iter().map(|reading| match reading {
            Some(ratio) => Span::styled(steps[filled(*ratio, steps.len() - 1)], look.theme.score),
            None => Span::styled(look.glyphs.gap, look.theme.quiet),
        });
        let edge = |sign: &'static str| (!latest.is_empty()).then(|| Span::styled(sign, look.theme.quiet));
        let (open, close) = (edge(look.glyphs.bar_open), edge(look.glyphs.bar_close));
        Line::from(open.into_iter().chain(spans).chain(close).collect::<Vec<_>>())
    }

    fn latest(&self, count: usize) -> &[Option<f64>] {
        &self.readings[self.readings.len().saturating_sub(count)..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;

    const READINGS: [Option<f64>; 5] = [Some(0.0), Some(0.2), None, Some(0.5), Some(1.0)];
    const TREND: Trend = Trend { readings: &READINGS };

    #[test]
    fn a_missing_reading_is_a_gap() {
        let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        assert_eq!(TREND.line(&Look::default(), 10).to_string(), "▁▂·▅█");
        assert_eq!(TREND.line(&ascii, 10).to_string(), "[_-.+#]");
        assert_eq!(TREND.line(&ascii, 2).to_string(), "[+#]");
    }
}
