//! What every verb is given: the options of all verbs, the day, and random letters.

use std::ffi::OsString;
use std::hash::{BuildHasher as _, RandomState};
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::time::SystemTime;

use clap::Args;

use super::halt::Halt;
use super::last_used::LastUsed;
use crate::domain::day::Day;
use crate::domain::seed::Seed;
use crate::settings::colours::{ColourChoice, ThemeChoice};
use crate::settings::signs::GlyphChoice;
use crate::store::state::number_of;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::program as help;

/// The variable that names the colours of the screens.
pub(super) const THEME: &str = "OKR_THEME";

/// The name of a file that is meant to be stdin or stdout.
pub(super) const STANDARD: &str = "-";

/// The options every verb takes.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Options of every verb")]
pub(super) struct Options {
    #[arg(help = help::EVERY_WORKSPACE, long, global = true, value_name = "DIR")]
    pub(super) workspace: Option<PathBuf>,
    #[arg(help = help::EVERY_TEAM, long, global = true, value_name = "ID")]
    pub(super) team: Option<String>,
    #[arg(help = help::EVERY_CYCLE, long, global = true, value_name = "ID")]
    pub(super) cycle: Option<String>,
    #[arg(help = help::EVERY_JSON, long, global = true)]
    pub(super) json: bool,
    // How it looks.
    #[command(flatten)]
    pub(super) look: LookOptions,
    // How a session is played.
    #[command(flatten)]
    pub(super) play: PlayOptions,
    #[arg(help = help::EVERY_NO_INPUT, long, global = true)]
    pub(super) no_input: bool,
}

/// How it looks, and who has the mouse.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Options of every verb")]
pub(super) struct LookOptions {
    #[arg(help = help::EVERY_COLOR, long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true)]
    pub(super) color: ColourChoice,
    #[arg(help = help::EVERY_ASCII, long, global = true)]
    pub(super) ascii: bool,
    #[arg(help = help::EVERY_THEME, long, global = true, value_name = "NAME", env = THEME, hide_env = true)]
    pub(super) theme: Option<ThemeChoice>,
    #[arg(help = help::EVERY_NO_MOUSE, long, global = true)]
    pub(super) no_mouse: bool,
}

/// How a session is played, where no verb is given.
#[derive(Debug, Default, Args)]
pub(super) struct PlayOptions {
    #[arg(help = help::EVERY_PLAIN, long)]
    pub(super) plain: bool,
    #[arg(help = help::EVERY_PRESENT, long, conflicts_with = "plain")]
    pub(super) present: bool,
}

/// The themes that can be wanted, as they are typed.
pub(super) fn themes() -> Vec<&'static str> {
    ThemeChoice::all().into_iter().map(ThemeChoice::as_str).collect()
}

impl LookOptions {
    /// The signs that are wanted.
    pub(super) fn glyphs(&self) -> GlyphChoice {
        if self.ascii { GlyphChoice::Ascii } else { GlyphChoice::Auto }
    }
}

/// One command while it runs.
#[derive(Debug)]
pub(super) struct Call {
    /// The options of all verbs.
    pub(super) options: Options,
    /// The day.
    pub(super) today: Day,
    /// Whether the day was set by hand, so that midnight does not change it.
    pub(super) is_day_fixed: bool,
    /// Random letters for new ids.
    pub(super) seed: Seed,
    /// What the command before it worked on.
    pub(super) last_used: LastUsed,
}

impl Call {
    /// Reads the day and the seed from the environment.
    pub(super) fn new(options: Options, arguments: &[OsString]) -> Result<Self, Halt> {
        let is_day_fixed = variable("OKR_TODAY").is_some();
        let last_used = LastUsed::default();
        Ok(Self { options, today: today()?, is_day_fixed, seed: seed(arguments), last_used })
    }

    /// The day of this machine's clock, if it can be right.
    pub(super) fn clock() -> Option<Day> {
        Day::from_date(chrono::Local::now().date_naive())
    }

    /// Whether somebody is there to be asked.
    pub(super) fn can_ask(&self) -> bool {
        !self.options.no_input && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }
}

/// A variable that is set to something.
pub(super) fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn today() -> Result<Day, Halt> {
    let hint = words::WRITE_IT_LIKE_OKR_TODAY_2027;
    let clock = || Call::clock().ok_or_else(|| Halt::usage(words::THE_CLOCK_OF_THIS_MACHINE_IS_WRONG, hint));
    let Some(text) = variable("OKR_TODAY") else { return clock() };
    let text = text.to_string_lossy();
    // A whole date needs no clock; "mon" or "+2w" do.
    let base = clock().or_else(|halt| Day::new(2027, 1, 1).ok_or(halt))?;
    Day::parse(&text, base).map_err(|bad| Halt::usage(format!("OKR_TODAY: {bad}"), hint))
}

/// `OKR_SEED` with the arguments, so that tests get the same ids and two commands different ones; else random.
fn seed(arguments: &[OsString]) -> Seed {
    let Some(fixed) = variable("OKR_SEED") else {
        return Seed::new(RandomState::new().hash_one((SystemTime::now(), std::process::id())));
    };
    let words = std::iter::once(&fixed).chain(arguments.iter().skip(1));
    let letters = words.flat_map(|word| word.as_encoded_bytes().iter().chain(&[0]));
    Seed::new(number_of(letters))
}
