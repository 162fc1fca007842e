//! How what is typed in a form is called where it is kept, in this run and for the next program: by the quarter, what is
//! edited, and which. The names stand in files: one that changes loses what was typed under it.

use super::LeftForm;
use super::subject::{Drop, Subject};
use super::traits::{Place, Traits};
use crate::domain::decision::Asked;
use crate::domain::quarter::QuarterKey;
use crate::domain::word::word;
use crate::method::session::offers::Ask;
use crate::method::session::topic::Topic;
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

/// What an earlier program left, to look at and to drop: also what no form asks for any more.
#[must_use]
pub fn menu(state: &State) -> Menu {
    let all = state.kept.iter().zip(letters(LETTERS));
    all.fold(
        Menu::new(words::TYPED_AND_NOT_SAVED, words::OPENING_ITS_FORM_BRINGS_IT_BACK),
        |menu, (kept, letter)| {
            let (name, left) = kept;
            menu.answer(letter, (called(name, left), &text(left)), Choice::Kept(name.clone()))
        },
    )
}

/// What can be done with one of them.
#[must_use]
pub fn menu_of(state: &State, name: &str) -> Menu {
    let left = state.kept.get(name);
    let text = left.map(text).unwrap_or_default();
    Menu::new(left.map_or(name, |left| called(name, left)), &text)
        .answer('y', words::COPY_IT, Choice::Copy(text))
        .answer('d', words::DROP_IT, Choice::DropKept(name.to_owned()))
}

/// What a person calls it; an earlier program kept only which form it is.
fn called<'a>(name: &'a str, left: &'a LeftForm) -> &'a str {
    if left.called.is_empty() { name } else { &left.called }
}

fn text(left: &LeftForm) -> String {
    left.fields.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>().join(" \u{b7} ")
}

fn with(kind: &str, ids: &[&dyn ToString]) -> String {
    ids.iter().fold(kind.to_owned(), |name, id| format!("{name} {}", id.to_string()))
}

fn name(subject: &Subject) -> String {
    match subject {
        Subject::FirstRun => "first-run".to_owned(),
        Subject::NewTeam => "new-team".to_owned(),
        Subject::Team(id) => with("team", &[id]),
        Subject::Was(id) => with("was", &[id]),
        Subject::NewQuarter(team) => with("new-quarter", &[team]),
        Subject::NewEffort => "new-effort".to_owned(),
        Subject::Effort(id) => with("effort", &[id]),
        Subject::Cycle(id) => with("cycle", &[id]),
        Subject::Settings => "settings".to_owned(),
        Subject::Frame => "frame".to_owned(),
        Subject::NewObjective => "new-objective".to_owned(),
        Subject::Objective(id) => with("objective", &[id]),
        Subject::NewKeyResult(under) => with("new-key-result", &[under]),
        Subject::KeyResult(id) => with("key-result", &[id]),
        Subject::Rewrite(id) => with("rewrite", &[id]),
        Subject::NewAssumption(under) => with("new-assumption", &[under]),
        Subject::Assumption(under, id) => with("assumption", &[under, id]),
        Subject::NewNegotiation(under) => with("new-negotiation", &[under]),
        Subject::Negotiation(under, id) => with("negotiation", &[under, id]),
        Subject::NewDependency(of) => with("new-dependency", &[of]),
        Subject::Dependency(of, id) => with("dependency", &[of, id]),
        Subject::Answer(path) => with("answer", &[path]),
        Subject::NewInitiative(of) => with("new-initiative", &[of]),
        Subject::Initiative(of, id) => with("initiative", &[of, id]),
        Subject::NewLine(list) => with("new-line", &[&list.id()]),
        Subject::Line(id) => with("line", &[id]),
        Subject::OpeningVote(id) => with("opening-vote", &[id]),
        Subject::Park(id) => with("park", &[id]),
        Subject::Drop(what) => drop_name("drop", std::slice::from_ref(what)),
        Subject::DropSeveral(all) => drop_name("drop-several", all),
        Subject::Waive(about, rule) => with(&format!("waive {}", asked(about)), &[&rule.id()]),
        Subject::Commit => "commit".to_owned(),
        Subject::CheckIn(id) => with("check-in", &[id]),
        Subject::Correction(id, of) => with("correction", &[id, of]),
        Subject::Decision => "decision".to_owned(),
        Subject::DecisionCorrection => "decision-correction".to_owned(),
        Subject::Scoring(id) => with("scoring", &[id]),
        Subject::LaterReading(id) => with("later-reading", &[id]),
        Subject::LateReading(key, id) => with("late-reading", &[key, id]),
        Subject::Pattern => "pattern".to_owned(),
        Subject::NewNote(kind) => with("new-note", &[&word(kind)]),
        Subject::Note(id) => with("note", &[id]),
        Subject::Difficulty(id) => with("difficulty", &[id]),
        Subject::Importance(id) => with("importance", &[id]),
        Subject::Verdict(under, id) => with("verdict", &[under, id]),
        Subject::Close => "close".to_owned(),
        Subject::Room(ask) => format!("room {}", asked_in_room(ask)),
        Subject::Rename(of) => format!("rename {}", name(of)),
    }
}

fn drop_name(kind: &str, all: &[Drop]) -> String {
    all.iter().fold(kind.to_owned(), |name, what| match what {
        Drop::Objective(id) => format!("{name} objective {id}"),
        Drop::KeyResult(id) => format!("{name} key-result {id}"),
    })
}

fn asked(about: &Asked) -> String {
    match about {
        Asked::Quarter => "quarter".to_owned(),
        Asked::Objective(id) => with("objective", &[id]),
        Asked::KeyResult(id) => with("key-result", &[id]),
    }
}

fn topic(topic: &Topic) -> String {
    match topic {
        Topic::Objective(id) => with("objective", &[id]),
        Topic::KeyResult(id) => with("key-result", &[id]),
        Topic::Assumption(under, id) => with("assumption", &[under, id]),
        Topic::Point(id) => with("point", &[id]),
    }
}

/// What the room is asked.
fn asked_in_room(ask: &Ask) -> String {
    match ask {
        Ask::People => "people".to_owned(),
        Ask::Park => "park".to_owned(),
        Ask::Skip => "skip".to_owned(),
        Ask::Extend => "extend".to_owned(),
        Ask::Minutes => "minutes".to_owned(),
        Ask::Declare(id) => with("declare", &[id]),
        Ask::Field(of) => format!("field {}", topic(of)),
        Ask::Promise => "promise".to_owned(),
        Ask::GroundRules => "ground-rules".to_owned(),
        Ask::Draft => "draft".to_owned(),
        Ask::Merge => "merge".to_owned(),
        Ask::Add => "add".to_owned(),
        Ask::Dots => "dots".to_owned(),
        Ask::Origin(id) => with("origin", &[id]),
        Ask::Reword(id) => with("reword", &[id]),
        Ask::For(id) => with("for", &[id]),
        Ask::Against(id) => with("against", &[id]),
        Ask::NotNow(id) => with("not-now", &[id]),
        Ask::Cut => "cut".to_owned(),
        Ask::AlsoNotNow => "also-not-now".to_owned(),
        Ask::Questions(id) => with("questions", &[id]),
        Ask::Waive(id) => with("waive", &[id]),
        Ask::Depend => "depend".to_owned(),
        Ask::Replied => "replied".to_owned(),
        Ask::Contribute(id) => with("contribute", &[id]),
        Ask::Negotiate(id) => with("negotiate", &[id]),
        Ask::KeepNominal => "keep-nominal".to_owned(),
        Ask::Reason => "reason".to_owned(),
        Ask::Assume => "assume".to_owned(),
        Ask::Votes(id) => with("votes", &[id]),
        Ask::Fist => "fist".to_owned(),
        Ask::Commit => "commit".to_owned(),
        Ask::Recalled => "recalled".to_owned(),
        Ask::Note(id) => with("note", &[id]),
        Ask::Do(id) => with("do", &[id]),
        Ask::Talk => "talk".to_owned(),
        Ask::Decide => "decide".to_owned(),
        Ask::Judge(id) => with("judge", &[id]),
        Ask::Revise(id) => with("revise", &[id]),
        Ask::Told => "told".to_owned(),
        Ask::Freed => "freed".to_owned(),
        Ask::Score(id) => with("score", &[id]),
        Ask::Whole => "whole".to_owned(),
        Ask::Tone => "tone".to_owned(),
        Ask::Write => "write".to_owned(),
        Ask::Format => "format".to_owned(),
        Ask::Unpark => "unpark".to_owned(),
        Ask::Difficulty(id) => with("difficulty", &[id]),
        Ask::Importance(id) => with("importance", &[id]),
        Ask::Verdict(under, id) => with("verdict", &[under, id]),
        Ask::Process => "process".to_owned(),
        Ask::Choose => "choose".to_owned(),
        Ask::Proud => "proud".to_owned(),
        Ask::Close => "close".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::rule::Rule;
    use crate::domain::day::Day;
    use crate::domain::frame::List;
    use crate::domain::quarter::QuarterKey;
    use crate::domain::retrospective::NoteKind;
    use crate::domain::workspace::Workspace;
    use crate::settings::actions::FormAction;
    use crate::tui::forms::{Entry, being_typed, open, update};
    use crate::tui::look::Look;
    use crate::tui::state::Overlay;

    fn key(team: &str) -> QuarterKey {
        QuarterKey { team: team.parse().unwrap(), cycle: "2027-q1".parse().unwrap() }
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
            ["payments/2027-q1 new-objective", "search/2027-q1 new-objective"]
        );
        state.place = Some(key("payments"));
        open(&mut state, Subject::NewObjective);
        assert_eq!(first_entry(&mut state).text(), "payments");
        update(&mut state, FormAction::Discard);
        assert_eq!(being_typed(&state).keys().collect::<Vec<_>>(), ["search/2027-q1 new-objective"]);
    }

    #[test]
    fn what_holds_for_everyone_is_the_same_form_in_every_quarter() {
        let mut here = state();
        let named = name_of(&here, &Subject::Rename(Box::new(Subject::Settings)));
        here.place = Some(key("search"));
        assert_eq!(name_of(&here, &Subject::Rename(Box::new(Subject::Settings))), named);
        assert_eq!(named, "rename settings");
    }

    /// They stand in files: to give one another name loses what was typed under it.
    #[test]
    fn a_form_keeps_its_name() {
        let (of, line) = ("sign-in".parse().unwrap(), "a1b2".parse().unwrap());
        let key_result = || Drop::KeyResult("refunds".parse().unwrap());
        for (subject, expected) in [
            (Subject::KeyResult("refunds".parse().unwrap()), "key-result refunds"),
            (Subject::Assumption(of, line), "assumption sign-in a1b2"),
            (Subject::NewLine(List::NotNow), "new-line not-now"),
            (Subject::NewNote(NoteKind::Proud), "new-note proud"),
            (Subject::Drop(key_result()), "drop key-result refunds"),
            (
                Subject::DropSeveral(vec![Drop::Objective("sign-in".parse().unwrap()), key_result()]),
                "drop-several objective sign-in key-result refunds",
            ),
            (Subject::Waive(Asked::Quarter, Rule::OutputVerb), "waive quarter output-verb"),
            (
                Subject::LateReading(key("search"), "refunds".parse().unwrap()),
                "late-reading search/2027-q1 refunds",
            ),
            (
                Subject::Room(Ask::Field(Topic::Objective("sign-in".parse().unwrap()))),
                "room field objective sign-in",
            ),
            (Subject::Room(Ask::AlsoNotNow), "room also-not-now"),
        ] {
            assert_eq!(name(&subject), expected);
        }
    }
}
