//! The static analysis results interchange format, version 2.1.0, as code scanning reads it.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{PlacedFinding, Unread, severity};
use crate::coach::rule::Rule;
use crate::words::report::shown as words;

/// One run with the rules of the coach and a result for each finding; a waived one is suppressed by its reason. What cannot
/// be read is a result too.
pub fn sarif(found: &[PlacedFinding], unread: &[Unread]) -> Value {
    let rules: Vec<Value> = Rule::ALL.iter().map(|rule| descriptor(*rule)).collect();
    let results: Vec<Value> = unread.iter().map(broken).chain(found.iter().map(result)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "okr", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn descriptor(rule: Rule) -> Value {
    let words = rule.words();
    json!({
        "id": rule.id(),
        "shortDescription": { "text": words.question },
        "fullDescription": { "text": words.why },
        "help": { "text": words::asked_of(&words.before, &words.after) },
        "defaultConfiguration": { "level": severity(rule.level()) },
    })
}

fn broken(unread: &Unread) -> Value {
    let Unread { path, line, column, rule, says } = unread;
    json!({
        "ruleId": rule,
        "level": "error",
        "message": { "text": says },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(path) },
                "region": { "startLine": line, "startColumn": column },
            },
        }],
    })
}

fn result(found: &PlacedFinding) -> Value {
    let PlacedFinding { path, line, column, end_column, finding, .. } = found;
    let region = match found.source {
        Some(_) => json!({ "startLine": line, "startColumn": column, "endColumn": end_column }),
        None => json!({ "startLine": line }),
    };
    let mut result = json!({
        "ruleId": finding.rule.id(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == finding.rule),
        "level": severity(finding.level),
        "message": { "text": format!("{} {}", found.says(), finding.hint()) },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(path) }, "region": region },
        }],
    });
    if let Some(waiver) = &finding.waived {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": waiver.reason }]);
    }
    result
}

/// A path as a reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot go wrong.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
