//! What is at hand in every list, on a real terminal: copying through it, several lines pasted at once, what was said,
//! the mouse given away, the theme that follows the ground.

use std::fs;

use super::{at_row, committed, fill, leave, opened, run, select, with_keys};
use crate::support::tree::{file, paths_like};
use crate::support::{Home, Screen, Snapshot};
use vt100::Color;

#[test]
fn what_is_copied_reaches_the_terminal_and_is_shown() {
    let home = committed().with("SSH_TTY", "/dev/pts/7");
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "sign-in failures");
    screen.press("y", "It goes to the clipboard").press("i", "Copied by the terminal (OSC 52): sign-in");
    let copied = screen.copied().unwrap().to_owned();
    // `sign-in` in base64.
    assert!(copied.starts_with("c2lnbi1pb"), "{copied}");
    leave(screen);
}

#[test]
fn a_line_of_a_record_is_copied_by_the_id_that_a_command_takes() {
    let home = committed();
    run(&home, "add initiative sign-in-failures 'retry with a limit'");
    let mut screen = at_row(&home, (120, 40), ("1", "of at most 5 objectives"), "retry with a limit");
    screen.press("y", "It goes to the clipboard").press("i", "Copied by the terminal (OSC 52): ");
    let text = screen.text();
    let id = text.split("(OSC 52): ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
    home.okr(["show", id]).code(0).stdout_has("retry with a limit");
    screen.press("0", "◆ Overview");
    leave(screen);
}

#[test]
fn a_sequence_of_ones_own_that_begins_with_ctrl_says_how_it_goes_on() {
    let home = with_keys("\"undo\" = \"ctrl-x e\"\n");
    let mut screen = opened(&home, 80, 24);
    screen.press("<c-x>", "Ctrl-X e Undo").keys("e").wait_gone("Ctrl-X e Undo");
    leave(screen);
}

#[test]
fn the_same_key_twice_leaves_an_open_draft_on_every_keyboard_and_with_ones_own_keys() {
    for (own, leaves) in
        [("", "q"), ("", "й"), ("\"leave\" = \"ctrl-q\"\n", "<c-q>"), ("\"leave\" = \"g q\"\n", "gq")]
    {
        let home = with_keys(own);
        let mut screen = opened(&home, 80, 24);
        screen.press("2", "3 to log").press("<enter>", "last 1.6 %");
        fill(&mut screen, "changed", "retry storm fixed");
        screen.press("<esc>", "Draft kept").press(leaves, "A draft is open");
        screen.keys("j").wait_gone("A draft is open").press(leaves, "A draft is open").keys(leaves);
        assert_eq!(screen.wait_exit(), 0, "{leaves}");
    }
}

#[test]
fn what_is_dropped_is_given_nothing_new() {
    let home = committed();
    run(&home, "drop objective:sign-in --reason 'the host is gone'");
    let mut screen = at_row(&home, (120, 40), ("1", "of at most 5 objectives"), "Sign-in people");
    screen.press("n", "What do you want to add?").wait_for("what are we trying to achieve?");
    assert!(!screen.text().contains("how will we know we achieved it?"), "{}", screen.text());
    screen.press("<esc>", "n new");
    leave(screen);
}

/// A home with a program for the clipboard that writes what it gets into a file, or takes nothing.
#[cfg(unix)]
fn with_program(name: &str, script: &str) -> Home {
    use std::os::unix::fs::PermissionsExt as _;
    let home = committed();
    let folder = home.user().join("bin");
    fs::create_dir(&folder).unwrap();
    let program = folder.join(name);
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    home.with("PATH", &path)
}

#[cfg(unix)]
fn copy_an_id(home: &Home, says: &str) -> Screen {
    let mut screen = at_row(home, (80, 24), ("2", "◆ Check-ins"), "sign-in failures");
    screen.press("y", "It goes to the clipboard").press("i", says);
    screen
}

#[cfg(unix)]
#[test]
fn a_program_of_the_desktop_takes_what_is_copied_and_the_terminal_where_it_does_not() {
    let home = with_program("pbcopy", "cat > \"$HOME/copied\"");
    leave(copy_an_id(&home, "Copied by pbcopy: sign-in"));
    assert_eq!(fs::read_to_string(home.user().join("copied")).unwrap(), "sign-in-failures");
    let home = with_program("pbcopy", "exit 1");
    let screen = copy_an_id(&home, "Copied by the terminal (OSC 52): sign-in");
    assert!(screen.copied().is_some());
    leave(screen);
}

#[cfg(unix)]
#[test]
fn a_command_of_the_settings_takes_what_is_copied_or_says_that_it_does_not() {
    let home = with_program("mine", "cat > \"$HOME/$1\"");
    let settings = home.user().join(".config/okr");
    fs::create_dir_all(&settings).unwrap();
    let set =
        |line: &str| fs::write(settings.join("config.toml"), format!("[ui]\nclipboard = {line}\n")).unwrap();
    set("\"mine 'my copies'\"");
    leave(copy_an_id(&home, "Copied by mine: sign-in"));
    assert_eq!(fs::read_to_string(home.user().join("my copies")).unwrap(), "sign-in-failures");
    set("\"no-such-program\"");
    let screen = copy_an_id(&home, "Not copied: no-such-program");
    assert!(screen.copied().is_none());
    leave(screen);
    set("\"off\"");
    leave(copy_an_id(&home, "Shown, as copying is off: sign-in-failures"));
}

#[cfg(unix)]
#[test]
fn in_a_session_the_question_the_board_and_what_is_talked_about_are_copied() {
    let home = with_program("pbcopy", "cat > \"$HOME/copied\"");
    let copied = || fs::read_to_string(home.user().join("copied")).unwrap();
    let mut screen = opened(&home, 80, 24);
    screen.press("2", "◆ Check-ins").press("S", "Play a session").press("e", "begins; t starts");
    screen
        .keys("N")
        .wait_for("CHK-3")
        .press("Y", "It goes to the clipboard")
        .press("q", "Copied by pbcopy: 0 to 100");
    assert!(copied().ends_with("Three, two, one, show."), "{}", copied());
    screen.press("Y", "It goes to the clipboard");
    assert!(!screen.text().contains('␊'), "several lines are shown as one: {}", screen.text());
    screen.press("b", "Copied by pbcopy: Sign-in");
    assert!(copied().contains("Sign-in failures") && copied().lines().count() > 1, "{}", copied());
    // Shown large, what is not on the screen is not offered.
    screen.press("P", "Zoom your terminal").press("Y", "It goes to the clipboard");
    assert!(!screen.text().contains("b board"), "{}", screen.text());
    screen.keys("s").wait_gone("It goes to the clipboard");
    assert_eq!(copied(), "Sign-in failures");
    screen.keys("P").wait_for("CHK-3").press("<esc>", "behind the desk");
    leave(screen);
}

#[test]
fn several_pasted_lines_are_several_files_and_one_step_back() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    let count = || paths_like(home.work(), "teams/payments/2027-q1/objectives/*/objective.toml").len();
    let stood = count();
    let mut screen = opened(&home, 80, 24);
    screen.press("1", "The set").press("n", "trying to achieve").press("o", "New objective");
    screen
        .paste("- Refunds nobody asks about\n- Nights one can sleep through\n")
        .wait_for("2 lines were pasted");
    screen.press("s", "Saved: add 2 objectives");
    assert_eq!(count(), stood + 2);
    screen.press("u", "Undid: add 2 objectives");
    assert_eq!(count(), stood);
    screen.press("ge", "What was said").wait_for("Saved: add 2 objectives");
    screen.press("<esc>", "The set");
    leave(screen);
}

#[test]
fn of_very_many_pasted_lines_a_hundred_are_taken_at_once_and_none_is_dropped() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    let count = || file(home.work(), "teams/payments/2027-q1/cycle.toml").matches("text = \"line ").count();
    let mut screen = opened(&home, 80, 24);
    let lines: Vec<String> = (1..=230).map(|at| format!("- line {at}")).collect();
    screen
        .press("1", "The set")
        .press("n", "trying to achieve")
        .press("n", "by name, one line")
        .paste(&lines.join("\n"));
    screen.wait_for("230 lines were pasted").wait_for("100 now as one step, and then 130 more");
    screen.press("s", "130 lines were pasted").wait_for("Saved: add 100 lines");
    assert_eq!(count(), 100);
    screen.press("s", "s 30 lines  line 201");
    // Who goes back has the rest in the field, the first of it too.
    screen
        .press("<esc>", "line 201 line 202")
        .press("<end>", "line 230")
        .press("<home>", "line 201 line 202");
    screen.press("<esc>", "Draft kept").press("<enter>", "by name, one line");
    screen.wait_for("line 201 line 202");
    screen.press("<esc>", "Draft kept").press("d", "The draft is dropped");
    assert_eq!(count(), 200);
    screen.press("u", "Undid: add 100 lines");
    assert_eq!(count(), 100);
    leave(screen);
}

#[test]
fn who_has_the_mouse_and_whether_the_bell_rings_is_kept_with_every_other_line() {
    let home = committed();
    let settings = home.user().join(".config/okr");
    fs::create_dir_all(&settings).unwrap();
    let stands = || fs::read_to_string(settings.join("config.toml")).unwrap();
    let own = "# mine\n[ui]\nmouse = true # at my desk\nglyphs = \"unicode\"\n";
    fs::write(settings.join("config.toml"), own).unwrap();
    let mut screen = opened(&home, 80, 24);
    assert!(screen.modes().contains(&"mouse"));
    screen.press("gp", "The mouse selects text, kept in");
    assert!(!screen.modes().contains(&"mouse"));
    assert_eq!(stands(), own.replace("mouse = true", "mouse = false"));
    screen.press("gb", "The bell is silent, kept in");
    assert!(stands().ends_with("bell = false\n"), "{}", stands());
    leave(screen);
    let mut screen = opened(&home, 80, 24);
    assert!(!screen.modes().contains(&"mouse"));
    screen.press("gp", "The mouse clicks");
    assert!(screen.modes().contains(&"mouse"));
    screen.press("gb", "The bell rings, kept in");
    assert_eq!(stands(), format!("{own}bell = true\n"));
    leave(screen);
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "--no-mouse");
    screen.wait_for("? more");
    assert!(!screen.modes().contains(&"mouse"));
    screen.press("gp", "The mouse clicks");
    assert!(screen.modes().contains(&"mouse"));
    leave(screen);
}

#[test]
fn the_footer_goes_where_nobody_needs_it_and_stays_where_somebody_is_in_the_middle() {
    let home = committed();
    let mut screen = opened(&home, 80, 24);
    screen.wait_for("? more");
    screen.press("gh", "The footer is hidden; ? lists all keys, kept in").wait_gone("? more");
    screen.press("1", "The set").press("n", "What do you want").wait_for("Esc");
    screen.keys("<esc>").wait_gone("What do you want").wait_gone("? more");
    leave(screen);
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "");
    screen.wait_for("Overview ─").press("gh", "The footer is back").wait_for("? more");
    leave(screen);
}

#[test]
fn the_theme_auto_follows_the_ground_that_the_terminal_says() {
    for (said, ground) in [("0;15", Color::Rgb(0xfb, 0xfa, 0xf7)), ("15;0", Color::Rgb(0x15, 0x18, 0x1e))] {
        let home = committed().with("COLORTERM", "truecolor").with("COLORFGBG", said);
        let mut screen = Screen::start(&home, &home.work(), 80, 24, "--theme auto");
        screen.wait_for("more");
        assert_eq!(screen.cell(0, 0).bgcolor(), ground, "{said}");
        leave(screen);
    }
}

#[test]
fn marked_rows_are_taken_together_as_one_step_and_esc_takes_the_marks_away() {
    let home = committed();
    let count = || paths_like(home.work(), "teams/payments/2027-q1/objectives/*/*.toml").len();
    let stood = count();
    let mut screen = opened(&home, 80, 24);
    screen.press("1", "The set").press("n", "trying to achieve").press("o", "New objective");
    screen.paste("Refunds nobody asks about\nNights one can sleep through\n").press("s", "Saved: add 2");
    select(&mut screen, "Refunds nobody");
    screen.press("<space>", "1 marked").press("<space>", "2 marked");
    let line = screen.line_with("Refunds nobody");
    assert!(line.starts_with(" *"), "{line}");
    screen.keys("<esc>").wait_gone("marked");
    select(&mut screen, "Refunds nobody");
    screen.press("<space>", "1 marked").press("<space>", "2 marked").press("d", "Take 2 rows off the set");
    screen.press("r", "and 1 more").wait_gone("marked");
    assert_eq!(count(), stood);
    screen.press("u", "Undid: remove");
    assert_eq!(count(), stood + 2);
    select(&mut screen, "Refunds nobody");
    screen
        .press("<space>", "1 marked")
        .press("<space>", "2 marked")
        .press("y", "clipboard")
        .press("s", "Copied by");
    let copied = screen.line_with("Copied by");
    assert!(copied.contains("Refunds nobody asks about") && copied.contains("Nights one"), "{copied}");
    leave(screen);
}

#[test]
fn a_row_is_renamed_and_the_rest_of_it_stays() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in people");
    screen
        .press("r", "Rename: Objective")
        .press("Sign-in one can trust", "can trust ")
        .press("<enter>", "field 2 of 2")
        .press("nobody asked for people", "for people ")
        .press("<enter>", "Saved:");
    let text = objective_of(&home);
    assert!(text.contains("title = \"Sign-in one can trust\""), "{text}");
    screen.press("u", "Undid: revise").wait_for("▸ Sign-in people");
    leave(screen);
}

/// An editor that does one thing to the file it is given.
#[cfg(unix)]
fn editing(script: &str) -> Home {
    committed().with("VISUAL", &format!("sh -c '{script}' editor"))
}

/// The file of the objective on sign-in, whatever it is called now.
fn objective_of(home: &Home) -> String {
    let objectives = paths_like(home.work(), "teams/payments/2027-q1/objectives/*/objective.toml");
    let mut texts = objectives.iter().map(|path| fs::read_to_string(home.work().join(path)).unwrap());
    texts.find(|text| text.contains("Sign-in")).unwrap()
}

#[cfg(unix)]
#[test]
fn the_file_of_a_row_is_edited_by_hand_and_taken_back() {
    let home = editing("sed -i -e \"s/keeps its API/keeps its API for a year/\" -e \"1a # by hand\" \"$1\"");
    let stood = objective_of(&home);
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in people");
    screen.press("E", "Saved: edit the objective").wait_for("for a year");
    assert!(objective_of(&home).contains("# by hand"), "{}", objective_of(&home));
    screen.press("u", "Undid: edit the objective").wait_gone("for a year");
    assert_eq!(objective_of(&home).replace("# by hand\n", ""), stood);
    leave(screen);
}

#[cfg(unix)]
#[test]
fn what_was_committed_becomes_no_other_by_hand() {
    let home = editing("sed -i \"s/^target = 0.5/target = 1.8/\" \"$1\"");
    let before = Snapshot::of(home.work());
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "sign-in failures");
    screen.press("E", "E opens your text again").wait_for("changes with a reason: by its form");
    leave(screen);
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());

    let home = editing("sed -i \"s/Sign-in people/Sign-in nobody fears; people/\" \"$1\"");
    let before = Snapshot::of(home.work());
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in people");
    screen.press("E", "E opens your text again").wait_for("changes with a reason: by its form");
    leave(screen);
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());

    let home = editing("sed -i \"/revision/,\\$d\" \"$1\"");
    run(&home, "set objective:sign-in title='Sign-in nobody fears' --reason clearer");
    let before = Snapshot::of(home.work());
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in nobody fears");
    screen.press("E", "E opens your text again").wait_for("changes with a reason: by its form");
    leave(screen);
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty(), "what was committed first stays");
}

#[cfg(unix)]
#[test]
fn what_was_saved_between_two_edits_by_hand_stays() {
    let home = editing(
        "grep -q torn \"$1\" && sed -i \"s/^torn =.*$/# mended/\" \"$1\" || sed -i \"3a torn =\" \"$1\"",
    );
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in people");
    screen.press("E", "E opens your text again");
    screen
        .press("r", "Rename: Objective")
        .press("Sign-in one can trust", "can trust ")
        .press("<enter>", "field 2 of 2")
        .press("nobody asked for people", "for people ")
        .press("<enter>", "Saved:");
    let stood = objective_of(&home);
    screen.press("E", "Saved: edit the objective");
    assert_eq!(objective_of(&home).replace("# mended\n", ""), stood);
    leave(screen);
}

#[cfg(unix)]
#[test]
fn what_was_mistyped_in_a_file_is_named_and_opened_again() {
    // The first time it is torn, the second time mended: what was torn is what comes back.
    let home = editing(
        "grep -q torn \"$1\" && sed -i \"s/^torn =.*$/# mended/\" \"$1\" || echo \"torn =\" >> \"$1\"",
    );
    let stood = objective_of(&home);
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in people");
    screen.press("E", "E opens your text again").wait_for("objective.toml:");
    assert_eq!(objective_of(&home), stood);
    // What has no room above the footer is said in full.
    screen
        .wait_for("x details")
        .press("x", "Details of an error")
        .wait_for("it is kept in")
        .wait_for("Where");
    screen.press("<esc>", "The set").press("E", "Saved: edit the objective");
    assert_eq!(objective_of(&home), format!("{stood}# mended\n"));
    leave(screen);
    let home = editing("echo lost > \"$1\"; exit 3");
    let stood = objective_of(&home);
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "Sign-in people");
    screen.press("E", "ended with").wait_for("The set");
    assert_eq!(objective_of(&home), stood);
    leave(screen);
}

#[test]
fn all_there_is_about_a_mistake_in_the_settings_is_said_and_nothing_is_taken_back() {
    let home = committed();
    let settings = home.user().join(".config/okr");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("config.toml"), "[ui]\n").unwrap();
    let mut screen = at_row(&home, (100, 30), ("2", "3 to log"), "sign-in failures");
    fs::write(settings.join("config.toml"), "[ui]\nbell = 3\nmouse = 1\n").unwrap();
    screen.wait_for("! config.toml:2:8: ");
    screen.press("x", "Mend it in ").wait_for("config.toml:3:9: ");
    screen.press("<esc>", "3 to log");
    leave(screen);
    home.okr("list check-ins").code(0).stdout_has("1.6 %");
}
