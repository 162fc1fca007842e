//! What a scored set looks like as a whole: pattern, counts and signs of theatre (SCO-4, RET-6).

use crate::domain::check_in::{Plan, Sitting, SittingKind};
use crate::domain::decision::Principle;
use crate::domain::frame::Frame;
use crate::domain::key_result::Ambition;
use crate::domain::quarter::Quarter;
use crate::domain::score::Score;
use crate::domain::scoring::Outcome;

use super::budget::{self, Budget, Standing};
use super::check_ins::{Round, Rounds, has_frozen};
use super::texts::{self, Line, fill, text_keys};

/// Tenths up to which a score is near 0.
pub(super) const NEAR_NOUGHT: u8 = 2;

/// What the scores of a set have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Every score is 1.0, and not only of key results that were expected there.
    TooSafe,
    /// Every score is near 0.
    OutOfTouch,
}

/// The pattern of a quarter in which nothing is left to score.
pub fn pattern(quarter: &Quarter) -> Option<Pattern> {
    let scored: Vec<(Ambition, Score)> = quarter
        .key_results()
        .filter_map(|(_, key_result)| {
            Some((key_result.committed_ambition(), quarter.outcome(key_result).score()?))
        })
        .collect();
    if scored.is_empty() || !quarter.is_scored() {
        return None;
    }
    let has_stretch = scored.iter().any(|(ambition, _)| *ambition == Ambition::Stretch);
    if has_stretch && scored.iter().all(|(_, score)| *score == Score::FULL) {
        Some(Pattern::TooSafe)
    } else if scored.iter().all(|(_, score)| score.tenths() <= NEAR_NOUGHT) {
        Some(Pattern::OutOfTouch)
    } else {
        None
    }
}

/// The pattern line: a question after one cycle, a statement when the last one looked the same.
pub fn pattern_line(quarter: &Quarter, last: Option<&Quarter>) -> Option<&'static str> {
    let found = pattern(quarter)?;
    let is_running = last.and_then(pattern) == Some(found);
    Some(texts::line(match (found, is_running) {
        (Pattern::TooSafe, false) => Line::TooSafeOnce,
        (Pattern::TooSafe, true) => Line::TooSafe,
        (Pattern::OutOfTouch, false) => Line::OutOfTouchOnce,
        (Pattern::OutOfTouch, true) => Line::OutOfTouch,
    }))
}

/// How the key results of a quarter came out, each sort counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Scored.
    pub scored: usize,
    /// Scored before scoring opened.
    pub provisional: usize,
    /// Dropped on the way.
    pub dropped: usize,
    /// Readable only in a later cycle.
    pub reads_later: usize,
    /// Their number was never found.
    pub to_find_out: usize,
    /// Not scored yet.
    pub open: usize,
}

impl Counts {
    /// Counts a quarter.
    pub fn of(quarter: &Quarter) -> Self {
        let mut counts = Self::default();
        for (_, key_result) in quarter.key_results() {
            match quarter.outcome(key_result) {
                Outcome::Scored(_) => counts.scored += 1,
                Outcome::Provisional(_) => counts.provisional += 1,
                Outcome::Dropped => counts.dropped += 1,
                Outcome::ReadsLater => counts.reads_later += 1,
                Outcome::ToFindOut => counts.to_find_out += 1,
                Outcome::Open => counts.open += 1,
                Outcome::Draft => {}
            }
        }
        counts
    }

    /// How many have a score, final or provisional.
    pub fn with_score(self) -> usize {
        self.scored + self.provisional
    }

    /// The counts in words, what does not occur left out; joined by `between`.
    pub fn line(&self, between: &str) -> String {
        let parts = [
            (self.scored, Line::CountScored),
            (self.provisional, Line::CountProvisional),
            (self.dropped, Line::CountDropped),
            (self.reads_later, Line::CountReadsLater),
            (self.to_find_out, Line::CountToFindOut),
            (self.open, Line::CountOpen),
        ];
        let said = parts.iter().filter(|(count, _)| *count > 0);
        let words = said.map(|(count, line)| fill(texts::line(*line), &[("count", &count.to_string())]));
        words.collect::<Vec<_>>().join(between)
    }
}

text_keys! {
    /// A sign that the process is performed rather than used.
    Theatre {
        /// Three check-ins running came to no decision.
        NoDecision
        /// No median has moved for three check-ins.
        FrozenConfidence
        /// Nothing was dropped or revised.
        NothingChanged
        /// The effort is amber or over.
        EffortOver
    }
}

impl Theatre {
    /// What the sign is, in words.
    pub fn text(self) -> &'static str {
        texts::theatre(self)
    }
}

/// Check-ins without any decision or move after which it is a sign.
const RUNNING: usize = 3;
/// Signs from which on the question is asked.
const ASKED_FROM: usize = 2;

/// The signs of theatre in a quarter (RET-6); none before three check-ins.
pub fn theatre(quarter: &Quarter, rounds: &Rounds<'_>, budget: Budget) -> Vec<Theatre> {
    if rounds.held() < RUNNING {
        return Vec::new();
    }
    let effort = budget::spent(quarter).total();
    [
        (Theatre::NoDecision, has_no_decision(quarter, rounds)),
        (Theatre::FrozenConfidence, is_frozen(quarter, rounds)),
        (Theatre::NothingChanged, !quarter.has_changed()),
        (Theatre::EffortOver, budget.standing(effort) != Standing::Within),
    ]
    .into_iter()
    .filter_map(|(sign, is_there)| is_there.then_some(sign))
    .collect()
}

/// The question that signs of theatre raise, from two of them on.
pub fn theatre_question(signs: &[Theatre]) -> Option<&'static str> {
    (signs.len() >= ASKED_FROM).then(|| texts::line(Line::Theatre))
}

/// The principles that were answered no at the kick-off, each asked again (RET-6).
pub fn principles_answered_no(frame: &Frame) -> Vec<String> {
    let no = Principle::ALL.into_iter().filter(|principle| principle.answer(frame) == Some(false));
    let asks = |of: Principle| fill(texts::line(Line::PrincipleNo), &[("principle", of.word())]);
    no.map(asks).collect()
}

/// Tells whether the last three check-ins that were held came to no decision.
fn has_no_decision(quarter: &Quarter, rounds: &Rounds<'_>) -> bool {
    let last: Vec<Round> = rounds.rounds_held().rev().take(RUNNING).collect();
    let mut check_ins = quarter.standing_sittings().filter(|sitting| sitting.kind == SittingKind::CheckIn);
    let is_of_last = |sitting: &Sitting| rounds.round_of(sitting.date).is_some_and(|of| last.contains(&of));
    !check_ins.any(|sitting| is_of_last(sitting) && is_decision(sitting))
}

/// Tells whether a decision says no more than that the plan stands.
pub fn is_standing_plan(decision: &str) -> bool {
    decision.trim().trim_end_matches('.').eq_ignore_ascii_case(texts::line(Line::PlanStands))
}

fn is_decision(sitting: &Sitting) -> bool {
    let decided =
        sitting.decision.as_deref().is_some_and(|text| !text.trim().is_empty() && !is_standing_plan(text));
    decided || sitting.check_ins.iter().any(|entry| matches!(entry.plan, Some(Plan::Adjust | Plan::Stop)))
}

/// Tells whether no median has moved for three check-ins, of the key results that had so many.
fn is_frozen(quarter: &Quarter, rounds: &Rounds<'_>) -> bool {
    let mut known =
        quarter.live_key_results().filter_map(|(_, kr)| has_frozen(&rounds.trend(&kr.id))).peekable();
    known.peek().is_some() && known.all(|has_frozen| has_frozen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check_in::CheckIn;
    use crate::domain::confidence::Confidence;
    use crate::domain::cycle::Cycle;
    use crate::domain::day::Day;
    use crate::domain::frame::{Cadence, Dropped, Frame};
    use crate::domain::id::{KeyResultId, ObjectiveId, SittingId};
    use crate::domain::key_result::{KeyResult, Revision};
    use crate::domain::measure::Kind;
    use crate::domain::objective::{Objective, Wording};
    use crate::domain::quarter::QuarterKey;
    use crate::domain::scoring::Scoring;

    fn id(at: usize) -> KeyResultId {
        KeyResultId::new(format!("kr-{at}")).unwrap()
    }

    fn quarter(scores: &[Option<u8>]) -> Quarter {
        let key: QuarterKey = "t/2027-q1".parse().unwrap();
        let mut quarter = Quarter::new(key, Frame::default());
        let mut objective = Objective::draft(ObjectiveId::new("o").unwrap(), "o", 10);
        for (at, score) in scores.iter().enumerate() {
            let mut key_result = KeyResult::draft(id(at), "kr", 10);
            let (date, measure) = (Day::new(2027, 1, 1).unwrap(), key_result.measure.clone());
            let (reason, title) = ("committed".to_owned(), "kr".to_owned());
            key_result.revisions.push(Revision { date, reason, title, measure, ambition: None });
            objective.key_results.push(key_result);
            let score = score.and_then(Score::from_tenths);
            quarter.scorings.insert(id(at), Scoring { score, ..Scoring::of(id(at)) });
        }
        quarter.objectives.push(objective);
        quarter
    }

    #[test]
    fn one_cycle_is_a_question_two_running_are_a_statement() {
        let safe = quarter(&[Some(10), Some(10)]);
        let far = quarter(&[Some(0), Some(2)]);
        let usual = quarter(&[Some(7), Some(10), Some(4)]);
        assert!(pattern_line(&safe, None).unwrap().ends_with('?'));
        assert!(pattern_line(&safe, Some(&usual)).unwrap().ends_with('?'));
        assert_eq!(pattern_line(&safe, Some(&safe)), Some("Set too safely."));
        let said = "Out of touch with reality: wrong metric, target or no lever?";
        assert_eq!(pattern_line(&far, Some(&far)), Some(said));
        assert_ne!(pattern_line(&far, Some(&safe)), Some(said));
        assert_eq!(pattern_line(&usual, Some(&usual)), None);
    }

    #[test]
    fn there_is_no_pattern_while_something_is_left_to_score() {
        assert_eq!(pattern(&quarter(&[Some(10), None])), None);
        assert_eq!(pattern(&quarter(&[])), None);
    }

    #[test]
    fn what_was_expected_in_full_is_not_set_too_safely() {
        let mut expected = quarter(&[Some(10), Some(10)]);
        for key_result in &mut expected.objectives[0].key_results {
            key_result.ambition = Ambition::Committed;
        }
        assert_eq!(pattern(&expected), None);
    }

    #[test]
    fn scored_dropped_later_and_unknown_are_counted_apart() {
        let mut quarter = quarter(&[Some(7), Some(4), None, None, None, None, Some(2)]);
        quarter.scorings.get_mut(&id(6)).unwrap().is_provisional = true;
        let date = Day::new(2027, 2, 1).unwrap();
        let key_results = &mut quarter.objectives[0].key_results;
        key_results.push(KeyResult::draft(id(7), "a draft is not counted", 10));
        key_results[2].dropped = Some(Dropped { date, reason: String::new() });
        key_results[3].measure.kind = Kind::EstablishBaseline;
        quarter.scorings.get_mut(&id(4)).unwrap().reads_later = Some("2027-q2".to_owned());
        let counts = Counts::of(&quarter);
        let expected =
            Counts { scored: 2, provisional: 1, dropped: 1, reads_later: 1, to_find_out: 1, open: 1 };
        assert_eq!(counts, expected);
        assert_eq!(
            counts.line(", "),
            "2 scored, 1 provisional, 1 dropped, 1 reads later, 1 to find out, 1 not scored yet"
        );
        assert_eq!(Counts::default().line(", "), "");
    }

    #[test]
    fn three_check_ins_without_a_move_raise_the_question() {
        let mut quarter = quarter(&[None]);
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let signs = |quarter: &Quarter| {
            theatre(quarter, &Rounds::of(quarter, &cycle, Cadence::BiWeekly), Budget::new(None))
        };
        for round in 1..=3 {
            assert_eq!(signs(&quarter), []);
            let confidence = [60, 60].into_iter().filter_map(Confidence::new).collect();
            quarter.sittings.push(Sitting {
                decision: Some("Plan stands.".to_owned()),
                check_ins: vec![CheckIn { confidence, ..CheckIn::on(id(0)) }],
                ..Sitting::new(SittingId::new(format!("s{round}")).unwrap(), cycle.first.plus(14 * round))
            });
        }
        let all = signs(&quarter);
        assert_eq!(all, [Theatre::NoDecision, Theatre::FrozenConfidence, Theatre::NothingChanged]);
        assert_eq!(theatre_question(&all), Some("Are we performing this?"));
        quarter.sittings[2].decision = Some("Ask the edge team".to_owned());
        quarter.objectives[0].dropped = Some(Dropped { date: cycle.first, reason: String::new() });
        assert_eq!(theatre_question(&signs(&quarter)), None);
    }

    #[test]
    fn what_one_says_alone_after_three_check_ins_that_decided_is_no_theatre() {
        let mut quarter = quarter(&[None, None]);
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let sitting = |round: i64| {
            Sitting::new(SittingId::new(format!("s{round}")).unwrap(), cycle.first.plus(14 * round))
        };
        for round in 1..=3 {
            quarter
                .sittings
                .push(Sitting { decision: Some("Ask the edge team".to_owned()), ..sitting(round) });
        }
        for round in 4..=6 {
            let entry = CheckIn { blocked: Some("no logs".to_owned()), ..CheckIn::on(id(0)) };
            quarter.sittings.push(Sitting { check_ins: vec![entry], ..sitting(round) });
        }
        let rounds = Rounds::of(&quarter, &cycle, Cadence::BiWeekly);
        assert!(!theatre(&quarter, &rounds, Budget::new(None)).contains(&Theatre::NoDecision));
    }

    #[test]
    fn an_objective_that_was_reworded_has_changed() {
        let mut quarter = quarter(&[None]);
        let wording = |title: &str| Wording {
            date: Cycle::calendar("2027-q1").unwrap().first,
            reason: "committed".to_owned(),
            title: title.to_owned(),
        };
        quarter.objectives[0].revisions = vec![wording("o")];
        assert!(!quarter.has_changed());
        quarter.objectives[0].revisions.push(wording("p"));
        assert!(quarter.has_changed());
    }
}
