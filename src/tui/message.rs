//! The only door: what happened, and what is to be done about it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use ratatui::layout::Size;

use super::exports::Page;
use super::finder::search::Wish;
use super::forms::{Form, Subject};
use super::state::{More, Pane, Tone};
use super::target::Target;
use super::trouble::Trouble;
use crate::domain::change::{Address, Change};
use crate::domain::day::Day;
use crate::domain::quarter::QuarterKey;
use crate::domain::way::Way;
use crate::domain::workspace::Workspace;
use crate::method::find::Passage;
use crate::method::session::offers::Ask;
use crate::method::session::{Cue, Player};
use crate::settings::actions::Action;
use crate::settings::colours::ThemeChoice;
use crate::settings::keys::Chord;
use crate::store::save::Saved;
use crate::store::undo::Turned;

/// What was read of the folder, and what is wrong in it.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatWasRead {
    /// What could be read.
    pub workspace: Workspace,
    /// What could not, or is odd.
    pub troubles: Vec<Trouble>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A key was pressed.
    Key(Chord),
    /// Text was pasted.
    Paste(String),
    /// Something on the screen was clicked.
    Click(Hit),
    /// The wheel was turned so many rows down, up when negative, over a panel of a screen if over one.
    Wheel(i32, Option<Pane>),
    /// The terminal has another size.
    Resized(Size),
    /// It is another day.
    Day(Day),
    /// A change stands in the files; these are its records as they now read, with what others changed meanwhile.
    /// The time of day is told where a clock runs: `14:02`.
    Saved(Save, Saved, Option<String>),
    /// A change was taken back or done again, and stands so in the files.
    Turned(Way, Turned),
    /// A change could not be written; what was typed is still there.
    Refused {
        /// What happened and what to do.
        says: String,
        /// How loud it is said: whether data is at risk.
        tone: Tone,
        /// What else there is to say of it.
        more: More,
    },
    /// A change could not be written as somebody else has changed the same; the folder was read anew.
    Overtaken {
        /// What they changed.
        says: String,
        /// What stands in the files now.
        read: WhatWasRead,
    },
    /// The folder was read anew.
    Loaded(WhatWasRead),
    /// More of the folder was read, behind the screen.
    Read(WhatWasRead),
    /// What was found behind the screen by the search of this number, and how many quarters are left to be looked through.
    Gathered(u32, (Vec<Arc<Passage>>, usize)),
    /// What a link in the open form names was read, as far as it can be, to save the form.
    Linked(WhatWasRead),
    /// The team of a quarter was read, to go there.
    Opened(QuarterKey, WhatWasRead),
    /// A workspace was begun and read; this is the place to open. The sample has its own day.
    Begun(Workspace, QuarterKey, Option<Day>),
    /// Something was done outside of the records, in words.
    Told(String),
    /// The editor gave a text back, or why it did not.
    Edited(Result<String, String>),
    /// Time has passed while a session is open.
    Passed(Duration),
    /// The record of the session could not be kept; it goes on all the same.
    NotKept(String),
    /// A session that was cut off, as its record has it; `None` where there is none.
    Recalled(Option<Box<Player>>),
}

impl Message {
    /// Something could not be done, and nothing is lost by it.
    pub fn refused(says: impl Into<String>) -> Self {
        Self::Refused { says: says.into(), tone: Tone::Stop, more: Vec::new() }
    }

    /// Something could not be read or written, and data is at risk.
    pub fn danger(says: impl Into<String>) -> Self {
        Self::Refused { says: says.into(), tone: Tone::Danger, more: Vec::new() }
    }

    /// The same refusal, with what else there is to say of it.
    #[must_use]
    pub fn with(self, more: More) -> Self {
        match self {
            Self::Refused { says, tone, .. } => Self::Refused { says, tone, more },
            other => other,
        }
    }
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write a change to the files.
    Save(Save),
    /// Take the latest change back, or do one again.
    Turn(Way),
    /// Begin a workspace with this change.
    Begin(Change, QuarterKey),
    /// Copy the sample to a temporary folder and go there.
    OpenSample,
    /// Read the folder anew.
    Load,
    /// Read behind the screen what it shows and has not been read.
    ReadBehind,
    /// Read quarters that a link in the open form names, and save it then.
    ReadLinked(BTreeSet<QuarterKey>),
    /// Read a quarter that has not been read, with its team, and go there.
    GoTo(QuarterKey),
    /// Look for something behind the screen, instead of what was looked for; for nothing any more where there is none.
    Seek(Option<Wish>),
    /// Hand a text to the editor.
    Edit(String),
    /// Hand the file of a record to the editor.
    EditFile(Address),
    /// Write a page for others.
    Write(Page),
    /// Share the workspace through git.
    Share,
    /// Show other colours from now on, and keep the choice.
    KeepTheme(ThemeChoice),
    /// Copy a text.
    Copy(String),
    /// Ask for the mouse, or leave it to the terminal, and keep the choice.
    TurnMouse,
    /// Let the bell ring or not, and keep the choice.
    TurnBell,
    /// Shows or hides the footer.
    TurnFooter,
    /// Draw everything anew.
    Repaint,
    /// Give the terminal back for a while.
    Suspend,
    /// Look for the record of a session that was cut off.
    Recall,
    /// Hold the record of a session that begins.
    Open(Box<Player>),
    /// Keep the record of the session, or let it go where the session is closed.
    Keep(Box<Player>),
    /// Note where the session stands; what was said is kept already.
    Stand(Box<Player>),
    /// Note how far its clock has run; where it cannot be written, nobody is told each second.
    Tick(Box<Player>),
    /// Ring the bell once.
    Ring,
    /// Leave.
    Quit,
}

/// A change on its way to the files, and what follows when it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// The change.
    pub change: Change,
    /// The row to select afterwards.
    pub select: Option<Target>,
    /// What comes next.
    pub then: Then,
    /// Whether it took the marked rows, whose marks go with it.
    pub is_of_marked: bool,
    /// How many of those rows it left out, as it is not for them.
    pub left_out: usize,
    /// What waits of a text that was pasted, and the form it was pasted into.
    pub rest: Option<(Box<Form>, String)>,
}

impl Save {
    /// A new decision that closes whatever was open.
    pub fn new(change: Change) -> Self {
        Self { change, select: None, then: Then::Close, is_of_marked: false, left_out: 0, rest: None }
    }

    /// Takes the marks away afterwards.
    #[must_use]
    pub fn of_marked(mut self) -> Self {
        self.is_of_marked = true;
        self
    }

    /// Selects a row afterwards.
    #[must_use]
    pub fn select(mut self, target: Target) -> Self {
        self.select = Some(target);
        self
    }

    /// Opens a form afterwards.
    #[must_use]
    pub fn then_open(mut self, subject: Subject) -> Self {
        self.then = Then::Open(subject);
        self
    }
}

/// What comes after a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Close the form or menu.
    Close,
    /// Open another form.
    Open(Subject),
    /// Go on with the session.
    Play(Box<Play>),
}

/// How a session goes on after an act.
#[derive(Debug, Clone, PartialEq)]
pub struct Play {
    /// The session as it is then.
    pub player: Player,
    /// What is to be said.
    pub cues: Vec<Cue>,
    /// What is asked again at once, for the next person.
    pub again: Option<Ask>,
    /// Whether something was saved with it.
    pub is_saved: bool,
}

/// Something on the screen that can be clicked.
#[derive(Debug, Clone, PartialEq)]
pub enum Hit {
    /// An action: a footer hint, a tab.
    Does(Action),
    /// A row of the list.
    Row(Target),
    /// The fold mark of a row.
    Fold(Target),
    /// A panel of the screen, beside what stands in it.
    Pane(Pane),
    /// Something the room can say, by its letter.
    Offer(char),
    /// A field of the form.
    Field(usize),
    /// A word of a choice in a field of the form.
    Word(usize, usize),
    /// A line of the menu.
    MenuLine(usize),
    /// A line of help or palette.
    FinderLine(usize),
}
