//! Scoring and calibration: the ground rule, one key result, the set as a whole, belief against outcome (SCO, RET-3).

use ratatui::text::{Line, Span};

use super::Scene;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::Judged;
use crate::domain::scoring::Outcome;
use crate::method::calibration::{self, Moment, Series, TALKED_THROUGH};
use crate::method::pattern::{self, Counts};
use crate::method::texts::{self, Empty, Line as Text};
use crate::tui::detail;
use crate::tui::widgets::scale::Scale;
use crate::words::anywhere;
use crate::words::boards as words;

/// The cells of a bar.
const BAR: usize = 20;

/// The notice, the sponsor's promise, and the scale with its mark.
pub(super) fn ground_rule(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let promise = scene.desk.quarter.frame.sponsor_promise.as_deref();
    let promise = promise.unwrap_or(texts::line(Text::NoSponsorPromise));
    let lines = scene.lines().text(texts::notice()).gap().field(words::THE_SPONSOR, Some(promise)).gap();
    if scene.look.is_in_words {
        return lines.text(words::SCALE_AND_AIM).done();
    }
    let mut scale = vec![Span::raw("0 ")];
    scale.extend(Scale::with_mark(None).line(scene.look, BAR).spans);
    scale.push(Span::raw(" 1"));
    lines.lines([Line::from(scale)]).quiet(words::SCALE_AND_AIM).done()
}

/// One key result: its way, the final reading, what the formula proposes, what was believed.
pub(super) fn scores(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some((_, key_result)) = scene.key_result() else {
        return super::empty(scene, Empty::Scores);
    };
    let quarter = scene.desk.quarter;
    let lines = scene.lines().title(&key_result.title).gap();
    let lines = lines.way(quarter, key_result).gap();
    let read = super::last_read(scene, key_result);
    let lines = lines.each(read, |lines, read| lines.quiet(&read)).lines(proposal(scene, false).done());
    let lines = revised(lines, scene, key_result);
    let outcome = Line::from(detail::outcome(scene.look, quarter.outcome(key_result), BAR));
    let record = quarter.scorings.get(&key_result.id);
    lines
        .gap()
        .lines([outcome])
        .field(anywhere::REASON, record.and_then(|record| record.reason.as_deref()))
        .field(anywhere::TELLS_US, record.and_then(|record| record.tells_us.as_deref()))
        .quiet(&detail::belief(&scene.desk, &key_result.id))
        .done()
}

/// How far the key result that is talked about came, the score the number proposes, left out where the question has it, and
/// whether it was read too late.
fn proposal<'a>(scene: &Scene<'a>, is_asked: bool) -> detail::Lines<'a> {
    let Some((_, key_result)) = scene.key_result() else { return scene.lines() };
    let progress = scene.desk.quarter.progress(key_result);
    let proposed = progress.proposed_score().filter(|_| !is_asked).map(words::the_number_says);
    let none = progress.proposed_score().is_none().then(|| words::NO_DATA_TO_PROPOSE_FROM.to_owned());
    let past = scene.desk.past_due(key_result, None);
    let lines = scene.lines().text(&progress.to_string());
    let lines = lines.each(proposed.or(none), |lines, says| lines.text(&says));
    lines.each(past, |lines, says| lines.attention(&says))
}

/// What the room scores by on the wall: how far it came, and what was believed.
pub(super) fn to_score<'a>(scene: &Scene<'a>) -> detail::Lines<'a> {
    let believed = scene.key_result_id().map(|id| detail::belief(&scene.desk, id));
    proposal(scene, true).each(believed, |lines, says| lines.quiet(&says))
}

/// What was revised since the commit and why, and how far it came by the last of it; scored is what was committed.
fn revised<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>, key_result: &KeyResult) -> detail::Lines<'a> {
    let Some(progress) = scene.desk.quarter.progress_as_revised(key_result) else { return lines };
    let (to, today) = (scene.look.glyphs.to, scene.desk.today);
    let lines = lines.each(key_result.changes(), |lines, (was, is)| {
        let movement = is.movement_since(was, to, today);
        lines.quiet(&words::since(is.date.short(today), &movement, &is.reason))
    });
    lines.quiet(&anywhere::by_the_last_revision(progress))
}

/// How many came out how, and the scores.
pub(super) fn counted<'a>(scene: &Scene<'a>) -> detail::Lines<'a> {
    let quarter = scene.desk.quarter;
    scene.lines().text(&Counts::of(quarter).line(", ")).ramp(quarter, BAR)
}

/// The scores as one neutral ramp, the pattern, what the room said, and our own last quarter beside it.
pub(super) fn pattern(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let quarter = scene.desk.quarter;
    let lines = scene.lines().ramp(quarter, BAR).gap().text(&Counts::of(quarter).line(", "));
    let last = scene.desk.workspace.previous(&quarter.key);
    let lines = match pattern::pattern_line(quarter, last) {
        Some(says) => lines.text(says),
        None => lines,
    };
    let lines = lines.field(anywhere::WE_SAID, quarter.frame.pattern.as_deref());
    lines.each(last.and_then(|last| before(scene, last)), |lines, says| lines.quiet(&says)).done()
}

/// The scores of our own last quarter, in the order of its set; none where it has none.
fn before(scene: &Scene<'_>, last: &Quarter) -> Option<String> {
    let cycle = scene.desk.workspace.cycles.get(&last.key.cycle)?;
    let scores = last.key_results().filter_map(|(_, key_result)| last.outcome(key_result).score());
    let scores: Vec<String> = scores.map(|score| score.to_string()).collect();
    let counts = Counts::of(last).line(", ");
    (!scores.is_empty()).then(|| words::scores_before(&cycle.label, scores.join("  "), counts))
}

/// Per key result what was believed and what came out, the largest gaps on top; Brier with n.
pub(super) fn calibration(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let desk = &scene.desk;
    let tracks = calibration::tracks_at(desk);
    let mut lines = scene.lines();
    if let Some((_, key_result)) = scene.key_result() {
        lines = belief(lines.title(&key_result.title), scene);
        lines = lines.field(anywhere::WE_SAID, said(scene, &key_result.id).as_deref()).gap();
    }
    let gaps = calibration::gaps(&tracks);
    lines = if gaps.is_empty() { lines } else { lines.quiet(words::THE_WIDEST_GAPS) };
    lines = lines.each(gaps, |lines, gap| {
        let name = desk.quarter.key_result(&gap.key_result).map_or("", |(_, found)| found.name());
        let says = words::believed_came_out_at(name, gap.confidence, gap.score);
        if gap.points >= TALKED_THROUGH { lines.title(&says) } else { lines.text(&says) }
    });
    let named = [
        (Moment::Opening, anywhere::OPENING),
        (Moment::Middle, anywhere::MIDDLE),
        (Moment::Last, anywhere::LAST),
    ];
    let named = named.into_iter().filter_map(|(at, word)| Some((word, calibration::series(&tracks, at)?)));
    lines
        .gap()
        .each(named, |lines, (word, series): (&str, Series)| {
            lines.field(&words::votes_and_brier(word), Some(&series.to_string()))
        })
        .done()
}

/// What was believed of the key result that is talked about, and what came out.
pub(super) fn belief<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>) -> detail::Lines<'a> {
    let Some((_, key_result)) = scene.key_result() else { return lines };
    let outcome = scene.desk.quarter.outcome(key_result);
    let came_out = || Line::from(detail::outcome(scene.look, outcome, BAR));
    let believed = detail::belief(&scene.desk, &key_result.id);
    // Without its bar the number alone would be said twice.
    let is_said =
        scene.look.is_in_words && outcome.score().is_some_and(|at| believed.ends_with(&at.to_string()));
    lines.text(&believed).lines((outcome != Outcome::Open && !is_said).then(came_out))
}

/// The verdict on a key result, and what tells us.
pub(super) fn said(scene: &Scene<'_>, id: &KeyResultId) -> Option<String> {
    scene.desk.quarter.verdict_on(&Judged::KeyResult(id.clone()))?.judgement()
}
