//! The rows of a form in the table of actions: everything that can be done while one is open.

use crate::settings::actions::Row;
use crate::words::actions::forms as acts;

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
pub(super) const ACTIONS: &[Row<FormAction>] = &[
    Row { id: "form.next", words: acts::NEXT, keys: &["tab", "down"], rank: 2, action: FormAction::Next },
    Row {
        id: "form.before",
        words: acts::BEFORE,
        keys: &["shift-tab", "up"],
        rank: 0,
        action: FormAction::Before,
    },
    Row { id: "form.enter", words: acts::ENTER, keys: &["enter"], rank: 1, action: FormAction::Enter },
    Row { id: "form.save", words: acts::SAVE, keys: &["ctrl-s"], rank: 3, action: FormAction::Save },
    Row { id: "form.leave", words: acts::LEAVE, keys: &["esc"], rank: 4, action: FormAction::Leave },
    Row { id: "form.theirs", words: acts::THEIRS, keys: &["ctrl-t"], rank: 5, action: FormAction::Theirs },
    Row { id: "form.editor", words: acts::EDITOR, keys: &["ctrl-g"], rank: 7, action: FormAction::Editor },
    Row { id: "form.rewrite", words: acts::REWRITE, keys: &["f3"], rank: 6, action: FormAction::Rewrite },
    Row { id: "form.library", words: acts::LIBRARY, keys: &["f2"], rank: 9, action: FormAction::Library },
    Row { id: "form.reload", words: acts::RELOAD, keys: &["f5"], rank: 0, action: FormAction::Reload },
    Row { id: "form.down", words: acts::DOWN, keys: &["pgdn"], rank: 5, action: FormAction::ScrollDown },
    Row { id: "form.up", words: acts::UP, keys: &["pgup"], rank: 0, action: FormAction::ScrollUp },
    Row { id: "form.help", words: acts::HELP, keys: &["f1"], rank: 0, action: FormAction::Help },
    Row { id: "form.discard", words: acts::DISCARD, keys: &["ctrl-x"], rank: 8, action: FormAction::Discard },
];
