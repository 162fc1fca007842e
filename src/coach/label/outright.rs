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
    let beside = |at: usize| {
        compares_by_form(c, at)
            && (c.words[at].last == "than" || c.fits(at + 1, |next| next.is(&["than"])))
            && c.word(at + 2).is_some_and(|next| next.amount.is_none() && !next.has(Sense::Period))
    };
    let surpasses = c.lead.is_none() && c.predicate.is_some() && (c.start + 1..c.end).any(beside);
    let says =
        c.main().len() > 2 && c.lead.is_none() && compares(c.end - 1) && c.words[c.end - 1].amount.is_none();
    (measured || says || surpasses).then(|| outcome("effect", c.main()))
}

/// "Faster", "cheaper": other than "more", "later", "no older".
fn compares_by_form(c: &Clause<'_>, at: usize) -> bool {
    const BOUNDS: &[&str] = &[
        "fewer", "later", "earlier", "older", "higher", "lower", "longer", "larger", "smaller", "over",
        "under",
    ];
    let word = &c.words[at];
    word.has(Sense::Compare) && word.lower.ends_with("er") && !word.is(BOUNDS)
}

/// "SLA attainment goes up", "a shrinking share of tickets": it moves, and no number says how far.
pub(super) fn drifts(c: &Clause<'_>) -> Option<Ground<Label>> {
    const MOVING: &[&str] =
        &["shrinking", "growing", "rising", "falling", "higher", "lower", "larger", "smaller"];
    const AMOUNTS: &[&str] = &["share", "number", "proportion", "portion", "percentage", "part"];
    let moving = |at: usize| c.words[at].is(MOVING) && c.fits(at + 1, |next| next.is(AMOUNTS));
    let ends = c.end.checked_sub(1).filter(|at| *at > c.start + 1);
    let goes = ends.is_some_and(|at| {
        c.words[at].is(&["up", "down"]) && c.words[at - 1].is(&["goes", "go", "going", "trends", "heads"])
            || c.words[at].len > 1
                && matches!(c.words[at].last, "up" | "down")
                && c.words[at].is(&["goes", "go"])
    });
    let is_object = c.lead.is_none() || c.verb().is_none_or(|verb| !verb.any(OWN));
    (is_object && (goes || c.main().any(moving))).then(|| outcome("effect", c.main()))
}

/// "30 companies added as customers": they came to be what only they can decide to be.
pub(super) fn joined(c: &Clause<'_>) -> Option<Ground<Label>> {
    const WHAT: &[&str] = &["customers", "users", "clients", "members", "subscribers", "donors", "buyers"];
    let becomes = |at: usize| c.words[at].is(&["as"]) && c.fits(at + 1, |next| next.is(WHAT));
    (c.suffered().is_some() && c.counts(c.main(), ANY) && c.main().any(becomes))
        .then(|| outcome("others", c.main()))
}

/// "It is in use by Filecoin", "voted through by the community".
pub(super) fn used_by(c: &Clause<'_>) -> Option<Ground<Label>> {
    let used =
        |at: usize| c.words[at].is(&["in_use"]) || c.words[at].last == "use" || c.words[at].is(&["voted"]);
    let by =
        |at: usize| c.words[at].is(&["by"]) && at + 1 < c.words.len() && c.words[at + 1].amount.is_none();
    let at = c.whole().find(|at| used(*at))?;
    (c.lead.is_none() && (at..(at + 3).min(c.words.len())).any(by)).then(|| outcome("others", c.main()))
}

/// "Online booking goes live in all four offices": it is there then.
pub(super) fn goes_live(c: &Clause<'_>) -> Option<Ground<Label>> {
    let lives = |at: usize| {
        c.words[at].is(&["goes", "go", "went", "gone"])
            && (c.words[at].last == "live" || c.fits(at + 1, |next| next.is(&["live"])))
    };
    let level = c.counts(c.main(), &[Amount::Percent, Amount::Time, Amount::Many]);
    (c.lead.is_none() && !level && c.main().any(lives)).then(|| output("made", c.main()))
}

/// "Issues can be opened from the tool": being able is a feature.
pub(super) fn possible(c: &Clause<'_>) -> Option<Ground<Label>> {
    let found = c.predicate.filter(|found| found.voice == Voice::Can)?;
    let said = &c.words[found.at + 1..c.end.max(found.at + 1)];
    let passive = said.first().is_some_and(|next| next.is(&["be"]));
    let done = said.iter().any(|word| word.is_participle() && word.any(OWN));
    let level = c.counts(c.whole(), ANY) || c.time_limit(c.whole()).is_some();
    let praised = c.words[c.whole()].iter().any(|word| word.any(TOLD) || word.any(WELL));
    (passive && done && !level && !praised).then(|| output("ability", c.main()))
}

/// Words by which a statement says more than that something was done.
const TOLD: Senses = Senses::of(&[Sense::Not, Sense::Every, Sense::Compare, Sense::Fold]);
/// How well it is done.
const WELL: Senses = Senses::of(&[Sense::Vague, Sense::AtOnce]);

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
    let at = c.predicate?.verb;
    let goes_on = |next: &Word<'_>| {
        next.has(Sense::Join) && !next.is(&["by", "than", "within", "from", "under", "per", "without", "as"])
            || next.is(&["and", "that"])
    };
    let once = !verb.any(Senses::of(&[Sense::Handle, Sense::Use, Sense::Coverage, Sense::Verdict]));
    let ends = at + 1 == c.words.len() || once && c.words.get(at + 1).is_some_and(goes_on);
    let bare = c.amounts(c.whole()).next().is_none() && verb.any(OWN) && !verb.has(Sense::Gain);
    let counted = verb.is(DONE) && c.counts(c.main(), &[Amount::Few, Amount::Many])
        || once && verb.any(OWN) && c.counts(c.subject.clone(), &[Amount::Few]);
    let open = Senses::of(&[Sense::Outsider, Sense::Harm, Sense::Badge, Sense::Courtesy]);
    let told = c.words[c.main()].iter().any(|word| word.any(TOLD)) || c.moves() || c.shares();
    let plain = !subject.any(open) && !told && c.agent().is_none();
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
