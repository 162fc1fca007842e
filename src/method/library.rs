//! The library a team starts from: metrics, starter key results and counter-examples.

use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::coach::rule::Rule;
use crate::domain::day::Day;
use crate::domain::measure::{Aggregation, Bound, Direction, Measure};
use crate::domain::number::Number;
use crate::domain::quantity::{currency, read_in_unit, same_unit, with_unit};
use crate::words::method::rules as words;

mod search;
pub use search::{fitting, search};

/// Whether a metric moves early or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// It moves with the work.
    Leading,
    /// It moves after the work.
    Lagging,
}

/// The usual delay from work to visible effect, in quarters; teams overwrite it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(from = "(u8, u8)")]
pub struct Payback {
    /// The earliest; 0 is the same quarter.
    pub from: u8,
    /// The latest.
    pub to: u8,
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Leading => "leading",
            Self::Lagging => "lagging",
        })
    }
}

impl From<(u8, u8)> for Payback {
    fn from((from, to): (u8, u8)) -> Self {
        Self { from, to }
    }
}

impl fmt::Display for Payback {
    /// "same Q", "+1 Q", "+1 to +2 Q".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (0, 0) => f.pad("same Q"),
            (from, to) if from == to => f.pad(&format!("+{from} Q")),
            (from, to) => f.pad(&format!("+{from} to +{to} Q")),
        }
    }
}

/// A lasting measure, reused from quarter to quarter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Its lasting id.
    pub id: String,
    /// What it is about.
    pub theme: String,
    /// What people call it.
    pub name: String,
    /// How single values become one number.
    pub aggregation: Aggregation,
    /// Its unit.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// The question that leads to a baseline.
    pub baseline_question: String,
    /// Where it is read.
    pub how: String,
    /// What must not get worse meanwhile.
    pub guardrail: Option<String>,
    /// Whether it moves early or late.
    pub timing: Timing,
    /// When its effect is usually seen.
    pub payback: Payback,
}

impl Metric {
    /// All there is to know before one takes it, in a line: theme, unit, the better way, early or late, the question that
    /// finds its baseline, where it is read, what must not get worse.
    pub fn says(&self) -> String {
        let Self { theme, unit, direction, timing, payback, baseline_question, how, .. } = self;
        let better = match direction {
            Direction::Increase => words::MORE_IS_BETTER,
            Direction::Decrease => words::LESS_IS_BETTER,
        };
        let facts = format!("{theme}, {unit}, {better}, {timing}, seen {payback}.");
        let says = match &self.guardrail {
            Some(guardrail) => words::read_from_and_guarded(&facts, baseline_question, how, guardrail),
            None => words::read_from(&facts, baseline_question, how),
        };
        match self.example() {
            Some(example) => words::with_an_example(says, example),
            None => says,
        }
    }

    /// How a starter key result on it reads, if there is one; its figures are illustrations.
    pub fn example(&self) -> Option<String> {
        let Starter { scope, unit, baseline, target, bound, .. } = self.starter()?;
        let shown = |value: Number| with_unit(value, unit);
        let from = baseline.map_or_else(|| words::OPEN_NOW.to_owned(), shown);
        let to = match (bound, self.direction) {
            (Bound::Inclusive, _) => shown(*target),
            (Bound::Strict, Direction::Decrease) => words::below(shown(*target)),
            (Bound::Strict, Direction::Increase) => words::above(shown(*target)),
        };
        Some(words::an_example(scope, from, to))
    }

    fn starter(&self) -> Option<&'static Starter> {
        starters().iter().find(|starter| starter.metric_id == self.id)
    }

    /// Its unit, where it is not one that each team has its own of: money.
    pub(super) fn own_unit(&self) -> Option<&str> {
        Some(self.unit.as_str()).filter(|unit| !unit.starts_with("currency"))
    }

    /// Tells whether numbers in a unit can be its own; those without a unit can.
    pub fn counts_in(&self, unit: &str) -> bool {
        let is_money = || unit.split(' ').next().is_some_and(|sign| currency(&sign.to_lowercase()).is_some());
        unit.is_empty() || self.own_unit().map_or_else(is_money, |own| same_unit(unit, own))
    }

    /// How its sentence begins: "Lower review wait".
    fn opening(&self) -> String {
        let verb = match self.direction {
            Direction::Increase => words::RAISE,
            Direction::Decrease => words::LOWER,
        };
        format!("{verb} {}", lowered(&self.name))
    }

    /// Its unit as a sentence says it behind a number, without what explains it: `days` of `days to 10th merged change`, `h
    /// per week` of `h per week, team`.
    fn said_unit(&self) -> &str {
        let unit = self.own_unit().unwrap_or_default();
        let unit = unit.split_once(',').map_or(unit, |(unit, _)| unit);
        let (first, rest) = unit.split_once(' ').unwrap_or((unit, ""));
        if first == "per" || rest.starts_with("per ") { unit } else { first }
    }

    /// The method's sentence for a key result on this metric, with what was read in its places as far as it is in its unit,
    /// and the rest left open.
    pub fn template(&self, read: &Measure, by: Day) -> String {
        let read_as = |value: Option<Number>| {
            let value = read.shown(value?);
            let is_said = read.unit().is_empty() || self.own_unit().is_none();
            if is_said { Some(value) } else { read_in_unit(&value, &self.unit).ok().map(|it| it.to_string()) }
        };
        let in_unit = |value: Option<Number>, open: &str| {
            let said = read_as(value).unwrap_or_else(|| open.to_owned());
            format!("{said} {}", self.said_unit()).trim_end().to_owned()
        };
        let (now, then) = (in_unit(read.baseline, words::OPEN_NOW), in_unit(read.target, words::OPEN_THEN));
        let scope = read.scope.as_deref().unwrap_or(words::OPEN_WHERE);
        let day = read.due.unwrap_or(by).short(by);
        words::a_key_result([&self.opening(), scope, &now, &then, &day])
    }
}

/// A name within a sentence: "CI duration" and "p95 latency" stay, "Batch size" does not.
fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

/// A good key result to start from; its figures are illustrations.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Starter {
    /// What it is about.
    pub theme: String,
    /// The objective it would stand under.
    pub objective: String,
    /// The quantity.
    pub metric: String,
    /// The metric of the library it is.
    pub metric_id: String,
    /// How single values become one number.
    pub aggregation: Aggregation,
    /// What is counted in.
    pub scope: String,
    /// Its unit.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// Where it began; `None` where today's number is asked for.
    pub baseline: Option<Number>,
    /// What to reach.
    pub target: Number,
    /// Whether the target itself counts.
    #[serde(default)]
    pub bound: Bound,
}

/// A wording that misleads, and the question it raises.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterExample {
    /// The wording.
    pub text: String,
    /// What is asked about it.
    pub rule: Rule,
}

/// What an objective can be about, and the metrics that measure it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    /// Words and word groups that speak of it.
    words: Vec<String>,
    /// The ids of its metrics.
    metrics: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    /// Words that say nothing of what an objective is about.
    common: Vec<String>,
    subject: Vec<Subject>,
    metric: Vec<Metric>,
    starter: Vec<Starter>,
    counter_example: Vec<CounterExample>,
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/library.toml"))
        .expect("the compiled-in library is what this module reads; a test parses it")
});

/// Every metric, in the order of the library.
pub fn metrics() -> &'static [Metric] {
    &LIBRARY.metric
}

/// The metric of that id.
pub fn metric(id: &str) -> Option<&'static Metric> {
    metrics().iter().find(|metric| metric.id == id)
}

/// The metric people call so.
pub fn called(name: &str) -> Option<&'static Metric> {
    let name = name.trim().to_lowercase();
    metrics().iter().find(|metric| metric.name.to_lowercase() == name)
}

/// The metric on whose template a sentence was written: "Lower review wait for payments from 12 h to 5 h".
pub fn on_template(sentence: &str) -> Option<&'static Metric> {
    let sentence = sentence.trim().to_lowercase();
    let goes_on = |rest: &str| rest.starts_with(" for ") || rest.starts_with(" from ");
    let is_on =
        |metric: &&Metric| sentence.strip_prefix(&metric.opening().to_lowercase()).is_some_and(goes_on);
    metrics().iter().find(is_on)
}

/// Key results to start from.
pub fn starters() -> &'static [Starter] {
    &LIBRARY.starter
}

/// Wordings that mislead.
pub fn counter_examples() -> &'static [CounterExample] {
    &LIBRARY.counter_example
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::coach::label::Label;
    use crate::coach::rule::Rule;
    use crate::coach::rules::key_result::Judged;
    use crate::coach::statement::Statement;
    use crate::domain::id::is_id;

    #[test]
    fn the_name_of_a_metric_alone_is_no_work() {
        for Metric { name, .. } in metrics() {
            let statement = Statement::read(name, Day::new(2027, 1, 8).expect("a day of the calendar"));
            let assessed = Judged::of(&statement, None).assessed;
            assert!(assessed.is_metric_alone && assessed.judgement.label == Label::Outcome, "{name}");
        }
    }

    #[test]
    fn every_row_of_the_library_is_filled() {
        assert_eq!((metrics().len(), starters().len(), counter_examples().len()), (36, 8, 3));
        for Metric { id, theme, name, unit, baseline_question, how, guardrail, payback, .. } in metrics() {
            for text in [theme, name, unit, how] {
                assert!(!text.trim().is_empty(), "{id}");
            }
            assert!(is_id(id) && baseline_question.ends_with('?'), "{id}");
            assert!(guardrail.as_ref().is_none_or(|text| !text.trim().is_empty()), "{id}");
            assert!(payback.from <= payback.to && payback.to <= 2, "{id}");
        }
        for Starter { theme, objective, metric, scope, unit, .. } in starters() {
            for text in [theme, objective, metric, scope, unit] {
                assert!(!text.trim().is_empty(), "{metric}");
            }
            assert!(!objective.chars().any(|c| c.is_ascii_digit()), "{objective}");
        }
    }

    #[test]
    fn an_id_names_one_metric() {
        let ids: BTreeSet<&str> = metrics().iter().map(|metric| metric.id.as_str()).collect();
        assert_eq!(ids.len(), metrics().len());
        assert_eq!(metric("ci-duration").map(|metric| metric.name.as_str()), Some("CI duration"));
        assert_eq!(metric("none"), None);
    }

    #[test]
    fn a_starter_moves_the_way_that_is_better() {
        for starter in starters() {
            let metric = metric(&starter.metric_id).expect("a starter names a metric of the library");
            assert_eq!(
                (metric.direction, &metric.theme),
                (starter.direction, &starter.theme),
                "{}",
                metric.id
            );
            let Some(baseline) = starter.baseline else { continue };
            let goes_up = starter.target > baseline;
            assert_eq!(goes_up, starter.direction == Direction::Increase, "{}", starter.metric);
        }
    }

    #[test]
    fn a_metric_is_known_by_its_name_and_says_what_it_takes() {
        let metric = called(" ci DURATION ").unwrap();
        assert_eq!(metric.id, "ci-duration");
        for words in ["less is better", "leading", "same Q", "Last 2 weeks"] {
            assert!(metric.says().contains(words), "{}", metric.says());
        }
        assert!(metric.says().ends_with("For example, main branch: from 42 min to below 15 min."));
        let signed = super::metric("signed-images").unwrap();
        assert!(signed.says().ends_with("production services: from [now] to 100 %."), "{}", signed.says());
    }

    #[test]
    fn a_template_says_units_as_people_do_and_holds_what_was_read() {
        let by = Day::new(2027, 3, 31).unwrap();
        let of = |id: &str, read: &Measure| metric(id).unwrap().template(read, by);
        for (id, template) in [
            ("ci-duration", "Lower CI duration for [where] from [now] min to [then] min by 31 Mar"),
            ("review-wait", "Lower review wait for [where] from [now] h to [then] h by 31 Mar"),
            ("onboarding-time", "Lower onboarding time for [where] from [now] days to [then] days by 31 Mar"),
            ("toil", "Lower toil for [where] from [now] h per week to [then] h per week by 31 Mar"),
            ("repeat-incidents", "Lower repeat incidents for [where] from [now] % to [then] % by 31 Mar"),
            ("cost-per-request", "Lower cost per request for [where] from [now] to [then] by 31 Mar"),
            (
                "developer-satisfaction",
                "Raise developer satisfaction for [where] from [now] points to [then] points by 31 Mar",
            ),
        ] {
            assert_eq!(of(id, &Measure::default()), template);
        }
        let read = |unit: &str, from: i32, to: i32| Measure {
            unit: Some(unit.to_owned()),
            baseline: Some(from.into()),
            target: Some(to.into()),
            scope: Some("main".to_owned()),
            due: Day::new(2027, 3, 1),
            ..Measure::default()
        };
        let template = of("ci-duration", &read("h", 2, 1));
        assert_eq!(template, "Lower CI duration for main from 120 min to 60 min by 1 Mar");
        let template = of("ci-duration", &read("builds", 2, 1));
        assert_eq!(template, "Lower CI duration for main from [now] min to [then] min by 1 Mar");
        let template = of("cost-per-request", &read("$", 2, 1));
        assert_eq!(template, "Lower cost per request for main from $2 to $1 by 1 Mar");
    }

    #[test]
    fn a_metric_that_was_taken_is_a_measure_and_its_numbers_are_asked_for() {
        let by = Day::new(2027, 3, 31).unwrap();
        for metric in metrics() {
            let template = metric.template(&Measure::default(), by);
            let statement = Statement::read(&template, by);
            let asked = Judged::of(&statement, None).asked(None);
            let rules: Vec<Rule> = asked.iter().map(|finding| finding.rule).collect();
            assert!(!rules.contains(&Rule::Vague) && !rules.contains(&Rule::YesNo), "{template}: {rules:?}");
            assert!(rules.contains(&Rule::NoBaseline), "{template}: {rules:?}");
        }
    }

    #[test]
    fn a_counter_example_raises_its_question() {
        let asked: Vec<&str> = counter_examples().iter().map(|example| example.rule.question()).collect();
        assert_eq!(asked[0], "This is work. What would be different if it helped?");
    }

    #[test]
    fn payback_reads_as_in_the_method() {
        let payback = |id: &str| metric(id).unwrap().payback.to_string();
        assert_eq!(payback("ci-duration"), "same Q");
        assert_eq!(payback("repeat-incidents"), "+1 Q");
        assert_eq!(payback("change-failure-rate"), "+1 to +2 Q");
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(typed in ".{0,40}") {
            let _ = search(&typed);
        }
    }
}
