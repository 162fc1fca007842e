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
    "bug",
    "bugs",
    "alert",
    "alerts",
];
/// The same when higher.
const HIGHER: &[&str] = &["uptime", "availability"];
/// What one waits for, before "time": nobody wants more waiting. "Watch time" says nothing.
const WAITED: &[&str] = &[
    "boot",
    "build",
    "cycle",
    "delivery",
    "handling",
    "lead",
    "load",
    "loading",
    "onboarding",
    "processing",
    "queue",
    "ramp-up",
    "recovery",
    "repair",
    "resolution",
    "response",
    "review",
    "startup",
    "turnaround",
    "wait",
    "waiting",
];
/// The same behind "time to". "Time to first failure" says nothing.
const REACHED: &[&str] = &[
    "acknowledge",
    "answer",
    "deploy",
    "detect",
    "fill",
    "fix",
    "hire",
    "market",
    "merge",
    "onboard",
    "production",
    "recover",
    "recovery",
    "repair",
    "resolution",
    "resolve",
    "respond",
    "response",
    "restore",
    "review",
    "ship",
    "value",
];
/// What is read of it and says nothing more.
const READ: &[&str] = &["rate", "ratio", "share", "percentage", "count", "number"];

/// The way that is better, as far as the name of a metric tells. What is done to a thing ("resolved incidents") turns it, so
/// that a name with such a word says nothing.
#[must_use]
pub fn better(metric: &str) -> Option<Direction> {
    let name = metric.to_lowercase();
    let is_counted = |word: &&str| !["per", "a", "each"].contains(word);
    let words: Vec<&str> = name.split_whitespace().take_while(is_counted).collect();
    let is_wait = |three: &[&str]| matches!(three, ["time", "to", end] if REACHED.contains(end));
    let is_first = |four: &[&str]| matches!(four, ["time", "to", "first", end] if REACHED.contains(end));
    if words.windows(3).any(is_wait) || words.windows(4).any(is_first) {
        return Some(Direction::Decrease);
    }
    let head = words.iter().rev().find(|word| !READ.contains(word))?;
    let is_turned = |word: &&str| {
        word.ends_with("ed") || ["found", "caught", "between", "without", "no", "to", "of"].contains(word)
    };
    if words.iter().any(is_turned) {
        return None;
    }
    match head {
        &"time" if matches!(words[..], [.., waited, "time"] if WAITED.contains(&waited)) => {
            Some(Direction::Decrease)
        }
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
        for metric in [
            "Latency",
            "p95 latency",
            "Error rate",
            "sign-in failures",
            "Churn",
            "Change failure rate",
            "Time to hire",
            "Median time to merge a change",
            "Lead time",
            "Bugs per release",
            "On-call alerts per shift",
            "Time to first response",
        ] {
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
            "Ad spend",
            "Time to first failure",
            "Watch time",
            "",
        ] {
            assert_eq!(better(metric), None, "{metric}");
        }
    }
}
