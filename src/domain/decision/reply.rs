//! What a team answers to another that asks it for something. It is written into the files of the team that answers, and
//! nowhere else (SET-10).

use super::{Desk, quoted};
use crate::domain::between::Asked;
use crate::domain::change::{Decision, Refusal};
use crate::domain::dependency::{Answer, DependencyState};
use crate::domain::id::LineId;
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::words::domain::decision::reply as words;

impl<'a> Desk<'a> {
    /// The answer as it stands, or a blank one of today to begin with. It is called as what it answers, so that two people
    /// of the team who answer the same meet in one line; six letters where that name is taken.
    ///
    /// # Errors
    /// It is asked of another team.
    pub fn answer_to(&self, asked: &Asked<'_>, seed: &mut Seed) -> Result<Answer, Refusal> {
        if asked.team.is_none_or(|team| team.id != self.quarter.key.team) {
            let says = words::it_is_asked_of(&asked.dependency.team);
            return Err(Refusal::one(
                Step::Set10,
                quoted(&asked.dependency.need),
                says,
                words::THAT_TEAM_ANSWERS_IN_ITS_OWN_FILES,
            ));
        }
        let path = asked.path();
        if let Some(stands) = self.quarter.frame.answers.iter().find(|answer| answer.asked == path) {
            return Ok(stands.clone());
        }
        let taken = |id: &LineId| {
            crate::domain::named::in_quarter(self.quarter).iter().any(|named| named.id() == id.as_str())
        };
        let own = Some(asked.dependency.id.clone()).filter(|id| !taken(id));
        let id = own.map_or_else(|| super::setting::line_id(seed), Ok)?;
        let state = DependencyState::Open;
        Ok(Answer { id, asked: path, state, says: None, by: None, date: Some(self.today) })
    }

    /// Answers a team that asks for something, or answers it anew.
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn reply(&self, answer: Answer) -> Decision {
        let about = self.workspace.asked_at(&answer.asked);
        let about = about.map_or_else(|| answer.asked.clone(), |asked| asked.dependency.need.clone());
        let mut frame = self.quarter.frame.clone();
        match frame.answers.iter_mut().find(|other| other.id == answer.id) {
            Some(stands) if *stands == answer => {}
            Some(stands) => *stands = Answer { date: Some(self.today), ..answer },
            None => frame.answers.push(answer),
        }
        self.revise_frame(frame, format!("answer {}", quoted(&about)))
    }

    /// Takes an answer back.
    ///
    /// # Errors
    /// There is no such answer, or the quarter is closed.
    pub fn remove_answer(&self, id: &LineId) -> Decision {
        let mut frame = self.quarter.frame.clone();
        let before = frame.answers.len();
        frame.answers.retain(|answer| answer.id != *id);
        if frame.answers.len() == before {
            return Err(super::unknown("answer", id.as_str()));
        }
        self.revise_frame(frame, words::TAKE_AN_ANSWER_BACK)
    }

    /// What a typed text names of all that is asked of this team: the whole path, or a beginning of the line's own name.
    pub fn asked_here(&self, typed: &str) -> Vec<Asked<'a>> {
        let all = self.workspace.asked_of(self.quarter);
        let typed = typed.trim().to_lowercase();
        let is_it = |asked: &&Asked<'_>| asked.path() == typed || asked.dependency.id.as_str() == typed;
        let exact: Vec<Asked<'a>> = all.iter().filter(is_it).copied().collect();
        if !exact.is_empty() || typed.is_empty() {
            return exact;
        }
        all.into_iter().filter(|asked| asked.dependency.id.as_str().starts_with(&typed)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::dependency::Dependency;
    use crate::domain::frame::Frame;
    use crate::domain::id::{KeyResultId, ObjectiveId};
    use crate::domain::key_result::KeyResult;
    use crate::domain::objective::Objective;
    use crate::domain::quarter::{Quarter, QuarterKey};
    use crate::domain::team::Team;
    use crate::domain::workspace::Workspace;

    fn key(team: &str) -> QuarterKey {
        format!("{team}/2027-q1").parse().unwrap()
    }

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        let cycle = crate::domain::cycle::Cycle::calendar("2027-q1").unwrap();
        workspace.cycles.insert(cycle.id.clone(), cycle);
        for id in ["payments", "build"] {
            workspace.teams.insert(key(id).team, Team::named(key(id).team, id));
            workspace.quarters.insert(key(id), Quarter::new(key(id), Frame::default()));
        }
        let mut key_result = KeyResult::draft(KeyResultId::new("ci").unwrap(), "ci", 10);
        key_result.dependencies.push(Dependency {
            id: LineId::new("runners").unwrap(),
            team: "build".to_owned(),
            need: "larger runners".to_owned(),
            by: None,
            asker: None,
            state: DependencyState::Open,
        });
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        objective.key_results.push(key_result);
        workspace.quarters.get_mut(&key("payments")).unwrap().objectives.push(objective);
        workspace
    }

    fn today() -> Day {
        Day::new(2027, 1, 8).unwrap()
    }

    #[test]
    fn an_answer_stands_in_the_files_of_the_team_that_answers() {
        let mut workspace = workspace();
        let asking = workspace.quarters[&key("payments")].clone();
        let desk = Desk::at(&workspace, &key("build"), today()).unwrap();
        let asked = desk.asked_here("run")[0];
        let blank = desk.answer_to(&asked, &mut Seed::new(1)).unwrap();
        let change = desk.reply(Answer { state: DependencyState::Agreed, ..blank }).unwrap();
        assert_eq!(change.sentence, "answer “larger runners”");
        workspace.apply(&change);
        assert_eq!(workspace.quarters[&key("payments")], asking, "nothing is written there");
        let asked = workspace.asked_by(&asking)[0];
        assert_eq!(asked.state(), DependencyState::Agreed);
        workspace.apply(&change.inverse());
        assert!(workspace.quarters[&key("build")].frame.answers.is_empty());
    }

    #[test]
    fn nobody_answers_for_another_team() {
        let workspace = workspace();
        let build = Desk::at(&workspace, &key("build"), today()).unwrap();
        let payments = Desk::at(&workspace, &key("payments"), today()).unwrap();
        let asked = build.asked_here("runners")[0];
        assert!(payments.asked_here("runners").is_empty());
        let refused = payments.answer_to(&asked, &mut Seed::new(1)).unwrap_err();
        assert_eq!(refused.stops[0].says, "it is asked of build");
    }

    #[test]
    fn an_answer_given_again_takes_the_place_of_the_first() {
        let mut workspace = workspace();
        for state in [DependencyState::Agreed, DependencyState::Refused] {
            let desk = Desk::at(&workspace, &key("build"), today()).unwrap();
            let asked = desk.asked_here("payments/2027-q1/ci/runners")[0];
            let answer = desk.answer_to(&asked, &mut Seed::new(1)).unwrap();
            let change = desk.reply(Answer { state, ..answer }).unwrap();
            workspace.apply(&change);
        }
        let answers = &workspace.quarters[&key("build")].frame.answers;
        assert_eq!((answers.len(), answers[0].state), (1, DependencyState::Refused));
        let desk = Desk::at(&workspace, &key("build"), today()).unwrap();
        assert!(desk.remove_answer(&answers[0].id).is_ok());
    }
}
