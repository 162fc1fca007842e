use super::*;
use crate::coach::statement::Statement;

fn today() -> Day {
    Day::new(2027, 2, 11).unwrap()
}

fn number(value: Option<Number>) -> String {
    value.map_or_else(|| "?".to_owned(), |number| number.to_string())
}

/// Baseline, target, unit and movement in a few signs: `2.3 -> 0.5 % v`.
fn read_as(text: &str) -> String {
    let sentence = Statement::read(text, today()).sentence;
    let way = match sentence.movement {
        Some(Movement::Increase) => "^",
        Some(Movement::Decrease) => "v",
        Some(Movement::Maintain) => "=",
        None => "",
    };
    let unit = sentence.unit.as_deref().unwrap_or("");
    let read = format!("{} -> {} {unit} {way}", number(sentence.baseline), number(sentence.target));
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_sentence_forms_of_the_method_are_read() {
    for (text, expected) in [
        ("Reduce the 5xx error rate of the payment service from 0.8% to below 0.2%", "0.8 -> 0.2 % v"),
        ("Achieve 99.9% availability, up from 99.5% in the previous quarter", "99.5 -> 99.9 % ^"),
        ("Reduce mean deployment lead time across product teams from 4 days to under 1 day", "4 -> 1 days v"),
        ("Reduce p95 CI pipeline duration from 42 min to under 15 min", "42 -> 15 min v"),
        ("Reduce age at remediation from a median of 45 days to under 14 days", "45 -> 14 days v"),
        ("Achieve 100% of production services running with signed images", "? -> 100 % ^"),
        ("Increase trial conversion from 8% to 12%", "8 -> 12 % ^"),
    ] {
        assert_eq!(read_as(text), expected, "{text}");
    }
}
