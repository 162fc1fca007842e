//! Lines as plans, reports and tables have them.

use super::assert_read;

#[test]
fn marks_of_an_outline_are_no_figures() {
    assert_read(&[
        ("1d. Betas of the loan tools out. 60 institutions adopt.", "? -> 60 institutions ^"),
        ("2h. Scales 10 times better than before", "? -> 10 x ^"),
        ("2d) We answer 90% of the mail", "? -> 90 % ^"),
        ("2d to first answer, down from 5d", "5 -> 2 days v"),
    ]);
}

#[test]
fn what_a_time_is_taken_for_is_no_target() {
    assert_read(&[
        ("A 1TB dataset goes over Fast Ethernet (100Mbps) in under 48 hours", "? -> 48 h v"),
        ("200GB dataset, sharded, goes over a 100Mbps line in less than 12 hours", "? -> 12 h v"),
        ("Findings from the scan, medium and higher, solved in three working days", "? -> 3 days v"),
        ("Ramp time down to 3 months", "? -> 3 months v"),
        ("Client runs for 7 days on the test network, no crash", "? -> 7 days ^"),
    ]);
}

#[test]
fn a_line_of_a_table_says_where_it_stands_and_where_to() {
    assert_read(&[
        ("On-time performance, fixed route: 80% (22-23 actual) / 96%", "80 -> 96 % ^"),
        ("On-time performance, access van: 89% / 94%", "89 -> 94 % ^"),
        ("Complaints per 100,000 boardings: 52 / 35", "52 -> 35 complaints v"),
        ("Share of open positions filled in time. 43% | 55% 1st yr | 70% 3rd yr", "43 -> 55 % ^"),
        ("Velocity - story points closed per sprint: ~15 (est.) -> 25+", "15 -> 25 points ^"),
        ("Plug-ins live: 0 / 3", "0 -> 3 plug-ins ^"),
        ("3 / 5 regions on the new till", "3 -> 5 regions ^"),
        ("Rating of 4.5/5", "? -> 4.5 points ^"),
    ]);
}

#[test]
fn where_it_stands_is_read_from_zero_and_from_instead() {
    assert_read(&[
        ("100 percent of staff accounts in one system, from zero", "0 -> 100 % ^"),
        ("Warnings reach ahead three days instead of two", "2 -> 3 days ^"),
        ("Keep mean age of the data at <= 120 seconds (2 min)", "? -> 120 s ="),
        ("EOY 25 partners on the platform", "? -> 25 partners ^"),
        ("EOY 100k addresses have voted", "? -> 100,000 addresses ^"),
        ("Sentiment of the core community above 11 and a half NPS", "? -> 11.5 nps ^"),
        ("We pass the audit of 19/20 August and get the certificate", "? -> ?"),
        ("Hits of the ballistics network + 40 percent", "? -> 40 % change ^"),
        ("At least one method cuts the median offset by 30%", "? -> 30 % change v"),
        ("Number of steps to a first build is halved", "? -> 50 % change v"),
        ("99.9% of bot uploads blocked by detection, people not slowed down", "? -> 99.9 % ^"),
        ("Hold an overall rating of 4.8 on average", "? -> 4.8 points ="),
        ("Error logs must not go up", "? -> ? ="),
        ("Bond rating held where it is at both agencies", "? -> ? ="),
    ]);
}

#[test]
fn the_place_of_a_goal_in_its_plan_is_no_figure() {
    assert_read(&[
        ("Objective 1.4: Improve the crisis training of first responders", "? -> ? ^"),
        ("(4) Set up a calendar of programs that build audiences", "? -> ?"),
        ("1. 95% of our students satisfied", "? -> 95 % ^"),
        ("Liquidity strategy (1): write down which sectors come first", "? -> ?"),
        ("1 Share of people with confidence in the police", "? -> ?"),
        ("By 2020 develop technology systems that support learning", "? -> ?"),
        ("By 2018 build partnerships with businesses", "? -> ?"),
    ]);
}

#[test]
fn what_a_heading_selects_is_no_target() {
    assert_read(&[
        ("% of calls written up and published within 72 hours", "? -> ?"),
        ("Percentage of ratings above 4", "? -> ?"),
        ("Fewer readmissions within 30 days", "? -> ? v"),
        ("More tickets answered within 4 hours", "? -> ? ^"),
        ("Fewer than 3 incidents a month", "? -> 3 incidents v"),
        ("Share of orders out within 2 days: 90%", "? -> 90 % ^"),
        ("70% or more of all projects benefit from 1+ of our programmes", "? -> 70 % ^"),
        (
            "Raise the share of people who have trails close to where they live from 78% to 86%",
            "78 -> 86 % ^",
        ),
    ]);
}

#[test]
fn ways_are_told_by_the_word_that_counts() {
    assert_read(&[
        ("Persistence (fall term to spring term) 73%", "? -> 73 % ^"),
        ("Retention (fall to next fall) 53%", "? -> 53 % ^"),
        ("Get 50pc of the students into the build weekend", "? -> 50 % ^"),
        ("At least two-thirds of the files are moved", "? -> 67 % ^"),
        ("Fewer issues and questions (by ~20%) on what the docs cover", "? -> 20 % change v"),
        ("The claims rate goes up by no more than 5%", "? -> 5 % change v"),
        ("Average time until a proposer gets an answer", "? -> ? v"),
        ("A decrease of issues about the docs", "? -> ? v"),
        ("Keep full accreditation", "? -> ? ="),
        ("Keep up the free evenings each month", "? -> ? ="),
    ]);
}

#[test]
fn plans_and_reports_say_where_they_stand_in_their_own_way() {
    assert_read(&[
        ("Burglary of homes 25 per cent. lower by 2005", "? -> 25 % change v"),
        ("Water use of our sites 15% under the 2016 level by 2025", "? -> 15 % change v"),
        ("Encoding complexity 25% or more below the reference", "? -> 25 % change v"),
        ("Honours students as % of undergraduates: 6% (05-06) -> 7.5% (09-10)", "6 -> 7.5 % ^"),
        ("Learning communities of the plan: 0 (05-06) to 20 (09-10)", "0 -> 20 communities ^"),
        ("Attendees at the signature event: 16,000 (14,000 in 23/24)", "14,000 -> 16,000 attendees ^"),
        ("c. 30 day readmissions for all causes down to 12.5% after 1 year", "? -> 12.5 % v"),
        ("+ Net membership of every small club (<51) up by one at least", "? -> 1 ^"),
        ("Search on the knowledge base answers in under a second | < 1s p95", "? -> 1 s v"),
        ("KR2 | 10 articles out, mean score above 50 | 0 out so far", "0 -> 10 articles ^"),
        ("Fix trouble from redrawing the graph each time", "? -> ?"),
        ("Goal 1: lower rate of preterm births", "? -> ? v"),
        ("Goal 2: fewer deaths in connection with sleep", "? -> ? v"),
        (
            "KR 5.1 | Check the flow, users rate clarity and ease at least 4.5/5 on average",
            "? -> 4.5 points ^",
        ),
        ("KR1 (40) new conformant endpoints", "? -> 40 ^"),
        ("The monthly review is a two hour job, down from 16", "16 -> 2 h v"),
        ("Imports complete every time, none gets stuck", "? -> 100 % ^"),
        ("KR4.1 - Method 1 (geocoder) run over the whole set", "? -> ?"),
    ]);
}

#[test]
fn what_was_done_to_a_thing_and_which_of_them_is_no_unit() {
    assert_read(&[
        ("One paper given at a conference", "? -> 1 papers ^"),
        ("One contract signed", "? -> 1 contracts ^"),
        ("Migrate 40 of the remaining 60 services", "? -> 40 services ^"),
        ("Port 3 of the other 9 modules", "? -> 3 modules ^"),
    ]);
}

#[test]
fn what_all_of_something_does_inside_a_clause_on_a_thing_is_no_share() {
    assert_read(&[
        ("New site live that shows every feature", "? -> ?"),
        ("A map that marks all wells", "? -> ?"),
        ("Watch what all services cost", "? -> ?"),
        ("Make sure that every service has an owner", "? -> 100 % ^"),
        ("Check that all sites have a first-aider", "? -> 100 % ^"),
    ]);
}

#[test]
fn what_is_nothing_yet_comes_to_something_and_a_first_step_that_lies_ahead_is_the_target() {
    assert_read(&[
        ("Import of files: 0 % (nothing written), then 100 % of the formats", "0 -> 100 % ^"),
        ("Code merged: 0 pull requests, then 4", "0 -> 4 requests ^"),
        ("60 % of shops by June, then 100 % by December", "? -> 60 % ^"),
        ("Coverage 40 % in June, then 70 % in September", "? -> 40 % ^"),
    ]);
}

#[test]
fn a_table_may_say_that_low_is_good() {
    assert_read(&[
        ("Reports of litter | Low is good | 190", "? -> 190 v"),
        ("Walks per ward (lower is better): 4", "? -> 4 walks v"),
        ("Walks per ward | High is good | 4", "? -> 4 ^"),
    ]);
}

#[test]
fn less_of_something_without_a_figure_goes_down() {
    assert_read(&[
        ("Less manual work for the clerks", "? -> ? v"),
        ("Less noise in the open-plan office", "? -> ? v"),
        ("More light in the open-plan office", "? -> ? ^"),
    ]);
}
