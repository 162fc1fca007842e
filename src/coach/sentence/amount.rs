//! How much a number says: digits, number words, fractions and their scale, without the unit.

use rust_decimal::Decimal;

use super::quantifier::is_of_none;
use super::unit::is_rate;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::decimals::Decimals;
use crate::domain::number::Number;
use crate::domain::quantity::is_plural;

/// A value and where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The value, with its scale multiplied out; a part of a whole in percent.
    pub(super) value: Decimal,
    /// The token behind it.
    pub(super) end: usize,
    /// Whether it is a part of a whole: "two thirds of", "9 out of 10".
    pub(super) is_part: bool,
    /// The whole it is counted in, where that is said as a number: the 5 of "4 out of 5".
    pub(super) whole: Option<Decimal>,
    /// What it was multiplied with: the thousand of "30k".
    pub(super) scale: u64,
    /// Whether it could mean two things: `1.200` where nothing tells how decimals are written.
    pub(super) is_unclear: bool,
}

impl Amount {
    fn plain(value: impl Into<Decimal>, end: usize) -> Self {
        Self { value: value.into(), end, is_part: false, whole: None, scale: 1, is_unclear: false }
    }

    pub(super) fn part(of: Decimal, whole: Decimal, end: usize) -> Option<Self> {
        let percent = of.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        let exact = percent.round_dp(3);
        let decimals = match () {
            () if exact == percent || percent < Decimal::ONE => 3,
            () if percent < Decimal::TEN => 1,
            () => 0,
        };
        let percent = percent.round_dp(decimals);
        Some(Self { is_part: true, ..Self::plain(percent, end) })
    }
}

/// Reads the amount that begins at a token.
pub(super) fn amount(words: &Words<'_, '_>, at: usize) -> Option<Amount> {
    let first = if words.is_kind(at, Kind::Number) { digits(words, at) } else { spelled(words, at) }?;
    Some(whole(words, first, at).unwrap_or(first))
}

/// Digits and the scale behind them: `1,200`, `40k`, `1.5 million`.
fn digits(words: &Words<'_, '_>, at: usize) -> Option<Amount> {
    let (value, is_unclear) = value(words, at)?;
    let (scale, end) = scale(words, at).unwrap_or((1, at + 1));
    let scaled = value.checked_mul(scale.into())?;
    if scale == 1 && words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half") {
        return Some(Amount::plain(scaled.checked_add(Decimal::new(5, 1))?, end + 3));
    }
    Some(Amount { scale, is_unclear, ..Amount::plain(scaled, end) })
}

/// The value of digits with their marks, and whether they could mean two things. A comma that could is no number, but for
/// the short `1,5`.
fn value(words: &Words<'_, '_>, at: usize) -> Option<(Decimal, bool)> {
    let text = words.text(at);
    if text.len() < 16 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse::<u64>().ok().map(|value| (value.into(), false));
    }
    if let Some(grouped) = (words.decimals == Decimals::Comma).then(|| thousands(text)).flatten() {
        return Some((grouped, false));
    }
    if let Ok(number) = text.parse::<Number>() {
        // A share of so many thousand percent is none.
        let is_share = words.is_any(at + 1, &["%", "percent"]);
        let is_clear = is_share || words.decimals == Decimals::Point || thousands(text).is_none();
        return Some((number.decimal(), !is_clear));
    }
    let (whole, fraction) = text.split_once(',')?;
    let is_short = fraction.len() < 3 && !fraction.contains(['.', ',']);
    let plain = is_short.then(|| format!("{}.{fraction}", whole.replace('.', "")))?;
    Some((plain.parse::<Number>().ok()?.decimal(), false))
}

/// `1.200` as a thousand and two hundred.
fn thousands(text: &str) -> Option<Decimal> {
    let (first, groups) = text.split_once('.')?;
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0') && is_number(first);
    (is_first && groups.split('.').all(|group| group.len() == 3 && is_number(group)))
        .then(|| text.replace('.', "").parse().ok())
        .flatten()
}

/// What a number is multiplied with: `k`, `m`, `bn`, `thousand`; and the token behind.
fn scale(words: &Words<'_, '_>, at: usize) -> Option<(u64, usize)> {
    let next = words.lower(at + 1);
    let factor = if words.is_glued(at + 1) {
        match next {
            "k" => 1_000,
            "m" if is_money(words, at + 2) || !is_minutes(words, at) => 1_000_000,
            "mm" if at > 0 && is_money(words, at - 1) => 1_000_000,
            "mn" | "mio" | "mil" => 1_000_000,
            "b" | "bn" => 1_000_000_000,
            _ => return None,
        }
    } else if next == "m" && is_of_money(words, at) {
        1_000_000
    } else {
        large(next)?
    };
    // "2 Mio. EUR"
    let is_short =
        ["mio", "mrd", "mn", "bn"].contains(&next) && words.is(at + 2, ".") && words.is_glued(at + 2);
    Some((factor, at + 2 + usize::from(is_short && is_money(words, at + 3))))
}

/// `2 m EUR`, `€ 2 m`, and the other number of "from € 2 m to 3 m" and "from € 2 to 3 m".
fn is_of_money(words: &Words<'_, '_>, at: usize) -> bool {
    const FAR: usize = 8;
    let is_led = |number: usize| number > 0 && is_money(words, number - 1);
    let is_other = |number: usize| {
        let is_joined = words.is(number + 1, "m") || number + 2 == at;
        words.is_kind(number, Kind::Number) && is_led(number) && is_joined
    };
    let follows = |number: usize| words.is(number + 1, "m") && is_money(words, number + 2);
    let near = at.saturating_sub(FAR)..at + FAR;
    is_led(at) || { near }.any(|number| is_other(number) || follows(number))
}

/// The sign or code of `2 M€`, `300k €`, `2 m EUR`.
fn is_money(words: &Words<'_, '_>, at: usize) -> bool {
    words.currency(at).is_some()
}

/// Letters that multiply the number they are glued to: the `k` of `40k`.
pub(super) const SCALES: &[&str] = &["k", "m", "mm", "mn", "mio", "mil", "b", "bn"];

/// What a word multiplies the number before it with: "million", "Mio".
fn large(word: &str) -> Option<u64> {
    Some(match word {
        "dozen" => 12,
        "hundred" | "hundreds" => 100,
        "k" | "thousand" | "thousands" => 1_000,
        "lakh" | "lakhs" => 100_000,
        "million" | "millions" | "mio" | "mn" => 1_000_000,
        "crore" | "crores" => 10_000_000,
        "billion" | "billions" | "bn" | "mrd" => 1_000_000_000,
        _ => return None,
    })
}

/// Tells the `m` of 5 minutes from the `m` of 5 million.
fn is_minutes(words: &Words<'_, '_>, at: usize) -> bool {
    if words.text(at + 1) == "M" || at > 0 && is_money(words, at - 1) {
        return false;
    }
    if words.is_glued(at + 2) && words.is_kind(at + 2, Kind::Number) || words.is_before(at, &["h"]) {
        return true;
    }
    let counts = words.is_word(at + 2) && !words.has(at + 2, Tags::STOP.or(Tags::NOW));
    let or_less = words.is(at + 2, "or") && words.is_any(at + 3, &["less", "under", "faster"]);
    let is_limit = words.has_before(at, Tags::WITHIN.or(Tags::LESS).or(Tags::COSTS))
        || words.is_before(at, &["than"])
        || or_less;
    !counts && (words.is_timed || is_limit)
}

/// A number in words: `two`, `twenty-five`, `two hundred`, `a dozen`, `half a million`, `two thirds`.
fn spelled(words: &Words<'_, '_>, at: usize) -> Option<Amount> {
    let word = words.lower(at);
    if words.has(at, Tags::ARTICLE) || word == "half" {
        return article(words, at);
    }
    if let Some((of, parts)) = word.split_once('-').filter(|_| words.is(at + 1, "of"))
        && let (Some(of), Some(whole)) = (small(of), nth(parts))
    {
        return Amount::part(of.into(), whole.into(), at + 1);
    }
    let is_no = words.is(at, "no") && words.is_word(at + 1) && is_of_none(words, at + 1);
    if words.has_before(at, Tags::TO) && (is_no || is_none(words, at)) {
        return Some(Amount::plain(0, at + 1 + usize::from(words.is(at + 1, "more"))));
    }
    let mut value = small(word)?;
    let is_coined = value == 0 && words.is_any(at + 1, &["trust", "day", "knowledge", "click"]);
    if is_coined || value == 1 && !is_one(words, at) {
        return None;
    }
    let (mut end, mut scale) = (at + 1, 1_u64);
    if value >= 20
        && value % 10 == 0
        && let Some(unit) = small(words.lower(end)).filter(|unit| (1..10).contains(unit))
    {
        value += unit;
        end += 1;
    }
    while let Some(factor) = large(words.lower(end)).filter(|_| !words.is_glued(end)) {
        value = value.checked_mul(factor)?;
        scale = scale.saturating_mul(factor);
        end += 1;
    }
    match nth(words.lower(end)).filter(|nth| value < *nth || value == 1) {
        Some(nth) if is_part_of(words, end) => Amount::part(value.into(), nth.into(), end + 1),
        _ => Some(Amount { scale, ..Amount::plain(value, end) }),
    }
}

/// "To none", "to nil".
fn is_none(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["none", "nil", "nothing", "nought"])
        && (words.ends(at + 1) || !words.is_word(at + 1) || words.has(at + 1, Tags::STOP))
}

/// The value of a number that stands before another without a scale of its own: both ends of "2 to 3 million" are millions.
/// Where it could be read either way, as in "from 500 to 2k", the two are taken to stand as near as they can.
pub(super) fn with_scale_of(first: Decimal, (second, scale): (Decimal, u64)) -> Decimal {
    let apart = |first: Decimal| first.max(second).checked_div(first.min(second));
    match first.checked_mul(scale.into()).and_then(|scaled| Some((scaled, apart(scaled)?, apart(first)?))) {
        Some((scaled, near, far)) if near <= far => scaled,
        Some(_) | None => first,
    }
}

/// `a dozen`, `a hundred`, `half of`, `half a million`, `a third of`.
fn article(words: &Words<'_, '_>, at: usize) -> Option<Amount> {
    if words.is(at, "half") {
        if words.has(at + 1, Tags::ARTICLE) {
            let large = large(words.lower(at + 2))?;
            return Some(Amount::plain(large / 2, at + 3));
        }
        let or_more = words.is(at + 1, "or") && words.is(at + 3, "of");
        let is_way = words.has_before(at, Tags::FROM) && words.has(at + 1, Tags::TO);
        return (or_more || is_way || words.is_any(at + 1, &["of", "the", "our", "all"]))
            .then(|| Amount::part(1.into(), 2.into(), at + 1))?;
    }
    if let Some(large) = large(words.lower(at + 1)) {
        return Some(Amount::plain(large, at + 2));
    }
    let nth = nth(words.lower(at + 1)).filter(|_| is_part_of(words, at + 1))?;
    Amount::part(1.into(), nth.into(), at + 2)
}

/// Tells whether a fraction takes a part of something: of thirds always, of quarters and seconds only with "of".
fn is_part_of(words: &Words<'_, '_>, at: usize) -> bool {
    words.is(at + 1, "of")
        || words.is_any(at, &["thirds", "fifths"])
        || words.is_any(at + 1, &["fewer", "less", "more"])
        || words.is_before(at - 1, &["by"])
        || is_way_of_parts(words, at)
        || words.has_before(at - 1, Tags::RISEN.or(Tags::FALLEN).or(Tags::UP).or(Tags::DOWN))
}

/// "From two thirds to nine tenths", "80 %, up from a quarter": what a way leads from or to. A quarter is a part only near
/// others, else it is a time.
fn is_way_of_parts(words: &Words<'_, '_>, at: usize) -> bool {
    const FAR: usize = 12;
    const PARTS: &[&str] = &["%", "half", "third", "thirds", "fifth", "fifths", "tenth", "tenths"];
    let near = at.saturating_sub(FAR)..at + FAR;
    words.has_before(at - 1, Tags::FROM.or(Tags::TO))
        && (words.is_any(at, PARTS) || { near }.any(|at| words.is_any(at, PARTS)))
}

/// Tells the number one from the pronoun.
fn is_one(words: &Words<'_, '_>, at: usize) -> bool {
    let closes = words.ends(at + 1) || words.is(at + 1, "at");
    let is_pair = at > 1 && words.is(at - 2, "one");
    let is_last = words.is_before(at, &["to", "by"]) && closes && !is_pair;
    let is_each = words.is_before(at, &["from"])
        && (at + 2..at + 5).any(|at| words.is_any(at, &["next", "another", "other"]));
    let is_contrast = words.ends(at + 1)
        && (words.is_before(at, &["than"])
            || at > 1 && words.is(at - 1, "of") && words.is(at - 2, "instead"));
    if is_last || is_each || is_contrast {
        return !is_each;
    }
    let is_part = words.is(at + 1, "in")
        && (words.is_kind(at + 2, Kind::Number) || small(words.lower(at + 2)).is_some());
    let names = words.is_word(at + 1) && !words.has(at + 1, Tags::STOP)
        || words.is(at + 1, "or")
        || is_part
        || is_rate(words, at + 1);
    names
        && !words.is_before(
            at,
            &[
                "no", "any", "every", "each", "which", "this", "that", "the", "day", "some", "not", "old",
                "new", "other", "right", "last",
            ],
        )
}

fn nth(word: &str) -> Option<u64> {
    Some(match word {
        "half" | "halves" => 2,
        "third" | "thirds" => 3,
        "quarter" | "quarters" | "fourths" => 4,
        "fifth" | "fifths" => 5,
        "tenth" | "tenths" => 10,
        _ => return None,
    })
}

/// The number words up to ninety-nine.
pub(super) fn small(word: &str) -> Option<u64> {
    const SMALL: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |list: &[&str], word: &str| list.iter().position(|known| *known == word).map(|at| at as u64);
    if let Some(value) = place(SMALL, word) {
        return Some(value);
    }
    let (tens, unit) = word.split_once('-').unwrap_or((word, "zero"));
    Some((place(TENS, tens)? + 2) * 10 + place(&SMALL[..10], unit)?)
}

/// Wholes of which people name a part: "9 of 10".
const WHOLES: &[&str] = &["10", "ten", "5", "five", "4", "four", "3", "three", "100"];

/// `2/3 of`, `9 out of 10`, `4.5/5`: a share where something is parted, else the value and its whole.
fn whole(words: &Words<'_, '_>, of: Amount, start: usize) -> Option<Amount> {
    let at = of.end
        + usize::from(words.is_any(of.end, &["times", "cases", "time"]) && words.is(of.end + 1, "out"));
    let is_tight = words.is_glued(at) && words.is_glued(at + 1);
    // With blanks it is a value on a scale of its own: "4 / 5".
    let counts = words.is_word(at + 2) && !words.has(at + 2, Tags::STOP);
    let is_scale =
        !counts && words.is_any(at + 1, &["5", "10"]) && !words.is_glued(at) && !words.is_glued(at + 1);
    let is_slash = words.is(at, "/") && (is_tight || is_scale);
    if words.is(at, ":") && words.is(at + 1, "1") && is_tight {
        return Some(Amount { end: at + 2, ..of });
    }
    let from = match (words.lower(at), words.lower(at + 1)) {
        ("/", _) if is_slash => at + 1,
        ("out", "of") => at + 2,
        ("in", "every") if words.is_any(at + 2, WHOLES) => at + 2,
        ("in", _) if of.value == Decimal::ONE => at + 1,
        ("in" | "of", _) if words.is_any(at + 1, WHOLES) => at + 1,
        _ => return None,
    };
    let whole = if words.is_kind(from, Kind::Number) { digits(words, from) } else { spelled(words, from) }?;
    let is_time = words.has(whole.end, Tags::PERIOD);
    if whole.value < of.value || whole.value.is_zero() || is_time {
        return None;
    }
    let is_thing = |at: usize| {
        let others = Tags::STOP.or(Tags::SCORE).or(Tags::PERIOD);
        let is_noun = words.is_word(at) && !words.has(at, others) && !words.is_any(at, &["stars", "points"]);
        is_noun && (words.has(at, Tags::CASE) || is_plural(words.lower(at)))
    };
    let counts_people = is_thing(whole.end) || words.is_word(whole.end) && is_thing(whole.end + 1);
    let is_part =
        words.is(whole.end, "of") || !is_slash && counts_people || words.is(at, "in") || at > of.end;
    let is_part = is_part || is_slash && words.is_before(start, &["by"]);
    if is_part && of.value < whole.value {
        let part = Amount::part(of.value, whole.value, whole.end)?;
        return Some(Amount { whole: Some(whole.value), ..part });
    }
    let is_bare = words.is(at, "of") && words.ends(whole.end);
    (is_slash || is_bare || words.is(at, "out")).then_some(Amount {
        end: whole.end,
        whole: Some(whole.value),
        ..of
    })
}
