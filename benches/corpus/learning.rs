//! Finds the weights of `assets/coach/evidence.toml` from labelled sentences: a logistic regression for each label, held
//! back so that a signal seen a few times weighs little. The same sentences give the same weights.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quarterdeck::coach::label::{self, Sums};
use quarterdeck::coach::statement::Statement;

use super::figures::{Labelled, today};

/// How often a signal must be met.
const MET: usize = 2;
/// How often a word must be met with a mark.
const MET_WITH: usize = 8;
/// The section of the words with marks.
const WITH: &str = "with";
/// How the weights of work and of no direction are held back, for which words are weighed with marks too.
const MARKED: Held = Held { by: 8.0, with_marks: true };
/// How all others are.
const OTHERS: Held = Held { by: 3.0, with_marks: false };
/// How often all sentences are gone through.
const ROUNDS: i32 = 400;
/// Weights below this, in hundredths, are left out.
const LEAST: i32 = 4;
/// The same of words with marks, which are many and say little each.
const LEAST_WITH: i32 = 2;
/// The source of the sentences that say what the labels mean, and how many others one of them counts for.
const DEFINING: (&str, f64) = ("the method", 16.0);
/// How many written objectives a real one counts for: real ones are of other kinds, and fewer.
const REAL_AIM: f64 = 2.0;
/// At which sums, in hundredths, a key result is called work, and down to which an effect.
const WORK_FROM: i32 = 70;
const EFFECT_TO: i32 = 0;
/// From which sum on it is left open what a key result is.
const OPEN_FROM: i32 = 180;

/// The labels of objectives, in the order of the file.
const OBJECTIVES: [&str; 5] = ["good", "metric_in_objective", "task", "vague", "business_as_usual"];

/// The place of the question whether a key result has no direction.
const NO_WAY: usize = OBJECTIVES.len() + 1;

/// The label of key results without a direction.
const STILL: &str = "still";

/// A signal: its section and its name.
type Signal = (&'static str, String);

/// How strongly weights are held back, and whether those of words with marks are learned.
#[derive(Clone, Copy)]
struct Held {
    by: f64,
    with_marks: bool,
}

/// The sentences to learn from: the names of their signals, how strongly their weights are held back, and each sentence
/// with those it has and its label.
struct Lesson<'a> {
    names: Vec<Signal>,
    held: f64,
    rows: Vec<Row<'a>>,
}

/// A sentence: its signals, its label, and how much it counts.
struct Row<'a> {
    signals: Vec<usize>,
    label: &'a str,
    counts: f64,
}

/// The weights that sentences give: numbers by signal, one a question.
pub struct Learned(BTreeMap<Signal, Sums>);

/// Learns the weights from sentences.
pub fn learned(key_results: &[&Labelled], objectives: &[&Labelled]) -> Learned {
    let decided: Vec<&Labelled> =
        key_results.iter().copied().filter(|row| row.label != "ambiguous").collect();
    let work = Lesson::of(&decided, MARKED, |row| &row.label);
    let mut aims = Lesson::of(objectives, OTHERS, |row| &row.label);
    for (row, _) in aims.rows.iter_mut().zip(objectives).filter(|(_, said)| super::REAL.contains(&said.set)) {
        row.counts *= REAL_AIM;
    }
    // What goes from one number to another has a direction, whatever is learned.
    let is_asked = |row: &&Labelled| {
        row.numbers.as_ref().is_some_and(|numbers| numbers.baseline.is_none() || numbers.target.is_none())
    };
    let read: Vec<&Labelled> = key_results.iter().copied().filter(is_asked).collect();
    let ways = Lesson::of(&read, MARKED, |row| {
        let way = row.numbers.as_ref().and_then(|numbers| numbers.direction.as_deref());
        way.unwrap_or(STILL)
    });
    let mut table = BTreeMap::new();
    work.note(&mut table, 0, &work.fitted("output"));
    for (at, label) in OBJECTIVES.iter().enumerate() {
        aims.note(&mut table, at + 1, &aims.fitted(label));
    }
    ways.note(&mut table, NO_WAY, &ways.fitted(STILL));
    let open = Lesson::of(key_results, OTHERS, |row| &row.label);
    open.note(&mut table, OBJECTIVES.len() + 2, &open.fitted("ambiguous"));
    Learned(table)
}

impl Learned {
    /// The sums over a statement.
    pub fn sums(&self, statement: &Statement<'_>) -> Sums {
        let mut sums = Sums::default();
        for weights in label::signals(statement).iter().filter_map(|signal| self.0.get(signal)) {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
        sums
    }

    /// The file of the weights.
    pub fn told(&self) -> String {
        let mut text = format!(
            "# What each signal of a statement weighs, in hundredths of the logarithm of the odds: of a key result, that it is\n\
             # work; of an objective, that it is good, has a figure to reach, is a task, vague, an ordinary duty; of a key result,\n\
             # that it has no direction, that it is open what it is. Found from the sentences of tests/corpus by `cargo bench --bench corpus -- --learn`;\n\
             # not written by hand. What words weigh beside a mark, that it is work and that it has no direction, stands last.\n\n\
             work_from = {WORK_FROM}\neffect_to = {EFFECT_TO}\nopen_from = {OPEN_FROM}\n",
        );
        let mut last = "";
        for ((section, name), numbers) in self.0.iter().filter(|(signal, _)| signal.0 != WITH) {
            if *section != last {
                let _ = writeln!(text, "\n[{section}]");
                last = section;
            }
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "{name:?} = [{}]", numbers.join(", "));
        }
        text + &self.told_with()
    }

    /// What words weigh with marks.
    fn told_with(&self) -> String {
        let mut words: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((_, name), sums) in self.0.iter().filter(|(signal, _)| signal.0 == WITH) {
            let (word, mark) = name.rsplit_once(' ').expect("a word and a mark");
            words.entry(word).or_default().push(format!("{mark} = [{}, {}]", sums[0], sums[NO_WAY]));
        }
        let rows = words.iter().map(|(word, marks)| format!("{word:?} = {{ {} }}\n", marks.join(", ")));
        format!("\n[{WITH}]\n") + &rows.collect::<String>()
    }
}

impl<'a> Lesson<'a> {
    fn of(rows: &[&'a Labelled], held: Held, label: impl Fn(&'a Labelled) -> &'a str) -> Self {
        let heard: Vec<(BTreeSet<Signal>, &str)> =
            rows.iter().map(|row| (signals(row), label(row))).collect();
        let mut met: BTreeMap<&Signal, usize> = BTreeMap::new();
        for signal in heard.iter().flat_map(|(signals, _)| signals) {
            *met.entry(signal).or_default() += 1;
        }
        let is_learned = |signal: &Signal, times: usize| {
            if signal.0 == WITH { held.with_marks && times >= MET_WITH } else { times >= MET }
        };
        met.retain(|signal, times| is_learned(signal, *times));
        let names: Vec<Signal> = met.into_keys().cloned().collect();
        let numbers =
            |of: &BTreeSet<Signal>| of.iter().filter_map(|each| names.binary_search(each).ok()).collect();
        let counts = |row: &Labelled| if row.source == DEFINING.0 { DEFINING.1 } else { 1.0 };
        let lessons = heard.iter().zip(rows);
        let rows = lessons
            .map(|((of, label), row)| Row { signals: numbers(of), label, counts: counts(row) })
            .collect();
        Self { names, held: held.by, rows }
    }

    /// One weight a signal, and the bias behind them.
    fn fitted(&self, label: &str) -> Vec<f64> {
        let count = self.names.len();
        let (mut weights, mut mean, mut spread) = (vec![0.0; count], vec![0.0; count], vec![0.0; count]);
        for round in 1..=ROUNDS {
            // Steps grow shorter, so that the last ones do not swing around what they lead to.
            let step = 0.03 * f64::from(ROUNDS + 1 - round) / f64::from(ROUNDS);
            for (at, slope) in self.slope(label, &weights).into_iter().enumerate() {
                mean[at] = 0.9 * mean[at] + 0.1 * slope;
                spread[at] = 0.99 * spread[at] + 0.01 * slope * slope;
                let (mean, spread) =
                    (mean[at] / (1.0 - 0.9_f64.powi(round)), spread[at] / (1.0 - 0.99_f64.powi(round)));
                weights[at] -= step * mean / (spread.sqrt() + 1e-8);
            }
        }
        weights
    }

    /// In which direction each weight makes the labels less likely. What all sentences have is not held back.
    fn slope(&self, label: &str, weights: &[f64]) -> Vec<f64> {
        let pull = |(name, weight): (&Signal, &f64)| if name.0 == "bias" { 0.0 } else { self.held * weight };
        let mut steps: Vec<f64> = self.names.iter().zip(weights).map(pull).collect();
        for row in &self.rows {
            let sum = row.signals.iter().map(|at| weights[*at]).sum::<f64>();
            let miss = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(row.label == label));
            for at in &row.signals {
                steps[*at] += row.counts * miss;
            }
        }
        steps
    }

    /// Puts the weights into the column of a question, in hundredths.
    fn note(&self, table: &mut BTreeMap<Signal, Sums>, question: usize, weights: &[f64]) {
        for (name, weight) in self.names.iter().zip(weights) {
            let said: i32 = format!("{:.0}", weight * 100.0).parse().expect("a rounded number");
            let least = if name.0 == WITH { LEAST_WITH } else { LEAST };
            if said.abs() >= least {
                table.entry(name.clone()).or_default()[question] = said;
            }
        }
    }
}

fn signals(row: &Labelled) -> BTreeSet<Signal> {
    label::signals(&Statement::read(&row.text, today())).into_iter().collect()
}
