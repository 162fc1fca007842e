//! What a judgement rests on.

use std::ops::Range;

use super::Label;

/// What a rule finds: the label, the name of its reason in `assets/coach/reasons.toml`, and the words it rests on.
#[derive(Debug, Clone)]
pub(super) struct Ground<L> {
    /// What it finds.
    pub(super) label: L,
    /// The name of its reason.
    pub(super) reason: &'static str,
    /// The words, by their places.
    pub(super) words: Range<usize>,
}

/// It is an outcome.
pub(super) const fn outcome(reason: &'static str, words: Range<usize>) -> Ground<Label> {
    Ground { label: Label::Outcome, reason, words }
}

/// It is an output.
pub(super) const fn output(reason: &'static str, words: Range<usize>) -> Ground<Label> {
    Ground { label: Label::Output, reason, words }
}

/// Careful people would answer differently.
pub(super) const fn ambiguous(reason: &'static str, words: Range<usize>) -> Ground<Label> {
    Ground { label: Label::Ambiguous, reason, words }
}
