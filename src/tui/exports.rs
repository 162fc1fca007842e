//! What the screens give to others as a file, and the choice of colours: a menu each.

use super::menu::{Choice, Menu};
use super::state::State;
use crate::report::export::{Form, Selection};
use crate::settings::colours::{ThemeChoice, ThemeName};
use crate::words::lists as words;

/// A page of the chosen quarter for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// One page for a browser, with its drawings.
    Html,
    /// For a pull request or a wiki.
    Markdown,
    /// A row a key result, for a spreadsheet.
    Table,
    /// The meetings.
    Calendar,
}

impl Page {
    /// Every page, with its letter and what it is for.
    const ALL: [(Self, char, &'static str, &'static str); 4] = [
        (Self::Html, 'h', words::HTML_PAGE, words::ONE_FILE_WITH_ITS_CHARTS),
        (Self::Markdown, 'm', words::MARKDOWN, words::FOR_A_PULL_REQUEST_OR_A_WIKI),
        (Self::Table, 'c', words::CSV_TABLE, words::A_ROW_A_KEY_RESULT),
        (Self::Calendar, 'i', words::CALENDAR, words::THE_MEETINGS_WITH_THEIR_AGENDA),
    ];

    fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Table => "csv",
            Self::Calendar => "ics",
        }
    }

    /// The name of its file: team, cycle and day, so that no other file is written over.
    pub fn name(self, state: &State) -> String {
        let place = state.place.as_ref().map(|key| format!("{}-{}-", key.team, key.cycle));
        format!("okr-{}{}.{}", place.unwrap_or_default(), state.today, self.ending())
    }

    /// Its text.
    ///
    /// # Errors
    /// No quarter is open.
    pub fn text(self, state: &State) -> Result<String, String> {
        let desk = state.desk().map_err(|refusal| refusal.to_string())?;
        let selection = Selection::quarter(desk);
        match self {
            Self::Html => selection.page(Form::Html, None).map_err(|broken| broken.to_string()),
            Self::Markdown => selection.page(Form::Markdown, None).map_err(|broken| broken.to_string()),
            Self::Table => Ok(selection.csv()),
            Self::Calendar => Ok(selection.ics()),
        }
    }

    /// Asks which page.
    pub fn menu() -> Menu {
        let says = words::THE_QUARTER_FOR_OTHERS;
        let add = |menu: Menu, (page, letter, label, says): (Self, char, &str, &str)| {
            menu.answer(letter, (label, says), Choice::Write(page))
        };
        Self::ALL.into_iter().fold(Menu::new(words::EXPORT, says), add)
    }
}

/// Asks which colours; those on the screen are selected.
pub fn themes(now: ThemeName) -> Menu {
    let says = words::THE_COLOURS_OF_THE_SCREENS;
    let add = |menu: Menu, theme: ThemeChoice| {
        let (letter, meant) = match theme {
            ThemeChoice::Named(ThemeName::Terminal) => ('t', words::THE_16_COLOURS),
            ThemeChoice::Named(ThemeName::Dark) => ('d', words::FOR_A_DARK_BACKGROUND),
            ThemeChoice::Named(ThemeName::Light) => ('l', words::FOR_A_LIGHT_BACKGROUND),
            ThemeChoice::Named(ThemeName::HighContrast) => ('h', words::THE_STRONGEST_CONTRAST),
            ThemeChoice::Named(ThemeName::Mono) => ('m', words::NO_COLOUR),
            ThemeChoice::Auto => ('a', words::DARK_OR_LIGHT),
        };
        menu.answer(letter, (theme.as_str(), meant), Choice::Theme(theme))
    };
    let menu = ThemeChoice::all().into_iter().fold(Menu::new(words::COLOURS, says), add);
    let at = ThemeChoice::all().iter().position(|theme| *theme == ThemeChoice::Named(now)).unwrap_or(0);
    Menu { at, ..menu }
}
