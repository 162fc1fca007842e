//! The screens without a terminal: a state, keys, and what is drawn. Pictures are kept to be looked at; the sweep draws
//! every screen and every form at every size.

pub mod at_hand;
pub mod behind;
pub mod finding;
pub mod forms;
pub mod in_the_room;
pub mod list_and_detail;
pub mod looks;
pub mod own_words;
pub mod pictures;
pub mod pointer;
pub mod print;
pub mod said_plainly;
pub mod scene;
pub mod sessions;
pub mod standing;
pub mod sweep;
pub mod teams;
pub mod typing;
pub mod walk;
pub mod walk_over;
pub mod walk_sessions;
