//! Logging a sitting: readings, nameless votes, what changed, what blocks (CHK-1 to CHK-5, SET-13).

use super::{Desk, quoted, written};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::id::SittingId;
use crate::domain::seed::Seed;

impl Desk<'_> {
    /// Names a new sitting: its date and six random letters.
    ///
    /// # Errors
    /// Never for a day of the calendar.
    pub fn sitting_id(&self, date: crate::domain::day::Day, seed: &mut Seed) -> Result<SittingId, Refusal> {
        SittingId::new(format!("{date}-{}", seed.letters()))
            .map_err(|bad| Refusal::one("id", "the sitting", bad.to_string(), "give a date"))
    }

    /// Logs a sitting as a new file.
    ///
    /// # Errors
    /// Nothing is said in it, a key result does not exist or has been dropped, the date lies outside the cycle or in the
    /// future, or the set is not committed yet (except for the opening vote).
    pub fn log(&self, sitting: Sitting) -> Decision {
        self.still_open()?;
        if sitting.is_empty() {
            let hint = "give a reading, a confidence, what changed or what blocks";
            return Err(Refusal::one("CHK-1", "the check-in", "nothing is said in it", hint));
        }
        self.check_date(&sitting)?;
        self.check_actions(&sitting)?;
        for entry in &sitting.check_ins {
            self.check_entry(&sitting, entry)?;
        }
        let sentence = match (sitting.kind, &sitting.check_ins[..]) {
            (SittingKind::Opening, _) => "log the opening vote".to_owned(),
            (SittingKind::CheckIn, [one]) => {
                format!("log a check-in on {}", quoted(self.key_result(&one.key_result)?.1.name()))
            }
            (SittingKind::CheckIn, []) => "log what was decided".to_owned(),
            (SittingKind::CheckIn, all) => format!("log a check-in on {} key results", all.len()),
        };
        let address = Address::Sitting(self.key(), sitting.id.clone());
        Ok(Change::one(sentence, Edit::create(address, Record::Sitting(sitting))))
    }

    pub(super) fn check_date(&self, sitting: &Sitting) -> Result<(), Refusal> {
        let date = sitting.date;
        if date > self.today {
            let says = format!("{date} lies in the future");
            return Err(Refusal::one("CHK-1 date", "the check-in", says, "give the day of the reading"));
        }
        if sitting.kind == SittingKind::Opening {
            return Ok(());
        }
        let Some(committed) = self.quarter.frame.committed else {
            let says = format!("{} is not committed yet", self.cycle.label);
            return Err(Refusal::one("SET-14", "the check-in", says, "commit the set first: okr commit"));
        };
        if date < committed.min(self.cycle.first) {
            let says = format!("{date} lies before the quarter, which began on {}", self.cycle.first);
            return Err(Refusal::one("CHK-1 date", "the check-in", says, "give a day of this quarter"));
        }
        Ok(())
    }

    /// A vote has no name: what may name a person stands in another sitting.
    fn check_actions(&self, sitting: &Sitting) -> Result<(), Refusal> {
        let has_votes = sitting.check_ins.iter().any(|entry| !entry.confidence.is_empty());
        if has_votes && !sitting.actions.is_empty() {
            let hint = "log the votes and the actions one after the other";
            return Err(Refusal::one("CHK-4", "the check-in", "it has votes and actions", hint));
        }
        for action in &sitting.actions {
            written(&action.text, "the action", "what is done")?;
            action.key_result.as_ref().map(|id| self.key_result(id)).transpose()?;
        }
        Ok(())
    }

    pub(super) fn check_entry(&self, sitting: &Sitting, entry: &CheckIn) -> Result<(), Refusal> {
        let (_, key_result) = self.key_result(&entry.key_result)?;
        let name = quoted(key_result.name());
        if self.quarter.is_dropped(&entry.key_result) {
            let hint = "it keeps its history; nothing more is logged on it";
            return Err(Refusal::one("MID-2", name, "it has been dropped", hint));
        }
        let times = sitting.check_ins.iter().filter(|other| other.key_result == entry.key_result).count();
        if times > 1 {
            return Err(Refusal::one("CHK-1", name, "it stands in the sitting twice", "say it once"));
        }
        if entry.reading.is_some() && entry.not_readable {
            let says = "it has a reading and “not readable yet”";
            return Err(Refusal::one("CHK-1", name, says, "keep one of the two"));
        }
        Ok(())
    }
}
