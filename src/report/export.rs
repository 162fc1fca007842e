//! What leaves the workspace for others: one page, one table, the calendar, everything. Byte-stable: the same files on the
//! same day give the same bytes. The notice stands in each and cannot be left out; but for the copy of everything, none
//! has contacts or lists of people.

mod calendar;
mod chart;
mod figures;
mod flat;
mod page;
mod sheet;
mod whole;

use std::io;

use minijinja::context;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::method::texts;
use crate::report::history::Told;

pub use page::{Broken, Form};
pub use sheet::Sheet;
pub use whole::Whole;

/// What is exported: some quarters, as they stand on a day.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    /// The quarters, in the order they are shown.
    pub desks: Vec<Desk<'a>>,
    /// What the page is called.
    pub title: String,
    /// The day.
    pub today: Day,
    /// The history whose own figures stand on the page, where it is one.
    pub told: Option<Told<'a>>,
}

impl<'a> Selection<'a> {
    /// One quarter, called by its team and cycle.
    pub fn quarter(desk: Desk<'a>) -> Self {
        let team = &desk.quarter.key.team;
        let name = desk.workspace.team_name(team);
        let title = visible(&format!("{name} · {}", desk.cycle.label)).into_owned();
        Self { title, today: desk.today, desks: vec![desk], told: None }
    }
}

/// What stands above the quarters of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What the page is called, safe to show.
    pub title: String,
    /// The day as of which it is.
    pub today: Day,
}

impl Heading {
    /// A page of this name.
    pub fn new(title: &str, today: Day) -> Self {
        Self { title: visible(title).into_owned(), today }
    }
}

/// A file of many quarters that is written some of them at a time: what stands above them and below, and what they say.
#[derive(Debug, Clone)]
pub struct Pieces {
    /// What stands above all quarters.
    pub head: String,
    /// What stands in their place where none of them says anything.
    pub nothing: String,
    /// What stands below them.
    pub foot: String,
    /// Whether what a quarter says hangs on the one before it and on those it contributes to.
    pub looks_around: bool,
    /// What some quarters say.
    pub of: for<'a> fn(Vec<Desk<'a>>) -> String,
}

impl Pieces {
    /// The rows of a table, one a key result.
    pub fn table() -> Self {
        Self {
            head: flat::head(),
            nothing: flat::notice(),
            foot: String::new(),
            looks_around: false,
            of: |desks| flat::rows(desks),
        }
    }

    /// The meetings of a calendar.
    pub fn calendar() -> Self {
        let (head, foot) = calendar::around();
        let nothing = String::new();
        Self { head, nothing, foot, looks_around: true, of: |desks| calendar::events(&desks) }
    }
}

/// Writes a page of many quarters, each made when it is come to and let go when it is written.
///
/// # Errors
/// It could not be written.
pub fn page_of<S>(
    form: Form,
    Heading { title, today }: &Heading,
    sheets: impl Fn() -> S + Send + Sync + 'static,
    out: &mut dyn io::Write,
) -> io::Result<()>
where
    S: Iterator<Item = Sheet> + Send + Sync + 'static,
{
    let sheets = Value::make_iterable(move || sheets().map(|sheet| Value::from(Serde(sheet))));
    let document = context! { title, notice => texts::notice(), as_of => today.long(), sheets };
    page::write_filled(form, document, out)
}

/// What a template is given.
#[derive(Debug, Serialize)]
struct Document {
    title: String,
    notice: &'static str,
    as_of: String,
    figures: Option<figures::Figures>,
    sheets: Vec<sheet::Sheet>,
}

impl Selection<'_> {
    /// One page for a pull request or a wiki, or for a browser; `template` is the team's own, where it has one.
    ///
    /// # Errors
    /// The team's own template cannot be filled; where and why.
    pub fn page(&self, form: Form, template: Option<&str>) -> Result<String, Broken> {
        let document = Document {
            title: self.title.clone(),
            notice: texts::notice(),
            as_of: self.today.long(),
            figures: self.told.as_ref().map(figures::Figures::of),
            sheets: self.desks.iter().map(sheet::Sheet::of).collect(),
        };
        page::fill(form, template, &document)
    }

    /// One row a key result, for a spreadsheet.
    pub fn csv(&self) -> String {
        let rows = flat::rows(self.desks.iter().copied());
        flat::head() + &if rows.is_empty() { flat::notice() } else { rows }
    }

    /// The meetings as a calendar, each with its agenda.
    pub fn ics(&self) -> String {
        let (head, foot) = calendar::around();
        [head, calendar::events(&self.desks), foot].concat()
    }
}

/// The history's own figures as a table, a row a figure.
pub fn figures_csv(told: &Told<'_>) -> String {
    figures::csv(told)
}

/// The history's own figures for machines.
pub fn figures_json(told: &Told<'_>) -> serde_json::Value {
    figures::json(told)
}
