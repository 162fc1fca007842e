//! The way from baseline to target, drawn as a line, with the mark of 0.7 and the latest reading below it.
//!
//! ```text
//! 2.3 %  ──────────◆────────┼──────▶  0.5 %   by 31 Mar
//!               now 1.6 %  0.7 mark 1.0 %
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{filled, put_line, row};
use crate::tui::fit::{self, Stand};
use crate::tui::look::Look;

/// The shortest line that still shows where its marks stand.
const SHORTEST: usize = 8;

/// Is a way from one value to another; all values come in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TargetLine<'a> {
    /// The baseline: `2.3 %`.
    pub from: &'a str,
    /// The target: `0.5 %`.
    pub to: &'a str,
    /// The due date: `by 31 Mar`; may be empty.
    pub due: &'a str,
    /// The mark of 0.7 and its words: `0.7 mark 1.0 %`.
    pub mark: Option<(f64, &'a str)>,
    /// The latest reading from 0 to 1 and its words: `now 1.6 %`.
    pub now: Option<(f64, &'a str)>,
}

impl TargetLine<'_> {
    /// Returns the line and what stands below it: two rows with room, more on a narrow area.
    pub fn lines(&self, look: &Look, cells: usize) -> Vec<Line<'static>> {
        let [from, to, due] = [self.from, self.to, self.due].map(|words| fit::shown(words).into_owned());
        let due_in = |due: &str| if due.is_empty() { String::new() } else { format!("   {due}") };
        let sides = fit::width(&from) + fit::width(&to) + 4 + fit::width(&due_in(&due));
        let length = cells.checked_sub(sides).filter(|length| *length >= SHORTEST && !look.is_in_words);
        let Some(length) = length else {
            let way = format!("{from} {} {to}{}", look.glyphs.to, due_in(&fit::tied(&due)));
            return self.in_words(look, &way, cells);
        };
        let mut spans = vec![Span::styled(format!("{from}  "), look.theme.text)];
        spans.extend(self.way(look, length));
        spans.push(Span::styled(format!("  {to}"), look.theme.heading));
        spans.push(Span::styled(due_in(&due), look.theme.quiet));
        let mut lines = vec![Line::from(spans)];
        lines.extend(self.below(look, fit::width(&from) + 2, length, cells));
        lines
    }

    /// Draws the lines into an area, as many as it has rows.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        for (index, line) in (0..area.height).zip(self.lines(look, usize::from(area.width))) {
            put_line(buf, row(area, index), &line);
        }
    }

    /// Draws the line itself; its last cell is the arrow's head.
    fn way(&self, look: &Look, length: usize) -> Vec<Span<'static>> {
        let (glyphs, theme) = (look.glyphs, &look.theme);
        let mut signs = vec![(glyphs.rule, theme.border); length - 1];
        signs.push((glyphs.arrow_head, theme.border));
        if let Some((ratio, _)) = self.mark {
            signs[filled(ratio, length - 1)] = (glyphs.line_mark, theme.mark);
        }
        if let Some((ratio, _)) = self.now {
            signs[filled(ratio, length - 1)] = (glyphs.point, theme.score);
        }
        signs.into_iter().map(|(sign, style)| Span::styled(sign, style)).collect()
    }

    /// Returns the words below the line, each under its sign, or each on its own row where they would touch.
    fn below(&self, look: &Look, start: usize, length: usize, cells: usize) -> Vec<Line<'static>> {
        let mut labels: Vec<(usize, String)> = [self.now, self.mark]
            .into_iter()
            .flatten()
            .map(|(ratio, words)| {
                let words = fit::shorten(&fit::shown(words), cells, look.glyphs.ellipsis).into_owned();
                let column = start + filled(ratio, length - 1);
                let left = column.saturating_sub(fit::width(&words) / 2);
                (left.min(cells - fit::width(&words)), words)
            })
            .collect();
        labels.sort_by_key(|(column, _)| *column);
        let touch = labels.windows(2).any(|pair| pair[0].0 + fit::width(&pair[0].1) + 2 > pair[1].0);
        let mut rows: Vec<String> = Vec::new();
        for (column, words) in labels {
            match rows.last_mut().filter(|_| !touch) {
                Some(row) => *row = fit::pad(row, column, Stand::Left, "") + &words,
                None => rows.push(format!("{:column$}{words}", "")),
            }
        }
        rows.into_iter().map(|row| Line::styled(row, look.theme.quiet)).collect()
    }

    /// Says the same without a line, for areas that have no room for one.
    fn in_words(&self, look: &Look, way: &str, cells: usize) -> Vec<Line<'static>> {
        let rows = |text: &str, style| {
            let rows = fit::wrap(text, cells).into_iter();
            let rows = rows.map(|row| Line::styled(row.replace(fit::TIE, " "), style));
            rows.collect::<Vec<_>>()
        };
        let mut lines = rows(way, look.theme.text);
        for (_, words) in [self.now, self.mark].into_iter().flatten() {
            lines.extend(rows(&fit::shown(words), look.theme.quiet));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;
    use crate::tui::widgets::trial;

    const FAILURES: TargetLine = TargetLine {
        from: "2.3 %",
        to: "0.5 %",
        due: "by 31 Mar",
        mark: Some((0.7, "0.7 mark 1.0 %")),
        now: Some((0.1, "now 2.1 %")),
    };

    fn lines(look: &Look, line: &TargetLine, cells: usize) -> Vec<String> {
        line.lines(look, cells).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_stand_below_their_signs() {
        assert_eq!(
            lines(&Look::default(), &FAILURES, 57),
            [
                "2.3 %  ───◆─────────────────┼────────▶  0.5 %   by 31 Mar",
                "      now 2.1 %      0.7 mark 1.0 %",
            ]
        );
    }

    #[test]
    fn words_that_would_touch_get_a_row_each() {
        let near = TargetLine { now: Some((0.6, "now 1.2 %")), ..FAILURES };
        let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        assert_eq!(
            lines(&ascii, &near, 46),
            [
                "2.3 %  -----------o-:----->  0.5 %   by 31 Mar",
                "             0.7 mark 1.0 %",
                "              now 1.2 %",
            ]
        );
    }

    #[test]
    fn a_narrow_area_loses_the_line_and_no_number() {
        let said = lines(&Look::default(), &FAILURES, 16);
        assert_eq!(said, ["2.3 % → 0.5 %", "by 31 Mar", "now 2.1 %", "0.7 mark 1.0 %"]);
        // The day stays whole where its month would have no room.
        let said = lines(&Look::default(), &FAILURES, 23);
        assert_eq!(said[..2], ["2.3 % → 0.5 %", "by 31 Mar"]);
    }

    #[test]
    fn a_line_fits_any_area() {
        trial::sweep(|area, buf| FAILURES.draw(&Look::default(), area, buf));
        for cells in 0..80 {
            assert!(
                FAILURES
                    .lines(&Look::default(), cells.max(6))
                    .iter()
                    .all(|line| line.width() <= cells.max(6))
            );
        }
    }
}
