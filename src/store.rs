//! The folder of TOML files: patched in place; a [`problem`] names its [`place`].

mod element;
mod overlay;
pub mod patch;
pub mod place;
pub mod problem;
mod render;
