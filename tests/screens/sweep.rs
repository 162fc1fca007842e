//! Every screen in every scene at every size: nothing panics, the frame stands, the selected row is in sight, and
//! nothing that acts on a terminal is drawn.

use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::fit;
use quarterdeck::tui::list;
use quarterdeck::tui::screens;
use quarterdeck::tui::state::Pane;
use quarterdeck::tui::view::{Drawn, view};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::print::rows;
use super::scene::{Player, Scene};

/// The sizes everything must work at: the smallest, narrow, usual, wide, and a wall.
pub const SIZES: [(u16, u16); 5] = [(60, 16), (60, 20), (80, 24), (120, 40), (200, 60)];

/// Checks the frame of a screen whose last row names this key, and gives back what was drawn.
#[track_caller]
pub fn check_frame(player: &Player, key: &str) -> (Buffer, Drawn) {
    let (buffer, drawn) = player.draw();
    let rows = rows(&buffer);
    let screen = || format!("{:?} at {}:\n{}", player.state.screen, player.state.size, rows.join("\n"));
    let (width, last) = (usize::from(buffer.area.width), rows.len() - 1);
    let rule = player.state.look.glyphs.rule.repeat(width);
    assert!(rows[0].contains(player.state.screen.title()), "no title in {}", screen());
    // What the calendar says may stand at the end of the upper rule.
    let above = rows[1].split(' ').next().unwrap_or_default();
    let has_rules = !above.is_empty() && rule.starts_with(above) && rows[last - 1] == rule;
    assert!(has_rules, "no rules in {}", screen());
    assert!(rows[last].contains(key), "no {key} in {}", screen());
    assert!(!buffer.content.iter().any(acts), "a raw control character in {}", screen());
    for (area, hit) in &drawn.hits {
        let inside = area.intersection(buffer.area);
        assert!(area.is_empty() || inside == *area, "{hit:?} lies outside of {}", screen());
    }
    (buffer, drawn)
}

fn acts(cell: &Cell) -> bool {
    cell.symbol().chars().any(|sign| sign.is_control() || ('\u{202a}'..='\u{202e}').contains(&sign))
}

/// Checks that the terminal's cursor stands on the mark of the selected row.
#[track_caller]
fn check_selected(player: &Player, (buffer, drawn): &(Buffer, Drawn)) {
    if player.state.list().pane != Pane::List || screens::entries(&player.state).is_empty() {
        return;
    }
    let sign = drawn.cursor.map(|cursor| buffer[cursor].symbol());
    let text = rows(buffer).join("\n");
    assert_eq!(sign, Some(player.state.look.glyphs.cursor), "the selected row is not shown:\n{text}");
}

#[test]
fn every_screen_stands_in_every_phase_at_every_size() {
    for scene in Scene::ALL.into_iter().filter(|scene| *scene != Scene::FirstRun) {
        for screen in ScreenName::ALL {
            for (width, height) in SIZES {
                let player = scene.begin().on(*screen).at(width, height);
                check_selected(&player, &check_frame(&player, "? more"));
            }
        }
    }
}

#[test]
fn the_end_of_every_list_and_detail_and_the_guide_stand_too() {
    for scene in [Scene::Begun, Scene::Setting, Scene::CheckIns, Scene::Retro] {
        for screen in ScreenName::ALL {
            for (keys, (width, height)) in ["G", "<tab>G", "w"].into_iter().zip(SIZES.into_iter().cycle()) {
                let player = scene.begin().on(*screen).at(width, height).press(keys);
                check_selected(&player, &check_frame(&player, "? more"));
            }
        }
    }
}

#[test]
fn every_row_of_a_list_comes_into_sight_when_it_is_selected() {
    for (screen, (width, height)) in ScreenName::ALL.iter().zip(SIZES.into_iter().cycle()) {
        let mut player = Scene::Full.begin().on(*screen).at(width, height);
        for entry in screens::entries(&player.state).iter() {
            list::select(&mut player.state, entry.target().into_owned());
            check_selected(&player, &player.draw());
        }
    }
}

#[test]
fn help_palette_and_filter_stand_at_every_size() {
    for (width, height) in SIZES {
        for keys in ["?", ":", ":zzz", "?<down><down><down>", "/", "/zzz", "/a<down>"] {
            check_frame(&Scene::CheckIns.begin().at(width, height).press(keys), "Esc");
        }
    }
    for screen in ScreenName::ALL {
        check_frame(&Scene::CheckIns.begin().on(*screen).press("?"), "Esc");
    }
}

#[test]
fn nothing_is_drawn_outside_of_the_area() {
    for scene in [Scene::FirstRun, Scene::Full] {
        for (screen, (width, height)) in ScreenName::ALL.iter().zip(SIZES) {
            let player = scene.begin().on(*screen).at(width, height);
            let mut buffer = Buffer::filled(Rect::new(0, 0, width + 4, height + 4), Cell::new("#"));
            let area = Rect::new(2, 2, width, height);
            view(&player.state, area, &mut buffer);
            let mut outside = buffer.area.positions().filter(|place| !area.contains(*place));
            assert!(outside.all(|place| buffer[place].symbol() == "#"), "{scene:?} {screen:?}");
        }
    }
}

#[test]
fn below_the_smallest_size_one_calm_message_says_what_is_needed() {
    for (width, height) in [(59, 40), (200, 15), (52, 14), (20, 5), (12, 3), (1, 1), (0, 0)] {
        for scene in Scene::ALL {
            let text = scene.begin().at(width, height).text();
            let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let says = format!("Quarterdeck needs 60x16, this is {width}x{height}");
            assert!(says.starts_with(&said), "{said}");
            if fit::width(&says) <= usize::from(width) * usize::from(height) / 2 {
                assert_eq!(said, says);
            }
        }
    }
}

#[test]
fn a_live_resize_keeps_everything_and_comes_back_as_it_was() {
    for keys in ["", "jj", "<tab>jj", "<enter>1.4<tab>", "d", "?fi"] {
        let before = Scene::CheckIns.begin().press(keys);
        let through = SIZES.into_iter().chain([(40, 10), (80, 24)]);
        let after = through.fold(before.clone(), |player, (width, height)| {
            let player = player.at(width, height);
            let _ = player.draw();
            player
        });
        assert_eq!(after.state, before.state, "{keys}");
        assert_eq!(after.text(), before.text(), "{keys}");
    }
}

#[test]
fn every_screen_stands_in_ascii() {
    for screen in ScreenName::ALL {
        for (width, height) in [(60, 16), (120, 40)] {
            let player = Scene::Full.begin().on(*screen).at(width, height).in_ascii();
            check_selected(&player, &check_frame(&player, "? more"));
        }
    }
}
