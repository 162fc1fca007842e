//! J9: company, function and team in one workspace: what one team asks is answered by the other in its own files, the map is
//! walked from one end of a link to the other, and NOMINAL stands until it is explained.

use super::{choose, fill, leave, marked, run, save, select, to_field};
use crate::support::tree::{file, write};
use crate::support::{Home, Screen, Snapshot};

/// Acme, its engineering, and two teams below it, all setting 2027-Q1.
fn three_levels() -> Home {
    let home = Home::empty().today("2026-12-22").with("OKR_SEED", "many");
    for line in [
        "init --team Acme --level company --cycle 2027-Q1 --objective 'Shops trust us with their money'",
        "add team Engineering level=function parent=acme",
        "add team Payments parent=engineering",
        "add team Identity parent=engineering",
        "--team engineering init --cycle 2027-Q1",
        "--team engineering add objective 'Work reaches shops sooner' contributes_to=acme/2027-q1/shops-trust-us-with contribution='what a shop reports is solved before it asks again'",
        "--team payments init --cycle 2027-Q1",
        "--team payments add objective 'Calm deploys' contributes_to=engineering/2027-q1/work-reaches-shops-sooner contribution='ours is the slowest pipeline of all'",
        "--team payments add kr calm 'CI duration from 42 min to 15 min' measured_at=Identity",
        "--team payments add dependency ci-duration Identity 'A date for the key rollover' by=2027-01-20",
        "--team payments add objective 'A quiet pager'",
        "--team payments set quarter alignment=no alignment_above=yes",
        "--team identity init --cycle 2027-Q1",
        "--team identity list",
    ] {
        run(&home, line);
    }
    home
}

#[test]
fn what_is_asked_is_answered_in_the_files_of_the_other_team_and_the_map_is_walked() {
    for (cols, rows) in [(120, 40), (80, 24)] {
        let home = three_levels();
        let asking = Snapshot::of(home.work().join("teams/payments"));
        let mut screen = Screen::start(&home, &home.work(), cols, rows, "--team identity");
        screen.wait_for("Not answered");
        // From the Overview to what is asked, and the answer.
        select(&mut screen, "Payments: asks for");
        screen.press("<enter>", "Asked of us").press("<enter>", "Our answer");
        choose(&mut screen, "answer", "agreed");
        fill(&mut screen, "in a line", "with the January train");
        save(&mut screen);
        screen.wait_for("all answered");
        // On the map: the row, its other end, and back.
        screen.press("gm", "Map of 2027-Q1").keys("/waits for (<enter>").wait_for("/waits for (");
        let on = |words: &'static str| {
            move |screen: &Screen| marked(screen).is_some_and(|(_, line)| line.contains(words))
        };
        screen.keys("<enter>").wait_until("the other end", on("waits for Identity"));
        screen.keys("<enter>").wait_until("the first end again", on("Payments waits for"));
        screen.press("<esc>", "Overview ─");
        leave(screen);
        assert_eq!(
            Snapshot::of(home.work().join("teams/payments")).changes_since(&asking),
            Vec::<String>::new()
        );
        let answered = file(home.work(), "teams/identity/2027-q1/cycle.toml");
        for line in [
            "state = \"agreed\"",
            "says = \"with the January train\"",
            "asked = \"payments/2027-q1/ci-duration/",
        ] {
            assert!(answered.contains(line), "{answered}");
        }
    }
}

#[test]
fn nominal_stands_until_it_is_explained_and_one_objective_may_be_without_a_link() {
    let home = three_levels();
    let map = || home.okr("--team payments show map").stdout().to_owned();
    assert!(map().contains("NOMINAL: rework it, keep it with a reason, or drop it"), "{}", map());
    assert!(map().contains("contributes to nothing above, and nobody says why"), "{}", map());
    run(&home, "--team payments set quarter alignment_reason='the audit asks for it'");
    run(&home, "--team payments set a-quiet-pager no_link='it is ours alone'");
    assert!(map().contains("NOMINAL, kept: the audit asks for it"), "{}", map());
    assert!(map().contains("contributes to nothing above: it is ours alone"), "{}", map());
    assert!(map().lines().all(|line| line.chars().count() <= 80), "{}", map());
    let json = home.okr("--team payments show map --json").json();
    assert_eq!(json["teams"].as_array().unwrap().len(), 4);
    assert_eq!(json["dependencies"][0]["sides"], "unanswered");
    assert_eq!(json["measured"][0]["key_result"], "ci-duration");
    let told = home.okr("--team identity show quarter").stdout().to_owned();
    assert!(told.contains("measured here: CI duration"), "{told}");
}

#[test]
fn many_rows_fold_and_a_row_leads_to_the_screen_of_its_team() {
    let home = three_levels();
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "--team payments --ascii");
    screen.wait_for("more");
    screen.press("gm", "Map of 2027-Q1").keys("<home>").wait_for("- Acme");
    screen.press("z", "+ Acme").press("z", "- Acme").press("h", "+ Acme").press("l", "- Acme");
    screen.keys("/quiet<enter>").wait_for("/quiet").press("<enter>", "Setting -");
    screen.wait_for("A quiet pager");
    leave(screen);
}

/// Waits until the field with the focus holds a text.
#[track_caller]
fn holds(screen: &mut Screen, text: &str) {
    screen.wait_until(&format!("{text:?} in the field"), |screen| {
        marked(screen).is_some_and(|(_, line)| line.contains(&format!("[ {text} ")))
    });
}

#[test]
fn what_a_field_names_elsewhere_is_chosen_from_a_list() {
    let home = three_levels();
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "--team payments");
    screen.wait_for("Payments").press("1", "of at most 5 objectives");
    select(&mut screen, "A quiet pager");
    screen.press("<enter>", "why now");
    to_field(&mut screen, "contributes to");
    screen.wait_for("F2 choose").wait_until("the key below the field", |screen| {
        screen.text().split_whitespace().collect::<Vec<_>>().join(" ").contains("trust; F2 lists them")
    });
    // What is nearest above comes first, with its team and quarter; Esc leaves the field as it is.
    screen.press("<f2>", "Objectives of other teams").wait_for("2 found");
    screen.wait_until("the nearest above first", |screen| {
        marked(screen)
            .is_some_and(|(_, line)| line.contains("sooner") && line.contains("Engineering · 2027-Q1"))
    });
    screen.press("<esc>", "F2 choose");
    assert!(marked(&screen).is_some_and(|(_, line)| line.contains("[      ")), "{}", screen.text());
    screen.press("<f2>", "2 found").press("acme", "1 found").press("<enter>", "F2 choose");
    holds(&mut screen, "acme/2027-q1/shops-trust-us-with");
    save(&mut screen);
    let objective = "teams/payments/2027-q1/objectives/a-quiet-pager/objective.toml";
    assert!(file(home.work(), objective).contains("contributes_to = \"acme/2027-q1/shops-trust-us-with\""));
    // A key result is measured at a team, and waits for one; the own team is neither.
    select(&mut screen, "CI duration");
    screen.press("<enter>", "SET-7");
    to_field(&mut screen, "measured at");
    screen.wait_for("F2 choose").press("<f2>", "3 found").press("eng", "1 found");
    screen.press("<enter>", "F2 choose");
    holds(&mut screen, "Engineering");
    save(&mut screen);
    select(&mut screen, "CI duration");
    screen.press("n", "What do you want to add").press("d", "New dependency");
    screen.press("<f2>", "3 found").press("idnty", "1 found").press("<enter>", "F2 choose");
    holds(&mut screen, "Identity");
    screen.press("<esc>", "Draft kept").press("d", "is dropped");
    // A team belongs to one above it, never to one below.
    screen.press("0", "Overview \u{2500}").press("e", "What do you want to change?").press("t", "field 1 of");
    to_field(&mut screen, "parent");
    screen.press("<f2>", "3 found").press("acme", "1 found").press("<enter>", "F2 choose");
    holds(&mut screen, "acme");
    screen.press("<c-z>", "[ engineering ").press("<c-s>", "Nothing changed");
    leave(screen);
}

#[test]
fn the_days_of_a_cycle_stay_where_a_team_that_was_not_read_has_closed_it() {
    let home = Home::empty().today("2027-03-29");
    run(&home, "init --team Alpha --cycle 2027-Q1 --objective 'Calm deploys'");
    for at in 1..=60 {
        let frame = if at == 60 { "committed = 2026-12-10\nclosed = 2027-03-29\n" } else { "" };
        write(home.work(), &format!("teams/t{at}/team.toml"), &format!("name = 'T{at}'\n"));
        write(home.work(), &format!("teams/t{at}/2027-q1/cycle.toml"), frame);
    }
    let cycle = file(home.work(), "cycles/2027-q1.toml");
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "--team alpha");
    screen.wait_for("Day 88 of the quarter").press("e", "What do you want to change").press("d", "last day");
    to_field(&mut screen, "last day");
    screen.keys("<c-u>2027-04-30<c-s>").wait_for("T60 closed its quarter");
    assert_eq!(file(home.work(), "cycles/2027-q1.toml"), cycle);
}
