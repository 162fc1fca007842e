//! The rows that several lines take in a field of some width, and the cursor's way from row to row.

use std::ops::Range;

use crossterm::event::KeyCode;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::{TextInput, before};
use crate::settings::keys::Chord;
use crate::tui::fit;
use crate::tui::widgets::{Typed, cells};

/// Returns what is inside of the brackets of a field, where there is room for them.
pub(super) fn inside(area: Rect) -> Rect {
    if area.width < 6 || area.is_empty() {
        return area;
    }
    Rect { x: area.x + 2, width: area.width - 3, ..area }
}

/// Returns the row in which a place of the text lies.
pub(super) fn row_at(rows: &[Range<usize>], place: usize) -> usize {
    rows.partition_point(|row| row.start <= place).saturating_sub(1)
}

impl TextInput {
    /// Returns how many rows the text takes in a field of this width, brackets and all; one where nothing is held.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        cells(self.rows(width).len())
    }

    /// Does what an arrow up or down means in a field of this width; it is free for others where there is no further row that
    /// way.
    pub fn go_row(&mut self, chord: Chord, width: u16) -> Typed {
        let rows = self.rows(width);
        let here = row_at(&rows, self.cursor);
        let there = match chord.code {
            KeyCode::Up => here.checked_sub(1),
            KeyCode::Down => Some(here + 1).filter(|at| *at < rows.len()),
            _ => None,
        };
        let Some(there) = there else { return Typed::Unused };
        let place = self.place_in(&rows, there, self.column(&rows[here]));
        self.go(place)
    }

    /// The cells before the cursor in its row.
    pub(super) fn column(&self, row: &Range<usize>) -> usize {
        fit::width(&fit::shown(&self.text[row.start..self.cursor]))
    }

    /// The place in a row that has at most so many cells before it.
    fn place_in(&self, rows: &[Range<usize>], at: usize, column: usize) -> usize {
        let row = rows[at].clone();
        let line = self.text[row.clone()].trim_end_matches('\n');
        let mut end = 0;
        let fits = line.graphemes(true).take_while(|grapheme| {
            end += fit::width(&fit::shown(grapheme));
            end <= column
        });
        let place = row.start + fits.map(str::len).sum::<usize>();
        // Behind the last letter of a row that wraps lies the beginning of the next.
        let is_next = rows.get(at + 1).is_some_and(|next| next.start == place);
        if is_next { before(&self.text, place) } else { place }
    }

    /// Returns the rows in a field of this width, each as far as the next begins; a cell stays free for the cursor.
    pub(super) fn rows(&self, width: u16) -> Vec<Range<usize>> {
        let room = usize::from(inside(Rect::new(0, 0, width, 1)).width).saturating_sub(1);
        let mut begins = Vec::new();
        let mut from = 0;
        for line in self.text.split('\n') {
            begins.extend(wrapped(line, room).into_iter().map(|place| from + place));
            from += line.len() + 1;
        }
        let ends = begins.iter().copied().skip(1).chain([self.text.len()]);
        begins.iter().copied().zip(ends).map(|(begin, end)| begin..end).collect()
    }
}

/// Where the rows of one line begin. What stands in for a sign may be wider than it, so the line is wrapped as it is drawn.
fn wrapped(line: &str, room: usize) -> Vec<usize> {
    let mut shown = String::with_capacity(line.len());
    let mut places = Vec::new();
    for (place, grapheme) in line.grapheme_indices(true) {
        places.push((shown.len(), place));
        shown.push_str(&fit::shown(grapheme));
    }
    let place = |at: usize| Some(places.get(places.partition_point(|(drawn, _)| *drawn < at))?.1);
    let others = fit::breaks(&shown, room).into_iter().skip(1).filter_map(|row| place(row.start));
    let mut begins: Vec<usize> = std::iter::once(0).chain(others).collect();
    begins.dedup();
    begins
}
