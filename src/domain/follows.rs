//! What hands over to a quarter: the one before it, and what teams left behind that were merged into its team.

use super::cycle::Cycle;
use super::day::Day;
use super::id::{KeyResultId, LONGEST_ID, TeamId};
use super::quarter::{Quarter, QuarterKey};
use super::team::Team;
use super::workspace::Workspace;

/// The days for which two quarters may be open together, the next being set while this one finishes.
const TOGETHER: i64 = 21;

impl Workspace {
    /// The quarter a quarter follows: the one it names, else the team's latest that is over when it begins.
    pub fn previous(&self, key: &QuarterKey) -> Option<&Quarter> {
        self.quarters.get(&self.previous_key(key)?)
    }

    /// Which quarter a quarter follows, whether or not that has been read.
    pub fn previous_key(&self, key: &QuarterKey) -> Option<QuarterKey> {
        let quarter = self.quarters.get(key)?;
        if let Some(cycle) = &quarter.frame.follows {
            return Some(QuarterKey { team: key.team.clone(), cycle: cycle.clone() });
        }
        self.over_before(&key.team, self.cycles.get(&key.cycle)?)
    }

    /// The quarter of the same team that is open and follows a quarter, whether or not it has been read.
    pub fn next_open<'a>(&'a self, key: &'a QuarterKey) -> Option<&'a QuarterKey> {
        let is_next = |(next, cycle): &(&QuarterKey, &Cycle)| {
            let read = self.quarters.get(next);
            let is_over =
                self.cycles.get(&key.cycle).is_some_and(|own| own.last.days_since(cycle.first) < TOGETHER);
            let follows = match read.and_then(|next| next.frame.follows.as_ref()) {
                Some(named) => *named == key.cycle,
                None => is_over && self.over_before(&key.team, cycle).as_ref() == Some(key),
            };
            follows && read.is_none_or(|next| next.frame.closed.is_none())
        };
        self.known_of(&key.team).into_iter().find(is_next).map(|(next, _)| next)
    }

    /// The latest quarter of a team that is over when a cycle begins. One that still runs beside it for long and is not closed
    /// hands nothing over to it.
    pub fn over_before(&self, team: &TeamId, cycle: &Cycle) -> Option<QuarterKey> {
        let is_closed =
            |key: &QuarterKey| self.quarters.get(key).is_some_and(|quarter| quarter.frame.closed.is_some());
        let is_over =
            |key: &QuarterKey, other: &Cycle| other.last.days_since(cycle.first) < TOGETHER || is_closed(key);
        let known = self.known_of(team).into_iter().rev();
        let mut begun = known.filter(|(_, other)| other.first < cycle.first);
        begun.find(|(key, other)| is_over(key, other)).map(|(key, _)| key.clone())
    }

    /// The quarters that hand over to a quarter and have been read: the one it follows, and the last of each team that was
    /// merged into its own.
    pub fn handing_over(&self, key: &QuarterKey) -> Vec<&Quarter> {
        let all = self.previous_key(key).into_iter().chain(self.left_by_merged(key));
        all.filter_map(|key| self.quarters.get(&key)).collect()
    }

    /// What each team that was merged into that of a quarter left last, where no earlier quarter of that one has had it handed
    /// over already.
    pub fn left_by_merged(&self, key: &QuarterKey) -> Vec<QuarterKey> {
        let Some(cycle) = self.cycles.get(&key.cycle) else { return Vec::new() };
        let last = self.previous_key(key).and_then(|last| self.cycles.get(&last.cycle));
        let left = self.merged_into(&key.team).into_iter().filter_map(|(team, day)| {
            let left = self.over_before(&team, cycle).filter(|_| day.is_none_or(|day| day <= cycle.last))?;
            let had = last.filter(|last| day.is_none_or(|day| day <= last.first));
            let had = had.and_then(|last| self.over_before(&team, last));
            (had.as_ref() != Some(&left)).then_some(left)
        });
        left.collect()
    }

    /// The teams that were merged into a team, also by way of others, with the day where one is known.
    pub fn merged_into(&self, team: &TeamId) -> Vec<(TeamId, Option<Day>)> {
        let lineage = self.lineage(team);
        let heirs = lineage.iter().filter_map(|heir| self.teams.get(heir));
        heirs.flat_map(Team::merged).filter(|(merged, _)| merged != team).collect()
    }
}

impl QuarterKey {
    /// How a record of this quarter is called in another one; that of another team with the team before it, so that two of
    /// one name stay apart.
    pub fn handed_id(&self, to: &TeamId, id: &str) -> String {
        let whole = if self.team == *to { id.to_owned() } else { format!("{}-{id}", self.team) };
        whole.chars().take(LONGEST_ID).collect()
    }

    /// How a key result of this quarter is called as a point of the hand-over: by its id, or longer where another point is
    /// called so.
    pub fn handed_key_result(&self, to: &TeamId, id: &KeyResultId) -> [String; 2] {
        [id.to_string(), format!("key-result-{id}")].map(|id| self.handed_id(to, &id))
    }

    /// How a record of another quarter says that it comes from one of this: `2026-q4/refunds`, of another team
    /// `pay/2026-q4/refunds`.
    pub fn origin(&self, of: &TeamId, id: &str) -> String {
        if self.team == *of { format!("{}/{id}", self.cycle) } else { format!("{self}/{id}") }
    }

    /// The quarter and the id that such a text names, read in a quarter of a team.
    pub fn of_origin<'a>(team: &TeamId, text: &'a str) -> Option<(Self, &'a str)> {
        let (before, id) = text.rsplit_once('/')?;
        let own = || Some(Self { team: team.clone(), cycle: before.parse().ok()? });
        Some((before.parse().ok().or_else(own)?, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frame::Frame;
    use crate::domain::id::{CycleId, LineId};
    use crate::domain::team::{Turn, Was};

    fn day(month: u32, day: u32) -> Day {
        Day::new(2027, month, day).unwrap()
    }

    fn key(team: &str, cycle: &str) -> QuarterKey {
        format!("{team}/{cycle}").parse().unwrap()
    }

    fn open(workspace: &mut Workspace, key: &QuarterKey, days: Option<(Day, Day)>) {
        let id: CycleId = key.cycle.clone();
        let cycle = match days {
            Some((first, last)) => {
                Cycle { label: id.to_string(), id, first, last, kick_off: None, is_unread: false }
            }
            None => Cycle::calendar(id.as_str()).unwrap(),
        };
        workspace.cycles.insert(cycle.id.clone(), cycle);
        workspace.quarters.insert(key.clone(), Quarter::new(key.clone(), Frame::default()));
    }

    #[test]
    fn a_quarter_follows_the_latest_that_is_over_and_none_that_runs_beside_it() {
        let mut workspace = Workspace::default();
        let (spring, second) = (key("t", "spring"), key("t", "2027-q2"));
        open(&mut workspace, &spring, Some((day(2, 1), day(4, 30))));
        open(&mut workspace, &second, None);
        assert_eq!(workspace.previous_key(&second), None);
        open(&mut workspace, &key("t", "2027-q1"), None);
        assert_eq!(workspace.previous_key(&second), Some(key("t", "2027-q1")));
        workspace.quarters.get_mut(&spring).unwrap().frame.closed = Some(day(3, 20));
        assert_eq!(workspace.previous_key(&second), Some(spring.clone()));
        let late = key("t", "late");
        open(&mut workspace, &late, Some((day(3, 1), day(4, 9))));
        assert_eq!(workspace.previous_key(&second), Some(late), "a few days together are usual");
    }

    #[test]
    fn what_a_merged_team_left_is_handed_over_once() {
        let mut workspace = Workspace::default();
        let mut heir = Team::named("payments".parse().unwrap(), "Payments");
        heir.was.push(Was {
            id: LineId::new("pay").unwrap(),
            turn: Turn::Merged,
            what: "pay".to_owned(),
            date: Some(day(2, 1)),
        });
        workspace.teams.insert(heir.id.clone(), heir);
        workspace.teams.insert("pay".parse().unwrap(), Team::named("pay".parse().unwrap(), "Pay"));
        let own = ["2027-q1", "2027-q2", "2027-q3"].map(|cycle| key("payments", cycle));
        for key in &own {
            open(&mut workspace, key, None);
        }
        let left = |workspace: &Workspace| own.each_ref().map(|key| workspace.left_by_merged(key));
        assert_eq!(left(&workspace), [vec![], vec![], vec![]]);
        open(&mut workspace, &key("pay", "2027-q1"), None);
        assert_eq!(left(&workspace), [vec![], vec![key("pay", "2027-q1")], vec![]]);
        let both = workspace.handing_over(&own[1]);
        assert_eq!(both.iter().map(|one| &one.key).collect::<Vec<_>>(), [&own[0], &key("pay", "2027-q1")]);
    }

    #[test]
    fn an_origin_names_its_team_where_that_is_another() {
        let (t, pay): (TeamId, TeamId) = ("t".parse().unwrap(), "pay".parse().unwrap());
        for (from, text) in
            [(key("t", "2026-q4"), "2026-q4/refunds"), (key("pay", "2026-q4"), "pay/2026-q4/refunds")]
        {
            assert_eq!(from.origin(&t, "refunds"), text);
            assert_eq!(QuarterKey::of_origin(&t, text), Some((from, "refunds")));
        }
        assert_eq!(key("pay", "2026-q4").handed_id(&pay, "refunds"), "refunds");
        assert_eq!(key("pay", "2026-q4").handed_id(&t, "refunds"), "pay-refunds");
        assert_eq!(QuarterKey::of_origin(&t, "refunds"), None);
    }
}
