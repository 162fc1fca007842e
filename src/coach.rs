//! The coach: reads a sentence and says what a good facilitator would ask about it. Deterministic, offline, and every
//! finding can say in words why it is there.
//!
//! Each part knows only those before it. [`token`] parts a text, the [`lexicon`] says what its words can mean. What is
//! measured and the numbers stand in a [`sentence`], that and its text in a [`statement`]. [`draft`] makes a measure of it,
//! [`label`] tells work from effect. The [`rule`]s stand in one table with their words; those that look at a sentence, a
//! file or a set are functions in [`rules`] (those that look at check-ins and earlier quarters are with the method). What a
//! rule has to ask is a [`finding`]; what is left to ask by the levels and waivers of a team says [`lint`].

pub mod better;
pub mod draft;
pub mod finding;
pub mod label;
pub mod lexicon;
pub mod lint;
mod outline;
mod packed;
pub mod rule;
pub mod rules;
pub mod sentence;
pub mod statement;
pub mod token;
pub mod words;
