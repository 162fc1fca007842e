//! The loop: waits for what happens, lets `update` think, draws, and carries the effects out. Terminal, clock and files
//! are touched here and nowhere else in the screens.

use std::io;
use std::ops::ControlFlow;
use std::time::{Duration, Instant, SystemTime};

use ratatui::layout::Position;

mod behind;
mod clipboard;
mod leaving;
mod lent;
mod noting;
mod outside;
mod seeking;
mod settings;
mod start;
mod typing;

use super::event::{Event, Events, MouseAct};
use super::look::Look;
use super::message::{Effect, Message};
use super::room::Room;
use super::session_record::SessionRecord;
use super::state::{State, Tone};
use super::terminal::{self, Console};
use super::view::{Drawn, view};
use super::{global, update};
use crate::domain::day::Day;
use crate::domain::way::Way;
use crate::domain::workspace::Workspace;
use crate::settings::actions::{Action, GlobalAction};
use crate::settings::read;
use crate::store::Store;
use crate::words::lists as words;

use behind::Scope;
use leaving::Leaving;
use noting::Noting;
use outside::{Outside, troubles};
use settings::Settings;
pub use start::{LookWishes, Place, Sample, Start};
use start::{look, variable};
use typing::Typing;

/// The exit code of a terminal that cannot be written to.
const CANNOT_WRITE: u8 = 5;

/// How long what has already happened is taken in until the screen is drawn again.
const FRAME: Duration = Duration::from_millis(16);

/// How long others may go on writing until the folder is read again.
const SETTLED: Duration = Duration::from_millis(50);

/// What came of an effect: what there is to say, and whether the files may hold something else than what is shown.
struct Came {
    message: Option<Message>,
    is_read_again: bool,
}

impl Came {
    fn of(message: Option<Message>) -> Self {
        Self { message, is_read_again: false }
    }

    fn said(message: Message) -> Self {
        Self::of(Some(message))
    }

    /// Others may have written where a save was refused.
    fn saved(message: Message) -> Self {
        let is_read_again = matches!(message, Message::Refused { .. } | Message::NotKept(_));
        Self { message: Some(message), is_read_again }
    }

    /// Somebody had the files in hand, or what a session was about to save was saved now.
    fn written(message: Message) -> Self {
        Self { message: Some(message), is_read_again: true }
    }
}

/// Runs the screens until somebody leaves, and gives the exit code.
///
/// # Errors
/// There is no terminal, or it cannot be read.
pub fn run(start: Start) -> io::Result<u8> {
    let presents = start.presents;
    let since = SystemTime::now();
    let config = read(start.wishes.config.as_deref());
    let look = look(&start.wishes, &config, None);
    terminal::restore_on_panic();
    let console = Console::enter(start.wishes.mouse.unwrap_or(config.mouse), look.depth)?;
    let events = Events::new()?;
    let settings = Settings::of(start.wishes.clone(), &config);
    let (state, outside) = begin(start, look);
    let mut running = Running {
        console,
        events,
        state,
        outside,
        settings,
        drawn: Drawn::default(),
        typing: Typing::default(),
        noting: Noting::default(),
        leaving: Leaving::default(),
        is_read_at: None,
        seen: Instant::now(),
    };
    running.ask_ground(&config)?;
    settings::hold(&mut running.state, &config, running.settings.wishes.config.as_deref());
    running.begin_typing();
    running.look_back();
    if presents && let Some(place) = running.state.place.clone() {
        running.state.begins_large = true;
        // A session looks back on the quarters before.
        let read = running.outside.read_place(&place, Message::Read);
        update::update(&mut running.state, read);
        let effects = update::act(&mut running.state, Action::Global(GlobalAction::Session));
        running.perform(effects)?;
    }
    update::settle(&mut running.state);
    if let Some(ground) = running.events.ground()? {
        running.take_ground(ground);
    }
    if running.draw().is_err() {
        return Ok(CANNOT_WRITE);
    }
    // What nobody sees yet waits until the first screen stands.
    running.settings.watch(since, &running.events);
    running.outside.watch(&running.events, running.state.place.as_ref());
    if !running.outside.has_all(&running.state) {
        running.outside.read_behind(&running.events, &Scope::of(&running.state));
    }
    running.go_on()
}

fn begin(start: Start, look: Look) -> (State, Outside) {
    let mut outside = Outside::new(start.folder, start.sample, SessionRecord::new(start.state));
    outside.is_day_fixed = start.is_day_fixed;
    let mut state = State::new(Workspace::default(), None, start.today, look);
    (state.seed, state.screen) = (start.seed, start.screen);
    if let Some(place) = start.place {
        state.troubles = troubles(&place.problems);
        state.workspace = place.workspace;
        state.place = place.quarter;
        state.keeps = outside::keeps(place.keeps.as_ref());
        outside.keeps = place.keeps;
        outside.store = Some(outside.with_state(place.store));
        state.own_votes = outside.own_votes().unwrap_or_default();
    }
    let can_begin = Store::may_begin(&outside.folder).is_ok();
    state.elsewhere = (!can_begin).then_some(words::IT_BEGINS_IN_A_NEW_FOLDER);
    global::welcome(&mut state);
    start.says.into_iter().for_each(|says| state.say(Tone::Note, says));
    (state, outside)
}

/// The program while the screens are open.
struct Running {
    console: Console,
    events: Events,
    state: State,
    outside: Outside,
    settings: Settings,
    drawn: Drawn,
    /// What is being typed, on its way to the state folder.
    typing: Typing,
    /// What was said as an error, on its way to the log.
    noting: Noting,
    /// How long ago it was asked whether to leave.
    leaving: Leaving,
    /// When the folder is read again, as somebody has written into it.
    is_read_at: Option<Instant>,
    /// Until when time has been counted, by a clock that never runs backwards.
    seen: Instant,
}

impl Running {
    /// Takes in what happens and draws, until somebody leaves; gives the exit code.
    fn go_on(&mut self) -> io::Result<u8> {
        loop {
            let mut next = Some(self.events.wait(self.wakes_at())?);
            let until = Instant::now() + FRAME;
            while let Some(event) = next {
                let ended = self.take(event);
                self.note_failures();
                self.typing.look(&self.state);
                self.typing.write(false);
                if let Some(code) = ended? {
                    return Ok(code);
                }
                next = if Instant::now() < until { self.events.ready()? } else { None };
            }
            if self.draw().is_err() {
                return Ok(CANNOT_WRITE);
            }
        }
    }

    /// When something is to be done though nothing happens: the folder is read again, or a clock shows its next second.
    fn wakes_at(&self) -> Option<Instant> {
        let ticks = self.state.room.as_ref().and_then(Room::wakes_in).map(|left| self.seen + left);
        self.is_read_at.into_iter().chain(ticks).chain(self.typing.wakes_at()).min()
    }

    /// Looks what can be taken back and done again, by whatever window it was made.
    fn look_back(&mut self) {
        let can_turn = |way: &Way| self.outside.can_turn(*way);
        self.state.turns = [Way::Back, Way::Again].into_iter().filter(can_turn).collect();
    }

    /// Begins to keep what is typed: for a workspace that stays, or for the folder in which one may begin.
    fn begin_typing(&mut self) {
        let root = self.outside.store.as_ref().map_or(&*self.outside.folder, Store::root);
        if self.outside.keeps.is_none() {
            self.typing.begin(self.outside.record.folder(), root, &mut self.state);
        }
    }

    /// Counts the time that has passed; what is not counted is forgotten.
    fn pass(&mut self) -> Vec<Effect> {
        let now = Instant::now();
        let elapsed = now.duration_since(std::mem::replace(&mut self.seen, now));
        if self.state.room.as_ref().and_then(Room::wakes_in).is_none() {
            return Vec::new();
        }
        update::update(&mut self.state, Message::Passed(elapsed))
    }

    fn draw(&mut self) -> io::Result<()> {
        let (state, drawn) = (&mut self.state, &mut self.drawn);
        self.console.draw(|buffer| {
            state.size = buffer.area.as_size();
            *drawn = view(state, buffer.area, buffer);
            state.was_drawn(drawn.began);
            drawn.cursor
        })
    }

    /// Takes an event in; gives the exit code when it was the last.
    fn take(&mut self, event: Event) -> io::Result<Option<u8>> {
        self.notice_day();
        let passed = if event == Event::Resumed { Vec::new() } else { self.pass() };
        self.seen = Instant::now();
        if let Some(code) = self.perform(passed)? {
            return Ok(Some(code));
        }
        let unread = update::unread(&self.state).or_else(|| self.outside.reads());
        if let Some(key) = unread.filter(|_| update::decides(&self.state, &event)) {
            let effects = update::update(&mut self.state, self.outside.wait_for(&key));
            self.perform(effects)?;
        }
        let message = match event {
            Event::Key(chord) => Message::Key(chord),
            Event::Paste(text) => Message::Paste(text),
            Event::Resize(size) => {
                // Of several in a row only the last may be heard: the size may be the old one, and the picture gone.
                self.console.repaint();
                Message::Resized(size)
            }
            Event::Mouse(mouse) => match self.mouse(mouse.act, mouse.place) {
                Some(message) => message,
                None => return Ok(None),
            },
            Event::Woken => {
                self.is_read_at.get_or_insert_with(|| Instant::now() + SETTLED);
                return self.hear();
            }
            Event::Suspend => return self.perform(vec![Effect::Suspend]),
            Event::Resumed => {
                self.console.resume()?;
                return Ok(None);
            }
            Event::Ended(ending) => return Ok(Some(ending.exit_code())),
            Event::Tick if self.is_read_at.take_if(|at| *at <= Instant::now()).is_some() => {
                if let Some(config) = self.settings.news() {
                    self.take_settings(&config)?;
                }
                let effects = if self.outside.has_news() { vec![Effect::Load] } else { Vec::new() };
                return self.perform(effects);
            }
            Event::Ground(ground) => {
                self.take_ground(ground);
                return Ok(None);
            }
            Event::Tick | Event::Focused => return Ok(None),
        };
        let effects = self.leaving.update(&mut self.state, message);
        self.perform(effects)
    }

    fn notice_day(&mut self) {
        let clock = Day::from_date(chrono::Local::now().date_naive());
        if let Some(day) = clock.filter(|day| !self.outside.is_day_fixed && *day != self.state.today) {
            update::update(&mut self.state, Message::Day(day));
        }
    }

    fn mouse(&self, act: MouseAct, place: Position) -> Option<Message> {
        match act {
            MouseAct::Click => self.drawn.hit(place).cloned().map(Message::Click),
            MouseAct::WheelUp => Some(Message::Wheel(-1, self.drawn.pane_at(place))),
            MouseAct::WheelDown => Some(Message::Wheel(1, self.drawn.pane_at(place))),
        }
    }

    /// Carries effects out, and those that follow from their results.
    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<u8>> {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            let came = match self.carry_out(effect)? {
                ControlFlow::Break(code) => return Ok(Some(code)),
                ControlFlow::Continue(came) => came,
            };
            let unsure = self.outside.unsure.take().map(Message::NotKept);
            let again =
                (came.is_read_again || unsure.is_some()).then(|| self.outside.load(&Scope::of(&self.state)));
            for message in came.message.into_iter().chain(unsure).chain(again) {
                self.notice(&message);
                waiting.extend(update::update(&mut self.state, message));
            }
        }
        Ok(None)
    }

    /// Carries one effect out; breaks with the exit code where the screens are left.
    fn carry_out(&mut self, effect: Effect) -> io::Result<ControlFlow<u8, Came>> {
        let Self { outside, state, console, events, .. } = self;
        Ok(ControlFlow::Continue(match effect {
            Effect::Quit => {
                console.clear_away()?;
                events.hear_last(|| console.ask_name())?;
                return Ok(ControlFlow::Break(0));
            }
            Effect::Save(save) => Came::saved(outside.save(save, state)),
            Effect::Turn(way) => Came::saved(outside.turn(way, state)),
            Effect::Recall => Came::written(outside.recall(state.place.as_ref())),
            Effect::Share => Came::written(self.share()?),
            Effect::EditFile(address) => Came::written(self.edit_file(&address)?),
            Effect::Edit(text) => Came::said(self.edit(&text)?),
            Effect::Begin(change, quarter) => Came::said(outside.begin(&change, quarter)),
            Effect::OpenSample => Came::said(outside.open_sample()),
            Effect::GoTo(key) => Came::said(outside.go_to(&key)),
            Effect::ReadLinked(keys) => Came::said(outside.read_linked(&keys)),
            Effect::Load => Came::of(outside.load_behind(events, &Scope::of(state))),
            Effect::ReadBehind => {
                outside.read_behind(events, &Scope::of(state));
                Came::of(None)
            }
            Effect::Seek(wish) => {
                outside.seek(wish, events);
                Came::of(None)
            }
            Effect::Open(player) => Came::said(outside.open(player)),
            Effect::Keep(player) => Came::of(outside.record.keep(&player, None).err().map(Message::NotKept)),
            Effect::Stand(player) => Came::of(outside.record.tick(&player).err().map(Message::NotKept)),
            Effect::Tick(player) => {
                let _ = outside.record.tick(&player);
                Came::of(None)
            }
            Effect::Write(page) => Came::said(outside.write(page, state)),
            Effect::Copy(text) => Came::said(clipboard::copy(console, &self.settings.clipboard, &text)?),
            Effect::KeepTheme(theme) => Came::said(self.keep_theme(theme)?),
            Effect::TurnMouse => Came::said(self.turn_mouse()?),
            Effect::TurnBell => Came::said(self.turn_bell()),
            Effect::TurnFooter => Came::said(self.turn_footer()),
            Effect::Repaint => {
                console.repaint();
                Came::of(None)
            }
            Effect::Suspend => Came::of(self.suspend()),
            Effect::Ring if self.settings.has_bell => console.ring().map(|()| Came::of(None))?,
            Effect::Ring => Came::of(None),
        }))
    }

    /// What a workspace that was begun or read anew brings with it.
    fn notice(&mut self, message: &Message) {
        if let Message::Begun(_, place, _) = message {
            self.state.keeps = outside::keeps(self.outside.keeps.as_ref());
            self.outside.watch(&self.events, Some(place));
            self.typing.end(self.outside.keeps.is_some());
            self.begin_typing();
        }
        if !matches!(message, Message::Passed(_) | Message::Edited(_)) {
            self.look_back();
        }
        let is_read = matches!(message, Message::Begun(..) | Message::Loaded(..) | Message::Overtaken { .. });
        if is_read && let Some(own) = self.outside.own_votes() {
            self.state.own_votes = own;
        }
    }
}
