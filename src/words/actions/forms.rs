//! In a form.

use super::{Words, words};

pub const NEXT: Words = words("Next field", "next", "Goes to the next field.", &[]);
pub const BEFORE: Words = words("Field before", "", "Goes to the field before.", &[]);
pub const ENTER: Words = words(
    "Take and go on",
    "go on",
    "Takes the field and goes on, saves the form, or begins a line of prose.",
    &[],
);
pub const SAVE: Words = words("Save the form", "save", "Saves the whole form from any field.", &["write"]);
pub const LEAVE: Words =
    words("Back", "back", "Leaves the form and keeps what was typed as a draft.", &["cancel"]);
pub const THEIRS: Words = words(
    "Take theirs",
    "take theirs",
    "Takes what somebody else wrote into this field meanwhile, in place of what was typed here.",
    &["merge", "clash"],
);
pub const EDITOR: Words =
    words("Edit in the editor", "editor", "Hands the field to your editor and takes the text back.", &[]);
pub const REWRITE: Words = words(
    "Say it anew",
    "say anew",
    "Turns a key result that describes work into the change it is for; the old sentence is kept.",
    &["rewrite", "output", "outcome", "template"],
);
pub const LIBRARY: Words = words(
    "Choose from a list",
    "metrics",
    "Lists what a field may name: teams, objectives of others; for a key result the metrics of the library.",
    &["library", "measure", "starter", "metric", "picker", "choose a metric"],
);
pub const RELOAD: Words =
    words("Read the folder again", "", "Reads the files again; what was typed stays.", &["refresh"]);
pub const DOWN: Words =
    words("Read on", "read on", "Scrolls down what stands beside or below the fields.", &["scroll", "more"]);
pub const UP: Words =
    words("Read back", "", "Scrolls up what stands beside or below the fields.", &["scroll"]);
pub const HELP: Words = words("Help", "", "Shows what can be done in a form.", &[]);
pub const DISCARD: Words = words(
    "Discard what was typed",
    "discard",
    "Puts back what stood in the form when it opened.",
    &["reset"],
);
