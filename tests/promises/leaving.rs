//! The terminal is given back: whatever ends the program, settings, cursor, screen, mouse and paste are as they were, and
//! no process is left.

#![cfg(unix)]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use quarterdeck::domain::day::Day;
use quarterdeck::domain::seed::Seed;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::run::{LookWishes, Start, run};

use crate::cli::committed;
use crate::support::cli::program;
use crate::support::process::{PATIENCE, signal, starting};
use crate::support::tree::file;
use crate::support::{Home, Screen, okr};

/// Starts the screens from a shell that notes the settings of the terminal before and after, and the number of the process.
const SHELL: &str = "stty -a > \"$HOME/before\"\n\
    sh -c 'echo $$ > \"$HOME/pid\"; exec \"$0\"' \"$OKR\"\n\
    code=$?; stty -a > \"$HOME/after\"; echo \"left with $code\"; read -r line";

/// The same where the shell has job control: the program is stopped first, looked at, and continued.
const JOBS: &str = "set -m; stty -a > \"$HOME/before\"\n\
    sh -c 'echo $$ > \"$HOME/pid\"; exec \"$0\"' \"$OKR\"\n\
    stty -a > \"$HOME/stopped\"; echo \"stopped here\"; read -r line; fg > /dev/null\n\
    code=$?; stty -a > \"$HOME/after\"; echo \"left with $code\"; read -r line";

fn start(home: &Home, script: &str, size: (u16, u16)) -> Screen {
    let command = ["sh", "-c", script].map(str::to_owned);
    Screen::start_program(home, &home.work(), size, &command)
}

fn home() -> Home {
    committed().with("OKR", env!("CARGO_BIN_EXE_okr"))
}

fn noted(home: &Home, name: &str) -> String {
    fs::read_to_string(home.user().join(name)).unwrap_or_default()
}

fn send(home: &Home, name: &str) {
    signal(name, noted(home, "pid").trim());
}

/// Checks that the shell has its terminal back.
#[track_caller]
fn expect_given_back(way: &str, home: &Home, screen: &mut Screen) {
    screen.wait_for("left with");
    assert_eq!(screen.modes(), Vec::<&str>::new(), "{way}");
    assert!(!screen.is_full_screen(), "{way}: still on the other screen");
    assert_eq!(noted(home, "after"), noted(home, "before"), "{way}");
    assert!(!noted(home, "before").is_empty(), "{way}");
    screen.keys("<enter>").wait_exit();
}

/// One way to leave: its name, the size, and what is done once the screens stand.
type Way = (&'static str, (u16, u16), fn(&Home, &mut Screen));

const WAYS: &[Way] = &[
    ("q", (100, 30), |_, screen| {
        screen.keys("q");
    }),
    ("Ctrl-C twice", (100, 30), |_, screen| {
        screen.keys("<c-c><c-c>");
    }),
    ("q on a wall", (400, 100), |_, screen| {
        screen.keys("q");
    }),
    ("q after it was made tiny", (100, 30), |_, screen| {
        screen.resize(1, 1).resize(100, 30).wait_for("? more").keys("q");
    }),
    ("q after a storm of sizes", (100, 30), |_, screen| {
        for step in 1..60 {
            screen.resize(step * 7 % 190 + 1, step * 5 % 50 + 1);
        }
        screen.resize(100, 30).wait_for("? more").keys("q");
    }),
    ("TERM", (100, 30), |home, _| send(home, "TERM")),
    ("INT", (100, 30), |home, _| send(home, "INT")),
    ("HUP", (100, 30), |home, _| send(home, "HUP")),
    ("TERM twice", (100, 30), |home, _| {
        send(home, "TERM");
        send(home, "TERM");
    }),
    ("HUP and TERM", (100, 30), |home, _| {
        send(home, "HUP");
        send(home, "TERM");
    }),
    ("TERM in a form, half a sentence typed", (100, 30), |home, screen| {
        screen.press("2", "◆ Check-ins").press("<enter>", "confidence").keys("1.");
        send(home, "TERM");
    }),
    ("TERM in a menu", (100, 30), |home, screen| {
        screen.press("1", "◆ Setting").press("?", "Esc");
        send(home, "TERM");
    }),
];

#[test]
fn every_way_out_gives_the_terminal_back() {
    for (way, size, leave) in WAYS {
        let home = home();
        let mut screen = start(&home, SHELL, *size);
        screen.wait_for("more");
        leave(&home, &mut screen);
        expect_given_back(way, &home, &mut screen);
    }
}

/// Starts this very test in a terminal, in its other role.
const ERRING: &str = "stty -a > \"$HOME/before\"\n\
    \"$TESTS\" --exact promises::leaving::a_program_that_errs_gives_the_terminal_back_and_says_so --nocapture\n\
    code=$?; stty -a > \"$HOME/after\"; echo \"left with $code\"; read -r line";

/// Runs the screens as a program would, with a sample that is a panic once it is asked for.
fn err_when_the_sample_is_asked_for() {
    quarterdeck::cli::crash::install().unwrap();
    let start = Start {
        place: None,
        says: None,
        folder: std::env::current_dir().unwrap(),
        state: None,
        today: Day::new(2027, 2, 11).unwrap(),
        is_day_fixed: true,
        seed: Seed::new(1),
        screen: ScreenName::Overview,
        wishes: LookWishes::default(),
        presents: false,
        sample: Box::new(|| panic!("on purpose")),
    };
    let _ = run(start);
}

#[test]
fn a_program_that_errs_gives_the_terminal_back_and_says_so() {
    // No key of the program errs, so the screens are started from here, by this test as it runs a second time.
    if std::env::var_os("TESTS").is_some() {
        return err_when_the_sample_is_asked_for();
    }
    let home = Home::empty().with("TESTS", std::env::current_exe().unwrap().to_str().unwrap());
    let mut screen = start(&home, ERRING, (100, 30));
    screen.wait_for("look around the sample").keys("s").wait_for("Quarterdeck erred and had to stop.");
    screen.wait_for("Please send this report");
    expect_given_back("a panic", &home, &mut screen);
    let report = file(home.user(), "*/*/crash.txt");
    assert!(report.contains("on purpose"), "{report}");
}

#[test]
fn a_terminal_that_knows_little_is_given_back_too() {
    for (name, value) in [("TERM", "dumb"), ("TERM", ""), ("LC_ALL", "C"), ("NO_COLOR", "1")] {
        let home = home().with(name, value);
        let mut screen = start(&home, SHELL, (100, 30));
        screen.wait_for("more").keys("q");
        expect_given_back(&format!("{name}={value}"), &home, &mut screen);
    }
}

#[test]
fn stopped_and_continued_it_gives_the_terminal_back_twice() {
    for how in ["<c-z>", "TSTP"] {
        let home = home();
        let mut screen = start(&home, JOBS, (100, 30));
        screen.wait_for("? more");
        if how == "TSTP" {
            send(&home, how);
        } else {
            screen.keys(how);
        }
        screen.wait_for("stopped here");
        assert_eq!(screen.modes(), Vec::<&str>::new(), "{how}");
        assert_eq!(noted(&home, "stopped"), noted(&home, "before"), "{how}");
        screen.keys("<enter>").wait_for("? more").press("2", "◆ Check-ins").keys("q");
        expect_given_back(how, &home, &mut screen);
    }
}

#[test]
fn an_editor_gets_the_terminal_as_it_was_and_gives_it_back() {
    let note = "sh -c 'stty -a > \"$HOME/edited\"'";
    for command in ["true", "false", "sh -c 'kill -9 $$'", "no-such-editor-here", note] {
        let home = home().with("VISUAL", command);
        let mut screen = start(&home, SHELL, (100, 30));
        screen.wait_for("? more").press("2", "◆ Check-ins").press("<enter>", "confidence").keys("<c-g>");
        screen.press("<esc>", "? more").keys("q");
        expect_given_back(command, &home, &mut screen);
        let edited = noted(&home, "edited");
        assert!(command != note || edited == noted(&home, "before"), "{edited}");
    }
}

#[test]
fn a_window_that_is_closed_ends_the_program_even_where_nobody_says_so() {
    for trap in ["", "trap '' HUP; "] {
        let home = home();
        let (mut child, reader, master) = {
            let _one_at_a_time = starting();
            let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
            let pair = native_pty_system().openpty(size).unwrap();
            let mut command = CommandBuilder::new("sh");
            command.args(["-c", &format!("{trap}exec \"$OKR\"")]);
            command.cwd(home.work());
            command.env_clear();
            home.environment().for_each(|(name, value)| command.env(name, value));
            let child = pair.slave.spawn_command(command).unwrap();
            (child, pair.master.try_clone_reader().unwrap(), pair.master)
        };
        let (tell, hear) = channel();
        thread::spawn(move || {
            let (mut reader, mut text, mut part) = (reader, Vec::new(), [0; 4096]);
            while !String::from_utf8_lossy(&text).contains("more") {
                let length = reader.read(&mut part).unwrap();
                text.extend_from_slice(&part[..length]);
            }
            // With the reader goes the last of what held the window open, but for the one who started it.
            drop(reader);
            tell.send(()).unwrap();
        });
        hear.recv_timeout(PATIENCE).expect("the screens stand");
        drop(master);
        let (ended, has_ended) = channel();
        let id = child.process_id().unwrap();
        thread::spawn(move || ended.send(child.wait().map(|status| status.exit_code())));
        let code = has_ended.recv_timeout(PATIENCE);
        if code.is_err() {
            signal("KILL", &id.to_string());
        }
        assert!(code.is_ok(), "with `{trap}` it outlives its window");
    }
}

#[test]
fn without_a_terminal_nothing_is_drawn_and_a_stdout_that_takes_nothing_ends_with_5() {
    let home = home();
    let plain = okr(&home).run();
    assert!(!plain.stdout().contains('\u{1b}') && !plain.stderr().contains('\u{1b}'));
    assert!(plain.stdout().contains("Payments"), "{}", plain.stdout());
    // A disk that is full, and a reader that has gone.
    for line in ["\"$OKR\" list >/dev/full; echo $?", "exec 3>&1; { \"$OKR\" list; echo $? >&3; } | :"] {
        let outcome = program(&home, Path::new("sh")).args(["-c", line]).run();
        assert_eq!(outcome.stdout().trim(), "5", "{line}: {}", outcome.stderr());
        assert!(!outcome.stderr().contains('\u{1b}'), "{line}");
    }
}
