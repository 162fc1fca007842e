//! Rules on the sentence of one objective.

use super::{Row, quoted};
use crate::coach::finding::Finding;
use crate::coach::label::{Judgement, ObjectiveLabel};
use crate::coach::rule::Rule;
use crate::coach::statement::Statement;

/// An objective as the rules look at it.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The sentence.
    pub statement: &'a Statement<'a>,
    /// What it is like.
    pub judged: &'a Judgement<ObjectiveLabel>,
}

/// The rules, in the order in which they are asked.
pub const RULES: &[Row<Case<'_>>] = &[
    (Rule::NumberInObjective, |case| {
        judged(case, ObjectiveLabel::MetricInObjective, Rule::NumberInObjective)
    }),
    (Rule::TaskAsObjective, |case| judged(case, ObjectiveLabel::Task, Rule::TaskAsObjective)),
    (Rule::VagueObjective, |case| judged(case, ObjectiveLabel::Vague, Rule::VagueObjective)),
    (Rule::BusinessAsUsual, |case| judged(case, ObjectiveLabel::BusinessAsUsual, Rule::BusinessAsUsual)),
    (Rule::AndInObjective, and_in_objective),
];

fn judged(case: &Case<'_>, label: ObjectiveLabel, rule: Rule) -> Option<Finding> {
    let finding = || Finding::of(rule).at(case.judged.span.clone()).with("why", &case.judged.why);
    (case.judged.label == label).then(finding)
}

/// Words on each side of an "and" from which on it joins two goals and not two nouns.
const CLAUSE: usize = 3;

/// An "and" between two clauses: "on time and budget" is one goal, "shops get paid and engineers sleep" are two.
fn and_in_objective(case: &Case<'_>) -> Option<Finding> {
    let tokens = &case.statement.tokens;
    let joins = |at: &usize| tokens[*at].is("and") && *at >= CLAUSE && tokens.len() - at > CLAUSE;
    let at = (0..tokens.len()).find(joins)?;
    let words = &case.statement.text[tokens[at - 1].start..tokens[at + 1].span().end];
    Some(Finding::of(Rule::AndInObjective).at(tokens[at].span()).with("words", quoted(words)))
}
