//! The lines that stand under an objective or a key result by ids of their own: what is the same of all of them.

use super::{ASSUMPTION, DEPENDENCY, Field, INITIATIVE, NEGOTIATION};
use crate::domain::change::Decision;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::{Initiative, KeyResult};
use crate::domain::objective::{Asker, Assumption, Negotiation, Objective};

/// A record that such lines stand under.
pub trait Holder: Clone {
    /// How it is named.
    type Id: Clone;

    /// The decision to have it as it is now.
    ///
    /// # Errors
    /// The decision is refused.
    fn revised(self, desk: &Desk<'_>, reason: Option<&str>) -> Decision;
}

impl Holder for Objective {
    type Id = ObjectiveId;

    fn revised(self, desk: &Desk<'_>, _: Option<&str>) -> Decision {
        desk.revise_objective(self)
    }
}

impl Holder for KeyResult {
    type Id = KeyResultId;

    fn revised(self, desk: &Desk<'_>, reason: Option<&str>) -> Decision {
        desk.revise_key_result(self, reason)
    }
}

/// Such a line.
pub trait Part: Clone + 'static {
    /// What it stands under.
    type Under: Holder;
    /// What can be typed about it.
    const FIELDS: &'static [Field<Self>];

    /// One in which nothing is said yet.
    #[must_use]
    fn blank(id: LineId, today: Day) -> Self;
    /// Names it within what it stands under.
    fn id(&self) -> &LineId;
    /// All that stand there.
    fn all(under: &Self::Under) -> &[Self];
    /// The same, to be changed.
    fn all_mut(under: &mut Self::Under) -> &mut Vec<Self>;

    /// The decision to have it there, in the place of the one with its id where there is one.
    ///
    /// # Errors
    /// The decision is refused.
    fn put(self, desk: &Desk<'_>, under: &Self::Under, reason: Option<&str>) -> Decision {
        let mut after = under.clone();
        let all = Self::all_mut(&mut after);
        match all.iter_mut().find(|line| line.id() == self.id()) {
            Some(line) => *line = self,
            None => all.push(self),
        }
        after.revised(desk, reason)
    }
}

macro_rules! parts {
    ($($part:ident of $fields:ident in $under:ident $all:ident, $today:ident: { $($name:ident: $blank:expr),* })+) => {
        $(impl Part for $part {
            type Under = $under;
            const FIELDS: &'static [Field<Self>] = $fields;

            fn blank(id: LineId, $today: Day) -> Self {
                Self { id, $($name: $blank),* }
            }

            fn id(&self) -> &LineId {
                &self.id
            }

            fn all(under: &$under) -> &[Self] {
                &under.$all
            }

            fn all_mut(under: &mut $under) -> &mut Vec<Self> {
                &mut under.$all
            }
        })+
    };
}

parts! {
    Assumption of ASSUMPTION in Objective assumptions, _today: {
        text: String::new(), noticed_by: None, state: None
    }
    Negotiation of NEGOTIATION in Objective negotiations, today: {
        asked: String::new(), from: Asker::Above, date: today, outcome: None
    }
    Dependency of DEPENDENCY in KeyResult dependencies, _today: {
        team: String::new(), need: String::new(), by: None, asker: None, state: DependencyState::Open
    }
    Initiative of INITIATIVE in KeyResult initiatives, _today: {
        text: String::new(), done: false
    }
}
