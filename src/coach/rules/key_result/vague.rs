//! A sentence without any number, neither in it nor beside it.

use super::Case;
use crate::coach::finding::Raised;
use crate::coach::label::Label;
use crate::coach::lexicon::{Tags, tags};
use crate::coach::statement::Statement;
use crate::coach::token::Token;
use crate::domain::display::shortened;

/// Betterment nobody could read off.
pub(super) fn vague(case: &Case<'_>) -> Option<Raised> {
    let is_vague = !case.is(Label::Output) && has_no_number(case) && !case.judged.assessed.is_measurable;
    let span = case.judged.assessed.judgement.span.clone();
    let words = case.judged.statement.text.get(span.clone()).filter(|words| !words.is_empty());
    let words = shortened(words.unwrap_or(case.judged.statement.text));
    is_vague.then(|| Raised::title().at(span).with("words", words))
}

/// An event that comes or does not.
pub(super) fn yes_no(case: &Case<'_>) -> Option<Raised> {
    let is_event = case.judged.assessed.is_measurable && !case.judged.assessed.has_metric;
    (!case.is(Label::Output) && has_no_number(case) && is_event).then(Raised::title)
}

/// Tells whether there is no number: neither in the sentence, nor a metric or a target in the file. One that is in doubt or
/// still to come is one.
fn has_no_number(case: &Case<'_>) -> bool {
    let said = &case.judged.statement.sentence;
    // What the file has of the words of the sentence is no measure beside it.
    let is_own = |metric: &str| said.metric.as_deref() != Some(metric);
    let in_file = case.measure().is_some_and(|measure| {
        let aim = measure.target.or(measure.floor).or(measure.ceiling);
        aim.is_some() || measure.metric.as_deref().is_some_and(is_own)
    });
    let is_open = said.unclear.is_some()
        || case.judged.assessed.is_metric_alone
        || leaves_numbers_open(case.judged.statement);
    said.baseline.is_none() && said.target.is_none() && !in_file && !is_open
}

/// "Lower change lead time from [now] to [then]": the measure is named, its numbers are to come and are asked for. In
/// "Lower [metric] from [now]" it is not.
fn leaves_numbers_open(statement: &Statement<'_>) -> bool {
    let leads = Tags::FROM.or(Tags::TO);
    let is_place = |pair: &[Token<'_>]| tags(&pair[0].lower).any(leads) && pair[1].is("[");
    let verb_and_metric = statement.tokens.iter().take_while(|token| !token.is("[")).count();
    verb_and_metric > 2 && statement.tokens.windows(2).any(is_place)
}
