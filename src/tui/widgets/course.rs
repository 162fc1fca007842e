//! The course of a measure, drawn large enough for a room: readings as steps between named levels, the months, and below
//! them what was believed.
//!
//! ```text
//! from 2.3 % ◆━━━━━━━━┓─────────────────────────
//!                     ◆━━━━━━━━━◆ 1.8 %
//!  0.7: 1.04 %─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─
//!   to 0.5 % ───────────────────────────────────
//!            Jan         Feb          Mar
//! confidence ▄▄▄     ▅▅▅       ▅▅▅
//!            50      55        60
//! ```

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

use super::filled;
use crate::tui::fit;
use crate::tui::look::Look;

/// The least cells the drawing itself needs; a narrower one says less than the words.
const LEAST: usize = 20;
/// The rows of the bars of what was believed.
const BARS: usize = 2;
/// The most cells of a bar.
const BAR: usize = 3;
/// What stands beside the bars.
const VOTES: &str = "confidence";

/// Is a named point of the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// How far along, from 0 to 1.
    pub along: f64,
    /// How high, from 0 to 1.
    pub height: f64,
    /// Its words.
    pub words: String,
}

/// Is a line across the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// How high, from 0 to 1.
    pub height: f64,
    /// Its words.
    pub words: String,
    /// Whether it is the mark of 0.7.
    pub is_aim: bool,
}

/// Is a whole drawing; all values come in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// What the readings are held against.
    pub levels: Vec<Level>,
    /// The readings, oldest first.
    pub readings: Vec<Mark>,
    /// What was believed, oldest first, from never at 0 to surely at 1.
    pub votes: Vec<Mark>,
    /// The beginnings of the months.
    pub months: Vec<(f64, String)>,
}

impl Course {
    /// Returns the drawing with this many rows between its highest and its lowest value; none where there is too little
    /// room for it.
    pub fn lines(&self, look: &Look, cells: usize, rows: usize) -> Option<Vec<Line<'static>>> {
        let names = self.levels.iter().map(|level| level.words.as_str());
        let names = names.chain((!self.votes.is_empty()).then_some(VOTES));
        let left = names.map(fit::width).max().unwrap_or(0) + 1;
        let wide = cells.checked_sub(left).filter(|wide| *wide >= LEAST && rows > 2)?;
        let below = 1 + if self.votes.is_empty() { 0 } else { BARS + 1 };
        let mut grid = Grid {
            look,
            left,
            wide,
            rows,
            cells: vec![vec![(String::from(" "), Style::default()); left + wide]; rows + below],
        };
        self.draw_levels(&mut grid);
        self.draw_readings(&mut grid);
        for (along, month) in &self.months {
            grid.words(grid.rows, grid.column(*along), month, look.theme.quiet);
        }
        self.draw_votes(&mut grid);
        Some(grid.into_lines())
    }

    /// The lines of the levels, their words at the left, a row apart.
    fn draw_levels(&self, grid: &mut Grid<'_>) {
        let theme = &grid.look.theme;
        let rule = grid.look.glyphs.rule;
        let mut levels: Vec<(usize, &Level)> =
            self.levels.iter().map(|level| (grid.row(level.height), level)).collect();
        levels.sort_by_key(|(row, _)| *row);
        let mut free_from = 0;
        for (row, level) in levels {
            for column in (0..grid.wide).filter(|column| !level.is_aim || column % 2 == 0) {
                grid.put(row, grid.left + column, rule, if level.is_aim { theme.mark } else { theme.border });
            }
            let at = row.max(free_from);
            if at < grid.rows {
                let column = grid.left - 1 - fit::width(&level.words);
                grid.words(at, column, &level.words, if level.is_aim { theme.mark } else { theme.quiet });
            }
            free_from = at + 1;
        }
    }

    /// A reading stands until the next one: a step; the last one with its words, where there is room for them.
    fn draw_readings(&self, grid: &mut Grid<'_>) {
        let places: Vec<(usize, usize)> =
            self.readings.iter().map(|mark| (grid.column(mark.along), grid.row(mark.height))).collect();
        for pair in places.windows(2) {
            grid.step(pair[0], pair[1]);
        }
        let (point, style) = (grid.look.glyphs.point, grid.look.theme.heading);
        for (column, row) in &places {
            grid.put(*row, *column, point, style);
        }
        let Some(((column, row), last)) = places.last().zip(self.readings.last()) else { return };
        let long = fit::width(&last.words);
        let beside = (column + 2 + long <= grid.left + grid.wide).then_some((*row, column + 2));
        let taken = (grid.left..*column).rev().take_while(|at| !grid.is_free(*row, *at, 1)).count();
        let before =
            (column - taken).checked_sub(long + 1).filter(|at| *at >= grid.left).map(|at| (*row, at));
        let own = beside.into_iter().chain(before).find(|(row, column)| grid.is_free(*row, *column, long));
        // On the line of a level above or below it would be read as that.
        let ends_at = (column + 1).saturating_sub(long).max(grid.left);
        let around = [row.checked_sub(1), Some(row + 1).filter(|row| *row < grid.rows)];
        let mut around = around.into_iter().flatten().map(|row| (row, ends_at));
        let place = own.or_else(|| around.find(|(row, column)| grid.is_blank(*row, *column, long)));
        if let Some((row, column)) = place {
            grid.words(row, column, &last.words, style);
        }
    }

    /// A bar a round with its number below.
    fn draw_votes(&self, grid: &mut Grid<'_>) {
        let places: Vec<usize> = self.votes.iter().map(|vote| grid.column(vote.along)).collect();
        let Some(first) = places.first() else { return };
        let theme = &grid.look.theme;
        grid.words(grid.rows + BARS, grid.left - 1 - VOTES.len(), VOTES, theme.quiet);
        let apart = places.windows(2).map(|pair| pair[1].saturating_sub(pair[0])).min().unwrap_or(BAR + 1);
        let bar = apart.saturating_sub(1).clamp(1, BAR);
        let last = grid.left + grid.wide - bar;
        let mut free_from = *first;
        for (column, vote) in places.iter().map(|column| (*column).min(last)).zip(&self.votes) {
            let column_steps = grid.look.glyphs.column;
            let full = filled(vote.height, BARS * column_steps.len()).max(1);
            for row in 0..BARS {
                let Some(level) = full.saturating_sub(row * column_steps.len()).checked_sub(1) else { break };
                let step = column_steps[level.min(column_steps.len() - 1)];
                for cell in column..column + bar {
                    grid.put(grid.rows + BARS - row, cell, step, theme.score);
                }
            }
            let long = fit::width(&vote.words);
            let column = column.min((grid.left + grid.wide).saturating_sub(long));
            if column >= free_from {
                grid.words(grid.rows + BARS + 1, column, &vote.words, theme.text);
                free_from = column + long + 1;
            }
        }
    }
}

/// The cells that are drawn on.
struct Grid<'a> {
    look: &'a Look,
    /// The cells at the left, for words.
    left: usize,
    /// The cells of the drawing beside them.
    wide: usize,
    /// The rows from the highest to the lowest value; more are below.
    rows: usize,
    cells: Vec<Vec<(String, Style)>>,
}

impl Grid<'_> {
    fn column(&self, along: f64) -> usize {
        self.left + filled(along, self.wide - 1)
    }

    fn row(&self, height: f64) -> usize {
        self.rows - 1 - filled(height, self.rows - 1)
    }

    fn put(&mut self, row: usize, column: usize, sign: &str, style: Style) {
        if let Some(cell) = self.cells.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = (sign.to_owned(), style);
        }
    }

    /// Whether no step is drawn where words would stand.
    fn is_free(&self, row: usize, column: usize, long: usize) -> bool {
        let style = self.look.theme.score;
        let taken = |cell: &(String, Style)| cell.1 == style || cell.0 == self.look.glyphs.point;
        self.cells.get(row).is_some_and(|cells| !cells.iter().skip(column).take(long).any(taken))
    }

    /// Whether nothing at all is drawn where words would stand.
    fn is_blank(&self, row: usize, column: usize, long: usize) -> bool {
        let is_drawn = |cell: &(String, Style)| cell.0 != " ";
        self.cells.get(row).is_some_and(|cells| !cells.iter().skip(column).take(long).any(is_drawn))
    }

    /// Writes words; a sign of two cells takes the next one too, so that a row keeps its width.
    fn words(&mut self, row: usize, column: usize, words: &str, style: Style) {
        let mut column = column;
        for sign in fit::shown(words).graphemes(true) {
            let wide = fit::width(sign);
            if column + wide > self.left + self.wide {
                return;
            }
            self.put(row, column, sign, style);
            (1..wide).for_each(|more| self.put(row, column + more, "", style));
            column += wide;
        }
    }

    /// Draws from one reading to where the next begins, and up or down to it.
    fn step(&mut self, (from, row): (usize, usize), (to, next): (usize, usize)) {
        let (look, style) = (self.look, self.look.theme.score);
        let [across, along, falls, climbs] = look.glyphs.strong;
        (from..to).for_each(|column| self.put(row, column, across, style));
        (row.min(next)..row.max(next)).for_each(|between| self.put(between, to, along, style));
        if next != row {
            self.put(row, to, if next > row { falls } else { climbs }, style);
        }
    }

    fn into_lines(self) -> Vec<Line<'static>> {
        self.cells.into_iter().map(joined).collect()
    }
}

/// One row as a line: neighbours of one style are one span.
fn joined(cells: Vec<(String, Style)>) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (sign, style) in cells {
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(&sign),
            _ => spans.push(Span::styled(sign, style)),
        }
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;

    fn mark(along: f64, height: f64, words: &str) -> Mark {
        Mark { along, height, words: words.to_owned() }
    }

    fn falling() -> Course {
        let level = |height, words: &str, is_aim| Level { height, words: words.to_owned(), is_aim };
        Course {
            levels: vec![
                level(1.0, "from 2.3 %", false),
                level(0.3, "0.7: 1 %", true),
                level(0.0, "to 0.5 %", false),
            ],
            readings: vec![mark(0.0, 1.0, "2.3 %"), mark(0.3, 0.6, "1.6 %"), mark(0.6, 0.8, "2 %")],
            votes: vec![mark(0.0, 0.5, "50"), mark(0.3, 0.9, "90"), mark(0.6, 0.0, "0")],
            months: vec![(0.0, "Jan".to_owned()), (0.5, "Feb".to_owned())],
        }
    }

    fn rows(course: &Course, look: &Look, cells: usize) -> Vec<String> {
        let lines = course.lines(look, cells, 5).unwrap();
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_reading_stands_until_the_next_one() {
        assert_eq!(
            rows(&falling(), &Look::default(), 36),
            [
                "from 2.3 % ◆━━━━━━┓─────────────────",
                "                  ┃      ◆ 2 %",
                "                  ◆━━━━━━┛",
                "  0.7: 1 % ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─",
                "  to 0.5 % ─────────────────────────",
                "           Jan         Feb",
                "                  ▆▆▆",
                "confidence ███    ███    ▁▁▁",
                "           50     90     0",
            ]
        );
    }

    #[test]
    fn it_can_be_read_without_any_sign_beyond_ascii() {
        let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        let rows = rows(&falling(), &ascii, 36);
        assert!(rows.iter().all(|row| row.is_ascii()), "{rows:#?}");
        assert_eq!(rows[0], "from 2.3 % o======+-----------------");
        assert_eq!(rows[7], "confidence ###    ###    ...");
    }

    #[test]
    fn levels_that_lie_close_keep_their_words_a_row_apart() {
        let level = |height, words: &str| Level { height, words: words.to_owned(), is_aim: false };
        let close = Course { levels: vec![level(1.0, "at most 5"), level(0.99, "at least 4")], ..falling() };
        let rows = rows(&close, &Look::default(), 40);
        assert!(rows[0].contains("at most 5") && rows[1].contains("at least 4"), "{rows:#?}");
    }

    #[test]
    fn the_words_of_the_last_reading_keep_inside() {
        let late =
            Course { readings: vec![mark(0.0, 1.0, ""), mark(1.0, 0.0, "0.5 per month")], ..falling() };
        assert!(rows(&late, &Look::default(), 36)[4].ends_with("0.5 per month\u{2500}\u{25c6}"));
    }

    #[test]
    fn the_words_of_the_last_reading_stand_on_no_other_reading_and_on_no_line_of_a_level() {
        let climbs = |last: f64, words: &str| Course {
            levels: vec![Level { height: 0.7, words: "to 6".to_owned(), is_aim: false }],
            readings: vec![
                mark(0.0, 0.0, ""),
                mark(0.9, 0.7, ""),
                mark(0.97, last, ""),
                mark(1.0, last, words),
            ],
            ..Course::default()
        };
        let above = rows(&climbs(1.0, "7 per week"), &Look::default(), 36);
        assert!(above[0].ends_with("7 per week \u{25c6}\u{25c6}"), "{above:#?}");
        assert!(above[1].ends_with("\u{25c6}\u{2501}\u{251b}\u{2500}"), "{above:#?}");
        let long = rows(&climbs(0.5, "a reading that is far too long"), &Look::default(), 36);
        assert!(long.iter().all(|row| !row.contains("far")), "{long:#?}");
    }

    #[test]
    fn where_there_is_no_room_the_words_are_enough() {
        assert_eq!(falling().lines(&Look::default(), 30, 5), None);
        for (cells, high) in (0..60).flat_map(|cells| (0..9).map(move |high| (cells, high))) {
            for line in falling().lines(&Look::default(), cells, high).unwrap_or_default() {
                assert_eq!(line.width(), cells);
            }
        }
        assert!(Course::default().lines(&Look::default(), 40, 5).is_some());
    }
}
