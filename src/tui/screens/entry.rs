//! A row of a screen's list. There may be ten thousand, of which few are seen: one takes little, and how most of them look
//! is worked out when they are drawn.

use std::borrow::Cow;
use std::sync::Arc;

use crate::domain::id::KeyResultId;
use crate::domain::quarter::QuarterKey;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::tui::widgets::list::{Fold, Row as ListRow};

/// A row of a screen's list: what it stands for and how it looks.
#[derive(Debug, Clone)]
pub struct Entry(Kept);

/// As little as is kept of a row.
#[derive(Debug, Clone)]
enum Kept {
    Apart(Box<(Target, Shape)>),
    /// There are more quarters than of anything else.
    Quarter(QuarterKey, Arc<Later>),
}

/// How a row looks.
#[derive(Debug, Clone)]
enum Shape {
    Made(ListRow<'static>),
    Later(Arc<Later>),
}

/// A row that is made when it is drawn, of what it stands for.
#[derive(Debug, Clone, Copy)]
pub struct Later {
    /// The cells of its columns, where it has any.
    pub cells: usize,
    /// How far in it stands.
    pub indent: u16,
    /// Whether it has parts, and whether they are shown.
    pub fold: Fold,
    /// Makes it, of what it stands for and the cells of its columns.
    pub make: fn(&State, &Target, usize) -> ListRow<'static>,
}

impl Entry {
    /// A row that looks just so.
    pub fn new(target: Target, row: ListRow<'static>) -> Self {
        Self(Kept::Apart(Box::new((target, Shape::Made(row)))))
    }

    /// A row that is made when it is drawn; rows that look alike share how.
    pub fn later(target: Target, later: &Arc<Later>) -> Self {
        let later = Arc::clone(later);
        Self(match target {
            Target::Quarter(key) => Kept::Quarter(key, later),
            target => Kept::Apart(Box::new((target, Shape::Later(later)))),
        })
    }

    /// The same with a line below, or a sign before.
    #[must_use]
    pub fn with(mut self, add: impl FnOnce(ListRow<'static>) -> ListRow<'static>) -> Self {
        if let Kept::Apart(kept) = &mut self.0
            && let Shape::Made(row) = &mut kept.1
        {
            *row = add(std::mem::take(row));
        }
        self
    }

    /// What it stands for.
    pub fn target(&self) -> Cow<'_, Target> {
        match &self.0 {
            Kept::Apart(kept) => Cow::Borrowed(&kept.0),
            Kept::Quarter(key, _) => Cow::Owned(Target::Quarter(key.clone())),
        }
    }

    /// Whether it stands for this.
    pub fn is(&self, target: &Target) -> bool {
        match (&self.0, target) {
            (Kept::Apart(kept), _) => kept.0 == *target,
            (Kept::Quarter(key, _), Target::Quarter(other)) => key == other,
            (Kept::Quarter(..), _) => false,
        }
    }

    /// The key result it stands for; rows are asked for it by the thousand.
    pub fn key_result(&self) -> Option<&KeyResultId> {
        match &self.0 {
            Kept::Apart(kept) => match &kept.0 {
                Target::KeyResult(id) => Some(id),
                _ => None,
            },
            Kept::Quarter(..) => None,
        }
    }

    /// Whether it has parts, and whether they are shown.
    pub fn fold(&self) -> Fold {
        self.made().map_or_else(|later| later.fold, |row| row.fold)
    }

    /// How far in it stands.
    pub fn indent(&self) -> u16 {
        self.made().map_or_else(|later| later.indent, |row| row.indent)
    }

    /// How it looks.
    pub fn row(&self, state: &State) -> ListRow<'static> {
        let make = |later: &Later| {
            let Later { cells, indent, fold, make } = *later;
            make(state, &self.target(), cells).indented(indent).folded(fold)
        };
        self.made().map_or_else(make, Clone::clone)
    }

    /// The row that was made; else how it will be.
    fn made(&self) -> Result<&ListRow<'static>, &Later> {
        match &self.0 {
            Kept::Apart(kept) => match &kept.1 {
                Shape::Made(row) => Ok(row),
                Shape::Later(later) => Err(later),
            },
            Kept::Quarter(_, later) => Err(later),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_thousands_takes_little() {
        assert_eq!(size_of::<Entry>(), 3 * size_of::<usize>());
    }

    #[test]
    fn a_row_stands_for_what_it_was_made_for_however_little_is_kept_of_it() {
        let make = |_: &State, _: &Target, _: usize| ListRow::default();
        let later = Arc::new(Later { cells: 0, indent: 2, fold: Fold::Open, make });
        let key = |team: &str| -> QuarterKey { format!("{team}/2027-q1").parse().unwrap() };
        let targets = [Target::Quarter(key("search")), Target::Quarter(key("payments")), Target::Due];
        for target in &targets {
            let rows = [Entry::later(target.clone(), &later), Entry::new(target.clone(), ListRow::default())];
            for row in &rows {
                assert_eq!(*row.target(), *target);
                assert_eq!(row.key_result(), None);
                assert!(targets.iter().all(|other| row.is(other) == (other == target)));
            }
            assert_eq!((rows[0].indent(), rows[0].fold()), (2, Fold::Open));
            assert_eq!((rows[1].indent(), rows[1].fold()), (0, Fold::None));
        }
    }
}
