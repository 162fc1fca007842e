//! The lines that stand under an objective or a key result by ids of their own: what is the same of all of them.

use super::{Desk, quoted, unknown};
use crate::domain::change::{Change, Decision, Edit, Refusal};
use crate::domain::day::Day;
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::{Initiative, KeyResult};
use crate::domain::objective::{Asker, Assumption, Negotiation, Objective};
use crate::domain::quarter::Quarter;
use crate::words::domain::decision::setting as words;

/// A record that such lines stand under.
pub trait Holder: Clone + 'static {
    /// How it is named.
    type Id: Clone;

    /// The one of this id in a quarter.
    fn find<'a>(quarter: &'a Quarter, id: &Self::Id) -> Option<&'a Self>;

    /// The one of this id, alone of its id, that is to be changed.
    ///
    /// # Errors
    /// There is none, or two files have its id.
    fn changing<'a>(desk: &Desk<'a>, id: &Self::Id) -> Result<&'a Self, Refusal>;

    /// The decision to have it as it is now.
    ///
    /// # Errors
    /// The decision is refused.
    fn revised(self, desk: &Desk<'_>, reason: Option<&str>) -> Decision;

    /// Its file as it is now, of which nothing else is asked.
    ///
    /// # Errors
    /// As of [`Holder::changing`].
    fn edit(self, desk: &Desk<'_>) -> Result<Edit, Refusal>;
}

impl Holder for Objective {
    type Id = ObjectiveId;

    fn find<'a>(quarter: &'a Quarter, id: &Self::Id) -> Option<&'a Self> {
        quarter.objective(id)
    }

    fn changing<'a>(desk: &Desk<'a>, id: &Self::Id) -> Result<&'a Self, Refusal> {
        desk.objective(id)
    }

    fn revised(self, desk: &Desk<'_>, _: Option<&str>) -> Decision {
        desk.revise_objective(self)
    }

    fn edit(self, desk: &Desk<'_>) -> Result<Edit, Refusal> {
        Ok(desk.objective_edit(desk.objective(&self.id)?, &self))
    }
}

impl Holder for KeyResult {
    type Id = KeyResultId;

    fn find<'a>(quarter: &'a Quarter, id: &Self::Id) -> Option<&'a Self> {
        quarter.key_result(id).map(|(_, key_result)| key_result)
    }

    fn changing<'a>(desk: &Desk<'a>, id: &Self::Id) -> Result<&'a Self, Refusal> {
        desk.alone(id).map(|(_, key_result)| key_result)
    }

    fn revised(self, desk: &Desk<'_>, reason: Option<&str>) -> Decision {
        desk.revise_key_result(self, reason)
    }

    fn edit(self, desk: &Desk<'_>) -> Result<Edit, Refusal> {
        let (under, before) = desk.alone(&self.id)?;
        Ok(desk.key_result_edit(under, before, self))
    }
}

/// Such a line.
pub trait Part: Clone + 'static {
    /// What it stands under.
    type Under: Holder;
    /// What it is called.
    const NOUN: &'static str;

    /// One in which nothing is said yet.
    fn blank(id: LineId, today: Day) -> Self;
    /// Names it within what it stands under.
    fn id(&self) -> &LineId;
    /// The sentence that says it was taken away.
    fn removed(&self) -> String;
    /// All that stand there.
    fn all(under: &Self::Under) -> &[Self];
    /// The same, to be changed.
    fn all_mut(under: &mut Self::Under) -> &mut Vec<Self>;
}

/// The name of what a line stands under.
pub type Under<P> = <<P as Part>::Under as Holder>::Id;

impl Desk<'_> {
    /// Has a line there, in the place of the one with its id where there is one.
    ///
    /// # Errors
    /// What it stands under cannot be had so: see [`Desk::revise_objective`] and [`Desk::revise_key_result`].
    pub fn put_part<P: Part>(&self, under: &P::Under, line: P, reason: Option<&str>) -> Decision {
        let mut after = under.clone();
        let all = P::all_mut(&mut after);
        match all.iter_mut().find(|other| other.id() == line.id()) {
            Some(other) => *other = line,
            None => all.push(line),
        }
        after.revised(self, reason)
    }

    /// Takes a line away.
    ///
    /// # Errors
    /// There is no such line, or the quarter is closed.
    pub fn remove_part<P: Part>(&self, under: &Under<P>, id: &LineId) -> Decision {
        self.still_open()?;
        let mut after = P::Under::changing(self, under)?.clone();
        let all = P::all_mut(&mut after);
        let removed = all.iter().find(|line| line.id() == id).map(P::removed);
        let sentence = removed.ok_or_else(|| unknown(P::NOUN, id.as_str()))?;
        all.retain(|line| line.id() != id);
        Ok(Change::one(sentence, after.edit(self)?))
    }
}

macro_rules! parts {
    ($($part:ident, $noun:literal, removed $says:ident by $removed:path; in $under:ident $all:ident, $today:ident:
        { $($name:ident: $blank:expr),* })+) => {
        $(impl Part for $part {
            type Under = $under;
            const NOUN: &'static str = $noun;

            fn blank(id: LineId, $today: Day) -> Self {
                Self { id, $($name: $blank),* }
            }

            fn id(&self) -> &LineId {
                &self.id
            }

            fn removed(&self) -> String {
                $removed(quoted(&self.$says))
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
    Assumption, "assumption", removed text by words::remove_the_assumption; in Objective assumptions, _today: {
        text: String::new(), noticed_by: None, state: None
    }
    Negotiation, "negotiation", removed asked by words::remove_from_the_log; in Objective negotiations, today: {
        asked: String::new(), from: Asker::Above, date: today, outcome: None
    }
    Dependency, "dependency", removed need by words::remove_the_dependency; in KeyResult dependencies, _today: {
        team: String::new(), need: String::new(), by: None, asker: None, state: DependencyState::Open
    }
    Initiative, "initiative", removed text by words::remove_the_initiative; in KeyResult initiatives, _today: {
        text: String::new(), done: false
    }
}
