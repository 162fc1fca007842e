//! What a change shows: the desk before it beside the desk after it. So it does not matter which board, form or prompt the
//! change came from.

use super::super::Player;
use crate::domain::between::links;
use crate::domain::confidence::Likelihood;
use crate::domain::decision::Desk;
use crate::domain::id::ObjectiveId;
use crate::domain::key_result::KeyResult;
use crate::domain::number::Number;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Difficulty, Importance, Judged, Note};
use crate::domain::score::Score;
use crate::domain::scoring::{Scoring, WorkDone};
use crate::method::check_ins::{Heard, Round, Rounds};
use crate::method::pattern;
use crate::method::step::{Signal, Step};
use crate::words::method::session::played as words;

/// Words that join two goals in one sentence.
const JOINS: [&str; 3] = [" and ", " & ", words::AS_WELL_AS];
/// Tenths up to which a number has hardly moved.
const FLAT: u8 = 2;
/// Tenths up to which a score lies far below it.
const FAR: u8 = 3;
/// How often the plan stood while confidence fell.
const RUNNING: usize = 3;

/// What is visible in a change, by the step it was made in.
pub(super) fn seen(player: &Player, before: &Desk<'_>, after: &Desk<'_>) -> Vec<Signal> {
    let (was, is) = (before.quarter, after.quarter);
    let signal = match player.step() {
        Step::Set5 => (is_reworded_again(player, was, is), Signal::WordingAgain),
        Step::Set6 => (joins_two_goals(was, is), Signal::AndInObjective),
        Step::Set9 => (is_defended(was, is), Signal::DraftDefended),
        Step::Set11 => (links_to_several(is), Signal::ManyLinks),
        Step::Set14 => (is.frame.fist != was.frame.fist && is.frame.fist.is_weak(), Signal::AllThrees),
        Step::Chk5 => (plan_stood_again(player, after), Signal::PlanStoodThreeTimes),
        Step::Mid1 | Step::Mid2 | Step::Mid3 => return of_mid_quarter(was, is),
        Step::Sco3 => return of_scores(before, after),
        Step::Ret3 => (forgets_opening(before, after), Signal::Hindsight),
        Step::Ret4 => (verdicts_follow_scores(is), Signal::VerdictsFollowScores),
        _ => return Vec::new(),
    };
    signal.0.then_some(signal.1).into_iter().collect()
}

/// The objectives whose sentence a change altered or added.
fn worded<'a>(was: &'a Quarter, is: &'a Quarter) -> impl Iterator<Item = &'a Objective> {
    let same = |one: &Objective| was.objective(&one.id).is_some_and(|before| before.title == one.title);
    is.live_objectives().filter(move |one| !same(one))
}

/// Objectives that were there before and read otherwise now.
pub(in crate::method::session) fn reworded(was: &Quarter, is: &Quarter) -> Vec<ObjectiveId> {
    let known = worded(was, is).filter(|one| was.objective(&one.id).is_some());
    known.map(|objective| objective.id.clone()).collect()
}

fn is_reworded_again(player: &Player, was: &Quarter, is: &Quarter) -> bool {
    reworded(was, is).iter().any(|id| player.reworded.get(id).is_some_and(|times| *times > 1))
}

/// The room has said of a draft that it could be reached and the problem still be there.
fn is_defended(was: &Quarter, is: &Quarter) -> bool {
    let still_work = |kr: &KeyResult| kr.refinement.still_have_problem == Some(true);
    let was_so = |kr: &KeyResult| was.key_result(&kr.id).is_some_and(|(_, before)| still_work(before));
    is.live_key_results().any(|(_, kr)| !kr.is_committed() && still_work(kr) && !was_so(kr))
}

fn joins_two_goals(was: &Quarter, is: &Quarter) -> bool {
    worded(was, is).any(|one| JOINS.iter().any(|join| one.title.to_lowercase().contains(join)))
}

fn links_to_several(is: &Quarter) -> bool {
    let names_several = |link: &str| links(link).count() > 1;
    is.live_objectives().any(|objective| objective.contributes_to.as_deref().is_some_and(names_several))
}

/// The plan stood at the last three check-ins, and at each the mean of the medians had fallen.
fn plan_stood_again(player: &Player, desk: &Desk<'_>) -> bool {
    let rounds = Rounds::at(desk);
    let Some(now) = player.round(desk) else { return false };
    let until_now: Vec<Round> =
        rounds.list().iter().copied().filter(|round| round.number <= now.number).collect();
    let last = until_now.iter().rev().take(RUNNING);
    let stood = last.filter(|round| stood(desk, &rounds, **round)).count() == RUNNING;
    let means: Vec<u32> = until_now.iter().filter_map(|round| mean(desk, &rounds, *round)).collect();
    let falls = means.windows(2).rev().take_while(|pair| pair[1] < pair[0]).count();
    stood && falls + 1 >= RUNNING
}

fn stood(desk: &Desk<'_>, rounds: &Rounds<'_>, round: Round) -> bool {
    let of_round =
        desk.quarter.standing_sittings().filter(|sitting| rounds.round_of(sitting.date) == Some(round));
    let mut decisions = of_round.filter_map(|sitting| sitting.decision.as_deref()).peekable();
    decisions.peek().is_some() && decisions.all(pattern::is_standing_plan)
}

/// The mean of a round's medians, in hundredths of a point.
fn mean(desk: &Desk<'_>, rounds: &Rounds<'_>, round: Round) -> Option<u32> {
    let heard = desk.quarter.live_key_results().map(|(_, kr)| rounds.heard(&kr.id, round));
    let medians: Vec<u32> =
        heard.filter_map(|heard: Heard| heard.median()).map(|median| u32::from(median.percent())).collect();
    let count = u32::try_from(medians.len()).ok()?;
    (medians.iter().sum::<u32>() * 100).checked_div(count)
}

fn of_mid_quarter(was: &Quarter, is: &Quarter) -> Vec<Signal> {
    let lowered =
        is.key_results().any(|(_, kr)| was.key_result(&kr.id).is_some_and(|(_, old)| is_lowered(old, kr)));
    let has_dropped = is.objectives.iter().any(|objective| objective.dropped.is_some());
    let swapped = has_dropped && is.objectives.iter().any(|one| was.objective(&one.id).is_none());
    let all = [(lowered, Signal::TargetLowered), (swapped, Signal::ObjectiveSwapped)];
    all.into_iter().filter_map(|(is_seen, signal)| is_seen.then_some(signal)).collect()
}

/// A committed target that came nearer to its baseline.
fn is_lowered(before: &KeyResult, after: &KeyResult) -> bool {
    let away = |measure: &crate::domain::measure::Measure| {
        let [baseline, target] = [measure.baseline?, measure.target?].map(Number::decimal);
        Some((target - baseline).abs())
    };
    let distances = away(&before.measure).zip(away(&after.measure));
    before.is_committed() && distances.is_some_and(|(before, after)| after < before)
}

fn of_scores(before: &Desk<'_>, after: &Desk<'_>) -> Vec<Signal> {
    let is_new = |scoring: &&Scoring| before.quarter.scorings.get(&scoring.key_result) != Some(*scoring);
    let mut found = Vec::new();
    for scoring in after.quarter.scorings.values().filter(is_new) {
        let Some((_, key_result)) = after.quarter.key_result(&scoring.key_result) else { continue };
        let proposed = after.proposed_score(key_result, scoring);
        let pair = scoring.score.zip(proposed);
        let is_up = |(score, proposed): (Score, Score)| score > proposed && score.is_moved_from(proposed);
        found.extend(pair.is_some_and(is_up).then_some(Signal::ScoreMovedUp));
        let is_flat = proposed.is_some_and(|proposed| proposed.tenths() <= FLAT);
        let is_done = scoring.work_done == Some(WorkDone::Yes);
        found.extend((is_done && is_flat).then_some(Signal::WorkDoneNumberFlat));
    }
    found
}

/// A verdict that reads as if the opening vote had been another: too easy though doubted, too hard though believed.
fn forgets_opening(before: &Desk<'_>, after: &Desk<'_>) -> bool {
    let rounds = Rounds::at(after);
    let is_new = |note: &&Note| !before.quarter.notes.contains(note);
    after.quarter.notes.iter().filter(is_new).any(|note| {
        let opening = note.key_result.as_ref().and_then(|id| rounds.opening(id).median());
        let was_called = |likelihood| opening.map(Likelihood::from) == Some(likelihood);
        match note.difficulty {
            Some(Difficulty::Easy) => was_called(Likelihood::Unlikely),
            Some(Difficulty::Hard) => was_called(Likelihood::Likely),
            Some(Difficulty::Right) | None => false,
        }
    })
}

/// Every objective is judged, and each verdict is what its score would say.
fn verdicts_follow_scores(is: &Quarter) -> bool {
    let follows = |objective: &Objective| {
        let verdict = is.verdict_on(&Judged::Objective(objective.id.clone()))?.importance?;
        let expected = match is.objective_score(objective)? {
            score if score >= Score::AIM => Importance::More,
            score if score.tenths() <= FAR => Importance::Less,
            _ => Importance::As,
        };
        Some((verdict == expected, verdict != Importance::As))
    };
    let all: Vec<Option<(bool, bool)>> = is.live_objectives().map(follows).collect();
    let is_told = all.len() > 1 && all.iter().all(|one| one.is_some_and(|(follows, _)| follows));
    is_told && all.iter().flatten().any(|(_, differs)| *differs)
}
