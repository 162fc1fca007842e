//! A team of teams: 40 teams with eight quarters each, their history made of real key results with readings that are
//! public. What they voted was never public; those numbers are made up here, and the calibration is worked out beside them.

use serde_json::Value;

use quarterdeck::domain::measure::{Bound, Kind};
use quarterdeck::domain::number::Number;

use crate::quarters::{RealKeyResult, all};
use crate::support::tree::{paths_like, write};
use crate::support::{Home, Screen};

/// The names of the teams: the company, three functions, and 36 teams below them in turn.
const TEAMS: [&str; 40] = [
    "Acme",
    "Engineering",
    "Product",
    "Operations",
    "Payments",
    "Search",
    "Checkout",
    "Identity",
    "Build platform",
    "Mobile apps",
    "Edge",
    "Data storage",
    "Observability",
    "Notifications",
    "Catalogue",
    "Pricing",
    "Shipping",
    "Returns",
    "Accounts",
    "Fraud",
    "Risk",
    "Ledger",
    "Invoicing",
    "Tax",
    "Onboarding",
    "Partner portal",
    "Support desk",
    "Documentation",
    "Design system",
    "Web shell",
    "Recommendations",
    "Reviews",
    "Loyalty",
    "Coupons",
    "Warehouse",
    "Routing",
    "Forecasting",
    "Billing",
    "Compliance",
    "Release",
];
/// The cycles, oldest first; all but the last are closed.
const CYCLES: [&str; 8] =
    ["2025-q2", "2025-q3", "2025-q4", "2026-q1", "2026-q2", "2026-q3", "2026-q4", "2027-q1"];
/// Key results of a team in a quarter.
const EACH: usize = 3;

fn id(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

fn parent(at: usize) -> Option<usize> {
    match at {
        0 => None,
        1..=3 => Some(0),
        _ => Some(1 + at % 3),
    }
}

/// The real key results of which everything the formula needs is public.
fn pool() -> Vec<RealKeyResult> {
    let quarters = all().into_iter().map(|(_, quarter)| quarter);
    let objectives = quarters.flat_map(|quarter| quarter.teams).flat_map(|team| team.objectives);
    let found: Vec<RealKeyResult> = objectives
        .flat_map(|objective| objective.key_results)
        .filter(|facts| facts.expected_score.is_some() && facts.last.is_some() && facts.target.is_some())
        .collect();
    assert!(found.len() >= 5, "{}", found.len());
    found
}

/// Which of the pool the k-th key result of a team in a cycle is, and how likely it was said to be.
fn drawn(pool: &[RealKeyResult], (team, cycle, k): (usize, usize, usize)) -> (&RealKeyResult, u8) {
    let facts = &pool[(team * 5 + cycle * 3 + k) % pool.len()];
    let said = 10 + 10 * u8::try_from((team * 13 + cycle * 7 + k * 29) % 9).unwrap();
    (facts, said)
}

/// Whether the final reading reaches the target, by the numbers alone.
fn is_reached(facts: &RealKeyResult) -> bool {
    let number = |number: Option<Number>| -> f64 { number.unwrap().to_string().parse().unwrap() };
    let (to, last) = (number(facts.target), number(facts.last));
    let (far, enough) = match facts.kind {
        Kind::AtLeast => (last, to),
        Kind::AtMost => (-last, -to),
        Kind::Change => ((last - number(facts.baseline)) / (to - number(facts.baseline)), 1.0),
        Kind::Between | Kind::EstablishBaseline => panic!("no such key result is in the pool"),
    };
    if facts.bound == Bound::Strict { far > enough } else { far >= enough }
}

fn measure(facts: &RealKeyResult) -> String {
    use quarterdeck::domain::word::word;
    let text = |text: &str| toml::Value::from(text).to_string();
    let mut lines = vec![format!("kind = \"{}\"", word(&facts.kind)), "source = \"published\"".to_owned()];
    lines.extend(facts.metric.as_ref().map(|metric| format!("metric = {}", text(metric))));
    lines.extend(facts.unit.as_ref().map(|unit| format!("unit = {}", text(unit))));
    lines.extend(facts.direction.map(|direction| format!("direction = \"{}\"", word(&direction))));
    lines.extend(facts.baseline.map(|number| format!("baseline = {number}")));
    let aim = match facts.kind {
        Kind::AtLeast => "floor",
        Kind::AtMost => "ceiling",
        Kind::Change | Kind::Between | Kind::EstablishBaseline => "target",
    };
    lines.extend(facts.target.map(|number| format!("{aim} = {number}")));
    lines.push(format!("bound = \"{}\"", word(&facts.bound)));
    lines.join("\n")
}

/// One team in one cycle: an objective that contributes upwards, its key results, the opening vote, the scores.
fn quarter(root: &std::path::Path, pool: &[RealKeyResult], (team, cycle): (usize, usize)) {
    let (name, text) = (TEAMS[team], CYCLES[cycle]);
    let (year, number) = text.split_once("-q").unwrap();
    let month: u32 = 3 * number.parse::<u32>().unwrap();
    let (first, last) = (format!("{year}-{:02}-01", month - 2), format!("{year}-{month:02}-28"));
    let folder = format!("teams/{}/{text}", id(name));
    let is_closed = cycle + 1 < CYCLES.len();
    let closed = if is_closed { format!("closed = {last}\n") } else { String::new() };
    write(root, &format!("{folder}/cycle.toml"), &format!("committed = {first}\n{closed}"));
    let link = parent(team).map(|above| format!("contributes_to = \"{}/{text}/main\"\n", id(TEAMS[above])));
    let objective = format!("title = \"{name} keeps its promise\"\n{}", link.unwrap_or_default());
    write(root, &format!("{folder}/objectives/main/objective.toml"), &objective);
    let mut votes = format!("date = {first}\nkind = \"opening\"\n");
    for k in 0..EACH {
        let (facts, said) = drawn(pool, (team, cycle, k));
        let (title, measure) = (toml::Value::from(facts.title.as_str()), measure(facts));
        let next = TEAMS[4 + (team + 1) % 36];
        let asks = if k == 0 && !is_closed && team > 3 {
            format!(
                "\n[[dependency]]\nid = \"help\"\nteam = \"{next}\"\nneed = \"A hand from {next}\"\nby = 2027-02-20\n"
            )
        } else {
            String::new()
        };
        let key_result = format!(
            "title = {title}\nrank = {k}\n\n[measure]\n{measure}\n{asks}\n[[revision]]\ndate = {first}\nreason = \"committed\"\ntitle = {title}\n\n[revision.measure]\n{measure}\n"
        );
        write(root, &format!("{folder}/objectives/main/kr-{k}.toml"), &key_result);
        votes.push_str(
            &[
                "\n[[check_in]]\nkey_result = \"kr-",
                &k.to_string(),
                "\"\nconfidence = [",
                &said.to_string(),
                "]\n",
            ]
            .concat(),
        );
        if is_closed {
            let (reading, score) = (facts.last.unwrap(), facts.expected_score.unwrap());
            let scoring =
                format!("reading = {reading}\ndate = {last}\nscore = {score}\ntells_us = \"as published\"\n");
            write(root, &format!("{folder}/scores/kr-{k}.toml"), &scoring);
        }
    }
    write(root, &format!("{folder}/checkins/{first}-aaaaaa.toml"), &votes);
}

/// The whole of it, in the work folder.
fn forty_teams() -> Home {
    let home = Home::empty().today("2027-02-11");
    let (root, pool) = (home.work(), pool());
    write(&root, "okr.toml", "format = 1\n");
    for (at, name) in TEAMS.iter().enumerate() {
        let level = ["company", "function", "team"][usize::from(at > 0) + usize::from(at > 3)];
        let parent =
            parent(at).map(|above| format!("parent = \"{}\"\n", id(TEAMS[above]))).unwrap_or_default();
        write(
            &root,
            &format!("teams/{}/team.toml", id(name)),
            &format!("name = \"{name}\"\nlevel = \"{level}\"\n{parent}"),
        );
        for cycle in 0..CYCLES.len() {
            quarter(&root, &pool, (at, cycle));
        }
    }
    for text in CYCLES {
        let cycle = quarterdeck::domain::cycle::Cycle::calendar(text).unwrap();
        let days = format!("label = \"{}\"\nfirst = {}\nlast = {}\n", cycle.label, cycle.first, cycle.last);
        write(&root, &format!("cycles/{text}.toml"), &days);
    }
    home
}

/// The opening votes and outcomes of some teams over some cycles, and their Brier score.
fn worked_out(pool: &[RealKeyResult], teams: &[(usize, usize)]) -> (usize, usize, f64) {
    let (mut n, mut reached, mut sum) = (0_u32, 0, 0.0);
    for (team, cycles) in teams {
        for cycle in 0..*cycles {
            for k in 0..EACH {
                let (facts, said) = drawn(pool, (*team, cycle, k));
                let came = is_reached(facts);
                let away = f64::from(said) / 100.0 - f64::from(u8::from(came));
                (n, reached, sum) = (n + 1, reached + usize::from(came), sum + away * away);
            }
        }
    }
    (usize::try_from(n).unwrap(), reached, sum / f64::from(n))
}

fn looked_back(home: &Home, team: &str) -> Value {
    home.okr(["--team", team, "history", "--json"]).json()
}

#[track_caller]
fn compare(told: &Value, (n, reached, brier): (usize, usize, f64)) {
    let opening = &told["calibration"][0]["all"];
    assert_eq!(
        (opening["n"].as_u64(), opening["right"].as_u64()),
        (Some(n as u64), Some(reached as u64)),
        "{opening}"
    );
    let figure = opening["brier"].as_f64().unwrap();
    assert!((figure - brier).abs() < 0.000_06, "{figure} is not {brier}");
}

#[test]
fn the_calibration_of_real_quarters_is_what_is_worked_out_by_hand() {
    let (home, pool) = (forty_teams(), pool());
    home.okr("check").code(0);
    for at in [4, 5, 7, 38] {
        let told = looked_back(&home, &id(TEAMS[at]));
        compare(&told, worked_out(&pool, &[(at, 7)]));
        let of_one = &told["cycles"][3]["series"][0]["of"];
        let figure = of_one["brier"].as_f64().unwrap();
        let (before, all) = (worked_out(&pool, &[(at, 3)]), worked_out(&pool, &[(at, 4)]));
        let alone = (all.2 * 12.0 - before.2 * 9.0) / 3.0;
        assert!((figure - alone).abs() < 0.000_06, "{figure} is not {alone}");
    }
}

#[test]
fn a_team_that_took_another_in_looks_back_on_both() {
    let (home, pool) = (forty_teams(), pool());
    home.okr("add was payments merged Checkout --date 2026-07-01").code(0);
    let told = looked_back(&home, "payments");
    // Payments with its seven closed quarters, Checkout with the five that began before the day.
    compare(&told, worked_out(&pool, &[(4, 7), (6, 5)]));
    assert_eq!(told["merged"], serde_json::json!(["Checkout"]));
    let text = home.okr("--team payments history").stdout().to_owned();
    assert!(text.contains("with the quarters of Checkout, merged into this team"), "{text}");
    assert!(text.contains("2026-Q2, Checkout") && !text.contains("2026-Q3, Checkout"), "{text}");
    let before = looked_back(&home, "checkout");
    compare(&before, worked_out(&pool, &[(6, 7)]));
    let asked = home.okr("--team payments show map").stdout().to_owned();
    assert!(asked.contains("Map of 2027-Q1: 40 teams"), "{asked}");
    the_merged_team_steps_back(&home);
}

/// It says where it went, comes last among the teams, and stands on no map of a cycle it has no quarter in.
fn the_merged_team_steps_back(home: &Home) {
    let listed = home.okr("list teams").code(0).stdout().to_owned();
    let checkout = listed.lines().find(|line| line.starts_with("checkout "));
    assert!(checkout.is_some_and(|line| line.split_whitespace().any(|word| word == "payments")), "{listed}");
    home.okr("--team payments init --cycle 2027-Q2").code(0);
    let map = home.okr("--team payments --cycle 2027-Q2 show map");
    map.code(0).stdout_has("Payments").stdout_lacks("Checkout");
    let mut screen = Screen::start(home, &home.work(), 80, 24, "--team payments");
    screen.wait_for("more");
    screen.press("Tcheckout", "merged into Payments");
}

#[test]
fn the_vote_is_told_how_often_such_targets_were_reached_before() {
    let (home, pool) = (forty_teams(), pool());
    home.okr("--team payments init --cycle 2027-Q2").code(0);
    home.okr("--team payments --cycle 2027-Q2 add objective 'Builds nobody waits for'").code(0);
    home.okr("--team payments --cycle 2027-Q2 add kr builds 'CI duration from 42 min to 15 min'").code(0);
    let (n, reached, _) = worked_out(&pool, &[(4, 7)]);
    let shown = home.okr("--team payments --cycle 2027-Q2 show ci-duration").stdout().to_owned();
    let says = format!("Before: {reached} of {n} stretch targets were reached in full (n {n}, 7 quarters).");
    assert!(shown.contains(&says), "{says}\n{shown}");
    let mut screen = Screen::start(&home, &home.work(), 80, 24, "--team payments --cycle 2027-Q2");
    screen.wait_for("more");
    screen.press("1", "of at most 5 objectives").keys("/ci du<enter>").wait_for("/ci du");
    screen.press("v", "Opening vote: ").wait_for(&format!("Before: {reached} of {n} stretch"));
}

/// Presses keys, counts them, and waits for a text.
fn within(screen: &mut Screen, (keys, most): (&[&str], usize), until: &str) {
    let count: usize =
        keys.iter().map(|keys| if keys.starts_with('<') { 1 } else { keys.chars().count() }).sum();
    assert!(count <= most, "{keys:?} are {count} keys, more than {most}");
    for keys in keys {
        screen.keys(keys);
    }
    screen.wait_for(until);
}

#[test]
fn forty_teams_are_found_walked_and_compared_in_a_few_keys() {
    let home = forty_teams();
    for (cols, rows) in [(120, 40), (80, 24)] {
        let mut screen = Screen::start(&home, &home.work(), cols, rows, "--team payments");
        screen.wait_for("more");
        // Find: another team of forty, another quarter of eight.
        within(&mut screen, (&["T", "rec", "<enter>"], 5), "Recommendations · 2027-Q1");
        within(&mut screen, (&["gc", "25q3", "<enter>"], 7), "Recommendations · 2025-Q3");
        // Compare: the history of two teams, side by side in time.
        within(&mut screen, (&["5"], 1), "History of Recommendations");
        within(&mut screen, (&["T", "bil", "<enter>"], 5), "History of Billing");
        // Walk: the map of all, the own team open; to a team by its name; along a link to the function and back.
        within(&mut screen, (&["gm"], 2), "Map of 2025-Q3");
        within(&mut screen, (&["/", "tax k", "<enter>"], 7), "Tax keeps its promise");
        screen.press("<esc>", "all settled").press("<esc>", "Overview ─");
        screen.keys("q");
        assert_eq!(screen.wait_exit(), 0);
    }
}

#[test]
#[cfg(unix)]
fn a_long_work_says_how_far_it_is_and_ctrl_c_ends_it_with_130_and_no_half_file() {
    let home = forty_teams();
    // On a quick machine three hundred quarters are no long work: each has something to read.
    let long = format!("# {}\n", "a remark ".repeat(10));
    for (team, cycle) in TEAMS.iter().flat_map(|team| CYCLES.map(|cycle| (team, cycle))) {
        let path = home.work().join(format!("teams/{}/{cycle}/cycle.toml", id(team)));
        let text = std::fs::read_to_string(&path).unwrap();
        // Of one cycle there are but forty.
        let remarks = if Some(&cycle) == CYCLES.last() { 9000 } else { 1000 };
        std::fs::write(&path, text + &long.repeat(remarks)).unwrap();
    }
    for path in paths_like(home.work(), "teams/*/2027-q1/objectives/*/*.toml") {
        let text = std::fs::read_to_string(home.work().join(&path)).unwrap();
        std::fs::write(home.work().join(&path), text + &long.repeat(6000)).unwrap();
    }
    for (line, says) in [
        ("check", "of 320 quarters"),
        ("lint", "of 320 quarters"),
        ("doctor", "of 320 quarters"),
        ("export --format json -o all.json", "of 320 quarters"),
        ("--team payments export --all --format csv -o export.csv", "of 40 quarters"),
        ("--team payments export --all --format html -o export.html", "of 40 quarters"),
        ("--team payments show map", "of 39 quarters"),
    ] {
        let mut screen = Screen::start(&home, &home.work(), 80, 24, line);
        screen.wait_for(says);
        screen.keys("<c-c>").wait_for("stopped; nothing was changed");
        assert_eq!(screen.wait_exit(), 130, "{line}");
        let left = std::fs::read_dir(home.work())
            .unwrap()
            .filter_map(|found| found.ok()?.file_name().into_string().ok());
        assert!(left.into_iter().all(|name| !name.contains("export") && name != "all.json"), "{line}");
    }
}

#[test]
fn many_sentences_through_a_pipe_are_counted_and_ctrl_c_ends_them() {
    let home = Home::empty();
    let okr = env!("CARGO_BIN_EXE_okr");
    let sentence = r#"{"id":1,"text":"Ship the new editor"}"#;
    let line = format!(
        "trap : INT; while echo '{sentence}'; do :; done | {okr} lint --jsonl > /dev/null; echo ended with $?"
    );
    let mut screen =
        Screen::start_program(&home, &home.work(), (80, 24), &["sh", "-c", &line].map(String::from));
    screen.wait_for("sentences so far");
    screen.keys("<c-c>").wait_for("ended with 130");
}

#[test]
fn the_page_of_a_cycle_is_the_same_however_few_of_its_teams_are_held_at_a_time() {
    let home = forty_teams();
    let templates = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/export");
    for line in ["--cycle 2027-q1 export --all --format html", "--cycle 2026-q4 export --all --format md"] {
        let written = |more: &[&str]| {
            let line = line.split(' ').chain(["--team", "payments"]).chain(more.iter().copied());
            home.okr(line.collect::<Vec<_>>().as_slice()).code(0).stdout().to_owned()
        };
        // A template of the team's own is given all quarters at once; this one is a copy of ours.
        let at_once = written(&["--templates", templates]);
        assert!(TEAMS.iter().all(|team| at_once.contains(team)), "{line}");
        assert!(written(&[]) == at_once, "{line}");
        written(&["-o", "page"]);
        assert!(std::fs::read_to_string(home.work().join("page")).unwrap() == at_once, "{line} -o");
    }
}

#[test]
fn the_table_of_a_cycle_is_those_of_its_teams_in_the_order_of_their_ids() {
    let home = forty_teams();
    let written = |more: &str| {
        let line = format!("--cycle 2027-q1 export --format csv {more}");
        home.okr(&*line).code(0).stdout().to_owned()
    };
    let all = written("--all --team payments");
    let mut teams = TEAMS.map(id);
    teams.sort();
    let mut together = String::new();
    for team in &teams {
        let of_team = written(&format!("--team {team}"));
        let (head, rows) = of_team.split_once("\r\n").unwrap();
        if together.is_empty() {
            together = format!("{head}\r\n");
        }
        assert_eq!(rows.lines().count(), EACH, "{team}");
        together.push_str(rows);
    }
    assert!(all == together, "{all}");
    written("--all --team payments -o table.csv");
    assert!(std::fs::read_to_string(home.work().join("table.csv")).unwrap() == all);
}

/// A list of teams, cycles or quarters is the same whether check-ins can be read or not: it does not look at them.
#[test]
fn a_list_of_all_teams_reads_what_it_shows_and_no_more() {
    let home = forty_teams();
    let listed = |list: &str| home.okr(format!("list {list}")).code(0).stdout().to_owned();
    let whole = ["teams", "cycles", "quarters"].map(listed);
    let rows = whole.each_ref().map(|text| text.lines().count() - 1);
    assert_eq!(rows, [TEAMS.len(), CYCLES.len(), TEAMS.len() * CYCLES.len()]);
    let sittings = home.work().join("teams/payments/2026-q4/checkins");
    let sitting = std::fs::read_dir(&sittings).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&sitting, "date = ").unwrap();
    assert_eq!(["teams", "cycles", "quarters"].map(listed), whole);
    home.okr("--team payments --cycle 2026-q4 list check-ins").stderr_has("problem");
    // What stands for a quarter as a whole is looked at, and a list says where it cannot be.
    std::fs::write(home.work().join("teams/payments/2026-q4/cycle.toml"), "committed = ").unwrap();
    home.okr("list teams").code(0).stderr_has("1 problem");
    home.okr("list cycles").code(0).stderr_lacks("problem");
}
