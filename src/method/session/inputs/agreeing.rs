//! Inputs while the set becomes one the team stands behind (SET-9 to SET-14).

use super::Agreeing;
use crate::domain::change::Decision;
use crate::domain::decision::{Desk, List};
use crate::domain::seed::Seed;
use crate::method::commit;

pub(super) fn say(said: Agreeing, desk: &Desk<'_>, seed: &mut Seed) -> Decision {
    match said {
        Agreeing::Answer(id, question, yes) => desk.answer(&id, question, yes),
        Agreeing::Deliver(id) => desk.move_to_delivery(&id, seed),
        Agreeing::Depend(id, dependency) => desk.depend(&id, dependency),
        Agreeing::Contribute(id, [to, how, weighed]) => {
            desk.contribute(&id, (to.as_deref(), how.as_deref(), weighed.as_deref()))
        }
        Agreeing::Negotiate(id, from, [asked, outcome]) => {
            desk.negotiate(&id, (from, &asked, &outcome), seed)
        }
        Agreeing::Align(test, answer) => desk.answer_alignment(test, answer),
        Agreeing::KeepNominal(reason) => desk.keep_nominal(&reason),
        Agreeing::Reason(text) => desk.add_line(List::PreMortem, &text, None, seed),
        Agreeing::Assume(id, [text, noticed_by]) => desk.assume(&id, (&text, &noticed_by), seed),
        Agreeing::Commit(reason) => desk.commit(commit::stops(desk), reason.as_deref()),
    }
}
