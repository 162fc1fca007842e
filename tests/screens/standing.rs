//! How a quarter stands, as each screen says it: what is late, what is next, what was heard, what nobody knows.

use quarterdeck::domain::check_in::{CheckIn, Sitting, SittingKind};
use quarterdeck::domain::confidence::{Confidence, Votes};
use quarterdeck::domain::frame::{Dropped, Frame};
use quarterdeck::domain::id::{KeyResultId, SittingId};
use quarterdeck::method::alignment::Spot;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::screens::detail;
use quarterdeck::tui::target::{Heading, Target};

use super::scene::{Player, Scene, check_ins, has, lacks};

/// Mid-quarter, where the file of the quarter itself cannot be read.
fn unread() -> Player {
    let mut player = check_ins().at(120, 40);
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    quarter.frame = Frame { is_unread: true, ..Frame::default() };
    player
}

#[test]
fn of_a_file_that_cannot_be_read_nothing_is_said_to_be_missing() {
    let setting = unread().on(ScreenName::Setting).press("gg");
    has(&setting, "Ground rules cannot be read");
    has(&setting, "From the last quarter cannot be read");
    for missing in ["no promise yet", "to tick", "No sponsor's promise", "no sponsor's promise"] {
        lacks(&setting, missing);
    }
    has(&setting.press("G"), "Not now cannot be read");
    lacks(&unread().on(ScreenName::Scoring), "No sponsor has promised");
    lacks(&unread().on(ScreenName::Overview), "Nothing needs attention");
}

#[test]
fn the_way_to_the_target_is_shown_once() {
    let text = check_ins().at(200, 60).text();
    assert_eq!(text.matches("0.7 mark").count(), 1, "{text}");
}

#[test]
fn what_needs_attention_leads_to_its_key_result() {
    let overview = check_ins().on(ScreenName::Overview);
    has(&overview, "Four runners");
    let there = overview.press("<enter>");
    assert_eq!(there.state.screen, ScreenName::Setting);
    assert_eq!(there.state.list().selected, Some(Target::KeyResult("ci-duration".parse().unwrap())));
}

#[test]
fn the_overview_begins_with_what_is_late_or_else_with_what_is_next() {
    has(&check_ins().on(ScreenName::Overview), "▸   ! CI pipeline duration");
    let scoring = Scene::Scoring.begin().on(ScreenName::Overview);
    has(&scoring, "▸   ! 2027-Q1: Nothing was heard for 44");
    has(&scoring, "› Score: 10 key results to score");
    has(&Scene::Begun.begin().on(ScreenName::Overview), "▸   › Set the quarter");
    has(&Scene::Retro.begin().on(ScreenName::Overview), "▸   › Retrospective and close");
    let next = scoring.press("gg").press("j<enter>");
    assert_eq!(next.state.screen, ScreenName::Scoring);
}

#[test]
fn no_word_that_says_how_things_stand_is_cut_off() {
    let overview = check_ins().on(ScreenName::Overview);
    has(&overview, "days past its date");
    let overview = overview.at(60, 20);
    has(&overview, "days past its date");
    has(&Scene::Scoring.begin().at(60, 16).on(ScreenName::Scoring), "10 not scored yet");
}

#[test]
fn no_screen_is_ever_blank() {
    for screen in ScreenName::ALL {
        let text = Scene::Begun.begin().on(*screen).text();
        let said = text.lines().skip(3).take(16).filter(|line| !line.trim().is_empty()).count();
        assert!(said >= 4, "{text}");
    }
    has(&Scene::Begun.begin().on(ScreenName::Scoring), "Nothing to score yet");
    has(&Scene::Begun.begin().on(ScreenName::CheckIns), "The set is not committed yet");
}

#[test]
fn an_empty_place_says_what_belongs_there_and_which_key_begins_it() {
    let beside = |player: &Player, target: &Target| {
        let lines = detail(&player.state, target, 200);
        lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    let begun = |screen| Scene::Begun.begin().on(screen);
    let effort = beside(&begun(ScreenName::Overview), &Target::Heading(Heading::Effort));
    assert!(effort.contains("What the process itself costs") && effort.contains("n new"), "{effort}");
    let scoring = beside(&begun(ScreenName::Scoring), &Target::Heading(Heading::Pattern));
    assert!(scoring.starts_with("The set is not committed yet: 1 goes to Setting, c commits."), "{scoring}");
    assert!(scoring.contains("A final reading and a score for each committed key result."), "{scoring}");
    let map = |player: Player| {
        let team = player.state.place.clone().unwrap().team;
        beside(&player.on(ScreenName::Map), &Target::Spot(Spot::Team(team)))
    };
    let says = "1 goes to Setting: Enter on an objective says what it contributes to, n on a key result whom it waits for";
    let empty = map(Scene::Begun.begin());
    assert!(empty.contains(says) && empty.contains("who waits for whom"), "{empty}");
    assert!(!map(check_ins()).contains(says));
}

#[test]
fn what_the_last_quarter_hands_over_says_what_kind_it_is() {
    let setting = Scene::Setting.begin().at(120, 40);
    for words in ["Wrong assumptions", "Key results that are open", "On the watch list", "Open blockers"] {
        has(&setting, words);
    }
    has(&setting.press("jj"), "0.7 mark");
}

#[test]
fn the_effort_plan_stands_on_setting_until_the_commit_and_warns_over_the_limit() {
    let setting = Scene::Setting.begin().at(120, 40);
    has(&setting, "Effort plan 25 h 08, limit 32 h");
    lacks(&setting, "Over-engineered");
    let mut large = setting.clone();
    let key = large.state.place.clone().unwrap();
    let team = large.state.workspace.teams.get_mut(&key.team).unwrap();
    team.people = ('a'..='p').map(|name| name.to_string()).collect();
    let large = large.press("ggj");
    has(
        &large.clone().at(60, 40),
        "Over-engineered: 29.8 h above four person-days. First cut: two key results per objective, 5 h 47 less.",
    );
    has(&large, "check in monthly");
    has(&large.press("n"), "What do you want to add?");
    let mut committed = setting;
    committed.state.workspace.quarters.get_mut(&key).unwrap().frame.committed = Some(committed.state.today);
    lacks(&committed.press("gg"), "Effort plan");
}

#[test]
fn no_screen_shows_a_number_of_the_round_before_the_room_does() {
    let mut player = Scene::CheckIns.begin().at(200, 60);
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let all: Vec<_> = quarter.live_key_results().map(|(_, kr)| kr.id.clone()).collect();
    for (name, number) in [("aaa", 91), ("bbb", 97)] {
        let entry = |id: &KeyResultId| CheckIn {
            confidence: Confidence::new(number).into_iter().collect(),
            ..CheckIn::on(id.clone())
        };
        let id = SittingId::new(format!("2027-02-11-{name}")).unwrap();
        quarter
            .sittings
            .push(Sitting { check_ins: all.iter().map(entry).collect(), ..Sitting::new(id, today) });
    }
    for screen in ["0", "1", "2", "3", "4"] {
        player = player.press(screen).press("gg");
        for _ in 0..30 {
            let text = player.text();
            for line in text.lines() {
                let mut words = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
                assert!(!words.any(|word| ["91", "94", "97"].contains(&word)), "{line}");
            }
            player = player.press("j");
        }
    }
    has(&player.press("2ggjj"), "2 of 6 votes in, hidden");
}

#[test]
fn a_key_result_nobody_spoke_of_has_no_check_in_and_one_without_a_number_has_no_vote() {
    let setting = Scene::Setting.begin().at(120, 40).on(ScreenName::CheckIns);
    has(&setting, "No check-in");
    lacks(&setting, "No vote");
    let mut read = Scene::CheckIns.begin().at(120, 40);
    let key = read.state.place.clone().unwrap();
    let quarter = read.state.workspace.quarters.get_mut(&key).unwrap();
    for sitting in quarter.sittings.iter_mut() {
        sitting.check_ins.iter_mut().for_each(|said| said.confidence = Votes::default());
    }
    has(&read, "No vote");
}

#[test]
fn a_quarter_that_is_over_says_so_in_the_list_of_quarters() {
    let overview = Scene::CheckIns.begin().at(120, 40).on(ScreenName::Overview);
    let text = overview.text();
    let closed = text.lines().find(|line| line.contains("2026-Q4")).unwrap_or_else(|| panic!("{text}"));
    assert!(closed.contains("Payments") && closed.contains("Closed"), "{closed}");
}

#[test]
fn five_lights_in_ascii_are_a_row_one_can_read() {
    let setting = Scene::CheckIns.begin().at(120, 40).on(ScreenName::Setting);
    let row = |player: &Player| {
        let text = player.text();
        let find = |line: &&str| line.contains("sign-in failures caused by");
        text.lines().find(find).unwrap_or_else(|| panic!("{text}")).to_owned()
    };
    assert!(row(&setting).contains("✓✓✓✓✓ sign-in"), "{}", row(&setting));
    assert!(row(&setting.in_ascii()).contains("[#####] sign-in"));
}

#[test]
fn what_has_no_number_has_no_bar_on_the_overview() {
    let mut player = Scene::CheckIns.begin().on(ScreenName::Overview).at(120, 40);
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    let dropped = Dropped { date: today, reason: "nobody counts it".to_owned() };
    quarter.objectives[0].key_results[0].dropped = Some(dropped);
    for width in [40, 80] {
        let lines = detail(&player.state, &Target::Quarter(key.clone()), width);
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let line = lines.iter().find(|line| line.contains("dropped")).expect("it is named as dropped");
        assert!(line.starts_with("  dropped"), "{line}");
        assert!(lines.iter().any(|line| line.contains('▱')), "the others have their bars: {lines:?}");
    }
}

#[test]
fn a_quarter_opened_from_a_screen_of_another_is_shown_where_it_is_set() {
    let opened = Scene::Retro.begin().press("N");
    assert_eq!(opened.state.place.as_ref().unwrap().cycle.as_str(), "2027-q2", "{}", opened.text());
    assert_eq!(opened.state.screen, ScreenName::Setting, "{}", opened.text());
    let listed = Scene::Retro.begin().on(ScreenName::Overview).press("nc<ctrl-s>");
    assert_eq!(listed.state.screen, ScreenName::Overview, "{}", listed.text());
}

#[test]
fn an_opening_vote_is_counted_beside_its_key_result_and_shown_once_the_room_has_voted() {
    let player = Scene::Setting.begin().at(120, 40);
    let id = player.state.here().unwrap().0.live_key_results().next().unwrap().1.id.clone();
    let mut player = player;
    let place = Target::KeyResult(id.clone());
    player.state.list_mut().selected = Some(place.clone());
    let alone = player.press("v40<enter>");
    has(&alone, "opening: 1 vote given alone, hidden");
    lacks(&alone, "opening vote 40");
    let mut room = alone;
    let key = room.state.place.clone().unwrap();
    let mut entry = CheckIn::on(id);
    entry.confidence = [50, 60, 80].into_iter().map(|percent| Confidence::new(percent).unwrap()).collect();
    let sitting = Sitting {
        kind: SittingKind::Opening,
        check_ins: vec![entry],
        ..Sitting::new(SittingId::new("room").unwrap(), room.state.today)
    };
    room.state.workspace.quarters.get_mut(&key).unwrap().sittings.push(sitting);
    let room = room.at(120, 41);
    has(&room, "opening vote");
    lacks(&room, "given alone");
}

#[test]
fn of_a_quarter_that_is_being_read_nothing_is_said_but_that() {
    let mut player = check_ins();
    let key = player.state.place.clone().unwrap();
    player.state.workspace.quarters.remove(&key);
    player.state.workspace.unopened.insert(key);
    let screens = [ScreenName::Setting, ScreenName::CheckIns, ScreenName::Scoring, ScreenName::Map];
    for screen in screens {
        let player = player.clone().on(screen);
        has(&player, "Reading Payments, 2027-Q1.");
        has(&player, "It is shown as soon as it is read.");
        lacks(&player, "No quarter is open");
    }
    let overview = player.on(ScreenName::Overview);
    has(&overview, "Reading Payments, 2027-Q1.");
    lacks(&overview, "Nothing needs attention");
}

#[test]
fn of_a_cycle_that_cannot_be_read_nothing_is_said_to_be_in_order() {
    let mut player = Scene::Scoring.begin().at(120, 40).press("a");
    let cycle = player.state.place.clone().unwrap().cycle;
    player.state.workspace.cycles.get_mut(&cycle).unwrap().is_unread = true;
    lacks(&player.clone().on(ScreenName::Overview), "Nothing needs attention");
    has(&player.on(ScreenName::History), "2027-Q1 Cannot be read 0 ");
}
