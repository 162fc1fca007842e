//! Correcting what was said at a check-in: a new sitting takes the place of the old one, whose file stays (CHK-1).

use super::{Desk, quoted};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::check_in::{CheckIn, Sitting};
use crate::domain::day::Day;
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::seed::Seed;

/// How a sitting should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The sitting.
    pub of: SittingId,
    /// Its day, where another one was meant.
    pub date: Option<Day>,
    /// What should have been said.
    pub says: Said,
}

/// What should have been said; all else that the sitting says stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This about one key result.
    Entry(CheckIn),
    /// Nothing about one key result.
    NothingOn(KeyResultId),
    /// This was decided, or nothing was.
    Decision(Option<String>),
    /// Nothing at all.
    Nothing,
}

impl Desk<'_> {
    /// Writes a sitting anew as it should have been.
    ///
    /// # Errors
    /// There is no such sitting or it has been corrected already; what should have been said could not have been logged; or
    /// the quarter is closed.
    pub fn correct(&self, correction: Correction, seed: &mut Seed) -> Decision {
        self.still_open()?;
        let before = self.standing(&correction.of)?;
        let sentence = self.words(&correction.says)?;
        let mut after = before.clone();
        after.supersedes = Some(before.id.clone());
        after.date = correction.date.unwrap_or(before.date);
        after.id = self.sitting_id(after.date, seed)?;
        self.say(&mut after, correction.says)?;
        self.check_date(&after)?;
        let address = Address::Sitting(self.key(), after.id.clone());
        Ok(Change::one(sentence, Edit::create(address, Record::Sitting(after))))
    }

    /// The sitting as it counts today.
    fn standing(&self, id: &SittingId) -> Result<&Sitting, Refusal> {
        let later = self.quarter.sittings.iter().find(|sitting| sitting.supersedes.as_ref() == Some(id));
        if let Some(later) = later {
            let hint = format!("correct {}, which stands in its place", later.id);
            return Err(Refusal::one("CHK-1", id.as_str(), "it has been corrected already", hint));
        }
        let found = self.quarter.sittings.iter().find(|sitting| sitting.id == *id);
        found.ok_or_else(|| super::unknown("check-in", id.as_str()))
    }

    fn say(&self, sitting: &mut Sitting, says: Said) -> Result<(), Refusal> {
        match says {
            Said::Entry(entry) if entry.is_empty() => {
                let hint = "say what it should be, or take the check-in back altogether";
                return Err(Refusal::one("CHK-1", "the check-in", "nothing is said in it", hint));
            }
            Said::Entry(entry) => {
                match sitting.check_ins.iter_mut().find(|said| said.key_result == entry.key_result) {
                    Some(said) => *said = entry.clone(),
                    None => sitting.check_ins.push(entry.clone()),
                }
                self.check_entry(sitting, &entry)?;
            }
            Said::NothingOn(id) => sitting.check_ins.retain(|said| said.key_result != id),
            Said::Decision(decision) => sitting.decision = decision,
            Said::Nothing => {
                sitting.check_ins.clear();
                sitting.decision = None;
            }
        }
        Ok(())
    }

    fn words(&self, says: &Said) -> Result<String, Refusal> {
        Ok(match says {
            Said::Entry(entry) => {
                format!("correct the check-in on {}", quoted(self.key_result(&entry.key_result)?.1.name()))
            }
            Said::NothingOn(id) => {
                format!("take back the check-in on {}", quoted(self.key_result(id)?.1.name()))
            }
            Said::Decision(Some(_)) => "correct what was decided".to_owned(),
            Said::Decision(None) => "take back what was decided".to_owned(),
            Said::Nothing => "take back the check-in".to_owned(),
        })
    }
}
