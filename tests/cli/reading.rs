//! `add kr` reads its sentence: what it says is filled in, what the fields say wins, what nobody said stays open.

use super::{draft, run};
use crate::support::Home;
use crate::support::tree::{path_like, toml};

/// The measure in the file of a key result, one `key = value` after the other.
fn measure(home: &Home, id: &str) -> String {
    let file =
        toml(home.work(), &path_like(home.work(), &format!("teams/payments/2027-q1/objectives/*/{id}.toml")));
    let Some(measure) = file.get("measure").and_then(|measure| measure.as_table()) else {
        return String::new();
    };
    let rows = measure.iter().map(|(key, value)| format!("{key}={value}").replace('"', ""));
    rows.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sentence_alone_fills_in_the_measure() {
    let home = draft();
    let line =
        "add kr sign-in 'Reduce median time to restore in payments from 3 h to under 45 min by 31 March'";
    let added = home.okr(line);
    added.code(0).stderr_has("read: time to restore, 180 min -> below 45 min, by 31 Mar 2027");
    let expected = "metric=time to restore aggregation=median scope=in payments unit=min direction=decrease baseline=180 \
                    target=45 bound=strict due=2027-03-31 baseline_date=2026-12-10";
    let mut read: Vec<String> = measure(&home, added.stdout().trim()).split(' ').map(str::to_owned).collect();
    let mut expected: Vec<&str> = expected.split(' ').collect();
    read.retain(|row| row != "kind=change");
    read.sort();
    expected.sort_unstable();
    assert_eq!(read, expected);
    home.okr("check").code(0);
}

#[test]
fn what_the_fields_say_wins() {
    let home = draft();
    let id = run(
        &home,
        "add kr sign-in 'Time to restore from 3 h to 45 min' target='30 min' metric=MTTR aggregation=median",
    );
    let read = measure(&home, &id);
    for said in ["metric=MTTR", "target=30", "baseline=180", "unit=min", "aggregation=median"] {
        assert!(read.contains(said), "{said} is not in {read}");
    }
    let id = run(&home, "add kr sign-in 'Late trains from 12 % to 5 %' baseline= due=");
    assert!(!measure(&home, &id).contains("baseline"), "a cleared field stays clear");
    let id = run(&home, "add kr sign-in 'Calls from 12 % to 5 %' unit=calls");
    assert!(!measure(&home, &id).contains("target"), "numbers of another unit are not taken");
    let id = run(&home, "add kr sign-in 'Repairs from 12 % to 5 %' kind=at-most");
    assert!(!measure(&home, &id).contains("baseline"), "numbers of another kind are not taken");
}

#[test]
fn a_difference_without_a_start_is_said_and_not_invented() {
    let home = draft();
    let added = home.okr("add kr sign-in 'Cut support calls by 20 %'");
    added.code(0).stderr_has("read: support calls, by 20 %");
    let read = measure(&home, added.stdout().trim());
    assert!(!read.contains("target") && !read.contains("unit"), "{read}");
    let id = run(&home, "add kr sign-in 'Cut monthly reminders by 25 % from 400'");
    assert!(measure(&home, &id).contains("target=300"), "{}", measure(&home, &id));
}

#[test]
fn what_stays_is_a_window() {
    let home = draft();
    let id = run(&home, "add kr sign-in 'Monthly churn stays below 2 %'");
    let read = measure(&home, &id);
    assert!(
        read.contains("kind=at-most") && read.contains("target=2") && read.contains("bound=strict"),
        "{read}"
    );
    let id = run(&home, "add kr sign-in 'Keep bed occupancy between 80 % and 85 %'");
    let read = measure(&home, &id);
    assert!(
        read.contains("kind=between") && read.contains("floor=80") && read.contains("ceiling=85"),
        "{read}"
    );
}

#[test]
fn a_window_of_money_and_a_value_on_a_scale_are_read_as_they_are_written() {
    let home = draft();
    for (sentence, read) in [
        ("Keep monthly spend between $20k and $25k", "monthly spend, between 20,000 USD and 25,000 USD"),
        (
            "Keep cost per order between \u{20ac}0.20 and \u{20ac}0.25",
            "cost per order, between 0.2 EUR and 0.25 EUR",
        ),
        ("Hold latency between 100 ms and 200 ms", "Hold latency, between 100 ms and 200 ms"),
        ("Keep cost under \u{20ac}500", "cost, below 500 EUR"),
        ("Keep happiness of the team >= 4 / 5", "happiness, at least 4 points"),
        ("Raise satisfaction from 3.4 / 5 to 4.2 / 5", "satisfaction, 3.4 points -> 4.2 points"),
    ] {
        let added = home.okr(format!("add kr sign-in '{sentence}'"));
        added.code(0).stderr_has(&format!("read: {read}\n"));
    }
}

#[test]
fn numbers_that_are_set_are_said_as_they_were_understood() {
    let home = draft();
    let id = run(&home, "add kr sign-in 'Lead time'");
    let set = |words: &str| home.okr(format!("set {id} {words}"));
    set("baseline='3 days' target='4 hours'").code(0).stderr_has("read: 72 hours -> 4 hours");
    set("baseline=1m30s").code(0).stderr_has("read: 0.025 hours -> 4 hours");
    set("baseline=1.200").code(0).stderr_has("read: 1.2 hours -> 4 hours");
    let id = run(&home, "add kr sign-in 'Signups from 1.200 to 2.500'");
    let unclear = home.okr(format!("set {id} baseline=1.200"));
    unclear.code(2).stderr_has("`1.200` could mean two things; write thousands as 13,000");
}

#[test]
fn a_unit_stands_first_wherever_it_is_given_and_turns_the_numbers_of_a_draft() {
    let home = draft();
    let set = |words: &str| home.okr(format!("set {words}"));
    let id = run(&home, "add kr sign-in 'Error budget spent' kind=between floor=20% ceiling=60%");
    assert!(measure(&home, &id).contains("floor=20 ceiling=60"), "{}", measure(&home, &id));
    set(&format!("{id} floor=30% ceiling=50% unit=%")).code(0).stderr_has("read: between 30 % and 50 %");
    set(&format!("{id} floor=30% unit=ms")).code(2).stderr_has("this measure is read in ms, `%` was typed");
    let id = run(&home, "add kr sign-in 'Wait' metric=wait baseline='3 h' target='1 h'");
    set(&format!("{id} unit=min")).code(0).stderr_has("read: 180 min -> 60 min");
    set(&format!("{id} baseline=2 unit=h")).code(0).stderr_has("read: 2 h -> 1 h");
}

#[test]
fn a_window_with_one_end_is_asked_for_the_other() {
    let home = draft();
    let id = run(&home, "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %' source=x");
    run(&home, &format!("set {id} kind=between floor=0.2%"));
    home.okr("lint").code(1).stdout_has(&format!("okr set {id} ceiling=..."));
    home.okr("commit").code(1).stderr_has("its window has not both ends");
}

#[test]
fn work_fills_in_nothing_but_its_day() {
    let home = draft();
    let added = home.okr("add kr sign-in 'Complete the OAuth 2.0 migration by quarter end'");
    added.code(0).stderr_has("read: by 31 Mar");
    assert_eq!(measure(&home, added.stdout().trim()).replace("kind=change ", ""), "due=2027-03-31");
    let added = home.okr("add kr sign-in 'Evaluate vendors and pick one'");
    added.code(0);
    assert!(!added.stderr().contains("read:"), "{}", added.stderr());
}

#[test]
fn what_was_read_stands_in_the_json() {
    let home = draft();
    let json = home.okr("add kr sign-in 'NPS from 20 to 35' --json").json();
    assert_eq!(json["read"]["baseline"], 20);
    assert_eq!(json["read"]["target"], 35);
    assert_eq!(json["read"]["metric"], "NPS");
}

#[test]
fn a_share_of_cases_is_better_when_higher_whatever_the_cases_are() {
    let home = draft();
    for (said, is_blocked) in [
        ("90% of Sev2 bugs resolved within 5 days (60% now)", false),
        ("Fix 90% of bugs within 5 days, up from 60%", false),
        ("Triage 95% of bugs within a day (50% now)", false),
        ("Find 80% of bugs in staging (40% now)", false),
        ("90% of tickets answered within an hour, today 60%", false),
        ("Bug rate from 60% to 90%", true),
    ] {
        let id = run(&home, &format!("add kr sign-in '{said}'"));
        let direction = if is_blocked { "direction=decrease" } else { "direction=increase" };
        assert!(measure(&home, &id).contains(direction), "{said}: {}", measure(&home, &id));
        let lint = home.okr("lint --json");
        assert_eq!(lint.stdout().contains("wrong-way"), is_blocked, "{said}");
    }
}

#[test]
fn a_difference_leads_on_from_the_baseline_of_the_file() {
    let home = draft();
    let id = run(&home, "add kr sign-in 'Reduce p95 checkout latency by 40%'");
    home.okr("lint").stdout_has("(it says: by 40 %)");
    run(&home, &format!("set {id} baseline='900 ms' source=Grafana"));
    home.okr("lint").stdout_has("(it says: by 40 %, so 540 ms)");
    run(&home, &format!("set {id} target=40"));
    home.okr("lint").stdout_has("said-otherwise").stdout_has("540");
    run(&home, &format!("set {id} target=540"));
    home.okr("lint").stdout_lacks(&id);
}

#[test]
fn a_metric_that_only_says_the_sentence_again_leaves_it_vague() {
    let home = draft();
    let id = run(&home, "add kr sign-in 'Improve system reliability'");
    let asked = || home.okr("lint").stdout().contains("vague");
    assert!(asked(), "{}", measure(&home, &id));
    run(&home, &format!("set {id} metric='failed sign-ins'"));
    assert!(!asked(), "a metric of its own is one");
}

#[test]
fn a_count_beside_a_share_is_a_part_of_its_whole_or_is_asked_for() {
    let home = draft();
    let id = run(&home, "add kr sign-in 'Every service has an SLO (7 of 23 today)'");
    let read = measure(&home, &id);
    assert!(read.contains("baseline=30") && read.contains("target=100") && read.contains("unit=%"), "{read}");
    let id = run(&home, "add kr sign-in 'Half the open bugs (64 today)'");
    let read = measure(&home, &id);
    assert!(
        read.contains("baseline=64") && read.contains("target=32") && read.contains("unit=bugs"),
        "{read}"
    );
    let id = run(&home, "add kr sign-in '90 % of builds green (82 now)'");
    let read = measure(&home, &id);
    assert!(read.contains("target=90") && !read.contains("baseline"), "{read}");
    let asked = home.okr("lint");
    asked.stdout_has("“82” could be read in two ways");
}
