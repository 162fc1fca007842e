//! The room: a session played on the shared screen, step by step. The player knows the method; this knows keys.
//!
//! What the room says goes through [`Player::act`]: a change is saved first, and only then does the session go on. The
//! record of the session is kept after every act and every second, so that one that was cut off goes on at the same step
//! and second. At the desk the session stays open and its clock runs on.

mod view;

use std::time::Duration;

use super::actions::{self, Action, Enabled, Row};
use super::forms::{self, Subject};
use super::global::{self, GlobalAction};
use super::keys::Chord;
use super::look::Look;
use super::menu::{self, Choice, Menu};
use super::message::{Effect, Play, Save, Then};
use super::state::{State, Tone};
use super::theme::ThemeName;
use crate::domain::change::{Change, Refusal};
use crate::domain::decision::Desk;
use crate::method::session::clock::TimeCue;
use crate::method::session::offers::{Ask, Offer, What, offers};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Begin, Cue, Played, Player, due};
use crate::method::step::{SessionKind, Steps};

pub use view::{can_scroll, draw, under_way};

/// How long a count-in lasts (SET-13): 3, 2, 1, show.
const COUNT_IN: Duration = Duration::from_secs(3);

/// A session on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// The session itself.
    pub player: Player,
    /// Whether it is on the screen; else the desk is, and the clock runs on.
    pub is_shown: bool,
    /// What was said last: a word about the time, a nudge.
    pub cue: Option<Cue>,
    /// The question that is read aloud now, counted from 0.
    pub asked: usize,
    /// What is left of a count-in that runs.
    pub count_in: Option<Duration>,
    /// The usual look, while it is shown large and with what is private hidden.
    pub presents: Option<Look>,
    /// Whether the whole board is shown all the same, on this screen only.
    pub is_revealed: bool,
    /// The key that was pressed last.
    pub pressed: String,
    /// Whether the board shows what was to be done before the meeting.
    pub is_before: bool,
    /// The first line of the board that is shown.
    pub scroll: u16,
}

impl Room {
    /// Opens a session on the screen.
    #[must_use]
    pub fn new(player: Player) -> Self {
        Self {
            player,
            is_shown: true,
            cue: None,
            asked: 0,
            count_in: None,
            presents: None,
            is_revealed: false,
            pressed: String::new(),
            is_before: false,
            scroll: 0,
        }
    }

    /// When the screen has to be looked at again: at the next whole second while a clock or a count-in runs, else never.
    #[must_use]
    pub fn wakes_in(&self) -> Option<Duration> {
        let counted = self
            .count_in
            .map(|left| left.subsec_nanos())
            .map(|nanos| if nanos == 0 { 1_000_000_000 } else { nanos });
        let second = 1_000_000_000 - self.player.clock().spent.subsec_nanos();
        let nanos = counted.or(self.player.is_running().then_some(second))?;
        Some(Duration::from_nanos(u64::from(nanos)))
    }

    fn hear(&mut self, cues: Vec<Cue>) {
        self.cue = cues.into_iter().next_back().or(self.cue.take());
    }
}

/// What can be done in a session, whatever its step; what the step itself takes are the player's offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomAction {
    /// The next thing to talk about, and after the last the next step.
    GoOn,
    /// The thing before, and before the first the step before.
    GoBack,
    /// The next step at once.
    NextStep,
    /// Starts or stops the clock.
    Clock,
    /// The next question, to be read aloud.
    Question,
    /// More time, by the Roman vote.
    Extend,
    /// A line for the parking lot.
    Park,
    /// Leaves a step out, for a reason.
    Skip,
    /// How many are in the room.
    Attendance,
    /// How long it took.
    Minutes,
    /// Somebody else facilitates and drives.
    Turn,
    /// Closes the session where it stands.
    Close,
    /// Shows it large, with what is private hidden.
    Present,
    /// What was to be done before the meeting.
    Before,
    /// The whole board, while it is shown large.
    Reveal,
    /// Further down on the board.
    Down,
    /// Further up on the board.
    Up,
    /// To the desk; the session waits.
    Leave,
}

const fn row(
    id: &'static str,
    (title, label): (&'static str, &'static str),
    help: &'static str,
    keys: &'static [&'static str],
    (rank, action): (u8, RoomAction),
) -> Row<RoomAction> {
    Row { id, title, label, help, aliases: &["session", "room", "meeting"], keys, rank, action }
}

/// The rows.
pub const ACTIONS: &[Row<RoomAction>] = &[
    row(
        "room.go_on",
        ("Go on", "go on"),
        "Goes on to what is talked about next, then to the next step.",
        &["enter", "space", "pgdn", "right"],
        (1, RoomAction::GoOn),
    ),
    row(
        "room.clock",
        ("Start or pause the clock", "clock"),
        "Starts the clock of the step, or stops it.",
        &["t"],
        (2, RoomAction::Clock),
    ),
    row(
        "room.close",
        ("Close the session", "close"),
        "Closes the session where it stands and writes its effort.",
        &["C"],
        (3, RoomAction::Close),
    ),
    row(
        "room.extend",
        ("Extend", "extend"),
        "Gives two minutes more, then one, when more thumbs are up than down.",
        &["x"],
        (4, RoomAction::Extend),
    ),
    row(
        "room.go_back",
        ("Go back", "back"),
        "Goes back to what was talked about before, then to the step before.",
        &["left", "pgup", "backspace"],
        (5, RoomAction::GoBack),
    ),
    row(
        "room.leave",
        ("To the desk", "desk"),
        "Goes to the desk; the session stays open and its clock runs on.",
        &["esc", "q"],
        (6, RoomAction::Leave),
    ),
    row(
        "room.park",
        ("Park a line", "park"),
        "Puts a line on the parking lot, for the retrospective.",
        &["p"],
        (7, RoomAction::Park),
    ),
    row(
        "room.present",
        ("Presenter mode", "present"),
        "Shows one question large and hides what is private.",
        &["P"],
        (8, RoomAction::Present),
    ),
    row(
        "room.reveal",
        ("Show the whole board", ""),
        "Shows the whole board in presenter mode, on this screen only.",
        &["."],
        (0, RoomAction::Reveal),
    ),
    row(
        "room.question",
        ("Next question", ""),
        "Marks the next question to be read aloud.",
        &["tab"],
        (0, RoomAction::Question),
    ),
    row(
        "room.next_step",
        ("Next step", ""),
        "Goes on to the next step at once.",
        &["N"],
        (0, RoomAction::NextStep),
    ),
    row(
        "room.skip",
        ("Skip the step", ""),
        "Leaves the step out, with a reason that is kept.",
        &["S"],
        (0, RoomAction::Skip),
    ),
    row(
        "room.attendance",
        ("How many are here", ""),
        "Says how many are in the room; the effort counts them.",
        &["a"],
        (0, RoomAction::Attendance),
    ),
    row(
        "room.minutes",
        ("How long it took", ""),
        "Says how many minutes the session took, where the clock did not run along.",
        &["M"],
        (0, RoomAction::Minutes),
    ),
    row(
        "room.turn",
        ("Whose turn it is", ""),
        "Lets the next person facilitate and drive.",
        &["T"],
        (0, RoomAction::Turn),
    ),
    row(
        "room.before",
        ("Before the meeting", ""),
        "Shows what was to be done alone before the meeting, or the board again.",
        &["B"],
        (0, RoomAction::Before),
    ),
    row("room.down", ("Further down", ""), "Shows more of the board.", &["j", "down"], (0, RoomAction::Down)),
    row("room.up", ("Further up", ""), "Shows the board from further up.", &["k", "up"], (0, RoomAction::Up)),
];

/// What can be done everywhere and in a session too.
#[must_use]
pub fn global_rows() -> Vec<Row<Action>> {
    let is_here = |action| {
        matches!(
            action,
            GlobalAction::Help
                | GlobalAction::Palette
                | GlobalAction::Undo
                | GlobalAction::Redo
                | GlobalAction::Reload
                | GlobalAction::Repaint
                | GlobalAction::Suspend
        )
    };
    let rows = actions::joined(global::ACTIONS, Action::Global);
    rows.into_iter().filter(|row| matches!(row.action, Action::Global(action) if is_here(action))).collect()
}

/// Tells whether an action can be done now.
///
/// # Errors
/// Why not.
pub fn enabled(state: &State, action: RoomAction) -> Enabled {
    let Some(room) = state.room.as_ref().filter(|room| room.is_shown) else {
        return Err("No session is played: S begins one.".to_owned());
    };
    let player = &room.player;
    match action {
        RoomAction::GoBack if player.at() == 0 && is_first_topic(state, room) => {
            Err("This is the first step.".to_owned())
        }
        RoomAction::GoOn | RoomAction::NextStep if is_at_the_end(state, room, action) => {
            Err("This was the last step; C closes the session.".to_owned())
        }
        RoomAction::Close if player.session_minutes() == 0 => {
            Err("The clock never ran; M says how long it took.".to_owned())
        }
        RoomAction::Extend if !player.is_running() => Err("The clock does not run; t starts it.".to_owned()),
        RoomAction::Question if state.desk().map_or(0, |desk| player.guide(&desk).aloud().count()) < 2 => {
            Err("There is no other question.".to_owned())
        }
        RoomAction::Before if player.kind().before().is_empty() => {
            Err("Nothing was to be done before this meeting.".to_owned())
        }
        RoomAction::Reveal if room.presents.is_none() => Err("Only in presenter mode: P.".to_owned()),
        RoomAction::Down if view::can_scroll(state) <= room.scroll => {
            Err("There is nothing more to read.".to_owned())
        }
        RoomAction::Up if room.scroll == 0 => Err("This is the top.".to_owned()),
        RoomAction::GoOn
        | RoomAction::GoBack
        | RoomAction::NextStep
        | RoomAction::Clock
        | RoomAction::Question
        | RoomAction::Extend
        | RoomAction::Park
        | RoomAction::Skip
        | RoomAction::Attendance
        | RoomAction::Minutes
        | RoomAction::Turn
        | RoomAction::Close
        | RoomAction::Present
        | RoomAction::Before
        | RoomAction::Reveal
        | RoomAction::Down
        | RoomAction::Up
        | RoomAction::Leave => Ok(()),
    }
}

fn is_last_step(player: &Player) -> bool {
    player.at() + 1 == player.stages().len()
}

fn is_at_the_end(state: &State, room: &Room, action: RoomAction) -> bool {
    let has_more = action == RoomAction::GoOn && !is_last_topic(state, room);
    is_last_step(&room.player) && !has_more
}

fn is_first_topic(state: &State, room: &Room) -> bool {
    state.desk().map_or(true, |desk| room.player.topic(&desk) == room.player.topics(&desk).first().cloned())
}

fn is_last_topic(state: &State, room: &Room) -> bool {
    state.desk().map_or(true, |desk| room.player.topic(&desk) == room.player.topics(&desk).last().cloned())
}

/// Does an action.
pub fn update(state: &mut State, action: RoomAction) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    room.count_in = None;
    match action {
        RoomAction::Down => room.scroll = room.scroll.saturating_add(1),
        RoomAction::Up => room.scroll = room.scroll.saturating_sub(1),
        RoomAction::Question => room.asked += 1,
        RoomAction::Present => present(state),
        RoomAction::Reveal => room.is_revealed = !room.is_revealed,
        RoomAction::Before => (room.is_before, room.scroll) = (!room.is_before, 0),
        RoomAction::Clock => {
            let act = if room.player.is_running() { Act::Pause } else { Act::Start };
            return play(state, act);
        }
        RoomAction::GoOn => {
            let is_last = state.room.as_ref().is_none_or(|room| is_last_topic(state, room));
            return play(state, if is_last { Act::Next } else { Act::NextTopic });
        }
        RoomAction::GoBack => {
            let is_first = state.room.as_ref().is_none_or(|room| is_first_topic(state, room));
            return play(state, if is_first { Act::Back } else { Act::TopicBefore });
        }
        RoomAction::NextStep => return play(state, Act::Next),
        RoomAction::Turn => return play(state, Act::Turn),
        RoomAction::Close => return play(state, Act::Close),
        RoomAction::Extend => return ask(state, Ask::Extend),
        RoomAction::Park => return ask(state, Ask::Park),
        RoomAction::Skip => return ask(state, Ask::Skip),
        RoomAction::Attendance => return ask(state, Ask::People),
        RoomAction::Minutes => return ask(state, Ask::Minutes),
        RoomAction::Leave => {
            room.is_shown = false;
            stop_presenting(state);
        }
    }
    Vec::new()
}

fn present(state: &mut State) {
    if stop_presenting(state) {
        return;
    }
    let Some(room) = &mut state.room else { return };
    let large = Look::new(ThemeName::HighContrast, state.look.depth, state.look.glyphs);
    room.presents = Some(std::mem::replace(&mut state.look, large));
    room.scroll = 0;
    state.say(Tone::Done, "Zoom your terminal (Ctrl and +) until this line fills half the width. P ends it.");
}

/// Gives the usual look back; tells whether it was another.
fn stop_presenting(state: &mut State) -> bool {
    let usual = state.room.as_mut().and_then(|room| room.presents.take());
    let was_presenting = usual.is_some();
    state.look = usual.unwrap_or_else(|| state.look.clone());
    was_presenting
}

fn ask(state: &mut State, ask: Ask) -> Vec<Effect> {
    forms::open(state, Subject::Room(ask))
}

/// What the room can say now.
#[must_use]
pub fn offered(state: &State) -> Vec<Offer> {
    match (&state.room, state.desk()) {
        (Some(room), Ok(desk)) if room.is_shown => offers(&room.player, &desk),
        _ => Vec::new(),
    }
}

/// Takes the offer of a letter; other keys mean nothing. Any key ends a count-in.
pub fn press(state: &mut State, chord: Chord) -> Vec<Effect> {
    let Some(letter) = chord.command().text() else { return Vec::new() };
    take(state, letter)
}

/// Takes the offer of a letter: at once, after a count-in, or by a form.
pub fn take(state: &mut State, letter: char) -> Vec<Effect> {
    let Some(offer) = offered(state).into_iter().find(|offer| offer.letter == letter) else {
        return Vec::new();
    };
    state.status = None;
    match offer.what {
        What::Do(act) => play(state, act),
        What::Ask(asked) if asked.counts_in() => {
            if let Some(room) = &mut state.room {
                room.count_in = Some(COUNT_IN);
            }
            Vec::new()
        }
        What::Ask(asked) => ask(state, asked),
        What::Edit(Topic::KeyResult(id)) => forms::open(state, Subject::KeyResult(id)),
        What::Edit(Topic::Objective(id) | Topic::Assumption(id, _)) => {
            forms::open(state, Subject::Objective(id))
        }
        What::Edit(Topic::Point(_)) => Vec::new(),
    }
}

/// Lets the player do something: saved first, then shown.
fn play(state: &mut State, act: Act) -> Vec<Effect> {
    match played(state, act) {
        Ok(save) if save.change.is_empty() => super::update::follow(state, save.then, None),
        Ok(save) => vec![Effect::Save(save)],
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}

/// What an act comes to: what is saved, and the session as it goes on then.
///
/// # Errors
/// It does not fit the step, or a decision is refused.
pub fn played(state: &mut State, act: Act) -> Result<Save, Refusal> {
    let player = state.room.as_ref().map(|room| room.player.clone());
    let (desk, mut seed) = state.desk_and_seed()?;
    let Some(player) = player else {
        return Err(Refusal::one("reference", "the session", "none is played", "S begins one"));
    };
    let Played { player, change, cues } = player.act(act, &desk, &mut seed)?;
    state.seed = seed;
    let play = Play { player, cues, again: None };
    let change = change.unwrap_or_else(Change::nothing);
    Ok(Save { then: Then::Play(Box::new(play)), ..Save::new(change) })
}

/// Goes on with the player as it is after an act.
pub fn go_on(state: &mut State, play: Play) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    let Play { player, cues, again } = play;
    let is_new_step = room.player.at() != player.at();
    let is_new_topic = is_new_step || room.player.stage() != player.stage();
    room.player = player.clone();
    if is_new_step {
        (room.asked, room.cue, room.is_before) = (0, None, false);
    }
    if is_new_topic {
        (room.scroll, room.is_revealed) = (0, false);
    }
    let rings = cues.contains(&Cue::Time(TimeCue::Time));
    room.hear(cues);
    if player.is_closed() {
        stop_presenting(state);
        state.room = None;
        state.say(Tone::Done, format!("{} is closed. It cost {}.", player.title(), player.cost()));
    }
    let mut effects = vec![Effect::Keep(Box::new(player))];
    if rings {
        effects.push(Effect::Ring);
    }
    if let Some(again) = again {
        effects.extend(ask(state, again));
    }
    effects
}

/// A change that a form of the desk made while the session is on the screen: the room hears what it shows.
pub fn hear_change(state: &mut State, change: &Change) -> Vec<Effect> {
    if state.room.as_ref().is_none_or(|room| !room.is_shown) || change.is_empty() {
        return Vec::new();
    }
    match played(state, Act::Decided(change.clone())).map(|save| save.then) {
        Ok(Then::Play(play)) => go_on(state, *play),
        Ok(Then::Close | Then::Open(_)) | Err(_) => Vec::new(),
    }
}

/// What was to be saved was not: the session stays where it stood, and its record says so.
#[must_use]
pub fn stays(state: &State) -> Vec<Effect> {
    let room = state.room.iter();
    room.map(|room| Effect::Keep(Box::new(room.player.clone()))).collect()
}

/// Lets time pass. The record is kept once a second; a count-in that ends opens the form for the numbers.
pub fn pass(state: &mut State, elapsed: Duration) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    let before = room.player.clock().spent.as_secs();
    let cues = room.player.pass(elapsed);
    let rings = cues.contains(&Cue::Time(TimeCue::Time));
    room.hear(cues);
    let mut effects = Vec::new();
    if room.player.clock().spent.as_secs() != before {
        effects.push(Effect::Keep(Box::new(room.player.clone())));
    }
    if rings && room.presents.is_none() {
        effects.push(Effect::Ring);
    }
    effects.extend(count(state, elapsed));
    effects
}

/// Counts down; at the end the form for the numbers opens.
fn count(state: &mut State, elapsed: Duration) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    let Some(left) = room.count_in else { return Vec::new() };
    let left = left.saturating_sub(elapsed);
    room.count_in = Some(left).filter(|left| !left.is_zero());
    if room.count_in.is_some() || state.overlay.is_some() {
        return Vec::new();
    }
    let asked = offered(state).into_iter().find_map(|offer| match offer.what {
        What::Ask(asked) if asked.counts_in() => Some(asked),
        What::Ask(_) | What::Do(_) | What::Edit(_) => None,
    });
    asked.map(|asked| ask(state, asked)).unwrap_or_default()
}

/// Goes on with the session that is open, or with one that was cut off, else offers those that can be held.
pub fn enter(state: &mut State) -> Vec<Effect> {
    match &mut state.room {
        Some(room) => {
            room.is_shown = true;
            state.place = Some(room.player.key().clone());
            Vec::new()
        }
        None => vec![Effect::Recall],
    }
}

/// A session that was cut off goes on; where there is none, the sessions that can be held are offered, the due one first.
pub fn recalled(state: &mut State, kept: Option<Player>) -> Vec<Effect> {
    match kept {
        Some(player) => {
            let is_new = player.at() == 0 && player.session_minutes() == 0;
            let how = if is_new { "begins" } else { "goes on where it stood" };
            let says = format!("{} {how}; t starts the clock.", player.title());
            state.place = Some(player.key().clone());
            state.room = Some(Room::new(player));
            state.overlay = None;
            state.say(Tone::Done, says);
        }
        None => choose(state),
    }
    Vec::new()
}

fn choose(state: &mut State) {
    let Ok(desk) = state.desk() else { return };
    let first = due(&desk);
    let says = "Step by step on one shared screen, with its clock. The first is due.";
    let all = std::iter::once(first).chain(SessionKind::ALL.iter().copied().filter(|kind| *kind != first));
    let can = all.filter(|kind| Player::begin(begin(&desk, *kind), &desk).is_ok());
    let steps = Steps::with(&desk.workspace.steps);
    let menu = can.zip('a'..).fold(Menu::new("Play a session", says), |menu, (kind, letter)| {
        let titles: Vec<&str> = kind.steps().iter().map(|step| steps.guide(*step).title).collect();
        menu.answer(
            letter,
            (kind.title(), &titles.join(&format!(" {} ", state.look.glyphs.dot))),
            Choice::Session(kind),
        )
    });
    menu::open(state, menu);
}

fn begin(desk: &Desk<'_>, kind: SessionKind) -> Begin {
    let team = desk.workspace.teams.get(&desk.quarter.key.team);
    let people = team.map_or(0, |team| u32::try_from(team.people.len()).unwrap_or(u32::MAX));
    let people = if kind == SessionKind::HandOver { 2 } else { people.max(1) };
    Begin { kind, people, objectives: None }
}

/// Begins a session; it is on the screen once its record is held.
///
/// # Errors
/// It cannot be held now; the reason is named.
pub fn open(state: &State, kind: SessionKind) -> Result<Vec<Effect>, Refusal> {
    let desk = state.desk()?;
    let player = Player::begin(begin(&desk, kind), &desk)?;
    Ok(vec![Effect::Open(Box::new(player))])
}
