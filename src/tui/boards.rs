//! The boards: what stands on the shared screen during a step. Each is a function of the scene, and one row here.
//!
//! A board shows what the files and the player say. What the room can answer is said by the player's offers, so that the
//! screens and the plain prompts ask for the same.

mod choosing;
mod closing;
mod scoring;
mod setting;
mod talking;
mod votes;
mod wall;

use ratatui::text::Line;

use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::score::Score;
use crate::method::agenda;
use crate::method::commit;
use crate::method::lint::Placed;
use crate::method::session::Player;
use crate::method::session::offers::Ask;
use crate::method::session::topic::Topic;
use crate::method::step::{Board, Guide, Step, Steps};
use crate::method::texts::{self, Empty};

use super::detail::Lines;
use super::look::Look;
use super::room;
use super::state::State;
use crate::words::anywhere;
pub use wall::lines as on_the_wall;

/// The most days a board shows.
const MOST_DATES: usize = 4;

/// Everything a board may look at.
pub struct Scene<'a> {
    /// How it looks.
    pub look: &'a Look,
    /// What the coach asks of the quarter.
    pub asked: &'a [Placed],
    /// The session.
    pub player: &'a Player,
    /// The quarter it is about.
    pub desk: Desk<'a>,
    /// What is talked about now.
    pub topic: Option<Topic>,
    /// The place of what Tab chose among what is read aloud; none while that is read which waits for its answer.
    pub chosen: Option<usize>,
    /// The cells of a line.
    pub width: usize,
}

impl<'a> Scene<'a> {
    /// The scene of a session as the screens show it.
    pub fn of(state: &'a State, player: &'a Player, desk: Desk<'a>, width: usize) -> Self {
        let (look, asked) = (&state.look, state.asked.as_deref().unwrap_or_default());
        let chosen = state.room.as_ref().and_then(|room| room.asked);
        Self { look, asked, player, topic: player.topic(&desk), chosen, desk, width }
    }

    /// How much is said before the first question.
    pub fn said_first(&self) -> usize {
        usize::from(self.player.guide(&self.desk).say.is_some())
    }

    /// The place of the question that Tab chose, among those of the step.
    pub fn chosen_question(&self) -> Option<usize> {
        self.chosen?.checked_sub(self.said_first())
    }

    /// Lines of its width.
    pub fn lines(&self) -> Lines<'a> {
        Lines::on(self.look, self.desk.today, self.width)
    }

    fn key_result_id(&self) -> Option<&KeyResultId> {
        self.topic.as_ref().and_then(Topic::key_result)
    }

    fn key_result(&self) -> Option<(&'a Objective, &'a KeyResult)> {
        self.desk.quarter.key_result(self.key_result_id()?)
    }

    fn objective_id(&self) -> Option<&ObjectiveId> {
        match self.topic.as_ref()? {
            Topic::Objective(id) | Topic::Assumption(id, _) => Some(id),
            Topic::KeyResult(_) | Topic::Point(_) => None,
        }
    }

    fn objective(&self) -> Option<&'a Objective> {
        self.desk.quarter.objective(self.objective_id()?)
    }

    /// What the formula proposes for the key result that is talked about.
    pub fn proposed_score(&self) -> Option<Score> {
        let (_, key_result) = self.key_result()?;
        self.desk.quarter.progress(key_result).proposed_score()
    }

    /// The questions of the step, those that wait for a value filled with that of what is talked about; those of the format
    /// where the room writes in another than the usual one (RET-2).
    pub fn asked_aloud(&self, guide: &Guide<'_>) -> Vec<String> {
        if let Some(asks) = self.player.asks_of_format() {
            return asks;
        }
        let score = self.proposed_score().map(|score| score.to_string());
        guide.asked(score.as_deref().map(|score| ("score", score)).as_slice())
    }

    /// Those of them that are of what is talked about and of nothing else.
    pub fn asked_of_it(&self, guide: &Guide<'_>) -> Vec<String> {
        let always = guide.asked(&[]);
        let all = self.asked_aloud(guide).into_iter();
        all.filter(|ask| !always.contains(ask) && !self.has_column_of(ask)).collect()
    }

    /// Whether a question stands on the board, above its column (RET-2): there is no need to say it twice.
    pub fn has_column_of(&self, ask: &str) -> bool {
        self.player.columns(&self.desk).iter().any(|(above, _)| above == ask)
    }

    /// The score the room gave, else what the formula proposes.
    fn score(&self) -> Option<Score> {
        let record = self.desk.closing_record(self.key_result_id()?);
        record.score.or_else(|| self.proposed_score())
    }
}

/// What an empty place says on a board.
fn empty(scene: &Scene<'_>, place: Empty) -> Vec<Line<'static>> {
    let text = texts::empty(place);
    scene.lines().text(&text.what).quiet(&text.why).done()
}

/// What comes next from a day on, with its days.
fn dates<'a>(lines: Lines<'a>, scene: &Scene<'_>, from: Day) -> Lines<'a> {
    let today = scene.desk.today;
    let coming = agenda::events(&scene.desk).into_iter().filter(|event| event.day >= from).take(MOST_DATES);
    lines.each(coming, |lines, event| lines.quiet(&format!("{}  {}", event.day.short(today), event.title)))
}

/// How many key results came out how, and their scores.
fn counted<'a>(scene: &Scene<'a>) -> Lines<'a> {
    scoring::counted(scene)
}

/// The vote on the key result at hand, where there is one that was shown.
fn voted<'a>(lines: Lines<'a>, scene: &Scene<'_>) -> Lines<'a> {
    votes::shown(lines, scene)
}

/// What was answered to the questions that are read aloud, in their order, where they are answered one by one; `None` for
/// one that waits.
pub fn answers(scene: &Scene<'_>) -> Vec<Option<String>> {
    match scene.player.board() {
        Board::Refine => setting::refined(scene),
        Board::Alignment => setting::aligned(scene),
        _ => Vec::new(),
    }
}

/// The place of the question that is answered now, among those of the step; none where nothing is answered to one of them.
pub fn answered_now(scene: &Scene<'_>) -> Option<usize> {
    let tone = &scene.player.hidden().tone;
    match scene.player.board() {
        // The last one goes with the notice and the ground rules.
        Board::KickOff => {
            let is_asked = !scene.player.is_read() || choosing::open_principle(scene).is_some();
            is_asked.then_some(())?;
            scene.asked_aloud(&scene.player.guide(&scene.desk)).len().checked_sub(1)
        }
        Board::Tone => (tone.hands() > 0 || tone.shown().is_some()).then_some(0),
        _ => {
            let answers = answers(scene);
            let waits = answers.iter().position(Option::is_none).unwrap_or(answers.len());
            (!answers.is_empty()).then_some(waits)
        }
    }
}

/// What was to be done alone before the meeting, each with its board.
pub fn before(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let steps = Steps::with(&scene.desk.workspace.steps);
    let alone = scene.player.kind().before().iter().filter(|step| **step != Step::Set10);
    let all = scene.lines().each(alone, |all, step| {
        let guide = steps.guide(*step);
        all.title(guide.title).quiet(guide.done).lines(lines(guide.show, scene)).gap()
    });
    all.done()
}

/// What the room has said to what is asked now, where it is one line.
pub fn said(scene: &Scene<'_>) -> Option<String> {
    match scene.player.board() {
        Board::Decide => scene.player.decision(&scene.desk).map(ToOwned::to_owned),
        Board::Assumptions => talking::said_of_assumption(scene),
        Board::KeepChangeDrop => scene.objective().and_then(talking::mid_verdict),
        Board::Pattern => scene.desk.quarter.frame.pattern.clone(),
        Board::Calibration => scoring::said(scene, scene.key_result_id()?),
        Board::Importance => closing::verdict(scene, scene.objective()?),
        _ => None,
    }
}

/// The one number a board is about, once it is known.
pub fn number(scene: &Scene<'_>) -> Option<String> {
    match scene.player.board() {
        Board::Votes | Board::Exceptions => votes::median(scene),
        Board::Tone => votes::tone_median(scene),
        Board::Scores => scene.score().map(|score| score.to_string()),
        _ => None,
    }
}

/// What a key result read last and on which day, as a reading may be two months old; none where nobody has read it.
fn last_read(scene: &Scene<'_>, key_result: &KeyResult) -> Option<String> {
    let last = scene.desk.quarter.last_reading(&key_result.id)?;
    let value = key_result.committed_measure().shown(last.value);
    Some(anywhere::on(value, last.date.short(scene.desk.today)))
}

/// The board of the session that is open, beside a form of it.
pub fn aside(state: &State, ask: &Ask, width: usize) -> Vec<Line<'static>> {
    let (Some(room), Ok(desk)) = (&state.room, state.desk()) else { return Vec::new() };
    let mut scene = Scene::of(state, &room.player, desk, width);
    scene.topic = ask.about().or(scene.topic);
    let first = match ask {
        Ask::NotNow(_) | Ask::Cut => ask.sheet(&room.player, &scene.desk).first,
        _ => Vec::new(),
    };
    let lines = scene.lines().lines(beside(ask, state, &scene));
    lines.each(first, |lines, line| lines.gap().text(&line)).done()
}

fn beside(ask: &Ask, state: &State, scene: &Scene<'_>) -> Vec<Line<'static>> {
    match ask {
        Ask::People
        | Ask::Declare(_)
        | Ask::Minutes
        | Ask::Park
        | Ask::Skip
        | Ask::Field(_)
        | Ask::Extend
        | Ask::Promise
        | Ask::Draft => Vec::new(),
        Ask::Close => scene.lines().stops(&scene.desk.close_stops()).done(),
        Ask::Commit => scene.lines().stops(&commit::stops(&scene.desk)).done(),
        Ask::Talk => setting::numbered(scene).done(),
        // The debate shows one objective large: the numbers that are asked for stand in the form.
        Ask::Merge if scene.player.step() == Step::Set5 => choosing::ranking(scene).done(),
        _ if room::is_large(state) => on_the_wall(scene),
        _ => lines(scene.player.board(), scene),
    }
}

macro_rules! boards {
    ($($name:ident $module:ident :: $draw:ident),+ $(,)?) => {
        /// What a board shows.
        pub fn lines(board: Board, scene: &Scene<'_>) -> Vec<Line<'static>> {
            match board { $(Board::$name => $module::$draw(scene)),+ }
        }
    };
}

boards! {
    KickOff choosing::kick_off,
    Drafts choosing::drafts,
    Group choosing::group,
    Dots choosing::dots,
    Debate choosing::debate,
    Cut choosing::cut,
    Workbench setting::workbench,
    Baselines setting::baselines,
    Refine setting::refine,
    Dependencies setting::dependencies,
    Alignment setting::alignment,
    PreMortem setting::pre_mortem,
    Votes votes::votes,
    Commit setting::commit,
    Readings talking::readings,
    Recall talking::recall,
    Exceptions talking::exceptions,
    Decide talking::decide,
    Assumptions talking::assumptions,
    KeepChangeDrop talking::keep_change_drop,
    Revisions talking::revisions,
    GroundRule scoring::ground_rule,
    Scores scoring::scores,
    Pattern scoring::pattern,
    Tone votes::tone,
    Writing closing::writing,
    Calibration scoring::calibration,
    Importance closing::importance,
    Process closing::process,
    Choose closing::choose,
    Close closing::close,
    HandOver closing::hand_over,
}
