//! What the screens give to others as a file, and the choice of colours: a menu each.

use super::menu::{Choice, Menu};
use super::state::State;
use super::theme::{ThemeChoice, ThemeName};
use crate::report::export::{Form, Selection};

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
        (Self::Html, 'h', "HTML page", "one file with its charts: opens offline, prints"),
        (Self::Markdown, 'm', "Markdown", "for a pull request or a wiki"),
        (Self::Table, 'c', "CSV table", "a row a key result, for a spreadsheet"),
        (Self::Calendar, 'i', "calendar", "the meetings with their agenda, as .ics"),
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
    #[must_use]
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
    #[must_use]
    pub fn menu() -> Menu {
        let says =
            "The quarter for others, as a file in the folder you started in. Contacts and people stay out.";
        let add = |menu: Menu, (page, letter, label, says): (Self, char, &str, &str)| {
            menu.answer(letter, (label, says), Choice::Write(page))
        };
        Self::ALL.into_iter().fold(Menu::new("Export", says), add)
    }
}

/// Asks which colours; those on the screen are selected.
#[must_use]
pub fn themes(now: ThemeName) -> Menu {
    let says = "The colours of the screens. The choice is kept in your settings.";
    let add = |menu: Menu, theme: ThemeChoice| {
        let (letter, meant) = match theme {
            ThemeChoice::Named(ThemeName::Terminal) => ('t', "the 16 colours of your terminal"),
            ThemeChoice::Named(ThemeName::Dark) => ('d', "for a dark background"),
            ThemeChoice::Named(ThemeName::Light) => ('l', "for a light background"),
            ThemeChoice::Named(ThemeName::HighContrast) => {
                ('h', "the strongest contrast, for a wall or tired eyes")
            }
            ThemeChoice::Named(ThemeName::Mono) => ('m', "no colour: bold and reverse alone"),
            ThemeChoice::Auto => ('a', "dark or light, as your terminal says its ground is"),
        };
        menu.answer(letter, (theme.as_str(), meant), Choice::Theme(theme))
    };
    let menu = ThemeChoice::all().into_iter().fold(Menu::new("Colours", says), add);
    let at = ThemeChoice::all().iter().position(|theme| *theme == ThemeChoice::Named(now)).unwrap_or(0);
    Menu { at, ..menu }
}
