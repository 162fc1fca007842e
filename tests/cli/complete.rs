//! Everything that can be decided has a command. The screens can do no more: they change only through these decisions.

use std::collections::BTreeSet;

use crate::layers::source::{Source, program};
use crate::support::{Home, okr};

/// A decision, a command that takes it, and how the sentence of its change begins.
struct Row {
    decision: &'static str,
    day: &'static str,
    command: &'static str,
    saved: &'static str,
}

const fn row(decision: &'static str, day: &'static str, command: &'static str, saved: &'static str) -> Row {
    Row { decision, day, command, saved }
}

const SETTING: &str = "2026-12-10";
const CHECK_IN: &str = "2027-02-11";
const SCORING: &str = "2027-03-30";
const NEXT: &str = "2027-04-05";

/// One story from an empty folder to the next quarter, in which every decision is taken. `@` stands for the id the command
/// before it printed.
const STORY: &[Row] = &[
    row("start", SETTING, "init --team Payments --cycle 2027-Q1", "begin Payments 2027-Q1"),
    row("add_team", SETTING, "add team Platform", "add the team “Platform”"),
    row("revise_team", SETTING, "set team:payments people='Ada, Lin'", "change the team “Payments”"),
    row("revise_settings", SETTING, "set settings organisation=Acme", "change the settings"),
    row("revise_cycle", SETTING, "set cycle:2027-q1 label='Winter 2027'", "change the cycle 2027-Q1"),
    row("revise_frame", SETTING, "--team payments set quarter pay_free=yes", "change the quarter"),
    row("add_objective", SETTING, "add objective 'Sign-in people can rely on'", "add the objective"),
    row("revise_objective", SETTING, "set sign-in why_now='support drowns'", "change “Sign-in people"),
    row("add_objective", SETTING, "add objective 'Builds nobody waits for'", "add the objective"),
    row("move_objective", SETTING, "move builds up", "move “Builds"),
    row(
        "add_key_result",
        SETTING,
        "add kr builds Failures metric=failures baseline=3% target=1%",
        "add the key result",
    ),
    row("move_key_result_to", SETTING, "move failures sign-in", "move “failures” to “Sign-in"),
    row(
        "add_key_result",
        SETTING,
        "add kr sign-in Time metric=time baseline='9 s' target='5 s'",
        "add the key result",
    ),
    row("move_key_result", SETTING, "move time up", "move “time”"),
    row("put_part", SETTING, "add initiative time 'cache the keys'", "add an initiative"),
    row("remove_part", SETTING, "remove @", "remove the initiative “cache the keys”"),
    row("put_part", SETTING, "add dependency time Platform 'a faster host'", "add a dependency"),
    row("remove_part", SETTING, "remove @", "remove the dependency “a faster host”"),
    row("put_part", SETTING, "add assumption sign-in 'the API stays'", "add an assumption"),
    row("remove_part", SETTING, "remove @", "remove the assumption “the API stays”"),
    row("negotiate", SETTING, "add negotiation sign-in above 'cover checkout too'", "log what was asked"),
    row("remove_part", SETTING, "remove @", "remove “cover checkout too” from the log"),
    row("add_key_result", SETTING, "add kr builds 'Migrate it'", "add the key result"),
    row("move_to_delivery", SETTING, "move migrate delivery", "move “Migrate it” to the delivery list"),
    row("remove_line", SETTING, "remove @", "remove “Migrate it”"),
    row("add_line", SETTING, "add keep-running 'on call'", "add “on call” to the keep-running list"),
    row("add_key_result", SETTING, "add kr builds 'Nothing yet'", "add the key result"),
    row("remove_key_result", SETTING, "remove nothing", "remove “Nothing yet”"),
    row(
        "park_objective",
        SETTING,
        "move builds not-now",
        "put “Builds nobody waits for” on the not-now list",
    ),
    row("add_objective", SETTING, "add objective 'Docs for newcomers'", "add the objective"),
    row("remove_objective", SETTING, "remove docs", "remove “Docs for newcomers”"),
    row("add_objective", SETTING, "add objective 'Calmer nights on call'", "add the objective"),
    row(
        "add_key_result",
        SETTING,
        "add kr calmer Pages metric=pages baseline=9 target=3",
        "add the key result",
    ),
    row(
        "waive",
        SETTING,
        "waive failures no-source --reason 'it is on the wall'",
        "waive no-source on “failures”",
    ),
    row(
        "rewrite",
        SETTING,
        "rewrite failures 'Lost sign-ins from 40 to 10' --old delivery",
        "say “failures” anew",
    ),
    row("ask_again", SETTING, "waive failures no-source --again", "ask no-source again of “failures”"),
    row("answer", SETTING, "set failures nearer=yes", "change “failures”"),
    row("depend", SETTING, "add dependency failures Edge 'the error code'", "add a dependency to failures"),
    row(
        "promise",
        SETTING,
        "--team payments set quarter sponsor_promise='we ask what it tells'",
        "change the quarter",
    ),
    row("answer_principle", SETTING, "set quarter ambitious=no", "change the quarter"),
    row("choose_cadence", SETTING, "set quarter cadence=bi-weekly", "change the quarter"),
    row("add_objective", SETTING, "add objective 'Nights on call are calm'", "add the objective"),
    row("merge", SETTING, "move nights calmer", "join “Nights on call are calm” to “Calmer nights"),
    row("record_dots", SETTING, "set sign-in dots=5", "change “Sign-in people"),
    row("set_origin", SETTING, "set sign-in origin=ours", "change “Sign-in people"),
    row("reword", SETTING, "set calmer title='Calmer nights for on call'", "change “Calmer nights"),
    row("argue", SETTING, "set sign-in argument_for='support drowns'", "change “Sign-in people"),
    row("contribute", SETTING, "set sign-in contribution='less support'", "change “Sign-in people"),
    row("answer_alignment", SETTING, "set quarter alignment=no", "change the quarter"),
    row("keep_nominal", SETTING, "set quarter alignment_reason='set anew in May'", "change the quarter"),
    row("assume", SETTING, "add assumption sign-in 'the provider stays'", "add an assumption"),
    row("mark_assumption", SETTING, "set @ state=shaky", "change “Sign-in people"),
    row("show_fist", SETTING, "set quarter fist='4, 3, 5'", "change the quarter"),
    row("log", SETTING, "checkin failures --opening --votes 40,60", "log the opening vote"),
    row("commit", SETTING, "commit --reason 'small set'", "commit Winter 2027"),
    row("log", CHECK_IN, "checkin failures --value 2% --confidence 50", "log a check-in on “failures”"),
    row("judge_mid_quarter", CHECK_IN, "set sign-in mid_verdict=keep", "change “Sign-in people"),
    row("note_mid_quarter", CHECK_IN, "set quarter told='the edge team'", "change the quarter"),
    row(
        "reword_objective",
        CHECK_IN,
        "set sign-in title='Sign-in shops rely on' --reason 'shops asked'",
        "revise “Sign-in people",
    ),
    row("correct", CHECK_IN, "remove 2026-12-10-", "take back the check-in"),
    row("drop_key_result", CHECK_IN, "drop time --reason 'the host is gone'", "drop “time”"),
    row("take_up_key_result", CHECK_IN, "drop time --back", "take up “time” again"),
    row("drop_objective", CHECK_IN, "drop calmer --reason 'by mistake'", "drop “Calmer nights"),
    row("take_up_objective", CHECK_IN, "drop calmer --back", "take up “Calmer nights"),
    row("drop_key_result", CHECK_IN, "drop time --reason 'the host is gone'", "drop “time”"),
    row("drop_objective", CHECK_IN, "drop calmer --reason 'the nights are calm'", "drop “Calmer nights"),
    row("score", SCORING, "score failures --reading 2.5%", "score “failures” 0.3"),
    row("clear_score", SCORING, "remove score:failures", "clear the score of “failures”"),
    row("score", SCORING, "score failures --reading 2%", "score “failures” 0.5"),
    row(
        "put_note",
        SCORING,
        "retro add difficulty --kr failures --verdict hard",
        "judge “failures”: too hard",
    ),
    row("put_note", SCORING, "retro add lesson 'read earlier'", "note “read earlier”"),
    row("record_lesson_dots", SCORING, "set @ dots=3", "note “read earlier”"),
    row("put_note", SCORING, "retro add proud 'calm nights'", "note “calm nights”"),
    row("remove_note", SCORING, "retro remove @", "remove the note “calm nights”"),
    row("read_the_whole", SCORING, "set quarter pattern='ambitious'", "change the quarter"),
    row("show_tone", SCORING, "set quarter tone='4, 5'", "change the quarter"),
    row("add_line", SCORING, "add parking-lot 'the licence'", "add “the licence” to the parking lot"),
    row("unpark", SCORING, "retro add lesson --parked @", "note “the licence”"),
    row("put_effort", SCORING, "add effort 'Scoring' minutes=18 people=6", "note the effort of “Scoring”"),
    row("remove_effort", SCORING, "remove @", "remove the effort of “Scoring”"),
    row("close", SCORING, "close --reason 'no lesson this time'", "close Winter 2027"),
    row("open_quarter", NEXT, "init --cycle 2027-Q2", "open 2027-Q2 for Payments"),
    row("tick", NEXT, "--cycle 2027-q2 carry failures --as continue", "carry “failures” on"),
    row(
        "record_was",
        NEXT,
        "add was payments renamed Billing --date 2026-06-30",
        "note a former name of “Payments”",
    ),
    row("open_quarter", NEXT, "--team platform init --cycle 2027-Q2", "open 2027-Q2 for Platform"),
    row("add_objective", NEXT, "--cycle 2027-q2 add objective 'Hosts that last'", "add the objective"),
    row("add_key_result", NEXT, "--cycle 2027-q2 add kr hosts Uptime", "add the key result"),
    row(
        "revise_key_result",
        NEXT,
        "--cycle 2027-q2 add dependency uptime Payments 'a test account'",
        "add a dependency",
    ),
    row("reply", NEXT, "--team payments --cycle 2027-q2 add answer @ agreed", "answer “a test account”"),
    row("remove_answer", NEXT, "--cycle 2027-q2 remove @", "take an answer back"),
    row("read_later", NEXT, "--cycle 2027-q1 score failures --later 1.5%", "note a later reading"),
    row(
        "take_back_later",
        NEXT,
        "--cycle 2027-q1 remove later:failures",
        "take back the later reading of “failures”",
    ),
];

#[test]
fn every_decision_is_taken_by_a_command() {
    let home = Home::empty();
    let mut id = String::new();
    for Row { decision, day, command, saved } in STORY {
        let outcome = okr(&home).args(command.replace('@', &id)).env("OKR_TODAY", day).run();
        outcome.code(0);
        let says = outcome.stderr().lines().next().unwrap_or_default();
        assert!(says.starts_with(&format!("Saved: {saved}")), "{decision} by `{command}`: {says}");
        outcome.stdout().trim_end().clone_into(&mut id);
    }
    okr(&home).args("check").env("OKR_TODAY", NEXT).run().code(0);
}

#[test]
fn no_decision_is_without_its_command() {
    let decided: BTreeSet<String> = program().iter().flat_map(decisions).collect();
    let told: BTreeSet<String> = STORY.iter().map(|row| row.decision.to_owned()).collect();
    let (missing, gone) = (decided.difference(&told), told.difference(&decided));
    assert_eq!(missing.chain(gone).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The public functions of `domain::decision` that give a change.
fn decisions(file: &Source) -> Vec<String> {
    if file.path != "src/domain/decision.rs" && !file.path.starts_with("src/domain/decision/") {
        return Vec::new();
    }
    let words: Vec<String> = file.code().iter().map(|token| token.text.clone()).collect();
    let heads = words.split(|word| word == "{" || word == "}" || word == ";");
    heads.filter_map(decision).collect()
}

/// The name of a public function whose head, up to its body, gives a change.
fn decision(head: &[String]) -> Option<String> {
    let at = head.windows(2).position(|two| two[0] == "pub" && two[1] == "fn")?;
    let gives = head.windows(2).rposition(|two| two[0] == "-" && two[1] == ">")?;
    let is_change = head[gives..].iter().any(|word| word == "Decision" || word == "Change");
    is_change.then(|| head[at + 2].clone())
}

#[test]
fn a_new_decision_is_found_in_the_source() {
    let text = "pub fn a(x: Change) -> u8 { 1 } impl D { pub fn b(&self) -> Decision { c() } fn d() -> Change {} \
                pub fn e(\n &self,\n) -> Result<(Change, Id), Refusal> { f() } }";
    assert_eq!(decisions(&Source::sample("src/domain/decision/new.rs", text)), ["b", "e"]);
    assert!(decisions(&Source::sample("src/domain/change.rs", text)).is_empty());
}
