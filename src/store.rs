//! The folder of TOML files: merged by field, patched in place.
//!
//! What stands on disk is merged with what is wanted ([`merge`]), and the difference is put into the text where it
//! belongs ([`patch`]); a [`problem`] names its [`place`]. What the records mean is left to `domain`.

mod element;
pub mod merge;
mod overlay;
pub mod patch;
pub mod place;
pub mod problem;
mod render;
