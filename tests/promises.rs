//! Nothing lost, nobody let in: what is promised about the files and the terminal, each promise held to a figure.
//!
//! Each runs in a few seconds here. A longer form of those that are drawn by lot is had by a variable:
//! `OKR_PROMISE_ROUNDS=1000 cargo test --test all promises`.

pub mod anything;
pub mod comments;
pub mod damaged;
pub mod leaving;
pub mod released;
pub mod seen;

/// How many rounds of something are played: so many in the usual run, or as many as the variable asks for.
pub fn rounds(usual: usize) -> usize {
    let asked = std::env::var("OKR_PROMISE_ROUNDS").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or(usual)
}
