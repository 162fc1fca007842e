//! The steps of the method by their ids, and the sessions they are played in.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::effort::EffortPhase;

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident $id:literal $phase:ident)*) => {
        /// One step of the facilitation, named as in the method.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Step {
            $($(#[$doc])* #[serde(rename = $id)] $name,)*
        }

        impl Step {
            /// Every step, in the order of the cycle.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The id people say: `SET-7`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The phase its effort counts for.
            pub fn phase(self) -> EffortPhase {
                match self { $(Self::$name => EffortPhase::$phase,)* }
            }
        }
    };
}

steps! {
    /// Kick-off.
    Set1 "SET-1" Setting
    /// Draft alone.
    Set2 "SET-2" Setting
    /// Read and group.
    Set3 "SET-3" Setting
    /// Dot vote.
    Set4 "SET-4" Setting
    /// Debate.
    Set5 "SET-5" Setting
    /// Cut.
    Set6 "SET-6" Setting
    /// Write key results.
    Set7 "SET-7" Setting
    /// Fetch baselines.
    Set8 "SET-8" Setting
    /// Refine.
    Set9 "SET-9" Setting
    /// Dependencies.
    Set10 "SET-10" Setting
    /// Alignment test.
    Set11 "SET-11" Setting
    /// Pre-mortem and assumptions.
    Set12 "SET-12" Setting
    /// Opening confidence.
    Set13 "SET-13" Setting
    /// Commit.
    Set14 "SET-14" Setting
    /// Readings.
    Chk1 "CHK-1" CheckIns
    /// Open.
    Chk2 "CHK-2" CheckIns
    /// Confidence round.
    Chk3 "CHK-3" CheckIns
    /// What changed, what blocks.
    Chk4 "CHK-4" CheckIns
    /// Decide and close.
    Chk5 "CHK-5" CheckIns
    /// Look back.
    Mid1 "MID-1" CheckIns
    /// Keep, change, drop.
    Mid2 "MID-2" CheckIns
    /// Record.
    Mid3 "MID-3" CheckIns
    /// Final readings.
    Sco1 "SCO-1" Scoring
    /// Ground rule.
    Sco2 "SCO-2" Scoring
    /// Score.
    Sco3 "SCO-3" Scoring
    /// Read the whole.
    Sco4 "SCO-4" Scoring
    /// Set the tone.
    Ret1 "RET-1" Retrospective
    /// Write alone.
    Ret2 "RET-2" Retrospective
    /// Too easy, too hard.
    Ret3 "RET-3" Retrospective
    /// Did they matter?
    Ret4 "RET-4" Retrospective
    /// Assumptions.
    Ret5 "RET-5" Retrospective
    /// How did the cycle run?
    Ret6 "RET-6" Retrospective
    /// Choose.
    Ret7 "RET-7" Retrospective
    /// Close.
    Ret8 "RET-8" Retrospective
    /// Hand-over.
    Hnd1 "HND-1" Retrospective
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

macro_rules! sessions {
    ($($(#[$doc:meta])* $name:ident $title:literal [$($step:ident)*] after [$($before:ident)*] $phase:ident)*) => {
        /// A meeting of the method: steps played one after the other on one shared screen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum SessionKind {
            $($(#[$doc])* $name,)*
        }

        impl SessionKind {
            /// Every session, in the order of the cycle.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What it is called.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// The steps it plays, in order.
            pub fn steps(self) -> &'static [Step] {
                match self { $(Self::$name => &[$(Step::$step),*],)* }
            }

            /// The steps done alone or in pairs before it; their effort is declared when it closes.
            pub fn before(self) -> &'static [Step] {
                match self { $(Self::$name => &[$(Step::$before),*],)* }
            }

            /// The phase its effort counts for.
            pub fn phase(self) -> EffortPhase {
                match self { $(Self::$name => EffortPhase::$phase,)* }
            }
        }
    };
}

sessions! {
    /// A: direction, lessons, ground rules.
    KickOff "Kick-off" [Set1] after [] Setting
    /// B: from drafts to three to five objectives.
    Choose "Choose" [Set3 Set4 Set5 Set6] after [Set2] Setting
    /// C: each key result tested by the room, dependencies named.
    Refine "Refine" [Set9 Set10] after [Set7 Set8] Setting
    /// D: alignment, pre-mortem, opening vote, commit.
    Commit "Commit" [Set11 Set12 Set13 Set14] after [Set10] Setting
    /// A check-in together.
    CheckIn "Check-in" [Chk2 Chk3 Chk4 Chk5] after [Chk1] CheckIns
    /// The check-in nearest to mid-quarter, with MID.
    MidQuarter "Mid-quarter" [Chk2 Chk3 Chk4 Chk5 Mid1 Mid2 Mid3] after [Chk1] CheckIns
    /// Scoring.
    Score "Score" [Sco2 Sco3 Sco4] after [Sco1] Scoring
    /// Looking back.
    Retrospective "Retrospective" [Ret1 Ret2 Ret3 Ret4 Ret5 Ret6 Ret7 Ret8] after [] Retrospective
    /// Two people hand over to the next kick-off.
    HandOver "Hand-over" [Hnd1] after [] Retrospective
}

impl SessionKind {
    /// The letter it is chosen by, the same whatever else can be held: those of the method, and on from there.
    pub fn key(self) -> char {
        let all = Self::ALL.iter().zip('a'..);
        all.into_iter().find(|(kind, _)| **kind == self).map_or('a', |(_, key)| key)
    }

    /// The letter the method gives it: A to D for the sessions of the setting.
    pub fn letter(self) -> Option<char> {
        match self {
            Self::KickOff => Some('A'),
            Self::Choose => Some('B'),
            Self::Refine => Some('C'),
            Self::Commit => Some('D'),
            Self::CheckIn | Self::MidQuarter | Self::Score | Self::Retrospective | Self::HandOver => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_played_or_done_before_a_session() {
        for step in Step::ALL {
            let is_there = |kind: &SessionKind| kind.steps().contains(step) || kind.before().contains(step);
            assert!(SessionKind::ALL.iter().any(is_there), "{step}");
        }
        assert_eq!(Step::ALL.len(), 35);
    }

    #[test]
    fn a_session_is_chosen_by_the_letter_the_method_gives_it() {
        let lettered =
            |kind: &SessionKind| kind.letter().is_none_or(|letter| letter.to_ascii_lowercase() == kind.key());
        assert!(SessionKind::ALL.iter().all(lettered));
        assert_eq!(SessionKind::HandOver.key(), 'i');
    }

    #[test]
    fn a_session_counts_for_the_phase_of_its_steps() {
        for kind in SessionKind::ALL {
            let all = kind.steps().iter().chain(kind.before());
            assert!(all.into_iter().all(|step| step.phase() == kind.phase()), "{kind:?}");
        }
    }
}
