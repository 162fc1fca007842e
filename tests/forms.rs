//! Every form there is, and everything somebody may type into its fields by mistake.

pub mod every;
pub mod fields;
pub mod hands;
pub mod terminal;
pub mod typed;

use quarterdeck::domain::day::Day;
use quarterdeck::domain::quarter::{Quarter, QuarterKey};
use quarterdeck::store::Store;
use quarterdeck::tui::look::Look;
use quarterdeck::tui::state::State;

use crate::support::{Home, okr};

/// The day of these tests: in week 6 of 2027-Q1.
const TODAY: (i32, u32, u32) = (2027, 2, 11);

/// A quarter that is scored and not closed, one that runs and one that is being set, with one of everything in them.
pub fn everything() -> Home {
    let home = Home::empty().with("OKR_SEED", "forms");
    let lines = [
        (
            "2026-09-10",
            "init --team Payments --cycle 2026-Q4 --people 'Ada, Lin' --objective 'Refunds in a day'",
        ),
        (
            "2026-09-10",
            "add kr refunds 'Refund time' metric='refund time' baseline='5 days' target='1 day' source='bank file'",
        ),
        ("2026-09-10", "set refund-time effect_quarter=2027-q1 early_sign='fewer calls'"),
        ("2026-09-30", "commit --reason 'the test needs no more'"),
        ("2026-11-10", "checkin refund-time --value '3 days' --confidence 50"),
        ("2026-12-20", "score refund-time --reading '2 days'"),
        ("2026-12-10", "init --cycle 2027-Q1"),
        ("2026-12-10", "add objective 'Sign-in people can rely on'"),
        (
            "2026-12-10",
            "add kr sign-in 'Sign-in failures' metric='sign-in failures' aggregation=share baseline=2.3% target=0.5% \
             source='edge logs' guardrail='sign-in time' guardrail_start='180 ms'",
        ),
        ("2026-12-10", "add assumption sign-in 'the provider keeps its API'"),
        ("2026-12-10", "add negotiation sign-in above 'cover checkout too'"),
        ("2026-12-10", "add initiative sign-in-failures 'slower retries'"),
        ("2026-12-10", "add dependency sign-in-failures Edge 'ship the logs daily'"),
        ("2026-12-30", "commit --reason 'the test needs no more'"),
        (
            "2027-01-15",
            "checkin sign-in-failures --value 2.1% --confidence 45 --changed 'the back-off is out'",
        ),
        ("2027-02-11", "checkin --decision 'plan stands'"),
        ("2027-01-15", "add effort 'Check-in 1' minutes=12 people=3"),
        ("2027-02-11", "retro add lesson 'read the logs in week two'"),
        ("2027-02-11", "retro add action 'read them weekly'"),
        ("2027-02-11", "init --cycle 2027-Q2"),
        ("2027-02-11", "add objective 'Builds nobody waits for'"),
        (
            "2027-02-11",
            "add kr builds 'CI duration' metric='CI duration' aggregation=p95 baseline='42 min' target='15 min' \
             source='CI API'",
        ),
        (
            "2027-02-11",
            "add kr builds 'Builds run again' kind=establish-baseline find_out_by=2027-05-01 contact=Ana guardrail='open changes'",
        ),
        ("2027-02-11", "add not-now 'new billing page'"),
        ("2027-02-11", "add delivery 'Finish the move' --due 2027-05-01"),
        ("2027-02-11", "add team Edge"),
        ("2027-02-11", "--team edge init --cycle 2027-Q1"),
        ("2027-02-11", "--team edge add objective 'Logs that arrive'"),
        ("2027-02-11", "--team edge add kr logs 'Late logs from 20 % to 5 %'"),
        ("2027-02-11", "--team edge add dependency late-logs Payments 'a test account'"),
        ("2027-02-11", "--team payments list"),
    ];
    let mut cycle = "2026-Q4";
    for (day, line) in lines {
        if let Some((_, name)) = line.split_once("--cycle ") {
            cycle = &name[..7];
        }
        okr(&home).args(["--cycle", cycle]).args(line).env("OKR_TODAY", day).run().code(0);
    }
    home
}

/// The screens on a workspace, as they would begin, with nothing drawn.
pub fn screens(store: &Store) -> State {
    let (year, month, day) = TODAY;
    let workspace = store.load().unwrap().workspace;
    State::new(workspace, Some(quarter_of("2027-q1")), Day::new(year, month, day).unwrap(), Look::default())
}

/// The quarter of that cycle.
pub fn quarter_of(cycle: &str) -> QuarterKey {
    format!("payments/{cycle}").parse().unwrap()
}

fn quarter(state: &State) -> &Quarter {
    &state.workspace.quarters[state.place.as_ref().unwrap()]
}
