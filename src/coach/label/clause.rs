//! How a statement is built: what it begins with, who or what it speaks of, what is said of it, and where a purpose or a
//! means is tacked on.

use std::ops::Range;

use super::amount::Amount;
use super::spoken::{self, Word};
use crate::coach::lexicon::senses::{ENGLISH_NOUNS, NOUNS, Sense, Senses};
use crate::coach::sentence::Movement;
use crate::coach::statement::Statement;

/// How a verb speaks of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// "Customers adopt": the subject acts.
    Acts,
    /// "Guides are written", "guides written": it is done to the subject.
    Suffers,
    /// "Admins can refresh": the subject is able.
    Can,
    /// "Guides are ready", "guides have an owner": the subject is or has something.
    Is,
}

/// What is said of a subject.
#[derive(Debug, Clone, Copy)]
pub(super) struct Predicate {
    /// Its first word: "are", "have", "can", or the verb itself.
    pub(super) at: usize,
    /// The verb that says what happens.
    pub(super) verb: usize,
    /// How it speaks of the subject.
    pub(super) voice: Voice,
}

/// A statement and its parts.
#[derive(Debug, Clone)]
pub(super) struct Clause<'s> {
    /// All its words.
    pub(super) words: Vec<Word<'s>>,
    /// Where the statement itself begins, without label, number and "by the end of May,".
    pub(super) start: usize,
    /// Where it ends: a purpose, a means or a clause on its last word begins here.
    pub(super) end: usize,
    /// The verb it begins with, as in "Publish a roadmap".
    pub(super) lead: Option<usize>,
    /// Who or what it speaks of, where it does not begin with a verb.
    pub(super) subject: Range<usize>,
    /// What is said of the subject.
    pub(super) predicate: Option<Predicate>,
    /// What the verb, leading or not, is about.
    pub(super) object: Range<usize>,
    /// Whether its numbers lead downwards: "from 10 to 5".
    pub(super) is_downwards: bool,
    /// Whether it is the name of a metric of the library: "on-call pages".
    pub(super) is_known_metric: bool,
}

mod listed {
    //! Written by the build script.
    #![expect(clippy::unreadable_literal, reason = "nobody reads it")]

    use crate::coach::packed::Packed;

    include!(concat!(env!("OUT_DIR"), "/metrics.rs"));
}

/// Tells whether a statement is the name of a metric a team can start from, and no more.
fn is_metric_of_library(statement: &Statement<'_>) -> bool {
    const LONGEST: usize = 12;
    let is_short = statement.tokens.len() <= LONGEST;
    is_short && listed::METRICS.get(&statement.text.trim().to_lowercase()).is_some()
}

impl<'s> Clause<'s> {
    /// Finds the parts of a statement.
    pub(super) fn read(statement: &'s Statement<'_>) -> Self {
        let words = spoken::words(statement);
        let start = spoken::start(&words);
        let end = spoken::tail(&words, start);
        let (subject, object) = (start..start, start..end);
        let sentence = &statement.sentence;
        let is_downwards = sentence.baseline.is_some() && sentence.movement == Some(Movement::Decrease);
        let is_known_metric = is_metric_of_library(statement);
        let mut clause = Self {
            words,
            start,
            end,
            lead: None,
            subject,
            predicate: None,
            object,
            is_downwards,
            is_known_metric,
        };
        clause.find_parts();
        clause
    }

    fn find_parts(&mut self) {
        self.start = self.behind_ensure();
        let at = self.behind_speaker();
        if self.leads(at) {
            self.lead = Some(at);
            self.object = at + 1..self.end;
            return;
        }
        self.predicate = self.find_predicate();
        if self.predicate.is_none() {
            self.end = self.relative().unwrap_or(self.end);
        }
        let until = self.predicate.map_or(self.end, |found| found.at);
        self.subject = self.start..until;
        self.object = self.predicate.map_or(until, |found| found.verb + 1)..self.end;
    }

    /// "Five documents that lower the barrier": where the clause on the last word begins.
    fn relative(&self) -> Option<usize> {
        let begins = |at: &usize| self.words[*at].is(&["that", "which", "who", "where", "whose"]);
        let at = (self.start + 2..self.end).find(begins)?;
        let says_on = self.words[at..self.end].iter().any(|word| word.is(&[":", "->", "→", "from"]));
        (!says_on).then_some(at)
    }

    /// The word at a place of the main part.
    pub(super) fn word(&self, at: usize) -> Option<&Word<'s>> {
        self.words.get(at).filter(|_| at < self.end)
    }

    /// Tells whether the word at a place of the main part fits.
    pub(super) fn fits(&self, at: usize, fits: impl Fn(&Word<'s>) -> bool) -> bool {
        self.word(at).is_some_and(fits)
    }

    /// Tells whether the word at a place of the main part can say this.
    pub(super) fn says(&self, at: usize, sense: Sense) -> bool {
        self.fits(at, |word| word.has(sense))
    }

    /// The statement without label and tail.
    pub(super) fn main(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Everything from the beginning of the statement on, the tail included.
    pub(super) fn whole(&self) -> Range<usize> {
        self.start..self.words.len()
    }

    /// The senses of a stretch of words, all together.
    pub(super) fn senses(&self, range: Range<usize>) -> Senses {
        self.words[range].iter().fold(Senses::default(), |all, word| all.or(word.senses))
    }

    /// The first group of words of a stretch, behind articles, amounts, bounds and small words.
    pub(super) fn group(&self, range: Range<usize>) -> Range<usize> {
        let from = range
            .clone()
            .find(|at| !self.words[*at].opens_group() || self.is_bare_amount(*at))
            .unwrap_or(range.end);
        if from < range.end && self.is_bare_amount(from) {
            return from..from;
        }
        let ends = |at: &usize| {
            let word = &self.words[*at];
            word.ends_group()
                || *at > from && (word.amount.is_some() || word.is(&["a", "an"]) || self.is_predicate(*at))
        };
        from..(from..range.end).find(ends).unwrap_or(range.end)
    }

    /// "Raise 250,000 for the roof": an amount that is all there is, and what it is for.
    fn is_bare_amount(&self, at: usize) -> bool {
        let is_amount = self.words[at].amount.is_some_and(|amount| amount != Amount::Aside);
        is_amount && self.fits(at + 1, |next| next.is(&["for"]))
    }

    /// What the first group of a stretch is about: its last noun, or the measure that opens it: "cost per claim",
    /// "crash-free sessions".
    pub(super) fn head(&self, range: Range<usize>) -> Option<&Word<'s>> {
        const OPENS: &[&str] = &["per", "to", "in", "on", "of"];
        let words = &self.words[self.group(range)];
        let measure = |word: &&Word<'s>| {
            let opens = word.len > 1 && OPENS.contains(&word.last);
            word.has(Sense::Metric) && (opens || word.lower.ends_with("-free"))
                || opens && word.last == "for" && word.any(NOUNS)
        };
        if let Some(first) = words.iter().find(measure) {
            return Some(first);
        }
        let known = words.iter().rposition(|word| word.any(NOUNS) || word.is_gerund());
        let last = words.iter().rposition(Word::is_noun);
        let named = |known: usize| words[known].has(Sense::Outsider) && !words[known].form.is_s();
        let sure = |last: usize| words[last].english.any(ENGLISH_NOUNS);
        match (known, last) {
            (Some(known), Some(last)) if last > known && (named(known) || sure(last)) => Some(&words[last]),
            (Some(at), _) | (None, Some(at)) => Some(&words[at]),
            (None, None) => None,
        }
    }

    /// What the first group of a stretch is about can say.
    pub(super) fn head_senses(&self, range: Range<usize>) -> Senses {
        self.head(range).map(|word| word.senses).unwrap_or_default()
    }

    /// The verb of the statement, leading or not.
    pub(super) fn verb(&self) -> Option<&Word<'s>> {
        self.lead.or(self.predicate.map(|found| found.verb)).map(|at| &self.words[at])
    }

    /// Tells whether it has only signs and amounts.
    pub(super) fn has_no_word(&self) -> bool {
        self.words.iter().all(|word| word.is_sign || word.amount.is_some())
    }

    /// "Si", "sign-in works": too little is said yet to call it anything.
    pub(super) fn is_fragment(&self) -> bool {
        let acts = match self.predicate {
            Some(found) => found.voice != Voice::Suffers,
            None => self.words[self.whole()]
                .last()
                .is_some_and(|word| word.form.is_s() && word.any(Senses::of(&[Sense::Perform, Sense::Bear]))),
        };
        let len: usize = self.words[self.whole()].iter().map(|word| word.len).sum();
        len <= if acts { 2 } else { 1 } && self.amounts(self.whole()).next().is_none()
    }

    /// Tells whether the predicate speaks in this voice.
    pub(super) fn is_voice(&self, voice: Voice) -> bool {
        self.predicate.is_some_and(|found| found.voice == voice)
    }
}
