//! Tells work from effect: is a key result something the team does, or a change in the state of the world?

/// What a key result describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A change in the state of the world.
    Outcome,
    /// Something the team does or builds; it can be reached and the problem still be there.
    Output,
    /// Careful people would answer differently.
    Ambiguous,
}

/// What an objective is like; the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectiveLabel {
    /// A state somebody would notice, with a direction.
    Good,
    /// A figure to reach is in it.
    MetricInObjective,
    /// A deliverable, project, hire or decision that can be ticked off.
    Task,
    /// Nobody could disagree, or nothing says what would be different.
    Vague,
    /// Keeps an ordinary duty going.
    BusinessAsUsual,
}

/// A judgement and the reason in words a team can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement<L> {
    /// The judgement.
    pub label: L,
    /// Why, in one sentence that names the words of the statement it rests on.
    pub why: String,
    /// The stretch of the statement it rests on, in bytes, on character boundaries.
    pub span: std::ops::Range<usize>,
}
