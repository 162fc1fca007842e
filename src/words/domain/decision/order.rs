//! What is said when something moves.

use std::fmt::Display;

pub fn move_to(name: impl Display, title: impl Display) -> String {
    format!("move {name} to {title}")
}
