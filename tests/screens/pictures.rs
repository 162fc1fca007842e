//! The pictures of the screens. Each was looked at before it was kept; a change is looked at again
//! (`INSTA_UPDATE=always cargo test --test all pictures` writes them anew, git shows what changed).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quarterdeck::settings::actions::ScreenName;

use super::scene::Scene;

/// A picture: its name, where it is taken, the keys pressed before, and the size.
struct Picture {
    name: &'static str,
    scene: Scene,
    screen: ScreenName,
    keys: &'static str,
    size: (u16, u16),
}

const fn text(
    name: &'static str,
    (scene, screen): (Scene, ScreenName),
    keys: &'static str,
    size: (u16, u16),
) -> Picture {
    Picture { name, scene, screen, keys, size }
}

const USUAL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);
const NARROW: (u16, u16) = (60, 20);
const SMALLEST: (u16, u16) = (60, 16);

const OVERVIEW: (Scene, ScreenName) = (Scene::CheckIns, ScreenName::Overview);
const SETTING: (Scene, ScreenName) = (Scene::Setting, ScreenName::Setting);
const CHECK_INS: (Scene, ScreenName) = (Scene::CheckIns, ScreenName::CheckIns);
const SCORING: (Scene, ScreenName) = (Scene::Scoring, ScreenName::Scoring);
const RETRO: (Scene, ScreenName) = (Scene::Retro, ScreenName::Retrospective);
const COMMITTED: (Scene, ScreenName) = (Scene::CheckIns, ScreenName::Setting);
const FIRST_RUN: (Scene, ScreenName) = (Scene::FirstRun, ScreenName::Overview);

const SETTING_RUNNING: (Scene, ScreenName) = (Scene::CheckIns, ScreenName::Setting);

/// Writes on in a text of several lines.
const PROSE: &str =
    "<enter><tab><tab><tab><tab><tab><tab><enter><enter>It waits for the audit, and for the budget of May.";

const PICTURES: &[Picture] = &[
    text("overview", OVERVIEW, "", USUAL),
    text("overview_wide", OVERVIEW, "", WIDE),
    text("overview_narrow", OVERVIEW, "", NARROW),
    text("overview_empty", (Scene::Begun, ScreenName::Overview), "", USUAL),
    text("overview_full", (Scene::Full, ScreenName::Overview), "", USUAL),
    text("setting", SETTING, "", USUAL),
    text("setting_wide", SETTING, "", WIDE),
    text("setting_narrow", SETTING, "", NARROW),
    text("setting_empty", (Scene::Begun, ScreenName::Setting), "", USUAL),
    text("setting_full", (Scene::Full, ScreenName::Setting), "", USUAL),
    text("check_ins", CHECK_INS, "", USUAL),
    text("check_ins_wide", CHECK_INS, "", WIDE),
    text("check_ins_narrow", CHECK_INS, "", NARROW),
    text("check_ins_empty", (Scene::Begun, ScreenName::CheckIns), "", USUAL),
    text("check_ins_empty_smallest", (Scene::Begun, ScreenName::CheckIns), "", SMALLEST),
    text("check_ins_full", (Scene::Full, ScreenName::CheckIns), "", USUAL),
    text("check_ins_filtered", CHECK_INS, "/fail", USUAL),
    text("check_ins_detail", CHECK_INS, "<tab>", NARROW),
    text("check_ins_guide", CHECK_INS, "w", USUAL),
    text("check_ins_round", CHECK_INS, "gg", USUAL),
    text("scoring", SCORING, "", USUAL),
    text("scoring_wide", SCORING, "aG", WIDE),
    text("scoring_narrow", SCORING, "", NARROW),
    text("scoring_empty", (Scene::Begun, ScreenName::Scoring), "", USUAL),
    text("scoring_full", (Scene::Full, ScreenName::Scoring), "", USUAL),
    text("retrospective", RETRO, "", USUAL),
    text("retrospective_wide", (Scene::Closed, ScreenName::Retrospective), "", WIDE),
    text("retrospective_narrow", RETRO, "", NARROW),
    text("retrospective_empty", (Scene::Begun, ScreenName::Retrospective), "gg", USUAL),
    text("history", (Scene::Retro, ScreenName::History), "", USUAL),
    text("history_wide", (Scene::Retro, ScreenName::History), "jjG", WIDE),
    text("history_course", (Scene::Retro, ScreenName::History), "zj", WIDE),
    text("history_course_narrow", (Scene::Retro, ScreenName::History), "zj<tab>", NARROW),
    text("history_narrow", (Scene::Retro, ScreenName::History), "", NARROW),
    text("history_empty", (Scene::Begun, ScreenName::History), "", USUAL),
    text("map", (Scene::CheckIns, ScreenName::Map), "", USUAL),
    text("map_wide", (Scene::CheckIns, ScreenName::Map), "jjjj<enter>", WIDE),
    text("map_narrow", (Scene::CheckIns, ScreenName::Map), "G", NARROW),
    text("teams", CHECK_INS, "Teng", NARROW),
    text("find", CHECK_INS, "flate<down>", USUAL),
    text("find_narrow", CHECK_INS, "flesson", NARROW),
    text("find_nothing", CHECK_INS, "f", SMALLEST),
    text("found", CHECK_INS, "flesson<enter>n", USUAL),
    text("form_answer", SETTING_RUNNING, "/slowest<enter><enter>", USUAL),
    text("retrospective_full", (Scene::Full, ScreenName::Retrospective), "", USUAL),
    text("form_key_result", COMMITTED, "j<enter>", USUAL),
    text("form_key_result_wide", COMMITTED, "j<enter>", WIDE),
    text(
        "form_key_result_smallest",
        COMMITTED,
        "j<enter><tab><tab><tab><tab><tab><tab><tab>x<ctrl-s>",
        SMALLEST,
    ),
    text("form_objective", COMMITTED, "<enter>", USUAL),
    text("form_prose", COMMITTED, PROSE, USUAL),
    text("form_prose_smallest", COMMITTED, PROSE, SMALLEST),
    text("form_check_in", CHECK_INS, "<enter>1.4<tab>60<tab>", USUAL),
    text("form_check_in_narrow", CHECK_INS, "<enter>", NARROW),
    text("form_scoring", SCORING, "<enter>1.0<tab><tab>", USUAL),
    text("form_note", RETRO, "ggn", USUAL),
    text("form_action", RETRO, "Gkn", USUAL),
    text("form_commit", SETTING, "c", USUAL),
    text("form_close", RETRO, "c<enter>", WIDE),
    text("form_first_run", FIRST_RUN, "cPayments<enter>", USUAL),
    text("menu_first_run", FIRST_RUN, "", SMALLEST),
    text("menu_new", COMMITTED, "jn", USUAL),
    text("menu_hand_over", SETTING, "<enter>", NARROW),
    text("help", CHECK_INS, "?", USUAL),
    text("palette", CHECK_INS, ":sign-in", NARROW),
    text("too_small", CHECK_INS, "", (52, 14)),
];

impl Picture {
    fn taken(&self) -> String {
        self.scene.begin().on(self.screen).at(self.size.0, self.size.1).press(self.keys).text()
    }
}

/// Where the pictures are kept, seen from this file.
const FOLDER: &str = "pictures";

#[test]
fn the_screens_look_as_they_were_looked_at() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(FOLDER);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for picture in PICTURES {
            insta::assert_snapshot!(picture.name, picture.taken());
        }
    });
}

#[test]
fn the_readme_shows_the_screen_as_it_is() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let shown = PICTURES.iter().find(|picture| picture.name == "check_ins_wide").unwrap().taken();
    assert!(readme.contains(&shown), "README.md shows another screen than this:\n{shown}");
}

#[test]
fn every_picture_that_is_kept_is_still_taken() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens").join(FOLDER);
    let kept = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let kept: BTreeSet<String> =
        kept.filter_map(|name| Some(name.strip_suffix(".snap")?.to_owned())).collect();
    let taken: BTreeSet<String> = PICTURES.iter().map(|picture| picture.name.to_owned()).collect();
    assert_eq!(kept, taken);
}

#[test]
fn an_ascii_terminal_is_sent_nothing_else_of_ours() {
    for scene in
        [Scene::FirstRun, Scene::Begun, Scene::Setting, Scene::CheckIns, Scene::Scoring, Scene::Retro]
    {
        for screen in ScreenName::ALL {
            let text = scene.begin().on(*screen).in_ascii().at(120, 40).text();
            let foreign: String =
                text.chars().filter(|sign| !sign.is_ascii() && !is_written(*sign)).collect();
            assert!(foreign.is_empty(), "{scene:?} {screen:?} shows {foreign:?}:\n{text}");
        }
    }
}

/// Letters stand in what people write.
fn is_written(sign: char) -> bool {
    sign.is_alphabetic()
}
