use super::*;
use crate::domain::id::KeyResultId;

fn cycle() -> Cycle {
    Cycle::calendar("2027-q1").unwrap()
}

#[test]
fn the_end_of_the_quarter_is_that_of_the_cycle_on_whichever_day_it_is_read() {
    let due = |said: &str, (year, month, day)| {
        let title = format!("Sign-in failures from 2.3 % to 0.5 % by {said}");
        let draft = Draft::read(&title, Day::new(year, month, day).unwrap(), &cycle());
        draft.measure().due.map(|due| due.to_string())
    };
    for today in [(2026, 12, 20), (2027, 2, 10), (2027, 4, 2)] {
        for said in ["quarter end", "the end of the quarter", "EOQ", "Q1", "31 March"] {
            assert_eq!(due(said, today).as_deref(), Some("2027-03-31"), "{said} read on {today:?}");
        }
        assert_eq!(due("year end", today).as_deref(), Some("2027-12-31"), "read on {today:?}");
    }
}

#[test]
fn the_quarter_of_a_cycle_with_days_of_its_own_ends_with_it() {
    let day = |month, day| Day::new(2027, month, day).unwrap();
    let cycle = Cycle { label: "FY27-Q1".to_owned(), first: day(2, 1), last: day(4, 30), ..cycle() };
    let due = |title: &str, today| Draft::read(title, today, &cycle).measure().due;
    for today in [day(1, 10), day(2, 10), day(4, 2), day(5, 3)] {
        for said in ["quarter end", "the end of the quarter", "EOQ", "this quarter", "Q1"] {
            let title = format!("Pages from 9 to 4 by {said}");
            assert_eq!(due(&title, today), Some(day(4, 30)), "{said} read on {today:?}");
        }
    }
    assert_eq!(due("Pages from 9 to 4 by Q2", day(2, 10)), None, "nobody said when that ends");
    assert_eq!(due("Pages from 9 to 4 by 31 March", day(2, 10)), Some(day(3, 31)));
}

#[test]
fn a_quarter_named_as_the_calendar_names_another_is_the_one_of_the_team() {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    let fiscal =
        Cycle { label: "2027-Q1".to_owned(), first: day(2026, 10, 1), last: day(2026, 12, 31), ..cycle() };
    let half = Cycle { label: "2027-H1".to_owned(), ..fiscal.clone() };
    let half = Cycle { last: day(2027, 3, 31), ..half };
    let due = |cycle: &Cycle, by: &str| {
        Draft::read(&format!("Pages from 9 to 4 {by}"), day(2026, 10, 20), cycle).measure().due
    };
    for by in ["by end of Q1", "in Q1", "by Q1", "by end of 2027-Q1", "in Q1 2027"] {
        assert_eq!(due(&fiscal, by), Some(fiscal.last), "{by}");
    }
    for by in ["by end of H1", "in 2027-H1"] {
        assert_eq!(due(&half, by), Some(half.last), "{by}");
    }
    for by in ["by end of Q2", "by end of 2027-Q2", "in Q4"] {
        assert_eq!(due(&fiscal, by), None, "nobody said when that ends: {by}");
    }
    assert_eq!(due(&cycle(), "by end of Q2"), Some(day(2027, 6, 30)));
    let calendar = Cycle { label: "2027-H1".to_owned(), last: day(2027, 6, 30), ..cycle() };
    assert_eq!(due(&calendar, "by end of Q2"), Some(day(2027, 6, 30)));
    assert_eq!(due(&calendar, "by end of H1"), Some(day(2027, 6, 30)));
}

fn filled(title: &str, is_said: impl Fn(&str) -> bool) -> (KeyResult, String) {
    let today = Day::new(2026, 12, 10).unwrap();
    let draft = Draft::read(title, today, &cycle());
    let mut key_result = KeyResult::draft(KeyResultId::new("sign-in").unwrap(), title, 10);
    draft.fill(&mut key_result, is_said);
    let words = draft.words(&key_result.measure, "->", today);
    (key_result, words)
}

#[test]
fn a_sentence_fills_what_it_says_and_nothing_else() {
    let (key_result, words) = filled("Sign-in failures from 2.3 % to 0.5 % by 31 March", |_| false);
    assert_eq!(words, "Sign-in failures, 2.3 % -> 0.5 %, by 31 Mar 2027");
    assert_eq!(key_result.measure.source, None);
    assert_eq!(
        key_result.measure.baseline_date,
        Day::new(2026, 12, 10),
        "a baseline is read on the day it is said"
    );
    let (key_result, words) = filled("Improve sign-in", |_| false);
    assert_eq!((words.as_str(), key_result.measure), ("", Measure::default()));
}

#[test]
fn the_template_holds_what_was_read_and_leaves_the_rest_open() {
    let (today, last) = (Day::new(2026, 12, 10).unwrap(), Day::new(2027, 3, 31).unwrap());
    let template = Draft::read("Roll out the canary to all seven services", today, &cycle()).template(last);
    assert_eq!(template, "[raise/lower] [metric] for [where] from [now] to [then] by 31 Mar");
    let template = Draft::read("Reduce lost sign-ins to 10 % by 1 March", today, &cycle()).template(last);
    assert_eq!(template, "Lower lost sign-ins for [where] from [now] to 10 % by 1 Mar");
}

#[test]
fn a_measure_that_is_known_to_be_better_the_other_way_is_asked_about() {
    use crate::domain::measure::Gap;
    for title in [
        "Latency from 100 ms to 300 ms",
        "Raise error rate from 1 % to 3 %",
        "Churn from 0.0 % to 1 %",
        "Uptime 99.9 % -> 99.5 %",
        "CI duration from 15 min to 42 min",
    ] {
        assert_eq!(filled(title, |_| false).0.measure.gaps(), [Gap::WrongWay], "{title}");
    }
    for title in ["Latency from 300 ms to 100 ms", "Uptime 99.5 % -> 99.9 %", "Revenue from 2 to 1 EUR"] {
        assert_eq!(filled(title, |_| false).0.measure.gaps(), [], "{title}");
    }
    let by_hand = filled("Latency from 100 ms to 300 ms", |name| name == "direction").0.measure;
    assert_eq!(by_hand.gaps(), [], "what somebody says of the direction holds");
}

#[test]
fn a_metric_takes_what_was_typed_into_its_places() {
    let (today, last) = (Day::new(2026, 12, 10).unwrap(), Day::new(2027, 3, 31).unwrap());
    let on = |typed: &str| {
        Draft::read(typed, today, &cycle()).on(crate::method::library::metric("ci-duration").unwrap(), last)
    };
    for (typed, template) in [
        ("", "Lower CI duration for [where] from [now] min to [then] min by 31 Mar"),
        ("CI from 42 to 15 minutes", "Lower CI duration for [where] from 42 min to 15 min by 31 Mar"),
        (
            "Builds from 2 h to 1 h by 1 March",
            "Lower CI duration for [where] from 120 min to 60 min by 1 Mar",
        ),
        ("Hire 6 senior engineers", "Lower CI duration for [where] from [now] min to [then] min by 31 Mar"),
        (
            "Lower lead time for [where] from [now] h to [then] h by 1 Mar",
            "Lower CI duration for [where] from [now] min to [then] min by 1 Mar",
        ),
    ] {
        assert_eq!(on(typed), template, "{typed}");
    }
}

#[test]
fn places_of_the_template_are_open_until_they_are_filled_in() {
    let sentence = "Lower CI duration for [where] from [now] min to 15 min [main branch] by 31 Mar";
    assert_eq!(open_places(sentence), ["[where]", "[now]"]);
    assert!(open_places("Lower CI duration [main branch] from 42 min to 15 min by 31 Mar").is_empty());
}

#[test]
fn what_stands_otherwise_than_the_sentence_says_is_found_in_whatever_unit() {
    let (stands, _) = filled("CI duration from 42 min to 15 min by 31 March", |_| false);
    let otherwise = |title: &str| {
        let draft = Draft::read(title, Day::new(2026, 12, 10).unwrap(), &cycle());
        draft.otherwise(&stands.measure).into_iter().map(|row| row.field).collect::<Vec<_>>()
    };
    assert_eq!(otherwise("CI duration from 42 min to 15 min"), [""; 0]);
    assert_eq!(otherwise("CI duration from 0.7 h to 900 s by 31 March"), [""; 0]);
    assert_eq!(otherwise("Build wait from 40 to 15 minutes by 1 March"), ["metric", "baseline", "due"]);
    assert_eq!(otherwise("CI duration from 42 % to 15 %"), ["unit", "baseline", "target"]);
}

#[test]
fn what_is_said_per_month_is_no_number_per_week() {
    let today = Day::new(2026, 12, 10).unwrap();
    let per = |unit: &str, title: &str| {
        let mut key_result = KeyResult::draft(KeyResultId::new("churn").unwrap(), title, 10);
        key_result.measure.unit = Some(unit.to_owned());
        let draft = Draft::read(title, today, &cycle());
        draft.fill(&mut key_result, |name| name == "unit");
        let filled = key_result.measure.clone();
        (key_result.measure.baseline, key_result.measure.target) = (Some(40.into()), Some(10.into()));
        let apart: Vec<_> = draft.otherwise(&key_result.measure).into_iter().map(|row| row.field).collect();
        (filled.baseline.is_some(), filled.target.is_some(), apart)
    };
    let apart = || (false, false, vec!["unit", "baseline", "target"]);
    for (unit, said) in [
        ("per week", "per month"),
        ("per week", "a month"),
        ("per week", "/month"),
        ("per week", "each month"),
        ("per week", "every month"),
        ("per week", "monthly"),
        ("per week", "calls per month"),
        ("per day", "per week"),
        ("per shift", "per week"),
        ("per quarter", "a month"),
        ("calls per week", "a month"),
    ] {
        assert_eq!(per(unit, &format!("Churn from 40 to 10 {said}")), apart(), "{unit}: {said}");
    }
    for (unit, said) in [
        ("per week", "per week"),
        ("per week", "a week"),
        ("per week", "weekly"),
        ("per wk", "per week"),
        ("per shift", "pages"),
        ("calls per week", "a week"),
    ] {
        let title = format!("Churn from 40 to 10 {said}");
        assert_eq!(per(unit, &title), (true, true, vec![]), "{unit}: {said}");
    }
}

#[test]
fn a_sentence_said_anew_takes_the_old_figures_away() {
    let today = Day::new(2026, 12, 10).unwrap();
    let anew = |old: &str, new: &str, by_hand: fn(&mut Measure)| {
        let (mut key_result, _) = filled(old, |_| false);
        by_hand(&mut key_result.measure);
        let (older, newer) = (Draft::read(old, today, &cycle()), Draft::read(new, today, &cycle()));
        newer.fill_instead(&older, &mut key_result);
        let apart: Vec<&str> =
            newer.otherwise(&key_result.measure).into_iter().map(|row| row.field).collect();
        (key_result.measure, apart)
    };
    let alone = |new: &str| filled(new, |_| false).0.measure;
    let days = "Time to hire from 60 to 40 days";
    for old in [
        "Hire 6 senior engineers",
        "Roll out tracing to every backend service",
        "Sign-in failures below 2 % by 1 March",
        "Keep error budget between 20 % and 80 %",
        "Keep availability above 99.9 %",
    ] {
        assert_eq!(anew(old, days, |_| ()), (alone(days), vec![]), "{old}");
    }
    let (measure, apart) = anew("Hire 6 senior engineers", days, |measure| {
        (measure.target, measure.source) = (Some(8.into()), Some("list".to_owned()));
    });
    assert_eq!(measure.movement("->"), "? -> 8 engineers", "what was typed keeps its unit");
    assert_eq!((measure.metric.as_deref(), measure.source.as_deref()), (Some("Time to hire"), Some("list")));
    assert_eq!(apart, ["unit", "baseline", "target"]);
    let november = Day::new(2026, 11, 20);
    let (measure, _) = anew("CI from 42 to 15 min", "CI from 42 to 12 min", |measure| {
        measure.baseline_date = Day::new(2026, 11, 20);
    });
    assert_eq!((measure.movement("->").as_str(), measure.baseline_date), ("42 min -> 12 min", november));
}

#[test]
fn what_the_team_makes_is_counted_and_is_no_metric() {
    for work in ["Train 30 analysts in SQL", "Delete 200 noisy alerts", "Build SSO"] {
        let (key_result, _) = filled(work, |_| false);
        assert_eq!((key_result.measure.metric, key_result.measure.direction), (None, None), "{work}");
        assert_eq!(Draft::read(work, Day::new(2026, 12, 10).unwrap(), &cycle()).name(), work);
    }
}

#[test]
fn what_somebody_has_spoken_about_is_left_alone() {
    let (key_result, _) = filled("Sign-in failures from 2.3 % to 0.5 %", |name| name == "baseline");
    assert_eq!(key_result.measure.baseline, None);
    assert!(key_result.measure.target.is_some());
}

/// The day of the baseline and the day by which, as a sentence of the second week of the quarter names them.
fn days(title: &str) -> (String, String) {
    let draft = Draft::read(title, Day::new(2027, 1, 20).unwrap(), &cycle());
    let shown = |day: Option<Day>| day.map_or_else(|| "open".to_owned(), |day| day.to_string());
    (shown(draft.measure().baseline_date), shown(draft.measure().due))
}

#[test]
fn a_baseline_was_read_on_the_day_its_sentence_names() {
    let today = "2027-01-20";
    for (title, read_on) in [
        ("Checkout p95 from 900 ms (12 Jan) to 350 ms", "2027-01-12"),
        ("Checkout p95 from 900 ms (as of 12 January) to 350 ms", "2027-01-12"),
        ("Checkout p95 from 900 ms (measured 2027-01-12, Grafana) to 350 ms", "2027-01-12"),
        ("Checkout p95 from 900 ms on 12 January to 350 ms", "2027-01-12"),
        ("Checkout p95 from 900 ms (Q4) to 350 ms", "2026-12-31"),
        ("Checkout p95 from 900 ms in December to 350 ms in March", "2026-12-31"),
        ("99.9% availability, up from 99.5% in the previous quarter", "2026-12-31"),
        ("Incidents at 3 vs Q4 2026 (24)", "2026-12-31"),
        ("Checkout p95 from 900 ms last winter to 350 ms", "open"),
        ("Checkout p95 from 900 ms 3 months ago to 350 ms", "open"),
        ("Checkout p95 down to 350 ms (900 ms in W48)", "open"),
        ("Checkout p95 from 900 ms to 350 ms by 31 March", today),
        ("Checkout p95 350 ms, 900 ms today", today),
        ("Checkout p95 350 ms by 15 March, currently 900 ms", today),
        ("Checkout p95 from 900 ms (Q1) to 350 ms", today),
    ] {
        assert_eq!(days(title).0, read_on, "{title}");
    }
}

#[test]
fn a_time_that_is_only_compared_with_is_no_day_by_which() {
    for title in [
        "30% fewer incidents than in Q4",
        "30% fewer incidents than in December",
        "Halve the incidents we had in Q4",
        "Half as many incidents as in Q4 (24)",
        "Reduce monthly incidents to 3 (Q4 average: 8)",
        "Reduce monthly incidents to 3, Q4 average was 8",
        "Latency at the December level or better: 350 ms",
        "Lead time 50% shorter than in Q4 (4 days)",
        "Satisfaction of 4.0, 3.1 in the October survey",
    ] {
        assert_eq!(days(title).1, "open", "{title}");
    }
    for (title, due) in [
        ("Incidents from 8 to 3 in March", "2027-03-31"),
        ("Incidents from 8 to 3 in April", "2027-04-30"),
        ("Incidents from 8 to 3 by December", "2027-12-31"),
        ("Incidents from 8 to 3 by Q4", "2027-12-31"),
    ] {
        assert_eq!(days(title).1, due, "{title}");
    }
}
