//! The folder of TOML files: read leniently, merged by field, patched in place, written whole or not at all.
//!
//! Reading ([`read`]) yields what can be used and every [`problem`] with its [`place`]. Writing goes three steps:
//! what stands on disk is merged with what is wanted ([`merge`]), the difference is put into the text where it
//! belongs ([`patch`]), and the text replaces the file in one step ([`mod@write`]) under the workspace's [`lock`]. What
//! the records mean is left to `domain`.

mod element;
pub mod lock;
pub mod merge;
mod overlay;
pub mod patch;
pub mod place;
pub mod problem;
pub mod read;
mod render;
pub mod write;
