//! A sentence that asks for two things at once.

use super::{Case, parts};
use crate::coach::finding::Raised;
use crate::coach::lexicon::{Tags, tags};
use crate::coach::sentence::{Figure, Role};
use crate::coach::statement::Statement;

/// Two targets, or two metrics with one number.
pub(super) fn two_in_one(case: &Case<'_>) -> Option<Raised> {
    two_targets(case).or_else(|| two_metrics(case))
}

/// Two targets with an "and" or a comma between them; "50 % of queries at three customers" is one.
fn two_targets(case: &Case<'_>) -> Option<Raised> {
    let Statement { text, figures, tokens, .. } = case.judged.statement;
    let first = figures.iter().find(|figure| figure.role == Role::Target)?;
    let is_second = |figure: &&Figure| {
        let between = first.span.end..figure.span.start;
        let mut between = tokens.iter().filter(|token| between.contains(&token.start));
        figure.role == Role::FurtherTarget && between.any(parts)
    };
    let second = figures.iter().rev().find(is_second)?;
    let words = [first, second].map(|figure| text.get(figure.span.clone()).unwrap_or_default());
    Some(Raised::title().at(second.span.clone()).with("words", words.join(", ")))
}

/// "Latency and error rate by 50 %": two quantities that are read, and no number of both together.
fn two_metrics(case: &Case<'_>) -> Option<Raised> {
    const READ: Tags = Tags::MEASURE.or(Tags::SCORE).or(Tags::LOW).or(Tags::DURATION);
    let Statement { text, sentence, .. } = case.judged.statement;
    let metric = sentence.metric.as_deref().filter(|_| sentence.target.is_some())?;
    let (one, other) = metric.split_once(" and ")?;
    let is_read = |word: &str| tags(&word.to_lowercase()).any(READ);
    let head = other.split([' ', ',']).take_while(|word| !tags(word).any(Tags::STOP)).last()?;
    let are_read = one.split(' ').next_back().is_some_and(is_read) && is_read(head);
    let at = text.find(metric).map(|start| start..start + metric.len());
    are_read.then(|| Raised::title().at(at.unwrap_or_default()).with("words", metric))
}
