//! Whether a statement can be read off at the end, and whether it names something that is counted or measured.

use super::Label;
use super::amount::Amount;
use super::clause::Clause;
use super::signs::ANY;
use super::spoken::Word;
use crate::coach::lexicon::senses::{DRIFT, ENGLISH_NOUNS, LEVEL, MAKING, NOUNS, Sense, Senses};

/// Tells whether a quantity is named that is counted or measured, things made included.
pub(super) fn has_metric(c: &Clause<'_>) -> bool {
    let whole = c.main().any(|at| c.words[at].has(Sense::Every) && is_counted(c, at));
    let often = c.lead.is_some() && c.names(c.main(), &["twice", "weekly", "daily"]);
    let later = c.names(c.main(), &["%", "$", "n", "x", "xx", "xxx"]) && has_placeholder(c);
    c.counts(0..c.words.len(), ANY)
        || whole
        || often
        || later
        || c.any_says(c.main(), Sense::Fold)
        || is_quantity(c)
        || is_metric_alone(c)
}

/// "Trial conversion rate", "number of customers", "support requests": the name of a quantity, and nothing else yet.
pub(super) fn is_metric_alone(c: &Clause<'_>) -> bool {
    const TAKES: Senses = LEVEL.or(Senses::of(&[Sense::Watch, Sense::Gain]));
    // The first word of "support response time" only looks like a verb.
    let is_named = |lead: usize| {
        let word = &c.words[lead];
        let takes = word.any(TAKES) || !word.form.is_plain() || !word.any(NOUNS.or(ENGLISH_NOUNS));
        !takes && c.fits(lead + 1, |next| !next.opens_group())
    };
    let about = c.lead.map_or(c.subject.clone(), |_| c.object.clone());
    let is_number = c.words.first().is_some_and(|first| first.is(&["number"]));
    // What comes in or goes wrong, in the plural.
    let happens = |head: &Word<'_>| {
        head.form.is_s()
            && head.any(Senses::of(&[Sense::Harm, Sense::Inflow]))
            && !head.any(DRIFT)
            && !c.names(c.main(), &["no", "zero"])
    };
    let asks = c.fits(c.start, |first| first.is(&["how"])) && c.fits(c.start + 1, |next| next.is(ASKED));
    if c.is_known_metric || asks && !c.counts(c.whole(), ANY) {
        return true;
    }
    c.predicate.is_none()
        && c.lead.is_none_or(is_named)
        && c.group(about.clone()).end == c.words.len()
        && !c.words.iter().any(|word| word.amount.is_some())
        && !c.moves()
        && c.head(about)
            .is_some_and(|head| (is_number || head.has(Sense::Metric) || happens(head)) && !head.any(MAKING))
}

/// "How many attend": a quantity is asked for.
const ASKED: &[&str] = &["many", "much", "often", "long", "fast", "quickly"];

/// A quantity that moves without a figure: "developer satisfaction grows".
fn is_quantity(c: &Clause<'_>) -> bool {
    const MOVES: Senses = LEVEL.or(Senses::of(&[Sense::Betterment, Sense::Verdict]));
    let moves = c.verb().is_some_and(|verb| verb.any(MOVES));
    let about = c.lead.map_or(c.subject.clone(), |_| c.object.clone());
    let asks = c.names(c.main(), &["survey"]) && c.verb().is_some_and(|verb| verb.has(Sense::Verdict));
    moves && c.head_senses(about).has(Sense::Metric) || asks
}

/// "Every open role", and not "for everybody", "nobody is blocked", "all in-house", "each day".
fn is_counted(c: &Clause<'_>, at: usize) -> bool {
    const LOOSE: &[&str] = &["any", "both", "everybody", "everyone", "nobody", "none", "no", "all", "each"];
    let word = &c.words[at];
    let noun = c.fits(at + 1, |next| next.is_noun() && !next.ends_group() && !next.has(Sense::Period));
    let loose = word.is(LOOSE) && !noun && !(word.is(&["all"]) && c.fits(at + 1, |next| next.form.is_s()));
    let dates = !word.is(&["every"]) && c.fits(at + 1, |next| next.has(Sense::Period) && !next.form.is_s());
    let part = at > 0 && c.words[at - 1].is(&["+", "of", "in"]);
    !(loose || dates || part)
}

/// "X %", "N customers", "tbd", "and so on": a figure not yet known, a list without an end.
fn has_placeholder(c: &Clause<'_>) -> bool {
    (0..c.words.len()).any(|at| {
        let word = &c.words[at];
        let letter = word.is(&["x", "n", "y"])
            && (word.is_upper || c.words.get(at + 1).is_some_and(|next| next.is(&["%"])));
        let stands_before =
            c.words.get(at + 1).is_some_and(|next| next.is(&["%", "times", "x"]) || next.is_noun());
        word.has(Sense::Placeholder) || word.is(&["...", "…", "?"]) || letter && stands_before
    })
}

/// Tells whether an outsider could say at the end whether it was reached: a threshold on something countable, or a
/// definite thing made or done. `label` is what it is.
pub(super) fn is_measurable(c: &Clause<'_>, label: Label) -> bool {
    let whole = |at: usize| {
        let is_whose = at > 0 && c.words[at - 1].is(&["for"]);
        c.words[at].has(Sense::Every) && !c.words[at].is(&["any", "both"]) && !is_whose
    };
    let level = c.counts(0..c.words.len(), &[Amount::Percent, Amount::Money, Amount::Time]);
    if has_placeholder(c) {
        return false;
    }
    if level || c.counts(c.main(), ANY) || c.main().any(whole) || c.any_says(c.main(), Sense::Fold) {
        return true;
    }
    match label {
        Label::Output | Label::Ambiguous => is_definite(c),
        Label::Outcome => {
            c.senses(c.main()).any(Senses::of(&[Sense::Not, Sense::Punctual]))
                || c.names(c.main(), &["break"])
        }
    }
}

/// Nothing in it is praise, comparison or mere betterment.
fn is_definite(c: &Clause<'_>) -> bool {
    let betters =
        c.lead.is_some_and(|lead| c.words[lead].has(Sense::Betterment) && !c.words[lead].has(Sense::Handle));
    !betters && !c.senses(c.main()).any(Senses::of(&[Sense::Vague, Sense::Compare]))
}
