//! The signs that are wanted, and those that a terminal can show.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::domain::display::in_ascii;

/// Whether what people read of this run is printed in ASCII signs only.
static PRINTS_ASCII: OnceLock<bool> = OnceLock::new();

/// Lets all that is printed for people from now on be in ASCII signs only, or not; what was said first holds.
pub fn print_ascii(is_ascii: bool) {
    let _ = PRINTS_ASCII.set(is_ascii);
}

/// Whether it is.
pub fn prints_ascii() -> bool {
    PRINTS_ASCII.get() == Some(&true)
}

/// A text for people in the signs that are printed.
pub fn signed(text: Cow<'_, str>) -> Cow<'_, str> {
    if prints_ascii() { Cow::Owned(in_ascii(&text)) } else { text }
}

/// Says which signs somebody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GlyphChoice {
    /// What the terminal can show.
    #[default]
    Auto,
    /// `ui.glyphs = "unicode"`.
    Unicode,
    /// `--ascii` or `ui.glyphs = "ascii"`.
    Ascii,
}

impl GlyphChoice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Unicode, Self::Ascii];

    /// Returns the word as it stands in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Unicode => "unicode",
            Self::Ascii => "ascii",
        }
    }

    /// The choice of a line; where it leaves that open, the one of the settings.
    #[must_use]
    pub fn or(self, settings: Self) -> Self {
        if self == Self::Auto { settings } else { self }
    }

    /// Whether it means ASCII in an environment.
    ///
    /// Without a choice, ASCII is taken for `TERM=linux` and for a locale that is not UTF-8; Windows has no
    /// locale variables and shows Unicode.
    pub fn is_ascii(self, env: &dyn Fn(&str) -> Option<String>) -> bool {
        match self {
            Self::Ascii => true,
            Self::Unicode => false,
            Self::Auto => {
                let shows_more = cfg!(windows) || locale(env).is_some_and(|name| is_utf8(&name));
                env("TERM").as_deref() == Some("linux") || !shows_more
            }
        }
    }
}

impl std::str::FromStr for GlyphChoice {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        super::chosen(word, Self::ALL, Self::as_str)
    }
}

/// The locale that holds for letters in an environment, if one is named.
pub fn locale(env: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| env(name).filter(|value| !value.is_empty()))
}

/// Whether the letters of a locale are those of UTF-8: `de_DE.UTF-8@euro`.
pub fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_ascii(choice: GlyphChoice, pairs: &[(&str, &str)]) -> bool {
        choice.is_ascii(&|name| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_utf8_locale_shows_unicode() {
        for locale in ["en_GB.UTF-8", "C.utf8"] {
            assert!(!is_ascii(GlyphChoice::Auto, &[("LANG", locale)]));
        }
        assert!(!is_ascii(GlyphChoice::Unicode, &[]));
    }

    #[test]
    #[cfg(not(windows))]
    fn any_other_terminal_shows_ascii() {
        assert!(is_ascii(GlyphChoice::Auto, &[]));
        assert!(is_ascii(GlyphChoice::Auto, &[("LANG", "C")]));
        assert!(is_ascii(GlyphChoice::Auto, &[("LC_ALL", "C"), ("LANG", "de.UTF-8")]));
        let console = [("TERM", "linux"), ("LANG", "C.UTF-8")];
        assert!(is_ascii(GlyphChoice::Auto, &console));
        assert!(is_ascii(GlyphChoice::Ascii, &[("LANG", "C.UTF-8")]));
    }
}
