//! What is work, what an effect, and what is left open.

use proptest::prelude::*;

use super::*;
use crate::domain::day::Day;

fn today() -> Day {
    Day::new(2027, 1, 8).expect("a day of the calendar")
}

fn judged(text: &str) -> Judgement<Label> {
    key_result(&Statement::read(text, today()), None).judgement
}

fn labelled(text: &str) -> ObjectiveLabel {
    objective(&Statement::read(text, today())).label
}

#[track_caller]
fn all_are(label: Label, texts: &[&str]) {
    for text in texts {
        let judged = judged(text);
        assert_eq!(judged.label, label, "{text}: {}", judged.why);
    }
}

#[test]
fn the_words_of_a_judgement_keep_the_number_of_a_name() {
    for (text, words) in [
        ("Complete the OAuth 2.0 migration by quarter end", "“Complete the OAuth 2.0 migration”"),
        ("Migrate to Postgres 16", "“Migrate to Postgres 16”"),
        ("Publish 5 posts", "“Publish 5 posts”"),
    ] {
        let why = judged(text).why;
        assert!(why.contains(words), "{text}: {why}");
    }
}

#[test]
fn what_the_team_does_makes_or_holds_is_an_output_counted_or_not() {
    all_are(
        Label::Output,
        &[
            "Complete the OAuth 2.0 migration by quarter end",
            "Publish five posts",
            "We will hire two nurses",
            "95% of tests moved to the new runner",
            "Snapshots: 8 to 40",
            "Dashboard for the duty desk is live",
            "Dark mode",
            "Time to answer tracked in the board",
            "All managers attend the course",
            "Open 4 branches",
            "Hold 20 community health talks",
            "Library of playbooks: from 3 to 7",
            "Hire two developers who fit in as people too",
        ],
    );
}

#[test]
fn a_count_that_grows_is_what_is_counted() {
    all_are(
        Label::Output,
        &[
            "Increase the number of playbooks from 5 to 20",
            "Raise blog posts to 12",
            "Bring code reviews up to 30 (12 today)",
            "Double the number of penetration tests",
        ],
    );
    all_are(
        Label::Outcome,
        &[
            "Increase the number of returning customers from 5 to 20",
            "Raise sign-ups to 1,200",
            "Bring members who vote up to 30 (12 today)",
            "Double the number of referrals",
        ],
    );
}

#[test]
fn the_name_of_a_metric_is_no_work_and_asks_for_its_numbers() {
    for text in [
        "Trial conversion rate",
        "Support response time",
        "Customer churn",
        "Number of customers",
        "Support requests",
        "How many attend the open evening",
    ] {
        let assessed = key_result(&Statement::read(text, today()), None);
        assert_eq!(assessed.judgement.label, Label::Outcome, "{text}");
        assert!(assessed.is_metric_alone && assessed.has_metric && !assessed.is_measurable, "{text}");
    }
    for text in ["Track response time", "Measure churn", "Number of playbooks", "Churn falls"] {
        let assessed = key_result(&Statement::read(text, today()), None);
        assert!(!assessed.is_metric_alone, "{text}");
    }
}

#[test]
fn the_change_that_so_many_things_are_made_for_is_work_unless_it_has_a_number_or_is_an_effect() {
    all_are(
        Label::Output,
        &["Improve documentation by adding 30 tutorials", "Improve onboarding by writing three guides"],
    );
    all_are(
        Label::Outcome,
        &["Cut the error rate by 20% by rewriting 3 services", "10% more applicants thanks to 2 articles"],
    );
}

#[test]
fn so_much_of_a_backlog_is_worked_off_and_who_joins_an_event_takes_part() {
    all_are(
        Label::Output,
        &[
            "Close 80 % of the tickets in the backlog",
            "Triage 90 % of the backlog of reports",
            "Clear half of the translation backlog",
        ],
    );
    all_are(Label::Outcome, &["Cut the backlog by 40 %", "Support backlog down from 400 to 50 tickets"]);
    all_are(
        Label::Outcome,
        &["200 engineers join the meetup", "300 nurses join the webinar", "45 teachers join a workshop"],
    );
    all_are(Label::Output, &["Two data engineers join", "A designer joins us"]);
}

#[test]
fn how_far_a_thing_has_spread_and_what_was_promised_and_kept_is_left_open() {
    all_are(
        Label::Ambiguous,
        &[
            "70 % of services on the new platform",
            "90 % of repositories on the shared pipeline",
            "Say/do ratio of 85 %",
            "Say/do at 80 % in every squad",
        ],
    );
    all_are(Label::Outcome, &["60 % of customers on the new plan"]);
    assert_ne!(judged("40 teams use the new pipeline").label, Label::Output);
}

#[test]
fn people_named_by_a_role_who_join_are_taken_on() {
    all_are(
        Label::Output,
        &["At least two customer engineers join", "Two designers join us", "A data engineer joins"],
    );
    all_are(Label::Outcome, &["30 developers join the beta", "200 members join"]);
}

#[test]
fn what_counts_work_the_time_put_in_or_a_rank_has_no_direction_and_what_is_had_at_least_has_one() {
    let movement = |text: &str| key_result(&Statement::read(text, today()), None).movement;
    for text in [
        "Improve documentation by adding 30 tutorials",
        "Each web engineer spends 2d per milestone on tech debt",
        "Product managers spend four hours a week with customers",
        "Two designers join us",
        "Top 3 reasons why prospects do not sign are known",
        "The top five causes of churn are understood",
    ] {
        assert_eq!(movement(text), None, "{text}");
    }
    for text in [
        "The forum has >50 accounts",
        "Every service has at least two owners",
        "The docs site has more than 20 translators",
        "The team spends 20 % of its time on tech debt",
        "1 post in the top 5 of Hacker News",
    ] {
        assert_eq!(movement(text), Some(Movement::Increase), "{text}");
    }
    for text in ["Spend 75% less time on provisioning", "Engineers spend less than 2 hours a week on toil"] {
        assert_eq!(movement(text), Some(Movement::Decrease), "{text}");
    }
}

#[test]
fn a_sentence_in_another_language_is_not_called_work() {
    for text in ["Die Zahl der Kunden steigt auf 50", "Aumentar las ventas a 500"] {
        assert_ne!(judged(text).label, Label::Output, "{text}");
    }
}

#[test]
fn what_others_do_and_how_it_goes_for_them_is_an_outcome() {
    all_are(
        Label::Outcome,
        &[
            "Sign-in failures caused by authentication from 2.3% to 0.5%",
            "Ten clinics order a second time",
            "Close the books in ten days",
            "Generate 250 opportunities",
            "No parcel lost",
            "Requests answered within a day",
            "The newsletter reaches 300 subscribers",
            "Cut the price list to reduce calls by 20%",
            "Partners build on the new client library",
            "Open findings of the audit from 14 to 0",
            "Deployments from 40 a week to 80 a week",
            "Forecast variance falls by 15%",
            "Order rejects at the gateway: 0.02%",
            "Rules broken per week: zero",
            "Fewer unplanned stops for pilots",
            "No injured visitor this season",
            "The service runs for 10 days without a crash",
            "The batch no longer blocks the morning",
            "Goals of the service met 95% of the time",
            "80 demos requested by buyers",
            "Three reports cover us",
            "Add 30 companies as customers",
            "Builds that pass at once: 70% -> 92%",
            "The scheduler places 99% of jobs within 5 s",
            "A new engineer merges a change on day two",
            "Cache hit ratio 92%",
            "All services run signed images",
            "First sandbox payment works at the first try",
        ],
    );
}

#[test]
fn money_and_shares_are_the_same_however_they_are_written() {
    all_are(
        Label::Outcome,
        &[
            "Raise 50 USD for the roof",
            "Raise 50 AUD for the roof",
            "Raise 50 eur for the roof",
            "Raise 2 million EUR for the roof",
            "Raise 2 Mio. EUR for the roof",
            "Raise 2 mrd EUR for the roof",
            "Collect CHF 50 of donations",
            "Collect JPY 50 of donations",
        ],
    );
    all_are(Label::Ambiguous, &["80% test coverage", "80pc test coverage"]);
}

#[test]
fn what_careful_people_would_answer_differently_is_ambiguous() {
    all_are(
        Label::Ambiguous,
        &[
            "80% test coverage",
            "ISO 27001 certification",
            "Secure two speaking slots",
            "90% of releases on schedule",
            "Hold 2 webinars, 500 registrants",
            "Search works across 80k repos",
        ],
    );
}

#[test]
fn a_quality_that_gets_better_is_an_effect_without_a_number() {
    for text in [
        "Make the build faster",
        "More reliable releases",
        "Less manual work",
        "Simpler set-up",
        "Docs easier to find",
    ] {
        let assessed = key_result(&Statement::read(text, today()), None);
        assert_eq!(assessed.judgement.label, Label::Outcome, "{text}");
        assert!(!assessed.is_measurable, "{text}");
    }
    let whose = key_result(&Statement::read("Reduce latency for all customers", today()), None);
    assert!(!whose.is_measurable);
    all_are(Label::Output, &["Migration progress from 10 % to 100 %", "More dashboards"]);
}

#[test]
fn an_objective_that_names_a_thing_and_what_it_will_be_like_is_good() {
    for text in ["Make search fast", "Make onboarding delightful", "Make deployments safe and easy"] {
        assert_eq!(labelled(text), ObjectiveLabel::Good, "{text}");
    }
    assert_eq!(labelled("Make things better"), ObjectiveLabel::Vague);
    for text in ["Compete with the Big Three on service", "Set things up for a good 2022"] {
        assert_ne!(labelled(text), ObjectiveLabel::MetricInObjective, "{text}");
    }
}

#[test]
fn a_word_or_two_that_say_nothing_yet_are_no_work() {
    all_are(Label::Ambiguous, &["Si", "Sign-in works", "Ship"]);
}

#[test]
fn a_sentence_that_is_done_is_judged_however_short_it_begins() {
    all_are(
        Label::Output,
        &[
            "Kiln relined",
            "Orchard replanted",
            "Managers sit through a two-day course on difficult conversations, and 90 % of them complete it",
        ],
    );
}

#[test]
fn work_may_be_said_as_a_state_and_a_feature_as_what_it_tells() {
    all_are(
        Label::Output,
        &[
            "The root causes of the five longest outages are known",
            "The needs of night-shift nurses are understood",
            "The app warns before a payment bounces",
            "The ticket page shows who is on call",
            "Five articles on our blog",
        ],
    );
    all_are(
        Label::Outcome,
        &[
            "The survey shows that people trust us",
            "The dashboard shows 20 % fewer errors",
            "100 comments on our blog",
            "200 sign-ups at our stand",
        ],
    );
}

#[test]
fn a_form_that_may_as_well_be_an_effect_is_not_called_work() {
    for text in [
        "The robot picks 600 parts an hour",
        "Most permits renewed by post",
        "Chosen by 30 councils",
        "Run three months without an injury",
        "The road is free of holes",
        "Words misread per page: two",
        "Half of the samples compile without warnings",
    ] {
        assert_ne!(judged(text).label, Label::Output, "{text}");
    }
}

#[test]
fn a_habit_is_an_outcome_only_where_the_habit_is_the_aim() {
    let statement = Statement::read("75% of staff edit the handbook weekly", today());
    let under = |objective| key_result(&statement, Some(objective)).judgement.label;
    assert_eq!(under("We talk well"), Label::Ambiguous);
    assert_eq!(under("Writing down becomes a habit"), Label::Outcome);
}

#[test]
fn an_objective_is_what_the_first_rule_says() {
    for (text, label) in [
        ("Cut waiting by half", ObjectiveLabel::MetricInObjective),
        ("Launch the app in Canada", ObjectiveLabel::Task),
        ("Hire two nurses", ObjectiveLabel::Task),
        ("Reach a stable version of two crawlers", ObjectiveLabel::Task),
        ("Keep the lights on", ObjectiveLabel::BusinessAsUsual),
        ("Operational excellence", ObjectiveLabel::Vague),
        ("Improve processes", ObjectiveLabel::Vague),
        ("Guests come back for the people", ObjectiveLabel::Good),
        ("Make the core payment service one people can rely on", ObjectiveLabel::Good),
    ] {
        assert_eq!(labelled(text), label, "{text}");
    }
}

#[test]
fn a_judgement_names_the_words_it_rests_on() {
    let text = "By June, we publish two guides for newcomers";
    let judged = judged(text);
    assert_eq!(&text[judged.span.clone()], "publish two guides");
    assert!(judged.why.contains("“publish two guides”"), "{}", judged.why);
}

#[test]
fn praise_lists_without_end_and_figures_to_come_cannot_be_read_off() {
    for (text, measurable, metric) in [
        ("Publish two guides", true, true),
        ("Publish a guide", true, false),
        ("Better guides", false, false),
        ("Guides, talks and so on", false, false),
        ("Churn down to X%", false, true),
        ("Satisfaction of drivers grows", false, true),
    ] {
        let assessed = key_result(&Statement::read(text, today()), None);
        assert_eq!(assessed.is_measurable, measurable, "{text}");
        assert_eq!(assessed.has_metric, metric, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_judged_with_a_span_on_its_characters(text in any::<String>()) {
        let statement = Statement::read(&text, today());
        let (first, second) = (key_result(&statement, Some(&text)).judgement, objective(&statement));
        prop_assert!(text.get(first.span).is_some() && text.get(second.span).is_some());
        prop_assert!(!first.why.is_empty() && !second.why.is_empty());
    }

    #[test]
    fn any_row_of_words_of_the_lists_is_judged(picks in prop::collection::vec(0_usize..40, 0..40)) {
        const WORDS: &[&str] = &[
            "publish", "posts", "customers", "are", "written", "by", "to", "grow", "5", "%", ",", "no", "team", "will", "from",
            "->", "tickets", "answered", "within", "a", "day", "that", "which", "is", "per", "(", ")", ":", "ensure", "make",
            "sure", "and", "have", "been", "able", "can", "less", "than", "of", "zero",
        ];
        let text: Vec<&str> = picks.iter().map(|at| WORDS[*at]).collect();
        let text = text.join(" ");
        let statement = Statement::read(&text, today());
        let judged = key_result(&statement, None).judgement;
        prop_assert!(text.get(judged.span).is_some());
        let _ = objective(&statement);
    }
}
