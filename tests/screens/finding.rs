//! Search on the screens: every match is gone to, `n` and `N` walk from one to the next, and what the keys do otherwise
//! comes back with Esc.

use std::sync::Arc;

use quarterdeck::method::fields::{
    ACTION, ANSWER, ASSUMPTION, CHECK_IN, CYCLE, DELIVERY, DEPENDENCY, EFFORT, FRAME, Field, INITIATIVE,
    KEY_RESULT, LESSON, LIST_LINE, NEGOTIATION, NOTE, OBJECTIVE, SCORING, SETTINGS, TEAM,
};
use quarterdeck::method::find::{self, Passage};
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::finder::{Find, FinderLine};
use quarterdeck::tui::message::{Effect, Message};
use quarterdeck::tui::screens::entries;
use quarterdeck::tui::state::Overlay;
use quarterdeck::tui::{list, matches, update};

use super::scene::{Player, Scene, has};
use crate::support::cli::verbs;

/// Everything that is said in what was read.
fn said(player: &Player) -> Arc<Vec<Arc<Passage>>> {
    let workspace = &player.state.workspace;
    let team = player.state.place.as_ref().map(|place| &place.team);
    Arc::new(find::passages(workspace, team, workspace.quarters.keys()).into_iter().map(Arc::new).collect())
}

#[test]
fn every_match_stands_on_the_screen_it_leads_to() {
    let player = Scene::CheckIns.begin();
    let all = said(&player);
    assert!(all.len() > 200, "{}", all.len());
    for (at, passage) in all.iter().enumerate() {
        let mut there = player.clone();
        let effects = matches::begin(&mut there.state, "x", Arc::clone(&all), at);
        assert!(effects.is_empty(), "all is read");
        let is_above = passage.at.quarter().is_none();
        let wanted = list::selected(&there.state);
        let rows = entries(&there.state);
        let stands =
            rows.iter().any(|entry| there.state.list().selected.as_ref().is_some_and(|at| entry.is(at)));
        assert!(is_above || stands, "{} {:?} leads to {wanted:?}", passage.at, passage.part);
        let place = there.state.place.as_ref();
        assert!(is_above || place == passage.at.quarter(), "{} leads to {place:?}", passage.at);
    }
}

#[test]
fn a_word_is_found_however_its_accents_are_written() {
    let mut player = Scene::Setting.begin();
    let key = player.state.place.clone().unwrap();
    let objectives = &mut player.state.workspace.quarters.get_mut(&key).unwrap().objectives;
    objectives[0].title = "Cafe\u{301} und \u{dc}bergabe".to_owned();
    for typed in ["caf\u{e9}", "cafe", "u\u{308}bergabe", "\u{fc}bergabe", "ubergabe"] {
        has(&player.clone().press("/").press(typed), "1 of");
        has(&player.clone().press(":").press(typed), "bergabe");
    }
}

#[test]
fn the_palette_has_the_keys_at_the_end_of_its_lines_at_every_width() {
    for width in [120, 80, 60] {
        let player = Scene::CheckIns.begin().at(width, 24).press(":rename");
        let line = chosen(&player);
        assert!(line.starts_with("▸ Rename  ") && line.ends_with(" r"), "{width}: {}", player.text());
    }
}

#[test]
fn help_says_how_text_is_selected_while_the_mouse_clicks() {
    has(&Scene::CheckIns.begin().at(120, 40).press("?mouse"), "Shift held (Option on macOS)");
}

#[test]
fn what_is_done_in_a_form_is_found_on_the_screens_with_the_way_to_it() {
    for name in ["outcome", "rewrite", "library"] {
        let player = Scene::Setting.begin().press(":").press(name);
        has(&player, "It is done in a form");
    }
}

#[test]
fn what_is_called_so_is_found_before_what_only_speaks_of_it() {
    for (typed, first) in [("team", "team"), ("move", "Move up")] {
        let player = Scene::Setting.begin().press(":").press(typed);
        assert!(chosen(&player).contains(first), "{typed}: {}", player.text());
    }
}

/// The selected line.
fn chosen(player: &Player) -> String {
    player.text().lines().find(|line| line.starts_with('\u{25b8}')).unwrap_or_default().to_owned()
}

#[test]
fn the_page_keys_move_in_every_list_one_types_over_and_home_and_end_in_menus_too() {
    for opens in ["?", ":", "T", "fpayment", "/", "2<enter><f1>"] {
        let first = Scene::CheckIns.begin().at(80, 24).press(opens).press(&"<pgup>".repeat(20));
        let [next, paged, back] = ["<down>", "<pgdn>", "<pgdn><pgup>"].map(|keys| first.clone().press(keys));
        assert_ne!(chosen(&next), chosen(&first), "{opens}: {}", first.text());
        assert_ne!(chosen(&paged), chosen(&first), "{opens}: {}", paged.text());
        assert_eq!(chosen(&back), chosen(&first), "{opens}: {}", back.text());
        let last = first.press(&"<pgdn>".repeat(20));
        assert_eq!(chosen(&last), chosen(&last.clone().press("<pgdn>")), "{opens}: it stays at the end");
    }
    let menu = Scene::CheckIns.begin().at(80, 24).press("y");
    for keys in ["<end>", "<pgdn>"] {
        let last = menu.clone().press(keys);
        assert!(chosen(&last).contains("Markdown"), "{}", last.text());
        assert_eq!(chosen(&last.clone().press("<home>")), chosen(&menu));
        assert_eq!(chosen(&last.press("<pgup>")), chosen(&menu));
    }
}

#[test]
fn every_field_every_verb_and_every_word_of_the_method_finds_what_is_behind_it() {
    fn labels<T>(fields: &'static [Field<T>]) -> Vec<String> {
        fields.iter().map(|field| field.label.to_owned()).collect()
    }
    let set = [labels(OBJECTIVE), labels(KEY_RESULT), labels(ASSUMPTION), labels(NEGOTIATION)].concat();
    let beside = [labels(DEPENDENCY), labels(INITIATIVE), labels(ANSWER), labels(FRAME)].concat();
    let lists = [labels(LIST_LINE), labels(DELIVERY), labels(TEAM), labels(CYCLE), labels(SETTINGS)].concat();
    let said = [labels(EFFORT), labels(CHECK_IN), labels(SCORING), labels(NOTE), labels(LESSON)].concat();
    let method = [
        "owner",
        "contact",
        "sponsor",
        "template",
        "import",
        "guardrail",
        "source",
        "baseline",
        "initiative",
        "waiver",
        "backup",
        "carry",
        "blocker",
        "member",
        "cadence",
        "ground rules",
        "kick-off",
        "hours",
        "comment",
        "deadline",
        "csv",
        "git",
        "pre-mortem",
        "dots",
        "fist",
        "calendar",
    ];
    let method = method.map(str::to_owned).to_vec();
    let palette = Scene::Setting.begin().press(":");
    let mut words = [set, beside, lists, said, labels(ACTION), verbs(), method].concat();
    words.retain(|word| {
        let mut found = palette.clone();
        update::update(&mut found.state, Message::Paste(word.clone()));
        let Some(Overlay::Finder(finder)) = &found.state.overlay else { panic!("no palette") };
        let leads = |line: &FinderLine| matches!(line.find, Find::Does(_) | Find::Nowhere);
        !(0..finder.len()).any(|at| finder.line(at).is_some_and(leads))
    });
    assert_eq!(words, Vec::<String>::new(), "these find nothing");
}

#[test]
fn what_is_done_in_a_session_is_found_on_the_screens_with_the_way_to_it() {
    for name in ["presenter", "clock"] {
        let player = Scene::CheckIns.begin().press(":").press(name);
        has(&player, "No session is played: S begins one.");
    }
}

#[test]
fn the_palette_begins_with_what_was_run_from_it_last() {
    let first = |player: &Player| player.text().lines().nth(4).unwrap_or_default().to_owned();
    let player = Scene::CheckIns.begin().press(":map<enter>").press("2:colours<enter><esc>");
    let player = player.press(":");
    assert!(first(&player).contains("Colours"), "{}", player.text());
    let again = player.press("map<enter>").press("2:");
    assert!(first(&again).contains("Map"), "{}", again.text());
    assert!(first(&again.press("colours")).contains("Colours"));
}

#[test]
fn last_quarters_lesson_is_nine_keys_away() {
    let player = Scene::CheckIns.begin().press("flesson");
    has(&player, "1 of ");
    let player = player.press("<enter>");
    has(&player, "Payments · 2026-Q4");
    assert_eq!(player.state.screen, ScreenName::Retrospective);
    has(&player, "for “lesson”, Lesson");
}

#[test]
fn n_and_shift_n_walk_the_matches_and_esc_gives_the_keys_back() {
    let player = Scene::CheckIns.begin().press("flesson<enter>");
    let of = player.text().split("1 of ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    let second = player.press("n");
    has(&second, &format!("2 of {of} for “lesson”"));
    let last = second.clone().press("NN");
    has(&last, &format!("{of} of {of} for “lesson”"));
    has(&last.clone().press("n"), &format!("1 of {of} for “lesson”"));
    has(&second, "Esc end search");
    let ended = second.press("<esc>");
    assert!(ended.state.matches.is_none() && !ended.text().contains("next match"), "{}", ended.text());
}

#[test]
fn n_walks_the_rows_of_a_filter_and_says_which() {
    let player = Scene::Setting.begin().press("/a<enter>");
    let of = entries(&player.state).len();
    assert!(of > 2);
    has(&player.clone().press("ggn"), &format!("2 of {of}"));
    has(&player.clone().press("ggN"), &format!("{of} of {of}"));
    let cleared = player.press("<esc>n");
    assert!(cleared.state.overlay.is_some(), "n adds again");
}

#[test]
fn what_comes_from_behind_is_found_without_moving_the_selection() {
    let mut player = Scene::CheckIns.begin();
    let late = "late/2020-q1".split_once('/').unwrap();
    let key = quarterdeck::domain::quarter::QuarterKey {
        team: late.0.parse().unwrap(),
        cycle: late.1.parse().unwrap(),
    };
    player.state.workspace.unopened.insert(key.clone());
    let mut player = player.press("f");
    let effects = update::update(&mut player.state, Message::Paste("sign-in".to_owned()));
    let [Effect::Seek(Some(wish))] = &effects[..] else { panic!("{effects:?}") };
    assert!(!wish.near.keys.contains(&key));
    let player = player.press("<down>");
    has(&player, ", more to read");
    let before = player.text();
    let selected = before.lines().find(|line| line.starts_with('▸')).unwrap().to_owned();
    let mut quarter = player.state.workspace.quarters.values().next().unwrap().clone();
    quarter.key = key.clone();
    let said: Vec<Arc<Passage>> =
        find::of_quarter(&player.state.workspace, &quarter).into_iter().map(Arc::new).collect();
    let mut after = player.clone();
    let at = said.iter().position(|passage| wish.sought.is_in(passage)).unwrap();
    update::update(&mut after.state, Message::Gathered(wish.round, (said.clone(), 0)));
    let text = after.text();
    assert!(text.contains(&selected) && !text.contains("to read"), "{text}");
    assert_ne!(text, before, "more is found");
    let effects = matches::begin(&mut after.state, "x", Arc::new(said), at);
    assert_eq!(effects, [Effect::GoTo(key)], "it is read before it is shown");
}
