//! Where a text goes that is copied: to a program of this machine, or through the terminal, which reaches the machine
//! somebody sits at over ssh as well.

use crate::words::notices as words;
use std::convert::Infallible;
use std::str::FromStr;

/// Says how a text is copied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// By a program of the desktop where there is one and this is its machine, else by the terminal.
    #[default]
    Auto,
    /// By the terminal (OSC 52).
    Terminal,
    /// Nowhere; the text is shown.
    Off,
    /// By this command line, which gets the text as its input.
    Command(String),
}

impl Clipboard {
    /// As it stands in the configuration.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Auto => "auto",
            Self::Terminal => "osc52",
            Self::Off => "off",
            Self::Command(line) => line,
        }
    }
}

impl FromStr for Clipboard {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(match text.trim() {
            "auto" | "" => Self::Auto,
            "osc52" => Self::Terminal,
            "off" => Self::Off,
            line => Self::Command(line.to_owned()),
        })
    }
}

/// How bytes stand for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As everywhere.
    Utf8,
    /// As Windows reads it, with its mark at the beginning.
    Utf16,
}

impl Encoding {
    /// The bytes of a text.
    pub fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16 => {
                let marked = std::iter::once(0xfeff).chain(text.encode_utf16());
                marked.flat_map(u16::to_le_bytes).collect()
            }
        }
    }
}

/// The way a text takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Through the terminal.
    Terminal,
    /// Nowhere.
    Nowhere,
    /// Into a program with its arguments.
    Program(Vec<String>, Encoding),
}

/// A program of a desktop, the variable that tells that the desktop is there, and how it reads.
type Program = (&'static [&'static str], Option<&'static str>, Encoding);

/// The programs, the first that is there is taken.
const PROGRAMS: [Program; 5] = [
    (&["pbcopy"], None, Encoding::Utf8),
    (&["wl-copy"], Some("WAYLAND_DISPLAY"), Encoding::Utf8),
    (&["xclip", "-selection", "clipboard"], Some("DISPLAY"), Encoding::Utf8),
    (&["xsel", "--clipboard", "--input"], Some("DISPLAY"), Encoding::Utf8),
    (&["clip.exe"], None, Encoding::Utf16),
];

/// What tells that somebody sits at another machine.
const FAR: [&str; 3] = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"];

impl Clipboard {
    /// The way a text takes on this machine, by its variables and by what programs are there.
    ///
    /// # Errors
    /// The command line ends within a quote.
    pub fn route(
        &self,
        env: &dyn Fn(&str) -> Option<String>,
        is_there: &dyn Fn(&str) -> bool,
    ) -> Result<Route, String> {
        let is_set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        let fits = |(words, desktop, _): &&Program| desktop.is_none_or(is_set) && is_there(words[0]);
        match self {
            Self::Terminal => Ok(Route::Terminal),
            Self::Off => Ok(Route::Nowhere),
            Self::Auto if FAR.into_iter().any(is_set) => Ok(Route::Terminal),
            Self::Auto => Ok(match PROGRAMS.iter().find(fits) {
                Some((words, _, encoding)) => {
                    Route::Program(words.iter().map(ToString::to_string).collect(), *encoding)
                }
                None => Route::Terminal,
            }),
            Self::Command(line) => match shell_words::split(line) {
                Ok(words) => Ok(Route::Program(words, Encoding::Utf8)),
                Err(_) => Err(words::clipboard_ends_within_a_quote(line)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(setting: &str, set: &[&str], there: &[&str]) -> String {
        let env = |name: &str| set.contains(&name).then(|| "1".to_owned());
        let clipboard: Clipboard = setting.parse().unwrap();
        match clipboard.route(&env, &|name| there.contains(&name)) {
            Ok(Route::Program(words, _)) => words.join("|"),
            Ok(Route::Terminal) => "terminal".to_owned(),
            Ok(Route::Nowhere) => "nowhere".to_owned(),
            Err(why) => why,
        }
    }

    #[test]
    fn a_program_of_the_desktop_takes_it_on_the_machine_somebody_sits_at() {
        let all = ["wl-copy", "xclip", "xsel"];
        assert_eq!(route("auto", &["WAYLAND_DISPLAY", "DISPLAY"], &all), "wl-copy");
        assert_eq!(route("auto", &["DISPLAY"], &all), "xclip|-selection|clipboard");
        assert_eq!(route("auto", &["DISPLAY"], &["xsel"]), "xsel|--clipboard|--input");
        assert_eq!(route("auto", &[], &["pbcopy"]), "pbcopy");
        assert_eq!(route("auto", &[], &["clip.exe"]), "clip.exe");
        assert_eq!(route("auto", &[], &all), "terminal", "no desktop is there");
        assert_eq!(route("auto", &["DISPLAY"], &[]), "terminal", "no program is there");
    }

    #[test]
    fn over_ssh_the_terminal_takes_it_whatever_programs_are_there() {
        for far in FAR {
            assert_eq!(route("auto", &["DISPLAY", far], &["xclip", "pbcopy"]), "terminal");
        }
        assert_eq!(route("xclip -i", &["SSH_TTY"], &[]), "xclip|-i", "what is chosen is done");
    }

    #[test]
    fn what_is_chosen_in_the_settings_is_done() {
        assert_eq!(route("osc52", &["DISPLAY"], &["xclip"]), "terminal");
        assert_eq!(route("off", &["DISPLAY"], &["xclip"]), "nowhere");
        assert_eq!(route("tmux load-buffer 'a b' -", &[], &[]), "tmux|load-buffer|a b|-");
        assert!(route("tee 'a", &[], &[]).contains("ends within a quote"));
    }

    #[test]
    fn windows_gets_its_own_bytes() {
        assert_eq!(Encoding::Utf16.bytes("é"), [0xff, 0xfe, 0xe9, 0]);
        assert_eq!(Encoding::Utf8.bytes("é"), "é".as_bytes());
    }
}
