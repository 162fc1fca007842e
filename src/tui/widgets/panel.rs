//! A region with a title and a quiet rule, no box: `Key results ────────── 4 of 12`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text_input::Focus;
use super::{after, cells, put, row};
use crate::tui::fit;
use crate::tui::look::Look;

/// Is a titled region of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel<'a> {
    /// The title.
    pub title: &'a str,
    /// A few words at the right end, `4 of 12`; may be empty.
    pub note: &'a str,
    /// Whether keys go to this region.
    pub focus: Focus,
}

impl Panel<'_> {
    /// Whether the note stands whole beside the title, which gives way to it as far as half of the row.
    pub fn has_room_for_note(&self, width: usize) -> bool {
        let (title, note) = (fit::width(&fit::shown(self.title)), fit::width(&fit::shown(self.note)));
        note == 0 || title.min(width.div_ceil(2)) + note + 2 <= width
    }

    /// Draws the title row and returns the area below it.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Rect {
        let area = area.intersection(buf.area);
        let (line, theme) = (row(area, 0), &look.theme);
        let style = match self.focus {
            Focus::Here => theme.heading.patch(theme.accent),
            // Without colours the bold title alone says where the keys go.
            Focus::Elsewhere => theme.text,
        };
        let (title, note) = (fit::shown(self.title), fit::shown(self.note));
        let (ellipsis, width) = (look.glyphs.ellipsis, usize::from(line.width));
        let noted = if note.is_empty() { 0 } else { fit::width(&note) + 2 };
        let room = width.saturating_sub(noted).max(width.div_ceil(2));
        let used = put(buf, line, &fit::shorten(&title, room, ellipsis), style);
        let rest = after(line, used.saturating_add(1));
        let note = fit::shorten(&note, usize::from(rest.width).saturating_sub(1), ellipsis);
        let noted = if note.is_empty() { 0 } else { cells(fit::width(&note) + 1) };
        let ruled = rest.width.saturating_sub(noted);
        put(buf, rest, &look.glyphs.rule.repeat(usize::from(ruled)), theme.border);
        put(buf, after(rest, ruled + u16::from(noted > 0)), &note, theme.quiet);
        let below = area.height.min(1);
        Rect { y: area.y + below, height: area.height - below, ..area }
    }
}

/// Draws a rule over the first row of an area.
pub fn rule(look: &Look, area: Rect, buf: &mut Buffer) {
    put(buf, area, &look.glyphs.rule.repeat(usize::from(area.width)), look.theme.border);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widgets::trial;

    const PANEL: Panel = Panel { title: "Key results", note: "4 of 12", focus: Focus::Elsewhere };

    #[test]
    fn a_panel_has_a_title_a_rule_and_room_below() {
        let look = Look::default();
        let rows = trial::drawn(24, 3, |area, buf| {
            assert_eq!(PANEL.draw(&look, area, buf), Rect::new(0, 1, 24, 2));
        });
        assert_eq!(rows, ["Key results ──── 4 of 12", "", ""]);
        let plain = Panel { note: "", ..PANEL };
        let rows = trial::drawn(16, 1, |area, buf| {
            assert!(plain.draw(&look, area, buf).is_empty());
        });
        assert_eq!(rows, ["Key results ────"]);
    }

    #[test]
    fn a_title_gives_way_to_its_note_and_both_end_in_an_ellipsis() {
        let drawn = |width, panel: Panel| {
            trial::drawn(width, 1, |area, buf| {
                panel.draw(&Look::default(), area, buf);
            })
            .remove(0)
        };
        let long = Panel { title: "sign-in failures caused by authentication", ..PANEL };
        assert_eq!(drawn(40, long), "sign-in failures caused by aut…  4 of 12");
        assert_eq!(drawn(12, PANEL), "Key r…  4 o…");
        assert_eq!(drawn(8, Panel { note: "", ..PANEL }), "Key res…");
    }

    #[test]
    fn a_panel_fits_any_area() {
        let look = Look::default();
        trial::sweep(|area, buf| {
            PANEL.draw(&look, area, buf);
            rule(&look, area, buf);
        });
    }
}
