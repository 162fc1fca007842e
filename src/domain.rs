//! The values of an OKR cycle and the rules they keep: pure, without files, clock or terminal.
//!
//! [`workspace`] holds everything; a [`change::Change`] is what a team decides, as a value; [`score`] is the one place for
//! the arithmetic.

pub mod apart;
pub mod as_of;
pub mod between;
pub mod change;
pub mod check_in;
pub mod confidence;
pub mod corrections;
pub mod cycle;
pub mod day;
pub mod decimals;
pub mod decision;
pub mod dependency;
pub mod display;
pub mod effort;
pub mod fingers;
pub mod follows;
pub mod formula;
pub mod frame;
pub mod id;
pub mod key_result;
pub mod lint;
pub mod measure;
pub mod metric_command;
pub mod named;
pub mod number;
pub mod objective;
pub mod own_step;
pub mod quantity;
pub mod quarter;
mod readings;
pub mod referred;
pub mod retrospective;
mod revision;
pub mod score;
pub mod scoring;
pub mod seed;
mod serial;
pub mod series;
pub mod share;
mod spoken;
pub mod step;
pub mod stop_rule;
pub mod team;
mod unread;
pub mod way;
pub mod word;
pub mod workspace;
