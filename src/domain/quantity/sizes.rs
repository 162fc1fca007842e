//! Measures of size, and the signs of a thousandth, a thousand and a million in front of them.

use super::{lengths, time_unit};
use crate::domain::number::Number;

/// Measures in small letters by what they measure, each with how many of the smallest it holds.
pub(super) const SIZES: &[&[(&str, i64)]] = &[
    &[
        ("bytes", 1),
        ("byte", 1),
        ("kb", 1_000),
        ("kib", 1_024),
        ("mb", 1_000_000),
        ("mib", 1_048_576),
        ("gb", 1_000_000_000),
        ("gib", 1_073_741_824),
        ("tb", 1_000_000_000_000),
        ("tib", 1_099_511_627_776),
        ("pb", 1_000_000_000_000_000),
    ],
    &[
        ("kbps", 1),
        ("kbit/s", 1),
        ("mbps", 1_000),
        ("mbit/s", 1_000),
        ("gbps", 1_000_000),
        ("gbit/s", 1_000_000),
        ("tbps", 1_000_000_000),
        ("tbit/s", 1_000_000_000),
    ],
    &[("kb/s", 1), ("mb/s", 1_000), ("gb/s", 1_000_000), ("tb/s", 1_000_000_000)],
    &[("kib/s", 1), ("mib/s", 1_024), ("gib/s", 1_048_576)],
    &[
        ("milliwh", 1),
        ("wh", 1_000),
        ("kwh", 1_000_000),
        ("megawh", 1_000_000_000),
        ("gwh", 1_000_000_000_000),
    ],
    &[("milliw", 1), ("w", 1_000), ("kw", 1_000_000), ("megaw", 1_000_000_000), ("gw", 1_000_000_000_000)],
    &[("hz", 1), ("khz", 1_000), ("mhz", 1_000_000), ("ghz", 1_000_000_000)],
    &[("mg", 1), ("g", 1_000), ("kg", 1_000_000), ("t", 1_000_000_000), ("tonnes", 1_000_000_000)],
    &[("ml", 1), ("l", 1_000), ("liters", 1_000), ("litres", 1_000)],
    &[("mm", 1), ("cm", 10), ("m", 1_000), ("km", 1_000_000)],
];

/// A unit in small letters, with the word for the `m` of `mW` and for that of `MW`: only its case tells a thousandth from a
/// million. Written all in small letters it stays unclear.
pub(super) fn small(unit: &str) -> String {
    let (unit, small) = (unit.trim(), unit.trim().to_lowercase());
    match (unit.as_bytes(), small.strip_prefix('m')) {
        ([b'M', ..], Some(of @ ("w" | "wh"))) => format!("mega{of}"),
        ([_, b'W', ..], Some(of @ ("w" | "wh"))) => format!("milli{of}"),
        _ => small,
    }
}

/// The `K` or `M` right behind a number where it cannot be thousands or millions: where time is read, and where bytes are read
/// in another size than it names, as `ls -lh` writes sizes so.
pub(super) fn names_no_size(text: &str, counted: &str) -> Option<char> {
    let letter = text.trim().chars().last().filter(|last| ['k', 'K', 'M'].contains(last))?;
    text.trim().strip_suffix(letter)?.parse::<Number>().ok()?;
    let first = counted.chars().next()?.to_ascii_lowercase();
    let is_other_size =
        lengths(counted, "KB").is_some() && first != 'b' && first != letter.to_ascii_lowercase();
    let is_time = letter == 'M' && time_unit(&counted.to_lowercase()).is_some();
    (is_other_size || is_time).then_some(letter)
}

/// How many of the smallest of its kind one of a unit in small letters holds.
pub(super) fn size(kind: &[(&str, i64)], unit: &str) -> Option<i64> {
    kind.iter().find(|(name, _)| *name == unit).map(|(_, holds)| *holds)
}
