//! The questions a team has answered with a reason, counted at the retrospective (RET-6).

use std::collections::BTreeMap;

use super::texts::{self, Line, fill};
use crate::domain::lint::{Waiver, Waivers};
use crate::domain::quarter::Quarter;
use crate::words::counted;

/// The word for the set as a whole where an id would stand.
const QUARTER: &str = "quarter";

/// Every waiver of a quarter with the id of what it is about and its rule, those on the set first.
pub fn all(quarter: &Quarter) -> Vec<(&str, &str, &Waiver)> {
    let mut all = of(QUARTER, &quarter.frame.waivers);
    for objective in &quarter.objectives {
        all.extend(of(objective.id.as_str(), &objective.waivers));
        for key_result in &objective.key_results {
            all.extend(of(key_result.id.as_str(), &key_result.waivers));
        }
    }
    all
}

fn of<'a>(about: &'a str, waivers: &'a Waivers) -> Vec<(&'a str, &'a str, &'a Waiver)> {
    waivers.iter().map(|(rule, waiver)| (about, rule.as_str(), waiver)).collect()
}

/// How many questions were waived, by rule, in one line; nothing when none was.
pub fn line(quarter: &Quarter) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, rule, _) in all(quarter) {
        *counts.entry(rule).or_default() += 1;
    }
    let sum: usize = counts.values().sum();
    let rules: Vec<String> = counts.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    let words = [("questions", counted::QUESTIONS_WERE_WAIVED.of(sum)), ("rules", rules.join(", "))];
    let words = words.each_ref().map(|(place, word)| (*place, word.as_str()));
    (sum > 0).then(|| fill(texts::line(Line::Waived), &words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::frame::Frame;
    use crate::domain::id::ObjectiveId;
    use crate::domain::objective::Objective;
    use crate::domain::quarter::QuarterKey;

    #[test]
    fn waived_questions_are_counted_by_rule() {
        let key: QuarterKey = "t/2027-q1".parse().unwrap();
        let mut quarter = Quarter::new(key, Frame::default());
        assert_eq!(line(&quarter), None);
        let waiver = Waiver { reason: "known".to_owned(), date: Day::new(2027, 1, 8).unwrap() };
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        objective.waivers.insert("vague-objective".to_owned(), waiver.clone());
        quarter.objectives.push(objective.clone());
        assert_eq!(line(&quarter).as_deref(), Some("1 question was waived: vague-objective 1."));
        quarter.frame.waivers.insert("all-handed-down".to_owned(), waiver);
        quarter.objectives.push(objective);
        let said = line(&quarter).unwrap();
        assert_eq!(said, "3 questions were waived: all-handed-down 1, vague-objective 2.");
        assert_eq!(all(&quarter)[0].0, "quarter");
    }
}
