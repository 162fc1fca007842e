//! The way along what was done: back, and again.

/// How many steps can be taken back.
pub const STEPS: usize = 200;

/// The two ways along what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The latest step is taken back.
    Back,
    /// The step taken back last is done again.
    Again,
}
