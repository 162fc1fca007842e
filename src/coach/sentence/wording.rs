//! What is measured, in the words of the sentence: metric, scope, and how single values become one.

use std::ops::Range;

use super::Sentence;
use super::clues::noun_end;
use super::figure::Role;
use super::movement::{WAYS, behind_phrase, first_word, is_manner};
use super::roles::Placed;
use super::unit::{Unit, is_rate};
use super::used::used;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::measure::Aggregation;
use crate::domain::quantity::{is_plural, time_unit};

/// Puts metric, scope and aggregation into a sentence whose figures are known.
pub(super) fn word(words: &Words<'_, '_>, placed: &[Placed], is_date: &[bool], sentence: &mut Sentence) {
    let target = placed.iter().find(|figure| figure.role == Role::Target);
    let used = used(words, placed, is_date);
    let is_level_of_share = sentence.unit.as_deref() == Some("%");
    sentence.aggregation = aggregation(words, target).or(is_level_of_share.then_some(Aggregation::Share));
    let mut runs = runs(words, &used);
    let is_unclear = placed.iter().any(|figure| figure.found.is_unclear);
    let begins = behind_phrase(words);
    if let Some(run) = runs.iter_mut().find(|run| run.contains(&begins)) {
        run.start = begins;
    }
    let is_apart =
        |run: &Range<usize>| target.is_some_and(|target| is_of_another(words, placed, target, run));
    let may_name = |run: &&Range<usize>| {
        let is_said =
            sentence.target.is_some() || sentence.is_count || is_unclear || reads(words, (*run).clone());
        is_said && run.end > begins && names(words, (*run).clone()) && !is_apart(run)
    };
    if let Some(share) = placed.iter().find(|figure| figure.clues.is_share && figure.says_something())
        && target.is_some_and(|target| target.found.unit == Unit::Percent)
        && let begins = led_by(placed, share)
        && let Some(subject) = subject_of_share(words, begins.unwrap_or(share))
        && names(words, subject.clone())
    {
        let (metric, scope) = parted(words, subject);
        let scope = scope.or_else(|| begins.and_then(|_| whole_of(words, share)));
        (sentence.metric, sentence.scope) = (
            Some(text(words, metric)).filter(|metric| !metric.is_empty()),
            scope.map(|scope| text(words, scope)),
        );
        return;
    }
    let counted = target.filter(|target| names_behind(words, target, sentence.is_count));
    let behind =
        counted.and_then(|target| runs.iter().find(|run| run.start >= target.found.at.end && may_name(run)));
    let bare = || runs.first().filter(|_| target.is_some() && !sentence.is_count);
    sentence.is_of_cases = behind.is_some() && target.is_some_and(|target| target.clues.is_share);
    let Some(run) = behind.or_else(|| runs.iter().find(may_name)).or_else(bare) else { return };
    let (metric, scope) = parted(words, run.clone());
    let metric = if metric.is_empty() { percentile_alone(words, run.clone()) } else { metric };
    sentence.metric = Some(text(words, metric)).filter(|metric| !metric.is_empty());
    let later =
        || runs.iter().find(|run| is_scope(words, (*run).clone()) && names(words, (*run).clone())).cloned();
    sentence.scope = scope.or_else(later).map(|scope| text(words, scope));
}

/// The figure from which a way leads to a share: "sign-in failures from 2.3 % to 0.5 % of all sign-ins" is about the failures.
fn led_by<'p>(placed: &'p [Placed], share: &Placed) -> Option<&'p Placed> {
    let leads = |figure: &&Placed| figure.role == Role::Baseline && figure.clues.is_from;
    placed.iter().filter(leads).find(|figure| figure.found.at.end == share.clues.lead)
}

/// "p95 from 800 ms to 300 ms and error rate from 2 % to 1 %": behind the number to reach another thing begins.
fn is_of_another(words: &Words<'_, '_>, placed: &[Placed], target: &Placed, run: &Range<usize>) -> bool {
    let is_joined =
        words.is_any(run.start, &["and", "while"]) || words.is_before(run.start, &[",", ";", "+", "&"]);
    let moves = |figure: &Placed| {
        let is_own = figure.role == Role::FurtherTarget || figure.is_free() && figure.clues.is_from;
        is_own && (run.end..=run.end + 1).contains(&figure.clues.lead)
    };
    is_joined && run.start >= target.found.at.end && placed.iter().any(moves)
}

/// What a share is a part of: "all sign-ins".
fn whole_of(words: &Words<'_, '_>, share: &Placed) -> Option<Range<usize>> {
    let of = share.found.at.end;
    let is_small = words.is(of + 1, "all") || words.has(of + 1, Tags::THE.or(Tags::ARTICLE));
    let whole = of + 1..noun_end(words, of + 1 + usize::from(is_small));
    (words.is(of, "of") && names(words, whole.clone())).then_some(whole)
}

/// "5 posts", "80 % of patients": what is measured stands behind the figure, not before it.
fn names_behind(words: &Words<'_, '_>, target: &Placed, is_count: bool) -> bool {
    let end = target.found.at.end;
    let of_cases = words.is(end, "of")
        && words.is_any(end + 1, &["the", "time", "times", "cases"])
        && !words.is_word(end + 3);
    is_count && words.is_word(end) || target.clues.is_share && !target.clues.is_placed && !of_cases
}

/// "Toil takes at most 10 % of the hours", "infrastructure cost: 18 % of revenue": what is a part of something stands before
/// the figure and the verb that says so.
fn subject_of_share(words: &Words<'_, '_>, figure: &Placed) -> Option<Range<usize>> {
    const TAKE: &[&str] = &["take", "takes", "cover", "covers"];
    const MAKE: &[&str] = &[
        "make",
        "makes",
        "eat",
        "eats",
        "account",
        "accounts",
        "represent",
        "represents",
        "consume",
        "consumes",
        "stay",
        "stays",
        "remain",
        "remains",
    ];
    let lead = figure.clues.lead;
    // "Unplanned work down to 20 % of capacity"
    let is_moved = figure.clues.is_to && words.has(lead, Tags::FALLEN.or(Tags::RISEN));
    let is_way = figure.role == Role::Baseline && figure.clues.is_from || is_moved;
    let is_verb = words.is_any(lead, &["is", "are"]) && !words.has_before(lead, Tags::AIM);
    let at = if words.is(lead, ":") || is_way || is_verb { lead } else { lead.checked_sub(1)? };
    let at = if words.is_any(at, &["up", "for"]) && !is_moved { at.checked_sub(1)? } else { at };
    // "Help desk: 95 % of tickets solved" is about the tickets.
    let of = figure.found.at.end + 1;
    let of = of + usize::from(words.has(of, Tags::THE.or(Tags::ARTICLE)));
    let end = noun_end(words, of);
    let is_whole = words.ends(end) || words.has(end, Tags::TO.or(Tags::NOW)) || words.is(end, "by");
    let is_heading = words.is(at, ":") && is_whole && !words.lower(end - 1).ends_with("ed");
    let is_told = is_heading || is_way || is_verb || words.is_any(at, MAKE);
    let part = |at: &usize| words.ends(*at) || words.is(*at, "that") && words.is_before(*at, &["so"]);
    let start = (0..at).rev().find(part).map_or(0, |mark| mark + 1);
    let last = at.checked_sub(1).filter(|last| *last >= start)?;
    let is_actor = words.has(last, Tags::GROUP.or(Tags::CASE)) && is_plural(words.lower(last));
    (is_told || words.is_any(at, TAKE) && !is_actor).then_some(start..at)
}

/// The stretches of tokens that are left between marks.
fn runs(words: &Words<'_, '_>, used: &[bool]) -> Vec<Range<usize>> {
    let is_path = |at: usize| words.is(at, "/") && words.is_glued(at + 1) && !words.is_glued(at);
    let is_inside = |at: usize| {
        !used[at] && (is_path(at) || words.is_glued(at + 1) && words.is_glued(at) || !words.ends(at))
    };
    let mut runs = Vec::new();
    let mut start = 0;
    for at in (0..words.len()).filter(|at| !is_inside(*at)).chain([words.len()]) {
        runs.push(start..at);
        start = at + 1;
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Tells whether a stretch names something.
fn names(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    let empty = Tags::STOP.or(Tags::PERIOD).or(Tags::AHEAD).or(Tags::FILLER).or(Tags::RISEN).or(Tags::FALLEN);
    let run = trimmed(words, run);
    run.clone().any(|at| words.is_word(at) && !words.has(at, empty)) && !is_rate(words, run.start)
}

/// Tells whether a stretch names a quantity by itself.
fn reads(words: &Words<'_, '_>, mut run: Range<usize>) -> bool {
    run.any(|at| words.has(at, Tags::MEASURE.or(Tags::LOW).or(Tags::DURATION)))
}

/// Takes off what is no part of a name: verbs and small words at both ends, and how values become one.
fn trimmed(words: &Words<'_, '_>, run: Range<usize>) -> Range<usize> {
    let Range { start, end } = run;
    let mut start = behind_work(words, start..end);
    while start < end && leads(words, start, end) {
        start += 1;
    }
    let is_sign = words.is(start, "%");
    let is_amount_of =
        words.is(start + 1, "of") && (is_sign || words.has(start, Tags::COUNT.or(Tags::SHARE).or(Tags::SUM)));
    let noun = start + if is_amount_of { 2 } else { 1 };
    if (is_amount_of || is_sign) && noun < end {
        let mut things = trimmed(words, noun..end);
        // "Share of green runs": what is counted is many.
        let is_many = |at: usize| at < end && is_plural(words.lower(at));
        if is_many(things.end) && words.has(things.end, Tags::MAKE) && !things.clone().any(is_many) {
            things.end += 1;
        }
        return things;
    }
    without_tail(words, start..end)
}

/// "Implement caching to reduce p95 latency": where the last verb of movement stands that opening work is for, else the start.
fn behind_work(words: &Words<'_, '_>, run: Range<usize>) -> usize {
    let is_work = run.start == first_word(words) && words.has(run.start, Tags::MAKE);
    let goes_on =
        |at: &usize| words.has(*at, WAYS) && words.is_before(*at, &["to", "and"]) && *at + 1 < run.end;
    let last = (run.start + 1..run.end).rev().find(goes_on);
    last.filter(|_| is_work).map_or(run.start, |verb| verb + 1)
}

/// "Keep p99 under 1 s": where nothing else is named it is about the percentile, and not about the verb before it.
fn percentile_alone(words: &Words<'_, '_>, run: Range<usize>) -> Range<usize> {
    let begins = run.clone().find(|at| percentile(words.lower(*at)).is_some()).unwrap_or(run.start);
    without_tail(words, begins..run.end)
}

/// Takes off what is behind a name.
fn without_tail(words: &Words<'_, '_>, run: Range<usize>) -> Range<usize> {
    let mut end = run.end;
    while run.start < end && trails(words, end - 1) {
        end -= 1;
    }
    run.start..end
}

const SMALL: Tags =
    Tags::STOP.or(Tags::FILLER).or(Tags::WE).or(Tags::AVERAGE).or(Tags::MEDIAN).or(Tags::EVERY);
const MOVES: Tags = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::SPEED).or(Tags::KEEP).or(Tags::REACH);
const READ: Tags = Tags::MEASURE.or(Tags::SCORE).or(Tags::DURATION);

/// Tells what stands before a name: small words, how values become one, the verb that opens the sentence.
fn leads(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    let is_noun_form = words.lower(at).ends_with('s') && !words.lower(at).ends_with("ss");
    let is_verb = words.has(at, MOVES.or(Tags::MAKE)) || words.is_any(at, &["want", "wants"]);
    let is_verb = is_verb || words.is(at, "turn") && at + 1 == end;
    let is_verb = is_verb && !is_noun_form && !is_kind_of(words, at);
    let opens = at == first_word(words) && is_verb;
    let is_read = words.has(at + 1, READ) || time_unit(words.lower(at + 1)).is_some();
    // "Release of a hotfix"
    let is_named = words.is(at + 1, "of") && !words.has(at, MOVES);
    let is_noun = at + 1 < end && (is_read && may_name(words, at) || is_named);
    let is_small = words.has(at, SMALL) || words.is(at, "times") || is_manner(words, at);
    is_small || is_percentile(words, at) || opens && !is_noun
}

/// "Build time", "return rate": words that are a verb or a name.
fn may_name(words: &Words<'_, '_>, at: usize) -> bool {
    const NAMES: &[&str] =
        &["return", "run", "drive", "score", "use", "set", "land", "total", "average", "hit", "meeting"];
    words.has(at, Tags::MAKE.or(Tags::SPEED)) || words.is_any(at, NAMES) || !words.has(at, MOVES)
}

/// "Lost sign-ins", "dropped calls": the word says which of them, and nothing that was done.
fn is_kind_of(words: &Words<'_, '_>, at: usize) -> bool {
    const KINDS: &[&str] = &["lost", "dropped", "returned", "saved", "missed", "open", "closed"];
    words.is_any(at, KINDS) && is_plural(words.lower(at + 1))
}

/// Tells what stands behind a name: small words and the verb that goes on.
fn trails(words: &Words<'_, '_>, at: usize) -> bool {
    let is_sign = words.is_kind(at, Kind::Sign) && !words.is_any(at, &["#", "+"]);
    let verbs = MOVES.or(Tags::COSTS).or(Tags::RISEN).or(Tags::FALLEN);
    let is_use = words.is(at, "use") && words.has(at + 1, Tags::FROM);
    let is_bound = words.is_before(at, &["of", "to"]) && !words.is(at, "go");
    let goes_on = words.has(at, verbs) && !is_use && !words.has(at, READ) && !is_bound;
    let is_done = words.has(at, Tags::MAKE) && words.lower(at).ends_with("ed");
    // "In the checkout team" names whose it is.
    let is_named = words.is_any(at, &["team", "teams"]) && at > 0 && !words.has(at - 1, SMALL);
    let is_aside = is_percentile(words, at) && at > 0 && words.has(at - 1, SMALL);
    let is_window = words.is(at, "range") && words.is_before(at, &["the"]);
    is_sign || is_window || words.has(at, SMALL) && !is_named || is_aside || goes_on || is_done
}

/// `p95`, `95th percentile`.
fn is_percentile(words: &Words<'_, '_>, at: usize) -> bool {
    let is_nth = |at: usize| {
        words.is_kind(at, Kind::Number)
            && words.is_any(at + 1, &["th", "nd"])
            && words.is(at + 2, "percentile")
    };
    percentile(words.lower(at)).is_some()
        || is_nth(at)
        || at > 0 && is_nth(at - 1)
        || words.is(at, "percentile")
}

fn percentile(word: &str) -> Option<Aggregation> {
    match word {
        "p50" => Some(Aggregation::Median),
        "p90" => Some(Aggregation::P90),
        "p95" => Some(Aggregation::P95),
        "p99" => Some(Aggregation::P99),
        _ => None,
    }
}

/// Parts a name from what is counted in: "lead time | across product teams".
fn parted(words: &Words<'_, '_>, run: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let run = trimmed(words, run);
    // "Time in code review" is none without its place.
    let is_time = words.is_any(run.start, &["time", "hours", "week", "day", "wait", "delay"]);
    let needs_place = |at: usize| at == run.start + 1 && is_time;
    let at = (run.start + 1..run.end).find(|at| is_scope(words, *at..run.end));
    match at.filter(|at| !needs_place(*at) && !has_limit(words, *at..run.end)) {
        Some(at) => (without_marks(words, run.start..at), Some(at..run.end)),
        None => (run, None),
    }
}

/// `**Flaky test rate**`: a name without the marks behind it.
fn without_marks(words: &Words<'_, '_>, run: Range<usize>) -> Range<usize> {
    let is_mark = |at: &usize| words.is_kind(*at, Kind::Sign) && !words.is_any(*at, &["#", "+"]);
    let end = run.clone().rev().find(|at| !is_mark(at)).map_or(run.end, |last| last + 1);
    run.start..end
}

/// "Questions in the channel within 1 hour": the limit of each case belongs to the name.
fn has_limit(words: &Words<'_, '_>, mut run: Range<usize>) -> bool {
    run.any(|at| {
        let is_led = words.has_before(at, Tags::WITHIN.or(Tags::LESS)) || words.is_before(at, &["than"]);
        is_led && words.is_kind(at, Kind::Number)
    })
}

fn is_scope(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    let is_read = words.has_before(run.start, READ.or(Tags::LOW)) && !words.is_before(run.start, &["time"]);
    let is_for = words.is_any(run.start + 1, &["the", "all", "our"])
        || is_read && !words.has(run.start + 1, Tags::ARTICLE);
    let begins = words.has(run.start, Tags::SCOPE) || words.is(run.start, "for") && is_for;
    let is_time = run.clone().take(4).any(|at| words.has(at, Tags::PERIOD));
    // "Age at remediation"
    let is_whose = run.start > 0 && words.is(run.start, "at") && words.is_before(run.start, &["age"]);
    let second = run.start + 1;
    let is_placed =
        !words.has(second, Tags::STOP.or(Tags::ABOUT)) || words.has(second, Tags::THE.or(Tags::ARTICLE));
    begins
        && !is_whose
        && is_placed
        && !is_time
        && names(words, second..run.end)
        && !words.is_any(run.start + 1, &["least", "most", "time", "place", "production"])
}

/// How single values become one number, where a word says so.
fn aggregation(words: &Words<'_, '_>, target: Option<&Placed>) -> Option<Aggregation> {
    let said = (0..words.len()).find_map(|at| single(words, at));
    said.or_else(|| {
        let target = target?;
        let end = target.clues.noun_end;
        let repeats = is_rate(words, end) || words.is(end, "times");
        match target.found.unit {
            Unit::Bare if repeats => Some(Aggregation::Rate),
            _ => None,
        }
    })
}

fn single(words: &Words<'_, '_>, at: usize) -> Option<Aggregation> {
    let of = words.is(at + 1, "of");
    let nth = |number: &str| words.is(at, number) && words.is_any(at + 1, &["th", "percentile"]);
    percentile(words.lower(at)).or_else(|| match () {
        () if nth("90") => Some(Aggregation::P90),
        () if nth("95") => Some(Aggregation::P95),
        () if nth("99") => Some(Aggregation::P99),
        () if nth("50") || words.has(at, Tags::MEDIAN) => Some(Aggregation::Median),
        () if words.has(at, Tags::AVERAGE) => Some(Aggregation::Mean),
        () if of && words.has(at, Tags::SHARE) => Some(Aggregation::Share),
        () if of && words.has(at, Tags::COUNT) => Some(Aggregation::Count),
        () if words.has(at, Tags::SUM) => Some(Aggregation::Sum),
        () => None,
    })
}

/// Tokens as they stand in the text, with one blank where there was any.
pub(super) fn text(words: &Words<'_, '_>, run: Range<usize>) -> String {
    let mut text = String::new();
    for token in &words.tokens[run] {
        if !text.is_empty() && !token.is_glued {
            text.push(' ');
        }
        text.push_str(token.text);
    }
    text
}
