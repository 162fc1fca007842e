//! Check-ins and mid-quarter: readings, recall, exceptions, the decision; assumptions, keep, change or drop (CHK, MID).

use ratatui::text::Line;

use super::Scene;
use crate::domain::confidence::Confidence;
use crate::domain::decision::AskedOf;
use crate::domain::frame::Dropped;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::{Assumption, MidVerdict, Objective};
use crate::domain::quarter::Quarter;
use crate::domain::word::word;
use crate::method::calibration::{self, Track};
use crate::method::check_ins::{Heard, Rounds};
use crate::method::lint::history::guardrail_of;
use crate::method::session::topic::Topic;
use crate::method::step::Step;
use crate::method::texts::Empty;
use crate::report::list::between::standing;
use crate::tui::detail;
use crate::words::anywhere;
use crate::words::boards as words;
use crate::words::counted::PERSON_MINUTES;
use crate::words::detail as detail_words;

/// One line a key result: what it reads, or that nobody has read it yet.
pub(super) fn readings(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let quarter = scene.desk.quarter;
    let committed = quarter.live_key_results().filter(|(_, key_result)| key_result.is_committed());
    scene
        .lines()
        .each(committed, |lines, (_, key_result)| {
            let read = super::last_read(scene, key_result);
            lines
                .text(key_result.name())
                .quiet(&format!("  {}", read.as_deref().unwrap_or(words::NO_READING_YET)))
        })
        .done()
}

/// Nothing until the room has tried to name its objectives; then the set.
pub(super) fn recall(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let all = scene.desk.quarter.live_objectives().count();
    let Some(recalled) = scene.player.talk().recalled else {
        return scene.lines().quiet(words::SHOWN_WHEN_NAMED).done();
    };
    let lines = scene.lines().text(&words::named_of(recalled, all)).gap();
    lines.each(scene.desk.quarter.live_objectives(), |lines, objective| lines.title(&objective.title)).done()
}

/// The key result that is talked about: its notes, its dependencies, its guardrail.
pub(super) fn exceptions(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some((_, key_result)) = scene.key_result() else {
        return scene.lines().text(words::NOTHING_STANDS_OUT).done();
    };
    let lines = scene.lines().title(&key_result.title).gap();
    let lines = noted(lines.way(scene.desk.quarter, key_result).gap(), scene);
    super::voted(lines.gap(), scene).done()
}

/// What was said of the key result that is talked about, what was agreed last, what blocks, its dependencies and its guardrail.
pub(super) fn noted<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>) -> detail::Lines<'a> {
    let Some((_, key_result)) = scene.key_result() else { return lines };
    let desk = &scene.desk;
    let rounds = Rounds::at(desk);
    let heard = scene.player.round(desk).map(|round| rounds.heard(&key_result.id, round));
    let mut lines = agreed_last(said(lines, scene), scene, Some(&key_result.id)).gap();
    if let Some(Heard { changed, blocked, .. }) = &heard {
        let noted = scene.player.talk().notes.get(&key_result.id);
        let changed = changed.iter().filter(|text| Some(*text) != noted);
        lines = lines.each(changed, |lines, text| lines.field(words::CHANGED, Some(text)));
        lines = lines.each(blocked, |lines, text| lines.attention(&anywhere::blocked(text)));
    }
    lines = lines.each(&key_result.dependencies, |lines, on| {
        let stands = standing(&desk.workspace.asked(desk.quarter, key_result, on));
        lines.field(
            words::DEPENDS_ON,
            Some(&format!("{}: {}, {stands}", desk.workspace.name_of(&on.team), on.need)),
        )
    });
    if let Some(guardrail) = &key_result.guardrail {
        let trend = rounds.trend(&key_result.id);
        let now = trend.iter().rev().find_map(|heard| heard.guardrail);
        lines = lines.field(anywhere::GUARDRAIL, Some(&detail::guardrail_words(guardrail, now)));
        let about = AskedOf::KeyResult(key_result.id.clone());
        let asked = scene.asked.iter().filter(|placed| placed.is_about(&about)).map(|placed| &placed.finding);
        lines = lines.each(guardrail_of(asked), |lines, asks| lines.attention(asks.question()));
    }
    lines
}

/// What was noted on the key result at hand and what is done about it until the next check-in.
fn said<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>) -> detail::Lines<'a> {
    let talk = scene.player.talk();
    let id = scene.key_result_id();
    let lines = lines.field(words::NOTED, id.and_then(|id| talk.notes.get(id)).map(String::as_str));
    let here = talk.actions.iter().filter(|action| action.key_result.as_ref() == id);
    lines.each(here, |lines, action| lines.field(words::UNTIL_THEN, Some(&action.shown(scene.desk.today))))
}

/// What was agreed at a check-in before this one.
fn agreed_last<'a>(
    lines: detail::Lines<'a>,
    scene: &Scene<'_>,
    about: Option<&KeyResultId>,
) -> detail::Lines<'a> {
    let all = scene.desk.quarter.agreed_before(scene.player.date(), about);
    let today = scene.desk.today;
    if about.is_some() || all.is_empty() {
        return lines.each(all, |lines, action| lines.field(words::AGREED_LAST, Some(&action.shown(today))));
    }
    let name = |id: &KeyResultId| scene.desk.quarter.key_result(id).map(|(_, found)| found.name());
    lines.quiet(words::AGREED_LAST).each(all, |lines, action| {
        let of = action.key_result.as_ref().and_then(name).map(|name| format!("{name}: "));
        lines.text(&format!("{} {}{}", scene.look.glyphs.dot, of.unwrap_or_default(), action.shown(today)))
    })
}

/// What was agreed on, and what the session has cost.
pub(super) fn decide(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let name = |id: &KeyResultId| scene.desk.quarter.key_result(id).map_or("", |(_, found)| found.name());
    let lines = scene.lines().each(&scene.player.talk().actions, |lines, action| {
        let about = action.key_result.as_ref().map(name).unwrap_or_default();
        lines.text(about).quiet(&format!("  {}", action.shown(scene.desk.today)))
    });
    let lines =
        agreed_last(lines.gap(), scene, None).gap().field(words::DECIDED, scene.player.decision(&scene.desk));
    lines.text(&words::this_session_so_far(PERSON_MINUTES.of(scene.player.cost().0))).done()
}

/// Every assumption with what was said of it; the one talked about stands out. At mid-quarter with what was believed at the
/// start and is believed now.
pub(super) fn assumptions(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let objectives = &scene.desk.quarter.objectives;
    let (desk, is_looking_back) = (&scene.desk, scene.player.step() == Step::Mid1);
    let tracks = if is_looking_back { calibration::tracks_at(desk) } else { Vec::new() };
    let empty = match objectives.iter().all(|objective| objective.assumptions.is_empty()) {
        true if tracks.is_empty() => return super::empty(scene, Empty::Assumptions),
        true => super::empty(scene, Empty::Assumptions),
        false => Vec::new(),
    };
    // Line by line nothing stands out: the one that is talked about is said alone.
    let is_said = |objective: &Objective, assumption: &Assumption| {
        !scene.look.is_in_words || scene.topic.is_none() || is_talked_about(scene, objective, assumption)
    };
    scene
        .lines()
        .lines(empty)
        .each(objectives, |lines, objective| {
            let said: Vec<&Assumption> =
                objective.assumptions.iter().filter(|assumption| is_said(objective, assumption)).collect();
            let believed = believed(scene, objective, &tracks);
            if said.is_empty() && believed.is_empty() && scene.look.is_in_words {
                return lines;
            }
            let lines = lines.quiet(&objective.title);
            let lines =
                lines.each(said, |lines, assumption| with_assumption(lines, scene, (objective, assumption)));
            lines.each(believed, |lines, says| lines.text(&says))
        })
        .done()
}

fn is_talked_about(scene: &Scene<'_>, objective: &Objective, assumption: &Assumption) -> bool {
    scene.topic == Some(Topic::Assumption(objective.id.clone(), assumption.id.clone()))
}

/// An assumption and what was said of it; of the one that is talked about, in words, also how it would be noticed.
fn with_assumption<'a>(
    lines: detail::Lines<'a>,
    scene: &Scene<'_>,
    (objective, assumption): (&Objective, &Assumption),
) -> detail::Lines<'a> {
    let (glyphs, theme) = (scene.look.glyphs, &scene.look.theme);
    let is_here = is_talked_about(scene, objective, assumption);
    let (sign, style) = match is_here {
        true if scene.look.is_in_words => (" ", theme.text),
        true => (glyphs.cursor, theme.heading),
        false => (" ", theme.text),
    };
    let mut lines = lines.signed_in(sign, &assumption.text, style);
    if is_here && scene.look.is_in_words {
        lines = lines.field(detail_words::NOTICED_BY, assumption.noticed_by.as_deref());
    }
    match verdict(scene, objective, assumption) {
        Some(verdict) => lines.quiet(&format!("    {} {verdict}", glyphs.to)),
        None => lines,
    }
}

/// Per key result of an objective what the room believed as it opened, and what it believes now (MID-1).
fn believed(scene: &Scene<'_>, objective: &Objective, tracks: &[Track]) -> Vec<String> {
    let of_it = objective.live_key_results().filter_map(|key_result| {
        let track = tracks.iter().find(|track| track.key_result == key_result.id)?;
        track.opening.or(track.last)?;
        let show = |median: Option<Confidence>| median.map_or_else(|| "?".to_owned(), |it| it.to_string());
        let (opening, now) = (show(track.opening), show(track.last));
        let name = key_result.name();
        Some(format!("  {}", words::opening_and_now(name, opening, scene.look.glyphs.to, now)))
    });
    of_it.collect()
}

/// What was said of the assumption that is talked about.
pub(super) fn said_of_assumption(scene: &Scene<'_>) -> Option<String> {
    let objective = scene.objective()?;
    let Some(Topic::Assumption(_, id)) = &scene.topic else { return None };
    let assumption = objective.assumptions.iter().find(|assumption| assumption.id == *id)?;
    verdict(scene, objective, assumption)
}

/// What the step has said of an assumption: at mid-quarter how it stands, in the retrospective how it came out.
fn verdict(scene: &Scene<'_>, objective: &Objective, assumption: &Assumption) -> Option<String> {
    if scene.player.step() == Step::Mid1 {
        return assumption.state.as_ref().map(word);
    }
    scene.desk.quarter.verdict_on_assumption(objective, assumption)?.verdict_word()
}

/// One objective with its key results: what we believed, where it stands, what was said of it.
pub(super) fn keep_change_drop(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some(objective) = scene.objective() else {
        return super::empty(scene, Empty::Objectives);
    };
    let lines =
        scene.lines().title(&objective.title).field(anywhere::WHY_NOW, objective.why_now.as_deref()).gap();
    let lines = lines.each(objective.live_key_results().zip(1..), |lines, (key_result, at)| {
        let progress = scene.desk.quarter.progress(key_result);
        let movement = key_result.committed_measure().movement(scene.look.glyphs.to);
        let belief = detail::belief(&scene.desk, &key_result.id);
        lines
            .text(&format!("{at}  {}", key_result.name()))
            .quiet(&format!("   {movement}  {progress}"))
            .quiet(&format!("   {belief}"))
            .each(revised(scene, key_result), |lines, says| lines.text(&format!("   {says}")))
    });
    lines.gap().field(anywhere::WE_SAID, mid_verdict(objective).as_deref()).done()
}

/// How far each key result of the objective that is talked about has come.
pub(super) fn stands<'a>(scene: &Scene<'a>) -> detail::Lines<'a> {
    let all = scene.objective().into_iter().flat_map(Objective::live_key_results).zip(1..);
    scene.lines().each(all, |lines, (key_result, at)| {
        lines.text(&format!("{at}  {}  {}", key_result.name(), scene.desk.quarter.progress(key_result)))
    })
}

/// Keep, change or drop, and why.
pub(super) fn mid_verdict(objective: &Objective) -> Option<String> {
    objective.mid_quarter.as_ref().map(MidVerdict::says)
}

/// What a key result is since it was revised, and why.
fn revised(scene: &Scene<'_>, key_result: &KeyResult) -> Option<String> {
    let (was, is) = key_result.changes().last()?;
    let movement = is.movement_since(was, scene.look.glyphs.to, scene.desk.today);
    Some(words::since(is.date.short(scene.desk.today), &movement, &is.reason))
}

/// What was dropped and why: the objectives, and of those that stand the key results.
fn dropped(quarter: &Quarter) -> impl Iterator<Item = (&str, &Dropped)> {
    quarter.objectives.iter().flat_map(|objective| {
        let whole = objective.dropped.as_ref().map(|dropped| (objective.title.as_str(), dropped));
        let of = if whole.is_some() { &[][..] } else { &objective.key_results };
        whole.into_iter().chain(of.iter().filter_map(|one| Some((one.name(), one.dropped.as_ref()?))))
    })
}

/// Old and new text of what was changed, what was dropped, and who hears of it.
pub(super) fn revisions(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let (arrow, today) = (scene.look.glyphs.to, scene.desk.today);
    let mut lines = scene.lines();
    for (old, new) in scene.desk.quarter.objectives.iter().flat_map(Objective::rewordings) {
        lines = lines.title(&new.title).quiet(&words::was(&old.title)).quiet(&format!(
            "  {}: {}",
            new.date.short(today),
            new.reason
        ));
    }
    for (_, key_result) in scene.desk.quarter.key_results() {
        for pair in key_result.revisions.windows(2) {
            let [old, new] = pair else { continue };
            lines = lines
                .title(key_result.name())
                .quiet(&words::was(old.measure.movement(arrow)))
                .text(&words::is(new.measure.movement(arrow)))
                .quiet(&format!("  {}: {}", new.date.short(today), new.reason));
        }
    }
    for (title, dropped) in dropped(scene.desk.quarter) {
        lines = lines.title(title).quiet(&anywhere::dropped_on(dropped.date.short(today), &dropped.reason));
    }
    let quarter = scene.desk.quarter;
    let lines = if quarter.has_changed() { lines } else { lines.quiet(words::NOTHING_WAS_CHANGED) };
    let said = &quarter.frame.mid_quarter;
    lines
        .gap()
        .field(words::WHO_MUST_HEAR_IT, said.told.as_deref())
        .field(words::FREED_TIME_GOES_TO, said.freed.as_deref())
        .done()
}
