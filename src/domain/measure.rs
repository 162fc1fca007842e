//! What a key result measures, and what it forecasts: metric, baseline, target and window.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::number::Number;
use super::quantity::{same_unit, with_unit};
use super::serial::is_usual;
use super::word::{closed_list, word};
use crate::words::anywhere;
use crate::words::domain::values as words;

closed_list! {
    /// What sort of movement a key result forecasts.
    #[derive(Default)]
    pub enum Kind {
        /// From a baseline to a target.
        #[default]
        Change = "change",
        /// Stays at or above the floor.
        AtLeast = "at-least",
        /// Stays at or below the ceiling.
        AtMost = "at-most",
        /// Stays between floor and ceiling.
        Between = "between",
        /// Waits beside the set until its number is found ("to find out", SET-8).
        EstablishBaseline = "establish-baseline",
    }
}

closed_list! {
    /// Which way is better.
    pub enum Direction {
        /// More is better.
        Increase = "increase",
        /// Less is better.
        Decrease = "decrease",
    }
}

closed_list! {
    /// How single values become one number.
    pub enum Aggregation {
        /// The arithmetic mean.
        Mean = "mean",
        /// The middle value.
        Median = "median",
        /// The 90th percentile.
        P90 = "p90",
        /// The 95th percentile.
        P95 = "p95",
        /// The 99th percentile.
        P99 = "p99",
        /// A part of a whole.
        Share = "share",
        /// How many.
        Count = "count",
        /// Added up.
        Sum = "sum",
        /// How often in a stretch of time.
        Rate = "rate",
    }
}

closed_list! {
    /// Whether the target itself counts as reached.
    #[derive(Default)]
    pub enum Bound {
        /// "to x", "at least x", "at most x".
        #[default]
        Inclusive = "inclusive",
        /// "below x", "above x".
        Strict = "strict",
    }
}

/// Everything that says how a key result is read; drafts may lack any of it (SET-7).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Measure {
    /// The sort of movement.
    #[serde(default)]
    pub kind: Kind,
    /// One quantity in words: "sign-in failures caused by authentication".
    pub metric: Option<String>,
    /// The library's or the team's lasting id of the metric.
    pub metric_id: Option<String>,
    /// How single values become one number.
    pub aggregation: Option<Aggregation>,
    /// What is counted in: "all sign-ins", "main branch".
    pub scope: Option<String>,
    /// The unit of every number of this key result.
    pub unit: Option<String>,
    /// Which way is better; follows from baseline and target when not said.
    pub direction: Option<Direction>,
    /// What it reads before the work.
    pub baseline: Option<Number>,
    /// The day the baseline was read.
    pub baseline_date: Option<Day>,
    /// Where the number is read.
    pub source: Option<String>,
    /// The number to reach.
    pub target: Option<Number>,
    /// Whether the target itself counts.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub bound: Bound,
    /// The lowest value of a maintain window.
    pub floor: Option<Number>,
    /// The highest value of a maintain window.
    pub ceiling: Option<Number>,
    /// The day by which; the cycle's last day when not said.
    pub due: Option<Day>,
}

/// A measure complete enough to be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forecast {
    /// From baseline to target; the two differ.
    Change {
        /// What it read before.
        baseline: Number,
        /// What is to be reached.
        target: Number,
        /// Whether the target itself counts.
        bound: Bound,
    },
    /// Stays inside a window, which may be open at one end.
    Maintain(Window),
}

/// The values a maintained measure may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The lowest allowed value.
    pub floor: Option<Number>,
    /// The highest allowed value.
    pub ceiling: Option<Number>,
    /// Whether the bounds themselves are allowed.
    pub bound: Bound,
}

impl Window {
    /// Tells whether a value lies inside.
    pub fn holds(self, value: Number) -> bool {
        let above =
            self.floor.is_none_or(|floor| value > floor || value == floor && self.bound == Bound::Inclusive);
        let below =
            self.ceiling.is_none_or(|top| value < top || value == top && self.bound == Bound::Inclusive);
        above && below
    }
}

/// Something a measure lacks or contradicts, so that it cannot be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// No metric is named.
    Metric,
    /// No baseline number is given.
    Baseline,
    /// No target is given, or no bound of the window.
    Target,
    /// The target equals the baseline: nothing to move.
    NoGap,
    /// The target lies on the wrong side of the baseline for its direction.
    WrongWay,
    /// No value lies in the window: its floor above its ceiling, or the two are one that does not count itself.
    EmptyWindow,
    /// The number is still to be found out.
    ToFindOut,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Metric => words::NO_METRIC,
            Self::Baseline => words::NO_BASELINE,
            Self::Target => words::NO_TARGET,
            Self::NoGap => words::TARGET_EQUALS_BASELINE,
            Self::WrongWay => words::TARGET_AGAINST_THE_DIRECTION,
            Self::EmptyWindow => words::NOTHING_IN_THE_WINDOW,
            Self::ToFindOut => words::BASELINE_TO_FIND_OUT,
        })
    }
}

impl Measure {
    /// The unit, empty when none is set.
    pub fn unit(&self) -> &str {
        self.unit.as_deref().unwrap_or("")
    }

    /// Which way is better: as said, else as baseline and target or the window tell.
    pub fn effective_direction(&self) -> Option<Direction> {
        self.direction.or_else(|| match (self.kind, self.baseline, self.target) {
            (Kind::AtLeast, ..) => Some(Direction::Increase),
            (Kind::AtMost, ..) => Some(Direction::Decrease),
            (Kind::Change | Kind::EstablishBaseline, Some(from), Some(to)) if to > from => {
                Some(Direction::Increase)
            }
            (Kind::Change | Kind::EstablishBaseline, Some(from), Some(to)) if to < from => {
                Some(Direction::Decrease)
            }
            _ => None,
        })
    }

    /// Everything that keeps this measure from being scored, in the order of the questions of SET-7.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if self.metric.as_deref().is_none_or(|metric| metric.trim().is_empty()) {
            gaps.push(Gap::Metric);
        }
        match self.kind {
            Kind::EstablishBaseline => gaps.push(Gap::ToFindOut),
            Kind::Change => self.change_gaps(&mut gaps),
            Kind::AtLeast | Kind::AtMost | Kind::Between => self.window_gaps(&mut gaps),
        }
        gaps
    }

    fn change_gaps(&self, gaps: &mut Vec<Gap>) {
        if self.baseline.is_none() {
            gaps.push(Gap::Baseline);
        }
        if self.target.is_none() {
            gaps.push(Gap::Target);
        }
        let (Some(baseline), Some(target)) = (self.baseline, self.target) else { return };
        let wrong_way = match self.direction {
            Some(Direction::Increase) => target < baseline,
            Some(Direction::Decrease) => target > baseline,
            None => false,
        };
        if target == baseline {
            gaps.push(Gap::NoGap);
        } else if wrong_way {
            gaps.push(Gap::WrongWay);
        }
    }

    fn window_gaps(&self, gaps: &mut Vec<Gap>) {
        let (floor, ceiling) = self.bounds();
        let lacks = match self.kind {
            Kind::Between => floor.is_none() || ceiling.is_none(),
            _ => floor.is_none() && ceiling.is_none(),
        };
        if lacks {
            gaps.push(Gap::Target);
        }
        let is_empty = |(low, high)| low > high || low == high && self.bound == Bound::Strict;
        gaps.extend(floor.zip(ceiling).is_some_and(is_empty).then_some(Gap::EmptyWindow));
    }

    /// Writes a target that was set beside the one bound of an open window into that bound, so that one number stands.
    pub fn aim_at_the_bound(&mut self) {
        let bound = match self.kind {
            Kind::AtLeast => &mut self.floor,
            Kind::AtMost => &mut self.ceiling,
            Kind::Change | Kind::Between | Kind::EstablishBaseline => return,
        };
        if bound.is_some() && self.target.is_some() {
            *bound = self.target.take();
        }
    }

    /// Floor and ceiling of the window; `target` may stand for the one bound of an open window.
    fn bounds(&self) -> (Option<Number>, Option<Number>) {
        match self.kind {
            Kind::AtLeast => (self.floor.or(self.target), None),
            Kind::AtMost => (None, self.ceiling.or(self.target)),
            Kind::Between => (self.floor, self.ceiling),
            Kind::Change | Kind::EstablishBaseline => (None, None),
        }
    }

    /// The measure as something that can be scored; `None` while [`Measure::gaps`] names anything but the metric.
    pub fn forecast(&self) -> Option<Forecast> {
        let gaps = self.gaps();
        if gaps.iter().any(|gap| *gap != Gap::Metric) {
            return None;
        }
        match self.kind {
            Kind::Change => {
                Some(Forecast::Change { baseline: self.baseline?, target: self.target?, bound: self.bound })
            }
            Kind::AtLeast | Kind::AtMost | Kind::Between => {
                let (floor, ceiling) = self.bounds();
                Some(Forecast::Maintain(Window { floor, ceiling, bound: self.bound }))
            }
            Kind::EstablishBaseline => None,
        }
    }

    /// A value of this measure with its unit: `1.4 %`.
    pub fn shown(&self, value: Number) -> String {
        with_unit(value, self.unit())
    }

    /// Tells whether two measures read one number, so that what one read says something of the other: one metric by its lasting
    /// id or its words, and where both say them one aggregation, scope and unit (section 2, specific).
    pub fn reads_as(&self, other: &Self) -> bool {
        let is_one = |one: &Option<String>, other: &Option<String>| {
            let [one, other] =
                [one, other].map(|text| text.as_deref().unwrap_or_default().trim().to_lowercase());
            (!one.is_empty() && !other.is_empty()).then_some(one == other)
        };
        let is_one_metric = is_one(&self.metric_id, &other.metric_id) == Some(true)
            || is_one(&self.metric, &other.metric) == Some(true);
        let aggregations = self.aggregation.zip(other.aggregation).is_none_or(|(one, other)| one == other);
        let units =
            self.unit.as_deref().zip(other.unit.as_deref()).is_none_or(|(one, other)| same_unit(one, other));
        is_one_metric && aggregations && units && is_one(&self.scope, &other.scope) != Some(false)
    }

    /// The movement, and what else is another than it was `before`: the day by which, and with both what it was and is its
    /// metric, aggregation, scope and source: `2.3 % → 0.5 %, by 15 Mar, aggregation median → p90`.
    pub fn movement_since(&self, before: &Self, arrow: &str, today: Day) -> String {
        let due = self.due.filter(|_| self.due != before.due).map(|due| anywhere::by(due.short(today)));
        let rows = [
            ("metric", before.metric.clone(), self.metric.clone()),
            ("aggregation", before.aggregation.as_ref().map(word), self.aggregation.as_ref().map(word)),
            ("scope", before.scope.clone(), self.scope.clone()),
            ("source", before.source.clone(), self.source.clone()),
        ];
        let said = |text: Option<String>| text.unwrap_or_else(|| "?".to_owned());
        let others = rows.into_iter().filter(|(_, was, is)| was != is);
        let others = others.map(|(name, was, is)| format!("{name} {} {arrow} {}", said(was), said(is)));
        [self.movement(arrow)].into_iter().chain(due).chain(others).collect::<Vec<_>>().join(", ")
    }

    /// The word for a target or bound that does not count itself, "below" or "above"; none where it counts, or there are two.
    pub fn beyond(&self) -> Option<&'static str> {
        let way = match self.kind {
            Kind::Change => self.effective_direction()?,
            Kind::AtLeast => Direction::Increase,
            Kind::AtMost => Direction::Decrease,
            Kind::Between | Kind::EstablishBaseline => return None,
        };
        (self.bound == Bound::Strict).then_some(match way {
            Direction::Increase => "above",
            Direction::Decrease => "below",
        })
    }

    /// A target as it is aimed at: "0.2 %", or "below 0.2 %" where it does not count itself.
    pub fn aimed(&self, target: String) -> String {
        match self.beyond() {
            Some(beyond) => format!("{beyond} {target}"),
            None => target,
        }
    }

    /// The movement in a few words: `2.3 % → 0.5 %`, `? → 0.5 %`, `at least 99.9 %`; `arrow` is the glyph in use.
    pub fn movement(&self, arrow: &str) -> String {
        let show = |value: Option<Number>| value.map_or_else(|| "?".to_owned(), |value| self.shown(value));
        let (floor, ceiling) = self.bounds();
        match self.kind {
            Kind::Change => {
                let target = self.target.map_or_else(|| show(None), |target| self.aimed(self.shown(target)));
                format!("{} {arrow} {target}", show(self.baseline))
            }
            Kind::AtLeast => format!("{} {}", self.beyond().unwrap_or(words::AT_LEAST), show(floor)),
            Kind::AtMost => format!("{} {}", self.beyond().unwrap_or(words::AT_MOST), show(ceiling)),
            Kind::Between => words::between_and(show(floor), show(ceiling)),
            Kind::EstablishBaseline => anywhere::TO_FIND_OUT.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(baseline: Option<i32>, target: Option<i32>) -> Measure {
        Measure {
            metric: Some("failures".to_owned()),
            baseline: baseline.map(Number::from),
            target: target.map(Number::from),
            ..Measure::default()
        }
    }

    #[test]
    fn a_measure_without_metric_baseline_or_target_names_each() {
        let empty = Measure::default();
        assert_eq!(empty.gaps(), [Gap::Metric, Gap::Baseline, Gap::Target]);
        assert_eq!(change(None, Some(3)).gaps(), [Gap::Baseline]);
        assert_eq!(change(Some(3), Some(3)).gaps(), [Gap::NoGap]);
    }

    #[test]
    fn a_target_against_its_direction_is_a_gap() {
        let up = Measure { direction: Some(Direction::Increase), ..change(Some(5), Some(3)) };
        assert_eq!(up.gaps(), [Gap::WrongWay]);
        let down = Measure { direction: Some(Direction::Decrease), ..change(Some(5), Some(3)) };
        assert_eq!(down.gaps(), []);
        assert_eq!(change(Some(5), Some(3)).effective_direction(), Some(Direction::Decrease));
    }

    #[test]
    fn a_window_needs_its_bounds_in_order() {
        let between = Measure { kind: Kind::Between, floor: Some(5.into()), ..change(None, None) };
        assert_eq!(between.gaps(), [Gap::Target]);
        let reversed = Measure { ceiling: Some(3.into()), ..between };
        assert_eq!(reversed.gaps(), [Gap::EmptyWindow]);
        let point = Measure { ceiling: reversed.floor, ..reversed };
        assert_eq!(point.gaps(), []);
        let no_point = Measure { bound: Bound::Strict, ..point };
        assert_eq!(no_point.gaps(), [Gap::EmptyWindow], "the one value does not count itself");
        let at_least = Measure { kind: Kind::AtLeast, ..change(None, Some(99)) };
        assert_eq!(at_least.gaps(), []);
        assert_eq!(at_least.movement("->"), "at least 99");
    }

    #[test]
    fn a_strict_window_leaves_its_bounds_out() {
        let window = Window { floor: None, ceiling: Some(5.into()), bound: Bound::Strict };
        assert!(!window.holds(5.into()));
        assert!(Window { bound: Bound::Inclusive, ..window }.holds(5.into()));
    }

    #[test]
    fn a_window_says_whether_its_bound_counts() {
        let floor = Measure { kind: Kind::AtLeast, ..change(None, Some(2)) };
        let ceiling = Measure { kind: Kind::AtMost, bound: Bound::Strict, ..floor.clone() };
        assert_eq!((floor.movement("->"), ceiling.movement("->")), ("at least 2".into(), "below 2".into()));
        let above = Measure { bound: Bound::Strict, ..floor };
        assert_eq!(above.movement("->"), "above 2");
    }

    #[test]
    fn measures_of_one_metric_are_one_while_values_scope_and_unit_agree() {
        let of = |aggregation, scope: &str, unit: &str| Measure {
            metric: Some("CI duration".to_owned()),
            metric_id: Some("ci-duration".to_owned()),
            aggregation,
            scope: Some(scope.to_owned()).filter(|scope| !scope.is_empty()),
            unit: Some(unit.to_owned()),
            ..Measure::default()
        };
        let one = of(Some(Aggregation::P95), "mobile build", "min");
        assert!(one.reads_as(&of(Some(Aggregation::P95), "Mobile build", "minutes")));
        assert!(one.reads_as(&of(None, "", "min")));
        assert!(!one.reads_as(&of(Some(Aggregation::Median), "mobile build", "min")));
        assert!(!one.reads_as(&of(Some(Aggregation::P95), "web build", "min")));
        assert!(!one.reads_as(&of(Some(Aggregation::P95), "mobile build", "s")));
        assert!(!Measure::default().reads_as(&Measure::default()));
    }
}
