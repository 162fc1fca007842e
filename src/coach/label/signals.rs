//! What is looked for in a statement when evidence is summed: what its words can say, by the places they stand at, and
//! how it is built.

use std::ops::Range;

use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::senses::{Sense, Senses};
use super::signs::LEVELS;
use crate::coach::sentence::{Movement, Sentence};
use crate::domain::measure::Bound;

/// Names the values of a list, and counts them.
macro_rules! named {
    ($(#[$doc:meta])* $list:ident, $count:ident: $($(#[$each:meta])* $value:ident = $name:literal,)+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum $list { $($(#[$each])* $value,)+ }

        impl $list {
            /// All of them.
            pub(super) const ALL: [Self; $count] = [$(Self::$value,)+];

            /// As the weights have it.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }
        }

        /// How many there are.
        pub(super) const $count: usize = [$($name,)+].len();
    };
}

named! {
    /// A place of a statement whose words are looked at.
    Place, PLACE_COUNT:
    /// The verb it begins with.
    Begins = "begins",
    /// The verb by which the subject acts.
    Acts = "acts",
    /// The verb by which something is done to the subject.
    Suffers = "suffers",
    /// The verb by which the subject is, has or can.
    Is = "is",
    /// What the subject is about.
    Subject = "subject",
    /// What the leading verb is about.
    Object = "object",
    /// What the predicate is about.
    Described = "described",
    /// Anywhere before the tail.
    Anywhere = "anywhere",
    /// In the tail.
    Later = "later",
    /// The first word.
    First = "first",
    /// All words of the first group.
    Group = "group",
}

named! {
    /// How a statement is built, and which amounts it has.
    Mark, MARK_COUNT:
    /// Neither verb nor predicate.
    Bare = "bare",
    /// It begins with a verb.
    Begins = "begins",
    /// Its subject acts.
    Acts = "acts",
    /// Something is done to its subject.
    Suffers = "suffers",
    /// Its subject is able.
    Can = "can",
    /// Its subject is or has something.
    Is = "is",
    /// A share or change in percent.
    Percent = "percent",
    /// Money.
    Money = "money",
    /// Time.
    Time = "time",
    /// A multiple.
    Times = "times",
    /// Another unit.
    Unit = "unit",
    /// Thousands of things.
    Many = "many",
    /// Fewer things.
    Few = "few",
    /// A number that only names or dates.
    Aside = "aside",
    /// "from 8".
    From = "from",
    /// "14 -> 0".
    Arrow = "arrow",
    /// "+25".
    Plus = "plus",
    /// It says where things stand.
    Baseline = "baseline",
    /// It says what to reach.
    Target = "target",
    /// The number goes up.
    Up = "up",
    /// The number goes down.
    Down = "down",
    /// The number stays.
    Stays = "stays",
    /// It says by how much.
    Difference = "difference",
    /// It merely counts.
    Count = "count",
    /// The bound itself does not count.
    Strict = "strict",
    /// A limit of time.
    Limit = "limit",
    /// Something moves.
    Moves = "moves",
    /// Something falls.
    Falls = "falls",
    /// A share, or the whole of something.
    Shares = "shares",
    /// Its verb is in no list.
    NewVerb = "new-verb",
    /// What its subject is about is in no list.
    NewHead = "new-head",
    /// What its leading verb is about is in no list.
    NewObject = "new-object",
    /// It has a colon.
    Colon = "colon",
    /// Three words at most.
    Short = "short",
    /// Ten words at least.
    Long = "long",
    /// A purpose or means is tacked on.
    Tail = "tail",
    /// The object is an effect.
    EffectObject = "effect-object",
    /// The subject is an effect.
    EffectSubject = "effect-subject",
    /// An amount stands in the subject.
    NumberedSubject = "numbered-subject",
    /// An amount stands in the object.
    NumberedObject = "numbered-object",
    /// A level stands in the object.
    LevelObject = "level-object",
    /// A level stands in the subject.
    LevelSubject = "level-subject",
    /// What it is about stands in the plural.
    PluralHead = "plural-head",
    /// What it is about stands in the singular.
    SingleHead = "single-head",
    /// Others do it.
    AgentOthers = "agent-others",
    /// "per", "each".
    Per = "per",
    /// Others speak of us.
    Voiced = "voiced",
    /// It ends with an amount.
    AtEnd = "at-end",
}

/// How a statement stands, by its amounts, and whether it moves.
pub(super) const SHAPE_COUNT: usize = STANDS.len() * COUNTS.len() * 2;
const STANDS: [&str; 6] = ["begins", "bare", "acts", "suffers", "can", "is"];
const COUNTS: [&str; 4] = ["none", "few", "many", "level"];

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
        let marks = [built(c), counted(c), read(sentence), told(c)];
        let marks = marks.iter().flatten().filter(|(_, holds)| *holds);
        let marks = marks.fold(0, |all, (mark, _)| all | 1 << *mark as u64);
        Self { places: Place::ALL.map(|place| said(c, place)), shape: shape(c), marks }
    }

    /// The marks that are there.
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark> + use<'_> {
        Mark::ALL.into_iter().filter(|mark| self.marks & 1 << *mark as u64 != 0)
    }
}

/// What the words of a place can say.
fn said(c: &Clause<'_>, place: Place) -> Senses {
    let each = |at: usize| c.words[at].senses.and(c.words[at].english);
    let all = |range: Range<usize>| range.fold(Senses::default(), |all, at| all.and(each(at)));
    let head =
        |range: Range<usize>| c.head(range).map(|word| word.senses.and(word.english)).unwrap_or_default();
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

fn built(c: &Clause<'_>) -> Vec<(Mark, bool)> {
    let leads = c.lead.is_some();
    let head = c.head(about(c));
    let is_new = head.is_some_and(|word| word.senses.is_empty());
    vec![
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

fn counted(c: &Clause<'_>) -> Vec<(Mark, bool)> {
    let amount = |of: Amount| c.counts(c.main(), &[of]);
    let subject = if c.lead.is_some() { c.end..c.end } else { c.subject.clone() };
    let object = if c.verb().is_some() { c.object.clone() } else { c.end..c.end };
    vec![
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

fn read(sentence: &Sentence) -> Vec<(Mark, bool)> {
    vec![
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

fn told(c: &Clause<'_>) -> Vec<(Mark, bool)> {
    let subject = if c.lead.is_some() { c.end..c.end } else { c.subject.clone() };
    vec![
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

/// The name of a shape.
pub(super) fn shape_name(shape: usize) -> String {
    let (stands, counts) = (STANDS[shape / 2 / COUNTS.len()], COUNTS[shape / 2 % COUNTS.len()]);
    format!("shape.{stands}-{counts}-{}", if shape % 2 == 1 { "moves" } else { "still" })
}
