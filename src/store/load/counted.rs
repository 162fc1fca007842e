//! Quarters that are read and counted meanwhile, until somebody stops it.

use super::{Loaded, OpenError};
use crate::domain::quarter::QuarterKey;
use crate::store::shares::Count;
use crate::store::{Names, Parts, Store};

/// The quarters that are read until they are counted.
const COUNTED: usize = 64;

impl Store {
    /// Reads everything and counts the quarters; less than everything where the count is stopped.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn load_counting(&self, count: &Count) -> Result<Loaded, OpenError> {
        let mut loaded = self.outline(&Names::All)?;
        let all: Vec<QuarterKey> = loaded.workspace.unopened.iter().cloned().collect();
        self.open_counting(&mut loaded, &all, (Parts::All, count))?;
        Ok(loaded)
    }

    /// Reads parts of quarters and counts them; fewer where the count is stopped.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_counting(
        &self,
        loaded: &mut Loaded,
        keys: &[QuarterKey],
        (parts, count): (Parts, &Count),
    ) -> Result<(), OpenError> {
        count.expect(keys.len());
        for some in keys.chunks(COUNTED) {
            if count.is_stopped() {
                break;
            }
            self.open_parts(loaded, &some.iter().cloned().collect(), parts)?;
            count.add(some.len());
        }
        Ok(())
    }
}
