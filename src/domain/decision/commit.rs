//! Commit: the set is frozen as revision 1 (SET-14), with its few hard stops.

use std::collections::BTreeSet;

use super::setting::MOST_OBJECTIVES;
use super::{Desk, quoted, unread};
use crate::domain::change::{Change, Decision, Edit, Force, Refusal, Stop};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::day::Day;
use crate::domain::frame::{Frame, Override};
use crate::domain::id::KeyResultId;
use crate::domain::key_result::{KeyResult, Revision};
use crate::domain::measure::{Gap, Kind};
use crate::domain::objective::{Objective, Wording};
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::commit as words;

impl Desk<'_> {
    /// Everything that stands in the way of a commit: hard stops first, then what asks for a reason.
    pub fn commit_stops(&self) -> Vec<Stop> {
        if let Err(Refusal { stops }) = self.is_read() {
            return stops;
        }
        let mut stops: Vec<Stop> = self.unread_stops().collect();
        stops.extend(self.set_stops());
        let drafts = self.quarter.live_key_results().filter(|(_, key_result)| !key_result.is_committed());
        stops.extend(drafts.flat_map(|(_, key_result)| gap_stops(key_result)));
        stops.extend(self.objective_questions());
        let is_first = self.quarter.frame.committed.is_none();
        stops.extend(self.set_questions(is_first));
        stops.extend(self.vote_question());
        if is_first {
            stops.extend(self.room_questions());
        }
        stops
    }

    /// Nothing is decided on half of a set: a stop for every file of the quarter that cannot be read.
    pub(super) fn unread_stops(&self) -> impl Iterator<Item = Stop> {
        self.unread_stops_in("")
    }

    /// The same for a folder or a file of the quarter: `checkins/`.
    pub(super) fn unread_stops_in(&self, folder: &str) -> impl Iterator<Item = Stop> {
        let folder = format!("teams/{}/{folder}", self.quarter.key);
        let files = self.workspace.unread_of(&self.quarter.key).filter(move |file| file.starts_with(&folder));
        files.map(|file| unread(file))
    }

    /// Refuses while something in a folder or a file of the quarter cannot be read.
    pub(super) fn all_is_read_in(&self, part: &str) -> Result<(), Refusal> {
        let stops: Vec<Stop> = self.unread_stops_in(part).collect();
        if stops.is_empty() { Ok(()) } else { Err(Refusal { stops }) }
    }

    /// Whether an objective was dropped, and all its key results with it, stands in its file.
    pub(super) fn drop_is_read(&self, objective: &Objective) -> Result<(), Refusal> {
        self.all_is_read_in(&format!("objectives/{}/objective.toml", objective.id))
    }

    fn set_stops(&self) -> Vec<Stop> {
        let count = self.quarter.live_objectives().count();
        let mut stops = Vec::new();
        if count == 0 {
            stops.push(Stop::hard(
                StopRule::NoObjective,
                words::THE_SET,
                words::IT_HAS_NO_OBJECTIVE,
                words::ADD_ONE,
            ));
        }
        if count > MOST_OBJECTIVES {
            let says = words::it_has_objectives(count);
            stops.push(Stop::hard(StopRule::Wall, words::THE_SET, says, words::WHICH_WOULD_YOU_DROP));
        }
        stops
    }

    fn objective_questions(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        let is_first = self.quarter.frame.committed.is_none();
        let is_taken_in = |objective: &&Objective| {
            !objective.is_committed() && (is_first || objective.live_key_results().next().is_some())
        };
        for objective in self.quarter.live_objectives().filter(is_taken_in) {
            let name = quoted(&objective.title);
            if objective.live_key_results().next().is_none() {
                let hint = words::HOW_WILL_WE_KNOW_WE_ACHIEVED_IT;
                stops.push(Stop::asks(
                    StopRule::NoKeyResult,
                    name.clone(),
                    words::IT_HAS_NO_KEY_RESULT,
                    hint,
                ));
            }
            if objective.assumptions.is_empty() {
                let hint = words::WRITE_DOWN_WHAT_IS_TAKEN_FOR_GRANTED;
                stops.push(Stop::asks(Step::Set12, name, words::NO_ASSUMPTION_IS_WRITTEN_DOWN, hint));
            }
        }
        stops
    }

    /// What is asked of the whole set, and once it is committed of what is taken in.
    fn set_questions(&self, is_first: bool) -> Vec<Stop> {
        let mut stops = Vec::new();
        if is_first && self.quarter.frame.not_now.is_empty() {
            stops.push(Stop::asks(
                StopRule::NotNow,
                words::THE_SET,
                words::THE_NOT_NOW_LIST_IS_EMPTY,
                words::PUT_A_NO_ON_IT,
            ));
        }
        stops.extend(self.link_question());
        if is_first
            && let Some(last) = self.workspace.previous(&self.quarter.key)
            && last.frame.committed.is_some()
            && last.frame.closed.is_none()
        {
            let says = words::the_retrospective_of_is_not_closed(&last.key.cycle);
            stops.push(Stop::asks(Step::Ret8, words::THE_LAST_QUARTER, says, words::CLOSE_IT_FIRST));
        }
        stops
    }

    /// Each key result that is committed has its opening vote (SET-13); one to find out waits for its number first.
    fn vote_question(&self) -> Option<Stop> {
        let opening = self.quarter.standing_sittings().filter(|sitting| sitting.kind == SittingKind::Opening);
        let opening: Vec<&CheckIn> = opening.flat_map(|sitting| &sitting.check_ins).collect();
        let has_vote = |id: &KeyResultId| {
            opening.iter().any(|vote| vote.key_result == *id && !vote.confidence.is_empty())
        };
        let drafts = self.quarter.live_key_results().map(|(_, found)| found);
        let drafts = drafts.filter(|found| !found.is_committed() && !found.is_to_find_out());
        let open: Vec<String> =
            drafts.filter(|found| !has_vote(&found.id)).map(|found| quoted(found.name())).collect();
        let says = match open.as_slice() {
            [] => return None,
            _ if opening.is_empty() => words::NO_OPENING_VOTE_HAS_BEEN_TAKEN.to_owned(),
            open => words::no_opening_vote_has_been_taken_on(open.join(", ")),
        };
        Some(Stop::asks(Step::Set13, words::THE_SET, says, words::VOTE_ON_EACH))
    }

    /// One objective may contribute to nothing above, with its reason (SET-11). Asked while one of them is not committed.
    fn link_question(&self) -> Option<Stop> {
        if !self.has_parent() {
            return None;
        }
        let unlinked = self.quarter.live_objectives().filter(|one| !self.workspace.contributes(one));
        let unlinked: Vec<&Objective> = unlinked.collect();
        let hint = words::SAY_WHAT_EACH_CONTRIBUTES_TO;
        match unlinked.as_slice() {
            _ if unlinked.iter().all(|one| one.is_committed()) => None,
            [only] if only.says_why_unlinked().is_some() => None,
            [only] => {
                let says = words::IT_CONTRIBUTES_TO_NOTHING_ABOVE;
                Some(Stop::asks(Step::Set11, quoted(&only.title), says, hint))
            }
            several => {
                let says = words::objectives_contribute_to_nothing_above(several.len());
                Some(Stop::asks(Step::Set11, words::THE_SET, says, hint))
            }
        }
    }

    /// Commits the set: freezes each key result as revision 1 and dates the commit. On a committed set it takes in the
    /// drafts that have become complete since (SET-8). `stops` are those of [`Desk::commit_stops`] with whatever else the
    /// method asks.
    ///
    /// # Errors
    /// A hard stop stands, or something asks for a reason and none is given.
    pub fn commit(&self, stops: Vec<Stop>, reason: Option<&str>) -> Decision {
        self.still_open()?;
        let overrides = gone_past(stops, reason, self.today)?;
        let drafts = self.quarter.live_key_results().filter(|(_, key_result)| !key_result.is_committed());
        let mut edits: Vec<Edit> = drafts
            .filter(|(_, key_result)| !key_result.is_to_find_out())
            .map(|(under, kr)| self.freeze(under, kr))
            .collect();
        edits.extend(self.sentences_alone());
        if edits.is_empty() && self.quarter.frame.committed.is_some() {
            return Err(Refusal::one(
                Step::Set14,
                words::THE_SET,
                words::IT_IS_COMMITTED,
                shared::NOTHING_IS_LEFT_TO_DO,
            ));
        }
        let frame = self.committed_frame(overrides);
        if frame != self.quarter.frame {
            edits.push(self.frame_edit(frame));
        }
        Ok(Change { sentence: format!("commit {}", self.cycle.label), edits })
    }

    fn committed_frame(&self, overrides: Vec<Override>) -> Frame {
        let mut frame = self.quarter.frame.clone();
        if frame.committed.is_none() {
            frame.committed = Some(self.today);
            // From here on its check-ins are dated: another cadence of the workspace is one of later quarters.
            frame.cadence = Some(self.workspace.cadence(self.quarter));
        }
        frame.overrides.extend(overrides);
        frame
    }

    /// The objectives all of whose key results wait beside the set for their numbers: their sentence is committed (SET-8).
    fn sentences_alone(&self) -> impl Iterator<Item = Edit> {
        let alone = self.quarter.live_objectives().filter(|objective| objective.waits_to_be_committed());
        alone.map(|before| {
            let mut after = before.clone();
            after.revisions.push(as_committed(before, self.today));
            self.objective_edit(before, &after)
        })
    }

    fn freeze(&self, under: &Objective, before: &KeyResult) -> Edit {
        self.key_result_edit(under, before, self.frozen(before.clone()))
    }

    fn frozen(&self, mut key_result: KeyResult) -> KeyResult {
        let measure = &mut key_result.measure;
        measure.due = measure.due.or(Some(self.cycle.last));
        let (title, measure) = (key_result.title.clone(), measure.clone());
        let reason = COMMITTED.to_owned();
        key_result.revisions.push(Revision { date: self.today, reason, title, measure, ambition: None });
        key_result
    }

    /// A key result that waited beside the set and whose number has come: from now on it moves from that number, and once it
    /// is complete it joins the set that is committed (SET-8).
    pub(super) fn with_its_number(&self, before: &KeyResult, mut after: KeyResult) -> KeyResult {
        let waits = before.is_to_find_out() && after.is_to_find_out();
        let (was, is) = (&before.measure, &after.measure);
        // What was guessed is found where a later day says that it was read, be it the same number.
        let is_said_anew = is.baseline != was.baseline || is.baseline_date > was.baseline_date;
        if waits && is.baseline.is_some() && is_said_anew {
            after.measure.kind = Kind::Change;
        }
        let has_waited = before.is_to_find_out() || before.find_out_by.is_some();
        let joins = has_waited && self.quarter.frame.committed.is_some() && !after.is_committed();
        let is_complete = !after.is_to_find_out() && after.gaps().is_empty();
        if joins && is_complete { self.frozen(after) } else { after }
    }

    /// What the first reading makes of a key result that waited for its number.
    pub(super) fn found_out(&self, sitting: &Sitting, entry: &CheckIn) -> Option<Edit> {
        let (under, before) = self.alone(&entry.key_result).ok()?;
        let waits = sitting.kind == SittingKind::CheckIn && before.is_to_find_out();
        let reading = entry.reading.filter(|_| waits)?;
        let mut after = before.clone();
        // A baseline that was only guessed gives way to what was read.
        after.measure.baseline = None;
        let guessed = after.clone();
        (after.measure.baseline, after.measure.baseline_date) = (Some(reading), Some(sitting.date));
        Some(self.key_result_edit(under, before, self.with_its_number(&guessed, after)))
    }
}

/// The reason of the first definition, which is the one as committed.
const COMMITTED: &str = "committed";

/// The sentence of an objective as it was committed on a day.
pub(super) fn as_committed(objective: &Objective, date: Day) -> Wording {
    Wording { date, reason: COMMITTED.to_owned(), title: objective.title.clone() }
}

/// The record of what a reason goes past, a rule each; nothing where nothing stands in the way.
///
/// # Errors
/// A hard stop stands, or something asks for a reason and none is given.
pub(super) fn gone_past(stops: Vec<Stop>, reason: Option<&str>, date: Day) -> Result<Vec<Override>, Refusal> {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    if stops.iter().any(|stop| stop.force == Force::Hard) || reason.is_none() && !stops.is_empty() {
        return Err(Refusal { stops });
    }
    let Some(reason) = reason else { return Ok(Vec::new()) };
    let mut named = BTreeSet::new();
    let rules = stops.iter().map(|stop| stop.rule).filter(|rule| named.insert(*rule));
    Ok(rules.map(|rule| Override { rule: rule.id().to_owned(), reason: reason.to_owned(), date }).collect())
}

fn gap_stops(key_result: &KeyResult) -> Vec<Stop> {
    key_result.gaps().into_iter().map(|gap| gap_stop(gap, key_result)).collect()
}

fn gap_stop(gap: Gap, key_result: &KeyResult) -> Stop {
    let find_out = words::OR_MARK_IT_TO_FIND_OUT;
    let is_window = key_result.measure.kind == Kind::Between;
    let (rule, says, hint) = match gap {
        Gap::Metric => (StopRule::NoMetric, words::IT_HAS_NO_METRIC, words::NAME_THE_MEASURE.to_owned()),
        Gap::Baseline => {
            (StopRule::NoBaseline, words::IT_HAS_NO_BASELINE, words::say_what_it_is_now(find_out))
        }
        Gap::Target if is_window => {
            (StopRule::NoTarget, words::ITS_WINDOW_HAS_NOT_BOTH_ENDS, words::SAY_BOTH_ENDS.to_owned())
        }
        Gap::Target => (StopRule::NoTarget, words::IT_HAS_NO_TARGET, words::SAY_WHAT_IT_AIMS_FOR.to_owned()),
        Gap::NoGap => (
            StopRule::NoGap,
            words::ITS_TARGET_EQUALS_ITS_BASELINE,
            words::WHAT_SHOULD_BE_DIFFERENT.to_owned(),
        ),
        Gap::WrongWay => (
            StopRule::WrongWay,
            words::ITS_TARGET_LIES_AGAINST_ITS_DIRECTION,
            words::WHICH_WAY_IS_BETTER.to_owned(),
        ),
        Gap::EmptyWindow => {
            (StopRule::EmptyWindow, words::NOTHING_LIES_IN_ITS_WINDOW, words::SWAP_THE_TWO_BOUNDS.to_owned())
        }
        Gap::ToFindOut => {
            (StopRule::At(Step::Set8), words::ITS_NUMBER_IS_TO_BE_FOUND_OUT, words::WHO_FETCHES_IT.to_owned())
        }
    };
    Stop::hard(rule, quoted(key_result.name()), says, hint)
}
