//! `add`, `set`, `show`, `list`, `move` and `remove`: the set without the screens.

use super::{KEY_RESULT, committed, draft, run};
use crate::support::tree::{file, toml, write};
use crate::support::{Home, Snapshot};

#[test]
fn a_number_that_no_share_can_be_is_asked_about_and_saved() {
    let home = draft();
    let above = "is above 100 %, as a growth may be and a share cannot; let it stand if it is meant";
    for (line, says) in [
        ("add kr sign-in 'Uptime' metric=uptime baseline=98% target=1400%", Some("1400 %")),
        ("set uptime target=140%", Some("140 %")),
        ("set uptime target=99.9%", None),
        ("add kr sign-in 'Revenue' metric=revenue baseline=120% target=140%", None),
        ("add kr sign-in 'Growth' metric=growth unit='% growth' baseline=5 target=140", None),
    ] {
        let outcome = home.okr(line);
        outcome.code(0);
        match says {
            Some(number) => outcome.stderr_has(&format!("{number} {above}")),
            None => outcome.stderr_lacks("a share cannot"),
        };
    }
    home.okr("set uptime baseline=-3%").code(0).stderr_has("-3 % is below 0 %");
}

#[test]
fn everything_can_be_added_and_prints_its_id() {
    let home = draft();
    let cases = [
        (
            "add objective 'Builds nobody waits for' why_now='an hour a day' origin=ours",
            "objectives",
            "builds-nobody-waits-for",
        ),
        (
            "add kr builds 'CI p95 from 42 min to 15 min' baseline='42 min' target='below 15 min'",
            "key-results",
            "ci-p95",
        ),
        ("add assumption sign-in 'the API stays' noticed_by='change log'", "assumptions", ""),
        ("add negotiation sign-in below 'a date for the switch' outcome='5 February'", "negotiations", ""),
        ("add initiative sign-in-f 'Move to OAuth 2.0'", "initiatives", ""),
        ("add dependency sign-in-f Platform 'log the reason' by=2027-01-15 asker=Ada", "dependencies", ""),
        ("add not-now 'new billing page' reason='after the audit'", "not-now", ""),
        ("add keep-running 'on-call'", "keep-running", ""),
        ("add delivery 'Finish the move' --due 2027-02-01 promised_to=Support", "delivery", ""),
        ("add effort 'Kick-off' minutes=10 people=6", "effort", ""),
        ("add team Platform level=team parent=payments", "teams", "platform"),
    ];
    for (line, list, id) in cases {
        let printed = run(&home, line);
        assert!(id.is_empty() || printed == id, "{line}: {printed}");
        let rows = home.okr(format!("--team payments list {list} --json")).json();
        let found = rows["rows"].as_array().unwrap().iter().any(|row| row["id"] == printed.as_str());
        assert!(found, "{line}: {printed} is not in {rows}");
        assert!(run(&home, &format!("--team payments show {printed}")).starts_with(&printed), "{line}");
    }
    home.okr("check").code(0);
}

#[test]
fn a_key_result_is_named_after_its_metric() {
    let home = draft();
    let key_result = toml(home.work(), KEY_RESULT);
    assert_eq!(key_result["title"].as_str(), Some("Sign-in failures from 2.3 % to 0.5 %"));
    assert_eq!(key_result["measure"]["baseline"].as_float(), Some(2.3));
    assert_eq!(key_result["measure"]["unit"].as_str(), Some("%"));
}

#[test]
fn a_field_is_set_and_cleared_by_its_name() {
    let home = draft();
    let line = "set sign-in-f source= contact=Ada data=have influence=shared can_move=yes due=31-foo-2027";
    home.okr(line).code(2).stderr_has("due: ");
    run(&home, "set sign-in-f source= contact=Ada data=have influence=shared can_move=yes due='31 Mar 2027'");
    let key_result = toml(home.work(), KEY_RESULT);
    assert!(!key_result["measure"].as_table().unwrap().contains_key("source"));
    assert_eq!(key_result["contact"].as_str(), Some("Ada"));
    assert_eq!(key_result["refinement"]["can_move"].as_bool(), Some(true));
    home.okr("set sign-in-f contact=Ada").code(0).stderr_has("nothing, as it stands so already");
}

#[test]
fn everything_that_has_fields_can_be_set() {
    let home = draft();
    let assumption = run(&home, "add assumption sign-in 'the API stays'");
    let initiative = run(&home, "add initiative sign-in-f 'Move to OAuth 2.0'");
    let dependency = run(&home, "add dependency sign-in-f Platform 'log the reason'");
    let line = run(&home, "add not-now 'new billing page'");
    let delivery = run(&home, "add delivery 'Finish the move'");
    let lesson = run(&home, "retro add lesson 'read earlier'");
    let action = run(&home, "retro add action 'read weekly'");
    let effort = run(&home, "add effort Kick-off minutes=10 people=6");
    let cases = [
        ("sign-in-p", "why_now=support", "why_now           support"),
        (&assumption, "state=shaky", "state             shaky"),
        (&initiative, "done=yes", "done              yes"),
        (&dependency, "state=agreed", "state             agreed"),
        (&line, "reason=audit", "reason            audit"),
        (&delivery, "due=2027-02-01", "due               2027-02-01"),
        (&lesson, "text=earlier", "text              earlier"),
        (&action, "first_date=2027-04-05", "first_date        2027-04-05"),
        (&effort, "minutes=12", "minutes           12"),
        ("quarter", "cadence=monthly", "cadence           monthly"),
        ("team:payments", "people='Ada, Kim'", "people            Ada, Kim"),
        ("2027-q1", "kick_off=2026-12-15", "kick_off          2026-12-15"),
        ("settings", "organisation=Acme", "organisation      Acme"),
    ];
    for (id, assignment, shown) in cases {
        run(&home, &format!("set {id} {assignment}"));
        let text = run(&home, &format!("show {id}"));
        assert!(text.contains(shown), "{id} {assignment}: {text}");
    }
    home.okr("check").code(0);
}

#[test]
fn a_comment_in_the_file_survives_a_set() {
    let home = draft();
    let path = home.work().join(KEY_RESULT);
    let text = std::fs::read_to_string(&path).unwrap().replace("target = 0.5", "target = 0.5   # we dare");
    std::fs::write(&path, format!("# our number\n{text}")).unwrap();
    run(&home, "set sign-in-f target=0.4%");
    let after = file(home.work(), KEY_RESULT);
    assert!(after.starts_with("# our number\n") && after.contains("target = 0.4   # we dare"), "{after}");
}

#[test]
fn a_committed_key_result_is_revised_with_a_reason() {
    let home = committed();
    home.okr("set sign-in-f target=1%").code(1).stderr_has("needs a reason");
    run(&home, "set sign-in-f target=1% --reason 'the provider left'");
    let key_result = toml(home.work(), KEY_RESULT);
    let revisions = key_result["revision"].as_array().unwrap();
    assert_eq!(revisions.len(), 2);
    assert_eq!(revisions[1]["reason"].as_str(), Some("the provider left"));
    assert_eq!(revisions[0]["measure"]["target"].as_float(), Some(0.5));
    home.okr("set sign-in-f target=").code(1).stderr_has("no target");
    assert!(run(&home, "list revisions").contains("the provider left"));
}

#[test]
fn what_is_committed_is_not_said_anew_and_the_way_of_a_revision_is_named() {
    let home = committed();
    let said = home.okr(["rewrite", "sign-in-f", "Sign-in failures from 2.3 % to 1 %"]);
    said.code(1).stderr_has("MID-3").stderr_has("okr set sign-in-failures title=TEXT --reason TEXT");
}

#[test]
fn the_order_is_changed_by_moving() {
    let home = draft();
    run(&home, "add objective 'Builds nobody waits for'");
    run(&home, "move builds up");
    assert!(run(&home, "list objectives").lines().nth(1).unwrap().starts_with("builds"));
    home.okr("move builds up").code(0).stderr_has("nothing, as it stands so already");
    run(&home, "move sign-in-f builds");
    assert!(
        run(&home, "show sign-in-f").starts_with("sign-in-failures  (kr, under builds-nobody-waits-for)")
    );
    let delivery = run(&home, "move sign-in-f delivery");
    run(&home, &format!("set {delivery} done=yes"));
    assert!(run(&home, "list delivery").contains("Sign-in failures from 2.3 % to 0.5 %"));
    run(&home, "move builds not-now --reason 'later'");
    assert!(run(&home, "list not-now").contains("Builds nobody waits for"));
    home.okr("move sign-in-p sideways").code(2).stderr_has("up, down or not-now");
}

#[test]
fn what_stood_under_an_objective_stands_under_the_one_it_is_joined_to() {
    let home = draft();
    run(&home, "add objective 'Nobody is locked out' why_now='support says so'");
    run(&home, "add kr nobody 'Lockouts from 12 to 3 per week'");
    run(&home, "add assumption nobody 'the help desk counts them'");
    run(&home, "add negotiation nobody below 'leave partners out'");
    run(&home, "set sign-in-people why_now='a fifth of the calls'");
    let before = Snapshot::of(home.work());
    run(&home, "move nobody sign-in-people");
    assert_eq!(run(&home, "list objectives").lines().count(), 2, "the head and one objective");
    assert!(run(&home, "show lockouts").contains("under sign-in-people"));
    assert!(run(&home, "show sign-in-people").contains("a fifth of the calls; support says so"));
    assert!(run(&home, "list assumptions").contains("the help desk counts them"));
    assert!(run(&home, "list negotiations").contains("leave partners out"));
    home.okr("check").code(0);
    run(&home, "undo");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
}

#[test]
fn an_objective_with_a_committed_key_result_is_not_joined_to_another() {
    let home = committed();
    run(&home, "add objective 'Nobody is locked out'");
    home.okr("move objective:sign-in nobody").code(1).stderr_has("it is not joined to another");
    run(&home, "move nobody objective:sign-in");
    home.okr("check").code(0);
}

#[test]
fn a_draft_a_line_and_a_note_can_be_removed() {
    let home = draft();
    for add in [
        "add assumption sign-in 'the API stays'",
        "add initiative sign-in-f 'Move'",
        "add dependency sign-in-f Platform 'log'",
        "add not-now 'billing'",
        "add delivery 'Finish'",
        "retro add lesson 'earlier'",
        "add effort Kick-off minutes=10 people=6",
    ] {
        let before = Snapshot::of(home.work());
        let id = run(&home, add);
        run(&home, &format!("remove {id}"));
        assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new(), "{add}");
    }
    run(&home, "remove sign-in-p");
    home.okr("list objectives").code(0).stderr_has("no objective yet");
    home.okr("remove quarter").code(2).stderr_has("not removed by a command");
}

#[test]
fn what_is_committed_is_dropped_not_removed() {
    let home = committed();
    home.okr("remove sign-in-f").code(1).stderr_has("it is committed and is not removed");
    home.okr("drop sign-in-f").code(2).stderr_has("--reason");
    home.okr("drop sign-in-f --reason ' '").code(2).stderr_has("the reason for dropping it is missing");
    run(&home, "drop sign-in-f --reason 'the provider left'");
    assert!(run(&home, "list krs").contains("  dropped "));
    home.okr("drop sign-in-f --reason again").code(1).stderr_has("it was dropped on 2027-02-11");
    home.okr("checkin sign-in-f --value 1%").code(1).stderr_has("it has been dropped");
}

#[test]
fn a_sixth_objective_waits_until_there_is_a_place() {
    let home = draft();
    for title in ["Two", "Three", "Four", "Five", "Six"] {
        run(&home, &format!("add objective {title}"));
    }
    home.okr("commit --reason x")
        .code(1)
        .stderr_has("hard stop  SET-6 wall")
        .stderr_has("no reason goes past");
}

#[test]
fn an_empty_set_says_how_it_begins() {
    let home = Home::empty();
    run(&home, "init --team Payments");
    home.okr("list").code(0).stdout_has("what would make this quarter worth it?");
    home.okr("add kr x y").code(2).stderr_has("there is no objective `x`; there is none yet");
}

#[test]
fn of_a_value_that_is_to_stay_above_a_bound_one_number_stands() {
    let home = draft();
    run(&home, "set sign-in-f kind=at-least floor=99.9 baseline= target=");
    run(&home, "set sign-in-f target=99.5");
    let measure = toml(home.work(), KEY_RESULT)["measure"].clone();
    assert_eq!((measure["floor"].as_float(), measure.get("target")), (Some(99.5), None));
}

#[test]
fn nothing_is_added_below_what_was_dropped() {
    let home = committed();
    run(&home, "drop sign-in-p --reason 'not now'");
    home.okr("add kr sign-in-p 'Time to sign in'").code(1).stderr_has("take the drop back first");
}

#[test]
fn a_sentence_said_anew_names_what_stands_otherwise() {
    let home = draft();
    run(&home, "set sign-in-f baseline=2.4");
    let said = home.okr(["rewrite", "sign-in-f", "Sign-in failures from 2.1 % to 0.5 %"]);
    said.code(0).stderr_has(
        "baseline stays 2.4 %; as the sentence says: okr set sign-in-failures baseline=\"2.1 %\"",
    );
    assert!(!said.stderr().contains("target stays"), "{}", said.stderr());
}

#[test]
fn a_sentence_said_anew_takes_its_own_figures_and_leaves_none_of_the_old_one() {
    let home = draft();
    run(&home, "add kr sign-in 'Hire 6 senior engineers'");
    let measure =
        || toml(home.work(), "teams/payments/2027-q1/objectives/*/hire-6-senior*.toml")["measure"].clone();
    assert_eq!(measure()["target"].to_string(), "6", "what a sentence of work counts");
    let said = home.okr(["rewrite", "hire", "Time to hire from 60 to 40 days"]);
    said.code(0).stderr_has("read: Time to hire, 60 days -> 40 days").stderr_lacks("stays");
    let after = measure();
    assert_eq!(after["metric"].as_str(), Some("Time to hire"));
    assert_eq!(after["direction"].as_str(), Some("decrease"));
    let numbers = [&after["baseline"], &after["target"]].map(ToString::to_string);
    assert_eq!((numbers, after["unit"].as_str()), (["60".to_owned(), "40".to_owned()], Some("days")));
}

#[test]
fn a_number_set_by_hand_outlives_its_sentence_and_one_command_takes_the_other() {
    let home = draft();
    run(&home, "add kr sign-in 'Hire 6 senior engineers'");
    run(&home, "set hire target=8");
    let said = home.okr(["rewrite", "hire", "Time to hire from 60 to 40 days"]);
    let takes = "okr set hire-6-senior-engineers unit=\"days\" baseline=\"60 days\" target=\"40 days\"";
    said.code(0).stderr_has("target stays 8 engineers").stderr_has("baseline stays open").stderr_has(takes);
    run(&home, "set hire-6 unit='days' baseline='60 days' target='40 days'");
    home.okr("show hire-6").code(0).stdout_has("60 days");
}

#[test]
fn a_title_that_says_other_numbers_than_the_fields_names_them() {
    let home = draft();
    let said = home.okr(["set", "sign-in-f", "title=Sign-in failures from 2.1 % to 0.2 %"]);
    said.code(0)
        .stderr_has("baseline stays 2.3 %, target stays")
        .stderr_has("baseline=\"2.1 %\" target=\"0.2 %\"");
    home.okr("lint").stdout_has("said-otherwise");
    home.okr(["set", "sign-in-f", "source=edge logs"]).code(0).stderr_lacks("stays");
}

#[test]
fn a_bound_keeps_its_side_whatever_the_number_of_today_is() {
    let home = draft();
    run(&home, "add kr sign-in 'Payment success stays above 97 %, currently 98.2 %'");
    let saved = file(home.work(), &KEY_RESULT.replace("sign-in-failures", "payment-success"));
    assert!(saved.contains("kind = \"at-least\"") && saved.contains("baseline = 98.2"), "{saved}");
    run(&home, "add kr sign-in 'Trial conversion from 12 % to 12 %'");
    home.okr("lint").stdout_has("[no-gap]");
}

#[test]
fn a_point_that_could_part_thousands_is_asked_about_beside_numbers_in_thousands() {
    let home = committed();
    run(&home, "add kr sign-in 'Sign-ups from 12,500 to 15,000'");
    let clear = "`13.000` could mean two things";
    home.okr("set sign-ups baseline=13.000").code(2).stderr_has(clear);
    run(&home, "set sign-ups baseline=13,000");
    run(&home, "set sign-ups target=15000.5");
    home.okr("checkin sign-in-f --value 1.234").code(0);
}

#[test]
fn while_an_id_stands_twice_nothing_is_written_over_the_other_file() {
    let home = draft();
    run(&home, "add objective Builds");
    run(&home, "add initiative sign-in-f 'Move to OAuth'");
    let copy = KEY_RESULT.replace("sign-in-people-can-rely", "builds");
    assert_ne!(copy, KEY_RESULT);
    write(home.work(), &copy, &file(home.work(), KEY_RESULT).replace("Sign-in failures from", "Builds from"));
    let before = Snapshot::of(home.work());
    for line in [
        "set kr:builds/sign-in-failures contact=Ada",
        "set kr:builds/sign-in-failures target=1%",
        "drop kr:builds/sign-in-failures --reason x",
        "waive kr:builds/sign-in-failures no-source --reason x",
        "add initiative kr:builds/sign-in-failures x",
        "add dependency kr:builds/sign-in-failures Platform x",
        "rewrite kr:builds/sign-in-failures 'Sign-in failures from 2.3 % to 0.4 %'",
        "remove kr:builds/sign-in-failures",
        "set kr:sign-in/sign-in-failures contact=Ada",
    ] {
        home.okr(line).code(1).stderr_has("stands under `sign-in-people-can-rely` and under `builds`");
    }
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    std::fs::remove_file(home.work().join(copy)).unwrap();
    run(&home, "set sign-in-failures contact=Ada");
}

#[test]
fn an_objective_that_cannot_be_read_gives_no_rank_to_the_next() {
    let home = draft();
    let path = "teams/payments/2027-q1/objectives/sign-in-people-can-rely/objective.toml";
    let before = file(home.work(), path);
    write(home.work(), path, &format!("<<<<<<< mine\n{before}"));
    run(&home, "add objective 'Builds nobody waits for'");
    write(home.work(), path, &before);
    run(&home, "add objective 'Nights one can sleep through'");
    let rank = |id: &str| {
        let path = format!("teams/payments/2027-q1/objectives/{id}/objective.toml");
        toml(home.work(), &path)["rank"].as_integer()
    };
    assert_eq!((rank("builds-*"), rank("nights-*")), (Some(10), Some(20)));
}

#[test]
fn of_several_that_are_contributed_to_the_first_counts() {
    let home = draft();
    run(&home, "init --team Engineering --level function --cycle 2027-q1");
    run(&home, "--team engineering add objective 'Reliable services'");
    run(&home, "--team engineering add objective 'Calm nights'");
    run(&home, "set payments parent=engineering");
    run(&home, "--team payments set sign-in-people contributes_to='reliable, calm'");
    let map = run(&home, "--team payments show map");
    assert!(map.contains("Reliable services") && !map.contains("not there"), "{map}");
    home.okr("check").code(0).stdout_lacks("names no objective");
    run(&home, "--team engineering drop reliable --reason 'bought elsewhere'");
    home.okr("--team payments status").stdout_has("bought elsewhere");
    let refused = home.okr("--team payments set sign-in-people contributes_to='reliable, nonsense'");
    refused.code(2).stderr_has("names no objective");
}

#[test]
fn the_reason_of_a_nominal_alignment_goes_with_its_answer() {
    let home = draft();
    run(&home, "set quarter alignment=no alignment_reason='we stay for a quarter'");
    home.okr("commit").code(1).stderr_lacks("SET-11 nominal");
    run(&home, "set quarter alignment=yes");
    run(&home, "set quarter alignment=no");
    home.okr("commit").code(1).stderr_has("SET-11 nominal");
}

#[test]
fn a_verdict_that_says_drop_drops_with_its_reason_or_not_at_all() {
    let home = committed();
    let refused = home.okr("set objective:sign-in mid_verdict=drop");
    refused.code(1).stderr_has("this verdict alone drops nothing").stderr_has("okr drop objective:");
    home.okr("set objective:sign-in mid_verdict=change --reason x").code(0);
}

#[test]
fn a_verdict_of_mid_quarter_has_its_reason_and_is_shown_with_it() {
    let home = committed();
    let bare = home.okr("set objective:sign-in mid_verdict=change");
    bare.code(1).stderr_has("MID-2").stderr_has("the verdict change has no reason");
    run(&home, "set objective:sign-in mid_verdict=change --reason 'the bank left'");
    assert!(run(&home, "show objective:sign-in").contains("mid-quarter, 11 Feb: change: the bank left"));
    assert!(run(&home, "export --format md").contains("change: the bank left"));
    run(&home, "set objective:sign-in mid_verdict=keep");
    assert!(
        run(&home, "show objective:sign-in").contains("mid-quarter, 11 Feb: keep"),
        "the reason was the other's"
    );
    run(&home, "drop objective:sign-in --reason gone");
    home.okr("set objective:sign-in mid_verdict=change --reason x").code(1).stderr_has("dropped");
}

#[test]
fn an_objective_taken_in_after_the_commit_is_asked_what_it_contributes_to() {
    let home = committed();
    run(&home, "init --team Engineering --level function --cycle 2027-q1");
    run(&home, "set payments parent=engineering");
    run(&home, "--team payments add objective 'Calm nights'");
    run(&home, "--team payments add kr calm 'Pages at night from 9 to 2 a week' metric=pages source=logs");
    home.okr("--team payments commit").code(1).stderr_has("SET-11").stderr_has("nothing above");
    run(&home, "--team payments add objective 'Quiet' no_link='ours alone'");
    run(&home, "--team payments remove quiet");
    run(&home, "--team payments commit --reason 'the test needs no more'");
    home.okr("--team payments commit").stderr_lacks("nothing above");
}

#[test]
fn what_is_to_be_found_out_is_due_on_the_day_it_is_found() {
    let home = draft();
    run(
        &home,
        "add kr sign-in 'Time to detect' metric='time to detect' kind=establish-baseline find_out_by=2027-01-20",
    );
    let rows = home.okr("list key-results --json").json();
    let rows = rows["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["id"] == "time-to-detect").unwrap();
    assert_eq!(row["due"], "2027-01-20", "{row}");
}

#[test]
fn an_objective_whose_key_results_are_moved_away_stays_committed() {
    let home = committed();
    run(&home, "add objective 'Builds nobody waits for'");
    run(&home, "move sign-in-failures builds");
    home.okr("set sign-in-people title=Other").code(1).stderr_has("MID-3");
    home.okr("remove sign-in-people").code(1).stderr_has("committed");
    run(&home, "move sign-in-failures sign-in-people");
    run(&home, "drop builds --reason 'not now'");
}

#[test]
fn the_reason_of_a_verdict_is_put_right_by_saying_the_verdict_once_more() {
    let home = committed();
    run(&home, "set sign-in-people mid_verdict=change --reason first");
    run(&home, "set sign-in-people mid_verdict=change --reason 'the right one'");
    home.okr("show sign-in-people").stdout_has("change: the right one");
    run(&home, "set sign-in-people why_now='support drowns'");
    home.okr("show sign-in-people").stdout_has("change: the right one");
    let page = run(&home, "export --format md -o -");
    assert!(page.contains("Mid-quarter, 11 Feb") && !page.contains("Reworded"), "{page}");
}

#[test]
fn a_table_has_the_ambition_of_the_target_beside_it() {
    let home = draft();
    run(&home, "set sign-in-failures ambition=committed");
    let home = home.today("2026-12-30");
    run(&home, "commit --reason 'the test needs no more'");
    let home = home.today("2027-02-11");
    run(&home, "set sign-in-failures ambition=stretch --reason 'it is harder than we thought'");
    let table = run(&home, "export --format csv -o -");
    assert!(table.contains(",committed,"), "{table}");
}

#[test]
fn what_was_dropped_with_its_objective_comes_to_life_by_no_move() {
    let home = committed();
    run(&home, "add objective 'Builds nobody waits for'");
    run(&home, "drop sign-in-people --reason 'not worth it'");
    let refused = home.okr("move sign-in-failures builds");
    refused.code(1).stderr_has("has been dropped").stderr_has("take the drop back");
}

#[test]
fn an_objective_whose_sentence_is_committed_is_dropped_and_not_removed() {
    let home = Home::empty().today("2026-12-22");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    run(
        &home,
        "add kr sign-in 'Time to detect' metric='time to detect' contact=Ada kind=establish-baseline find_out_by=2027-01-20",
    );
    run(&home, "commit --reason 'the test needs no more'");
    for removal in ["remove sign-in-people", "move sign-in-people not-now --reason later"] {
        home.okr(removal).code(1).stderr_has("committed");
    }
    run(&home, "drop sign-in-people --reason 'not worth it'");
}

#[test]
fn a_metric_in_another_unit_is_refused_where_numbers_were_read_in_the_old_one() {
    let home = committed();
    run(&home, "add kr sign-in 'Lead time for partners from 4 days to 2 days'");
    run(&home, "checkin lead-time --value 3");
    home.okr("set lead-time --metric change-lead-time")
        .code(1)
        .stderr_has("its readings are in days too")
        .stderr_has("keep the unit");
    home.okr("list key-results").code(0).stdout_has("moved 50 % of the way");
}

#[test]
fn what_is_counted_gets_no_rate_from_a_metric_that_nobody_has_named() {
    let home = draft();
    run(&home, "add kr sign-in 'On-call load from 30 pages to 10 pages'");
    home.okr("set on-call-load --metric on-call-pages")
        .code(0)
        .stderr_has("The unit stays pages; On-call pages is counted in per shift");
    home.okr("list key-results").code(0).stdout_has("30 pages").stdout_lacks("per shift");
}

#[test]
fn a_day_that_is_not_typed_out_is_said_as_it_was_understood() {
    let home = draft();
    home.okr(["set", "sign-in-f", "due=31 mar"]).code(0).stderr_has("due: Wed 31 Mar 2027");
    home.okr("set sign-in-f due=2027-03-30").code(0).stderr_lacks("due:");
    for line in [
        ["add", "kr", "sign-in", "Lockouts from 12 to 3 per week", "due=31 mar"],
        ["add", "delivery", "New error pages", "--due", "31 mar"],
    ] {
        home.okr(line).code(0).stderr_has("due: Wed 31 Mar 2027");
    }
    home.okr(["set", "sign-in-f", "due=next month"]).code(0).stderr_has("due: Sun 31 Jan 2027");
    let home = committed();
    for (line, day) in [
        (["checkin", "sign-in-f", "--changed", "a new app", "--date", "mon"], "date: Mon 8 Feb 2027"),
        (["score", "sign-in-f", "--reading", "1.4%", "--date", "this week"], "date: Thu 11 Feb 2027"),
        (
            ["retro", "add", "action", "read it weekly", "--first-date", "next week"],
            "first-date: Fri 19 Feb 2027",
        ),
    ] {
        home.okr(line).stderr_has(day);
    }
    home.okr("checkin sign-in-f --changed more --date 2027-02-09").code(0).stderr_lacks("date:");
}

#[test]
fn an_argument_keeps_its_lines_and_a_sentence_has_one() {
    let home = draft();
    let said = "a second region:\nlarger\n\nand it comes in May";
    home.okr(["set", "objective:sign-in", &format!("no_link={said}"), "why_now=an hour\na day"]).code(0);
    home.okr(["drop", "sign-in-failures", "--reason", "nobody\r\ncounts them\n"]).code(0);
    let objective = file(home.work(), "teams/payments/*/objectives/*/objective.toml");
    assert!(objective.contains(&format!("no_link = \"\"\"\n{said}\"\"\"\n")), "{objective}");
    assert!(objective.contains("why_now = \"an hour a day\"\n"), "{objective}");
    let shown = home.okr("show objective:sign-in");
    let below = " ".repeat(18);
    shown.stdout_has(&format!(
        "no_link           a second region:\n{below}larger\n\n{below}and it comes in May\n"
    ));
    home.okr("show sign-in-failures").stdout_has(": nobody\n  counts them\n");
    for (form, broken) in [
        ("md", "above: a second region:<br>larger<br><br>and it comes in May\n"),
        ("html", "above: a second region:<br>larger<br><br>and it comes in May</p>"),
        ("md", "dropped: nobody<br>counts them\n"),
        ("html", "<li>Dropped: nobody<br>counts them</li>"),
    ] {
        home.okr(["export", "--format", form]).code(0).stdout_has(broken);
    }
    home.okr("find larger").stdout_has(": a second region: larger and it comes in May\n");
    home.okr("check").code(0);
}

#[test]
fn what_changes_nothing_is_said_and_is_no_step() {
    let home = draft();
    let steps = run(&home, "undo --list");
    for line in ["set sign-in-f contact=", "move sign-in-f sign-in-p", "move sign-in-p up"] {
        home.okr(line).code(0).stderr_has("nothing, as it stands so already");
        let json = home.okr(format!("{line} --json")).json();
        assert_eq!(
            (&json["saved"], &json["team"], &json["cycle"]),
            (&serde_json::Value::Null, &"payments".into(), &"2027-q1".into()),
            "{line}"
        );
    }
    assert_eq!(run(&home, "undo --list"), steps);
}

#[test]
fn what_goes_to_the_not_now_list_names_the_key_results_that_go() {
    let home = draft();
    let moved = home.okr("move sign-in-p not-now --reason later");
    moved.code(0).stderr_has("on the not-now list and remove “sign-in failures”");
}

#[test]
fn a_team_contributes_to_no_objective_of_its_own() {
    let home = draft();
    run(&home, "add objective 'Nights without pages'");
    let link = "set nights contributes_to=payments/2027-q1/sign-in-people-can-rely";
    home.okr(link).code(2).stderr_has("is an objective of the team itself");
}

#[test]
fn the_days_of_a_cycle_hold_the_check_ins_that_were_held() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 2% --date 2027-01-15");
    let moved = home.okr("set cycle:2027-q1 first=2027-02-01");
    moved.code(1).stderr_has("a check-in of Payments on 2027-01-15 would lie outside it");
    home.okr("set cycle:2027-q1 first=2027-01-08").code(0);
}

#[test]
fn a_draft_is_not_counted_as_dropped_with_its_objective() {
    let home = committed();
    run(&home, "add kr sign-in-p 'Queue wait from 9 min to 2 min' source=x");
    run(&home, "drop sign-in-p --reason 'the bank left'");
    let rows = home.okr("list krs --json").json();
    let states: Vec<(&str, &str)> = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].as_str().unwrap(), row["state"].as_str().unwrap()))
        .collect();
    assert!(states.contains(&("queue-wait", "draft")), "{states:?}");
    assert!(states.contains(&("sign-in-failures", "dropped")), "{states:?}");
    let told = home.okr("history --json").json();
    assert_eq!(told["cycles"][0]["dropped"], 1, "{told:#}");
}
