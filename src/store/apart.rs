//! Reads a few quarters apart from everything else, to be looked at and let go: so whoever goes through all of a workspace
//! holds little of it at a time.

use std::collections::BTreeSet;

use super::Store;
use super::load::{Assembly, Loaded, OpenError};
use super::walk::Parts;
use crate::domain::change::Address;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::referred::Referred;
use crate::domain::team::Settings;
use crate::domain::workspace::Workspace;

impl Store {
    /// Reads quarters apart from everything else but the cycles they lie in.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn apart(&self, outline: &Loaded, keys: &[QuarterKey]) -> Result<Loaded, OpenError> {
        let Workspace { settings, cycles, .. } = &outline.workspace;
        let workspace = Workspace {
            settings: Settings { format: settings.format, ..Settings::default() },
            cycles: cycles.clone(),
            ..Workspace::default()
        };
        let mut part = Loaded { workspace, ..Loaded::default() };
        self.put_apart(outline, keys, &mut part)?;
        Ok(part)
    }

    /// Reads quarters with everything above them, and of others what those that are looked at refer to. What is wrong is told
    /// of the quarters that were asked for only.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn apart_with_referred(
        &self,
        outline: &Loaded,
        keys: &[QuarterKey],
        is_looked_at: impl Fn(&Quarter) -> bool,
    ) -> Result<Loaded, OpenError> {
        let mut part = Loaded { workspace: outline.workspace.above_quarters(), ..Loaded::default() };
        self.put_apart(outline, keys, &mut part)?;
        let looked_at = part.workspace.quarters.values().filter(|quarter| is_looked_at(quarter));
        let referred: Vec<Referred> = looked_at.map(|quarter| part.workspace.referred_to(quarter)).collect();
        let mut beside = Loaded { workspace: std::mem::take(&mut part.workspace), ..Loaded::default() };
        self.put_referred(outline, &referred, &mut beside)?;
        part.workspace = beside.workspace;
        Ok(part)
    }

    fn put_apart(&self, outline: &Loaded, keys: &[QuarterKey], part: &mut Loaded) -> Result<(), OpenError> {
        part.add(self.part(outline, keys, Parts::All)?);
        Ok(())
    }

    fn put_referred(
        &self,
        outline: &Loaded,
        referred: &[Referred],
        part: &mut Loaded,
    ) -> Result<(), OpenError> {
        let unopened = &outline.workspace.unopened;
        let is_missing = |part: &Loaded, key: &QuarterKey| !part.workspace.quarters.contains_key(key);
        let named = referred.iter().flat_map(|all| &all.quarters).filter(|key| unopened.contains(key));
        let named: BTreeSet<&QuarterKey> = named.filter(|key| is_missing(part, key)).collect();
        self.put_apart(outline, &named.into_iter().cloned().collect::<Vec<_>>(), part)?;
        let teams: BTreeSet<_> = referred.iter().flat_map(|all| &all.teams).collect();
        let framed = teams.into_iter().flat_map(|team| outline.workspace.unopened_of(team));
        let framed: Vec<QuarterKey> = framed.filter(|key| is_missing(part, key)).cloned().collect();
        part.add(self.part(outline, &framed, Parts::Frames)?);
        Ok(())
    }

    /// Names the teams and cycles whose files are missing though quarters hang on them, before those are read one by one.
    pub fn name_hanging(&self, outline: &mut Loaded) {
        let mut assembly = Assembly::default();
        let keys = outline.workspace.unopened.iter();
        let above = keys.flat_map(|key| [Address::Team(key.team.clone()), Address::Cycle(key.cycle.clone())]);
        assembly.name_missing_of(above.collect(), outline);
        assembly.put_into(outline);
    }
}
