//! Ways from one number to another, said by other than "from" and "to"; and what it is that moves.

use super::*;
use crate::domain::measure::Measure;

fn filled(text: &str) -> Measure {
    draft::measure(&Statement::read(text, today()))
}

#[test]
fn how_far_it_goes_is_no_place_to_start_from() {
    assert_read(&[
        ("Quote-to-cash down 11 days to 28 days", "? -> 28 days v"),
        ("Time to hire down 10 days to 30 days", "? -> 30 days v"),
        ("NPS up 10 to 45", "? -> 45 points ^"),
        ("Churn down 2 points to 3 %", "? -> 3 % v"),
        ("Take rate up 50 bps to 3.5 %", "? -> 3.5 % ^"),
        ("Conversion +4 points to 12 %", "? -> 12 % ^"),
        ("Set up 3 to 5 meetings", "? -> 3 meetings ^"),
        ("Mean time to recover down to 2 h", "? -> 2 h v"),
    ]);
}

#[test]
fn a_part_of_something_moves_to_another_part() {
    assert_read(&[
        ("Meeting time per engineer: 35% of the week to 20%", "35 -> 20 % v"),
        ("Toil: 35% of hours to 20% of hours", "35 -> 20 % v"),
        ("Infrastructure cost: 18 % of revenue to 12 %", "18 -> 12 % v"),
        ("Chargeback losses: 0.9% of volume down to 0.4%", "0.9 -> 0.4 % v"),
        ("Manual releases: 60 % of all releases to 10 % by March", "60 -> 10 % v"),
        ("Bring 50% of teams to 90% coverage", "? -> 50 % ^"),
        ("Move 80 % of services to 99.9 % availability", "? -> 80 % ^"),
    ]);
}

#[test]
fn what_is_counted_moves_to_another_number_of_it() {
    assert_read(&[
        ("Engineers hired: 2 to 8", "2 -> 8 engineers ^"),
        ("Reduce noise: 30 alerts a night to 5", "30 -> 5 alerts v"),
        ("Teams on the paved road: 14 of 40 → 30 of 40", "14 -> 30 teams ^"),
        ("Reduce toil: 12 hours per week to 4", "12 -> 4 h v"),
        ("We ship in 2 weeks to 5 teams", "? -> 5 teams ^"),
        ("Publish: 3 to 5 posts", "? -> 3 posts ^"),
        ("Connect 30 tools to 5 teams", "? -> 30 tools ^"),
        ("Limit 40 users to 5 seats", "? -> 40 users v"),
    ]);
}

#[test]
fn marks_between_two_like_amounts_are_arrows() {
    for mark in ["→", "▶", "─▶", "►", ">", "–", "...", "…"] {
        assert_eq!(read_as(&format!("Referral share: 2% {mark} 5%")), "2 -> 5 % ^", "{mark}");
    }
    let bound = Statement::read("Referral share: 2% > 5%", today()).sentence.bound;
    assert_eq!(bound, Bound::Inclusive);
    assert_read(&[
        ("Errors: 12 > 4", "12 -> 4 errors v"),
        ("Alerts per night 12 > 3", "12 -> 3 alerts v"),
        ("Onboarding: 30 days – 10 days", "30 -> 10 days v"),
        ("Keep bed occupancy at 80 % – 85 %", "? -> 80 % ="),
        ("70 % – 75 % of customers renew", "? -> 70 % ^"),
        ("Budget variance: 3 – 5 %", "? -> 5 % v"),
        ("Net revenue retention > 115%", "? -> 115 % ^"),
    ]);
}

#[test]
fn factors_fall_and_rise_like_other_numbers() {
    assert_read(&[
        ("Cost overrun factor from 1.4x to 1.1x", "1.4 -> 1.1 x v"),
        ("Replication factor from 3x to 2x", "3 -> 2 x v"),
        ("Speed-up from 1.1x to 1.4x", "1.1 -> 1.4 x ^"),
        ("3x more demo requests", "? -> 3 x ^"),
    ]);
    let factor = filled("Peak to average load from 4x to 2x");
    assert_eq!((factor.unit(), factor.direction), ("x", Some(Direction::Decrease)));
}

#[test]
fn how_far_two_things_may_be_apart_is_a_number_to_reach() {
    assert_read(&[
        ("Forecast deviates from actuals by less than 15%", "? -> 15 % v"),
        ("Forecast off by at most 10%", "? -> 10 % v"),
        ("Estimates miss by less than 20 %", "? -> 20 % v"),
        ("Cut costs by less than 5 %", "? -> 5 % change v"),
        ("Sign-in, checkout and search each under 300 ms at p95", "? -> 300 ms v"),
    ]);
    assert_eq!(number(filled("Forecast off by at most 10%").target), "10");
}

#[test]
fn a_bracket_with_a_time_there_was_says_where_things_stand() {
    for when in ["in November", "in week 48", "in W48", "in sprint 12", "on 1 Dec", "at Black Friday"] {
        let text = format!("API p95 < 300 ms (450 ms {when})");
        assert_eq!(read_as(&text), "450 -> 300 ms v", "{text}");
        assert_eq!(filled(&text).scope, None, "{text}");
    }
    assert_read(&[
        ("Churn < 3 % (5 % in release 4.2)", "5 -> 3 % v"),
        ("NPS 40 (31 in the November survey)", "31 -> 40 points ^"),
        ("Errors below 10 (25 in sprint 12, 30 in sprint 11)", "25 -> 10 errors v"),
        ("Churn below 2 % (5 % in Europe)", "? -> 2 % v"),
    ]);
}

#[test]
fn what_is_measured_is_the_subject_and_not_what_it_is_a_part_of() {
    for (text, metric) in [
        ("Toil takes at most 10% of SRE time (35% in Q3)", "Toil"),
        ("Flaky failures stay under 1% of runs", "Flaky failures"),
        ("Organic traffic makes up 25% of sign-ups", "Organic traffic"),
        ("Refunds eat less than 2% of revenue", "Refunds"),
        ("Infrastructure cost from 18 % of revenue to 12 % of revenue", "Infrastructure cost"),
        ("Reduce infrastructure cost from 18 % of revenue to 12 %", "infrastructure cost"),
        ("Incidents eat up no more than 5 % of engineering hours", "Incidents"),
        ("Self-service covers 70% of password resets", "Self-service"),
        ("Mobile accounts for 40 % of orders", "Mobile"),
        ("Rollbacks are under 2 % of deploys", "Rollbacks"),
        ("Toil: 35% of hours to 20% of hours", "Toil"),
        ("Contact centre: 95% of tickets resolved", "tickets"),
        ("Teams take 20 % of tickets", "tickets"),
        ("We answer 80% of calls in 20 seconds", "calls in 20 seconds"),
        ("Open bugs older than 90 days from 200 to 50", "Open bugs older than 90 days"),
        ("Open tickets from 200 to 50", "Open tickets"),
        ("Meeting hours per engineer from 12 to 6", "Meeting hours per engineer"),
        ("Meeting time from 35 % to 20 %", "Meeting time"),
    ] {
        assert_eq!(filled(text).metric.as_deref(), Some(metric), "{text}");
    }
}
