//! What leaves the program for others, by validators that know nothing of it: SARIF by the schema of OASIS, pages by the
//! specification of HTML. (The calendar stands beside the browser.)

use serde_json::Value;

use crate::support::cli::in_sample;
use crate::support::okr;
use crate::support::validators::{against_html, against_schema};

/// The schema of SARIF 2.1.0 as OASIS publishes it.
const SARIF: &str = include_str!("../schemas/sarif-2.1.0.json");

#[test]
fn the_findings_are_valid_sarif() {
    let home = in_sample();
    let schema: Value = serde_json::from_str(SARIF).unwrap();
    for line in ["lint --format sarif", "lint --waived --format sarif", "lint okr.toml --format sarif"] {
        let report = okr(&home).dir("okrs").args(line).run().json();
        assert_eq!(against_schema(&schema, &report), [""; 0], "{line}");
    }
    let mut report = okr(&home).dir("okrs").args("lint --format sarif").run().json();
    assert!(!report["runs"][0]["results"].as_array().unwrap().is_empty());
    report["runs"][0]["results"][0]["level"] = "loud".into();
    assert_ne!(against_schema(&schema, &report), [""; 0], "a wrong one is found");
}

#[test]
fn the_pages_are_valid_html() {
    let home = in_sample();
    for line in [
        "export --format html",
        "export --format html --history",
        "export --format html --all",
        "export --format html --figures",
    ] {
        let page = okr(&home).dir("okrs").args(line).run().code(0).stdout().to_owned();
        assert!(page.len() > 2_000, "{line}: {page}");
        assert_eq!(against_html(&page), [""; 0], "{line}");
    }
}
