//! What both set differently: theirs stands, mine is kept, a person picks.

use super::{KEY_RESULT, QUARTER, Team};
use crate::support::tree::{file, paths_like, toml};
use crate::support::{Screen, okr};
use quarterdeck::domain::change::Address;
use quarterdeck::store::Store;

const DRAFTS: &str = ".state/okr/drafts/*.toml";

/// Both clones set the contact, `ada` first.
fn clashing() -> Team {
    let team = Team::two();
    team.shares("ada", "set failures contact=Ada");
    team.okr("lin", "set failures contact=Lin data=have");
    team
}

/// A second objective with a key result, shared.
fn with_refunds() -> Team {
    let team = Team::begun();
    team.okr("ada", "add objective 'Refunds in a day'");
    team.shares("ada", "add kr refunds 'Time to refund'");
    team
}

/// The files of that objective in a clone.
fn refunds_left(team: &Team, clone: &str) -> usize {
    paths_like(team.at(clone), &format!("{QUARTER}/objectives/refunds-in-a-day/*")).len()
}

fn contact(team: &Team, clone: &str) -> String {
    toml(team.at(clone), KEY_RESULT)["contact"].as_str().unwrap().to_owned()
}

fn drafts(team: &Team) -> usize {
    paths_like(team.home.user(), DRAFTS).len()
}

#[test]
fn theirs_stands_mine_is_kept_and_all_else_is_shared() {
    let team = clashing();
    let outcome = team.ends("lin", "sync", 4);
    outcome
        .stdout_has("pulled     1 commit\npushed     1 commit to origin/main")
        .stderr_has("the key result “failures”")
        .stderr_has("`contact` (yours: \"Lin\", there: \"Ada\")")
        .stderr_has("what is there stays; yours is kept as a draft")
        .stderr_has("okr sync --mine failures");
    assert_eq!(contact(&team, "lin"), "Ada");
    assert_eq!(toml(team.at("lin"), KEY_RESULT)["data"].as_str(), Some("have"));
    assert_eq!((drafts(&team), team.git("lin", "status --porcelain")), (1, String::new()));
    assert!(
        team.git("lin", "log -1 --format=%B")
            .contains("not taken: the key result “failures” (others set contact)")
    );
    team.ends("lin", "sync", 0).stderr_has("1 draft waits for your pick");
    team.ends("ada", "sync", 0).stderr_is_empty();
}

#[test]
fn mine_after_all_is_one_command() {
    let team = clashing();
    team.ends("lin", "sync", 4).stdout_has("pulled");
    team.ends("lin", "sync --mine other", 2).stderr_has("no draft about `other`");
    assert!(team.okr("lin", "sync --mine fail").ends_with("pushed     1 commit to origin/main"));
    team.okr("ada", "sync");
    assert_eq!(
        (contact(&team, "ada").as_str(), contact(&team, "lin").as_str(), drafts(&team)),
        ("Lin", "Lin", 0)
    );
}

#[test]
fn theirs_it_is_forgets_mine() {
    let team = clashing();
    team.ends("lin", "sync", 4).stdout_has("pulled");
    assert_eq!(team.okr("lin", "sync --theirs"), "nothing to share: all of it is there already");
    assert_eq!((contact(&team, "lin").as_str(), drafts(&team)), ("Ada", 0));
    team.ends("lin", "sync --theirs", 2).stderr_has("no draft waits");
}

#[test]
fn what_was_entered_again_waits_no_longer() {
    let team = clashing();
    team.ends("lin", "sync", 4).stdout_has("pulled");
    team.okr("lin", "set failures contact=Lin");
    team.ends("lin", "sync", 0).stderr_is_empty();
    assert_eq!(drafts(&team), 0);
}

#[test]
fn on_a_terminal_it_is_asked() {
    let team = clashing();
    let mut screen = Screen::start(&team.home, &team.at("lin"), 120, 30, "sync");
    screen.wait_for("change the key result “failures”: yours, or what is there?");
    screen.keys("y<enter>");
    assert_eq!(screen.wait_exit(), 0, "{}", screen.text());
    assert_eq!((contact(&team, "lin").as_str(), drafts(&team)), ("Lin", 0));
    assert_eq!(team.commit("origin.git", "main"), team.commit("lin", "HEAD"));
}

#[test]
fn what_waits_is_told_again_with_both_values_and_asked_again_where_nothing_else_stops_it() {
    let team = clashing();
    team.ends("lin", "sync", 4).stdout_has("pulled");
    team.okr("lin", "set failures contact=Kim");
    let both = "changed meanwhile: `contact` (yours: \"Lin\", there: \"Kim\")";
    let told = team.ends("lin", "sync", 0);
    told.stderr_has(both).stderr_has("okr sync --mine failures");
    // Kim was set by the same person.
    assert!(!told.stderr().contains("theirs stands"), "{}", told.stderr());
    let waiting = team.ends("lin", "sync --json", 0).json()["waiting"].clone();
    assert_eq!(
        (waiting[0]["id"].as_str(), waiting[0]["conflict"].as_str()),
        (Some("failures"), Some("same-field"))
    );
    assert_eq!(
        (waiting[0]["fields"][0]["yours"].as_str(), waiting.as_array().unwrap().len()),
        (Some("\"Lin\""), 1)
    );

    let mut screen = Screen::start(&team.home, &team.at("lin"), 120, 30, "");
    screen
        .wait_for("? more")
        .press("g", "g s Sync")
        .press("s", "there: \"Kim\")")
        .wait_for("yours, or what is there?");
    screen
        .press("<enter>", "Press Enter to go back")
        .press("<enter>", "Shared; 1 draft waits for your pick.");
    screen.keys("q").wait_exit();

    std::fs::rename(team.at("origin.git"), team.at("away.git")).unwrap();
    let mut screen = Screen::start(&team.home, &team.at("lin"), 120, 30, "sync");
    screen.wait_for("cannot be reached");
    assert_eq!(screen.wait_exit(), 4, "{}", screen.text());
    assert!(!screen.text().contains("yours, or what is there?"), "{}", screen.text());
    assert_eq!((contact(&team, "lin").as_str(), drafts(&team)), ("Kim", 1));
}

#[test]
fn what_two_windows_left_is_picked_the_same_way() {
    use quarterdeck::domain::change::{Change, Edit, Record};
    let team = Team::begun();
    let (store, loaded) = Store::open(&team.at("ada")).unwrap();
    let before = loaded.workspace.teams.values().next().unwrap().clone();
    let at = Address::Team(before.id.clone());
    team.okr("ada", "set team:payments name=Money");
    let mine = Record::Team(quarterdeck::domain::team::Team { name: "Pay".to_owned(), ..before.clone() });
    let change = Change::one("call the team “Pay”", Edit::update(at, Record::Team(before), mine));
    let store = store.with_state(team.home.user().join(".state/okr"));
    assert!(store.save(&change).unwrap_err().draft.is_some());
    team.ends("ada", "sync", 0).stderr_has("1 draft waits for your pick");
    team.okr("ada", "sync --mine payments");
    assert_eq!(toml(team.at("ada"), "teams/payments/team.toml")["name"].as_str(), Some("Pay"));
    assert_eq!(drafts(&team), 0);
}

#[test]
fn what_was_made_twice_under_one_name_is_not_mixed() {
    let team = Team::two();
    team.shares("ada", "add kr sign-in 'Time to sign in' contact=Ada");
    team.okr("lin", "add objective 'Refunds in a day'");
    team.okr("lin", "add kr refunds 'Time to sign in' data=have");
    let outcome = team.ends("lin", "sync --json", 4);
    let clash = &outcome.json()["clashes"][0];
    assert_eq!(
        (clash["conflict"].as_str(), clash["id"].as_str()),
        (Some("made-twice"), Some("time-to-sign-in"))
    );
    let all = paths_like(team.at("lin"), &format!("{QUARTER}/objectives/*/time-to-sign-in.toml"));
    assert_eq!(all, [format!("{QUARTER}/objectives/sign-in-works/time-to-sign-in.toml")]);
    assert_eq!(toml(team.at("lin"), &all[0])["contact"].as_str(), Some("Ada"));
    team.okr("lin", "check");
}

#[test]
fn what_one_removed_and_the_other_works_on_stays() {
    let team = with_refunds();
    team.clone_as("lin");
    team.shares("ada", "remove refunds");
    // Lin changes one that is gone, and adds another below what is gone.
    team.okr("lin", "set time-to-refund contact=Lin");
    team.okr("lin", "add kr refunds 'Refunds paid twice'");
    let outcome = team.ends("lin", "sync --json", 4);
    let kinds: Vec<_> =
        outcome.json()["clashes"].as_array().unwrap().iter().map(|clash| clash["conflict"].clone()).collect();
    assert_eq!(kinds, ["removed-there", "removed-there"]);
    assert_eq!(refunds_left(&team, "lin"), 0);
    team.okr("lin", "check");
    assert_eq!(drafts(&team), 2);
}

#[test]
fn what_is_read_after_the_quarter_is_shared_although_others_have_closed_it() {
    let team = Team::two();
    let team = Team { home: team.home.today("2027-04-02") };
    team.shares("ada", "score failures --reading 1.4%");
    team.okr("lin", "sync");
    team.okr("lin", "score failures --later 0.9%");
    team.shares("ada", "close --reason 'the test needs no more'");
    team.okr("lin", "sync");
    assert!(file(team.at("lin"), &format!("{QUARTER}/scores/failures.toml")).contains("0.9"));
}

#[test]
fn what_was_decided_meanwhile_leaves_a_closed_quarter_as_it_is() {
    let team = Team::two();
    let team = Team { home: team.home.today("2027-04-02") };
    team.okr("ada", "score failures --reading 1.4%");
    team.shares("ada", "close --reason 'the test needs no more'");
    team.okr("lin", "checkin failures --value 1.9% --date 2027-03-30");
    team.okr("lin", "drop failures --reason 'no lever'");
    team.okr("lin", "retro add lesson 'we learnt'");
    let outcome = team.ends("lin", "sync", 4);
    outcome.stderr_has("its quarter was closed meanwhile").stderr_has("what is there stays");
    outcome.stderr_has("once the close of the quarter has been taken back").stderr_lacks("sync --mine");
    team.ends("lin", "sync --mine", 1).stderr_has("this quarter was closed on 2027-04-02");
    team.okr("lin", "sync --theirs");
    team.okr("lin", "check");
    // What was read before the close stands beside it.
    assert!(team.okr("lin", "list check-ins").contains("1.9 %"));
    let history = team.okr("lin", "history --json");
    assert!(
        history.contains("\"scored\": 1") && team.okr("lin", "list notes").contains("we learnt"),
        "{history}"
    );
}

#[test]
fn the_days_of_a_cycle_stay_once_others_have_closed_a_quarter_of_it() {
    let team = Team::two();
    let team = Team { home: team.home.today("2027-04-02") };
    team.okr("ada", "score failures --reading 1.4%");
    team.shares("ada", "close --reason 'the test needs no more'");
    team.okr("lin", "set 2027-q1 last=2027-04-30");
    team.ends("lin", "sync", 4)
        .stderr_has("its quarter was closed meanwhile")
        .stderr_has("what is there stays");
    assert!(file(team.at("lin"), "cycles/2027-q1.toml").contains("last = 2027-03-31"));
    team.ends("lin", "sync --mine", 1).stderr_has("its days stay");
    team.okr("lin", "sync --theirs");
}

#[test]
fn the_days_of_a_cycle_are_not_taken_back_once_a_quarter_of_it_is_closed() {
    let team = Team::begun();
    let team = Team { home: team.home.today("2027-04-02") };
    team.okr("ada", "set 2027-q1 last=2027-04-01");
    // Somebody else, whose undo list is another one.
    let state = team.home.user().join("lins-state").display().to_string();
    for line in ["score failures --reading 1.4%", "close --reason 'the test needs no more'"] {
        okr(&team.home).dir("ada").args(line).env("XDG_STATE_HOME", &state).run().code(0);
    }
    team.ends("ada", "undo", 4).stderr_has("cycles/2027-q1.toml stays: its quarter is closed");
    assert!(file(team.at("ada"), "cycles/2027-q1.toml").contains("last = 2027-04-01"));
}

#[test]
fn an_objective_keeps_the_sentence_it_was_committed_with() {
    let team = Team::empty();
    team.clone_as("ada");
    team.okr("ada", "init . --team Payments --cycle 2027-Q1 --objective 'Sign-in works'");
    team.shares("ada", "add kr sign-in failures metric=failures aggregation=share baseline=2.3% target=0.5%");
    team.clone_as("lin");
    team.shares("ada", "commit --reason 'the test needs no more'");
    team.okr("lin", "set sign-in title='Sign-in that nobody notices' why_now='support drowns'");
    team.ends("lin", "sync", 4)
        .stderr_has("the set was committed meanwhile with the sentence that stands")
        .stderr_has("yours after all: okr set sign-in-works title=… --reason …");
    team.ends("lin", "sync --mine", 1).stderr_has("MID-3");
    assert!(team.okr("lin", "list objectives").contains("Sign-in works"));
    // All else of it is shared.
    team.okr("ada", "sync");
    assert!(
        file(team.at("ada"), &format!("{QUARTER}/objectives/sign-in-works/objective.toml"))
            .contains("support drowns")
    );
    team.shares("lin", "set sign-in title='Sign-in that nobody notices' --reason 'said better'");
    assert_eq!(drafts(&team), 0, "what stands waits no longer");
}

#[test]
fn what_one_works_on_is_not_removed_by_the_other() {
    let team = with_refunds();
    team.clone_as("lin");
    team.shares("ada", "set time-to-refund contact=Ada");
    team.okr("lin", "remove refunds");
    let outcome = team.ends("lin", "sync", 4);
    outcome.stderr_has("it was changed meanwhile");
    assert_eq!(refunds_left(&team, "lin"), 2);
    team.okr("lin", "check");
    team.okr("lin", "sync --mine");
    assert_eq!(refunds_left(&team, "lin"), 0);
    team.okr("lin", "check");
}

#[test]
fn a_removal_is_one_decision_where_others_add_to_what_was_removed() {
    let team = with_refunds();
    team.shares("ada", "add kr refunds 'Refund requests'");
    team.clone_as("lin");
    team.shares("ada", "add kr refunds 'Refunds paid twice'");
    team.okr("lin", "remove refunds");
    team.ends("lin", "sync", 4).stderr_has("it was changed meanwhile");
    let left = |clone| refunds_left(&team, clone);
    team.okr("ada", "sync");
    assert_eq!((left("lin"), left("ada")), (4, 4), "nothing of it went");
    team.ends("lin", "sync --mine refunds", 1).stderr_has("Refunds paid: it stands in “Refunds in a day”");
    assert_eq!(left("lin"), 4, "what others added does not go unnamed");
    team.okr("lin", "remove refunds-paid");
    team.okr("lin", "sync --mine refunds");
    team.okr("ada", "sync");
    assert_eq!((left("lin"), left("ada")), (0, 0), "all of it went");
    team.okr("lin", "check");
}

#[test]
fn mine_after_all_is_a_revision_on_top_of_theirs() {
    let team = Team::two();
    team.shares("ada", "set failures target=0.4% --reason 'Ada says'");
    team.okr("lin", "set failures target=0.3% --reason 'Lin says'");
    team.ends("lin", "sync", 4).stderr_has("`measure.target`");
    team.okr("lin", "sync --mine failures");
    team.okr("ada", "sync");
    for clone in ["ada", "lin"] {
        let key_result = toml(team.at(clone), KEY_RESULT);
        let reasons: Vec<_> =
            key_result["revision"].as_array().unwrap().iter().map(|one| one["reason"].clone()).collect();
        assert_eq!(reasons[1..], ["Ada says".into(), "Lin says".into()]);
        assert_eq!(key_result["measure"]["target"].as_float(), Some(0.3));
        team.okr(clone, "check");
    }
}

#[test]
fn mine_over_what_others_committed_meanwhile_is_a_revision_of_it() {
    let team = Team::begun();
    team.shares("ada", "add kr sign-in 'Time to sign in' metric='sign-in time' baseline='9 s' target='5 s'");
    team.clone_as("lin");
    team.shares("ada", "commit --reason 'found later'");
    team.okr("lin", "set sign-in-time target='4 s'");
    team.ends("lin", "sync", 4).stderr_has("measure.target");
    team.okr("lin", "sync --mine sign-in-time");
    team.okr("lin", "check");
    let found = paths_like(team.at("lin"), &format!("{QUARTER}/objectives/*/sign-in-time.toml"));
    let key_result = toml(team.at("lin"), &found[0]);
    assert_eq!(key_result["measure"]["target"].as_integer(), Some(4));
    assert_eq!(key_result["revision"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_draft_of_what_was_saved_after_all_waits_no_longer() {
    let team = Team::begun();
    let path = team.at("ada").join(KEY_RESULT);
    let lock = |is_locked| {
        let mut permissions = std::fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(is_locked);
        std::fs::set_permissions(&path, permissions).unwrap();
    };
    lock(true);
    team.ends("ada", "set failures contact=Ada", 5).stderr_has("kept in");
    assert_eq!(drafts(&team), 1);
    lock(false);
    team.okr("ada", "set failures contact=Ada");
    assert_eq!(drafts(&team), 0);
}

#[test]
fn an_order_both_changed_asks_nobody() {
    let team = Team::begun();
    for title in ["Builds", "Refunds", "Search"] {
        team.okr("ada", format!("add objective {title}").as_str());
    }
    team.okr("ada", "sync");
    team.clone_as("lin");
    team.shares("ada", "move refunds up");
    team.okr("lin", "move refunds down");
    assert!(team.okr("lin", "sync").contains("order      changed here and there; theirs stands"));
}

#[test]
fn what_does_not_fit_together_is_said() {
    let team = Team::begun();
    for title in ["Builds", "Refunds", "Search"] {
        team.okr("ada", format!("add objective {title}").as_str());
    }
    team.okr("ada", "sync");
    team.clone_as("lin");
    team.shares("ada", "add objective Payouts");
    team.okr("lin", "add objective Terminals");
    let outcome = team.ends("lin", "sync", 1);
    outcome
        .stdout_has("pushed     1 commit to origin/main")
        .stderr_has("nothing is lost, but what came together does not fit");
    outcome.stderr_has("[wall]");
}
