//! What a team can decide: each function checks a decision and gives the [`Change`] that carries it out, or says what
//! stands in the way. Nothing is changed here.

use super::change::{Address, Change, Decision, Edit, Record, Refusal, Stop};
use super::cycle::{Cycle, ReadingDay};
use super::day::Day;
use super::display::{paragraphs, quoted, visible};
use super::frame::Frame;
use super::id::{KeyResultId, ObjectiveId};
use super::key_result::KeyResult;
use super::objective::Objective;
use super::quarter::{Quarter, QuarterKey};
use super::team::Team;
use super::workspace::Workspace;

mod adding;
mod check_in;
mod commit;
mod correction;
mod hand_over;
mod ledger;
mod lineage;
mod link;
mod order;
mod part;
mod picked;
mod reply;
mod retrospective;
mod revise;
mod rewrite;
mod room;
mod scoring;
mod setting;
mod start;
mod talk;
mod waiver;

pub use super::frame::List;
use crate::domain::stop_rule::StopRule;
use crate::words::anywhere;
use crate::words::domain::decision as words;
pub use adding::Adding;
pub use correction::{Correction, Said};
pub use ledger::revise_cycle;
pub use lineage::record_was;
pub use link::Other;
pub use order::Step;
pub use part::{Holder, Part, Under};
pub use picked::{Renamed, goes_along, judge, lines_that_stay, with_free_ids, without_lines_elsewhere};
pub use rewrite::OldSentence;
pub use room::{MidNote, Principle, Test};
pub use setting::{FEW_OBJECTIVES, MOST_OBJECTIVES};
pub use start::{Start, add_team, open_quarter, revise_settings, revise_team, start};
#[cfg(test)]
pub(crate) use start::{add_unread, begun};
pub use talk::{Contribution, Question, Side};
pub use waiver::AskedOf;

/// The quarter a decision is about, and the day it is taken on.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// Everything there is.
    pub workspace: &'a Workspace,
    /// The quarter decided on.
    pub quarter: &'a Quarter,
    /// Its cycle.
    pub cycle: &'a Cycle,
    /// The day of the decision.
    pub today: Day,
}

impl<'a> Desk<'a> {
    /// Sits down at a quarter.
    ///
    /// # Errors
    /// The workspace has no such quarter or cycle.
    pub fn at(workspace: &'a Workspace, key: &QuarterKey, today: Day) -> Result<Self, Refusal> {
        let quarter = workspace.quarters.get(key).ok_or_else(|| {
            let hint = words::open_it_first(&key.team, &key.cycle);
            Refusal::one(StopRule::Reference, key.to_string(), words::THIS_QUARTER_DOES_NOT_EXIST, hint)
        })?;
        let cycle = workspace.cycles.get(&key.cycle).ok_or_else(|| {
            let hint = words::write_cycles_toml_with_label(&key.cycle);
            Refusal::one(StopRule::Reference, key.to_string(), words::ITS_CYCLE_HAS_NO_DATES, hint)
        })?;
        Ok(Self { workspace, quarter, cycle, today })
    }

    /// The day that days are typed on at it: today, and its quarter.
    pub fn typing_day(&self) -> ReadingDay {
        self.cycle.typing_day(self.today)
    }

    /// The team of the quarter; none where it cannot be read.
    pub fn team(&self) -> Option<&'a Team> {
        self.workspace.teams.get(&self.quarter.key.team)
    }

    /// How many people it lists.
    pub fn people(&self) -> usize {
        self.workspace.people_of(&self.quarter.key.team)
    }

    fn key(&self) -> QuarterKey {
        self.quarter.key.clone()
    }

    /// Refuses when nobody knows where the quarter stands: its frame, which says whether it is committed or closed, or the days of
    /// its cycle cannot be read.
    ///
    /// # Errors
    /// One of the two cannot be read, or not in full.
    pub fn is_read(&self) -> Result<(), Refusal> {
        let Self { quarter, cycle, .. } = self;
        let frame = quarter.frame.is_unread.then(|| Address::Frame(self.key()));
        let cycle = cycle.is_unread.then(|| Address::Cycle(cycle.id.clone()));
        let stops: Vec<Stop> = frame.into_iter().chain(cycle).map(|at| unread(&at.to_string())).collect();
        if stops.is_empty() { Ok(()) } else { Err(Refusal { stops }) }
    }

    /// The day by which a key result is to be reached: its own, else the last of the cycle; none where that cannot be read.
    pub fn due(&self, key_result: &KeyResult) -> Option<Day> {
        key_result.due().or_else(|| (!self.cycle.is_unread).then_some(self.cycle.last))
    }

    /// Refuses when the quarter is closed: what stands there is history.
    fn still_open(&self) -> Result<(), Refusal> {
        self.is_read()?;
        match self.quarter.frame.closed {
            None => Ok(()),
            Some(day) => Err(Refusal::one(
                StopRule::Closed,
                self.cycle.label.clone(),
                words::this_quarter_was_closed_on(day),
                anywhere::GO_TO_THE_NEXT_QUARTER,
            )),
        }
    }

    fn objective(&self, id: &ObjectiveId) -> Result<&'a Objective, Refusal> {
        self.quarter.objective(id).ok_or_else(|| unknown("objective", id.as_str()))
    }

    fn key_result(&self, id: &KeyResultId) -> Result<(&'a Objective, &'a KeyResult), Refusal> {
        self.quarter.key_result(id).ok_or_else(|| unknown(words::KEY_RESULT, id.as_str()))
    }

    /// The key result that is to be changed. While two files have its id nobody knows which of them is meant.
    fn alone(&self, id: &KeyResultId) -> Result<(&'a Objective, &'a KeyResult), Refusal> {
        let mut under = self.quarter.key_results().filter(|(_, other)| other.id == *id);
        match (under.next(), under.next()) {
            (Some((one, _)), Some((other, _))) => {
                let says = words::it_stands_under_both(&one.id, &other.id);
                Err(Refusal::one(StopRule::DuplicateId, id.as_str(), says, words::OKR_CHECK_NAMES_THE_FILES))
            }
            _ => self.key_result(id),
        }
    }

    /// Today, or the later day of what it follows: the clock of another machine may be behind.
    fn not_before(&self, before: Option<Day>) -> Day {
        before.map_or(self.today, |before| self.today.max(before))
    }

    fn objective_edit(&self, before: &Objective, after: &Objective) -> Edit {
        let address = Address::Objective(self.key(), before.id.clone());
        Edit::update(address, Record::objective(before), Record::objective(after))
    }

    fn key_result_address(&self, objective: &Objective, key_result: &KeyResult) -> Address {
        Address::KeyResult(self.key(), objective.id.clone(), key_result.id.clone())
    }

    fn key_result_edit(&self, under: &Objective, before: &KeyResult, after: KeyResult) -> Edit {
        let address = self.key_result_address(under, before);
        Edit::update(address, Record::KeyResult(before.clone()), Record::KeyResult(after))
    }

    fn frame_edit(&self, after: Frame) -> Edit {
        let before = Record::Frame(self.quarter.frame.clone());
        Edit::update(Address::Frame(self.key()), before, Record::Frame(after))
    }

    /// Tells whether the team belongs to another; one that does not has nothing above.
    pub fn has_parent(&self) -> bool {
        self.team().is_some_and(|team| team.parent.is_some())
    }

    /// Changes the frame: a list, a promise, a principle.
    ///
    /// # Errors
    /// The quarter is closed, or follows one that is not there.
    pub fn revise_frame(&self, mut after: Frame, sentence: impl Into<String>) -> Decision {
        self.still_open()?;
        self.check_follows(&after)?;
        let before = &self.quarter.frame.alignment;
        if before.is_nominal() && !after.alignment.is_nominal() && after.alignment.reason == before.reason {
            // It was the reason of an answer that is no more.
            after.alignment.reason = None;
        }
        Ok(Change::one(sentence, self.frame_edit(after)))
    }

    fn check_follows(&self, after: &Frame) -> Result<(), Refusal> {
        let Some(cycle) = after.follows.as_ref().filter(|_| after.follows != self.quarter.frame.follows)
        else {
            return Ok(());
        };
        let key = QuarterKey { team: self.quarter.key.team.clone(), cycle: cycle.clone() };
        if key != self.quarter.key && self.workspace.quarters.contains_key(&key) {
            return Ok(());
        }
        let hint = words::NAME_AN_EARLIER_QUARTER_OF_THIS_TEAM;
        Err(Refusal::one(StopRule::Reference, cycle.as_str(), words::NO_OTHER_QUARTER_OF_THIS_TEAM, hint))
    }
}

/// Refuses while the days of a cycle cannot be read.
///
/// # Errors
/// They cannot.
pub fn days_are_known(cycle: &Cycle) -> Result<(), Refusal> {
    if !cycle.is_unread {
        return Ok(());
    }
    Err(Refusal { stops: vec![unread(&Address::Cycle(cycle.id.clone()).to_string())] })
}

/// A stop for a file that cannot be read.
fn unread(file: &str) -> Stop {
    Stop::hard(StopRule::Unread, visible(file), words::IT_CANNOT_BE_READ, words::MEND_IT_FIRST)
}

fn unknown(what: &str, id: &str) -> Refusal {
    let hint = if what == "team" { words::OKR_LIST_TEAMS } else { words::OKR_LIST_SHOWS_THE_IDS };
    Refusal::one(StopRule::Reference, id, words::there_is_no_of_this_id(what), hint)
}

/// Asks for a text that is not blank. How it is broken into lines stays: what is one line is made one where it is typed, and
/// somebody may have broken in the file what is written here with something else.
fn written(text: &str, about: &str, what: &str) -> Result<String, Refusal> {
    let text = paragraphs(text);
    if text.is_empty() {
        return Err(Refusal::one(StopRule::Empty, about, words::is_missing(what), words::WRITE_ONE_LINE));
    }
    Ok(text)
}

/// The same of a text that stands: where it is not changed it stays whole, with what lies before and behind it.
fn rewritten((before, after): (&str, &str), about: &str, what: &str) -> Result<String, Refusal> {
    let text = written(after, about, what)?;
    Ok(if after == before { after.to_owned() } else { text })
}

#[cfg(test)]
mod tests;
