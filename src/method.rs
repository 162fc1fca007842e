//! How a team is led through its quarter: what is asked, when, in which words, and what it costs.

pub mod fields;
