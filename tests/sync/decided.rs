//! What two clones decide of the same: one of the two decisions stands, with all that was said of it, and the other waits whole.

use super::{KEY_RESULT, QUARTER, Team};
use crate::support::tree::{file, paths_like, toml, write};

/// A second objective with a draft of a key result, shared; the clones `ada` and `lin`.
fn with_a_draft() -> Team {
    let team = Team::begun();
    team.okr("ada", "set team:payments people='Ada, Lin, Kim'");
    team.okr("ada", "add objective 'Builds nobody waits for'");
    team.okr("ada", "add kr builds 'CI duration' metric='CI duration' baseline='42 min' target='15 min'");
    team.okr("ada", "sync");
    team.clone_as("lin");
    team
}

/// What Ada has goes to Lin.
fn both_sync(team: &Team) {
    team.okr("ada", "sync");
    team.okr("lin", "sync");
}

const DRAFT: &str = "teams/payments/2027-q1/objectives/builds-nobody-waits-for/ci-duration.toml";
const OBJECTIVE: &str = "teams/payments/2027-q1/objectives/sign-in-works/objective.toml";

/// Ada shares `theirs`, then Lin `mine`; whatever Lin picks, the file is as one of the two wrote it, and nothing is wrong with it.
#[track_caller]
fn decided_twice(day: &str, path: &str, base: &str, [theirs, mine]: [&str; 2]) {
    for pick in ["--theirs", "--mine"] {
        let team = with_a_draft();
        let team = Team { home: team.home.today(day) };
        if !base.is_empty() {
            team.okr("ada", base);
            both_sync(&team);
        }
        team.okr("ada", theirs);
        team.okr("ada", "sync");
        team.okr("lin", mine);
        let said = [toml(team.at("ada"), path), toml(team.at("lin"), path)];
        team.ends("lin", "sync", 4).stderr_has("changed meanwhile");
        assert_eq!(toml(team.at("lin"), path), said[0], "{mine}: theirs stands, whole");
        team.okr("lin", &format!("sync {pick}"));
        team.okr("ada", "sync");
        let picked = &said[usize::from(pick == "--mine")];
        for clone in ["ada", "lin"] {
            assert_eq!(toml(team.at(clone), path), *picked, "{pick}: {mine}");
            team.okr(clone, "check");
        }
    }
}

#[test]
fn a_key_result_is_scored_or_reads_later() {
    let scores = &format!("{QUARTER}/scores/failures.toml");
    let read = "score failures --reading 1.4% --reading-only";
    let later = "score failures --reads-later 2027-q2";
    decided_twice("2027-03-28", scores, read, [later, "score failures"]);
    decided_twice("2027-03-28", scores, read, ["score failures", later]);
    let provisional = "score failures 0.5 --reading 1.4%";
    decided_twice("2027-02-11", scores, provisional, [later, "score failures --reading 1.0%"]);
}

#[test]
fn the_fists_of_a_room_are_those_of_one_room() {
    let frame = &format!("{QUARTER}/cycle.toml");
    decided_twice("2027-02-11", frame, "", ["set quarter fist=3,3,4", "set quarter fist=1,3,5"]);
    decided_twice("2027-02-11", frame, "", ["set quarter tone=3,3", "set quarter tone=3,4"]);
}

#[test]
fn a_verdict_keeps_its_reason() {
    let note = &format!("{QUARTER}/retro/difficulty-failures.toml");
    let verdict =
        |word: &str, why: &str| format!("retro add difficulty {why} --kr failures --verdict {word}");
    let easy = verdict("easy", "'we had most of it before the quarter began'");
    decided_twice("2027-03-28", note, &verdict("right", ""), [&verdict("hard", ""), &easy]);
    let keep = "set sign-in-works mid_verdict=keep";
    let change = "set sign-in-works mid_verdict=change --reason 'the provider left'";
    decided_twice("2027-02-11", OBJECTIVE, "", [keep, change]);
    decided_twice("2027-02-11", OBJECTIVE, "", ["drop sign-in-works --reason 'the bank left'", keep]);
}

#[test]
fn what_a_closed_quarter_taught_stays_as_it_is() {
    let team = Team::two();
    let team = Team { home: team.home.today("2027-04-02") };
    team.okr("ada", "retro add lesson 'we read too late'");
    let note = paths_like(team.at("ada"), &format!("{QUARTER}/retro/*.toml")).remove(0);
    let id = note.rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned();
    team.okr("ada", "score failures --reading 1.4%");
    both_sync(&team);
    team.okr("ada", "close --reason 'the test needs no more'");
    team.okr("ada", "sync");
    team.okr("lin", "retro add lesson 'added all the same'");
    team.okr("lin", &format!("set {id} text='we never read'"));
    team.ends("lin", "sync", 4).stderr_has("its quarter was closed meanwhile");
    team.ends("lin", "sync --mine", 1).stderr_has("was closed on");
    team.okr("lin", "sync --theirs");
    team.okr("ada", "sync");
    let lessons = team.okr("ada", "list retro");
    assert!(lessons.contains("we read too late") && lessons.contains("added all the same"), "{lessons}");
}

#[test]
fn what_two_froze_is_picked_although_one_had_changed_nothing() {
    let team = with_a_draft();
    team.okr("ada", "set ci-duration target='12 min'");
    team.okr("ada", "commit --reason 'the test needs no more'");
    team.okr("ada", "sync");
    team.okr("lin", "commit --reason 'the test needs no more'");
    team.ends("lin", "sync", 4).stderr_has("`measure.target` (yours: 15, there: 12)");
    team.okr("lin", "sync --mine ci-duration");
    team.okr("lin", "check");
    let record = toml(team.at("lin"), DRAFT);
    let revisions = record["revision"].as_array().map(Vec::len);
    assert_eq!((record["measure"]["target"].as_integer(), revisions), (Some(15), Some(2)));
}

#[test]
fn a_number_stands_in_the_window_it_was_said_for() {
    let window = "set ci-duration kind=at-most ceiling='15 min' baseline= target=";
    decided_twice("2027-02-11", DRAFT, "", [window, "set ci-duration target='10 min'"]);
}

#[test]
fn the_start_of_a_guardrail_stands_in_the_unit_it_was_said_in() {
    for (pick, says) in [("--theirs", "0.83 s"), ("--mine", "820 ms")] {
        let team = Team::begun();
        team.okr("ada", "set failures guardrail='time to first byte' guardrail_start='830 ms'");
        team.okr("ada", "sync");
        team.clone_as("lin");
        let other = file(team.at("ada"), KEY_RESULT).replace("\"ms\"", "\"s\"").replace("= 830", "= 0.83");
        write(team.at("ada"), KEY_RESULT, &other);
        team.okr("ada", "sync");
        team.okr("lin", "set failures guardrail_start='820 ms'");
        let asked = team.ends("lin", "sync", 4);
        asked.stderr_has("`guardrail.unit`").stderr_has("`guardrail.start` (yours: 820, there: 0.83)");
        team.okr("lin", &format!("sync {pick}"));
        let shown = team.okr("lin", "show failures");
        assert!(shown.contains(says), "{shown}");
    }
}

const VOTE: &str = "checkin ci-duration --opening --votes 40,50,60";

#[test]
fn what_others_spoke_of_is_not_removed() {
    for remove in ["remove ci-duration", "remove builds"] {
        let team = with_a_draft();
        team.okr("ada", VOTE);
        team.okr("ada", "sync");
        team.okr("lin", remove);
        team.ends("lin", "sync", 4).stderr_has("it was changed meanwhile");
        team.ends("lin", "sync --mine", 1).stderr_has("something has been said about it already");
        team.okr("lin", "sync --theirs");
        team.okr("ada", "sync");
        for clone in ["ada", "lin"] {
            team.okr(clone, "check");
            assert!(team.okr(clone, "show ci-duration").contains("50"), "{clone}");
        }
    }
}

#[test]
fn what_was_said_of_what_others_removed_brings_it_back_or_goes() {
    for (pick, stands) in [("--theirs", 0), ("--mine", 1)] {
        for remove in ["remove ci-duration", "remove builds"] {
            let team = with_a_draft();
            team.okr("lin", remove);
            team.okr("lin", "sync");
            team.okr("ada", VOTE);
            team.ends("ada", "sync", 4).stderr_has("what it stands in was removed meanwhile");
            team.okr("ada", &format!("sync {pick}"));
            team.okr("lin", "sync");
            for clone in ["ada", "lin"] {
                team.okr(clone, "check");
                for files in [DRAFT, &format!("{QUARTER}/checkins/*.toml")] {
                    assert_eq!(paths_like(team.at(clone), files).len(), stands, "{pick} {remove} {files}");
                }
            }
        }
    }
}

#[test]
fn a_vote_on_nothing_is_named_and_no_other_key_result_inherits_it() {
    let team = with_a_draft();
    team.okr("ada", VOTE);
    std::fs::remove_file(team.at("ada").join(DRAFT)).unwrap();
    team.ends("ada", "check", 1).stdout_has("There is no key result `ci-duration`");
    team.okr("ada", "add kr builds 'CI duration from 42 to 15 minutes' metric='CI duration'");
    assert_eq!(paths_like(team.at("ada"), DRAFT).len(), 0);
    assert!(team.okr("ada", "list").contains("CI duration"));
}

#[test]
fn a_check_in_that_others_corrected_is_not_taken_back() {
    let team = Team::two();
    team.okr("ada", "checkin failures --value 1.9% --changed 'new runners'");
    both_sync(&team);
    let sitting = paths_like(team.at("lin"), &format!("{QUARTER}/checkins/*.toml")).remove(0);
    let id = sitting.rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned();
    // Somebody else, whose undo list is another one.
    let state = team.home.user().join("lins-state").display().to_string();
    let correct = format!("checkin failures --corrects {id} --value 1.7%");
    crate::support::okr(&team.home)
        .dir("lin")
        .args(correct.as_str())
        .env("XDG_STATE_HOME", &state)
        .run()
        .code(0);
    team.okr("lin", "sync");
    team.okr("ada", "sync");
    team.ends("ada", "undo", 4).stderr_has("others have made");
    team.okr("ada", "check");
    assert!(team.okr("ada", "show failures").contains("1.7 %"));
}

#[test]
fn what_others_judged_or_belong_to_is_not_taken_back() {
    let team = Team::two();
    let state = team.home.user().join("lins-state").display().to_string();
    let lin = |line: &str| {
        crate::support::okr(&team.home).dir("lin").args(line).env("XDG_STATE_HOME", &state).run().code(0);
    };
    for (mine, theirs) in [
        (
            "add assumption sign-in-works 'the provider stays'",
            "retro add assumption --assumption {} --verdict held",
        ),
        ("add team Checkout", "set payments parent=checkout"),
    ] {
        team.okr("ada", mine);
        team.okr("ada", "sync");
        lin("sync");
        let record = toml(team.at("ada"), OBJECTIVE);
        let line = record.get("assumption").map_or("", |lines| lines[0]["id"].as_str().unwrap());
        lin(&theirs.replace("{}", line));
        lin("sync");
        team.okr("ada", "sync");
        team.ends("ada", "undo", 4).stderr_has("others have made");
        team.okr("ada", "check");
    }
}

#[test]
fn what_was_dropped_with_its_objective_stays_there() {
    let team = with_a_draft();
    team.okr("ada", "drop sign-in-works --reason 'the bank left'");
    team.okr("ada", "sync");
    team.okr("lin", "move failures builds");
    team.ends("lin", "sync", 4).stderr_has("it was changed meanwhile");
    team.ends("lin", "sync --mine", 1).stderr_has("it has been dropped");
    team.okr("lin", "sync --theirs");
    assert_eq!(paths_like(team.at("lin"), KEY_RESULT).len(), 1);
    assert!(team.okr("lin", "list").contains("dropped"));
    team.okr("lin", "check");
}

#[test]
fn what_cannot_go_where_it_was_moved_keeps_what_it_stands_in() {
    for (pick, under) in [("--theirs", "builds-nobody-waits-for"), ("--mine", "refunds-in-a-day")] {
        let team = with_a_draft();
        team.okr("ada", "add objective 'Refunds in a day'");
        both_sync(&team);
        team.okr("ada", "remove refunds");
        team.okr("ada", "sync");
        team.okr("lin", "move builds refunds");
        team.ends("lin", "sync", 4).stderr_has("what it stands in was removed meanwhile");
        team.okr("lin", "check");
        team.okr("lin", &format!("sync {pick}"));
        team.okr("ada", "sync");
        for clone in ["ada", "lin"] {
            team.okr(clone, "check");
            let found = paths_like(team.at(clone), &format!("{QUARTER}/objectives/*/ci-duration.toml"));
            assert_eq!(found, [format!("{QUARTER}/objectives/{under}/ci-duration.toml")], "{pick} {clone}");
        }
    }
}
