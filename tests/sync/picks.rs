//! What may be picked: mine after all, judged as a command is, and what need not be picked at all.

use super::{KEY_RESULT, QUARTER, Team};
use crate::support::tree::{file, paths_like, toml, write};

/// The key result of the second objective of [`drafted`].
const REFUND: &str = "teams/payments/2027-q1/objectives/refunds-in-a-day/time-to-refund.toml";

const DRAFTS: &str = ".state/okr/drafts/*.toml";

fn drafts(team: &Team) -> usize {
    paths_like(team.home.user(), DRAFTS).len()
}

/// A quarter that is not committed: two objectives, a key result under each; the clones `ada`, `lin` and `kim`.
fn drafted() -> Team {
    let team = Team::empty();
    team.clone_as("ada");
    team.okr("ada", "init . --team Payments --cycle 2027-Q1 --objective 'Sign-in works'");
    team.okr("ada", "add kr sign-in failures metric=failures aggregation=share baseline=2.3% target=0.5%");
    team.okr("ada", "add objective 'Refunds in a day'");
    team.shares("ada", "add kr refunds 'Time to refund' metric='time to refund' baseline='9 h' target='5 h'");
    team.clone_as("lin");
    team.clone_as("kim");
    team
}

/// All clones have the same files, and nothing is wrong with them.
#[track_caller]
fn agree(team: &Team, clones: &[&str]) {
    for clone in clones {
        team.okr(clone, "sync");
    }
    for clone in clones {
        team.okr(clone, "sync");
        team.okr(clone, "check");
        assert_eq!(team.git(clone, "status --porcelain"), "");
        assert_eq!(team.commit(clone, "HEAD^{tree}"), team.commit("origin.git", "main^{tree}"), "{clone}");
    }
}

#[test]
fn what_mine_brings_back_doubles_no_line_that_went_along_elsewhere() {
    for (mine, stands) in [
        ("add kr refunds 'Lost refunds from 4 to 2'", "Lost refunds"),
        ("set refunds why_now='the audit'", "the audit"),
        ("add assumption refunds 'the bank answers'", "the bank answers"),
    ] {
        let team = drafted();
        team.okr("ada", "add assumption refunds 'silence makes them ask'");
        team.okr("ada", "add negotiation refunds below 'a date for the switch' outcome='5 February'");
        let refunds = &format!("{QUARTER}/objectives/refunds-in-a-day/objective.toml");
        write(team.at("ada"), refunds, &format!("# ours\n{}", file(team.at("ada"), refunds)));
        agree(&team, &["ada", "lin", "kim"]);
        team.shares("ada", "move refunds sign-in");
        team.okr("lin", mine);
        team.ends("lin", "sync", 4).stderr_has("was removed meanwhile");
        team.okr("lin", "sync --mine");
        agree(&team, &["ada", "lin", "kim"]);
        let back = file(team.at("kim"), refunds);
        assert!(back.starts_with("# ours\n") && !back.contains("silence"), "{back}");
        let all = team.okr("kim", "list assumptions --json") + &team.okr("kim", "list negotiations --json");
        assert_eq!((all.matches("silence makes them ask").count(), drafts(&team)), (1, 0), "{all}");
        assert_eq!(all.matches("a date for the switch").count(), 1, "{all}");
        assert!(
            team.git("kim", &format!("grep --files-with-matches '{stands}'")).contains("refunds-in-a-day")
        );
    }
}

#[test]
fn what_stays_as_theirs_leaves_no_line_where_mine_had_taken_it() {
    let team = drafted();
    team.okr("ada", "add assumption refunds 'silence makes them ask'");
    agree(&team, &["ada", "lin", "kim"]);
    team.shares("ada", "add assumption refunds 'the bank answers'");
    team.okr("lin", "add assumption sign-in 'the API stays'");
    team.okr("lin", "move refunds sign-in");
    team.ends("lin", "sync", 4).stderr_has("it was changed meanwhile").stderr_has("duplicate-id");
    team.okr("lin", "sync --theirs");
    agree(&team, &["ada", "lin", "kim"]);
    let all = team.okr("kim", "list assumptions --json");
    for line in ["silence makes them ask", "the bank answers", "the API stays"] {
        assert_eq!(all.matches(line).count(), 1, "{line}: {all}");
    }
    assert_eq!(drafts(&team), 0);
}

#[test]
fn a_number_is_never_put_beside_a_unit_that_somebody_else_gave() {
    for (pick, measure) in
        [("--theirs", "target = 3, baseline = 6"), ("--mine", "target = 48, baseline = 156")]
    {
        let team = drafted();
        team.okr("ada", "set time-to-refund unit=days baseline=6 target=2");
        agree(&team, &["ada", "lin", "kim"]);
        team.shares("ada", "set time-to-refund target=3");
        team.okr("lin", "set time-to-refund unit=h baseline=156 target=48");
        let asked = team.ends("lin", "sync", 4);
        asked.stderr_has("`measure.unit`").stderr_has("`measure.baseline`").stderr_has("`measure.target`");
        let stands = || toml(team.at("lin"), REFUND)["measure"].clone();
        assert_eq!((stands()["unit"].as_str(), stands()["target"].as_integer()), (Some("days"), Some(3)));
        team.okr("lin", &format!("sync {pick}"));
        agree(&team, &["ada", "lin", "kim"]);
        let says = format!("target = {}, baseline = {}", stands()["target"], stands()["baseline"]);
        assert_eq!((says.as_str(), drafts(&team)), (measure, 0));
    }
}

#[test]
fn mine_over_what_others_committed_keeps_the_day_that_the_commit_had_set() {
    let team = drafted();
    team.shares("ada", "commit --reason 'the test needs no more'");
    team.okr("lin", "set time-to-refund target='4 h'");
    let asked = team.ends("lin", "sync", 4);
    asked.stderr_has("`measure.target`");
    assert!(!asked.stderr().contains("measure.due"), "{}", asked.stderr());
    team.okr("lin", "sync --mine");
    agree(&team, &["ada", "lin", "kim"]);
    let record = toml(team.at("kim"), REFUND);
    let last = record["revision"].as_array().unwrap().last().unwrap();
    for measure in [&record["measure"], &last["measure"]] {
        assert_eq!(measure["due"].to_string(), "2027-03-31", "{record}");
        assert_eq!(measure["target"].as_integer(), Some(4), "{record}");
    }
}

#[test]
fn a_list_that_one_empties_takes_what_the_other_adds() {
    let team = drafted();
    team.okr("ada", "add not-now 'new billing page'");
    agree(&team, &["ada", "lin"]);
    let id = toml(team.at("ada"), &format!("{QUARTER}/cycle.toml"))["not_now"][0]["id"].clone();
    team.shares("ada", "add not-now 'a shop of our own'");
    team.shares("lin", &format!("remove {}", id.as_str().unwrap()));
    agree(&team, &["ada", "lin", "kim"]);
    for clone in ["ada", "lin", "kim"] {
        let listed = team.okr(clone, "list not-now");
        assert!(listed.contains("a shop of our own") && !listed.contains("billing"), "{clone}: {listed}");
    }
}

#[test]
fn a_name_that_one_takes_out_and_one_that_the_other_puts_in_ask_nobody() {
    let team = drafted();
    team.okr("ada", "set team:payments people='Ada, Lin, Kim' aliases='pay, money'");
    agree(&team, &["ada", "lin"]);
    team.shares("ada", "set team:payments people='Ada, Kim' aliases='pay, money, cash'");
    team.shares("lin", "set team:payments people='Ada, Lin, Kim, Ben' aliases='money'");
    agree(&team, &["ada", "lin", "kim"]);
    let record = toml(team.at("kim"), "teams/payments/team.toml");
    let list = |key: &str| {
        record[key].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((list("people"), list("aliases")), (vec!["Ada", "Kim", "Ben"], vec!["money", "cash"]));
    assert_eq!(drafts(&team), 0);
}

#[test]
fn an_undo_of_the_first_line_leaves_what_another_window_added() {
    let team = drafted();
    team.okr("ada", "add not-now 'new billing page'");
    let second = "\n[[not_now]]\nid = \"zz99zz\"\ntext = \"a shop of our own\"\n";
    let path = format!("{QUARTER}/cycle.toml");
    let text = format!("{}{second}", file(team.at("ada"), &path));
    crate::support::tree::write(team.at("ada"), &path, &text);
    team.okr("ada", "undo");
    let listed = team.okr("ada", "list not-now");
    assert!(listed.contains("a shop of our own") && !listed.contains("billing"), "{listed}");
}

#[test]
fn a_quarter_that_two_opened_holds_what_both_said() {
    let team = Team::two();
    for (clone, line, field) in [
        ("ada", "'the app'", "sponsor_promise='a low score is information'"),
        ("lin", "'the shop'", "few=yes"),
    ] {
        team.okr(clone, "--cycle 2027-Q2 init");
        team.okr(clone, &format!("--cycle 2027-Q2 add not-now {line}"));
        team.okr(clone, &format!("--cycle 2027-Q2 set quarter {field}"));
    }
    team.clone_as("kim");
    team.okr("kim", "--cycle 2027-Q2 init");
    agree(&team, &["ada", "lin", "kim"]);
    let frame = toml(team.at("kim"), "teams/payments/2027-q2/cycle.toml");
    assert_eq!(frame["not_now"].as_array().map(Vec::len), Some(2), "{frame}");
    assert_eq!(frame["sponsor_promise"].as_str(), Some("a low score is information"));
    assert_eq!(drafts(&team), 0);
}

#[test]
fn of_a_quarter_that_two_opened_only_the_same_field_is_picked() {
    let team = Team::two();
    for (clone, promise, line) in [("ada", "one", "'the app'"), ("lin", "two", "'the shop'")] {
        team.okr(clone, "--cycle 2027-Q2 init");
        team.okr(clone, &format!("--cycle 2027-Q2 set quarter sponsor_promise={promise}"));
        team.okr(clone, &format!("--cycle 2027-Q2 add not-now {line}"));
    }
    team.okr("ada", "sync");
    team.ends("lin", "sync", 4).stderr_has("`sponsor_promise` (yours: \"two\", there: \"one\")");
    team.okr("ada", "sync");
    team.shares("ada", "--cycle 2027-Q2 add not-now 'the till'");
    team.okr("lin", "sync --mine quarter");
    agree(&team, &["ada", "lin"]);
    let frame = toml(team.at("ada"), "teams/payments/2027-q2/cycle.toml");
    assert_eq!(frame["not_now"].as_array().map(Vec::len), Some(3), "{frame}");
    assert_eq!((frame["sponsor_promise"].as_str(), drafts(&team)), (Some("two"), 0));
}

#[test]
fn what_others_committed_is_never_removed_by_mine() {
    for remove in ["remove time-to-refund", "move time-to-refund delivery", "remove refunds"] {
        let team = drafted();
        team.shares("ada", "commit --reason 'the test needs no more'");
        team.okr("lin", remove);
        team.ends("lin", "sync", 4).stderr_has("it was changed meanwhile");
        let waiting = drafts(&team);
        let head = team.commit("lin", "HEAD");
        let refused = team.ends("lin", "sync --mine", 1);
        refused.stderr_has("time to refund: it is committed").stderr_has("drop it with a reason");
        assert_eq!((drafts(&team), team.commit("lin", "HEAD")), (waiting, head), "{remove}");
        assert_eq!(
            paths_like(team.at("lin"), &format!("{QUARTER}/objectives/*/time-to-refund.toml")).len(),
            1
        );
        team.okr("lin", "sync --theirs");
        agree(&team, &["ada", "lin", "kim"]);
        assert_eq!(drafts(&team), 0);
    }
}

#[test]
fn mine_takes_back_no_commit_that_others_build_on() {
    let team = drafted();
    team.okr("ada", "commit --reason 'the test needs no more'");
    agree(&team, &["ada", "lin", "kim"]);
    team.okr("lin", "set time-to-refund baseline_date=2027-02-05 --reason 'read again'");
    team.okr("lin", "checkin failures --value 1.9% --confidence 50");
    agree(&team, &["lin", "ada"]);
    team.ends("ada", "undo", 4).stderr_has("it is given up").stderr_lacks("kept in");
    assert_eq!(drafts(&team), 0, "nothing of it was typed");
    team.ends("ada", "sync --mine", 2).stderr_has("no draft waits for your pick");
    agree(&team, &["ada", "lin", "kim"]);
    assert!(file(team.at("kim"), &format!("{QUARTER}/cycle.toml")).contains("committed = "));
    assert!(!file(team.at("kim"), REFUND).contains("taken after all"));
}

#[test]
fn mine_changes_nothing_in_a_quarter_that_others_closed() {
    let team = Team::two();
    let team = Team { home: team.home.today("2027-04-02") };
    team.okr("ada", "score failures --reading 1.4%");
    agree(&team, &["ada", "lin"]);
    team.okr("lin", "score failures 0.6 --reason 'lin thinks'");
    team.okr("ada", "score failures 0.3 --reason 'ada thinks'");
    team.shares("lin", "close --reason 'the test needs no more'");
    team.ends("ada", "sync", 4).stderr_has("its quarter was closed meanwhile");
    let refused = team.ends("ada", "sync --mine", 1);
    refused.stderr_has("hard stop  closed  2027-Q1: this quarter was closed on 2027-04-02");
    team.okr("ada", "sync --theirs");
    agree(&team, &["ada", "lin"]);
    let score = toml(team.at("ada"), &format!("{QUARTER}/scores/failures.toml"))["score"].clone();
    assert_eq!((score.as_float(), drafts(&team)), (Some(0.6), 0));
}

#[test]
fn a_removal_takes_only_what_stood_there() {
    let team = drafted();
    team.shares("lin", "move failures refunds");
    team.okr("ada", "remove refunds");
    team.ends("ada", "sync", 4).stderr_has("the objective “Refunds in a day”");
    team.okr("kim", "sync");
    team.shares("kim", "add kr refunds 'Refunds paid twice'");
    team.okr("ada", "sync");
    let refused = team.ends("ada", "sync --mine refunds", 1);
    refused.stderr_has("Refunds paid: it stands in “Refunds in a day” and would go with it");
    refused.stderr_has("failures");
    assert_eq!(drafts(&team), 1, "it is kept");
    team.okr("ada", "move failures sign-in");
    team.okr("ada", "move refunds-paid sign-in");
    team.okr("ada", "sync --mine refunds");
    agree(&team, &["ada", "lin", "kim"]);
    let left = paths_like(team.at("kim"), &format!("{QUARTER}/objectives/*/*.toml"));
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(left.iter().all(|path| path.contains("/sign-in-works/")), "{left:?}");
    assert_eq!(drafts(&team), 0);
}

#[test]
fn mine_below_what_others_removed_brings_back_what_it_stands_in() {
    let team = drafted();
    team.shares("ada", "remove refunds");
    team.okr("lin", "set time-to-refund contact=Lin");
    team.okr("lin", "add kr refunds 'Refunds paid twice'");
    team.ends("lin", "sync", 4).stderr_has("was removed meanwhile");
    team.okr("lin", "sync --mine refunds-paid");
    agree(&team, &["ada", "lin"]);
    let left =
        |clone| paths_like(team.at(clone), &format!("{QUARTER}/objectives/refunds-in-a-day/*.toml")).len();
    assert_eq!(left("ada"), 2, "the objective and the one key result");
    team.okr("lin", "sync --mine time-to-refund");
    agree(&team, &["ada", "lin", "kim"]);
    assert_eq!((left("kim"), drafts(&team)), (3, 0));
}

#[test]
fn what_others_moved_is_found_where_it_is() {
    let team = drafted();
    team.shares("ada", "move time-to-refund sign-in");
    team.okr("lin", "remove time-to-refund");
    team.ends("lin", "sync", 4).stderr_has("it was changed meanwhile");
    team.ends("lin", "sync", 0).stderr_has("1 draft waits for your pick");
    assert_eq!(drafts(&team), 1, "it waits until somebody picks");
    team.okr("lin", "sync --mine time-to-refund");
    agree(&team, &["ada", "lin", "kim"]);
    let left = paths_like(team.at("ada"), &format!("{QUARTER}/objectives/*/time-to-refund.toml"));
    assert_eq!((left.len(), drafts(&team)), (0, 0));
}

#[test]
fn what_mine_brings_back_has_the_bytes_it_had() {
    let team = drafted();
    let (objective, key_result) =
        (format!("{QUARTER}/objectives/refunds-in-a-day/objective.toml"), REFUND.to_owned());
    for path in [&objective, &key_result] {
        let text = format!("# why we do this\n{}odd = 1 # ours\n", file(team.at("ada"), path));
        write(team.at("ada"), path, &text.replace("[measure]\n", "\n\n[measure] # to be found out\n"));
    }
    agree(&team, &["ada", "lin"]);
    team.shares("ada", "remove refunds");
    team.okr("lin", "set time-to-refund contact=Lin");
    let path = team.at("lin").join(&key_result);
    let text = std::fs::read_to_string(&path).unwrap().replace("contact", "# by name\ncontact");
    std::fs::write(&path, &text).unwrap();
    let kept = file(team.at("lin"), &objective);
    team.ends("lin", "sync", 4).stderr_has("was removed meanwhile");
    assert!(!path.exists());
    team.okr("lin", "sync --mine time-to-refund");
    agree(&team, &["ada", "lin"]);
    for clone in ["ada", "lin"] {
        assert_eq!(file(team.at(clone), &key_result), text);
        assert_eq!(file(team.at(clone), &objective), kept);
    }
    team.okr("lin", "undo");
    team.okr("lin", "redo");
    assert_eq!(file(team.at("lin"), &key_result), text);
}

#[test]
fn of_what_was_made_twice_mine_has_its_own_comments() {
    let team = drafted();
    let path = format!("{QUARTER}/objectives/sign-in-works/time-to-sign-in.toml");
    for clone in ["ada", "lin"] {
        team.okr(clone, &format!("add kr sign-in 'Time to sign in' contact={clone}"));
        write(team.at(clone), &path, &format!("# by {clone}\n{}", file(team.at(clone), &path)));
    }
    let mine = file(team.at("lin"), &path);
    team.okr("ada", "sync");
    team.ends("lin", "sync", 4).stderr_has("another file of this name was made meanwhile");
    assert!(file(team.at("lin"), &path).starts_with("# by ada\n"));
    team.okr("lin", "sync --mine time-to-sign-in");
    agree(&team, &["ada", "lin"]);
    assert_eq!(file(team.at("ada"), &path), mine);
}

#[test]
fn of_two_of_one_id_the_later_is_called_otherwise() {
    let team = drafted();
    team.shares("ada", "add kr sign-in 'Calls to support' contact=Ada");
    team.okr("lin", "add kr refunds 'Calls to support' contact=Lin");
    let path = |under: &str, id: &str| format!("{QUARTER}/objectives/{under}/{id}.toml");
    let made = path("refunds-in-a-day", "calls-to-support");
    let mine = format!("# by hand\n{}", file(team.at("lin"), &made));
    write(team.at("lin"), &made, &mine);
    team.ends("lin", "sync", 4).stderr_has("another file of this name was made meanwhile");
    let told = team.ends("lin", "sync --mine calls", 0);
    told.stderr_has("yours is called `").stderr_has("another key result is called `calls-to-support`");
    assert_eq!(drafts(&team), 0);
    agree(&team, &["ada", "lin", "kim"]);
    let id = told.stderr().split('`').nth(1).unwrap();
    assert_eq!(file(team.at("kim"), &path("refunds-in-a-day", id)), mine);
    let theirs = toml(team.at("kim"), &path("sign-in-works", "calls-to-support"));
    assert_eq!(theirs["contact"].as_str(), Some("Ada"));
    assert!(!team.at("kim").join(made).exists());
}

#[test]
fn a_name_that_was_shared_meanwhile_is_still_found() {
    let team = Team::two();
    team.shares("ada", "set team:payments name=Billing");
    team.okr("lin", "set team:payments name=Money");
    team.ends("lin", "sync", 4).stderr_has("`name` (yours: \"Money\", there: \"Billing\")");
    team.okr("lin", "sync --mine payments");
    agree(&team, &["ada", "lin"]);
    for name in ["Payments", "Billing", "Money"] {
        team.okr("ada", &format!("--team {name} list krs"));
    }
}

#[test]
fn a_workspace_that_others_moved_is_followed_and_nothing_is_dropped() {
    let team = Team::two();
    std::fs::create_dir(team.at("ada").join("okrs")).unwrap();
    team.git("ada", "mv okr.toml teams cycles okrs");
    team.git("ada", "commit --quiet -m moved");
    team.git("ada", "push --quiet");
    team.okr("lin", "checkin failures --value 1.4% --confidence 60");
    let before = paths_like(team.at("lin"), &format!("{QUARTER}/checkins/*.toml")).len();
    let stopped = team.stops("lin", "others moved this workspace to okrs in the repository");
    stopped.stderr_has("follow it with git: git pull");
    assert_eq!(paths_like(team.at("lin"), &format!("{QUARTER}/checkins/*.toml")).len(), before);
    assert!(team.git("lin", "log -1 --format=%s").contains("1 reading"), "the commit stands");
    team.stops("lin", "others moved this workspace to okrs in the repository").stderr_has("git pull");
    team.git("lin", "pull --quiet --rebase");
    team.git("lin", &format!("mv {QUARTER}/checkins okrs/{QUARTER}/"));
    team.git("lin", "commit --quiet -m 'the rest of it'");
    team.git("lin", "push --quiet");
    team.okr("lin/okrs", "check");
    assert!(team.okr("lin/okrs", "list krs").contains("1.4"));
    // One who has nothing to give is told just so.
    team.clone_as("kim");
    team.git("kim", "reset --quiet --hard HEAD~3");
    team.stops("kim", "others moved this workspace to okrs in the repository").stderr_has("git pull");
    assert!(team.at("kim").join("okr.toml").exists());
}

#[test]
fn two_revisions_of_different_fields_both_hold_and_mine_takes_back_nothing() {
    let team = Team::two();
    team.shares("ada", "set failures target=0.4% --reason 'the new app'");
    team.okr("lin", "set failures due=2027-03-15 --reason 'the fair is earlier'");
    agree(&team, &["lin", "ada"]);
    let aimed = |clone| toml(team.at(clone), KEY_RESULT)["measure"].clone();
    assert_eq!(aimed("ada")["target"].as_float(), Some(0.4));
    assert_eq!(aimed("ada")["due"].to_string(), "2027-03-15");
    // Both set the target, and one of them more: the target alone is picked, the source of theirs stands.
    team.shares("ada", "set failures target=0.3% source=traces --reason 'Ada says'");
    team.okr("lin", "set failures target=0.2% scope='the app' --reason 'Lin says'");
    let told = team.ends("lin", "sync", 4);
    told.stderr_has("`measure.target` (yours: 0.2, there: 0.3)");
    assert!(!told.stderr().contains("measure.source") && !told.stderr().contains("measure.scope"));
    team.okr("lin", "sync --mine failures");
    agree(&team, &["lin", "ada"]);
    let end = aimed("ada");
    assert_eq!((end["target"].as_float(), end["source"].as_str()), (Some(0.2), Some("traces")));
    assert_eq!((end["scope"].as_str(), drafts(&team)), (Some("the app"), 0));
    let all = toml(team.at("ada"), KEY_RESULT)["revision"].clone();
    let reasons: Vec<_> =
        all.as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap().to_owned()).collect();
    assert_eq!(reasons[1..], ["the new app", "the fair is earlier", "Ada says", "Lin says"]);
    assert_eq!(all[4]["measure"], end, "the last revision says what holds");
}

#[test]
fn two_revisions_that_leave_nothing_to_reach_are_picked_from() {
    let team = Team::two();
    team.shares("ada", "set failures target=1% --reason 'no lever'");
    team.okr("lin", "set failures baseline=1% --reason 'measured wrong'");
    team.ends("lin", "sync", 4).stderr_has("`measure.baseline`").stderr_has("`measure.target`");
    assert_eq!(toml(team.at("lin"), KEY_RESULT)["measure"]["target"].as_integer(), Some(1));
    // Mine is the pair that was shown as mine, as a revision over theirs.
    team.okr("lin", "sync --mine");
    agree(&team, &["lin", "ada"]);
    let key_result = &toml(team.at("ada"), KEY_RESULT);
    let measure = &key_result["measure"];
    assert_eq!((measure["baseline"].as_integer(), measure["target"].as_float()), (Some(1), Some(0.5)));
    let revisions = key_result["revision"].as_array().unwrap();
    let reasons: Vec<_> = revisions.iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["committed", "no lever", "measured wrong"]);
}

#[test]
fn what_two_answered_is_told_apart() {
    let team = Team::two();
    team.okr("ada", "add team Search");
    team.okr("ada", "--team search init --cycle 2027-Q1 --objective 'Found at once'");
    team.okr("ada", "--team search add kr found 'Seconds to find'");
    team.okr("ada", "--team search add dependency seconds-to-find Payments 'an index of all payments'");
    agree(&team, &["ada", "lin"]);
    let asked = team.ends("ada", "--team payments list asked --json", 0).json();
    let id =
        asked["rows"][0]["id"].as_str().or_else(|| asked[0]["id"].as_str()).unwrap_or_default().to_owned();
    team.shares("ada", &format!("--team payments add answer {id} agreed 'next month'"));
    team.okr("lin", &format!("--team payments add answer {id} refused 'next month'"));
    team.ends("lin", "sync", 4).stderr_has("(yours: { state = \"refused\" }, there: { state = \"agreed\" })");
}

#[test]
fn one_that_is_retired_after_all_takes_its_draft_along() {
    let team = Team::begun();
    team.shares("ada", "--cycle 2027-Q2 init");
    team.clone_as("lin");
    team.shares("ada", "--cycle 2027-Q2 carry failures --as continue");
    team.okr("lin", "--cycle 2027-Q2 carry failures --as retire");
    let told = team.ends("lin", "sync", 4);
    told.stderr_has(
        "`handed[failures]` (yours: { verdict = \"retire\" }, there: { verdict = \"continue\" })",
    );
    team.okr("lin", "sync --mine quarter");
    agree(&team, &["lin", "ada"]);
    let left = paths_like(team.at("ada"), "teams/payments/2027-q2/objectives/*/failures.toml");
    assert_eq!((left, drafts(&team)), (Vec::<String>::new(), 0));
}

#[test]
fn a_draft_that_others_have_worked_on_is_not_taken_along_unnamed() {
    let team = Team::begun();
    team.shares("ada", "--cycle 2027-Q2 init");
    team.clone_as("lin");
    team.okr("ada", "--cycle 2027-Q2 carry failures --as continue");
    team.shares("ada", "--cycle 2027-Q2 set failures baseline=1.2%");
    team.okr("lin", "--cycle 2027-Q2 carry failures --as retire");
    team.ends("lin", "sync", 4).stderr_has("`handed[failures]`");
    let refused = team.ends("lin", "sync --mine quarter", 1);
    refused
        .stderr_has("it stands in “Sign-in works” and would go with it")
        .stderr_has("by its own name first");
    assert_eq!(drafts(&team), 1);
    team.okr("lin", "--cycle 2027-Q2 remove failures");
    team.okr("lin", "sync --mine quarter");
    agree(&team, &["lin", "ada"]);
    let left = paths_like(team.at("ada"), "teams/payments/2027-q2/objectives/*/failures.toml");
    assert_eq!((left, drafts(&team)), (Vec::<String>::new(), 0));
}

#[test]
fn a_pick_is_about_one_record_by_its_whole_id_its_path_or_a_beginning_that_only_it_has() {
    let team = drafted();
    team.shares("ada", "add kr refunds 'Failures late'");
    team.okr("lin", "sync");
    for id in ["failures", "failures-late"] {
        team.okr("ada", &format!("set {id} contact=Ada"));
        team.okr("lin", &format!("set {id} contact=Lin"));
    }
    team.okr("ada", "sync");
    team.ends("lin", "sync", 4).stderr_has("--theirs failures-late");
    assert_eq!(drafts(&team), 2);
    let unclear = team.ends("lin", "sync --theirs fail", 2);
    unclear
        .stderr_has("several records")
        .stderr_has("/sign-in-works/failures.toml")
        .stderr_has("/failures-late.toml");
    team.ends("lin", "sync --mine f", 2).stderr_has("several records");
    assert_eq!(drafts(&team), 2, "nothing is forgotten");
    team.okr("lin", "sync --theirs failures");
    assert_eq!(drafts(&team), 1);
    let left = format!("{QUARTER}/objectives/refunds-in-a-day/failures-late.toml");
    let gone = format!("sync --theirs {QUARTER}/objectives/sign-in-works/failures.toml");
    team.ends("lin", &gone, 2).stderr_has("no draft");
    team.okr("lin", &format!("sync --mine {left}"));
    assert_eq!(drafts(&team), 0);
    assert_eq!(toml(team.at("lin"), &left)["contact"].as_str(), Some("Lin"));
}

#[test]
fn what_waits_is_named_by_its_path_where_two_have_its_id_and_is_picked_without_git_too() {
    let team = Team::two();
    team.okr("ada", "init --cycle 2027-Q2");
    team.okr("ada", "sync");
    team.okr("lin", "sync");
    for cycle in ["2027-q1", "2027-q2"] {
        team.okr("ada", &format!("--cycle {cycle} set quarter sponsor_promise='a low score is information'"));
        team.okr("lin", &format!("--cycle {cycle} set quarter sponsor_promise='nobody is judged by it'"));
    }
    team.okr("ada", "sync");
    let path = |cycle: &str| format!("teams/payments/{cycle}/cycle.toml");
    let told = team.ends("lin", "sync", 4);
    for cycle in ["2027-q1", "2027-q2"] {
        told.stderr_has(&format!("okr sync --mine {}", path(cycle)));
    }
    let promise = |cycle: &str| {
        toml(team.at("lin"), &path(cycle))["sponsor_promise"].as_str().unwrap_or_default().to_owned()
    };
    // Two windows of one folder that no git shares.
    std::fs::remove_dir_all(team.at("lin").join(".git")).unwrap();
    let picked = team.ends("lin", &format!("sync --mine {}", path("2027-q1")), 0);
    picked.stderr_has("yours stands now in this folder");
    let picked = team.ends("lin", &format!("sync --theirs {}", path("2027-q2")), 0);
    picked.stderr_has("yours is forgotten");
    assert_eq!(promise("2027-q1"), "nobody is judged by it");
    assert_eq!((promise("2027-q2").as_str(), drafts(&team)), ("a low score is information", 0));
    let would = team.ends("lin", "sync --dry-run --json", 4).json();
    assert!(would["trouble"]["says"].as_str().unwrap().contains("no git repository"), "{would}");
}
