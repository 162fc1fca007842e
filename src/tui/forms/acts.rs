//! What a form does: moving, saving, leaving with a draft, and what keys and pastes do to its fields.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::field::is_masked;
use super::kept::{drop_draft, name_of};
use super::library::takes_metric;
use super::{Entry, Form, elsewhere, rewrite, several, subject};
use crate::domain::display::paragraphs;
use crate::domain::share::no_shares;
use crate::method::fields::{Input, doubt, one_line};
use crate::settings::actions::{Context, FormAction, SaidAction};
use crate::settings::keys::Chord;
use crate::store::typed::TypedForm;
use crate::tui::actions::Enabled;
use crate::tui::finder::{self, Scope};
use crate::tui::fit;
use crate::tui::forms::Subject;
use crate::tui::global;
use crate::tui::message::{Effect, Save, Then};
use crate::tui::state::{Left, Overlay, State, Tone};
use crate::tui::update::follow;
use crate::tui::view;
use crate::tui::widgets::Typed;
use crate::words::anywhere;
use crate::words::forms as words;
use crate::words::method::fields;
use crate::words::notices;

/// Tells whether an action can be done in the open form.
///
/// # Errors
/// No form is open, nothing was typed, or nobody else wrote into the field.
pub fn enabled(state: &State, action: FormAction) -> Enabled {
    let Some(Overlay::Form(form)) = &state.overlay else { return Err(words::NO_FORM_IS_OPEN.to_owned()) };
    match action {
        FormAction::Discard if !form.is_changed() => Err(words::NOTHING_WAS_TYPED.to_owned()),
        FormAction::Theirs if form.entries.get(form.focus).is_none_or(|entry| entry.theirs.is_none()) => {
            Err(words::NOBODY_ELSE_CHANGED_IT.to_owned())
        }
        FormAction::Next | FormAction::Before if form.entries.len() < 2 => {
            Err(words::THERE_IS_NO_OTHER_FIELD.to_owned())
        }
        FormAction::Rewrite => rewrite::enabled(state, form),
        FormAction::Library if elsewhere::at_hand(form).is_none() && !takes_metric(&form.subject) => {
            Err(words::NOTHING_IS_LISTED_FOR_THIS_FIELD.to_owned())
        }
        FormAction::Editor if !form.entries.get(form.focus).is_some_and(Entry::takes_text) => {
            Err(words::CHOICES_HAVE_NO_EDITOR.to_owned())
        }
        FormAction::Editor if is_masked(state, form) => Err(words::STARRED_HAS_NO_EDITOR.to_owned()),
        FormAction::ScrollDown if view::form_can_scroll(state, form) <= form.scroll => {
            Err(anywhere::THERE_IS_NOTHING_MORE_TO_READ.to_owned())
        }
        FormAction::ScrollUp if form.scroll == 0 => Err(anywhere::THIS_IS_THE_TOP.to_owned()),
        _ => Ok(()),
    }
}

/// Opens a form, with its draft if one was left.
#[expect(clippy::needless_pass_by_value, reason = "a subject is made where the form is opened")]
pub fn open(state: &mut State, subject: Subject) -> Vec<Effect> {
    match subject::build(&subject, state) {
        Err(refusal) => state.say(Tone::Stop, refusal.to_string()),
        Ok(mut form) => {
            let name = name_of(state, &subject);
            let kept = state.kept.remove(&name);
            let left = state.drafts.get(&name).cloned().or(kept).map_or_else(Vec::new, |left| left.fields);
            form.resume(&left);
            form.focus_on(form.focus);
            if !left.is_empty() {
                let discards = state.keymap.key(FormAction::Discard);
                state.say(Tone::Done, words::your_draft_is_back(discards));
            }
            state.overlay = Some(Overlay::Form(form));
        }
    }
    Vec::new()
}

/// Whether what is typed in a form is nobody else's business, also later.
fn is_blind(subject: &Subject) -> bool {
    matches!(subject, Subject::Room(ask) if ask.is_blind())
}

/// All that was typed and is saved nowhere: in the open form, in forms that were left, and by an earlier program.
#[must_use]
pub fn being_typed(state: &State) -> BTreeMap<String, TypedForm> {
    let mut all = state.kept.clone();
    all.extend(state.drafts.clone());
    if let Some(form) = state.overlay.as_ref().and_then(Overlay::form)
        && form.is_changed()
        && !is_blind(&form.subject)
    {
        let name = name_of(state, &form.subject);
        all.insert(name.clone(), form.left(name));
    }
    all
}

/// Does an action in the open form.
pub fn update(state: &mut State, action: FormAction) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return Vec::new() };
    let last = form.entries.len().saturating_sub(1);
    let here = form.focus;
    match action {
        FormAction::Next => go_to(state, if here == last { 0 } else { here + 1 }),
        FormAction::Before => go_to(state, here.checked_sub(1).unwrap_or(last)),
        FormAction::Enter if form.is_in_prose() => form.put_here(Entry::break_line),
        FormAction::Enter if !form.enter_saves() => go_to(state, here + 1),
        FormAction::Enter | FormAction::Save => return save(state),
        FormAction::ScrollDown => scroll(state, i32::from(PAGE)),
        FormAction::ScrollUp => scroll(state, -i32::from(PAGE)),
        FormAction::Leave => leave(state),
        FormAction::Discard => discard(state),
        FormAction::Help => finder::open(state, Scope::Here(Context::Form)),
        FormAction::Rewrite => return rewrite::begin(state),
        FormAction::Library => return elsewhere::open(state),
        FormAction::Reload => return vec![Effect::Load],
        FormAction::Theirs => take_theirs(form),
        FormAction::Editor => {
            let text = form.entries.get(form.focus).map(|entry| entry.text().to_owned());
            return text.map(Effect::Edit).into_iter().collect();
        }
    }
    Vec::new()
}

/// Leaves a field for another; where what was typed in it cannot be saved, that is said below it now.
pub fn go_to(state: &mut State, at: usize) {
    let Some(Overlay::Form(form)) = &state.overlay else { return };
    let left = form.focus;
    if left == at {
        return;
    }
    let is_changed = form.entries.get(left).is_some_and(Entry::is_changed);
    let problem = if is_changed { problem(form.clone(), left, state) } else { None };
    let Some(Overlay::Form(form)) = &mut state.overlay else { return };
    if let Some(entry) = form.entries.get_mut(left).filter(|_| is_changed) {
        entry.problem = problem;
    }
    form.focus_on(at);
}

/// What a save would say of one field; nothing is saved.
fn problem(mut form: Form, at: usize, state: &State) -> Option<String> {
    let outcome = subject::save(&mut form, state, &mut state.seed.clone());
    let said = form.entries.get_mut(at).and_then(|entry| entry.problem.take());
    said.or_else(|| match outcome {
        // What a session asks says what is wrong with the first field it cannot read, and marks none.
        Err(trouble) => Some(trouble.says).filter(|_| trouble.field == Some(at)),
        Ok(save) => no_share(state, &form, &save).filter(|(of, _)| *of == at).map(|(_, says)| says),
    })
}

fn take_theirs(form: &mut Form) {
    form.problem = None;
    if let Some(entry) = form.entries.get_mut(form.focus) {
        entry.take_theirs();
    }
}

/// Saves what is typed; what a link names and has not been read is read before.
fn save(state: &mut State) -> Vec<Effect> {
    let unread = elsewhere::unread(state);
    if unread.is_empty() { save_and(state, |save| save) } else { vec![Effect::ReadLinked(unread)] }
}

/// Saves what is typed, whether or not what its links name has been read, and goes on as `after` has it.
pub fn save_and(state: &mut State, after: impl FnOnce(Save) -> Save) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return Vec::new() };
    if form.ask(&state.keymap) || form.doubt() {
        return Vec::new();
    }
    if form.is_misspelt() {
        state.say(Tone::Stop, notices::NOT_SAVED_STILL_HERE);
        return Vec::new();
    }
    let mut form = form.clone();
    let outcome = match form.too_long() {
        Some(trouble) => Err(trouble),
        None => state.decide(|state, seed| subject::save(&mut form, state, seed)).map(after),
    };
    let effects = match outcome {
        Ok(save) if save.change.is_empty() => {
            drop_draft(state, &form.subject);
            state.overlay = None;
            if !matches!(save.then, Then::Play(_) | Then::Open(_)) {
                state.say(Tone::Done, words::NOTHING_CHANGED);
            }
            return follow(state, save.then, save.select);
        }
        Ok(save) if doubt_of_shares(state, &mut form, &save) => Vec::new(),
        Ok(save) => {
            form.problem = None;
            vec![subject::effect(&form.subject, save)]
        }
        Err(trouble) => {
            if let Some(at) = trouble.field {
                form.focus_on(at);
                form.mark(at, &trouble.says);
            }
            form.problem = Some(trouble.says);
            Vec::new()
        }
    };
    state.overlay = Some(Overlay::Form(form));
    effects
}

/// What is asked of a number that no share of a whole can be, and where: at its field, or at the sentence it was read from.
fn no_share(state: &State, form: &Form, save: &Save) -> Option<(usize, String)> {
    let asked = no_shares(&state.workspace, &save.change).into_iter().next()?;
    let at = form.place_of(asked.field).or_else(|| form.place_of("title"));
    Some((at.unwrap_or(form.focus), asked.asks(fields::SAVE_AGAIN)))
}

/// Asks once whether such a number is meant.
fn doubt_of_shares(state: &State, form: &mut Form, save: &Save) -> bool {
    let Some((at, says)) = no_share(state, form, save) else { return false };
    let says = Some(says);
    let was_asked = |open: &Form| open.entries.get(at).is_some_and(|entry| entry.problem == says);
    if state.overlay.as_ref().and_then(Overlay::form).is_some_and(was_asked) {
        return false;
    }
    form.focus_on(at);
    if let Some(entry) = form.entry_mut() {
        entry.problem.clone_from(&says);
    }
    form.problem = says;
    true
}

/// The cells that the name of a form takes at most where it is said that its draft is kept.
const CALLED: usize = 60;

/// The rows that one key scrolls.
const PAGE: u8 = 4;

fn scroll(state: &mut State, by: i32) {
    let Some(Overlay::Form(form)) = &state.overlay else { return };
    let most = i32::from(view::form_can_scroll(state, form));
    let to = (i32::from(form.scroll) + by).clamp(0, most);
    if let Some(Overlay::Form(form)) = &mut state.overlay {
        form.scroll = u16::try_from(to).unwrap_or(0);
    }
}

fn leave(state: &mut State) {
    let Some(Overlay::Form(mut form)) = state.overlay.take() else { return };
    let drops = words::drops_it(state.keymap.key(FormAction::Leave));
    let back = if let Subject::Rewrite(work) = &form.subject { Some(work.form()) } else { None };
    if form.is_changed() && is_blind(&form.subject) && form.problem.as_ref() != Some(&drops) {
        // It is kept nowhere, as it is nobody else's business.
        form.problem = Some(drops);
        state.overlay = Some(Overlay::Form(form));
        return;
    }
    let is_kept = form.is_changed() && !is_blind(&form.subject);
    if is_kept {
        let left = form.left(name_of(state, &form.subject));
        let called = fit::shorten(&fit::shown(&left.called), CALLED, state.look.glyphs.ellipsis).into_owned();
        state.drafts.insert(left.form.clone(), left);
        if state.place.is_none() {
            state.say(Tone::Done, words::DRAFT_WAITS);
        } else if back.is_none() {
            let key = |action| state.keymap.key(action);
            let says = words::draft_kept(called, key(SaidAction::Reopen), key(SaidAction::Drop));
            state.say_left(says, Left::Form(form.subject));
        }
    } else {
        drop_draft(state, &form.subject);
    }
    global::welcome(state);
    // The sentence was about to be said anew from the form of its key result.
    if let Some(from) = back {
        drop(open(state, from));
        if is_kept {
            state.say(Tone::Done, words::draft_waits_behind(state.keymap.key(FormAction::Rewrite)));
        }
    }
}

fn discard(state: &mut State) {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return };
    let subject = form.subject.clone();
    form.entries.iter_mut().for_each(Entry::discard);
    form.problem = None;
    form.focus_on(0);
    drop_draft(state, &subject);
    state.say(Tone::Done, words::WHAT_WAS_TYPED_IS_DISCARDED);
}

/// Gives a key to the field with the focus.
pub fn press(form: &mut Form, chord: Chord) -> Typed {
    let Some(entry) = form.entries.get_mut(form.focus) else { return Typed::Unused };
    let typed = entry.press(chord, &mut form.spelt);
    if typed != Typed::Unused {
        form.problem = None;
    }
    typed
}

/// Moves the cursor a row up or down within a text of several lines; false where the key is no arrow up or down, or the text
/// ends that way.
pub fn go_row(state: &mut State, chord: Chord) -> bool {
    let Some(Overlay::Form(form)) = &state.overlay else { return false };
    if !form.is_in_prose() {
        return false;
    }
    let width = view::form_text_width(state, form);
    let Some(Overlay::Form(form)) = &mut state.overlay else { return false };
    form.entry_mut().is_some_and(|entry| entry.go_row(chord, width) != Typed::Unused)
}

/// Takes a pasted text in: where it is several things, asks what becomes of them.
pub fn paste(state: &mut State, text: &str) {
    if several::ask(state, text) {
        return;
    }
    several::take_as_one(state, text);
}

/// What a field takes of a text of several lines: one that holds names, one a line.
fn taken(input: Input, text: &str) -> Cow<'_, str> {
    let is_one_a_line = input == Input::Names && text.trim().contains(['\n', '\r']);
    if is_one_a_line { several::names(text).into() } else { text.into() }
}

/// Gives a pasted text to the field with the focus.
pub(super) fn paste_here(form: &mut Form, text: &str) {
    form.put_here(|entry| entry.paste(&taken(entry.input, text)));
}

impl Form {
    /// Asks once whether single digits are meant as confidences.
    fn doubt(&mut self) -> bool {
        let doubted = self.entries.iter().position(|entry| {
            let doubt = self.doubt_of(entry);
            doubt.is_some() && entry.is_changed() && entry.problem != doubt
        });
        let Some(at) = doubted else { return false };
        self.problem = self.doubt_of(&self.entries[at]);
        self.entries[at].problem.clone_from(&self.problem);
        self.focus_on(at);
        true
    }

    fn doubt_of(&self, entry: &Entry) -> Option<String> {
        match &self.subject {
            Subject::Room(ask) => ask.doubt(entry.text(), fields::SAVE_AGAIN),
            _ if entry.input == Input::Confidence => doubt(entry.text(), fields::SAVE_AGAIN),
            _ => None,
        }
    }
}

/// Puts the text that the editor gave back into the field.
pub fn edited(form: &mut Form, text: &str) {
    form.put_here(|entry| match entry.input {
        Input::Prose => entry.take(&paragraphs(text)),
        input => entry.take(&one_line(&taken(input, text))),
    });
}

/// Moves the focus to a field that was clicked.
pub fn click(form: &mut Form, at: usize) {
    if at != form.focus {
        return form.focus_on(at);
    }
    // In the field that is typed into nothing is selected by a click: the next letter would wipe it out.
    if let Some(entry) = form.entry_mut() {
        entry.leave();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::day::Day;
    use crate::domain::frame::Frame;
    use crate::domain::quarter::{Quarter, QuarterKey};
    use crate::domain::workspace::Workspace;
    use crate::method::library;
    use crate::tui::forms::{Theirs, choose, put, take_metric, take_spread};
    use crate::tui::look::Look;

    /// A form of one field that could not be saved, and says so twice: at the field and above all.
    fn refused(input: Input) -> State {
        let key: QuarterKey = "payments/2027-q1".parse().unwrap();
        let today = Day::new(2027, 2, 11).unwrap();
        let mut workspace = Workspace::default();
        let cycle = Cycle::calendar("2027-q1").unwrap();
        workspace.cycles.insert(cycle.id.clone(), cycle);
        workspace.quarters.insert(key.clone(), Quarter::new(key.clone(), Frame::default()));
        let mut form = Form::new(Subject::NewKeyResult("sign-in".parse().unwrap()), "");
        form.entries.push(Entry::new("title", ("sentence", "say it"), input, ""));
        form.entries[0].theirs = Some(Theirs { text: "Another".to_owned(), is_asked: true });
        form.mark(0, "it cannot be empty");
        form.problem = Some("sentence: it cannot be empty".to_owned());
        let mut state = State::new(workspace, Some(key), today, Look::default());
        state.overlay = Some(Overlay::Form(form));
        state
    }

    fn form(state: &mut State) -> &mut Form {
        state.overlay.as_mut().and_then(Overlay::form_mut).unwrap()
    }

    #[test]
    fn whichever_way_a_text_gets_into_a_field_what_was_wrong_with_it_is_answered() {
        type Way = (&'static str, Input, fn(&mut State));
        let ways: [Way; 9] = [
            ("typed", Input::Text, |state| _ = press(form(state), Chord::letter('x'))),
            ("pasted", Input::Text, |state| paste(state, "Another")),
            ("pasted as one", Input::Text, |state| several::take_as_one(state, "One\nAnother")),
            ("pasted into several", Input::Text, |state| take_spread(state, &["Another".to_owned()])),
            ("edited", Input::Text, |state| edited(form(state), "Another\n")),
            ("named elsewhere", Input::Text, |state| put(state, "another")),
            ("of the library", Input::Text, |state| take_metric(state, &library::metrics()[0])),
            ("clicked", Input::Choice(&["yes", "no"]), |state| choose(form(state), 0, 1)),
            ("theirs", Input::Text, |state| _ = update(state, FormAction::Theirs)),
        ];
        for (way, input, take) in ways {
            let mut state = refused(input);
            take(&mut state);
            let form = form(&mut state);
            assert_ne!(form.entries[0].text(), "", "{way}");
            assert_eq!((&form.entries[0].problem, &form.problem), (&None, &None), "{way}");
        }
    }

    #[test]
    fn a_field_of_choices_keeps_its_word_whatever_the_editor_gave_back() {
        let mut state = refused(Input::Choice(&["yes", "no"]));
        edited(form(&mut state), "perhaps");
        assert_eq!(form(&mut state).entries[0].text(), "");
    }
}
