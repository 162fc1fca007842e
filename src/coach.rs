//! The coach: reads a sentence and says what a good facilitator would ask about it. Deterministic, offline, and every
//! finding can say in words why it is there.
//!
//! [`token`] parts a text, [`statement`] reads it: what is measured and the numbers stand in a [`sentence`]. [`label`]
//! tells work from effect; [`finding`] is what a rule has to ask.

pub mod finding;
pub mod label;
pub mod sentence;
pub mod statement;
pub mod token;
