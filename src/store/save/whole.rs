//! What may not be taken back or done again although each of its files stands as it was left: the workspace would not be
//! whole with it. Nothing goes that others hang something on, nothing comes without what it stands in, a closed quarter stays as
//! it is, and a committed objective keeps its sentence.

use std::path::{Path, PathBuf};

use super::obstacle::{Obstacle, Torn};
use super::plan::Plan;
use crate::domain::change::{Address, Record};
use crate::domain::frame::Frame;
use crate::domain::id::{CycleId, KeyResultId, LineId};
use crate::domain::objective::Objective;
use crate::domain::quarter::QuarterKey;
use crate::store::layout;
use crate::store::walk::{walk_all, walk_quarter};

impl Plan<'_> {
    /// Makes sure that the workspace is as whole after the acts as it was before.
    pub(super) fn stays_whole(&self) -> Result<(), Obstacle> {
        let touched = self.texts.iter().filter_map(|(path, text)| Some((address_of(path)?, text.is_some())));
        for (address, stands) in touched {
            let was_there = self.root.join(layout::path(&address)).exists();
            let torn = match (was_there, stands) {
                (true, false) => self.hangs_on(&address),
                (false, true) => self.lacks(&address),
                (true, true) => self.hangs_on_a_line(&address)?,
                (false, false) => None,
            };
            let torn = match torn {
                None if self.rewrites_history(&address)? => Some(Torn::Closed(layout::path(&address))),
                None if self.rewords_committed(&address)? => Some(Torn::Committed(layout::path(&address))),
                torn => torn,
            };
            if let Some(torn) = torn {
                return Err(Obstacle::Torn(torn));
            }
        }
        Ok(())
    }

    /// Makes sure that no objective goes under which others have put something since it was looked at.
    pub(super) fn leaves_nothing_under_objectives(&self) -> Result<(), Obstacle> {
        let gone = self.texts.iter().filter(|(_, text)| text.is_none());
        let mut objectives = gone.filter_map(|(path, _)| match address_of(path)? {
            address @ Address::Objective(..) if self.root.join(path).exists() => Some(address),
            _ => None,
        });
        let torn = objectives.find_map(|address| self.hangs_on(&address));
        torn.map_or(Ok(()), |torn| Err(Obstacle::Torn(torn)))
    }

    /// What would be left hanging on nothing.
    fn hangs_on(&self, address: &Address) -> Option<Torn> {
        let inside = match address {
            Address::Team(id) => self.inside(address).or_else(|| {
                let is_below = |other: &Record| {
                    matches!(other, Record::Team(other) if other.parent.as_ref() == Some(id))
                };
                self.found(address, |at| matches!(at, Address::Team(_)), is_below)
            }),
            Address::Frame(_) | Address::Objective(..) => self.inside(address),
            Address::Cycle(id) => self.quarter_in(id),
            Address::KeyResult(key, _, id) if self.key_result(key, id).is_none() => self.said_of(key, id),
            Address::Sitting(_, id) => {
                let corrects = |other: &Record| match other {
                    Record::Sitting(other) => other.supersedes.as_ref() == Some(id) || other.joins.contains(id),
                    _ => false,
                };
                self.found(address, |at| matches!(at, Address::Sitting(..)), corrects)
            }
            _ => None,
        };
        inside.map(|inside| Torn::Holds { path: layout::path(address), inside })
    }

    /// What lies in the folder of a record.
    fn inside(&self, address: &Address) -> Option<PathBuf> {
        let path = layout::path(address);
        let folder = path.parent()?;
        self.left(address).into_iter().find(|left| left.starts_with(folder))
    }

    /// What it would stand in, and is not there.
    fn lacks(&self, address: &Address) -> Option<Torn> {
        let owners = match address {
            Address::Frame(key) => {
                vec![Address::Team(key.team.clone()), Address::Cycle(key.cycle.clone())]
            }
            Address::KeyResult(key, under, _) => vec![Address::Objective(key.clone(), under.clone())],
            Address::Scoring(key, id) if self.key_result(key, id).is_none() => {
                let at = PathBuf::from(format!("{id}.toml"));
                return Some(Torn::Homeless { path: layout::path(address), owner: at });
            }
            _ => address.quarter().map(|key| Address::Frame(key.clone())).into_iter().collect(),
        };
        let owner = owners.iter().map(layout::path).find(|owner| !self.stands(owner))?;
        Some(Torn::Homeless { path: layout::path(address), owner })
    }

    /// Whether it changes something in a quarter that is closed and stays so. What is read after the close, and the time that
    /// handing over takes, are no history.
    fn rewrites_history(&self, address: &Address) -> Result<bool, Obstacle> {
        if let Address::Cycle(id) = address {
            return self.moves_days_of_history(address, id);
        }
        let Some(key) = address.quarter().filter(|_| !matches!(address, Address::Effort(..))) else {
            return Ok(false);
        };
        let stays_closed = self.stays(key, |frame| frame.closed.is_some())?;
        Ok(stays_closed && Plan::new(self.root).decided(address)? != self.decided(address)?)
    }

    /// Whether a cycle gets other days of which a quarter is closed and stays so.
    fn moves_days_of_history(&self, address: &Address, id: &CycleId) -> Result<bool, Obstacle> {
        let (Some(Record::Cycle(before)), Some(Record::Cycle(after))) =
            (Plan::new(self.root).decided(address)?, self.decided(address)?)
        else {
            return Ok(false);
        };
        if !after.has_other_days(&before) {
            return Ok(false);
        }
        for path in self.left(address) {
            if let Some(Address::Frame(key)) = address_of(&path)
                && key.cycle == *id
                && self.stays(&key, |frame| frame.closed.is_some())?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether an objective of a set that is committed and stays so gets another sentence without a revision.
    pub(super) fn rewords_committed(&self, address: &Address) -> Result<bool, Obstacle> {
        let Address::Objective(key, id) = address else { return Ok(false) };
        let (Some(Record::Objective(before)), Some(Record::Objective(after))) =
            (Plan::new(self.root).decided(address)?, self.decided(address)?)
        else {
            return Ok(false);
        };
        if before.title == after.title || before.revisions != after.revisions {
            return Ok(false);
        }
        let is_of_the_set = |path: &PathBuf| match address_of(path).map(|at| (self.decided(&at), at)) {
            Some((Ok(Some(Record::KeyResult(record))), Address::KeyResult(_, under, _))) => {
                under == *id && record.is_committed()
            }
            _ => false,
        };
        let frame = Address::Frame(key.clone());
        let is_committed = !before.revisions.is_empty() || self.left(&frame).iter().any(is_of_the_set);
        Ok(is_committed && self.stays(key, |frame| frame.committed.is_some())?)
    }

    /// Whether something holds of a quarter, and still does once the acts are done.
    fn stays(&self, key: &QuarterKey, holds: impl Fn(&Frame) -> bool) -> Result<bool, Obstacle> {
        let address = Address::Frame(key.clone());
        for plan in [&Plan::new(self.root), self] {
            if !matches!(plan.decided(&address)?, Some(Record::Frame(frame)) if holds(&frame)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What stands at an address once the acts are done, but for what was read after the close, and for the cadence that another
    /// one of the whole workspace wrote into its quarters.
    fn decided(&self, address: &Address) -> Result<Option<Record>, Obstacle> {
        let record = self.standing(address)?.map(|standing| standing.record);
        Ok(record.map(|record| match record {
            Record::Scoring(scoring) => Record::Scoring(scoring.as_decided()),
            Record::Frame(frame) => Record::Frame(Frame { cadence: None, ..frame }),
            other => other,
        }))
    }

    /// The records of the team or quarter of an address that are there once the acts are done, but for itself.
    fn left(&self, address: &Address) -> Vec<PathBuf> {
        let walked = match address.quarter() {
            Some(key) => walk_quarter(self.root, key),
            None => walk_all(self.root),
        };
        let found = walked.map(|walk| walk.files).unwrap_or_default();
        let all = found.into_iter().map(|found| layout::path(&found.address));
        all.chain(self.texts.keys().cloned()).filter(|path| self.stands(path)).collect()
    }

    fn quarter_in(&self, id: &CycleId) -> Option<PathBuf> {
        let is_in =
            |path: &PathBuf| matches!(address_of(path), Some(Address::Frame(key)) if key.cycle == *id);
        self.left(&Address::Cycle(id.clone())).into_iter().find(is_in)
    }

    /// Where a key result of that id stands, under whatever objective.
    fn key_result(&self, key: &QuarterKey, id: &KeyResultId) -> Option<PathBuf> {
        let is_it = |path: &PathBuf| match address_of(path) {
            Some(Address::KeyResult(_, _, other)) => other == *id,
            _ => false,
        };
        self.left(&Address::Frame(key.clone())).into_iter().find(is_it)
    }

    /// Where something was said or decided about a key result.
    fn said_of(&self, key: &QuarterKey, id: &KeyResultId) -> Option<PathBuf> {
        let frame = Address::Frame(key.clone());
        let scored = Address::Scoring(key.clone(), id.clone());
        let is_said = |at: &Address| matches!(at, Address::Sitting(..) | Address::Note(..));
        let scored = Some(layout::path(&scored)).filter(|path| self.stands(path));
        scored.or_else(|| self.found(&frame, is_said, |record| record.speaks_of().contains(&id)))
    }

    /// What was judged of an assumption that would go out of an objective.
    fn hangs_on_a_line(&self, address: &Address) -> Result<Option<Torn>, Obstacle> {
        let (Address::Objective(..), Some(Record::Objective(before)), Some(Record::Objective(after))) =
            (address, Plan::new(self.root).decided(address)?, self.decided(address)?)
        else {
            return Ok(None);
        };
        let goes = |id: &LineId| {
            let has = |one: &Objective| one.assumptions.iter().any(|line| line.id == *id);
            has(&before) && !has(&after)
        };
        let judges = |record: &Record| match record {
            Record::Note(note) => {
                note.objective.as_ref() == Some(&before.id) && note.assumption.as_ref().is_some_and(goes)
            }
            _ => false,
        };
        let hanging = self.found(address, |at| matches!(at, Address::Note(..)), judges);
        Ok(hanging.map(|inside| Torn::Holds { path: layout::path(address), inside }))
    }

    /// Where a record of some kind, of the quarter of an address or of all there is, stands of which something holds once the acts
    /// are done.
    fn found(
        &self,
        address: &Address,
        is_meant: impl Fn(&Address) -> bool,
        holds: impl Fn(&Record) -> bool,
    ) -> Option<PathBuf> {
        let is_it = |path: &PathBuf| {
            let at = address_of(path).filter(&is_meant);
            let standing = at.and_then(|at| self.standing(&at).ok().flatten());
            standing.is_some_and(|standing| holds(&standing.record))
        };
        self.left(address).into_iter().find(is_it)
    }

    /// Whether a file is there once the acts are done.
    fn stands(&self, path: &Path) -> bool {
        self.texts.get(path).map_or_else(|| self.root.join(path).exists(), Option::is_some)
    }
}

fn address_of(path: &Path) -> Option<Address> {
    layout::address_of(path.to_str()?)
}
