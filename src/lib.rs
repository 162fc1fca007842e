//! Quarterdeck leads an engineering team through its OKR quarter.

pub mod cli;
pub mod domain;
pub mod method;
pub mod report;
pub mod store;
pub mod tui;
