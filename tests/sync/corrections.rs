//! Two clones correct one check-in: what they say of different things holds, of the same thing one counts and it is said.

use super::{QUARTER, Team};
use crate::support::tree::{paths_like, write};

const FIRST: &str = "2027-02-11-k3f9q2";

/// Both clones have one check-in about two key results.
fn spoken() -> Team {
    let team = Team::begun();
    team.okr("ada", "add kr sign-in 'Time to sign in' metric='sign-in time' baseline='9 s' target='5 s'");
    team.okr("ada", "commit --reason 'found later'");
    let said = "date = 2027-02-11\n\n[[check_in]]\nkey_result = \"failures\"\nreading = 1.6\n\n\
                [[check_in]]\nkey_result = \"sign-in-time\"\nreading = 8\n";
    write(team.at("ada"), &format!("{QUARTER}/checkins/{FIRST}.toml"), said);
    team.shares("ada", "check");
    team.clone_as("lin");
    team
}

#[test]
fn of_two_corrections_of_one_check_in_one_counts_everywhere_and_it_is_said() {
    let team = Team::begun();
    team.shares("ada", "checkin failures --value 1.6%");
    team.clone_as("lin");
    let all = paths_like(team.at("ada"), &format!("{QUARTER}/checkins/*.toml"));
    let id = all.last().unwrap().rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned();
    team.shares("ada", &format!("checkin failures --corrects {id} --value 1.5%"));
    team.okr("lin", &format!("checkin failures --corrects {id} --value 1.4%"));
    let told = team.ends("lin", "sync", 1);
    told.stderr_has("Somebody else corrected the same check-in");
    team.ends("ada", "sync", 1).stderr_has("Somebody else corrected the same check-in");
    let (ada, lin) = (team.okr("ada", "list krs"), team.okr("lin", "list krs"));
    assert_eq!(ada, lin);
    let shown = told.stderr();
    let counts = shown.split("--corrects ").nth(1).unwrap().split_whitespace().next().unwrap();
    team.okr("lin", &format!("checkin failures --corrects {counts} --value 1.3%"));
    team.okr("lin", "check");
    assert!(team.okr("lin", "list krs").contains("1.3"));
}

/// Both have the same files, nothing is wrong with them, and the same counts in both.
#[track_caller]
fn agree(team: &Team) -> String {
    team.okr("ada", "sync");
    team.okr("lin", "sync");
    team.okr("ada", "check");
    team.okr("lin", "check");
    let [ada, lin] = ["ada", "lin"].map(|clone| team.okr(clone, "list krs"));
    assert_eq!(ada, lin);
    ada
}

#[test]
fn corrections_of_different_key_results_both_hold() {
    let team = spoken();
    team.okr("ada", &format!("checkin failures --corrects {FIRST} --value 1.2%"));
    team.okr("lin", &format!("checkin sign-in-time --corrects {FIRST} --value '6 s'"));
    team.okr("ada", "sync");
    team.okr("lin", "sync");
    let both = agree(&team);
    assert!(both.contains("1.2 %") && both.contains("6 s"), "{both}");
    // What is corrected next takes the place of both, also where it says what was said first.
    let (stands, refused) = standing(&team);
    team.ends("lin", &format!("checkin failures --corrects {refused} --value 1.6%"), 1).stderr_has(&stands);
    team.shares("lin", &format!("checkin failures --corrects {stands} --value 1.6%"));
    let after = agree(&team);
    assert!(after.contains("1.6 %") && after.contains("6 s"), "{after}");
}

/// Of the two corrections the one that what counts is called by, and the other.
fn standing(team: &Team) -> (String, String) {
    let all = paths_like(team.at("lin"), &format!("{QUARTER}/checkins/*.toml"));
    let ids = all.iter().map(|path| path.rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned());
    let mut corrections: Vec<String> = ids.filter(|id| id != FIRST).collect();
    corrections.sort();
    let [other, stands] = &corrections[..] else { panic!("{corrections:?}") };
    (stands.clone(), other.clone())
}

#[test]
fn a_correction_beside_a_taking_back_stands_and_it_is_said() {
    let team = spoken();
    team.shares("ada", &format!("remove {FIRST}"));
    team.okr("lin", &format!("checkin failures --corrects {FIRST} --value 1.2%"));
    let told = team.ends("lin", "sync", 1);
    told.stderr_has("for “failures”, 2027-02-11-").stderr_has("though this one takes it back");
    team.ends("ada", "sync", 1).stderr_has("though this one takes it back");
    for clone in ["ada", "lin"] {
        team.ends(clone, "check", 1).stdout_has("though this one takes it back");
        let listed = team.okr(clone, "list krs");
        assert!(listed.contains("1.2 %") && !listed.contains("8 s"), "{clone}: {listed}");
    }
    let shown = told.stderr();
    let counts = shown.split("--corrects ").nth(1).unwrap().split_whitespace().next().unwrap();
    team.shares("ada", &format!("remove {counts}"));
    let after = agree(&team);
    assert!(!after.contains("1.2 %"), "taken back after all: {after}");
}

#[test]
fn a_key_result_taken_back_beside_a_correction_of_another_is_no_conflict() {
    let team = spoken();
    team.shares("ada", &format!("checkin failures --corrects {FIRST} --value 1.2%"));
    let path = format!("{QUARTER}/checkins/2027-02-11-zzzzzz.toml");
    let left = format!(
        "date = 2027-02-11\nsupersedes = \"{FIRST}\"\n\n[[check_in]]\nkey_result = \"failures\"\nreading = 1.6\n"
    );
    write(team.at("lin"), &path, &left);
    team.okr("lin", "sync");
    let both = agree(&team);
    assert!(both.contains("1.2 %") && !both.contains("8 s"), "{both}");
}
