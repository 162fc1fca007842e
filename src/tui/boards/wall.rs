//! What of a board stands on the wall while a session is shown large: no more than what the question speaks of.

use ratatui::text::Line;

use super::Scene;
use super::{choosing, closing, scoring, setting, talking, votes};
use crate::method::step::Board;

/// The lines below the question, the most important first; none where the question and what it is about say all.
pub fn lines(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let player = scene.player;
    match player.board() {
        Board::KickOff => choosing::spoken_of(scene),
        Board::Drafts if player.hidden().drafts.shown().is_none() => choosing::drafts(scene),
        Board::Drafts | Board::Group | Board::PreMortem => choosing::titles(scene).done(),
        Board::Dots if player.hidden().dots.shown().is_none() => {
            choosing::titles(scene).text(&choosing::placed(scene)).done()
        }
        Board::Dots => choosing::dots(scene),
        Board::Cut => choosing::ranking(scene).done(),
        Board::Dependencies => setting::numbered(scene).done(),
        Board::Votes => votes::shown(scene.lines(), scene).done(),
        Board::Exceptions => talking::noted(votes::shown(scene.lines(), scene), scene).done(),
        Board::Tone => votes::tone(scene),
        Board::Commit => setting::to_commit(scene).done(),
        Board::Recall => talking::recall(scene),
        Board::KeepChangeDrop => talking::stands(scene).done(),
        Board::GroundRule => scoring::ground_rule(scene),
        Board::Scores => scoring::to_score(scene).done(),
        Board::Pattern => scoring::counted(scene).done(),
        Board::Calibration => scoring::belief(scene.lines(), scene).done(),
        Board::Writing => closing::writing(scene),
        Board::Importance => closing::why_now(scene).done(),
        Board::Process => closing::process(scene),
        Board::Choose => closing::lessons(scene).done(),
        Board::Close => closing::scores(scene).done(),
        _ => Vec::new(),
    }
}
