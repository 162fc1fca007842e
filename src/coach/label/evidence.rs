//! Weighs what speaks for a label: named signals of a statement, each with its weights.
//!
//! The rules say what a statement is and why, and they are wrong where a word is new to them. The sums are of all places
//! of the statement at once, and they decide; the rules say why, where both agree, and what careful people would leave
//! open. What the rules find is no signal: they were written with the sentences in sight that the weights are learned
//! from, and would be believed too much.
//!
//! The weights stand in `assets/coach/evidence.toml`; `cargo bench --bench corpus -- --learn` finds them from labelled
//! sentences.

use super::between;
use super::clause::{Clause, Voice};
use super::counted;
use super::ground::{Ground, ambiguous, outcome, output};
use super::measurable;
use super::objective;
use super::own;
use super::quality;
use super::reason::Reason;
use super::signals::Signals;
use super::still;
use super::weights::{self, EFFECT_TO, OPEN_FROM, STILL, Sums, WORK, WORK_FROM};
use super::{Label, ObjectiveLabel};
use crate::coach::sentence::{Movement, Sentence};
use crate::coach::statement::Statement;
use crate::coach::token::Token;

/// The question whether careful people would answer differently what a key result is.
const OPEN: usize = 7;

/// From which sum on it is work where the rules name what the team does.
const DOING_FROM: i32 = 20;

/// How much the sum for work may count where it is asked whether there is a direction.
const MOST_OF_WORK: i32 = 100;

/// The labels of objectives by their questions.
const OBJECTIVES: [(usize, ObjectiveLabel); 5] = [
    (1, ObjectiveLabel::Good),
    (2, ObjectiveLabel::MetricInObjective),
    (3, ObjectiveLabel::Task),
    (4, ObjectiveLabel::Vague),
    (5, ObjectiveLabel::BusinessAsUsual),
];

/// What speaks for and against a statement being this or that.
pub(super) fn sums(clause: &Clause<'_>, statement: &Statement<'_>) -> Sums {
    looked_at(clause, statement, weights::weigh)
}

/// Leaves open what careful people would answer differently, calls work what enough speaks for, and an effect what
/// is neither; the reason is that of the rules where they find the same.
pub(super) fn checked(ground: Ground<Label>, clause: &Clause<'_>, sums: &Sums) -> Ground<Label> {
    if ground.reason == Reason::Empty {
        return ground;
    }
    let is_defined = ground.reason.is_open_as_defined() || between::is_open_measure(clause);
    let is_left_open = sums[OPEN] >= OPEN_FROM || clause.is_fragment() || is_defined;
    let label = match sums[WORK] {
        _ if measurable::is_metric_alone(clause) || quality::gets_better(clause) => Label::Outcome,
        _ if own::is_joined(clause) => Label::Outcome,
        _ if own::is_own_work(clause) => Label::Output,
        _ if is_left_open => Label::Ambiguous,
        sum if sum >= WORK_FROM => Label::Output,
        sum if sum <= EFFECT_TO => Label::Outcome,
        sum if sum >= DOING_FROM && ground.label == Label::Output && ground.reason.is_doing() => {
            Label::Output
        }
        _ => Label::Ambiguous,
    };
    match label {
        label if label == ground.label => ground,
        Label::Output => output(reason(clause), clause.main()),
        Label::Outcome => outcome(Reason::Effect, clause.main()),
        Label::Ambiguous => ambiguous(Reason::Doubt, ground.words),
    }
}

/// The label of an objective for which most speaks.
pub(super) fn weighed(
    ground: Ground<ObjectiveLabel>,
    clause: &Clause<'_>,
    sums: &Sums,
) -> Ground<ObjectiveLabel> {
    if ground.reason == Reason::Empty {
        return ground;
    }
    if quality::is_made_so(clause) {
        return Ground { label: ObjectiveLabel::Good, reason: Reason::Good, words: clause.main() };
    }
    // A year or a version is no figure to reach.
    let has_number = objective::has_number(clause);
    let may_be = |label: ObjectiveLabel| label != ObjectiveLabel::MetricInObjective || has_number;
    let asked = OBJECTIVES.into_iter().filter(|(_, label)| may_be(*label));
    let most = asked.max_by_key(|(question, _)| sums[*question]);
    let is_told = objective::is_level(clause, &ground)
        || ground.reason == Reason::Duty && most.is_some_and(|(_, label)| label == ObjectiveLabel::Vague);
    match most {
        _ if is_told => ground,
        Some((_, label)) if label != ground.label => {
            Ground { label, reason: label.reason(), words: clause.main() }
        }
        Some(_) | None => ground,
    }
}

/// Which way a key result is better, as its sentence says; `None` for a mere count of what is made, where nothing
/// moves, and where nobody can tell. A level to reach always moves.
pub(super) fn movement(sentence: &Sentence, clause: &Clause<'_>, sums: &Sums) -> Option<Movement> {
    if still::is_still(clause) {
        return None;
    }
    let is_level = sentence.target.is_some() && !sentence.is_count || still::is_level(clause);
    // What is work is more often counted for its own sake.
    let is_still = sums[STILL] + sums[WORK].clamp(-MOST_OF_WORK, MOST_OF_WORK) * 8 / 10 > 0 && !is_level;
    let is_untold = sentence.unclear.is_some() || sentence.target.is_some();
    let usual = (!is_untold).then_some(Movement::Increase);
    sentence.movement.or(usual).filter(|_| !is_still)
}

/// Why a statement is work that no rule knew.
fn reason(clause: &Clause<'_>) -> Reason {
    match clause.predicate.map(|found| found.voice) {
        _ if clause.lead.is_some() => Reason::Work,
        Some(Voice::Suffers) => Reason::Handled,
        Some(Voice::Acts | Voice::Can | Voice::Is) | None => Reason::Made,
    }
}

/// The signals of a statement by section and name, as the file of weights has them.
pub(super) fn names(clause: &Clause<'_>, statement: &Statement<'_>) -> Vec<(&'static str, String)> {
    looked_at(clause, statement, weights::names)
}

/// What the signals and words of a statement give; of a count that grows they are those of what is counted.
fn looked_at<T>(
    clause: &Clause<'_>,
    statement: &Statement<'_>,
    give: impl Fn(&Signals, &[Token<'_>]) -> T,
) -> T {
    match counted::alone(statement) {
        Some(alone) => give(&Signals::of(&Clause::read(&alone), &alone.sentence), &alone.tokens),
        None => give(&Signals::of(clause, &statement.sentence), &statement.tokens),
    }
}
