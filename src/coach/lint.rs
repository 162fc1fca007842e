//! What is left to ask once the levels and waivers of a team are known: one question answers another, and nobody is asked
//! for the baseline of something that is work.

use super::finding::{Finding, Level};
use super::rule::Rule;
use crate::domain::lint::{Levels, Waivers};

/// The questions that need no asking while another one is open.
const COVERED: &[(Rule, &[Rule])] = &[
    (Rule::DeliveryPlan, &[Rule::OutputVerb]),
    (Rule::DeliveryPlan, OF_WORK),
    (Rule::OutputVerb, OF_WORK),
    (Rule::OutcomeTest, &[Rule::WorkOrEffect]),
    (Rule::Vague, OF_A_WISH),
    (Rule::YesNo, OF_A_WISH),
    (Rule::NoBaseline, &[Rule::NoSource]),
    (Rule::NoSource, &[Rule::DataNotInHand]),
    (Rule::WrongWay, &[Rule::NearlyThere, Rule::UsualVariation]),
    (Rule::NoGap, &[Rule::NearlyThere, Rule::UsualVariation]),
    (Rule::TargetMetBefore, &[Rule::NearlyThere, Rule::UsualVariation]),
    (Rule::TaskAsObjective, &[Rule::AndInObjective]),
];

/// What is not asked of work: it has no effect to measure.
const OF_WORK: &[Rule] = &[
    Rule::WorkOrEffect,
    Rule::OutcomeTest,
    Rule::Vague,
    Rule::YesNo,
    Rule::TwoInOne,
    Rule::NoMetric,
    Rule::NoBaseline,
    Rule::NoTarget,
    Rule::NearlyThere,
    Rule::SaidOtherwise,
    Rule::NoSource,
];

/// What is not asked of something without a measure: which one comes first.
const OF_A_WISH: &[Rule] =
    &[Rule::WorkOrEffect, Rule::NoMetric, Rule::NoBaseline, Rule::NoTarget, Rule::NoSource];

/// Gives the questions the levels of a team, marks those that were waived, and leaves out what another one answers.
#[must_use]
pub fn settled(found: Vec<Finding>, levels: &Levels, waivers: &Waivers) -> Vec<Finding> {
    let known = found.into_iter().map(|finding| finding.known_to(levels, waivers));
    let known: Vec<Finding> = known.filter(|finding| finding.level != Level::Off).collect();
    let is_open = |rule: Rule| known.iter().any(|other| other.rule == rule && other.waived.is_none());
    let is_covered = |rule: Rule| COVERED.iter().any(|(by, rules)| rules.contains(&rule) && is_open(*by));
    let covered: Vec<Rule> =
        known.iter().map(|finding| finding.rule).filter(|rule| is_covered(*rule)).collect();
    known.into_iter().filter(|finding| !covered.contains(&finding.rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::finding::Raised;
    use crate::domain::day::Day;
    use crate::domain::lint::Waiver;

    fn asked(rules: &[Rule], levels: &Levels, waivers: &Waivers) -> Vec<Rule> {
        let found = rules.iter().map(|rule| Raised::title().by(*rule)).collect();
        settled(found, levels, waivers).into_iter().map(|it| it.rule).collect()
    }

    #[test]
    fn nobody_is_asked_for_the_baseline_of_work() {
        let found = [Rule::DeliveryPlan, Rule::OutputVerb, Rule::NoBaseline, Rule::NoTarget];
        let none = (Levels::new(), Waivers::new());
        assert_eq!(asked(&found, &none.0, &none.1), [Rule::DeliveryPlan]);
        assert_eq!(asked(&found[1..], &none.0, &none.1), [Rule::OutputVerb]);
    }

    #[test]
    fn what_is_off_or_waived_covers_nothing() {
        let found = [Rule::OutputVerb, Rule::NoBaseline];
        let off = Levels::from([("output-verb".to_owned(), Level::Off)]);
        assert_eq!(asked(&found, &off, &Waivers::new()), [Rule::NoBaseline]);
        let date = Day::new(2027, 1, 8).unwrap();
        let waivers = Waivers::from([("output-verb".to_owned(), Waiver { reason: "a".to_owned(), date })]);
        assert_eq!(asked(&found, &Levels::new(), &waivers), found);
        let waivers = Waivers::from([("no-baseline".to_owned(), waivers["output-verb"].clone())]);
        let found = settled(vec![Raised::title().by(Rule::NoBaseline)], &Levels::new(), &waivers);
        assert_eq!(found[0].waived, None, "a hard stop is not waived");
    }
}
