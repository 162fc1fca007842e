//! The steps of the method by their ids.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::effort::EffortPhase;

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident $id:literal $phase:ident)*) => {
        /// One step of the facilitation, named as in the method.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Step {
            $($(#[$doc])* #[serde(rename = $id)] $name,)*
        }

        impl Step {
            /// Every step, in the order of the cycle.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The id people say: `SET-7`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The phase its effort counts for.
            #[must_use]
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
