//! The terminal of the tests, tested with programs that do one known thing.

use super::*;

/// A shell script that has the terminal to itself: every byte arrives at once, nothing is echoed.
fn raw(home: &Home, script: &str) -> Screen {
    script_on(home, &format!("stty raw -echo; {script}"))
}

fn script_on(home: &Home, script: &str) -> Screen {
    let argv = ["/bin/sh", "-c", script].map(str::to_owned);
    Screen::start_program(home, &home.work(), (40, 6), &argv)
}

#[test]
fn the_real_binary_starts_and_ends_on_a_terminal() {
    let home = Home::empty();
    assert_eq!(Screen::start(&home, &home.work(), 80, 24, "--help").wait_exit(), 0);
}

#[test]
fn typed_keys_arrive_and_what_they_bring_is_waited_for() {
    let home = Home::empty();
    let mut screen =
        script_on(&home, r#"stty -echo; echo ready; while read -r line; do echo "got $line"; done"#);
    screen.wait_for("ready").press("one<enter>", "got one").press("two<enter>", "got two");
    assert_eq!(screen.text(), "ready\ngot one\ngot two");
    screen.keys("<c-d>");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn the_exit_code_comes_with_the_last_words() {
    let home = Home::empty();
    let mut screen = script_on(&home, "printf 'last words'; exit 3");
    assert_eq!(screen.wait_exit(), 3);
    assert_eq!(screen.text(), "last words");
}

#[test]
fn a_program_starts_in_its_folder_with_the_variables_of_the_home() {
    let home = Home::empty().today("2027-03-30").with("OKR_COLOR", "never");
    let mut screen =
        script_on(&home, r#"printf "$OKR_TODAY $OKR_COLOR $CARGO_PKG_NAME|\n"; ls -A "$PWD"; pwd"#);
    assert_eq!(screen.wait_exit(), 0);
    assert!(screen.text().starts_with("2027-03-30 never |\n/"), "{}", screen.text());
}

#[test]
fn a_resize_reaches_the_program_and_the_picture() {
    let home = Home::empty();
    let mut screen = script_on(&home, "stty size; read wait; stty size; read wait");
    screen.wait_for("6 40").resize(100, 30).press("<enter>", "30 100");
    assert_eq!(screen.cell(29, 99).contents(), "");
}

#[test]
fn a_paste_is_marked_as_one_and_waits_to_be_wanted() {
    let home = Home::empty();
    let mut screen = raw(&home, r"printf '\033[?2004h'; exec cat -v");
    screen.paste("two\nlines").wait_for("^[[200~two").wait_for("lines^[[201~");
}

#[test]
fn a_click_lands_on_the_text_and_waits_for_the_mouse() {
    let home = Home::empty();
    let mut screen = raw(&home, r"printf 'åå 漢 Save'; printf '\033[?1000h\033[?1006h'; exec cat -v");
    screen.click("Save").wait_for("^[[<0;7;1M^[[<0;7;1m");
}

#[test]
fn style_is_read_cell_by_cell() {
    let home = Home::empty();
    let mut screen =
        script_on(&home, r"printf 'a \033[1;7mchosen\033[0m \033[4;36munder\033[0m z'; read wait");
    screen.wait_for("z");
    assert!(screen.cell_of("chosen").bold() && screen.cell_of("chosen").inverse());
    assert!(screen.cell_of("under").underline() && !screen.cell_of("under").bold());
    assert_eq!(screen.cell_of("under").fgcolor(), vt100::Color::Idx(6));
    assert_eq!((screen.find("under"), screen.cell(0, 9).contents()), ((0, 9), "u"));
    assert_eq!(screen.line_with("chosen"), "a chosen under z");
}

#[test]
fn cursor_bell_clipboard_and_full_screen_are_noticed() {
    let home = Home::empty();
    let mut screen = raw(
        &home,
        r"printf '\033[?1049h\033[3;5H\a\033]52;c;b2ty\033\\here'; head -c1 >/dev/null; printf '\033[?25lgone'; exec cat",
    );
    screen.wait_for("here");
    assert_eq!((screen.cursor(), screen.bells(), screen.copied()), (Some((2, 8)), 1, Some("b2ty")));
    assert!(screen.is_full_screen());
    assert_eq!(screen.press("x", "gone").cursor(), None);
}

#[test]
fn a_wait_ends_only_when_the_picture_is_whole() {
    let home = Home::empty();
    let mut screen = raw(
        &home,
        r"printf ready; head -c1 >/dev/null; printf '\033[?2026hhalf'; head -c1 >/dev/null; printf ' whole\033[?2026l'; exec cat",
    );
    screen.wait_for("ready").keys("xx").wait_until("the whole", |screen| {
        assert!(!screen.text().ends_with("half"), "half a picture was looked at");
        screen.has("whole")
    });
}

#[test]
fn text_that_goes_is_waited_for_too() {
    let home = Home::empty();
    let mut screen = raw(&home, r"printf 'Saving'; head -c1 >/dev/null; printf '\r\033[KSaved'; exec cat");
    screen.wait_for("Saving").keys("x").wait_gone("Saving").wait_for("Saved");
}

#[test]
fn a_crash_is_a_signal() {
    let home = Home::empty();
    let mut screen = script_on(&home, "printf ready; exec cat");
    screen.wait_for("ready").signal("KILL");
    assert_ne!(screen.wait_exit(), 0);
}

#[test]
fn a_program_that_will_not_end_is_killed_with_its_screen() {
    let home = Home::empty();
    let mut screen =
        script_on(&home, r#"trap "" HUP TERM INT; printf "id $$ "; while :; do read wait; done"#);
    let id = screen.wait_for("id ").line_with("id ").replace("id", "").trim().to_owned();
    drop(screen);
    crate::support::cli::program(&home, Path::new("/bin/sh"))
        .args(["-c", r#"kill -0 "$1""#, "sh", &id])
        .run()
        .code(1);
}

#[test]
#[should_panic(expected = r#"waited for "Saved", but 50ms have passed. The screen, 40x6:
┌────────────────────────────────────────
│ready
│"#)]
fn a_wait_that_runs_out_shows_the_screen() {
    let mut screen = script_on(&Home::empty(), "printf ready; exec cat");
    screen.wait_for("ready");
    screen.patience(Duration::from_millis(50)).wait_for("Saved");
}

#[test]
#[should_panic(expected = "the program has closed the terminal")]
fn a_wait_does_not_outlive_the_program() {
    script_on(&Home::empty(), "printf bye").wait_for("Saved");
}

#[test]
#[should_panic(expected = "its end, but 50ms have passed")]
fn an_end_that_never_comes_stops_the_test() {
    let _ = script_on(&Home::empty(), "exec cat").patience(Duration::from_millis(50)).wait_exit();
}

#[test]
#[should_panic(expected = "the keys came too early")]
fn keys_before_the_first_wait_stop_the_test() {
    script_on(&Home::empty(), "exec cat").keys("q");
}

#[test]
#[should_panic(expected = "\"ready\" is there already")]
fn a_text_that_is_there_already_proves_nothing() {
    script_on(&Home::empty(), "printf ready; exec cat").wait_for("ready").press("q", "ready");
}
