//! A person's own settings: read when the screens begin, and again when the files change.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{LookWishes, Session, State};
use crate::store::{out, state};
use crate::tui::config::{self, Config, ConfigTexts};
use crate::tui::event::Events;
use crate::tui::message::Message;
use crate::tui::state::Tone;
use crate::tui::terminal::Console;
use crate::tui::theme::ThemeChoice;
use crate::tui::watch::Watch;

/// The files in the folder of settings.
pub const FILES: [&str; 2] = ["config.toml", "keys.toml"];

/// The longest file of settings, in bytes.
const LONGEST: u64 = 1 << 20;

/// The settings, and what tells that they have changed.
pub(super) struct Settings {
    pub(super) wishes: LookWishes,
    pub(super) has_bell: bool,
    watch: Option<Watch>,
}

impl Settings {
    pub(super) fn watched(wishes: LookWishes, has_bell: bool, events: &Events) -> Self {
        let folder = wishes.config.as_deref().filter(|folder| folder.is_dir());
        let watch = folder.and_then(|folder| Some(Watch::of_files(folder, &FILES, events.waker().ok()?)));
        Self { wishes, has_bell, watch }
    }

    /// Lets the bell ring or not, until the settings are read again.
    pub(super) fn turn_bell(&mut self) -> Message {
        self.has_bell = !self.has_bell;
        let says = if self.has_bell { "The bell rings" } else { "The bell is silent" };
        Message::Told(format!("{says}, until you leave. `ui.bell` in your settings keeps it."))
    }

    /// The settings as they are now, if somebody has changed them.
    pub(super) fn news(&mut self) -> Option<Config> {
        self.watch.as_ref().filter(|watch| watch.has_news())?;
        let config = read(self.wishes.config.as_deref());
        self.has_bell = config.has_bell;
        Some(config)
    }
}

/// Reads the settings of a folder; what is not there is as usual.
#[must_use]
pub fn read(folder: Option<&Path>) -> Config {
    let text = |name: &str| {
        let path = folder?.join(name);
        let is_fit = fs::metadata(&path).ok()?.len() <= LONGEST;
        is_fit.then(|| fs::read_to_string(&path).ok()).flatten()
    };
    Config::read(&ConfigTexts { config: text(FILES[0]), keys: text(FILES[1]) })
}

/// Lets the screens hold to the settings, and says what is wrong in them.
pub(super) fn hold(state: &mut State, config: &Config) {
    state.keymap = std::sync::Arc::clone(&config.keymap);
    match config.mistakes.as_slice() {
        [] => {}
        [only] => state.say(Tone::Stop, only.to_string()),
        [first, rest @ ..] => {
            state.say(Tone::Stop, format!("{first}; {} more: okr doctor", rest.len()));
        }
    }
}

impl Session {
    /// Shows other colours, and keeps the choice in the person's settings; where that cannot be, until the screens are left.
    pub(super) fn keep_theme(&mut self, theme: ThemeChoice, console: &mut Console) -> io::Result<Message> {
        // What was just chosen goes before what was asked for at the start.
        self.settings.wishes.theme = Some(theme);
        let kept = keep(self.settings.wishes.config.as_deref(), theme);
        let config = read(self.settings.wishes.config.as_deref());
        self.take_settings(&config, console)?;
        self.settings.wishes.theme = kept.is_err().then_some(theme);
        let name = theme.as_str();
        Ok(match kept {
            Ok(path) => Message::Told(format!("Colours: {name}, kept in {}", path.display())),
            Err(why) => Message::Refused {
                says: format!("Colours: {name}, until you leave: {why}"),
                is_danger: false,
            },
        })
    }
}

/// Writes the choice of colours into the settings; every other line of the file stays as it is.
fn keep(folder: Option<&Path>, theme: ThemeChoice) -> Result<PathBuf, String> {
    let folder = folder.ok_or("you have no home folder here")?;
    let path = folder.join(FILES[0]);
    let text = match fs::read_to_string(&path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => config::CONFIG.to_owned(),
        text => text.map_err(|why| format!("{}: {why}", path.display()))?,
    };
    let text = config::with_theme(&text, theme).map_err(|why| format!("{}: {why}", path.display()))?;
    let written = state::make(folder).and_then(|()| out::put(&path, &text));
    written.map(|()| path.clone()).map_err(|why| format!("{}: {why}", path.display()))
}
