//! What a form shows while it is typed into: its fields, what is typed said back, what is missing, and the keys.

use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::list;
use quarterdeck::tui::target::Target;

use super::scene::{Player, Scene, check_ins, has, lacks, one_line};

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
fn a_question_reads_its_number_from_what_stands_in_the_form() {
    let scoring = Scene::Scoring.begin();
    has(&scoring.clone().at(120, 40), "The number says 0.3");
    let form = scoring.press("<enter>");
    has(&form, "The number says 0.3");
    has(&form.press("1.0"), "The number says 0.7. Do we agree?");
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
fn a_later_reading_is_typed_in_the_unit_of_its_measure_beside_what_was_scored() {
    let mut closed = Scene::Closed.begin().on(ScreenName::Scoring).at(120, 40);
    list::select(&mut closed.state, Target::KeyResult("sign-in-failures".parse().unwrap()));
    let form = closed.press("L1.2");
    has(&form, "later reading");
    has(&form, "1.2 %");
    has(&form, "3.1 %");
}

#[test]
fn a_sentence_that_is_work_has_its_way_out_in_the_smallest_footer() {
    let workbench = Scene::Setting.begin().on(ScreenName::Setting).at(60, 16).press("/Roll<enter><enter>");
    has(&workbench, "This is work.");
    has(&workbench, "F3 say anew");
}

#[test]
fn what_is_wrong_is_said_once() {
    let text = Scene::Retro.begin().press("c<enter>").text();
    assert_eq!(text.matches("or a reason to go on").count(), 1, "{text}");
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
