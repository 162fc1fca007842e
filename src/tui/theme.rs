//! The colours on screen: one style per role, read from `assets/themes/` once at start.
//!
//! A screen names a role and never a colour. Nothing is said by colour alone.

use std::str::FromStr;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::settings::colours::{Depth, ThemeName};
use crate::words::settings as words;

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

impl ThemeName {
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
    use crate::settings::colours::{ThemeChoice, contrast};

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
