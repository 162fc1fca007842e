//! Which rows of a list are shown: those that were, as long as the selected one is among them.

use std::collections::VecDeque;

use ratatui::layout::Rect;

use super::{Laid, List, Row};
use crate::tui::look::Look;

impl<'a, F: Fn(usize) -> Row<'a>> List<F> {
    /// Returns the rows that fill a height. They stand where they stood as long as the selected one and its neighbours are
    /// among them, else they move by as little as that takes; what was out of sight comes to the middle.
    pub(super) fn window(&self, look: &Look, selected: usize, area: Rect) -> Vec<(usize, Laid)> {
        let moved = self.began.and_then(|began| self.moved(look, (began, selected), area));
        moved.map_or_else(|| self.centred(look, selected, area), Vec::from)
    }

    /// Returns the rows from where the list began, moved so that the selected one is seen between its neighbours; nothing where
    /// it is farther away than that.
    fn moved(
        &self,
        look: &Look,
        (began, selected): (usize, usize),
        Rect { width, height, .. }: Rect,
    ) -> Option<VecDeque<(usize, Laid)>> {
        let lay = |index: usize| (index, self.laid(look, index, width));
        let mut rows: VecDeque<(usize, Laid)> = VecDeque::new();
        let fill = |rows: &mut VecDeque<(usize, Laid)>, from: usize| {
            let mut next = rows.back().map_or(from, |(last, _)| last + 1);
            while next < self.len && taken(&*rows) < height {
                rows.push_back(lay(next));
                next += 1;
            }
        };
        fill(&mut rows, began);
        let last = rows.back()?.0;
        if selected + 1 < began || selected > last + 1 {
            return None;
        }
        let (before, after) = (selected.saturating_sub(1), (selected + 1).min(self.len - 1));
        rows.extend((last + 1..=after).map(lay));
        (before..began).rev().for_each(|index| rows.push_front(lay(index)));
        let is_out = |rows: &VecDeque<(usize, Laid)>| {
            rows.front().is_some_and(|(first, _)| *first < selected)
                && taken(rows.iter().take_while(|(index, _)| *index <= after)) > height
        };
        while is_out(&rows) {
            rows.pop_front();
        }
        fill(&mut rows, began);
        // Where the list ends there is room for more before it.
        while let Some((first @ 1.., _)) = rows.front() {
            let row = lay(first - 1);
            if taken(&rows).saturating_add(row.1.height()) > height {
                break;
            }
            rows.push_front(row);
        }
        Some(rows)
    }

    /// Returns the rows that fill a height: the selected one near the middle, fewer blank rows at the ends.
    fn centred(&self, look: &Look, selected: usize, area: Rect) -> Vec<(usize, Laid)> {
        let Rect { width, height, .. } = area;
        let centre = self.laid(look, selected, width);
        let mut used = centre.height();
        let mut above = Vec::new();
        let mut below = vec![(selected, centre)];
        let (mut first, mut last) = (selected, selected + 1);
        let grow_up = |first: &mut usize, above: &mut Vec<(usize, Laid)>, height: u16| {
            while *first > 0 {
                let row = self.laid(look, *first - 1, width);
                if taken(&*above).saturating_add(row.height()) > height {
                    break;
                }
                *first -= 1;
                above.push((*first, row));
            }
        };
        grow_up(&mut first, &mut above, height.saturating_sub(used) / 2);
        used = used.saturating_add(taken(&above));
        while last < self.len && used < height {
            let row = self.laid(look, last, width);
            used = used.saturating_add(row.height());
            below.push((last, row));
            last += 1;
        }
        let spare = height.saturating_sub(taken(&below));
        grow_up(&mut first, &mut above, spare);
        above.into_iter().rev().chain(below).collect()
    }
}

fn taken<'a>(rows: impl IntoIterator<Item = &'a (usize, Laid)>) -> u16 {
    rows.into_iter().fold(0, |sum, (_, row)| sum.saturating_add(row.height()))
}
