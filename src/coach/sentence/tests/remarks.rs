//! What is remarked on a number: where it stood, when, and by how much it is to go.

use super::*;
use crate::domain::measure::Aggregation;

#[test]
fn a_remark_that_names_its_time_says_where_things_stand() {
    assert_read(&[
        ("No more than 2 Sev-1 incidents (Q4: 7)", "7 -> 2 incidents v"),
        ("CSAT 92 % (Q3 2026: 86 %)", "86 -> 92 % ^"),
        ("Availability 99.9 % (actual: 99.2 %)", "99.2 -> 99.9 % ^"),
        ("Availability 99.9 % (status quo: 99.2 %)", "99.2 -> 99.9 % ^"),
        ("Persistent absence at 8 % or lower (autumn: 14.2 %)", "? -> 8 % v"),
        ("Teams on the paved road: 4 of 18 today, 12 of 18 by end of March", "4 -> 12 teams ^"),
        ("NPS is 28, should be 45", "28 -> 45 points ^"),
        ("We had 8 outages a month, we want 3", "8 -> 3 outages v"),
        ("The nightly build took 90 min, should take 20", "90 -> 20 min v"),
    ]);
}

#[test]
fn the_quarter_of_a_remark_is_not_when_it_is_due() {
    let due = |text: &str| Statement::read(text, today()).sentence.due.map(|day| day.to_string());
    for text in ["No more than 2 Sev-1 incidents (Q4: 7)", "CSAT 92 % (Q3: 86 %)", "Churn 3 % (4.1 % in Q4)"]
    {
        assert_eq!(due(text), None, "{text}");
    }
    for text in [
        "Churn 5 % (from 8 %) by end of March",
        "Churn from 5 % to 3 % by 31.03.",
        "Churn from 5 % to 3 % until 31.03.2027",
        "Move to the new host till 31.3.2027",
    ] {
        assert_eq!(due(text).as_deref(), Some("2027-03-31"), "{text}");
    }
    assert_eq!(due("Cut cost per unit from 40 to 28 by 12.50."), None, "no month has that number");
}

#[test]
fn from_a_number_by_so_much_leads_to_another() {
    let measure = |text: &str| {
        let measure = draft::measure(&Statement::read(text, today()));
        format!("{} -> {} {}", number(measure.baseline), number(measure.target), measure.unit())
    };
    for (text, expected) in [
        ("Reduce latency from 800 ms by 300 ms", "800 -> 500 ms"),
        ("Reduce tickets from 90 by 30", "90 -> 60 tickets"),
        ("Reduce cost from 100 EUR by 20 %", "100 -> 80 EUR"),
        ("Reduce failed logins from 8 % by 3 percentage points", "8 -> 5 %"),
        ("Increase NPS from 20 by 10 points", "20 -> 30 points"),
        ("Cut build time by a third from 45 min", "45 -> 30 min"),
        ("Merge conflicts down by a third, from 30", "30 -> 20 conflicts"),
        ("Reduce tickets by two thirds from 30", "30 -> 10 tickets"),
        ("Cut build time by a third from 40 min", "40 -> 26.667 min"),
    ] {
        assert_eq!(measure(text), expected, "{text}");
    }
    let by_a_third = Statement::read("Cut build time by a third from 45 min", today());
    assert_eq!(by_a_third.sentence.aggregation, None, "a difference is no share");
    let a_third = Statement::read("A third of orders come back, up from a tenth", today());
    assert_eq!(a_third.sentence.aggregation, Some(Aggregation::Share));
}

#[test]
fn what_it_reads_now_tells_which_figure_selects_and_which_is_to_be_reached() {
    assert_read(&[
        ("NPS of shops older than 6 months at least 45 (now 28)", "28 -> 45 points ^"),
        ("Success rate of payments above 500 EUR at least 95 % (now 88 %)", "88 -> 95 % ^"),
        ("Latency for files over 100 MB under 2 s (today 9 s)", "9 -> 2 s v"),
        ("Error rate of requests larger than 10 MB below 1 % (now 4 %)", "4 -> 1 % v"),
        ("Under 200 ms for 99 % of calls (now 640 ms)", "640 -> 200 ms v"),
    ]);
}

#[test]
fn a_bound_says_which_way_also_where_the_number_of_today_has_passed_it() {
    assert_read(&[
        ("Payment success stays above 97 %, currently 98.2 %", "98.2 -> 97 % ="),
        ("Keep CSAT at 90 % or more (now 93 %)", "93 -> 90 % ="),
        ("Keep churn below 3 %, now 2.8 %", "2.8 -> 3 % ="),
        ("Delay that came to 41 h last winter, remains under 25 h now", "41 -> 25 h v"),
        ("More than 500 active shops (now 700)", "700 -> 500 shops ^"),
        ("Bug backlog below 100 (now 40)", "40 -> 100 v"),
        ("Cut cost to at least 80 EUR (now 100 EUR)", "100 -> 80 EUR v"),
        ("Retention of at least 80 %, up from 71 %", "71 -> 80 % ^"),
    ]);
    let kind = |text: &str| Statement::read(text, today()).sentence.kind;
    assert_eq!(kind("Payment success stays above 97 %, currently 98.2 %"), Kind::AtLeast);
    assert_eq!(kind("Keep churn below 3 %, now 2.8 %"), Kind::AtMost);
    assert_eq!(kind("Trial conversion from 12 % to 12 %"), Kind::Change, "nobody says that it stays");
    assert_eq!(kind("Keep trial conversion at 12 % (now 12 %)"), Kind::AtLeast);
}

#[test]
fn parts_of_one_whole_are_shares_in_a_remark_too() {
    assert_read(&[
        ("9 of 10 testers set up in 5 min (today 4 of 10)", "40 -> 90 % ^"),
        ("8 out of 10 hires stay (now 5 out of 10)", "50 -> 80 % ^"),
    ]);
}

#[test]
fn how_often_may_be_said_in_one_word() {
    let sentence = |text: &str| Statement::read(text, today()).sentence;
    let tickets = sentence("Tickets from 80 to 30 monthly");
    assert_eq!((tickets.unit.as_deref(), tickets.rate), (Some("tickets"), Some("month")));
    assert_eq!(sentence("Churn below 2 % monthly").rate, None, "a share has no rate");
}

#[test]
fn a_name_keeps_what_makes_it_one() {
    let metric = |text: &str| Statement::read(text, today()).sentence.metric.unwrap_or_default();
    for (text, expected) in [
        (
            "Reduce age at remediation of critical and high vulnerabilities from a median of 45 days to under 14 days",
            "age at remediation of critical and high vulnerabilities",
        ),
        ("Release of a hotfix from 2 days to 1 hour", "Release of a hotfix"),
        ("Onboarding of a new developer takes max 2 days (now 9)", "Onboarding of a new developer"),
    ] {
        assert_eq!(metric(text), expected, "{text}");
    }
    assert_read(&[
        ("Noise of the fan max. 28 dB (now 37 dB)", "37 -> 28 dB v"),
        ("5 kg CO2e per user", "? -> 5 kg v"),
    ]);
}

#[test]
fn nines_thousandths_and_working_days_are_read_as_they_are_meant() {
    assert_read(&[
        ("Availability from 99.5 % to four nines", "99.5 -> 99.99 % ^"),
        ("Availability from three nines to 99.99 %", "99.9 -> 99.99 % ^"),
        ("Complaints from 5 per mille to 2 per mille", "5 -> 2 ‰ v"),
    ]);
    let baseline =
        |text: &str| draft::measure(&Statement::read(text, today())).baseline.map(|value| value.to_string());
    assert_eq!(
        baseline("Review wait from 3 working days to 4 hours"),
        None,
        "the team knows how long a day is"
    );
    assert_eq!(baseline("Review wait from 3 working days to 1 working day").as_deref(), Some("3"));
    assert_eq!(baseline("Review wait from 3 days to 4 hours").as_deref(), Some("72"));
}

#[test]
fn days_are_read_as_they_are_written_elsewhere() {
    let due = |text: &str| Statement::read(text, today()).sentence.due.map(|due| due.to_string());
    for by in [
        "by 31/03",
        "until 31/03/2027",
        "by 03/31",
        "by 31. March",
        "no later than 31 March",
        "latest 31 Mar",
    ] {
        let text = format!("Churn from 5 % to 3 % {by}");
        assert_eq!(due(&text).as_deref(), Some("2027-03-31"), "{by}");
        assert_eq!(read_as(&text), "5 -> 3 % v", "{by}");
    }
    for by in ["by 3/4", "by 29 Feb"] {
        let text = format!("Churn from 5 % to 3 % {by}");
        assert_eq!(due(&text), None, "nobody can tell which day that is: {by}");
        assert_eq!(read_as(&text), "5 -> 3 % v", "{by}");
    }
}

#[test]
fn a_share_between_two_ends_stays_between_them() {
    let window = |text: &str| {
        let measure = draft::measure(&Statement::read(text, today()));
        (measure.kind, number(measure.floor), number(measure.ceiling))
    };
    for text in [
        "CPU utilisation stays in the range of 40 % to 60 %",
        "CPU utilisation in the range of 40 % to 60 %",
        "CPU utilisation within 40–60 %",
    ] {
        assert_eq!(window(text), (Kind::Between, "40".to_owned(), "60".to_owned()), "{text}");
        assert_eq!(
            Statement::read(text, today()).sentence.metric.as_deref(),
            Some("CPU utilisation"),
            "{text}"
        );
    }
}

#[test]
fn what_is_sped_up_takes_less_time_and_two_differences_are_two_targets() {
    let said = |text: &str| Statement::read(text, today()).sentence.said;
    assert_eq!(said("Speed up the build from 10 min to 15 min"), Some(Direction::Decrease));
    assert_eq!(said("Accelerate deployment frequency from 2 to 4 per week"), None);
    let further = |text: &str| {
        let figures = Statement::read(text, today()).figures;
        figures.iter().filter(|figure| figure.role == Role::FurtherTarget).count()
    };
    assert_eq!(further("Reduce cost by 20 % and latency by 30 %"), 1);
    assert_eq!(further("Increase revenue by 10 % and NPS by 5 points"), 1);
    assert_eq!(further("Increase revenue by 15 % to $23M"), 0, "how far, and where to");
}

#[test]
fn what_the_work_is_for_is_measured_and_not_the_work() {
    let metric = |text: &str| Statement::read(text, today()).sentence.metric.unwrap_or_default();
    assert_eq!(metric("Implement caching to reduce p95 latency from 800 ms to 300 ms"), "latency");
    assert_eq!(metric("Release v2 and reduce churn from 5 % to 3 %"), "churn");
    assert_eq!(metric("NPS of shops older than 6 months ≥ 45 (now 28)"), "NPS of shops older than 6 months");
    assert_read(&[
        ("NPS of shops older than 6 months ≥ 45 (now 28)", "28 -> 45 points ^"),
        ("Conversion up 3 points from 8 %", "8 -> 11 % ^"),
        ("p95 latency no slower than 300 ms (now 500 ms)", "500 -> 300 ms v"),
    ]);
}
