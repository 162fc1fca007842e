//! What is looked for in a statement when evidence is summed: what its words can say, by the places they stand at, and
//! how it is built.

use std::ops::Range;

use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::signal::{COUNTS, Mark, PLACE_COUNT, Place};
use super::signs::LEVELS;
use crate::coach::lexicon::senses::{Sense, Senses};
use crate::coach::sentence::{Movement, Sentence};
use crate::domain::measure::Bound;

/// The signals of a statement.
#[derive(Debug, Clone)]
pub(super) struct Signals {
    /// What the words say, by place.
    pub(super) places: [Senses; PLACE_COUNT],
    /// The number of its shape.
    pub(super) shape: usize,
    marks: u64,
}

impl Signals {
    /// Finds the signals of a statement.
    pub(super) fn of(c: &Clause<'_>, sentence: &Sentence) -> Self {
        let marks = marks(c, sentence).fold(0, |all, (mark, holds)| all | u64::from(holds) << mark as u64);
        Self { places: Place::ALL.map(|place| said(c, place)), shape: shape(c), marks }
    }

    /// Tells whether a mark is there.
    pub(super) const fn has(&self, mark: usize) -> bool {
        self.marks & 1 << mark != 0
    }

    /// The marks that are there.
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark> + use<'_> {
        Mark::ALL.into_iter().filter(|mark| self.has(*mark as usize))
    }
}

/// What the words of a place can say.
fn said(c: &Clause<'_>, place: Place) -> Senses {
    let each = |at: usize| c.words[at].senses.or(c.words[at].english);
    let all = |range: Range<usize>| range.fold(Senses::default(), |all, at| all.or(each(at)));
    let head =
        |range: Range<usize>| c.head(range).map(|word| word.senses.or(word.english)).unwrap_or_default();
    let verb = |voices: &[Voice]| {
        c.predicate.filter(|found| voices.contains(&found.voice)).map(|found| each(found.verb))
    };
    let leads = c.lead.is_some();
    match place {
        Place::Begins => c.lead.map(each).unwrap_or_default(),
        Place::Acts => verb(&[Voice::Acts]).unwrap_or_default(),
        Place::Suffers => verb(&[Voice::Suffers]).unwrap_or_default(),
        Place::Is => verb(&[Voice::Is, Voice::Can]).unwrap_or_default(),
        Place::Subject if !leads => head(c.subject.clone()),
        Place::Object if leads => head(c.object.clone()),
        Place::Described if !leads => head(c.object.clone()),
        Place::Subject | Place::Object | Place::Described => Senses::default(),
        Place::Anywhere => all(c.main()),
        Place::Later => all(c.end..c.words.len()),
        Place::First => all(c.start..(c.start + 1).min(c.words.len())),
        Place::Group => all(c.group(about(c))),
    }
}

/// What a statement is about.
fn about(c: &Clause<'_>) -> Range<usize> {
    if c.lead.is_some() { c.object.clone() } else { c.subject.clone() }
}

/// Every mark, and whether it holds.
fn marks(c: &Clause<'_>, sentence: &Sentence) -> impl Iterator<Item = (Mark, bool)> {
    built(c).into_iter().chain(counted(c)).chain(read(sentence)).chain(told(c))
}

fn built(c: &Clause<'_>) -> [(Mark, bool); 15] {
    let leads = c.lead.is_some();
    let head = c.head(about(c));
    let is_new = head.is_some_and(|word| word.senses.is_empty());
    [
        (Mark::Bare, !leads && c.predicate.is_none()),
        (Mark::Begins, leads),
        (Mark::Acts, c.is_voice(Voice::Acts)),
        (Mark::Suffers, c.is_voice(Voice::Suffers)),
        (Mark::Can, c.is_voice(Voice::Can)),
        (Mark::Is, c.is_voice(Voice::Is)),
        (Mark::NewVerb, c.verb().is_some_and(|verb| verb.senses.is_empty())),
        (Mark::NewHead, !leads && is_new),
        (Mark::NewObject, leads && is_new),
        (Mark::Colon, c.names(c.main(), &[":"])),
        (Mark::Short, c.main().len() <= 3),
        (Mark::Long, c.main().len() >= 10),
        (Mark::Tail, c.end < c.words.len()),
        (Mark::PluralHead, head.is_some_and(|word| word.form.is_s())),
        (Mark::SingleHead, head.is_some_and(|word| !word.form.is_s())),
    ]
}

fn counted(c: &Clause<'_>) -> [(Mark, bool); 13] {
    let amount = |of: Amount| c.counts(c.main(), &[of]);
    let subject = if c.lead.is_some() { c.end..c.end } else { c.subject.clone() };
    let object = if c.verb().is_some() { c.object.clone() } else { c.end..c.end };
    [
        (Mark::Percent, amount(Amount::Percent)),
        (Mark::Money, amount(Amount::Money)),
        (Mark::Time, amount(Amount::Time)),
        (Mark::Times, amount(Amount::Times)),
        (Mark::Unit, amount(Amount::Unit)),
        (Mark::Many, amount(Amount::Many)),
        (Mark::Few, amount(Amount::Few)),
        (Mark::Aside, c.words.iter().any(|word| word.amount == Some(Amount::Aside))),
        (Mark::NumberedSubject, c.amounts(subject.clone()).next().is_some()),
        (Mark::NumberedObject, c.amounts(object.clone()).next().is_some()),
        (Mark::LevelSubject, c.counts(subject, LEVELS)),
        (Mark::LevelObject, c.counts(object, LEVELS)),
        (Mark::AtEnd, c.end > c.start && c.words[c.end - 1].amount.is_some()),
    ]
}

fn read(sentence: &Sentence) -> [(Mark, bool); 8] {
    [
        (Mark::Baseline, sentence.baseline.is_some()),
        (Mark::Target, sentence.target.is_some()),
        (Mark::Up, sentence.movement == Some(Movement::Increase)),
        (Mark::Down, sentence.movement == Some(Movement::Decrease)),
        (Mark::Stays, sentence.movement == Some(Movement::Maintain)),
        (Mark::Difference, sentence.is_difference),
        (Mark::Count, sentence.is_count),
        (Mark::Strict, sentence.bound == Bound::Strict),
    ]
}

fn told(c: &Clause<'_>) -> [(Mark, bool); 12] {
    let subject = if c.lead.is_some() { c.end..c.end } else { c.subject.clone() };
    [
        (Mark::From, c.has_from()),
        (Mark::Arrow, c.has_arrow()),
        (Mark::Plus, c.has_plus()),
        (Mark::Limit, c.time_limit(c.main()).is_some()),
        (Mark::Moves, c.moves()),
        (Mark::Falls, c.falls()),
        (Mark::Shares, c.shares()),
        (Mark::EffectObject, c.verb().is_some() && c.has_effect(c.object.clone())),
        (Mark::EffectSubject, c.has_effect(subject)),
        (Mark::AgentOthers, c.agent().is_some_and(|agent| agent.has(Sense::Outsider))),
        (Mark::Per, c.names(c.main(), &["per", "each"])),
        (Mark::Voiced, c.is_voiced(about(c))),
    ]
}

/// Numbers the shape of a statement.
fn shape(c: &Clause<'_>) -> usize {
    let stands = match (c.lead, c.predicate.map(|found| found.voice)) {
        (Some(_), _) => 0,
        (None, None) => 1,
        (None, Some(Voice::Acts)) => 2,
        (None, Some(Voice::Suffers)) => 3,
        (None, Some(Voice::Can)) => 4,
        (None, Some(Voice::Is)) => 5,
    };
    let few = usize::from(c.counts(c.main(), &[Amount::Few]));
    let many = if c.counts(c.main(), &[Amount::Many]) { 2 } else { few };
    let count = if c.counts(c.main(), LEVELS) { 3 } else { many };
    (stands * COUNTS.len() + count) * 2 + usize::from(c.moves())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::statement::Statement;
    use crate::domain::day::Day;

    #[test]
    fn every_mark_is_looked_for_once() {
        let statement = Statement::read("Publish 5 posts", Day::new(2027, 1, 8).unwrap());
        let mut found: Vec<Mark> =
            marks(&Clause::read(&statement), &statement.sentence).map(|(mark, _)| mark).collect();
        found.sort_by_key(|mark| *mark as usize);
        assert_eq!(found, Mark::ALL);
    }
}
