//! What the room says about one objective or key result: dots, arguments, contributions, assumptions, the four questions,
//! and the verdict of mid-quarter.

use std::collections::BTreeMap;

use super::order::rank_at_end;
use super::setting::line_id;
use super::{Desk, paragraphs, quoted, written};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::dependency::Dependency;
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::{KeyResult, Refinement};
use crate::domain::objective::{
    Asker, Assumption, AssumptionState, MidVerdict, Negotiation, Objective, Origin, Verdict,
};
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::words::domain::decision::talk as words;

/// For an objective or against it (SET-5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// For it.
    For,
    /// Against it.
    Against,
}

/// One of the four questions asked of each key result (SET-9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// "Could we hit it without solving the problem?"
    StillHaveProblem,
    /// "If only this moved, are we nearer?"
    Nearer,
    /// "Has anyone outside been promised this?"
    PromisedOutside,
    /// "Can it move this quarter if we do the right work?"
    CanMove,
}

impl Question {
    /// The four, in the order they are asked.
    pub const ALL: [Self; 4] = [Self::StillHaveProblem, Self::Nearer, Self::PromisedOutside, Self::CanMove];

    /// What the room answered to the four, in that order; `None` is "not asked".
    pub fn answers(key_result: &KeyResult) -> [Option<bool>; Self::ALL.len()] {
        Self::ALL.map(|question| *question.slot(&mut { key_result.refinement }))
    }

    fn slot(self, answers: &mut Refinement) -> &mut Option<bool> {
        match self {
            Self::StillHaveProblem => &mut answers.still_have_problem,
            Self::Nearer => &mut answers.nearer,
            Self::PromisedOutside => &mut answers.promised_outside,
            Self::CanMove => &mut answers.can_move,
        }
    }
}

/// What an objective contributes to, how, and what else was weighed; what is not said stays as it was.
#[derive(Debug, Clone, Copy, Default)]
pub struct Contribution<'a> {
    /// The link to what it contributes to.
    pub to: Option<&'a str>,
    /// How it does, in one sentence.
    pub how: Option<&'a str>,
    /// What else was weighed.
    pub weighed: Option<&'a str>,
}

impl Desk<'_> {
    /// Changes a copy of an objective.
    fn reshaped(
        &self,
        id: &ObjectiveId,
        sentence: impl FnOnce(&str) -> String,
        change: impl FnOnce(&mut Objective),
    ) -> Decision {
        let before = self.objective(id)?;
        let mut after = before.clone();
        change(&mut after);
        let sentence = sentence(&quoted(&before.title));
        Ok(Change { sentence, ..self.revise_objective(after)? })
    }

    /// Records how many dots each objective got, in all (SET-4).
    ///
    /// # Errors
    /// An objective does not exist, or the quarter is closed.
    pub fn record_dots(&self, dots: &BTreeMap<ObjectiveId, u32>) -> Decision {
        let mut change = Change { sentence: words::RECORD_THE_DOTS.to_owned(), edits: Vec::new() };
        for (id, count) in dots {
            let of_one = self.reshaped(id, str::to_owned, |objective| objective.dots = Some(*count))?;
            change.edits.extend(of_one.edits);
        }
        Ok(change)
    }

    /// Says where an objective came from (SET-5).
    ///
    /// # Errors
    /// It does not exist, or the quarter is closed.
    pub fn set_origin(&self, id: &ObjectiveId, origin: Origin) -> Decision {
        self.reshaped(id, |title| words::say_where_came_from(title), |after| after.origin = Some(origin))
    }

    /// Rewords an objective (SET-5).
    ///
    /// # Errors
    /// The sentence is blank, it does not exist, or the quarter is closed.
    pub fn reword(&self, id: &ObjectiveId, title: &str) -> Decision {
        self.reshaped(id, |before| format!("reword {before}"), |after| title.clone_into(&mut after.title))
    }

    /// Records an argument for or against an objective (SET-5).
    ///
    /// # Errors
    /// It is blank, the objective does not exist, or the quarter is closed.
    pub fn argue(&self, id: &ObjectiveId, side: Side, text: &str) -> Decision {
        let text = written(text, words::THE_ARGUMENT, words::ITS_SENTENCE)?;
        self.reshaped(
            id,
            |title| words::note_an_argument_on(title),
            |after| match side {
                Side::For => after.argument_for = Some(text),
                Side::Against => after.argument_against = Some(text),
            },
        )
    }

    /// Joins a draft to another that says the same (SET-3): the reasons of both stay, and what stood under the one stands under
    /// the other.
    ///
    /// # Errors
    /// They are the same, one does not exist, the first is committed, the other has been dropped, or the quarter is closed.
    pub fn merge(&self, from: &ObjectiveId, into: &ObjectiveId) -> Decision {
        let (gone, kept) = (self.objective(from)?, self.objective_that_stands(into)?);
        if from == into {
            let says = words::AN_OBJECTIVE_CANNOT_BE_JOINED_TO_ITSELF;
            return Err(Refusal::one(
                Step::Set3,
                quoted(&kept.title),
                says,
                words::NAME_THE_ONE_THAT_SAYS_THE_SAME,
            ));
        }
        if gone.is_committed() {
            let says = words::IT_IS_COMMITTED_AND_IS_NOT_JOINED;
            return Err(Refusal::one(Step::Set14, quoted(&gone.title), says, words::DROP_IT_WITH_A_REASON));
        }
        let mut edits = self.reshaped(into, str::to_owned, |after| after.take_in(gone))?.edits;
        let mut ranks: Vec<i64> = kept.key_results.iter().map(|key_result| key_result.rank).collect();
        for key_result in &gone.key_results {
            let rank = rank_at_end(ranks.iter().copied());
            ranks.push(rank);
            edits.push(self.moved_under(kept, (gone, key_result), rank));
        }
        let address = Address::Objective(self.key(), gone.id.clone());
        edits.push(Edit::remove(address, Record::objective(gone)));
        Ok(Change { sentence: words::join_to(quoted(&gone.title), quoted(&kept.title)), edits })
    }

    /// Says what an objective contributes to, how, and what else was weighed (SET-11).
    ///
    /// # Errors
    /// It does not exist, or the quarter is closed.
    pub fn contribute(&self, id: &ObjectiveId, said: Contribution<'_>) -> Decision {
        let line = |text: Option<&str>| text.map(paragraphs).filter(|text| !text.is_empty());
        self.reshaped(
            id,
            |title| words::say_what_contributes(title),
            |after| {
                after.contributes_to = line(said.to).or(after.contributes_to.take());
                after.contribution = line(said.how).or(after.contribution.take());
                after.alternative = line(said.weighed).or(after.alternative.take());
            },
        )
    }

    /// Writes down what an objective takes for granted, and how we would notice that it is wrong (SET-12).
    ///
    /// # Errors
    /// The text is blank, the objective does not exist, or the quarter is closed.
    pub fn assume(&self, under: &ObjectiveId, (text, noticed_by): (&str, &str), seed: &mut Seed) -> Decision {
        let text = written(text, words::THE_ASSUMPTION, words::ITS_TEXT)?;
        let noticed_by = written(noticed_by, words::THE_ASSUMPTION, words::HOW_WE_WOULD_NOTICE).ok();
        let assumption = Assumption { id: line_id(seed)?, text, noticed_by, state: None };
        let sentence = |title: &str| words::write_down_an_assumption_of(title);
        self.reshaped(under, sentence, |after| after.assumptions.push(assumption))
    }

    /// Writes down a change that was asked of an objective from above or below, and what came of it where that is known (SET-11).
    ///
    /// # Errors
    /// What was asked is blank, the objective does not exist, or the quarter is closed.
    pub fn negotiate(
        &self,
        under: &ObjectiveId,
        (from, asked, outcome): (Asker, &str, &str),
        seed: &mut Seed,
    ) -> Decision {
        let asked = written(asked, words::THE_CHANGE, words::WHAT_WAS_ASKED)?;
        let outcome = written(outcome, words::THE_CHANGE, words::WHAT_CAME_OF_IT).ok();
        let negotiation = Negotiation { id: line_id(seed)?, asked, from, date: self.today, outcome };
        let sentence = |title: &str| words::log_what_was_asked_of(title);
        self.reshaped(under, sentence, |after| after.negotiations.push(negotiation))
    }

    /// Marks an assumption holding, shaky or wrong at mid-quarter (MID-1).
    ///
    /// # Errors
    /// It does not exist, or the quarter is closed.
    pub fn mark_assumption(&self, (under, id): (&ObjectiveId, &LineId), state: AssumptionState) -> Decision {
        let objective = self.objective(under)?;
        let found = objective.assumptions.iter().find(|assumption| assumption.id == *id);
        let text = quoted(&found.ok_or_else(|| super::unknown("assumption", id.as_str()))?.text);
        let marked = |after: &mut Objective| {
            let all = after.assumptions.iter_mut();
            all.filter(|assumption| assumption.id == *id)
                .for_each(|assumption| assumption.state = Some(state));
        };
        self.reshaped(under, |_| words::mark_the_assumption(&text), marked)
    }

    /// Keeps, changes or drops an objective at mid-quarter, and says why (MID-2). What is dropped counts as dropped, never
    /// as 0; what changes, changes by revisions.
    ///
    /// # Errors
    /// A change or drop lacks its reason, it is dropped already or does not exist, or the quarter is closed.
    pub fn judge_mid_quarter(&self, id: &ObjectiveId, verdict: Verdict, reason: &str) -> Decision {
        let objective = self.objective(id)?;
        let reason = written(reason, &quoted(&objective.title), words::THE_REASON);
        let reason = if verdict == Verdict::Keep { reason.ok() } else { Some(reason?) };
        let dropped = match (verdict, &reason) {
            (Verdict::Drop, Some(reason)) => Some(self.dropping(objective, reason)?),
            (Verdict::Keep | Verdict::Change | Verdict::Drop, _) => objective.dropped.clone(),
        };
        let sentence = |title: &str| match verdict {
            Verdict::Keep => format!("keep {title}"),
            Verdict::Change => words::change_by_a_revision(title),
            Verdict::Drop => format!("drop {title}"),
        };
        self.reshaped(id, sentence, |after| {
            after.mid_quarter = Some(MidVerdict { verdict, reason, date: self.today });
            after.dropped = dropped;
        })
    }

    /// Answers one of the four questions about a key result (SET-9).
    ///
    /// # Errors
    /// It does not exist, or the quarter is closed.
    pub fn answer(&self, id: &KeyResultId, question: Question, yes: bool) -> Decision {
        let (_, before) = self.alone(id)?;
        let mut after = before.clone();
        *question.slot(&mut after.refinement) = Some(yes);
        let sentence = words::answer_a_question_on(quoted(before.name()));
        Ok(Change { sentence, ..self.revise_key_result(after, None)? })
    }

    /// Names what another team must do for a key result, or changes what was named under the same id (SET-10).
    ///
    /// # Errors
    /// Team or need is blank, the key result does not exist, or the quarter is closed.
    pub fn depend(&self, id: &KeyResultId, mut dependency: Dependency) -> Decision {
        let (_, before) = self.alone(id)?;
        dependency.team = written(&dependency.team, words::THE_DEPENDENCY, words::THE_TEAM)?;
        dependency.need = written(&dependency.need, words::THE_DEPENDENCY, words::WHAT_THEY_MUST_DO)?;
        let sentence = words::name_a_dependency_of(quoted(before.name()));
        Ok(Change { sentence, ..self.put_part(before, dependency, None)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Record;

    use crate::domain::decision::begun;
    use crate::domain::dependency::DependencyState;

    use crate::domain::workspace::Workspace;

    /// A workspace with two objectives, one of which has a key result.
    struct Room {
        workspace: Workspace,
        seed: Seed,
    }

    impl Room {
        fn new() -> Self {
            let mut room = Self { workspace: begun().0, seed: Seed::new(1) };
            room.take(|desk, seed| Ok(desk.add_objective("One", seed)?.0));
            room.take(|desk, seed| Ok(desk.add_objective("Two", seed)?.0));
            room.take(|desk, seed| Ok(desk.add_key_result(&id("one"), "Failures", seed)?.0));
            room
        }

        fn desk(&self) -> Desk<'_> {
            let key = self.workspace.quarters.keys().next().unwrap();
            Desk::at(&self.workspace, key, self.workspace.cycles.values().next().unwrap().first).unwrap()
        }

        fn take(&mut self, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Decision) {
            let mut seed = self.seed.clone();
            let change = decide(&self.desk(), &mut seed).unwrap();
            self.seed = seed;
            let before = self.workspace.clone();
            self.workspace.apply(&change);
            let mut back = self.workspace.clone();
            back.apply(&change.inverse());
            assert_eq!(back, before, "{}", change.sentence);
        }

        fn one(&self) -> &Objective {
            self.desk().quarter.objective(&id("one")).unwrap()
        }
    }

    fn id(text: &str) -> ObjectiveId {
        ObjectiveId::new(text).unwrap()
    }

    #[test]
    fn a_debate_leaves_origin_wording_dots_and_two_arguments() {
        let mut room = Room::new();
        room.take(|desk, _| desk.record_dots(&BTreeMap::from([(id("one"), 5), (id("two"), 0)])));
        room.take(|desk, _| desk.set_origin(&id("one"), Origin::Ours));
        room.take(|desk, _| desk.argue(&id("one"), Side::For, "support drowns"));
        room.take(|desk, _| desk.argue(&id("one"), Side::Against, "the app comes first"));
        room.take(|desk, _| desk.reword(&id("one"), "One, said better"));
        let one = room.one();
        assert_eq!(
            (one.dots, one.origin, one.title.as_str()),
            (Some(5), Some(Origin::Ours), "One, said better")
        );
        assert_eq!(one.argument_for.as_deref(), Some("support drowns"));
        assert_eq!(one.argument_against.as_deref(), Some("the app comes first"));
        assert!(room.desk().reword(&id("one"), "  ").is_err());
    }

    #[test]
    fn joined_drafts_keep_both_reasons() {
        let mut room = Room::new();
        for (at, why) in [("one", "a"), ("two", "b")] {
            room.take(|desk, _| {
                desk.reshaped(&id(at), str::to_owned, |after| after.why_now = Some(why.to_owned()))
            });
        }
        assert!(room.desk().merge(&id("one"), &id("one")).is_err());
        room.take(|desk, _| desk.merge(&id("two"), &id("one")));
        assert_eq!(room.one().why_now.as_deref(), Some("a; b"));
        assert_eq!(room.desk().quarter.objectives.len(), 1);
    }

    #[test]
    fn a_contribution_keeps_what_is_not_said_anew() {
        let mut room = Room::new();
        let cycle = room.workspace.cycles.keys().next().unwrap().clone();
        crate::domain::decision::add_unread(&mut room.workspace, "eng", &cycle);
        room.take(|desk, _| {
            let (to, how) = (Some("eng/2027-q1/trust"), Some("less support"));
            desk.contribute(&id("one"), Contribution { to, how, weighed: None })
        });
        let weighed = Some("faster\u{1b}pages\nor fewer");
        room.take(|desk, _| desk.contribute(&id("one"), Contribution { weighed, ..Contribution::default() }));
        let one = room.one();
        assert_eq!(one.contributes_to.as_deref(), Some("eng/2027-q1/trust"));
        assert_eq!(one.alternative.as_deref(), Some("faster pages\nor fewer"));
    }

    #[test]
    fn an_assumption_is_written_down_and_marked() {
        let mut room = Room::new();
        room.take(|desk, seed| desk.assume(&id("one"), ("the API stays", " "), seed));
        let line = room.one().assumptions[0].id.clone();
        room.take(|desk, _| desk.mark_assumption((&id("one"), &line), AssumptionState::Shaky));
        let assumption = &room.one().assumptions[0];
        assert_eq!((assumption.state, assumption.noticed_by.as_ref()), (Some(AssumptionState::Shaky), None));
        assert!(room.desk().mark_assumption((&id("two"), &line), AssumptionState::Shaky).is_err());
    }

    #[test]
    fn mid_quarter_keeps_changes_or_drops_with_a_reason() {
        let mut room = Room::new();
        assert!(room.desk().judge_mid_quarter(&id("one"), Verdict::Change, " ").is_err());
        room.take(|desk, _| desk.judge_mid_quarter(&id("one"), Verdict::Keep, ""));
        assert_eq!(room.one().mid_quarter.as_ref().unwrap().verdict, Verdict::Keep);
        room.take(|desk, _| desk.judge_mid_quarter(&id("one"), Verdict::Drop, "the market moved"));
        let dropped = room.one().dropped.as_ref().unwrap();
        assert_eq!(dropped.reason, "the market moved");
        assert!(room.desk().judge_mid_quarter(&id("one"), Verdict::Drop, "again").is_err());
        room.take(|desk, _| desk.take_up_objective(&id("one")));
        assert!(room.one().mid_quarter.is_none(), "the verdict goes with what it dropped");
    }

    #[test]
    fn the_four_questions_and_dependencies_land_on_the_key_result() {
        let mut room = Room::new();
        let failures = KeyResultId::new("failures").unwrap();
        for question in Question::ALL {
            room.take(|desk, _| desk.answer(&failures, question, true));
        }
        let dependency = |need: &str, state| Dependency {
            id: LineId::new("a").unwrap(),
            team: "Edge".to_owned(),
            need: need.to_owned(),
            by: None,
            asker: None,
            state,
        };
        room.take(|desk, _| desk.depend(&failures, dependency("the code", DependencyState::Open)));
        room.take(|desk, _| desk.depend(&failures, dependency("the code", DependencyState::Agreed)));
        assert!(room.desk().depend(&failures, dependency(" ", DependencyState::Open)).is_err());
        let (_, key_result) = room.desk().quarter.key_results().next().unwrap();
        let answers = key_result.refinement;
        assert_eq!(
            [answers.still_have_problem, answers.nearer, answers.promised_outside, answers.can_move],
            [Some(true); 4]
        );
        assert_eq!(
            (key_result.dependencies.len(), key_result.dependencies[0].state),
            (1, DependencyState::Agreed)
        );
        let change = room.desk().answer(&failures, Question::Nearer, false).unwrap();
        assert!(matches!(change.edits[0].after, Some((_, Record::KeyResult(_)))));
    }
}
