//! Numbers of a whole: counts beside a share, shares told before their numbers, and half of what there is now.

use super::*;
use crate::domain::measure::Measure;

fn filled(text: &str) -> Measure {
    draft::measure(&Statement::read(text, today()))
}

#[test]
fn so_many_of_all_of_them_is_their_share() {
    assert_read(&[
        ("Every service has an SLO (7 of 23 today)", "30 -> 100 % ^"),
        ("All services run signed images (today 40 of 120)", "33 -> 100 % ^"),
        ("Every team deploys daily (now 3 of 12)", "25 -> 100 % ^"),
        ("Every service has an SLO, up from 7 of 23", "30 -> 100 % ^"),
        ("Share of services with an SLO from 7 of 23 to 100 %", "30 -> 100 % ^"),
        ("100 % of services have an owner, today 7 of 23", "30 -> 100 % ^"),
        ("Share of releases that need a hotfix from 5 of 10 to 2 of 10", "50 -> 20 % v"),
    ]);
}

#[test]
fn a_count_beside_a_share_is_its_part_of_the_whole_that_is_said() {
    assert_read(&[
        ("4 of 5 teams deploy without us, today 1", "20 -> 80 % ^"),
        ("At least 3 of 4 product teams deploy without us (1 today)", "25 -> 75 % ^"),
        ("9 of 10 builds green (7 now)", "70 -> 90 % ^"),
        ("80 % of the 11 teams use it (2 today)", "18 -> 80 % ^"),
    ]);
}

#[test]
fn a_number_that_could_be_a_count_or_a_share_is_left_open() {
    for (text, read, number) in [
        ("Every service has an SLO (40 today)", "? -> 100 % ^", "40"),
        ("90 % of builds green (82 now)", "? -> 90 % ^", "82"),
        ("Half our teams deploy daily (3 today)", "? -> 50 % ^", "3"),
    ] {
        assert_eq!(read_as(text), read, "{text}");
        let unclear = Statement::read(text, today()).sentence.unclear.unwrap();
        assert_eq!(&text[unclear], number, "{text}");
    }
    assert_read(&[
        ("All services have an owner (12 missing)", "? -> 100 % ^"),
        ("12 percent of members leave in their first year; last year it was 19", "19 -> 12 % v"),
        ("88 % of cases announced ahead, up from 79", "79 -> 88 % ^"),
    ]);
}

#[test]
fn things_out_of_ten_are_counted_and_marks_are_points() {
    assert_read(&[
        ("Releases that need a hotfix from 5 of 10 to 2 of 10", "5 -> 2 releases v"),
        ("Teams on the pipeline from 2 of 5 to 5 of 5", "2 -> 5 teams ^"),
        ("Services with an SLO from 7 of 23 to 23 of 23", "7 -> 23 services ^"),
        ("Developer happiness from 3 of 5 to 4 of 5", "3 -> 4 points ^"),
    ]);
}

#[test]
fn a_percent_sign_before_what_is_counted_is_that_of_its_numbers() {
    for (text, read, metric) in [
        ("% of services with an SLO from 35 to 80", "35 -> 80 % ^", "services with an SLO"),
        ("% of deploys that fail from 9 to 5", "9 -> 5 % v", "deploys that fail"),
        ("% of sign-ins that fail from 2.3 to 0.5", "2.3 -> 0.5 % v", "sign-ins that fail"),
        ("% searches ending in a read page from 41 to 60", "41 -> 60 % ^", "searches ending"),
        ("Percent of customers who renew from 71 to 80", "71 -> 80 % ^", "customers who renew"),
        ("Raise the % of teams with live use from 30 to 70", "30 -> 70 % ^", "teams with live use"),
    ] {
        let measure = filled(text);
        assert_eq!((read_as(text).as_str(), measure.metric.as_deref()), (read, Some(metric)), "{text}");
        assert_eq!(measure.aggregation, Some(Aggregation::Share), "{text}");
    }
    assert_read(&[("% of teams with 3 services from 10 to 30", "10 -> 30 % ^")]);
}

#[test]
fn half_of_what_there_is_now_is_half_that_number() {
    assert_read(&[
        ("Half the open bugs (64 today)", "64 -> 32 bugs v"),
        ("Half the pages per shift, from 14", "14 -> 7 pages v"),
        ("Half the alerts, from 60 a week", "60 -> 30 alerts v"),
        ("A quarter of the tickets (from 400)", "400 -> 100 tickets v"),
        ("Half the build time (42 min today)", "42 -> 21 min v"),
        ("Half the people who open a first pull request come back", "? -> 50 % ^"),
        ("Half the decisions are taken without a human (30 % today)", "30 -> 50 % ^"),
    ]);
}

#[test]
fn a_number_in_brackets_behind_what_is_halved_is_that_of_today() {
    assert_read(&[
        ("Halve the build time (42 min)", "42 -> 21 min v"),
        ("Halve error rate (2 %)", "2 -> 1 % v"),
        ("Halve cloud spend (120k EUR)", "120,000 -> 60,000 EUR v"),
        ("Double test coverage (30 %)", "30 -> 60 % ^"),
        ("Halve the build time (to 21 min)", "? -> 21 min v"),
    ]);
}
