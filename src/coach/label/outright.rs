//! What a statement says outright, whatever it speaks of: that something doubled, is quicker by a number, good enough, so on
//! most days; or that a thing was done.

use super::Label;
use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::ground::{Ground, outcome, output};
use super::senses::{OWN, Sense, Senses};
use super::signs::ANY;
use super::spoken::Word;

/// "Lead flow doubled": what it speaks of is so many times as much.
pub(super) fn multiplied(c: &Clause<'_>) -> Option<Ground<Label>> {
    const TIMES: &[&str] = &["doubled", "halved", "tripled", "trebled", "quadrupled"];
    let last = c.words[c.main()].last()?;
    (c.main().len() > 1 && last.is(TIMES)).then(|| outcome("effect", c.main()))
}

/// "Debug builds 25 % quicker", "chats end sooner": better by a comparison that closes the statement.
pub(super) fn bettered(c: &Clause<'_>) -> Option<Ground<Label>> {
    let closes = |at: usize| c.word(at).is_none_or(|next| next.ends_group() || next.is(&["than"]));
    let compares =
        |at: usize| c.words[at].has(Sense::Compare) && c.words[at].lower.ends_with("er") && closes(at + 1);
    let by_number =
        |at: usize| matches!(c.words[at].amount, Some(Amount::Percent | Amount::Times | Amount::Time));
    let measured = (c.start + 1..c.end).any(|at| compares(at) && by_number(at - 1));
    let says =
        c.main().len() > 2 && c.lead.is_none() && compares(c.end - 1) && c.words[c.end - 1].amount.is_none();
    (measured || says).then(|| outcome("effect", c.main()))
}

/// "Docs good enough for a newcomer": whoever is to use it says so.
pub(super) fn good_enough(c: &Clause<'_>) -> Option<Ground<Label>> {
    let enough = |at: usize| c.words[at].is(&["enough"]) && c.words[at - 1].has(Sense::Vague);
    (c.lead.is_none() && (c.start + 1..c.end).any(enough)).then(|| outcome("effect", c.main()))
}

/// "The batch is done by 6 on 29 of 30 days": how steadily it is so.
pub(super) fn most_days(c: &Clause<'_>) -> Option<Ground<Label>> {
    let of_days = |at: usize| {
        c.words[at].amount.is_some()
            && (at + 1..at + 5).any(|of| c.fits(of, |word| word.is(&["of"])))
            && (at + 1..at + 6).any(|day| c.fits(day, |word| word.has(Sense::Period) && word.form.is_s()))
    };
    let placed = |at: usize| c.words[at].is(&["on", "in"]) && at + 1 < c.end && of_days(at + 1);
    (c.start + 1..c.end).any(placed).then(|| outcome("limit", c.main()))
}

/// "On average over all clubs, one project per member", "weekly active editors": a figure that is read of many.
pub(super) fn averaged(c: &Clause<'_>) -> Option<Ground<Label>> {
    const AVERAGES: &[&str] = &["average", "averaged", "mean", "median"];
    const RATES: &[&str] = &["daily", "weekly", "monthly"];
    let first = c.start..(c.start + 3).min(c.end);
    let of_many = c.names(first, AVERAGES) && c.names(c.main(), &["per", "each"]);
    let active = |at: usize| c.words[at].is(RATES) && c.fits(at + 1, |next| next.is(&["active"]));
    let reads = c.counts(c.main(), ANY) || c.moves();
    (c.lead.is_none() && reads && (of_many || c.main().any(active))).then(|| outcome("effect", c.main()))
}

/// "Bathing water rated excellent": others judge it.
pub(super) fn rated(c: &Clause<'_>) -> Option<Ground<Label>> {
    let judged = c.suffered().is_some_and(|verb| verb.is(&["rated", "judged", "scored", "ranked", "voted"]));
    let praised = c.any_says(c.said(), Sense::Vague) || c.counts(c.said(), ANY);
    (judged && praised).then(|| outcome("said", c.main()))
}

/// "Ten plugins by others in the store", "third parties have built 3 integrations".
pub(super) fn outside(c: &Clause<'_>) -> Option<Ground<Label>> {
    const OTHERS: &[&str] = &["others", "outsiders", "third_parties", "externals"];
    let by = |at: usize| c.words[at].is(&["by"]) && c.fits(at + 1, |next| next.is(OTHERS));
    let third =
        c.words[c.start..c.end].windows(2).any(|pair| pair[0].is(&["third"]) && pair[1].is(&["parties"]));
    let acts = third && c.predicate.is_some_and(|found| found.voice != Voice::Suffers);
    (c.lead.is_none() && (c.main().any(by) || acts)).then(|| outcome("others", c.main()))
}

/// "Course fees reviewed", "30 nursery visits made": it was done, and nothing is said of what came of it.
pub(super) fn done(c: &Clause<'_>) -> Option<Ground<Label>> {
    const DONE: &[&str] = &["made", "given", "held", "carried", "conducted", "performed"];
    let verb = c.suffered()?;
    let subject = c.head_senses(c.subject.clone());
    let ends =
        c.words[c.main()].last().is_some_and(|last| std::ptr::eq(last, verb)) && c.end == c.words.len();
    let bare = c.amounts(c.whole()).next().is_none() && verb.any(OWN) && !verb.has(Sense::Gain);
    let counted = verb.is(DONE) && c.counts(c.main(), &[Amount::Few, Amount::Many]);
    let open = Senses::of(&[Sense::Outsider, Sense::Harm, Sense::Badge, Sense::Courtesy]);
    let told =
        |word: &Word<'_>| word.any(Senses::of(&[Sense::Not, Sense::Every, Sense::Compare, Sense::Fold]));
    let plain =
        !subject.any(open) && !c.words[c.main()].iter().any(told) && !c.moves() && c.agent().is_none();
    (ends && plain && (bare || counted)).then(|| output("handled", c.main()))
}

/// "Drop support for Android 7", "cut one release".
pub(super) fn dropped(c: &Clause<'_>) -> Option<Ground<Label>> {
    const MADE: &[&str] = &["support", "release", "releases", "compatibility", "version", "versions"];
    let lead = c.lead.filter(|lead| c.words[*lead].is(&["drop", "dropped", "cut"]))?;
    let group = c.group(c.object.clone());
    let level = c.counts(c.main(), &[Amount::Percent, Amount::Time, Amount::Money])
        || c.names(c.main(), &["to", "by"]);
    (c.names(group, MADE) && !level).then(|| output("work", lead..c.end))
}
