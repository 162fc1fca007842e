//! The steps as data: what each asks, shows and takes, how long it may last, and when it is done.
//!
//! [`Steps`] reads `assets/steps/`, with what a team has of its own laid over it. One place for every prompt and every
//! timebox; what a step does with an answer is left to the session player.

mod board;
mod book;
mod when;

use serde::Deserialize;

use crate::coach::words::{fill, has_places};
use crate::domain::formula::Counts;
use crate::domain::own_step::{OwnStep, OwnSteps};
use crate::domain::retrospective::NoteKind;

pub use crate::domain::step::{SessionKind, Step};
use crate::words::method::rules as words;
pub use board::Board;
pub use when::{Signal, When};

/// Who takes part in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody in the room.
    All,
    /// Everybody by themselves.
    Each,
    /// Two by two, a key result each.
    Pairs,
    /// The contact of each key result.
    Contact,
    /// Two people.
    Two,
}

impl Who {
    const ALL: [Self; 5] = [Self::All, Self::Each, Self::Pairs, Self::Contact, Self::Two];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Each => "each",
            Self::Pairs => "pairs",
            Self::Contact => "contact",
            Self::Two => words::TWO_PEOPLE,
        }
    }

    /// How many people the minutes of a step count for.
    pub fn people(self, in_the_room: u32) -> u32 {
        match self {
            Self::All | Self::Each => in_the_room,
            Self::Pairs | Self::Two => 2,
            Self::Contact => 1,
        }
    }
}

/// How a step is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// On one shared screen; the clock counts.
    Live,
    /// By each alone, before a meeting; the effort is declared.
    Async,
    /// In pairs, alone or in breakout rooms; the effort is declared.
    Pair,
}

impl Mode {
    const ALL: [Self; 3] = [Self::Live, Self::Async, Self::Pair];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Async => "async",
            Self::Pair => "pair",
        }
    }
}

/// Which form of a check-in a timebox is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variant {
    /// Every two weeks, and everything that is no check-in.
    Usual,
    /// Monthly.
    Monthly,
    /// The check-in that carries mid-quarter, in both cadences.
    Mid,
}

/// A trap, what to say when the room walks into it, and how it shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nudge {
    /// The usual trap.
    pub trap: String,
    /// What to say.
    #[serde(rename = "nudge")]
    pub says: String,
    /// When it shows.
    #[serde(rename = "nudge_when")]
    pub when: When,
}

/// One column of a format of the writing step, and what its notes become.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The question above it.
    pub ask: String,
    /// What its notes become.
    pub store: NoteKind,
}

/// A format of the writing step RET-2; all end in the same four stores.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// Its name: `sailboat`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it fits.
    #[serde(rename = "for")]
    pub fits: String,
    /// Its columns.
    #[serde(rename = "column")]
    pub columns: Vec<Column>,
}

/// The steps of the method, with what a team has of its own.
#[derive(Debug, Clone, Copy)]
pub struct Steps<'a> {
    own: Option<&'a OwnSteps>,
}

/// What one step asks, shows and takes, and when it is done.
#[derive(Debug, Clone, Copy)]
pub struct Guide<'a> {
    /// Which step.
    pub step: Step,
    /// Its name.
    pub title: &'a str,
    /// Who takes part.
    pub who: Who,
    /// How it is held.
    pub mode: Mode,
    /// Whether nobody speaks.
    pub is_silent: bool,
    /// What is read aloud before the questions.
    pub say: Option<&'a str>,
    /// The questions, read aloud one by one.
    pub ask: &'a [String],
    /// Why it is there, where no place of the screens that it fills says so.
    pub why: Option<&'a str>,
    /// One good example, where no such place gives one.
    pub example: Option<&'a str>,
    /// A hint for the facilitator.
    pub hint: &'a str,
    /// The board it shows.
    pub show: Board,
    /// What stands on the board.
    pub shows: &'a str,
    /// What is typed in.
    pub input: &'a str,
    /// When it is done.
    pub done: &'a str,
    /// The usual trap.
    pub trap: &'a str,
    /// What to say in the usual trap.
    pub nudge: &'a str,
    /// When the nudge shows.
    pub nudge_when: When,
    /// Further traps of the step.
    pub also: &'a [Nudge],
}

impl<'a> Guide<'a> {
    /// Everything that is read aloud: what is said, then the questions.
    pub fn aloud(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.say.into_iter().chain(self.ask.iter().map(String::as_str))
    }

    /// The questions with their values filled in; one whose value is not known yet waits, and is left out.
    pub fn asked(&self, values: &[(&str, &str)]) -> Vec<String> {
        let filled = self.ask.iter().map(|ask| fill(ask, values));
        filled.filter(|ask| !has_places(ask)).collect()
    }

    /// The question at a place among them, from 0; where a team asks fewer, the method's: what is answered there is the same.
    pub fn question(&self, at: usize) -> &'a str {
        self.ask.get(at).or(book::words(self.step).ask.get(at)).map_or("", String::as_str)
    }

    /// The questions beside the one at a place, which is asked by itself.
    pub fn others(&self, at: usize) -> Vec<String> {
        let all = self.ask.iter().enumerate();
        all.filter(|(place, _)| *place != at).map(|(_, ask)| ask.clone()).collect()
    }

    /// Every nudge of the step with the moment it shows, the usual one first.
    pub fn nudges(&self) -> impl Iterator<Item = (When, &'a str)> + use<'a> {
        let also = self.also.iter().map(|nudge| (nudge.when, nudge.says.as_str()));
        std::iter::once((self.nudge_when, self.nudge)).chain(also)
    }
}

impl Steps<'static> {
    /// The steps as the method has them.
    pub const METHOD: Self = Self { own: None };
}

impl<'a> Steps<'a> {
    /// The steps of a team that has some of its own.
    pub fn with(own: &'a OwnSteps) -> Self {
        Self { own: Some(own) }
    }

    fn own(self, step: Step) -> Option<&'a OwnStep> {
        self.own.and_then(|own| own.of(step))
    }

    /// What a step asks, shows and takes.
    pub fn guide(self, step: Step) -> Guide<'a> {
        let row = book::words(step);
        let own = self.own(step);
        let text = |of_team: fn(&OwnStep) -> &Option<String>, of_method: &'a str| {
            own.and_then(|own| of_team(own).as_deref()).unwrap_or(of_method)
        };
        let ask = own.map(|own| own.ask.as_slice()).filter(|ask| !ask.is_empty());
        Guide {
            step,
            title: text(|own| &own.title, &row.title),
            who: book::times(step).who,
            mode: book::times(step).mode,
            is_silent: row.silent,
            say: own.and_then(|own| own.say.as_deref()).or(row.say.as_deref()),
            ask: ask.unwrap_or(&row.ask),
            why: row.why.as_deref(),
            example: row.example.as_deref(),
            hint: text(|own| &own.hint, &row.hint),
            show: row.show,
            shows: &row.shows,
            input: &row.input,
            done: text(|own| &own.done, &row.done),
            trap: &row.trap,
            nudge: text(|own| &own.nudge, &row.nudge),
            nudge_when: row.nudge_when,
            also: &row.also,
        }
    }

    /// Who takes part in a step, and how it is held.
    pub fn held(self, step: Step) -> (Who, Mode) {
        (book::times(step).who, book::times(step).mode)
    }

    /// The minutes of a step; for what is done alone, those one person, or one pair, is expected to take in all.
    pub fn minutes(self, step: Step, variant: Variant, counts: Counts) -> u32 {
        let times = book::times(step);
        let own = self.own(step);
        let of_variant = match variant {
            Variant::Usual => None,
            Variant::Monthly => own.and_then(|own| own.timebox_monthly.as_ref()).or(times.monthly.as_ref()),
            Variant::Mid => own.and_then(|own| own.timebox_mid.as_ref()).or(times.mid.as_ref()),
        };
        let usual = own.and_then(|own| own.timebox.as_ref()).unwrap_or(&times.timebox);
        of_variant.unwrap_or(usual).minutes(counts)
    }

    /// The minutes one person spends after the meeting on what a step asks for: who asks other teams (SET-10).
    pub fn minutes_after(self, step: Step, counts: Counts) -> u32 {
        book::times(step).after.as_ref().map_or(0, |after| after.minutes(counts))
    }

    /// The minutes of the facilitator alone before the kick-off.
    pub fn preparation(self, counts: Counts) -> u32 {
        book::alone("preparation").minutes(counts)
    }

    /// The minutes of a briefing for everybody before a first cycle.
    pub fn briefing(self, counts: Counts) -> u32 {
        book::alone("briefing").minutes(counts)
    }

    /// The formats of the writing step, the usual one first.
    pub fn formats(self) -> &'static [Format] {
        book::formats()
    }
}

#[cfg(test)]
mod tests;
