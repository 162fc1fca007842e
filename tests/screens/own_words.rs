//! A team that has questions of its own: they stand in every form, in a session and outside, and none of the method's beside
//! them.

use std::collections::BTreeMap;

use quarterdeck::coach::rule::Rule;
use quarterdeck::domain::own_step::{OwnStep, OwnSteps};
use quarterdeck::method::step::{Step, Steps};
use quarterdeck::tui::state::Overlay;

use super::forms::forms_of;
use super::scene::{Player, Scene};
use super::sessions::every_step_of;
use super::walk_over::asked_of;

/// The question of the team in place of one of the method.
fn ours(step: Step, at: usize) -> String {
    format!("Ours of {step}, number {at}")
}

/// A scene of a team that has all questions reworded.
fn reworded(scene: Scene) -> Player {
    let mut player = scene.begin();
    let own = |step: Step| {
        let asks = Steps::METHOD.guide(step).ask.len();
        let block: OwnStep = toml::from_str(&format!("id = \"{step}\"")).unwrap();
        OwnStep { ask: (0..asks).map(|at| ours(step, at)).collect(), ..block }
    };
    player.state.workspace.steps = OwnSteps { steps: Step::ALL.iter().copied().map(own).collect() };
    player
}

/// A text in small letters, of letters and blanks only.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase().replace(|sign: char| !sign.is_alphanumeric(), " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The questions of the method, but for those that the coach asks as well.
fn of_the_method() -> Vec<String> {
    let all = Step::ALL.iter().flat_map(|step| Steps::METHOD.guide(*step).ask).map(|ask| plain(ask));
    let coach: Vec<String> = Rule::ALL.iter().map(|rule| plain(rule.question())).collect();
    all.filter(|ask| !coach.iter().any(|asked| asked.contains(ask.as_str()))).collect()
}

/// What a form says with the focus on each of its fields.
fn said(player: &Player) -> String {
    let Some(Overlay::Form(form)) = &player.state.overlay else { panic!("no form is open") };
    let mut player = player.clone().at(160, 60);
    let mut all = String::new();
    for _ in 0..form.entries.len().max(1) {
        all += &player.text();
        player = player.press("<tab>");
    }
    all
}

#[test]
fn no_form_asks_in_the_words_of_the_method_where_the_team_has_its_own() {
    let method = of_the_method();
    assert!(method.len() > 30, "{method:?}");
    let mut wrong: Vec<String> = Vec::new();
    let forms: BTreeMap<String, Player> = forms_of(reworded).into_iter().chain(asked_of(reworded)).collect();
    for (kind, player) in &forms {
        let said = plain(&said(player));
        wrong.extend(method.iter().filter(|ask| said.contains(*ask)).map(|ask| format!("{kind}: {ask}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_form_asks_what_the_team_asks_in_a_session_and_outside() {
    let (outside, room) = (forms_of(reworded), asked_of(reworded));
    let cases = [
        (&outside["NewAssumption"], ours(Step::Set12, 1)),
        (&outside["Objective"], ours(Step::Set5, 1)),
        (&outside["KeyResult"], ours(Step::Set7, 2)),
        (&outside["Pattern"], ours(Step::Sco4, 0)),
        (&room["Assume"], ours(Step::Set12, 1)),
        (&room["Questions"], ours(Step::Set9, 3)),
        (&room["Decide"], ours(Step::Chk5, 0)),
        (&room["Proud"], ours(Step::Ret8, 0)),
    ];
    for (player, ask) in cases {
        let said = said(player);
        assert!(said.contains(&ask), "{ask}:\n{said}");
    }
}

#[test]
fn the_question_that_a_form_asks_stands_above_it_once() {
    for (kind, player) in asked_of(reworded) {
        let Some(Overlay::Form(form)) = &player.state.overlay else { panic!("{kind}") };
        let (title, text) = (plain(&form.title), plain(&player.clone().at(160, 60).text()));
        assert!(!title.starts_with("ours") || text.matches(&title).count() == 1, "{kind}: {text}");
    }
}

#[test]
fn each_question_of_a_step_stands_on_its_screen_once() {
    for begin in [Scene::begin as fn(Scene) -> Player, reworded] {
        every_step_of(begin, |step, player| {
            let text = plain(&player.clone().at(160, 60).text());
            let desk = player.state.desk().unwrap();
            let guide = player.state.room.as_ref().unwrap().player.guide(&desk);
            for ask in guide.asked(&[]) {
                assert_eq!(text.matches(&plain(&ask)).count(), 1, "{step}: {ask}\n{text}");
            }
        });
    }
}
