//! What a person does with several teams in front of the screens: a new team with its first quarter, what one objective
//! contributes to, whom a key result waits for; and what is pasted into a form.

use quarterdeck::domain::id::TeamId;
use quarterdeck::method::alignment::Spot;
use quarterdeck::method::step::{SessionKind, Step};
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::message::Message;
use quarterdeck::tui::target::Target;
use quarterdeck::tui::update;

use super::scene::{Player, Scene, check_ins, has};
use super::sessions::{begun, goes_on};

fn pasted(mut player: Player, text: &str) -> Player {
    let effects = update::update(&mut player.state, Message::Paste(text.to_owned()));
    player.carry_out(effects);
    player
}

fn team(player: &Player, id: &str) -> bool {
    player.state.workspace.teams.contains_key(&id.parse::<TeamId>().unwrap())
}

/// A team without a quarter beside that of the sample.
fn with_zebra() -> Player {
    let made = Scene::CheckIns.begin().on(ScreenName::Overview).press("ntZebra<ctrl-s>");
    assert!(team(&made, "zebra"), "{}", made.text());
    made
}

#[test]
fn a_new_team_is_offered_its_first_quarter_at_once() {
    let offered = with_zebra();
    has(&offered, "Open a quarter for Zebra");
    let opened = offered.press("<ctrl-s>");
    let place = opened.state.place.clone().unwrap();
    assert_eq!(place.team.as_str(), "zebra");
    assert!(opened.state.workspace.quarters.contains_key(&place), "{}", opened.text());
}

#[test]
fn a_team_without_a_quarter_gets_one_wherever_it_is_shown() {
    let waits = with_zebra().press("<esc>");
    assert!(waits.state.overlay.is_none(), "{}", waits.text());
    let at_picker = waits.clone().press("Tzebra");
    has(&at_picker, "no quarter yet; Enter opens one");
    let overview = waits.clone().on(ScreenName::Overview).at(80, 60);
    has(&overview, "no quarter yet");
    let select = |mut player: Player| {
        player.state.list_mut().selected = Some(Target::Spot(Spot::Team("zebra".parse().unwrap())));
        player
    };
    let in_overview = select(overview);
    has(&in_overview, "Enter opens one");
    let map = select(waits.on(ScreenName::Map));
    for there in [at_picker.press("<enter>"), in_overview.clone().press("<enter>"), map.press("<enter>")] {
        has(&there, "Open a quarter for Zebra");
        let opened = there.press("<ctrl-s>");
        assert_eq!(opened.state.place.clone().unwrap().team.as_str(), "zebra", "{}", opened.text());
    }
    // The menu of what is new says whose quarter it would be.
    let menu = in_overview.press("n");
    has(&menu, "the next cycle of Zebra");
    has(&menu.press("c"), "Open a quarter for Zebra");
}

#[test]
fn the_palette_leads_to_the_running_quarter_of_a_team_first() {
    let found = Scene::CheckIns.begin().at(120, 40).press(":engineering");
    let lines: Vec<String> = found.text().lines().map(str::to_owned).collect();
    let first = lines.iter().find(|line| line.contains("Engineering  ")).cloned().unwrap_or_default();
    assert!(first.contains("2027-Q1"), "{}", found.text());
}

#[test]
fn names_pasted_one_a_line_are_as_many_people() {
    let form = Scene::FirstRun.begin().press("cPayments<tab>");
    let begun = pasted(form, "- Ann\r\nBob,\n\n3. Celine\n").press("<ctrl-s>");
    let team = begun.state.workspace.teams.values().next().unwrap();
    assert_eq!(team.people, ["Ann", "Bob", "Celine"]);
}

#[test]
fn pasted_objectives_that_find_no_place_stand_in_the_field_again() {
    let form = Scene::CheckIns.begin().on(ScreenName::Setting).press("no");
    let before = form.state.workspace.clone();
    let room = 5 - before.quarters[form.state.place.as_ref().unwrap()].live_objectives().count();
    let lines: Vec<String> = (0..=room).map(|at| format!("Goal number {at}")).collect();
    let refused = pasted(form, &lines.join("\n")).press("s");
    assert_eq!(refused.state.workspace, before);
    let typed = refused.state.overlay.as_ref().unwrap().form().unwrap().typed("title").to_owned();
    assert_eq!(typed, lines.join("; "));
    let says = refused.state.status.as_ref().unwrap().says.clone();
    assert!(says.contains("all lines stand in the field"), "{says}");
    assert!(says.contains(&format!("Line {} is refused", room + 1)), "{says}");
}

#[test]
fn a_contribution_that_names_no_objective_is_refused_with_what_is_near() {
    let mut player = Scene::Setting.begin();
    let place = player.state.place.clone().unwrap();
    let objective = player.state.workspace.quarters[&place].objectives[0].id.clone();
    player.state.list_mut().selected = Some(Target::Objective(objective.clone()));
    let link = |player: &Player| {
        player.state.workspace.quarters[&place].objective(&objective).unwrap().contributes_to.clone()
    };
    let before = link(&player);
    let form = player.press("<enter><tab><tab><tab><ctrl-u>");
    let refused = form.press("sales goals<ctrl-s>");
    assert_eq!(link(&refused), before);
    let field = refused.state.overlay.as_ref().unwrap().form().unwrap();
    assert_eq!(field.entries[field.focus].name, "contributes_to");
    has(&refused, "names no objective");
}

#[test]
fn the_objective_whose_contribution_is_said_is_marked_and_named() {
    let mut room = begun(SessionKind::Commit, Scene::Setting);
    while room.state.room.as_ref().unwrap().player.step() != Step::Set11 {
        assert!(goes_on(&mut room), "the commit has no alignment");
    }
    let first = room.text();
    let marked = |text: &str| text.lines().filter(|line| line.contains("▸ ")).count();
    assert!(marked(&first) > 0, "{first}");
    let quarter = &room.state.workspace.quarters[room.state.place.as_ref().unwrap()];
    let title = quarter.live_objectives().next().unwrap().title.clone();
    room = room.at(120, 40).press("c");
    has(&room, &format!("One main contribution: {}", &title[..20]));
}

#[test]
fn a_dependency_that_names_its_team_by_the_id_shows_what_the_team_is_called() {
    let mut player = Scene::CheckIns.begin();
    let place = player.state.place.clone().unwrap();
    let workspace = &mut player.state.workspace;
    let team = workspace.teams.values_mut().find(|team| team.id != place.team).unwrap();
    let id = team.id.clone();
    team.name = "The Other Crew".to_owned();
    let quarter = workspace.quarters.get_mut(&place).unwrap();
    let all = quarter.objectives.iter_mut().flat_map(|objective| &mut objective.key_results);
    let dependency = all.flat_map(|key_result| &mut key_result.dependencies).next().unwrap();
    dependency.team = id.to_string();
    has(&player.clone().on(ScreenName::Overview).at(120, 40), "The Other Crew");
    has(&player.on(ScreenName::Setting).at(120, 60), "The Other Crew (");
}

#[test]
fn a_dependency_on_a_team_that_is_not_here_says_so_and_what_may_be_meant() {
    let form = Scene::Setting.begin();
    let place = form.state.place.clone().unwrap();
    let key_result = form.state.workspace.quarters[&place].objectives[0].key_results[0].id.clone();
    let mut form = form.at(120, 40);
    form.state.list_mut().selected = Some(Target::KeyResult(key_result));
    let form = form.press("nd");
    has(&form.clone().press("Enginering"), "Did you mean Engineering?");
    assert!(!form.clone().press("Engineering").text().contains("stays outside"));
    has(&form.press("Bookkeeping Inc"), "stays outside");
}

#[test]
fn the_team_above_is_named_as_people_call_it() {
    let made = Scene::CheckIns.begin().on(ScreenName::Overview).press("ntZebra");
    let at = made.state.overlay.as_ref().unwrap().form().unwrap();
    let at = at.entries.iter().position(|entry| entry.name == "parent").unwrap();
    for typed in ["Engineering", "engin", "engineering"] {
        let saved = made.clone().press(&"<tab>".repeat(at)).press(typed).press("<ctrl-s>");
        let zebra = saved.state.workspace.teams.get(&"zebra".parse::<TeamId>().unwrap());
        assert_eq!(zebra.and_then(|team| team.parent.clone()).unwrap().as_str(), "engineering", "{typed}");
    }
}

#[test]
fn a_long_unit_takes_no_confidence_off_its_row_and_breaks_no_word() {
    let mut player = Scene::CheckIns.begin();
    let marks = |player: &Player| player.text().matches('\u{25b0}').count();
    let place = player.state.place.clone().unwrap();
    let before = player.clone();
    let quarter = player.state.workspace.quarters.get_mut(&place).unwrap();
    let key_result = &mut quarter.objectives[0].key_results[0];
    let measures = key_result.revisions.iter_mut().map(|revision| &mut revision.measure);
    for measure in measures.chain([&mut key_result.measure]) {
        measure.unit = Some("support tickets per week".to_owned());
    }
    let movement = key_result.committed_measure().movement("\u{2192}");
    let once = movement.replacen(" support tickets per week", "", 1);
    for (width, height) in [(80, 60), (100, 60), (120, 60)] {
        let (player, before) = (player.clone().at(width, height), before.clone().at(width, height));
        assert_eq!(marks(&player), marks(&before), "{}", player.text());
        has(&player, once.split(" support").next().unwrap());
        let list = |line: &str| line.chars().take(44).collect::<String>();
        let text = player.text().lines().map(list).collect::<Vec<_>>().join(" ");
        let words = text.split_whitespace().filter(|word| "supportticketsperweek".contains(word));
        for word in words.filter(|word| word.len() > 2) {
            assert!(["support", "tickets", "per", "week"].contains(&word), "{word} in\n{}", player.text());
        }
    }
}

#[test]
fn the_palette_puts_what_is_called_so_first_and_knows_other_words() {
    let palette = Scene::CheckIns.begin().press(":");
    let first = |typed: &str| {
        let found = palette.clone().press(typed);
        let Some(quarterdeck::tui::state::Overlay::Finder(finder)) = &found.state.overlay else {
            panic!("no palette");
        };
        finder.line(0).map(|line| (line.title.clone(), line.key.clone()))
    };
    assert_eq!(first("leave").unwrap().0, "Leave");
    assert_eq!(first("q").unwrap().1, "q");
    for word in [
        "quit",
        "exit",
        "refresh",
        "checkin",
        "shortcuts",
        "handover",
        "another objective",
        "blocker",
        "initiative",
        "member",
        "hours",
        "kick-off",
    ] {
        assert!(first(word).is_some(), "{word} finds nothing");
    }
}

#[test]
fn a_row_that_is_found_in_the_history_names_its_quarter() {
    let history = Scene::CheckIns.begin().on(ScreenName::History).at(120, 40).press("/sign-in<enter>");
    let rows = history.text().lines().filter(|row| row.contains("sign-in")).count();
    assert!(rows > 0, "{}", history.text());
    has(&history, "2027-Q1");
}

#[test]
fn whose_turn_it_is_is_said_where_there_is_no_room_beside_the_clock() {
    let room = begun(SessionKind::CheckIn, Scene::CheckIns);
    let turned = room.clone().press("T");
    let says = turned.state.status.as_ref().map(|said| said.says.clone()).unwrap_or_default();
    assert!(says.contains("facilitates"), "{says:?}");
    // Beside the clock the bar keeps its length whoever types.
    let bar = |player: &Player| {
        player
            .text()
            .lines()
            .filter(|line| line.contains("facilitates"))
            .flat_map(str::chars)
            .filter(|sign| "\u{2590}\u{2591}".contains(*sign))
            .count()
    };
    let wide = room.at(120, 40);
    let bars: Vec<usize> = (0..5)
        .scan(wide, |at, _| {
            *at = at.clone().press("T");
            Some(bar(at))
        })
        .collect();
    assert!(bars.iter().all(|cells| *cells == bars[0]), "{bars:?}");
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
fn a_list_of_teams_leaves_the_room_to_what_is_said_of_them() {
    has(&check_ins().at(60, 20).press("T"), "Engineering 2027-Q1 Check-ins, function, below Acme");
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
