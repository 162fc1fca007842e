//! What the rules ask of a clause: does something move, is there a limit, a share, a number?

use std::ops::Range;

use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::spoken::Word;
use crate::coach::lexicon::senses::{DRIFT, EFFECT, NOUNS, Sense, Senses};

/// Every amount but those that only name or date.
pub(super) const ANY: &[Amount] =
    &[Amount::Percent, Amount::Money, Amount::Time, Amount::Times, Amount::Unit, Amount::Many, Amount::Few];
/// Amounts that are no counts of things.
pub(super) const LEVELS: &[Amount] =
    &[Amount::Percent, Amount::Money, Amount::Time, Amount::Times, Amount::Unit];

const ARROWS: &[&str] = &["->", "→", "-->", "=>", "➜", "⇒", "==>"];

impl Clause<'_> {
    /// The amounts of a stretch, those that only name or date left out.
    pub(super) fn amounts(&self, range: Range<usize>) -> impl Iterator<Item = (usize, Amount)> + use<'_> {
        let counts = |at: usize| {
            self.words[at].amount.filter(|amount| *amount != Amount::Aside).map(|amount| (at, amount))
        };
        range.filter_map(counts)
    }

    /// Tells whether a stretch has one of these amounts.
    pub(super) fn counts(&self, range: Range<usize>, of: &[Amount]) -> bool {
        self.amounts(range).any(|(_, amount)| of.contains(&amount))
    }

    /// Tells whether a stretch has one of these words.
    pub(super) fn names(&self, range: Range<usize>, words: &[&str]) -> bool {
        self.words[range].iter().any(|word| word.is(words))
    }

    /// Tells whether a word of a stretch can say this.
    pub(super) fn any_says(&self, range: Range<usize>, sense: Sense) -> bool {
        self.words[range].iter().any(|word| word.has(sense))
    }

    /// Something moves: from here to there, up or down by so much, halved, faster by a number.
    pub(super) fn moves(&self) -> bool {
        let places = || self.main().filter(|at| Some(*at) != self.lead);
        let drifts = |at: usize| {
            let word = &self.words[at];
            let compares = word.has(Sense::Compare) && !self.is_count_of_more(at);
            (word.any(DRIFT) && !word.has(Sense::Made) || compares) && !self.is_particle(at)
        };
        let numbered = self.counts(self.main(), ANY) || self.has_open_share();
        self.predicate.is_some_and(|found| self.words[found.verb].any(DRIFT))
            || places().any(|at| self.words[at].has(Sense::Fold) && !self.is_half_of(at))
            || numbered && (places().any(drifts) || self.has_arrow() || self.has_from() || self.has_plus())
    }

    /// "Two more guides", "ten or more stories": a count, and not more than before.
    fn is_count_of_more(&self, at: usize) -> bool {
        let counted = |at: usize| matches!(self.words[at].amount, Some(Amount::Few));
        let before = at.checked_sub(1).is_some_and(counted);
        let bound = at > 1 && self.words[at - 1].is(&["or"]) && counted(at - 2);
        self.words[at].is(&["more", "less", "fewer"]) && (before || bound)
    }

    /// The "down" of "written down", which belongs to its verb, and not that of "brought down to 5".
    fn is_particle(&self, at: usize) -> bool {
        let belongs = at > 0 && self.words[at - 1].is_verb() && !self.words[at - 1].any(NOUNS);
        let leads_on = |next: &Word<'_>| next.amount.is_some() || next.is(&["to", "from", "by"]);
        self.words[at].is(&["up", "down"]) && belongs && !self.fits(at + 1, leads_on)
    }

    /// "Half of the sites", "one half": a share, and not half as much as before.
    fn is_half_of(&self, at: usize) -> bool {
        let part = |next: &Word<'_>| next.is(&["of"]);
        self.words[at].is(&["half"])
            && (self.fits(at + 1, part) || at > 0 && self.words[at - 1].is(&["one", "other", "a", "the"]))
    }

    /// "14 -> 0".
    pub(super) fn has_arrow(&self) -> bool {
        self.names(self.main(), ARROWS) && self.counts(self.main(), ANY)
    }

    /// "X %": a share still to come.
    fn has_open_share(&self) -> bool {
        let open =
            |at: usize| self.words[at].is(&["x", "xx", "n"]) && self.fits(at + 1, |next| next.is(&["%"]));
        self.main().any(open)
    }

    /// Who does what is done to the subject: what follows "by" and is no gerund.
    pub(super) fn agent(&self) -> Option<Senses> {
        let at = self.said().find(|at| self.words[*at].is(&["by"]) && self.words[*at].amount.is_none())?;
        self.predicate.filter(|found| found.voice == Voice::Suffers)?;
        Some(self.head_senses(at + 1..self.words.len()))
    }

    /// "from 8", "from weekly": the number things stand at.
    pub(super) fn has_from(&self) -> bool {
        let number = |at: usize| self.words[at].amount.is_some() || self.words[at].has(Sense::Often);
        self.main().any(|at| self.words[at].last == "from" && (at + 1..self.end.min(at + 6)).any(number))
    }

    /// "+25 %".
    pub(super) fn has_plus(&self) -> bool {
        self.main().any(|at| self.words[at].is(&["+"]) && self.fits(at + 1, |next| next.amount.is_some()))
    }

    /// Something goes down, or is less than before.
    pub(super) fn falls(&self) -> bool {
        self.main().any(|at| {
            let falls = self.words[at].any(Senses::of(&[Sense::Down, Sense::Compare]));
            falls && !self.is_count_of_more(at) && !self.is_particle(at)
        })
    }

    /// Where a limit of time stands: "within two days", "under 30 s", "in minutes", "takes an hour".
    pub(super) fn time_limit(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|at| match self.words[*at].amount {
            Some(Amount::Time) => self.is_limited(*at),
            Some(_) => false,
            None => self.words[*at].has(Sense::Period) && self.is_within(*at),
        })
    }

    fn is_limited(&self, at: usize) -> bool {
        const LIMITS: &[&str] = &[
            "in", "within", "inside", "before", "<", "≤", "<=", "after", "first", "=", "by", "at", "over",
            ">", "the",
        ];
        let bounds = |word: &Word<'_>| word.is(LIMITS) || word.any(Senses::of(&[Sense::Bound, Sense::Take]));
        let is_age = at > 1 && self.words[at - 2].is(&["older", "newer"]);
        let range = at > 1 && self.words[at - 1].is(&["-", "–", "to"]) && self.words[at - 2].amount.is_some();
        let before = if range { at - 2 } else { at };
        before > 0 && bounds(&self.words[before - 1]) && !is_age
            || self.fits(at + 1, |next| next.is(&["or", "max", "maximum"]))
    }

    /// "in single seconds", "within hours", "by the end of their first week".
    fn is_within(&self, at: usize) -> bool {
        let plural = self.words[at].form.is_s() && self.names(at.saturating_sub(2)..at, &["in", "within"]);
        let nth = at > 0
            && self.words[at - 1].is(&["on", "by", "in"])
            && self.fits(at + 1, |next| next.amount.is_some());
        plural || nth || at > 0 && self.words[at - 1].is(&["first"])
    }

    /// Tells whether a share or the whole of something is spoken of.
    pub(super) fn shares(&self) -> bool {
        let spoken =
            self.lead.map_or(self.subject.start..self.group(self.subject.clone()).end, |lead| lead..self.end);
        self.counts(self.main(), &[Amount::Percent]) || self.any_says(spoken, Sense::Every)
    }

    /// Tells whether a stretch names an effect on somebody: a quantity, an act of others, others speaking of us.
    pub(super) fn has_effect(&self, range: Range<usize>) -> bool {
        self.senses(range.clone()).any(EFFECT) || self.is_voiced(range)
    }

    /// Others speak: "press articles", "five good reviews", "posts by outsiders".
    pub(super) fn is_voiced(&self, range: Range<usize>) -> bool {
        let group = self.group(range);
        let last = self.words[group.clone()].iter().rev().find(|word| word.is_noun() || word.any(NOUNS));
        if !last.is_some_and(|word| word.has(Sense::Voice)) {
            return false;
        }
        let of_others = group.len() > 1 && self.any_says(group.clone(), Sense::Foreign);
        of_others || (group.end..self.end.min(group.end + 5)).any(|at| self.is_from_others(at))
    }

    /// "by outsiders", "in the press", "on five blogs".
    fn is_from_others(&self, at: usize) -> bool {
        let others = Senses::of(&[Sense::Outsider, Sense::Foreign]);
        self.words[at].is(&["by", "in", "on", "from"])
            && self.senses(at + 1..self.end.min(at + 4)).any(others)
    }

    /// The full verb, where something is done to the subject.
    pub(super) fn suffered(&self) -> Option<&Word<'_>> {
        self.predicate.filter(|found| found.voice == Voice::Suffers).map(|found| &self.words[found.verb])
    }

    /// From the first word of the predicate to the end.
    pub(super) fn said(&self) -> Range<usize> {
        self.predicate.map_or(self.end, |found| found.at)..self.end
    }

    /// The subject's first group and what is said of it.
    pub(super) fn spoken_of(&self) -> Range<usize> {
        self.group(self.subject.clone()).start..self.end
    }
}
