//! Inputs while the objectives are found (SET-1 to SET-6).

use super::Choosing;
use crate::domain::change::Decision;
use crate::domain::decision::{Desk, List};
use crate::domain::seed::Seed;

pub(super) fn say(said: Choosing, desk: &Desk<'_>, seed: &mut Seed) -> Decision {
    match said {
        Choosing::Promise(text) => desk.promise(&text),
        Choosing::Principle(principle, holds) => desk.answer_principle(principle, holds),
        Choosing::Cadence(cadence) => desk.choose_cadence(cadence),
        Choosing::Merge(from, into) => desk.merge(&from, &into),
        Choosing::Origin(id, origin) => desk.set_origin(&id, origin),
        Choosing::Reword(id, title) => desk.reword(&id, &title),
        Choosing::Argue(id, side, text) => desk.argue(&id, side, &text),
        Choosing::NotNow(id, reason) => desk.park_objective(&id, reason.as_deref(), seed),
        Choosing::AlsoNotNow(text) => desk.add_line(List::NotNow, &text, None, seed),
    }
}
