//! Every test of the binary, linked once: linking is what costs.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected stops where it stands")]
#![expect(clippy::missing_panics_doc, reason = "ending a test with a panic is what these functions are for")]

pub mod cli;
pub mod corpus;
pub mod example;
pub mod forms;
pub mod journeys;
pub mod layers;
pub mod many;
pub mod promises;
pub mod quarters;
pub mod readme;
pub mod screens;
pub mod store;
pub mod support;
pub mod sync;
pub mod workspaces;
