//! A count that grows is judged by what is counted: "increase the number of runbooks from 5 to 20" is work as "20 runbooks"
//! is, and "grow returning customers to 40" an effect as "40 returning customers" is. That it grows says nothing of it.

use super::clause::Clause;
use crate::coach::lexicon::senses::{Sense, Senses};
use crate::coach::lexicon::{Tags, tags};
use crate::coach::sentence::{Figure, Movement, Role, Sentence, Unit};
use crate::coach::statement::Statement;
use crate::coach::token::{Kind, Token};

/// What may open it, beside the verbs of growing.
const OPENING: &[&str] = &["bring", "get", "go", "more", "move", "take"];

/// Quantities that may stand in the plural, and are no things.
const LEVELS: Senses = Senses::of(&[Sense::Metric, Sense::Money, Sense::Unit, Sense::Period]);

/// What is counted, as a statement of its own; `None` where it is no count of things that grows.
pub(super) fn alone<'t>(statement: &Statement<'t>) -> Option<Statement<'t>> {
    let (tokens, sentence) = (&statement.tokens, &statement.sentence);
    let target = statement.figure(Role::Target)?;
    if sentence.movement != Some(Movement::Increase) || !is_count_that_grows(statement, target) {
        return None;
    }
    let is_frame = frame(statement);
    let kept = (0..tokens.len()).filter(|at| !is_frame[*at]);
    let order: Vec<usize> = target.tokens.clone().chain(kept).collect();
    let placed = |figure: &Figure| {
        let start = order.iter().position(|at| *at == figure.tokens.start)?;
        let unit = if start == 0 { Unit::Bare } else { figure.unit };
        Some(Figure { tokens: start..start + figure.tokens.len(), unit, ..figure.clone() })
    };
    let mut alone = Statement {
        text: statement.text,
        tokens: order.iter().map(|at| tokens[*at].clone()).collect(),
        sentence: Sentence { baseline: None, is_count: true, ..sentence.clone() },
        figures: statement.figures.iter().filter_map(placed).collect(),
    };
    if target.unit == Unit::Factor {
        // "Double the number of" has no number of its own to set before them.
        alone.tokens[0] = Token { text: "2", lower: "2".into(), kind: Kind::Number, ..alone.tokens[0] };
    }
    is_of_things(&alone).then_some(alone)
}

/// It has numbers of things only, and says that they grow; "from 4 a week to 20 a week" is a pace.
fn is_count_that_grows(statement: &Statement<'_>, target: &Figure) -> bool {
    let tokens = &statement.tokens;
    let baseline = statement.figure(Role::Baseline);
    let is_bare = |figure: &Figure| figure.unit == Unit::Bare && figure.rate.is_none();
    let counts = statement.figures.iter().all(|figure| figure.role == Role::Aside || is_bare(figure));
    let before = target.tokens.start.checked_sub(1).map(|at| &tokens[at]);
    let leads_to = before.is_some_and(|token| tags(&token.lower).any(Tags::TO));
    let is_fold = target.unit == Unit::Factor && target.tokens.start == 0 && number_of(tokens).is_some();
    is_fold || counts && (baseline.is_some() || opens(tokens) && leads_to)
}

fn opens(tokens: &[Token<'_>]) -> bool {
    tokens
        .first()
        .is_some_and(|first| tags(&first.lower).any(Tags::UP) || OPENING.contains(&first.lower.as_ref()))
}

/// Where "the number of" ends.
fn number_of(tokens: &[Token<'_>]) -> Option<usize> {
    let at = (0..tokens.len().min(3)).find(|at| tokens[*at].is("number"))?;
    tokens.get(at + 1).filter(|next| next.is("of"))?;
    Some(at + 2)
}

/// The tokens that say from where to where it goes, and how often.
fn frame(statement: &Statement<'_>) -> Vec<bool> {
    const LEADS: Tags = Tags::UP.or(Tags::RISEN).or(Tags::FROM).or(Tags::TO).or(Tags::ARROW).or(Tags::REACH);
    let tokens = &statement.tokens;
    let mut is_frame = vec![false; tokens.len()];
    let opening = number_of(tokens).unwrap_or_else(|| usize::from(opens(tokens)));
    is_frame[..opening].fill(true);
    let is_pace = |pair: &[Token<'_>]| pair[0].is("per") && tags(&pair[1].lower).any(Tags::PERIOD);
    for at in tokens.windows(2).enumerate().filter(|(_, pair)| is_pace(pair)).map(|(at, _)| at) {
        is_frame[at..at + 2].fill(true);
    }
    for figure in [Role::Baseline, Role::Target].into_iter().filter_map(|role| statement.figure(role)) {
        let leads = |at: &usize| tokens[*at].is(":") || tags(&tokens[*at].lower).any(LEADS);
        let from = (0..figure.tokens.start).rev().take_while(leads).last().unwrap_or(figure.tokens.start);
        is_frame[from..figure.tokens.end].fill(true);
        let is_remark = from.checked_sub(1).is_some_and(|at| tokens[at].is("("));
        let closes = || (figure.tokens.end..tokens.len()).find(|at| tokens[*at].is(")"));
        if let Some(closes) = is_remark.then(closes).flatten() {
            is_frame[from - 1..=closes].fill(true);
        }
    }
    is_frame
}

/// What is counted stands in the plural and is no quantity.
fn is_of_things(alone: &Statement<'_>) -> bool {
    let clause = Clause::read(alone);
    let about = if clause.lead.is_some() { clause.object.clone() } else { clause.subject.clone() };
    clause.head(about).is_some_and(|head| head.form.is_s() && !head.any(LEVELS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

    #[track_caller]
    fn is_counted(text: &str, words: Option<&str>) {
        let statement = Statement::read(text, Day::new(2027, 1, 8).unwrap());
        let said = alone(&statement)
            .map(|alone| alone.tokens.iter().map(|token| token.text).collect::<Vec<_>>().join(" "));
        assert_eq!(said.as_deref(), words, "{text}");
    }

    #[test]
    fn what_is_counted_stands_alone_however_the_count_grows() {
        for text in [
            "Increase the number of playbooks from 5 to 20",
            "Raise playbooks to 20",
            "Get from 5 to 20 playbooks",
            "Number of playbooks: 5 -> 20",
            "Bring playbooks up to 20 (5 today)",
            "More playbooks: from 5 to 20",
            "playbooks from 5 to 20",
        ] {
            is_counted(text, Some("20 playbooks"));
        }
        is_counted("Double the number of playbooks", Some("2 playbooks"));
        is_counted("Blog posts per month up from 2 to 8", Some("8 Blog posts"));
        is_counted("Grow customers who come back from 5 to 20", Some("20 customers who come back"));
    }

    #[test]
    fn quantities_paces_and_what_falls_stay_as_they_are() {
        for text in [
            "Publish 20 playbooks",
            "Cut playbooks from 20 to 5",
            "Raise the share of playbooks from 5 % to 20 %",
            "Deployments from 40 a week to 80 a week",
            "Grow revenue from 5 to 20",
        ] {
            is_counted(text, None);
        }
    }
}
