//! The folder of TOML files: a [`problem`] names its [`place`].

pub mod place;
pub mod problem;
