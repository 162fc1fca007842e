//! Votes: hidden until the count-in ends, then the numbers in a row, low, median and high, and never a name (SET-13, CHK-3,
//! RET-1).

use ratatui::text::Line;

use super::Scene;
use crate::domain::fingers::Tone;
use crate::method;
use crate::method::check_ins::Rounds;
use crate::method::session::blind::Ballot;
use crate::method::step::Step;
use crate::method::texts::Empty;
use crate::tui::detail::Lines;
use crate::words::boards as words;

/// One key result with its trend and dependencies, and the vote on it.
pub(super) fn votes(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let Some((_, key_result)) = scene.key_result() else {
        return super::empty(scene, Empty::KeyResults);
    };
    let quarter = scene.desk.quarter;
    let vote = scene.player.ballot(&key_result.id);
    let is_shown = vote.is_some_and(|vote| vote.on_board().is_some());
    // What the room has just shown stands first, so that no screen is too low for it.
    let lines = if is_shown { ballot(scene.lines(), scene, vote).gap() } else { scene.lines() };
    let lines = lines.title(&key_result.title).gap().way(quarter, key_result).gap();
    let lines = outside_view(lines, scene).gap();
    let lines = if is_shown { lines } else { ballot(lines, scene, vote).gap() };
    let workspace = scene.desk.workspace;
    let open =
        key_result.dependencies.iter().map(|on| format!("{}: {}", workspace.name_of(&on.team), on.need));
    let lines = lines.each(open, |lines, says| lines.field(words::DEPENDS_ON, Some(&says)));
    medians(lines, scene).done()
}

/// How often such targets were reached before, where the opening vote is taken (SET-13).
fn outside_view<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let Some((_, key_result)) = scene.key_result().filter(|_| scene.player.step() == Step::Set13) else {
        return lines;
    };
    let desk = &scene.desk;
    let before =
        method::outside_view::lines(desk.workspace, &desk.quarter.key, key_result, scene.look.glyphs.to);
    lines.each(before, |lines, says| lines.quiet(&says))
}

/// The medians of the rounds so far; never the one that is being voted.
fn medians<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let Some(id) = scene.key_result_id() else { return lines };
    let desk = &scene.desk;
    let rounds = Rounds::at(desk);
    let now = scene.player.round(desk);
    let opening = rounds.opening(id).median().map(words::opening);
    let earlier = rounds.trend(id);
    let earlier = earlier.iter().filter(|heard| now.is_none_or(|now| heard.round.number < now.number));
    let said = earlier.filter_map(|heard| Some(heard.median()?.to_string()));
    let opening = opening.filter(|_| now.is_some());
    let all: Vec<String> = opening.into_iter().chain(said).collect();
    let arrow = format!(" {} ", scene.look.glyphs.to);
    lines.field(words::MEDIANS_SO_FAR, Some(&all.join(&arrow)))
}

fn ballot<'a>(lines: Lines<'a>, scene: &Scene<'_>, ballot: Option<&Ballot>) -> Lines<'a> {
    let Some((ballot, shown)) = ballot.and_then(|ballot| Some((ballot, ballot.on_board()?))) else {
        return lines.quiet(&hidden(scene, ballot));
    };
    if shown.is_empty() {
        return lines.text(words::EVERYBODY_PASSED);
    }
    let has_passed = ballot.shown().is_some_and(|now| now.is_empty());
    let lines = if has_passed { lines.text(words::FIRST_VOTE_HOLDS) } else { lines };
    let row: Vec<String> = shown.iter().map(u8::to_string).collect();
    let ends = shown.first().zip(shown.last()).zip(ballot.median());
    let lines = lines.title(&row.join("  "));
    match ends {
        Some(((low, high), median)) => lines.text(&words::low_median_high(low, median, high, high - low)),
        None => lines,
    }
}

/// The vote on the key result at hand, where there is one that was shown.
pub(super) fn shown<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    let shown = scene.key_result_id().and_then(|id| scene.player.ballot(id));
    match shown.filter(|shown| shown.standing().is_some()) {
        Some(shown) => ballot(lines, scene, Some(shown)),
        None => lines,
    }
}

/// How many are in, those who logged theirs alone counted; never what they said.
fn hidden(scene: &Scene<'_>, ballot: Option<&Ballot>) -> String {
    let people = scene.player.people();
    let hands = scene.player.hands(&scene.desk).unwrap_or(0);
    if ballot.is_some_and(Ballot::is_second) {
        return words::second_vote(hands, people);
    }
    match scene.key_result_id().map_or(0, |id| scene.player.alone(&scene.desk, id).len()) {
        0 => words::votes_in(hands, people),
        alone => words::votes_in_and_alone(hands, people, alone),
    }
}

/// How freely one can speak: the numbers in a row, once all are in.
pub(super) fn tone(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let tone = &scene.player.hidden().tone;
    let people = scene.player.people();
    match tone.shown() {
        None => scene.lines().quiet(&words::hands_in(tone.hands(), people)).done(),
        Some(shown) => {
            let row: Vec<String> = shown.iter().map(u8::to_string).collect();
            scene
                .lines()
                .title(&row.join("  "))
                .text(&words::median(tone_median(scene).unwrap_or_default()))
                .done()
        }
    }
}

/// The median of the vote on the key result that is talked about, once it is shown.
pub(super) fn median(scene: &Scene<'_>) -> Option<String> {
    let ballot = scene.player.ballot(scene.key_result_id()?)?;
    ballot.median().map(|median| median.to_string())
}

/// The median of how freely one can speak, once it is shown.
pub(super) fn tone_median(scene: &Scene<'_>) -> Option<String> {
    let tone = scene.player.hidden().tone.shown().and_then(Tone::new)?;
    tone.median().map(|median| median.to_string())
}
