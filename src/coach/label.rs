//! Tells work from effect: is a key result something the team does, or a change in the state of the world?

mod amount;
mod begun;
mod between;
mod clause;
mod counted;
mod evidence;
mod ground;
mod habit;
mod key_result;
mod measurable;
mod objective;
mod opening;
mod own;
mod people;
mod predicate;
mod quality;
mod reason;
mod signal;
mod signals;
mod signs;
mod spoken;
mod stems;
mod still;
mod things;
mod weights;

use super::lexicon::{Tags, tags};
use super::sentence::Movement;
use super::statement::Statement;
use super::token::{Kind, Token};
use clause::Clause;
use ground::{Ground, ambiguous};
use reason::Reason;
pub use weights::{QUESTIONS, Sums};

/// What a key result describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A change in the state of the world.
    Outcome,
    /// Something the team does or builds; it can be reached and the problem still be there.
    Output,
    /// Careful people would answer differently.
    Ambiguous,
}

/// What an objective is like; the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectiveLabel {
    /// A state somebody would notice, with a direction.
    Good,
    /// A figure to reach is in it.
    MetricInObjective,
    /// A deliverable, project, hire or decision that can be ticked off.
    Task,
    /// Nobody could disagree, or nothing says what would be different.
    Vague,
    /// Keeps an ordinary duty going.
    BusinessAsUsual,
}

impl ObjectiveLabel {
    /// Why an objective is that, where no rule says more.
    const fn reason(self) -> Reason {
        match self {
            Self::Good => Reason::Good,
            Self::MetricInObjective => Reason::Figure,
            Self::Task => Reason::Task,
            Self::Vague => Reason::Vague,
            Self::BusinessAsUsual => Reason::Duty,
        }
    }
}

/// A judgement and the reason in words a team can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement<L> {
    /// The judgement.
    pub label: L,
    /// Why, in one sentence that names the words of the statement it rests on.
    pub why: String,
    /// The stretch of the statement it rests on, in bytes, on character boundaries.
    pub span: std::ops::Range<usize>,
}

/// What the sentence of a key result says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    /// Work or effect.
    pub judgement: Judgement<Label>,
    /// Whether an outsider could say at the end, from the sentence alone, whether it was reached.
    pub is_measurable: bool,
    /// Whether it names a quantity that is counted or measured, things made included.
    pub has_metric: bool,
    /// Whether it is the name of a quantity and nothing else: its numbers are still to come.
    pub is_metric_alone: bool,
    /// Which way is better; `None` for a mere count of what is made, and where nothing moves.
    pub movement: Option<Movement>,
}

/// Assesses a key result, read together with the objective it stands under.
#[must_use]
pub fn key_result(statement: &Statement<'_>, objective: Option<&str>) -> Assessed {
    let clause = Clause::read(statement);
    let sums = evidence::sums(&clause, statement);
    assessed((statement, &clause), objective, &sums)
}

/// Assesses a key result by the sums of other weights than those shipped.
#[must_use]
pub fn key_result_by(statement: &Statement<'_>, objective: Option<&str>, sums: &Sums) -> Assessed {
    assessed((statement, &Clause::read(statement)), objective, sums)
}

fn assessed(
    (statement, clause): (&Statement<'_>, &Clause<'_>),
    objective: Option<&str>,
    sums: &Sums,
) -> Assessed {
    let ground = evidence::checked(key_result::judge(clause), clause, sums);
    let is_measurable = measurable::is_measurable(clause, ground.label);
    let has_metric = measurable::has_metric(clause);
    let movement = evidence::movement(&statement.sentence, clause, sums);
    let ground = habit::aimed(ground, objective);
    let is_foreign = ground.label == Label::Output && !statement.is_english();
    let ground = if is_foreign { ambiguous(Reason::Open, ground.words) } else { ground };
    let judgement = told(statement, clause, ground);
    let is_metric_alone = measurable::is_metric_alone(clause);
    Assessed { judgement, is_measurable, has_metric, is_metric_alone, movement }
}

/// What speaks for or against a label in a statement: signals by section and name, as `assets/coach/evidence.toml` has
/// them.
#[must_use]
pub fn signals(statement: &Statement<'_>) -> Vec<(&'static str, String)> {
    evidence::names(&Clause::read(statement), statement)
}

/// Judges an objective.
#[must_use]
pub fn objective(statement: &Statement<'_>) -> Judgement<ObjectiveLabel> {
    let clause = Clause::read(statement);
    let sums = evidence::sums(&clause, statement);
    objective_of((statement, &clause), &sums)
}

/// Judges an objective by the sums of other weights than those shipped.
#[must_use]
pub fn objective_by(statement: &Statement<'_>, sums: &Sums) -> Judgement<ObjectiveLabel> {
    objective_of((statement, &Clause::read(statement)), sums)
}

fn objective_of(
    (statement, clause): (&Statement<'_>, &Clause<'_>),
    sums: &Sums,
) -> Judgement<ObjectiveLabel> {
    let ground = evidence::weighed(objective::judge(clause), clause, sums);
    told(statement, clause, ground)
}

/// Puts a ground into words.
fn told<L>(statement: &Statement<'_>, clause: &Clause<'_>, ground: Ground<L>) -> Judgement<L> {
    let span = match clause.words.get(ground.words.clone()) {
        Some([first, .., last]) => first.span.start..last.span.end,
        Some([only]) => only.span.clone(),
        _ => 0..statement.text.len(),
    };
    let span = span.start..with_number(statement, span.end);
    let why = ground.reason.say(&statement.text[span.clone()]);
    Judgement { label: ground.label, why, span }
}

/// Where words end with the number right behind them, and what that names: "2.0 migration" belongs to the words "the OAuth".
fn with_number(statement: &Statement<'_>, end: usize) -> usize {
    let mut behind = statement.tokens.iter().skip_while(|token| token.start < end).peekable();
    let Some(number) = behind.next_if(|token| token.kind == Kind::Number) else { return end };
    let names = |token: &&Token<'_>| token.kind == Kind::Word && !tags(&token.lower).any(Tags::STOP);
    behind.take_while(names).last().unwrap_or(number).span().end
}

#[cfg(test)]
mod tests;
