//! What the method says: names and questions of fields, what a session asks and takes, what is due.

use std::fmt::Display;

pub mod elsewhere;
pub mod fields;
pub mod found;
pub mod rules;
pub mod session;

/// The usual limit, as it is read aloud.
pub const FOUR: &str = "four";
pub fn of_the_limit(
    spent: impl Display,
    limit: impl Display,
    days: impl Display,
    most: impl Display,
) -> String {
    format!("{spent} of {limit}, {days} of {most} person-days")
}
