//! The board beside a question: the one thing a question is about, and what is answered by a number or a letter of it. The
//! numbers are those the room saw: where others have changed the board since, it is asked again.

use std::fmt::Display;

use super::{Ask, Wrong, dependencies, lessons, lettered, letters, wrong};
use crate::domain::decision::Desk;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::retrospective::Judged;
use crate::method::fields;
use crate::method::session::Player;
use crate::method::session::choosing::on_the_board;
use crate::method::session::topic::Topic;
use crate::method::step::Step;
use crate::words::method::session::ask as words;

/// Something that has a number or a letter on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    id: String,
    name: String,
}

impl Numbered {
    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn new(id: impl Display, name: &str) -> Self {
        Self { id: id.to_string(), name: name.to_owned() }
    }

    fn objective(found: &Objective) -> Self {
        Self::new(&found.id, &found.title)
    }

    fn key_result(found: &KeyResult) -> Self {
        Self::new(&found.id, found.name())
    }
}

impl Ask {
    /// Tells whether the room shows its numbers together, after a count-in.
    pub fn counts_in(&self) -> bool {
        matches!(self, Self::Votes(_) | Self::Fist | Self::Tone)
    }

    /// What is asked once of the confidence the room showed, as [`fields::doubt`] has it.
    pub fn doubt(&self, typed: &str, again: &str) -> Option<String> {
        matches!(self, Self::Votes(_)).then(|| fields::doubt(typed, again)).flatten()
    }

    /// Tells whether it asks for a verdict that has keys of its own, and why it is so (RET-3, RET-4, RET-5).
    pub fn asks_why(&self) -> bool {
        matches!(self, Self::Verdict(_))
    }

    /// What it is about, where it is about one thing and no other.
    pub fn about(&self) -> Option<Topic> {
        match self.clone() {
            Self::Field(topic) => Some(topic),
            Self::Questions(id)
            | Self::Waive(id)
            | Self::Votes(id)
            | Self::Note(id)
            | Self::Do(id)
            | Self::Score(id)
            | Self::Verdict(Judged::KeyResult(id)) => Some(Topic::KeyResult(id)),
            Self::Origin(id)
            | Self::Reword(id)
            | Self::For(id)
            | Self::Against(id)
            | Self::NotNow(id)
            | Self::Contribute(id)
            | Self::Negotiate(id)
            | Self::Judge(id)
            | Self::Revise(id)
            | Self::Verdict(Judged::Objective(id)) => Some(Topic::Objective(id)),
            Self::Verdict(Judged::Assumption(under, id)) => Some(Topic::Assumption(under, id)),
            _ => None,
        }
    }

    /// What has a number or a letter on the board, in their order; nothing where none is asked for.
    pub fn numbered(&self, player: &Player, desk: &Desk<'_>) -> Vec<Numbered> {
        let quarter = desk.quarter;
        match self {
            Self::Dots if player.step() == Step::Ret7 => {
                lessons(desk).map(|note| Numbered::new(&note.id, &note.text)).collect()
            }
            Self::Merge | Self::Cut => {
                let all = on_the_board(player.step(), quarter);
                all.into_iter().map(Numbered::objective).collect()
            }
            Self::Dots | Self::Assume => quarter.live_objectives().map(Numbered::objective).collect(),
            Self::Depend | Self::Talk => {
                quarter.live_key_results().map(|(_, found)| Numbered::key_result(found)).collect()
            }
            Self::Revise(id) => {
                let under = quarter.objective(id).into_iter();
                under.flat_map(Objective::live_key_results).map(Numbered::key_result).collect()
            }
            Self::Replied => {
                dependencies(desk).map(|(_, found)| Numbered::new(&found.id, &found.need)).collect()
            }
            Self::Unpark => {
                let lines = quarter.frame.parking_lot.iter();
                lines.map(|line| Numbered::new(&line.id, &line.text)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The blanks that take a number or a letter of the board.
    fn by_number(&self) -> &'static [&'static str] {
        match self {
            Self::Merge => &["from", "into"],
            Self::Dots => &["dots"],
            Self::Cut | Self::Assume => &["objective"],
            Self::Depend | Self::Talk | Self::Revise(_) => &["key_result"],
            Self::Replied => &["dependency"],
            Self::Unpark => &["line"],
            _ => &[],
        }
    }

    /// The first answer by a number or a letter that stands for something else now than when it was asked for.
    pub fn moved(
        &self,
        answers: &[(&'static str, &str)],
        (seen, now): (&[Numbered], &[Numbered]),
    ) -> Option<Wrong> {
        let mut said = answers.iter().filter(|(name, _)| self.by_number().contains(name));
        said.find_map(|(name, text)| {
            let (places, is_letter) = places(text);
            let letter = |at: usize| letters().nth(at).unwrap_or_default();
            let place = |at: usize| if is_letter { letter(at) } else { (at + 1).to_string() };
            places.into_iter().find_map(|at| {
                let was = seen.get(at)?;
                let is = now.iter().position(|other| other.id == was.id);
                let says = match is {
                    Some(is) if is == at => return None,
                    Some(is) => words::it_was_and_is(&was.name, place(at), place(is)),
                    None => words::it_was_and_is_gone(&was.name, place(at)),
                };
                Some(wrong(name, says))
            })
        })
    }
}

/// The places on the board that an answer means, from 0, and whether it means them by a letter.
fn places(text: &str) -> (Vec<usize>, bool) {
    let words = text.split([' ', ',', ';', '%', '\t']).filter(|word| !word.is_empty());
    let numbers: Vec<usize> = words.map_while(|word| word.parse().ok()).collect();
    if numbers.is_empty() {
        return (lettered(text.trim(), 0..).into_iter().collect(), true);
    }
    (numbers.into_iter().filter_map(|number| number.checked_sub(1)).collect(), false)
}
