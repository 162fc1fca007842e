//! What is printed, as values: a [`page::Page`] of text or a [`table::Table`], each also as JSON. Nothing is written
//! anywhere from here.

pub mod agenda;
pub mod changes;
pub mod course;
pub mod export;
pub mod find;
pub mod history;
pub mod json;
pub mod lint;
pub mod list;
pub mod map;
pub mod outline;
pub mod page;
pub mod plan;
pub mod show;
pub mod status;
pub mod table;
pub mod teams;
