//! Quantities as people type them: in which unit, which period, or refused.

use super::*;

#[test]
fn values_are_read_in_the_unit_of_their_measure() {
    for (typed, unit, shown) in [
        ("0.8%", "%", "0.8"),
        ("0.8 percent", "%", "0.8"),
        ("4 d", "days", "4"),
        ("42 min", "min", "42"),
        ("42m", "min", "42"),
        ("42 m", "minutes", "42"),
        ("1,200m", "h", "20"),
        ("-90m", "h", "-1.5"),
        ("42m", "min per month", "42"),
        ("42m", "h/week", "0.7"),
        ("90 s", "min per month", "1.5"),
        ("7m", "m", "7"),
        ("7M", "m", "7000000"),
        ("500m", "km", "0.5"),
        ("500 m", "km", "0.5"),
        ("90 cm", "m", "0.9"),
        ("1m30s", "s", "90"),
        ("1m 30s", "min", "1.5"),
        ("2h5m", "min", "125"),
        ("42m", "", "42000000"),
        ("42m", "users per month", "42000000"),
        ("42m", "EUR", "42000000"),
        ("700M", "MB", "700"),
        ("1.5 K", "KiB", "1.5"),
        ("200k", "bytes", "200000"),
        ("10k", "ms", "10000"),
        ("350 mW", "W", "0.35"),
        ("350mW", "kW", "0.00035"),
        ("2 MW", "kW", "2000"),
        ("5 mWh", "mWh", "5"),
        ("3 mw", "mw", "3"),
        ("3 kwh", "Wh", "3000"),
        ("90 s", "min", "1.5"),
        ("36 h", "days", "1.5"),
        ("500 MB", "GB", "0.5"),
        ("2 GiB", "MiB", "2048"),
        ("800 kbps", "Mbps", "0.8"),
        ("500 Mbit/s", "Gbit/s", "0.5"),
        ("3 Gbit/s", "Gbit/s", "3"),
        ("2 m EUR", "EUR", "2000000"),
        ("5 per month", "incidents per month", "5"),
        ("5/month", "incidents per month", "5"),
        ("1 incident", "incidents per month", "1"),
        ("1,200", "", "1200"),
        ("$9.4m", "USD", "9,400,000"),
        ("12 customers", "customers", "12"),
        ("1 customer", "customers", "1"),
        ("-3 ms", "ms", "-3"),
        ("\u{2013}5 %", "%", "-5"),
        ("EUR 1100", "EUR", "1100"),
        ("chf 1,200.50", "CHF", "1200.5"),
        ("-\u{20ac}5", "EUR", "-5"),
        ("\u{20ac} -5", "EUR", "-5"),
        ("1100 euro", "EUR", "1100"),
        ("1h 10min", "min", "70"),
        ("1 h 10 m", "min per month", "70"),
        ("4h30", "h", "4.5"),
        ("1:30", "min", "1.5"),
        ("1:30", "h", "1.5"),
        ("1:30", "min per month", "1.5"),
        ("1:30", "h to first review", "1.5"),
        ("1:30 h", "min", "90"),
        ("1:10:00", "min", "70"),
        ("1:10:30", "s", "4230"),
        ("1:30:00", "h to first review", "1.5"),
        ("0:30:00 h", "min", "30"),
        ("90:00", "minutes", "90"),
        ("2 days 6 hours", "days", "2.25"),
        ("45 days", "days to 10th merged change", "45"),
        ("2 weeks", "days to 10th merged change", "14"),
        ("1 day", "h to first review", "24"),
        ("20 hours per week", "h per week, team", "20"),
        ("3.1 points", "points (1-5), team mean", "3.1"),
        ("2 per week", "per week per service", "2"),
    ] {
        let read = read_in_unit(typed, unit).map(|number| number.to_string());
        assert_eq!(read.map(|n| n.replace(',', "")), Ok(shown.replace(',', "")), "{typed} in {unit}");
    }
}

#[test]
fn one_of_a_unit_is_said_as_one_and_read_again() {
    for (unit, one) in [
        ("accounts", "1 account"),
        ("queries", "1 query"),
        ("batches", "1 batch"),
        ("boxes", "1 box"),
        ("releases", "1 release"),
        ("tickets per day", "1 ticket per day"),
        ("days", "1 day"),
        ("SLAs", "1 SLA"),
        ("ms", "1 ms"),
        ("gbps", "1 gbps"),
        ("IOPS", "1 IOPS"),
        ("status", "1 status"),
        ("series", "1 series"),
        ("%", "1 %"),
        ("", "1"),
    ] {
        assert_eq!(with_unit(Number::from(1), unit), one);
        assert_eq!(read_in_unit(one, unit), Ok(Number::from(1)), "{one} in {unit}");
    }
    assert_eq!(with_unit("1.5".parse().unwrap(), "accounts"), "1.5 accounts");
    let reckoned = |typed, unit| with_unit(read_in_unit(typed, unit).unwrap(), unit);
    assert_eq!(reckoned("2 days 4 h", "days"), "2.167 days");
    assert_eq!(reckoned("0.000278333 min", "min"), "0.000278 min");
    assert_eq!(reckoned("0.000125 min", "min"), "0.000125 min", "what somebody types is shown as it is");
    assert_eq!(with_unit(Number::from(0), "accounts"), "0 accounts");
}

#[test]
fn what_elsewhere_is_a_number_in_thousands_is_known() {
    for (typed, is) in [
        ("13.000", true),
        ("-1.250 users", true),
        ("€ 12.500", true),
        ("0.125", false),
        ("13.00", false),
        ("1300.000", false),
        ("1.250k", false),
        ("13,000", false),
        ("1.250.000", false),
        ("12", false),
    ] {
        let read = read_in_unit(typed, "").or_else(|_| read_in_unit(typed, "users"));
        let read = read.or_else(|_| read_in_unit(typed, "EUR")).unwrap_or(Number::ZERO);
        assert_eq!(could_be_thousands(typed, read, "", Some(12_500.into())), is, "{typed}");
        assert_eq!(could_be_thousands(typed, read, "", None), is, "{typed}");
        assert!(!could_be_thousands(typed, read, "%", None), "{typed}");
        assert!(!could_be_thousands(typed, read, "", Some(20.into())), "{typed}");
    }
    let read = "812.437".parse().unwrap();
    assert!(!could_be_thousands("812.437", read, "", Some(1_200.into())), "it is near as it stands");
}

#[test]
fn another_unit_is_refused_by_name() {
    let problem = read_in_unit("42 min", "%").unwrap_err().to_string();
    assert_eq!(problem, "this measure is read in %, `min` was typed");
    assert!(read_in_unit("12 dogs", "").is_err());
    for (typed, unit) in [("4m", "months"), ("4 m", "months"), ("500m", "MB"), ("500m", "miles")] {
        let problem = read_in_unit(typed, unit).unwrap_err().to_string();
        assert_eq!(problem, format!("this measure is read in {unit}, `m` was typed"), "{typed}");
    }
    for (typed, unit) in [("31M", "min"), ("200K", "MB"), ("700 M", "GB"), ("3 mw", "W"), ("2 mW", "MW ")] {
        let refused = read_in_unit(typed, unit).is_err();
        assert_eq!(refused, typed != "2 mW", "{typed} in {unit}");
    }
    assert!(!same_unit("mW", "MW"));
    assert!(read_in_unit("5 per week", "incidents per month").is_err());
    assert!(read_in_unit("5 per day", "per week per service").is_err());
    assert!(read_in_unit("5 per day", "per week").is_err());
    assert!(read_in_unit("5 day", "days-off").is_err(), "a beginning of a word is no unit");
    assert!(read_in_unit("500 MB", "Mbps").is_err());
    for (one, other, is_other) in [
        ("GB", "MB", true),
        ("incidents per month", "incidents per week", true),
        ("USD per month", "EUR per month", true),
        ("per month", "per week", true),
        ("per month", "incidents per week", true),
        ("per month", "incidents per month", false),
        ("monthly", "per week", true),
        ("weekly", "per week", false),
        ("per week", "per wk", false),
        ("incidents", "incidents per month", false),
        ("GB", "gb", false),
    ] {
        assert_eq!(is_other_scale(one, other), is_other, "{one}, {other}");
    }
    let colon = |typed, unit| read_in_unit(typed, unit).unwrap_err().to_string();
    let unclear = "`1:10` could be hours or minutes; write it with its units, such as 1 hour 10 min";
    assert_eq!(colon("1:10", "days"), unclear);
    assert_eq!(colon("1:10", "%"), "this measure is read in %, `1:10` was typed");
    assert_eq!(colon("1:10:00", "%"), "this measure is read in %, `1:10:00` was typed");
    for (bad, unit) in [
        ("1:70", "min"),
        ("1:5", "h"),
        ("1:10:99", "h"),
        ("1:10:00:00", "h"),
        ("1:10:00 min", "min"),
        ("-1:10", "h"),
        (":30", "min"),
        ("1:5:3", "%"),
    ] {
        assert!(colon(bad, unit).contains(&format!("`{bad}`")), "{bad}");
    }
    for bad in ["", "%", "NaN", "\u{1f389}", "abc %", "1.2.3 %", "two"] {
        assert!(read_in_unit(bad, "%").is_err(), "{bad}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in ".{0,40}", unit in ".{0,8}") {
        let _ = read_in_unit(&text, &unit);
    }
}
