//! What a field may name that stands elsewhere.

use std::fmt::Display;

pub fn id_and_level(id: impl Display, level: impl Display) -> String {
    format!("{id}, {level}")
}
