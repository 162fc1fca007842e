//! What each signal of a statement weighs, for every label that is asked about: a row of numbers a signal.

use super::senses::ROWS;
use super::signals::{MARK_COUNT, Mark, PLACE_COUNT, Place, SHAPE_COUNT, Signals, shape_name};
use super::stems::stems;
use crate::coach::rows::{Row, rows};
use crate::coach::table::Table;
use crate::coach::token::Token;

/// How many questions are asked: whether a key result is work, what an objective is, whether a key result has no direction,
/// and whether it is left open what it is.
pub(super) const QUESTIONS: usize = 8;

/// One number a question, in hundredths of the logarithm of the odds.
pub(super) type Sums = [i32; QUESTIONS];

/// How many senses a word can have.
const SENSES: usize = ROWS.len();

/// All weights, as a file has them.
#[derive(Debug, Clone)]
pub(super) struct Weights<'t> {
    bias: Sums,
    places: Vec<[Sums; SENSES]>,
    marks: [Sums; MARK_COUNT],
    shapes: [Sums; SHAPE_COUNT],
    words: Table<&'t str, Sums>,
    pairs: Table<(&'t str, &'t str), Sums>,
}

impl<'t> Weights<'t> {
    /// Reads the rows of a file; `None` if the text is something else. Names of signals nobody looks for are left out.
    /// `limit` takes what stands above the first section.
    pub(super) fn read(text: &'t str, mut limit: impl FnMut(&str, i32)) -> Option<Self> {
        const NOTHING: Sums = [0; QUESTIONS];
        let mut weights = Self {
            bias: NOTHING,
            places: vec![[NOTHING; SENSES]; PLACE_COUNT],
            marks: [NOTHING; MARK_COUNT],
            shapes: [NOTHING; SHAPE_COUNT],
            words: Table::default(),
            pairs: Table::default(),
        };
        let names = Names::all();
        for row in rows(text) {
            let Row { section, name, value } = row?;
            if section.is_empty() {
                limit(name, value.parse().ok()?);
            } else {
                weights.take(&names, (section, name), numbers(value)?)?;
            }
        }
        Some(weights)
    }

    /// Takes in a row; `None` where its name has no form of its section.
    fn take(&mut self, names: &Names, (section, name): (&'t str, &'t str), sums: Sums) -> Option<()> {
        let slot = match section {
            "bias" => Some(&mut self.bias),
            "words" => Some(self.words.entry(name).or_default()),
            "pairs" => Some(self.pairs.entry(name.split_once(' ')?).or_default()),
            "marks" => Mark::ALL.iter().position(|mark| mark.name() == name).map(|at| &mut self.marks[at]),
            "shapes" => names.shapes.get(name).map(|at| &mut self.shapes[*at]),
            place => {
                let place = Place::ALL.iter().position(|one| one.name() == place);
                let sense = names.senses.get(&name.split_once('-')?);
                place.zip(sense).map(|(place, sense)| &mut self.places[place][*sense])
            }
        };
        if let Some(slot) = slot {
            *slot = sums;
        }
        Some(())
    }

    /// The sums over a statement: above zero speaks for a yes.
    pub(super) fn weigh(&self, signals: &Signals, tokens: &[Token<'_>]) -> Sums {
        let mut sums = self.bias;
        add(&mut sums, &self.shapes[signals.shape]);
        for (senses, weights) in signals.places.iter().zip(self.places.iter()) {
            senses.places().for_each(|at| add(&mut sums, &weights[at]));
        }
        signals.marks().for_each(|mark| add(&mut sums, &self.marks[mark as usize]));
        let mut before = None;
        for stem in stems(tokens) {
            let pair = before.replace(stem).and_then(|before| self.pairs.get(&(before, stem)));
            self.words.get(stem).into_iter().chain(pair).for_each(|weights| add(&mut sums, weights));
        }
        sums
    }
}

fn add(sums: &mut Sums, weights: &Sums) {
    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
}

/// "[12, 0, -3, 0, 0, 8, 1]".
fn numbers(value: &str) -> Option<Sums> {
    let mut given =
        value.strip_prefix('[')?.strip_suffix(']')?.split(',').map(|number| number.trim().parse());
    let mut sums = [0; QUESTIONS];
    for sum in &mut sums {
        *sum = given.next()?.ok()?;
    }
    given.next().is_none().then_some(sums)
}

/// What the rows of senses and shapes are called.
struct Names {
    senses: Table<(&'static str, &'static str), usize>,
    shapes: Table<String, usize>,
}

impl Names {
    fn all() -> Self {
        Self {
            senses: ROWS.iter().enumerate().map(|(at, (_, file, row))| ((*file, *row), at)).collect(),
            shapes: (0..SHAPE_COUNT).map(|shape| (shape_name(shape), shape)).collect(),
        }
    }
}

/// The signals of a statement by section and name, as a file has them.
pub(super) fn names(signals: &Signals, tokens: &[Token<'_>]) -> Vec<(&'static str, String)> {
    let mut found = vec![("bias", "all".to_owned()), ("shapes", shape_name(signals.shape))];
    for (place, senses) in Place::ALL.into_iter().zip(&signals.places) {
        found.extend(senses.places().map(|at| (place.name(), format!("{}-{}", ROWS[at].1, ROWS[at].2))));
    }
    found.extend(signals.marks().map(|mark| ("marks", mark.name().to_owned())));
    let stems: Vec<&str> = stems(tokens).collect();
    found.extend(stems.iter().map(|stem| ("words", (*stem).to_owned())));
    found.extend(stems.windows(2).map(|pair| ("pairs", pair.join(" "))));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_number_for_every_question() {
        assert_eq!(numbers("[1, -2, 3, 0, 0, 6, 7, 8]"), Some([1, -2, 3, 0, 0, 6, 7, 8]));
        for text in
            ["[1, 2]", "[1, 2, 3, 4, 5, 6, 7, 8, 9]", "1, 2, 3, 4, 5, 6, 7, 8", "[1, 2, 3, 4, 5, 6, 7, x]"]
        {
            assert_eq!(numbers(text), None, "{text}");
        }
    }
}
