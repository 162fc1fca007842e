//! A person's own settings: read when the screens begin, and again when the files change.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::start::{look, variable, wanted};
use super::{LookWishes, Running, State};
use crate::settings::actions::GlobalAction;
use crate::settings::clipboard::Clipboard;
use crate::settings::colours::{Depth, Ground, ThemeChoice};
use crate::settings::config::{Chosen, Config, Mouse};
use crate::settings::{FILES, keep, read};
use crate::tui::event::Events;
use crate::tui::look::Look;
use crate::tui::message::Message;
use crate::tui::state::{More, Tone};
use crate::tui::watch::Watch;
use crate::words::notices as words;

/// The settings, and what tells that they have changed.
pub(super) struct Settings {
    pub(super) wishes: LookWishes,
    pub(super) has_bell: bool,
    pub(super) clipboard: Clipboard,
    /// What the terminal answered that its ground is.
    pub(super) ground: Option<Ground>,
    watch: Option<Watch>,
}

impl Settings {
    /// Takes note of the settings as they were read.
    pub(super) fn of(wishes: LookWishes, config: &Config) -> Self {
        let (has_bell, clipboard) = (config.has_bell, config.clipboard.clone());
        Self { wishes, has_bell, clipboard, ground: None, watch: None }
    }

    /// Watches the files, which were read after some time.
    pub(super) fn watch(&mut self, since: SystemTime, events: &Events) {
        let folder = self.wishes.config.as_deref();
        self.watch =
            folder.and_then(|folder| Some(Watch::of_files((folder, &FILES), since, events.waker().ok()?)));
    }

    /// How the screens look by the settings and by what the terminal has answered.
    pub(super) fn look(&self, config: &Config) -> Look {
        look(&self.wishes, config, self.ground)
    }

    /// The settings as they are now, if somebody has changed them.
    pub(super) fn news(&mut self) -> Option<Config> {
        self.watch.as_ref().filter(|watch| watch.has_news())?;
        Some(read(self.wishes.config.as_deref()))
    }
}

/// Lets the screens hold to the settings of a folder, and says what is wrong in them.
pub(super) fn hold(state: &mut State, config: &Config, folder: Option<&Path>) {
    state.keymap = std::sync::Arc::clone(&config.keymap);
    state.has_footer = config.has_footer;
    let mend = folder.map(|place| (words::WHAT_TO_DO, words::mend_the_settings(place.display())));
    let [first, rest @ ..] = config.mistakes.as_slice() else {
        // What was wrong is mended.
        state.status.take_if(|said| mend.is_some_and(|mend| said.more.contains(&mend)));
        return;
    };
    let says = if rest.is_empty() { first.to_string() } else { words::and_more(first, rest.len()) };
    let mut more: More = rest.iter().map(|mistake| (words::WHAT, mistake.to_string())).collect();
    more.extend(mend);
    state.say_more(Tone::Stop, says, more);
}

/// Whether a terminal can be asked for its ground: some would print the question. Where keys do not come as bytes, the
/// answer would not either.
fn is_asked(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    let is_plain = ["", "dumb", "linux"].contains(&term.as_str()) || term.starts_with("eterm");
    let is_screen = term.starts_with("screen") && env("TMUX").is_none();
    cfg!(unix) && !is_plain && !is_screen
}

impl Running {
    /// Asks the terminal for its ground where the colours are to follow it and it has not answered yet.
    pub(super) fn ask_ground(&mut self, config: &Config) -> io::Result<()> {
        let follows = wanted(&self.settings.wishes, config) == ThemeChoice::Auto
            && self.state.look.depth != Depth::None;
        if follows && self.settings.ground.is_none() && is_asked(&variable) {
            self.events.listen_for_ground();
            self.console.ask_ground()?;
        }
        Ok(())
    }

    /// Takes over settings that were changed while the screens are open.
    pub(super) fn take_settings(&mut self, config: &Config) -> io::Result<()> {
        self.wear(config);
        self.ask_ground(config)?;
        self.settings.has_bell = config.has_bell;
        self.settings.clipboard = config.clipboard.clone();
        self.console.set_mouse(self.settings.wishes.mouse.unwrap_or(config.mouse))?;
        hold(&mut self.state, config, self.settings.wishes.config.as_deref());
        Ok(())
    }

    /// Lets the colours follow the ground that the terminal has answered.
    pub(super) fn take_ground(&mut self, ground: Ground) {
        self.settings.ground = Some(ground);
        let config = read(self.settings.wishes.config.as_deref());
        if wanted(&self.settings.wishes, &config) == ThemeChoice::Auto {
            self.wear(&config);
        }
    }

    /// Looks from the next frame on as the settings say; what is shown large keeps its look until then.
    fn wear(&mut self, config: &Config) {
        let look = self.settings.look(config);
        self.console.set_depth(look.depth);
        match self.state.room.as_mut().and_then(|room| room.presents.as_mut()) {
            Some(usual) => *usual = look,
            None => self.state.look = look,
        }
        self.console.repaint();
    }

    /// Shows other colours, and keeps the choice in the person's settings; where that cannot be, until the screens are left.
    pub(super) fn keep_theme(&mut self, theme: ThemeChoice) -> io::Result<Message> {
        // What was just chosen goes before what was asked for at the start.
        self.settings.wishes.theme = Some(theme);
        let kept = self.keep(Chosen::Theme(theme));
        let config = read(self.settings.wishes.config.as_deref());
        self.take_settings(&config)?;
        self.settings.wishes.theme = kept.is_err().then_some(theme);
        Ok(told(&words::colours(theme.as_str()), kept))
    }

    /// Gives the mouse to the terminal or takes it back, and keeps the choice.
    pub(super) fn turn_mouse(&mut self) -> io::Result<Message> {
        let (mouse, says) = match self.console.mouse() {
            Mouse::Ours => (Mouse::Terminals, words::THE_MOUSE_SELECTS_TEXT),
            Mouse::Terminals => (Mouse::Ours, words::THE_MOUSE_CLICKS),
        };
        self.settings.wishes.mouse = None;
        self.console.set_mouse(mouse)?;
        Ok(told(says, self.keep(Chosen::Mouse(mouse))))
    }

    /// Lets the bell ring or not, and keeps the choice.
    pub(super) fn turn_bell(&mut self) -> Message {
        let rings = !self.settings.has_bell;
        self.settings.has_bell = rings;
        let says = if rings { words::THE_BELL_RINGS } else { words::THE_BELL_IS_SILENT };
        told(says, self.keep(Chosen::Bell(rings)))
    }

    /// Shows the footer or hides it, and keeps the choice.
    pub(super) fn turn_footer(&mut self) -> Message {
        self.state.has_footer = !self.state.has_footer;
        let hidden = || words::the_footer_is_hidden(self.state.keymap.key(GlobalAction::Help));
        let says = if self.state.has_footer { words::THE_FOOTER_IS_BACK.to_owned() } else { hidden() };
        told(&says, self.keep(Chosen::Footer(self.state.has_footer)))
    }

    fn keep(&self, choice: Chosen) -> Result<PathBuf, String> {
        keep(self.settings.wishes.config.as_deref(), choice)
    }
}

/// Says what holds now, and where that is kept or why only for now.
fn told(says: &str, kept: Result<PathBuf, String>) -> Message {
    match kept {
        Ok(path) => Message::Told(words::kept_in(says, path.display())),
        Err(why) => {
            let says = words::until_you_leave(says, &why);
            Message::refused(says).with(vec![(words::WHY, why)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::workspace::Workspace;

    #[test]
    fn what_was_wrong_in_the_settings_is_said_until_it_is_mended() {
        let home = tempfile::tempdir().unwrap();
        let write = |text: &str| std::fs::write(home.path().join(FILES[0]), text).unwrap();
        let today = Day::new(2027, 2, 11).unwrap();
        let mut state = State::new(Workspace::default(), None, today, Look::default());
        write("[ui]\nmotion = \"none\"\n");
        hold(&mut state, &read(Some(home.path())), Some(home.path()));
        assert!(state.status.as_ref().unwrap().says.contains("no key `motion`"));
        write("[ui]\nfooter = false\n");
        hold(&mut state, &read(Some(home.path())), Some(home.path()));
        assert_eq!(state.status, None);
        state.say(Tone::Stop, "No session is played.");
        hold(&mut state, &read(Some(home.path())), Some(home.path()));
        assert!(state.status.is_some(), "what else was said stays");
    }
}
