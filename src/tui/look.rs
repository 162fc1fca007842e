//! How things look on this terminal: colours and signs, decided once at start.

use super::glyphs::Glyphs;
use super::theme::Theme;
use crate::settings::colours::{Depth, ThemeName};

/// Carries all that a widget needs to draw: it never asks the environment.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The styles, one per role.
    pub theme: Theme,
    /// The signs, in Unicode or ASCII.
    pub glyphs: &'static Glyphs,
    /// The colours that the terminal may be sent.
    pub depth: Depth,
    /// Whether everything is said in words alone, as a drawing beside them would be read out sign by sign.
    pub is_in_words: bool,
}

impl Look {
    /// Returns the look of a theme at a colour depth with a set of glyphs.
    pub fn new(name: ThemeName, depth: Depth, glyphs: &'static Glyphs) -> Self {
        Self { theme: Theme::load(name, depth), glyphs, depth, is_in_words: false }
    }
}

impl Default for Look {
    /// Returns the default theme in 16 colours with Unicode signs.
    fn default() -> Self {
        Self::new(ThemeName::Terminal, Depth::Ansi, &Glyphs::UNICODE)
    }
}
