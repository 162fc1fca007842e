//! What is set up once: settings, keys, completions, manual pages, and a look whether all is well.

use std::fs;
use std::path::Path;

use super::{committed, run};
use crate::support::cli::{program, verbs};
use crate::support::tree::{files, write};
use crate::support::{Home, Screen, okr};

/// Writes one of the two files of settings.
fn settings(home: &Home, name: &str, text: &str) {
    write(home.user().join(".config/okr"), name, text);
}

fn screens(home: &Home) -> Screen {
    Screen::start(home, &home.work(), 100, 30, "")
}

#[test]
fn each_shell_is_told_every_verb_and_takes_what_it_is_told() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "nushell"] {
        let script = home.okr(["completions", shell]);
        script.code(0);
        for verb in verbs() {
            assert!(script.stdout().contains(&verb), "{shell} is not told of {verb}");
        }
        for word in ["high-contrast", "hand-over", "workspace", "adjust", "never"] {
            assert!(script.stdout().contains(word), "{shell} is not told of {word}");
        }
        let is_told_rules = script.stdout().contains("output-verb");
        assert!(is_told_rules || shell == "powershell", "{shell} is not told of the rules");
        assert!(!script.stdout().contains("merge-driver"), "{shell}: git calls it, nobody types it");
        write(home.work(), shell, script.stdout());
    }
    // The verbs below a verb have words of their own.
    let fish = fs::read_to_string(home.work().join("fish")).unwrap();
    assert!(
        !fish
            .lines()
            .any(|line| line.contains("using_subcommand help; and not") && line.contains(" help\" -f"))
    );
    assert!(fish.contains("using_subcommand retro ; and __fish_seen_subcommand_from add\" -f -a \"lesson "));
    // Those that are installed read it without a complaint.
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        if Path::new("/bin").join(shell).exists() {
            program(&home, Path::new("/bin").join(shell).as_path()).args([check, shell]).run().code(0);
        }
    }
    home.okr("completions tcsh").code(2).stderr_has("bash, zsh, fish, powershell, nushell");
}

#[test]
fn every_verb_has_a_manual_page_with_its_examples() {
    let home = Home::empty();
    fs::create_dir(home.work().join("pages")).unwrap();
    home.okr("man --into pages").code(0);
    let mut expected: Vec<String> = verbs().iter().map(|verb| format!("okr-{verb}.1")).collect();
    expected.push("okr.1".to_owned());
    expected.sort();
    assert_eq!(files(home.work().join("pages")), expected);
    home.okr("man checkin").code(0).stdout_has(".SH EXAMPLES\n.nf\nokr checkin  ");
    home.okr("man checkin").stdout_has("\nokr checkin sign\\-in \\-\\-value").stdout_lacks("EXTRA");
    home.okr("man").code(0).stdout_has("Leads a team through its OKR quarter");
    home.okr("man fly").code(2).stderr_has("there is no such verb");
    home.okr("man --into nowhere").code(2).stderr_has("mkdir -p nowhere");
}

#[test]
fn settings_are_written_once_with_every_line_a_comment() {
    let home = Home::empty();
    let plain = home.okr("config");
    plain.code(0).stdout_has("theme = \"terminal\"").stdout_has("bell = true");
    home.okr("config init").code(0).stdout_has("config.toml").stdout_has("keys.toml");
    assert_eq!(home.okr("config").stdout(), plain.stdout());
    settings(&home, "config.toml", "[ui]\ntheme = \"mono\"\n");
    home.okr("config init").code(0).stderr_has("stays as it is");
    home.okr("config").code(0).stdout_has("theme = \"mono\"");
    home.okr("config --theme dark").code(0).stdout_has("theme = \"dark\"");
    home.okr("config path").code(0).stdout_has(".config/okr/keys.toml");
}

#[test]
fn keys_that_are_refused_are_named_beside_the_usual_ones() {
    let home = Home::empty();
    settings(&home, "keys.toml", "\"undoo\" = \"u\"\n");
    settings(&home, "config.toml", "[ui]\ntheme = \"pink\"\nbell = 3\n");
    let told = home.okr("keys");
    told.code(1).stdout_has("\nhelp ").stderr_has("keys.toml:1:11: ");
    assert!(!told.stderr().contains("config.toml"), "{}", told.stderr());
    home.okr("config").code(1).stderr_has("config.toml:2:9: ").stderr_has("config.toml:3:8: ");
    settings(&home, "config.toml", "[ui]\nbell = 3\nfooter = false\ntheme = \"mono\"\n");
    home.okr("config").code(1).stdout_has("footer = false").stdout_has("theme = \"mono\"");
}

#[test]
fn settings_that_cannot_be_read_are_named() {
    let home = Home::empty();
    settings(&home, "config.toml", "");
    let folder = home.user().join(".config/okr");
    fs::write(folder.join("config.toml"), b"[ui]\nbell = false # f\xfcr abends\n").unwrap();
    fs::create_dir(folder.join("keys.toml")).unwrap();
    home.okr("config").code(1).stderr_has("config.toml:2:17: ").stderr_has("save it as UTF-8");
    home.okr("keys").code(1).stderr_has("keys.toml: it is no file");
    home.okr("doctor").stdout_has("config.toml:2:17: ").stdout_has("keys.toml: it is no file");
    fs::write(folder.join("config.toml"), "#".repeat((1 << 20) + 1)).unwrap();
    home.okr("config").code(1).stderr_has("config.toml: it is longer than 1048576 bytes");
}

#[test]
fn own_keys_stand_in_footer_help_and_list_and_do_what_they_say() {
    let home = committed();
    settings(&home, "keys.toml", "\"check_ins.log\" = [\"i\", \"enter\"]\n\"undo\" = \"ctrl-t\"\n");
    let keys = home.okr("keys");
    keys.code(0);
    assert!(
        keys.stdout().lines().any(|line| line.starts_with("check_ins.log ") && line.contains(" i, Enter "))
    );
    let mut screen = screens(&home);
    screen.wait_for("? more").press("2", "◆ Check-ins").wait_for("i log").press("i", "confidence");
    screen.press("<esc>", "i log").press("?", "Log a check-in").press("<esc>", "i log").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_sequence_of_ones_own_that_begins_with_ctrl_says_how_it_goes_on() {
    let home = committed();
    settings(&home, "keys.toml", "\"check_ins.log\" = \"ctrl-x e\"\n");
    let mut screen = screens(&home);
    screen.wait_for("? more").press("2", "◆ Check-ins").wait_for("Ctrl-X e log");
    screen.press("<c-x>", "Ctrl-X e Log a check-in").press("e", "confidence");
    screen.press("<esc>", "Ctrl-X e log").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_running_screen_takes_changed_settings_over_and_says_what_is_wrong_in_them() {
    let home = committed();
    settings(&home, "config.toml", "[ui]\n");
    let mut screen = screens(&home);
    screen.wait_for("? more").wait_for("───");
    settings(&home, "config.toml", "[ui]\nglyphs = \"ascii\"\n");
    screen.wait_for("-----");
    settings(&home, "keys.toml", "\"undoo\" = \"u\"\n\"redo\" = \"u\"\n");
    screen
        .wait_for("keys.toml:1:11: there is no action `undoo`; did you mean `undo`?")
        .wait_for("1 more: okr doctor");
    settings(&home, "keys.toml", "\"session\" = \"ctrl-y\"\n");
    screen.wait_for("Ctrl-Y session").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_running_screen_takes_the_first_settings_over_too() {
    let home = committed();
    assert!(!home.user().join(".config").exists());
    let mut screen = screens(&home);
    screen.wait_for("? more").wait_for("───");
    settings(&home, "config.toml", "[ui]\nglyphs = \"ascii\"\n");
    screen.wait_for("-----").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn without_git_the_doctor_does_not_say_that_there_is_no_repository() {
    let home = committed();
    fs::create_dir(home.work().join("no-programs")).unwrap();
    let programs = home.work().join("no-programs").display().to_string();
    let looked = okr(&home).args("doctor").env("PATH", &programs).run();
    looked.stdout_has("without git nothing is merged");
    assert!(!looked.stdout().contains("in no git repository"), "{}", looked.stdout());
}

#[test]
fn the_doctor_says_how_to_begin_where_there_is_no_workspace() {
    okr(&Home::empty()).args("doctor").run().stdout_has("or above; begin one here: okr init --team NAME");
}

#[test]
fn the_doctor_names_what_is_in_the_way_and_what_to_do() {
    let home = committed().with("VISUAL", "sh");
    home.okr("doctor").code(0).stdout_has("editor    sh").stdout_has("git version");
    settings(&home, "keys.toml", "\"undoo\" = \"u\"\n\"redo\" = \"u\"\n");
    write(home.work(), "teams/payments/team.toml", "name = \n");
    let outcome = okr(&home).args("doctor").env("VISUAL", "no-such-editor-here --wait").run();
    outcome
        .code(1)
        .stdout_has("! editor    no-such-editor-here --wait is not found")
        .stdout_has("set VISUAL or EDITOR")
        .stdout_has("keys.toml:1:11: there is no action `undoo`")
        .stdout_has("keys.toml:2:10: redo: `u` is a key of undo there")
        .stdout_has("1 to mend")
        .stdout_has("okr check names each");
    let looked = home.okr("doctor --json").json();
    let broken = looked["looked_at"].as_array().unwrap().iter().filter(|look| !look["fix"].is_null());
    assert_eq!(broken.filter_map(|look| look["what"].as_str()).collect::<Vec<_>>(), ["settings", "files"]);
}

#[test]
fn the_doctor_tries_to_save_and_names_a_hook_that_does_not_find_the_program() {
    let home = committed().with("VISUAL", "sh");
    let said = |home: &Home| home.okr("doctor");
    said(&home).code(0).stdout_lacks("saving").stdout_lacks("hooks");
    block(&home);
    said(&home).code(1).stdout_has("! saving    nothing can be saved: .okr/lock: ");
    fs::remove_dir(home.work().join(".okr/lock")).unwrap();
    program(&home, Path::new("git")).args("init --quiet").run().code(0);
    write(home.work(), ".git/hooks/pre-push", "#!/bin/sh\n# okr\nokrs check\n");
    said(&home).code(0);
    write(home.work(), ".git/hooks/pre-commit", "#!/bin/sh\nexec okr check\n");
    let looked = said(&home);
    looked
        .code(1)
        .stdout_has("! hooks     a hook of git calls okr")
        .stdout_has("put its folder into PATH: /");
}

#[test]
#[cfg(unix)]
fn without_a_path_programs_are_found_where_the_shell_finds_them() {
    let home = committed().with("VISUAL", "sh");
    let bare = ["-u", "PATH", env!("CARGO_BIN_EXE_okr"), "doctor"];
    let looked = program(&home, Path::new("/usr/bin/env")).args(bare).run();
    looked.stdout_has("  editor    sh (/").stdout_lacks("without git");
}

#[test]
#[cfg(unix)]
fn the_doctor_looks_for_the_editor_that_is_run_and_knows_the_letters_of_the_terminal() {
    let home = committed();
    let editor = home.work().join("my ed.sh");
    fs::write(&editor, "").unwrap();
    let editor = editor.display().to_string();
    for line in [format!("'{editor}' -n"), format!("\"{editor}\""), format!("LANG=C '{editor}'")] {
        okr(&home).args("doctor").env("VISUAL", &line).run().code(0).stdout_has(&format!("({editor})"));
    }
    okr(&home)
        .args("doctor")
        .env("VISUAL", "\"$HOME/ed\"")
        .run()
        .code(0)
        .stdout_has("  editor    \"$HOME/ed\"");
    let home = home.with("VISUAL", "sh").with("LC_ALL", "de_DE.UTF-8@euro");
    let looked = home.okr("doctor --ascii");
    looked.code(0).stdout_has("ASCII (de_DE.UTF-8@euro)").stdout_lacks("C.UTF-8");
}

/// Lets no save through: where the lock is to be, a folder lies.
fn block(home: &Home) {
    let lock = home.work().join(".okr/lock");
    drop(fs::remove_file(&lock));
    fs::create_dir_all(lock).unwrap();
}

#[test]
fn what_could_not_be_written_stands_in_a_log_without_what_the_team_wrote() {
    let home = committed().with("VISUAL", "sh");
    let log = home.user().join(".state/okr/errors.log");
    let path = log.display().to_string();
    home.okr("config path").code(0).stdout_has(&path);
    home.okr("doctor").code(0).stdout_has(&format!("no failure noted yet; the first goes to {path}"));
    assert!(!log.exists());
    block(&home);
    let told = home.okr([
        "checkin",
        "sign-in",
        "--value",
        "1.6 %",
        "--confidence",
        "65",
        "--changed",
        "Ada moved half of it",
    ]);
    told.code(5);
    let noted = fs::read_to_string(&log).unwrap();
    let line: Vec<&str> = noted.lines().collect();
    assert_eq!(line.len(), 1, "{noted}");
    assert!(line[0].contains(concat!(" okr ", env!("CARGO_PKG_VERSION"), " okr checkin: ")), "{noted}");
    assert!(line[0].contains(" < ") && line[0].contains("okr/lock"), "{noted}");
    let at = line[0].split(' ').next().unwrap();
    assert!(chrono::DateTime::parse_from_rfc3339(at).is_ok(), "{at}");
    assert!(["Ada", "moved", "65", "1.6"].iter().all(|word| !noted.contains(word)), "{noted}");
    home.okr("doctor").stdout_has(&format!("{path}, 1 failure noted"));
}

#[test]
fn a_screen_notes_what_it_could_not_save_and_names_the_log() {
    let home = committed();
    let mut screen = screens(&home);
    screen.wait_for("? more").press("2", "◆ Check-ins").press("<enter>", "confidence");
    block(&home);
    screen.keys("1.6 %<tab>65<tab>Ada moved half of it<c-s>").wait_for("lock");
    screen.press("<esc>", "Draft kept").keys("u").wait_for("x details");
    screen.press("x", "errors.log").wait_for("Log");
    screen.press("<esc>", "1 to log").keys("qq");
    assert_eq!(screen.wait_exit(), 0);
    let noted = fs::read_to_string(home.user().join(".state/okr/errors.log")).unwrap();
    assert!(noted.lines().count() >= 2 && noted.contains(" Check-ins: Not saved"), "{noted}");
    assert!(["Ada", "moved", "65", "1.6"].iter().all(|word| !noted.contains(word)), "{noted}");
}

#[test]
fn a_team_has_a_name_of_its_own_and_a_circle_of_parents_is_told_by_its_parent() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Acme --cycle 2027-Q1");
    run(&home, "add team Pay");
    run(&home, "add team Platform");
    run(&home, "set pay parent=acme");
    home.okr("set acme parent=pay").code(2).stderr_has("its parent pay belongs to it");
    home.okr("set pay name=' platform'").code(2).stderr_has("the team platform has this name");
    run(&home, "add was platform merged pay");
    run(&home, "set platform name=Pay");
}

#[test]
fn a_workspace_that_is_taken_as_the_last_one_used_is_named() {
    let home = committed();
    run(&home, "list");
    let elsewhere = tempfile::tempdir().unwrap();
    let told = okr(&home).args("list").dir(elsewhere.path()).run();
    told.code(0).stderr_has("this is the last one used:");
    home.okr("list").code(0).stderr_lacks("last one used");
    let mut screen = Screen::start(&home, elsewhere.path(), 80, 24, "");
    screen.wait_for("this is the last one used:").press("1", "of at most 5 objectives");
    screen
        .press("n", "What do you want to add")
        .press("o", "New objective")
        .keys("half a")
        .wait_for("half a");
    screen.press("<esc>", "Draft kept").keys("qq").wait_exit();
    let mut screen = Screen::start(&home, elsewhere.path(), 80, 24, "");
    screen.wait_for("this is the last one used:").wait_for("is kept: New objective").keys("q").wait_exit();
}
