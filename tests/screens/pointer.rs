//! What the mouse does: a click selects and then opens, the wheel turns what lies under it, a fold mark folds.

use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::message::{Hit, Message};
use quarterdeck::tui::state::Pane;
use quarterdeck::tui::{list, update};
use ratatui::layout::Position;

use super::scene::{Player, Scene, has};

/// Where words stand on the screen.
fn place_of(player: &Player, words: &str) -> Position {
    let text = player.text();
    let (y, line) = text.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
    let x = line[..line.find(words).unwrap()].chars().count();
    Position::new(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

/// Clicks on words.
fn click(player: &mut Player, words: &str) {
    let hit = player.draw().1.hit(place_of(player, words)).cloned();
    let effects = update::update(&mut player.state, Message::Click(hit.unwrap()));
    player.carry_out(effects);
}

/// Turns the wheel over words.
fn wheel(player: &mut Player, words: &str, rows: i32) {
    let over = player.draw().1.pane_at(place_of(player, words));
    update::update(&mut player.state, Message::Wheel(rows, over));
}

#[test]
fn a_tab_behind_a_form_or_a_session_is_not_turned_to_by_a_click() {
    for keys in ["<enter>", ":", "S<enter>"] {
        let player = Scene::CheckIns.begin().at(120, 40).press(keys);
        let hit = player.draw().1.hit(place_of(&player, "Setting")).cloned();
        assert_eq!(hit, None, "{keys}: {}", player.text());
    }
}

#[test]
fn a_click_into_what_is_being_typed_wipes_nothing_out() {
    let mut player = Scene::CheckIns.begin().at(80, 24).press("<enter><tab><tab>hello world");
    click(&mut player, "lo world");
    assert!(player.press("X").text().contains("hello worldX"));
}

#[test]
fn a_click_or_a_paste_after_ctrl_c_is_no_wish_to_leave() {
    for keys in ["<ctrl-c>", "<enter><ctrl-c>"] {
        let mut player = Scene::CheckIns.begin().at(80, 24).press(keys);
        assert!(player.state.is_leaving);
        let mut pasted = player.clone();
        update::update(&mut pasted.state, Message::Paste("1.25".to_owned()));
        assert!(!pasted.state.is_leaving, "a paste");
        click(&mut player, "\u{25b8}");
        assert!(!player.state.is_leaving, "a click");
    }
}

#[test]
fn a_filter_that_hides_all_offers_no_way_into_what_is_hidden() {
    for (scene, keys) in [(Scene::Setting, "1/zzz<enter>"), (Scene::CheckIns, "2/zzz<enter>")] {
        let player = scene.begin().at(80, 24).press(keys);
        let text = player.text();
        let cursor = player.draw().1.cursor.expect("the cursor stays in sight");
        let line = text.lines().nth(usize::from(cursor.y)).unwrap_or_default();
        assert!(line.contains("Nothing matches; Esc clears."), "{text}");
        assert!(!text.contains("Enter edit") && !text.contains("next match"), "{text}");
        let player = player.press("<enter>");
        assert!(player.state.overlay.is_none(), "{}", player.text());
    }
}

#[test]
fn a_click_selects_and_a_click_on_the_selected_row_opens() {
    let mut player = Scene::Setting.begin().at(80, 60).press("gg");
    let row = "The set ";
    click(&mut player, row);
    assert!(player.state.overlay.is_none());
    assert!(
        player.text().lines().any(|line| line.starts_with("▸") && line.contains(row)),
        "{}",
        player.text()
    );
    let objective =
        player.text().lines().skip_while(|line| !line.contains(row)).nth(1).unwrap()[2..20].to_owned();
    click(&mut player, &format!("  {}", objective.trim()));
    assert!(player.state.overlay.is_none());
    click(&mut player, &format!("▸ {}", objective.trim()));
    assert!(player.state.overlay.is_some(), "{}", player.text());
}

#[test]
fn a_click_selects_a_line_of_help_and_a_click_on_the_selected_line_runs_it() {
    let mut player = Scene::CheckIns.begin().on(ScreenName::CheckIns).at(80, 24).press("?");
    click(&mut player, "Decide and close");
    assert!(player.text().contains("▸ D         Decide and close"), "{}", player.text());
    click(&mut player, "Decide and close");
    has(&player, "Decide and close the check-in");
}

#[test]
fn the_wheel_turns_what_lies_under_it_and_the_keys_stay() {
    let mut player = Scene::CheckIns.begin().on(ScreenName::CheckIns).at(80, 16);
    let selected = |player: &Player| list::selected(&player.state);
    let (first, before) = (selected(&player), player.text());
    wheel(&mut player, "Key result ─", 3);
    assert_ne!(player.text(), before, "the detail scrolls");
    assert_eq!((selected(&player), player.state.list().pane), (first.clone(), Pane::List));
    wheel(&mut player, "Key result ─", -3);
    assert_eq!(player.text(), before);
    let mut in_detail = player.press("<tab>");
    wheel(&mut in_detail, "Check-in 3 of 6 ─", 1);
    assert_eq!(in_detail.state.list().pane, Pane::Detail);
    assert_ne!(selected(&in_detail), first, "the list moves");
}

#[test]
fn the_wheel_over_the_fields_of_a_form_goes_through_them_and_beside_them_through_what_stands_there() {
    let mut player = Scene::Setting.begin().on(ScreenName::Setting).at(80, 24).press("/Roll<enter><enter>");
    let before = player.text();
    assert!(before.contains("field 2 of "), "{before}");
    wheel(&mut player, "metric", 1);
    wheel(&mut player, "metric", 1);
    assert!(player.text().contains("field 4 of "), "{}", player.text());
}

#[test]
fn a_fold_mark_is_clicked() {
    let mut player = Scene::CheckIns.begin().press("gm").at(120, 40);
    let (_, drawn) = player.draw();
    let (place, hit) = drawn.hits.iter().find(|(_, hit)| matches!(hit, Hit::Fold(_))).cloned().unwrap();
    assert_eq!(drawn.hit(place.as_position()), Some(&hit));
    let rows = |player: &Player| quarterdeck::tui::screens::entries(&player.state).len();
    let before = rows(&player);
    update::update(&mut player.state, Message::Click(hit.clone()));
    assert_ne!(rows(&player), before);
    update::update(&mut player.state, Message::Click(hit));
    assert_eq!(rows(&player), before);
}
