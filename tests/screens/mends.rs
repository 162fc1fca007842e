//! Rules of the screens that were broken once.

use quarterdeck::domain::check_in::{CheckIn, Sitting, SittingKind};
use quarterdeck::domain::confidence::{Confidence, Votes};
use quarterdeck::domain::frame::{Dropped, Frame};
use quarterdeck::domain::id::{KeyResultId, SittingId};
use quarterdeck::domain::step::SessionKind;
use quarterdeck::method::alignment::Spot;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::settings::keys::Chord;
use quarterdeck::tui::list;
use quarterdeck::tui::menu::first_run;
use quarterdeck::tui::message::{Effect, Message};
use quarterdeck::tui::screens::{detail, entries};
use quarterdeck::tui::state::Pane;
use quarterdeck::tui::target::{Heading, Target};
use quarterdeck::tui::update::update;

use super::scene::{Player, Scene, has, lacks, one_line};
use super::sessions::begun;

fn check_ins() -> Player {
    Scene::CheckIns.begin()
}

/// Mid-quarter, where the file of the quarter itself cannot be read.
fn unread() -> Player {
    let mut player = check_ins().at(120, 40);
    let key = player.state.place.clone().unwrap();
    let quarter = player.state.workspace.quarters.get_mut(&key).unwrap();
    quarter.frame = Frame { is_unread: true, ..Frame::default() };
    player
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
fn esc_in_say_it_anew_goes_back_to_the_form_of_its_key_result() {
    let mut player = Scene::Setting.begin().at(120, 40);
    player.state.list_mut().selected = Some(Target::KeyResult("canary-everywhere".parse().unwrap()));
    let say_it_anew = player.press("<enter><f3>");
    has(&say_it_anew, "the old one");
    let say_it_anew_was_left = say_it_anew.press("<esc>");
    has(&say_it_anew_was_left, "Roll out the canary");
    lacks(&say_it_anew_was_left, "the old one");
    assert!(say_it_anew_was_left.state.overlay.is_some(), "{}", say_it_anew_was_left.text());
}

#[test]
fn the_way_to_the_target_is_shown_once() {
    let text = check_ins().at(200, 60).text();
    assert_eq!(text.matches("0.7 mark").count(), 1, "{text}");
}

#[test]
fn a_question_reads_its_number_from_what_stands_in_the_form() {
    let scoring = Scene::Scoring.begin();
    has(&scoring.clone().at(120, 40), "The number says 0.3");
    let form = scoring.press("<enter>");
    has(&form, "The number says 0.3");
    has(&form.press("1.0"), "The number says 0.7. Do we agree?");
}

#[test]
fn the_guide_takes_the_place_of_the_detail_where_there_is_no_third_column() {
    lacks(&check_ins(), "Guide");
    for (width, height) in [(80, 24), (60, 16)] {
        let guide = check_ins().at(width, height).press("w");
        has(&guide, "Would we choose it again");
        lacks(&guide.press("w"), "Guide");
    }
    let wide = check_ins().at(120, 40);
    has(&wide, "Would we choose it again");
    lacks(&wide.press("w"), "Would we choose it again");
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
fn a_set_that_is_committed_is_not_committed_again() {
    let set = check_ins().on(ScreenName::Setting).press("c");
    assert!(set.state.overlay.is_none());
    has(&set, "The set is committed");
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
fn all_that_stands_in_the_way_of_a_commit_can_be_read_on_the_smallest_screen() {
    let commit = Scene::Setting.begin().at(60, 16).press("c");
    lacks(&commit, "are not ticked");
    has(&commit, "PgDn read on");
    let pages = std::iter::successors(Some(commit), |page| Some(page.clone().press("<pgdn>")));
    let pages: Vec<Player> = pages.take(20).collect();
    for words in ["it has no baseline", "no assumption is written down", "are not ticked"] {
        assert!(pages.iter().any(|page| one_line(page).contains(words)), "{words} is on none of the pages");
    }
}

#[test]
fn a_form_with_nothing_beside_it_takes_the_whole_width() {
    let form = check_ins().on(ScreenName::Setting).press("<home><enter>");
    let text = form.text();
    let field = text.lines().find(|line| line.contains("sponsor's promise")).unwrap();
    assert!(field.trim_end().ends_with(']') && field.chars().count() > 75, "{text}");
}

#[test]
fn a_form_says_how_far_down_its_fields_one_is_and_that_there_are_more() {
    let form = check_ins().on(ScreenName::Setting).press("j<enter>");
    has(&form, "field 2 of 35");
    has(&form, "↓");
    has(&form.press(&"<tab>".repeat(20)), "↑");
}

#[test]
fn a_typed_number_and_a_typed_day_are_said_back() {
    let form = check_ins().press("<enter>1.4");
    has(&form, "] 1.4 %");
    let scoring = Scene::Scoring.begin().press("<enter><tab>+2d");
    has(&scoring, "] Sun 28 Mar");
}

#[test]
fn the_footer_names_what_enter_does_in_a_form() {
    has(&check_ins().press("<enter>"), "Enter log");
    has(&Scene::Setting.begin().press("c"), "Enter commit");
    has(&Scene::Retro.begin().press("c"), "Enter close");
    lacks(&Scene::Setting.begin().press("c"), "Tab next");
    has(&check_ins().press("/fail"), "Enter keep");
}

#[test]
fn a_long_line_of_status_is_said_in_full() {
    let closed = Scene::Closed.begin().on(ScreenName::CheckIns).at(60, 16).press("<enter>");
    has(&closed, "This quarter is closed; what stands here is history.");
    let told = Scene::Begun.begin().on(ScreenName::CheckIns).at(60, 16).press("<enter>");
    has(&told, "c commits.");
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
fn a_later_reading_is_typed_in_the_unit_of_its_measure_beside_what_was_scored() {
    let mut closed = Scene::Closed.begin().on(ScreenName::Scoring).at(120, 40);
    list::select(&mut closed.state, Target::KeyResult("sign-in-failures".parse().unwrap()));
    let form = closed.press("L1.2");
    has(&form, "later reading");
    has(&form, "1.2 %");
    has(&form, "3.1 %");
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
fn a_sentence_that_is_work_has_its_way_out_in_the_smallest_footer() {
    let workbench = Scene::Setting.begin().on(ScreenName::Setting).at(60, 16).press("/Roll<enter><enter>");
    has(&workbench, "This is work.");
    has(&workbench, "F3 say anew");
}

#[test]
fn a_long_name_of_a_team_leaves_room_for_the_cycle_and_the_screen() {
    for (width, height) in [(60, 16), (80, 24)] {
        let first = Scene::Full.begin().at(width, height).text();
        let header = first.lines().next().unwrap();
        assert!(header.contains("2027-Q1") && header.contains("Check-ins"), "{header}");
        assert!(first.lines().take(2).any(|line| line.trim_end().ends_with("tomorrow")), "{first}");
    }
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
fn what_is_wrong_is_said_once() {
    let text = Scene::Retro.begin().press("c<enter>").text();
    assert_eq!(text.matches("or a reason to go on").count(), 1, "{text}");
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
fn a_list_of_teams_leaves_the_room_to_what_is_said_of_them() {
    has(&check_ins().at(60, 20).press("T"), "Engineering 2027-Q1 Check-ins, function, below Acme");
}

#[test]
fn a_correction_reads_its_guardrail_in_the_unit_of_the_check_in() {
    let line = |player: &Player| {
        let text = player.text();
        text.lines().find(|line| line.trim_start().starts_with("guardrail  ")).unwrap_or_default().to_owned()
    };
    let logged = check_ins().press("<enter>");
    assert!(line(&logged).contains("] ms"), "{}", logged.text());
    let corrected = check_ins().press("Cb");
    assert!(line(&corrected).contains("] 850 ms"), "{}", corrected.text());
}

#[test]
fn no_row_of_a_form_shines_through_the_card_of_the_tour() {
    let mut player = check_ins().at(60, 16);
    player.state.tour = Some(1);
    let text = player.press("<enter>").text();
    let card = text.lines().find(|line| line.contains("Tour 2 of 6")).unwrap();
    assert!(card.trim_end().ends_with("g i ends"), "{text}");
}

#[test]
fn what_was_set_for_one_quarter_stays_behind_when_a_session_leads_to_another() {
    let q2 = |player: &Player| {
        let team = player.state.place.as_ref().unwrap().team.clone();
        quarterdeck::domain::quarter::QuarterKey { team, cycle: "2027-q2".parse().unwrap() }
    };
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).press("<esc>");
    let here = player.state.place.clone().unwrap();
    let there = q2(&player);
    let mut opened = player.state.workspace.quarters[&here].clone();
    opened.key = there.clone();
    let cycle = quarterdeck::domain::cycle::Cycle::calendar("2027-q2").unwrap();
    player.state.workspace.cycles.insert(cycle.id.clone(), cycle);
    player.state.workspace.quarters.insert(there.clone(), opened);
    player.state.go_to(there);
    let mut player = player.on(ScreenName::Setting).press("/failures<enter>j<space>");
    player.state.as_of = quarterdeck::domain::day::Day::new(2027, 2, 1);
    assert!(!player.state.list().marks.is_empty() && !player.state.list().filter.is_empty());
    let player = player.press("S<esc>");
    assert_eq!(player.state.place.as_ref(), Some(&here));
    assert!(player.state.list().marks.is_empty() && player.state.list().filter.is_empty());
    assert_eq!(player.state.as_of, None);
    let player = player.press("/failures<enter>S<esc>");
    assert!(!player.state.list().filter.is_empty(), "it is the same quarter");
}

#[test]
fn a_team_has_the_same_id_from_the_screens_as_by_command() {
    let name = "Payments and refunds in Asia";
    let player = Player::of(quarterdeck::domain::workspace::Workspace::default(), None, "2026-12-10");
    let player = player.press(&format!("c{name}<ctrl-s>"));
    let longest = quarterdeck::domain::team::LONGEST_TEAM_ID;
    let id = quarterdeck::domain::id::slug(name, longest).unwrap();
    assert!(id.len() > 24, "{id}");
    assert_eq!(player.state.place.as_ref().map(|place| place.team.as_str()), Some(id.as_str()));
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

#[test]
fn going_anywhere_from_a_session_leaves_it_open_behind_the_desk() {
    let session = Scene::CheckIns.begin().press("S<enter>");
    let own = session.state.place.clone().unwrap();
    let other = session.state.workspace.quarters.keys().find(|key| **key != own).cloned().unwrap();
    let is_shown = |player: &Player| player.state.room.as_ref().is_some_and(|room| room.is_shown);
    for key in ["t", "P"] {
        let mut gone = session.clone().press(key);
        gone.state.go_to(other.clone());
        assert!(!is_shown(&gone) && gone.state.room.as_ref().is_some_and(|room| room.presents.is_none()));
        let back = gone.press("S");
        assert!(is_shown(&back) && back.state.place.as_ref() == Some(&own), "{}", back.text());
    }
    for typed in [":scoring<enter>", ":next screen<enter>"] {
        let gone = session.clone().press(typed);
        assert!(!is_shown(&gone), "{typed}: {}", gone.text());
        has(&gone, "S goes back to it");
    }
}

#[test]
fn what_is_done_to_the_list_behind_a_session_waits_for_the_desk() {
    let session = Scene::CheckIns.begin().at(80, 24).press("3").press("S<enter>");
    for typed in ["rename", "mark the row", "take the proposal"] {
        let found = session.clone().press(":").press(typed);
        has(&found, "It is done at the desk");
        let ran = found.press("<enter>");
        assert!(ran.state.overlay.as_ref().is_none_or(|overlay| overlay.form().is_none()), "{}", ran.text());
    }
}

#[test]
fn nothing_that_writes_is_offered_where_the_files_are_of_a_newer_format() {
    let mut player = Scene::CheckIns.begin().at(80, 24);
    player.state.workspace.settings.format = 2;
    lacks(&player, "Enter log");
    for key in ["<enter>", "S", "1e", "0n"] {
        let stopped = player.clone().press(key);
        has(&stopped, "The files are of format 2, this version writes format 1");
        assert!(stopped.state.overlay.is_none() && stopped.state.room.is_none(), "{key}: {}", stopped.text());
    }
}

#[test]
fn a_form_of_one_question_says_which_answer_is_missing() {
    has(&Scene::CheckIns.begin().press("D<ctrl-s>"), "say what is decided, or that the plan stands");
    let mut vote = Scene::Setting.begin();
    let id = vote.state.here().unwrap().0.live_key_results().next().unwrap().1.id.clone();
    vote.state.list_mut().selected = Some(Target::KeyResult(id));
    has(&vote.press("v<enter>"), "give the confidence, a number from 0 to 100");
}

#[test]
fn the_year_of_a_day_is_said_where_it_is_another() {
    let mut player = Scene::Setting.begin().at(80, 24);
    let id = player.state.here().unwrap().0.live_key_results().next().unwrap().1.id.clone();
    player.state.list_mut().selected = Some(Target::KeyResult(id));
    let player = player.press("<enter>");
    let mut typed = player.clone();
    for _ in 0..35 {
        typed = typed.press("<tab>");
        if typed.text().lines().any(|line| line.starts_with("▸ read on")) {
            break;
        }
    }
    has(&typed.press("2025-12-28"), "28 Dec 2025");
}

#[test]
fn the_files_of_a_closed_quarter_are_not_edited() {
    let mut player = Scene::Scoring.begin();
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    player.state.workspace.quarters.get_mut(&key).unwrap().frame.closed = Some(today);
    has(&player.press("E"), "This quarter is closed");
}

#[test]
fn nothing_is_scrolled_that_the_wall_does_not_show() {
    let player = Scene::CheckIns.begin().at(60, 16).press("S<enter>P<enter>");
    has(&player.clone().press("B"), "hidden while presenting");
    has(&player.clone().press("j"), "nothing more to read");
    has(&player, "Esc small");
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
fn the_first_menu_is_left_by_the_letter_that_leaves() {
    let letters = |leaves| {
        let menu = first_run(None, leaves);
        menu.answers.iter().map(|answer| answer.letter).collect::<String>()
    };
    assert_eq!(["q", "x", "c", "Ctrl-Q", ""].map(letters), ["csq", "csx", "csq", "csq", "csq"]);
}
