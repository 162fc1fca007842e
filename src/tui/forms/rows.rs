//! The rows of a form in the table of actions: everything that can be done while one is open.

use crate::tui::actions::Row;

/// What can be done in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormAction {
    /// The next field.
    Next,
    /// The field before.
    Before,
    /// Enter.
    Enter,
    /// Save all.
    Save,
    /// Leave; what was typed stays as a draft.
    Leave,
    /// Throw away what was typed.
    Discard,
    /// Take what somebody else wrote into the field.
    Theirs,
    /// Edit the field in the editor.
    Editor,
    /// Say a key result anew that describes work.
    Rewrite,
    /// Choose a metric of the library.
    Library,
    /// Read the files again.
    Reload,
    /// Scroll down what stands beside the fields.
    ScrollDown,
    /// Scroll it up.
    ScrollUp,
    /// Show what can be done here.
    Help,
}

/// The rows of a form.
pub const ACTIONS: &[Row<FormAction>] = &[
    Row {
        id: "form.next",
        title: "Next field",
        label: "next",
        help: "Goes to the next field.",
        aliases: &[],
        keys: &["tab", "down"],
        rank: 2,
        action: FormAction::Next,
    },
    Row {
        id: "form.before",
        title: "Field before",
        label: "",
        help: "Goes to the field before.",
        aliases: &[],
        keys: &["shift-tab", "up"],
        rank: 0,
        action: FormAction::Before,
    },
    Row {
        id: "form.enter",
        title: "Take and go on",
        label: "go on",
        help: "Takes the field and goes on, or saves the form.",
        aliases: &[],
        keys: &["enter"],
        rank: 1,
        action: FormAction::Enter,
    },
    Row {
        id: "form.save",
        title: "Save the form",
        label: "save",
        help: "Saves the whole form from any field.",
        aliases: &["write"],
        keys: &["ctrl-s"],
        rank: 3,
        action: FormAction::Save,
    },
    Row {
        id: "form.leave",
        title: "Back",
        label: "back",
        help: "Leaves the form and keeps what was typed as a draft.",
        aliases: &["cancel"],
        keys: &["esc"],
        rank: 4,
        action: FormAction::Leave,
    },
    Row {
        id: "form.theirs",
        title: "Take theirs",
        label: "take theirs",
        help: "Takes what somebody else wrote into this field meanwhile, in place of what was typed here.",
        aliases: &["merge", "clash"],
        keys: &["ctrl-t"],
        rank: 5,
        action: FormAction::Theirs,
    },
    Row {
        id: "form.editor",
        title: "Edit in the editor",
        label: "editor",
        help: "Hands the field to your editor and takes the text back.",
        aliases: &[],
        keys: &["ctrl-g"],
        rank: 6,
        action: FormAction::Editor,
    },
    Row {
        id: "form.rewrite",
        title: "Say it anew",
        label: "say anew",
        help: "Turns a key result that describes work into the change it is for; the old sentence is kept.",
        aliases: &["rewrite", "output", "outcome"],
        keys: &["f3"],
        rank: 2,
        action: FormAction::Rewrite,
    },
    Row {
        id: "form.library",
        title: "Choose a metric",
        label: "metrics",
        help: "Searches the library for a metric by word or theme and fills its fields.",
        aliases: &["library", "measure", "starter"],
        keys: &["f2"],
        rank: 8,
        action: FormAction::Library,
    },
    Row {
        id: "form.reload",
        title: "Read the folder again",
        label: "",
        help: "Reads the files again; what was typed stays.",
        aliases: &["refresh"],
        keys: &["f5"],
        rank: 0,
        action: FormAction::Reload,
    },
    Row {
        id: "form.down",
        title: "Read on",
        label: "read on",
        help: "Scrolls down what stands beside or below the fields.",
        aliases: &["scroll", "more"],
        keys: &["pgdn"],
        rank: 5,
        action: FormAction::ScrollDown,
    },
    Row {
        id: "form.up",
        title: "Read back",
        label: "",
        help: "Scrolls up what stands beside or below the fields.",
        aliases: &["scroll"],
        keys: &["pgup"],
        rank: 0,
        action: FormAction::ScrollUp,
    },
    Row {
        id: "form.help",
        title: "Help",
        label: "",
        help: "Shows what can be done in a form.",
        aliases: &[],
        keys: &["f1"],
        rank: 0,
        action: FormAction::Help,
    },
    Row {
        id: "form.discard",
        title: "Discard what was typed",
        label: "discard",
        help: "Puts back what stood in the form when it opened.",
        aliases: &["reset"],
        keys: &["ctrl-x"],
        rank: 7,
        action: FormAction::Discard,
    },
];
