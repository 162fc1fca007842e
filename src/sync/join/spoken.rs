//! Key results that one side removed and the other spoke of since: what was said, scored or noted keeps what it is about.

use std::collections::BTreeSet;

use super::Joining;
use super::sides::{At, Sides};
use crate::domain::change::{Address, Record};
use crate::domain::id::KeyResultId;
use crate::domain::quarter::KeyResultKey;
use crate::store::record_of;
use crate::sync::tree::texts;
use crate::sync::trouble::Trouble;

impl Joining<'_, '_> {
    /// The key results I removed of which others said something since, and all that they stand in.
    pub(super) fn spoken_of(
        &self,
        (mine, theirs): (&Sides<'_>, &Sides<'_>),
    ) -> Result<Vec<Address>, Trouble> {
        let gone = mine.values().filter(|side| side.is.is_none()).filter_map(|side| side.was);
        let mut gone: Vec<Address> = gone.filter_map(|at| self.repository.address(at.path)).collect();
        gone.retain(|at| matches!(at, Address::KeyResult(..)));
        if gone.is_empty() {
            return Ok(Vec::new());
        }
        let said = theirs.values().filter_map(|side| side.is).filter(|at| at.entry.is_plain());
        let said = said.filter_map(|at| Some((self.repository.address(at.path)?, at.entry.content.as_str())));
        let said = said.filter(|(address, _)| {
            matches!(address, Address::Sitting(..) | Address::Scoring(..) | Address::Note(..))
        });
        let (addresses, contents): (Vec<Address>, Vec<&str>) = said.unzip();
        let mut spoken_of = BTreeSet::new();
        for (address, text) in addresses.iter().zip(texts(&self.repository.git, &contents)?) {
            // What cannot be read is told of where it is merged, and by the check.
            let record = text.and_then(|text| record_of(address, &text).ok());
            spoken_of.extend(record.iter().flat_map(|record| keys(address, record)));
        }
        gone.retain(|at| key_of(at).is_some_and(|key| spoken_of.contains(&key)));
        Ok(gone.into_iter().flat_map(|at| [at.clone()].into_iter().chain(at.hosts())).collect())
    }

    /// Whether a record speaks of a key result that others removed.
    pub(super) fn speaks_of_what_went(&self, at: At<'_>) -> Result<bool, Trouble> {
        let is_record = self.repository.address(at.path).is_some();
        if !is_record || !self.gone.keys().any(|gone| matches!(gone, Address::KeyResult(..))) {
            return Ok(false);
        }
        Ok(!self.spoken_and_gone(self.record(Some(at))?.as_ref()).is_empty())
    }

    /// The key results that others removed and a record speaks of.
    pub(super) fn spoken_and_gone(&self, record: Option<&(Address, Record)>) -> Vec<Address> {
        let spoken_of: BTreeSet<KeyResultKey> =
            record.into_iter().flat_map(|(address, record)| keys(address, record)).collect();
        let is_it = |gone: &&Address| key_of(gone).is_some_and(|key| spoken_of.contains(&key));
        self.gone.keys().filter(is_it).cloned().collect()
    }
}

/// The key results that a record speaks of.
fn keys(address: &Address, record: &Record) -> Vec<KeyResultKey> {
    let Some(quarter) = address.quarter() else { return Vec::new() };
    let key = |id: &KeyResultId| KeyResultKey { quarter: quarter.clone(), id: id.clone() };
    record.speaks_of().into_iter().map(key).collect()
}

fn key_of(address: &Address) -> Option<KeyResultKey> {
    let Address::KeyResult(quarter, _, id) = address else { return None };
    Some(KeyResultKey { quarter: quarter.clone(), id: id.clone() })
}
