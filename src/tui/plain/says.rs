//! What is said of a step in plain lines: its questions, its board, what is still open, and what the time brings.

use ratatui::text::Line;

use super::prompt::say;
use super::{Refused, Scene};
use crate::method::lint::Coach;
use crate::method::session::topic::Topic;
use crate::method::session::undone::Undone;
use crate::method::session::{Cue, Player};
use crate::method::step::Steps;
use crate::settings::colours::{Depth, ThemeName};
use crate::store::problem::{Level, Problem};
use crate::tui::boards;
use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;
use crate::words::anywhere;
use crate::words::plain as words;

/// The cells of a line.
const WIDTH: usize = 78;

/// What was said last of a step.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) choices: Vec<String>,
    pub(super) board: Vec<String>,
    pub(super) topic: Option<Topic>,
}

/// A step from its beginning: which it is, and what is read aloud.
pub(super) fn step(scene: &Scene, player: &Player) -> Result<(), Refused> {
    let desk = scene.desk()?;
    let guide = player.guide(&desk);
    let minutes = player.clock().planned.as_secs().div_ceil(60);
    let place = (player.at() + 1, player.stages().len());
    let (title, id) = (guide.title, player.step());
    let step = if title.ends_with('?') {
        words::step_asks(place, title, minutes, id)
    } else {
        words::step(place, title, minutes, id)
    };
    let mut says = vec![String::new(), step];
    says.extend(guide.say.map(words::read_aloud));
    let above: Vec<String> = player.columns(&desk).into_iter().map(|(ask, _)| ask).collect();
    let asks = guide.asked(&[]).into_iter().filter(|ask| !above.contains(ask));
    says.extend(asks.map(|ask| words::ask(&ask)));
    says.push(words::hint(guide.hint));
    for line in &says {
        say(line);
    }
    Ok(())
}

/// What the board shows now, and what the step still asks for, a line each.
pub(super) fn board(scene: &Scene, player: &Player) -> Result<Vec<String>, Refused> {
    let desk = scene.desk()?;
    let look = look();
    let asked = Coach::at(&desk).all();
    let topics = player.topics(&desk);
    let place = topics.iter().position(|topic| Some(topic) == player.topic(&desk).as_ref());
    let mut says: Vec<String> = place.map(|at| anywhere::part_of(at + 1, topics.len())).into_iter().collect();
    let topic = player.topic(&desk);
    let guide = player.guide(&desk);
    let board = boards::Scene { look: &look, asked: &asked, player, desk, topic, chosen: None, width: WIDTH };
    says.extend(board.asked_of_it(&guide).into_iter().map(|ask| words::ask(&ask)));
    let answers = boards::answers(&board).into_iter().zip(board.asked_aloud(&guide));
    says.extend(answers.filter_map(|(answer, ask)| Some(words::answered(ask, answer?))));
    says.extend(boards::lines(player.board(), &board).iter().map(Line::to_string));
    says.extend(player.circle().map(|(circle, _)| words::circle(circle.says(), circle.minutes())));
    let open: Vec<String> = player.undone(&desk).into_iter().map(Undone::says).collect();
    says.push(if open.is_empty() {
        words::done(player.done(&desk))
    } else {
        words::still_open(open.join("; "))
    });
    says.retain(|line| !line.trim().is_empty());
    Ok(says)
}

/// What the board says whichever thing is talked about: once heard it need not be said of the next.
pub(super) fn of_all(scene: &Scene, player: &Player) -> Result<Vec<String>, Refused> {
    let (look, asked) = (look(), Vec::new());
    let desk = scene.desk()?;
    let scene =
        boards::Scene { look: &look, asked: &asked, player, desk, topic: None, chosen: None, width: WIDTH };
    Ok(boards::lines(player.board(), &scene).iter().map(Line::to_string).collect())
}

fn look() -> Look {
    Look { is_in_words: true, ..Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII) }
}

/// What was to be done alone before the meeting.
pub(super) fn before(scene: &Scene, player: &Player) -> Result<(), Refused> {
    let desk = scene.desk()?;
    let (look, asked) = (look(), Coach::at(&desk).all());
    let topic = player.topic(&desk);
    let board = boards::Scene { look: &look, asked: &asked, player, desk, topic, chosen: None, width: WIDTH };
    let lines = boards::before(&board).into_iter().map(|line| line.to_string());
    lines.filter(|line| !line.trim().is_empty()).for_each(|line| say(&line));
    Ok(())
}

/// What in the files cannot be read: it is missing from every board.
pub(super) fn damaged(problems: &[Problem]) {
    let mut damaged = problems.iter().filter(|problem| problem.level == Level::Error).peekable();
    if damaged.peek().is_some() {
        say(words::WHAT_CANNOT_BE_READ_IS_LEFT_OUT);
    }
    for problem in damaged {
        problem.to_string().lines().for_each(say);
    }
}

/// What is to be said now: a word about the time, a nudge.
pub(super) fn cues(scene: &Scene, cues: &[Cue]) {
    let steps = Steps::with(&scene.workspace.steps);
    for cue in cues {
        say(&format!("! {}", cue.says(steps)));
    }
}

/// The choice that begins 1-2-all or goes on with it.
pub(super) fn next_circle(player: &Player) -> &'static str {
    match player.circle() {
        None => words::CIRCLE_BEGINS,
        Some((circle, _)) if circle.next(player.people()).is_none() => words::CIRCLE_ENDS,
        Some(_) => words::CIRCLE_GOES_ON,
    }
}
