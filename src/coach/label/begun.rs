//! A statement that begins with a verb: work, a level to reach, or what only others can give.

use super::Label;
use super::amount::Amount;
use super::clause::Clause;
use super::ground::{Ground, ambiguous, outcome, output};
use super::reason::Reason;
use super::signs::{ANY, LEVELS};
use crate::coach::lexicon::senses::{DRIFT, EFFECT, LEVEL, MAKING, OWN, Sense, Senses};

/// The leading verb, its object, and what both can say.
struct Begin<'c, 's> {
    c: &'c Clause<'s>,
    at: usize,
    verb: Senses,
    head: Senses,
}

impl Begin<'_, '_> {
    fn is(&self, words: &[&str]) -> bool {
        self.c.words[self.at].is(words)
    }

    fn counts(&self, of: &[Amount]) -> bool {
        self.c.counts(self.c.object.clone(), of)
    }

    fn names(&self, words: &[&str]) -> bool {
        self.c.names(self.c.object.clone(), words)
    }

    fn any_says(&self, sense: Sense) -> bool {
        self.c.any_says(self.c.object.clone(), sense)
    }

    /// The verb and the first group of its object.
    fn words(&self) -> std::ops::Range<usize> {
        self.at..self.c.group(self.c.object.clone()).end.max(self.at + 1)
    }

    /// The verb and all that follows.
    fn whole(&self) -> std::ops::Range<usize> {
        self.at..self.c.end
    }
}

type Rule = fn(&Begin<'_, '_>) -> Option<Ground<Label>>;

/// The rules for a statement that begins with a verb; one of them always fits.
pub(super) fn lead(c: &Clause<'_>) -> Option<Ground<Label>> {
    const RULES: &[Rule] =
        &[able, caused, rated, widened, won, asked, spent, gained, level, pushed, hurried, saved, helped];
    let at = c.lead?;
    let begin = Begin { c, at, verb: c.words[at].senses, head: c.head_senses(c.object.clone()) };
    let found = RULES.iter().find_map(|rule| rule(&begin));
    Some(found.unwrap_or_else(|| output(Reason::Work, begin.words())))
}

/// "Be able to query logs".
fn able(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    (b.is(&["be"]) && b.names(&["able"])).then(|| output(Reason::Ability, b.whole()))
}

/// "Get the labels printed", "had the figures checked": the work of somebody told to.
fn caused(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let group = b.c.group(b.c.object.clone());
    let done = |at: usize| b.c.fits(at, |word| word.is_participle() && word.any(OWN));
    let has = b.is(&["get", "have", "had", "got", "getting", "having"]);
    let ours = b.c.words[b.at + 1..group.end.max(b.at + 1)].iter().any(|word| word.has(Sense::Article));
    let time = b.c.time_limit(b.c.object.clone()).is_some();
    (has && ours
        && !time
        && group.contains(&(group.end.saturating_sub(1)))
        && (done(group.end) || done(group.end - 1)))
    .then(|| output(Reason::Work, b.whole()))
}

/// "Rated 4.3 in the store": what people say.
fn rated(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let word = &b.c.words[b.at];
    let said = word.form.is_past() && !word.form.is_plain() && b.verb.has(Sense::Verdict) && !b.verb.any(OWN);
    (said && b.counts(ANY)).then(|| outcome(Reason::Said, b.whole()))
}

/// "Expand into three markets".
fn widened(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let widens = b.is(&["expand", "extend"]) && b.names(&["into", "to"]) && !b.names(&["from"]);
    (widens && !b.counts(LEVELS) && !b.head.any(EFFECT)).then(|| output(Reason::Work, b.whole()))
}

/// "Add 30 companies as customers", "add 200 subscribers".
fn won(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let as_others = |at: usize| b.c.words[at].is(&["as"]) && b.c.says(at + 1, Sense::Outsider);
    let as_others = !b.head.any(Senses::of(&[Sense::Role, Sense::Staff])) && b.whole().any(as_others);
    let adds = b.is(&["add"]) && b.head.has(Sense::Outsider) && !b.head.any(MAKING);
    ((as_others || adds) && b.verb.has(Sense::Work) && b.counts(ANY))
        .then(|| outcome(Reason::Gained, b.words()))
}

/// "Collect feedback from 30 users": they are asked.
fn asked(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let asks = b.is(&["get", "collect", "gather", "obtain", "seek"]) && !b.counts(LEVELS);
    (asks && super::things::heard(b.c).is_some()).then(|| output(Reason::Work, b.words()))
}

/// "Spend at least 2m on ads": money the team gives out, and no bound on it.
fn spent(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    const CAPS: &[&str] = &["under", "below", "within", "less", "most", "maximum", "max", "than"];
    let pays = b.is(&["spend", "invest", "allocate", "donate", "distribute", "put"]);
    let capped = b.any_says(Sense::Compare) || b.c.words[b.c.object.clone()].iter().any(|word| word.is(CAPS));
    (pays && b.counts(&[Amount::Money]) && !capped).then(|| output(Reason::Work, b.words()))
}

/// What only others can give: "win ten customers"; "secure two speaking slots" is a favour.
fn gained(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    const DEALT: Senses = Senses::of(&[Sense::Harm, Sense::Estate]);
    if !b.verb.has(Sense::Gain) && !b.is(&["collect", "build", "create"]) {
        return None;
    }
    if b.verb.has(Sense::Work) && b.is(&["close", "closed"]) && b.head.any(DEALT) {
        return None;
    }
    let given = Senses::of(&[Sense::Act, Sense::Money]);
    if b.verb.has(Sense::Court) && b.head.has(Sense::Courtesy) && !b.head.any(given) {
        return Some(ambiguous(Reason::Courtesy, b.words()));
    }
    let object = b.c.object.clone();
    let effect = b.head.any(EFFECT.or(Senses::of(&[Sense::Outsider]))) || b.c.is_voiced(object);
    let filled = b.is(&["build", "create"]) && b.head.has(Sense::Money) && b.counts(ANY);
    if filled {
        return Some(outcome(Reason::Gained, b.words()));
    }
    let is_held = b.head.has(Sense::Event) && !b.head.has(Sense::Act);
    let paid = b.counts(&[Amount::Money]) && (!b.verb.has(Sense::Work) || b.is(&["collect", "book"]));
    (effect && !is_held && b.verb.has(Sense::Gain) || paid).then(|| outcome(Reason::Gained, b.words()))
}

/// A level to reach, a movement up or down, something kept.
fn level(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    const OTHERS: Senses = Senses::of(&[Sense::Gain, Sense::State, Sense::Take]);
    let carries = b.verb.has(Sense::Perform) && !b.verb.has(Sense::Work) && b.counts(&[Amount::Percent]);
    let is_work = b.verb.any(OWN) && !b.verb.any(LEVEL);
    if !(b.verb.any(LEVEL) || carries || !is_work && b.verb.any(OTHERS)) {
        return None;
    }
    if carries
        || b.verb.has(Sense::Reach) && !b.verb.any(DRIFT) && b.counts(LEVELS) && !b.verb.has(Sense::Work)
    {
        return Some(outcome(Reason::Level, b.whole()));
    }
    let found = effect_of(b).or_else(|| level_of_made(b)).or_else(|| level_of_any(b));
    Some(found.unwrap_or_else(|| output(Reason::Made, b.whole())))
}

/// "Push the average basket over 32 euros": a verb of work, and a quantity with the level to get it to.
fn pushed(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    const QUANTITY: Senses = Senses::of(&[Sense::Metric, Sense::Harm, Sense::Money]);
    let leads = b.any_says(Sense::Bound) || b.names(&["to", "from", "->", "→"]);
    let moved = b.head.any(QUANTITY) && !b.head.any(MAKING) && leads && b.counts(LEVELS);
    (moved && !b.verb.has(Sense::Watch)).then(|| outcome(Reason::Level, b.whole()))
}

/// The object is an effect.
fn effect_of(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let object = b.c.object.clone();
    let group = b.c.senses(b.c.group(object.clone()));
    let built = b.head.has(Sense::Made) && b.verb.any(OWN) && !b.verb.any(DRIFT) && !b.counts(ANY);
    let measured = group.any(Senses::of(&[Sense::Metric, Sense::Harm])) && !built || b.c.is_voiced(object);
    let effect = measured || b.head.any(EFFECT.or(Senses::of(&[Sense::Outsider, Sense::Inflow])));
    let holds = b.head.has(Sense::Event) && !b.verb.any(DRIFT) && !b.counts(LEVELS) && !moves(b);
    let releases =
        b.is(&["cut", "drop", "ship"]) && b.head.has(Sense::Labour) && !b.counts(LEVELS) && !b.c.moves();
    let upkeep = b.head.has(Sense::Made)
        && b.verb.any(Senses::of(&[Sense::Keep, Sense::State]))
        && !b.counts(LEVELS)
        && !moves(b);
    (effect && !holds && !releases && !upkeep).then(|| outcome(Reason::Level, b.whole()))
}

/// Verbs that say of nothing but a quantity that it falls.
const LESSENS: &[&str] =
    &["reduce", "reduced", "decrease", "lower", "lessen", "minimise", "diminish", "halve"];

/// More of what the team makes is work; less of it, or a share of it, is not.
fn level_of_made(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    const OWNED: Senses = MAKING.or(Senses::of(&[Sense::Staff, Sense::Role]));
    const MEMBERS: &[&str] = &["working", "who", "with", "in", "from"];
    if !b.head.any(OWNED) {
        return None;
    }
    let levels = b.counts(LEVELS);
    let lessens = b.is(LESSENS) || b.names(&["number", "amount", "share"]);
    let falls = b.verb.has(Sense::Down) && (levels || lessens || moves(b) && b.counts(ANY));
    let shifts = b.head.has(Sense::Staff) && !b.names(MEMBERS);
    let rises = levels && !shifts && !b.verb.has(Sense::State);
    if rises && !falls && b.head.has(Sense::Event) {
        return Some(ambiguous(Reason::Open, b.whole()));
    }
    Some(if falls || rises { outcome(Reason::Level, b.whole()) } else { output(Reason::Made, b.whole()) })
}

/// An object no list knows.
fn level_of_any(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let drifts = b.verb.any(DRIFT) && !b.verb.has(Sense::Work);
    if b.counts(LEVELS) || drifts || moves(b) || b.counts(&[Amount::Many]) {
        return Some(outcome(Reason::Level, b.whole()));
    }
    let keeps = b.verb.any(Senses::of(&[Sense::Keep, Sense::State])) || b.verb.any(OWN);
    (!keeps).then(|| ambiguous(Reason::Open, b.whole()))
}

fn moves(b: &Begin<'_, '_>) -> bool {
    b.names(&["from", "to", "by", "->", "→"])
}

/// "Close the books in ten days", "support customers with at most a day": how the process performs.
fn hurried(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let effort =
        |at: usize| b.c.words[at].amount == Some(Amount::Unit) && b.c.words[at - 1].is(&["in", "within"]);
    if b.c.time_limit(b.c.object.clone()).is_none() && !b.c.object.clone().any(effort) {
        return None;
    }
    let runs = b.verb.has(Sense::Handle) && !b.head.any(Senses::of(&[Sense::Labour, Sense::Event]));
    let capped = b.any_says(Sense::Bound) && !b.verb.has(Sense::Made) && !b.names(&["to"]);
    (runs || capped).then(|| outcome(Reason::Limit, b.whole()))
}

/// "Spend less time on".
fn saved(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let pays = b.is(&["spend", "pay", "use", "waste", "lose", "need", "throw"]);
    let less = b.any_says(Sense::Compare) || pays && b.any_says(Sense::Bound) && !b.names(&["at"]);
    ((b.verb.has(Sense::Take) || pays) && less && !b.names(&["more"]))
        .then(|| outcome(Reason::Level, b.whole()))
}

/// "Onboard four contributors", "help 500 newcomers": neither the team nor they alone.
fn helped(b: &Begin<'_, '_>) -> Option<Ground<Label>> {
    let asked = Senses::of(&[Sense::Outsider, Sense::Courtesy]);
    let others = b.c.senses(b.c.group(b.c.object.clone())).any(asked) && !b.head.has(Sense::Role);
    (b.verb.has(Sense::Help) && others && b.counts(ANY)).then(|| ambiguous(Reason::Courtesy, b.words()))
}
