//! What is no target: names, days, samples; and which way a figure is better.

use super::*;

#[test]
fn names_and_versions_are_no_targets() {
    assert_read(&[
        ("Migrate to Postgres 16", "? -> ?"),
        ("SOC 2 Type II report in hand", "? -> ?"),
        ("ISO 27001 certificate by November", "? -> ?"),
        ("TLS 1.3 on all endpoints", "? -> 100 % ^"),
        ("Python 3.12 support", "? -> ?"),
        ("Release 1.0 is out", "? -> ?"),
        ("Get everybody through the 2.1 upgrade", "? -> 100 % ^"),
        ("Set things up for a good 2029", "? -> ?"),
        ("Portal for batch 5 up by 25 June", "? -> ?"),
        ("Ship v3 of the API", "? -> ?"),
        ("Ship 1.5 by the end of May", "? -> ?"),
        ("Support for Node 20 and 22", "? -> ?"),
        ("99.99% availability for tier 1 services", "? -> 99.99 % ^"),
        ("Level 3 support handles fewer than 10 tickets a week", "? -> 10 tickets v"),
        ("Finished tokenomics v2", "? -> ?"),
        ("Driver for the 2.x series", "? -> ?"),
        ("Issue #4711 is fixed", "? -> ?"),
        ("Page loads in under 2 seconds on 3G", "? -> 2 s v"),
        ("99th percentile below 800 ms", "? -> 800 ms v"),
        ("95th percentile latency from 1.2 s to 700 ms", "1.2 -> 700 ms v"),
        ("p99.9 under 2 s", "? -> 2 s v"),
        ("24/7 on-call is staffed", "? -> ?"),
        ("Cycle 3 launched by mid-May", "? -> ?"),
        ("Run the 2026 end-to-end test", "? -> ?"),
        ("3-5 year plan for the buildings agreed", "? -> ?"),
        ("We present at 3 meetups", "? -> 3 meetups ^"),
        ("64 at present, 90 by May", "64 -> 90 ^"),
    ]);
}

#[test]
fn days_and_periods_are_no_targets() {
    assert_read(&[
        ("Complete the migration by 31 March", "? -> ?"),
        ("Publish a roadmap for six months", "? -> ?"),
        ("30-day readmission rate below 10%", "? -> 10 % v"),
        ("Week 4 retention at 35%", "? -> 35 % ^"),
        ("Increase 7-day retention from 22% to 30%", "22 -> 30 % ^"),
        ("Ship a release every 2 weeks", "? -> ?"),
        ("200k views per 30 days on the article collection", "? -> 200,000 views ^"),
        ("Email subscribers grow 7% in the first six months", "? -> 7 % change ^"),
        ("More than 50 users within a month of the release", "? -> 50 users ^"),
        ("50% of those hired in April were set up to succeed", "? -> 50 % ^"),
        ("Engagement grows by 50% over the 2026 baseline", "? -> 50 % change ^"),
        ("Mortality falls by two deaths a year compared with 2026", "? -> 2 deaths v"),
        ("Close 97% of the cases that were 430 days or older", "? -> 97 % ^"),
        ("Retention rate (five years) to 87%", "? -> 87 % ^"),
        ("Start at least eight demonstrations in space", "? -> 8 demonstrations ^"),
    ]);
}

#[test]
fn a_dash_between_blanks_is_no_minus_and_failures_far_apart_are_good() {
    assert_read(&[
        ("Satisfaction of patients \u{2013} 90 percent", "? -> 90 % ^"),
        ("Engagement of associates - 80 percent", "? -> 80 % ^"),
        ("Miles between service failures: 29,000", "? -> 29,000 miles ^"),
        ("Failures per month: 3", "? -> 3 failures v"),
        ("Costs: -20%", "? -> 20 % change v"),
    ]);
}

#[test]
fn a_length_of_time_is_a_deadline_only_for_what_is_done_once() {
    assert_read(&[
        ("Ship the new billing page in 90 days", "? -> ?"),
        ("Launch the mobile app within 6 months", "? -> ?"),
        ("Month-end close done in 5 business days", "? -> 5 days v"),
        ("Candidates hear back within 3 business days", "? -> 3 days v"),
        ("New reps ready inside the first 30 days", "? -> 30 days v"),
        ("Recover from backup in 2 hours", "? -> 2 h v"),
    ]);
}

#[test]
fn samples_and_selections_are_no_targets() {
    assert_read(&[
        ("We speak at 5 conferences of 200 people or more", "? -> 5 conferences ^"),
        ("Search and permissions for teams of 200 people", "? -> ?"),
        ("Grants that raise >$5k per quarter: up by 50%", "? -> 50 % change ^"),
        ("Deals above $100k: 10", "? -> 10 deals ^"),
        ("30 new contracts with companies of 50+ employees", "? -> 30 contracts ^"),
        ("Users with more than 3 sessions per week: 20%", "? -> 20 % ^"),
        ("Cut the number of open vulnerabilities older than 90 days to 0", "? -> 0 vulnerabilities v"),
        ("Any customer whose score is 50 or less has a success plan", "? -> ?"),
        ("Anything that hurts the six customers who must be live is fixed", "? -> ?"),
        ("15 customers who come back (3+ times)", "? -> 15 customers ^"),
        ("p95 search latency of 150 ms at 2,000 rps", "? -> 150 ms v"),
        ("Attrition of new hires within 90 days below 5%", "? -> 5 % v"),
        ("Vaccination coverage of children under 5 at 90%", "? -> 90 % ^"),
        ("10% more applicants thanks to 2 articles", "? -> 10 % change ^"),
    ]);
}

#[test]
fn less_is_better_of_time_errors_and_cost_and_of_little_else() {
    assert_read(&[
        ("Voluntary turnover 12%", "? -> 12 % v"),
        ("Average session length of 6 minutes", "? -> 6 min ^"),
        ("4 hours of uninterrupted focus time per day", "? -> 4 h ^"),
        ("Crash-free sessions at 99.8%", "? -> 99.8 % ^"),
        ("Two releases with no rollback", "? -> 2 releases ^"),
        ("100 days without an accident", "? -> 100 days ^"),
        ("95% of P2 issues resolved", "? -> 95 % ^"),
        ("Patch releases take 1 hour", "? -> 1 h v"),
        ("Error rate 2%", "? -> 2 % v"),
        ("99.9 % of requests succeed", "? -> 99.9 % ^"),
    ]);
}

#[test]
fn what_is_true_of_nobody_is_a_limit_for_all() {
    assert_read(&[
        ("Nobody waits more than ten minutes at the counter", "? -> 10 min v"),
        ("No table waits longer than 15 minutes for its order", "? -> 15 min v"),
        ("Citizens no longer wait for an answer", "? -> ?"),
    ]);
}

#[test]
fn what_it_takes_is_told_from_what_it_holds_and_how_long_it_lasts() {
    assert_read(&[
        ("The battery of the monitor lasts 12 hours in use", "? -> 12 h ^"),
        ("Servers take 100k players at once", "? -> 100,000 players ^"),
        ("Setup takes 2 commands", "? -> 2 commands v"),
        ("Deploying takes 10 minutes", "? -> 10 min v"),
        ("Membership tops 700", "? -> 700 ^"),
        ("Sick leave on the ramp 6% or lower", "? -> 6 % v"),
        ("A sharded 200GB dataset is copied in under 12 hours", "? -> 12 h v"),
        ("The client runs for 7 days on the test network, no crash", "? -> 7 days ^"),
        ("Callers hold for 5 minutes rather than 17", "17 -> 5 min v"),
        ("Findings of medium risk and up fixed in three days", "? -> 3 days v"),
        ("New sales people ramp up in 3 months", "? -> 3 months v"),
    ]);
}

#[test]
fn words_that_look_like_numbers_or_movements_are_told_apart() {
    assert_read(&[
        ("5S audit scheme in place", "? -> ?"),
        ("Office network moved to zero trust", "? -> ?"),
        ("WCAG 2.2 AA conformance on all pages", "? -> 100 % ^"),
        ("People find their way from one product to the next", "? -> ?"),
        ("Lead time for changes from five days to one", "5 -> 1 days v"),
        ("Cancellations in month two cut in half", "? -> 50 % change v"),
        ("Analysts answer a question in half a day", "? -> 0.5 days v"),
        ("Pipelines go green in 95 cases out of 100", "? -> 95 % ^"),
        ("ETA error less than 10 min for 9 in 10 loads", "? -> 90 % ^"),
        ("Trust in data rated 4 or higher by 75% of analysts", "? -> 75 % ^"),
        ("Speakers confirmed for 6 of 8 slots", "? -> 6 slots ^"),
        ("Customers create 2,000 alerts of their own", "? -> 2000 alerts ^"),
        ("Catalogue the remaining 8,000 books", "? -> 8000 books ^"),
        ("Push notification opt-in flow reworked", "? -> ?"),
        ("Upgrade Postgres 12 to 16", "? -> ?"),
    ]);
}

#[test]
fn a_placeholder_gives_a_movement_and_no_number() {
    assert_read(&[
        ("Usage up by X% (tbd)", "? -> ? ^"),
        ("Reduce incidents by N%", "? -> ? v"),
        ("Builders cite our best practices X times", "? -> ? ^"),
        ("N customers on the new plan", "? -> ? ^"),
    ]);
}

#[test]
fn the_day_by_which_is_read_and_the_day_of_a_baseline_is_not() {
    let day = |text: &str| Some(Day::parse(text, today()).unwrap());
    for (text, due) in [
        ("Churn to 2% by 31 March", day("2027-03-31")),
        ("Churn to 2% by 2027/03/15", day("2027-03-15")),
        ("Churn to 2% by March 31st, 2028", day("2028-03-31")),
        ("Churn to 2% by 2027-05-15", day("2027-05-15")),
        ("Churn to 2% by the end of Q2", day("2027-06-30")),
        ("Churn to 2% by Q2 2028", day("2028-06-30")),
        ("Churn to 2% before June", day("2027-05-31")),
        ("Churn to 2% by mid-June", day("2027-06-15")),
        ("Churn to 2% by end of quarter", day("2027-03-31")),
        ("Churn to 2% by year end", day("2027-12-31")),
        ("Churn to 2% (EOQ)", day("2027-03-31")),
        ("Churn to 2% by January", day("2028-01-31")),
        ("Churn to 2%, from 3% in Q4", None),
        ("Churn to 2% by FY28", None),
        ("Churn of those who joined in 2026 at 2%", None),
        ("Churn to 2%", None),
    ] {
        assert_eq!(Statement::read(text, today()).sentence.due, due, "{text}");
    }
}
