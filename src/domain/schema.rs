//! What a day, a number and a score look like in a file, for JSON Schema; everything else is derived.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::day::Day;
use super::number::Number;
use super::score::Score;
use crate::words::domain::values as words;

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
