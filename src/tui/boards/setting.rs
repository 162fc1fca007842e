//! Making the set one the team stands behind: workbench, baselines, refine, dependencies, alignment, pre-mortem, commit
//! (SET-7 to SET-14).

use ratatui::text::Line;

use super::Scene;
use crate::domain::change::Force;
use crate::domain::decision::{AskedOf, Desk, Question};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::word::word;
use crate::method::budget::{Budget, EffortPlan, Shape};
use crate::method::commit;
use crate::method::session::offers;
use crate::method::step::Steps;
use crate::method::texts::{self, Empty, fill};
use crate::report::list::between::standing;
use crate::tui::detail;
use crate::words::anywhere;
use crate::words::boards as words;
use crate::words::counted;

/// Every key result with its lights, to be written in pairs.
pub(super) fn workbench(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let quarter = scene.desk.quarter;
    if quarter.live_key_results().next().is_none() {
        return super::empty(scene, Empty::KeyResults);
    }
    let arrow = scene.look.glyphs.to;
    scene
        .lines()
        .each(quarter.live_key_results(), |lines, (_, key_result)| {
            lines.text(key_result.name()).quiet(&format!("  {}", key_result.measure.movement(arrow)))
        })
        .done()
}

/// The baselines still to be fetched, with the days left.
pub(super) fn baselines(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let open: Vec<&KeyResult> = scene
        .desk
        .quarter
        .live_key_results()
        .map(|(_, key_result)| key_result)
        .filter(|key_result| key_result.is_to_find_out() || key_result.measure.baseline.is_none())
        .collect();
    if open.is_empty() {
        return scene.lines().text(words::EVERY_BASELINE_IS_THERE).done();
    }
    let left = scene.desk.cycle.first.days_since(scene.desk.today);
    let days = counted::DAYS.of(left.abs());
    let title = match left {
        1.. => words::open_and_days_left(open.len(), days),
        0 => words::open_and_begins_today(open.len()),
        ..0 => words::open_and_begun(open.len(), days),
    };
    let lines = scene.lines().title(&title).gap();
    lines
        .each(open, |lines, key_result| {
            let who = key_result.contact.as_deref().unwrap_or(words::NOBODY_ASKS_YET);
            let name = key_result.name();
            let by = key_result.find_out_by.map(|day| day.short(scene.desk.today));
            lines.text(
                &by.map_or_else(|| words::asked_of(name, who), |day| words::asked_of_by(name, who, day)),
            )
        })
        .done()
}

/// The answers of the room to the four questions of SET-9.
pub(super) fn refined(scene: &Scene<'_>) -> Vec<Option<String>> {
    let Some((_, key_result)) = scene.key_result() else { return Vec::new() };
    let word =
        |answer: Option<bool>| answer.map(|yes| if yes { anywhere::YES } else { words::NO }.to_owned());
    Question::answers(key_result).map(word).to_vec()
}

/// The answers to the two alignment tests of SET-11.
pub(super) fn aligned(scene: &Scene<'_>) -> Vec<Option<String>> {
    let said = &scene.desk.quarter.frame.alignment;
    [said.ours, said.above].iter().map(|nearer| nearer.as_ref().map(word)).collect()
}

/// One key result: its wording, its way, what the coach asks, what was waived with which reason, its lights.
pub(super) fn refine(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some((objective, key_result)) = scene.key_result() else {
        return super::empty(scene, Empty::KeyResults);
    };
    let lines = scene.lines().quiet(&objective.title).title(&key_result.title);
    let lines = match &key_result.first_wording {
        Some(first) => lines.quiet(&anywhere::first(first)),
        None => lines,
    };
    let lines = lines.gap().way(scene.desk.quarter, key_result).gap();
    let about = AskedOf::KeyResult(key_result.id.clone());
    let asked = scene.asked.iter().filter(|placed| placed.is_about(&about)).map(|placed| &placed.finding);
    let open = asked.filter(|finding| finding.waived.is_none());
    let lines = lines.each(open, |lines, finding| {
        let says = format!("{}  {}", finding.rule.id(), finding.rule.question());
        lines.by_level(finding, &says).quiet(&finding.why())
    });
    lines.waived(&key_result.waivers).gap().lights(key_result).done()
}

/// The key results, numbered as the blanks of a session ask for them.
pub(super) fn numbered<'a>(scene: &Scene<'a>) -> detail::Lines<'a> {
    let all = scene.desk.quarter.live_key_results().zip(1..);
    scene
        .lines()
        .each(all, |lines, ((_, key_result), at)| lines.text(&format!("{at:>2}  {}", key_result.name())))
}

/// The map: every dependency with its letter, its key result, team and state; then the key results, numbered.
pub(super) fn dependencies(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let lettered: Vec<_> = offers::letters().zip(offers::dependencies(&scene.desk)).collect();
    let (glyphs, today) = (scene.look.glyphs, scene.desk.today);
    let lines = if lettered.is_empty() {
        // Its why is what is read aloud.
        scene.lines().text(&texts::empty(Empty::Dependencies).what)
    } else {
        scene.lines().each(lettered, |lines, (letter, (key_result, on))| {
            let by = on.by.map_or(words::NO_DATE.to_owned(), |day| anywhere::by(day.short(today)));
            let asker = on.asker.as_deref().map_or(words::NOBODY_ASKS_YET.to_owned(), words::asks);
            let stands = standing(&scene.desk.workspace.asked(scene.desk.quarter, key_result, on));
            let says = format!(
                "{letter}  {} {} {}: {}",
                key_result.name(),
                glyphs.to,
                scene.desk.workspace.name_of(&on.team),
                on.need
            );
            lines.text(&says).quiet(&format!("   {stands}, {by}, {asker}"))
        })
    };
    lines.gap().lines(numbered(scene).done()).done()
}

/// What each objective contributes to, and the two tests.
pub(super) fn alignment(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let said = &scene.desk.quarter.frame.alignment;
    let lines = scene.lines().each(scene.desk.quarter.live_objectives(), |lines, objective| {
        let is_here = scene.objective_id() == Some(&objective.id);
        let sign = if is_here { scene.look.glyphs.cursor } else { " " };
        let says = format!("{sign} {}", objective.title);
        let lines = if is_here { lines.title(&says) } else { lines.text(&says) };
        contribution(scene, lines, objective)
    });
    let lines = lines.gap();
    match (said.is_nominal(), &said.reason) {
        (false, _) => lines.done(),
        (true, Some(reason)) => {
            lines.attention(&fill(texts::line(texts::Line::NominalKept), &[("reason", reason)])).done()
        }
        (true, None) => lines.attention(texts::line(texts::Line::Nominal)).done(),
    }
}

fn contribution<'a>(scene: &Scene<'_>, lines: detail::Lines<'a>, objective: &Objective) -> detail::Lines<'a> {
    let Some(to) = &objective.contributes_to else {
        return lines.quiet(&format!("  {}", words::CONTRIBUTES_TO_NOTHING_ABOVE));
    };
    lines
        .quiet(&format!("  {} {to}", scene.look.glyphs.to))
        .field(words::THEN_HOW, objective.contribution.as_deref())
        .field(words::THEN_WEIGHED, objective.alternative.as_deref())
        .each(&objective.negotiations, |lines, asked| lines.text(&format!("  {asked}")))
}

/// The growing list of reasons, and what each objective takes for granted.
pub(super) fn pre_mortem(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let dot = scene.look.glyphs.dot;
    let lines = scene.lines().quiet(words::WHY_NOTHING_MOVED);
    let lines = lines.each(&scene.desk.quarter.frame.pre_mortem, |lines, line| {
        lines.text(&format!("{dot} {}", line.text))
    });
    lines
        .gap()
        .each(scene.desk.quarter.live_objectives().zip(1..), |lines, (objective, at)| {
            let assumed = &objective.assumptions;
            let lines = lines.title(&format!("{at}  {}", objective.title));
            if assumed.is_empty() {
                return lines.attention(words::NO_ASSUMPTION_YET);
            }
            lines.each(assumed, |lines, assumption| lines.text(&format!("{dot} {}", assumption.text)))
        })
        .done()
}

/// What the quarter will cost against its limit.
fn effort_plan<'a>(lines: detail::Lines<'a>, desk: &Desk<'_>) -> detail::Lines<'a> {
    let shape = Shape::within(desk.workspace, desk.quarter, desk.cycle);
    let plan = EffortPlan::of(shape, Steps::with(&desk.workspace.steps));
    let limit = Budget::within(desk.workspace, desk.cycle);
    lines.field(words::EFFORT_PLAN, Some(&limit.against(plan.total())))
}

/// The fist to five, once it was shown.
fn fist<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>) -> detail::Lines<'a> {
    let fist = scene.player.hidden().fist.shown();
    let shown = fist.map(|fist| fist.iter().map(u8::to_string).collect::<Vec<_>>().join(" "));
    lines.field(words::FIST_TO_FIVE, shown.as_deref())
}

/// The whole set on one page, with the questions that were waived.
fn set<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>) -> detail::Lines<'a> {
    let arrow = scene.look.glyphs.to;
    let lines = lines.each(scene.desk.quarter.live_objectives(), |lines, objective| {
        let lines = lines.title(&objective.title).waived(&objective.waivers);
        lines.each(objective.live_key_results(), |lines, key_result| {
            let way = key_result.measure.movement(arrow);
            lines.text(&format!("  {}  {way}", key_result.name())).waived(&key_result.waivers)
        })
    });
    lines.waived(&scene.desk.quarter.frame.waivers)
}

/// What stands in the way of the commit.
fn stops<'a>(lines: detail::Lines<'a>, scene: &Scene<'_>) -> detail::Lines<'a> {
    let (theme, cross) = (&scene.look.theme, scene.look.glyphs.cross);
    lines.each(&commit::stops(&scene.desk), |lines, stop| match stop.force {
        Force::Hard => lines.signed_in(cross, &stop.to_string(), theme.attention),
        Force::AsksReason => lines.signed_in("?", &stop.to_string(), theme.text),
    })
}

/// What the room stands behind: the fist to five, then the set and what stands in its way.
pub(super) fn to_commit<'a>(scene: &Scene<'a>) -> detail::Lines<'a> {
    stops(set(fist(scene.lines(), scene), scene), scene)
}

/// The fist to five once it was shown, the whole set on one page, what stands in the way, the days that come, the effort plan.
pub(super) fn commit(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let lines = set(fist(scene.lines(), scene).gap(), scene);
    let lines = stops(lines.gap(), scene).gap();
    let committed = scene.desk.quarter.frame.committed;
    let lines = lines.each(committed, |lines, day| lines.text(&words::committed_on(day.long()))).gap();
    let begins = scene.desk.cycle.first.max(scene.desk.today);
    let lines = effort_plan(super::dates(lines, scene, begins), &scene.desk);
    if committed.is_some() { lines.done() } else { lines.gap().quiet(texts::notice()).done() }
}
