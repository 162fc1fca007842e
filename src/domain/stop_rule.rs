//! The rules that stop a decision. Scripts read their names, and how a command ends follows from what they speak of.

use super::step::Step;

/// What a stop speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeaksOf {
    /// What was typed: typed otherwise, it goes through.
    Typed,
    /// Where the quarter stands.
    Quarter,
    /// A file that cannot be read.
    Unread,
}

macro_rules! stop_rules {
    ($($(#[$doc:meta])* $name:ident $id:literal $of:ident)*) => {
        /// The rule of a stop.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum StopRule {
            /// A step of the method, where it has one rule.
            At(Step),
            $($(#[$doc])* $name,)*
        }

        impl StopRule {
            /// The name that is shown, and kept where a reason went past it: `SET-7 baseline`.
            pub fn id(self) -> &'static str {
                match self { Self::At(step) => step.id(), $(Self::$name => $id,)* }
            }

            /// What it speaks of.
            pub fn speaks_of(self) -> SpeaksOf {
                match self { Self::At(_) => SpeaksOf::Quarter, $(Self::$name => SpeaksOf::$of,)* }
            }
        }
    };
}

stop_rules! {
    /// The set has no objective.
    NoObjective "SET-6 empty" Quarter
    /// The set has more objectives than the method allows.
    Wall "SET-6 wall" Quarter
    /// The list of what is not done now is empty.
    NotNow "SET-6 not-now" Quarter
    /// An objective has no key result.
    NoKeyResult "SET-7 empty" Quarter
    /// A key result has no metric.
    NoMetric "SET-7 metric" Quarter
    /// A key result has no baseline.
    NoBaseline "SET-7 baseline" Quarter
    /// A key result has no target.
    NoTarget "SET-7 target" Quarter
    /// The target equals the baseline.
    NoGap "SET-7 no-gap" Quarter
    /// The target lies against the direction.
    WrongWay "SET-7 wrong-way" Quarter
    /// Nothing lies between the floor and the ceiling.
    EmptyWindow "SET-7 window" Quarter
    /// A light of a key result is off.
    Unlit "SET-9 lights" Quarter
    /// Somebody outside has been promised a key result.
    Promised "SET-9 promise" Quarter
    /// A key result could be hit without solving the problem.
    NoOutcome "SET-9 outcome" Quarter
    /// The set is aligned in name only.
    Nominal "SET-11 nominal" Quarter
    /// A fist shows less than 3.
    Fist "SET-14 fist" Quarter
    /// The quarter is closed.
    Closed "closed" Quarter
    /// Two files have one id.
    DuplicateId "duplicate-id" Quarter
    /// The numbers are shown already, or not yet.
    Reveal "reveal" Quarter
    /// A file cannot be read.
    Unread "unread" Unread
    /// A reading is of a day that it cannot have.
    ReadingDay "CHK-1 date" Quarter
    /// An effort is of a day to come.
    EffortDay "effort" Quarter
    /// A text or a count is missing.
    Empty "empty" Typed
    /// A count is too large to be meant.
    Range "range" Typed
    /// What is named is not there.
    Reference "reference" Typed
    /// A name gives no id, or one that is taken.
    Id "id" Typed
    /// The days of a cycle are not those it has.
    Cycle "cycle" Typed
    /// A link names no objective, or several.
    Link "contributes-to" Typed
    /// An objective would contribute to itself.
    ObjectiveLoop "objective-loop" Typed
    /// A team would belong to itself.
    TeamLoop "team-loop" Typed
}

impl From<Step> for StopRule {
    fn from(step: Step) -> Self {
        Self::At(step)
    }
}
