//! The unit that is said where what is measured is named, and not beside its numbers: the way of spreadsheets.

use std::ops::Range;

use super::amount::small;
use super::figures::Found;
use super::unit::{Counted, Unit, rate, unit};
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;

/// The unit of bare numbers, said where what is measured is named.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// The tokens that say it and nothing else; none of "percentage of".
    pub(super) at: Range<usize>,
    pub(super) unit: Unit,
    pub(super) rate: Option<&'static str>,
    /// Whether thousands are counted: `k€`.
    pub(super) is_thousands: bool,
}

/// "CI duration (min): 42 -> 15", "error rate in % from 0.8 to 0.2", "% of failed deploys from 20 to 5".
pub(super) fn heading(words: &Words<'_, '_>) -> Option<Heading> {
    let first = (0..words.len()).find(|at| words.is_kind(*at, Kind::Number))?;
    (0..first).find_map(|at| {
        if tells_share(words, at) {
            return Some(Heading { at: at..at, unit: Unit::Percent, rate: None, is_thousands: false });
        }
        let close = if words.is(at, "(") { ")" } else { "]" };
        let is_bracket = words.is_any(at, &["(", "["]);
        let from = at + usize::from(is_bracket) + usize::from(words.is(at + usize::from(is_bracket), "in"));
        let is_thousands = words.is(from, "k") && words.currency(from + 1).is_some();
        let Counted { unit, end, .. } = unit(words, from + usize::from(is_thousands));
        let rate = rate(words, end);
        let end = if rate.is_some() { end + 2 } else { end };
        let goes_on = words.is(end, ":") || words.has(end, Tags::FROM);
        let closes = if is_bracket { words.is(end, close) } else { from > at && goes_on };
        let rate = rate.map(|rate| rate.period);
        (at > 0 && unit != Unit::Bare && closes).then_some(Heading { at: at..end, unit, rate, is_thousands })
    })
}

/// "Percentage of failed deploys", "% of teams", "% searches": a share, whose numbers need no sign of their own.
fn tells_share(words: &Words<'_, '_>, at: usize) -> bool {
    let is_told = words.is_any(at, &["percentage", "percent", "pct", "%"]);
    let is_counted = |at: usize| words.is_kind(at, Kind::Number) || small(words.lower(at)).is_some();
    let opens = at == 0 && words.is(at, "%") && words.is_word(1) && !words.has(1, Tags::STOP);
    is_told && !(at > 0 && is_counted(at - 1)) && (opens || words.is(at + 1, "of"))
}

/// Counts bare numbers in the unit that is said before them.
pub(super) fn headed(words: &Words<'_, '_>, found: &mut [Found]) {
    let Some(heading) = &words.heading else { return };
    let is_bare = |figure: &&mut Found| {
        let end = figure.at.end;
        // "Percentage of ratings above 4" selects.
        let is_way = words.has_before(figure.at.start, Tags::FROM.or(Tags::TO)) || !heading.at.is_empty();
        let is_level = figure.unit == Unit::Bare && is_way && !words.is_before(figure.at.start, &["by"]);
        is_level && (!words.is_word(end) || words.has(end, Tags::STOP.or(Tags::NOW)))
    };
    for figure in found.iter_mut().filter(is_bare) {
        figure.unit = heading.unit;
        if heading.is_thousands && figure.scale == 1 {
            figure.value = figure.value.checked_mul(1000.into()).unwrap_or(figure.value);
        }
    }
}
