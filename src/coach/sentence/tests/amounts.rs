//! Amounts that were read for something else: money behind a blank, parts of ten, times in one word, years, ordinals.

use super::*;
use crate::domain::measure::Measure;

fn filled(text: &str) -> Measure {
    draft::measure(&Statement::read(text, today()))
}

#[test]
fn millions_of_money_are_multiplied_out_wherever_the_money_stands() {
    for text in [
        "Revenue from 2 m EUR to 3 m EUR",
        "Revenue from 2 to 3 m EUR",
        "Revenue from EUR 2 m to EUR 3 m",
        "Revenue from € 2 m to € 3 m",
        "Revenue from € 2 m to 3 m",
        "Revenue from €2 to 3 m",
        "Revenue from 2m EUR to 3m EUR",
        "Revenue from 2 Mio. EUR to 3 Mio. EUR",
    ] {
        assert_eq!(read_as(text), "2,000,000 -> 3,000,000 EUR ^", "{text}");
    }
    assert_read(&[
        ("Reach 1 m EUR in new bookings", "? -> 1,000,000 EUR ^"),
        ("Revenue of 2 Mrd. EUR", "? -> 2,000,000,000 EUR ^"),
        ("Cable of 2 m for 5 EUR", "? -> 2 m ^"),
        ("p50 build time 8m -> 4m", "8 -> 4 min v"),
    ]);
}

#[test]
fn a_year_is_no_number_to_reach() {
    assert_read(&[
        ("Attach rate: 18 % (Q4'26) → 25 % (Q1'27)", "18 -> 25 % ^"),
        ("Churn 5 % (Q4 2026) to 3 % (Q1 2027)", "5 -> 3 % v"),
        ("Attach rate 18 % ('26) to 25 %", "18 -> 25 % ^"),
        ("Churn 5 % in Q4'26 to 3 % in Q1'27", "5 -> 3 % v"),
        ("Attach rate 18 % (’26) to 25 % (’27)", "18 -> 25 % ^"),
        ("Attach rate from 18 % in FY26 to 25 % in FY27", "18 -> 25 % ^"),
        ("Budget 2027 approved by the board", "? -> ?"),
        ("Plan 2027 agreed", "? -> ?"),
        ("Strategy 2030 in place", "? -> ?"),
        ("Orders 2050 done", "? -> 2050 done ^"),
        ("Strategy 2027 signed off", "? -> ?"),
        ("2027 customers signed up", "? -> 2027 customers ^"),
        ("Onboard 2030 users", "? -> 2030 users ^"),
        ("Customers' 26 requests answered", "? -> 26 requests ^"),
    ]);
    let due = |text| Statement::read(text, today()).sentence.due;
    let end_of_march = Day::new(2027, 3, 31);
    assert_eq!(due("Attach rate: 18 % (Q4'26) → 25 % (Q1'27)"), end_of_march);
    assert_eq!(due("Go live by March '27"), end_of_march);
    assert_eq!(due("Sev-2 incidents at most 1 per week (3 per week in Q3)"), None);
    assert_eq!(due("API p95 < 300 ms (450 ms on 1 Dec)"), None);
}

#[test]
fn a_second_thing_is_no_second() {
    for text in ["200+ teams create a second project", "100 customers buy a second seat per month"] {
        let unit = filled(text).unit;
        assert!(["teams", "customers"].contains(&unit.as_deref().unwrap_or("")), "{text}: {unit:?}");
    }
    assert_eq!(filled("Handle 5 requests a second").unit.as_deref(), Some("requests per second"));
    assert_eq!(filled("Throughput from 2k/s to 5k/s").unit.as_deref(), Some("per second"));
    assert_read(&[("Answer within a second attempt", "? -> ?"), ("Response under a second", "? -> 1 s v")]);
}

#[test]
fn so_many_of_ten_things_are_a_share() {
    assert_read(&[
        ("9 of 10 chats answered in a minute", "? -> 90 % ^"),
        ("8 of 10 new hires stay beyond a year", "? -> 80 % ^"),
        ("The board is opened daily by eight of ten planners", "? -> 80 % ^"),
        ("4 of 5 stars in the shop", "? -> 4 stars ^"),
        ("Score 4 of 5 in the survey", "? -> 4 points ^"),
        ("Error budget kept by 9 of 10 services", "? -> 90 % ^"),
        ("A third fewer alerts", "? -> 33 % change v"),
    ]);
}

#[test]
fn what_nobody_does_twice_is_nought() {
    assert_read(&[
        ("Nobody is paged twice in one night", "? -> 0 v"),
        ("No customer calls twice for the same thing", "? -> 0 customers v"),
        ("No alert fires twice within a day", "? -> 0 alerts v"),
        ("Nobody works on weekends", "? -> 0 v"),
        ("Deploy twice a week", "? -> 2 ^"),
        ("Deploy 10 times a day, up from twice a week", "2 -> 10 times ^"),
    ]);
}

#[test]
fn numbers_in_words_and_in_one_word_are_read() {
    assert_read(&[
        ("Sev-2 incidents at most one per week (three per week in Q4)", "3 -> 1 incidents v"),
        ("Three-day lead time instead of ten", "10 -> 3 days v"),
        ("Two-week lead time down to 3 days", "2 -> 3 days v"),
        ("One-week release cycle instead of four", "4 -> 1 weeks v"),
        ("Reaction time 2 m to 30 s", "2 -> 30 s v"),
        ("Two-week sprint for 3 teams", "? -> 3 teams ^"),
        ("Commit to a three-year savings plan", "? -> ?"),
    ]);
    assert_eq!(number(filled("Two-week lead time down to 3 days").baseline), "14");
}

#[test]
fn signs_of_units_are_read_with_what_stands_behind_them() {
    assert_read(&[
        ("Fraud losses from 2.1‰ to 1.4‰", "2.1 -> 1.4 ‰ v"),
        ("Error rate 5 ‰ to 2 ‰", "5 -> 2 ‰ v"),
        ("Emissions per order from 40 g to 20 g CO2", "40 -> 20 g v"),
        ("Emissions from 40 g CO2 to 20 g CO2", "40 -> 20 g v"),
        ("Emissions reduced to 20 g from 40 g CO2", "40 -> 20 g v"),
        ("Bandwidth from 2 Gbit/s to 5 Gbit/s", "2 -> 5 Gbit/s ^"),
        ("Bugs/KLOC 1.8 -> 1.0", "1.8 -> 1 v"),
    ]);
    assert_eq!(number(filled("Bandwidth from 500 Mbit/s to 2 Gbit/s").baseline), "0.5");
}

#[test]
fn of_thousands_and_decimals_nobody_can_tell_apart_none_is_taken() {
    for text in [
        "Sign-ups from 12.500 to 15.000",
        "Sign-ups from 1.250 to 2.000",
        "Followers 12.500 -> 15.000",
        "Sign-ups from 10.000 to 12.000",
        "People publish 10.000 posts",
        "Cut cloud costs from 42.000 € to 30.000 €",
        "Requests per second from 1.500 to 3.000",
    ] {
        let sentence = Statement::read(text, today()).sentence;
        assert_eq!((sentence.baseline, sentence.target), (None, None), "{text}");
        assert!(sentence.unclear.is_some(), "{text}");
    }
    assert_read(&[
        ("Sign-ups from 12.500 to 1.015.000", "12,500 -> 1,015,000 sign-ups ^"),
        ("Sign-ups from 12,500 to 15,000", "12,500 -> 15,000 sign-ups ^"),
        ("Weight from 1.250 kg to 0.900 kg", "1.25 -> 0.9 kg v"),
    ]);
}

#[test]
fn a_unit_that_stands_with_the_metric_is_that_of_bare_numbers() {
    for (text, read) in [
        ("CI duration (min): 42 -> 15", "42 -> 15 min v"),
        ("CI duration [min] 42 -> 15", "42 -> 15 min v"),
        ("CI duration in minutes from 42 to 15", "42 -> 15 min v"),
        ("Latency (in ms) from 900 to 350", "900 -> 350 ms v"),
        ("Error rate (%) from 0.8 to 0.2", "0.8 -> 0.2 % v"),
        ("Error rate in % from 0.8 to 0.2", "0.8 -> 0.2 % v"),
        ("Percentage of failed deploys from 20 to 5", "20 -> 5 % v"),
        ("Bugs (P1) from 40 to 10", "40 -> 10 bugs v"),
        ("Failures (%) on 3 branches from 9 to 4", "9 -> 4 % v"),
    ] {
        assert_eq!(read_as(text), read, "{text}");
    }
    let cost = filled("Cost (k€/month) from 38 to 25");
    assert_eq!(
        (cost.movement("->").as_str(), cost.metric.as_deref()),
        ("38,000 EUR per month -> 25,000 EUR per month", Some("Cost"))
    );
    for text in ["CI duration [min] 42 -> 15", "CI duration in minutes from 42 to 15"] {
        assert_eq!(filled(text).metric.as_deref(), Some("CI duration"), "{text}");
    }
}

#[test]
fn a_rate_is_read_in_its_short_form_as_in_words() {
    for (text, movement) in [
        ("Throughput from 100 req/s to 9000 req/min", "6000 req per minute -> 9000 req per minute"),
        (
            "Throughput from 100 req per second to 9000 req per min",
            "6000 req per minute -> 9000 req per minute",
        ),
        ("Toil from 12 h/week to 6 h/wk", "12 h per week -> 6 h per week"),
        ("Signups from 50/mo to 200/mo", "50 signups per month -> 200 signups per month"),
        ("Cost from $15/h to $12/h", "15 USD per hour -> 12 USD per hour"),
    ] {
        assert_eq!(filled(text).movement("->"), movement, "{text}");
    }
    assert_read(&[
        ("From 1 release every 3 weeks to 2 releases per week", "? -> ?"),
        ("Lifts out of order: 3.1 -> 2.0 per 1000 days", "3.1 -> 2 v"),
        ("Kubernetes 1.29 clusters from 3 to 14", "3 -> 14 clusters ^"),
    ]);
}

#[test]
fn money_keeps_whose_it_is_and_what_is_paid_for() {
    for (text, movement) in [
        ("Spend from A$ 40k to A$ 30k", "40,000 AUD -> 30,000 AUD"),
        ("Spend from R$40k to R$30k", "40,000 BRL -> 30,000 BRL"),
        ("Spend from US$ 40k to US$ 30k", "40,000 USD -> 30,000 USD"),
        ("Spend from 40k C$ to 30k C$", "40,000 CAD -> 30,000 CAD"),
        ("Keep spend between A$20k and A$25k", "between 20,000 AUD and 25,000 AUD"),
        ("Bill from ₹40 lakh to ₹30 lakh", "4,000,000 INR -> 3,000,000 INR"),
        ("Bill from 2 crore to 1 crore INR", "20,000,000 INR -> 10,000,000 INR"),
        ("Egress cost from $1.25/GB to $0.90/GB", "1.25 USD per GB -> 0.9 USD per GB"),
        ("Cost per request from 12 EUR to 8 EUR per 1000", "12 EUR per 1000 -> 8 EUR per 1000"),
    ] {
        assert_eq!(filled(text).movement("->"), movement, "{text}");
    }
    let sentence = Statement::read("Spend from NT$ 40k to NT$ 30k", today()).sentence;
    assert_eq!((sentence.baseline, sentence.target), (None, None), "a dollar nobody knows is no US dollar");
    assert!(sentence.unclear.is_some());
}

#[test]
fn hours_and_minutes_with_a_colon_are_one_length_of_time() {
    assert_read(&[
        ("Mean time to restore from 1:30 h to 0:45 h", "1.5 -> 0.75 h v"),
        ("Cold start from 1:30 min to 0:45 min", "1.5 -> 0.75 min v"),
        ("Odds from 1:10 to 1:5", "? -> ?"),
    ]);
    let measure = filled("Mean time to restore from 1:30 h to 0:45 h");
    assert_eq!(measure.metric.as_deref(), Some("time to restore"));
}
