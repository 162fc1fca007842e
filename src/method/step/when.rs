//! When a nudge is shown: at a minute, when the facilitator asks for it, or when its trap is visible in the numbers.

use serde::Deserialize;

use crate::words::method::rules as words;

macro_rules! signals {
    ($($(#[$doc:meta])* $name:ident $words:literal)*) => {
        /// A trap as it is visible in the numbers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Signal {
            $($(#[$doc])* $name,)*
        }

        impl Signal {
            /// Every signal there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What is visible, in the words of the asset.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

signals! {
    /// The step takes longer than its box.
    OverBox "over its box"
    /// The step is about to be skipped.
    Skipped "skipped"
    /// The step was left before anyone could have read it aloud.
    LeftAtOnce "left within ten seconds"
    /// Drafts were sent and not shown, and the step is left.
    DraftsHidden "drafts are still hidden"
    /// A draft of an objective names work.
    DraftIsProject "a draft is a project"
    /// Four fifths of the box are gone and dots are missing.
    DotsWaitedFor "dots are waited for"
    /// The wording of one objective changes for the second time.
    WordingAgain "the wording changes again"
    /// An objective joins two goals.
    AndInObjective "an objective has an 'and' in it"
    /// A target stands where no baseline does.
    TargetBeforeBaseline "a target stands before its baseline"
    /// A baseline has no source or no date.
    BaselineWithoutSource "a baseline has no source"
    /// The room said it could be hit with the problem still there, and the draft was not changed.
    DraftDefended "a draft stays as it was"
    /// A dependency is still open.
    DependencyOpen "a dependency is open"
    /// An objective names more than one contribution.
    ManyLinks "an objective links to several"
    /// The room is nearly sure.
    NearlyCertain "a median is 90 or more"
    /// The room sees next to no chance.
    NearlyHopeless "a median is 10 or less"
    /// Everybody shows three fingers.
    AllThrees "all fists are threes"
    /// Something changed, and there is no reading.
    StoryWithoutNumber "a story has no number"
    /// One vote takes longer than a minute.
    SlowVote "one vote takes over a minute"
    /// A key result is talked about that nothing points at.
    TopicAdded "a key result is added"
    /// Three times the plan stood, and each time confidence fell.
    PlanStoodThreeTimes "the plan stood three times while confidence fell"
    /// A committed target moved towards its baseline.
    TargetLowered "a target is lowered"
    /// Something was dropped and an objective came in its place.
    ObjectiveSwapped "an objective is added after a drop"
    /// A final reading is missing, and no later quarter is named.
    ReadingWaitedFor "a final reading is waited for"
    /// A score lies above what the formula says.
    ScoreMovedUp "a score is moved up"
    /// The work is done, and the number has hardly moved.
    WorkDoneNumberFlat "the work is done and the number flat"
    /// A verdict reads as if the opening vote had been another.
    Hindsight "a verdict forgets the opening vote"
    /// What scored high mattered more, what scored low less, without an exception.
    VerdictsFollowScores "every verdict follows the score"
    /// There is no assumption to judge.
    NoAssumptions "no assumption was written down"
    /// The effort has reached three person-days.
    EffortAmber "the effort is amber or over"
    /// Three changes are chosen, and another one comes.
    FourthAction "a fourth change is chosen"
    /// A key result was continued twice already.
    ContinuedAgain "a key result is continued for the third time"
}

/// When a nudge is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum When {
    /// At so many minutes into the step.
    At(u32),
    /// When the facilitator asks for it: nothing in the numbers shows the trap.
    Asked,
    /// When the trap is visible in the numbers.
    Seen(Signal),
}

impl TryFrom<String> for When {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let minutes = text.strip_prefix("at ").and_then(|rest| rest.strip_suffix(" min"));
        if let Some(minutes) = minutes.and_then(|minutes| minutes.parse().ok()) {
            return Ok(Self::At(minutes));
        }
        let seen = Signal::ALL.iter().find(|signal| signal.words() == text);
        match seen {
            Some(signal) => Ok(Self::Seen(*signal)),
            None if text == "asked" => Ok(Self::Asked),
            None => Err(words::is_no_moment_of_a_nudge(text)),
        }
    }
}
