//! The clock of a step: a bar and words, `▐▐▐▐▐▐░░░  9 min left of 28`. It is calm; near the end it only turns its label.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{after, cells, filled, put};
use crate::tui::fit;
use crate::tui::look::Look;

/// Says how the label of a clock is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urge {
    /// There is time.
    Calm,
    /// The box is nearly over, or it is over: the label is inverted, and nothing else.
    WrapUp,
}

/// Is a clock; what its words say and when they change is not decided here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock<'a> {
    /// How much of the box has passed, 0 to 1; more is drawn full.
    pub passed: f64,
    /// The words beside the bar.
    pub words: &'a str,
    /// How they are meant.
    pub urge: Urge,
}

/// The longest bar.
const LONGEST: usize = 30;
/// The shortest bar that still says something; below it only the words are drawn.
const SHORTEST: usize = 6;

impl Clock<'_> {
    /// Draws bar and words at the right end of the first row of an area and returns the cells they took. The words
    /// are never dropped for the bar.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> u16 {
        let area = area.intersection(buf.area);
        let words = format!(" {} ", self.words);
        let room = usize::from(area.width).saturating_sub(fit::width(&words));
        let bar = if room < SHORTEST { 0 } else { room.min(LONGEST) };
        let full = filled(self.passed, bar);
        let took = cells(bar + fit::width(&words)).min(area.width);
        let mut rest = after(area, area.width - took);
        for (sign, count, style) in [
            (look.glyphs.clock_full, full, look.theme.accent),
            (look.glyphs.clock_rest, bar - full, look.theme.track),
        ] {
            rest = after(rest, put(buf, rest, &sign.repeat(count), style));
        }
        let style = if self.urge == Urge::WrapUp { look.theme.badge } else { look.theme.text };
        put(buf, rest, &words, style);
        took
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::tui::glyphs::Glyphs;
    use crate::tui::widgets::trial;

    fn drawn(look: &Look, clock: Clock, width: u16) -> String {
        trial::drawn(width, 1, |area, buf| {
            clock.draw(look, area, buf);
        })
        .concat()
    }

    #[test]
    fn a_bar_and_words_say_how_much_is_left() {
        let clock = Clock { passed: 0.5, words: "9 min left of 18", urge: Urge::Calm };
        assert_eq!(drawn(&Look::default(), clock, 28), "▐▐▐▐▐░░░░░ 9 min left of 18");
        let ascii = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        assert_eq!(drawn(&ascii, clock, 28), "#####..... 9 min left of 18");
    }

    #[test]
    fn the_words_stand_at_the_right_end_and_are_kept_longest() {
        let clock = Clock { passed: 0.5, words: "9 min left", urge: Urge::Calm };
        assert_eq!(drawn(&Look::default(), clock, 16), "     9 min left");
        let wide = drawn(&Look::default(), clock, 50);
        assert_eq!((wide.find('▐'), wide.chars().filter(|sign| "▐░".contains(*sign)).count()), (Some(8), 30));
    }

    #[test]
    fn only_the_label_turns_when_the_box_is_nearly_over() {
        let look = Look::default();
        let mut buf = Buffer::empty(Rect::new(0, 0, 30, 1));
        let clock = Clock { passed: 2.0, words: "+2:10", urge: Urge::WrapUp };
        clock.draw(&look, buf.area, &mut buf);
        assert_eq!(buf[(29, 0)].style().add_modifier, look.theme.badge.add_modifier);
        assert_eq!(buf[(0, 0)].symbol(), "▐");
    }

    #[test]
    fn any_area_can_be_drawn_into() {
        let look = Look::default();
        trial::sweep(|area, buf| {
            Clock { passed: f64::NAN, words: "9 min left", urge: Urge::Calm }.draw(&look, area, buf);
        });
    }
}
