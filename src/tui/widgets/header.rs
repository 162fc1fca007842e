//! The first row: where we are, the screens there are, and what the calendar says.
//!
//! ```text
//! payments · 2027-Q1   ◆ Setting  2 Check-ins  3 Scoring     12 days to the quarter
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{after, cells, put, row};
use crate::tui::fit;
use crate::tui::look::Look;

/// The cells between the place and the tabs.
const GAP: usize = 3;
/// The cells between two tabs.
const TAB_GAP: usize = 2;

/// Is the first row of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header<'a> {
    /// The team and the cycle.
    pub place: &'a str,
    /// The titles of the screens; the key of each is its number.
    pub tabs: &'a [&'a str],
    /// The screen that is open.
    pub here: usize,
    /// What the calendar says; may be empty.
    pub note: &'a str,
}

/// Says what of the row was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Where each tab can be clicked.
    pub tabs: Vec<Rect>,
    /// Whether what the calendar says found room; it is never cut.
    pub has_note: bool,
}

impl Header<'_> {
    /// Draws the row.
    ///
    /// Before the name of each other tab stands its key. With little room that is all of it, then only the open one stays;
    /// what the calendar says then belongs below, as [`Header::note_below`] draws it.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Drawn {
        let line = row(area.intersection(buf.area), 0);
        let (place, note) = (fit::shown(self.place), fit::shown(self.note));
        let ellipsis = look.glyphs.ellipsis;
        let room = usize::from(line.width);
        let used = put(buf, line, &fit::shorten(&place, room, ellipsis), look.theme.heading);
        let mut rest = after(line, used.saturating_add(cells(GAP)));
        let noted = if note.is_empty() { 0 } else { fit::width(&note) + TAB_GAP };
        let labels = self.labels(look, usize::from(rest.width), noted);
        let mut places = vec![Rect { width: 0, ..rest }; self.tabs.len()];
        for (index, label) in labels {
            let style = if index == self.here {
                look.theme.heading.patch(look.theme.accent)
            } else {
                look.theme.quiet
            };
            let width = put(buf, rest, &label, style);
            places[index] = Rect { width, ..rest };
            rest = after(rest, width.saturating_add(cells(TAB_GAP)));
        }
        let has_note = fit::width(&note) <= usize::from(rest.width);
        if has_note {
            put(buf, after(rest, rest.width - cells(fit::width(&note))), &note, look.theme.quiet);
        }
        Drawn { tabs: places, has_note }
    }

    /// Draws what the calendar says at the end of the rule below the row.
    pub fn note_below(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let note = format!(" {}", fit::shown(self.note));
        let note = fit::shorten(&note, usize::from(area.width), look.glyphs.ellipsis);
        let place = after(area, area.width.saturating_sub(cells(fit::width(&note))));
        // Nothing is said in the colour of the rule it stands on.
        buf.set_style(row(place, 0), Style::reset().patch(look.theme.base));
        put(buf, place, &note, look.theme.quiet);
    }

    /// Returns the longest form of the tabs that fits. All names go before what the calendar says, which can stand below.
    fn labels(&self, look: &Look, room: usize, noted: usize) -> Vec<(usize, String)> {
        let full = |index: usize| {
            let title = fit::shown(self.tabs[index]);
            if index == self.here {
                format!("{} {title}", look.glyphs.tab_here)
            } else {
                format!("{index} {title}")
            }
        };
        let short = |index: usize| if index == self.here { full(index) } else { index.to_string() };
        let all = |label: &dyn Fn(usize) -> String| -> Vec<(usize, String)> {
            (0..self.tabs.len()).map(|index| (index, label(index))).collect()
        };
        let forms = [(all(&full), room), (all(&short), room.saturating_sub(noted))];
        let fits = |(labels, room): &(Vec<(usize, String)>, usize)| {
            labels.iter().map(|(_, label)| fit::width(label) + TAB_GAP).sum::<usize>() <= room + TAB_GAP
        };
        let fitting = forms.into_iter().find(fits).map(|(labels, _)| labels);
        fitting.unwrap_or_else(|| {
            (self.here..self.tabs.len()).take(1).map(|index| (index, full(index))).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;
    use crate::tui::widgets::panel::rule;
    use crate::tui::widgets::trial;

    const HEADER: Header = Header {
        place: "payments · 2027-Q1",
        tabs: &["Overview", "Setting", "Check-ins", "Scoring", "Retrospective", "History"],
        here: 1,
        note: "12 days to the quarter",
    };

    fn drawn(width: u16) -> String {
        trial::drawn(width, 1, |area, buf| {
            HEADER.draw(&Look::default(), area, buf);
        })
        .remove(0)
    }

    #[test]
    fn tabs_grow_shorter_with_the_room() {
        let tabs = "0 Overview  ◆ Setting  2 Check-ins  3 Scoring  4 Retrospective  5 History";
        assert_eq!(drawn(120), format!("payments · 2027-Q1   {tabs}    12 days to the quarter"));
        assert_eq!(
            drawn(80),
            "payments · 2027-Q1   0  ◆ Setting  2  3  4  5             12 days to the quarter"
        );
        assert_eq!(drawn(60), "payments · 2027-Q1   ◆ Setting        12 days to the quarter");
    }

    #[test]
    fn all_names_stand_where_they_fit_and_what_the_calendar_says_goes_below() {
        let tabs = "0 Overview  ◆ Setting  2 Check-ins  3 Scoring  4 Retrospective  5 History";
        assert_eq!(drawn(100), format!("payments · 2027-Q1   {tabs}"));
    }

    #[test]
    fn what_the_calendar_says_goes_below_where_it_would_be_cut() {
        let drawn = trial::drawn(42, 2, |area, buf| {
            let drawn = HEADER.draw(&Look::default(), area, buf);
            assert!(!drawn.has_note);
            HEADER.note_below(&Look::default(), row(area, 1), buf);
        });
        assert_eq!(drawn, ["payments · 2027-Q1   ◆ Setting", "                    12 days to the quarter"]);
    }

    #[test]
    fn what_the_calendar_says_below_is_not_in_the_colour_of_the_rule() {
        let (look, area) = (Look::default(), Rect::new(0, 0, 42, 1));
        let mut buf = Buffer::empty(area);
        rule(&look, area, &mut buf);
        HEADER.note_below(&look, area, &mut buf);
        assert_eq!((buf[(2, 0)].fg, buf[(41, 0)].symbol()), (Color::DarkGray, "r"));
        assert!((20..42).all(|at| buf[(at, 0)].fg == Color::Reset), "{buf:?}");
    }

    #[test]
    fn a_click_reaches_every_tab_that_is_shown() {
        trial::drawn(80, 1, |area, buf| {
            let places = HEADER.draw(&Look::default(), area, buf).tabs;
            assert_eq!(places[0], Rect::new(21, 0, 1, 1));
            assert_eq!(places[1], Rect::new(24, 0, 9, 1));
        });
    }

    #[test]
    fn a_header_fits_any_area() {
        trial::sweep(|area, buf| {
            HEADER.draw(&Look::default(), area, buf);
            Header { here: 99, ..HEADER }.draw(&Look::default(), area, buf);
        });
    }
}
