//! Where things stand and what to reach, in the words in which teams tell both.

use super::*;

fn due(text: &str) -> Option<String> {
    Statement::read(text, today()).sentence.due.map(|day| day.to_string())
}

#[test]
fn a_bound_behind_to_is_a_bound_and_no_zero() {
    assert_read(&[
        ("Reduce page load from 3.5 seconds to no more than 1.5 seconds", "3.5 -> 1.5 s v"),
        ("Reduce open bugs from 40 to no more than 10", "40 -> 10 bugs v"),
        ("Reduce CI time from 40 min to no longer than 10 min", "40 -> 10 min v"),
        ("Raise availability from 99.5% to no less than 99.9%", "99.5 -> 99.9 % ^"),
        ("Reduce open bugs from 40 to not more than 10", "40 -> 10 bugs v"),
        ("Reduce open bugs from 40 to no bugs", "40 -> 0 bugs v"),
        ("Reduce outages from 4 to no more outages", "4 -> 0 outages v"),
        ("Reduce open bugs from 40 to none", "40 -> 0 bugs v"),
    ]);
}
