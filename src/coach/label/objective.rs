//! The rules by which an objective is judged, in their order.

use std::ops::Range;

use super::ObjectiveLabel as Label;
use super::amount::Amount;
use super::clause::{Clause, Voice};
use super::ground::Ground;
use super::reason::Reason;
use super::spoken::Word;
use crate::coach::lexicon::senses::{DRIFT, LEVEL, MAKING, OWN, PEOPLE, Sense, Senses};

type Rule = fn(&Clause<'_>) -> Option<Ground<Label>>;

const RULES: &[Rule] = &[empty, figure, duty, routine, begun_task, named_task, begun_slogan, named_slogan];

/// What the first rule that fits finds; good, where none does.
pub(super) fn judge(clause: &Clause<'_>) -> Ground<Label> {
    let found = RULES.iter().find_map(|rule| rule(clause));
    found.unwrap_or_else(|| ground(Label::Good, Reason::Good, clause.main()))
}

const fn ground(label: Label, reason: Reason, words: Range<usize>) -> Ground<Label> {
    Ground { label, reason, words }
}

/// No word at all.
fn empty(c: &Clause<'_>) -> Option<Ground<Label>> {
    c.has_no_word().then(|| ground(Label::Vague, Reason::Empty, 0..c.words.len()))
}

/// A figure to reach; a count of things made or of people hired is a task instead.
fn figure(c: &Clause<'_>) -> Option<Ground<Label>> {
    const NO_WORK: Senses = LEVEL.or(Senses::of(&[Sense::Gain]));
    let works = c.lead.is_some_and(|lead| c.words[lead].any(OWN) && !c.words[lead].any(NO_WORK));
    let is_figure = |at: &usize| match c.words[*at].amount {
        Some(_) if is_one(c, *at) => false,
        Some(Amount::Few | Amount::Many) => !works,
        Some(Amount::Aside) | None => c.words[*at].has(Sense::Fold) || c.words[*at].is(&["zero"]),
        Some(_) => true,
    };
    let at = c.whole().find(is_figure)?;
    Some(ground(Label::MetricInObjective, Reason::Figure, at..at + 1))
}

/// Tells whether there is a number that does more than name or date.
pub(super) fn has_number(c: &Clause<'_>) -> bool {
    let is_of_things = |at: usize| is_by_the_way(c, at) && c.fits(at + 1, |next| next.any(MAKING));
    let counts = |at: usize| match c.words[at].amount {
        None | Some(Amount::Aside) => false,
        Some(Amount::Few) => !is_of_things(at),
        Some(_) => true,
    };
    (0..c.words.len()).any(|at| counts(at) || c.words[at].has(Sense::Fold))
        || c.names(c.whole(), &["zero", "n", "x", "%"])
}

/// Tells whether it was found to have a share or a sum of money to reach, "$N" included: that is a figure however it is said.
pub(super) fn is_level(c: &Clause<'_>, found: &Ground<Label>) -> bool {
    let is_figure = |word: &Word<'_>| matches!(word.amount, Some(Amount::Percent | Amount::Money));
    found.label == Label::MetricInObjective && c.words[c.whole()].iter().any(is_figure)
}

/// "One product instead of eleven", "within a minute": no figure to reach.
fn is_one(c: &Clause<'_>, at: usize) -> bool {
    c.words[at].is(&["one", "third", "quarter", "second", "a", "an"]) || is_by_the_way(c, at)
}

/// "A version of two crawlers", "not two": the number tells of what the thing is.
fn is_by_the_way(c: &Clause<'_>, at: usize) -> bool {
    let measured = at > 1 && c.words[at - 1].is(&["of"]) && c.words[at - 2].has(Sense::Metric);
    at > 0 && c.words[at - 1].is(&["of", "not"]) && !measured
}

/// Going on as before: "run payroll", "keep the lights on", "grow the team".
fn duty(c: &Clause<'_>) -> Option<Ground<Label>> {
    let at = c.lead?;
    let verb = &c.words[at];
    let object = c.object.clone();
    let grows = verb.has(Sense::Up) && c.head_senses(object.clone()).has(Sense::Staff) && object.len() <= 3;
    let chore = c.any_says(object.clone(), Sense::Chore) || c.any_says(object.clone(), Sense::Inflow);
    let bare = object.len() <= 3
        && !verb.is(&["deliver", "perform", "produce", "host", "update", "patch", "fix", "report"]);
    let goes_on = chore || bare || verb.has(Sense::Keep) || is_routine(c, object.clone());
    let felt = is_about_people(c, object) && !verb.is(&["support"]);
    let fits = grows || verb.has(Sense::Duty) && goes_on && !felt && !is_new(c, at);
    fits.then(|| ground(Label::BusinessAsUsual, Reason::Duty, at..c.end))
}

/// Somebody would notice: "for customers", and not "a customer board", where the word only tells of which kind.
fn is_about_people(c: &Clause<'_>, mut range: Range<usize>) -> bool {
    let names = |next: &Word<'_>| next.is_noun() && !next.ends_group();
    range.any(|at| c.words[at].has(Sense::Felt) && !c.words.get(at + 1).is_some_and(names))
}

/// "A pilot", "new stores": it was not there before.
fn is_new(c: &Clause<'_>, verb: usize) -> bool {
    c.fits(verb + 1, |word| word.is(&["a", "an", "new"]))
}

/// "Monthly", "every month", "regular", "as planned".
fn is_routine(c: &Clause<'_>, range: Range<usize>) -> bool {
    let each = |at: usize| c.words[at].has(Sense::Every) && c.says(at + 1, Sense::Period);
    range.clone().any(each) || c.any_says(range, Sense::Usual)
}

/// What is done again and again, whatever the verb.
fn routine(c: &Clause<'_>) -> Option<Ground<Label>> {
    let Some(at) = c.lead else {
        let named = is_routine(c, c.main()) && c.predicate.is_none();
        return named.then(|| ground(Label::BusinessAsUsual, Reason::Duty, c.main()));
    };
    let verb = &c.words[at];
    let dated =
        c.any_says(c.object.clone(), Sense::Punctual) && verb.any(Senses::of(&[Sense::Duty, Sense::Handle]));
    let aims = verb.has(Sense::Up) || verb.has(Sense::Gain) && !verb.has(Sense::Handle) || is_new(c, at);
    (!aims && (dated || is_routine(c, c.object.clone())))
        .then(|| ground(Label::BusinessAsUsual, Reason::Duty, at..c.end))
}

/// Something to do that can be ticked off: "launch the app", "hire a head of finance".
fn begun_task(c: &Clause<'_>) -> Option<Ground<Label>> {
    const THINGS: Senses = MAKING.or(Senses::of(&[Sense::Role, Sense::Estate, Sense::Inflow]));
    const GETS: Senses = Senses::of(&[Sense::State, Sense::Reach, Sense::Gain]);
    let at = c.lead?;
    let verb = &c.words[at];
    let found = || ground(Label::Task, Reason::Task, at..c.end);
    let group = c.group(c.object.clone());
    let paper = c.any_says(group.clone(), Sense::Badge) && verb.any(GETS.or(Senses::of(&[Sense::Work])));
    if paper || verb.is(&["begin", "start", "finish"]) {
        return Some(found());
    }
    if is_wish(c, at)
        || verb.is(&["be", "become"])
        || is_loved(c, group.end)
        || verb.any(DRIFT)
        || verb.has(Sense::Betterment)
    {
        return None;
    }
    let makes = c.head_senses(c.object.clone()).any(THINGS);
    let is_felt = is_for_somebody(c, at, group);
    let works = verb.has(Sense::Work)
        && (makes || !is_felt)
        && !(is_felt && c.any_says(c.object.clone(), Sense::Vague));
    let gets = verb.any(GETS) && makes && !is_felt && !c.any_says(c.object.clone(), Sense::Vague);
    (works || gets).then(found)
}

/// "An onboarding that new users love": a clause on the thing speaks of people.
fn is_loved(c: &Clause<'_>, from: usize) -> bool {
    let clause = (from..c.words.len()).find(|at| c.words[*at].has(Sense::Relative));
    clause.is_some_and(|at| c.any_says(at..c.words.len(), Sense::Felt))
}

/// It says who would notice, or goes on with "that", "where", "who".
fn is_for_somebody(c: &Clause<'_>, verb: usize, group: Range<usize>) -> bool {
    const DEFINITE: Senses = Senses::of(&[Sense::Role, Sense::Event, Sense::Labour]);
    let definite = c.any_says(group.clone(), Sense::Paper) || c.head_senses(c.object.clone()).any(DEFINITE);
    let felt = is_about_people(c, verb + 1..c.words.len());
    c.names(c.object.clone(), &["without", "instead"])
        || c.any_says(group.end..c.words.len(), Sense::Relative)
        || felt && !definite
}

/// "Do great work", "explore AI": a verb of work without a thing that is made.
fn is_wish(c: &Clause<'_>, at: usize) -> bool {
    const WISHES: &[&str] = &[
        "learn", "explore", "think", "talk", "work", "do", "leverage", "focus", "drive", "spread", "make",
        "turn", "give", "bring", "stop",
    ];
    let verb = &c.words[at];
    let sets = verb.is(&["set"]) && verb.len == 1;
    let writes = c.head_senses(c.object.clone()).any(Senses::of(&[Sense::Paper, Sense::Made]))
        && verb.is(&["write", "define", "draft", "publish"]);
    verb.is(WISHES) || sets || !writes && c.group(c.object.clone()).all(|at| c.words[at].any(SAYS_NOTHING))
}

/// A thing or a piece of work by its name: "launch of the playground", "new intranet", "all parts ready".
fn named_task(c: &Clause<'_>) -> Option<Ground<Label>> {
    if c.lead.is_some() {
        return None;
    }
    let fits = match c.predicate {
        Some(found) => {
            let done = found.voice == Voice::Suffers && c.words[found.verb].has(Sense::Work);
            let ready = found.voice == Voice::Is && c.any_says(c.said(), Sense::Done);
            let people = c.head_senses(c.subject.clone()).any(PEOPLE);
            (done || ready) && !people && found.at <= c.start + 4
        }
        None => is_thing(c),
    };
    fits.then(|| ground(Label::Task, Reason::Task, c.main()))
}

fn is_thing(c: &Clause<'_>) -> bool {
    let group = c.group(c.main());
    let labour = |word: &Word<'_>| word.has(Sense::Labour) && word.has(Sense::Work);
    let praised = c.words[c.main()].iter().any(|word| word.any(Senses::of(&[Sense::Vague, Sense::Compare])));
    let slogan = group.clone().all(|at| c.words[at].any(SAYS_NOTHING));
    let dated = c.words.iter().any(|word| word.amount == Some(Amount::Aside))
        && c.any_says(group.clone(), Sense::Labour);
    let launched = c.words[group.clone()].iter().any(labour);
    let released = c.any_says(c.main(), Sense::Done) && group.len() < c.main().len();
    let head = c.head_senses(c.main());
    let made = head.any(MAKING) || head.is_empty() && !group.is_empty();
    let plain = !praised && !slogan;
    dated || plain && launched || !is_felt(c) && (released || plain && made)
}

/// Somebody is in it, or something that would be different.
fn is_felt(c: &Clause<'_>) -> bool {
    const FELT: Senses = Senses::of(&[Sense::Felt, Sense::Relative, Sense::Not]);
    let differs = c.names(c.main(), &["without", "instead", "rather"]);
    let aims =
        c.words.get(c.end).is_some_and(|word| word.any(Senses::of(&[Sense::Purpose, Sense::Relative])));
    c.senses(c.main()).any(FELT) || differs || aims
}

/// Words that could stand over any team.
const SAYS_NOTHING: Senses = Senses::of(&[Sense::Slogan, Sense::Vague, Sense::Article]);
/// And those between them.
const FILLS: Senses = SAYS_NOTHING.or(Senses::of(&[
    Sense::Betterment,
    Sense::Every,
    Sense::Join,
    Sense::Speaker,
    Sense::Staff,
    Sense::Compare,
    Sense::Up,
]));

fn says_nothing(c: &Clause<'_>, mut range: Range<usize>) -> bool {
    range.all(|at| {
        let word = &c.words[at];
        word.any(FILLS) || word.is_sign || word.amount == Some(Amount::Aside)
    })
}

/// "Improve quality", "work smarter": nobody could disagree.
fn begun_slogan(c: &Clause<'_>) -> Option<Ground<Label>> {
    const EMPTY: &[&str] = &[
        "do", "make", "become", "be", "work", "learn", "take", "pay", "set", "drive", "build", "create",
        "continue", "raise", "spread", "focus", "stay",
    ];
    const ENDS: &[&str] = &["be", "become", "build", "create", "make"];
    let at = c.lead?;
    let verb = &c.words[at];
    let betters = verb.has(Sense::Betterment) || verb.any(DRIFT) || verb.is(EMPTY) && verb.len == 1;
    if !betters || says_how(c) {
        return None;
    }
    let short = c.end - at <= 5 && !is_about_people(c, c.main());
    let praise = verb.is(&["make", "be", "become"]) && c.any_says(c.object.clone(), Sense::Vague);
    let vague = says_nothing(c, at + 1..c.end) || short && (praise || !verb.is(ENDS) && c.end - at <= 4);
    vague.then(|| ground(Label::Vague, Reason::Vague, at..c.end))
}

/// A purpose, a means, or a clause goes on.
fn says_how(c: &Clause<'_>) -> bool {
    c.any_says(c.whole(), Sense::Relative) || c.words.len() > c.end + 1
}

/// "Operational excellence", "better communication".
fn named_slogan(c: &Clause<'_>) -> Option<Ground<Label>> {
    if c.lead.is_some() || c.predicate.is_some() || says_how(c) {
        return None;
    }
    let first = &c.words[c.start];
    let measure = first.is(&["world", "world-class"]) && c.head_senses(c.main()).has(Sense::Metric);
    let bare = (c.start..c.end).find(|at| c.words[*at].is(&["of", "at"])).filter(|of| *of > c.start);
    let of_anything = bare.is_some_and(|of| {
        says_nothing(c, c.start..of) && c.end - of <= 3 && !is_about_people(c, of..c.end) && !is_work(c, of)
    });
    (!measure && (says_nothing(c, c.main()) || of_anything))
        .then(|| ground(Label::Vague, Reason::Vague, c.main()))
}

/// "Launch of", "migration of": work on something, by its name.
fn is_work(c: &Clause<'_>, of: usize) -> bool {
    c.words[of - 1].any(Senses::of(&[Sense::Labour, Sense::Event]))
}
