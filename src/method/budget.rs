//! The effort budget: what the process costs a team, planned and spent.

mod cuts;
mod parts;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::cycle::Cycle;
use crate::domain::effort::{Effort, EffortPhase, PersonMinutes};
use crate::domain::formula::Counts;
use crate::domain::frame::Cadence;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::workspace::Workspace;

use super::calendar::check_in_days;
use super::step::{SessionKind, Step, Steps, Variant};
use super::texts::{self, Line, fill};
use crate::words::method as words;

pub use cuts::{Cut, CutKind};
pub use parts::{Part, PartKind, alone, played, variant};

/// The hours of a person-day where the settings say nothing.
pub const DAY_HOURS: u8 = 8;
/// Person-days from which on the effort is amber.
const AMBER_DAYS: u32 = 3;
/// Person-days that are the limit.
const LIMIT_DAYS: u32 = 4;
/// The most of anything a plan counts with.
const MOST: u32 = 1000;
/// What the effort of a quarter depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// People in the room (P).
    pub people: u32,
    /// Objectives (O).
    pub objectives: u32,
    /// Key results in all (K).
    pub key_results: u32,
    /// How often the team checks in.
    pub cadence: Cadence,
    /// How many check-ins the cycle has, the one with mid-quarter included.
    pub check_ins: u32,
    /// Dependencies on other teams (D); two are assumed for a plan (SET-10).
    pub dependencies: u32,
    /// Whether half the team is enough at SET-9.
    pub half_team_refines: bool,
    /// Whether SCO-3 needs no meeting, as the room agrees with the formula.
    pub scores_without_meeting: bool,
    /// Whether a first cycle begins with a briefing of 15 minutes.
    pub briefing: bool,
}

impl Shape {
    /// The reference team of the method: six people, four objectives, twelve key results.
    pub const REFERENCE: Self = Self {
        people: 6,
        objectives: 4,
        key_results: 12,
        cadence: Cadence::BiWeekly,
        check_ins: 6,
        dependencies: 2,
        half_team_refines: false,
        scores_without_meeting: false,
        briefing: false,
    };

    /// The shape of a quarter as it stands; what is not known yet is taken from the reference team, and key results
    /// that are still to be written are the usual three an objective.
    pub fn of(quarter: &Quarter, cycle: &Cycle, cadence: Cadence, people: usize) -> Self {
        let count = |found: usize, else_take: u32| match u32::try_from(found).unwrap_or(u32::MAX) {
            0 => else_take,
            known => known,
        };
        let objectives = count(quarter.live_objectives().count(), Self::REFERENCE.objectives);
        Self {
            people: count(people, Self::REFERENCE.people),
            objectives,
            key_results: count(key_results(quarter), objectives.saturating_mul(3)),
            cadence,
            check_ins: u32::try_from(check_in_days(cycle, cadence).len()).unwrap_or(0),
            ..Self::REFERENCE
        }
    }

    /// The shape of a quarter of the workspace: its own cadence, the people of its team.
    pub fn within(workspace: &Workspace, quarter: &Quarter, cycle: &Cycle) -> Self {
        Self::of(quarter, cycle, workspace.cadence(quarter), workspace.people_of(&quarter.key.team))
    }

    /// The same with nothing above a thousand, so that no typed number can overflow a sum.
    fn bounded(self) -> Self {
        let [people, objectives, key_results, check_ins, dependencies] =
            [self.people, self.objectives, self.key_results, self.check_ins, self.dependencies]
                .map(|count| count.min(MOST));
        Self { people, objectives, key_results, check_ins, dependencies, ..self }
    }

    /// What the formulas of the steps count.
    pub fn counts(&self) -> Counts {
        let Self { people, objectives, key_results, dependencies, .. } = *self;
        Counts { people, objectives, key_results, dependencies }
    }

    /// The form its usual check-in takes.
    pub fn variant(&self) -> Variant {
        match self.cadence {
            Cadence::BiWeekly => Variant::Usual,
            Cadence::Monthly => Variant::Monthly,
        }
    }

    /// The same with monthly check-ins: as many as fit into the same cycle.
    #[must_use]
    pub fn monthly(self) -> Self {
        Self { cadence: Cadence::Monthly, check_ins: self.check_ins / 2, ..self }
    }
}

/// The key results that are usual for an objective.
const USUAL: usize = 3;

/// How many key results of an objective are there; once the set is committed, those in it.
fn listed(quarter: &Quarter, objective: &Objective) -> usize {
    let is_committed = quarter.frame.committed.is_some();
    objective.live_key_results().filter(|kr| !is_committed || kr.is_committed()).count()
}

/// The key results a step goes through: those that are there.
pub fn key_results_there(quarter: &Quarter) -> usize {
    quarter.live_objectives().map(|objective| listed(quarter, objective)).sum()
}

/// The key results a plan counts with: until each objective has one, every objective is taken to come to the usual three.
fn key_results(quarter: &Quarter) -> usize {
    let counts: Vec<usize> = quarter.live_objectives().map(|objective| listed(quarter, objective)).collect();
    let is_written = quarter.frame.committed.is_some() || !counts.contains(&0);
    counts.into_iter().map(|count| if is_written { count } else { count.max(USUAL) }).sum()
}

/// The timebox of a step in minutes; for what is done alone those of one person, or one pair, in all.
///
/// Steps done once per check-in give the minutes of one check-in, in its usual form.
pub fn timebox(steps: Steps<'_>, step: Step, shape: &Shape) -> u32 {
    steps.minutes(step, shape.variant(), shape.bounded().counts())
}

/// What a quarter is planned to cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffortPlan {
    /// The shape it was planned for.
    pub shape: Shape,
    /// The sums by phase.
    pub phases: ByPhase,
}

/// Person-minutes by phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ByPhase {
    /// Setting.
    pub setting: PersonMinutes,
    /// Check-ins and mid-quarter.
    pub check_ins: PersonMinutes,
    /// Scoring.
    pub scoring: PersonMinutes,
    /// Retrospective and hand-over.
    pub retrospective: PersonMinutes,
}

impl ByPhase {
    /// What each phase comes to.
    fn each(of: impl Fn(EffortPhase) -> PersonMinutes) -> Self {
        Self {
            setting: of(EffortPhase::Setting),
            check_ins: of(EffortPhase::CheckIns),
            scoring: of(EffortPhase::Scoring),
            retrospective: of(EffortPhase::Retrospective),
        }
    }

    /// All phases together.
    pub fn total(&self) -> PersonMinutes {
        [self.setting, self.check_ins, self.scoring, self.retrospective].into_iter().sum()
    }

    /// The sum of one phase.
    pub fn of(&self, phase: EffortPhase) -> PersonMinutes {
        match phase {
            EffortPhase::Setting => self.setting,
            EffortPhase::CheckIns => self.check_ins,
            EffortPhase::Scoring => self.scoring,
            EffortPhase::Retrospective => self.retrospective,
        }
    }
}

impl EffortPlan {
    /// Plans the effort of a quarter.
    pub fn of(shape: Shape, steps: Steps<'_>) -> Self {
        let shape = shape.bounded();
        let parts = parts::parts(&shape, steps);
        let of = |phase| parts.iter().filter(|part| part.phase() == phase).map(Part::cost).sum();
        let phases = ByPhase::each(of);
        Self { shape, phases }
    }

    /// What it is made of, in the order of the cycle; together they are its total.
    pub fn parts(&self, steps: Steps<'_>) -> Vec<Part> {
        parts::parts(&self.shape, steps)
    }

    /// What each session costs with all that is done alone for it, the most expensive first.
    pub fn sessions(&self, steps: Steps<'_>) -> Vec<(SessionKind, PersonMinutes)> {
        let parts = self.parts(steps);
        let of = |kind: SessionKind| parts.iter().filter(|part| part.session == kind).map(Part::cost).sum();
        let mut sums: Vec<_> = SessionKind::ALL.iter().map(|kind| (*kind, of(*kind))).collect();
        sums.sort_by_key(|(_, cost)| std::cmp::Reverse(*cost));
        sums
    }

    /// All phases together.
    pub fn total(&self) -> PersonMinutes {
        self.phases.total()
    }

    /// What the plan takes of each person, rounded up to a whole minute.
    pub fn for_each(&self) -> PersonMinutes {
        PersonMinutes(self.total().0.div_ceil(self.shape.people.max(1)))
    }
}

/// The weeks of a quarter; a cycle of one more or less is about one.
const QUARTER_WEEKS: u32 = 13;

/// Three to four person-days per team and quarter, all phases together; of a longer or shorter cycle in proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// The minutes of a person-day.
    day: u32,
    /// The weeks of the cycle; those of a quarter where it is about one.
    weeks: u32,
}

/// How an effort stands to the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Under three person-days.
    Within,
    /// From three person-days on.
    Amber,
    /// Over four person-days: over-engineered.
    Over {
        /// What lies above.
        above: PersonMinutes,
    },
}

impl Budget {
    /// The budget of a quarter for person-days of so many hours, 8 where nothing is set.
    pub fn new(day_hours: Option<u8>) -> Self {
        Self { day: 60 * u32::from(day_hours.unwrap_or(DAY_HOURS)), weeks: QUARTER_WEEKS }
    }

    /// The budget of a cycle of a workspace.
    pub fn within(workspace: &Workspace, cycle: &Cycle) -> Self {
        let quarter = Self::new(workspace.settings.day_hours);
        let weeks = u32::try_from(cycle.weeks().clamp(1, MOST.into())).unwrap_or(QUARTER_WEEKS);
        if weeks.abs_diff(QUARTER_WEEKS) > 1 { Self { weeks, ..quarter } } else { quarter }
    }

    /// Four person-days a quarter.
    pub fn limit(self) -> PersonMinutes {
        self.share_of(LIMIT_DAYS)
    }

    /// Three person-days a quarter.
    pub fn amber(self) -> PersonMinutes {
        self.share_of(AMBER_DAYS)
    }

    fn share_of(self, person_days: u32) -> PersonMinutes {
        PersonMinutes((person_days * self.day * self.weeks).div_ceil(QUARTER_WEEKS))
    }

    /// The limit in person-days, to two decimals.
    fn limit_days(self) -> Decimal {
        self.person_days(self.limit()).normalize()
    }

    /// What is left up to the limit; nothing when over.
    pub fn reserve(self, effort: PersonMinutes) -> PersonMinutes {
        PersonMinutes(self.limit().0.saturating_sub(effort.0))
    }

    /// How an effort stands to the budget.
    pub fn standing(self, effort: PersonMinutes) -> Standing {
        match effort.0.checked_sub(self.limit().0) {
            Some(above) if above > 0 => Standing::Over { above: PersonMinutes(above) },
            _ if effort >= self.amber() => Standing::Amber,
            _ => Standing::Within,
        }
    }

    /// An effort in person-days, to two decimals.
    pub fn person_days(self, effort: PersonMinutes) -> Decimal {
        rounded(Decimal::from(effort.0) / Decimal::from(self.day), 2)
    }

    /// An effort against the limit, in hours and in person-days, as it is told everywhere: `17 h 29 of 32 h, 2.19 of 4
    /// person-days`.
    pub fn against(self, effort: PersonMinutes) -> String {
        words::of_the_limit(effort, self.limit(), self.person_days(effort).normalize(), self.limit_days())
    }

    /// "Over-engineered: x h above four person-days."; `None` when it is not.
    pub fn sentence(self, effort: PersonMinutes) -> Option<String> {
        let Standing::Over { above } = self.standing(effort) else { return None };
        let tenths = ((above.0 + 3) / 6).max(1);
        let hours = Decimal::new(i64::from(tenths), 1).normalize();
        let limit =
            if self.weeks == QUARTER_WEEKS { words::FOUR.to_owned() } else { self.limit_days().to_string() };
        Some(fill(texts::line(Line::OverEngineered), &[("hours", &hours.to_string()), ("limit", &limit)]))
    }
}

/// An effort in person-hours, to one decimal.
pub fn person_hours(effort: PersonMinutes) -> Decimal {
    rounded(Decimal::from(effort.0) / Decimal::from(60), 1)
}

fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// What the ledger of a quarter has come to, by phase.
pub fn spent(quarter: &Quarter) -> ByPhase {
    let of = |phase| quarter.efforts.iter().filter(|entry| entry.phase == phase).map(Effort::cost).sum();
    ByPhase::each(of)
}

#[cfg(test)]
mod tests;
