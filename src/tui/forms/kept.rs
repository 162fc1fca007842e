//! How what is typed in a form is called where it is kept, in this run and for the next program: by the quarter, what is
//! edited, and which. The names stand in files: one that changes loses what was typed under it.

use super::subject::Subject;
use super::traits::{Place, Traits};
use crate::domain::display::one_line;
use crate::domain::quarter::QuarterKey;
use crate::method::session::offers::Ask;
use crate::store::typed::TypedForm;
use crate::tui::menu::{Choice, Menu, letters};
use crate::tui::state::State;
use crate::words::forms as words;

/// The first letters of the texts in the menu.
const LETTERS: &str = "123456789abcefghilmnorstuvwxz";

/// How the texts of a form are called, opened where the state stands.
pub(super) fn name_of(state: &State, subject: &Subject) -> String {
    named(state.place.as_ref(), subject)
}

/// How what is typed in answer to a question of a session is called, whether it is asked on a screen or without one.
pub(in crate::tui) fn name_of_question(place: &QuarterKey, question: &Ask) -> String {
    named(Some(place), &Subject::Room(question.clone()))
}

fn named(place: Option<&QuarterKey>, subject: &Subject) -> String {
    // The same form in another quarter is about something else.
    let place = place.filter(|_| Traits::of(subject).place == Place::Quarter).map(ToString::to_string);
    [place, Some(name(subject))].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Drops what was left in a form.
pub fn drop_draft(state: &mut State, subject: &Subject) {
    let name = name_of(state, subject);
    state.drafts.remove(&name);
}

/// Drops what was left in a form that is saved, and the sentence that it said anew.
pub fn drop_saved(state: &mut State, subject: &Subject) {
    drop_draft(state, subject);
    if let Subject::Rewrite(work) = subject {
        drop_draft(state, &work.form());
    }
}

/// What an earlier program left, to look at and to drop: also what no form asks for any more.
#[must_use]
pub fn menu(state: &State) -> Menu {
    let all = state.kept.iter().zip(letters(LETTERS));
    all.fold(
        Menu::new(words::TYPED_AND_NOT_SAVED, words::OPENING_ITS_FORM_BRINGS_IT_BACK),
        |menu, (kept, letter)| {
            let (name, left) = kept;
            menu.answer(letter, (&left.called, &one_line(&text(left))), Choice::Kept(name.clone()))
        },
    )
}

/// What can be done with one of them.
#[must_use]
pub fn menu_of(state: &State, name: &str) -> Menu {
    let left = state.kept.get(name);
    let text = left.map(text).unwrap_or_default();
    let opened = form_of(state, name);
    let said = one_line(&text);
    let says = if opened.is_some() { said } else { words::has_no_form_here(said) };
    let menu = Menu::new(left.map_or(name, |left| &left.called), &says);
    opened
        .into_iter()
        .fold(menu, |menu, subject| menu.answer('o', words::OPEN_IT, Choice::Form(subject)))
        .answer('y', words::COPY_IT, Choice::Copy(text))
        .answer('d', words::DROP_IT, Choice::DropKept(name.to_owned()))
}

fn text(left: &TypedForm) -> String {
    left.fields.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>().join(" \u{b7} ")
}

/// What serde says of a subject, from which it is read back.
fn name(subject: &Subject) -> String {
    serde_json::to_string(subject).unwrap_or_default()
}

/// The form of a kept name; none where it is asked in a session or is of another quarter.
fn form_of(state: &State, name: &str) -> Option<Subject> {
    let place = state.place.as_ref().map(|place| format!("{place} ")).unwrap_or_default();
    let subject: Subject = serde_json::from_str(name.strip_prefix(&place).unwrap_or(name)).ok()?;
    (name_of(state, &subject) == name && !matches!(subject, Subject::Room(_))).then_some(subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::rule::Rule;
    use crate::domain::day::Day;
    use crate::domain::decision::{AskedOf, List};
    use crate::domain::quarter::KeyResultKey;
    use crate::domain::retrospective::NoteKind;
    use crate::domain::workspace::Workspace;
    use crate::method::session::topic::Topic;
    use crate::settings::actions::FormAction;
    use crate::tui::forms::{Droppable, Entry, Work, being_typed, open, update};
    use crate::tui::look::Look;
    use crate::tui::state::Overlay;

    fn key(team: &str) -> QuarterKey {
        format!("{team}/2027-q1").parse().unwrap()
    }

    fn state() -> State {
        let today = Day::new(2027, 2, 11).unwrap();
        State::new(Workspace::default(), Some(key("payments")), today, Look::default())
    }

    fn first_entry(state: &mut State) -> &mut Entry {
        let Some(Overlay::Form(form)) = &mut state.overlay else { panic!("no form is open") };
        &mut form.entries[0]
    }

    #[test]
    fn what_was_typed_in_one_quarter_is_not_offered_in_another() {
        let mut state = state();
        for team in ["payments", "search"] {
            state.place = Some(key(team));
            open(&mut state, Subject::NewObjective);
            assert_eq!(first_entry(&mut state).text(), "");
            first_entry(&mut state).take(team);
            update(&mut state, FormAction::Leave);
        }
        let typed = being_typed(&state);
        assert_eq!(
            typed.keys().collect::<Vec<_>>(),
            [r#"payments/2027-q1 "new-objective""#, r#"search/2027-q1 "new-objective""#]
        );
        state.place = Some(key("payments"));
        open(&mut state, Subject::NewObjective);
        assert_eq!(first_entry(&mut state).text(), "payments");
        update(&mut state, FormAction::Discard);
        assert_eq!(being_typed(&state).keys().collect::<Vec<_>>(), [r#"search/2027-q1 "new-objective""#]);
    }

    #[test]
    fn what_holds_for_everyone_is_the_same_form_in_every_quarter() {
        let mut here = state();
        let named = name_of(&here, &Subject::Rename(Box::new(Subject::Settings)));
        here.place = Some(key("search"));
        assert_eq!(name_of(&here, &Subject::Rename(Box::new(Subject::Settings))), named);
        assert_eq!(named, r#"{"rename":"settings"}"#);
    }

    #[test]
    fn what_was_left_in_another_quarter_is_said_to_have_no_form_here_and_can_be_copied() {
        let mut state = state();
        let left = TypedForm { form: String::new(), called: "objective".to_owned(), fields: Vec::new() };
        let name = name_of(&state, &Subject::NewObjective);
        let elsewhere =
            name_of(&State { place: Some(key("search")), ..self::state() }, &Subject::NewObjective);
        state.kept = [(elsewhere.clone(), left.clone()), (name.clone(), left)].into();
        let other = menu_of(&state, &elsewhere);
        assert!(other.says.contains("its form cannot be opened here"), "{}", other.says);
        let letters = |menu: &Menu| menu.answers.iter().map(|answer| answer.letter).collect::<String>();
        assert_eq!(letters(&other), "yd");
        assert_eq!(letters(&menu_of(&state, &name)), "oyd");
    }

    #[test]
    fn a_kept_name_opens_the_form_it_was_typed_in() {
        let state = state();
        let key_result = || Droppable::KeyResult("refunds".parse().unwrap());
        for subject in [
            Subject::KeyResult("refunds".parse().unwrap()),
            Subject::Assumption("sign-in".parse().unwrap(), "a1b2".parse().unwrap()),
            Subject::Rewrite(Work::Typed("sign-in".parse().unwrap(), "Ship \"6\" pages".to_owned())),
            Subject::NewLine(List::NotNow),
            Subject::NewNote(NoteKind::Proud),
            Subject::DropSeveral(vec![Droppable::Objective("sign-in".parse().unwrap()), key_result()]),
            Subject::Waive(AskedOf::Quarter, Rule::OutputVerb),
            Subject::LateReading(KeyResultKey { quarter: key("search"), id: "refunds".parse().unwrap() }),
            Subject::Rename(Box::new(Subject::Team("payments".parse().unwrap()))),
        ] {
            assert_eq!(form_of(&state, &name_of(&state, &subject)), Some(subject));
        }
        let elsewhere = State { place: Some(key("search")), ..self::state() };
        let objective = name_of(&elsewhere, &Subject::NewObjective);
        let asked = name_of(&state, &Subject::Room(Ask::Field(Topic::Objective("sign-in".parse().unwrap()))));
        for name in [&objective, &asked, "new-objective", ""] {
            assert_eq!(form_of(&state, name), None, "{name}");
        }
    }
}
