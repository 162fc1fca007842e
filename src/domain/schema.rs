//! What a day, a number and a score look like in a file, for JSON Schema; everything else is derived.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::day::Day;
use super::number::Number;
use super::score::Score;

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A day, without quotes: 2027-02-11.", "type": "string", "format": "date" })
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A number in the unit of its measure: 1.4.", "type": "number" })
    }
}

impl JsonSchema for Score {
    fn schema_name() -> Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A score from 0.0 to 1.0, in tenths.", "type": "number", "minimum": 0, "maximum": 1
        })
    }
}
