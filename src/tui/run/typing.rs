//! What is being typed reaches the state folder at a pause of a second, and at once when the program ends.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::settings::actions::SaidAction;
use crate::store::typed::{TypedForm, TypedTexts};
use crate::tui::fit;
use crate::tui::forms;
use crate::tui::state::{Left, State, Tone};
use crate::words::forms::DRAFT_WAITS;
use crate::words::notices as words;

/// How long nothing is typed until it is written.
const PAUSE: Duration = Duration::from_secs(1);
/// The cells that the name of a form takes at most where it is said that it is kept.
const CALLED: usize = 60;

/// What stands in the state folder of it, and when that is looked at.
#[derive(Debug, Default)]
pub(super) struct Typing {
    texts: Option<TypedTexts>,
    written: Vec<TypedForm>,
    /// What is to be written, and when.
    due: Option<(Instant, Vec<TypedForm>)>,
}

impl Typing {
    /// Begins for a workspace, and gives the state what an earlier program left. Where it cannot be written nothing is kept.
    pub(super) fn begin(&mut self, folder: Option<&Path>, root: &Path, state: &mut State) {
        let Some(Ok((texts, left))) = folder.map(|folder| TypedTexts::begin(folder, root)) else { return };
        if let Some(last) = left.last() {
            let called = fit::shown(if last.called.is_empty() { words::A_FORM } else { &last.called });
            let called = fit::shorten(&called, CALLED, state.look.glyphs.ellipsis);
            let all = match left.len() - 1 {
                0 => called.into_owned(),
                more => words::and_others(called, more),
            };
            let lists = state.keymap.key(SaidAction::Reopen);
            // What is said of the folder one is in goes before it.
            let noted = state.status.take();
            let noted =
                noted.map(|status| format!("{}. ", status.says.trim_end_matches('.'))).unwrap_or_default();
            match state.place {
                Some(_) => {
                    let says = words::what_was_typed_is_kept(all, lists);
                    state.say_left(format!("{noted}{says}"), Left::Before);
                }
                None => state.say(Tone::Done, DRAFT_WAITS),
            }
        }
        state.kept = left.iter().map(|form| (form.form.clone(), form.clone())).collect();
        (self.texts, self.written) = (Some(texts), left);
    }

    /// Ends, as another workspace opens: what was typed stands in its files, or is kept where it was typed.
    pub(super) fn end(&mut self, is_kept: bool) {
        if !is_kept {
            self.due = Some((Instant::now(), Vec::new()));
        }
        *self = Self::default();
    }

    /// When it writes, if it is to.
    pub(super) fn wakes_at(&self) -> Option<Instant> {
        self.due.as_ref().map(|(at, _)| *at)
    }

    /// Looks at what stands in the forms now.
    pub(super) fn look(&mut self, state: &State) {
        if self.texts.is_none() {
            return;
        }
        let typed: Vec<TypedForm> = forms::being_typed(state).into_values().collect();
        let is_same = match &self.due {
            Some((_, waiting)) => *waiting == typed,
            None => self.written == typed,
        };
        if !is_same {
            self.due = Some((Instant::now() + PAUSE, typed));
        }
    }

    /// Writes what waits, where its time has come or nothing comes after.
    pub(super) fn write(&mut self, is_last: bool) {
        let is_time = |(at, _): &mut (Instant, Vec<TypedForm>)| is_last || *at <= Instant::now();
        let (Some(texts), Some((_, typed))) = (&mut self.texts, self.due.take_if(is_time)) else { return };
        // The next pause tries again; a save is not in danger.
        if texts.keep(&typed).is_ok() {
            self.written = typed;
        }
    }
}

/// Whatever ends the program, what was typed last is written.
impl Drop for Typing {
    fn drop(&mut self) {
        self.write(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::workspace::Workspace;
    use crate::store::typed::TypedField;
    use crate::tui::look::Look;

    #[test]
    fn what_was_typed_a_moment_ago_is_written_whatever_ends_the_program() {
        let (folder, root) = (tempfile::tempdir().unwrap(), Path::new("/one"));
        let fresh =
            || State::new(Workspace::default(), None, Day::new(2027, 2, 11).unwrap(), Look::default());
        let (mut typing, mut state) = (Typing::default(), fresh());
        typing.begin(Some(folder.path()), root, &mut state);
        let field = TypedField { name: "title".to_owned(), before: String::new(), text: "half a".to_owned() };
        let (form, called) = ("new-objective".to_owned(), "new objective".to_owned());
        let left = TypedForm { form, called, fields: vec![field] };
        state.drafts.insert(left.form.clone(), left.clone());
        typing.look(&state);
        drop(typing);
        let mut next = fresh();
        Typing::default().begin(Some(folder.path()), root, &mut next);
        assert_eq!(next.kept.get("new-objective"), Some(&left));
    }
}
