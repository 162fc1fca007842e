//! What the player has to say: calm words about the time, nudges, and what the method shows at this point.

use serde::{Deserialize, Serialize};

use super::circles::Circle;
use super::clock::TimeCue;
use crate::domain::id::KeyResultId;
use crate::method::step::{Signal, Step, Steps, When};
use crate::method::texts::{self, fill, text_keys};

text_keys! {
    /// The words of a cue.
    CueText {
        /// Half of the box is gone.
        Half
        /// Four fifths of the box are gone.
        FourFifths
        /// Two minutes are left.
        WrapUp
        /// The box is over.
        Time
        /// The room can hardly speak (RET-1).
        StayInWriting
        /// A vote is spread wide (SET-13, CHK-4).
        Explain
        /// Some fists show less than consent (SET-14).
        Dissent
        /// A box was extended twice.
        ParkingLot
        /// The room voted against staying.
        MoveOn
        /// The minutes of a circle are over, and another comes.
        NextCircle
        /// The minutes of the last circle are over.
        CirclesOver
        /// Drafts or dots wait hidden as the session is closed.
        StillHidden
    }
}

/// Something to be said now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cue {
    /// About the time.
    Time(TimeCue),
    /// A nudge of a step, by its place among them: 0 is the usual one.
    Nudge(Step, usize),
    /// The room can hardly speak: stay in writing, no round-table (RET-1).
    StayInWriting,
    /// A vote is spread by 40 points or more: lowest, then highest explain, then vote again.
    Explain(KeyResultId),
    /// Some fists show 0 to 2: what would make it a 3? (SET-14)
    Dissent,
    /// The box was extended twice: what is left goes to the parking lot.
    ParkingLot,
    /// The room voted against staying: it goes on.
    MoveOn,
    /// The minutes of a circle of 1-2-all are over: this one comes next.
    NextCircle(Circle),
    /// All have thought together: what came of it?
    CirclesOver,
    /// Drafts or dots wait hidden as the session is closed.
    StillHidden,
    /// What was said could not be written any more: what, and why.
    LeftOut(String),
}

/// The traps that are seen in one thing a step talks about, or in one vote: what is said of them goes with it.
const OF_ONE_THING: [Signal; 13] = [
    Signal::AllThrees,
    Signal::WordingAgain,
    Signal::TargetBeforeBaseline,
    Signal::BaselineWithoutSource,
    Signal::DraftDefended,
    Signal::NearlyCertain,
    Signal::NearlyHopeless,
    Signal::SlowVote,
    Signal::TopicAdded,
    Signal::TargetLowered,
    Signal::ScoreMovedUp,
    Signal::WorkDoneNumberFlat,
    Signal::Hindsight,
];

impl Cue {
    /// Whether it is about what is talked about or voted on now, and no word to the step.
    pub fn is_of_one_thing(&self) -> bool {
        match self {
            Self::Explain(_) | Self::Dissent | Self::StayInWriting => true,
            Self::Nudge(step, at) => {
                let when = Steps::METHOD.guide(*step).nudges().nth(*at).map(|(when, _)| when);
                OF_ONE_THING.iter().any(|signal| when == Some(When::Seen(*signal)))
            }
            _ => false,
        }
    }

    /// Whether it is given once in a step, or of one thing in it; what answers an act is given each time.
    pub(super) fn is_said_once(&self) -> bool {
        match self {
            Self::Time(_) | Self::Nudge(..) | Self::StayInWriting | Self::StillHidden | Self::LeftOut(_) => {
                true
            }
            Self::Explain(_)
            | Self::Dissent
            | Self::ParkingLot
            | Self::MoveOn
            | Self::NextCircle(_)
            | Self::CirclesOver => false,
        }
    }

    /// The words.
    pub fn says(&self, steps: Steps<'_>) -> String {
        let text = match self {
            Self::Time(TimeCue::Half) => texts::cue(CueText::Half),
            Self::Time(TimeCue::FourFifths) => texts::cue(CueText::FourFifths),
            Self::Time(TimeCue::WrapUp) => texts::cue(CueText::WrapUp),
            Self::Time(TimeCue::Time) => texts::cue(CueText::Time),
            Self::Nudge(step, at) => {
                return steps
                    .guide(*step)
                    .nudges()
                    .nth(*at)
                    .map(|(_, says)| says.to_owned())
                    .unwrap_or_default();
            }
            Self::StayInWriting => texts::cue(CueText::StayInWriting),
            Self::Explain(_) => texts::cue(CueText::Explain),
            Self::Dissent => texts::cue(CueText::Dissent),
            Self::ParkingLot => texts::cue(CueText::ParkingLot),
            Self::MoveOn => texts::cue(CueText::MoveOn),
            Self::CirclesOver => texts::cue(CueText::CirclesOver),
            Self::NextCircle(circle) => {
                let minutes = circle.minutes().to_string();
                let places = [("circle", circle.says()), ("minutes", minutes.as_str())];
                return fill(texts::cue(CueText::NextCircle), &places);
            }
            Self::StillHidden => texts::cue(CueText::StillHidden),
            Self::LeftOut(says) => says,
        };
        text.to_owned()
    }
}
