//! One check-in with all its corrections, and what they come to: each thing as it was set last.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Contested, corrected};
use crate::domain::check_in::{Action, CheckIn, Recall, Sitting};
use crate::domain::day::Day;
use crate::domain::id::SittingId;

/// What counts of a check-in and its corrections.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// The corrections that nothing corrects, the one that outweighs the others first; none in a ring.
    pub(super) last: Vec<SittingId>,
    /// What they come to; it is called as the first of them.
    pub(super) counts: Option<Sitting>,
    pub(super) contested: Vec<Contested>,
}

/// What it says of it.
#[derive(Clone, Copy, PartialEq)]
enum Part<'q> {
    Day(Day, u32),
    Decision(&'q str),
    Recall(Recall),
    Action(&'q Action),
    KeyResult(&'q CheckIn),
}

type Parts<'q> = BTreeMap<About, Part<'q>>;

/// All that a sitting says, in the order in which it says so.
fn parts(sitting: &Sitting) -> impl Iterator<Item = (About, Part<'_>)> {
    let day = (About::Day, Part::Day(sitting.date, sitting.order));
    let decision = sitting.decision.iter().map(|decision| (About::Decision, Part::Decision(decision)));
    let recall = sitting.recall.map(|recall| (About::Recall, Part::Recall(recall)));
    let action = |action: &'_ Action| About::Action(action.id.clone());
    let actions = sitting.actions.iter().map(move |one| (action(one), Part::Action(one)));
    let entry = |entry: &'_ CheckIn| About::KeyResult(entry.key_result.clone());
    let entries = sitting.check_ins.iter().map(move |one| (entry(one), Part::KeyResult(one)));
    std::iter::once(day).chain(decision).chain(recall).chain(actions).chain(entries)
}

/// What decides between two corrections of the same thing: which was later, then which says more, whatever letters were
/// drawn.
fn weight(sitting: &Sitting) -> (u32, usize, &SittingId) {
    (sitting.order, sitting.check_ins.len(), &sitting.id)
}

/// A check-in and its corrections, each behind what it corrects.
pub(super) struct Family<'q> {
    members: Vec<&'q Sitting>,
    /// Of each member those that it builds on.
    before: Vec<BTreeSet<usize>>,
}

impl<'q> Family<'q> {
    pub(super) fn of(mut left: Vec<&'q Sitting>) -> Self {
        left.sort_by_key(|sitting| weight(sitting));
        let mut family = Self { members: Vec::new(), before: Vec::new() };
        while !left.is_empty() {
            let waits = |one: &Sitting| corrected(one).any(|id| left.iter().any(|other| other.id == *id));
            // In a ring everything waits; some file has to be the first.
            let at = left.iter().position(|one| !waits(one)).unwrap_or_default();
            let next = left.remove(at);
            let direct: Vec<usize> = corrected(next).filter_map(|id| family.place(id)).collect();
            let mut before: BTreeSet<usize> =
                direct.iter().flat_map(|at| family.before[*at].clone()).collect();
            before.extend(direct);
            family.members.push(next);
            family.before.push(before);
        }
        family
    }

    fn place(&self, id: &SittingId) -> Option<usize> {
        self.members.iter().position(|member| member.id == *id)
    }

    pub(super) fn standing(&self) -> Standing {
        let is_last =
            |one: &&&Sitting| !self.members.iter().any(|other| corrected(other).any(|id| *id == one.id));
        let mut last: Vec<&Sitting> = self.members.iter().filter(is_last).copied().collect();
        last.sort_by_key(|sitting| std::cmp::Reverse(weight(sitting)));
        let (counts, contested) = match last[..] {
            [] => (None, Vec::new()),
            [one] => (Some(one.clone()), Vec::new()),
            [first, ..] => {
                let (joined, contested) = self.joined(first, &last);
                (Some(joined), contested)
            }
        };
        Standing { last: last.into_iter().map(|one| one.id.clone()).collect(), counts, contested }
    }

    /// What several corrections come to, and what they say differently.
    fn joined(&self, first: &Sitting, last: &[&Sitting]) -> (Sitting, Vec<Contested>) {
        let mut sets: Vec<BTreeMap<About, Option<Part<'q>>>> = Vec::new();
        for (member, before) in self.members.iter().zip(&self.before) {
            let was: Parts<'q> = self.view(before, &sets).0;
            let is: Parts<'q> = parts(member).collect();
            let about = was.keys().chain(is.keys()).filter(|about| was.get(*about) != is.get(*about));
            sets.push(about.map(|about| (about.clone(), is.get(about).copied())).collect());
        }
        let (view, mut contested) = self.view(&(0..self.members.len()).collect(), &sets);
        for one in &mut contested {
            one.standing = first.id.clone();
        }
        let mut joined = Sitting {
            kind: first.kind,
            supersedes: first.supersedes.clone(),
            together: last.iter().any(|one| one.together),
            ..Sitting::new(first.id.clone(), first.date)
        };
        let mut seen = BTreeSet::new();
        let order = self.members.iter().flat_map(|member| parts(member).map(|(about, _)| about));
        for part in order.filter(|about| seen.insert(about.clone())).filter_map(|about| view.get(&about)) {
            match *part {
                Part::Day(date, order) => (joined.date, joined.order) = (date, order),
                Part::Decision(decision) => joined.decision = Some(decision.to_owned()),
                Part::Recall(recall) => joined.recall = Some(recall),
                Part::Action(action) => joined.actions.push(action.clone()),
                Part::KeyResult(entry) => joined.check_ins.push(entry.clone()),
            }
        }
        contested.extend(taken_back(&joined, last));
        (joined, contested)
    }

    /// What some members come to, each thing as it was set last; and of what it was set differently.
    fn view(
        &self,
        of: &BTreeSet<usize>,
        sets: &[BTreeMap<About, Option<Part<'q>>>],
    ) -> (Parts<'q>, Vec<Contested>) {
        let mut by_about: BTreeMap<&About, Vec<(usize, Option<Part<'q>>)>> = BTreeMap::new();
        for at in of {
            for (about, part) in &sets[*at] {
                by_about.entry(about).or_default().push((*at, *part));
            }
        }
        let (mut view, mut contested) = (Parts::new(), Vec::new());
        for (about, set) in by_about {
            let is_newest = |at: usize| !set.iter().any(|(other, _)| self.before[*other].contains(&at));
            let mut newest: Vec<_> = set.iter().filter(|(at, _)| is_newest(*at)).collect();
            // Nothing that was said is lost to a taking back.
            newest.sort_by_key(|(at, part)| (part.is_some(), weight(self.members[*at])));
            let Some((counts, part)) = newest.pop() else { continue };
            view.extend(part.map(|part| (about.clone(), part)));
            contested.extend(newest.into_iter().filter(|(_, other)| differ(*part, *other)).map(
                |(at, other)| {
                    let [counts, other_id] = [counts, at].map(|at| self.members[*at].id.clone());
                    let (standing, takes_back) = (counts.clone(), other.is_none());
                    Contested { about: about.clone(), counts, other: other_id, takes_back, standing }
                },
            ));
        }
        (view, contested)
    }
}

/// Whether two say different things of it; the place within a day tells nobody anything.
fn differ(one: Option<Part<'_>>, other: Option<Part<'_>>) -> bool {
    match (one, other) {
        (Some(Part::Day(one, _)), Some(Part::Day(other, _))) => one != other,
        _ => one != other,
    }
}

/// The corrections that are lost as all they say was taken back beside them.
fn taken_back(joined: &Sitting, last: &[&Sitting]) -> Vec<Contested> {
    let Some(empty) = last.iter().find(|one| one.is_empty()).filter(|_| joined.is_empty()) else {
        return Vec::new();
    };
    let rest = last.iter().filter(|one| !one.is_empty()).map(|one| Contested {
        about: About::Everything,
        counts: empty.id.clone(),
        other: one.id.clone(),
        takes_back: false,
        standing: joined.id.clone(),
    });
    rest.collect()
}
