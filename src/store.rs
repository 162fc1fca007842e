//! The folder of TOML files: read leniently, merged by field, patched in place, written whole or not at all.
//!
//! [`Store::open`] reads everything there is, [`Store::save`] writes one change; the parts they are made of:
//!
//! Reading ([`read`]) yields what can be used and every [`problem`] with its [`place`]. Writing goes three steps:
//! what stands on disk is merged with what is wanted ([`merge`]), the difference is put into the text where it
//! belongs ([`patch`]), and the text replaces the file in one step ([`mod@write`]) under the workspace's [`lock`]. What
//! the records mean is left to `domain`.

pub mod check;
mod draft;
mod element;
pub mod layout;
pub mod load;
pub mod lock;
pub mod merge;
mod overlay;
pub mod patch;
pub mod place;
pub mod problem;
pub mod read;
mod record;
mod render;
pub mod resume;
pub mod sample;
pub mod save;
mod source;
pub mod state;
mod walk;
pub mod write;

use std::path::{Path, PathBuf};

use crate::domain::change::Address;

pub use layout::path;
pub use load::{Loaded, OpenError};
pub use save::{SaveError, Saved};

/// A workspace on disk. It remembers where that is and nothing else: whatever it does, it looks again.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    drafts: Option<PathBuf>,
}

impl Store {
    /// Keeps what could not be saved as drafts in this folder, which is made when it is needed.
    #[must_use]
    pub fn with_drafts(self, folder: impl Into<PathBuf>) -> Self {
        Self { drafts: Some(folder.into()), ..self }
    }

    /// The text of a record's file as it stands on disk; none if there is none or it cannot be read.
    #[must_use]
    pub fn text(&self, address: &Address) -> Option<String> {
        source::text(&self.root, &layout::path(address)).ok().flatten()
    }

    /// The folder of the workspace, links resolved.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }
}
