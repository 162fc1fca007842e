//! What is said of the values of the method and of changes to them, wherever they are made.

pub mod decision;
pub mod records;
pub mod values;
