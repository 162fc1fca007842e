//! What the method says: names and questions of fields, what a session asks and takes, what is due.

use std::fmt::Display;

pub mod fields;
pub mod found;
pub mod rules;
pub mod session;

/// A limit in person-days, the usual one as it is read aloud.
pub fn the_limit(days: rust_decimal::Decimal) -> String {
    if days == rust_decimal::Decimal::from(4) { "four".to_owned() } else { days.to_string() }
}
pub fn of_the_limit(
    spent: impl Display,
    limit: impl Display,
    days: impl Display,
    most: impl Display,
) -> String {
    format!("{spent} of {limit}, {days} of {most} person-days")
}
