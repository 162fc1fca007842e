//! Lists that take no more room than what they hold, as records are read once and held for long.

use serde::{Deserialize, Deserializer};

/// Reads a list and gives back the room that was kept for more.
///
/// # Errors
///
/// As reading a list does.
pub(super) fn tight<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let mut list = Vec::deserialize(deserializer)?;
    list.shrink_to_fit();
    Ok(list)
}
