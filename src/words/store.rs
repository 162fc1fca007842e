//! What is said of the files: what is wrong with them, and why they were not read or written.

pub mod check;
pub mod reading;
pub mod saving;
