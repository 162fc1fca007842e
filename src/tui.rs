//! The screens' base: what draws, what is pressed, and the terminal itself.
//!
//! ```text
//! terminal   enters and leaves the terminal, draws one frame, hands it over
//! editor     hands a text to the editor of the person and takes it back
//! event      what may happen next, and the one place that waits for it
//! keys       a key as it is pressed, written and shown
//! look       theme and glyphs together: all a widget needs to draw
//! fit        how text, hints and layouts adapt to the width there is
//! widgets    pieces of a screen; they know the terminal and nothing of a quarter
//! ```

pub mod editor;
pub mod event;
pub mod fit;
pub mod glyphs;
pub mod keys;
pub mod look;
pub mod terminal;
pub mod theme;
pub mod widgets;
