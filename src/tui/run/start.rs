//! What the screens begin with, and how they are to look.

use std::io;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::domain::day::Day;
use crate::domain::quarter::QuarterKey;
use crate::domain::seed::Seed;
use crate::domain::workspace::Workspace;
use crate::settings::actions::ScreenName;
use crate::settings::colours::{ColourChoice, ColourWishes, Depth, Ground, ThemeChoice};
use crate::settings::config::{Config, Mouse};
use crate::settings::signs::GlyphChoice;
use crate::store::Store;
use crate::store::problem::Problem;
use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;

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

/// Copies the sample to a temporary folder and opens it there; gives the day on which it is best seen, or why it cannot be opened.
pub type Sample = Box<dyn Fn() -> Result<(Place, Day), String>>;

/// What the screens begin with.
pub struct Start {
    /// The workspace, if there is one; else the first run begins.
    pub place: Option<Place>,
    /// What is said as it opens.
    pub says: Option<String>,
    /// The folder in which a first run makes a workspace.
    pub folder: PathBuf,
    /// The state folder: drafts of saves that were refused, what can be taken back, the record of a session while it is played.
    pub state: Option<PathBuf>,
    /// The day, and whether it was set by hand and stays.
    pub today: Day,
    /// Whether the day was set by hand, so that midnight does not change it.
    pub is_day_fixed: bool,
    /// Letters for new ids.
    pub seed: Seed,
    /// The screen to begin on.
    pub screen: ScreenName,
    /// How it is to look, and where more is said about that.
    pub wishes: LookWishes,
    /// Whether it begins with a session, shown large.
    pub presents: bool,
    /// Copies the sample to a temporary folder and opens it there, with the day on which it is best seen.
    pub sample: Sample,
}

/// What was asked for on the command line about how the screens look; it goes before the person's own settings.
#[derive(Debug, Clone, Default)]
pub struct LookWishes {
    /// Whether colours are wanted.
    pub colour: ColourChoice,
    /// Which signs are wanted.
    pub glyphs: GlyphChoice,
    /// The colours by name.
    pub theme: Option<ThemeChoice>,
    /// Who has the mouse.
    pub mouse: Option<Mouse>,
    /// The folder of the person's own settings.
    pub config: Option<PathBuf>,
}

/// A variable of the environment.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The colours that are wanted, by the line or the settings.
pub(super) fn wanted(wishes: &LookWishes, config: &Config) -> ThemeChoice {
    wishes.theme.or(config.theme).unwrap_or_default()
}

/// How the screens look, by the line, the settings and the terminal.
pub(super) fn look(wishes: &LookWishes, config: &Config, ground: Option<Ground>) -> Look {
    use std::io::IsTerminal;
    let is_terminal = io::stdout().is_terminal();
    let colours = ColourWishes { flag: wishes.colour, config: config.colour, is_terminal, env: &variable };
    let theme = wanted(wishes, config).on(ground, &variable);
    let glyphs = Glyphs::detect(wishes.glyphs.or(config.glyphs), &variable);
    Look::new(theme, Depth::detect(&colours), glyphs)
}
