//! How values stand in a file where that is not derived: what a day, a number and a score look like to JSON Schema, and lists
//! that take no more room than what they hold, as records are read once and held for long; and what is not written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::day::Day;
use super::number::Number;
use super::score::Score;
use crate::words::domain::values as words;

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

/// Whether a value is the one that holds where a file says nothing, so that it need not be said.
pub(super) fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": words::A_DAY, "type": "string", "format": "date" })
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": words::A_NUMBER_IN_THE_UNIT, "type": "number" })
    }
}

impl JsonSchema for Score {
    fn schema_name() -> Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": words::A_SCORE_FROM_0_0, "type": "number", "minimum": 0, "maximum": 1
        })
    }
}
