//! What became of a team: it was renamed, moved under another, or took in another team. Its history reads on: nothing old is
//! rewritten, and the quarters of a team that was merged stay in their own folder.

use super::quoted;
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::day::Day;
use crate::domain::id::{LineId, TeamId};
use crate::domain::stop_rule::StopRule;
use crate::domain::team::{Team, Turn, Was};
use crate::domain::workspace::Workspace;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::lineage as words;

/// Writes down what a team was before; a former name is also one it is found by.
///
/// # Errors
/// The team does not exist; a team that was merged into it or was above it does not exist; it would be merged into itself;
/// or the day lies in the future.
pub fn record_was(
    workspace: &Workspace,
    id: &TeamId,
    (turn, what, date): (Turn, &str, Option<Day>),
    today: Day,
) -> Decision {
    let before = workspace.teams.get(id).ok_or_else(|| super::unknown("team", id.as_str()))?;
    if let Some(date) = date.filter(|date| *date > today) {
        let says = shared::lies_in_the_future(date);
        return Err(Refusal::one(
            StopRule::Reference,
            quoted(&before.name),
            says,
            words::SAY_IT_ONCE_IT_HAS_COME,
        ));
    }
    let what = super::written(what, words::THE_TEAM, words::WHAT_IT_WAS)?;
    let mut after = before.clone();
    let what = match turn {
        Turn::Renamed => {
            after.know(&what);
            what
        }
        Turn::Merged => merge(workspace, &mut after, &what)?,
        Turn::Moved => found(workspace, &what)?.id.to_string(),
    };
    let line = Was { id: line_id(&after, turn, &what)?, turn, what, date };
    after.was.push(line);
    after.was.sort_by_key(|was| was.date);
    let sentence = match turn {
        Turn::Renamed => words::note_a_former_name_of(quoted(&before.name)),
        Turn::Merged => words::merge_a_team_into(quoted(&before.name)),
        Turn::Moved => words::note_where_was_before(quoted(&before.name)),
    };
    let edit = Edit::update(Address::Team(id.clone()), Record::Team(before.clone()), Record::Team(after));
    Ok(Change::one(sentence, edit))
}

fn found<'a>(workspace: &'a Workspace, typed: &str) -> Result<&'a Team, Refusal> {
    workspace.team_called(typed).ok_or_else(|| super::unknown("team", typed))
}

/// Takes in a team: it is found by the names that one had too.
fn merge(workspace: &Workspace, after: &mut Team, typed: &str) -> Result<String, Refusal> {
    let gone = found(workspace, typed)?;
    if workspace.lineage(&gone.id).contains(&after.id) {
        let says = words::is_part_of_it_already(quoted(&after.name));
        return Err(Refusal::one(
            StopRule::TeamLoop,
            gone.name.clone(),
            says,
            words::NAME_THE_TEAM_THAT_WAS_TAKEN_IN,
        ));
    }
    if let Some(heir) = workspace.heir(&gone.id) {
        let says = words::it_was_merged_into_already(quoted(&heir.name));
        return Err(Refusal::one(StopRule::Id, gone.name.clone(), says, shared::NOTHING_IS_LEFT_TO_DO));
    }
    Ok(gone.id.to_string())
}

/// What changed between two versions of a team, as lines of what it was; the same of one day is written once.
pub(super) fn turned(before: &Team, after: &mut Team, today: Day) -> Result<(), Refusal> {
    if before.name != after.name {
        after.know(&before.name);
        turn(after, (Turn::Renamed, before.name.clone()), today)?;
    }
    match (&before.parent, before.parent == after.parent) {
        (Some(parent), false) => turn(after, (Turn::Moved, parent.to_string()), today),
        _ => Ok(()),
    }
}

fn turn(team: &mut Team, (turn, what): (Turn, String), today: Day) -> Result<(), Refusal> {
    if !team.was.iter().any(|was| was.turn == turn && was.date == Some(today)) {
        let id = line_id(team, turn, &what)?;
        team.was.push(Was { id, turn, what, date: Some(today) });
    }
    Ok(())
}

/// Names a line after what it says: two people who write down the same meet in one.
fn line_id(team: &Team, turn: Turn, what: &str) -> Result<LineId, Refusal> {
    const LONGEST: usize = 40;
    let what = crate::domain::id::slug(what, LONGEST).unwrap_or_else(|| "so".to_owned());
    let base = format!("{}-{what}", crate::domain::word::word(&turn));
    let is_taken = |id: &str| team.was.iter().any(|was| was.id.as_str() == id);
    let id = if is_taken(&base) { format!("{base}-again") } else { base };
    if is_taken(&id) {
        return Err(Refusal::one(
            StopRule::Id,
            team.name.clone(),
            words::THIS_STANDS_THERE_TWICE_ALREADY,
            words::GIVE_IT_A_DAY_IN_THE_FILE,
        ));
    }
    LineId::new(id)
        .map_err(|bad| Refusal::one(StopRule::Id, team.name.clone(), bad.to_string(), words::REWORD_IT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> TeamId {
        TeamId::new(text).unwrap()
    }

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        for name in ["payments", "checkout", "platform"] {
            workspace.teams.insert(id(name), Team::named(id(name), name));
        }
        workspace
    }

    fn day() -> Day {
        Day::new(2027, 4, 1).unwrap()
    }

    #[test]
    fn a_team_that_takes_another_in_is_followed_through_both() {
        let mut workspace = workspace();
        let change =
            record_was(&workspace, &id("payments"), (Turn::Merged, "Checkout", Some(day())), day()).unwrap();
        workspace.apply(&change);
        assert_eq!(workspace.lineage(&id("payments")), [id("payments"), id("checkout")]);
        assert_eq!(workspace.heir(&id("checkout")).map(|team| &team.id), Some(&id("payments")));
        for (team, gone) in [("payments", "checkout"), ("checkout", "payments"), ("payments", "payments")] {
            assert!(
                record_was(&workspace, &id(team), (Turn::Merged, gone, None), day()).is_err(),
                "{gone} into {team}"
            );
        }
        assert!(record_was(&workspace, &id("payments"), (Turn::Merged, "nobody", None), day()).is_err());
        let twice =
            record_was(&workspace, &id("platform"), (Turn::Merged, "checkout", None), day()).unwrap_err();
        assert!(twice.to_string().contains("merged into “payments” already"), "{twice}");
    }

    #[test]
    fn a_former_name_is_one_a_team_is_found_by() {
        let mut workspace = workspace();
        let tomorrow = (Turn::Renamed, "Billing", Some(day().plus(1)));
        assert!(record_was(&workspace, &id("payments"), tomorrow, day()).is_err());
        let change =
            record_was(&workspace, &id("payments"), (Turn::Renamed, "Billing", None), day()).unwrap();
        workspace.apply(&change);
        assert_eq!(workspace.team_called("billing").map(|team| &team.id), Some(&id("payments")));
        workspace.apply(&change.inverse());
        assert_eq!(workspace.team_called("billing"), None);
    }

    #[test]
    fn another_name_or_parent_leaves_what_was_before() {
        let workspace = workspace();
        let before = Team { parent: Some(id("platform")), ..workspace.teams[&id("payments")].clone() };
        let mut after = Team { name: "Money".to_owned(), parent: None, ..before.clone() };
        turned(&before, &mut after, day()).unwrap();
        assert_eq!(after.aliases, ["payments"]);
        let said: Vec<_> = after.was.iter().map(|was| (was.turn, was.what.as_str(), was.date)).collect();
        assert_eq!(said, [(Turn::Renamed, "payments", Some(day())), (Turn::Moved, "platform", Some(day()))]);
        let was = after.was.clone();
        turned(&before, &mut after, day()).unwrap();
        assert_eq!(after.was, was, "once a day");
    }
}
