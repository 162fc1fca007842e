//! The rules as functions, those together that look at the same. A rule is a pure function: it looks at a case and asks,
//! or has nothing to ask.

pub mod between;
pub mod key_result;
pub mod objective;
pub mod set;

use super::finding::{Finding, Raised};
use super::rule::Rule;

/// Asks every rule of a table; `look` hands a rule what it looks at. Which rule asks is said by its row alone.
pub fn ask<F>(rules: &[(Rule, F)], look: impl Fn(&F) -> Option<Raised>) -> Vec<Finding> {
    rules.iter().filter_map(|(rule, find)| look(find).map(|raised| raised.by(*rule))).collect()
}
