//! Lines that stand under an objective or key result.

use super::{FromSide, Made, Need, Titled, Under, fill, fresh_line, key_result_of, needed, objective_of};
use crate::cli::halt::Halt;
use crate::domain::change::Change;
use crate::domain::decision::{Desk, Part as _};
use crate::domain::dependency::Dependency;
use crate::domain::display::shortened;
use crate::domain::key_result::Initiative;
use crate::domain::objective::{Assumption, Negotiation};
use crate::domain::seed::Seed;
use crate::domain::word::from_word;
use crate::method::fields::PartFields;
use crate::words::cli::add as words;

/// What an objective takes for granted.
pub(super) fn assumption(desk: &Desk<'_>, under: &Under, seed: &mut Seed) -> Result<Made, Halt> {
    let objective = objective_of(desk, &under.id)?;
    let text = needed("assumption", &under.titled.text)?;
    let line = Assumption { text, ..Assumption::blank(fresh_line(desk, seed), desk.today) };
    put(desk, (objective, line), &under.titled, words::add_an_assumption_to(&objective.id))
}

/// A change that was asked of an objective, with its outcome where that is known.
pub(super) fn negotiation(desk: &Desk<'_>, side: &FromSide, seed: &mut Seed) -> Result<Made, Halt> {
    let objective = objective_of(desk, &side.id)?;
    let from = from_word(&side.from)
        .ok_or_else(|| Halt::usage(words::is_neither_above_nor_below(shortened(&side.from)), ""))?;
    let asked = needed("change", &side.titled.text)?;
    let line = Negotiation { asked, from, ..Negotiation::blank(fresh_line(desk, seed), desk.today) };
    put(desk, (objective, line), &side.titled, words::log_what_was_asked_of(&objective.id))
}

/// How a key result is gone about.
pub(super) fn initiative(desk: &Desk<'_>, under: &Under, seed: &mut Seed) -> Result<Made, Halt> {
    let key_result = key_result_of(desk, &under.id)?;
    let text = needed("initiative", &under.titled.text)?;
    let line = Initiative { text, ..Initiative::blank(fresh_line(desk, seed), desk.today) };
    put(desk, (key_result, line), &under.titled, words::add_an_initiative_to(&key_result.id))
}

/// What another team must do for a key result.
pub(super) fn dependency(desk: &Desk<'_>, need: &Need, seed: &mut Seed) -> Result<Made, Halt> {
    let key_result = key_result_of(desk, &need.id)?;
    let blank = Dependency::blank(fresh_line(desk, seed), desk.today);
    let (team, text) = (needed("team", &need.from)?, needed("need", &need.titled.text)?);
    let line = Dependency { team, need: text, ..blank };
    put(desk, (key_result, line), &need.titled, words::add_a_dependency_to(&key_result.id))
}

/// Adds a line with the fields that were typed.
fn put<P: PartFields>(
    desk: &Desk<'_>,
    (under, mut line): (&P::Under, P),
    titled: &Titled,
    sentence: String,
) -> Result<Made, Halt> {
    fill(&mut line, P::FIELDS, &titled.fields, desk.typing_day())?;
    let id = line.id().to_string();
    Ok((Change { sentence, ..desk.put_part(under, line, None)? }, id).into())
}
