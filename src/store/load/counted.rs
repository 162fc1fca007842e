//! Quarters that are read and counted meanwhile, until somebody stops it.

use std::collections::BTreeSet;

use super::{Loaded, OpenError};
use crate::domain::quarter::QuarterKey;
use crate::store::shares::Count;
use crate::store::{Names, Store};

/// The quarters that are read until they are counted.
const COUNTED: usize = 64;

/// Reads some quarters, or a part of each.
type Open = fn(&Store, &mut Loaded, &BTreeSet<QuarterKey>) -> Result<(), OpenError>;

impl Store {
    /// Reads everything and counts the quarters; less than everything where the count is stopped.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn load_counting(&self, count: &Count) -> Result<Loaded, OpenError> {
        let mut loaded = self.outline(&Names::All)?;
        let all: Vec<QuarterKey> = loaded.workspace.unopened.iter().cloned().collect();
        self.open_counting(&mut loaded, &all, (Self::open_quarters, count))?;
        Ok(loaded)
    }

    /// Reads quarters and counts them; fewer where the count is stopped.
    pub(in crate::store) fn open_counting(
        &self,
        loaded: &mut Loaded,
        keys: &[QuarterKey],
        (open, count): (Open, &Count),
    ) -> Result<(), OpenError> {
        count.expect(keys.len());
        for some in keys.chunks(COUNTED) {
            if count.is_stopped() {
                break;
            }
            open(self, loaded, &some.iter().cloned().collect())?;
            count.add(some.len());
        }
        Ok(())
    }
}
