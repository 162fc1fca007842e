//! Reads labelled sentences and counts how the coach judges them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quarterdeck::coach::label::{self, Assessed, Judgement, Label, ObjectiveLabel};
use quarterdeck::coach::sentence::Movement;
use quarterdeck::coach::statement::Statement;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::number::Number;
use serde_json::Value;

/// The day on which sentences are read.
///
/// # Panics
/// Never: the calendar has that day.
pub fn today() -> Day {
    Day::new(2027, 1, 8).expect("a day of the calendar")
}

/// A sentence and what a person said of it.
pub struct Labelled {
    /// The sentence.
    pub text: String,
    /// The objective it stands under.
    pub objective: Option<String>,
    /// What it is.
    pub label: String,
    /// Whether it can be read off at the end.
    pub measurable: Option<bool>,
    /// Whether it names a quantity.
    pub has_metric: Option<bool>,
    /// What it says of numbers, where that is labelled.
    pub numbers: Option<Numbers>,
    /// The organisation.
    pub source: String,
    /// The set it is of, as the names of its files begin; told by those who learn from it.
    pub set: &'static str,
}

impl Labelled {
    /// Which of so many parts of the corpus it is in; all sentences of an organisation are in the same. What was written
    /// for the corpus goes by its objective, or else by its words.
    pub fn part(&self, parts: u64) -> u64 {
        let is_written = ["written", "Mixed", ""].contains(&self.source.as_str());
        let of = if is_written { self.objective.as_deref().unwrap_or(&self.text) } else { &self.source };
        of.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % parts
    }
}

/// What a sentence says of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// Where it stands now.
    pub baseline: Option<Number>,
    /// The number to reach.
    pub target: Option<Number>,
    /// The unit of the target; `None` where it is not labelled.
    pub unit: Option<Option<String>>,
    /// `increase`, `decrease` or `maintain`.
    pub direction: Option<String>,
}

/// Reads lines of JSON.
///
/// # Panics
/// A line is no JSON object.
pub fn read(lines: &str) -> Vec<Labelled> {
    lines.lines().filter(|line| !line.trim().is_empty()).map(labelled).collect()
}

fn labelled(line: &str) -> Labelled {
    let row: Value = serde_json::from_str(line).expect("a line of the corpus is a JSON object");
    let text = |name: &str| row[name].as_str().map(str::to_owned);
    let source = text("source").unwrap_or_default();
    Labelled {
        text: text("text").unwrap_or_default(),
        objective: text("objective"),
        label: text("label").unwrap_or_default(),
        measurable: row["measurable"].as_bool(),
        has_metric: row["has_metric"].as_bool(),
        numbers: row.get("target").map(|_| Numbers {
            baseline: number(&row["baseline"]),
            target: number(&row["target"]),
            unit: row.get("unit").map(|_| text("unit")),
            direction: text("direction"),
        }),
        source: source.split(',').next().unwrap_or_default().to_owned(),
        set: "",
    }
}

fn number(value: &Value) -> Option<Number> {
    serde_json::from_value(value.clone()).ok()
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share(pub usize, pub usize);

impl Share {
    /// The share, 0 to 1; 1 of nothing.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred sentences")]
    pub fn value(self) -> f64 {
        if self.1 == 0 { 1.0 } else { self.0 as f64 / self.1 as f64 }
    }

    fn count(&mut self, is_right: bool) {
        self.0 += usize::from(is_right);
        self.1 += 1;
    }

    fn say(self) -> String {
        format!("{:5.1} %  {} of {}", self.value() * 100.0, self.0, self.1)
    }
}

/// What was counted over some key results.
#[derive(Debug, Default)]
pub struct KeyResults {
    /// By label and judgement.
    pub pairs: BTreeMap<(String, &'static str), usize>,
    /// Right on measurable.
    pub measurable: Share,
    /// Right on the quantity.
    pub has_metric: Share,
    /// Right on the numbers.
    pub numbers: NumbersRead,
    /// Sentences judged otherwise, with the reason.
    pub misses: Vec<String>,
}

/// What was counted over the numbers of some key results.
#[derive(Debug, Default)]
pub struct NumbersRead {
    /// Right on the baseline, its absence included.
    pub baseline: Share,
    /// Right on the target, its absence included.
    pub target: Share,
    /// Right on the direction, where none included.
    pub direction: Share,
    /// Right on all three.
    pub all: Share,
    /// Right on the unit.
    pub unit: Share,
    /// Sentences read otherwise.
    pub misses: Vec<String>,
}

impl NumbersRead {
    fn take(&mut self, row: &Labelled, statement: &Statement<'_>, movement: Option<Movement>) {
        let Some(wanted) = &row.numbers else { return };
        let sentence = &statement.sentence;
        let direction = movement.map(|movement| match movement {
            Movement::Increase => "increase",
            Movement::Decrease => "decrease",
            Movement::Maintain => "maintain",
        });
        let baseline = sentence.baseline == wanted.baseline;
        let target = sentence.target == wanted.target;
        let way = direction == wanted.direction.as_deref();
        self.baseline.count(baseline);
        self.target.count(target);
        self.direction.count(way);
        self.all.count(baseline && target && way);
        if let Some(unit) = &wanted.unit {
            self.unit.count(sentence.unit == *unit);
        }
        if !(baseline && target && way) {
            let read = (sentence.baseline, sentence.target, direction);
            let (from, to) = (wanted.baseline, wanted.target);
            self.misses.push(format!(
                "{}\n    {}",
                row.text,
                said(read, (from, to, wanted.direction.as_deref()))
            ));
        }
    }

    fn say(&self) -> [(&'static str, Share); 5] {
        [
            ("baseline", self.baseline),
            ("target", self.target),
            ("direction", self.direction),
            ("all three", self.all),
            ("unit", self.unit),
        ]
    }
}

/// Baseline, target and direction.
type Read<'a> = (Option<Number>, Option<Number>, Option<&'a str>);

fn said(read: Read<'_>, wanted: Read<'_>) -> String {
    let show = |(baseline, target, direction): Read<'_>| {
        let number = |value: Option<Number>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        format!("{} -> {} {}", number(baseline), number(target), direction.unwrap_or("no direction"))
    };
    format!("{} and not {}", show(read), show(wanted))
}

impl KeyResults {
    /// Judges sentences.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Labelled>) -> Self {
        let mut counted = Self::default();
        counted.take_all(rows, label::key_result);
        counted
    }

    /// Counts further sentences, as `judge` assesses them under their objectives.
    pub fn take_all<'a>(
        &mut self,
        rows: impl IntoIterator<Item = &'a Labelled>,
        judge: impl Fn(&Statement<'_>, Option<&str>) -> Assessed,
    ) {
        rows.into_iter().for_each(|row| self.take(row, &judge));
    }

    fn take(&mut self, row: &Labelled, judge: impl Fn(&Statement<'_>, Option<&str>) -> Assessed) {
        let statement = Statement::read(&row.text, today());
        let assessed = judge(&statement, row.objective.as_deref());
        let judged = assessed.judgement;
        self.numbers.take(row, &statement, assessed.movement);
        let name = match judged.label {
            Label::Outcome => "outcome",
            Label::Output => "output",
            Label::Ambiguous => "ambiguous",
        };
        *self.pairs.entry((row.label.clone(), name)).or_default() += 1;
        if name != row.label {
            self.misses.push(format!("{:9} as {name:9}  {}\n{:24}{}", row.label, row.text, "", judged.why));
        }
        if let Some(wanted) = row.measurable {
            self.measurable.count(assessed.is_measurable == wanted);
        }
        if let Some(wanted) = row.has_metric {
            self.has_metric.count(assessed.has_metric == wanted);
        }
    }

    fn pair(&self, label: &str, judged: &'static str) -> usize {
        self.pairs.get(&(label.to_owned(), judged)).copied().unwrap_or_default()
    }

    fn all(&self, label: &str) -> usize {
        ["outcome", "output", "ambiguous"].iter().map(|judged| self.pair(label, judged)).sum()
    }

    /// Of those called output, the share that is; what careful people leave open counts for neither side.
    pub fn precision(&self) -> Share {
        let right = self.pair("output", "output");
        Share(right, right + self.pair("outcome", "output"))
    }

    /// Of the outputs, the share that was called so.
    pub fn recall(&self) -> Share {
        Share(self.pair("output", "output"), self.all("output"))
    }

    /// Of the outcomes, the share that was called output.
    pub fn false_alarms(&self) -> Share {
        Share(self.pair("outcome", "output"), self.all("outcome"))
    }

    /// The figures, one a line.
    pub fn say(&self) -> String {
        let mut said = String::new();
        for label in ["outcome", "output", "ambiguous"] {
            let judged = |name| self.pair(label, name);
            let (outcome, output, open) = (judged("outcome"), judged("output"), judged("ambiguous"));
            let _ = writeln!(
                said,
                "  {label:9} {:4}  as outcome {outcome}, output {output}, ambiguous {open}",
                self.all(label)
            );
        }
        for (name, share) in [
            ("output, precision", self.precision()),
            ("output, recall", self.recall()),
            ("false alarms on outcomes", self.false_alarms()),
            ("measurable", self.measurable),
            ("has a metric", self.has_metric),
        ]
        .into_iter()
        .chain(self.numbers.say())
        {
            let _ = writeln!(said, "  {name:26}{}", share.say());
        }
        said
    }
}

/// What was counted over some objectives.
#[derive(Debug, Default)]
pub struct Objectives {
    /// Right, by label.
    pub labels: BTreeMap<String, Share>,
    /// Sentences judged otherwise, with the reason.
    pub misses: Vec<String>,
}

impl Objectives {
    /// Judges sentences.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Labelled>) -> Self {
        let mut counted = Self::default();
        counted.take_all(rows, label::objective);
        counted
    }

    /// Counts further sentences, as `judge` has them.
    pub fn take_all<'a>(
        &mut self,
        rows: impl IntoIterator<Item = &'a Labelled>,
        judge: impl Fn(&Statement<'_>) -> Judgement<ObjectiveLabel>,
    ) {
        for row in rows {
            let judged = judge(&Statement::read(&row.text, today()));
            let name = match judged.label {
                ObjectiveLabel::Good => "good",
                ObjectiveLabel::MetricInObjective => "metric_in_objective",
                ObjectiveLabel::Task => "task",
                ObjectiveLabel::Vague => "vague",
                ObjectiveLabel::BusinessAsUsual => "business_as_usual",
            };
            self.labels.entry(row.label.clone()).or_default().count(name == row.label);
            if name != row.label {
                self.misses.push(format!("{:19} as {name:19}  {}", row.label, row.text));
            }
        }
    }

    /// Those judged as a person did.
    pub fn right(&self) -> Share {
        self.labels.values().fold(Share::default(), |sum, share| Share(sum.0 + share.0, sum.1 + share.1))
    }

    /// The figures, one a line.
    pub fn say(&self) -> String {
        let mut said = String::new();
        for (label, share) in &self.labels {
            let _ = writeln!(said, "  {label:26}{}", share.say());
        }
        let _ = writeln!(said, "  {:26}{}", "all", self.right().say());
        said
    }
}
