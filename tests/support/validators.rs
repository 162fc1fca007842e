//! What others make of what we write: a validator of JSON schemas, and the tokens of HTML by its specification.

use html5gum::{Token, Tokenizer};
use serde_json::Value;

/// What stands in no schema's name: schemas are looked up here and nowhere else.
const PLACE: &str = "https://quarterdeck.invalid/schema.json";

/// All that is wrong with a value by a schema, a line each.
pub fn against_schema(schema: &Value, value: &Value) -> Vec<String> {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    let place = schema["$id"].as_str().filter(|id| id.starts_with("http")).unwrap_or(PLACE).to_owned();
    compiler.add_resource(&place, schema.clone()).unwrap();
    let index = compiler.compile(&place, &mut schemas).unwrap_or_else(|why| panic!("no schema: {why:#}"));
    match schemas.validate(value, index) {
        Ok(()) => Vec::new(),
        Err(why) => format!("{why:#}").lines().skip(1).map(str::to_owned).collect(),
    }
}

/// The elements of HTML that have no end.
const VOID: [&[u8]; 6] = [b"meta", b"link", b"br", b"hr", b"img", b"input"];

/// All that is wrong with a page: what its tokenizer calls an error, ends without a beginning, and what is never ended.
pub fn against_html(page: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut open: Vec<Vec<u8>> = Vec::new();
    for token in Tokenizer::new(page) {
        let Ok(token) = token;
        match token {
            Token::Error(error) => wrong.push(error.to_string()),
            Token::StartTag(tag) if !tag.self_closing && !VOID.contains(&tag.name.as_slice()) => {
                open.push(tag.name.to_vec());
            }
            Token::EndTag(tag) => match open.pop() {
                Some(name) if *name == *tag.name => {}
                other => wrong.push(format!("</{}> ends {other:?}", String::from_utf8_lossy(&tag.name))),
            },
            _ => {}
        }
    }
    wrong.extend(open.iter().map(|name| format!("<{}> is never ended", String::from_utf8_lossy(name))));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_found() {
        let schema = serde_json::json!({ "type": "object", "required": ["day"], "properties": { "day": { "format": "date" } } });
        assert_eq!(against_schema(&schema, &serde_json::json!({ "day": "2027-02-11" })), [""; 0]);
        assert_eq!(against_schema(&schema, &serde_json::json!({ "day": "soon" })).len(), 1);
        assert_eq!(against_schema(&schema, &serde_json::json!({})).len(), 1);
        assert_eq!(against_html("<!DOCTYPE html><p>one<br>two</p>"), [""; 0]);
        assert_eq!(against_html("<p><b>one</p></b>").len(), 2);
        assert_eq!(against_html("<p title='a' title='b'>one").len(), 2);
    }
}
