//! The words of a sentence, the places of its figures, and what holds for any text.

use super::*;

#[test]
fn metric_scope_and_aggregation_are_the_words_of_the_sentence() {
    for (text, metric, scope, aggregation) in [
        (
            "Reduce mean deployment lead time across product teams from 4 days to under 1 day",
            "deployment lead time",
            "across product teams",
            Some(Aggregation::Mean),
        ),
        (
            "Reduce p95 CI pipeline duration from 42 to 15 min",
            "CI pipeline duration",
            "",
            Some(Aggregation::P95),
        ),
        (
            "Achieve 100% of services running signed images",
            "services running signed images",
            "",
            Some(Aggregation::Share),
        ),
        (
            "Sign-in failures caused by authentication from 2.3 % to 0.5 % of all sign-ins by 31 March",
            "Sign-in failures caused by authentication",
            "all sign-ins",
            Some(Aggregation::Share),
        ),
        (
            "Refunds that take over a day from 30 % to 5 % of refunds",
            "Refunds that take over a day",
            "refunds",
            Some(Aggregation::Share),
        ),
        ("Raise from 20 % to 30 % of users", "users", "", Some(Aggregation::Share)),
        (
            "Sign-in failures caused by authentication from 2.3 % to 0.5 %",
            "Sign-in failures caused by authentication",
            "",
            Some(Aggregation::Share),
        ),
        (
            "Reduce the 90th percentile of queue time from 30 to 10 minutes",
            "queue time",
            "",
            Some(Aggregation::P90),
        ),
        ("Double the number of weekly active teams", "weekly active teams", "", Some(Aggregation::Count)),
        ("Mean time to detect < 5 min", "time to detect", "", Some(Aggregation::Mean)),
        (
            "Age of vulnerabilities: median 45 days to 14 days",
            "Age of vulnerabilities",
            "",
            Some(Aggregation::Median),
        ),
        ("12,000 newsletter subscribers by June", "newsletter subscribers", "", None),
        (
            "99.95% availability for the login API",
            "availability",
            "for the login API",
            Some(Aggregation::Share),
        ),
        ("500 more weekly users at existing customers", "weekly users", "at existing customers", None),
        ("Deploys per week doubled", "Deploys per week", "", None),
        ("Fewer than 5 rollbacks per quarter", "rollbacks per quarter", "", Some(Aggregation::Rate)),
        ("At most 3 incidents a day", "incidents a day", "", Some(Aggregation::Rate)),
        ("At most 3 incidents an hour", "incidents an hour", "", Some(Aggregation::Rate)),
        ("Complete the OAuth 2.0 migration by quarter end", "", "", None),
    ] {
        let sentence = Statement::read(text, today()).sentence;
        let words = |said: &Option<String>| said.clone().unwrap_or_default();
        let read = (words(&sentence.metric), words(&sentence.scope), sentence.aggregation);
        assert_eq!(read, (metric.to_owned(), scope.to_owned(), aggregation), "{text}");
    }
}

#[test]
fn a_bound_that_is_left_out_is_strict() {
    for (text, bound) in [
        ("Churn below 2%", Bound::Strict),
        ("More than 50 users", Bound::Strict),
        ("p95 < 10ms", Bound::Strict),
        ("Churn at most 2%", Bound::Inclusive),
        ("No more than 5 calls", Bound::Inclusive),
        ("50 users or more", Bound::Inclusive),
        ("Answers within 2 hours", Bound::Inclusive),
        ("From 8% to below 2%", Bound::Strict),
        ("From 8% to 2%", Bound::Inclusive),
    ] {
        assert_eq!(Statement::read(text, today()).sentence.bound, bound, "{text}");
    }
}

#[test]
fn figures_say_where_they_stand() {
    let text = "Réduire — cut MTTR from 2 hours to under 30 minutes in tier 1";
    let statement = Statement::read(text, today());
    let at = |role| statement.span_of(role).map(|span| &text[span]);
    assert_eq!(at(Role::Baseline), Some("2 hours"));
    assert_eq!(at(Role::Target), Some("30 minutes"));
    assert_eq!(at(Role::Aside), Some("1"));
    let two = Statement::read("500 sign-ups and 20 paying teams", today());
    assert_eq!(two.span_of(Role::FurtherTarget).map(|span| &two.text[span]), Some("20"));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in proptest::collection::vec(proptest::prelude::any::<char>(), 0..80)) {
        let text: String = text.into_iter().collect();
        assert_spans(&text);
    }

    #[test]
    fn any_words_are_read_without_a_panic(words in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
        assert_spans(&words.concat());
    }
}

/// The pieces of which sentences of goals are made, in any order.
const PIECES: &[&str] = &[
    "from ",
    "to ",
    "5",
    "1,200",
    "99.95",
    "9999999999999999999999999999999999999999",
    "%",
    " % ",
    "k",
    "m",
    "bn",
    "m30s",
    "ms ",
    " days ",
    "$",
    "-",
    "+",
    "(",
    ")",
    ", ",
    ": ",
    "/",
    ". ",
    "by ",
    "under ",
    "at least ",
    "no ",
    "not ",
    "more than ",
    "or more ",
    "all ",
    "every ",
    "half ",
    "a third of ",
    "double ",
    "twice ",
    "once ",
    "between ",
    "and ",
    "Q1 ",
    "2027 ",
    "31 ",
    "March ",
    "now ",
    "last quarter ",
    "of the top ",
    "tier ",
    "that ",
    "customers ",
    "error rate ",
    "Reduce ",
    "publish ",
    "keep ",
    "x ",
    "N ",
    "\u{301}",
    "é",
    "→ ",
    "-> ",
    "one ",
    "two ",
    "in ",
    "out of ",
    "hundred ",
    "per ",
    "each ",
    "stays ",
    "the ",
    "a ",
    "sub-",
    "between",
    "factor of ",
    "once",
    "\u{a0}",
];

fn assert_spans(text: &str) {
    let statement = Statement::read(text, today());
    let mut end = 0;
    for figure in &statement.figures {
        assert!(
            figure.span.start >= end && figure.span.end > figure.span.start,
            "{text:?}: {:?}",
            statement.figures
        );
        assert!(text.get(figure.span.clone()).is_some(), "{text:?}");
        end = figure.span.end;
    }
    let _ = draft::measure(&statement);
}

#[test]
fn figures_never_lie_in_one_another() {
    for text in ["31 to 52027 ", "5-to 1,200, "] {
        assert_spans(text);
    }
}

#[test]
fn reading_takes_linear_time() {
    // Counted and not timed: a text sixteen times as long may be looked at sixteen times as often, and a little more.
    for piece in [
        "from 5 to ",
        "increase 5% ",
        "Q1 ",
        "the ",
        "5m ",
        "that ",
        "of the top 3 ",
        "no ",
        "one in ",
        "(",
        "5-",
        "a third ",
    ] {
        let looks = |count: usize| {
            let before = LOOKS.get();
            let _ = Statement::read(&piece.repeat(count), today());
            LOOKS.get() - before
        };
        let (short, long) = (looks(500), looks(8_000));
        assert!(long < short * 20, "{piece:?}: {short} looks, then {long}");
    }
}

#[test]
fn the_name_of_a_metric_is_whole_and_nothing_else() {
    for (text, metric, scope) in [
        (
            "75% of pull requests are reviewed within 4 hours, up from 40%",
            "pull requests are reviewed within 4 hours",
            "",
        ),
        ("99% of requests under 300 ms (97.2% now)", "requests under 300 ms", ""),
        (
            "Answer 90% of questions in the channel within 1 hour",
            "questions in the channel within 1 hour",
            "",
        ),
        ("80% of teams and 5 days of lead time", "teams", ""),
        ("Engineers spend 60% of their week on planned work, up from 45%", "week on planned work", ""),
        ("Average time in code review down from 26 hours", "time in code review", ""),
        ("Unplanned work down to 20% of capacity (35% in Q4)", "Unplanned work", ""),
        ("p95 of POST /orders from 900 ms to 300 ms", "POST /orders", ""),
        ("Lower p95 latency for checkout from 900 ms to 350 ms", "latency", "for checkout"),
        ("Lower review wait for payments from 11 h to 4 h", "review wait", "for payments"),
        ("Shorten the wait for a cast from 50 to 30 minutes", "wait for a cast", ""),
        ("Latency for the top 10 customers from 900 ms to 300 ms", "Latency", "for the top 10 customers"),
        ("We want the flaky test rate on main to go from 6.5% to 1%", "flaky test rate", "on main"),
        ("**Flaky test rate** on main from 6.5% to 1%", "Flaky test rate", "on main"),
        ("Raise calls solved at the first contact to 60", "calls solved", "at the first contact"),
    ] {
        let sentence = Statement::read(text, today()).sentence;
        let words = |said: &Option<String>| said.clone().unwrap_or_default();
        assert_eq!(
            (words(&sentence.metric), words(&sentence.scope)),
            (metric.into(), scope.into()),
            "{text}"
        );
    }
}

#[test]
fn a_phrase_in_front_and_the_manner_are_no_metric_and_the_verb_behind_says_the_way() {
    for (text, metric) in [
        ("For mobile users, cut cold start from 8 s to 2 s", "cold start"),
        ("With the new pipeline, lower lead time from 4 days to 1 day", "lead time"),
        ("By introducing caching, reduce checkout latency from 900 ms to 300 ms", "checkout latency"),
        ("To make on-call bearable, reduce pages from 14 to 5 per shift", "pages"),
        ("Through better caching we reduce checkout latency from 900 ms to 300 ms", "checkout latency"),
        ("In Q1, reduce checkout latency from 900 ms to 300 ms", "checkout latency"),
        ("Significantly reduce p95 latency", "latency"),
        ("Further lower p99 latency", "latency"),
        ("Continue to reduce incident count", "incident count"),
        ("Drive down support load", "support load"),
    ] {
        let sentence = Statement::read(text, today()).sentence;
        assert_eq!(sentence.metric.as_deref(), Some(metric), "{text}");
        assert_eq!(sentence.movement, Some(Movement::Decrease), "{text}");
    }
    assert_read(&[
        ("Set up nightly builds", "? -> ?"),
        ("For 3 teams, publish 2 guides", "? -> 2 guides ^"),
        ("Early access for 20 customers", "? -> 20 customers ^"),
    ]);
}

#[test]
fn what_tells_which_cases_move_stays_in_the_name() {
    for (text, metric) in [
        ("Builds over 10 min from 40 % to <5 %", "Builds over 10 min"),
        ("Reviews within 1 day: 60% -> 90%", "Reviews within 1 day"),
        ("Share of green runs ≥ 95 % (now 82 %)", "green runs"),
        ("Wait for the first review from 11 h to 4 h", "Wait for the first review"),
    ] {
        let measure = draft::measure(&Statement::read(text, today()));
        let said = [measure.metric, measure.scope].into_iter().flatten().collect::<Vec<_>>().join(" ");
        assert_eq!(said, metric, "{text}");
    }
}

#[test]
fn numbers_of_a_percentile_have_no_name_of_the_second_half() {
    for (text, metric) in [
        ("p95 from 800ms to 300ms and error rate from 2% to 0.5%", "p95"),
        ("Keep p99 under 1s and error rate under 0.1%", "p99"),
        ("Keep p99 under 1s", "p99"),
    ] {
        assert_eq!(Statement::read(text, today()).sentence.metric.as_deref(), Some(metric), "{text}");
    }
    let sentence =
        Statement::read("Latency from 800ms to 300ms and error rate from 2% to 0.5%", today()).sentence;
    assert_eq!(sentence.metric.as_deref(), Some("Latency"));
}
