mod amounts;
mod asides;
mod plain;
mod plans;
mod present;
mod remarks;
mod shares;
mod ways;
mod wording;

use super::words::LOOKS;
use super::*;
use crate::coach::draft;
use crate::coach::statement::Statement;

fn today() -> Day {
    Day::new(2027, 2, 11).unwrap()
}

fn number(value: Option<Number>) -> String {
    value.map_or_else(|| "?".to_owned(), |number| number.to_string())
}

/// Baseline, target, unit and movement in a few signs: `2.3 -> 0.5 % v`.
fn read_as(text: &str) -> String {
    let sentence = Statement::read(text, today()).sentence;
    let way = match sentence.movement {
        Some(Movement::Increase) => "^",
        Some(Movement::Decrease) => "v",
        Some(Movement::Maintain) => "=",
        None => "",
    };
    let unit = sentence.unit.as_deref().unwrap_or("");
    let read = format!("{} -> {} {unit} {way}", number(sentence.baseline), number(sentence.target));
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads each text and tells all that are read otherwise.
#[track_caller]
fn assert_read(cases: &[(&str, &str)]) {
    let others = cases.iter().filter(|(text, expected)| read_as(text) != *expected);
    let told: Vec<String> =
        others.map(|(text, expected)| format!("{text}: {} and not {expected}", read_as(text))).collect();
    assert!(told.is_empty(), "read otherwise:\n  {}", told.join("\n  "));
}

#[test]
fn the_sentence_forms_of_the_method_are_read() {
    assert_read(&[
        ("Reduce the 5xx error rate of the payment service from 0.8% to below 0.2%", "0.8 -> 0.2 % v"),
        ("Achieve 99.9% availability, up from 99.5% in the previous quarter", "99.5 -> 99.9 % ^"),
        ("Reduce mean deployment lead time across product teams from 4 days to under 1 day", "4 -> 1 days v"),
        ("Reduce p95 CI pipeline duration from 42 min to under 15 min", "42 -> 15 min v"),
        ("Reduce age at remediation from a median of 45 days to under 14 days", "45 -> 14 days v"),
        ("Achieve 100% of production services running with signed images", "? -> 100 % ^"),
        ("Increase trial conversion from 8% to 12%", "8 -> 12 % ^"),
    ]);
}

#[test]
fn what_is_said_of_all_before_it_is_the_number_to_reach() {
    assert_read(&[
        ("Phishing click rate: 2 %", "? -> 2 % v"),
        ("Calls between midnight and six: at most 40 s", "? -> 40 s v"),
        ("Alerts at night: at most 3 a week", "? -> 3 alerts v"),
        ("Moving 1 TB over 100 Mbps takes less than 48 hours", "? -> 48 h v"),
        ("95% of orders take less than 3 days", "? -> 95 % ^"),
        ("Two webinars: 500 registrants", "? -> 2 webinars ^"),
    ]);
}

#[test]
fn bounds_are_read_whatever_word_they_are_said_by() {
    assert_read(&[
        ("Bundle no bigger than 1.5 MB", "? -> 1.5 MB v"),
        ("Deploying never causes more than two minutes of lag", "? -> 2 min v"),
        ("Day-30 retention not below 18%", "? -> 18 % ="),
        ("Punctuality does not slip under 86%", "? -> 86 % ="),
        ("Guarantee claims about wobbling legs vanish", "? -> ? v"),
        ("Shelf gaps become rare", "? -> ? v"),
        ("Unplanned trips from 46 to no more than 20", "46 -> 20 trips v"),
        ("Change failure rate of 10% or better", "? -> 10 % v"),
    ]);
}

#[test]
fn a_way_from_one_number_to_another_is_read() {
    assert_read(&[
        ("Reduce p99 checkout latency from 1.8s to 600ms", "1.8 -> 600 ms v"),
        ("MTTR from 4h to 45min", "4 -> 45 min v"),
        ("MTTR cut from 2 hours to 30 minutes", "2 -> 30 min v"),
        ("Increase API uptime from 99.2% to 99.95% (measured by external monitoring)", "99.2 -> 99.95 % ^"),
        ("Cut monthly cloud spend from $180k to $140k by 30 June", "180,000 -> 140,000 USD v"),
        ("Grow ARR from $2.1M to $3M", "2,100,000 -> 3,000,000 USD ^"),
        ("Raise CSAT from 4.1 to 4.6 out of 5", "4.1 -> 4.6 points ^"),
        ("Employee engagement score increases from 7.2 to 8.0", "7.2 -> 8 points ^"),
        ("From 40% to 65% of incidents found by our own alerts", "40 -> 65 % ^"),
        ("Readmissions within 30 days fall from 14% to 10%", "14 -> 10 % v"),
        ("Reduce the share of tickets that are reopened from 12% to 5%", "12 -> 5 % v"),
        ("Reduce the time from order to delivery from 10 days to 6", "10 -> 6 days v"),
        ("Reduce median time from commit to production from 2 days to under 4 hours", "2 -> 4 h v"),
        ("Attrition in the first 90 days from 12% to 5%", "12 -> 5 % v"),
        ("Infections per 1,000 patient days from 2.1 to 1.5", "2.1 -> 1.5 infections v"),
        ("Customers paying more than $1k a month grow from 40 to 60", "40 -> 60 customers ^"),
        ("Share of orders delivered within 2 days from 60 % to 85 %", "60 -> 85 % ^"),
        ("Reduce outages from 12 in Q4 2026 to 4 in Q1 2027", "12 -> 4 outages v"),
        ("Go from 12 outages per quarter to 4 or fewer", "12 -> 4 outages v"),
        ("Outages: from 12 (Q4) to 4 (Q1)", "12 -> 4 outages v"),
        ("Increase enterprise signups from 50/month to 200/month", "50 -> 200 signups ^"),
        ("Reduce on-call pages per shift from 14 to 5", "14 -> 5 pages v"),
        ("Increase deployment frequency from 2x per week to 5x per week", "2 -> 5 ^"),
        ("From 3 to 10 deploys per day", "3 -> 10 deploys ^"),
        ("Cut sign-up drop-off from 60 to 40%", "60 -> 40 % v"),
        ("Improve eNPS from -5 to 15", "-5 -> 15 points ^"),
        ("eNPS from -10 to +10", "-10 -> 10 points ^"),
        ("Reduce bug backlog from ~300 to <100", "300 -> 100 v"),
    ]);
}

#[test]
fn an_arrow_or_a_bare_to_leads_from_baseline_to_target() {
    assert_read(&[
        ("Build time: 12 min → 5 min", "12 -> 5 min v"),
        ("Lock-outs per day 2,300 → 600", "2300 -> 600 lock-outs v"),
        ("Cold start 900 ms -> 250 ms", "900 -> 250 ms v"),
        ("Change failure rate 9% -> 5%", "9 -> 5 % v"),
        ("p50 build time 8m -> 4m", "8 -> 4 min v"),
        ("CI pipeline p95 from 42m to 15m", "42 -> 15 min v"),
        ("E-mail open rate 20 → 28", "20 -> 28 ^"),
        ("PR review wait: 26h → 8h", "26 -> 8 h v"),
        ("Change size: median 450 -> 150 lines", "450 -> 150 lines v"),
        ("Renewals: 62 -> 75%", "62 -> 75 % ^"),
        ("Outages 12 to 4", "12 -> 4 outages v"),
        ("Return rate: 12% to 8%", "12 -> 8 % v"),
        ("Setup time per machine 45 to 20 minutes", "45 -> 20 min v"),
        ("Reduce average handling time 8 min to 6 min", "8 -> 6 min v"),
        ("Reduce voluntary turnover, 18% to 12% by Q4", "18 -> 12 % v"),
    ]);
}

#[test]
fn a_target_may_stand_before_its_baseline() {
    assert_read(&[
        ("Reach $9.4m in annual recurring revenue, up from $7.2m", "7,200,000 -> 9,400,000 USD ^"),
        ("Deploy 10 times a day, up from twice a week", "2 -> 10 times ^"),
        ("Customer churn down to 1.5% from 3%", "3 -> 1.5 % v"),
        ("Support backlog below 50 tickets, down from 210", "210 -> 50 tickets v"),
        ("Median first response time < 1h (now 3h)", "3 -> 1 h v"),
        ("Offer acceptance rate: 85% (today 70%)", "70 -> 85 % ^"),
        ("Time to hire under 35 days (currently 52)", "52 -> 35 days v"),
        ("Onboarding in 5 days instead of 12", "12 -> 5 days v"),
        ("Close the books in 5 days rather than 9", "9 -> 5 days v"),
        ("Gross margin of 72%, currently 68%", "68 -> 72 % ^"),
        ("Gross margin at 72 % (2026: 68 %)", "68 -> 72 % ^"),
        ("Mean time to detect < 5 min, from 22 min in Q4", "22 -> 5 min v"),
        ("Test suite runs in 1m30s, today 4m", "4 -> 90 s v"),
        ("125k monthly visitors (80k today)", "80,000 -> 125,000 visitors ^"),
        ("Increase self-service resolution to 60% (baseline 42%)", "42 -> 60 % ^"),
        ("Baseline 42%, target 60%: tickets solved without an agent", "42 -> 60 % ^"),
        ("Self-service rate: currently 42%, goal 60%", "42 -> 60 % ^"),
        ("Tickets per customer: 1.4 now, 0.9 by end of June", "1.4 -> 0.9 tickets v"),
        ("The median pull request waits 6 hours, not 26", "26 -> 6 h v"),
        ("Wait for review drops to 6 hours (26 hours last quarter)", "26 -> 6 h v"),
        ("Wait for review drops to 6 hours (last quarter: 26 hours)", "26 -> 6 h v"),
        ("Wait for review of 6 hours, was 26", "26 -> 6 h v"),
        ("We had 12 outages last quarter; this quarter at most 4", "12 -> 4 outages v"),
        ("No more than 4 outages (12 in Q4)", "12 -> 4 outages v"),
        ("Cost below $0.10 per meeting hour vs $1.50 at the old vendor", "1.5 -> 0.1 USD v"),
        ("Patients wait 20 min on average, down from 35", "35 -> 20 min v"),
        ("85 % of orders delivered within 2 days (60 % today)", "60 -> 85 % ^"),
    ]);
}

#[test]
fn a_way_down_to_a_number_and_a_moment_are_read() {
    assert_read(&[
        ("Paying a bill: 4.2 seconds down to under 1.5 seconds", "4.2 -> 1.5 s v"),
        ("P95 latency < 100ms; at the moment 500ms", "500 -> 100 ms v"),
        ("Homes without power for less than 12 minutes a year, 19 today", "19 -> 12 min v"),
        ("No regression lives in production for more than 1 day", "? -> 1 days v"),
        ("Trains that arrive less than 3 minutes late: 91 %, up from 84 %", "84 -> 91 % ^"),
        ("Clean forms: up by X%", "? -> ? ^"),
        ("Review the 12 contracts", "? -> 12 contracts ^"),
        ("100% of releases leave on the planned day", "? -> 100 % ^"),
        ("New desk live, old one switched off", "? -> ?"),
        ("Calendar for 2028 published", "? -> ?"),
    ]);
}

#[test]
fn what_is_counted_may_come_from_somewhere_without_a_baseline() {
    assert_read(&[
        ("Contributions from 30 allies", "? -> 30 allies ^"),
        ("1,500 sign-ups from the new landing page", "? -> 1500 sign-ups ^"),
        ("50 qualified opportunities from 3 regions", "? -> 50 opportunities ^"),
        ("40% of revenue from new products", "? -> 40 % ^"),
        ("Feedback from 12 customers", "? -> 12 customers ^"),
    ]);
}

#[test]
fn the_words_before_and_behind_a_figure_say_which_side_counts() {
    assert_read(&[
        ("At least 60% of new hires are women", "? -> 60 % ^"),
        ("Fewer than 5 rollbacks per quarter", "? -> 5 rollbacks v"),
        ("At most 3 pages per on-call shift", "? -> 3 pages v"),
        ("Net revenue retention > 115%", "? -> 115 % ^"),
        ("eNPS ≥ 40", "? -> 40 points ^"),
        ("NPS 50 or higher", "? -> 50 points ^"),
        ("10 or fewer open P2 bugs", "? -> 10 bugs v"),
        ("Max. 10 open P2 bugs", "? -> 10 bugs v"),
        ("Open P2 bugs: max 10", "? -> 10 bugs v"),
        ("Not more than 10 open P2 bugs", "? -> 10 bugs v"),
        ("Do not exceed 10 open P2 bugs", "? -> 10 bugs v"),
        ("Patients wait no longer than 20 minutes", "? -> 20 min v"),
        ("Customer effort score ≤ 2.0", "? -> 2 points v"),
        ("Stock-outs no more than 2 per month", "? -> 2 stock-outs v"),
        ("Budget variance at most 3%", "? -> 3 % v"),
        ("Forecast within ±5% of actuals", "? -> 5 % v"),
        ("Sub-200ms p95 for search", "? -> 200 ms v"),
        ("Only 5% of deploys fail", "? -> 5 % v"),
        ("Less than an hour of downtime", "? -> 1 h v"),
        ("First answer to any ticket in less than 24 hours", "? -> 24 h v"),
        ("Runway of 18 months", "? -> 18 months ^"),
        ("CAC payback below 12 months", "? -> 12 months v"),
    ]);
}

#[test]
fn what_is_kept_is_maintained() {
    assert_read(&[
        ("Keep CSAT above 90%", "? -> 90 % ="),
        ("Maintain an uptime of 99.9%", "? -> 99.9 % ="),
        ("Churn stays below 2%", "? -> 2 % ="),
        ("Do not fall below 95% on-time delivery", "? -> 95 % ="),
        ("Absenteeism does not rise above 4%", "? -> 4 % ="),
        ("Keep the number of open incidents at or below 5", "? -> 5 incidents ="),
        ("Hold churn steady at 2%", "? -> 2 % ="),
        ("Response times stay under 100 ms while traffic doubles", "? -> 100 ms ="),
        ("Budget kept within 2%", "? -> 2 % ="),
        ("Team happiness stays at 4 out of 5 or higher", "? -> 4 points ="),
        ("Weekly focus day kept free 90% of the time", "? -> 90 % ^"),
        ("Hold 2 architecture reviews", "? -> 2 reviews ^"),
    ]);
}

#[test]
fn a_difference_is_told_from_a_level() {
    assert_read(&[
        ("Cut cloud spend by 15%", "? -> 15 % change v"),
        ("Scope 3 gases lowered by 30%", "? -> 30 % change v"),
        ("The age gap narrows by 5 points", "? -> 5 points v"),
        ("NPS +10", "? -> 10 points ^"),
        ("Increase NPS by 10 points", "? -> 10 points ^"),
        ("Win rate up 5 points", "? -> 5 points ^"),
        ("Builds 30% faster", "? -> 30 % change v"),
        ("Organic traffic up 40% on last year", "? -> 40 % change ^"),
        ("Increase revenue 15% year over year", "? -> 15 % change ^"),
        ("Revenue growth of 15%", "? -> 15 % change ^"),
        ("15% revenue growth", "? -> 15 % change ^"),
        ("10% MoM growth in sign-ups", "? -> 10 % change ^"),
        ("A reduction of 20% in page weight", "? -> 20 % change v"),
        ("20% off the average build time", "? -> 20 % change v"),
        ("Increase average order value by $12", "? -> 12 USD ^"),
        ("Shorten sales cycle by 15 days", "? -> 15 days v"),
        ("Reduce page load time by 1.5 seconds", "? -> 1.5 s v"),
        ("Cost per request -20%", "? -> 20 % change v"),
        ("Applications per opening +30%", "? -> 30 % change ^"),
        ("Be 10 kg lighter by summer", "? -> 10 kg v"),
        ("50% fewer pod restarts", "? -> 50 % change v"),
        ("500 more weekly users at existing customers", "? -> 500 users ^"),
        ("Reduce open P2 bugs by 10", "? -> 10 bugs v"),
        ("Travel costs 10% below last year", "? -> 10 % change v"),
        ("Spend 10% less on travel", "? -> 10 % change v"),
        ("Grow market share by 3 percentage points", "? -> 3 points ^"),
        ("Grow market share to 12%", "? -> 12 % ^"),
        ("Waste down a third", "? -> 33 % change v"),
    ]);
}

#[test]
fn a_level_wins_over_a_difference() {
    assert_read(&[
        ("Reduce infrastructure cost by 20% to $80k per month", "? -> 80,000 USD v"),
        ("Average time in stage 4 shorter by 35% (to 39 days)", "? -> 39 days v"),
        ("Increase revenue 15% to $23M", "? -> 23,000,000 USD ^"),
        ("Conversion up by 2 percentage points to 9%", "? -> 9 % ^"),
        ("Waiting time reduced by 50%, towards a goal of less than 4 seconds", "? -> 4 s v"),
        ("Newsletter to 300 subscribers (+100%)", "? -> 300 subscribers ^"),
    ]);
}

#[test]
fn multiples_and_parts_are_read_as_words() {
    assert_read(&[
        ("Double the number of weekly active teams", "? -> 2 x ^"),
        ("Triple inbound leads", "? -> 3 x ^"),
        ("3x more demo requests", "? -> 3 x ^"),
        ("10x faster builds", "? -> 10 x v"),
        ("Deploys per week doubled", "? -> 2 x ^"),
        ("Twice as many deploys per week", "? -> 2 x ^"),
        ("Increase deploys by a factor of 3", "? -> 3 x ^"),
        ("Test run is 4 times faster", "? -> 4 x v"),
        ("Halve the number of flaky tests", "? -> 50 % change v"),
        ("Cut P2 bugs in half", "? -> 50 % change v"),
        ("Increase donations by half", "? -> 50 % change ^"),
        ("Increase donations by more than half", "? -> 50 % change ^"),
        ("Cut P2 bugs by at least half", "? -> 50 % change v"),
        ("Callers wait 2 h less", "? -> 2 h v"),
        ("Reduce no-show rate by a third", "? -> 33 % change v"),
        ("Test run down by two thirds", "? -> 67 % change v"),
        ("Two thirds of teams use the paved road", "? -> 67 % ^"),
        ("A third of traffic served from the edge", "? -> 33 % ^"),
        ("Half of all deploys need no human", "? -> 50 % ^"),
        ("More than half of the customers renew", "? -> 50 % ^"),
        ("More than 2/3 of users give positive feedback", "? -> 67 % ^"),
        ("9 out of 10 patients would recommend us", "? -> 90 % ^"),
        ("Four out of five users finish onboarding", "? -> 80 % ^"),
        ("One in three visitors signs up", "? -> 33 % ^"),
        ("Fewer than 1 in 20 deploys needs a fix", "? -> 5 % v"),
        ("Three out of four customers renew", "? -> 75 % ^"),
        ("75 per cent of customers renew", "? -> 75 % ^"),
    ]);
}

#[test]
fn what_is_told_of_the_past_is_where_things_stand() {
    assert_read(&[
        ("Idle power 2.6 W (first board 3.4 W)", "3.4 -> 2.6 W v"),
        ("Orders a minute at 50k on the day; last year it broke at 14k", "14,000 -> 50,000 orders ^"),
        ("Full stop in 11 minutes, in the spring drill it took 18", "18 -> 11 min v"),
        ("Repairs acknowledged in 1 day where it used to be five", "5 -> 1 days v"),
        ("Unit tests take 75 s, no longer 240 s", "240 -> 75 s v"),
        ("Data faults: 3 a month at most, after 14 in June", "14 -> 3 faults v"),
        ("Alarms called useful: 75 % (58 % when we asked in March)", "58 -> 75 % ^"),
        ("First-contact resolution, 42 % at the start, ends at 70 %", "42 -> 70 % ^"),
        ("Real-time positions for 85 % of the fleet (64 % equipped so far)", "64 -> 85 % ^"),
        ("Median age of a report: 1h (9h)", "9 -> 1 h v"),
        ("Kubernetes upgraded to 1.25", "? -> ?"),
        ("Reports land in one shared folder", "? -> ?"),
        ("Returns in the first 90 days no more than 1.5 %", "? -> 1.5 % v"),
        ("Serving a request is 10 % cheaper to run", "? -> 10 % change v"),
    ]);
}

#[test]
fn numbers_are_read_in_all_their_forms() {
    assert_read(&[
        ("Raise €2.5 million", "? -> 2,500,000 EUR ^"),
        ("$500k in partner-sourced revenue", "? -> 500,000 USD ^"),
        ("New bookings of 1.2 million dollars", "? -> 1,200,000 USD ^"),
        ("Page views 1.5m per month", "? -> 1,500,000 views ^"),
        ("Sell 3,000 tickets", "? -> 3000 tickets ^"),
        ("A dozen partner shops", "? -> 12 shops ^"),
        ("Twenty-five new accounts", "? -> 25 accounts ^"),
        ("Two hundred sign-ups", "? -> 200 sign-ups ^"),
        ("Half a million page views", "? -> 500,000 views ^"),
        ("Reach 12 000 readers", "? -> 12,000 readers ^"),
        ("Response in 1m30s", "? -> 90 s v"),
        ("Recover within 1 hour and 30 minutes", "? -> 90 min v"),
        ("Average rating of 4.5/5", "? -> 4.5 points ^"),
        ("Restore drill succeeds in 3/3 tries", "? -> 3 tries ^"),
        ("Assets under custody at $1B", "? -> 1,000,000,000 USD ^"),
    ]);
}

#[test]
fn of_a_range_the_bound_counts_at_which_it_is_reached() {
    assert_read(&[
        ("3-5 pilot customers", "? -> 3 customers ^"),
        ("Response within 1-2 days", "? -> 2 days v"),
        ("Setup takes 1-2 commands", "? -> 2 commands v"),
        ("Publish 3 to 5 articles", "? -> 3 articles ^"),
        ("Interview between 8 and 12 users", "? -> 8 users ^"),
        ("Triage takes 10 to 15 minutes a day", "? -> 15 min v"),
        ("70-75% of customers renew", "? -> 70 % ^"),
        ("4-6 weeks from offer to first day", "? -> 6 weeks v"),
        ("Keep bed occupancy between 80% and 85%", "? -> 80 % ="),
    ]);
}

#[test]
fn none_is_nought_and_all_is_a_hundred_percent() {
    assert_read(&[
        ("No sev 1 incidents", "? -> 0 incidents v"),
        ("No tier 1 or 2 deal blocked on something technical", "? -> 0 deals v"),
        ("Pass the audit with no major finding", "? -> 0 finding v"),
        ("Not a single release goes beyond its planned date", "? -> 0 v"),
        ("Stale PRs: none older than 30 days", "? -> 0 v"),
        ("No more manual deploys", "? -> 0 deploys v"),
        ("Zero critical vulnerabilities older than 30 days", "? -> 0 vulnerabilities v"),
        ("Lost time injuries: zero", "? -> 0 injuries v"),
        ("Every team deploys without help", "? -> 100 % ^"),
        ("All services have an SLO", "? -> 100 % ^"),
        ("Success plan written for every strategic account", "? -> 100 % ^"),
        ("The board gets an update every month", "? -> ?"),
        ("Monitoring in all regions", "? -> 100 % ^"),
    ]);
}

#[test]
fn where_all_meet_a_threshold_the_threshold_counts() {
    assert_read(&[
        ("All teammates took 5 or more days off", "? -> 5 days ^"),
        ("Answer every ticket within 24 hours", "? -> 24 h v"),
        ("All pull requests are reviewed by 2 developers", "? -> 2 developers ^"),
        ("Ensure that all APIs respond within 400ms", "? -> 400 ms v"),
        ("Each guild has at least 10 interactions", "? -> 10 interactions ^"),
    ]);
}

#[test]
fn of_cases_that_meet_a_threshold_the_share_counts() {
    assert_read(&[
        ("95% of patients seen within 15 minutes", "? -> 95 % ^"),
        ("Within 4 hours of arrival, 95% of patients are seen", "? -> 95 % ^"),
        ("90% of P1 tickets solved within 4 hours", "? -> 90 % ^"),
        ("We answer 80% of calls in 20 seconds", "? -> 80 % ^"),
        ("24-hour resolution for 80% of tickets", "? -> 80 % ^"),
        ("Response to customers in 1 hour, 100% of the time", "? -> 100 % ^"),
        ("Sentiment of 2+ in 60% of the areas", "? -> 60 % ^"),
        ("HbA1c below 7% in 60% of diabetics", "? -> 60 % ^"),
        ("Reply within the 4 hour SLA in 98 % of cases", "? -> 98 % ^"),
        ("Quota attainment above 80% for 70% of reps", "? -> 70 % ^"),
    ]);
}

#[test]
fn of_several_targets_the_first_counts() {
    assert_read(&[
        ("10 new logos and 2 tier-1 deals closed", "? -> 10 logos ^"),
        ("Video gets >50 retweets & 25k views", "? -> 50 retweets ^"),
        ("3 different customers have run 10 campaigns between them", "? -> 3 customers ^"),
        ("Leads +20%, cost per lead -10%", "? -> 20 % change ^"),
        ("Hire 10 engineers, 3 of them women", "? -> 10 engineers ^"),
        ("Talks: min. 3 in Q3", "? -> 3 talks ^"),
        ("Set up in 1-2 shell commands", "? -> 2 commands v"),
        ("No one is blocked from upgrading", "? -> 0 one v"),
        ("12 teams use the pipeline", "? -> 12 teams ^"),
        ("3 webinars with 100 sign-ups each", "? -> 3 webinars ^"),
    ]);
}
