//! Who wrote a sitting is in no file and no message.

use super::Team;
use crate::support::tree::files;

#[test]
fn no_file_and_no_message_says_who_or_what_they_voted() {
    let team = Team::begun();
    team.okr("ada", "set team:payments people='Ada Ombra, Lin Vero, Kim Vero'");
    team.okr("ada", "checkin failures --votes 37,53,91");
    team.okr("ada", "checkin failures --value 1.4% --changed 'caching' --plan adjust");
    team.shares("ada", "set failures contact='Lin Vero'");
    let messages = team.git("ada", "log --format=%B");
    for word in ["Ada", "Lin", "Vero", "Ombra", "37", "53", "91", "Kim", "kim"] {
        assert!(!messages.contains(word), "{word}: {messages}");
    }
    let sittings: Vec<String> =
        files(team.at("ada")).into_iter().filter(|path| path.contains("/checkins/")).collect();
    assert_eq!(sittings.len(), 2);
    for path in &sittings {
        let text = std::fs::read_to_string(team.at("ada").join(path)).unwrap();
        for name in ["Ada", "Lin", "Kim", "kim@example.org"] {
            assert!(!text.contains(name) && !path.contains(name), "{path}: {text}");
        }
    }
}

#[test]
#[cfg(unix)]
fn no_program_that_a_folder_names_is_run_to_look_for_changes() {
    let team = Team::begun();
    team.git("ada", "config core.fsmonitor 'touch ../was-run; false'");
    team.okr("ada", "set failures contact='Lin Vero'");
    team.okr("ada", "sync --dry-run");
    assert!(!team.at("was-run").exists());
}
