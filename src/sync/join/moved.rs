//! Key results that I moved: they go neither into what others removed or dropped, nor out of what others dropped with them.

use std::collections::BTreeSet;

use super::sides::{At, Both, Side, Sides, Versions};
use super::{Joining, place};
use crate::domain::change::{Address, Record};
use crate::store::save::Conflict;

impl Joining<'_, '_> {
    /// The objectives that others dropped since both began, and I did not; looked for only where I moved something.
    pub(super) fn dropped_there(&self, (mine, theirs): (&Sides<'_>, &Sides<'_>)) -> BTreeSet<Address> {
        let is_moved =
            |side: &Side<'_>| matches!((side.was, side.is), (Some(was), Some(is)) if was.path != is.path);
        if !mine.values().any(is_moved) {
            return BTreeSet::new();
        }
        let is_dropped = |at: Option<At<'_>>| {
            let record = self.record(at).ok().flatten();
            matches!(record, Some((_, Record::Objective(objective))) if objective.dropped.is_some())
        };
        let dropped = theirs.iter().filter_map(|(name, theirs)| {
            let address = self.repository.address(theirs.is?.path)?;
            let here = mine.get(name).map_or(theirs.was, |mine| mine.is);
            let is_new = matches!(address, Address::Objective(..))
                && is_dropped(theirs.is)
                && !is_dropped(theirs.was)
                && !is_dropped(here);
            is_new.then_some(address)
        });
        dropped.collect()
    }

    /// What others did that keeps something where it stands that I moved.
    pub(super) fn stops_move(&self, versions: Versions<At<'_>>) -> Option<Conflict> {
        let (from, to) = (versions.theirs.path, place(versions));
        if from == to {
            return None;
        }
        if self.stands_in_what_went(to) {
            return Some(Conflict::HostGone);
        }
        let mut hosts = [from, to].into_iter().filter_map(|path| self.repository.address(path)?.host());
        hosts.any(|host| self.dropped.contains(&host)).then_some(Conflict::Changed)
    }

    /// What something stands in, and goes on standing in, that I moved out of it.
    pub(super) fn holds(&self, thing: Both<'_>) -> Vec<Address> {
        let stays = thing.versions().filter(|versions| self.stops_move(*versions).is_some());
        let address = stays.and_then(|versions| self.repository.address(versions.theirs.path));
        address.into_iter().flat_map(|address| address.hosts()).collect()
    }
}
