//! What others write into the same record while a form is open: where nothing was typed here it is simply shown, else
//! both stand side by side until a person picks.

use super::{Entry, Form, Subject, subject};
use crate::settings::actions::FormAction;
use crate::settings::keymap::Keymap;
use crate::store::typed::{TypedField, TypedForm};
use crate::tui::state::{Overlay, State};
use crate::words::forms as words;

/// What somebody else wrote into a field in which something else is being typed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theirs {
    /// What stands in the files now.
    pub text: String,
    /// Whether the person was asked which of the two is to stand, so that saving once more means "mine".
    pub is_asked: bool,
}

impl Theirs {
    /// What is said of it, with the key that takes it.
    pub(super) fn words(&self, takes: &str) -> String {
        if self.text.is_empty() {
            return words::was_emptied_elsewhere(takes);
        }
        words::was_written_elsewhere(&self.text, takes)
    }
}

/// The key that takes what somebody else wrote.
pub(super) fn takes_theirs(keymap: &Keymap) -> String {
    keymap.key(FormAction::Theirs)
}

impl Form {
    /// Takes in the form as it would open now, after the files have changed: fields, focus and what was typed stay.
    pub(super) fn meet(&mut self, fresh: Self) {
        let focus = self.entries.get(self.focus).map(|entry| entry.name);
        let mut ours = std::mem::take(&mut self.entries);
        // What is only proposed for something new stays as it was read: nothing of the files stands in it.
        let is_own = matches!(self.subject, Subject::NewQuarter(_) | Subject::FirstRun);
        for new in fresh.entries {
            match ours.iter().position(|old| old.name == new.name) {
                None => self.entries.push(new),
                Some(at) => {
                    let mut old = ours.remove(at);
                    if !is_own {
                        old.meet(new.before());
                    }
                    self.entries.push(old);
                }
            }
        }
        // A field that is no longer asked for stays where something was typed into it.
        self.entries.extend(ours.into_iter().filter(Entry::is_changed));
        self.title = fresh.title;
        let here = focus.and_then(|name| self.place_of(name));
        self.focus = here.unwrap_or_else(|| self.focus.min(self.entries.len().saturating_sub(1)));
    }

    /// Puts a draft back, as it was typed and over what was read then.
    pub(super) fn resume(&mut self, draft: &[TypedField]) {
        let now = self.clone();
        for kept in draft {
            if let Some(entry) = self.named(&kept.name) {
                entry.resume(kept);
            }
        }
        self.meet(now);
    }

    /// What was typed, to be kept under a name when the form is left.
    pub(super) fn left(&self, form: String) -> TypedForm {
        let changed = self.entries.iter().filter(|entry| entry.is_changed());
        TypedForm { form, called: subject::called(self), fields: changed.map(Entry::draft).collect() }
    }

    /// Asks which is to stand where somebody else wrote into a field meanwhile; gives no question twice.
    pub(super) fn ask(&mut self, keymap: &Keymap) -> bool {
        let is_open = |entry: &Entry| entry.theirs.as_ref().is_some_and(|theirs| !theirs.is_asked);
        let open: Vec<usize> = (0..self.entries.len()).filter(|at| is_open(&self.entries[*at])).collect();
        let Some(first) = open.first().copied() else { return false };
        let labels: Vec<&str> = open.iter().map(|at| self.entries[*at].label).collect();
        let [saves, leaves] = [FormAction::Save, FormAction::Leave].map(|action| keymap.key(action));
        let problem = words::was_changed_elsewhere(labels.join(", "), saves, takes_theirs(keymap), leaves);
        for at in open {
            if let Some(theirs) = &mut self.entries[at].theirs {
                theirs.is_asked = true;
            }
        }
        self.focus_on(first);
        self.problem = Some(problem);
        true
    }
}

impl Overlay {
    /// The form that is open, also where help, the library or a menu lies over it.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        match self {
            Self::Form(form) => Some(form),
            Self::Finder(finder) => finder.under.as_deref()?.form(),
            Self::Menu(menu) => menu.over.as_deref(),
        }
    }

    /// The same form, to be changed.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        match self {
            Self::Form(form) => Some(form),
            Self::Finder(finder) => finder.under.as_deref_mut()?.form_mut(),
            Self::Menu(menu) => menu.over.as_deref_mut(),
        }
    }
}

/// Shows in the open form what stands in the files now. What was typed stays, also where what it is about is gone or, as
/// `damage` says, can no longer be read.
pub fn meet(state: &mut State, damage: Option<&str>) {
    let Some(form) = state.overlay.as_mut().and_then(Overlay::form_mut) else { return };
    let subject = form.subject.clone();
    let fresh = subject::build(&subject, state);
    let Some(form) = state.overlay.as_mut().and_then(Overlay::form_mut) else { return };
    match fresh {
        Ok(fresh) => form.meet(fresh),
        Err(refusal) => {
            let says = damage.map_or_else(|| refusal.to_string(), str::to_owned);
            let says = says.trim_end_matches('.');
            form.problem.get_or_insert(words::what_you_typed_is_still_here(says));
        }
    }
}

/// Says in the open form that somebody else changed its record while it was to be saved, and asks what is to stand; gives
/// false where no form is open.
pub fn overtaken(state: &mut State, says: &str) -> bool {
    let Some(form) = state.overlay.as_mut().and_then(Overlay::form_mut) else { return false };
    if !form.ask(&state.keymap) && form.problem.is_none() {
        form.problem = Some(words::not_saved(says));
    }
    true
}

/// Says in the open form why it was not saved; gives false where no form is open.
pub fn refused(state: &mut State, says: &str) -> bool {
    let Some(form) = state.overlay.as_mut().and_then(Overlay::form_mut) else { return false };
    form.problem = Some(says.to_owned());
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::TeamId;
    use crate::method::fields::{Input, NumberOf};
    use crate::settings::keys::Chord;

    fn entry(before: &str, typed: &str) -> Entry {
        let mut entry = Entry::new(
            "target",
            ("target", "what are we aiming for?"),
            Input::Number(NumberOf::Measure),
            before,
        );
        entry.take(typed);
        entry
    }

    #[test]
    fn what_was_proposed_for_something_new_stays_as_it_was_read() {
        let form = |subject: Subject, proposes: &str| {
            let mut form = Form::new(subject, "");
            form.entries.push(entry(proposes, proposes));
            form
        };
        let new = Subject::NewQuarter(TeamId::new("payments").unwrap());
        for (subject, stands) in [(new, "2027-Q3"), (Subject::Settings, "2027-Q4")] {
            let mut open = form(subject.clone(), "2027-Q3");
            open.meet(form(subject, "2027-Q4"));
            assert_eq!(open.entries[0].text(), stands);
        }
    }

    #[test]
    fn where_nothing_was_typed_theirs_is_shown_else_both_stay() {
        for (before, typed, now, text, theirs) in [
            ("0.5", "0.5", "0.5", "0.5", None),
            ("0.5", "0.5", "0.8", "0.8", None),
            ("0.5", "0.4", "0.5", "0.4", None),
            ("0.5", "0.4", "0.4", "0.4", None),
            ("0.5", "0.4", "0.8", "0.4", Some("0.8")),
            ("0.5", "", "0.8", "", Some("0.8")),
            ("0.5", "0.4", "", "0.4", Some("")),
            ("", "0.4", "0.8", "0.4", Some("0.8")),
        ] {
            let mut entry = entry(before, typed);
            entry.meet(now);
            let found = entry.theirs.as_ref().map(|theirs| theirs.text.as_str());
            assert_eq!((entry.text(), found), (text, theirs), "{before:?} {typed:?} {now:?}");
            assert_eq!(entry.is_changed(), text != now, "{before:?} {typed:?} {now:?}");
        }
    }

    #[test]
    fn a_text_that_is_broken_into_lines_is_read_again_as_the_same() {
        let broken = "the runners\nare gone\n";
        let mut entry = Entry::new("reason", ("reason", ""), Input::Text, broken);
        entry.meet(broken);
        assert_eq!((entry.text(), entry.is_changed(), &entry.theirs), (broken, false, &None));
        entry.meet("the runners\nare back");
        assert_eq!((entry.text(), &entry.theirs), ("the runners\nare back", &None));
    }

    #[test]
    fn what_others_go_on_to_write_is_followed() {
        let mut entry = entry("0.5", "0.4");
        entry.meet("0.8");
        entry.meet("0.7");
        assert_eq!(entry.theirs.as_ref().map(|theirs| theirs.text.as_str()), Some("0.7"));
        entry.meet("0.5");
        assert_eq!((entry.theirs.as_ref(), entry.text()), (None, "0.4"), "they took it back");
        entry.meet("0.4");
        assert!(!entry.is_changed(), "they came to the same");
    }

    #[test]
    fn a_person_is_asked_once_for_each_thing_others_wrote() {
        let mut form = Form::new(crate::tui::forms::Subject::Settings, "What holds for everyone");
        form.entries.push(entry("0.5", "0.4"));
        assert!(!form.ask(&Keymap::usual()), "nobody else wrote");
        form.entries[0].meet("0.8");
        assert!(form.ask(&Keymap::usual()) && form.problem.is_some());
        assert!(!form.ask(&Keymap::usual()), "saving once more keeps mine");
        form.entries[0].meet("0.7");
        assert!(form.ask(&Keymap::usual()), "that is another question");
    }

    #[test]
    fn taking_theirs_can_be_undone_in_the_field() {
        let mut entry = entry("0.5", "0.4");
        entry.meet("0.8");
        entry.take_theirs();
        assert_eq!((entry.text(), entry.is_changed()), ("0.8", false));
        entry.press(Chord::ctrl('z'), &mut String::new());
        assert_eq!((entry.text(), entry.is_changed()), ("0.4", true));
    }

    #[test]
    fn a_draft_meets_what_was_written_while_it_lay() {
        let form = |text: &str| {
            let mut form = Form::new(crate::tui::forms::Subject::Settings, "What holds for everyone");
            form.entries.push(entry(text, text));
            form
        };
        let mut left = form("0.5");
        left.entries[0].take("0.4");
        let draft = left.left(String::new()).fields;
        let mut opened = form("0.8");
        opened.resume(&draft);
        assert_eq!(opened.entries[0].text(), "0.4");
        assert!(opened.entries[0].theirs.is_some() && opened.ask(&Keymap::usual()));
        let mut opened = form("0.5");
        opened.resume(&draft);
        assert!(opened.entries[0].theirs.is_none() && opened.is_changed());
    }
}
