//! J4 in session: the check-in is played together; what an engineer logged alone counts as in and is shown with the room.

use super::{QUARTER, committed, fill, leave, opened, run, select};
use crate::support::tree::{file, files, paths_like, toml};
use crate::support::{Home, Screen};

/// Three people at the fourth check-in, one of whom has logged reading and vote alone.
fn fourth() -> Home {
    let home = committed().today("2027-02-26");
    run(&home, "checkin sign-in-failures --value 1.4% --confidence 70 --changed 'the retry storm is over'");
    home
}

/// Opens the session that is due and starts its clock.
fn played(home: &Home) -> Screen {
    played_at(home, (80, 24))
}

fn played_at(home: &Home, (cols, rows): (u16, u16)) -> Screen {
    let mut screen = opened(home, cols, rows);
    screen.press("S", "Play a session").press("e", "Check-in 4 begins").press("t", "left of 1");
    screen
}

/// Ends the program where it stands, as a power cut does, and opens the session again.
fn cut_off(mut screen: Screen, home: &Home) -> Screen {
    screen.signal("KILL").wait_exit();
    let mut screen = opened(home, 80, 24);
    screen.press("S", "Check-in 4 goes on where it stood");
    screen
}

#[test]
fn the_room_votes_blind_talks_about_exceptions_only_and_decides_one_thing() {
    for size in [(80, 24), (120, 40)] {
        votes_and_decides(size);
    }
}

fn votes_and_decides(size: (u16, u16)) {
    let home = fourth();
    let mut screen = played_at(&home, size);
    screen.wait_for("The set is shown when you have named it");
    assert!(!screen.text().contains("Sign-in people"), "{}", screen.text());
    screen
        .press("r", "F1 more")
        .press("<enter>", "a whole number up to 2")
        .press("9", "[ 9 ")
        .wait_gone("a whole number")
        .press("<enter>", "a whole number up to 2")
        .keys("<c-u>");
    screen.press("2<enter>", "named 2 of 2").wait_for("Sign-in people can rely on");
    screen.press("<enter>", "1 of 3").wait_for("1 of 3 votes in, hidden; 1 logged alone");
    assert!(!screen.text().contains("70"), "no number stands there before the reveal:\n{}", screen.text());
    screen.press("v", "\u{2584}").press("<enter>", "as they are shown");
    screen.press("40, 500<enter>", "confidence is a number from 0 to 100").keys("<c-u>");
    screen.press("40 50<enter>", "40  50  70").wait_for("low 40   median 50   high 70   spread 30");
    screen.press("b", "hidden; 1 logged alone").press("v", "\u{2584}").press("<enter>", "as they are shown");
    screen.press("45 50<enter>", "45  50  70");
    screen.press("N", "What do you see that others do not?").press("n", "F1 more");
    screen.press("no date from the platform team<enter>", "noted           no date from the platform team");
    screen.press("d", "field 1 of 3").press("ask for a date", "ask for a date").press("<c-s>", "until then");
    screen.press("N", "is the plan still right?").wait_for("ask for a date");
    screen.press("s", "✓ At least one decision").press("E", "Alone before the meeting: Readings");
    screen
        .press("<tab>99", "[ 99")
        .press("<c-x>", "is discarded")
        .keys("2<tab><c-u>3<c-s>")
        .wait_for("s plan stands")
        .press("C", "Check-in 4 is closed");
    leave(screen);

    let sittings: Vec<String> = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
    let texts: Vec<String> = sittings.iter().map(|path| file(home.work(), path)).collect();
    let vote = texts.iter().find(|text| text.contains("[45, 50, 70]")).expect("the vote of the room");
    assert!(["Ada", "Lin", "Sam"].iter().all(|name| !vote.contains(name)), "{vote}");
    assert!(texts.iter().any(|text| text.contains("plan stands") && text.contains("ask for a date")));
    let ledger = paths_like(home.work(), &format!("{QUARTER}/sessions/2027-02-26*"));
    let texts: Vec<String> = ledger.iter().map(|path| file(home.work(), path)).collect();
    assert!(texts.iter().all(|text| text.contains("people = 3")), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains("minutes = 2")), "{texts:?}");
}

#[test]
fn a_session_that_is_cut_off_after_any_answer_goes_on_with_every_one_of_them() {
    let home = fourth();
    let mut screen = played(&home);
    screen.wait_for("0:5").press("r", "F1 more").press("2<enter>", "named 2 of 2");
    screen = cut_off(screen, &home);
    screen
        .wait_for("named 2 of 2")
        .press("<enter>", "1 of 3")
        .press("v", "\u{2584}")
        .press("<enter>", "as they are");
    screen.press("40 50<enter>", "40  50  70");
    screen = cut_off(screen, &home);
    screen.wait_for("40  50  70").press("<enter>", "2 of 3");
    screen = cut_off(screen, &home);
    screen.wait_for("2 of 3").press("v", "\u{2584}").press("<enter>", "as they are");
    screen.press("30 30 -<enter>", "30  30");
    screen = cut_off(screen, &home);
    screen
        .wait_for("30  30")
        .press("N", "What do you see")
        .press("n", "F1 more")
        .press("slow<enter>", "noted");
    screen = cut_off(screen, &home);
    screen
        .wait_for("noted           slow")
        .press("N", "plan still right?")
        .press("s", "At least one decision");
    screen = cut_off(screen, &home);
    screen.wait_for("At least one decision").press("t", "left of").press("C", "Check-in 4 is closed");
    leave(screen);

    let all: Vec<String> = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
    let count = |words: &str| all.iter().filter(|path| file(home.work(), path).contains(words)).count();
    assert_eq!((count("[40, 50, 70]"), count("[30, 30]"), count("plan stands"), count("slow")), (1, 1, 1, 1));
    assert_eq!(paths_like(home.work(), &format!("{QUARTER}/sessions/2027-02-26*")).len(), 2, "{all:?}");
    let left =
        files(home.user()).into_iter().filter(|path| path.contains("sessions/") && !path.contains(".lock"));
    assert_eq!(left.count(), 0, "the record of a closed session goes");
}

#[test]
fn what_the_session_holds_is_taken_back_before_what_was_done_before_it() {
    let home = fourth();
    let logged = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
    let mut screen = played(&home);
    screen.press("N", "1 of 3 votes in, hidden; 1 logged alone");
    screen.press("v", "\u{2584}").press("<enter>", "as they are shown").press("40 50<enter>", "40  50  70");
    screen.press("u", "Took back what the room showed").wait_for("1 of 3 votes in, hidden");
    screen.press("U", "Done again: what the room showed").wait_for("40  50  70");
    screen.press("u", "Took back what the room showed").wait_for("1 of 3 votes in, hidden");
    screen.press("N", "others do not?").press("n", "F1 more").press("slow<enter>", "noted           slow");
    screen.press("U", "Nothing has been taken back");
    screen.press("u", "Took back what was said last").wait_gone("noted           slow");
    screen.press("U", "Done again: what was said last").wait_for("noted           slow");
    screen.press("u", "Took back what was said last").wait_gone("noted           slow");
    screen.press("u", "Nothing of this session is left");
    assert_eq!(paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*")), logged);
    screen.press("u", "Undid: log a check-in");
    assert!(paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*")).is_empty());
    screen.signal("KILL").wait_exit();
}

#[test]
fn a_step_says_why_it_is_there_and_gives_an_example() {
    let home = fourth();
    let mut screen = played(&home);
    screen.press("W", "does not steer anybody's").wait_for("We recall two of three");
    screen.keys("W").wait_gone("We recall two of three");
    screen.keys("W").press("N", "CHK-3").wait_gone("We recall");
    screen.press("q", "is open behind the desk").press("q", "Press q again").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn leaving_while_a_clock_runs_is_asked_about_once() {
    let home = fourth();
    let mut screen = played(&home);
    screen.press("q", "is open behind the desk").press("q", "Press q again to leave");
    screen.keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn the_clock_is_stopped_and_the_session_shown_large_from_the_desk() {
    let home = fourth();
    let mut screen = played(&home);
    screen.press("q", "is open behind the desk").press("t", "paused");
    screen.press("P", "PRESENTING - notes hidden").press("P", "still open");
    screen.press("q", "is open behind the desk");
    leave(screen);
}

#[test]
fn two_windows_do_not_play_one_session() {
    let home = fourth();
    let first = played(&home);
    let mut second = opened(&home, 80, 24);
    second.press("S", "Play a session").press("e", "is played in another window");
    leave(second);
    let mut first = first;
    first.press("q", "is open behind the desk").press("S", "Without looking");
}

#[test]
fn what_is_shown_large_is_one_question_and_no_hint() {
    let home = fourth();
    let mut screen = played(&home);
    screen.wait_for("Without looking").press("P", "PRESENTING - notes hidden");
    screen.wait_for("Without looking: what are our objectives?").wait_gone("still open");
    screen.press("<right>", "reach it in full?").keys("v").press("<enter>", "as they are shown");
    screen
        .keys("40 50<enter>")
        .wait_gone("as they are shown")
        .wait_for("low 40")
        .press(".", "CHK-3")
        .press(".", "PRESENTING")
        .press("P", "CHK-3");
}

#[cfg(unix)]
#[test]
fn where_no_record_can_be_kept_the_session_goes_on_and_says_so() {
    let home = fourth();
    let screen = played(&home);
    let folder = files(home.user()).into_iter().find(|path| path.ends_with("check-in.lock")).unwrap();
    let folder = home.user().join(folder);
    let folder = folder.parent().unwrap();
    std::fs::rename(folder, folder.with_extension("gone")).unwrap();
    let mut screen = screen;
    screen.press("<enter>", "a crash would lose it").press("<enter>", "2 of 3");
    screen.press("C", "Check-in 4 is closed");
    leave(screen);
    assert_eq!(paths_like(home.work(), &format!("{QUARTER}/sessions/2027-02-26*")).len(), 2);
}

#[test]
fn a_vote_by_the_form_and_one_by_the_command_replace_each_other_and_the_room_sees_one() {
    let home = committed().today("2027-02-26");
    let vote = |screen: &mut Screen, number: &str, says: &str| {
        select(screen, "sign-in failures");
        screen.press("<enter>", "reading");
        fill(screen, "confidence", number);
        screen.press("<enter>", says).press("<esc>", "2 to log");
    };
    let mut screen = opened(&home, 80, 24);
    screen.press("2", "3 to log");
    vote(&mut screen, "83", "Saved: log a check-in");
    home.okr("checkin sign-in-failures --value 1.3% --confidence 71")
        .code(0)
        .stderr_has("in place of an earlier vote");
    home.okr("show sign-in-failures").code(0).stdout_has("1 of 3 votes in, hidden");
    screen.wait_for("moved 56 %");
    vote(&mut screen, "68", "in place of an earlier vote");
    vote(&mut screen, "62", "in place of an earlier vote");
    home.okr("show sign-in-failures").code(0).stdout_has("1 of 3 votes in, hidden");
    leave(screen);

    let mut screen = played(&home);
    screen.press("<enter>", "1 of 3").wait_for("1 of 3 votes in, hidden; 1 logged alone");
    screen.press("v", "\u{2584}").press("<enter>", "as they are shown").press("40 50<enter>", "40  50  62");
    screen.press("C", "Check-in 4 is closed");
    leave(screen);
    let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
    let texts: String = all.iter().map(|path| file(home.work(), path)).collect();
    assert!(texts.contains("[40, 50, 62]") && !texts.contains("Ada"), "{texts}");
}

/// What was said in a session, of the sittings that nothing corrects.
fn said_there(home: &Home) -> Vec<toml::Table> {
    let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*.toml"));
    let all: Vec<(String, toml::Table)> =
        all.iter().map(|path| (path.clone(), toml(home.work(), path))).collect();
    let corrected: Vec<&str> = all.iter().filter_map(|(_, one)| one.get("supersedes")?.as_str()).collect();
    let stands = |path: &str| !corrected.iter().any(|id| path.ends_with(&format!("/{id}.toml")));
    let by_room = |one: &toml::Table| one.contains_key("decision") || one.contains_key("recall");
    all.iter().filter(|(path, one)| stands(path) && by_room(one)).map(|(_, one)| one.clone()).collect()
}

#[test]
fn a_decision_that_is_taken_back_or_said_again_keeps_the_notes_and_what_is_done_in_one_sitting() {
    let home = fourth();
    let mut screen = played(&home);
    screen.press("r", "F1 more").press("1<enter>", "named 1 of 2").press("N", "CHK-3").press("N", "CHK-4");
    screen.press("n", "F1 more").press("Mobile waits<enter>", "noted           Mobile waits");
    screen.press("d", "field 1 of 3").press("ask Hanne<c-s>", "until then      ask Hanne");
    screen.press("N", "plan still right?").press("s", "✓ At least one decision");
    screen.press("u", "Undid: log what was decided").wait_for("nothing is decided yet").wait_for("ask Hanne");
    screen
        .press("d", "F1 more")
        .press("We cut the scope<enter>", "✓ At least one decision")
        .wait_until("what was decided", |screen| screen.line_with("decided  ").contains("We cut the scope"))
        .wait_for("ask Hanne");
    screen
        .press("<left>", "CHK-4")
        .wait_for("noted           Mobile waits")
        .wait_gone("changed        Mobile waits");
    screen.press("<left>", "CHK-3").press("<left>", "named 1 of 2");
    screen.press("r", "F1 more").press("2<enter>", "named 2 of 2").press("C", "Check-in 4 is closed");
    leave(screen);

    let said = said_there(&home);
    let [said] = said.as_slice() else { panic!("one sitting stands: {said:?}") };
    assert_eq!(said["decision"].as_str(), Some("We cut the scope"));
    assert_eq!(said["recall"]["named"].as_integer(), Some(2));
    assert_eq!(said["action"][0]["text"].as_str(), Some("ask Hanne"));
    assert_eq!(said["check_in"][0]["changed"].as_str(), Some("Mobile waits"));
    home.okr("check").code(0);
}

#[test]
fn a_decision_that_is_done_again_brings_back_what_was_agreed_with_it() {
    let home = fourth();
    let mut screen = played(&home);
    screen.press("N", "CHK-3").press("N", "CHK-4");
    screen.press("d", "field 1 of 3").press("ask Hanne<c-s>", "until then      ask Hanne");
    screen.press("N", "plan still right?").press("s", "✓ At least one decision");
    screen.press("u", "Undid: log what was decided").wait_for("ask Hanne");
    screen.press("u", "Took back what was said last").wait_gone("ask Hanne");
    screen.press("U", "Done again: what was said last").wait_for("ask Hanne");
    screen.press("U", "Redid: log what was decided").wait_for("ask Hanne");
    screen.press("C", "Check-in 4 is closed");
    leave(screen);
    let said = said_there(&home);
    let [said] = said.as_slice() else { panic!("one sitting stands: {said:?}") };
    assert_eq!(said["action"][0]["text"].as_str(), Some("ask Hanne"));
}
