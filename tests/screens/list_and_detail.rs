//! The list, what stands beside it, above and below: what of it is in sight, where the keys go, what they do next.

use quarterdeck::method::alignment::Spot;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::settings::keys::Chord;
use quarterdeck::tui::list;
use quarterdeck::tui::message::{Effect, Message};
use quarterdeck::tui::screens::entries;
use quarterdeck::tui::state::Pane;
use quarterdeck::tui::target::Target;
use quarterdeck::tui::update::update;

use super::scene::{Player, Scene, check_ins, has, lacks};

#[test]
fn a_count_in_the_head_of_a_list_stands_whole_at_every_width() {
    let scored = Scene::Closed.begin().on(ScreenName::Scoring);
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        has(&scored.clone().at(width, height), "6 scored, 1 dropped, 1 reads later");
        let filtered = check_ins().at(width, height).press("/change failure rate<enter>");
        let text = filtered.text();
        let found = text.lines().find_map(|line| line.split("/change failure rate").nth(1));
        assert!(found.is_some_and(|line| line.trim_start().starts_with("2 of ")), "{text}");
    }
}

#[test]
fn the_guide_takes_the_place_of_the_detail_where_there_is_no_third_column() {
    lacks(&check_ins(), "Guide");
    for (width, height) in [(80, 24), (60, 16)] {
        let guide = check_ins().at(width, height).press("w");
        has(&guide, "What does it read now?");
        lacks(&guide.press("w"), "Guide");
    }
    let wide = check_ins().at(120, 40);
    has(&wide, "What does it read now?");
    lacks(&wide.press("w"), "What does it read now?");
}

#[test]
fn the_guide_of_check_ins_is_about_what_is_to_be_done_next() {
    let mut player = check_ins().at(120, 40);
    has(&player, "9 to log");
    has(&player, "CHK-1");
    has(&player.clone().press("gg"), "CHK-5");
    for _ in 0..9 {
        player = player.press("<enter>1<tab>50<ctrl-s>");
    }
    has(&player, "all logged");
    has(&player, "MID-2");
}

#[test]
fn a_detail_scrolled_to_its_end_comes_back_with_one_key() {
    let end = check_ins().press("<tab>G");
    assert_ne!(end.clone().press("k").text(), end.text());
    assert_eq!(end.clone().press("G").text(), end.text());
    has(&end.press("gg"), "Sign-in failures caused by");
}

#[test]
fn tab_goes_to_the_detail_and_back() {
    let detail = check_ins().press("<tab>");
    assert_eq!(detail.state.list().pane, Pane::Detail);
    assert_eq!(detail.press("<tab>").state.list().pane, Pane::List);
}

#[test]
fn what_has_more_than_it_shows_says_so() {
    has(&check_ins(), "↓");
    has(&check_ins().press("G"), "↑");
    has(&check_ins().in_ascii(), " v");
}

#[test]
fn a_long_line_of_status_is_said_in_full() {
    let closed = Scene::Closed.begin().on(ScreenName::CheckIns).at(60, 16).press("<enter>");
    has(&closed, "This quarter is closed; what stands here is history.");
    let told = Scene::Begun.begin().on(ScreenName::CheckIns).at(60, 16).press("<enter>");
    has(&told, "c commits.");
}

#[test]
fn what_takes_a_change_back_is_named_right_after_it_where_there_is_little_room() {
    let row = check_ins().at(60, 16).press("/failures<enter>");
    lacks(&row, "u undo");
    let dropped = row.press("dxgone<ctrl-s>");
    has(&dropped, "Saved: drop");
    has(&dropped, "u undo");
    lacks(&dropped.press("j"), "Saved: drop");
}

#[test]
fn a_filter_says_how_many_rows_match_and_how_to_clear_it() {
    let filtered = check_ins().press("/fail");
    has(&filtered, "3 of 19");
    let kept = filtered.press("<enter>");
    has(&kept, "3 of 19");
    has(&kept, "Esc clear");
    has(&check_ins().press("/zzz"), "Nothing matches; Esc clears.");
}

#[test]
fn the_key_that_leaves_says_what_it_does_first() {
    let footer = |player: &Player| player.text().lines().last().unwrap().to_owned();
    let wide = Scene::CheckIns.begin().at(200, 60);
    assert!(footer(&wide).contains("q leave"), "{}", footer(&wide));
    let ways = [
        ("/fail<enter>", "q clear"),
        ("/fail<enter><tab>", "q back"),
        ("<tab>", "q back"),
        ("<space><tab>", "q back"),
        ("gm", "q back"),
        ("flatency<enter>", "q end search"),
    ];
    for (keys, says) in ways {
        let player = wide.clone().press(keys);
        assert!(footer(&player).contains(says), "{keys}: {}", footer(&player));
        assert!(!footer(&player).contains("q leave"), "{keys}: {}", footer(&player));
        let effects = update(&mut player.clone().state, Message::Key(Chord::letter('q')));
        assert!(!effects.contains(&Effect::Quit), "{keys}");
    }
    // Marks are let go on the way out.
    let marked = wide.press("<space>");
    assert!(
        footer(&marked).contains("Esc unmark") && footer(&marked).contains("q leave"),
        "{}",
        footer(&marked)
    );
}

#[test]
fn the_line_above_the_footer_says_when_a_change_was_saved_where_there_is_room() {
    let row = |player: &Player, words: &str| {
        let text = player.text();
        text.lines()
            .find(|line| line.contains(words))
            .map(|line| line.trim_end().to_owned())
            .unwrap_or_default()
    };
    let player = Scene::Setting.begin().at(120, 40);
    lacks(&player, "saved ");
    let saved = player.press("nPeople get in without thinking<enter><esc>k");
    assert!(row(&saved, "effort so far").ends_with("saved 14:02"), "{}", saved.text());
    let narrow = saved.at(60, 16);
    assert!(row(&narrow, "effort so far").ends_with("person-days"), "{}", narrow.text());
}

#[test]
fn what_the_map_counts_is_counted_for_a_change_and_never_for_a_frame() {
    let mut map = check_ins().at(160, 50).press("gm");
    quarterdeck::tui::list::select(&mut map.state, Target::Spot(Spot::Waiting));
    let map = map.press("kj");
    has(&map, "3 teams");
    let mut changed = map.clone();
    changed.state.workspace.teams.clear();
    has(&changed, "3 teams");
    changed.state.listed = quarterdeck::tui::screens::Listed::default();
    lacks(&changed, "3 teams");
}

#[test]
fn a_step_inside_a_list_changes_no_row_but_the_two_it_is_about() {
    let mut setting = check_ins().at(120, 24).on(ScreenName::Setting).press("jjjjjjjjjjjj");
    let left = |line: &str| line.chars().chain(std::iter::repeat(' ')).take(48).collect();
    let list = |player: &Player| player.text().lines().map(left).collect();
    for step in ["j", "j", "k", "k", "j"] {
        setting.state.was_drawn(setting.draw().1.began);
        let before: Vec<String> = list(&setting);
        setting = setting.press(step);
        let after: Vec<String> = list(&setting);
        // Below the rows stand the status and the footer, above them the header.
        let changed = (3..21).filter(|at| before[*at] != after[*at]).count();
        assert!(
            (1..=2).contains(&changed),
            "{changed} lines changed\n{}\n{}",
            before.join("\n"),
            after.join("\n")
        );
    }
}

#[test]
fn the_palette_shows_long_names_whole_where_there_is_room_and_that_of_the_selected_line_always() {
    let long = "sign-in failures caused by authentication";
    has(&check_ins().at(120, 40).press(":caused by"), long);
    has(&check_ins().at(80, 24).press(":caused by"), long);
    let quarter = |player: &mut super::scene::Player| {
        let key = player.state.place.clone().unwrap();
        let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
        quarter.objectives[0].title = format!("{} ends", "a word of a long name ".repeat(5).trim_end());
    };
    let mut player = check_ins().at(60, 20);
    quarter(&mut player);
    has(&player.press(":long name"), " ends");
}

#[test]
fn proposals_are_taken_where_there_are_some_and_what_is_left_out_is_counted() {
    let scoring = Scene::Scoring.begin().at(120, 40);
    let before = scoring.state.here().unwrap().0.scorings.len();
    // An objective and its first two key results.
    let taken = scoring.press("gg<space><space><space>a");
    assert_eq!(taken.state.here().unwrap().0.scorings.len(), before + 2, "{}", taken.text());
    has(&taken, "1 of the marked left out");
    assert!(taken.state.list().marks.is_empty());
    let none = Scene::Scoring.begin().press("gg<space>a");
    has(&none, "Select a key result");
}

#[test]
fn the_footer_offers_to_move_a_row_only_where_it_can_move() {
    let setting = Scene::Setting.begin().at(200, 40);
    let objective =
        |entry: &quarterdeck::tui::screens::Entry| matches!(*entry.target(), Target::Objective(_));
    let at = quarterdeck::tui::screens::entries(&setting.state).iter().position(objective).unwrap();
    let footer = |player: &Player| player.text().lines().last().unwrap().to_owned();
    let first = setting.press("gg").press(&"j".repeat(at));
    assert!(footer(&first).contains("J down") && !footer(&first).contains("K up"), "{}", first.text());
    let last = first.press(&"J".repeat(6));
    assert!(footer(&last).contains("K up") && !footer(&last).contains("J down"), "{}", last.text());
}

#[test]
fn the_cursor_stands_where_the_keys_go() {
    let player = Scene::CheckIns.begin().at(80, 24);
    let words_at_cursor = |player: &Player| {
        let at = player.draw().1.cursor.expect("a cursor");
        let text = player.text();
        let line = text.lines().nth(usize::from(at.y)).unwrap_or_default();
        line.chars().skip(usize::from(at.x)).collect::<String>()
    };
    assert!(words_at_cursor(&player).starts_with('\u{25b8}'), "{}", player.text());
    let detail = player.clone().press("<tab>");
    assert!(words_at_cursor(&detail).starts_with("Key result"), "{}", detail.text());
    let guide = player.clone().press("w");
    assert!(words_at_cursor(&guide).starts_with("Guide"), "{}", guide.text());
    let session = player.press("S<enter>");
    assert!(words_at_cursor(&session).starts_with('\u{25b8}'), "{}", session.text());
}

#[test]
fn what_is_only_to_be_seen_from_the_last_quarter_is_not_offered_to_be_edited() {
    let mut player = Scene::Setting.begin().at(80, 24);
    let rows: Vec<Target> = entries(&player.state).iter().map(|entry| entry.target().into_owned()).collect();
    let seen = rows.into_iter().filter(|row| matches!(row, Target::Handed(_))).find(|row| {
        list::select(&mut player.state, row.clone());
        !player.text().contains("Enter edit")
    });
    assert!(seen.is_some(), "{}", player.text());
    has(&player.press("<enter>"), "It is here to be seen");
}
