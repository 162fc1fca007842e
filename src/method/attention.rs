//! What needs attention on a day, for the Overview and `okr status`: what is late, and what to do about it.

mod agreed;

use crate::domain::between::{Asked, Sides};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::dependency::DependencyState;
use crate::domain::display::first_line;
use crate::domain::frame::{Dropped, Principles};
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Gap;
use crate::domain::objective::Objective;
use crate::domain::quarter::{KeyResultKey, Phase, Quarter, QuarterKey};
use crate::words::counted;

use super::budget::{self, Budget, Standing};
use super::calendar::{self, LATEST_KICK_OFF, RETROSPECTIVE_WITHIN};
use super::check_ins::Rounds;
use super::step::Steps;
use super::texts::{self, Line, fill, text_keys};
use super::watch::watch_list;

text_keys! {
    /// What a row is about, the most pressing first.
    Rule {
        /// No check-in for more than 1.5 times the cadence.
        CheckInOverdue
        /// The quarter runs without a committed set (SET-14).
        NotCommitted
        /// The quarter is over and not scored (SCO-3).
        ScoringOverdue
        /// Two working days after scoring there was no retrospective.
        RetrospectiveOverdue
        /// A number is still to be found out (SET-8).
        BaselineOpen
        /// A number was found, and what to aim for is still open (SET-8).
        TargetOpen
        /// Another team has not answered by its date (SET-10).
        DependencyPast
        /// What another team agreed to has not come by its day (SET-10).
        DependencyLate
        /// What an objective contributes to was dropped (MID-3).
        AboveDropped
        /// Another team has said no to what a key result needs (SET-10).
        DependencyRefused
        /// Another team asks us for something and has no answer (SET-10).
        AskedOfUs
        /// What pays back late is read once in each following quarter.
        LateReading
        /// Less than two weeks lie between kick-off and quarter (SET-1).
        KickOffLate
        /// The last quarter is not closed while the next is about to be committed.
        RetrospectiveBeforeCommit
        /// The quarter came to its scoring without a check-in.
        Unreviewed
        /// Something blocks a key result.
        Blocked
        /// What was agreed at the last check-in has passed its day (CHK-4).
        ActionPast
        /// More than four person-days are spent.
        EffortOver
        /// More than three person-days are spent.
        EffortAmber
    }
}

/// One thing that needs attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attention {
    /// Why it is shown.
    pub rule: Rule,
    /// What it is about: the quarter or a key result, by name.
    pub about: String,
    /// The key result, where it is about one.
    pub key_result: Option<KeyResultId>,
    /// The key result of an earlier quarter, where it is about one.
    pub watched: Option<KeyResultKey>,
    /// What is asked of us, by its path, where it is about that.
    pub asked: Option<String>,
    /// What is so.
    pub says: String,
    /// What to do, or to ask.
    pub hint: String,
    /// Whether a date has passed; `okr status` then exits with 1.
    pub is_overdue: bool,
}

/// Everything about the quarter of a desk that needs attention on its day, what is overdue first. A closed quarter needs none;
/// of one of which nobody knows where it stands, none is known.
pub fn attention(desk: &Desk<'_>) -> Vec<Attention> {
    let look = Look { desk: *desk, rounds: Rounds::at(desk) };
    let mut rows = match desk.quarter.phase(desk.cycle, desk.today) {
        Phase::Unread | Phase::Closed => return Vec::new(),
        Phase::Setting => look.setting(),
        Phase::CheckIns => look.running(),
        Phase::Scoring => look.scoring(),
        Phase::Retrospective => look.retrospective(),
    };
    rows.extend(look.effort());
    rows.sort_by_key(|row| (!row.is_overdue, row.rule));
    rows
}

/// One look at a quarter.
struct Look<'a> {
    desk: Desk<'a>,
    rounds: Rounds<'a>,
}

/// Days before T0 from which on the set is about to be committed.
const COMMIT_NEAR: i64 = 2;

impl Look<'_> {
    fn setting(&self) -> Vec<Attention> {
        let rows = [self.kick_off(), self.not_committed(), self.retrospective_before_commit()];
        rows.into_iter().flatten().chain(self.open_points()).collect()
    }

    /// What is open as long as the set is made and played.
    fn open_points(&self) -> Vec<Attention> {
        let mut rows: Vec<Attention> = self.above_dropped().into_iter().collect();
        rows.extend(self.to_find_out());
        rows.extend(self.dependencies());
        rows.extend(self.asked_of_us());
        rows.extend(self.late_readings());
        rows
    }

    fn running(&self) -> Vec<Attention> {
        let rows = self.check_in().into_iter().chain(self.open_points());
        rows.chain(self.blocked()).chain(self.actions_past()).collect()
    }

    fn scoring(&self) -> Vec<Attention> {
        let rows = [self.scoring_overdue(), self.unreviewed()].into_iter().flatten();
        // To its last day the quarter is played: what is late does not get better by being scored.
        let is_played = self.desk.today <= self.desk.cycle.last;
        let late = self.check_in().into_iter().chain(self.to_find_out()).chain(self.dependencies());
        rows.chain(late.filter(|row| is_played && row.is_overdue)).chain(self.late_readings()).collect()
    }

    fn retrospective(&self) -> Vec<Attention> {
        let rows = [self.retrospective_overdue(), self.unreviewed()].into_iter().flatten();
        rows.chain(self.late_readings()).collect()
    }

    /// A row about the whole quarter.
    fn row(&self, rule: Rule, values: &[(&str, &str)], is_overdue: bool) -> Attention {
        let text = texts::attention(rule);
        Attention {
            rule,
            about: self.desk.cycle.label.clone(),
            key_result: None,
            watched: None,
            asked: None,
            says: fill(&text.says, values),
            hint: text.hint(Steps::with(&self.desk.workspace.steps)),
            is_overdue,
        }
    }

    /// A row about a key result.
    fn about(
        &self,
        key_result: &KeyResult,
        rule: Rule,
        values: &[(&str, &str)],
        is_overdue: bool,
    ) -> Attention {
        let about = key_result.name().to_owned();
        Attention { about, key_result: Some(key_result.id.clone()), ..self.row(rule, values, is_overdue) }
    }

    fn kick_off(&self) -> Option<Attention> {
        let planned = calendar::kick_off(self.desk.cycle);
        let is_ahead = self.desk.today <= planned;
        if self.desk.today >= self.desk.cycle.first || !is_ahead && has_kicked_off(self.desk.quarter) {
            return None;
        }
        let left = self.desk.cycle.first.days_since(planned.max(self.desk.today));
        let row = || self.row(Rule::KickOffLate, &[("left", &counted::DAYS.of(left.max(0)))], false);
        (left < LATEST_KICK_OFF).then(row)
    }

    fn not_committed(&self) -> Option<Attention> {
        let day = self.desk.today.days_since(self.desk.cycle.first) + 1;
        let is_played = day > 0 && self.desk.today <= self.desk.cycle.last;
        is_played.then(|| self.row(Rule::NotCommitted, &[("day", &day.to_string())], true))
    }

    fn retrospective_before_commit(&self) -> Option<Attention> {
        let last = self.desk.workspace.previous(&self.desk.quarter.key)?;
        let is_open = last.frame.committed.is_some() && last.frame.closed.is_none();
        let is_near = self.desk.today >= self.desk.cycle.first.plus(-COMMIT_NEAR);
        let label = self.desk.workspace.cycles.get(&last.key.cycle).map_or("", |cycle| cycle.label.as_str());
        (is_open && is_near).then(|| self.row(Rule::RetrospectiveBeforeCommit, &[("cycle", label)], false))
    }

    /// What waits for its number, and beside a committed set for its target too.
    fn to_find_out(&self) -> Vec<Attention> {
        let open = self.desk.quarter.live_key_results().filter_map(|(_, key_result)| {
            let by = key_result.find_out_by?;
            let gaps = key_result.measure.gaps();
            let rule = if gaps.iter().any(|gap| matches!(gap, Gap::Baseline | Gap::ToFindOut)) {
                Rule::BaselineOpen
            } else {
                let lacks_target = gaps.contains(&Gap::Target) && self.desk.quarter.is_awaited(key_result);
                lacks_target.then_some(Rule::TargetOpen)?
            };
            let left = left(by, self.desk.today);
            Some(self.about(key_result, rule, &[("left", &left)], by < self.desk.today))
        });
        open.collect()
    }

    /// Objectives whose link leads to one that was dropped: those who depend on it are told.
    fn above_dropped(&self) -> Vec<Attention> {
        let linked = self.desk.quarter.live_objectives().flat_map(|objective| {
            let links = objective.contributes_to.as_deref().unwrap_or_default();
            let all = self.desk.workspace.all_linked(links);
            all.filter_map(move |(quarter, above)| Some((objective, quarter, above, above.dropped.as_ref()?)))
        });
        let row = |(objective, quarter, above, dropped): (&Objective, &Quarter, &Objective, &Dropped)| {
            let team = self.desk.workspace.team_name(&quarter.key.team);
            let values = [
                ("above", above.title.as_str()),
                ("id", objective.id.as_str()),
                ("reason", &first_line(&dropped.reason)),
                ("team", team),
            ];
            let row = self.row(Rule::AboveDropped, &values, false);
            Attention { about: objective.title.clone(), hint: fill(&row.hint, &values), ..row }
        };
        linked.map(row).collect()
    }

    fn dependencies(&self) -> Vec<Attention> {
        let all = self.desk.workspace.asked_by(self.desk.quarter);
        all.iter().filter_map(|asked| self.refused(asked).or_else(|| self.past(asked))).collect()
    }

    /// What the other team has refused, until it is noted here too.
    fn refused(&self, asked: &Asked<'_>) -> Option<Attention> {
        let refused = asked.said().filter(|_| asked.state() == DependencyState::Refused)?;
        let says = refused.says.as_deref().map(|says| format!(": {says}")).unwrap_or_default();
        let values = [
            ("team", self.desk.workspace.name_of(&asked.dependency.team)),
            ("need", &asked.dependency.need),
            ("says", &says),
        ];
        let is_noted = asked.dependency.state == DependencyState::Refused;
        (!is_noted).then(|| self.about(asked.key_result, Rule::DependencyRefused, &values, false))
    }

    fn past(&self, asked: &Asked<'_>) -> Option<Attention> {
        let (rule, by) = match asked.state() {
            DependencyState::Open => (Rule::DependencyPast, asked.dependency.by),
            DependencyState::Agreed => (Rule::DependencyLate, asked.by()),
            DependencyState::Refused | DependencyState::WorkedAround | DependencyState::Done => return None,
        };
        let left = left(by.filter(|by| *by < self.desk.today)?, self.desk.today);
        let values = [
            ("team", self.desk.workspace.name_of(&asked.dependency.team)),
            ("need", &asked.dependency.need),
            ("left", &left),
        ];
        Some(self.about(asked.key_result, rule, &values, true))
    }

    fn asked_of_us(&self) -> Vec<Attention> {
        let open = self.desk.workspace.asked_of(self.desk.quarter);
        let open = open.iter().filter(|asked| asked.sides() == Sides::Unanswered);
        open.map(|asked| self.asked_row(asked)).collect()
    }

    fn asked_row(&self, asked: &Asked<'_>) -> Attention {
        let id = &asked.quarter.key.team;
        let name = self.desk.workspace.team_name(id);
        let by = asked.dependency.by;
        let left = by.map_or_else(|| texts::line(Line::NoDate).to_owned(), |by| left(by, self.desk.today));
        let line = asked.dependency.id.as_str();
        let values = [("need", &*asked.dependency.need), ("left", &left), ("line", line), ("team", name)];
        let row = self.row(Rule::AskedOfUs, &values, by.is_some_and(|by| by < self.desk.today));
        Attention { about: name.to_owned(), asked: Some(asked.path()), hint: fill(&row.hint, &values), ..row }
    }

    /// One later reading is asked for in each quarter that follows, up to the effect quarter plus one.
    fn late_readings(&self) -> Vec<Attention> {
        let watched = watch_list(self.desk.workspace, &self.desk.quarter.key.team, self.desk.cycle);
        let open = watched.into_iter().filter(|watched| watched.is_asked(self.desk.today));
        open.map(|watched| {
            let label = self
                .desk
                .workspace
                .cycles
                .get(&watched.key.quarter.cycle)
                .map_or("", |cycle| cycle.label.as_str());
            let (id, of) = (watched.key.id.as_str(), self.options_of(&watched.key.quarter));
            let values = [("cycle", label), ("effect", &*watched.effect_quarter), ("id", id), ("of", &of)];
            let row = self.row(Rule::LateReading, &values, false);
            let hint = fill(&row.hint, &values);
            Attention { about: watched.name, watched: Some(watched.key), hint, ..row }
        })
        .collect()
    }

    /// The options with which a command is about an earlier quarter, wherever it is typed.
    fn options_of(&self, key: &QuarterKey) -> String {
        let cycle = format!("--cycle {}", key.cycle);
        if key.team == self.desk.quarter.key.team { cycle } else { format!("--team {} {cycle}", key.team) }
    }

    fn check_in(&self) -> Option<Attention> {
        let overdue = self.rounds.overdue(self.desk.today)?;
        let (days, cadence) = (
            counted::DAYS.of(overdue.days),
            self.desk.workspace.cadence(self.desk.quarter).days().to_string(),
        );
        Some(self.row(Rule::CheckInOverdue, &[("days", &days), ("cadence", &cadence)], true))
    }

    fn blocked(&self) -> Vec<Attention> {
        let mut rows = Vec::new();
        for (_, key_result) in self.desk.quarter.live_key_results() {
            for note in self.rounds.blockers(&key_result.id) {
                rows.push(self.about(key_result, Rule::Blocked, &[("note", &note)], false));
            }
        }
        rows
    }

    fn scoring_overdue(&self) -> Option<Attention> {
        let open = self.desk.quarter.to_score().count();
        let date = self.desk.cycle.last.short(self.desk.today);
        let values = [("date", date.as_str()), ("open", &open.to_string())];
        (self.desk.today > self.desk.cycle.last).then(|| self.row(Rule::ScoringOverdue, &values, true))
    }

    fn retrospective_overdue(&self) -> Option<Attention> {
        let last_decided =
            self.desk.quarter.scorings.values().filter_map(|scoring| scoring.decided.or(scoring.date)).max();
        let after_scoring = last_decided.map(|day| day.plus_working_days(RETROSPECTIVE_WITHIN));
        let planned = calendar::retrospective_until(self.desk.cycle);
        let until = after_scoring.map_or(planned, |day| day.max(planned));
        let date = until.short(self.desk.today);
        (self.desk.today > until).then(|| self.row(Rule::RetrospectiveOverdue, &[("date", &date)], true))
    }

    fn unreviewed(&self) -> Option<Attention> {
        self.rounds.is_unreviewed(self.desk.today).then(|| self.row(Rule::Unreviewed, &[], false))
    }

    fn effort(&self) -> Option<Attention> {
        let budget = Budget::within(self.desk.workspace, self.desk.cycle);
        let spent = budget::spent(self.desk.quarter).total();
        match budget.standing(spent) {
            Standing::Within => None,
            Standing::Amber => {
                let spent = budget.against(spent);
                Some(self.row(Rule::EffortAmber, &[("spent", &spent)], false))
            }
            Standing::Over { .. } => {
                let sentence = budget.sentence(spent)?;
                Some(self.row(Rule::EffortOver, &[("sentence", &sentence)], false))
            }
        }
    }
}

/// Tells whether anything says that the kick-off has been held. One objective alone does not: the first run asks for it.
fn has_kicked_off(quarter: &Quarter) -> bool {
    quarter.objectives.len() > 1
        || quarter.key_results().next().is_some()
        || !quarter.efforts.is_empty()
        || quarter.frame.sponsor_promise.is_some()
        || quarter.frame.principles != Principles::default()
}

/// How far off a day is: "5 days left", "due today", "2 days past its date".
pub fn left(by: Day, today: Day) -> String {
    let days = by.days_since(today);
    let line = match days {
        0 => Line::DueToday,
        1.. => Line::DaysLeft,
        ..0 => Line::DaysPast,
    };
    fill(texts::line(line), &[("days", &counted::DAYS.of(days.abs()))])
}

#[cfg(test)]
mod tests;
