//! A question in the middle of the screen: a verb as title, one sentence, buttons with their letters.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::{after, cells, put, put_line, row};
use crate::settings::keys::Chord;
use crate::tui::fit;
use crate::tui::look::Look;

/// The cells between two buttons.
const GAP: u16 = 2;

/// Is an answer that a dialog offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Button<'a> {
    /// The letter that gives this answer.
    pub letter: char,
    /// The verb on the button.
    pub label: &'a str,
}

/// Is a question and its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialog<'a> {
    /// What would be done: `Archive objective 2?`.
    pub title: &'a str,
    /// What would change.
    pub sentence: &'a str,
    /// The answers; the first is the safe one.
    pub buttons: &'a [Button<'a>],
    /// Rows that the caller draws between sentence and buttons, such as a field.
    pub extra: u16,
}

/// Says what a key means to a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The button with this number was chosen.
    Chosen(usize),
    /// The focus is on the button with this number.
    At(usize),
    /// The dialog is left without an answer.
    Left,
    /// The key means nothing here.
    Unused,
}

/// Says where a dialog was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The box with its frame.
    pub area: Rect,
    /// The rows for the caller.
    pub extra: Rect,
    /// Where each button can be clicked.
    pub buttons: Vec<Rect>,
}

impl Dialog<'_> {
    /// Says what a key means while the focus is on a button.
    pub fn press(&self, chord: Chord, at: usize) -> Answer {
        let count = self.buttons.len();
        let at = at.min(count.saturating_sub(1));
        match chord.code {
            KeyCode::Esc => Answer::Left,
            _ if count == 0 => Answer::Unused,
            KeyCode::Enter | KeyCode::Char(' ') => Answer::Chosen(at),
            KeyCode::Right | KeyCode::Down | KeyCode::Tab => Answer::At((at + 1) % count),
            KeyCode::Left | KeyCode::Up | KeyCode::BackTab => Answer::At((at + count - 1) % count),
            _ => self.by_letter(chord).map_or(Answer::Unused, Answer::Chosen),
        }
    }

    fn by_letter(&self, chord: Chord) -> Option<usize> {
        let letter = chord.command().text()?;
        self.buttons.iter().position(|button| button.letter.eq_ignore_ascii_case(&letter))
    }

    /// Draws the dialog over the middle of an area, with the focus on a button.
    pub fn draw(&self, look: &Look, at: usize, area: Rect, buf: &mut Buffer) -> Drawn {
        let area = area.intersection(buf.area);
        let width = area.width.min(64);
        let (title, sentence) = (fit::shown(self.title), fit::shown(self.sentence));
        let words = fit::wrap(&sentence, usize::from(width.saturating_sub(4)));
        let rows = self.button_rows(width.saturating_sub(4));
        let needed = cells(words.len()).saturating_add(self.extra).saturating_add(rows).saturating_add(4);
        let place = middle(area, width, needed.min(area.height));
        Clear.render(place, buf);
        buf.set_style(place, look.theme.base);
        draw_frame(look, place, &title, buf);
        let inside = Rect {
            x: place.x.saturating_add(2),
            y: place.y.saturating_add(1),
            width: place.width.saturating_sub(4),
            height: place.height.saturating_sub(2),
        };
        let mut top = 1;
        for line in words {
            put(buf, row(inside, top), line, look.theme.text);
            top += 1;
        }
        let height = self.extra.min(inside.height.saturating_sub(top));
        let extra = Rect { y: inside.y.saturating_add(top), height, ..inside };
        let foot = inside.bottom().saturating_sub(rows).max(inside.y);
        let foot = Rect { y: foot, height: inside.bottom() - foot, ..inside };
        Drawn { area: place, extra, buttons: self.draw_buttons(look, at, foot, buf) }
    }

    fn draw_buttons(&self, look: &Look, at: usize, area: Rect, buf: &mut Buffer) -> Vec<Rect> {
        let (mut line, mut index_of_row) = (row(area, 0), 0);
        let mut places = Vec::with_capacity(self.buttons.len());
        for (index, button) in self.buttons.iter().enumerate() {
            if line.x > area.x && width_of(button) > line.width {
                index_of_row += 1;
                line = row(area, index_of_row);
            }
            let used = put_line(buf, line, &button_line(look, button));
            let place = Rect { width: used, ..line };
            if index == at {
                buf.set_style(place.intersection(buf.area), look.theme.selected);
            }
            places.push(place);
            line = after(line, used.saturating_add(GAP));
        }
        places
    }

    fn button_rows(&self, width: u16) -> u16 {
        let (mut rows, mut used) = (1_u16, 0_u16);
        for button in self.buttons {
            if used > 0 && used.saturating_add(width_of(button)) > width {
                rows = rows.saturating_add(1);
                used = 0;
            }
            used = used.saturating_add(width_of(button)).saturating_add(GAP);
        }
        rows
    }
}

/// Writes `[a] Archive`.
fn button_line<'a>(look: &Look, button: &Button<'a>) -> Line<'a> {
    Line::from(vec![
        Span::styled(format!("[{}]", button.letter), look.theme.key),
        Span::styled(" ", look.theme.text),
        Span::styled(button.label, look.theme.text),
    ])
}

fn width_of(button: &Button) -> u16 {
    cells(4 + fit::width(&fit::shown(button.label)))
}

/// Returns the middle of an area in this size.
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x.saturating_add((area.width - width) / 2),
        y: area.y.saturating_add((area.height - height) / 2),
        width,
        height,
    }
}

/// Draws a frame with a title in its upper edge.
pub fn draw_frame(look: &Look, place: Rect, title: &str, buf: &mut Buffer) {
    if place.width < 2 || place.height < 2 {
        return;
    }
    let (glyphs, border) = (look.glyphs, look.theme.border);
    let [top_left, top_right, bottom_left, bottom_right] = glyphs.corners;
    let inner = usize::from(place.width - 2);
    let edge = glyphs.rule.repeat(inner);
    put(buf, place, &format!("{top_left}{edge}{top_right}"), border);
    for index in 1..place.height - 1 {
        put(buf, row(place, index), glyphs.wall, border);
        put(buf, after(row(place, index), place.width - 1), glyphs.wall, border);
    }
    put(buf, row(place, place.height - 1), &format!("{bottom_left}{edge}{bottom_right}"), border);
    let title = fit::shorten(title, inner.saturating_sub(2), glyphs.ellipsis);
    if !title.is_empty() {
        put(buf, after(place, 1), &format!(" {title} "), look.theme.heading);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widgets::trial;

    const DIALOG: Dialog = Dialog {
        title: "Archive objective 2?",
        sentence: "It leaves the plan with its three key results; history keeps them.",
        buttons: &[Button { letter: 'k', label: "Keep it" }, Button { letter: 'a', label: "Archive" }],
        extra: 0,
    };

    fn pressed(key: &str) -> Answer {
        DIALOG.press(key.parse().unwrap(), 0)
    }

    #[test]
    fn keys_answer_by_letter_or_by_the_focus() {
        for (key, answer) in [
            ("enter", Answer::Chosen(0)),
            ("a", Answer::Chosen(1)),
            ("A", Answer::Chosen(1)),
            ("ф", Answer::Chosen(1)),
            ("right", Answer::At(1)),
            ("shift-tab", Answer::At(1)),
            ("esc", Answer::Left),
            ("x", Answer::Unused),
            ("ctrl-a", Answer::Unused),
        ] {
            assert_eq!(pressed(key), answer, "{key}");
        }
        let mute = Dialog { buttons: &[], ..DIALOG };
        assert_eq!(mute.press("enter".parse().unwrap(), 3), Answer::Unused);
    }

    #[test]
    fn a_dialog_stands_in_the_middle() {
        let rows = trial::drawn(44, 8, |area, buf| {
            let drawn = DIALOG.draw(&Look::default(), 0, area, buf);
            assert_eq!(drawn.buttons, [Rect::new(2, 5, 11, 1), Rect::new(15, 5, 11, 1)]);
        });
        assert_eq!(
            rows,
            [
                "┌ Archive objective 2? ────────────────────┐",
                "│                                          │",
                "│ It leaves the plan with its three key    │",
                "│ results; history keeps them.             │",
                "│                                          │",
                "│ [k] Keep it  [a] Archive                 │",
                "└──────────────────────────────────────────┘",
                "",
            ]
        );
    }

    #[test]
    fn a_caller_gets_rows_of_its_own() {
        let asking = Dialog { extra: 1, ..DIALOG };
        trial::drawn(60, 20, |area, buf| {
            let drawn = asking.draw(&Look::default(), 0, area, buf);
            assert_eq!((drawn.extra.height, drawn.extra.y + 2), (1, drawn.buttons[0].y));
        });
    }

    #[test]
    fn a_dialog_fits_any_area() {
        let asking = Dialog { extra: 2, ..DIALOG };
        trial::sweep(|area, buf| {
            asking.draw(&Look::default(), 1, area, buf);
        });
    }
}
