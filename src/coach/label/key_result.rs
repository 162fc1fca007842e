//! The rules by which a key result is judged, in their order: first what careful people would leave open, then what
//! the sentence begins with, then whom or what it speaks of.

use super::Label;
use super::clause::Clause;
use super::ground::{Ground, ambiguous, outcome, output};
use super::reason::Reason;
use super::signs::ANY;
use super::spoken::Word;
use super::{begun, between, people, things};
use crate::coach::lexicon::senses::{DRIFT, LEVEL, MAKING, Sense, Senses};

/// A rule: what it finds, where it fits.
pub(super) type Rule = fn(&Clause<'_>) -> Option<Ground<Label>>;

const RULES: &[Rule] = &[
    empty,
    watched,
    between::badge,
    people::hired,
    between::pledge,
    people::signed_up,
    between::courtesy,
    between::proxy,
    between::coverage,
    things::brings,
    things::steady,
    between::mixed,
    purpose,
    avoided,
    things::by_others,
    between::capability,
    between::punctual,
    begun::lead,
    people::outsider,
    people::staff,
    people::survey,
    people::trained,
    things::heard,
    things::span,
    things::effect,
    things::inflow,
    things::estate,
    things::made,
    things::unknown,
];

/// What the first rule that fits finds.
pub(super) fn judge(clause: &Clause<'_>) -> Ground<Label> {
    let found = RULES.iter().find_map(|rule| rule(clause));
    found.unwrap_or_else(|| ambiguous(Reason::Open, clause.main()))
}

/// No word at all.
fn empty(c: &Clause<'_>) -> Option<Ground<Label>> {
    c.has_no_word().then(|| ambiguous(Reason::Empty, 0..c.words.len()))
}

/// A number that gets looked at and is not moved.
fn watched(c: &Clause<'_>) -> Option<Ground<Label>> {
    let looks = |at: &usize| c.words[*at].has(Sense::Watch) && !c.words[*at].any(LEVEL);
    if let Some(at) = c.lead.filter(looks) {
        return Some(output(Reason::Watched, at..c.group(c.object.clone()).end.max(at + 1)));
    }
    let is_none = c.words.get(c.start).is_some_and(|word| word.is(NONE));
    let looked_at = !is_none && c.suffered().is_some_and(|verb| verb.has(Sense::Watch));
    let moved = c.words[c.said()]
        .iter()
        .any(|word| word.form.is_s() && word.any(DRIFT.or(Senses::of(&[Sense::Betterment]))));
    (looked_at && !moved && !c.moves() && !c.counts(c.main(), ANY))
        .then(|| output(Reason::Watched, c.spoken_of()))
}

/// Work for the sake of a change that is measured.
fn purpose(c: &Clause<'_>) -> Option<Ground<Label>> {
    const MOVES: Senses = Senses::of(&[Sense::Up, Sense::Down, Sense::Gain, Sense::Reach]);
    let opens = c.words.get(c.end)?;
    let tail = c.end..c.words.len();
    let is_means = opens.is_sign || opens.has(Sense::Means) || opens.is(&["by"]);
    let effect = c.has_effect(tail.clone())
        || c.senses(tail.clone()).any(Senses::of(&[Sense::Outsider, Sense::Inflow]));
    let moves = c.senses(tail.clone()).any(MOVES) && c.counts(tail.clone(), ANY);
    (!is_means && moves && effect).then(|| outcome(Reason::Purpose, tail))
}

const NONE: &[&str] = &["no", "zero", "nobody", "none", "0", "neither"];

/// "No deal blocked", "zero accidents": something does not happen any more.
fn avoided(c: &Clause<'_>) -> Option<Ground<Label>> {
    const SUFFERED: Senses = Senses::of(&[Sense::Harm, Sense::Outsider]);
    if ends_with_none(c) {
        return Some(outcome(Reason::Avoided, c.main()));
    }
    if c.lead.is_some() || c.main().is_empty() {
        return None;
    }
    let at_least = c.fits(c.start + 1, |word| word.is(&["fewer", "less"]) && word.last == "than")
        || c.fits(c.start + 1, |word| word.is(&["fewer", "less"]))
            && c.fits(c.start + 2, |word| word.is(&["than"]) || word.amount.is_some());
    let none = c.words[c.start].is(NONE) && !at_least || is_not_one(c);
    let happens = c.predicate.is_some()
        || !c.head_senses(c.main()).any(MAKING)
        || c.senses(c.main()).any(SUFFERED)
        || c.words[c.main()].iter().any(|word| word.form.is_past());
    let blocked = c.names(c.main(), &["blocked", "unblocked"]);
    let told = none && (happens || c.says(c.start + 1, Sense::Vague) || c.predicate.is_none());
    (told || blocked || is_fewer(c)).then(|| outcome(Reason::Avoided, c.main()))
}

/// "Not one request lost", "not a single crash".
fn is_not_one(c: &Clause<'_>) -> bool {
    let single = |word: &Word<'_>| word.is(&["one", "a", "single"]);
    c.words[c.start].is(&["not"]) && c.fits(c.start + 1, single)
}

/// "Rules broken per week: zero".
fn ends_with_none(c: &Clause<'_>) -> bool {
    let at = c.end - 1;
    at > c.start + 1
        && c.words[at].is(&["none", "zero", "nil", "0"])
        && c.words[at - 1].is(&[":", "=", "->", "→"])
}

/// "Fewer unplanned stops": less of something, without a verb.
fn is_fewer(c: &Clause<'_>) -> bool {
    let folds = c.words[c.start].has(Sense::Fold)
        && c.fits(c.start + 1, |next| next.is(&["the", "as", "our", "again"]));
    let less = c.words[c.start].is(&["fewer", "less", "shorter", "faster", "quicker", "cheaper", "lower"]);
    folds || less && c.fits(c.start + 1, |next| !next.is(&["than"]))
}
