//! Does a statement begin with a verb, as in "Publish a roadmap", or with a noun that looks like one, as in "Release
//! notes take a day"?

use super::amount::Amount;
use super::clause::Clause;
use super::signs::LEVELS;
use super::spoken::Word;
use crate::coach::lexicon::senses::{DRIFT, ENGLISH_NOUNS, LEVEL, NOUNS, PEOPLE, Sense, Senses};

/// What is counted or measured, so that a noun before it belongs to it: "build times", "support requests".
const MEASURED: Senses = Senses::of(&[Sense::Metric, Sense::Harm, Sense::Inflow, Sense::Proxy, Sense::Act]);

impl Clause<'_> {
    /// Where the statement begins behind "ensure that".
    pub(super) fn behind_ensure(&self) -> usize {
        let ensures = |word: &Word<'_>| {
            word.has(Sense::Ensure) && (word.len > 1 || word.is(&["ensure", "guarantee", "assure"]))
        };
        if !self.fits(self.start, ensures) || self.start + 1 >= self.end {
            return self.start;
        }
        let at = self.start + 1;
        at + usize::from(self.fits(at, |word| word.is(&["that"])) && at + 1 < self.end)
    }

    /// Where the verb would stand: behind "we", "we will", "the team will", an adverb.
    pub(super) fn behind_speaker(&self) -> usize {
        let mut at = self.start;
        if self.says(at, Sense::Speaker) {
            at += 1;
        } else if let Some(will) = (at..at + 4).find(|at| self.is_modal(*at) || self.is_to(*at)) {
            let is_team = (at..will).all(|at| self.says(at, Sense::Staff) || self.says(at, Sense::Article));
            at = if is_team { will } else { at };
        }
        while self.is_modal(at) || self.is_to(at) || self.fits(at, Word::is_adverb) {
            at += 1;
        }
        if at < self.end { at } else { self.start }
    }

    fn is_modal(&self, at: usize) -> bool {
        self.fits(at, |word| word.has(Sense::Will) && !word.has(Sense::State))
    }

    fn is_to(&self, at: usize) -> bool {
        self.fits(at, |word| word.is(&["to"]))
    }

    /// Tells whether the statement begins with a verb at this place.
    pub(super) fn leads(&self, at: usize) -> bool {
        if self.is_unknown_work(at) {
            return true;
        }
        let is_every = at > 0 && self.words[at - 1].is(&["all", "every", "each", "both", "most"]);
        if self.is_quoted() || is_every {
            return false;
        }
        let Some(word) = self.word(at).filter(|word| word.is_verb() && !word.has(Sense::Article)) else {
            return false;
        };
        if at > self.start {
            return true;
        }
        let helps = word.any(Senses::of(&[Sense::Able, Sense::Will]))
            && !word.any(Senses::of(&[Sense::Work, Sense::State]));
        if helps || word.form.is_s() && !word.form.is_plain() || self.is_noun_here(at) {
            return false;
        }
        match (word.form.is_ing(), word.form.is_past() && !word.form.is_plain()) {
            (true, _) => !self.has_predicate_behind(at),
            (false, true) => self.past_leads(at),
            (false, false) => true,
        }
    }

    /// "“I like it here” climbs to 75 %": it begins with what somebody says, and goes on behind it.
    fn is_quoted(&self) -> bool {
        const QUOTES: &[&str] = &["\"", "“", "”", "'", "‘", "’"];
        let opens = self.start > 0 && self.words[self.start - 1].is(QUOTES);
        opens && (self.start + 2..self.end.saturating_sub(1)).any(|at| self.words[at].is(QUOTES))
    }

    /// "Zorb the index": a word in no list before an article; what a team says first it does.
    fn is_unknown_work(&self, at: usize) -> bool {
        let word =
            self.word(at).filter(|word| word.senses.is_empty() && word.amount.is_none() && !word.is_sign);
        let opens = |next: &Word<'_>| next.is(&["the", "a", "an", "our", "all", "every"]);
        let plural = |next: &Word<'_>| next.is_noun() && next.form.is_s();
        let counts = match self.word(at + 1).and_then(|next| next.amount) {
            Some(Amount::Few | Amount::Many) => self.fits(at + 2, plural) || self.fits(at + 3, plural),
            Some(Amount::Time) => self.fits(at + 2, |next| next.is(&["of"])),
            Some(_) | None => false,
        };
        word.is_some() && (counts || self.fits(at + 1, opens)) && !self.has_predicate_behind(at)
    }

    /// "Published two posts" begins with a verb, "Leaked keys are revoked" does not.
    fn past_leads(&self, at: usize) -> bool {
        let opens = |next: &Word<'_>| next.amount.is_some() || next.has(Sense::Article);
        let stands_alone = !self.has_predicate_behind(at) && !self.counts_behind(at + 2);
        self.words[at].any(DRIFT)
            || self.fits(at + 1, opens)
            || self.words[at].has(Sense::Work) && stands_alone
    }

    fn has_predicate_behind(&self, at: usize) -> bool {
        (at + 2..self.end).take_while(|at| !self.breaks(*at)).any(|at| self.is_predicate(at))
    }

    fn counts_behind(&self, at: usize) -> bool {
        (at..self.end).any(|at| self.words[at].amount.is_some())
    }

    /// A sign or a small word behind which another thought begins.
    fn breaks(&self, at: usize) -> bool {
        let word = &self.words[at];
        let adds = word.is(&["and", "or"]) && self.fits(at + 1, Word::is_verb);
        word.has(Sense::Relative) || word.is_sign && word.ends_group() || adds
    }

    /// A word that may be verb or noun at the begin of a statement: is it the noun?
    fn is_noun_here(&self, at: usize) -> bool {
        let word = &self.words[at];
        let Some(next) = self.word(at + 1) else { return word.any(NOUNS) };
        if next.is(&["of"]) {
            return !word.is(&["think", "dispose", "speak"]);
        }
        if word.is(&["top"]) && next.amount.is_some() {
            return true;
        }
        let finite = next.form.is_s() && next.any(Senses::of(&[Sense::State, Sense::Able, Sense::Take]));
        let may_be = word.any(NOUNS) || word.english.any(ENGLISH_NOUNS) || word.form.is_ing();
        finite
            || self.is_kind_of_people(at)
            || self.is_row_that_moves(at)
            || self.is_measure_moved(at)
            || word.has(Sense::Adjective) && self.is_described(at)
            || may_be
                && (self.is_line(at)
                    || self.is_noun_before(at + 1)
                    || self.is_compound(at)
                    || self.is_measure(at)
                    || self.is_subject(at))
    }

    /// What stands here makes the word before it a noun: "per team", ": 8 to 40", "to track", "planned", "complete".
    fn is_noun_before(&self, at: usize) -> bool {
        let (word, next) = (&self.words[at - 1], &self.words[at]);
        let aims = |verb: &Word<'_>| verb.is_verb() && verb.form.is_plain() && !verb.any(NOUNS);
        next.is(&["per"])
            || next.is(&["to"]) && word.any(NOUNS) && self.fits(at + 1, aims)
            || next.is(&["in"]) && word.any(Senses::of(&[Sense::Act, Sense::Metric]))
            || next.is_sign && next.ends_group() && !next.is(&["("])
            || word.form.is_ing() && next.has(Sense::Done)
            || self.is_closing(at)
    }

    /// "Build times", "support requests per team", "downloads up 5 %": the word and the next are one noun, measured.
    fn is_compound(&self, at: usize) -> bool {
        const MOVES: &[&str] = &["up", "on", "over", "from"];
        const STANDS: &[&str] = &["down", "at", "below", "under", "above", "within", "every"];
        let (word, next) = (&self.words[at], &self.words[at + 1]);
        let thing = word.any(Senses::of(&[Sense::Labour, Sense::Made]));
        let compared = (at + 2..self.end).any(|at| self.words[at].has(Sense::Compare));
        let stands = next.is(STANDS) && (word.any(MEASURED) || thing) || next.is(MOVES) && word.any(MEASURED);
        (next.any(MEASURED) && !next.has(Sense::Article) || stands)
            && (compared || self.counts_behind(at + 2))
    }

    /// "Build provenance coverage from 10 to 50 %": a bare row of nouns that ends with a measure and moves.
    fn is_measure(&self, at: usize) -> bool {
        let until = (at + 1..self.end).find(|at| self.words[*at].opens_group()).unwrap_or(self.end);
        self.has_from() && self.words[until - 1].any(MEASURED)
    }

    /// "Forecast variance falls by 5 %": nouns alone, and then what can only be a verb in the third person.
    fn is_row_that_moves(&self, at: usize) -> bool {
        let is_third = |word: &Word<'_>| word.form.is_s() && !word.form.is_plain();
        let says =
            |word: &Word<'_>| is_third(word) && (word.any(DRIFT) || word.is_verb() && !word.any(NOUNS));
        let found = (at + 2..self.end).find(|at| says(&self.words[*at]));
        let is_row = |found: usize| self.words[at + 1..found].iter().all(Word::is_noun);
        !self.words[at].any(LEVEL) && found.is_some_and(|found| is_row(found) && self.is_followed(found))
    }

    /// "Control staff act on the alarm", "line managers hold on": people of a kind, and what they do.
    fn is_kind_of_people(&self, at: usize) -> bool {
        const LEADS: &[&str] = &["help", "let", "make", "have", "watch", "see"];
        let people =
            |next: &Word<'_>| next.any(PEOPLE) && (next.form.is_s() || next.is(&["staff", "people", "crew"]));
        let does = |next: &Word<'_>| {
            next.is_verb() && next.form.is_plain() && !next.form.is_past() && !next.ends_group()
        };
        !self.words[at].is(LEADS)
            && self.fits(at + 1, people)
            && self.fits(at + 2, does)
            && self.word(at + 3).is_some_and(|next| !next.is_noun() || next.has(Sense::Article))
    }

    /// "Edit abandonment down 2 %": a quantity right behind it, and then only how far it goes.
    fn is_measure_moved(&self, at: usize) -> bool {
        const CARRIES: &[&str] =
            &["bring", "take", "get", "drive", "push", "move", "keep", "hold", "force", "send"];
        let word = &self.words[at];
        let goes = |next: &Word<'_>| next.is(&["up", "down"]);
        !word.any(LEVEL)
            && !word.is(CARRIES)
            && self.fits(at + 1, |next| next.any(MEASURED) && !next.has(Sense::Article))
            && self.fits(at + 2, goes)
            && self.fits(at + 3, |next| next.amount.is_some() || next.is(&["by", "to"]))
    }

    /// "Open findings of the audit from 14 to 0", "live sites: 2 -> 5": it tells of which kind the things are that move.
    fn is_described(&self, at: usize) -> bool {
        let things = |next: &Word<'_>| next.is_noun() && !next.has(Sense::Article) && !next.ends_group();
        let compared = self.end > at + 2 && self.words[self.end - 1].has(Sense::Compare);
        self.fits(at + 1, things) && (self.has_from() || self.has_arrow() || compared)
    }

    /// "Order rejects of our own: 0.2 %": a name, a colon and a level.
    fn is_line(&self, at: usize) -> bool {
        let colon = (at + 2..self.end).find(|at| self.words[*at].is(&[":"]));
        colon.is_some_and(|colon| self.counts(colon..self.end.min(colon + 4), LEVELS))
    }

    /// "Launch video gets views", "upgrade takes a minute", "support terms kept": a predicate of its own follows.
    fn is_subject(&self, at: usize) -> bool {
        let predicate =
            (at + 1..self.end).take_while(|at| !self.breaks(*at)).find(|at| self.is_predicate(*at));
        let Some(found) = predicate else { return false };
        let (verb, between) = (&self.words[found], &self.words[at + 1..found]);
        if verb.is_participle() && !verb.form.is_s() {
            let kept =
                verb.any(Senses::of(&[Sense::Coverage, Sense::Keep])) && self.counts_behind(self.start);
            return (kept || between.iter().any(|word| word.any(MEASURED))) && self.is_closing(found);
        }
        let is_bare = !between.iter().any(|word| word.has(Sense::Article) || word.amount.is_some());
        is_bare
            && (verb.any(Senses::of(&[Sense::State, Sense::Take, Sense::Able])) || self.is_followed(found))
    }

    /// What follows a verb that is no noun: an amount, an article, a small word, a sign, nothing.
    fn is_followed(&self, at: usize) -> bool {
        const FOLLOWS: Senses = Senses::of(&[
            Sense::Article,
            Sense::Join,
            Sense::Every,
            Sense::Compare,
            Sense::Bound,
            Sense::Often,
        ]);
        self.word(at + 1).is_none_or(|next| next.amount.is_some() || next.is_sign || next.any(FOLLOWS))
    }

    /// Tells whether a participle stands here that ends a group, as in "posts written", and does not open one.
    pub(super) fn is_closing(&self, at: usize) -> bool {
        let opens = |next: &Word<'_>| next.any(NOUNS) && !next.ends_group() && next.amount.is_none();
        self.fits(at, Word::is_participle) && !self.fits(at + 1, opens)
    }
}
