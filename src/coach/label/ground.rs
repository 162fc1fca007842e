//! What a judgement rests on.

use std::ops::Range;

use super::Label;
use super::reason::Reason;

/// What a rule finds: the label, why, and the words it rests on.
#[derive(Debug, Clone)]
pub(super) struct Ground<L> {
    /// What it finds.
    pub(super) label: L,
    /// Why it is that.
    pub(super) reason: Reason,
    /// The words, by their places.
    pub(super) words: Range<usize>,
}

/// It is an outcome.
pub(super) const fn outcome(reason: Reason, words: Range<usize>) -> Ground<Label> {
    Ground { label: Label::Outcome, reason, words }
}

/// It is an output.
pub(super) const fn output(reason: Reason, words: Range<usize>) -> Ground<Label> {
    Ground { label: Label::Output, reason, words }
}

/// Careful people would answer differently.
pub(super) const fn ambiguous(reason: Reason, words: Range<usize>) -> Ground<Label> {
    Ground { label: Label::Ambiguous, reason, words }
}
