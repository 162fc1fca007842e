//! Sentences as engineering teams type them: what is counted, scales, rates, sizes, and numbers nobody can be sure of.

use super::*;
use crate::domain::measure::Measure;

/// Unit, baseline and target as they are filled in: `12 -> 3 incidents per month v`.
fn filled_as(text: &str) -> String {
    let measure = draft::measure(&Statement::read(text, today()));
    let way = match measure.direction {
        Some(Direction::Increase) => "^",
        Some(Direction::Decrease) => "v",
        None => "",
    };
    let (from, to) = (number(measure.baseline), number(measure.target));
    let filled = format!("{from} -> {to} {} {way}", measure.unit.as_deref().unwrap_or(""));
    filled.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_filled(cases: &[(&str, &str)]) {
    let others = cases.iter().filter(|(text, expected)| filled_as(text) != *expected);
    let told: Vec<String> = others.map(|(text, _)| format!("{text}: {}", filled_as(text))).collect();
    assert!(told.is_empty(), "filled otherwise:\n  {}", told.join("\n  "));
}

#[test]
fn an_apostrophe_may_be_straight_or_curved() {
    assert_filled(&[
        ("Cut build time (today's 40 min) to 20 min", "40 -> 20 min v"),
        ("Cut build time (today\u{2019}s 40 min) to 20 min", "40 -> 20 min v"),
        ("Cut build time (Today\u{2019}s 40 min) to 20 min", "40 -> 20 min v"),
    ]);
}

#[test]
fn what_is_counted_is_the_plural_at_the_head_of_the_metric() {
    assert_filled(&[
        ("Tickets about billing from 120 to 40", "120 -> 40 tickets v"),
        ("Errors in production from 40 to 10", "40 -> 10 errors v"),
        ("Alerts on Sundays from 14 to 3", "14 -> 3 alerts v"),
        ("Customers on plan B from 20 to 60", "20 -> 60 customers ^"),
        ("Teams live on the new platform from 3 to 12", "3 -> 12 teams ^"),
        ("Customers using dashboards from 12 to 40", "12 -> 40 customers ^"),
        ("PRs waiting for review from 35 to 10", "35 -> 10 PRs v"),
        ("Bugs reopened after release: 22 -> 8", "22 -> 8 bugs v"),
        ("Number of services without an owner from 23 to 0", "23 -> 0 services v"),
        ("Open vulnerabilities older than 30 days from 45 to 5", "45 -> 5 vulnerabilities v"),
        ("Flaky tests (main branch) from 85 to 10", "85 -> 10 tests v"),
        ("Sales calls from 10 to 20", "10 -> 20 calls ^"),
        ("Hours lost to meetings from 12 to 7", "12 -> 7 h v"),
        ("Reduce support tickets about login from 300 to 120", "300 -> 120 tickets v"),
    ]);
}

#[test]
fn a_metric_that_counts_nothing_has_no_unit() {
    assert_filled(&[
        ("Time to first response from 9 to 4", "9 -> 4 v"),
        ("Build time p95 from 42 to 15", "42 -> 15 v"),
        ("Share of deploys rolled back from 9 to 5", "9 -> 5 v"),
        ("Operations budget from 40 to 30", "40 -> 30 v"),
        ("AWS bill from 40 to 30", "40 -> 30 v"),
        ("Docs search success from 40 to 60", "40 -> 60 ^"),
        ("Test coverage from 61 to 75", "61 -> 75 ^"),
        ("Queue length from 90 to 5", "90 -> 5 v"),
    ]);
}

#[test]
fn how_often_it_happens_is_part_of_the_unit() {
    assert_filled(&[
        ("Incidents from 12 per month to 3 per month", "12 -> 3 incidents per month v"),
        ("Escalations from 60 a month to 20 a month", "60 -> 20 escalations per month v"),
        ("Signups from 50/week to 200/week", "50 -> 200 signups per week ^"),
        ("Cloud spend from $180k to $140k per month", "180,000 -> 140,000 USD per month v"),
        ("Deploys per day from 2 to 10", "2 -> 10 deploys ^"),
        ("Deploys from 14 a week to 5 a day", "2 -> 5 deploys per day ^"),
        ("Deploys from 2 a week to 2 a day", "? -> 2 deploys per day ^"),
        ("Restarts from 2 a day to 30 a month", "? -> 30 restarts per month v"),
        ("Double deploys from 5 per week", "5 -> 10 deploys per week ^"),
        ("Increase the number of deploys by 50 % from 20 per week", "20 -> 30 deploys per week ^"),
        ("Storage growth from 2 TB a month to 500 GB a month", "2000 -> 500 GB per month v"),
        ("Support tickets 300 → 150 /week", "300 -> 150 tickets per week v"),
    ]);
}

#[test]
fn a_scale_at_the_end_is_that_of_both_numbers() {
    assert_read(&[
        ("Users from 2 to 3 million", "2,000,000 -> 3,000,000 users ^"),
        ("Net profit from 200 to 300 k€", "200,000 -> 300,000 EUR ^"),
        ("Active users from 20 to 30k", "20,000 -> 30,000 users ^"),
        ("Revenue from 2 to 3 M€", "2,000,000 -> 3,000,000 EUR ^"),
        ("Revenue 2 to 3 M€", "2,000,000 -> 3,000,000 EUR ^"),
        ("Revenue from $2 to $3 million", "2,000,000 -> 3,000,000 USD ^"),
        ("Cut the cloud bill from 40 to 30 k$", "40,000 -> 30,000 USD v"),
        ("20-30k sign-ups", "? -> 20,000 sign-ups ^"),
        ("Users from two to three million", "2,000,000 -> 3,000,000 users ^"),
        ("Users from 500 to 2k", "500 -> 2000 users ^"),
        ("Revenue from 1,2 Mio € to 2 Mio €", "1,200,000 -> 2,000,000 EUR ^"),
        ("Cost per build of 5 $9", "? -> 5 v"),
        ("Flakes from 1 in 20 to 1 in 200 runs", "5 -> 0.5 % v"),
        ("Rollout time from a week to a day", "1 -> 1 days v"),
        ("What we learn from a month of tests", "? -> ?"),
        ("Users from 0 to 5k", "0 -> 5000 users ^"),
        ("Users from 800 teams to 3k", "800 -> 3000 teams ^"),
    ]);
}

#[test]
fn sizes_are_compared_and_converted() {
    assert_filled(&[
        ("Memory per pod from 2 GB to 500 MB", "2000 -> 500 MB v"),
        ("Page weight from 3 MB to 900 KB", "3000 -> 900 KB v"),
        ("Disk usage from 900 GB to 1.2 TB", "0.9 -> 1.2 TB ^"),
        ("Bandwidth per user from 2 Mbps to 800 kbps", "2000 -> 800 kbps v"),
        ("Bundle size 1.2 MB → 600 kB", "1200 -> 600 KB v"),
        ("Review wait from 52 hours to a day", "52 -> 24 h v"),
        ("Build time from 50 s to 1 min", "50 -> 60 s ^"),
        ("Clusters replicated to a second zone", "? -> ?"),
    ]);
}

#[test]
fn where_doubling_and_halving_lead_is_said() {
    assert_read(&[
        ("Halve build time from 40 minutes", "40 -> 20 min v"),
        ("Double active teams from 10", "10 -> 20 teams ^"),
        ("Triple weekly active users from 400", "400 -> 1200 users ^"),
        ("Halve incidents per month from 12", "12 -> 6 incidents v"),
        ("Cut build time by 30 %", "? -> 30 % change v"),
        ("Cut one release", "? -> 1 releases ^"),
        ("Cut build minutes by 1000", "? -> 1000 min v"),
        ("Teams on GitOps from 2 to all 14", "2 -> 14 teams ^"),
    ]);
    assert_filled(&[("Reduce open incidents by 25 % from 12", "12 -> 9 incidents v")]);
}

#[test]
fn a_number_that_could_mean_two_things_is_left_open() {
    assert_read(&[
        ("Signups from 1.200 to 2.500", "? -> ?"),
        ("Grow signups from 1.200 to 2.500 in 12 regions", "? -> ? ^"),
        ("Signups from 800 to 1.200", "? -> ?"),
        ("Revenue from 1.200 EUR to 2.500,50 EUR", "1200 -> 2500.5 EUR ^"),
        ("Latency from 1.234 s to 0.8 s", "1.234 -> 0.8 s v"),
        ("Latency from 1,2 s to 0,8 s", "1.2 -> 0.8 s v"),
        ("Uptime from 99.95 to 99.995 %", "99.95 -> 99.995 % ^"),
        ("99.999 % of requests succeed", "? -> 99.999 % ^"),
        ("Python 3.125 on all hosts", "? -> 100 % ^"),
    ]);
    let text = "Signups from 1.200 to 2.500";
    let unclear = Statement::read(text, today()).sentence.unclear;
    assert_eq!(unclear.map(|span| &text[span]), Some("1.200"));
}

#[test]
fn a_way_that_another_language_says_is_left_open() {
    for text in [
        "Fehlerquote von 2,3 % auf 0,5 % senken",
        "Anzahl Vorfälle von 12 auf 3 senken",
        "Réduire le taux d'échec de 2,3 % à 0,5 %",
        "サインイン失敗率を 2.3 % から 0.5 % へ",
        "错误率从 2.3% 降到 0.5%",
        "Uptime: 99.5 auf 99.9 %",
        "Bajar los errores de 40 a 10",
        "Reducir el tiempo de 3 días a 1 día",
        "Ridurre i bug da 40 a 10",
        "Storingen van 12 naar 3",
        "Zwischen 5 und 9 Vorfälle",
        "Build-Zeit von 40 Min. auf 10 Min. senken",
        "Incidents von 12 pro Monat auf 3 pro Monat",
        "Skróć czas budowania z 40 min do 10 min",
        "Снизить долю ошибок с 2,3 % до 0,5 %",
        "Response time von 9 h auf 4 h",
    ] {
        assert_eq!(filled_as(text), "? -> ?", "{text}");
        assert!(Statement::read(text, today()).sentence.unclear.is_some(), "{text}");
    }
    assert_read(&[
        ("Verfügbarkeit 99,5 % -> 99,9 %", "99.5 -> 99.9 % ^"),
        ("Ausfälle: 12 → 3", "12 -> 3 v"),
        ("Fehlerquote unter 0,5 %", "? -> 0.5 %"),
        ("Fehlerquote < 0,5 %", "? -> 0.5 % v"),
        ("Anteil der Deploys ohne Rollback auf 95 % steigern", "? -> 95 %"),
        ("3 neue Kunden bis 31.3.2027", "? -> 3"),
    ]);
}

#[test]
fn two_units_of_one_kind_are_counted_in_one_and_others_are_left_open() {
    assert_filled(&[
        ("Reduce energy use from 1.2 kWh to 800 Wh per job", "1200 -> 800 Wh v"),
        ("Weight from 1.2 kg to 900 g", "1200 -> 900 g v"),
        ("Call time from 1 ms to 200 µs", "1000 -> 200 µs v"),
        ("Lock wait from 3 µs to 800 ns", "3000 -> 800 ns v"),
        ("Water from 1.5 l to 500 ml", "1500 -> 500 ml v"),
        ("Throughput from 800 Mbps to 2 Gbps", "0.8 -> 2 Gbps ^"),
        ("Time to restore 4h30 → 1h", "4.5 -> 1 h v"),
        ("Time to restore from 4h30 to 1h15", "270 -> 75 min v"),
        ("Restore in 4 h 30 to 1 h", "4.5 -> 1 h v"),
        ("Current from 1.5 A to 300 mA", "? -> ?"),
        ("Cost per call from $1 to 60 cents", "? -> ?"),
        ("Cost per call from 40 cents to $0.25", "? -> ?"),
        ("Traffic from 1.5 Gbit/s to 300 Mbit/s", "1500 -> 300 Mbit/s v"),
    ]);
}

#[test]
fn a_part_of_a_whole_is_as_exact_as_it_was_said() {
    assert_read(&[
        ("Failed payments from 1 in 40 to 1 in 400", "2.5 -> 0.25 % v"),
        ("Refunds from 1 in 8 to 1 in 16", "12.5 -> 6.25 % v"),
        ("Refunds from 1 in 30 to 1 in 60", "3.3 -> 1.7 % v"),
        ("9 out of 10 new hires merge in week one, up from 5 out of 10", "50 -> 90 % ^"),
        ("7 out of 10 builds pass first time (4 out of 10 today)", "40 -> 70 % ^"),
        ("Score 8 out of 10, up from 6 out of 10", "6 -> 8 points ^"),
    ]);
}

#[test]
fn what_it_reads_now_tells_which_of_two_figures_is_the_number_to_reach() {
    assert_read(&[
        ("p95 latency under 200 ms for 99% of endpoints (now 640 ms)", "640 -> 200 ms v"),
        ("Review wait under 4 h for 80 % of changes (now 11 h)", "11 -> 4 h v"),
        ("Review wait under 4 h for 80 % of changes (now 55 %)", "55 -> 80 % ^"),
    ]);
}

#[test]
fn none_is_nought_and_at_or_below_takes_the_number_in() {
    assert_read(&[
        ("Manual steps from 14 to none", "14 -> 0 steps v"),
        ("Leaks from 3 to nil", "3 -> 0 leaks v"),
        ("Reduce manual deploy steps from 14 to no manual steps", "14 -> 0 steps v"),
    ]);
    for (text, bound) in [
        ("Open incidents at or below 5", Bound::Inclusive),
        ("Availability at or above 99.9 %", Bound::Inclusive),
        ("Open incidents below 5", Bound::Strict),
    ] {
        assert_eq!(Statement::read(text, today()).sentence.bound, bound, "{text}");
    }
}

#[test]
fn how_often_is_a_way_too() {
    for (text, way) in [
        ("Improve deployment frequency from weekly to daily", Movement::Increase),
        ("Restarts from hourly to weekly", Movement::Decrease),
    ] {
        assert_eq!(Statement::read(text, today()).sentence.movement, Some(way), "{text}");
    }
}

#[test]
fn a_measure_is_called_by_all_of_its_words_and_by_no_verb() {
    for (text, metric) in [
        ("Lost sign-ins from 40 to 10 a month", "Lost sign-ins"),
        ("Dropped calls from 5% to 1%", "Dropped calls"),
        ("Achieve availability of 99.9 %, up from 99.5 %", "availability"),
        ("Bring mean onboarding time from 12 days to 5 days", "onboarding time"),
        ("Improve time to restore from 4 h to 1 h", "time to restore"),
        ("Build time from 4 h to 1 h", "Build time"),
        ("Reduce rollbacks from a p90 of 6 to under 2", "rollbacks"),
        ("Reduce energy use from 1.2 kWh to 800 Wh per job", "energy use"),
    ] {
        assert_eq!(Statement::read(text, today()).sentence.metric.as_deref(), Some(metric), "{text}");
    }
    let read = Statement::read("Reduce errors in the checkout team from 40 to 10", today());
    assert_eq!(read.sentence.scope.as_deref(), Some("in the checkout team"));
}

#[test]
fn a_verb_against_the_numbers_says_which_way_is_better() {
    for (text, direction) in [
        ("Reduce the CI duration from 15 minutes to 42 minutes", Direction::Decrease),
        ("Increase churn from 5% to 3%", Direction::Increase),
        ("Cut p95 latency from 900 ms to 300 ms", Direction::Decrease),
        ("Latency from 900 ms to 300 ms", Direction::Decrease),
        ("Saved searches from 10 to 30", Direction::Increase),
    ] {
        let read = draft::measure(&Statement::read(text, today()));
        assert_eq!(read.direction, Some(direction), "{text}");
        let mut filled = Measure::default();
        draft::fill(&mut filled, &read, |_| false);
        assert_eq!(filled.direction, Some(direction), "{text}");
    }
}
