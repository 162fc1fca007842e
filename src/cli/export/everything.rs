//! Everything as JSON, read and written a few teams at a time, so that however many there are, few are held.

use std::io::{self, Write};

use crate::cli::halt::Halt;
use crate::cli::opened::unread;
use crate::domain::id::TeamId;
use crate::domain::quarter::QuarterKey;
use crate::report::export::Whole;
use crate::store::problem::Problem;
use crate::store::shares::{Count, in_order};
use crate::store::{Loaded, Names, OpenError, Store};

/// The quarters that are read together, those of one team at least.
const SHARE: usize = 12;

/// A workspace of which nothing below the teams has been read yet.
pub(super) struct Everything<'s> {
    store: &'s Store,
    outline: Loaded,
}

/// Why not all of it was written.
pub(super) enum Cut {
    /// The workspace cannot be looked through.
    Unread(OpenError),
    /// It cannot be written.
    Unwritten(io::Error),
    /// Somebody stopped it.
    Stopped,
}

/// Some teams with the names of their quarters.
type Teams<'o> = Vec<(&'o TeamId, Vec<QuarterKey>)>;

impl<'s> Everything<'s> {
    pub(super) fn of(store: &'s Store) -> Result<Self, Halt> {
        let mut outline = store.outline(&Names::All)?;
        store.name_hanging(&mut outline);
        Ok(Self { store, outline })
    }

    /// Writes all of it, in the order of the paths, and gives what is wrong with the files.
    pub(super) fn write(&self, count: &Count, out: &mut dyn Write) -> Result<Vec<Problem>, Cut> {
        let shares = self.shares();
        count.expect(self.outline.workspace.unopened.len());
        let mut problems = self.outline.problems.clone();
        let mut put = |text: &str| out.write_all(text.as_bytes()).map_err(Cut::Unwritten);
        let whole = Whole::new();
        put(whole.head())?;
        put(&Whole::above(&self.outline.workspace))?;
        in_order(
            shares.into_iter(),
            |teams| self.part(&teams, count),
            |part| {
                let (text, more) = part?;
                problems.extend(more);
                put(&text)
            },
        )?;
        problems.sort();
        problems.dedup();
        put(&whole.foot(&unread(&problems)))?;
        Ok(problems)
    }

    fn part(&self, teams: &Teams<'_>, count: &Count) -> Result<(String, Vec<Problem>), Cut> {
        if count.is_stopped() {
            return Err(Cut::Stopped);
        }
        let keys: Vec<QuarterKey> = teams.iter().flat_map(|(_, keys)| keys).cloned().collect();
        let part = self.store.apart(&self.outline, &keys).map_err(Cut::Unread)?;
        count.add(keys.len());
        let mut unread = self.outline.workspace.unread.clone();
        unread.extend(part.workspace.unread.iter().cloned());
        let texts = teams.iter().map(|(team, keys)| {
            let quarters = keys.iter().filter_map(|key| part.workspace.quarters.get(key));
            Whole::team(self.outline.workspace.teams.get(*team), quarters, &unread)
        });
        Ok((texts.collect(), part.problems))
    }

    /// The teams in the order of their paths, a few at a time: `a-b/` stands before `a/`.
    fn shares(&self) -> Vec<Teams<'_>> {
        let workspace = &self.outline.workspace;
        let mut teams: Vec<&TeamId> = workspace.teams.keys().collect();
        teams.sort_by_key(|team| format!("{team}/"));
        let mut shares: Vec<Teams<'_>> = Vec::new();
        for team in teams {
            let keys: Vec<QuarterKey> = workspace.unopened_of(team).cloned().collect();
            let size = |share: &Teams<'_>| share.iter().map(|(_, keys)| keys.len().max(1)).sum::<usize>();
            match shares.last_mut().filter(|share| size(share) < SHARE) {
                Some(share) => share.push((team, keys)),
                None => shares.push(vec![(team, keys)]),
            }
        }
        shares
    }
}

impl From<io::Error> for Cut {
    fn from(why: io::Error) -> Self {
        Self::Unwritten(why)
    }
}
