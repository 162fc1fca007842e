//! What reports, lists, maps and exports say.

pub mod changes;
pub mod columns;
pub mod export;
pub mod history;
pub mod lists;
pub mod map;
pub mod shown;
pub mod status;
