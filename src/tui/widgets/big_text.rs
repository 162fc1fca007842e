//! Digits and short words read from across a room: each sign eight cells wide and four high.
//!
//! The shapes are those of a bitmap font of 8x8 dots; a cell holds two dots, one above the other. Where a terminal shows
//! ASCII only, which has no half cells, digits are drawn by strokes.

use font8x8::legacy::BASIC_LEGACY;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{after, cells, put, row};
use crate::tui::fit;
use crate::tui::look::Look;

/// The cells a sign takes.
const WIDTH: u16 = 8;
/// The rows a sign takes.
pub const HEIGHT: u16 = 4;

/// Is a text in big signs; where it does not fit, or has a sign the font lacks, it is drawn in usual ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BigText<'a> {
    /// The text: `12:34`, `0.7`, `45 %`.
    pub text: &'a str,
    /// How it looks.
    pub style: Style,
}

impl BigText<'_> {
    /// Returns the cells it takes in big signs.
    pub fn width(&self) -> u16 {
        cells(self.text.chars().count()).saturating_mul(WIDTH)
    }

    /// Draws it at the top left of an area and returns the rows it took.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> u16 {
        let area = area.intersection(buf.area);
        let shapes: Option<Vec<[String; 4]>> = self.text.chars().map(|sign| shape(look, sign)).collect();
        let Some(shapes) = shapes.filter(|_| self.width() <= area.width && HEIGHT <= area.height) else {
            let text = fit::shorten(self.text, usize::from(area.width), look.glyphs.ellipsis);
            put(buf, area, &text, self.style);
            return area.height.min(1);
        };
        for line in 0..HEIGHT {
            let mut rest = row(area, line);
            for shape in &shapes {
                put(buf, rest, &shape[usize::from(line)], self.style);
                rest = after(rest, WIDTH);
            }
        }
        HEIGHT
    }
}

/// The four rows of a sign; none where it cannot be drawn large.
fn shape(look: &Look, sign: char) -> Option<[String; 4]> {
    let Some(dots) = look.glyphs.dots else { return strokes(sign).map(|rows| rows.map(str::to_owned)) };
    let code = usize::try_from(u32::from(sign)).ok()?;
    let font = BASIC_LEGACY.get(code).filter(|_| sign.is_ascii() && !sign.is_ascii_control())?;
    Some([0, 2, 4, 6].map(|at| cells_of(dots, font[at], font[at + 1])))
}

/// The eight cells of two rows of dots; the font's lowest bit is the leftmost dot.
fn cells_of([above, below, both]: [&str; 3], upper: u8, lower: u8) -> String {
    (0..WIDTH)
        .map(|bit| match (upper >> bit & 1, lower >> bit & 1) {
            (1, 1) => both,
            (1, _) => above,
            (_, 1) => below,
            _ => " ",
        })
        .collect()
}

/// A sign of a number by strokes, as on a pocket calculator.
const fn strokes(sign: char) -> Option<[&'static str; 4]> {
    Some(match sign {
        '0' => [" ____", "|    |", "|    |", "|____|"],
        '1' => ["", "     |", "     |", "     |"],
        '2' => [" ____", "     |", " ____|", "|____"],
        '3' => [" ____", "     |", " ____|", " ____|"],
        '4' => ["", "|    |", "|____|", "     |"],
        '5' => [" ____", "|", "|____", " ____|"],
        '6' => [" ____", "|", "|____", "|____|"],
        '7' => [" ____", "     |", "     |", "     |"],
        '8' => [" ____", "|    |", "|____|", "|____|"],
        '9' => [" ____", "|    |", "|____|", " ____|"],
        ':' => ["", "  o", "", "  o"],
        '.' | ',' => ["", "", "", "  o"],
        '+' => ["", "  |", "__|__", "  |"],
        '-' => ["", "", " ____", ""],
        '%' => ["", "o  /", "  /", " /  o"],
        ' ' => ["", "", "", ""],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;
    use crate::tui::widgets::trial;

    fn drawn(look: &Look, text: &str, width: u16) -> Vec<String> {
        trial::drawn(width, 4, |area, buf| {
            BigText { text, style: Style::new() }.draw(look, area, buf);
        })
    }

    #[test]
    fn digits_are_four_rows_high() {
        let rows = drawn(&Look::default(), "0.7", 24);
        assert_eq!(
            rows,
            [
                "▄█▀▀▀█▄         ██▀▀██",
                "██ ▄███            ▄█▀",
                "███▀ ██   ▄▄      ██",
                " ▀▀▀▀▀    ▀▀      ▀▀"
            ]
            .map(str::to_owned)
        );
    }

    #[test]
    fn ascii_strokes_stand_where_blocks_cannot() {
        let look = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        let rows = drawn(&look, "5:09", 32);
        assert_eq!(
            rows,
            [
                " ____            ____    ____",
                "|         o     |    |  |    |",
                "|____           |    |  |____|",
                " ____|    o     |____|   ____|"
            ]
            .map(str::to_owned)
        );
        let all = ('0'..='9').chain(":.,+-% ".chars()).map(|sign| drawn(&look, &sign.to_string(), 8));
        let all: Vec<_> = all.collect();
        assert!(
            all.iter().enumerate().all(|(at, rows)| !all[..at].contains(rows) || rows == &all[11]),
            "{all:?}"
        );
        assert_eq!(drawn(&look, "x", 8)[0], "x", "what no stroke draws stands in usual signs");
    }

    #[test]
    fn what_does_not_fit_is_drawn_in_usual_signs() {
        let look = Look::default();
        assert_eq!(drawn(&look, "12:34", 39)[0], "12:34");
        assert_eq!(drawn(&look, "é", 8)[0], "é");
    }

    #[test]
    fn any_area_can_be_drawn_into() {
        let look = Look::default();
        trial::sweep(|area, buf| {
            BigText { text: "12", style: Style::new() }.draw(&look, area, buf);
        });
    }
}
