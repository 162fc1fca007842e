//! Votes given alone before the meeting: they wait hidden for the room, and one's own can be replaced until then (CHK-1).
//!
//! No file says whose a vote is. Which sitting is one's own is remembered outside of the workspace and comes in.

use super::{Round, Rounds};
use crate::domain::change::{Change, Decision, Refusal};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::confidence::Votes;
use crate::domain::day::Day;
use crate::domain::decision::{Correction, Desk, Said};
use crate::domain::id::{KeyResultId, SittingId};
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::words::method::rules as words;

impl<'a> Rounds<'a> {
    /// What was voted alone for a round, or before the commit where no round is named: it waits for the room and is joined
    /// at the reveal. What was said long before a check-in is no vote of it.
    pub fn alone(&self, id: &KeyResultId, round: Option<Round>) -> Votes {
        let votes = match round {
            Some(round) => self.voted(round, &self.of_round(id, round)),
            None => self.entries(id, SittingKind::Opening).collect(),
        };
        let single = votes.into_iter().filter(|(sitting, entry)| !sitting.is_of_a_room(entry));
        single.flat_map(|(_, entry)| entry.confidence.sorted().iter().copied()).collect()
    }

    /// The round a sitting belongs to; none for an opening vote.
    fn voted_in(&self, sitting: &Sitting) -> Option<Round> {
        self.round_of(sitting.date).filter(|_| sitting.kind == SittingKind::CheckIn)
    }

    /// Tells whether a vote given alone beside what was read on an earlier day is one of today: that day is near to no check-in in
    /// which the room has not voted yet, and today is.
    fn votes_today(&self, sitting: &Sitting, today: Day) -> bool {
        let [entry] = &sitting.check_ins[..] else { return false };
        let is_awaited = |day: Day| {
            let round = self.held_on(day);
            round.is_some_and(|round| !self.has_room_voted(&entry.key_result, Some(round)))
        };
        let is_alone = sitting.kind == SittingKind::CheckIn && sitting.voted_alone().is_some();
        let is_only_voted = entry.without_vote().is_empty();
        let is_earlier = sitting.date < today;
        is_earlier && is_alone && !is_only_voted && !is_awaited(sitting.date) && is_awaited(today)
    }

    /// A sitting whose room votes count what was given alone and waits for them, as at the reveal of a session, also where it
    /// takes the place of another. Where a number of everybody is there without it, those who voted alone are among them.
    pub fn joined(&self, desk: &Desk<'_>, sitting: Sitting) -> Sitting {
        let round = self.voted_in(&sitting);
        let corrects = sitting.supersedes.as_ref();
        let people = desk.people();
        let join = |entry: &CheckIn| {
            let alone = self.alone(&entry.key_result, round);
            let all: Votes = entry.confidence.sorted().iter().chain(alone.sorted()).copied().collect();
            let waits = sitting.is_of_a_room(entry)
                && !self.has_room_voted_beside(&entry.key_result, round, corrects);
            let fits = waits && all.len() <= people;
            CheckIn { confidence: if fits { all } else { entry.confidence.clone() }, ..entry.clone() }
        };
        let check_ins = sitting.check_ins.iter().map(join).collect();
        Sitting { check_ins, ..sitting }
    }

    /// What stands today of the last of one's own sittings that holds a single vote on a key result, in the same round. What was
    /// voted in the first days is none of the first check-in.
    fn own(
        &self,
        of: &[SittingId],
        id: &KeyResultId,
        voting: &Sitting,
    ) -> Option<(&'a Sitting, &'a CheckIn)> {
        let is_same = |own: &&Sitting| {
            let of = |day| (self.round_of(day), self.held_on(day));
            let is_round = of(own.date) == of(voting.date);
            own.kind == voting.kind && (is_round || own.kind == SittingKind::Opening)
        };
        let entry = |own: &'a Sitting| {
            let entry = own.said_of(id)?;
            (entry.confidence.len() == 1 && !own.together).then_some((own, entry))
        };
        of.iter().rev().filter_map(|of| self.quarter.standing_for(of)).filter(is_same).find_map(entry)
    }
}

/// What logging a sitting comes to.
#[derive(Debug, Clone)]
pub struct Logged {
    /// The change that logs it.
    pub change: Change,
    /// The sitting, with the votes given alone that count in it.
    pub sitting: Sitting,
    /// Whether an earlier vote of the same person was replaced.
    pub is_replaced: bool,
    /// Whether the vote is logged as of today, as it counts for no check-in on the day of the sitting.
    pub is_of_today: bool,
}

/// Logs a sitting, in which a vote may be given alone. `own` are the sittings in which the same person voted on it before:
/// the vote of this round is taken out, all else that was said then stands. A vote beside a reading of an earlier day that is
/// near to no open check-in is one of today, where one is near.
///
/// # Errors
/// The room has voted on it together: a vote after the reveal would not be blind, and the room votes once a round (CHK-3) and
/// again only together (CHK-4). Or it has more numbers than the team has people, those counted that were given alone before. Or
/// the sitting cannot be logged.
pub fn log_alone(
    desk: &Desk<'_>,
    sitting: Sitting,
    own: &[SittingId],
    seed: &mut Seed,
) -> Result<Logged, Refusal> {
    let rounds = Rounds::at(desk);
    let round = rounds.voted_in(&sitting);
    let voted = sitting.voted_alone().cloned();
    if rounds.votes_today(&sitting, desk.today) {
        return log_apart(desk, sitting, own, seed);
    }
    if let Some(vote) = voted.as_ref().filter(|vote| rounds.has_room_voted(&vote.key_result, round)) {
        return Err(shown_already(desk, &vote.key_result, round));
    }
    let sitting = rounds.joined(desk, sitting);
    sitting.check_ins.iter().try_for_each(|entry| desk.check_votes(entry, 0))?;
    let before = voted.as_ref().and_then(|vote| rounds.own(own, &vote.key_result, &sitting));
    if let Some(vote) = &voted {
        let others = rounds.alone(&vote.key_result, round);
        let others = others.sorted().iter().skip(usize::from(before.is_some()));
        let confidence = vote.confidence.sorted().iter().chain(others).copied().collect();
        desk.check_votes(&CheckIn { confidence, ..vote.clone() }, 0)?;
    }
    let mut change = desk.log(sitting.clone())?;
    let logged = |change, is_replaced| Logged { change, sitting, is_replaced, is_of_today: false };
    let Some((own, entry)) = before else { return Ok(logged(change, false)) };
    let left = entry.without_vote();
    let says = if left.is_empty() { Said::NothingOn(left.key_result.clone()) } else { Said::Entry(left) };
    // Written first: should the rest never come to be, a vote is missing and can be given again; two would count for ever.
    let correction = desk.correct(Correction { of: own.id.clone(), date: None, says }, seed)?;
    change.edits.splice(..0, correction.edits);
    change.sentence = words::in_place_of_an_earlier_vote(&change.sentence);
    Ok(logged(change, true))
}

/// Logs a vote as of today, and what was said beside it as of the day it speaks of.
fn log_apart(
    desk: &Desk<'_>,
    sitting: Sitting,
    own: &[SittingId],
    seed: &mut Seed,
) -> Result<Logged, Refusal> {
    let (mut vote, mut rest) =
        (Sitting::new(desk.sitting_id(desk.today, seed)?, desk.today), sitting.clone());
    for entry in &mut rest.check_ins {
        let confidence = std::mem::take(&mut entry.confidence);
        vote.check_ins.push(CheckIn { confidence, ..CheckIn::on(entry.key_result.clone()) });
    }
    let Logged { change: voted, is_replaced, .. } = log_alone(desk, vote, own, seed)?;
    let mut change = desk.log(rest)?;
    change.edits.extend(voted.edits);
    Ok(Logged { change, sitting, is_replaced, is_of_today: true })
}

/// Corrects a sitting.
///
/// # Errors
/// It is another vote given alone on what the room has voted on together since, or the sitting cannot be corrected.
pub fn correct(desk: &Desk<'_>, correction: Correction, seed: &mut Seed) -> Decision {
    let rounds = Rounds::at(desk);
    let before = desk.quarter.sittings.iter().find(|sitting| sitting.id == correction.of);
    if let (Said::Entry(entry), Some(before)) = (&correction.says, before) {
        let round = rounds.voted_in(before);
        let said = before.said_of(&entry.key_result);
        let is_same = said.map_or(entry.confidence.is_empty(), |said| said.confidence == entry.confidence);
        if !is_same && !before.is_of_a_room(entry) && rounds.has_room_voted(&entry.key_result, round) {
            return Err(shown_already(desk, &entry.key_result, round));
        }
    }
    desk.correct(correction, seed)
}

fn shown_already(desk: &Desk<'_>, id: &KeyResultId, round: Option<Round>) -> Refusal {
    let name =
        desk.quarter.key_result(id).map_or(id.as_str(), |(_, key_result)| key_result.name()).to_owned();
    let when =
        round.map_or_else(|| words::BEFORE_THE_COMMIT.to_owned(), |round| words::in_check_in(round.number));
    let says = words::the_room_has_shown_its_votes(&when);
    let hint = words::LEAVE_THE_CONFIDENCE_OUT;
    Refusal::one(Step::Chk3, name, says, hint)
}
