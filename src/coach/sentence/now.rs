//! Which words say of a figure that it is where things stand: "5 today", "; we are at 64", "(3.2 % last winter)".

use std::ops::Range;

use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;

/// Seasons and the like, of which there was a last one.
const TERMS: &[&str] =
    &["winter", "spring", "summer", "autumn", "fall", "term", "semester", "time", "cycle", "round"];

/// "; we are at 64", ", it stands at 5", "(we measure 22)": a sentence of its own that says where things stand.
pub(super) fn is_told(words: &Words<'_, '_>, range: Range<usize>) -> bool {
    const STANDS: &[&str] = &[
        "count", "counted", "had", "have", "is", "are", "was", "were", "measure", "measured", "see", "saw",
        "sit", "stand", "stands", "stood",
    ];
    const WHO: &[&str] = &["we", "it", "that", "this", "they"];
    let end =
        (range.start..range.end).rev().take_while(|at| words.is_any(*at, STANDS)).last().unwrap_or(range.end);
    if is_told_of(words, range.start..end) || is_first_of(words, &range) || is_compared_with(words, &range) {
        return true;
    }
    let who = end.checked_sub(1).filter(|at| *at >= range.start && words.is_any(*at, WHO));
    let is_last = |who: usize| words.has_before(who, Tags::PERIOD);
    let begins = (range.start..end).rev().take(5).find(|at| words.ends(*at));
    let was = end < range.end && words.is_any(end, &["was", "were", "stood", "had"]);
    let is_now = |at: usize| words.is_any(at, &["now", "currently", "current", "today", "present"]);
    if begins.is_some_and(|at| was && at + 1 < end || words.is(at, ";") && (at..end).any(is_now)) {
        return true;
    }
    who.is_some_and(|who| who > range.start && words.ends(who - 1) || is_last(who))
}

/// ", in the drill it took 18", "; last year it broke at 14": a clause of its own about the same thing, told of the past.
fn is_told_of(words: &Words<'_, '_>, range: Range<usize>) -> bool {
    const FAR: usize = 8;
    const PAST: &[&str] = &[
        "was", "were", "took", "had", "broke", "stood", "ran", "came", "used", "cost", "needed", "got", "lay",
    ];
    let Some(begins) = range.clone().rev().take(FAR).find(|at| words.ends(*at)) else { return false };
    let clause = begins + 1..range.end;
    let verb = clause.clone().find(|at| words.is_any(*at, PAST) || words.lower(*at).ends_with("ed"));
    let who = |at: usize| at > clause.start && words.is_any(at - 1, &["it", "we", "they", "that"]);
    verb.is_some_and(who)
        || clause.clone().any(|at| words.has(at, Tags::NOW) && words.is_any(at + 1, &["it", "we"]))
}

/// "(first silicon 3.4 W)": what was read on the first try stands in brackets.
fn is_first_of(words: &Words<'_, '_>, range: &Range<usize>) -> bool {
    let opens = range.clone().rev().take(5).find(|at| words.is(*at, "("));
    opens
        .is_some_and(|at| words.is_any(at + 1, &["first", "last", "previous", "prior"]) && at + 2 < range.end)
}

/// "3x faster than today (24 min)", "60 % fewer compared to Q4 (210)": what the bracket says of the time it is compared with.
fn is_compared_with(words: &Words<'_, '_>, range: &Range<usize>) -> bool {
    const FAR: usize = 5;
    let Some(opens) = range.end.checked_sub(1).filter(|at| words.is(*at, "(")) else { return false };
    let than = |at: &usize| words.has(*at, Tags::VERSUS) || words.is_any(*at, &["than", "as"]);
    let clause = (range.start..opens).rev().take(FAR).take_while(|at| !words.ends(*at)).find(than);
    let is_time = |at: usize| words.has(at, Tags::NOW) || names_time(words, at) || is_past(words, at);
    clause.is_some_and(|than| (than + 1..opens).any(is_time))
}

/// "5 today", "5 (now)", "5 at present"; but not "5 now use it".
pub(super) fn says_now(words: &Words<'_, '_>, at: usize, is_at_figure: bool) -> bool {
    const BEFORE_ONLY: &[&str] = &["before", "was", "were", "start", "base", "existing"];
    let is_earlier = words.is(at, "before") && words.ends(at + 1) && is_at_figure;
    if is_earlier || is_at_figure && is_usual(words, at) {
        return true;
    }
    let closes = words.ends(at + 1) || words.has(at + 1, Tags::TO) || words.is_any(at + 1, &["and", "but"]);
    let is_last = closes || is_at_figure && !words.is_word(at + 1);
    let begins = words.is(at, "at")
        && words.is(at + 1, "the")
        && words.is_any(at + 2, &["start", "outset", "beginning"]);
    let so_far =
        words.is(at, "so") && words.is(at + 1, "far") || words.is(at + 1, "so") && words.is(at + 2, "far");
    if begins || so_far {
        return true;
    }
    let at_present = words.is(at, "at") && words.is_any(at + 1, &["present", "the"]);
    words.has(at, Tags::NOW) && !words.is_any(at, BEFORE_ONLY) && is_last
        || at_present && words.is_any(at + 2, &["", "moment", ")", ","])
}

/// "60 % (42 % done)", "4.4 (3.9)": the bracket stands right behind a figure.
pub(super) fn is_usual_bracket(words: &Words<'_, '_>, lead: usize, floor: usize) -> bool {
    let bracket = lead.checked_sub(1).filter(|at| words.is(*at, "("));
    bracket.is_some_and(|at| {
        at > 0 && at == floor
            || at > 0
                && (words.is_kind(at - 1, Kind::Number)
                    || at > 1 && words.is_kind(at - 2, Kind::Number) && !words.is_word(at - 1))
    })
}

/// "96 h is the norm now": it is said of the figure itself.
fn is_usual(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["is", "was"])
        && (at + 1..at + 5)
            .any(|at| words.has(at, Tags::NOW) || words.is_any(at, &["norm", "usual", "normal"]))
}

/// "last quarter", "the year before".
pub(super) fn is_past(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["last", "previous", "prior"])
        && (words.has(at + 1, Tags::PERIOD) || words.is_any(at + 1, TERMS))
        && words.ends(at + 2)
}

/// "the last audit": the one before.
pub(super) fn is_earlier(words: &Words<'_, '_>, at: usize) -> bool {
    let at = at + usize::from(words.is(at, "the"));
    words.is_any(at, &["last", "previous", "prior", "first"]) && words.is_word(at + 1) && words.ends(at + 2)
}

/// `2026`, `Q4`, `FY26`.
pub(super) fn names_time(words: &Words<'_, '_>, at: usize) -> bool {
    let text = words.lower(at);
    let is_part = text.starts_with(['q', 'h', 'f']) && text.ends_with(|last: char| last.is_ascii_digit());
    let is_short = words.is(at + 1, "/") && words.is_glued(at + 2) && text.len() == 2;
    words.is_year(at) || is_short || is_part && text.len() < 8 || words.has(at, Tags::MONTH)
}

/// `W48`, "week 48", "sprint 12", "release 4.2", "1 Dec", "Black Friday", to the end of the bracket: a time there was.
pub(super) fn tells_when(words: &Words<'_, '_>, at: usize) -> bool {
    const PARTS: &[&str] = &[
        "week",
        "wk",
        "w",
        "cw",
        "kw",
        "sprint",
        "release",
        "iteration",
        "cycle",
        "quarter",
        "month",
        "version",
    ];
    let at = at + usize::from(words.is(at, "the"));
    let stem = words.lower(at).trim_end_matches(|sign: char| sign.is_ascii_digit());
    let is_short = words.is_word(at) && stem.len() < words.lower(at).len() && PARTS.contains(&stem);
    let is_number = |at: usize| words.is_kind(at, Kind::Number);
    let is_part = words.is_any(at, PARTS) && is_number(at + 1);
    let is_day = words.has(at, Tags::MONTH) || is_number(at) && words.has(at + 1, Tags::MONTH);
    let is_feast =
        words.is_any(at + 1, &["friday", "monday", "eve"]) && words.text(at).starts_with(char::is_uppercase);
    let closes = (at + 1..at + 5).any(|at| words.is_any(at, &[")", ","]));
    closes && (is_short || is_part || is_day || is_feast)
}
