//! Rules on the sentence of one objective.

use super::ask;
use crate::coach::finding::{Finding, Raised};
use crate::coach::label::{self, Judgement, ObjectiveLabel};
use crate::coach::lexicon::{Tags, tags};
use crate::coach::rule::Rule;
use crate::coach::statement::Statement;
use crate::coach::token::{Kind, Token};
use crate::domain::display::shortened;

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
pub type Find = fn(&Judged<'_>) -> Option<Raised>;

/// The rules, in the order in which they are asked.
pub const RULES: &[(Rule, Find)] = &[
    (Rule::NumberInObjective, |case| judged(case, ObjectiveLabel::MetricInObjective)),
    (Rule::TaskAsObjective, |case| judged(case, ObjectiveLabel::Task)),
    (Rule::VagueObjective, |case| judged(case, ObjectiveLabel::Vague)),
    (Rule::BusinessAsUsual, |case| judged(case, ObjectiveLabel::BusinessAsUsual)),
    (Rule::AndInObjective, and_in_objective),
];

fn judged(case: &Judged<'_>, label: ObjectiveLabel) -> Option<Raised> {
    let raised = || Raised::title().at(case.judgement.span.clone()).with("why", &case.judgement.why);
    (case.judgement.label == label).then(raised)
}

/// Words on each side of an "and" from which on it may join two goals and not two nouns.
const CLAUSE: usize = 3;
/// Words that begin a clause of its own: "and our engineers sleep through the night".
const BEGINS: &[&str] =
    &["our", "we", "they", "it", "nobody", "everybody", "everyone", "people", "no", "each", "every"];
/// Words after which everything belongs to one thought: "so that we grow and learn".
const WITHIN: &[&str] = &["that", "who", "which", "so", "to", "because", "without"];

/// "Reach X and grow Y": a verb that says where something goes, with what it is about, on both sides of an "and".
fn moves_on(tokens: &[Token<'_>], and: usize) -> bool {
    const MOVES: Tags =
        Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::SPEED).or(Tags::KEEP).or(Tags::REACH);
    let moves = |at: usize| tokens.get(at).is_some_and(|token| tags(&token.lower).any(MOVES));
    and > 1 && moves(0) && moves(and + 1) && tokens.get(and + 2).is_some_and(|token| token.kind == Kind::Word)
}

/// An "and" between two clauses: "on time and budget" is one goal, "shops get paid and our engineers sleep" are two.
fn and_in_objective(case: &Judged<'_>) -> Option<Raised> {
    let tokens = &case.statement.tokens;
    let is = |at: usize, words: &[&str]| words.iter().any(|word| tokens[at].is(word));
    let joins = |at: &usize| {
        let is_between = tokens[*at].is("and") && *at >= CLAUSE && tokens.len() - at > CLAUSE;
        let is_within = (0..*at).any(|before| is(before, WITHIN));
        let begins = || tokens[at - 1].text == "," || is(at + 1, BEGINS);
        !is_within && (is_between && begins() || tokens[*at].is("and") && moves_on(tokens, *at))
    };
    let at = (0..tokens.len()).find(joins)?;
    let words = &case.statement.text[tokens[at].start..tokens[at + 1].span().end];
    Some(Raised::title().at(tokens[at].span()).with("words", shortened(words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

    #[test]
    fn two_goals_in_one_objective_are_asked_about_and_two_nouns_are_not() {
        for (text, is_asked) in [
            ("Reach new markets and grow sales", true),
            ("Raise trust and cut the waiting", true),
            ("Shops get paid on time and our engineers sleep through the night", true),
            ("Reach nurses and doctors", false),
            ("Grow trust and joy", false),
            ("Newcomers stay and grow", false),
            ("Raise what we learn so that we grow and improve daily", false),
        ] {
            let statement = Statement::read(text, Day::new(2027, 1, 8).unwrap());
            let asked = Judged::of(&statement).asked();
            assert_eq!(asked.iter().any(|it| it.rule == Rule::AndInObjective), is_asked, "{text}");
        }
    }
}
