//! The colours that are wanted, and those that a terminal can show.

mod ground;

use std::str::FromStr;

pub use ground::{Ground, contrast};

use crate::words::settings as words;

/// Names the themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// The 16 colours of the terminal on its own background.
    #[default]
    Terminal,
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
    /// White on black with a contrast of at least 7:1.
    HighContrast,
    /// No colour: bold, reverse and underline only.
    Mono,
}

impl ThemeName {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Terminal, Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// Returns the name as it stands in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }
}

/// Says which theme is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeChoice {
    /// The one that fits the ground the terminal says it has.
    Auto,
    /// This one.
    Named(ThemeName),
}

impl Default for ThemeChoice {
    fn default() -> Self {
        Self::Named(ThemeName::Terminal)
    }
}

impl ThemeChoice {
    /// Returns all of them, in the order they are offered.
    pub fn all() -> Vec<Self> {
        ThemeName::ALL.into_iter().map(Self::Named).chain([Self::Auto]).collect()
    }

    /// Returns the name as it stands in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Named(name) => name.as_str(),
        }
    }

    /// Returns the theme for a terminal, by the ground it answered, else by the one it says in `COLORFGBG`; a terminal that
    /// says nothing is taken to be dark.
    pub fn on(self, answered: Option<Ground>, env: &dyn Fn(&str) -> Option<String>) -> ThemeName {
        let said = || env("COLORFGBG").and_then(|said| Ground::of_variable(&said));
        match self {
            Self::Named(name) => name,
            Self::Auto => match answered.or_else(said) {
                Some(Ground::Light) => ThemeName::Light,
                Some(Ground::Dark) | None => ThemeName::Dark,
            },
        }
    }
}

impl FromStr for ThemeChoice {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::all().into_iter().find(|theme| theme.as_str() == name).ok_or_else(|| {
            let known = Self::all().into_iter().map(Self::as_str).collect::<Vec<_>>().join(", ");
            words::no_theme(name, &known)
        })
    }
}

/// Says which colours a terminal may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// None; bold, reverse and underline stay.
    None,
    /// The 16 that the terminal's own palette defines.
    #[default]
    Ansi,
    /// Any.
    Rgb,
}

/// Says what somebody asked for about colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColourChoice {
    /// Nothing in particular.
    #[default]
    Auto,
    /// Colour even where none is detected.
    Always,
    /// No colour.
    Never,
}

impl ColourChoice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// Returns the word as it stands in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

impl FromStr for ColourChoice {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        super::chosen(word, Self::ALL, Self::as_str)
    }
}

/// Gathers what decides about colour, so that the decision itself asks nobody.
pub struct ColourWishes<'a> {
    /// The flag `--color`.
    pub flag: ColourChoice,
    /// The configuration file.
    pub config: ColourChoice,
    /// Whether a terminal reads the output.
    pub is_terminal: bool,
    /// The environment.
    pub env: &'a dyn Fn(&str) -> Option<String>,
}

impl Depth {
    /// Decides the depth: flag, `OKR_COLOR`, `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, configuration,
    /// then what the terminal says of itself.
    pub fn detect(wishes: &ColourWishes) -> Self {
        let is_set = |name| (wishes.env)(name).is_some_and(|value| !value.is_empty());
        let is_forced = |name| is_set(name) && (wishes.env)(name).as_deref() != Some("0");
        let own = (wishes.env)("OKR_COLOR").and_then(|word| word.parse().ok()).unwrap_or_default();
        let shared = match () {
            () if is_set("NO_COLOR") => ColourChoice::Never,
            () if is_forced("CLICOLOR_FORCE") || is_forced("FORCE_COLOR") => ColourChoice::Always,
            () => ColourChoice::Auto,
        };
        let is_capable = wishes.is_terminal && (wishes.env)("TERM").as_deref() != Some("dumb");
        let decided = [wishes.flag, own, shared, wishes.config];
        match decided.into_iter().find(|choice| *choice != ColourChoice::Auto) {
            Some(ColourChoice::Never) => Self::None,
            Some(ColourChoice::Always) => Self::of_terminal(wishes.env),
            Some(ColourChoice::Auto) | None => {
                if is_capable {
                    Self::of_terminal(wishes.env)
                } else {
                    Self::None
                }
            }
        }
    }

    fn of_terminal(env: &dyn Fn(&str) -> Option<String>) -> Self {
        match env("COLORTERM").as_deref() {
            Some("truecolor" | "24bit") => Self::Rgb,
            _ => Self::Ansi,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(flag: ColourChoice, config: ColourChoice, is_terminal: bool, pairs: &[(&str, &str)]) -> Depth {
        let env =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Depth::detect(&ColourWishes { flag, config, is_terminal, env: &env })
    }

    #[test]
    fn auto_fits_the_ground_that_the_terminal_answers_or_says_and_is_dark_where_it_says_none() {
        let fits =
            |answered, said: Option<&str>| ThemeChoice::Auto.on(answered, &|_| said.map(ToOwned::to_owned));
        for (said, theme) in [
            (Some("15;0"), ThemeName::Dark),
            (Some("12;default;8"), ThemeName::Dark),
            (Some("0;15"), ThemeName::Light),
            (Some("0;7"), ThemeName::Light),
            (Some("0;default"), ThemeName::Dark),
            (Some(""), ThemeName::Dark),
            (Some("1;300"), ThemeName::Dark),
            (None, ThemeName::Dark),
        ] {
            assert_eq!(fits(None, said), theme, "{said:?}");
        }
        assert_eq!(fits(Some(Ground::Light), Some("15;0")), ThemeName::Light);
        let mono = ThemeChoice::Named(ThemeName::Mono);
        assert_eq!(mono.on(Some(Ground::Light), &|_| Some("0;15".to_owned())), ThemeName::Mono);
    }

    #[test]
    fn colour_follows_the_first_wish() {
        use ColourChoice::{Always, Auto, Never};
        let rich = ("COLORTERM", "truecolor");
        assert_eq!(depth(Auto, Auto, true, &[]), Depth::Ansi);
        assert_eq!(depth(Auto, Auto, true, &[rich]), Depth::Rgb);
        assert_eq!(depth(Auto, Auto, true, &[("COLORTERM", "yes")]), Depth::Ansi);
        assert_eq!(depth(Auto, Auto, false, &[rich]), Depth::None);
        assert_eq!(depth(Auto, Auto, true, &[("TERM", "dumb")]), Depth::None);
        assert_eq!(depth(Auto, Auto, true, &[("NO_COLOR", "1"), ("FORCE_COLOR", "1")]), Depth::None);
        assert_eq!(depth(Auto, Auto, true, &[("NO_COLOR", "")]), Depth::Ansi);
        assert_eq!(depth(Auto, Never, false, &[("CLICOLOR_FORCE", "1")]), Depth::Ansi);
        assert_eq!(depth(Auto, Never, true, &[("FORCE_COLOR", "0")]), Depth::None);
        assert_eq!(depth(Auto, Always, false, &[]), Depth::Ansi);
        assert_eq!(depth(Auto, Auto, true, &[("OKR_COLOR", "never"), rich]), Depth::None);
        assert_eq!(depth(Auto, Auto, true, &[("OKR_COLOR", "always"), ("NO_COLOR", "1")]), Depth::Ansi);
        assert_eq!(depth(Always, Never, false, &[("NO_COLOR", "1"), rich]), Depth::Rgb);
        assert_eq!(depth(Never, Always, true, &[("OKR_COLOR", "always")]), Depth::None);
        assert!("neon".parse::<ThemeChoice>().is_err());
        assert!("sometimes".parse::<ColourChoice>().is_err());
    }
}
