//! The rules as a table: each has one function, each example raises its rule and no other, and what blocks is what the
//! commit stops at.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::coach::finding::Level;
use crate::domain::change::Force;
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::frame::Frame;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::DataAccess;
use crate::domain::lint::Levels;
use crate::domain::measure::{Aggregation, Direction, Kind, Measure};
use crate::domain::number::Number;
use crate::domain::quarter::QuarterKey;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::method::fields::{self, Context};

const GOOD: &str = "Sign-in failures caused by authentication from 2.3 % to 0.5 %";

fn today() -> Day {
    Day::new(2026, 12, 10).unwrap()
}

fn key() -> QuarterKey {
    "payments/2027-q1".parse().unwrap()
}

/// A key result that nothing is asked about.
fn good() -> KeyResult {
    let mut key_result = KeyResult::draft(KeyResultId::new("failures").unwrap(), GOOD, 10);
    key_result.measure = Measure {
        metric: Some("sign-in failures caused by authentication".to_owned()),
        aggregation: Some(Aggregation::Share),
        unit: Some("%".to_owned()),
        baseline: "2.3".parse().ok(),
        baseline_date: Some(today()),
        source: Some("edge logs".to_owned()),
        target: "0.5".parse().ok(),
        ..Measure::default()
    };
    key_result
}

/// A workspace with one quarter that holds these key results under one objective.
fn workspace(key_results: Vec<KeyResult>) -> Workspace {
    let mut workspace = Workspace::default();
    let cycle = Cycle::calendar("2027-q1").unwrap();
    workspace.cycles.insert(cycle.id.clone(), cycle);
    let title = "Signing in is something people no longer think about";
    let mut objective = Objective::draft(ObjectiveId::new("sign-in").unwrap(), title, 10);
    objective.key_results = key_results;
    let mut quarter = Quarter::new(key(), Frame::default());
    quarter.objectives.push(objective);
    workspace.quarters.insert(key(), quarter);
    workspace
}

fn found(workspace: &Workspace) -> Vec<Finding> {
    let desk = Desk::at(workspace, &key(), today()).unwrap();
    Coach::at(&desk).all().into_iter().map(|placed| placed.finding).collect()
}

fn rules(found: Vec<Finding>) -> Vec<Rule> {
    found.into_iter().map(|finding| finding.rule).collect()
}

/// What is asked of an example of a rule; none for what no single text can show.
fn asked_of(rule: Rule, example: &str) -> Option<Vec<Rule>> {
    let statement = Statement::read(example, today());
    let open = |found| rules(settled(found, &Levels::new(), &Waivers::new()));
    match rule.scope() {
        Scope::KeyResult => Some(open(sentence::Judged::of(&statement, None).asked(None))),
        Scope::Objective => Some(open(aim::Judged::of(&statement).asked())),
        Scope::Fields => Some(rules(found(&workspace(vec![with_fields(example)])))),
        Scope::Set | Scope::History => None,
    }
}

/// A good key result with fields set as `okr set` would take them.
fn with_fields(assignments: &str) -> KeyResult {
    let mut key_result = good();
    let mut is_quoted = false;
    let words = assignments.split(|c: char| {
        is_quoted ^= c == '"';
        c == ' ' && !is_quoted
    });
    for word in words {
        let (name, value) = word.split_once('=').unwrap();
        let context = Context { unit: "%".to_owned(), ..Context::plain(today()) };
        fields::set(fields::KEY_RESULT, name, &mut key_result, (value.trim_matches('"'), &context)).unwrap();
    }
    key_result
}

#[test]
fn every_rule_is_one_function() {
    let mut all: Vec<Rule> = sentence::RULES.iter().map(|(rule, _)| *rule).collect();
    all.extend(aim::RULES.iter().map(|(rule, _)| *rule));
    all.extend(set::RULES.iter().map(|(rule, _)| *rule));
    all.extend(set::UNDER_RULES.iter().map(|(rule, _)| *rule));
    all.extend(set::OBJECTIVE_RULES.iter().map(|(rule, _)| *rule));
    all.extend(set::KEY_RESULT_RULES.iter().map(|(rule, _)| *rule));
    all.extend(between::RULES.iter().map(|(rule, _)| *rule));
    all.extend(between::ANSWER_RULES.iter().map(|(rule, _)| *rule));
    all.extend(history::QUARTER_RULES.iter().map(|(rule, _)| *rule));
    all.extend(history::KEY_RESULT_RULES.iter().map(|(rule, _)| *rule));
    assert_eq!(all.len(), Rule::ALL.len());
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), Rule::ALL.iter().copied().collect());
}

#[test]
fn a_rule_is_asked_of_what_its_function_looks_at() {
    fn are<F>(rules: &[(Rule, F)], subject: Subject) {
        for (rule, _) in rules {
            assert_eq!(Subject::of(*rule), subject, "{}", rule.id());
        }
    }
    are(sentence::RULES, Subject::KeyResult);
    are(aim::RULES, Subject::Objective);
    are(set::RULES, Subject::Set);
    are(set::UNDER_RULES, Subject::Objective);
    are(set::OBJECTIVE_RULES, Subject::Objective);
    are(set::KEY_RESULT_RULES, Subject::KeyResult);
    are(between::RULES, Subject::KeyResult);
    are(between::ANSWER_RULES, Subject::Set);
    are(history::QUARTER_RULES, Subject::Set);
    are(history::KEY_RESULT_RULES, Subject::KeyResult);
}

#[test]
fn work_is_asked_about_once_and_near_the_commit_what_stops_it_is_named_too() {
    let mut work = good();
    work.title = "Complete the OAuth migration".to_owned();
    work.measure = Measure::default();
    let asked = |work: &KeyResult, day, committed| {
        let mut workspace = workspace(vec![work.clone()]);
        workspace.quarters.get_mut(&key()).unwrap().frame.committed = committed;
        let desk = Desk::at(&workspace, &key(), day).unwrap();
        let found = Coach::at(&desk).all().into_iter().map(|placed| placed.finding);
        rules(found.collect())
    };
    let day = |month, day| Day::new(2026, month, day).unwrap();
    let all = [Rule::OutputVerb, Rule::NoMetric, Rule::NoBaseline, Rule::NoTarget];
    assert_eq!(asked(&work, day(12, 22), None), [Rule::OutputVerb]);
    assert_eq!(asked(&work, day(12, 23), None), all, "the day of refining, T0-9");
    assert_eq!(asked(&work, day(12, 12), Some(day(12, 11))), all, "beside a set that is committed");
    // Told or not, it is what `okr commit` stops at.
    let workspace = workspace(vec![work.clone()]);
    let stops = Desk::at(&workspace, &key(), day(12, 23)).unwrap().commit_stops();
    let hard = stops.iter().filter(|stop| stop.force == Force::Hard);
    assert_eq!(hard.map(|stop| rule_of(stop.rule)).collect::<Vec<_>>(), all[1..]);
}

#[test]
fn an_example_raises_its_rule_and_no_other_and_said_better_none() {
    let mut wrong = Vec::new();
    for rule in Rule::ALL {
        for (example, expected) in [(&rule.words().before, vec![*rule]), (&rule.words().after, Vec::new())] {
            let asked = asked_of(*rule, example).filter(|asked| *asked != expected);
            wrong.extend(asked.map(|asked| format!("{}: {example}: {asked:?}", rule.id())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_place_of_the_words_is_left_open() {
    for rule in Rule::ALL {
        let example = &rule.words().before;
        let found = match rule.scope() {
            Scope::Fields => found(&workspace(vec![with_fields(example)])),
            Scope::Objective => {
                let mut workspace = workspace(vec![good()]);
                let quarter = workspace.quarters.get_mut(&key()).unwrap();
                quarter.objectives[0].title.clone_from(example);
                found(&workspace)
            }
            _ => found(&workspace(vec![KeyResult { title: example.clone(), ..good() }])),
        };
        for finding in found {
            for text in [finding.question().to_owned(), finding.why(), finding.hint()] {
                assert!(!text.contains(['{', '}']), "{}: {text}", finding.rule.id());
            }
        }
    }
}

#[test]
fn what_is_well_said_raises_nothing() {
    assert_eq!(found(&workspace(vec![good()])), []);
}

#[test]
fn a_number_of_another_team_is_asked_for_until_that_team_gives_it() {
    let mut elsewhere = good();
    elsewhere.measured_at = Some("platform".to_owned());
    let asked = |key_result: &KeyResult| rules(found(&workspace(vec![key_result.clone()])));
    assert_eq!(asked(&elsewhere), [Rule::DataNotInHand], "nobody has said whether it is in hand");
    let needs = |team: &str| Dependency {
        id: "k3f9q2".parse().unwrap(),
        team: team.to_owned(),
        need: "a query a week".to_owned(),
        by: Some(today()),
        asker: None,
        state: DependencyState::Open,
    };
    elsewhere.dependencies = vec![needs("Legal")];
    assert_eq!(asked(&elsewhere), [Rule::DataNotInHand], "another team gives something else");
    elsewhere.dependencies.push(needs("Platform"));
    assert_eq!(asked(&elsewhere), []);
    (elsewhere.dependencies, elsewhere.data) = (Vec::new(), Some(DataAccess::Have));
    assert_eq!(asked(&elsewhere), []);
}

#[test]
fn a_question_names_what_it_is_about() {
    let mut bare = good();
    (bare.measure.metric, bare.measure.baseline) = (None, None);
    let found = found(&workspace(vec![bare]));
    assert_eq!(rules(found.clone()), [Rule::NoMetric, Rule::NoBaseline]);
    assert!(found.iter().all(|finding| finding.level == Level::Block));
    assert_eq!(found[1].key, "measure.baseline");
    assert!(found[1].hint().starts_with("okr set failures baseline=..."), "{}", found[1].hint());
    assert!(found[1].hint().contains("(it says: 2.3 %)"), "{}", found[1].hint());
}

/// The rule that blocks for the same reason as a stop of the commit.
fn rule_of(stop: StopRule) -> Rule {
    match stop {
        StopRule::NoMetric => Rule::NoMetric,
        StopRule::NoBaseline | StopRule::At(Step::Set8) => Rule::NoBaseline,
        StopRule::NoTarget => Rule::NoTarget,
        StopRule::NoGap => Rule::NoGap,
        StopRule::WrongWay | StopRule::EmptyWindow => Rule::WrongWay,
        StopRule::Wall => Rule::TooManyObjectives,
        other => panic!("no rule of the coach blocks for {other:?}"),
    }
}

fn number() -> impl Strategy<Value = Option<Number>> {
    prop::option::of((1_i32..4).prop_map(Number::from))
}

fn measure() -> impl Strategy<Value = Measure> {
    let kinds = prop::sample::select(vec![
        Kind::Change,
        Kind::AtLeast,
        Kind::AtMost,
        Kind::Between,
        Kind::EstablishBaseline,
    ]);
    let directions = prop::option::of(prop::sample::select(vec![Direction::Increase, Direction::Decrease]));
    let metric = prop::option::of(Just("failures".to_owned()));
    (kinds, metric, directions, number(), number(), number(), number()).prop_map(
        |(kind, metric, direction, baseline, target, floor, ceiling)| {
            let source = Some("logs".to_owned());
            Measure {
                kind,
                metric,
                direction,
                baseline,
                source,
                target,
                floor,
                ceiling,
                ..Measure::default()
            }
        },
    )
}

proptest! {
    #[test]
    fn what_blocks_is_what_the_commit_stops_at(measure in measure(), objectives in 1_usize..8) {
        let mut workspace = workspace(vec![KeyResult { measure, ..good() }]);
        let quarter = workspace.quarters.get_mut(&key()).unwrap();
        for at in 1..objectives {
            let id = ObjectiveId::new(format!("o{at}")).unwrap();
            quarter.objectives.push(Objective::draft(id, "Shops get paid on time", 20));
        }
        let desk = Desk::at(&workspace, &key(), today()).unwrap();
        let stops = desk.commit_stops();
        let hard = stops.iter().filter(|stop| stop.force == Force::Hard);
        let stopped: BTreeSet<Rule> = hard.map(|stop| rule_of(stop.rule)).collect();
        let blocking = found(&workspace).into_iter().filter(|finding| finding.level == Level::Block);
        prop_assert_eq!(blocking.map(|finding| finding.rule).collect::<BTreeSet<_>>(), stopped);
    }
}
