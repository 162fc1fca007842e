//! What each signal of a statement weighs, for every label that is asked about: a row of numbers a signal, compiled from
//! `assets/coach/evidence.toml` by the build script. What a word says weighs otherwise by how the statement is built
//! ("reach 40 teams", "reach agreement"), so that each has weights of its own beside each mark.

use std::collections::BTreeSet;

use super::signal::{Place, WEIGHED_WITH_MARKS, shape_name};
use super::signals::Signals;
use super::stems::stems;
use crate::coach::lexicon::senses::ROWS;
use crate::coach::token::Token;

mod listed {
    //! Written by the build script.
    #![expect(clippy::unreadable_literal, reason = "nobody reads it")]

    use crate::coach::packed::Packed;

    include!(concat!(env!("OUT_DIR"), "/evidence.rs"));
}

pub(super) use listed::{EFFECT_TO, OPEN_FROM, WORK_FROM};

/// How many questions are asked: whether a key result is work, what an objective is, whether a key result has no direction,
/// and whether it is left open what it is.
pub const QUESTIONS: usize = 8;

/// What speaks for a yes to each question, in hundredths of the logarithm of the odds: above zero for, below against.
pub type Sums = [i32; QUESTIONS];

/// The question whether a key result is work.
pub(super) const WORK: usize = 0;

/// The question whether a key result has no direction: it merely counts what is made, or nothing moves.
pub(super) const STILL: usize = 6;

/// A row of the file.
type Row = [i16; QUESTIONS];

/// Where the weights with marks of a word stand.
type With = (u16, u16);

/// The sums over a statement. A word or pair that stands there twice counts once: that is how weights are learned.
pub(super) fn weigh(signals: &Signals, tokens: &[Token<'_>]) -> Sums {
    let mut sums = listed::BIAS.map(i32::from);
    add(&mut sums, &listed::SHAPES[signals.shape]);
    for (senses, weights) in signals.places.iter().zip(&listed::PLACES) {
        senses.places().for_each(|at| add(&mut sums, &weights[at]));
    }
    for (place, with) in WEIGHED_WITH_MARKS.into_iter().zip(&listed::PLACES_WITH) {
        signals.places[place as usize].places().for_each(|at| add_with(&mut sums, signals, with[at]));
    }
    signals.marks().for_each(|mark| add(&mut sums, &listed::MARKS[mark as usize]));
    let stems: Vec<&str> = stems(tokens).collect();
    for (_, stem) in stems.iter().enumerate().filter(|(at, stem)| !stems[..*at].contains(stem)) {
        if let Some((weights, with)) = listed::WORDS.get(stem) {
            add(&mut sums, weights);
            add_with(&mut sums, signals, *with);
        }
    }
    let mut text = String::new();
    let is_first = |at: usize| !stems[..=at].windows(2).any(|earlier| *earlier == stems[at..at + 2]);
    for pair in stems.windows(2).enumerate().filter(|(at, _)| is_first(*at)).map(|(_, pair)| pair) {
        text.clear();
        text.extend([pair[0], " ", pair[1]]);
        listed::PAIRS.get(&text).into_iter().for_each(|weights| add(&mut sums, weights));
    }
    sums
}

fn add(sums: &mut Sums, weights: &Row) {
    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += i32::from(*weight));
}

/// Adds what a word weighs with the marks of its statement, for the questions whether it is work and has no direction.
fn add_with(sums: &mut Sums, signals: &Signals, (from, to): With) {
    let rows = &listed::WITH[usize::from(from)..usize::from(to)];
    for (_, [work, still]) in rows.iter().filter(|(mark, _)| signals.has(usize::from(*mark))) {
        sums[WORK] += i32::from(*work);
        sums[STILL] += i32::from(*still);
    }
}

/// The signals of a statement by section and name, as the file has them, each once.
pub(super) fn names(signals: &Signals, tokens: &[Token<'_>]) -> Vec<(&'static str, String)> {
    let mut found = vec![("bias", "all".to_owned()), ("shapes", shape_name(signals.shape))];
    for (place, senses) in Place::ALL.into_iter().zip(&signals.places) {
        found.extend(senses.places().map(|at| (place.name(), format!("{}-{}", ROWS[at].1, ROWS[at].2))));
    }
    found.extend(signals.marks().map(|mark| ("marks", mark.name().to_owned())));
    let stems: Vec<&str> = stems(tokens).collect();
    let words: BTreeSet<&str> = stems.iter().copied().collect();
    found.extend(words.iter().map(|stem| ("words", (*stem).to_owned())));
    let pairs: BTreeSet<String> = stems.windows(2).map(|pair| pair.join(" ")).collect();
    found.extend(pairs.into_iter().map(|pair| ("pairs", pair)));
    let with: Vec<_> = found.iter().filter(|(section, _)| is_weighed_with_marks(section)).cloned().collect();
    for (section, name) in with {
        found.extend(signals.marks().map(|mark| ("with", format!("{section} {name} {}", mark.name()))));
    }
    found
}

fn is_weighed_with_marks(section: &str) -> bool {
    section == "words" || WEIGHED_WITH_MARKS.iter().any(|place| place.name() == section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::label::clause::Clause;
    use crate::coach::statement::Statement;
    use crate::domain::day::Day;

    #[test]
    fn the_sums_are_those_of_the_rows_in_the_file_by_their_names() {
        let file: toml::Table = toml::from_str(include_str!("../../../assets/coach/evidence.toml"))
            .expect("the weights are TOML");
        let row = |section: &str, name: &str| -> Sums {
            let number = |value: Option<&toml::Value>| {
                let number = value.and_then(toml::Value::as_integer).unwrap_or(0);
                i32::try_from(number).expect("a small number")
            };
            let mut sums = Sums::default();
            if let Some((word, mark)) = name.rsplit_once(' ').filter(|_| section == "with") {
                let weights = file[section].get(word).and_then(|marks| marks.get(mark));
                sums[WORK] = number(weights.and_then(|weights| weights.get(0)));
                sums[STILL] = number(weights.and_then(|weights| weights.get(1)));
            } else if let Some(row) = file[section].get(name) {
                sums = std::array::from_fn(|at| number(row.get(at)));
            }
            sums
        };
        for text in [
            "Publish 5 posts",
            "Sign-in failures down from 2.3 % to 0.5%",
            "Customers renew before their contract ends",
            "Größe and %",
            "Publish 5 posts and publish 5 guides",
            "",
        ] {
            let statement = Statement::read(text, Day::new(2027, 1, 8).expect("a day of the calendar"));
            let signals = Signals::of(&Clause::read(&statement), &statement.sentence);
            let mut expected = [0; QUESTIONS];
            for (section, name) in names(&signals, &statement.tokens) {
                expected.iter_mut().zip(row(section, &name)).for_each(|(sum, weight)| *sum += weight);
            }
            assert_eq!(weigh(&signals, &statement.tokens), expected, "{text}");
            let names = names(&signals, &statement.tokens);
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{text}");
        }
    }
}
