//! Sums what speaks for a label: named signals of a statement, each with a weight.
//!
//! The rules say what a statement is and why, and they may be wrong where a word is new to them. The sums are a second
//! opinion, from all places of the statement at once. Of a key result they keep a flag to where both agree; of an
//! objective they are weighed against the rules.
//!
//! The weights stand in `assets/coach/evidence.toml`; `cargo bench --bench corpus -- --learn` finds them from labelled
//! sentences.

use std::sync::LazyLock;

use super::clause::{Clause, Voice};
use super::doubt;
use super::ground::{Ground, ambiguous, output};
use super::senses::{ROWS, Sense};
use super::signals::{MARK_COUNT, Mark, PLACE_COUNT, Place, SHAPE_COUNT, Signals, shape_name};
use super::{Label, ObjectiveLabel};
use crate::coach::rows::{Row, rows};
use crate::coach::sentence::Sentence;
use crate::coach::table::Table;

/// How many senses a word can have.
const SENSES: usize = ROWS.len();

/// What each signal weighs for one label, in hundredths of the logarithm of the odds.
#[derive(Debug, Clone)]
struct Weights {
    bias: i32,
    places: Box<[[i16; SENSES]; PLACE_COUNT]>,
    marks: [i16; MARK_COUNT],
    shapes: [i16; SHAPE_COUNT],
    words: Table<String, i16>,
    rules: Table<String, i16>,
}

/// What the sums are compared with, and the weights behind them.
#[derive(Debug, Clone)]
pub struct Evidence {
    flag_from: i32,
    call_from: i32,
    work: Weights,
    objectives: Vec<(ObjectiveLabel, Weights)>,
}

/// The objectives' labels by the names of their sections.
const OBJECTIVES: [(ObjectiveLabel, &str); 5] = [
    (ObjectiveLabel::Good, "good"),
    (ObjectiveLabel::MetricInObjective, "metric_in_objective"),
    (ObjectiveLabel::Task, "task"),
    (ObjectiveLabel::Vague, "vague"),
    (ObjectiveLabel::BusinessAsUsual, "business_as_usual"),
];

static SHIPPED: LazyLock<Evidence> = LazyLock::new(|| {
    Evidence::read(include_str!("../../../assets/coach/evidence.toml"))
        .expect("the compiled-in weights are what this module reads; a test parses them")
});

impl Evidence {
    /// The weights of this version.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads weights as `assets/coach/evidence.toml` has them; `None` if the text is something else. Names of signals
    /// nobody looks for are left out.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut given: Table<&str, Table<&str, i16>> = Table::default();
        for row in rows(text) {
            let Row { section, name, value } = row?;
            given.entry(section).or_default().insert(name, value.parse().ok()?);
        }
        let number = |name| given.get("")?.get(name).map(|number| i32::from(*number));
        let names = Names::all();
        let weights = |section| given.get(section).map(|given| Weights::of(given, &names));
        let objectives = OBJECTIVES.iter().map(|(label, section)| Some((*label, weights(*section)?)));
        Some(Self {
            flag_from: number("flag_from")?,
            call_from: number("call_from")?,
            work: weights("work")?,
            objectives: objectives.collect::<Option<_>>()?,
        })
    }

    /// Keeps what the rules call work to where the sum agrees, and calls work what they leave open where it is sure.
    pub(super) fn checked(
        &self,
        ground: Ground<Label>,
        clause: &Clause<'_>,
        sentence: &Sentence,
    ) -> Ground<Label> {
        // That a number is looked at and not moved stands in the sentence itself.
        let is_told = ground.reason == "watched";
        let is_closed = doubt::is_fragment(clause) || clause.any_says(clause.main(), Sense::Badge);
        if ground.label == Label::Outcome || ground.label == Label::Ambiguous && ground.reason != "open" {
            return ground;
        }
        let sum = self.work.weigh(&Signals::of(clause, sentence), clause) + self.work.rule(ground.reason);
        match ground.label {
            Label::Output if sum < self.flag_from && !is_told => ambiguous("doubt", ground.words),
            Label::Ambiguous if sum >= self.call_from && !is_closed => output(reason(clause), clause.main()),
            Label::Output | Label::Ambiguous | Label::Outcome => ground,
        }
    }

    /// The label of an objective for which most speaks, the finding of the rules weighed in.
    pub(super) fn weighed(
        &self,
        ground: Ground<ObjectiveLabel>,
        clause: &Clause<'_>,
        sentence: &Sentence,
    ) -> Ground<ObjectiveLabel> {
        if ground.reason == "empty" {
            return ground;
        }
        let signals = Signals::of(clause, sentence);
        let sum = |(label, weights): &(ObjectiveLabel, Weights)| {
            (weights.weigh(&signals, clause) + weights.rule(ground.reason), *label)
        };
        let best = self.objectives.iter().map(sum).max_by_key(|(sum, _)| *sum);
        match best {
            Some((_, label)) if label != ground.label => {
                Ground { label, reason: label.reason(), words: clause.main() }
            }
            Some(_) | None => ground,
        }
    }
}

/// Why a statement is work that no rule knew.
fn reason(clause: &Clause<'_>) -> &'static str {
    match clause.predicate.map(|found| found.voice) {
        _ if clause.lead.is_some() => "work",
        Some(Voice::Suffers) => "handled",
        Some(Voice::Acts | Voice::Can | Voice::Is) | None => "made",
    }
}

impl Weights {
    fn of(given: &Table<&str, i16>, names: &Names) -> Self {
        let weight = |name: &str| given.get(name).copied().unwrap_or_default();
        let of_kind = |kind: &'static str| {
            move |(name, weight): (&&str, &i16)| Some((name.strip_prefix(kind)?.to_owned(), *weight))
        };
        Self {
            bias: weight("bias").into(),
            places: Box::new(
                names.places.each_ref().map(|place| std::array::from_fn(|at| weight(&place[at]))),
            ),
            marks: names.marks.each_ref().map(|mark| weight(mark)),
            shapes: names.shapes.each_ref().map(|shape| weight(shape)),
            words: given.iter().filter_map(of_kind("word.")).collect(),
            rules: given.iter().filter_map(of_kind("rule.")).collect(),
        }
    }

    /// What it weighs that a rule fits, by the name of its reason.
    fn rule(&self, reason: &str) -> i32 {
        self.rules.get(reason).copied().unwrap_or_default().into()
    }

    /// The sum over a statement: above zero speaks for the label.
    fn weigh(&self, signals: &Signals, clause: &Clause<'_>) -> i32 {
        let mut sum = self.bias + i32::from(self.shapes[signals.shape]);
        for (senses, weights) in signals.places.iter().zip(self.places.iter()) {
            sum += senses.places().map(|at| i32::from(weights[at])).sum::<i32>();
        }
        sum += signals.marks().map(|mark| i32::from(self.marks[mark as usize])).sum::<i32>();
        let words = clause.words.iter().filter_map(|word| self.words.get(word.lower));
        sum + words.map(|weight| i32::from(*weight)).sum::<i32>()
    }
}

/// The names of all signals but those of words.
struct Names {
    places: [Vec<String>; PLACE_COUNT],
    marks: [String; MARK_COUNT],
    shapes: [String; SHAPE_COUNT],
}

impl Names {
    fn all() -> Self {
        Self {
            places: Place::ALL.map(|place| (0..SENSES).map(|at| place_name(place, at)).collect()),
            marks: Mark::ALL.map(mark_name),
            shapes: std::array::from_fn(shape_name),
        }
    }
}

/// The names of the signals of a statement.
pub(super) fn names(clause: &Clause<'_>, sentence: &Sentence) -> Vec<String> {
    let signals = Signals::of(clause, sentence);
    let mut found = vec![shape_name(signals.shape)];
    for (place, senses) in Place::ALL.into_iter().zip(&signals.places) {
        found.extend(senses.places().map(|at| place_name(place, at)));
    }
    found.extend(signals.marks().map(mark_name));
    let words = clause.words.iter().filter(|word| word.amount.is_none() && !word.is_sign);
    found.extend(words.map(|word| format!("word.{}", word.lower)));
    found
}

fn place_name(place: Place, at: usize) -> String {
    let (_, file, row) = ROWS[at];
    format!("{}.{file}-{row}", place.name())
}

fn mark_name(mark: Mark) -> String {
    format!("mark.{}", mark.name())
}
