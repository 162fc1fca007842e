//! What lies between two teams: a dependency with its answer, and key results that are measured at another team. Each side
//! stands in the files of its own team; here they are put side by side, and nothing is derived from either.

use std::collections::BTreeSet;

use super::cycle::Cycle;
use super::day::Day;
use super::dependency::{Answer, Dependency, DependencyState};
use super::id::{CycleId, KeyResultId, LineId, ObjectiveId, TeamId};
use super::key_result::KeyResult;
use super::objective::Objective;
use super::quarter::{KeyResultKey, Quarter, QuarterKey};
use super::team::Team;
use super::workspace::Workspace;

/// Something one team asks of another, with the answer where there is one.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The quarter that asks.
    pub quarter: &'a Quarter,
    /// The key result that cannot move without it.
    pub key_result: &'a KeyResult,
    /// What is asked.
    pub dependency: &'a Dependency,
    /// The team that is asked, where the workspace knows it.
    pub team: Option<&'a Team>,
    /// What that team answers, with the quarter whose files say so.
    pub answer: Option<(&'a Quarter, &'a Answer)>,
}

/// Whether the two sides of a dependency say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// They do, or only one team is known here.
    Agree,
    /// It is asked, and the other team has not answered.
    Unanswered,
    /// Both say something, and not the same.
    Differ,
}

impl<'a> Asked<'a> {
    /// How the answer names it: `payments/2027-q1/ci-duration/k3f9q2`.
    pub fn path(&self) -> String {
        path(&self.quarter.key, &self.key_result.id, &self.dependency.id)
    }

    /// What the team is called that is asked; as it was typed, where the workspace does not know it.
    pub fn team_name(&self) -> &'a str {
        self.team.map_or(self.dependency.team.as_str(), |team| &team.name)
    }

    /// What the team says that is asked.
    pub fn said(&self) -> Option<&'a Answer> {
        self.answer.map(|(_, answer)| answer)
    }

    /// Where it stands: who has it or found another way needs no answer; else the answer goes before what the asking team noted.
    pub fn state(&self) -> DependencyState {
        match (self.dependency.state, self.said()) {
            (DependencyState::WorkedAround | DependencyState::Done, _) | (_, None) => self.dependency.state,
            (_, Some(answer)) => answer.state,
        }
    }

    /// The day it comes: the one that was answered, else the one that was asked for.
    pub fn by(&self) -> Option<Day> {
        self.said().and_then(|answer| answer.by).or(self.dependency.by)
    }

    /// Whether the two sides say the same. What we note as open says nothing yet, so it differs from no answer; a day
    /// later than the one that was asked for is another answer.
    pub fn sides(&self) -> Sides {
        let ours = self.dependency.state;
        let needs_no_answer = matches!(ours, DependencyState::WorkedAround | DependencyState::Done);
        match self.said() {
            _ if self.team.is_none() || needs_no_answer => Sides::Agree,
            None => Sides::Unanswered,
            Some(answer) if ours == DependencyState::Agreed && answer.state == DependencyState::Done => {
                Sides::Agree
            }
            Some(answer) if ours != DependencyState::Open && answer.state != ours => Sides::Differ,
            Some(answer) if answer.state == DependencyState::Agreed && self.is_later(answer) => Sides::Differ,
            Some(_) => Sides::Agree,
        }
    }

    fn is_later(&self, answer: &Answer) -> bool {
        answer.by.zip(self.dependency.by).is_some_and(|(theirs, ours)| theirs > ours)
    }
}

/// A key result of one team that is measured at another.
#[derive(Debug, Clone, Copy)]
pub struct Measured<'a> {
    /// The quarter it belongs to.
    pub quarter: &'a Quarter,
    /// Its objective.
    pub objective: &'a Objective,
    /// The key result.
    pub key_result: &'a KeyResult,
}

fn path(key: &QuarterKey, key_result: &KeyResultId, line: &LineId) -> String {
    format!("{key}/{key_result}/{line}")
}

impl Workspace {
    /// The team of that id, name, former name or former id, however it is written.
    pub fn team_called(&self, typed: &str) -> Option<&Team> {
        let typed = typed.trim();
        let by_id = TeamId::new(typed.to_lowercase()).ok().and_then(|id| self.teams.get(&id));
        let by_name = || self.teams.values().find(|team| is_same(&team.name, typed));
        by_id.or_else(by_name).or_else(|| self.teams.values().find(|team| was_called(team, typed)))
    }

    /// What the team is called that was typed as an id, a name or a former name; what was typed, where the workspace knows none.
    pub fn name_of<'a>(&'a self, typed: &'a str) -> &'a str {
        self.team_called(typed).map_or(typed, |team| &team.name)
    }

    /// The quarters of all teams in a cycle.
    pub fn quarters_in<'a>(&'a self, cycle: &'a CycleId) -> impl Iterator<Item = &'a Quarter> {
        self.quarters.values().filter(move |quarter| quarter.key.cycle == *cycle)
    }

    /// A dependency with its other side.
    pub fn asked<'a>(
        &'a self,
        quarter: &'a Quarter,
        key_result: &'a KeyResult,
        dependency: &'a Dependency,
    ) -> Asked<'a> {
        // A team that depends on itself has nobody to ask.
        let team = self.team_called(&dependency.team).map(|team| self.now(team, &quarter.key.cycle));
        let team = team.filter(|team| team.id != quarter.key.team);
        let path = path(&quarter.key, &key_result.id, &dependency.id);
        let answer = team.and_then(|team| self.answer_in(&team.id, &path));
        Asked { quarter, key_result, dependency, team, answer }
    }

    /// The team itself, or where it has no quarter beside this cycle any more, the first that took it in and has one; the last
    /// that did where none has.
    fn now<'a>(&'a self, team: &'a Team, cycle: &CycleId) -> &'a Team {
        let is_beside = |other: &Cycle| {
            other.id == *cycle || self.cycles.get(cycle).is_some_and(|cycle| other.shares_a_day(cycle))
        };
        let works = |team: &Team| self.known_of(&team.id).into_iter().any(|(_, other)| is_beside(other));
        let heirs = self.heirs(&team.id);
        let last = heirs.last().copied().unwrap_or(team);
        std::iter::once(team).chain(heirs).find(|team| works(team)).unwrap_or(last)
    }

    /// The answer of a team to what a path names, in whichever of its quarters it stands.
    fn answer_in(&self, team: &TeamId, path: &str) -> Option<(&Quarter, &Answer)> {
        let quarters = self.quarters.range(QuarterKey::before_all_of(team)..).map(|(_, quarter)| quarter);
        let quarters = quarters.take_while(|quarter| quarter.key.team == *team);
        let mut answers =
            quarters.flat_map(|quarter| quarter.frame.answers.iter().map(move |one| (quarter, one)));
        answers.find(|(_, answer)| answer.asked == path)
    }

    /// Everything a quarter asks of others, for key results that stand, in the order of the screens.
    pub fn asked_by<'a>(&'a self, quarter: &'a Quarter) -> Vec<Asked<'a>> {
        let live = quarter.live_key_results();
        live.flat_map(|(_, key_result)| {
            key_result.dependencies.iter().map(move |dependency| self.asked(quarter, key_result, dependency))
        })
        .collect()
    }

    /// The quarters of other teams that look at a quarter for what its team does beside them. One that is closed and was of
    /// another cycle waits for nothing any more.
    fn beside_others<'a>(&'a self, quarter: &'a Quarter) -> impl Iterator<Item = &'a Quarter> {
        let key = &quarter.key;
        let cycle = self.cycles.get(&key.cycle);
        let beside =
            self.cycles.values().filter(move |other| cycle.is_some_and(|own| own.shares_a_day(other)));
        let beside: BTreeSet<&CycleId> = beside.map(|other| &other.id).chain([&key.cycle]).collect();
        let others = self.quarters.values().filter(move |other| beside.contains(&other.key.cycle));
        others.filter(move |other| {
            let is_open = other.key.cycle == key.cycle || other.frame.closed.is_none();
            is_open && other.key.team != key.team
        })
    }

    /// Whether a quarter is the one of its team that runs beside another: no other of the team stands nearer to that.
    fn is_beside(&self, quarter: &Quarter, other: &Quarter) -> bool {
        let cycle = self.cycles.get(&other.key.cycle);
        let found = cycle.and_then(|cycle| self.beside(&quarter.key.team, cycle));
        found.map_or(other.key.cycle == quarter.key.cycle, |(found, _)| found.key == quarter.key)
    }

    /// Everything other teams ask of a quarter's team while it runs, by team.
    pub fn asked_of<'a>(&'a self, quarter: &'a Quarter) -> Vec<Asked<'a>> {
        let called = self.called(&quarter.key.team);
        let others = self.beside_others(quarter);
        let mut found = Vec::new();
        for other in others {
            for (_, key_result) in other.live_key_results() {
                let meant = key_result.dependencies.iter().filter(|one| called.means(&one.team));
                found.extend(meant.map(|dependency| self.asked(other, key_result, dependency)));
            }
        }
        found.retain(|asked| asked.team.is_some_and(|team| team.id == quarter.key.team));
        // What was answered here stays here, also once the team has opened another quarter beside the one that asks.
        let is_answered_here =
            |asked: &Asked<'_>| asked.answer.is_some_and(|(in_quarter, _)| in_quarter.key == quarter.key);
        found.retain(|asked| is_answered_here(asked) || self.is_beside(quarter, asked.quarter));
        found
    }

    /// Whether a link leads to an objective, also by way of others.
    pub fn leads_back(&self, link: &str, to: (&QuarterKey, &ObjectiveId)) -> bool {
        let mut seen = BTreeSet::new();
        let mut at = self.linked(link);
        while let Some((quarter, objective)) = at {
            let here = (&quarter.key, &objective.id);
            if here == to {
                return true;
            }
            at = objective
                .contributes_to
                .as_deref()
                .filter(|_| seen.insert(here))
                .and_then(|on| self.linked(on));
        }
        false
    }

    /// What a team that is asked could answer in: its quarter that runs beside the one that asks.
    pub fn answers_in(&self, asked: &Asked<'_>) -> Option<&Quarter> {
        let key = QuarterKey { team: asked.team?.id.clone(), cycle: asked.quarter.key.cycle.clone() };
        let own = self.quarters.get(&key);
        own.or_else(|| Some(self.beside(&key.team, self.cycles.get(&key.cycle)?)?.0))
    }

    /// What is asked under a path, by a key result that stands.
    pub fn asked_at(&self, path: &str) -> Option<Asked<'_>> {
        let (path, line) = path.rsplit_once('/')?;
        let (key, key_result) = path.rsplit_once('/')?;
        let quarter = self.quarters.get(&key.parse::<QuarterKey>().ok()?)?;
        let mut standing = quarter.live_key_results().map(|(_, found)| found);
        let key_result = standing.find(|found| found.id.as_str() == key_result)?;
        let dependency = key_result.dependencies.iter().find(|found| found.id.as_str() == line)?;
        Some(self.asked(quarter, key_result, dependency))
    }

    /// The key results of other teams that are measured at a quarter's team while it runs.
    pub fn measured_at<'a>(&'a self, quarter: &'a Quarter) -> Vec<Measured<'a>> {
        let called = self.called(&quarter.key.team);
        let others = self.beside_others(quarter).filter(|other| self.is_beside(quarter, other));
        let all = others.flat_map(|quarter| self.measured_elsewhere(quarter));
        let meant =
            all.filter(|found| found.key_result.measured_at.as_deref().is_some_and(|at| called.means(at)));
        meant.filter(|found| self.place_of(found).is_some_and(|team| team.id == quarter.key.team)).collect()
    }

    /// The key results of a quarter that name a team they are measured at.
    pub fn measured_elsewhere<'a>(&'a self, quarter: &'a Quarter) -> impl Iterator<Item = Measured<'a>> {
        let live = quarter.live_key_results().filter(|(_, key_result)| key_result.measured_at.is_some());
        live.map(move |(objective, key_result)| Measured { quarter, objective, key_result })
    }

    /// A key result of whatever quarter has been read, with its quarter and its objective.
    pub fn key_result(&self, key: &KeyResultKey) -> Option<(&Quarter, &Objective, &KeyResult)> {
        let quarter = self.quarters.get(&key.quarter)?;
        quarter.key_result(&key.id).map(|(objective, key_result)| (quarter, objective, key_result))
    }

    /// The team a key result is measured at, where it is another one that the workspace knows.
    pub fn place_of(&self, found: &Measured<'_>) -> Option<&Team> {
        let key = &found.quarter.key;
        let team = self.team_called(found.key_result.measured_at.as_deref()?)?;
        Some(self.now(team, &key.cycle)).filter(|team| team.id != key.team)
    }

    /// The objective that a link names, its team also by a former id: `company/2027-q1/trust`. Of several it is the first that
    /// stands, else the first.
    pub fn linked(&self, link: &str) -> Option<(&Quarter, &Objective)> {
        let mut found = self.all_linked(link).peekable();
        let first = *found.peek()?;
        Some(found.find(|(_, objective)| objective.dropped.is_none()).unwrap_or(first))
    }

    /// Every objective that a link names.
    pub fn all_linked(&self, link: &str) -> impl Iterator<Item = (&Quarter, &Objective)> {
        links(link).filter_map(|link| self.named_by(link))
    }

    fn named_by(&self, link: &str) -> Option<(&Quarter, &Objective)> {
        let (key, id) = self.parts_of_link(link)?;
        let quarter = self.quarters.get(&key)?;
        Some((quarter, quarter.objectives.iter().find(|objective| objective.id.as_str() == id)?))
    }

    /// Tells whether an objective contributes to one that stands: a link to one that was dropped or has gone is none. What is
    /// not read here is taken to stand.
    pub fn contributes(&self, objective: &Objective) -> bool {
        links(objective.contributes_to.as_deref().unwrap_or_default()).any(|link| match self.named_by(link) {
            Some((_, above)) => above.dropped.is_none(),
            None => self.parts_of_link(link).is_none_or(|(key, _)| !self.quarters.contains_key(&key)),
        })
    }

    /// The quarter that one whole link names, whether it is there or not, and the id of the objective in it.
    pub(crate) fn parts_of_link<'l>(&self, link: &'l str) -> Option<(QuarterKey, &'l str)> {
        let [team, cycle, id] = link_parts(link)?;
        let team = self.team_called(team)?.id.clone();
        Some((QuarterKey { team, cycle: cycle.parse().ok()? }, id))
    }

    /// The quarter of a team that runs beside a cycle: its own of that cycle, else the latest that shares a day with it.
    pub fn beside(&self, team: &TeamId, cycle: &Cycle) -> Option<(&Quarter, &Cycle)> {
        let key = QuarterKey { team: team.clone(), cycle: cycle.id.clone() };
        if let Some(found) = self.quarters.get(&key).zip(self.cycles.get(&cycle.id)) {
            return Some(found);
        }
        self.quarters_of(team).filter(|(_, other)| other.shares_a_day(cycle)).last()
    }
}

/// The links that stand where one objective names several it contributes to.
pub(crate) fn links(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';']).map(str::trim).filter(|link| !link.is_empty())
}

/// The team, the cycle and the objective that one whole link names, as it says them.
pub(crate) fn link_parts(link: &str) -> Option<[&str; 3]> {
    link.split('/').collect::<Vec<_>>().try_into().ok()
}

/// The one that counts: one main contribution per objective, the first that is named (SET-11).
pub(crate) fn main_link(typed: &str) -> &str {
    links(typed).next().unwrap_or_default()
}

/// Whether two names are one, however they are written.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || (!one.is_ascii() && one.to_lowercase() == other.to_lowercase())
}

fn was_called(team: &Team, typed: &str) -> bool {
    team.aliases.iter().any(|alias| is_same(alias.trim(), typed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frame::{Dropped, Frame};
    use crate::domain::id::ObjectiveId;

    fn key(team: &str) -> QuarterKey {
        format!("{team}/2027-q1").parse().unwrap()
    }

    fn day(day: u32) -> Option<Day> {
        Day::new(2027, 1, day)
    }

    fn dependency(team: &str, state: DependencyState) -> Dependency {
        let id = LineId::new("runners").unwrap();
        Dependency { id, team: team.to_owned(), need: "runners".to_owned(), by: day(20), asker: None, state }
    }

    /// Payments asks a team for something; Build platform, once Tools, answers it or not.
    fn workspace(ours: Dependency, theirs: Option<(DependencyState, Option<Day>)>) -> Workspace {
        let mut workspace = Workspace::default();
        for (id, name) in [("payments", "Payments"), ("build", "Build platform")] {
            let team = Team::named(TeamId::new(id).unwrap(), name);
            workspace.teams.insert(team.id.clone(), Team { aliases: vec!["Tools".to_owned()], ..team });
            workspace.quarters.insert(key(id), Quarter::new(key(id), Frame::default()));
        }
        workspace.teams.get_mut(&key("payments").team).unwrap().aliases.clear();
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        let mut key_result = KeyResult::draft(KeyResultId::new("ci").unwrap(), "ci", 10);
        key_result.measured_at = Some("tools".to_owned());
        key_result.dependencies.push(ours);
        objective.key_results.push(key_result);
        workspace.quarters.get_mut(&key("payments")).unwrap().objectives.push(objective);
        let answers = &mut workspace.quarters.get_mut(&key("build")).unwrap().frame.answers;
        answers.extend(theirs.map(|(state, by)| Answer {
            id: LineId::new("runners").unwrap(),
            asked: "payments/2027-q1/ci/runners".to_owned(),
            state,
            says: None,
            by,
            date: None,
        }));
        workspace
    }

    fn looked(workspace: &Workspace) -> (DependencyState, Sides) {
        let asked = workspace.asked_by(&workspace.quarters[&key("payments")])[0];
        (asked.state(), asked.sides())
    }

    #[test]
    fn the_answer_of_the_other_team_goes_before_what_we_noted() {
        use DependencyState::{Agreed, Done, Open, Refused, WorkedAround};
        let cases = [
            (Open, None, (Open, Sides::Unanswered)),
            (Agreed, None, (Agreed, Sides::Unanswered)),
            (Open, Some((Agreed, None)), (Agreed, Sides::Agree)),
            (Agreed, Some((Agreed, day(20))), (Agreed, Sides::Agree)),
            (Agreed, Some((Agreed, day(21))), (Agreed, Sides::Differ)),
            (Agreed, Some((Refused, None)), (Refused, Sides::Differ)),
            (WorkedAround, Some((Refused, None)), (WorkedAround, Sides::Agree)),
            (WorkedAround, None, (WorkedAround, Sides::Agree)),
            (Agreed, Some((Done, None)), (Done, Sides::Agree)),
            (Done, Some((Agreed, day(21))), (Done, Sides::Agree)),
            (Refused, Some((Done, None)), (Done, Sides::Differ)),
        ];
        for (ours, theirs, expected) in cases {
            let workspace = workspace(dependency("Build platform", ours), theirs);
            assert_eq!(looked(&workspace), expected, "{ours:?} {theirs:?}");
        }
    }

    #[test]
    fn a_team_is_asked_under_any_name_it_has_or_had() {
        for name in ["build", "Build Platform", " tools "] {
            let workspace = workspace(dependency(name, DependencyState::Open), None);
            let asked = workspace.asked_of(&workspace.quarters[&key("build")]);
            assert_eq!(asked.len(), 1, "{name}");
            assert_eq!(asked[0].path(), "payments/2027-q1/ci/runners");
            assert!(workspace.asked_of(&workspace.quarters[&key("payments")]).is_empty());
            assert_eq!(workspace.measured_at(&workspace.quarters[&key("build")]).len(), 1);
        }
    }

    #[test]
    fn a_link_to_what_was_dropped_or_has_gone_is_no_contribution() {
        let mut workspace = workspace(dependency("build", DependencyState::Open), None);
        let id = || ObjectiveId::new("speed").unwrap();
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        assert!(!workspace.contributes(&objective));
        objective.contributes_to = Some("build/2027-q2/speed".to_owned());
        assert!(workspace.contributes(&objective), "that quarter is not read here");
        objective.contributes_to = Some("build/2027-q1/speed".to_owned());
        assert!(!workspace.contributes(&objective), "it has gone");
        let above = |workspace: &mut Workspace, dropped| {
            let above = Objective { dropped, ..Objective::draft(id(), "Speed", 10) };
            workspace.quarters.get_mut(&key("build")).unwrap().objectives = vec![above];
        };
        above(&mut workspace, None);
        assert!(workspace.contributes(&objective));
        above(&mut workspace, day(5).map(|date| Dropped { date, reason: "cut".to_owned() }));
        assert!(!workspace.contributes(&objective));
    }

    #[test]
    fn a_team_outside_the_workspace_cannot_answer_here() {
        let workspace = workspace(dependency("Nordpay", DependencyState::Open), None);
        assert_eq!(looked(&workspace), (DependencyState::Open, Sides::Agree));
    }

    #[test]
    fn an_objective_contributes_by_any_of_its_links_that_stands() {
        let objective = |id: &str| Objective::draft(ObjectiveId::new(id).unwrap(), id, 10);
        let mut gone = objective("gone");
        gone.dropped = Some(Dropped { date: day(20).unwrap(), reason: "cut".to_owned() });
        let mut workspace = workspace(dependency("build", DependencyState::Open), None);
        let above = workspace.quarters.get_mut(&key("payments")).unwrap();
        above.objectives.extend([gone, objective("stands")]);
        let ours = |links: &str| Objective { contributes_to: Some(links.to_owned()), ..objective("ours") };
        for (links, contributes) in [
            ("payments/2027-q1/gone", false),
            ("payments/2027-q1/gone, payments/2027-q1/stands", true),
            ("payments/2027-q1/nowhere", false),
            ("payments/2027-q2/not-read", true),
        ] {
            assert_eq!(workspace.contributes(&ours(links)), contributes, "{links}");
        }
        let linked = workspace.linked("payments/2027-q1/gone, payments/2027-q1/stands").unwrap().1;
        assert_eq!(linked.id.as_str(), "stands");
    }
}
