//! Forms: fields one below the other. Which fields there are, what they take and what comes of them is said by a
//! [`Subject`]; how a form behaves is the same for all.

use super::message::Save;
use crate::domain::change::Refusal;
use crate::domain::day::Looks;
use crate::method::fields::{Context, Field, Input, NumberOf, too_long};
use crate::method::session::offers::Numbered;
use crate::method::step::Step;

mod acts;
mod answer;
mod asks;
mod check_in;
mod choosing;
mod elsewhere;
mod entry;
mod field;
pub mod kept;
mod key_result;
mod late;
mod library;
mod lineage;
mod part;
mod place;
mod read;
mod reasons;
mod rename;
mod retrospective;
mod rewrite;
mod room;
mod scoring;
mod setting;
mod several;
mod subject;
mod theirs;
mod traits;
mod view;

pub use acts::{being_typed, click, edited, enabled, go_row, go_to, open, paste, press, save_and, update};
pub use choosing::choose;
pub use elsewhere::{at_hand, listed, put};
pub use entry::Entry;
pub use library::take_metric;
pub use read::follow;
pub use rename::of as named_by;
pub use several::{Senders, ask_on, take_as_one, take_drafts, take_several, take_spread};
pub use subject::{Droppable, Subject, Work};
pub use theirs::{Theirs, meet, overtaken, refused};
pub use view::{can_scroll, draw, text_width};

/// What Enter does in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enter {
    /// It goes to the next field, and saves on the last.
    Next,
    /// It saves.
    Saves,
}

/// An open form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What it is about.
    pub subject: Subject,
    /// Its title.
    pub title: String,
    /// The step whose questions are read aloud with it.
    pub step: Option<Step>,
    /// The fields.
    pub entries: Vec<Entry>,
    /// The field with the focus.
    pub focus: usize,
    /// The letters typed of the word of a choice since it has the focus.
    pub spelt: String,
    /// What stands in the way of saving.
    pub problem: Option<String>,
    /// What Enter does.
    pub enter: Enter,
    /// What saving it does, as the footer says it.
    pub does: &'static str,
    /// The unit its numbers are read in, where no field of its own says it.
    pub unit: String,
    /// The unit of the guardrail, which is another measure.
    pub guardrail: String,
    /// The first row that is shown of what stands beside the fields.
    pub scroll: u16,
    /// What the numbers on the board beside it stood for when they were asked for.
    pub board: Vec<Numbered>,
}

impl Form {
    /// Begins a form without fields.
    #[must_use]
    pub fn new(subject: Subject, title: impl Into<String>) -> Self {
        Self {
            subject,
            title: title.into(),
            step: None,
            entries: Vec::new(),
            focus: 0,
            spelt: String::new(),
            problem: None,
            enter: Enter::Saves,
            does: "save",
            unit: String::new(),
            guardrail: String::new(),
            scroll: 0,
            board: Vec::new(),
        }
    }

    /// Says what saving it does: `commit`, `log`.
    #[must_use]
    pub fn does(mut self, verb: &'static str) -> Self {
        self.does = verb;
        self
    }

    /// Names the unit its numbers are read in.
    #[must_use]
    pub fn in_unit(mut self, unit: &str) -> Self {
        unit.clone_into(&mut self.unit);
        self
    }

    /// The unit a number is read in; that of the measure is what stands in the field of units, else that of the form.
    #[must_use]
    pub fn unit(&self, of: NumberOf) -> &str {
        match of {
            NumberOf::Measure => {
                self.place_of("unit").map_or(self.unit.as_str(), |at| self.entries[at].text().trim())
            }
            NumberOf::Guardrail => &self.guardrail,
        }
    }

    /// Adds the fields of a record, filled with what it holds.
    #[must_use]
    pub fn fields<T>(mut self, fields: &[Field<T>], record: &T) -> Self {
        self.entries.extend(fields.iter().map(|field| entry(field, record)));
        self
    }

    /// Asks only for the fields of these names.
    #[must_use]
    fn only(mut self, names: &[&str]) -> Self {
        self.entries.retain(|entry| names.contains(&entry.name));
        self
    }

    /// Adds one text field of its own.
    #[must_use]
    pub fn text(mut self, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        self.entries.push(Entry::new(name, (label, hint), Input::Text, ""));
        self
    }

    /// Adds one field of its own for a text of several lines.
    #[must_use]
    pub fn prose(mut self, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        self.entries.push(Entry::new(name, (label, hint), Input::Prose, ""));
        self
    }

    /// Adds one field of its own that holds names.
    #[must_use]
    pub fn names(mut self, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        self.entries.push(Entry::new(name, (label, hint), Input::Names, ""));
        self
    }

    /// Adds one day of its own that lies ahead.
    #[must_use]
    pub fn day(mut self, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        self.entries.push(Entry::new(name, (label, hint), Input::Day(Looks::Ahead), ""));
        self
    }

    /// Names the step whose questions are read aloud.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.step = Some(step);
        self
    }

    /// Lets Enter go from field to field.
    #[must_use]
    pub fn enter_goes_on(mut self) -> Self {
        self.enter = Enter::Next;
        self
    }

    /// Whether Enter saves where the focus is; it goes to the next field elsewhere, and to the next line in prose.
    #[must_use]
    pub fn enter_saves(&self) -> bool {
        !self.is_in_prose() && (self.enter == Enter::Saves || self.focus + 1 >= self.entries.len())
    }

    /// Whether the focus is in a text of several lines.
    #[must_use]
    pub fn is_in_prose(&self) -> bool {
        self.entries.get(self.focus).is_some_and(|entry| entry.input == Input::Prose)
    }

    /// The text of a field; empty when there is no such field.
    #[must_use]
    pub fn typed(&self, name: &str) -> &str {
        self.place_of(name).map_or("", |at| self.entries[at].text())
    }

    /// Tells whether anything was typed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.entries.iter().any(Entry::is_changed)
    }

    /// Writes what was typed into a record; each text that does not fit, and each that is needed and not there, is marked
    /// at its field.
    ///
    /// # Errors
    /// At least one text does not fit.
    pub fn write<T: Clone>(
        &mut self,
        fields: &[Field<T>],
        mut record: T,
        context: &mut dyn FnMut(&T) -> Context,
    ) -> Result<T, Trouble> {
        let mut first = None;
        for (at, entry) in self.entries.iter_mut().enumerate() {
            entry.problem = None;
            let Some(field) = fields.iter().find(|field| field.name == entry.name) else { continue };
            let context = context(&record);
            let written = match (entry.is_changed(), entry.text().is_empty()) {
                (true, _) => field.write(&mut record, entry.text(), &context),
                (false, true) => field.write(&mut record.clone(), "", &context),
                (false, false) => continue,
            };
            if let Err(problem) = written {
                entry.problem = Some(problem.says.clone());
                first = first.or(Some((at, format!("{}: {}", entry.label, problem.says))));
            }
        }
        match first {
            None => Ok(record),
            Some((at, says)) => Err(Trouble { field: Some(at), says }),
        }
    }

    /// A record with every text that fits taken over from the entries meant, the rest as it was: what the form would come
    /// to now.
    fn taken_over<T: Clone>(
        &self,
        fields: &[Field<T>],
        saved: &T,
        context: &dyn Fn(&T) -> Context,
        is_meant: impl Fn(&Entry) -> bool,
    ) -> T {
        let mut typed = saved.clone();
        for entry in self.entries.iter().filter(|entry| is_meant(entry)) {
            let Some(field) = fields.iter().find(|field| field.name == entry.name) else { continue };
            let mut next = typed.clone();
            if field.write(&mut next, entry.text(), &context(&typed)).is_ok() {
                typed = next;
            }
        }
        typed
    }

    /// Marks the first text that no field takes, however it is read.
    fn too_long(&mut self) -> Option<Trouble> {
        let found = self.entries.iter_mut().enumerate().find_map(|(at, entry)| {
            let says = too_long(entry.text())?;
            entry.problem = Some(says.clone());
            Some((at, format!("{}: {says}", entry.label)))
        });
        found.map(|(at, says)| Trouble { field: Some(at), says })
    }

    /// Says at a field what is wrong with it, where nothing is said there yet.
    fn mark(&mut self, at: usize, says: &str) {
        if let Some(entry) = self.entries.get_mut(at).filter(|entry| entry.problem.is_none()) {
            entry.problem = Some(says.to_owned());
        }
    }

    /// Where the field of this name stands.
    fn place_of(&self, name: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.name == name)
    }

    /// The field of this name, to be changed.
    fn named(&mut self, name: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.name == name)
    }

    /// Puts what comes into a field, such as the coming quarter; as nobody has typed it, it makes no draft.
    fn propose(&mut self, name: &str, comes: &str) {
        if let Some(entry) = self.named(name) {
            entry.propose(comes);
        }
    }

    /// The field with the focus, to be changed.
    fn entry_mut(&mut self) -> Option<&mut Entry> {
        self.entries.get_mut(self.focus)
    }

    /// Puts a text into the field with the focus, where that is typed: what was wrong before is answered.
    fn put_here(&mut self, put: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entry_mut().filter(|entry| entry.takes_text()) {
            put(entry);
            self.problem = None;
        }
    }

    fn focus_on(&mut self, at: usize) {
        if let Some(entry) = self.entry_mut() {
            entry.leave();
        }
        self.spelt.clear();
        self.focus = at.min(self.entries.len().saturating_sub(1));
        if let Some(entry) = self.entry_mut() {
            entry.focus();
        }
    }
}

fn entry<T>(field: &Field<T>, record: &T) -> Entry {
    Entry::new(field.name, (field.label, field.hint), field.input, &(field.get)(record))
}

/// Why a form cannot be saved as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The field to go to.
    pub field: Option<usize>,
    /// What is wrong.
    pub says: String,
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self { field: None, says: refusal.to_string() }
    }
}

/// What a form comes to.
pub type Outcome = Result<Save, Trouble>;
