//! The loop: waits for what happens, lets `update` think, draws, and carries the effects out. Terminal, clock and files
//! are touched here and nowhere else in the screens.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use ratatui::layout::Position;
use tempfile::TempDir;

use super::editor::{self, Edited};
use super::event::{Event, Events, MouseAct};
pub use super::glyphs::GlyphChoice;
use super::glyphs::Glyphs;
use super::look::Look;
use super::message::{Effect, Message, Save, Then};
use super::record::Record;
use super::room::Room;
pub use super::screens::ScreenName;
use super::state::{State, Trouble};
use super::terminal::{self, Console, Mouse};
pub use super::theme::{ColourChoice, ThemeName};
use super::theme::{ColourWishes, Depth};
use super::view::{Drawn, view};
use super::watch::Watch;
use super::{global, update};
use crate::domain::change::{Address, Change};
use crate::domain::day::Day;
use crate::domain::quarter::QuarterKey;
use crate::domain::seed::Seed;
use crate::domain::workspace::Workspace;
use crate::method::session::Player;
use crate::store::problem::{Level, Problem};
use crate::store::{SaveError, Store};

/// The exit code of a terminal that cannot be written to.
const CANNOT_WRITE: u8 = 5;

/// How long others may go on writing until the folder is read again.
const SETTLED: Duration = Duration::from_millis(50);

/// A workspace that was opened.
#[derive(Debug)]
pub struct Place {
    /// Its files.
    pub store: Store,
    /// What they hold.
    pub workspace: Workspace,
    /// What could not be read of them.
    pub problems: Vec<Problem>,
    /// The quarter to begin with.
    pub quarter: Option<QuarterKey>,
    /// The temporary folder it lies in, which goes when the screens are left.
    pub keeps: Option<TempDir>,
}

/// What the screens begin with.
pub struct Start {
    /// The workspace, if there is one; else the first run begins.
    pub place: Option<Place>,
    /// The folder in which a first run makes a workspace.
    pub folder: PathBuf,
    /// Where drafts are kept when a save is refused.
    pub drafts: Option<PathBuf>,
    /// The state folder, where the record of a session is kept while it is played.
    pub records: Option<PathBuf>,
    /// The day, and whether it was set by hand and stays.
    pub today: Day,
    /// Whether the day was set by hand, so that midnight does not change it.
    pub is_day_fixed: bool,
    /// Letters for new ids.
    pub seed: Seed,
    /// The screen to begin on.
    pub screen: ScreenName,
    /// Whether colours are wanted.
    pub colour: ColourChoice,
    /// Which signs are wanted.
    pub glyphs: GlyphChoice,
    /// The colours by name.
    pub theme: ThemeName,
    /// Copies the sample to a temporary folder and opens it there.
    pub sample: fn() -> Result<Place, String>,
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn look(start: &Start) -> Look {
    use std::io::IsTerminal;
    let is_terminal = io::stdout().is_terminal();
    let wishes = ColourWishes { flag: start.colour, config: ColourChoice::Auto, is_terminal, env: &variable };
    Look::new(start.theme, Depth::detect(&wishes), Glyphs::detect(start.glyphs, &variable))
}

/// Runs the screens until somebody leaves, and gives the exit code.
///
/// # Errors
/// There is no terminal, or it cannot be read.
pub fn run(start: Start) -> io::Result<u8> {
    let look = look(&start);
    terminal::restore_on_panic();
    let mut console = Console::enter(Mouse::Ours, look.depth)?;
    let mut events = Events::new()?;
    let (state, outside) = begin(start, look);
    let drawn = Drawn::default();
    let mut session = Session { state, outside, drawn, is_read_at: None, seen: Instant::now() };
    session.outside.watch(&events);
    loop {
        if session.draw(&mut console).is_err() {
            return Ok(CANNOT_WRITE);
        }
        let event = events.wait(session.wakes_at())?;
        if let Some(code) = session.take(event, &mut console, &mut events)? {
            return Ok(code);
        }
    }
}

fn begin(start: Start, look: Look) -> (State, Outside) {
    let mut outside = Outside {
        store: None,
        folder: start.folder,
        drafts: start.drafts,
        is_day_fixed: start.is_day_fixed,
        sample: start.sample,
        keeps: None,
        kept: None,
        watch: None,
        record: Record::new(start.records),
    };
    let mut state = State::new(Workspace::default(), None, start.today, look);
    state.seed = start.seed;
    state.screen = start.screen;
    if let Some(place) = start.place {
        state.troubles = troubles(&place.problems);
        state.workspace = place.workspace;
        state.place = place.quarter;
        outside.store = Some(place.store);
        outside.keeps = place.keeps;
    }
    global::welcome(&mut state);
    (state, outside)
}

fn troubles(problems: &[Problem]) -> Vec<Trouble> {
    let trouble = |problem: &Problem| Trouble {
        place: format!("{}:{}:{}", problem.path.display(), problem.line, problem.column),
        says: problem.message.clone(),
        hint: problem.hint.clone(),
        is_damage: problem.level == Level::Error,
    };
    problems.iter().map(trouble).collect()
}

/// Everything outside the state: the files, and where things go.
struct Outside {
    store: Option<Store>,
    folder: PathBuf,
    drafts: Option<PathBuf>,
    is_day_fixed: bool,
    sample: fn() -> Result<Place, String>,
    /// The temporary folder of the sample, removed at the end.
    keeps: Option<TempDir>,
    /// The files of the last change that was refused, and its draft.
    kept: Option<(Vec<Address>, PathBuf)>,
    /// What tells that others write.
    watch: Option<Watch>,
    /// The record of the session that is played.
    record: Record,
}

struct Session {
    state: State,
    outside: Outside,
    drawn: Drawn,
    /// When the folder is read again, as somebody has written into it.
    is_read_at: Option<Instant>,
    /// Until when time has been counted, by a clock that never runs backwards.
    seen: Instant,
}

impl Session {
    /// When something is to be done though nothing happens: the folder is read again, or a clock shows its next second.
    fn wakes_at(&self) -> Option<Instant> {
        let ticks = self.state.room.as_ref().and_then(Room::wakes_in).map(|left| self.seen + left);
        self.is_read_at.into_iter().chain(ticks).min()
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

    fn draw(&mut self, console: &mut Console) -> io::Result<()> {
        let (state, drawn) = (&mut self.state, &mut self.drawn);
        console.draw(|frame| {
            let area = frame.area();
            state.size = area.as_size();
            *drawn = view(state, area, frame.buffer_mut());
            if let Some(cursor) = drawn.cursor {
                frame.set_cursor_position(cursor);
            }
        })
    }

    /// Takes an event in; gives the exit code when it was the last.
    fn take(&mut self, event: Event, console: &mut Console, events: &mut Events) -> io::Result<Option<u8>> {
        self.notice_day();
        let passed = if event == Event::Resumed { Vec::new() } else { self.pass() };
        self.seen = Instant::now();
        if let Some(code) = self.perform(passed, console, events)? {
            return Ok(Some(code));
        }
        let message = match event {
            Event::Key(chord) => Message::Key(chord),
            Event::Paste(text) => Message::Paste(text),
            Event::Resize(size) => Message::Resized(size),
            Event::Mouse(mouse) => match self.mouse(mouse.act, mouse.place) {
                Some(message) => message,
                None => return Ok(None),
            },
            Event::FolderChanged => {
                self.is_read_at.get_or_insert_with(|| Instant::now() + SETTLED);
                return Ok(None);
            }
            Event::Suspend => return self.perform(vec![Effect::Suspend], console, events),
            Event::Resumed => {
                console.resume()?;
                return Ok(None);
            }
            Event::Ended(ending) => return Ok(Some(ending.exit_code())),
            Event::Tick if self.is_read_at.take_if(|at| *at <= Instant::now()).is_some() => {
                let effects = if self.outside.has_news() { vec![Effect::Load] } else { Vec::new() };
                return self.perform(effects, console, events);
            }
            Event::Tick | Event::DayChanged => return Ok(None),
        };
        let effects = update::update(&mut self.state, message);
        self.perform(effects, console, events)
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
            MouseAct::WheelUp => Some(Message::Wheel(-1)),
            MouseAct::WheelDown => Some(Message::Wheel(1)),
        }
    }

    /// Carries effects out, and those that follow from their results.
    fn perform(
        &mut self,
        effects: Vec<Effect>,
        console: &mut Console,
        events: &mut Events,
    ) -> io::Result<Option<u8>> {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            let message = match effect {
                Effect::Quit => return Ok(Some(0)),
                Effect::Repaint => {
                    console.repaint()?;
                    continue;
                }
                Effect::Suspend => {
                    let suspended = console.suspend();
                    events.forget_signals();
                    match suspended {
                        Ok(()) => continue,
                        Err(why) => Message::Refused { says: why.to_string(), is_danger: false },
                    }
                }
                Effect::Edit(text) => {
                    let message = edit(console, &text)?;
                    events.forget_signals();
                    message
                }
                Effect::Save(save) => {
                    let message = self.outside.save(save);
                    if matches!(message, Message::Refused { .. }) {
                        waiting.push_back(Effect::Load);
                    }
                    message
                }
                Effect::Ring => {
                    console.ring()?;
                    continue;
                }
                Effect::Recall => self.outside.recall(self.state.place.as_ref()),
                Effect::Open(player) => self.outside.open(player),
                Effect::Keep(player) => match self.outside.record.keep(&player, None) {
                    Ok(()) => continue,
                    Err(says) => Message::Refused { says, is_danger: true },
                },
                Effect::Load => self.outside.load(),
                Effect::Begin(change, quarter) => self.outside.begin(&change, quarter),
                Effect::OpenSample => self.outside.open_sample(),
            };
            if matches!(message, Message::Begun(..)) {
                self.outside.watch(events);
            }
            waiting.extend(update::update(&mut self.state, message));
        }
        Ok(None)
    }
}

fn edit(console: &mut Console, text: &str) -> io::Result<Message> {
    let editor = editor::chosen(&variable);
    Ok(match editor::edit_text(console, &editor, text, ".md")? {
        Edited::Changed(text) => Message::Edited(Ok(text)),
        Edited::Unchanged => Message::Edited(Ok(text.to_owned())),
        Edited::Kept(why) => Message::Edited(Err(why)),
    })
}

/// The files that a change leaves behind.
fn files_of(change: &Change) -> Vec<Address> {
    change.edits.iter().filter_map(|edit| Some(edit.after.as_ref()?.0.clone())).collect()
}

impl Outside {
    fn refused(says: impl Into<String>) -> Message {
        Message::Refused { says: says.into(), is_danger: true }
    }

    /// Begins to watch the workspace, if there is one.
    fn watch(&mut self, events: &Events) {
        let waker = self.store.as_ref().and_then(|store| Some((store, events.waker().ok()?)));
        self.watch = waker.map(|(store, waker)| Watch::begin(store.root(), waker));
    }

    /// Whether somebody else has written into the workspace.
    fn has_news(&self) -> bool {
        self.watch.as_ref().is_some_and(Watch::has_news)
    }

    /// Holds the record of a session that begins.
    fn open(&mut self, player: Box<Player>) -> Message {
        let Some(store) = &self.store else { return Self::refused("there is no workspace to play in") };
        match self.record.open(store, &player) {
            Ok(()) => Message::Recalled(Some(player)),
            Err(says) => Message::Refused { says, is_danger: false },
        }
    }

    /// Finds the session that was cut off, and saves what it was about to save.
    fn recall(&mut self, place: Option<&QuarterKey>) -> Message {
        let (Some(store), Some(key)) = (&self.store, place) else { return Message::Recalled(None) };
        let Some((player, pending)) = self.record.recall(store, key) else { return Message::Recalled(None) };
        if let Some(change) = pending
            && let Err(error) = store.save(&change)
        {
            return Self::refused(format!("what the session was about to save cannot be saved: {error}"));
        }
        Message::Recalled(Some(Box::new(player)))
    }

    fn save(&mut self, save: Save) -> Message {
        let Some(store) = &self.store else { return Self::refused("there is no workspace to save to") };
        if let Then::Play(play) = &save.then
            && let Err(says) = self.record.keep(&play.player, Some(&save.change))
        {
            return Self::refused(says);
        }
        let saved = store.save(&save.change);
        let written = saved.as_ref().map_or_else(|error| &error.written, |saved| &saved.written);
        if let Some(watch) = &mut self.watch {
            watch.wrote(written);
        }
        match saved {
            Ok(saved) => {
                self.forget_draft(&save);
                Message::Saved(save, saved.merged)
            }
            Err(error) => self.not_saved(&save, &error),
        }
    }

    /// Removes the draft of a change that was refused, now that it has been saved after all.
    fn forget_draft(&mut self, save: &Save) {
        if let Some((_, draft)) = self.kept.take_if(|(files, _)| *files == files_of(&save.change)) {
            // If it cannot go it is only untidy.
            let _ = std::fs::remove_file(draft);
        }
    }

    /// What is said of a change that was not written: where somebody else was faster, with what stands there now.
    fn not_saved(&mut self, save: &Save, error: &SaveError) -> Message {
        self.kept = error.draft.clone().map(|draft| (files_of(&save.change), draft));
        let refused = Self::refused(format!("{error}. {}", error.hint()));
        let Some(conflict) = error.conflict() else { return refused };
        match self.load() {
            Message::Loaded(workspace, troubles) => Message::Overtaken {
                says: conflict.to_string(),
                course: save.course,
                read: (workspace, troubles),
            },
            _ => refused,
        }
    }

    fn load(&mut self) -> Message {
        let Some(store) = &self.store else { return Self::refused("there is no workspace to read") };
        match store.load() {
            Ok(loaded) => Message::Loaded(loaded.workspace, troubles(&loaded.problems)),
            Err(error) => Self::refused(error.to_string()),
        }
    }

    fn begin(&mut self, change: &Change, quarter: QuarterKey) -> Message {
        let begun: Result<(Store, Workspace), SaveError> = Store::begin(&self.folder, change).map(|store| {
            let mut workspace = Workspace::default();
            workspace.apply(change);
            (store, workspace)
        });
        match begun {
            Ok((store, workspace)) => {
                self.store = Some(self.with_drafts(store));
                Message::Begun(workspace, quarter)
            }
            Err(error) => Self::refused(error.to_string()),
        }
    }

    fn with_drafts(&self, store: Store) -> Store {
        match &self.drafts {
            Some(folder) => store.with_drafts(folder.clone()),
            None => store,
        }
    }

    fn open_sample(&mut self) -> Message {
        match (self.sample)() {
            Ok(Place { store, workspace, quarter: Some(quarter), keeps, .. }) => {
                self.keeps = keeps;
                self.store = Some(self.with_drafts(store));
                Message::Begun(workspace, quarter)
            }
            Ok(_) => Self::refused("the sample has no quarter to show"),
            Err(why) => Self::refused(why),
        }
    }
}
