//! What the program says, in one place and in one language: on its screens, in its reports and commands, and why something
//! is refused.
//!
//! A text is a constant, a sentence with values in it a function, a label with what is said beside it a pair; nothing
//! else stands here. Names say what the text says, so that the code can be read without looking here. The texts of a screen
//! stand in a file of its name; those of the other layers in a folder of the layer's name: [`domain`], [`method`],
//! [`store`], [`sync`], [`report`], [`cli`], [`coach`].
//!
//! # To say it in another language
//!
//! 1. Translate the files of this folder, one after the other; nothing else of the code has to be opened. A function
//!    may put its values in any order. The compiler finds what was forgotten, and nothing is looked up while the program
//!    runs.
//! 2. Translate `assets/*.toml` and `assets/steps/*.toml`: what a team reads aloud, and the questions of the coach.
//! 3. Draw the snapshots of the screens anew and look at them: a label of the footer has 12 cells, a column its own width.
//!
//! A test keeps texts out of the code, and another finds a text here that nobody says. What is not here: the words of the
//! files, which are typed as well and stay as they are (`handed-down`), the columns of lists, which are the keys of their
//! JSON, what clap says by itself ("Usage"), and what the coach knows of English (`src/coach`, `assets/coach`).

#![expect(missing_docs, reason = "a text says itself what it says")]

pub mod actions;
pub mod anywhere;
pub mod boards;
pub mod check_ins;
pub mod cli;
pub mod coach;
pub mod counted;
pub mod detail;
pub mod domain;
pub mod forms;
pub mod history;
pub mod lists;
pub mod map;
pub mod method;
pub mod notices;
pub mod overview;
pub mod plain;
pub mod report;
pub mod retrospective;
pub mod room;
pub mod scoring;
pub mod setting;
pub mod settings;
pub mod store;
pub mod sync;
pub mod view;
