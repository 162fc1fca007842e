//! Every question of the coach about a quarter, by the levels and waivers of its team.
//!
//! What a sentence, a file or a set says is judged by [`crate::coach::rules`]; what votes, check-ins and earlier quarters
//! say by [`history`].

pub mod history;

use crate::coach::finding::Finding;
use crate::coach::lint::settled;
use crate::coach::rule::{Rule, Scope};
use crate::coach::rules::{self, between, key_result as sentence, objective as aim, set};
use crate::coach::statement::Statement;
use crate::domain::change::Address;
use crate::domain::cycle::{Cycle, ReadingDay};
use crate::domain::day::Day;
use crate::domain::decision::{AskedOf, Desk};
use crate::domain::key_result::KeyResult;
use crate::domain::lint::Waivers;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::workspace::Workspace;

use super::calendar;
use super::check_ins::Rounds;

/// What a rule is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The set as a whole.
    Set,
    /// An objective.
    Objective,
    /// A key result.
    KeyResult,
}

impl Subject {
    /// What a rule is asked of.
    pub fn of(rule: Rule) -> Self {
        match rule.scope() {
            Scope::KeyResult | Scope::Fields => Self::KeyResult,
            Scope::Objective => Self::Objective,
            Scope::Set | Scope::History => match rule {
                Rule::NearCopy | Rule::ManyKeyResults => Self::Objective,
                Rule::AtTheLimit
                | Rule::TooManyObjectives
                | Rule::AllHandedDown
                | Rule::AnswerToNothing
                | Rule::DecisionFree
                | Rule::FrozenConfidence
                | Rule::UnreviewedQuarter => Self::Set,
                _ => Self::KeyResult,
            },
        }
    }
}

/// A question and the file it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The file.
    pub at: Address,
    /// The question.
    pub finding: Finding,
}

impl Placed {
    /// Whether it is asked of that.
    pub fn is_about(&self, asked: &AskedOf) -> bool {
        match asked {
            AskedOf::Quarter => matches!(self.at, Address::Frame(_)),
            AskedOf::Objective(id) => matches!(&self.at, Address::Objective(_, other) if other == id),
            AskedOf::KeyResult(id) => matches!(&self.at, Address::KeyResult(_, _, other) if other == id),
        }
    }
}

/// A quarter as the coach looks at it.
#[derive(Debug, Clone)]
pub struct Coach<'a> {
    workspace: &'a Workspace,
    quarter: &'a Quarter,
    cycle: &'a Cycle,
    rounds: Rounds<'a>,
    today: Day,
    /// What stands behind an id in the command of a hint.
    way: String,
}

impl<'a> Coach<'a> {
    /// Looks at the quarter of a desk.
    pub fn at(desk: &Desk<'a>) -> Self {
        let Desk { workspace, quarter, cycle, today } = *desk;
        let way = workspace.way_to(&quarter.key, today);
        Self { workspace, quarter, cycle, rounds: Rounds::at(desk), today, way }
    }

    /// Every question, those on the set first, then in the order of the screens. What was dropped is not asked about.
    pub fn all(&self) -> Vec<Placed> {
        let key = &self.quarter.key;
        let mut all = placed(&Address::Frame(key.clone()), self.set());
        for objective in self.quarter.live_objectives() {
            all.extend(placed(
                &Address::Objective(key.clone(), objective.id.clone()),
                self.objective(objective),
            ));
            for key_result in objective.live_key_results() {
                let at = Address::KeyResult(key.clone(), objective.id.clone(), key_result.id.clone());
                all.extend(placed(&at, self.key_result(objective, key_result)));
            }
        }
        all
    }

    /// The questions on the set as a whole.
    pub fn set(&self) -> Vec<Finding> {
        let mut found = rules::ask(set::RULES, |rule| rule(self.quarter));
        found.extend(rules::ask(history::QUARTER_RULES, |rule| rule(self)));
        let answers = &self.quarter.frame.answers;
        for answer in answers {
            found.extend(rules::ask(between::ANSWER_RULES, |rule| rule(self.workspace, answer)));
        }
        self.settled(found, &self.quarter.frame.waivers)
    }

    /// The questions on one objective.
    pub fn objective(&self, objective: &Objective) -> Vec<Finding> {
        let statement = Statement::read(&objective.title, self.reading_day());
        let mut found = aim::Judged::of(&statement).asked();
        found.extend(rules::ask(set::UNDER_RULES, |rule| rule(self.quarter, objective)));
        if let Some(parent) = set::parent(self.workspace, objective) {
            found.extend(rules::ask(set::OBJECTIVE_RULES, |rule| rule(&set::Pair { objective, parent })));
        }
        let found =
            found.into_iter().map(|finding| finding.with("id", format!("{}{}", objective.id, self.way)));
        self.settled(found.collect(), &objective.waivers)
    }

    /// The questions on one key result.
    pub fn key_result(&self, under: &Objective, key_result: &KeyResult) -> Vec<Finding> {
        let statement = Statement::read(&key_result.title, self.reading_day());
        let team = &self.quarter.key.team;
        let effect = key_result.effect_quarter.as_deref();
        let effect = effect
            .filter(|_| self.workspace.pays_back_after(team, self.cycle, key_result))
            .map(|named| self.workspace.cycle_label(team, named));
        let record = sentence::Record { key_result, cycle: self.cycle, effect: effect.as_deref() };
        let mut found = sentence::Judged::of(&statement, Some(&under.title)).asked(Some(record));
        if let Some(parent) = set::parent(self.workspace, under) {
            found.extend(rules::ask(set::KEY_RESULT_RULES, |rule| rule(key_result, parent)));
        }
        for dependency in &key_result.dependencies {
            let asked = self.workspace.asked(self.quarter, key_result, dependency);
            found.extend(rules::ask(between::RULES, |rule| rule(self.workspace, &asked)));
        }
        let case = history::Case { coach: self, key_result };
        found.extend(rules::ask(history::KEY_RESULT_RULES, |rule| rule(&case)));
        let is_committed = key_result.is_committed();
        let ids = |finding: Finding| {
            let finding = finding.committed(is_committed);
            finding.with("id", format!("{}{}", key_result.id, self.way)).with("under", under.id.as_str())
        };
        let found: Vec<Finding> = found.into_iter().map(ids).collect();
        let stops = if self.is_near_its_commit() { self.stops_among(&found) } else { Vec::new() };
        let mut found = self.settled(found, &key_result.waivers);
        found.extend(
            stops
                .into_iter()
                .filter(|stop| found.iter().all(|one| one.rule != stop.rule))
                .collect::<Vec<_>>(),
        );
        found
    }

    /// Tells whether the time to write is over: what would stop a commit is then named also of a sentence that is work, of
    /// which nothing but that is asked before.
    fn is_near_its_commit(&self) -> bool {
        self.quarter.frame.committed.is_some() || self.today >= calendar::refine(self.cycle)
    }

    /// What of this stops a commit, whatever else is asked.
    fn stops_among(&self, found: &[Finding]) -> Vec<Finding> {
        let stops = found.iter().filter(|finding| finding.rule.is_hard_stop()).cloned();
        self.settled(stops.collect(), &Waivers::new())
    }

    /// The questions on a sentence that is no key result yet; nothing is asked that its file would say.
    pub fn sentence(&self, under: &Objective, text: &str) -> Vec<Finding> {
        let statement = Statement::read(text, self.reading_day());
        let found = sentence::Judged::of(&statement, Some(&under.title)).asked(None);
        self.settled(found, &Waivers::new())
    }

    fn reading_day(&self) -> ReadingDay {
        self.cycle.reading_day(self.today)
    }

    fn settled(&self, found: Vec<Finding>, waivers: &Waivers) -> Vec<Finding> {
        settled(found, &self.workspace.settings.lint, waivers)
    }
}

fn placed(at: &Address, found: Vec<Finding>) -> Vec<Placed> {
    found.into_iter().map(|finding| Placed { at: at.clone(), finding }).collect()
}

#[cfg(test)]
mod tests;
