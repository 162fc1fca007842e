//! The situations the screens are looked at in, and somebody who presses keys in them. Saving is done in memory.

use std::path::Path;
use std::sync::OnceLock;

use quarterdeck::domain::day::Day;
use quarterdeck::domain::quarter::{Quarter, QuarterKey};
use quarterdeck::domain::way::Way;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::settings::colours::{Depth, ThemeName};
use quarterdeck::settings::keys;
use quarterdeck::store::Store;
use quarterdeck::store::save::Saved;
use quarterdeck::tui::glyphs::Glyphs;
use quarterdeck::tui::look::Look;
use quarterdeck::tui::message::{Effect, Message};
use quarterdeck::tui::state::State;
use quarterdeck::tui::view::{Drawn, view};
use quarterdeck::tui::{global, update};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

/// Where in a team's life the screens are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scene {
    /// No workspace yet (J1).
    FirstRun,
    /// A team and its coming quarter, with nothing in it.
    Begun,
    /// The next quarter is being set, with what the last one hands over.
    Setting,
    /// Mid-quarter.
    CheckIns,
    /// The last week.
    Scoring,
    /// All is scored.
    Retro,
    /// A quarter that is over.
    Closed,
    /// Five objectives, long names, foreign letters, and text that tries to act on the terminal.
    Full,
}

impl Scene {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::FirstRun,
        Self::Begun,
        Self::Setting,
        Self::CheckIns,
        Self::Scoring,
        Self::Retro,
        Self::Closed,
        Self::Full,
    ];

    /// Begins a scene on its own screen.
    pub fn begin(self) -> Player {
        static BEGUN: OnceLock<Vec<(Scene, Player)>> = OnceLock::new();
        let begun = BEGUN.get_or_init(|| Self::ALL.map(|scene| (scene, scene.made())).into());
        begun.iter().find(|(scene, _)| *scene == self).unwrap().1.clone()
    }

    fn made(self) -> Player {
        let (cycle, day, screen) = match self {
            Self::FirstRun => return Player::without_workspace(),
            Self::Begun => return Player::begun(),
            Self::Setting => ("2027-q2", "2027-03-12", ScreenName::Setting),
            Self::CheckIns | Self::Full => ("2027-q1", "2027-02-11", ScreenName::CheckIns),
            Self::Scoring => ("2027-q1", "2027-03-26", ScreenName::Scoring),
            Self::Retro => ("2027-q1", "2027-03-29", ScreenName::Retrospective),
            Self::Closed => ("2026-q4", "2027-02-11", ScreenName::Retrospective),
        };
        let mut player = Player::sample(cycle, day);
        match self {
            Self::Retro => player.score_and_note(),
            Self::Full => fill(&mut player.state),
            _ => {}
        }
        player.on(screen)
    }
}

fn day(text: &str) -> Day {
    Day::parse(text, Day::new(2027, 1, 1).unwrap()).unwrap()
}

/// Somebody in front of the screens.
#[derive(Debug, Clone)]
pub struct Player {
    /// What is on the screens.
    pub state: State,
}

impl Player {
    /// Sits down at a quarter of a workspace on a day.
    pub fn of(workspace: Workspace, place: Option<QuarterKey>, today: &str) -> Self {
        let mut state = State::new(workspace, place, day(today), Look::default());
        global::welcome(&mut state);
        Self { state }.at(80, 24)
    }

    fn without_workspace() -> Self {
        Self::of(Workspace::default(), None, "2026-12-10")
    }

    fn begun() -> Self {
        Self::without_workspace().press("cPayments<enter>Ada, Lin<ctrl-s>")
    }

    fn sample(cycle: &str, today: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
        let (_, loaded) = Store::open(&folder).unwrap();
        let key: QuarterKey = format!("payments/{cycle}").parse().unwrap();
        Self::of(loaded.workspace, Some(key), today)
    }

    /// Takes the proposed score of every key result, as somebody would who agrees with the formula, and writes a lesson.
    fn score_and_note(&mut self) {
        let rows = quarterdeck::tui::screens::entries(&self.clone().on(ScreenName::Scoring).state).len();
        let scored = self.clone().on(ScreenName::Scoring).press("gg").press(&"aj".repeat(rows));
        let lesson = "ggnRead the logs in week two, not in week eight<enter>";
        *self = scored.on(ScreenName::Retrospective).press(lesson);
        self.state.status = None;
        self.state.saved_at = None;
        self.state.turns.clear();
        self.state.lists.clear();
    }

    /// Gives the terminal a size.
    #[must_use]
    pub fn at(mut self, width: u16, height: u16) -> Self {
        self.state.size = Size::new(width, height);
        self
    }

    /// Goes to a screen.
    #[must_use]
    pub fn on(mut self, screen: ScreenName) -> Self {
        self.state.screen = screen;
        update::ask(&mut self.state);
        self
    }

    /// Looks through a terminal that shows only ASCII.
    #[must_use]
    pub fn in_ascii(mut self) -> Self {
        self.state.look = Look::new(ThemeName::Terminal, Depth::Ansi, &Glyphs::ASCII);
        self
    }

    /// Presses keys, written as in `"jj<enter>0.7<tab>"`; what they save stands at once.
    #[must_use]
    pub fn press(mut self, typed: &str) -> Self {
        for chord in keys::typed(typed).unwrap() {
            let effects = update::update(&mut self.state, Message::Key(chord));
            self.carry_out(effects);
        }
        self
    }

    /// Carries out what a message asked for, as far as it needs no terminal and no folder.
    pub fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let message = match effect {
                Effect::Save(save) => {
                    self.state.turns = vec![Way::Back];
                    let (merged, written) = (Vec::new(), Vec::new());
                    let saved = Saved { merged, written, is_noted: true, step: Some(1) };
                    Message::Saved(save, saved, Some("14:02".to_owned()))
                }
                Effect::Begin(change, place) => {
                    let mut workspace = Workspace::default();
                    workspace.apply(&change);
                    Message::Begun(workspace, place, None)
                }
                Effect::Open(session) => Message::Recalled(Some(session)),
                Effect::Recall => Message::Recalled(None),
                _ => continue,
            };
            let effects = update::update(&mut self.state, message);
            self.carry_out(effects);
        }
    }

    /// Draws the screen, and says where the cursor is and what can be clicked.
    pub fn draw(&self) -> (Buffer, Drawn) {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, self.state.size)));
        let drawn = view(&self.state, buffer.area, &mut buffer);
        quarterdeck::tui::theme::settle(&mut buffer, self.state.look.depth);
        (buffer, drawn)
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        super::print::text(&self.draw().0)
    }
}

/// Words as one reads them, wherever the lines of the screen break.
fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The screen as one reads it.
pub fn one_line(player: &Player) -> String {
    on_one_line(&player.text())
}

/// The middle of a quarter, a day before its third check-in.
pub fn check_ins() -> Player {
    Scene::CheckIns.begin()
}

/// Asserts that words stand on the screen, wherever its lines break.
#[track_caller]
pub fn has(player: &Player, words: &str) {
    assert!(one_line(player).contains(&on_one_line(words)), "no {words:?} in\n{}", player.text());
}

/// Asserts that words do not stand on the screen, wherever its lines break.
#[track_caller]
pub fn lacks(player: &Player, words: &str) {
    assert!(!one_line(player).contains(&on_one_line(words)), "{words:?} in\n{}", player.text());
}

/// Text that is long, foreign, and would act on a terminal if it were sent there as it stands.
const LOUD: &str = "決済は誰も考えないもの 👩‍👩‍👧 \u{1b}[2J\u{1b}]0;taken\u{7} \u{202e}backwards\u{202c} e\u{301}e\u{301} and \
                    so on until no line of any screen can hold it, which is what a person in a hurry may well paste";

/// Makes everything long: the names of team and objectives, five of which stand in the set, and what people wrote.
fn fill(state: &mut State) {
    let key = state.place.clone().unwrap();
    let team = state.workspace.teams.get_mut(&key.team).unwrap();
    team.name = format!("Payments, refunds and everything that touches money {LOUD}");
    let quarter = state.workspace.quarters.get_mut(&key).unwrap();
    let mut fifth = quarter.objectives[0].clone();
    fifth.id = "fifth".parse().unwrap();
    fifth.key_results.clear();
    quarter.objectives.push(fifth);
    for objective in &mut quarter.objectives {
        objective.title = format!("{} {LOUD}", objective.title);
        for key_result in &mut objective.key_results {
            key_result.title = format!("{} {LOUD}", key_result.title);
            key_result.contact = Some(LOUD.to_owned());
            key_result.measure.metric = Some(format!("{} {LOUD}", key_result.name()));
        }
        for assumption in &mut objective.assumptions {
            assumption.text = format!("{} {LOUD}", assumption.text);
        }
    }
    fill_check_ins(quarter);
}

fn fill_check_ins(quarter: &mut Quarter) {
    for sitting in quarter.sittings.iter_mut() {
        for said in &mut sitting.check_ins {
            said.changed = Some(LOUD.to_owned());
            said.blocked = Some(LOUD.to_owned());
        }
    }
}
