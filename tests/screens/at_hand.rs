//! What is at hand in every list: the order of key results, copying, several lines pasted at once, what was said.

use quarterdeck::coach::finding::Raised;
use quarterdeck::coach::rule::Rule;
use quarterdeck::domain::change::Address;
use quarterdeck::domain::decision::AskedOf;
use quarterdeck::domain::key_result::KeyResult;
use quarterdeck::domain::objective::Objective;
use quarterdeck::domain::scoring::Outcome;
use quarterdeck::domain::step::SessionKind;
use quarterdeck::method::lint::Placed;
use quarterdeck::method::step::Step;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::settings::keymap::Keymap;
use quarterdeck::store::typed::{TypedField, TypedForm};
use quarterdeck::tui::forms::{self, Subject};
use quarterdeck::tui::message::{Effect, Message, WhatWasRead};
use quarterdeck::tui::screens::entries;
use quarterdeck::tui::state::{Left, Overlay, Tone};
use quarterdeck::tui::target::{Heading, Target};
use quarterdeck::tui::update::update;

use super::scene::{Player, Scene};
use super::sessions;

/// The key results of the list, in its order.
fn listed(player: &Player) -> Vec<String> {
    let entries = entries(&player.state);
    let ids = entries.iter().filter_map(|entry| match &*entry.target() {
        Target::KeyResult(id) => Some(id.to_string()),
        _ => None,
    });
    ids.collect()
}

fn pasted(mut player: Player, text: &str) -> Player {
    let effects = update(&mut player.state, Message::Paste(text.to_owned()));
    player.carry_out(effects);
    player
}

fn objectives(player: &Player) -> Vec<&Objective> {
    player.state.here().unwrap().0.objectives.iter().collect()
}

/// The effects of the last of some keys.
fn effects(player: &mut Player, letter: char) -> Vec<Effect> {
    update(&mut player.state, Message::Key(quarterdeck::settings::keys::Chord::letter(letter)))
}

#[test]
fn a_paste_where_no_field_is_open_says_so() {
    let says = "Nothing is pasted: no field is open; ? lists the keys that open one.";
    let desk = pasted(Scene::CheckIns.begin(), "Refunds reach buyers\nat once");
    assert!(desk.text().contains(says), "{}", desk.text());
    let open = pasted(Scene::CheckIns.begin().press("f"), "Refunds");
    assert!(!open.text().contains("Nothing is pasted"), "{}", open.text());
}

#[test]
fn the_quarter_of_an_effect_is_written_as_every_cycle_is() {
    let mut player = Scene::Setting.begin();
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let key_result = &mut quarter.objectives[0].key_results[0];
    key_result.effect_quarter = Some("2027-q3".to_owned());
    let title = key_result.name().to_owned();
    let text = player.at(120, 60).press(&format!("/{title}<enter>")).text();
    assert!(text.contains("2027-Q3") && !text.contains("2027-q3"), "{text}");
}

#[test]
fn key_results_are_sorted_within_their_objective_and_the_set_keeps_its_order() {
    let usual = Scene::CheckIns.begin();
    let by_name = usual.clone().press("sn");
    let all = listed(&usual);
    let sorted = listed(&by_name);
    assert_ne!(all, sorted);
    let mut parts: Vec<Vec<String>> = Vec::new();
    for objective in objectives(&usual) {
        let mut names: Vec<_> =
            objective.key_results.iter().map(|kr| (kr.name().to_lowercase(), kr.id.to_string())).collect();
        names.sort();
        parts.push(names.into_iter().map(|(_, id)| id).collect());
    }
    assert_eq!(sorted, parts.concat());
    assert!(by_name.text().contains("by name"), "{}", by_name.text());
    assert_eq!(listed(&by_name.press("so")), all);
}

#[test]
fn no_row_is_moved_in_an_order_that_would_not_show_it() {
    let mut player = Scene::Setting.begin().press("sn");
    let key_result = |entry: &Target| matches!(entry, Target::KeyResult(_));
    let target = entries(&player.state).iter().map(|entry| entry.target().into_owned()).find(key_result);
    quarterdeck::tui::list::select(&mut player.state, target.unwrap());
    assert_eq!(effects(&mut player, 'J'), []);
    assert!(player.text().contains("in the order of the set"), "{}", player.text());
    assert_ne!(effects(&mut player.press("so"), 'J'), []);
}

#[test]
fn the_selection_follows_its_key_result_through_another_order() {
    let player = Scene::CheckIns.begin().press("jjj");
    let before = quarterdeck::tui::list::selected(&player.state);
    for order in ["sn", "sc", "sm", "so"] {
        let player = player.clone().press(order);
        assert_eq!(quarterdeck::tui::list::selected(&player.state), before, "{order}");
    }
}

#[test]
fn what_the_room_believed_least_in_comes_first_and_what_has_no_vote_last() {
    let player = Scene::CheckIns.begin().press("sc");
    assert!(player.text().contains("by confidence"));
    let text = player.clone().at(120, 60).text();
    let (low, high) = (text.find("Unlikely 30").unwrap(), text.find("Even 50").unwrap());
    assert!(low < high, "{text}");
}

#[test]
fn a_row_is_copied_as_its_sentence_its_id_its_path_or_a_line_of_markdown() {
    let menu = Scene::CheckIns.begin().press("y");
    let Some(Overlay::Menu(open)) = &menu.state.overlay else { panic!("no menu:\n{}", menu.text()) };
    let letters: String = open.answers.iter().map(|answer| answer.letter).collect();
    assert_eq!(letters, "sipm");
    let copied = |letter: char| match effects(&mut menu.clone(), letter).as_slice() {
        [Effect::Copy(text)] => text.clone(),
        other => panic!("{letter}: {other:?}"),
    };
    let id = copied('i');
    assert!(copied('s').starts_with("Sign-in failures caused by authentication from 2.3 %"));
    assert!(
        copied('p').starts_with("teams/payments/2027-q1/objectives/")
            && copied('p').ends_with(&format!("{id}.toml"))
    );
    assert_eq!(copied('m'), format!("- {} (`{id}`)", copied('s')));
}

#[test]
fn a_note_is_copied_without_the_sign_of_its_row() {
    let lesson = Scene::Retro.begin().on(ScreenName::Retrospective);
    let note = entries(&lesson.state).iter().find_map(|entry| match entry.target().into_owned() {
        Target::Note(id) => Some(Target::Note(id)),
        _ => None,
    });
    let mut player = lesson.clone();
    quarterdeck::tui::list::select(&mut player.state, note.unwrap());
    let said = "Read the logs in week two, not in week eight".to_owned();
    assert_eq!(effects(&mut player.press("y"), 's'), [Effect::Copy(said)]);
}

#[test]
fn every_row_of_every_screen_has_something_to_copy() {
    for scene in [Scene::Setting, Scene::CheckIns, Scene::Retro] {
        for screen in ScreenName::ALL {
            let player = scene.begin().on(*screen);
            for entry in entries(&player.state).iter() {
                let mut player = player.clone();
                quarterdeck::tui::list::select(&mut player.state, entry.target().into_owned());
                let done = effects(&mut player.press("y"), 's');
                let [Effect::Copy(text)] = done.as_slice() else {
                    panic!("{:?} copies nothing", entry.target())
                };
                assert!(!text.trim().is_empty() && !text.contains('\n'), "{:?}: {text:?}", entry.target());
            }
        }
    }
}

#[test]
fn a_line_of_a_record_is_copied_by_its_own_id() {
    let mut kinds = std::collections::BTreeSet::new();
    let scenes = [Scene::Setting, Scene::CheckIns, Scene::Retro];
    for (scene, screen) in
        scenes.into_iter().flat_map(|scene| ScreenName::ALL.iter().map(move |it| (scene, *it)))
    {
        let player = scene.begin().on(screen);
        for entry in entries(&player.state).iter() {
            let target = entry.target().into_owned();
            let (kind, id) = match &target {
                Target::Assumption(_, id) => ("assumption", id.to_string()),
                Target::Negotiation(_, id) => ("negotiation", id.to_string()),
                Target::Dependency(_, id) => ("dependency", id.to_string()),
                Target::Initiative(_, id) => ("initiative", id.to_string()),
                Target::Line(id) => ("line", id.to_string()),
                _ => continue,
            };
            let mut player = player.clone();
            quarterdeck::tui::list::select(&mut player.state, target);
            assert_eq!(effects(&mut player.press("y"), 'i'), [Effect::Copy(id)], "{kind}");
            kinds.insert(kind);
        }
    }
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        ["assumption", "dependency", "initiative", "line", "negotiation"]
    );
}

#[test]
fn several_lines_become_several_objectives_in_one_step() {
    let before = Scene::Begun.begin().on(ScreenName::Setting).press("no");
    let asked = pasted(before, "- Sign-in people trust\n- Refunds in two days\n\n- Nights without pages\n");
    let text = asked.text();
    assert!(text.contains("3 lines were pasted") && text.contains("3 objectives"), "{text}");
    let stood = objectives(&asked).len();
    let done = asked.press("s");
    let titles: Vec<&str> = objectives(&done).iter().map(|objective| objective.title.as_str()).collect();
    assert_eq!(titles[stood..], ["Sign-in people trust", "Refunds in two days", "Nights without pages"]);
    assert!(done.text().contains("Saved: add 3 objectives"), "{}", done.text());
}

#[test]
fn the_inverse_of_several_is_one_step() {
    let before = Scene::Begun.begin().on(ScreenName::Setting).press("no");
    let mut asked = pasted(before, "One\nTwo\nThree");
    let stood = asked.state.workspace.clone();
    let effects = effects(&mut asked, 's');
    let [Effect::Save(save)] = effects.as_slice() else { panic!("{effects:?}") };
    let mut workspace = stood.clone();
    workspace.apply(&save.change);
    assert_ne!(workspace, stood);
    workspace.apply(&save.change.inverse());
    assert_eq!(workspace, stood);
}

#[test]
fn several_lines_can_be_one_and_leaving_the_question_keeps_the_form() {
    let before = Scene::Begun.begin().on(ScreenName::Setting).press("no");
    let asked = pasted(before, "Sign-in\npeople trust");
    let one = asked.clone().press("o");
    assert!(one.text().contains("[ Sign-in people trust"), "{}", one.text());
    let left = asked.press("<esc>");
    assert!(
        matches!(&left.state.overlay, Some(Overlay::Form(form)) if !form.is_changed()),
        "{}",
        left.text()
    );
}

#[test]
fn initiatives_notes_key_results_and_lines_of_lists_are_pasted_alike() {
    let cases = [
        (Scene::Setting, ScreenName::Setting, "/pages<enter><esc>ni", "2 initiatives"),
        (Scene::Retro, ScreenName::Retrospective, "ggn", "2 notes"),
        (Scene::Setting, ScreenName::Setting, "/Nights<enter><esc>nk", "2 key results"),
        (Scene::Setting, ScreenName::Setting, "/Not now<enter><esc>nn", "2 lines"),
    ];
    for (scene, screen, keys, says) in cases {
        let asked = pasted(
            scene.begin().on(screen).press(keys),
            "1. Wait for the first review from 11 h to 4 h\n2. Faster runners",
        );
        assert!(asked.text().contains(says), "{says}:\n{}", asked.text());
        let done = asked.press("s");
        assert!(done.text().contains(&format!("Saved: add {says}")), "{says}:\n{}", done.text());
    }
}

/// The form of a session's step, by the word of its offer.
fn asked_in(kind: SessionKind, label: &str) -> Player {
    let mut player = sessions::begun(kind, sessions::scene_of(kind));
    loop {
        let offered = quarterdeck::tui::room::offered(&player.state);
        if let Some(offer) = offered.iter().find(|offer| offer.label == label) {
            return player.press(&offer.letter.to_string());
        }
        assert!(sessions::goes_on(&mut player), "{label:?} is offered in no step of {kind:?}");
    }
}

fn hands(player: &Player) -> (u32, usize) {
    let drafts = &player.state.room.as_ref().unwrap().player.hidden().drafts;
    (drafts.hands(), drafts.count())
}

#[test]
fn what_a_room_lists_is_pasted_alike() {
    let cases = [
        (asked_in(SessionKind::Commit, "assumption").press("1<enter>"), "2 assumptions"),
        (asked_in(SessionKind::Commit, "reason"), "2 reasons"),
        (asked_in(SessionKind::Retrospective, "write").press("1<enter>"), "2 notes"),
        (asked_in(SessionKind::Choose, "add"), "2 objectives"),
    ];
    for (form, says) in cases {
        let asked = pasted(form, "- The gateway keeps its answers\n- Nobody leaves the team");
        assert!(asked.text().contains(says), "{says}:\n{}", asked.text());
        let done = asked.press("s");
        assert!(done.state.overlay.is_none(), "{says}:\n{}", done.text());
        assert!(done.text().contains("Nobody leaves the team"), "{says}:\n{}", done.text());
    }
}

#[test]
fn pasted_drafts_are_of_one_person_or_of_several_and_taken_back_as_they_came() {
    let form = asked_in(SessionKind::Choose, "draft");
    let two = pasted(form.clone(), "Refunds in two days\nNights without pages");
    assert_eq!(hands(&two.clone().press("s")), (1, 2));
    assert_eq!(hands(&two.clone().press("e")), (2, 2));
    assert_eq!(hands(&two.clone().press("eb")), (0, 0));
    let with_why = two.press("w").text();
    assert!(with_why.contains("field 1 of 4") && with_why.contains("Nights without pages"), "{with_why}");
    // Three are too many for one person, and more than are here for all.
    let three = pasted(form.clone(), "One\nTwo\nThree").text();
    assert!(three.contains("3 people") && !three.contains("3 drafts"), "{three}");
    let crowd = pasted(form, &"A draft\n".repeat(40)).text();
    assert!(!crowd.contains("40 people") && crowd.contains("one"), "{crowd}");
}

#[test]
fn a_line_that_is_refused_refuses_all_and_the_form_stays() {
    // Four changes are more than a quarter takes over.
    let asked =
        pasted(Scene::Retro.begin().on(ScreenName::Retrospective).press("Gkn"), "One\nTwo\nThree\nFour");
    let notes = asked.state.here().unwrap().0.notes.len();
    let done = asked.press("s");
    assert_eq!(done.state.here().unwrap().0.notes.len(), notes, "{}", done.text());
    assert!(matches!(done.state.overlay, Some(Overlay::Form(_))), "{}", done.text());
}

#[test]
fn what_was_said_can_be_read_again_the_last_first() {
    let player = Scene::CheckIns.begin().press("U").press("h").press("ge");
    let text = player.text();
    assert!(text.contains("What was said") && text.contains("Nothing has been taken back."), "{text}");
    let none = Scene::Begun.begin();
    assert!(!none.state.said.is_empty());
}

#[test]
fn what_is_wrong_with_a_field_is_said_as_it_is_left() {
    let player = Scene::CheckIns.begin().at(80, 24).on(ScreenName::CheckIns).press("<enter>");
    let before = player.state.workspace.clone();
    let player = player.press("abc<tab>");
    assert!(player.text().contains("is not a number"), "{}", player.text());
    assert_eq!(player.state.workspace, before, "nothing is saved by it");
    let mended = player.press("<up>1.2 %<tab>");
    assert!(!mended.text().contains("is not a number"), "{}", mended.text());
}

#[test]
fn esc_at_the_top_says_quietly_what_leaves_and_leaves_nothing() {
    let mut player = Scene::CheckIns.begin();
    let esc = quarterdeck::settings::keys::sequence("esc").unwrap()[0];
    let effects = update(&mut player.state, Message::Key(esc));
    assert_eq!(effects, []);
    let said = player.state.status.clone().unwrap();
    assert_eq!(said.tone, Tone::Note);
    let text = player.text();
    let line = text.lines().find(|line| line.contains("Esc goes no further back; q leaves.")).unwrap();
    assert!(line.trim_start().starts_with("Esc"), "{line}");
    // The palette says the same, as quietly.
    let chosen = player.press(":goes back one level<enter>");
    assert_eq!(chosen.state.status.as_ref().map(|said| said.tone), Some(Tone::Note), "{}", chosen.text());
}

#[test]
fn a_draft_that_was_left_can_be_answered_as_long_as_it_is_said() {
    let left = Scene::Setting.begin().press("n").press("Half of it moved<esc>");
    let text = left.text();
    assert!(text.contains("Draft kept"), "{text}");
    // A key that means nothing changes nothing; another sentence takes the offer away.
    let again = left.clone().press("%<enter>");
    assert!(matches!(again.state.overlay, Some(Overlay::Form(_))), "{}", again.text());
    let other = left.press("U");
    assert_eq!(other.state.status.as_ref().and_then(|said| said.left.clone()), None);
}

#[test]
fn that_there_is_nothing_further_on_is_said_without_a_sign_of_warning() {
    let tone = |player: &Player| player.state.status.as_ref().map(|said| said.tone);
    let first = Scene::Setting.begin();
    let at = entries(&first.state)
        .iter()
        .position(|entry| matches!(*entry.target(), Target::Objective(_)))
        .unwrap();
    let moved = first.press("gg").press(&"j".repeat(at)).press("K");
    assert!(moved.text().contains("at the end already"), "{}", moved.text());
    assert_eq!(tone(&moved), Some(Tone::Note));
    let room = sessions::begun(SessionKind::Choose, Scene::Setting).press("k");
    assert!(room.text().contains("This is the top."), "{}", room.text());
    assert_eq!(tone(&room), Some(Tone::Note));
}

#[test]
fn one_thing_is_said_at_a_time_and_all_can_be_read_again() {
    let mut player = Scene::CheckIns.begin();
    for number in 1..=5 {
        player.state.say(Tone::Done, format!("said as number {number}"));
    }
    let text = player.text();
    assert!(text.contains("said as number 5") && !text.contains("said as number 4"), "{text}");
    let all = player.press("ge").text();
    let at = |number: u8| {
        all.find(&format!("said as number {number}")).unwrap_or_else(|| panic!("{number}:\n{all}"))
    };
    assert!((1..5).all(|number| at(number + 1) < at(number)), "{all}");
}

#[test]
fn what_no_form_asks_for_any_more_is_shown_copied_and_dropped() {
    let mut player = Scene::CheckIns.begin();
    let field =
        TypedField { name: "title".to_owned(), before: String::new(), text: "Half a sentence".to_owned() };
    let form = "gone/2027-q1 new-objective".to_owned();
    let left = TypedForm { form: form.clone(), called: "the new objective".to_owned(), fields: vec![field] };
    player.state.kept.insert(form, left);
    player.state.say_left("What was typed is kept", Left::Before);
    let all = player.press("<enter>");
    let text = all.text();
    assert!(text.contains("the new objective") && text.contains("Half a sentence"), "{text}");
    let mut one = all.press("1");
    assert_eq!(effects(&mut one.clone(), 'y'), [Effect::Copy("Half a sentence".to_owned())]);
    assert!(effects(&mut one, 'd').is_empty());
    assert!(one.state.kept.is_empty() && one.text().contains("The draft is dropped"), "{}", one.text());
}

#[test]
fn a_form_under_a_menu_meets_what_others_wrote() {
    let mut player = Scene::Begun.begin().on(ScreenName::Setting);
    let under = Objective::draft("sign-in".parse().unwrap(), "Sign-in one can trust", 1);
    let place = player.state.place.clone().unwrap();
    player.state.workspace.quarters.get_mut(&place).unwrap().objectives.push(under.clone());
    forms::open(&mut player.state, Subject::NewKeyResult(under.id));
    let mut player = pasted(player, "one\ntwo");
    assert!(matches!(player.state.overlay, Some(Overlay::Menu(_))), "{}", player.text());
    let mut theirs = player.state.workspace.clone();
    theirs.quarters.get_mut(&place).unwrap().objectives.clear();
    update(&mut player.state, Message::Loaded(WhatWasRead { workspace: theirs, troubles: Vec::new() }));
    let form = player.state.overlay.as_ref().and_then(Overlay::form).unwrap();
    assert!(form.problem.as_ref().is_some_and(|says| says.contains("still here")), "{:?}", form.problem);
}

#[test]
fn what_others_put_under_an_objective_is_named_before_it_is_taken_along() {
    let mut player = Scene::Begun.begin().on(ScreenName::Setting);
    let mut under = Objective::draft("sign-in".parse().unwrap(), "Sign-in one can trust", 1);
    let place = player.state.place.clone().unwrap();
    player.state.workspace.quarters.get_mut(&place).unwrap().objectives = vec![under.clone()];
    quarterdeck::tui::list::select(&mut player.state, Target::Objective(under.id.clone()));
    let mut player = player.press("d");
    assert!(!player.text().contains("With it"), "{}", player.text());
    under.key_results.push(KeyResult::draft("lost".parse().unwrap(), "lost sign-ins", 1));
    let mut theirs = player.state.workspace.clone();
    theirs.quarters.get_mut(&place).unwrap().objectives = vec![under];
    update(&mut player.state, Message::Loaded(WhatWasRead { workspace: theirs, troubles: Vec::new() }));
    let asked = player.press("r");
    let text = asked.text();
    assert!(text.contains("With it: lost sign-ins.") && text.contains("came meanwhile"), "{text}");
    let objectives = &asked.state.workspace.quarters[&place].objectives;
    assert_eq!(objectives.len(), 1);
    let gone = asked.press("r");
    assert!(gone.state.workspace.quarters[&place].objectives.is_empty(), "{}", gone.text());
}

#[test]
fn more_answers_than_letters_are_all_at_hand() {
    let mut player = Scene::Setting.begin();
    let place = player.state.place.clone().unwrap();
    let at = Address::Frame(place);
    let asked = |rule: &Rule| Placed { at: at.clone(), finding: Raised::title().by(*rule) };
    let rules: Vec<Rule> = Rule::ALL.iter().copied().filter(|rule| !rule.is_hard_stop()).collect();
    let all: Vec<Rule> = rules.iter().cycle().take(60).copied().collect();
    player.state.asked = Some(all.iter().map(asked).collect());
    quarterdeck::tui::list::select(&mut player.state, Target::Heading(Heading::Set));
    let menu = player.press("W");
    let Some(Overlay::Menu(open)) = &menu.state.overlay else { panic!("{}", menu.text()) };
    assert_eq!(open.answers.len(), all.len());
    let asks = |player: &Player| match &player.state.overlay {
        Some(Overlay::Form(form)) => form.subject.clone(),
        _ => panic!("{}", player.text()),
    };
    let about = |at: usize| Subject::Waive(AskedOf::Quarter, all[at]);
    for (key, at) in [("z", 25), ("A", 26), ("Z", 51)] {
        assert_eq!(asks(&menu.clone().press(key)), about(at), "{key}");
    }
    // Those behind the last letter have none, and the arrows go there.
    assert!(matches!(menu.clone().press("<space>").state.overlay, Some(Overlay::Menu(_))));
    let last = menu.clone().press("<up>");
    assert!(last.text().contains(all[59].id()), "{}", last.text());
    assert_eq!(asks(&last.press("<enter>")), about(59));
    assert_eq!(asks(&menu.press(&"<down>".repeat(55)).press("<enter>")), about(55));
}

#[test]
fn more_texts_of_an_earlier_program_than_letters_are_all_at_hand() {
    let mut player = Scene::Setting.begin();
    let left = |form: String| TypedForm { called: format!("text {form}"), form, fields: Vec::new() };
    let forms = (0..60).map(|at| format!("{at:02}"));
    player.state.kept = forms.map(|form| (form.clone(), left(form))).collect();
    player.state.say_left("", Left::Before);
    let last = player.press("<enter><up>");
    assert!(last.text().contains("text 59"), "{}", last.text());
    let dropped = last.press("<enter>d");
    assert_eq!(dropped.state.kept.len(), 59);
    assert!(!dropped.state.kept.contains_key("59"), "{}", dropped.text());
}

#[test]
fn help_finds_a_row_by_each_of_its_keys_that_is_free() {
    let mut player = Scene::CheckIns.begin();
    player.state.keymap = Keymap::read("\"check_ins.log\" = [\"n\", \"f7\", \"N\", \"f8\"]\n").unwrap();
    let found = |player: &Player, keys: &str| {
        let text = player.clone().press(&format!("?{keys}")).text();
        text.lines().find(|line| line.contains("Log a check-in")).map(|line| line.trim_start().to_owned())
    };
    for key in ["f7", "f8"] {
        assert!(found(&player, key).is_some_and(|line| line.contains("n ")), "{key}");
    }
    // The matches of a filter have n and N, and both keys beside them still log.
    let filtered = player.press("/fail<enter>");
    for key in ["f7", "f8"] {
        assert!(found(&filtered, key).is_some_and(|line| line.contains("F7 ")), "{key}");
    }
    assert!(filtered.text().lines().last().unwrap().contains("F7 log"), "{}", filtered.text());
}

#[test]
fn one_key_agrees_with_every_score_that_is_proposed() {
    let mut player = sessions::begun(SessionKind::Score, Scene::Scoring);
    while player.state.room.as_ref().unwrap().player.step() != Step::Sco3 {
        assert!(sessions::goes_on(&mut player));
    }
    let agrees = |player: &Player| {
        quarterdeck::tui::room::offered(&player.state).iter().any(|offer| offer.letter == 'y')
    };
    let mut scored = 0;
    while player.state.room.as_ref().unwrap().player.step() == Step::Sco3 {
        let (room, desk) = (player.state.room.clone().unwrap(), player.state.desk().unwrap());
        let topic = room.player.topic(&desk).unwrap();
        let (_, key_result) = desk.quarter.key_result(topic.key_result().unwrap()).unwrap();
        let (id, proposed) = (key_result.id.clone(), desk.quarter.progress(key_result).proposed_score());
        let is_open = desk.quarter.outcome(key_result) == Outcome::Open;
        assert_eq!(agrees(&player), is_open && proposed.is_some(), "{}", player.text());
        assert_eq!(player.text().contains("The number says"), proposed.is_some(), "{}", player.text());
        if agrees(&player) {
            player = player.press("y");
            let scoring = &player.state.here().unwrap().0.scorings[&id];
            assert_eq!(scoring.score, proposed);
            assert!(scoring.reading.is_some() && scoring.date.is_some());
            assert!(!agrees(&player), "{}", player.text());
            scored += 1;
        }
        player = player.press("<enter>");
    }
    assert!(scored > 1, "{scored}: {}", player.text());
}

#[test]
fn a_save_that_is_stopped_in_two_ways_says_them_a_line_each() {
    let mut player = Scene::CheckIns.begin().on(ScreenName::CheckIns).press("<enter>");
    let Some(Overlay::Form(form)) = &mut player.state.overlay else { panic!("{}", player.text()) };
    form.problem = Some("the alignment is nominal\none fist shows 0 to 2".to_owned());
    let text = player.text();
    let at =
        |words: &str| text.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{text}"));
    assert_eq!(at("one fist shows 0 to 2"), at("the alignment is nominal") + 1, "{text}");
    assert!(!text.contains('\u{240a}'), "{text}");
}
