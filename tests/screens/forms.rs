//! Every form that the screens open, with the focus on each of its fields, at every size: the field and what is wrong
//! with it are in sight. The forms are found by taking every action and every answer of every menu there is.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use quarterdeck::method::fields::Input;
use quarterdeck::method::step::Steps;
use quarterdeck::settings::actions::{Action, Context, FormAction, ScreenName};
use quarterdeck::tui::actions;
use quarterdeck::tui::forms::Subject;
use quarterdeck::tui::list;
use quarterdeck::tui::menu;
use quarterdeck::tui::screens;
use quarterdeck::tui::state::Overlay;
use quarterdeck::tui::update::act;

use super::print::rows;
use super::scene::{Player, Scene, has};
use super::sweep::check_frame;

/// The kind of a subject, whatever it is about: `NewNote`, `KeyResult`; of a verdict also what it is on: `Judge Objective`.
fn kind(subject: &Subject) -> String {
    let words = if matches!(subject, Subject::Judge(_)) { 2 } else { 1 };
    let name = format!("{subject:?}");
    name.split(['(', ' ']).take(words).collect::<Vec<_>>().join(" ")
}

/// The rows of one kind that are tried on a screen.
const MOST_OF_A_KIND: usize = 3;

/// The sizes at which each field of each form is looked at.
const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// One player in front of each kind of form there is.
pub fn forms() -> &'static BTreeMap<String, Player> {
    static FOUND: OnceLock<BTreeMap<String, Player>> = OnceLock::new();
    FOUND.get_or_init(|| forms_of(Scene::begin))
}

/// The same, each scene begun as somebody has it.
pub fn forms_of(begin: impl Fn(Scene) -> Player) -> BTreeMap<String, Player> {
    let mut found = BTreeMap::new();
    for scene in [Scene::FirstRun, Scene::Setting, Scene::CheckIns, Scene::Retro] {
        for screen in ScreenName::ALL {
            let player = begin(scene).on(*screen);
            find_from(&player, &mut found);
            let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
            for entry in screens::entries(&player.state).iter() {
                let count = seen.entry(entry.target().kind_word()).or_default();
                *count += 1;
                if *count > MOST_OF_A_KIND {
                    continue;
                }
                let mut player = player.clone();
                list::select(&mut player.state, entry.target().into_owned());
                find_from(&player, &mut found);
            }
        }
    }
    found
}

/// Takes every action of the screen, and every answer of the menus they open.
fn find_from(player: &Player, found: &mut BTreeMap<String, Player>) {
    let rows = Context::of(&player.state).rows();
    let on_screen = rows.into_iter().filter(|row| matches!(row.action, Action::Screen(_)));
    let mut opened: Vec<Player> = on_screen.map(|row| after(player, row.action)).collect();
    opened.push(player.clone());
    for player in opened {
        let answers = match &player.state.overlay {
            Some(Overlay::Menu(menu)) => menu.answers.len(),
            _ => 0,
        };
        let taken = (0..answers).map(|at| {
            let mut next = player.clone();
            menu::take(&mut next.state, at);
            next
        });
        for next in taken.collect::<Vec<_>>().into_iter().chain([player]) {
            if let Some(Overlay::Form(form)) = &next.state.overlay {
                found.entry(kind(&form.subject)).or_insert(next);
            }
        }
    }
}

fn after(player: &Player, action: Action) -> Player {
    let mut next = player.clone();
    if actions::enabled(&next.state, action).is_ok() {
        act(&mut next.state, action);
    }
    next
}

fn fields(player: &Player) -> usize {
    match &player.state.overlay {
        Some(Overlay::Form(form)) => form.entries.len(),
        _ => 0,
    }
}

fn form(player: &Player) -> &quarterdeck::tui::forms::Form {
    match &player.state.overlay {
        Some(Overlay::Form(form)) => form,
        other => panic!("no form is open but {other:?}"),
    }
}

#[test]
fn every_form_can_be_reached_from_the_screens() {
    let found = forms();
    let missing: Vec<&str> = [
        "FirstRun",
        "NewTeam",
        "Team",
        "NewQuarter",
        "NewEffort",
        "Effort",
        "Cycle",
        "Settings",
        "Frame",
        "NewObjective",
        "Objective",
        "NewKeyResult",
        "KeyResult",
        "NewAssumption",
        "Assumption",
        "NewNegotiation",
        "Negotiation",
        "NewDependency",
        "Dependency",
        "NewInitiative",
        "Initiative",
        "NewLine",
        "Line",
        "OpeningVote",
        "Park",
        "Drop",
        "Commit",
        "CheckIn",
        "Correction",
        "Decision",
        "Scoring",
        "Pattern",
        "NewNote",
        "Note",
        "Judge KeyResult",
        "Judge Objective",
        "Judge Assumption",
        "Close",
    ]
    .into_iter()
    .filter(|kind| !found.contains_key(*kind))
    .collect();
    assert!(missing.is_empty(), "no key opens {missing:?}; found {:?}", found.keys());
}

#[test]
fn the_focused_field_is_in_sight_in_every_form_at_every_size() {
    for (kind, player) in forms() {
        for (width, height) in SIZES {
            let mut player = player.clone().at(width, height);
            check_frame(&player, "F1 more");
            let (first, count) = (form(&player).focus, fields(&player));
            for step in 0..count {
                check_focus(kind, &player, (first + step) % count);
                player = player.press("<tab>");
            }
        }
    }
}

/// The marker and the label of the field stand in one row, and the terminal's cursor is in the field.
#[track_caller]
fn check_focus(kind: &str, player: &Player, at: usize) {
    let (buffer, drawn) = player.draw();
    let rows = rows(&buffer);
    let text = || format!("{kind}, field {at}:\n{}", rows.join("\n"));
    let form = form(player);
    if fields(player) > 1 {
        assert_eq!(form.focus, at, "Tab goes from field to field in {}", text());
    }
    let entry = &form.entries[form.focus];
    let cursor = player.state.look.glyphs.cursor;
    let focused =
        rows.iter().find(|row| row.starts_with(cursor)).unwrap_or_else(|| panic!("no mark in {}", text()));
    assert!(focused.contains(entry.label), "{} is not whole in {}", entry.label, text());
    let place = drawn.cursor.unwrap_or_else(|| panic!("no cursor in {}", text()));
    assert!(rows[usize::from(place.y)] == *focused || matches!(entry.input, Input::Choice(_)), "{}", text());
    let hint = entry.hint.of(Steps::METHOD);
    let hint = match (entry.name, &entry.problem) {
        // What is typed there is said back.
        ("people", None) if !entry.text().is_empty() => "people",
        (_, problem) => problem.as_deref().unwrap_or(&hint),
    };
    let first = hint.split_whitespace().next().unwrap_or_default();
    assert!(rows.iter().any(|row| row.contains(first)), "no hint {hint:?} in {}", text());
}

#[test]
fn what_is_wrong_with_a_field_is_in_sight_and_the_focus_goes_there() {
    for (kind, player) in forms() {
        let takes_numbers = |input: Input| {
            matches!(
                input,
                Input::Number(_)
                    | Input::Count
                    | Input::Minutes
                    | Input::Day(_)
                    | Input::Confidence
                    | Input::Score
            )
        };
        let wrong = form(player).entries.iter().position(|entry| takes_numbers(entry.input));
        let Some(at) = wrong else { continue };
        for (width, height) in SIZES {
            let mut player = player.clone().at(width, height);
            while form(&player).focus != at {
                player = player.press("<tab>");
            }
            let player = player.press("<ctrl-u>many<ctrl-s>");
            assert!(form(&player).entries[at].problem.is_some(), "{kind} takes `many` as a number or day");
            let focus = form(&player).focus;
            let Some(problem) = &form(&player).entries[focus].problem else {
                panic!("{kind} does not go to what is wrong:\n{}", player.text())
            };
            check_focus(kind, &player, focus);
            let first: String = problem.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            assert!(player.text().contains(&first), "{kind}, {problem}:\n{}", player.text());
        }
    }
}

#[test]
fn what_stands_beside_the_fields_can_be_read_to_its_end() {
    for (kind, player) in forms() {
        for (width, height) in SIZES {
            let mut player = player.clone().at(width, height);
            let mut pages = 0;
            while actions::enabled(&player.state, Action::Form(FormAction::ScrollDown)).is_ok() {
                player = player.press("<pgdn>");
                check_frame(&player, "F1 more");
                pages += 1;
                assert!(pages < 40, "{kind} never ends");
            }
        }
    }
}

#[test]
fn left_and_right_step_what_stands_and_propose_nothing() {
    let line = |player: &Player, name: &str| {
        let text = player.text();
        text.lines()
            .find(|line| line.contains(name))
            .unwrap_or_else(|| panic!("no {name} in\n{text}"))
            .to_owned()
    };
    let scoring = Scene::Scoring.begin().press("3<enter><tab><tab>");
    assert!(line(&scoring.clone().press("<right>"), "▸ score").contains("[      "), "nothing is proposed");
    for (keys, says) in [
        ("0.4<right>", "[ 0.5 "),
        ("0.4<left><left>", "[ 0.2 "),
        ("1.0<right>", "[ 1.0 "),
        ("0.0<left>", "[ 0.0 "),
    ] {
        assert!(line(&scoring.clone().press(keys), "▸ score").contains(says), "{keys}");
    }
    assert!(line(&scoring.clone().press("40%"), "▸ score").contains("] 0.4"), "what is typed is said back");
    let logging = Scene::CheckIns.begin().press("2<enter><tab>");
    for (keys, says) in
        [("40<right>", "[ 45 "), ("40<left>", "[ 35 "), ("98<right>", "[ 100 "), ("3<left>", "[ 0 ")]
    {
        assert!(line(&logging.clone().press(keys), "▸ confidence").contains(says), "{keys}");
    }
    let stepped = line(&logging.clone().press("60 %<left>"), "▸ confidence");
    assert!(stepped.contains("[ 55 ") && stepped.contains("] 55 %"), "what is typed is said back: {stepped}");
}

#[test]
fn left_and_right_step_a_number_that_is_selected_and_move_within_one_that_is_typed() {
    let logging = Scene::CheckIns.begin().press("2<enter>");
    // Tab there and back: the field is entered with all of it selected.
    for (keys, says) in [
        ("<right>", "[      "),
        ("1.9<tab><shift-tab><right>", "[ 2.0 "),
        ("1.9<tab><shift-tab><right><right>", "[ 2.1 "),
        ("0.8%<tab><shift-tab><left>", "[ 0.7% "),
        ("1,4<tab><shift-tab><right>", "[ 1.5 "),
        ("1,200<tab><shift-tab><left>", "[ 1199 "),
        ("0<tab><shift-tab><left>", "[ -1 "),
        ("1.4<tab><shift-tab><right>7", "[ 7 "),
        ("12<left>3", "[ 132 "),
        ("12<tab><shift-tab><home><right>3", "[ 132 "),
        ("many<left>x", "[ manxy "),
        ("1.4<tab><shift-tab><right><ctrl-z>", "[ 1.4 "),
    ] {
        let text = logging.clone().press(keys).text();
        assert!(text.lines().any(|line| line.contains("▸ reading") && line.contains(says)), "{keys}: {text}");
    }
}

#[test]
fn how_long_and_how_many_are_stepped_too_and_how_long_is_said_back() {
    let effort = Scene::CheckIns.begin().at(80, 24).press("0ne<tab><tab><tab>");
    for (keys, says) in [
        ("90<tab><shift-tab><right>", "[ 91           ] 1 h 31"),
        ("1h30", "[ 1h30         ] 1 h 30"),
        ("1:10:00", "] 1 h 10"),
    ] {
        has(&effort.clone().press(keys), says);
    }
    has(&effort.press("<tab>5<shift-tab><tab><left>"), "▸ people            [ 4 ");
    let room = Scene::CheckIns.begin().at(80, 24).press("S<enter>a");
    has(&room.clone().press("<right>"), "[ 7 ");
    has(&room.press("<right><enter>"), "CHK-2");
}

#[test]
fn ctrl_c_says_that_the_draft_is_kept_and_enter_opens_it_again() {
    let player = Scene::CheckIns.begin().at(120, 40).press("2<enter>1.4<ctrl-c>");
    has(&player, "Press Ctrl-C again to leave. Draft kept (check-in: ");
    has(&player.press("<enter>"), "[ 1.4 ");
    let untouched = Scene::CheckIns.begin().press("2<enter><ctrl-c>");
    assert!(!untouched.text().contains("Draft kept"), "{}", untouched.text());
    has(&untouched, "Press Ctrl-C again to leave.");
}

#[test]
fn what_stopped_a_save_is_said_at_the_top_too_with_how_much_more_there_is() {
    for (width, height) in SIZES {
        let player = Scene::CheckIns.begin().at(width, height).press("2<enter>many<tab>lots<ctrl-s>");
        let rows = rows(&player.draw().0);
        assert!(rows[3].starts_with("! reading: `many` is not a number"), "{rows:#?}");
        assert!(rows[3].contains("(and 1 more)"), "{rows:#?}");
        check_focus("CheckIn", &player, 0);
        assert!(rows.iter().any(|row| row.contains("confidence is a whole number")), "{rows:#?}");
        let mended = player.press("<ctrl-u>1.7");
        assert!(!mended.text().contains("! reading"), "{}", mended.text());
    }
}

#[test]
fn the_quarter_that_is_proposed_is_named_by_nothing_else_in_its_form() {
    let player = forms()["NewQuarter"].clone();
    let proposed = form(&player).typed("cycle").to_owned();
    let text = player.text();
    let others: Vec<&str> =
        text.lines().skip(2).filter(|line| line.contains("-Q") && !line.contains(&proposed)).collect();
    assert!(proposed.contains("-Q") && others.is_empty(), "{proposed}: {others:?}");
}
