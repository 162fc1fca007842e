//! What the method says: names and questions of fields, what a session asks and takes, what is due.

pub mod fields;
pub mod found;
pub mod rules;
pub mod session;
