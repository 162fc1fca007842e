//! Finds the weights of `assets/coach/evidence.toml` from labelled sentences: a logistic regression for each label, held
//! back so that a signal seen a few times weighs little. The same sentences give the same weights.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quarterdeck::coach::label;
use quarterdeck::coach::statement::Statement;

use super::figures::{Labelled, today};

/// How often a signal must be met.
const MET: usize = 2;
/// How strongly the weights of work, and those of objectives, are held back.
const HELD: [f64; 2] = [8.0, 10.0];
/// How often all sentences are gone through.
const ROUNDS: i32 = 400;
/// At which sums, in hundredths, a flag is kept, and an open statement is called work.
const FLAG_FROM: i32 = 40;
const CALL_FROM: i32 = 100;

/// The labels of objectives.
const OBJECTIVES: [&str; 5] = ["good", "metric_in_objective", "task", "vague", "business_as_usual"];

/// The sentences to learn from: the names of their signals, and each sentence with those it has and its label.
struct Lesson<'a> {
    names: Vec<String>,
    rows: Vec<(Vec<usize>, &'a str)>,
}

/// The text of the weights that sentences give.
#[must_use]
pub fn learned(key_results: &[&Labelled], objectives: &[&Labelled]) -> String {
    let decided: Vec<&Labelled> =
        key_results.iter().copied().filter(|row| row.label != "ambiguous").collect();
    let (work, aims) = (Lesson::of(&decided, true), Lesson::of(objectives, false));
    let mut text = format!(
        "# What each signal of a statement weighs for a label, in hundredths: of a key result, that it is work; of an\n\
         # objective, what it is. Found from the sentences of tests/corpus by `cargo bench --bench corpus -- --learn`;\n\
         # not written by hand.\n\nflag_from = {FLAG_FROM}\ncall_from = {CALL_FROM}\n",
    );
    tell(&mut text, "work", &work.names, &work.fitted("output", HELD[0]));
    for label in OBJECTIVES {
        tell(&mut text, label, &aims.names, &aims.fitted(label, HELD[1]));
    }
    text
}

impl<'a> Lesson<'a> {
    fn of(rows: &[&'a Labelled], has_words: bool) -> Self {
        let heard: Vec<(BTreeSet<String>, &str)> =
            rows.iter().map(|row| (signals(row, has_words), row.label.as_str())).collect();
        let mut met: BTreeMap<&String, usize> = BTreeMap::new();
        for signal in heard.iter().flat_map(|(signals, _)| signals) {
            *met.entry(signal).or_default() += 1;
        }
        let names: Vec<String> =
            met.into_iter().filter(|(_, times)| *times >= MET).map(|(name, _)| name.clone()).collect();
        let numbers =
            |of: &BTreeSet<String>| of.iter().filter_map(|each| names.binary_search(each).ok()).collect();
        let lessons = heard.iter().map(|(of, label)| (numbers(of), *label)).collect();
        Self { names, rows: lessons }
    }

    /// One weight a signal, and the bias behind them.
    fn fitted(&self, label: &str, held: f64) -> Vec<f64> {
        let count = self.names.len() + 1;
        let (mut weights, mut mean, mut spread) = (vec![0.0; count], vec![0.0; count], vec![0.0; count]);
        for round in 1..=ROUNDS {
            for (at, slope) in self.slope(label, held, &weights).into_iter().enumerate() {
                mean[at] = 0.9 * mean[at] + 0.1 * slope;
                spread[at] = 0.99 * spread[at] + 0.01 * slope * slope;
                let (mean, spread) =
                    (mean[at] / (1.0 - 0.9_f64.powi(round)), spread[at] / (1.0 - 0.99_f64.powi(round)));
                weights[at] -= 0.03 * mean / (spread.sqrt() + 1e-8);
            }
        }
        weights
    }

    /// In which direction each weight makes the labels less likely.
    fn slope(&self, label: &str, held: f64, weights: &[f64]) -> Vec<f64> {
        let bias = weights.len() - 1;
        let mut steps: Vec<f64> = weights[..bias].iter().map(|weight| held * weight).chain([0.0]).collect();
        for (signals, said) in &self.rows {
            let sum = weights[bias] + signals.iter().map(|at| weights[*at]).sum::<f64>();
            let miss = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(*said == label));
            for at in signals {
                steps[*at] += miss;
            }
            steps[bias] += miss;
        }
        steps
    }
}

fn signals(row: &Labelled, has_words: bool) -> BTreeSet<String> {
    let statement = Statement::read(&row.text, today());
    if has_words {
        return label::signals(&statement).into_iter().collect();
    }
    let all = label::objective_signals(&statement);
    all.into_iter().filter(|name| !name.starts_with("word.")).collect()
}

/// The weights of a label, in hundredths; those that round to nothing are left out.
fn tell(text: &mut String, label: &str, names: &[String], weights: &[f64]) {
    let _ = writeln!(text, "\n[{label}]");
    let heard = names.iter().map(String::as_str).chain(["bias"]).zip(weights);
    for (name, weight) in heard {
        let said = format!("{:.0}", weight * 100.0);
        if !["0", "-0", "1", "-1"].contains(&said.as_str()) {
            let _ = writeln!(text, "{name:?} = {said}");
        }
    }
}
