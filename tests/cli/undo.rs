//! What was changed is taken back and done again, by command and on the screens alike, also after a restart.

use super::{KEY_RESULT, committed};
use crate::support::tree::write;
use crate::support::{Home, Screen, Snapshot, okr};

#[test]
fn commands_are_taken_back_one_by_one_and_done_again_to_the_byte() {
    let home = committed();
    let before = Snapshot::of(home.work());
    okr(&home).args("checkin sign-in-failures --value 1.9% --confidence 50").run().code(0);
    okr(&home).args("set payments people='Ada, Lin, Kim'").run().code(0);
    okr(&home).args("drop sign-in-failures --reason 'the provider leaves'").run().code(0);
    let after = Snapshot::of(home.work());
    okr(&home).args("undo --list").run().code(0).stdout_has("drop “sign-in failures”\nchange the team");
    okr(&home).args("undo").run().code(0).stderr_has("Undid: drop");
    okr(&home).args("undo 2").run().code(0).stderr_has("Undid: change the team");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    okr(&home).args("redo 3").run().code(0).stderr_has("Redid: drop");
    assert_eq!(Snapshot::of(home.work()).changes_since(&after), Vec::<String>::new());
    okr(&home).args("redo").run().code(1).stderr_has("nothing was taken back that could be done again");
}

fn screens(home: &Home) -> Screen {
    Screen::start(home, &home.work(), 100, 30, "")
}

#[test]
fn a_change_made_on_a_screen_is_taken_back_by_command_and_done_again_on_the_next_screen() {
    let home = committed();
    let before = Snapshot::of(home.work());
    let mut screen = screens(&home);
    screen.wait_for("? more").press("2", "◆ Check-ins").press("<enter>", "confidence");
    screen.keys("1.9<tab>50<c-s>").wait_for("Saved: ").keys("q").wait_exit();
    let after = Snapshot::of(home.work());
    assert_eq!(after.changes_since(&before).len(), 1);
    okr(&home).args("undo").run().code(0).stderr_has("Undid: ");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    let mut screen = screens(&home);
    screen.wait_for("? more").press("U", "Redid: log").press("u", "Undid: log").press("u", "Undid: commit");
    screen.press("U", "Redid: commit").press("U", "Redid: log").press("U", "Nothing has been taken back.");
    screen.keys("q").wait_exit();
    assert_eq!(Snapshot::of(home.work()).changes_since(&after), Vec::<String>::new());
}

#[test]
fn what_somebody_else_has_changed_since_is_not_taken_back() {
    let home = committed();
    okr(&home).args("set sign-in-failures contact=Kim").run().code(0);
    let text = std::fs::read_to_string(home.work().join(KEY_RESULT)).unwrap();
    write(home.work(), KEY_RESULT, &text.replace("Kim", "Lin"));
    let theirs = Snapshot::of(home.work());
    okr(&home).args("undo").run().code(4).stderr_has("somebody else changed the same `contact`");
    assert_eq!(Snapshot::of(home.work()).changes_since(&theirs), Vec::<String>::new());
}

#[test]
fn where_nothing_was_changed_nothing_is_taken_back() {
    let home = Home::empty();
    okr(&home).args("undo").run().code(3);
    okr(&home).args("init --team Payments --cycle 2027-Q1").run().code(0);
    okr(&home).args("undo").run().code(1).stderr_has("nothing was changed here");
    okr(&home).args("undo 0").run().code(2);
    okr(&home).args("undo 201").run().code(2);
}
