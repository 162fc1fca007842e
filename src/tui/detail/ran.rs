//! How the cycle ran: what it cost by phase against its limit, the check-ins held, and what is asked of it as a whole (RET-6).

use super::Lines;
use crate::domain::decision::Desk;
use crate::method::budget::{self, Budget};
use crate::method::check_ins::Rounds;
use crate::method::pattern;
use crate::words::anywhere;
use crate::words::boards as words;

/// The hours by phase, the check-ins held, the signs of theatre and their question, and the principles answered no.
pub fn how_it_ran<'a>(lines: Lines<'a>, desk: &Desk<'_>) -> Lines<'a> {
    let spent = budget::spent(desk.quarter);
    let limit = Budget::within(desk.workspace, desk.cycle);
    let rounds = Rounds::at(desk);
    let phases = [
        (words::SETTING, spent.setting),
        (anywhere::CHECK_INS, spent.check_ins),
        (words::SCORING, spent.scoring),
        (words::RETROSPECTIVE, spent.retrospective),
    ];
    let planned = (!desk.cycle.is_unread).then(|| rounds.list().len());
    let held = anywhere::held_of(rounds.held(), planned);
    let signs = pattern::theatre(desk.quarter, &rounds, limit);
    lines
        .each(phases, |lines, (word, cost)| lines.field(word, Some(&cost.to_string())))
        .field(words::TOGETHER, Some(&limit.against(spent.total())))
        .text(&limit.sentence(spent.total()).unwrap_or_default())
        .field(words::CHECK_INS_HELD, Some(&held))
        .gap()
        .each(&signs, |lines, sign| lines.text(sign.text()))
        .each(pattern::theatre_question(&signs), Lines::attention)
        .each(pattern::principles_answered_no(&desk.quarter.frame), |lines, asks| lines.attention(&asks))
}
