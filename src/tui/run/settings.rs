//! A person's own settings: read when the screens begin, and again when the files change.

use std::fs;
use std::path::Path;

use super::{LookWishes, State};
use crate::tui::config::{Config, ConfigTexts};
use crate::tui::event::Events;
use crate::tui::state::Tone;
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
