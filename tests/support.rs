//! What a test of the real program stands on: an empty home, a command builder, a terminal, a look at the files.
//!
//! ```text
//! let home = Home::empty().today("2027-02-11");
//! home.okr("status --json").code(0).stdout_has("payments");
//!
//! let mut screen = Screen::start(&home, &home.work(), 80, 24, "demo");
//! screen.wait_for("? more");
//! screen.press("jj<enter>", "reading");
//! ```

pub mod args;
pub mod cli;
pub mod comments;
pub mod home;
pub mod keys;
pub mod process;
pub mod pty;
pub mod screen;
pub mod tree;
pub mod validators;

pub use cli::okr;
pub use home::Home;
pub use screen::Screen;
pub use tree::Snapshot;
