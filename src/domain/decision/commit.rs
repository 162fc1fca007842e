//! Commit: the set is frozen as revision 1 (SET-14), with its few hard stops.

use super::setting::MOST_OBJECTIVES;
use super::{Desk, quoted};
use crate::domain::change::{Change, Decision, Edit, Force, Refusal, Stop};
use crate::domain::check_in::SittingKind;
use crate::domain::frame::{Frame, Override};
use crate::domain::key_result::{KeyResult, Revision};
use crate::domain::measure::Gap;
use crate::domain::objective::Objective;

impl Desk<'_> {
    /// Everything that stands in the way of a commit: hard stops first, then what asks for a reason.
    #[must_use]
    pub fn commit_stops(&self) -> Vec<Stop> {
        let mut stops = self.set_stops();
        let drafts = self.quarter.live_key_results().filter(|(_, key_result)| !key_result.is_committed());
        stops.extend(drafts.flat_map(|(_, key_result)| gap_stops(key_result)));
        if self.quarter.frame.committed.is_none() {
            stops.extend(self.objective_questions());
            stops.extend(self.set_questions());
            stops.extend(self.room_questions());
        }
        stops
    }

    fn set_stops(&self) -> Vec<Stop> {
        let count = self.quarter.live_objectives().count();
        let mut stops = Vec::new();
        if count == 0 {
            stops.push(Stop::hard(
                "SET-6 empty",
                "the set",
                "it has no objective",
                "add one: what would make this quarter worth it?",
            ));
        }
        if count > MOST_OBJECTIVES {
            let says = format!("it has {count} objectives; five is the most a team can hold");
            stops.push(Stop::hard(
                "SET-6 wall",
                "the set",
                says,
                "which would you drop? Put it on the not-now list",
            ));
        }
        stops
    }

    fn objective_questions(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        for objective in self.quarter.live_objectives() {
            let name = quoted(&objective.title);
            if objective.live_key_results().next().is_none() {
                let hint = "how will we know we achieved it?";
                stops.push(Stop::asks("SET-7 empty", name.clone(), "it has no key result", hint));
            }
            if objective.assumptions.is_empty() {
                let hint = "what are we taking for granted?";
                stops.push(Stop::asks("SET-12", name, "no assumption is written down", hint));
            }
        }
        stops
    }

    fn set_questions(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        if self.quarter.frame.not_now.is_empty() {
            stops.push(Stop::asks(
                "SET-6 not-now",
                "the set",
                "the not-now list is empty",
                "what do we say no to, by name?",
            ));
        }
        stops.extend(self.link_question());
        let has_vote = self.quarter.sittings.iter().any(|sitting| sitting.kind == SittingKind::Opening);
        if !has_vote {
            let hint = "how likely, 0 to 100, is each target reached in full by the date?";
            stops.push(Stop::asks("SET-13", "the set", "no opening vote has been taken", hint));
        }
        if let Some(last) = self.workspace.previous(&self.quarter.key)
            && last.frame.committed.is_some()
            && last.frame.closed.is_none()
        {
            let says = format!("the retrospective of {} is not closed", last.key.cycle);
            stops.push(Stop::asks(
                "RET-8",
                "the last quarter",
                says,
                "close it first: its lessons belong in this set",
            ));
        }
        stops
    }

    /// One objective may contribute to nothing above, with its reason (SET-11). A team without a parent has nothing above.
    fn link_question(&self) -> Option<Stop> {
        self.workspace.teams.get(&self.quarter.key.team)?.parent.as_ref()?;
        let mut unlinked = self.quarter.live_objectives().filter(|one| one.contributes_to.is_none());
        let first = unlinked.next()?;
        let hint = "say what each contributes to, or why not";
        let more = unlinked.count();
        if more > 0 {
            let says = format!("{} objectives contribute to nothing above; one may", more + 1);
            return Some(Stop::asks("SET-11", "the set", says, hint));
        }
        let says = "it contributes to nothing above, and no reason says why";
        let is_bare = first.no_link.as_deref().is_none_or(|reason| reason.trim().is_empty());
        is_bare.then(|| Stop::asks("SET-11", quoted(&first.title), says, hint))
    }

    /// Commits the set: freezes each key result as revision 1 and dates the commit. On a committed set it takes in the
    /// drafts that have become complete since (SET-8). `stops` are those of [`Desk::commit_stops`] with whatever else the
    /// method asks.
    ///
    /// # Errors
    /// A hard stop stands, or something asks for a reason and none is given.
    pub fn commit(&self, stops: Vec<Stop>, reason: Option<&str>) -> Decision {
        self.still_open()?;
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        if stops.iter().any(|stop| stop.force == Force::Hard) || reason.is_none() && !stops.is_empty() {
            return Err(Refusal { stops });
        }
        let drafts = self.quarter.live_key_results().filter(|(_, key_result)| !key_result.is_committed());
        let mut edits: Vec<Edit> = drafts
            .filter(|(_, key_result)| !key_result.is_to_find_out())
            .map(|(under, kr)| self.freeze(under, kr))
            .collect();
        if edits.is_empty() && self.quarter.frame.committed.is_some() {
            return Err(Refusal::one(
                "SET-14",
                "the set",
                "it is committed, and no new key result waits",
                "nothing is left to do",
            ));
        }
        if self.quarter.frame.committed.is_none() {
            edits.push(self.frame_edit(self.committed_frame(&stops, reason)));
        }
        Ok(Change { sentence: format!("commit {}", self.cycle.label), edits })
    }

    fn committed_frame(&self, stops: &[Stop], reason: Option<&str>) -> Frame {
        let mut frame = self.quarter.frame.clone();
        frame.committed = Some(self.today);
        frame.overrides.extend(overrides(stops, reason, self.today));
        frame
    }

    fn freeze(&self, under: &Objective, before: &KeyResult) -> Edit {
        let mut after = before.clone();
        after.measure.due = after.measure.due.or(Some(self.cycle.last));
        after.revisions.push(Revision {
            date: self.today,
            reason: "committed".to_owned(),
            title: after.title.clone(),
            measure: after.measure.clone(),
        });
        self.key_result_edit(under, before, after)
    }
}

/// The record of what was gone past, a rule each.
pub(super) fn overrides(
    stops: &[Stop],
    reason: Option<&str>,
    date: crate::domain::day::Day,
) -> Vec<Override> {
    let Some(reason) = reason else { return Vec::new() };
    let mut rules: Vec<&str> = stops.iter().map(|stop| stop.rule).collect();
    rules.dedup();
    rules
        .into_iter()
        .map(|rule| Override { rule: rule.to_owned(), reason: reason.to_owned(), date })
        .collect()
}

fn gap_stops(key_result: &KeyResult) -> Vec<Stop> {
    key_result.gaps().into_iter().map(|gap| gap_stop(gap, key_result.name())).collect()
}

fn gap_stop(gap: Gap, name: &str) -> Stop {
    let find_out = "or mark it “to find out” with a contact and a date";
    let (rule, says, hint) = match gap {
        Gap::Metric => ("SET-7 metric", "it has no metric", "which measure?".to_owned()),
        Gap::Baseline => ("SET-7 baseline", "it has no baseline", format!("what is it now? {find_out}")),
        Gap::Target => ("SET-7 target", "it has no target", "what are we aiming for?".to_owned()),
        Gap::NoGap => {
            ("SET-7 no-gap", "its target equals its baseline", "what should be different?".to_owned())
        }
        Gap::WrongWay => (
            "SET-7 wrong-way",
            "its target lies against its direction",
            "which way is better? Turn the direction or the numbers".to_owned(),
        ),
        Gap::EmptyWindow => {
            ("SET-7 window", "its floor lies above its ceiling", "swap the two bounds".to_owned())
        }
        Gap::ToFindOut => (
            "SET-8",
            "its number is still to be found out, without a name and a date",
            "who fetches it, by when?".to_owned(),
        ),
    };
    Stop::hard(rule, quoted(name), says, hint)
}
