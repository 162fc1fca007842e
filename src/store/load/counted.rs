//! Quarters that are read and counted meanwhile, until somebody stops it.

use super::{Loaded, OpenError};
use crate::domain::quarter::QuarterKey;
use crate::store::shares::{Count, in_shares};
use crate::store::{Names, Parts, Store};

/// The quarters that are worth a thread.
const SOME: usize = 4;

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

    /// Reads parts of quarters and counts them; those that are not there, or were read already, are left out. Once the count is
    /// stopped no other quarter is begun.
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
        let unopened = &mut loaded.workspace.unopened;
        let wanted: Vec<QuarterKey> = keys.iter().filter(|key| unopened.remove(key)).cloned().collect();
        count.add(keys.len() - wanted.len());
        let known = &*loaded;
        let one = |part: &mut Loaded, key: &QuarterKey| {
            part.add(self.part(known, std::slice::from_ref(key), parts)?);
            count.add(1);
            Ok(())
        };
        let read = in_shares(&wanted, self.share(SOME), |keys| {
            let mut part = known.beside();
            keys.iter().take_while(|_| !count.is_stopped()).try_for_each(|key| one(&mut part, key))?;
            Ok(part)
        });
        for part in read {
            loaded.add(part?);
        }
        Ok(())
    }
}
