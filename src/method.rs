//! How a team is led through its quarter: what is asked, when, in which words, and what it costs.
//!
//! Pure: it knows the domain and the compiled-in assets. `today` always comes in; files, clock and keys stay outside.

pub mod agenda;
pub mod alignment;
pub mod attention;
pub mod budget;
pub mod calendar;
pub mod calibration;
pub mod check_ins;
pub mod commit;
pub mod course;
pub mod draft;
pub mod due;
pub mod elsewhere;
pub mod fields;
pub mod find;
pub mod hand_over;
pub mod history;
pub mod import;
pub mod library;
pub mod lint;
pub mod outside_view;
pub mod pattern;
pub mod session;
pub mod step;
pub mod texts;
pub mod waivers;
pub mod watch;
