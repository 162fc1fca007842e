//! Which objective is meant by what was typed for the one that another contributes to (SET-11).

use std::collections::BTreeSet;

use super::{Desk, quoted, unread};
use crate::domain::between::{is_same, links};
use crate::domain::change::{Address, Refusal, Stop};
use crate::domain::named::nearest;
use crate::domain::objective::Objective;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::stop_rule::StopRule;
use crate::domain::workspace::Workspace;
use crate::words::domain::decision::setting as words;

/// The most objectives that are offered for one that is not there.
const OFFERED: usize = 3;

/// An objective of another team that runs beside.
#[derive(Debug, Clone, Copy)]
pub struct Other<'a> {
    /// Its quarter.
    pub quarter: &'a Quarter,
    /// The objective.
    pub objective: &'a Objective,
}

impl Workspace {
    /// The quarters that links name and that have not been read; several links are parted as people part them.
    pub fn unread_linked(&self, typed: &str) -> BTreeSet<QuarterKey> {
        let named = links(typed).filter_map(|link| Some(self.parts_of_link(link)?.0));
        named.filter(|key| self.unopened.contains(key)).collect()
    }
}

impl Other<'_> {
    /// How it is written: `company/2027-q1/trust`.
    pub fn link(self) -> String {
        format!("{}/{}", self.quarter.key, self.objective.id)
    }

    /// As its team and its id alone.
    fn short(self) -> String {
        format!("{}/{}", self.quarter.key.team, self.objective.id)
    }

    fn is(self, typed: &str) -> bool {
        is_same(self.objective.id.as_str(), typed)
            || is_same(&self.objective.title, typed)
            || is_same(&self.short(), typed)
    }

    fn begins(self, typed: &str) -> bool {
        let typed = typed.to_lowercase();
        self.objective.id.as_str().starts_with(&typed)
            || self.objective.title.to_lowercase().starts_with(&typed)
            || (typed.contains('/') && self.short().starts_with(&typed))
    }
}

impl<'a> Desk<'a> {
    /// The link to the objective that was typed: as it stands where it leads to one, else that of the one objective of another
    /// team that is called so, or whose id or sentence begins so.
    ///
    /// # Errors
    /// There is none, or there are several; the nearest are offered. Or what it leads to cannot be read.
    pub fn link(&self, typed: &str) -> Result<String, Refusal> {
        let is_known =
            || self.quarter.objectives.iter().any(|one| one.contributes_to.as_deref() == Some(typed));
        if is_known() {
            return Ok(typed.to_owned());
        }
        let link = self.meant(typed)?;
        let is_own = |link: &str| {
            self.workspace.parts_of_link(link).is_some_and(|(key, _)| key.team == self.quarter.key.team)
        };
        if links(&link).any(is_own) {
            return Err(refused(typed, words::IS_OF_THE_TEAM_ITSELF, &[]));
        }
        self.is_read_at(&link)?;
        Ok(link)
    }

    /// Refuses a link while it cannot be read whether what it leads to stands.
    fn is_read_at(&self, link: &str) -> Result<(), Refusal> {
        let named = links(link).filter_map(|link| self.workspace.parts_of_link(link));
        let files = named.flat_map(|(key, id)| {
            let objective = format!("teams/{key}/objectives/{id}/objective.toml");
            [Address::Cycle(key.cycle.clone()).to_string(), Address::Frame(key).to_string(), objective]
        });
        let stops: Vec<Stop> =
            files.filter(|file| self.workspace.unread.contains(file)).map(|file| unread(&file)).collect();
        if stops.is_empty() { Ok(()) } else { Err(Refusal { stops }) }
    }

    fn meant(&self, typed: &str) -> Result<String, Refusal> {
        if let Some(all) = self.several(typed) {
            return Ok(all);
        }
        if links(typed).count() == 1 && self.leads_somewhere(typed) {
            return Ok(typed.to_owned());
        }
        let others = self.others();
        let called: Vec<_> = others.iter().copied().filter(|other| other.is(typed)).collect();
        let begun = || others.iter().copied().filter(|other| other.begins(typed)).collect();
        let found: Vec<Other<'_>> = if called.is_empty() { begun() } else { called };
        match found[..] {
            [one] => Ok(one.link()),
            [] => {
                let named = self.in_quarter_of(typed);
                let near = self.nearest(typed, if named.is_empty() { &others } else { &named });
                Err(refused(typed, words::NAMES_NO_OBJECTIVE, &near))
            }
            _ => Err(refused(typed, words::NAMES_SEVERAL_OBJECTIVES, &found)),
        }
    }

    /// The links to several objectives, where each that was typed names one; that one would be enough is said elsewhere.
    fn several(&self, typed: &str) -> Option<String> {
        let each = || links(typed).map(|part| self.meant(part).ok()).collect::<Option<Vec<_>>>();
        (links(typed).count() > 1).then(each).flatten().map(|all| all.join(", "))
    }

    /// Whether a whole link leads to an objective; of a quarter that has not been read only the name is known. Whoever takes
    /// a link from a person reads it before.
    fn leads_somewhere(&self, link: &str) -> bool {
        let workspace = self.workspace;
        let named = || workspace.parts_of_link(link);
        workspace.linked(link).is_some() || named().is_some_and(|(key, _)| workspace.unopened.contains(&key))
    }

    /// The objectives of the quarter that a whole link names.
    fn in_quarter_of(&self, link: &str) -> Vec<Other<'a>> {
        let workspace = self.workspace;
        let quarter = workspace.parts_of_link(link).and_then(|(key, _)| workspace.quarters.get(&key));
        let all = quarter
            .into_iter()
            .flat_map(|quarter| quarter.live_objectives().map(move |objective| Other { quarter, objective }));
        all.collect()
    }

    /// The objectives of other teams in quarters that run beside this one.
    pub fn others(&self) -> Vec<Other<'a>> {
        let workspace = self.workspace;
        let is_beside = |quarter: &Quarter| {
            let cycle = workspace.cycles.get(&quarter.key.cycle);
            quarter.key.team != self.quarter.key.team
                && cycle.is_some_and(|cycle| cycle.shares_a_day(self.cycle))
        };
        let beside = workspace.quarters.values().filter(|quarter| is_beside(quarter));
        let all = beside
            .flat_map(|quarter| quarter.live_objectives().map(move |objective| Other { quarter, objective }));
        all.collect()
    }

    /// Those of a team that was typed instead of an objective, else the one whose id is nearest.
    fn nearest<'o>(&self, typed: &str, others: &[Other<'o>]) -> Vec<Other<'o>> {
        let team = self.workspace.team_called(typed.split('/').next().unwrap_or_default());
        let of_team = |other: &Other<'_>| team.is_some_and(|team| team.id == other.quarter.key.team);
        let last = typed.rsplit('/').next().unwrap_or_default().trim().to_lowercase();
        let ids: Vec<&str> = others.iter().map(|other| other.objective.id.as_str()).collect();
        let near = nearest(&last, &ids);
        let near: Vec<_> =
            others.iter().copied().filter(|other| near == Some(other.objective.id.as_str())).collect();
        if near.is_empty() { others.iter().copied().filter(of_team).collect() } else { near }
    }
}

fn refused(typed: &str, says: &str, offered: &[Other<'_>]) -> Refusal {
    let links: Vec<String> = offered.iter().take(OFFERED).map(|other| other.link()).collect();
    let hint = if links.is_empty() {
        words::WRITE_TEAM_CYCLE_OBJECTIVE.to_owned()
    } else {
        words::perhaps(links.join(", "))
    };
    Refusal::one(StopRule::Link, quoted(typed), says, hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::open_quarter;
    use crate::domain::id::TeamId;
    use crate::domain::team::Team;

    /// The workspace of the tests of a start, and a second team beside it with two objectives.
    fn two_teams() -> (Workspace, QuarterKey) {
        let (mut workspace, key) = crate::domain::decision::begun();
        let cycle = workspace.cycles[&key.cycle].clone();
        let above = TeamId::new("engineering").unwrap();
        workspace.teams.insert(above.clone(), Team::named(above.clone(), "Engineering"));
        let change = open_quarter(&workspace, &above, &cycle).unwrap();
        workspace.apply(&change);
        let quarter = workspace.quarters.get_mut(&QuarterKey { team: above, cycle: cycle.id }).unwrap();
        for (id, title) in [("reliable", "Reliable services"), ("calm", "Calm nights")] {
            quarter.objectives.push(Objective::draft(id.parse().unwrap(), title, 10));
        }
        (workspace, key)
    }

    #[test]
    fn an_objective_is_named_by_its_link_its_id_its_sentence_or_how_one_begins() {
        let (workspace, key) = two_teams();
        let desk = Desk::at(&workspace, &key, workspace.cycles[&key.cycle].first).unwrap();
        let link = format!("engineering/{}/reliable", key.cycle);
        for typed in [&link, "reliable", "Reliable services", "reli", "engineering/reliable", "engineering/r"]
        {
            assert_eq!(desk.link(typed).unwrap(), link, "{typed}");
        }
    }

    #[test]
    fn what_names_no_objective_is_refused_with_what_is_near() {
        let (mut workspace, key) = two_teams();
        let link = |id: &str| format!("engineering/{}/{id}", key.cycle);
        let refused = |workspace: &Workspace, typed: &str| {
            let desk = Desk::at(workspace, &key, workspace.cycles[&key.cycle].first).unwrap();
            desk.link(typed).unwrap_err().to_string()
        };
        for (typed, offered) in [
            ("sales goals", "team/cycle/objective".to_owned()),
            ("Engineering", format!("{}, {}", link("reliable"), link("calm"))),
            ("relaible", link("reliable")),
            (&*link("nope"), link("calm")),
        ] {
            let says = refused(&workspace, typed);
            assert!(says.contains(typed) && says.contains(&offered), "{typed}: {says}");
        }
        // Of a quarter that has not been read nothing is said.
        let other = QuarterKey { team: "engineering".parse().unwrap(), cycle: key.cycle.clone() };
        workspace.quarters.remove(&other);
        workspace.unopened.insert(other);
        let desk = Desk::at(&workspace, &key, workspace.cycles[&key.cycle].first).unwrap();
        assert_eq!(desk.link(&link("nope")).unwrap(), link("nope"));
        // Whoever takes a link from a person is told to read it before.
        let unread = |links: &str| workspace.unread_linked(links).len();
        let two = format!("{}; {}", link("nope"), link("calm"));
        assert_eq!((unread(&two), unread("engineering/2020-q1/x"), unread("reliable")), (1, 0, 0));
        assert!(refused(&workspace, "reliable").contains("names no objective"));
    }
}
