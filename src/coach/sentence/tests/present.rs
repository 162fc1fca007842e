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

#[test]
fn a_verb_leads_from_the_level_of_a_thing_to_the_next() {
    assert_read(&[
        ("Customer-visible downtime of 40 minutes a month falls to 10 minutes", "40 -> 10 min v"),
        ("Incidents of 40 a month fall to 10", "40 -> 10 incidents v"),
        ("Downtime of 40 minutes a month goes down to 10 minutes", "40 -> 10 min v"),
        ("A lead time of 4 days becomes 1 day", "4 -> 1 days v"),
        ("Lead time of 4 days shrinks to 1 day", "4 -> 1 days v"),
        ("We turn 4 days of lead time into 1 day", "4 -> 1 days v"),
        ("p95 latency of 900 ms is reduced to 350 ms", "900 -> 350 ms v"),
        ("42 minutes of CI become 15 minutes", "42 -> 15 min v"),
        ("Reduce the 42 minutes CI takes to 15", "42 -> 15 min v"),
        ("Reduce the backlog of 300 bugs to 50", "300 -> 50 bugs v"),
        ("Reduce our current CI time of 42 minutes to 15", "42 -> 15 min v"),
        ("Bring our 9 pages a shift down to 3", "9 -> 3 pages v"),
    ]);
}

#[test]
fn what_tells_cases_apart_leads_nowhere() {
    assert_read(&[
        ("Teams of 5 people publish 3 posts", "? -> 3 posts ^"),
        ("Readmissions within 30 days fall to 10", "? -> 10 readmissions v"),
        ("Connect 30 tools to 5 teams", "? -> 30 tools ^"),
        ("Bring 50% of teams to 90% coverage", "? -> 50 % ^"),
        ("Move 80 % of services to 99.9 % availability", "? -> 80 % ^"),
        ("Feedback from 12 customers", "? -> 12 customers ^"),
    ]);
}

#[test]
fn a_number_behind_from_is_where_it_moves_from_also_where_the_other_is_no_number() {
    assert_read(&[
        ("Reduce open bugs from 40 down to single digits", "40 -> ? v"),
        ("Reduce open bugs from 40", "40 -> ? v"),
        ("Average time in code review down from 26 hours", "26 -> ? v"),
        ("Increase contributions from 30 allies", "? -> 30 allies ^"),
    ]);
}

#[test]
fn a_part_of_so_many_beside_a_share_is_a_share() {
    for now in [
        "(2 of 10 in Q4)",
        "(2 of 10 today)",
        ", 2 of 10 in Q4",
        "(today 2 of 10)",
        ", now 2 of 10",
        ", up from 2 of 10",
        "(2 out of 10 in Q4)",
        ", up from 1 in 5",
        "(3 of 15 today)",
    ] {
        let text = format!("80% of new services are created from the template {now}");
        assert_eq!(read_as(&text), "20 -> 80 % ^", "{text}");
        assert_eq!(due(&text), None, "{text}");
    }
    assert_read(&[
        ("9 out of 10 deploys succeed, today 6 out of 10", "60 -> 90 % ^"),
        ("Itineraries score 4/5 on average, and 25% of users share them", "? -> 4 points ^"),
        ("Teams on the paved road: 14 of 40 → 30 of 40", "14 -> 30 teams ^"),
    ]);
}

#[test]
fn the_level_of_the_time_it_is_compared_with_is_where_it_starts() {
    for (text, from, to, unit) in [
        ("Builds 3x faster than today (24 min)", "24", "8", "min"),
        ("Lead time 50% shorter than in Q4 (4 days)", "4", "2", "days"),
        ("Reduce tickets about wrong invoices by 60% compared to Q4 (210 tickets)", "210", "84", "tickets"),
        ("Deploy twice as often as last quarter (5 per week)", "5", "10", "per week"),
        ("Average time in stage 4 shorter by 35% (to 39 days)", "?", "39", "days"),
        ("Builds 3x faster than elsewhere (24 min)", "?", "24", "min"),
        ("Cut 10 minutes off the CI pipeline (today 42)", "42", "32", "min"),
        ("Median time to merge goes down by a third, from 30h", "30", "20", "h"),
        ("Reduce pages from 9 per shift by 4", "9", "5", "pages"),
        ("Reduce pages from 9 per shift by two thirds", "9", "3", "pages"),
        ("Reduce tickets from 120 a month by 60", "120", "60", "tickets per month"),
        ("Raise trial conversion by 3%-points, 8% today", "8", "11", "%"),
        ("Add 500 sign-ups to today's 1,200", "1200", "1700", "sign-ups"),
    ] {
        let measure = draft::measure(&Statement::read(text, today()));
        let read = (number(measure.baseline), number(measure.target), measure.unit());
        assert_eq!(read, (from.to_owned(), to.to_owned(), unit), "{text}");
    }
    assert_eq!(due("Lead time 50% shorter than in Q4 (4 days)"), None);
}

#[test]
fn what_is_kept_stays_on_the_side_that_is_wanted() {
    for (text, kind, direction) in [
        ("Hold infrastructure cost at the level of Q4 (40k EUR)", Kind::AtMost, None),
        ("Keep memory use at 6 GB", Kind::AtMost, None),
        ("Keep the backlog at 50 tickets", Kind::AtMost, None),
        ("Keep the number of pages at 3 per shift", Kind::AtMost, None),
        ("Keep open incidents at 2", Kind::AtMost, None),
        ("Keep open bugs under 10 (currently 8)", Kind::AtMost, None),
        ("Stay below 5 Sev2 incidents per month (4 now)", Kind::AtMost, None),
        ("Maintain 99.9% availability (99.93% in Q4)", Kind::AtLeast, None),
        ("Maintain an NPS of 40 (42 now)", Kind::AtLeast, None),
        ("Visitors stay 90 minutes instead of 65", Kind::Change, Some(Direction::Increase)),
        ("Keep churn at 2 % (3 % now)", Kind::Change, Some(Direction::Decrease)),
        ("Keep the shop open 99 % of the time", Kind::Change, Some(Direction::Increase)),
    ] {
        let measure = draft::measure(&Statement::read(text, today()));
        assert_eq!((measure.kind, measure.direction), (kind, direction), "{text}");
    }
}

#[test]
fn of_two_numbers_with_their_times_the_earlier_is_where_it_stands() {
    for (text, by) in [
        ("Wrong invoices: 210 in Q4, 80 in Q1", Some("2027-03-31")),
        ("Wrong invoices: 210 in December, 80 in March", Some("2027-03-31")),
        ("Wrong invoices: 210 in Q4 2026, 80 in Q1 2027", Some("2027-03-31")),
        ("Wrong invoices: Q4 210, Q1 80", Some("2027-03-31")),
        ("Wrong invoices: 80 in Q1, 210 in Q4", Some("2027-03-31")),
        ("Wrong invoices: 210 last quarter, 80 this quarter", None),
        ("Wrong invoices: 210 (Q4) -> 80 (Q1)", Some("2027-03-31")),
        ("Wrong invoices down to 80 in Q1 (Q4: 210)", Some("2027-03-31")),
        ("Wrong invoices at 80 (Q4 2026: 210)", None),
    ] {
        assert!(read_as(text).starts_with("210 -> 80"), "{text}: {}", read_as(text));
        assert_eq!(due(text).as_deref(), by, "{text}");
    }
    assert_read(&[
        ("Checkout p95: 900 ms as of 12 January, 350 ms by 15 March", "900 -> 350 ms v"),
        ("Pupils reading at or above age: 61 % in September, 78 % in July", "61 -> 78 % ^"),
        ("Setup rated 4.2 out of 5 or better, 3.1 in the October survey", "3.1 -> 4.2 points ^"),
        ("Bring outages under 84 minutes by June, and to 81 by December", "? -> 84 min v"),
        ("Accuracy of 94 % by 30 Sept 2027, and 95 % by 30 Sept 2028", "? -> 94 % ^"),
    ]);
}

#[test]
fn all_of_what_is_to_move_only_says_for_whom() {
    assert_read(&[
        ("Reduce latency for all customers", "? -> ? v"),
        ("Reduce lead time for all teams", "? -> ? v"),
        ("Lower the number of incidents in all regions", "? -> ? v"),
        ("Improve the reliability of all payment systems", "? -> ? ^"),
        ("Increase satisfaction of all engineers", "? -> ? ^"),
        ("Trim all hedges", "? -> 100 % ^"),
        ("All services run signed images", "? -> 100 % ^"),
        ("Signed images in all services", "? -> 100 % ^"),
        ("Reduce latency for all customers from 3 s to 2 s", "3 -> 2 s v"),
    ]);
}

#[test]
fn where_things_stand_may_lie_between_two_ends() {
    assert_read(&[
        ("Lead time from 3 to 5 days to under 1 day", "3 -> 1 days v"),
        ("Lead time from 3 to 5 days down to 1 day", "3 -> 1 days v"),
        ("Lead time: today 3 to 5 days, target 1 day", "3 -> 1 days v"),
        ("Lead time from 3-5 days to 1 day", "3 -> 1 days v"),
        ("Lead time from over 4 days to under 1 day", "4 -> 1 days v"),
        ("Lead time from 5 to 3 days", "5 -> 3 days v"),
        ("Users from 10 to 20", "10 -> 20 users ^"),
    ]);
}

#[test]
fn a_way_from_part_to_part_is_one_of_shares() {
    assert_read(&[
        ("Success rate from two thirds to nine tenths", "67 -> 90 % ^"),
        ("Success rate from nine tenths to ninety-nine percent", "90 -> 99 % ^"),
        ("Success rate from half to nine tenths", "50 -> 90 % ^"),
        ("Success rate from one third to three quarters", "33 -> 75 % ^"),
        ("Two thirds of teams deploy daily, up from a quarter", "25 -> 67 % ^"),
        ("Time to hire from three quarters to one month", "3 -> 1 months v"),
    ]);
}

#[test]
fn how_many_stand_out_is_a_number_to_reach_only_where_there_is_no_other() {
    assert_read(&[
        ("Error rate of the 3 busiest endpoints below 0.1% (0.8% now)", "0.8 -> 0.1 % v"),
        ("Clean builds of the ten largest crates 25% quicker", "? -> 25 % change v"),
        ("Latency for the top 10 customers from 900 ms to 300 ms", "900 -> 300 ms v"),
        ("Renegotiate the three largest supplier contracts", "? -> 3 contracts ^"),
        ("Write runbooks for the top 10 alerts", "? -> 10 alerts ^"),
    ]);
}

#[test]
fn those_who_do_something_are_counted_and_not_what_they_do_it_with() {
    assert_read(&[
        ("3 teams use feature flags weekly", "? -> 3 teams ^"),
        ("8 services emit traces", "? -> 8 services ^"),
        ("At least four customers run structural searches", "? -> 4 customers ^"),
        ("Publish 5 customer success stories", "? -> 5 stories ^"),
        ("Hold 3 team meetings", "? -> 3 meetings ^"),
    ]);
}

#[test]
fn a_day_as_seen_from_today_is_read_as_the_fields_read_it() {
    for (by, day) in [
        ("by Friday", "2027-02-12"),
        ("by this friday", "2027-02-12"),
        ("by next friday", "2027-02-19"),
        ("by next month", "2027-03-31"),
        ("by +2w", "2027-02-25"),
        ("by 31.3.", "2027-03-31"),
        ("by 31.03.", "2027-03-31"),
    ] {
        let text = format!("Ticket backlog from 140 to 60 {by}");
        assert_eq!(due(&text).as_deref(), Some(day), "{by}");
        assert_eq!(read_as(&text), "140 -> 60 v", "{by}");
    }
    assert_eq!(due("Improve NPS by 1.5."), None, "that is how far it goes");
    assert_eq!(due("Fewer pages by next of kin"), None);
}
