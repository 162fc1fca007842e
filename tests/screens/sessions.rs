//! The pictures of the sessions: every step that is played, at two sizes and shown large, and every step at every size,
//! with loud text, so that nothing is cut and nothing panics.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quarterdeck::method::session::Player as Session;
use quarterdeck::method::session::{Act, Begin};
use quarterdeck::method::step::SessionKind;
use quarterdeck::tui::room::Room;
use quarterdeck::tui::state::Tone;

use super::scene::{Player, Scene};

/// Where the pictures are kept, seen from this file.
const FOLDER: &str = "sessions";

/// The scene a session is played in.
pub fn scene_of(kind: SessionKind) -> Scene {
    match kind {
        SessionKind::KickOff | SessionKind::Choose | SessionKind::Refine | SessionKind::Commit => {
            Scene::Setting
        }
        SessionKind::CheckIn | SessionKind::MidQuarter => Scene::CheckIns,
        SessionKind::Score => Scene::Scoring,
        SessionKind::Retrospective | SessionKind::HandOver => Scene::Retro,
    }
}

/// The screen at the beginning of a session.
pub fn begun(kind: SessionKind, scene: Scene) -> Player {
    played(scene.begin(), kind)
}

/// The same screens, once a session is begun on them.
pub fn played(mut player: Player, kind: SessionKind) -> Player {
    let session = {
        let desk = player.state.desk().unwrap();
        Session::begin(Begin::usual(kind, &desk), &desk).unwrap()
    };
    player.state.room = Some(Room::new(session));
    player
}

/// Goes on to the next step; `false` at the last.
pub fn goes_on(player: &mut Player) -> bool {
    let room = player.state.room.clone().unwrap();
    if room.player.at() + 1 == room.player.stages().len() {
        return false;
    }
    let skip = Act::Skip("a picture".to_owned());
    let (desk, mut seed) = (player.state.desk().unwrap(), player.state.seed.clone());
    let after = room.player.act(skip, &desk, &mut seed).unwrap();
    let mut next = Room::new(after.player);
    next.cues = after.cues;
    player.state.room = Some(next);
    true
}

/// Looks at every step that is played, each once.
pub fn every_step(look: impl FnMut(&str, &Player)) {
    every_step_of(Scene::begin, look);
}

/// The same, each scene begun as somebody has it.
pub fn every_step_of(begin: impl Fn(Scene) -> Player, mut look: impl FnMut(&str, &Player)) {
    for kind in SessionKind::ALL {
        let mut player = played(begin(scene_of(*kind)), *kind);
        loop {
            let step = player.state.room.as_ref().unwrap().player.step().id().to_lowercase();
            let is_mid = *kind == SessionKind::MidQuarter && step.starts_with("chk");
            if !is_mid {
                look(&step, &player);
            }
            if !goes_on(&mut player) {
                break;
            }
        }
    }
}

#[test]
fn every_step_looks_as_it_was_looked_at() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(FOLDER);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let taken = std::cell::RefCell::new(BTreeSet::new());
    settings.bind(|| {
        every_step(|step, player| {
            let usual = player.clone().at(80, 24).text();
            let wide = player.clone().at(120, 40).text();
            let large = player.clone().at(80, 24).press("P").text();
            insta::assert_snapshot!(step, format!("{usual}\n\n{wide}\n\n{large}"));
            taken.borrow_mut().insert(step.to_owned());
        });
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(FOLDER);
    let kept = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let kept: BTreeSet<String> =
        kept.filter_map(|name| Some(name.strip_suffix(".snap")?.to_owned())).collect();
    assert_eq!(kept, taken.into_inner());
}

#[test]
fn every_step_stands_at_every_size_and_with_every_answer() {
    every_step(|step, player| {
        for (width, height) in [(60, 16), (60, 20), (80, 24), (120, 40), (200, 60), (59, 15)] {
            let text = player.clone().at(width, height).text();
            assert!(!text.is_empty(), "{step}");
            let large = player.clone().at(width, height).press("P.").text();
            assert!(!large.is_empty(), "{step}");
        }
        for letter in quarterdeck::tui::room::offered(&player.state).iter().map(|offer| offer.letter) {
            let asked = player.clone().at(80, 24).press(&letter.to_string());
            assert!(!asked.text().is_empty(), "{letter} in {step}");
            let saved = asked.press("<enter>1<enter>2<enter><ctrl-s><esc><esc>");
            assert!(!saved.text().is_empty(), "{letter} in {step}");
        }
    });
}

#[test]
fn loud_text_stays_on_its_line_in_every_step() {
    let mut player = begun(SessionKind::MidQuarter, Scene::Full);
    loop {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let text = player.clone().at(width, height).text();
            assert!(
                !text.contains('\u{1b}') && !text.contains('\u{7}') && !text.contains('\u{202e}'),
                "{text}"
            );
        }
        if !goes_on(&mut player) {
            break;
        }
    }
}

#[test]
fn an_ascii_terminal_is_sent_nothing_else_of_ours() {
    every_step(|step, player| {
        let text = player.clone().in_ascii().at(120, 40).text();
        let foreign: String = text.chars().filter(|sign| !sign.is_ascii() && !sign.is_alphabetic()).collect();
        assert!(foreign.is_empty(), "{step} shows {foreign:?}:\n{text}");
    });
}

#[test]
fn what_is_shown_large_has_at_most_nine_lines_of_text_and_no_hint() {
    every_step(|step, player| {
        let guide_hint = {
            let desk = player.state.desk().unwrap();
            player.state.room.as_ref().unwrap().player.guide(&desk).hint.to_owned()
        };
        let large = player.clone().at(120, 40).press("P").text();
        let first_words: String = guide_hint.chars().take(20).collect();
        assert!(!large.contains(&first_words), "{step}:\n{large}");
        assert!(large.contains("PRESENTING - notes hidden"), "{step}");
    });
}

#[test]
fn what_is_shown_large_says_nothing_beside_it_but_what_stands_in_the_way() {
    let mut large = begun(SessionKind::CheckIn, Scene::CheckIns).at(80, 24).press("P");
    assert!(large.text().contains("Zoom your terminal"), "{}", large.text());
    for (tone, is_said) in [(Tone::Done, false), (Tone::Stop, true), (Tone::Danger, true)] {
        large.state.say(tone, "teams/payments was touched");
        assert_eq!(large.text().contains("was touched"), is_said, "{tone:?}");
    }
}

#[test]
fn what_stands_in_the_way_names_no_file_to_a_room_that_looks_along() {
    let mut large = begun(SessionKind::CheckIn, Scene::CheckIns).at(80, 24).press("P");
    large.state.say(Tone::Danger, "Cannot be read: teams/payments/team.toml:1:7: This is no TOML.");
    assert!(large.text().contains("! Cannot be read: a file: This is no TOML."), "{}", large.text());
    large.state.say(Tone::Stop, "/home/ada/okrs/okr.toml: may not be written");
    assert!(large.text().contains("! a file: may not be written"), "{}", large.text());
    // What was said is read whole at the desk.
    let said = large.press("Pqge");
    assert!(said.text().contains("/home/ada/okrs/okr.toml: may not be written"), "{}", said.text());
}

#[test]
fn the_point_that_is_gone_through_stays_in_sight() {
    let mut player = begun(SessionKind::HandOver, Scene::Retro).at(60, 16);
    for at in 1..=17 {
        let text = player.text();
        assert!(text.contains(&format!("{at} of 17")), "{text}");
        let marked = text.lines().filter(|line| line.trim_start().starts_with('▸')).count();
        assert_eq!(marked, 2, "the question and the point are marked:\n{text}");
        player = player.press("<enter>");
    }
}

#[test]
fn the_guide_of_a_step_stands_beside_its_board_or_over_it_and_nothing_is_lost() {
    let board = |size: (u16, u16)| begun(SessionKind::Choose, Scene::Setting).at(size.0, size.1);
    let says = ["W hides", "SET-3", "min"];
    // Wide: both at once, and the guide follows to the next step.
    let wide = board((120, 40)).press("W");
    let text = wide.text();
    assert!(says.iter().all(|word| text.contains(word)), "{text}");
    let (first, guide): (Vec<&str>, Vec<&str>) =
        text.lines().filter_map(|line| line.split_at_checked(91)).unzip();
    assert!(guide.iter().any(|line| line.contains("like")), "{text}");
    assert!(first.iter().any(|line| line.contains("Refunds that nobody has to ask about")), "{text}");
    let next = wide.press("<enter>").text();
    assert!(next.contains("W hides") && next.contains("SET-4, 3 min"), "{next}");
    for size in [(80, 24), (60, 20)] {
        let plain = board(size);
        let over = plain.clone().press("W");
        let text = over.text();
        assert!(says.iter().all(|word| text.contains(word)), "{text}");
        assert!(size.0 < 80 || text.contains("Esc back"), "{text}");
        // Everything it says can be read.
        let scrolled = over.clone().press(&"j".repeat(40)).text();
        assert!(text.contains("like") || scrolled.contains("like"), "{scrolled}");
        // The next step is not covered.
        let next = over.clone().press("<enter>").text();
        assert!(next.contains("SET-4") && !next.contains("W hides"), "{next}");
        // Esc takes it away, and then leads to the desk.
        let back = over.press("<esc>");
        assert_eq!(back.text(), plain.text());
        assert!(!back.press("<esc>").state.room.unwrap().is_shown);
    }
}

#[test]
fn the_clock_runs_on_while_the_guide_is_shown() {
    let mut player = begun(SessionKind::Choose, Scene::Setting).press("tW");
    let passed = quarterdeck::tui::message::Message::Passed(std::time::Duration::from_secs(61));
    quarterdeck::tui::update::update(&mut player.state, passed);
    assert_eq!(player.state.room.as_ref().unwrap().player.clock().spent.as_secs(), 61);
    assert!(player.text().contains("W hides"), "{}", player.text());
}

#[test]
fn the_board_of_baselines_says_when_the_quarter_begins_and_that_it_has_begun() {
    let before = |day: u32| {
        let mut player = begun(SessionKind::Refine, Scene::Setting);
        player.state.today =
            quarterdeck::domain::day::Day::new(2027, if day == 31 { 3 } else { 4 }, day).unwrap();
        player.at(120, 60).press("B").text()
    };
    for (day, says) in [
        (31, "open, 1 day to the quarter"),
        (1, "open, the quarter begins today"),
        (2, "open, the quarter began 1 day ago"),
        (4, "open, the quarter began 3 days ago"),
    ] {
        let text = before(day);
        assert!(text.contains(says), "{text}");
    }
}
