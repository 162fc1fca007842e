//! The page, the table or the calendar of a cycle, its quarters read and written a few at a time, so that however many teams there are, few are held.

use std::collections::{BTreeSet, VecDeque};
use std::io::Write;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::everything::Cut;
use crate::cli::all_teams::cycle_meant;
use crate::cli::call::Call;
use crate::cli::halt::Halt;
use crate::cli::opened;
use crate::domain::cycle::Cycle;
use crate::domain::decision::{Desk, days_are_known};
use crate::domain::quarter::QuarterKey;
use crate::domain::workspace::Workspace;
use crate::report::export::{Form, Heading, Pieces, Sheet, page_of};
use crate::store::problem::Problem;
use crate::store::shares::{Count, in_order, in_shares};
use crate::store::{Loaded, Names, OpenError, Store};

/// The quarters that are read together.
const SHARE: usize = 2;

/// The quarters that are held at a time.
const HELD: usize = 16;

/// The quarters of a cycle, none of which has been read yet.
pub(super) struct OfCycle {
    store: Store,
    outline: Loaded,
    keys: Vec<QuarterKey>,
    cycle: Cycle,
    heading: Heading,
}

/// What was read wrong so far, and why not all was read.
#[derive(Default)]
struct Met {
    problems: Vec<Problem>,
    cut: Option<Cut>,
}

impl OfCycle {
    /// The quarters of all teams in the cycle that is meant.
    pub(super) fn of(call: &Call) -> Result<Self, Halt> {
        let store = opened::store(call)?;
        let mut outline = store.outline(&Names::All)?;
        let cycle = cycle_meant(&store, &outline, call)?;
        let heading = Heading::new(&cycle.label, call.today);
        store.name_hanging(&mut outline);
        let keys = outline.workspace.unopened.iter().filter(|key| key.cycle == cycle.id).cloned().collect();
        Ok(Self { store, outline, keys, cycle, heading })
    }

    /// Refuses a calendar of days that nobody knows.
    pub(super) fn has_days(&self) -> Result<(), Halt> {
        Ok(days_are_known(&self.cycle)?)
    }

    /// The files it is read from.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Writes the page, the teams in the order of their ids, and gives what is wrong with the files.
    pub(super) fn write(
        self: &Arc<Self>,
        form: Form,
        count: &Arc<Count>,
        out: &mut dyn Write,
    ) -> Result<Vec<Problem>, Cut> {
        count.expect(self.keys.len());
        let met: Arc<Mutex<Met>> = Arc::default();
        let reading = Reading {
            of_cycle: Arc::clone(self),
            count: Arc::clone(count),
            met: Arc::clone(&met),
            next: 0,
            read: VecDeque::new(),
        };
        let written = page_of(form, &self.heading, move || reading.clone(), out);
        let met = mem::take(&mut *held(&met));
        if let Some(cut) = met.cut {
            return Err(cut);
        }
        written.map_err(Cut::Unwritten)?;
        Ok(self.wrong(met.problems))
    }

    /// Writes a table or a calendar, the teams in the order of their ids, and gives what is wrong with the files.
    pub(super) fn write_pieces(
        &self,
        pieces: &Pieces,
        count: &Count,
        out: &mut dyn Write,
    ) -> Result<Vec<Problem>, Cut> {
        count.expect(self.keys.len());
        let (mut met, mut is_silent) = (Vec::new(), true);
        out.write_all(pieces.head.as_bytes())?;
        in_order(
            self.keys.chunks(SHARE),
            |keys| self.piece(pieces, keys, count),
            |part| {
                let (piece, problems) = part?;
                met.extend(problems);
                is_silent &= piece.is_empty();
                out.write_all(piece.as_bytes()).map_err(Cut::Unwritten)
            },
        )?;
        if is_silent {
            out.write_all(pieces.nothing.as_bytes())?;
        }
        out.write_all(pieces.foot.as_bytes())?;
        Ok(self.wrong(met))
    }

    /// What is wrong with the files above the quarters and with those of the quarters, each once.
    fn wrong(&self, of_quarters: Vec<Problem>) -> Vec<Problem> {
        let mut problems = self.outline.problems.clone();
        problems.extend(of_quarters);
        problems.sort();
        problems.dedup();
        problems
    }

    /// What some quarters say.
    fn piece(
        &self,
        pieces: &Pieces,
        keys: &[QuarterKey],
        count: &Count,
    ) -> Result<(String, Vec<Problem>), Cut> {
        if count.is_stopped() {
            return Err(Cut::Stopped);
        }
        let part = if pieces.looks_around { self.with_shown(keys) } else { self.part(keys) };
        let part = part.map_err(Cut::Unread)?;
        count.add(keys.len());
        Ok(((pieces.of)(self.desks(&part.workspace, keys).collect()), part.problems))
    }

    fn desks<'w>(&self, workspace: &'w Workspace, keys: &[QuarterKey]) -> impl Iterator<Item = Desk<'w>> {
        keys.iter().filter_map(move |key| Desk::at(workspace, key, self.heading.today).ok())
    }

    fn read(&self, keys: &[QuarterKey]) -> Result<(Vec<Sheet>, Vec<Problem>), OpenError> {
        let part = self.with_shown(keys)?;
        let sheets = self.desks(&part.workspace, keys).map(|desk| Sheet::of(&desk)).collect();
        Ok((sheets, part.problems))
    }

    /// Reads some quarters, and of others what stands on a page of them: the quarter before, and what they contribute to.
    fn with_shown(&self, keys: &[QuarterKey]) -> Result<Loaded, OpenError> {
        let mut part = self.part(keys)?;
        let unopened = &self.outline.workspace.unopened;
        let named = shown_with(&part.workspace, keys).into_iter().filter(|key| unopened.contains(key));
        let named: BTreeSet<QuarterKey> =
            named.filter(|key| !part.workspace.quarters.contains_key(key)).collect();
        part.workspace.unopened.extend(named.iter().cloned());
        self.store.open_quarters(&mut part, &named)?;
        Ok(part)
    }

    /// Reads some quarters and nothing of others.
    fn part(&self, keys: &[QuarterKey]) -> Result<Loaded, OpenError> {
        let outline = &self.outline.workspace;
        let own = keys.iter().flat_map(|key| outline.unopened_of(&key.team));
        let workspace = Workspace { unopened: own.cloned().collect(), ..outline.above_quarters() };
        let unread = self.outline.unread.clone();
        let mut part = Loaded { workspace, unread, ..Loaded::default() };
        self.store.open_quarters(&mut part, &keys.iter().cloned().collect())?;
        Ok(part)
    }
}

/// The quarters whose texts stand on the pages of some: those they follow, and those they contribute to.
pub(super) fn shown_with(workspace: &Workspace, keys: &[QuarterKey]) -> BTreeSet<QuarterKey> {
    let before = keys.iter().filter_map(|key| workspace.previous_key(key));
    let quarters = keys.iter().filter_map(|key| workspace.quarters.get(key));
    before.chain(quarters.flat_map(|quarter| workspace.referred_to(quarter).quarters)).collect()
}

/// The pages of a cycle's quarters, read when they are come to.
#[derive(Clone)]
struct Reading {
    of_cycle: Arc<OfCycle>,
    count: Arc<Count>,
    met: Arc<Mutex<Met>>,
    /// The first quarter that has not been read.
    next: usize,
    /// What was read and has not been come to.
    read: VecDeque<Sheet>,
}

impl Iterator for Reading {
    type Item = Sheet;

    fn next(&mut self) -> Option<Sheet> {
        while self.read.is_empty() {
            let of_cycle = Arc::clone(&self.of_cycle);
            let keys = of_cycle.keys.get(self.next..)?.chunks(HELD).next()?;
            if let Err(cut) = self.read_some(keys) {
                held(&self.met).cut = Some(cut);
                return None;
            }
        }
        self.read.pop_front()
    }
}

impl Reading {
    /// Reads some quarters on all cores.
    fn read_some(&mut self, keys: &[QuarterKey]) -> Result<(), Cut> {
        for part in in_shares(keys, SHARE, |keys| self.of_cycle.read(keys)) {
            let (sheets, problems) = part.map_err(Cut::Unread)?;
            self.read.extend(sheets);
            held(&self.met).problems.extend(problems);
        }
        self.next += keys.len();
        self.count.add(keys.len());
        if self.count.is_stopped() { Err(Cut::Stopped) } else { Ok(()) }
    }
}

/// What is met is whole after a panic too: it is only added to.
fn held(met: &Mutex<Met>) -> MutexGuard<'_, Met> {
    met.lock().unwrap_or_else(PoisonError::into_inner)
}
