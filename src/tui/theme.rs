//! The colours on screen: one style per role, read from `assets/themes/` once at start.
//!
//! A screen names a role and never a colour. Nothing is said by colour alone.

mod ground;

use crate::words::settings as words;
use std::str::FromStr;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

pub use ground::{Ground, contrast};

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident,)+) => {
        /// Holds the style of every role.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Theme {
            /// Which theme this is.
            pub name: ThemeName,
            $($(#[$doc])* pub $role: Style,)+
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Sheet {
            $($role: Row,)+
        }

        impl Theme {
            fn from_sheet(name: ThemeName, sheet: &Sheet, depth: Depth) -> Self {
                Self { name, $($role: sheet.$role.style(depth),)+ }
            }

            /// Lists every role by name with its style.
            #[must_use]
            pub fn roles(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($role), self.$role)),+]
            }
        }
    };
}

roles! {
    /// The ground of the frame; only themes with a background of their own paint it.
    base,
    /// Words and numbers.
    text,
    /// Labels, units, hints: read second, never unreadable.
    quiet,
    /// Titles of regions.
    heading,
    /// What is open or in focus.
    accent,
    /// A key in the footer or in help.
    key,
    /// Rules and frames.
    border,
    /// The selected row.
    selected,
    /// A text field.
    field,
    /// The text field that is typed into.
    field_focused,
    /// Overdue, falling, blocked, over budget; always beside a sign and a word.
    attention,
    /// Errors of the program and data at risk, nothing else.
    danger,
    /// Finished, said or saved.
    done,
    /// The filled part of any score or progress: one neutral hue for all values.
    score,
    /// The empty part of a bar.
    track,
    /// The mark of 0.7.
    mark,
    /// A label that must not be overlooked, as in presenter mode.
    badge,
}

impl Theme {
    /// Reads one of the compiled-in themes for a colour depth.
    ///
    /// # Panics
    ///
    /// Never: the themes are part of the program and a test reads each of them.
    #[must_use]
    pub fn load(name: ThemeName, depth: Depth) -> Self {
        let sheet = toml::from_str(name.source()).expect("each compiled-in theme is parsed by a test");
        Self::from_sheet(name, &sheet, depth)
    }
}

/// Describes one role in a theme's file.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Row {
    rgb: Option<Hue>,
    ansi: Option<Hue>,
    on_rgb: Option<Hue>,
    on_ansi: Option<Hue>,
    bold: bool,
    reversed: bool,
    underlined: bool,
}

impl Row {
    fn style(&self, depth: Depth) -> Style {
        let (front, ground) = match depth {
            Depth::None => (None, None),
            Depth::Ansi => (self.ansi, self.on_ansi),
            Depth::Rgb => (self.rgb.or(self.ansi), self.on_rgb.or(self.on_ansi)),
        };
        let mut style = Style::new();
        style.fg = front.map(|hue| hue.0);
        style.bg = ground.map(|hue| hue.0);
        let marks = [
            (self.bold, Modifier::BOLD),
            (self.reversed, Modifier::REVERSED),
            (self.underlined, Modifier::UNDERLINED),
        ];
        marks.iter().filter(|(is_set, _)| *is_set).fold(style, |style, (_, mark)| style.add_modifier(*mark))
    }
}

/// Names a colour as in `"cyan"` or `"#d7dae0"`.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Hue(Color);

impl TryFrom<String> for Hue {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Color::from_str(&name).map(Self).map_err(|_| words::is_no_colour(&name))
    }
}

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
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Terminal => include_str!("../../assets/themes/terminal.toml"),
            Self::Dark => include_str!("../../assets/themes/dark.toml"),
            Self::Light => include_str!("../../assets/themes/light.toml"),
            Self::HighContrast => include_str!("../../assets/themes/high-contrast.toml"),
            Self::Mono => include_str!("../../assets/themes/mono.toml"),
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
    #[must_use]
    pub fn all() -> Vec<Self> {
        ThemeName::ALL.into_iter().map(Self::Named).chain([Self::Auto]).collect()
    }

    /// Returns the name as it stands in the configuration.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Named(name) => name.as_str(),
        }
    }

    /// Returns the theme for a terminal, by the ground it answered, else by the one it says in `COLORFGBG`; a terminal that
    /// says nothing is taken to be dark.
    #[must_use]
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
    #[must_use]
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
        let known = Self::ALL.map(Self::as_str).join(", ");
        Self::ALL.into_iter().find(|it| it.as_str() == word).ok_or(words::is_not_one_of(word, &known))
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
    #[must_use]
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

/// Takes all colour from a frame that may have none; bold, reverse and underline stay.
pub fn settle(buffer: &mut Buffer, depth: Depth) {
    if depth != Depth::None {
        return;
    }
    for cell in &mut buffer.content {
        cell.fg = Color::Reset;
        cell.bg = Color::Reset;
        cell.underline_color = Color::Reset;
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    fn depth(flag: ColourChoice, config: ColourChoice, is_terminal: bool, pairs: &[(&str, &str)]) -> Depth {
        let env =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Depth::detect(&ColourWishes { flag, config, is_terminal, env: &env })
    }

    #[test]
    fn every_theme_is_complete_at_every_depth() {
        for name in ThemeName::ALL {
            for depth in [Depth::None, Depth::Ansi, Depth::Rgb] {
                let theme = Theme::load(name, depth);
                assert_eq!(name.as_str().parse(), Ok(ThemeChoice::Named(name)));
                let marks = theme.selected.add_modifier;
                assert!(marks.contains(Modifier::BOLD | Modifier::REVERSED), "{name:?}");
            }
        }
        assert!("neon".parse::<ThemeChoice>().is_err());
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
    fn the_default_theme_never_paints_a_background_and_never_uses_blue_or_grey_for_words() {
        for depth in [Depth::Ansi, Depth::Rgb] {
            for (role, style) in Theme::load(ThemeName::Terminal, depth).roles() {
                assert!(matches!(style.bg, None | Some(Color::Reset)), "{role} paints");
                assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Blue)), "{role} is no safe colour");
                let is_word = !matches!(role, "border" | "track");
                assert!(!(is_word && style.fg == Some(Color::DarkGray)), "{role} is too faint");
            }
        }
    }

    #[test]
    fn mono_and_no_colour_hold_no_colour() {
        let themes = ThemeName::ALL.map(|name| Theme::load(name, Depth::None));
        for theme in themes.iter().chain(&[Theme::load(ThemeName::Mono, Depth::Rgb)]) {
            assert!(theme.roles().iter().all(|(_, style)| style.fg.is_none() && style.bg.is_none()));
        }
    }

    #[test]
    fn rgb_themes_reach_their_contrast() {
        for (name, least) in [(ThemeName::Dark, 4.5), (ThemeName::Light, 4.5), (ThemeName::HighContrast, 7.0)]
        {
            let theme = Theme::load(name, Depth::Rgb);
            let ground = theme.base.bg.expect("an RGB theme has a background");
            for (role, style) in theme.roles() {
                let front = style.fg.expect("an RGB theme has a colour for each role");
                let needed = if matches!(role, "border" | "track") { 3.0 } else { least };
                let reached = contrast(front, style.bg.unwrap_or(ground)).expect("both colours are RGB");
                assert!(reached >= needed, "{name:?} {role}: {reached:.2}");
            }
        }
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
        assert!("sometimes".parse::<ColourChoice>().is_err());
    }

    #[test]
    fn a_frame_without_colour_keeps_bold_and_reverse() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        let loud = Style::new().fg(Color::Cyan).bg(Color::Blue).bold().reversed();
        buffer.set_string(0, 0, "ab", loud);
        settle(&mut buffer, Depth::Ansi);
        assert_eq!(buffer[(0, 0)].fg, Color::Cyan);
        settle(&mut buffer, Depth::None);
        assert_eq!((buffer[(0, 0)].fg, buffer[(0, 0)].bg), (Color::Reset, Color::Reset));
        assert_eq!(buffer[(0, 0)].modifier, Modifier::BOLD | Modifier::REVERSED);
    }
}
