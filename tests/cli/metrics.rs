//! A number from the team's own systems: nothing runs before a person has looked at exactly that text on this machine.

use std::fs;
use std::path::PathBuf;

use super::{KEY_RESULT, committed, draft, run};
#[cfg(unix)]
use crate::support::process::await_outside;
use crate::support::tree::{path_like, paths_like, write};
use crate::support::{Home, Screen, Snapshot, okr};

/// A committed key result with a command; what the command prints is up to the test.
fn with_command(command: &str) -> Home {
    let home = committed();
    home.okr(["set", "sign-in-f", &format!("command={command}")]).code(0);
    home
}

/// The same, trusted.
fn trusted(command: &str) -> Home {
    let home = with_command(command);
    home.okr("trust sign-in-f --yes").code(0);
    home
}

/// A program that leaves a trace when it runs, outside of the workspace.
fn tracer(home: &Home) -> (String, PathBuf) {
    let trace = home.user().join("it-ran");
    (format!("touch {}", trace.display()), trace)
}

fn check_ins(home: &Home) -> usize {
    paths_like(home.work(), "teams/payments/2027-q1/checkins/*.toml").len()
}

#[test]
fn no_command_of_a_workspace_runs_before_it_is_trusted() {
    let home = committed();
    let (command, trace) = tracer(&home);
    home.okr(["set", "sign-in-f", &format!("command={command}")]).code(0);
    let outcome = home.okr("read");
    outcome.code(1).stdout_has("its command is not trusted; look at it: okr trust sign-in-failures");
    for line in [
        "trust",
        "read --yes",
        "status",
        "list",
        "show sign-in-f",
        "lint",
        "check",
        "agenda",
        "plan",
        "checkin sign-in-f --value 1.4% --confidence 60",
        "list check-ins --json",
        "score sign-in-f --reading 1%",
    ] {
        let _ = home.okr(line);
    }
    let mut screen = Screen::start(&home, &home.work(), 100, 30, "");
    screen.wait_for("◆ Overview");
    for (key, tab) in [("1", "◆ Setting"), ("2", "◆ Check-ins"), ("3", "◆ Scoring"), ("4", "◆ Retrospective")]
    {
        screen.press(key, tab);
    }
    screen.keys("q").wait_exit();
    assert!(!trace.exists(), "an untrusted command ran");
    home.okr("trust --yes").code(0);
    let _ = home.okr("read");
    assert!(trace.exists(), "a trusted command did not run");
}

#[test]
fn trust_shows_the_exact_text_and_what_would_be_run() {
    let home = with_command("printf '%s' \"1.4\" $HOME");
    let outcome = home.okr("trust");
    outcome.code(1).stdout_has(
        "sign-in-failures  not trusted\n  printf '%s' \"1.4\" $HOME\n    [printf]\n    [%s]\n    [1.4]\n    [$HOME]\n",
    );
    outcome.stderr_has("not trusted yet");
    home.okr("trust --yes").code(0).stderr_has("trusted: the command of sign-in-failures");
    home.okr("trust").code(0).stdout_has("sign-in-failures  trusted");
    home.okr("trust --json").code(0).stdout_has("\"trusted\": true");
}

#[test]
fn a_changed_text_is_asked_again_and_shown_beside_the_old() {
    let home = trusted("printf 1.4");
    run(&home, "set sign-in-f command='printf 1.5'");
    home.okr("read").code(1).stdout_has("its command is not trusted");
    home.okr("trust").code(1).stdout_has("it was changed; trusted before: printf 1.4");
    run(&home, "set sign-in-f command='printf 1.4'");
    home.okr("read").code(0).stdout_has("sign-in-failures  1.4 %");
    home.okr("trust sign-in-f --back").code(1).stdout_has("not trusted");
    home.okr("read").code(1);
}

#[test]
fn trust_that_was_taken_back_does_not_come_back_with_the_old_text() {
    for (between, code, says) in [
        ("command='printf 1.5'", 1, "sign-in-failures  not trusted"),
        ("command=", 0, "names no command, and none"),
    ] {
        let home = trusted("printf 1.4");
        run(&home, &format!("set sign-in-f {between}"));
        let outcome = home.okr("trust sign-in-f --back");
        outcome.code(code);
        assert!(format!("{}{}", outcome.stdout(), outcome.stderr()).contains(says), "{between}");
        run(&home, "set sign-in-f command='printf 1.4'");
        home.okr("read").code(1).stdout_has("its command is not trusted");
    }
}

#[cfg(unix)]
#[test]
fn what_was_printed_counts_though_something_it_started_keeps_the_way_open() {
    let home = trusted("sh -c 'echo 1.4; sleep 300 &'");
    home.okr("read").code(0).stdout_has("sign-in-failures  1.4 %");
}

#[test]
fn trust_is_for_this_person_and_this_workspace() {
    let home = trusted("printf 1.4");
    let copy = home.user().join("copy");
    fs::create_dir(&copy).unwrap();
    for path in crate::support::tree::files(home.work()) {
        write(&copy, &path, &fs::read_to_string(home.work().join(&path)).unwrap());
    }
    home.okr("read").code(0);
    home.okr(["--workspace", copy.to_str().unwrap(), "read"]).code(1).stdout_has("not trusted");
    let other = home.user().join("other-state");
    okr(&home)
        .args("read")
        .env("XDG_STATE_HOME", other.to_str().unwrap())
        .run()
        .code(1)
        .stdout_has("not trusted");
    // Nothing of it stands in the files the team shares.
    assert!(Snapshot::of(home.work()).changes_since(&Snapshot::of(&copy)).is_empty());
}

#[test]
fn the_number_is_proposed_and_written_only_on_a_yes() {
    let home = trusted("printf 1.4");
    let before = Snapshot::of(home.work());
    home.okr("read").code(0).stdout_has("sign-in-failures  1.4 %").stderr_has("nothing is logged");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    let outcome = home.okr("read --yes");
    outcome.code(0).stdout_has("sign-in failures  1.4 % on 11 Feb  moved 50 % of the way");
    assert_eq!(check_ins(&home), 1);
    let file = path_like(home.work(), "teams/payments/2027-q1/checkins/*.toml");
    let text = fs::read_to_string(home.work().join(file)).unwrap();
    assert!(text.contains("reading = 1.4") && !text.contains("confidence"), "{text}");
}

#[test]
fn a_number_read_is_a_number_to_a_program() {
    let home = trusted("printf 12,345");
    let json = home.okr("read --json").json();
    assert_eq!(json["readings"][0]["value"], 12345);
}

#[test]
fn on_a_terminal_it_asks_and_enter_is_no() {
    let home = trusted("printf 1.4");
    for (answer, logged) in [("<enter>", 0), ("y<enter>", 1)] {
        let mut screen = Screen::start(&home, &home.work(), 100, 30, "read");
        screen.wait_for("log 1 reading?").keys(answer).wait_exit();
        assert_eq!(check_ins(&home), logged, "{answer}");
    }
    let home = with_command("printf 1.4");
    let mut screen = Screen::start(&home, &home.work(), 100, 30, "trust");
    screen.wait_for("may it be run here?").keys("<enter>").wait_exit();
    home.okr("trust").code(1);
    let mut screen = Screen::start(&home, &home.work(), 100, 30, "trust");
    screen.wait_for("may it be run here?").keys("yes<enter>").wait_exit();
    home.okr("trust").code(0);
}

#[test]
fn exactly_one_number_counts_and_anything_else_is_told_and_never_a_0() {
    let taken = [
        ("printf 1.4", "1.4 %"),
        ("printf ' 1.4 %%\\n\\n'", "1.4 %"),
        ("printf -- -3", "-3 %"),
        ("echo 0", "0 %"),
    ];
    for (command, shown) in taken {
        okr(&trusted(command)).args("read").run().code(0).stdout_has(&format!("sign-in-failures  {shown}"));
    }
    let refused = [
        ("true", "it printed nothing, and no number is not 0"),
        ("printf '  \\n'", "it printed nothing"),
        ("printf '1\\n2\\n'", "it printed 2 lines; one number is needed"),
        ("echo 1 2", "it printed `1 2`"),
        ("echo NaN", "`NaN` is not a number"),
        ("echo inf", "`inf` is not a number"),
        ("echo 1.4 min", "this measure is read in %"),
        ("echo $HOME", "it printed `$HOME`"),
        ("printf '\\377'", "what it printed is no text"),
        ("printf '\\033[31m1'", "it printed `␛[31m1`"),
        ("false", "it ended with 1"),
        ("sh -c 'echo 5; echo no route to host >&2; exit 3'", "it ended with 3: no route to host"),
        ("no-such-program-here", "`no-such-program-here` does not start"),
        ("seq 100000", "it printed"),
    ];
    for (command, says) in refused {
        let home = trusted(command);
        let outcome = home.okr("read --yes");
        outcome.code(1).stdout_has("sign-in-failures  no number: ").stdout_has(says);
        assert!(!outcome.stdout().contains('\u{1b}'), "{command}");
        assert_eq!(check_ins(&home), 0, "{command}");
        home.okr("show sign-in-f").code(0).stderr_has("its command read no number on 2027-02-11: ");
        home.okr("trust").code(0).stdout_has("  no number on 2027-02-11: ");
    }
}

#[test]
fn nothing_is_expanded_and_no_shell_looks_at_it() {
    let home = committed();
    let trace = home.user().join("trace");
    let file = trace.display();
    let command = format!(
        "echo 1; touch {file} | touch {file} `touch {file}` $(touch {file}) > {file} && touch {file}"
    );
    home.okr(["set", "sign-in-f", &format!("command={command}")]).code(0);
    home.okr("trust --yes").code(0);
    home.okr("read").code(1).stdout_has("it printed `1; touch ");
    assert!(!trace.exists());
}

#[test]
fn nothing_that_lies_in_the_workspace_is_run() {
    let home = committed();
    let script = home.work().join("teams/read.sh");
    let trace = home.user().join("trace");
    write(home.work(), "teams/read.sh", &format!("#!/bin/sh\ntouch {}\necho 1\n", trace.display()));
    write(home.user(), "own.sh", "#!/bin/sh\necho 1.2\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&script, home.user().join("link.sh")).unwrap();
    let within = [
        script.display().to_string(),
        format!("sh {}", script.display()),
        format!("sh {}/link.sh", home.user().display()),
        "sh link.sh".to_owned(),
        format!("env --file={} sh", script.display()),
        "sh ../work/teams/read.sh".to_owned(),
    ];
    for command in within {
        home.okr(["set", "sign-in-f", &format!("command={command}")]).code(0);
        home.okr("trust --yes").code(0);
        home.okr("read").code(1).stdout_has("lies in the workspace, and nothing in a workspace is run");
    }
    run(&home, "set sign-in-f command=./own.sh");
    home.okr("trust --yes").code(0);
    home.okr("read").code(1).stdout_has("name it by its full path");
    run(&home, "set sign-in-f command='sh own.sh'");
    home.okr("trust --yes").code(0);
    home.okr("read").code(0).stdout_has("1.2 %");
    assert!(!trace.exists());
}

/// A command that starts another and waits for it, and the file in which that one writes its number.
#[cfg(unix)]
fn sleeper(home: &Home) -> (String, PathBuf) {
    let at = home.user().join("pid");
    (format!("sh -c 'sleep 300 & echo $! > {}; wait'", at.display()), at)
}

/// Whether a process is still there.
#[cfg(unix)]
fn lives(pid: &str) -> bool {
    let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    state.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with(['Z', 'X']))
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_that_does_not_end_is_stopped_with_all_it_started() {
    let home = committed();
    let (command, at) = sleeper(&home);
    home.okr(["set", "sign-in-f", &format!("command={command}")]).code(0);
    home.okr("trust --yes").code(0);
    home.okr("read --limit 1").code(1).stdout_has("it was stopped after 1 s; --limit gives it longer");
    let pid = fs::read_to_string(at).unwrap();
    await_outside("its child to go", || !lives(pid.trim()));
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_stops_the_command_too() {
    let home = committed();
    let (command, at) = sleeper(&home);
    home.okr(["set", "sign-in-f", &format!("command={command} && true")]).code(0);
    home.okr("trust --yes").code(0);
    let mut screen = Screen::start(&home, &home.work(), 100, 30, "read");
    screen.wait_for("reading sign-in-failures, at most 30 s");
    await_outside("the command", || !fs::read_to_string(&at).unwrap_or_default().trim().is_empty());
    screen.press("<c-c>", "stopped; nothing was logged");
    assert_eq!(screen.wait_exit(), 130);
    let pid = fs::read_to_string(at).unwrap();
    // The signal is sent; the system ends the child when it comes to it.
    await_outside("its child to go", || !lives(pid.trim()));
}

#[test]
fn a_draft_is_told_its_baseline_and_logs_nothing() {
    let home = draft();
    run(&home, "set sign-in-f command='printf 2.1'");
    home.okr("trust --yes").code(0);
    let outcome = home.okr("read --yes");
    outcome
        .code(0)
        .stdout_has("not committed yet; as its baseline: okr set sign-in-failures baseline=\"2.1 %\"");
    assert_eq!(check_ins(&home), 0);
}

#[test]
fn a_text_nobody_can_see_whole_is_never_trusted() {
    let home = committed();
    home.okr(["set", "sign-in-f", "command=echo \u{202e}1"]).code(2).stderr_has("cannot be seen");
    home.okr(["set", "sign-in-f", "command=echo 'open"]).code(2).stderr_has("not closed");
    let path = path_like(home.work(), KEY_RESULT);
    let text = fs::read_to_string(home.work().join(&path)).unwrap();
    write(home.work(), &path, &format!("command = \"echo \\u202e1\"\n{text}"));
    let outcome = home.okr("trust --yes");
    outcome
        .code(1)
        .stdout_has("echo <U+202E>1")
        .stdout_has("it cannot be run: it holds characters that cannot be seen");
    home.okr("read").code(1).stdout_has("not trusted");
}

#[test]
fn without_any_command_it_says_how_to_name_one() {
    let home = committed();
    for verb in ["read", "trust"] {
        home.okr(verb).code(0).stderr_has("no key result names a command: okr set ID command=");
        home.okr([verb, "sign-in-f"]).code(2).stderr_has("sign-in-failures names no command");
    }
}
