//! Who facilitates and who drives. Both rotate from session to session.
//!
//! No name is kept: the turn is a number, and the names come from the list of the team whenever they are shown. So neither
//! the record of a session nor a file of the workspace puts a person beside a vote.

use crate::domain::team::Team;
use crate::domain::workspace::Workspace;

/// The two roles of a session, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roles<'a> {
    /// Speaks, keeps the time, stays neutral.
    pub facilitator: &'a str,
    /// Types.
    pub driver: &'a str,
}

/// Who it is at a turn; `None` for a team whose people are not named. A team of one does both.
pub fn roles(team: &Team, turn: usize) -> Option<Roles<'_>> {
    let at = |turn: usize| team.people.get(turn.checked_rem(team.people.len())?).map(String::as_str);
    Some(Roles { facilitator: at(turn)?, driver: at(turn + 1)? })
}

/// The next turn: how many sessions the team has clocked so far, in all quarters.
pub(super) fn next_turn(workspace: &Workspace, team: &crate::domain::id::TeamId) -> usize {
    let quarters = workspace.quarters_of(team);
    quarters
        .map(|(quarter, _)| quarter.efforts.iter().filter(|effort| effort.session.is_some()).count())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::TeamId;

    fn team(people: &[&str]) -> Team {
        let people = people.iter().map(ToString::to_string).collect();
        Team { people, ..Team::named(TeamId::new("t").unwrap(), "T") }
    }

    #[test]
    fn both_roles_rotate_and_never_meet_in_one_person() {
        let team = team(&["Ada", "Lin", "Kim"]);
        let turns: Vec<(&str, &str)> = (0..4)
            .filter_map(|turn| roles(&team, turn))
            .map(|roles| (roles.facilitator, roles.driver))
            .collect();
        assert_eq!(turns, [("Ada", "Lin"), ("Lin", "Kim"), ("Kim", "Ada"), ("Ada", "Lin")]);
    }

    #[test]
    fn a_team_without_names_has_no_roles() {
        assert_eq!(roles(&team(&[]), 3), None);
        assert_eq!(roles(&team(&["Ada"]), 3), Some(Roles { facilitator: "Ada", driver: "Ada" }));
    }
}
