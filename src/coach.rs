//! The coach: reads a sentence and says what a good facilitator would ask about it. Deterministic, offline, and every
//! finding can say in words why it is there.
//!
//! [`sentence`] reads what is measured and the numbers; [`label`] tells work from effect; [`finding`] is what a rule has
//! to ask.

pub mod finding;
pub mod label;
pub mod sentence;
