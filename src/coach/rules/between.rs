//! Rules on what one team asks of another and what that one answers: each side stands in its own files, and only together
//! do they say whether somebody waits in vain (SET-10).

use crate::coach::finding::Raised;
use crate::coach::rule::Rule;
use crate::domain::between::{Asked, Sides};
use crate::domain::dependency::Answer;
use crate::domain::display::shortened;
use crate::domain::word::word;
use crate::domain::workspace::Workspace;

/// A rule on a dependency with its other side.
pub type Find = fn(&Workspace, &Asked<'_>) -> Option<Raised>;

/// The rules on a dependency with its other side.
pub const RULES: &[(Rule, Find)] =
    &[(Rule::Unanswered, unanswered), (Rule::AnsweredDifferently, answered_differently)];

/// A rule on an answer.
pub type FindAnswer = fn(&Workspace, &Answer) -> Option<Raised>;

/// The rules on an answer.
pub const ANSWER_RULES: &[(Rule, FindAnswer)] = &[(Rule::AnswerToNothing, answer_to_nothing)];

/// Where an answer is asked about, as a key of its file.
const ANSWER: &str = "answer";

/// Only a team that sets this cycle too has files to answer in.
fn unanswered(workspace: &Workspace, asked: &Asked<'_>) -> Option<Raised> {
    let can_answer = workspace.answers_in(asked).is_some_and(|quarter| quarter.frame.closed.is_none());
    (asked.sides() == Sides::Unanswered && can_answer).then(|| of(asked))
}

fn answered_differently(_: &Workspace, asked: &Asked<'_>) -> Option<Raised> {
    let answer = asked.said().filter(|_| asked.sides() == Sides::Differ)?;
    let day = |day: Option<crate::domain::day::Day>| day.map(|day| format!(" by {day}")).unwrap_or_default();
    let ours = format!("{}{}", word(&asked.dependency.state), day(asked.dependency.by));
    let theirs = format!("{}{}", word(&answer.state), day(answer.by));
    Some(of(asked).with("ours", ours).with("theirs", theirs))
}

fn of(asked: &Asked<'_>) -> Raised {
    let to = asked.team.map_or("", |team| team.id.as_str());
    Raised::on("dependency")
        .with("team", asked.team_name())
        .with("to", to)
        .with("line", asked.dependency.id.as_str())
        .with("need", shortened(&asked.dependency.need))
}

/// The team that asked has found another way, or has given the key result up. Of what cannot be read nobody can tell.
fn answer_to_nothing(workspace: &Workspace, answer: &Answer) -> Option<Raised> {
    // Turned to another team, it is that one that answers.
    let is_of_it =
        |asked: Asked<'_>| asked.team.is_none() || asked.answer.is_some_and(|(_, said)| said.id == answer.id);
    let is_asked =
        workspace.asked_at(&answer.asked).is_some_and(is_of_it) || workspace.is_damaged_at(&answer.asked);
    let raised = || Raised::on(ANSWER).with("line", answer.id.as_str());
    (!is_asked).then(|| raised().with("asked", shortened(&answer.asked)))
}
