//! Rules on the sentence of one objective.

use super::{ask, quoted};
use crate::coach::finding::Finding;
use crate::coach::label::{self, Judgement, ObjectiveLabel};
use crate::coach::rule::Rule;
use crate::coach::statement::Statement;

/// An objective as the rules look at it: its sentence, and what it is like.
#[derive(Debug, Clone)]
pub struct Judged<'a> {
    /// The sentence.
    pub statement: &'a Statement<'a>,
    /// What it is like.
    pub judgement: Judgement<ObjectiveLabel>,
}

impl<'a> Judged<'a> {
    /// Judges a sentence.
    #[must_use]
    pub fn of(statement: &'a Statement<'a>) -> Self {
        Self { statement, judgement: label::objective(statement) }
    }

    /// Everything there is to ask about it.
    #[must_use]
    pub fn asked(&self) -> Vec<Finding> {
        ask(RULES, |rule| rule(self))
    }
}

/// A rule on one objective.
pub type Find = fn(&Judged<'_>) -> Option<Finding>;

/// The rules, in the order in which they are asked.
pub const RULES: &[(Rule, Find)] = &[
    (Rule::NumberInObjective, |case| {
        judged(case, ObjectiveLabel::MetricInObjective, Rule::NumberInObjective)
    }),
    (Rule::TaskAsObjective, |case| judged(case, ObjectiveLabel::Task, Rule::TaskAsObjective)),
    (Rule::VagueObjective, |case| judged(case, ObjectiveLabel::Vague, Rule::VagueObjective)),
    (Rule::BusinessAsUsual, |case| judged(case, ObjectiveLabel::BusinessAsUsual, Rule::BusinessAsUsual)),
    (Rule::AndInObjective, and_in_objective),
];

fn judged(case: &Judged<'_>, label: ObjectiveLabel, rule: Rule) -> Option<Finding> {
    let finding = || Finding::of(rule).at(case.judgement.span.clone()).with("why", &case.judgement.why);
    (case.judgement.label == label).then(finding)
}

/// Words on each side of an "and" from which on it may join two goals and not two nouns.
const CLAUSE: usize = 3;
/// Words that begin a clause of its own: "and our engineers sleep through the night".
const BEGINS: &[&str] =
    &["our", "we", "they", "it", "nobody", "everybody", "everyone", "people", "no", "each", "every"];
/// Words after which everything belongs to one thought: "so that we grow and learn".
const WITHIN: &[&str] = &["that", "who", "which", "so", "to", "because", "without"];

/// An "and" between two clauses: "on time and budget" is one goal, "shops get paid and our engineers sleep" are two.
fn and_in_objective(case: &Judged<'_>) -> Option<Finding> {
    let tokens = &case.statement.tokens;
    let is = |at: usize, words: &[&str]| words.iter().any(|word| tokens[at].is(word));
    let joins = |at: &usize| {
        let is_between = tokens[*at].is("and") && *at >= CLAUSE && tokens.len() - at > CLAUSE;
        let is_within = (0..*at).any(|before| is(before, WITHIN));
        is_between && !is_within && (tokens[at - 1].text == "," || is(at + 1, BEGINS))
    };
    let at = (0..tokens.len()).find(joins)?;
    let words = &case.statement.text[tokens[at].start..tokens[at + 1].span().end];
    Some(Finding::of(Rule::AndInObjective).at(tokens[at].span()).with("words", quoted(words)))
}
