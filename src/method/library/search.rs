//! Metrics that are looked for: by typed words, or by the words of an objective.

use std::collections::BTreeSet;

use super::{LIBRARY, Metric, Subject, metrics, starters};

/// How many shared words it outweighs that an objective speaks of what a metric is for.
const SUBJECT: usize = 8;

/// The metrics that fit an objective best, at most so many: those of the subjects it speaks of, then those that share most words
/// with it, by themselves or by the objective of a starter of their theme.
pub fn fitting(objective: &str, most: usize) -> Vec<&'static Metric> {
    let wanted = stems(objective);
    let shared = |text: &str| stems(text).iter().filter(|stem| wanted.contains(*stem)).count();
    let of_theme = |theme: &str| {
        let starters = starters().iter().filter(|starter| starter.theme == theme);
        starters.map(|starter| shared(&starter.objective)).max().unwrap_or_default()
    };
    // Of the metrics of a theme the one its starter names was made for that objective.
    let of_own = |metric: &Metric| metric.starter().map_or(0, |starter| shared(&starter.objective));
    let of_words = |metric: &Metric| 2 * shared(&metric.name) + shared(&said(metric));
    let said = words(objective);
    let subjects: Vec<&Subject> =
        LIBRARY.subject.iter().filter(|subject| speaks_of(&said, subject)).collect();
    let of_subject = |metric: &Metric| {
        SUBJECT * subjects.iter().filter(|subject| subject.metrics.contains(&metric.id)).count()
    };
    let rank =
        |metric: &Metric| of_subject(metric) + of_words(metric) + of_theme(&metric.theme) + of_own(metric);
    let mut found: Vec<(usize, &Metric)> = metrics().iter().map(|metric| (rank(metric), metric)).collect();
    found.retain(|(rank, _)| *rank > 0);
    found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    found.into_iter().take(most).map(|(_, metric)| metric).collect()
}

/// Tells whether words speak of a subject.
fn speaks_of(said: &[String], subject: &Subject) -> bool {
    subject.words.iter().any(|group| {
        let group = words(group);
        let is_one = |(word, other): (&String, &String)| singular(word) == singular(other);
        said.windows(group.len()).any(|here| here.iter().zip(&group).all(is_one))
    })
}

/// The beginnings of the longer words of a text that say something, by which "deploys" is near "deployment".
fn stems(text: &str) -> BTreeSet<String> {
    const LETTERS: usize = 5;
    let says = |word: &String| word.chars().count() >= LETTERS && !LIBRARY.common.contains(word);
    let long = words(text).into_iter().filter(says);
    long.map(|word| word.chars().take(LETTERS).collect()).collect()
}

/// The metrics in which every word typed begins a word, those with all of them in the name first.
///
/// Nothing typed finds all.
pub fn search(typed: &str) -> Vec<&'static Metric> {
    let typed = words(typed);
    let rank = |metric: &&Metric| usize::from(!begins_all(&typed, &metric.name));
    let mut found: Vec<&Metric> =
        metrics().iter().filter(|metric| begins_all(&typed, &said(metric))).collect();
    found.sort_by_key(rank);
    found
}

fn said(metric: &Metric) -> String {
    let Metric { name, theme, unit, how, .. } = metric;
    let also = metric.starter().map(|starter| starter.metric.as_str()).unwrap_or_default();
    format!("{name} {theme} {unit} {how} {also}")
}

fn begins_all(typed: &[String], text: &str) -> bool {
    let text = words(text);
    typed.iter().all(|word| text.iter().any(|found| found.starts_with(singular(word))))
}

/// The part of a word that one and many have alike: "latenc" of "latency" and "latencies".
fn singular(word: &str) -> &str {
    let ends = ["ies", "y", "s"];
    let stem = ends.iter().find_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 3);
    stem.unwrap_or(word)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_is_found_by_one_or_many() {
        for typed in ["deployments", "errors", "vulnerability", "latencies", "secrets"] {
            assert!(!search(typed).is_empty(), "{typed}");
        }
    }

    #[test]
    fn the_metric_of_a_starter_fits_its_objective_first() {
        let fit = fitting("Make the core payment service one people can rely on", 3);
        let ids: Vec<&str> = fit.iter().map(|metric| metric.id.as_str()).collect();
        assert!(ids.contains(&"availability"), "{ids:?}");
    }

    #[test]
    fn words_find_metrics_by_their_beginning() {
        let names = |typed: &str| -> Vec<&str> {
            search(typed).into_iter().map(|metric| metric.name.as_str()).collect()
        };
        assert_eq!(names("lead TIME"), ["Change lead time"]);
        assert_eq!(names("pages")[..2], ["On-call pages", "Out-of-hours pages"]);
        assert!(names("incident").starts_with(&["Repeat incidents"]));
        assert_eq!(names("  ").len(), metrics().len());
        for (typed, found) in [
            ("availab", "Availability"),
            ("vulnerab", "Age at remediation of critical and high vulnerabilities"),
            ("conversion", "Trial conversion rate"),
            ("signed", "Signed container images"),
            ("5xx", "5xx error rate"),
            ("sign-in", "Failed sign-ins"),
            ("pipeline", "CI duration"),
        ] {
            assert_eq!(names(typed), [found], "a starter is found by {typed}");
        }
        assert!(names("unicorn \u{1f389}").is_empty());
    }

    #[test]
    fn metrics_that_share_words_with_an_objective_fit_it() {
        assert_eq!(fit("New people are onboarded in days")[0], "onboarding-time");
        assert!(fit("Get teams' work into production sooner").contains(&"change-lead-time"));
        for objective in ["Books that explain themselves", "Product teams trust our data"] {
            assert!(fit(objective).is_empty(), "{objective}");
        }
    }

    #[test]
    fn metrics_of_what_an_objective_speaks_of_fit_it_first() {
        let on_call = ["on-call-pages", "out-of-hours-pages", "toil"];
        for objective in [
            "Calm on-call",
            "On-call is a job people are happy to take",
            "Nights on call that one can sleep through",
            "Nobody fears the pager",
        ] {
            assert_eq!(fit(objective), on_call, "{objective}");
        }
        for (objective, first) in [
            ("Less toil for everyone", "toil"),
            ("A CI we do not wait for", "ci-duration"),
            ("Our cloud bill is no surprise", "cost-per-request"),
            ("Every team knows what its service costs", "cost-per-request"),
            ("Docs people find what they need in", "docs-search-success"),
            ("Sign-in that shoppers and shops can rely on", "failed-sign-ins"),
        ] {
            assert_eq!(fit(objective)[0], first, "{objective}");
        }
    }

    #[test]
    fn a_subject_has_words_and_metrics_of_the_library() {
        for subject in &LIBRARY.subject {
            assert!(subject.words.iter().all(|group| !words(group).is_empty()), "{subject:?}");
            assert!(subject.metrics.iter().all(|id| super::super::metric(id).is_some()), "{subject:?}");
        }
    }

    fn fit(objective: &str) -> Vec<&'static str> {
        fitting(objective, 3).into_iter().map(|metric| metric.id.as_str()).collect()
    }
}
