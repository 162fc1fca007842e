//! J5 at the desk: keep, change with a reason, or drop; nothing old is lost and a dropped one is never 0.

use super::{QUARTER, at_row, committed, fill, leave, save, select};
use crate::support::tree::{file, toml};

#[test]
fn a_target_changes_only_with_its_reason_and_what_is_dropped_gets_no_score() {
    let home = committed().today("2027-02-12");
    let mut screen = at_row(&home, (120, 40), ("2", "3 to log"), "CI duration");
    screen.press("d", "Keep, change or drop").press("c", "why changed");
    fill(&mut screen, "target", "20 min");
    screen.press("<c-s>", "it is committed");
    fill(&mut screen, "why changed", "the new runners come in May");
    save(&mut screen);
    screen.wait_for("42 min → 20 min");

    select(&mut screen, "Builds nobody waits for");
    screen.press("d", "Keep, change or drop").press("c", "why changed");
    fill(&mut screen, "objective", "Builds in a coffee break");
    screen.press("<c-s>", "it is committed");
    fill(&mut screen, "why changed", "nobody minds three minutes");
    save(&mut screen);
    screen.wait_for("until 12 Feb:");

    select(&mut screen, "builds run again");
    screen.press("d", "Keep, change or drop").press("x", "Drop: builds run again");
    screen.press("<c-s>", "is missing");
    fill(&mut screen, "reason", "nobody can count them");
    save(&mut screen);
    screen.wait_for("builds run again  dropped");
    leave(screen);

    let duration = toml(home.work(), &format!("{QUARTER}/objectives/*/ci-duration.toml"));
    let revisions = duration["revision"].as_array().unwrap();
    let targets: Vec<i64> =
        revisions.iter().filter_map(|one| one["measure"]["target"].as_integer()).collect();
    assert_eq!(targets, [15, 20], "the committed definition stays beside the new one");
    assert_eq!(revisions[1]["reason"].as_str(), Some("the new runners come in May"));
    let dropped = file(home.work(), &format!("{QUARTER}/objectives/*/builds-run-again.toml"));
    assert!(dropped.contains("reason = \"nobody can count them\""), "{dropped}");
    let reworded = toml(
        home.work(),
        &format!("{QUARTER}/objectives/*/objective.toml").replace('*', "builds-nobody-waits-for"),
    );
    let said: Vec<_> =
        reworded["revision"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect();
    assert_eq!(said.len(), 2, "the committed sentence stays beside the new one: {said:?}");
    home.okr("set objective:sign-in-people-can-rely title='Signing in'").code(1).stderr_has("MID-3");
    home.okr("show builds-nobody-waits-for").stdout_has("until 12 Feb");
    home.okr("export --format md").stdout_has("Reworded, until 12 Feb");
    home.okr("list revisions").stdout_has("Builds in a coffee break");
    let shown = home.okr("show builds-run-again");
    shown.code(0).stdout_has("dropped").stdout_lacks("0.0");
}
