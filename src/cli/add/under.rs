//! Lines that stand under an objective or key result.

use super::{FromSide, Made, Need, Under, fill, fresh_line, key_result_of, needed, objective_of};
use crate::cli::halt::Halt;
use crate::cli::pick;
use crate::domain::change::Change;
use crate::domain::decision::Desk;
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::key_result::Initiative;
use crate::domain::objective::{Assumption, Negotiation};
use crate::domain::seed::Seed;
use crate::domain::word::from_word;
use crate::method::fields::{self, Context};
use crate::words::cli::add as words;

/// What an objective takes for granted.
pub(super) fn assumption(desk: &Desk<'_>, under: &Under, seed: &mut Seed) -> Result<Made, Halt> {
    let mut after = objective_of(desk, &under.id)?.clone();
    let text = needed("assumption", &under.titled.text)?;
    let mut assumption = Assumption { id: fresh_line(desk, seed), text, noticed_by: None, state: None };
    fill(&mut assumption, fields::ASSUMPTION, &under.titled.fields, |_| Context::plain(desk.today))?;
    let id = assumption.id.to_string();
    let sentence = words::add_an_assumption_to(&after.id);
    after.assumptions.push(assumption);
    Ok((Change { sentence, ..desk.revise_objective(after)? }, id).into())
}

/// A change that was asked of an objective, with its outcome where that is known.
pub(super) fn negotiation(desk: &Desk<'_>, asked: &FromSide, seed: &mut Seed) -> Result<Made, Halt> {
    let mut after = objective_of(desk, &asked.id)?.clone();
    let from = from_word(&asked.from)
        .ok_or_else(|| Halt::usage(words::is_neither_above_nor_below(pick::shortened(&asked.from)), ""))?;
    let text = needed("change", &asked.titled.text)?;
    let id = fresh_line(desk, seed);
    let mut negotiation = Negotiation { id, asked: text, from, date: desk.today, outcome: None };
    fill(&mut negotiation, fields::NEGOTIATION, &asked.titled.fields, |_| Context::plain(desk.today))?;
    let id = negotiation.id.to_string();
    let sentence = words::log_what_was_asked_of(&after.id);
    after.negotiations.push(negotiation);
    Ok((Change { sentence, ..desk.revise_objective(after)? }, id).into())
}

/// How a key result is gone about.
pub(super) fn initiative(desk: &Desk<'_>, under: &Under, seed: &mut Seed) -> Result<Made, Halt> {
    let mut after = key_result_of(desk, &under.id)?.clone();
    let text = needed("initiative", &under.titled.text)?;
    let mut initiative = Initiative { id: fresh_line(desk, seed), text, done: false };
    fill(&mut initiative, fields::INITIATIVE, &under.titled.fields, |_| Context::plain(desk.today))?;
    let id = initiative.id.to_string();
    let sentence = words::add_an_initiative_to(&after.id);
    after.initiatives.push(initiative);
    Ok((Change { sentence, ..desk.revise_key_result(after, None)? }, id).into())
}

/// What another team must do for a key result.
pub(super) fn dependency(desk: &Desk<'_>, need: &Need, seed: &mut Seed) -> Result<Made, Halt> {
    let mut after = key_result_of(desk, &need.id)?.clone();
    let mut dependency = Dependency {
        id: fresh_line(desk, seed),
        team: needed("team", &need.from)?,
        need: needed("need", &need.titled.text)?,
        by: None,
        asker: None,
        state: DependencyState::Open,
    };
    fill(&mut dependency, fields::DEPENDENCY, &need.titled.fields, |_| Context::plain(desk.today))?;
    let id = dependency.id.to_string();
    let sentence = words::add_a_dependency_to(&after.id);
    after.dependencies.push(dependency);
    Ok((Change { sentence, ..desk.revise_key_result(after, None)? }, id).into())
}
