//! The votes that were given alone on this machine.

use crate::domain::change::Change;
use crate::domain::check_in::{CheckIn, Sitting};
use crate::domain::id::SittingId;
use crate::method::check_ins::voted_in;
use crate::store::own_votes::OwnVotes;

/// The sittings in which a vote was given here before on what a sitting votes on.
pub(super) fn own_on(own: Option<&OwnVotes>, sitting: &Sitting) -> Vec<SittingId> {
    let of = |entry: &CheckIn| own.map(|own| own.on(&entry.key_result)).unwrap_or_default();
    sitting.check_ins.iter().flat_map(of).collect()
}

/// Remembers a vote given alone, before it is saved: a sitting that never came to be hurts nobody, a vote that is forgotten
/// counts twice. Where it cannot be written the vote stands all the same; it can be corrected by its id. Tells whether it was.
pub(super) fn remember(own: Option<&mut OwnVotes>, change: &Change) -> bool {
    let mut voted = voted_in(change);
    match own {
        Some(own) => voted.fold(true, |noted, (_, on, sitting)| own.remember(on, sitting).is_ok() && noted),
        None => voted.next().is_none(),
    }
}
