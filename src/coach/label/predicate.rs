//! Finds what a statement says of its subject.

use super::amount::Amount;
use super::clause::{Clause, Predicate, Voice};
use super::spoken::Word;
use crate::coach::lexicon::senses::{NOUNS, PEOPLE, Sense, Senses};

/// Forms that can be nothing else than the begin of a predicate.
const SURE: &[&str] =
    &["is", "are", "was", "were", "has", "have", "can", "could", "cannot", "may", "will", "gets"];
/// Forms of "be", and "get" where it stands for it.
const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "gets", "get"];
const HAVE: &[&str] = &["has", "have", "had", "having"];
const CAN: &[&str] = &["can", "could", "may", "cannot"];
const WILL: &[&str] = &["will", "should", "must", "would"];

/// Plurals without an `-s`.
const MANY: &[&str] = &[
    "people",
    "staff",
    "police",
    "children",
    "women",
    "men",
    "crew",
    "personnel",
    "alumni",
    "media",
    "youth",
];

impl Clause<'_> {
    /// What is said of the subject; what is said in a clause on one of its words is passed over.
    pub(super) fn find_predicate(&self) -> Option<Predicate> {
        let mut is_relative = false;
        let mut related = None;
        for at in self.start + 1..self.end {
            let word = &self.words[at];
            if word.is_sign && word.is(&[":", "->", "→", ";"]) {
                return None;
            }
            is_relative |= word.has(Sense::Relative) && !word.is(&["as"]);
            let goes_on = related == Some(at - 1) && word.is_verb() && word.form.is_s() && !word.any(NOUNS);
            if self.is_predicate(at) || goes_on {
                if !is_relative {
                    return Some(self.predicate_at(self.finite_behind(at).unwrap_or(at)));
                }
                is_relative = false;
                related = Some(at);
            }
        }
        None
    }

    /// "Tests made for one customer finish in two days": behind a bare participle, the verb itself.
    fn finite_behind(&self, at: usize) -> Option<usize> {
        let bare = &self.words[at];
        if !bare.form.is_past() || bare.form.is_s() || bare.form.is_plain() {
            return None;
        }
        let stops =
            |word: &Word<'_>| word.has(Sense::Relative) || word.is_sign || word.is(&["and", "or", "to"]);
        (at + 2..self.end).take_while(|at| !stops(&self.words[*at])).find(|at| {
            let word = &self.words[*at];
            self.is_predicate(*at)
                && !word.form.is_past()
                && !word.form.is_ing()
                && (word.form.is_plain() || !word.any(NOUNS))
        })
    }

    /// Reads on from the first word of a predicate to the verb that says what happens.
    fn predicate_at(&self, at: usize) -> Predicate {
        let first = &self.words[at];
        let passes = |word: &Word<'_>| word.is_adverb() || word.has(Sense::Not);
        let next = (at + 1..self.end).find(|at| !passes(&self.words[*at]));
        let full = next.filter(|at| self.words[*at].is_verb() && !self.words[*at].has(Sense::Article));
        let found = |verb: usize, voice| Predicate { at, verb, voice };
        match first.lower {
            word if CAN.contains(&word) => found(full.unwrap_or(at), Voice::Can),
            word if BE.contains(&word) => self.being(at, full),
            word if HAVE.contains(&word) => self.having(at, full),
            word if WILL.contains(&word) => {
                full.map_or(found(at, Voice::Is), |verb| Predicate { at, ..self.predicate_at(verb) })
            }
            _ if first.form.is_past() && !self.acts_in_past(at) => found(at, Voice::Suffers),
            _ => found(at, Voice::Acts),
        }
    }

    /// "Are able", "are written", "are running", "are ready".
    fn being(&self, at: usize, full: Option<usize>) -> Predicate {
        let near = &self.words[at + 1..self.end.min(at + 4)];
        if near.iter().any(|word| word.is(&["able", "possible"])) {
            return Predicate { at, verb: at, voice: Voice::Can };
        }
        match full.map(|verb| (verb, &self.words[verb])) {
            Some((verb, word)) if word.is(&["being"]) && verb + 1 < self.end => {
                Predicate { at, ..self.predicate_at(verb) }
            }
            Some((verb, word)) if word.is_participle() => Predicate { at, verb, voice: Voice::Suffers },
            Some((verb, word)) if word.form.is_ing() && !word.form.is_past() => {
                Predicate { at, verb, voice: Voice::Acts }
            }
            Some(_) | None => Predicate { at, verb: at, voice: Voice::Is },
        }
    }

    /// "Have been written", "have begun", "have an owner".
    fn having(&self, at: usize, full: Option<usize>) -> Predicate {
        let of_people = self.is_of_people(at);
        let past = full.filter(|verb| {
            let form = self.words[*verb].form;
            form.is_past() && (!form.is_plain() || of_people && *verb == at + 1)
        });
        match past {
            Some(verb) if self.words[verb].is(&["been"]) => Predicate { at, ..self.predicate_at(verb) },
            Some(verb) if !self.is_modifier(verb) || of_people => Predicate { at, verb, voice: Voice::Acts },
            Some(_) | None => Predicate { at, verb: at, voice: Voice::Is },
        }
    }

    fn is_of_people(&self, at: usize) -> bool {
        self.words[self.start..at].iter().any(|word| word.has(Sense::Outsider))
    }

    /// "Have documented plans" against "have begun to".
    fn is_modifier(&self, at: usize) -> bool {
        let noun = |next: &Word<'_>| next.any(NOUNS) && next.amount.is_none();
        self.words[at].has(Sense::Work) && self.fits(at + 1, noun)
    }

    /// "All teammates took five days off": people act where an object follows.
    fn acts_in_past(&self, at: usize) -> bool {
        let takes = |next: &Word<'_>| {
            next.amount.is_some() || next.has(Sense::Article) || next.is_noun() && !next.ends_group()
        };
        self.words[self.start..at].iter().any(|word| word.any(PEOPLE)) && self.fits(at + 1, takes)
    }

    /// Tells whether the word here begins what is said of the subject before it.
    pub(super) fn is_predicate(&self, at: usize) -> bool {
        let (word, before) = (&self.words[at], &self.words[at - 1]);
        if word.amount.is_some() || word.is_sign || before.last == "to" || before.is(&["-"]) {
            return false;
        }
        if word.senses.is_empty() {
            return self.is_unknown_verb(at);
        }
        let is_month = word.is(&["may"]) && before.has(Sense::Join);
        if !word.is_verb() || word.is(SURE) {
            return word.is(SURE) && !is_month;
        }
        if before.has(Sense::Article) || before.has(Sense::Join) && !before.is(&["and", "off"]) {
            return false;
        }
        if word.form.is_plain() && before.is_noun() && !before.form.is_s() && self.names_measure(at + 1) {
            return false;
        }
        if word.is_participle() {
            return !self.is_opening(at);
        }
        if word.is_gerund() {
            let measured = |next: &Word<'_>| next.has(Sense::Metric);
            return before.is_noun()
                && !before.is_gerund()
                && !word.any(NOUNS)
                && at + 1 < self.end
                && !self.fits(at + 1, measured);
        }
        if word.any(NOUNS) { self.is_verb_despite(at) } else { can_precede(before) }
    }

    /// The `ratio` of "hit ratio": a quantity that stands right behind a verb makes one noun with it.
    fn names_measure(&self, at: usize) -> bool {
        self.fits(at, |next| next.has(Sense::Metric) && !next.has(Sense::Article) && !next.form.is_s())
    }

    /// "Members zorb the box": a word behind people that is in no list and takes an object.
    fn is_unknown_verb(&self, at: usize) -> bool {
        let before = &self.words[at - 1];
        let takes =
            |next: &Word<'_>| next.amount.is_some() || next.any(Senses::of(&[Sense::Article, Sense::Every]));
        before.has(Sense::Outsider) && before.form.is_s() && self.fits(at + 1, takes)
    }

    /// A participle that opens a group: "3 published posts".
    fn is_opening(&self, at: usize) -> bool {
        let before = &self.words[at - 1];
        let noun = |next: &Word<'_>| next.any(NOUNS) && next.amount.is_none() && !next.ends_group();
        let bare =
            before.amount.is_some() || before.any(Senses::of(&[Sense::Vague, Sense::Every, Sense::Bound]));
        (bare || self.is_of_many(at) || before.is_sign || before.is(&["and"])) && self.fits(at + 1, noun)
    }

    /// "1,800 product qualified leads": what is counted stands in the plural, so the word in between only tells of which kind.
    fn is_of_many(&self, at: usize) -> bool {
        let many = |at: usize| {
            matches!(self.words[at].amount, Some(Amount::Many | Amount::Few))
                && !self.words[at].is(&["one", "1"])
        };
        let single = self.words[at - 1].is_noun() && !self.words[at - 1].form.is_s();
        at > 1 && single && many(at - 2) && self.fits(at + 1, |next| next.form.is_s())
    }

    /// "Sponsors pledge 2000", "the press mentions us": a noun by its looks, a verb by its place.
    fn is_verb_despite(&self, at: usize) -> bool {
        const TAKES: Senses =
            Senses::of(&[Sense::Article, Sense::Speaker, Sense::Often, Sense::Compare, Sense::Every]);
        let (word, before) = (&self.words[at], &self.words[at - 1]);
        let Some(next) = self.word(at + 1) else {
            return before.any(PEOPLE) && before.form.is_s() && word.form.is_plain() && word.has(Sense::Use);
        };
        let takes = next.amount.is_some() || next.any(TAKES);
        let goes_on =
            next.any(Senses::of(&[Sense::Join, Sense::Bound])) && !next.is(&["of", "and", "per", "or"]);
        let plural = before.form.is_s() && before.is_noun() && !before.is(&["sales", "operations", "news"]);
        if word.form.is_plain() && !word.form.is_s() && (plural || before.is(MANY)) {
            return takes || !next.is_verb() && (goes_on || next.any(NOUNS));
        }
        let third = word.form.is_s() && !before.form.is_s() && before.is_noun();
        third && (takes || goes_on && word.has(Sense::Perform))
    }
}

/// What may stand before a verb.
fn can_precede(before: &Word<'_>) -> bool {
    before.is_noun()
        || before.is_gerund()
        || before.amount.is_some()
        || before.is(&[",", ")", "and", "\"", "off"])
        || before.is_adverb()
        || before.has(Sense::Not)
}
