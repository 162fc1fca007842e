//! Which way is better of a measure whose name alone says so: nobody wants more churn, or less uptime.

use crate::domain::measure::Direction;

/// What is better when lower, at the end of a name or before "rate", "share" and the like.
const LOWER: &[&str] = &[
    "churn",
    "latency",
    "downtime",
    "mttr",
    "mttd",
    "attrition",
    "abandonment",
    "error",
    "errors",
    "failure",
    "failures",
    "defect",
    "defects",
    "outage",
    "outages",
    "incident",
    "incidents",
    "complaint",
    "complaints",
];
/// The same when higher.
const HIGHER: &[&str] = &["uptime", "availability"];
/// What is read of it and says nothing more.
const READ: &[&str] = &["rate", "ratio", "share", "percentage", "count", "number"];

/// The way that is better, as far as the name of a metric tells. What is done to a thing ("resolved incidents") turns it, so
/// that a name with such a word says nothing.
#[must_use]
pub fn better(metric: &str) -> Option<Direction> {
    let name = metric.to_lowercase();
    let words: Vec<&str> = name.split_whitespace().collect();
    let head = words.iter().rev().find(|word| !READ.contains(word))?;
    let is_turned = |word: &&str| {
        word.ends_with("ed") || ["found", "caught", "between", "without", "no", "to", "of"].contains(word)
    };
    if words.iter().any(is_turned) {
        return None;
    }
    match head {
        head if LOWER.contains(head) => Some(Direction::Decrease),
        head if HIGHER.contains(head) => Some(Direction::Increase),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_which_way_is_better_or_nothing() {
        for metric in
            ["Latency", "p95 latency", "Error rate", "sign-in failures", "Churn", "Change failure rate"]
        {
            assert_eq!(better(metric), Some(Direction::Decrease), "{metric}");
        }
        for metric in ["Uptime", "Availability"] {
            assert_eq!(better(metric), Some(Direction::Increase), "{metric}");
        }
        for metric in [
            "Error budget left",
            "Resolved incidents",
            "Incidents found by us",
            "Days between failures",
            "Revenue",
            "Time to first failure",
            "",
        ] {
            assert_eq!(better(metric), None, "{metric}");
        }
    }
}
