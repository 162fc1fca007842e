//! Finding the objectives: kick-off, drafts, groups, dots, debate, cut (SET-1 to SET-6).

use ratatui::text::Line;

use super::Scene;
use crate::domain::decision::{FEW_OBJECTIVES, MOST_OBJECTIVES, Principle};
use crate::domain::objective::Objective;
use crate::domain::word::word;
use crate::method::hand_over::{HandOver, MOST_LESSONS, Point, PointKind, verdict};
use crate::method::session::topic::ranked;
use crate::method::texts::{self, Empty, Line as Text};
use crate::tui::detail::Lines;
use crate::words::anywhere;
use crate::words::boards as words;
use crate::words::counted;

/// The notice, the ground rules, the direction from above, what last quarter taught, the dates. The notice stands first until
/// it was read aloud.
pub(super) fn kick_off(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let is_read = scene.player.is_read();
    let lines = scene.lines().each((!is_read).then(texts::notice), Lines::text).gap();
    let lines = from_above(handed_over(lines, scene).gap(), scene).gap();
    let lines = lines.each(is_read.then(texts::notice), Lines::text).gap();
    let lines = lines.lines(principles(scene)).gap();
    super::dates(lines, scene, scene.desk.today).done()
}

/// What the team above wants, and what the sponsor promised.
fn from_above<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let promise = scene.desk.quarter.frame.sponsor_promise.as_deref();
    let promise = promise.unwrap_or(texts::line(Text::NoSponsorPromise));
    parents(lines, scene).gap().field(words::THE_SPONSOR, Some(promise))
}

fn parents<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let workspace = scene.desk.workspace;
    let parent = scene.desk.team().and_then(|team| team.parent.as_ref());
    let Some((above, _)) = parent.and_then(|parent| workspace.beside(parent, scene.desk.cycle)) else {
        return lines;
    };
    lines
        .quiet(&words::wants_to(workspace.team_name(&above.key.team)))
        .each(above.live_objectives(), |lines, objective| bullet(lines, scene, &objective.title))
}

fn bullet<'a>(lines: Lines<'a>, scene: &Scene<'_>, text: &str) -> Lines<'a> {
    lines.text(&format!("{} {text}", scene.look.glyphs.dot))
}

/// What last quarter hands over and was not ticked yet.
fn handed_over<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let Some(package) = HandOver::to(scene.desk.workspace, &scene.desk.quarter.key) else {
        return lines;
    };
    let shown = [
        (PointKind::Lesson, words::WHAT_LAST_QUARTER_TAUGHT, MOST_LESSONS),
        (PointKind::Action, words::WHAT_WE_SAID_WE_WOULD_CHANGE, MOST_LESSONS),
        (PointKind::WrongAssumption, words::WHAT_WE_HAD_ASSUMED_WRONGLY, MOST_LESSONS),
        (PointKind::KeyResult, words::KEY_RESULTS_STILL_OPEN, usize::MAX),
        (PointKind::Parked, words::PARKED_FOR_THIS_QUARTER, MOST_LESSONS),
    ];
    shown.into_iter().fold(lines, |lines, (kind, words, most)| {
        let waits = |point: &&Point| verdict(&scene.desk.quarter.frame, &point.id).is_none();
        let mut points = package.of_kind(kind).filter(waits).take(most).peekable();
        if points.peek().is_none() {
            return lines;
        }
        let lines = lines.quiet(words);
        if kind == PointKind::KeyResult {
            let names: Vec<&str> = points.map(|point| point.text.as_str()).collect();
            return bullet(lines, scene, &names.join(&format!(" {} ", scene.look.glyphs.dot)));
        }
        lines.each(points, |lines, point| bullet(lines, scene, &point.text))
    })
}

/// The five ground rules with their answers; the one that waits for its answer stands out, and is brought into sight once
/// the notice above them was read.
fn principles(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let glyphs = scene.look.glyphs;
    let frame = &scene.desk.quarter.frame;
    let open = open_principle(scene);
    scene
        .lines()
        .each(Principle::ALL, |lines, principle| {
            let says = format!("{} {}", glyphs.answer(principle.answer(frame)), principle.says());
            match open == Some(principle) {
                true if scene.player.is_read() => {
                    lines.signed_in(glyphs.cursor, principle.says(), scene.look.theme.heading)
                }
                true => lines.title(&says),
                false => lines.text(&says),
            }
        })
        .done()
}

/// The first ground rule that waits for its answer.
pub(super) fn open_principle(scene: &Scene<'_>) -> Option<Principle> {
    Principle::ALL.into_iter().find(|principle| principle.answer(&scene.desk.quarter.frame).is_none())
}

/// What the question that is read speaks of: the direction from above, what last quarter taught; of the last one the notice,
/// then the ground rule that waits for its answer, or all.
pub(super) fn spoken_of(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let here = scene.chosen_question().or_else(|| super::answered_now(scene)).unwrap_or(0);
    let is_last = here + 1 >= scene.asked_aloud(&scene.player.guide(&scene.desk)).len();
    match open_principle(scene) {
        _ if here == 0 && !is_last => from_above(scene.lines(), scene).done(),
        _ if !is_last => handed_over(scene.lines(), scene).done(),
        _ if !scene.player.is_read() => scene.lines().text(texts::notice()).done(),
        Some(open) => {
            scene.lines().signed_in(scene.look.glyphs.cursor, open.says(), scene.look.theme.heading).done()
        }
        None => principles(scene),
    }
}

/// How many drafts are in; not one of them is shown before all are.
pub(super) fn drafts(scene: &Scene<'_>) -> Vec<Line<'static>> {
    if scene.player.hidden().drafts.shown().is_some() {
        return group(scene);
    }
    waiting(scene.lines(), scene).done()
}

/// How many drafts are in.
fn waiting<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let (hands, people) = (scene.player.hidden().drafts.hands(), scene.player.people());
    lines.title(&words::have_sent_a_draft(hands, people)).quiet(words::HIDDEN_UNTIL_ALL_ARE_IN)
}

/// How many drafts are in where more come during the meeting, until they are shown.
fn latecomers<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let drafts = &scene.player.hidden().drafts;
    if drafts.hands() > 0 && drafts.shown().is_none() { waiting(lines.gap(), scene) } else { lines }
}

/// What stands where there is no objective to choose from.
fn none_yet(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let is_none = scene.desk.quarter.live_objectives().next().is_none();
    if is_none { empty(scene) } else { Vec::new() }
}

/// All objectives, numbered.
pub(super) fn titles<'a>(scene: &Scene<'a>) -> Lines<'a> {
    let numbered = scene.desk.quarter.live_objectives().zip(1..);
    let lines = scene.lines().lines(none_yet(scene));
    let lines =
        lines.each(numbered, |lines, (objective, at)| lines.text(&format!("{at}  {}", objective.title)));
    latecomers(lines, scene)
}

/// All objectives, numbered, with their line why now.
pub(super) fn group(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let numbered = scene.desk.quarter.live_objectives().zip(1..);
    let lines = scene.lines().lines(none_yet(scene)).each(numbered, |lines, (objective, at)| {
        let lines = lines.title(&format!("{at}  {}", objective.title));
        match &objective.why_now {
            Some(why) => lines.quiet(&format!("   {why}")),
            None => lines,
        }
    });
    latecomers(lines, scene).done()
}

/// How many have placed their dots.
pub(super) fn placed(scene: &Scene<'_>) -> String {
    words::have_placed_dots(scene.player.hidden().dots.hands(), scene.player.people())
}

/// Who has placed dots; the counters only when all are in.
pub(super) fn dots(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some(shown) = scene.player.hidden().dots.shown() else {
        return scene.lines().lines(group(scene)).gap().text(&placed(scene)).done();
    };
    let sum = |objective: &Objective| {
        shown.iter().find(|(id, _)| *id == objective.id.as_str()).map_or(0, |(_, sum)| *sum)
    };
    let mut all: Vec<(u32, &Objective)> =
        scene.desk.quarter.live_objectives().map(|objective| (sum(objective), objective)).collect();
    all.sort_by_key(|(sum, _)| std::cmp::Reverse(*sum));
    scene
        .lines()
        .each(all, |lines, (sum, objective)| {
            let lines = lines.title(&format!("{sum:>3}  {}", objective.title));
            if scene.look.is_in_words {
                return lines;
            }
            let dots = scene.look.glyphs.point.repeat(usize::try_from(sum).unwrap_or(0).min(40));
            lines.quiet(&format!("     {dots}"))
        })
        .done()
}

/// One objective, large, with its origin, its dots and the two arguments.
pub(super) fn debate(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some(objective) = scene.objective() else { return empty(scene) };
    let dots = objective.dots.map(|dots| dots.to_string());
    scene
        .lines()
        .title(&objective.title)
        .gap()
        .field(anywhere::WHY_NOW, objective.why_now.as_deref())
        .field(anywhere::ORIGIN, objective.origin.as_ref().map(word).as_deref())
        .field(words::DOTS_LABEL, dots.as_deref())
        .field(words::FOR, objective.argument_for.as_deref())
        .field(words::AGAINST, objective.argument_against.as_deref())
        .done()
}

/// The ranked list with the line at three and the wall at five.
pub(super) fn ranking<'a>(scene: &Scene<'a>) -> Lines<'a> {
    let cells = if scene.look.is_in_words { 0 } else { 6 };
    let rule = |words: &str| format!("{} {words}", scene.look.glyphs.rule.repeat(cells)).trim().to_owned();
    scene.lines().each(ranked(scene.desk.quarter).into_iter().zip(1..), |lines, (objective, at)| {
        let dots = objective.dots.map(|dots| format!("  {}", counted::DOTS.of(dots))).unwrap_or_default();
        let lines = lines.title(&format!("{at}  {}{dots}", objective.title));
        match at {
            FEW_OBJECTIVES => lines.quiet(&rule(words::WHAT_WOULD_YOU_DROP)),
            MOST_OBJECTIVES => lines.quiet(&rule(words::A_SIXTH_CANNOT_BE_COMMITTED)),
            _ => lines,
        }
    })
}

/// The ranked list; the not-now list; last quarter's recall.
pub(super) fn cut(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let lines = ranking(scene);
    let not_now = &scene.desk.quarter.frame.not_now;
    let lines =
        lines.gap().quiet(if not_now.is_empty() { words::NOT_NOW_NOTHING_YET } else { words::NOT_NOW });
    lines.each(not_now, |lines, line| bullet(lines, scene, &line.text)).done()
}

fn empty(scene: &Scene<'_>) -> Vec<Line<'static>> {
    super::empty(scene, Empty::Objectives)
}
