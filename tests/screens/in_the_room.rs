//! What a room meets: the word at the end of a box, numbers that come early, a terminal that is too small.

use std::time::Duration;

use quarterdeck::domain::check_in::{Action, CheckIn, Sitting};
use quarterdeck::domain::confidence::Confidence;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::frame::{Alignment, Dropped, Handed, HandedVerdict, Nearer};
use quarterdeck::domain::id::{KeyResultId, LineId, SittingId};
use quarterdeck::domain::key_result::{Refinement, Revision};
use quarterdeck::domain::measure::Kind;
use quarterdeck::domain::number::Number;
use quarterdeck::domain::objective::AssumptionState;
use quarterdeck::domain::retrospective::{Judged, NoteKind};
use quarterdeck::domain::step::SessionKind;
use quarterdeck::method::calibration::tracks;
use quarterdeck::method::check_ins::Rounds;
use quarterdeck::method::hand_over::{HandOver, PointKind};
use quarterdeck::method::step::Steps;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::message::Message;
use quarterdeck::tui::screens::detail;
use quarterdeck::tui::state::Overlay;
use quarterdeck::tui::target::Target;
use quarterdeck::tui::update::{settle, update};
use ratatui::layout::Size;

use super::scene::{Player, Scene, has, one_line};
use super::sessions::{begun, goes_on, played};
use super::walk_over::asked;

/// Lets the time of a session pass, second by second.
fn pass(player: &mut Player, minutes: u64) {
    for _ in 0..minutes * 60 {
        let effects = update(&mut player.state, Message::Passed(Duration::from_secs(1)));
        player.carry_out(effects);
    }
}

#[test]
fn at_every_size_the_words_of_the_clock_stand_whole_and_the_ways_on_below_the_end_of_the_box() {
    for (width, height) in SIZES {
        let mut player = begun(SessionKind::MidQuarter, Scene::CheckIns).at(width, height).press("t");
        pass(&mut player, 2);
        let over = player.text();
        let clock = over.lines().find(|line| line.contains("+1:00 over")).unwrap_or_else(|| panic!("{over}"));
        let clock = clock.trim_end();
        assert!(clock.ends_with("+1:00 over") || clock.ends_with("over, 6 person-minutes"), "{over}");
        assert!(over.contains("Enter go on · p park · x extend"), "{over}");
        let paused = player.press("t").text();
        assert!(paused.contains("paused, +1:00 over"), "{paused}");
    }
}

#[test]
fn shown_large_the_clock_says_in_words_what_is_left_and_turns_them_near_the_end() {
    for (width, height) in SIZES {
        let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).at(width, height).press("NtP");
        assert!(player.text().contains("░ 4 min left of 4"), "{}", player.text());
        pass(&mut player, 3);
        assert!(player.text().contains("░ wrap up: 1:00 left"), "{}", player.text());
        pass(&mut player, 2);
        assert!(player.text().contains("+1:00 over, 6 person-minutes"), "{}", player.text());
        assert!(player.text().contains("Enter go on · p park · x extend"), "{}", player.text());
    }
}

#[test]
fn the_ground_rule_shown_large_has_the_notice_that_is_read_aloud() {
    for (width, height) in SIZES {
        let player = begun(SessionKind::Score, Scene::Scoring).at(width, height).press("P");
        assert!(one_line(&player).contains("These OKRs belong to the team."), "{}", player.text());
    }
}

#[test]
fn as_a_box_is_over_its_four_ways_on_stand_beside_the_nudge_and_the_clock_counts_people() {
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("t");
    pass(&mut player, 1);
    let text = player.text();
    for words in ["Time: decide, park, follow up, or extend?", "Enter go on", "p park", "x extend"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(player.state.room.as_ref().unwrap().cues.len(), 2, "the nudge of the step is said too");
    pass(&mut player, 1);
    assert!(player.text().contains("+1:00 over, 6 person-minutes"), "{}", player.text());
}

#[test]
fn a_number_that_comes_before_zero_is_the_first_of_the_row() {
    let player = begun(SessionKind::CheckIn, Scene::CheckIns).press("tNv");
    assert!(player.state.room.as_ref().unwrap().count_in.is_some());
    let player = player.press("40 50 60");
    assert!(player.text().contains("[ 40 50 60"), "{}", player.text());
}

#[test]
fn where_nothing_is_shown_no_key_does_anything() {
    let mut player = Scene::Setting.begin();
    let before = player.state.workspace.clone();
    let effects = update(&mut player.state, Message::Resized(Size::new(50, 14)));
    player.carry_out(effects);
    let player = player.press("jjd?2<enter>:");
    assert!(player.state.overlay.is_none());
    assert_eq!(player.state.workspace, before);
    assert_eq!(player.at(80, 24).text(), Scene::Setting.begin().text());
}

#[test]
fn esc_ends_what_is_shown_large_before_it_goes_to_the_desk() {
    let player = begun(SessionKind::CheckIn, Scene::CheckIns).press("NP");
    assert!(
        player.text().contains("2.3 % → 0.5 % by 31 Mar"),
        "the room sees what it votes on:\n{}",
        player.text()
    );
    let player = player.press("<esc>");
    assert!(player.state.room.as_ref().is_some_and(|room| room.is_shown && room.presents.is_none()));
    assert!(!player.press("<esc>").state.room.unwrap().is_shown);
}

#[test]
fn enter_ends_the_count_in_of_a_last_step_too() {
    let player = begun(SessionKind::Commit, Scene::Setting).press("tNNNv<enter>");
    assert!(player.state.overlay.is_some(), "the fists are typed now:\n{}", player.text());
}

#[test]
fn what_cannot_be_read_is_said_as_its_field_is_left_in_a_session_too() {
    let player = begun(SessionKind::Retrospective, Scene::Retro).press("tNw");
    let player = player.press("Logs came late<tab>");
    assert!(player.text().contains("field 2 of 2"), "{}", player.text());
    assert!(player.text().contains("the number it has on the board, such as 2"), "{}", player.text());
}

/// What a room is asked while a session is shown large, at every size.
const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// The row that the marker stands in, and the one below it.
fn marked(player: &Player) -> (String, String) {
    let text = player.text();
    let mut rows =
        text.lines().skip_while(|row| !row.trim_start().starts_with(player.state.look.glyphs.cursor));
    let mut next = || rows.next().unwrap_or_else(|| panic!("no mark in {text}")).trim().to_owned();
    (next(), next())
}

#[test]
fn a_form_shown_large_is_one_field_with_its_label_above_and_the_badge_stays() {
    for (width, height) in SIZES {
        let asked = begun(SessionKind::CheckIn, Scene::CheckIns).at(width, height).press("tNPx");
        for (at, label) in ["thumbs up", "sideways", "thumbs down"].into_iter().enumerate() {
            let player = asked.clone().press(&"<tab>".repeat(at));
            let (marked, below) = marked(&player);
            assert_eq!(marked, format!("▸ {label}"), "{}", player.text());
            assert!(below.starts_with("[ "), "the field stands below its label: {}", player.text());
            assert!(player.text().contains("PRESENTING - notes hidden"), "{}", player.text());
            let cursor = player.draw().1.cursor.expect("the cursor is in the field");
            assert!(player.text().lines().nth(usize::from(cursor.y)).unwrap().contains(&below));
            let labels = ["thumbs up", "sideways", "thumbs down"];
            let shown = labels.iter().filter(|label| player.text().contains(**label)).count();
            assert_eq!(shown, 1, "one field at a time: {}", player.text());
        }
        let answered = asked.press("5<tab>1<tab>");
        assert!(answered.text().contains("thumbs up"), "what was typed stays in sight: {}", answered.text());
    }
}

#[test]
fn numbers_typed_in_a_form_shown_large_stand_there_in_big_digits() {
    let player = begun(SessionKind::CheckIn, Scene::CheckIns).at(80, 24).press("tNPv<enter>40 55 60");
    assert!(player.text().contains("▄█▀ ██  ██ ▄███         ▀▀▀▀█▄  ▀▀▀▀█▄"), "{}", player.text());
    let player = player.press("<ctrl-u>forty");
    assert!(!player.text().contains("▄█▀ ██  ██ ▄███"), "words do not: {}", player.text());
}

#[test]
fn what_stopped_a_save_is_said_above_a_form_shown_large_and_revealed_it_is_drawn_as_at_the_desk() {
    for (width, height) in SIZES {
        let room = begun(SessionKind::CheckIn, Scene::CheckIns).at(width, height);
        let player = room.clone().press("tNPxmany<ctrl-s>");
        assert_eq!(marked(&player).0, "▸ thumbs up", "{}", player.text());
        let text = player.text();
        let said = text.find("! ").expect("what stopped it is said");
        assert!(said < text.find("▸ thumbs up").unwrap(), "above the field: {text}");
        let player = room.press("tNP.x");
        assert!(marked(&player).0.starts_with("▸ thumbs up   "), "{}", player.text());
        assert!(!player.text().contains("PRESENTING"), "{}", player.text());
    }
}

#[test]
fn a_menu_shown_large_says_what_an_answer_means_on_a_line_of_its_own() {
    for (width, height) in SIZES {
        let player = begun(SessionKind::CheckIn, Scene::CheckIns).at(width, height).press("tNPY");
        let (marked, below) = marked(&player);
        assert!(marked.starts_with("▸ q "), "{}", player.text());
        assert!(!marked.contains(&below) && below.starts_with("0 to 100"), "{}", player.text());
        assert!(player.text().contains("PRESENTING - notes hidden"), "{}", player.text());
        assert!(!player.text().contains(".toml"), "a room sees no path: {}", player.text());
    }
    let at_the_desk = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("tNY");
    assert!(at_the_desk.text().contains(".toml"), "{}", at_the_desk.text());
}

#[test]
fn what_is_missing_for_the_close_is_named_before_a_reason_is_asked_for() {
    for (width, height) in SIZES {
        let at_the_end = |scene: Scene| {
            let player = begun(SessionKind::Retrospective, scene).at(width, height).press("t");
            player.press(&"N".repeat(7))
        };
        let player = at_the_end(Scene::Retro);
        assert!(player.text().contains("RET-8"), "{}", player.text());
        let asked = player.clone().press("c");
        assert!(asked.text().contains("▸ reason"), "{}", asked.text());
        let named = asked.clone().press(&"<pgdn>".repeat(9));
        assert!(asked.text().contains("RET-5") || named.text().contains("RET-5"), "{}", asked.text());
        // What no reason goes past is named at once.
        let refused = at_the_end(Scene::Scoring).press("c");
        assert!(!refused.text().contains("▸ reason"), "{}", refused.text());
        let one_line = refused.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(one_line.contains("it is not scored yet"), "{}", refused.text());
    }
    let large = begun(SessionKind::Retrospective, Scene::Retro).at(80, 24).press("t");
    let large = large.press(&"N".repeat(7)).press("Pc");
    assert!(large.text().contains("RET-5"), "{}", large.text());
}

#[test]
fn every_question_of_a_session_shown_large_has_its_field_its_hint_and_its_cursor_in_sight() {
    let all = asked();
    assert!(all.len() > 20, "{:?}", all.keys());
    for (kind, player) in all {
        for (width, height) in SIZES {
            let mut player = player.clone().at(width, height);
            let room = player.state.room.as_mut().unwrap();
            room.presents = Some(player.state.look.clone());
            let Some(Overlay::Form(form)) = player.state.overlay.clone() else { panic!("{kind}") };
            for _ in &form.entries {
                let Some(Overlay::Form(form)) = &player.state.overlay else { panic!("{kind}") };
                let entry = &form.entries[form.focus];
                let text = player.text();
                let label = format!("▸ {}", entry.label);
                assert!(text.lines().any(|row| row.trim() == label), "{kind}: no {label:?} in\n{text}");
                let hint = entry.hint.of(Steps::METHOD);
                let hint = hint.split_whitespace().last().unwrap_or_default();
                assert!(text.contains(hint), "{kind}: no {hint:?} in\n{text}");
                assert!(player.draw().1.cursor.is_some(), "{kind}: no cursor in\n{text}");
                player = player.press("<tab>");
            }
        }
    }
}

#[test]
fn a_long_name_beside_its_score_goes_on_below_and_is_not_cut() {
    let player = begun(SessionKind::Score, Scene::Scoring).at(60, 20).press("tNNN");
    let text = player.text();
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(whole.contains("sign-in failures caused by authentication"), "{text}");
}

#[test]
fn a_session_of_a_quarter_that_was_closed_meanwhile_is_put_away() {
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).press("tr2<enter>");
    pass(&mut player, 1);
    let player = player.press("X");
    assert!(player.text().contains("It has taken time; C closes it"), "{}", player.text());
    let mut player = player;
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    player.state.workspace.quarters.get_mut(&key).unwrap().frame.closed = Some(today);
    settle(&mut player.state);
    let player = player.press("C");
    assert!(player.text().contains("X puts the session away"), "{}", player.text());
    let player = player.press("X");
    assert!(player.state.room.is_none());
}

#[test]
fn the_board_of_what_is_kept_inside_bounds_shows_its_reading_and_its_baseline() {
    let mut player = Scene::CheckIns.begin();
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let key_result = &mut quarter.objectives[0].key_results[0];
    let id = key_result.id.clone();
    for measure in std::iter::once(&mut key_result.measure)
        .chain(key_result.revisions.iter_mut().map(|one| &mut one.measure))
    {
        (measure.kind, measure.floor, measure.unit) =
            (Kind::AtLeast, Some(Number::from(99)), Some("%".to_owned()));
        (measure.baseline, measure.target) = (Some(Number::from(95)), None);
    }
    let last = quarter.all_readings(&id).last().unwrap().value;
    for keys in ["tN", "tNNo1<enter>"] {
        let room = played(player.clone(), SessionKind::CheckIn).press(keys);
        let says = format!("at least 99 % by 31 Mar now {last} %, baseline 95 %");
        assert!(one_line(&room).contains(&says), "no {says:?} in\n{}", room.text());
    }
}

#[test]
fn a_nudge_about_one_key_result_goes_as_the_room_turns_to_another() {
    let player = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("tNNo");
    let all = player.state.here().unwrap().0.live_key_results().count();
    let says = "This one did not change. Next.";
    let added = (1..=all)
        .map(|at| player.clone().press(&format!("{at}<enter>")))
        .find(|added| added.text().contains(says))
        .expect("one that nothing points at");
    let before = added.clone().press("<left>");
    assert!(before.text().contains("CHK-4"), "{}", before.text());
    assert!(!before.text().contains(says), "{}", before.text());
}

#[test]
fn mid_quarter_looks_back_on_what_was_believed_at_the_start_and_now() {
    let player = begun(SessionKind::MidQuarter, Scene::CheckIns).at(120, 60).press("tNNNN");
    assert!(player.text().contains("MID-1"), "{}", player.text());
    let (quarter, cycle) = player.state.here().unwrap();
    let rounds = Rounds::of(quarter, cycle, player.state.workspace.cadence(quarter));
    let tracks = tracks(quarter, &rounds);
    let both: Vec<_> = tracks.iter().filter_map(|one| Some((one.opening?, one.last?))).collect();
    assert!(both.len() > 2, "{tracks:?}");
    for (opening, now) in both {
        let says = format!("opening {opening} → now {now}");
        assert!(player.text().contains(&says), "no {says:?} in\n{}", player.text());
    }
}

#[test]
fn what_was_dropped_at_mid_quarter_is_on_the_board_of_what_changes() {
    let mut player = Scene::CheckIns.begin();
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let dropped = |reason: &str| Some(Dropped { date: today, reason: reason.to_owned() });
    quarter.objectives[0].dropped = dropped("the bank does it now");
    quarter.objectives[1].key_results[0].dropped = dropped("nobody can count it");
    let named = [quarter.objectives[0].title.clone(), quarter.objectives[1].key_results[0].name().to_owned()];
    let room = played(player, SessionKind::MidQuarter).at(120, 60).press("tNNNNNN");
    assert!(room.text().contains("MID-3"), "{}", room.text());
    for words in named.iter().map(String::as_str).chain(["the bank does it now", "nobody can count it"]) {
        assert!(one_line(&room).contains(words), "no {words:?} in\n{}", room.text());
    }
}

#[test]
fn why_is_asked_where_the_verdict_was_given_and_a_sentence_does_not_change_it() {
    let judged = begun(SessionKind::Retrospective, Scene::Retro).at(120, 40).press("tNNe");
    assert!(judged.text().contains("RET-3"), "{}", judged.text());
    let said = judged.press("whard to read it otherwise<enter>");
    assert!(said.text().contains("easy: hard to read it otherwise"), "{}", said.text());
    let form = begun(SessionKind::Retrospective, Scene::Retro).at(120, 40).press("tNNw");
    let refused = form.press("because<enter>");
    assert!(one_line(&refused).contains("no answer begins with “because”"), "{}", refused.text());
}

#[test]
fn what_is_to_be_done_has_a_day_that_lies_ahead() {
    let asked = begun(SessionKind::CheckIn, Scene::CheckIns).press("tNNd");
    let asked = asked.press("ask for the date<tab>Ana<tab>yesterday");
    let refused = asked.clone().press("<ctrl-s>");
    assert!(one_line(&refused).contains("10 Feb is past; say a day from today on"), "{}", refused.text());
    let taken = asked.press("<ctrl-u>today<ctrl-s>");
    assert!(taken.state.overlay.is_none(), "{}", taken.text());
}

#[test]
fn a_score_that_cannot_be_read_does_not_hide_what_the_number_says() {
    let form = begun(SessionKind::Score, Scene::Scoring).at(120, 40).press("tNNs").press("1.0");
    assert!(form.text().contains("The number says 0.7. Do we agree?"), "{}", form.text());
    let typed = form.press("<tab>7");
    assert!(typed.text().contains("The number says 0.7. Do we agree?"), "{}", typed.text());
}

#[test]
fn another_format_of_writing_is_read_aloud_with_its_own_questions() {
    let usual = begun(SessionKind::Retrospective, Scene::Retro).at(120, 40).press("tN");
    assert!(usual.text().contains("What did we learn?"), "{}", usual.text());
    let four_ls = usual.clone().press("f4Ls<enter>");
    assert!(four_ls.text().contains("Lacked: what made it too hard?"), "{}", four_ls.text());
    let either = usual.clone().press("fs<enter>");
    assert!(either.text().contains("there is no such format"), "{}", either.text());
    let sailboat = usual.press("fsail<enter>");
    for player in [&sailboat, &sailboat.clone().press("w"), &sailboat.clone().press("P")] {
        assert!(player.text().contains("Wind: what carried us?"), "{}", player.text());
        assert!(!player.text().contains("What did we learn?"), "{}", player.text());
    }
}

#[test]
fn the_hand_over_stands_under_what_its_points_are() {
    let player = begun(SessionKind::HandOver, Scene::Retro).at(120, 60);
    let text = player.text();
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words:?} in\n{text}"));
    let lesson = at("Read the logs in week two");
    assert!(at("What we learned") < lesson && lesson < at("Key results that are open"), "{text}");
}

#[test]
fn what_the_room_answers_stands_on_what_is_shown_large() {
    let asked = begun(SessionKind::CheckIn, Scene::CheckIns).press("tNNNP");
    assert!(!asked.text().contains("we said"), "{}", asked.text());
    let said = asked.press("s");
    let line = said.text().lines().find(|line| line.contains("we said")).map(ToOwned::to_owned);
    assert!(line.is_some_and(|line| line.contains("plan stands")), "{}", said.text());
    let judged = begun(SessionKind::Retrospective, Scene::Retro).press("tNNPe");
    assert!(judged.text().contains("we said"), "{}", judged.text());
}

/// What the room answered to the four questions of the key result that is talked about, and the mark.
fn refined(player: &Player) -> ([Option<bool>; 4], String) {
    let (desk, room) = (player.state.desk().unwrap(), player.state.room.as_ref().unwrap());
    let topic = room.player.topic(&desk).unwrap();
    let said = &desk.quarter.key_result(topic.key_result().unwrap()).unwrap().1.refinement;
    let answers = [said.still_have_problem, said.nearer, said.promised_outside, said.can_move];
    (answers, marked(player).0)
}

/// A refine session on a key result of which nothing was asked yet, and what it asks.
fn refining() -> (Player, Vec<String>) {
    let mut player = begun(SessionKind::Refine, Scene::Setting);
    for objective in player.state.workspace.quarters.values_mut().flat_map(|one| &mut one.objectives) {
        for key_result in &mut objective.key_results {
            key_result.refinement = Refinement::default();
        }
    }
    let asked = player.state.room.as_ref().unwrap().player.guide(&player.state.desk().unwrap()).ask.to_vec();
    assert_eq!(asked.len(), 4);
    (player.at(120, 40).press("t"), asked)
}

#[test]
fn what_is_answered_is_the_question_that_is_marked() {
    let (player, asked) = refining();
    for tabs in 0..6 {
        let player = player.clone().press("n").press(&"<tab>".repeat(tabs));
        let (_, mark) = refined(&player);
        let at = (1 + tabs) % 4;
        assert!(mark.contains(&asked[at]), "{tabs}: {mark}");
        let (answers, mark) = refined(&player.press("y"));
        let mut expected = [Some(false), None, None, None];
        expected[at] = Some(true);
        assert_eq!(answers, expected, "{tabs}");
        let next = expected.iter().position(Option::is_none).unwrap();
        assert!(mark.contains(&asked[next]), "the first that waits is read next: {tabs}: {mark}");
    }
}

#[test]
fn the_next_key_result_begins_at_its_first_question() {
    let (player, asked) = refining();
    let player = player.press("<tab><tab><enter>");
    let (answers, mark) = refined(&player);
    assert!(answers == [None; 4] && mark.contains(&asked[0]), "{mark}");
    let (answers, _) = refined(&player.press("y"));
    assert_eq!(answers, [Some(true), None, None, None]);
}

#[test]
fn an_alignment_test_is_answered_as_it_is_marked() {
    let (player, _) = refining();
    let mut player = player.press("C");
    player.state.room = None;
    let alignment = |player: &Player| player.state.desk().unwrap().quarter.frame.alignment.clone();
    for quarter in player.state.workspace.quarters.values_mut() {
        quarter.frame.alignment = Alignment::default();
    }
    let player = played(player, SessionKind::Commit).press("t");
    let (ours, above) = (Some(Nearer::Yes), Some(Nearer::Partly));
    let said = player.clone().press("<tab>h");
    assert_eq!((alignment(&said).ours, alignment(&said).above), (None, above));
    let said = said.press("y");
    assert_eq!((alignment(&said).ours, alignment(&said).above), (ours, above));
    let text = said.text();
    let said = said.press("n");
    assert_eq!(
        (alignment(&said).ours, alignment(&said).above),
        (ours, above),
        "the third has no yes or no: {text}"
    );
}

#[test]
fn what_was_voted_alone_in_a_round_that_is_over_counts_in_what_was_believed() {
    let mut player = Scene::Scoring.begin();
    let key = player.state.place.clone().unwrap();
    let day = Rounds::at(&player.state.desk().unwrap()).list()[4].day;
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let id = quarter.live_key_results().next().unwrap().1.id.clone();
    let said = CheckIn {
        confidence: [5].into_iter().filter_map(Confidence::new).collect(),
        ..CheckIn::on(id.clone())
    };
    let alone = Sitting { check_ins: vec![said], ..Sitting::new(SittingId::new("alone").unwrap(), day) };
    let before = std::mem::take(&mut quarter.sittings);
    let kept = before.iter().filter(|one| one.date < day.plus(-7)).cloned();
    kept.chain([alone]).for_each(|sitting| quarter.sittings.push(sitting));
    let room = played(player, SessionKind::Score).at(120, 40).press("tNN");
    assert!(room.text().contains("SCO-3"), "{}", room.text());
    assert!(one_line(&room).contains("last 5"), "{}", room.text());
}

#[test]
fn the_ground_rule_stands_beside_the_scale_with_its_mark() {
    let player = begun(SessionKind::Score, Scene::Scoring);
    let text = player.text();
    assert!(text.contains("from 0 to 1, the mark at 0.7") && text.contains('▱'), "{text}");
}

#[test]
fn what_is_dropped_gives_its_place_to_the_next() {
    let player = begun(SessionKind::MidQuarter, Scene::CheckIns).at(120, 40).press("tNNNNN<enter>");
    let all = player.state.here().unwrap().0.live_objectives().count();
    assert!(player.text().contains(&format!("2 of {all}")), "{}", player.text());
    let dropped = player.press("v<home><right><right><tab>the bank does it<enter>");
    assert!(dropped.text().contains(&format!("2 of {}", all - 1)), "{}", dropped.text());
}

#[test]
fn an_assumption_stands_as_the_retrospective_judged_it() {
    let mut player = Scene::Retro.begin();
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let objective = quarter.objectives.iter_mut().find(|one| !one.assumptions.is_empty()).unwrap();
    let (under, text) = (objective.id.clone(), objective.assumptions[0].text.clone());
    objective.assumptions[0].state = Some(AssumptionState::Wrong);
    let id = objective.assumptions[0].id.clone();
    let detail = |player: &Player| {
        let all =
            detail(&player.clone().on(ScreenName::Scoring).state, &Target::Objective(under.clone()), 200);
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(
        detail(&player).contains(&format!("{}, wrong", text.trim_end_matches('.'))),
        "{}",
        detail(&player)
    );
    let desk = player.state.desk().unwrap();
    let what = Judged::Assumption(under.clone(), id);
    let judged = desk.judge(&what, "held", None).unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    quarter.notes.retain(|note| !note.judges(&what));
    quarter.notes.push(judged);
    assert!(
        detail(&player).contains(&format!("{}, held", text.trim_end_matches('.'))),
        "{}",
        detail(&player)
    );
}

#[test]
fn a_vote_on_staying_is_answered_and_a_box_that_was_extended_is_not_over() {
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("t");
    pass(&mut player, 1);
    assert!(player.text().contains("Time: decide, park"), "{}", player.text());
    let down = player.clone().press("x1<tab>0<tab>4<enter>");
    assert!(down.text().contains("No majority for staying"), "{}", down.text());
    let stays = player.press("x4<tab>0<tab>1<enter>");
    assert!(stays.text().contains("wrap up: 2:00 left"), "{}", stays.text());
    assert!(!stays.text().contains("Time: decide, park"), "{}", stays.text());
}

#[test]
fn the_kick_off_shows_what_the_last_quarter_left_and_was_not_ticked() {
    let mut player = Scene::Setting.begin();
    let key = player.state.place.clone().unwrap();
    let package = HandOver::to(&player.state.workspace, &key).unwrap();
    let point = package.of_kind(PointKind::KeyResult).next().unwrap().clone();
    let board = |player: &Player| one_line(&played(player.clone(), SessionKind::KickOff).at(200, 60));
    assert!(board(&player).contains(&point.text), "{}", board(&player));
    let frame = &mut player.state.workspace.quarters.get_mut(&key).unwrap().frame;
    frame.handed.push(Handed { id: point.id, verdict: HandedVerdict::Retire });
    assert!(!board(&player).contains(&point.text), "{}", board(&player));
}

#[test]
fn a_session_of_another_day_says_of_which_day_it_saves() {
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).press("tN");
    let session = player.state.room.take().unwrap().player;
    player.state.today = player.state.today.plus(15);
    let effects = update(&mut player.state, Message::Recalled(Some(Box::new(session))));
    player.carry_out(effects);
    let says = "It began on 11 Feb; what it saves from now on is of Fri 26 Feb 2027.";
    assert!(one_line(&player.clone().at(200, 40)).contains(says), "{}", player.at(200, 40).text());
}

#[test]
fn what_was_agreed_last_time_stands_where_the_room_talks_and_decides() {
    let mut player = Scene::CheckIns.begin();
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let day = player.state.today.plus(-14);
    let about = quarter.objectives.iter().flat_map(|one| &one.key_results).map(|kr| kr.id.clone());
    let action = |(at, id): (usize, KeyResultId)| Action {
        id: LineId::new(format!("a{at}")).unwrap(),
        key_result: Some(id),
        text: "ask the board chair".to_owned(),
        asker: Some("Kim".to_owned()),
        by: None,
    };
    let actions: Vec<Action> = about.enumerate().map(action).collect();
    quarter.sittings.push(Sitting { actions, ..Sitting::new(SittingId::new("agreed").unwrap(), day) });
    let decided = "agreed last time · sign-in failures caused by authentication: ask the board chair, Kim";
    for (keys, step, says) in
        [("tNN", "CHK-4", "agreed last time ask the board chair, Kim"), ("tNNN", "CHK-5", decided)]
    {
        let room = played(player.clone(), SessionKind::CheckIn).at(120, 60).press(keys);
        assert!(room.text().contains(step), "{}", room.text());
        assert!(one_line(&room).contains(says), "{}", room.text());
    }
}

/// The same quarter, once the target of its first key result was revised.
fn revised(mut player: Player) -> Player {
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let key_result = &mut quarter.objectives[0].key_results[0];
    let mut measure = key_result.measure.clone();
    measure.target = Some("1.5".parse().unwrap());
    key_result.revisions.push(Revision {
        date: today,
        reason: "the provider left".to_owned(),
        title: key_result.title.clone(),
        measure: measure.clone(),
        ambition: None,
    });
    key_result.measure = measure;
    player
}

#[test]
fn the_board_of_a_score_shows_what_was_revised_and_how_far_it_came_by_that() {
    let room = played(revised(Scene::Scoring.begin()), SessionKind::Score).at(120, 60).press("tNN");
    for words in ["2.3 % → 1.5 %, the provider left", "by the last revision: moved"] {
        assert!(one_line(&room).contains(words), "no {words:?} in\n{}", room.text());
    }
}

#[test]
fn what_is_asked_about_says_beside_the_target_as_committed_what_it_was_revised_to() {
    let desk = revised(Scene::CheckIns.begin()).at(120, 40);
    let room = played(desk.clone(), SessionKind::CheckIn).press("tN");
    let voted = room.clone().press("v<enter>70 60 20<enter>");
    let (talked_about, wall) = (voted.press("N"), room.clone().press("P"));
    for asked in [desk.clone(), desk.press("<enter>"), room, talked_about, wall] {
        for words in ["0.5 %", "since revised to 2.3 % → 1.5 %"] {
            assert!(one_line(&asked).contains(words), "no {words:?} in\n{}", asked.text());
        }
    }
}

#[test]
fn a_row_of_single_digits_is_asked_about_once() {
    let typed = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("tNv<enter>7 6 8 7 6 9");
    let asked = typed.press("<enter>");
    assert!(one_line(&asked).contains("all are below 10 %"), "{}", asked.text());
    let taken = asked.clone().press("<enter>");
    assert!(taken.text().contains("6  6  7  7  8  9"), "{}", taken.text());
    let right = asked.press("<ctrl-u>70 60 8 - - -<enter>");
    assert!(right.text().contains("8  60  70"), "{}", right.text());
}

#[test]
fn the_wall_shows_what_the_question_speaks_of() {
    for (width, height) in SIZES {
        let wall = |kind, scene: Scene, keys: &str| {
            begun(kind, scene).at(width, height).press(&format!("P{keys}")).text()
        };
        let kick_off = wall(SessionKind::KickOff, Scene::Setting, "");
        assert!(kick_off.contains("These OKRs belong to the team."), "{kick_off}");
        let rules = wall(SessionKind::KickOff, Scene::Setting, "r");
        let first = begun(SessionKind::KickOff, Scene::Setting).at(width, height).press("Pry").text();
        assert!(!rules.contains("These OKRs belong") && rules != first, "{rules}\n{first}");
        let dots = wall(SessionKind::Choose, Scene::Setting, "N");
        assert!(dots.contains("3  Books that explain"), "{dots}");
        let asked = wall(SessionKind::Choose, Scene::Setting, "Nd");
        assert!(asked.contains("1  Refunds") || height < 20, "what is asked for by its number: {asked}");
        let blocked = wall(SessionKind::CheckIn, Scene::CheckIns, "NN");
        assert!(blocked.contains("blocked: "), "{blocked}");
        let set = wall(SessionKind::Commit, Scene::Setting, "NNN");
        assert!(set.contains("Refunds") || height < 20, "{set}");
        let why_now = wall(SessionKind::Retrospective, Scene::Retro, "NNN");
        assert!(why_now.contains("why now"), "{why_now}");
        let hours = wall(SessionKind::Retrospective, Scene::Retro, "NNNNN");
        assert!(hours.contains("setting  "), "{hours}");
        let written = wall(SessionKind::Retrospective, Scene::Retro, "N");
        assert!(written.contains("1  ") && written.contains("2  "), "{written}");
        let pattern = wall(SessionKind::Score, Scene::Scoring, "NNN");
        assert!(pattern.contains("10 not scored yet"), "{pattern}");
    }
}

#[test]
fn once_named_the_set_is_on_the_wall_and_a_vote_with_its_ends() {
    let room = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("t");
    let named = room.clone().press("Pr4<enter>");
    assert!(named.text().contains("Sign-in that shoppers"), "{}", named.text());
    let voted = room.press("NPv<enter>40 55 60 50 50 50<enter>");
    let text = voted.text();
    assert!(text.contains("low 40") && text.contains("high 60"), "{text}");
    assert!(text.contains(", now "), "{text}");
    assert!(text.contains("P small"), "{text}");
}

#[test]
fn nobodys_dots_or_draft_can_be_read_on_the_wall() {
    for (keys, typed) in [("Nd", "1 2 2"), ("d", "Nobody knows that I wrote this")] {
        let player = begun(SessionKind::Choose, Scene::Setting).at(120, 40).press(&format!("P{keys}{typed}"));
        let hidden: String = typed.chars().map(|c| if c == ' ' { ' ' } else { '*' }).collect();
        assert!(!player.text().contains(typed) && player.text().contains(&hidden), "{}", player.text());
        let big = "▄▄█▀    ▄▄█▀";
        assert!(!player.text().contains(big), "no big digits either: {}", player.text());
        let seen = player.press("<esc>");
        assert!(seen.text().contains("Esc again drops it"), "{}", seen.text());
        assert!(
            seen.clone().press("x").press("<esc>").state.overlay.is_some(),
            "typing takes the warning back"
        );
        assert!(seen.press("<esc>").state.overlay.is_none());
    }
}

#[test]
fn the_page_of_the_commit_shows_the_days_that_come_and_the_effort_plan() {
    let mut player = begun(SessionKind::Commit, Scene::Setting).at(120, 60);
    while !player.text().contains("SET-14") {
        assert!(goes_on(&mut player), "{}", player.text());
    }
    let text = player.text();
    for words in ["effort plan", "person-days", "The quarter begins", "Check-in 3"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn on_the_smallest_screen_questions_give_way_to_what_is_still_open() {
    let refine = begun(SessionKind::Refine, Scene::Setting).at(60, 16);
    let text = one_line(&refine);
    assert!(text.contains("▸ Could we hit it") && text.contains("results that are not lit: 3"), "{text}");
}

#[test]
fn on_the_wall_a_long_list_gives_way_to_what_is_said_and_is_turned() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut player = Scene::Setting.begin();
        let key = player.state.place.clone().unwrap();
        let objectives = &mut player.state.workspace.quarters.get_mut(&key).unwrap().objectives;
        for at in objectives.len() + 1..=9 {
            let mut one = objectives[0].clone();
            (one.id, one.title) = (format!("number-{at}").parse().unwrap(), format!("Objective number {at}"));
            one.key_results.clear();
            objectives.push(one);
        }
        let mut player = played(player, SessionKind::Choose).at(width, height).press("PNt");
        pass(&mut player, 30);
        let text = player.text();
        assert!(text.contains("Time: decide, park, follow up, or extend?"), "{text}");
        assert!(text.contains('…') && !text.contains("Objective number 9"), "{text}");
        let turned = player.press("jjjjjjjjj");
        let text = turned.text();
        assert!(text.contains("Objective number 9") && text.contains("Time: decide"), "{text}");
        assert!(turned.press("kkkkkkkkk").text().contains("1  Refunds"));
    }
}

#[test]
fn a_draft_that_is_pasted_is_not_read_out_on_the_wall() {
    let mut player = begun(SessionKind::Choose, Scene::Setting).at(80, 24).press("Pd");
    let effects = update(&mut player.state, Message::Paste("Secret one\nSecret two".to_owned()));
    player.carry_out(effects);
    let text = player.text();
    assert!(text.contains("2 lines were pasted") && !text.contains("Secret"), "{text}");
    let starred = begun(SessionKind::Choose, Scene::Setting).at(80, 24).press("PdSecret");
    assert!(!starred.text().contains("editor"), "{}", starred.text());
    let refused = starred.press("<ctrl-g>").text();
    assert!(refused.contains("What is starred has no editor"), "{refused}");
}

#[test]
fn a_number_that_is_not_typed_is_asked_for_as_one() {
    let refused = begun(SessionKind::CheckIn, Scene::CheckIns).press("r<enter>");
    assert!(one_line(&refused).contains("a whole number up to"), "{}", refused.text());
}

#[test]
fn a_number_that_is_left_empty_is_answered_with_an_example_of_it() {
    let check_in = || begun(SessionKind::CheckIn, Scene::CheckIns);
    for (keys, example) in [
        ("a<ctrl-u><enter>", "a whole number up to 1000, such as 6"),
        ("M<ctrl-u><enter>", "such as 6"),
        ("E<ctrl-u><enter>", "such as 6"),
        ("tNx<ctrl-s>", "how many thumbs are up, such as 4"),
        ("tNv<enter><enter>", "one each, without names: 40 55 60"),
    ] {
        let refused = check_in().press(keys);
        let text = one_line(&refused);
        assert!(text.contains(example) && !text.contains("a few words"), "{keys}: {}", refused.text());
    }
}

#[test]
fn the_question_that_is_answered_or_voted_on_is_the_one_on_the_wall() {
    for (width, height) in SIZES {
        let wall = |kind, scene: Scene, keys: &str| {
            begun(kind, scene).at(width, height).press(&format!("P{keys}")).text()
        };
        let rules = wall(SessionKind::KickOff, Scene::Setting, "r");
        assert!(rules.contains("Do all of us agree") && !rules.contains("What direction"), "{rules}");
        let answered = wall(SessionKind::KickOff, Scene::Setting, "ryyyyy");
        assert!(answered.contains("What direction"), "{answered}");
        let direction = wall(SessionKind::KickOff, Scene::Setting, "r<tab>");
        assert!(direction.contains("What direction") && direction.contains("sponsor"), "{direction}");
        assert!(!direction.contains("no review") && !direction.contains("y yes"), "{direction}");
        let lessons = wall(SessionKind::KickOff, Scene::Setting, "r<tab><tab>");
        assert!(lessons.contains("What did last quarter teach"), "{lessons}");
        assert!(!lessons.contains("no review"), "{lessons}");
        let tone = wall(SessionKind::Retrospective, Scene::Retro, "tv");
        assert!(tone.contains("How freely can you speak"), "{tone}");
        let proposed = begun(SessionKind::Score, Scene::Scoring).at(width, height).press("tNNP").text();
        assert_eq!(proposed.matches("The number says").count(), 1, "{proposed}");
        assert!(proposed.contains("opening"), "{proposed}");
    }
}

#[test]
fn a_form_about_the_meeting_itself_carries_no_question_of_the_step() {
    for keys in ["M", "x", "p"] {
        let room = begun(SessionKind::CheckIn, Scene::CheckIns).at(80, 24).press("tNNP");
        let question = "What do you see that others do not?";
        assert!(room.text().contains(question), "{}", room.text());
        let text = room.press(keys).text();
        assert!(!text.contains(question), "{text}");
    }
}

#[test]
fn what_is_wrong_in_a_field_that_was_left_is_marked_on_the_wall() {
    let form = begun(SessionKind::CheckIn, Scene::CheckIns).at(80, 24).press("tNPx");
    let mark = |player: &Player| {
        let text = player.text();
        text.lines().any(|line| line.contains("! thumbs up"))
    };
    assert!(!mark(&form.clone().press("4<tab>")), "a number is none");
    let left = form.press("4 1 1<tab>");
    assert!(mark(&left), "{}", left.text());
}

#[test]
fn the_question_that_is_read_aloud_is_whole_on_the_smallest_screen() {
    let kick_off = begun(SessionKind::KickOff, Scene::Setting).at(60, 16);
    let third = kick_off.press("<tab><tab><tab>");
    let text = one_line(&third);
    assert!(text.contains("no review and no pay hangs on these?"), "{}", third.text());
}

#[test]
fn who_facilitates_and_types_stands_as_it_stood_while_the_clock_runs() {
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).at(120, 40).press("t");
    for _ in 0..3 {
        let text = player.text();
        assert!(text.contains("Ferreira facilitates, Léa Dubois types"), "{text}");
        pass(&mut player, 1);
    }
}

#[test]
fn a_retrospective_without_lessons_says_where_they_come_from_and_offers_no_dots() {
    let mut player = Scene::Retro.begin();
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    quarter.notes.retain(|note| note.kind != NoteKind::Lesson);
    let mut player = played(player, SessionKind::Retrospective);
    while !player.text().contains("RET-7") {
        assert!(goes_on(&mut player), "{}", player.text());
    }
    let text = one_line(&player);
    assert!(text.contains("No lesson is written") && !text.contains("d dots"), "{}", player.text());
}

#[test]
fn the_marked_assumption_hangs_as_the_others_do() {
    let mut player = begun(SessionKind::Retrospective, Scene::Retro).at(60, 20);
    while !player.text().contains("RET-5") {
        assert!(goes_on(&mut player), "{}", player.text());
    }
    let text = player.press("jjjj").text();
    let rows: Vec<&str> = text.lines().collect();
    let marked = rows.iter().rposition(|row| row.trim_start().starts_with('▸')).unwrap();
    let indent = |row: &str| row.chars().take_while(|sign| *sign == ' ').count();
    assert_eq!(indent(rows[marked + 1]), indent(rows[marked]) + 2, "{text}");
}

#[test]
fn an_assumption_that_is_a_sentence_has_no_full_stop_before_what_became_of_it() {
    let mut player = Scene::Closed.begin().on(ScreenName::Setting).at(120, 60);
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let all = quarter.objectives.iter_mut().flat_map(|objective| &mut objective.assumptions);
    let sentences =
        all.filter(|one| one.text.ends_with('.')).map(|one| one.state = Some(AssumptionState::Held));
    assert!(sentences.count() > 0);
    settle(&mut player.state);
    let text = player.text();
    assert!(text.contains(", held") && !text.contains(".,"), "{text}");
}

#[test]
fn the_next_quarter_of_a_retrospective_is_the_one_that_is_open() {
    let player = Scene::Retro.begin();
    let (team, before) = player.state.place.clone().map(|key| (key.team, key.cycle)).unwrap();
    let player = player.press("N");
    let after = player.state.place.clone().unwrap();
    assert!(player.state.overlay.is_none(), "no form asks for one: {}", player.text());
    assert_eq!((after.team, after.cycle.as_str(), before.as_str()), (team, "2027-q2", "2027-q1"));
}

#[test]
fn a_long_need_cuts_neither_the_day_nor_the_state_of_a_dependency() {
    let mut player = Scene::CheckIns.begin().on(ScreenName::Setting).at(80, 70);
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let all = quarter.objectives.iter_mut().flat_map(|one| &mut one.key_results);
    let on = all.flat_map(|one| &mut one.dependencies).next().unwrap();
    (on.need, on.by) = ("a rota for reviews ".repeat(12), Day::new(2027, 3, 20));
    settle(&mut player.state);
    let text = one_line(&player);
    assert!(text.contains("by 20 Mar): a rota"), "{}", player.text());
}

#[test]
fn a_room_that_reads_along_has_the_titles_of_the_help_and_what_the_selected_one_does() {
    let room = begun(SessionKind::Choose, Scene::Setting).at(80, 24);
    let said = |player: Player| {
        let text = player.press("?").text();
        let lines = text.lines().filter(|line| line.contains(". ") || line.trim_end().ends_with('.'));
        lines.count()
    };
    let (usual, large) = (said(room.clone()), said(room.press("P")));
    assert!(large > 0 && large <= 3 && usual > large, "{usual}, {large}");
}

#[test]
fn what_the_room_has_just_shown_is_in_sight_on_every_screen() {
    for (width, height) in SIZES {
        let voted = begun(SessionKind::CheckIn, Scene::CheckIns).at(width, height).press("tNv<enter>");
        let voted = voted.press("10 20 90 40 50 60<enter>");
        has(&voted, "10  20  40  50  60  90");
        has(&voted, "low 10 median 45 high 90");
        let fist = begun(SessionKind::Commit, Scene::Setting).at(width, height).press("tNNNv<enter>");
        has(&fist.press("4 4 5 4 4 4<enter>"), "fist to five  4 4 4 4 4 5");
    }
}

#[test]
fn the_notice_is_in_sight_until_it_was_read() {
    for (width, height) in SIZES {
        let player = begun(SessionKind::KickOff, Scene::Setting).at(width, height).press("t");
        has(&player, "These OKRs belong to the team.");
    }
}

#[test]
fn what_could_not_be_written_is_whole_in_the_messages() {
    let player = begun(SessionKind::CheckIn, Scene::CheckIns).at(80, 24).press("tNv<enter>");
    let player = player.press("10 20 90 40 50 60<enter><enter>");
    let mut player = player.press("v<enter>30 40 50 50 50 50<enter>");
    let today = player.state.today;
    let key = player.state.place.clone().unwrap();
    let dropped = Dropped { date: today, reason: "enough".to_owned() };
    for objective in &mut player.state.workspace.quarters.get_mut(&key).unwrap().objectives {
        for key_result in &mut objective.key_results {
            key_result.dropped = Some(dropped.clone());
        }
    }
    let player = player.press("N");
    let said: Vec<&str> = player.state.said.iter().map(|status| status.says.as_str()).collect();
    let last = said.last().unwrap();
    assert!(
        last.contains("Not written: 10 20 40 50 60 90; “")
            && last.contains("Not written: 30 40 50 50 50 50; “"),
        "{said:?}"
    );
}

#[test]
fn the_day_of_a_revision_is_said_back_as_it_is_typed() {
    let player = begun(SessionKind::MidQuarter, Scene::CheckIns).at(120, 40).press("tNNNNNr");
    has(&player.press("<tab><tab>end of march"), "Wed 31 Mar");
}
