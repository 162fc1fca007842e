//! The screens: events come in, `update` turns a state into the next one, `view` draws it, `run` does the effects.
//!
//! ```text
//! event      what may happen next, and the one place that waits for it
//! actions    whether something can be done now, and if not, why; what can be done stands in `settings::actions`
//! message    the only door: what happened, and what is to be done about it
//! state      what is shown, as one value
//! update     a message and a state make the next state and effects
//! screens    one file each: list, detail, actions          forms   fields, one subject a form
//! menu       a few answers with letters                     finder  help, palette, search
//! said       what can be done about what was said just now
//! pointer    what a click and the wheel do
//! matches    the matches of a search, one after the other
//! marks      rows that are marked, for what takes several
//! view       draws the state                                run     the loop: all effects, all terminal calls
//! terminal   enters and leaves the terminal, draws one frame, hands it over
//! watch      tells that others write into the folder
//! widgets    pieces of a screen; they know the terminal and nothing of a quarter
//! ```

pub mod actions;
pub mod boards;
pub mod copy;
pub mod detail;
pub mod editor;
pub mod event;
pub mod exports;
pub mod finder;
pub mod fit;
pub mod forms;
pub mod fuzzy;
pub mod global;
pub mod glyphs;
pub mod list;
pub mod look;
pub mod marks;
pub mod matches;
pub mod menu;
pub mod message;
mod page;
pub mod plain;
pub mod pointer;
pub mod prompt;
pub mod room;
pub mod run;
pub mod said;
pub mod screens;
pub mod session_record;
pub mod sort;
pub mod state;
pub mod target;
pub mod terminal;
pub mod theme;
pub mod tour;
pub mod trouble;
pub mod update;
pub mod view;
mod watch;
pub mod widgets;
