//! Looking back: writing, importance, the process, the choice, the close, the hand-over (RET, HND).

use ratatui::text::Line;

use super::Scene;
use crate::domain::frame::ListLine;
use crate::domain::objective::Objective;
use crate::domain::retrospective::{Judged, MOST_ACTIONS, Note, NoteKind};
use crate::domain::scoring::Outcome;
use crate::method::hand_over::{HandOver, Point};
use crate::method::session::offers;
use crate::method::session::topic::Topic;
use crate::method::texts::{self, Empty, Line as Text};
use crate::tui::detail::{Lines, how_it_ran, kind_word};
use crate::words::anywhere;
use crate::words::boards as words;

fn bullets<'a>(lines: Lines<'a>, scene: &Scene<'_>, kind: NoteKind) -> Lines<'a> {
    let dot = scene.look.glyphs.dot;
    let written = scene.desk.quarter.notes_of(kind).filter(|note| !note.text.is_empty());
    lines.each(written, |lines, note| lines.text(&format!("{dot} {}", note.text)))
}

/// The columns of the format in use, each with its notes; the parking lot.
pub(super) fn writing(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let columns = scene.player.columns(&scene.desk);
    let lines = scene.lines().each(columns.iter().zip(1..), |lines, ((ask, store), at)| {
        bullets(lines.title(&format!("{at}  {ask}")), scene, *store)
    });
    parked(lines.gap(), &scene.desk.quarter.frame.parking_lot).done()
}

fn parked<'a>(lines: Lines<'a>, lot: &[ListLine]) -> Lines<'a> {
    if lot.is_empty() {
        return lines;
    }
    lines.quiet(words::ON_THE_PARKING_LOT).each(offers::letters().zip(lot), |lines, (letter, line)| {
        lines.text(&format!("{letter}  {}", line.text))
    })
}

/// One objective: why it was chosen, and whether it mattered.
pub(super) fn importance(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some(objective) = scene.objective() else {
        return super::empty(scene, Empty::Importance);
    };
    let verdict = verdict(scene, objective);
    scene
        .lines()
        .title(&objective.title)
        .lines(why_now(scene).done())
        .gap()
        .field(words::IT_MATTERED, verdict.as_deref())
        .done()
}

/// Why the objective that is talked about was chosen.
pub(super) fn why_now<'a>(scene: &Scene<'a>) -> Lines<'a> {
    scene.lines().field(anywhere::WHY_NOW, scene.objective().and_then(|one| one.why_now.as_deref()))
}

/// Whether an objective mattered, and why.
pub(super) fn verdict(scene: &Scene<'_>, objective: &Objective) -> Option<String> {
    let said = scene.desk.quarter.verdict_on(&Judged::Objective(objective.id.clone()))?;
    let word = said.verdict_word()?;
    Some(if said.text.is_empty() { word } else { format!("{word}: {}", said.text) })
}

/// How the cycle ran, and what the room keeps or cuts.
pub(super) fn process(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let lines = how_it_ran(scene.lines(), &scene.desk).gap();
    bullets(lines, scene, NoteKind::Process).done()
}

/// The lessons, numbered, with their dots once all are shown.
pub(super) fn lessons<'a>(scene: &Scene<'a>) -> Lines<'a> {
    let dots = &scene.player.hidden().dots;
    let shown = dots.shown();
    let placed = |note: &Note| {
        let now = shown
            .as_ref()
            .map(|now| now.iter().find(|(id, _)| *id == note.id.as_str()).map_or(0, |(_, sum)| *sum));
        now.or(note.dots.filter(|_| dots.hands() == 0)).map(words::dots)
    };
    let lines = scene.lines().each(offers::lessons(&scene.desk).zip(1..), |lines, (note, at)| {
        lines.text(&format!("{at}  {}{}", note.text, placed(note).unwrap_or_default()))
    });
    let waits = words::have_placed_dots_hidden(dots.hands(), scene.player.people());
    if shown.is_none() && dots.hands() > 0 { lines.quiet(&waits) } else { lines }
}

/// The lessons with their dots, and the changes chosen among them: at most three.
pub(super) fn choose(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let chosen = scene.desk.quarter.notes_of(NoteKind::Action).count();
    let lines = match lessons(scene).done() {
        none if none.is_empty() => scene.lines().text(words::NO_LESSON_IS_WRITTEN),
        lessons => scene.lines().quiet(words::LESSONS).lines(lessons),
    };
    let lines = lines.gap().title(&words::changes_of_at_most(chosen, MOST_ACTIONS));
    lines
        .each(scene.desk.quarter.notes_of(NoteKind::Action), |lines, note| {
            let first = note.first_date.map(|day| day.short(scene.desk.today));
            let starts = [note.starts.clone(), first].into_iter().flatten().collect::<Vec<_>>().join(", ");
            lines
                .text(&note.text)
                .field(words::THEN_STARTS, Some(&starts))
                .field(words::SEEN_BY, note.seen_by.as_deref())
        })
        .done()
}

/// The objectives with their scores; of one that was dropped, that.
pub(super) fn scores<'a>(scene: &Scene<'a>) -> Lines<'a> {
    scene
        .lines()
        .each(&scene.desk.quarter.objectives, |lines, objective| lines.text(&came_out(scene, objective)))
}

fn came_out(scene: &Scene<'_>, objective: &Objective) -> String {
    let score = scene.desk.quarter.objective_score(objective).map(|score| score.to_string());
    let dropped = objective.dropped.as_ref().map(|_| Outcome::Dropped.word().to_owned());
    dropped.or(score).map_or_else(|| objective.title.clone(), |came| format!("{}  {came}", objective.title))
}

/// The set with its scores, what we are proud of, what stands in the way of the close; the score of each key result, thanks.
pub(super) fn close(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let quarter = scene.desk.quarter;
    let lines = bullets(scores(scene).gap(), scene, NoteKind::Proud).gap();
    if let Some(day) = quarter.frame.closed {
        return thanks(lines.title(&words::closed_on(day.long())).gap(), scene).done();
    }
    let stops = scene.desk.close_stops();
    let lines = lines.each(&stops, |lines, stop| lines.attention(&stop.to_string()));
    thanks(if stops.is_empty() { lines } else { lines.gap() }, scene).gap().quiet(texts::notice()).done()
}

/// How each key result came out, and thanks.
fn thanks<'a>(lines: Lines<'a>, scene: &Scene<'a>) -> Lines<'a> {
    lines.lines(super::counted(scene).done()).gap().text(texts::line(Text::Thanks))
}

/// The package, point by point under what they are; the one gone through now stands out.
pub(super) fn hand_over(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let package = HandOver::from(scene.desk.workspace, &scene.desk.quarter.key);
    let points = package.map(|package| package.points).unwrap_or_default();
    if points.is_empty() {
        return super::empty(scene, Empty::HandOver);
    }
    let glyphs = scene.look.glyphs;
    scene
        .lines()
        .each(points.chunk_by(|one, other| one.kind == other.kind), |lines, of_kind| {
            let is_here = |point: &Point| scene.topic == Some(Topic::Point(point.id.clone()));
            // Line by line nothing stands out: the one that is gone through now is said alone.
            let is_alone = scene.look.is_in_words && scene.topic.is_some();
            if is_alone && !of_kind.iter().any(is_here) {
                return lines;
            }
            let lines = lines.quiet(kind_word(of_kind[0].kind));
            lines.each(of_kind.iter().filter(|point| !is_alone || is_here(point)), |lines, point| {
                let topic = Topic::Point(point.id.clone());
                let is_here = is_here(point) && !is_alone;
                let cursor = if is_here { glyphs.cursor } else { " " };
                let tick = if scene.player.has_ticked(&topic) { glyphs.done } else { " " };
                let says = format!("{cursor} {tick} {}", point.text);
                if is_here { lines.title(&says) } else { lines.text(&says) }
            })
        })
        .done()
}
