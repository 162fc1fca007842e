//! Which key results a check-in talks about: at most two, monthly four (CHK-4).

use crate::domain::confidence::{Confidence, Likelihood, Votes};
use crate::domain::frame::Cadence;
use crate::domain::id::KeyResultId;

use super::{Heard, Round, Rounds};

/// Points by which a median must fall to be talked about.
const FALLEN: u8 = 20;
/// Check-ins without any move after which confidence counts as frozen.
const FROZEN: usize = 3;

/// Why a key result is talked about; the first matters most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Something blocks that did not block the last time.
    NewBlocker,
    /// The median fell by 20 points or more.
    Fallen {
        /// By how many points.
        points: u8,
    },
    /// Highest and lowest vote are 40 points or more apart.
    Spread {
        /// How far apart.
        points: u8,
    },
    /// The median is 30 or less.
    Low,
    /// Nobody brought a reading, nor said that none can be had yet.
    NoReading,
    /// The median has not moved for three check-ins.
    Frozen,
}

/// A key result to talk about, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Which key result.
    pub key_result: KeyResultId,
    /// Every reason, the weightiest first; never empty.
    pub reasons: Vec<Reason>,
}

impl Rounds<'_> {
    /// The key results a round talks about, at most two; monthly at most four, but two with mid-quarter. Weightier
    /// reasons go first, then more of them, then the order of the screens. A round nobody has spoken in yet asks for
    /// readings.
    pub fn exceptions(&self, round: Round) -> Vec<Exception> {
        let mut found: Vec<Exception> = self
            .checked()
            .filter(|(_, kr)| !self.quarter.outcome(kr).is_decided())
            .map(|(_, kr)| Exception { key_result: kr.id.clone(), reasons: self.reasons(&kr.id, round) })
            .filter(|exception| !exception.reasons.is_empty())
            .collect();
        found.sort_by_key(|exception| (weight(exception.reasons[0]), usize::MAX - exception.reasons.len()));
        found.truncate(if self.cadence == Cadence::Monthly && !round.is_mid { 4 } else { 2 });
        found
    }

    fn reasons(&self, id: &KeyResultId, round: Round) -> Vec<Reason> {
        let until_now: Vec<Heard> = self.trend(id).into_iter().take(round.number).collect();
        let Some((now, before)) = until_now.split_last() else { return Vec::new() };
        // Neither a vote nor a reading takes a blocker away.
        let last = before.iter().rev().find(|heard| heard.is_spoken());
        let mut reasons = Vec::new();
        if has_new_blocker(now, last) {
            reasons.push(Reason::NewBlocker);
        }
        let last_median = before.iter().rev().find_map(Heard::median).or_else(|| self.opening(id).median());
        if let (Some(last), Some(median)) = (last_median, now.median()) {
            let points = last.percent().saturating_sub(median.percent());
            reasons.extend((points >= FALLEN).then_some(Reason::Fallen { points }));
        }
        let points = now.spread();
        reasons.extend((points >= Votes::WIDE).then_some(Reason::Spread { points }));
        let is_low = |median: &Confidence| Likelihood::from(*median) == Likelihood::Unlikely;
        reasons.extend(now.median().filter(is_low).map(|_| Reason::Low));
        reasons.extend((now.reading.is_none() && !now.not_readable).then_some(Reason::NoReading));
        let is_frozen = now.median().is_some() && has_frozen(&until_now) == Some(true);
        reasons.extend(is_frozen.then_some(Reason::Frozen));
        reasons
    }
}

fn has_new_blocker(now: &Heard, last: Option<&Heard>) -> bool {
    now.blocked.iter().any(|blocker| last.is_none_or(|last| !last.blocked.contains(blocker)))
}

/// Tells whether the last three medians are one; `None` where there are not so many. A round without one counts neither way.
pub fn has_frozen(trend: &[Heard]) -> Option<bool> {
    let medians: Vec<_> = trend.iter().rev().filter_map(Heard::median).take(FROZEN).collect();
    (medians.len() == FROZEN).then(|| medians.iter().all(|median| *median == medians[0]))
}

/// Smaller is weightier: the kind of reason, then the larger number of points.
fn weight(reason: Reason) -> (u8, u8) {
    match reason {
        Reason::NewBlocker => (0, 0),
        Reason::Fallen { points } => (1, u8::MAX - points),
        Reason::Spread { points } => (2, u8::MAX - points),
        Reason::Low => (3, 0),
        Reason::NoReading => (4, 0),
        Reason::Frozen => (5, 0),
    }
}
